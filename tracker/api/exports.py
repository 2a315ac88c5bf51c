"""The public exports: an initiative's entries as CSV, XLSX and JSON lines, its individuals as a
number for each day. Streamed; what is long takes no more memory than what is short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from flask import Blueprint, Response, render_template, stream_with_context
from sqlalchemy.orm import Session

from tracker.api import asking, formats
from tracker.api.columns import COLUMNS, DAY_COLUMNS, NAMES, Cell, cells, day_cells
from tracker.core import limits
from tracker.core.audience import public
from tracker.core.db import db
from tracker.core.parts import config
from tracker.initiatives import queries as initiatives
from tracker.ledger.models import Grade
from tracker.supporters.models import RegionalGroup
from tracker.tallies import queries as tallies
from tracker.tallies import roll, series

bp = Blueprint("exports", __name__)


@bp.get("/initiatives/<slug>/endorsements.<any(csv, xlsx, jsonl):ending>")
@public
def endorsements(slug: str, ending: str) -> Response:
    """The governments, organisations and named parliamentarians that are counted on a day."""
    limits.count_reading("exports", limits.EXPORTS)
    asking.only((*asking.DATES, *asking.FILTERS))
    session = db.session()
    tallies.snapshot(session)
    wanted = asking.sought(session, slug)
    rows = map(cells, roll.every(session, wanted))
    return _file(f"{slug}-{wanted.as_of}", ending, NAMES, _ended(session, rows))


@bp.get("/initiatives/<slug>/individuals-by-day.csv")
@public
def individuals_by_day(slug: str) -> Response:
    """How many individuals were counted, day by day. Nothing else is told of them in bulk."""
    limits.count_reading("exports", limits.EXPORTS)
    asking.only(asking.DATES)
    session = db.session()
    tallies.snapshot(session)
    initiative = initiatives.by_slug(session, slug)
    as_of = asking.day()
    days = series.individuals(session, initiative.id, as_of=as_of, known_at=asking.instant())
    name = f"{slug}-individuals-{as_of}"
    return _file(name, "csv", tuple(DAY_COLUMNS), _ended(session, map(day_cells, days)))


@bp.get("/about/data")
@public
def dictionary() -> str:
    """What the files hold, column by column, and how to ask for them."""
    session = db.session()
    return render_template(
        "api/data.html",
        columns=COLUMNS,
        day_columns=DAY_COLUMNS,
        initiatives=initiatives.all_initiatives(session),
        kinds=roll.KINDS,
        grades=list(Grade),
        groups=list(RegionalGroup),
        site=config().public_url,
    )


def _ended(session: Session, rows: Iterable[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    """The rows, and the connection given back once the last is read or the reader has gone away."""
    try:
        yield from rows
    finally:
        session.close()


def _file(name: str, ending: str, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Response:
    return Response(
        stream_with_context(formats.write(ending, head, rows)),
        content_type=formats.MIMETYPES[ending],
        headers={
            "Content-Disposition": f'attachment; filename="rollcall-{name}.{ending}"',
            "Cache-Control": "public, max-age=0, s-maxage=1",
            "Access-Control-Allow-Origin": "*",
            "X-Robots-Tag": "noindex",  # it may name persons
        },
    )
