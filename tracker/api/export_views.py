"""The public exports: an initiative's entries as CSV, XLSX and JSON lines, its individuals as a
number for each day. Streamed; what is long takes no more memory than what is short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flask import Blueprint, Response, render_template
from sqlalchemy.orm import Session

from tracker.api import formats
from tracker.api.columns import (
    COLUMNS,
    DAY_COLUMNS,
    FREE_COLUMNS,
    NAMES,
    VETO_COLUMNS,
    Cell,
    cells,
    day_cells,
    veto_cells,
)
from tracker.core import limits
from tracker.core.audience import public
from tracker.core.components import config
from tracker.core.db import db
from tracker.core.downloads import streamed
from tracker.core.query_args import refuse_unknown
from tracker.initiatives import queries as initiatives
from tracker.initiatives.grades import Grade
from tracker.supporters.models import RegionalGroup
from tracker.tallies import queries as tallies
from tracker.tallies import query_args, roll, series
from tracker.vetoes import queries as veto_record
from tracker.vetoes import query_args as veto_asking

bp = Blueprint("exports", __name__)


@bp.get("/initiatives/<slug>/endorsements.<any(csv, xlsx, jsonl):ending>")
@public
def endorsements(slug: str, ending: str) -> Response:
    """The governments, organisations and named parliamentarians that are counted on a day."""
    limits.count_reading("exports", limits.EXPORTS)
    refuse_unknown((*query_args.DATES, *query_args.FILTERS))
    session = db.session()
    tallies.snapshot(session)
    wanted = query_args.sought(session, slug)
    rows = map(cells, roll.entries(session, wanted))
    return _file(session, f"{slug}-{wanted.as_of}", ending, NAMES, rows, FREE_COLUMNS)


@bp.get("/initiatives/<slug>/individuals-by-day.csv")
@public
def individuals_by_day(slug: str) -> Response:
    """Return the number of individuals, day by day. No more is told of them in bulk."""
    limits.count_reading("exports", limits.EXPORTS)
    refuse_unknown(query_args.DATES)
    session = db.session()
    tallies.snapshot(session)
    initiative = initiatives.by_slug(session, slug)
    dates = query_args.parse_dates()
    days = series.individuals(session, initiative.id, as_of=dates.as_of, known_at=dates.known_at)
    name = f"{slug}-individuals-{dates.as_of}"
    return _file(session, name, "csv", tuple(DAY_COLUMNS), map(day_cells, days))


@bp.get("/vetoes.csv")
@public
def vetoes() -> Response:
    """The veto record, one row a vetoed text, with what the page's filters leave of it."""
    limits.count_reading("exports", limits.EXPORTS)
    refuse_unknown((*query_args.DATES, *veto_asking.FILTERS))
    session, dates = db.session(), query_args.parse_dates()
    record = veto_record.record(
        session,
        as_of=dates.as_of,
        known_at=dates.known_at,
        wanted=veto_asking.wanted(session),
        with_votes=True,
    )
    rows = map(veto_cells, record)
    return _file(session, f"vetoes-{dates.as_of}", "csv", tuple(VETO_COLUMNS), rows)


@bp.get("/about/data")
@public
def dictionary() -> str:
    """Show the columns of the files, and how to ask for them."""
    session = db.session()
    return render_template(
        "api/data.html",
        columns=COLUMNS,
        day_columns=DAY_COLUMNS,
        veto_columns=VETO_COLUMNS,
        initiatives=initiatives.all_initiatives(session),
        kinds=roll.KINDS,
        grades=list(Grade),
        groups=list(RegionalGroup),
        site=config().public_url,
    )


def _file(
    session: Session,
    name: str,
    ending: str,
    head: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    looked_at: Sequence[int] | None = None,
) -> Response:
    return streamed(
        session,
        formats.signed(ending, head, rows, looked_at=looked_at),
        name=f"rollcall-{name}.{ending}",
        content_type=formats.MIMETYPES[ending],
        Cache_Control="public, max-age=0, s-maxage=1",
        Access_Control_Allow_Origin="*",
        X_Robots_Tag="noindex",  # it may name persons
    )
