"""The pictures' page, and each picture as a file: SVG, PNG, and its numbers as CSV."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date

from flask import Response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as BaseResponse

from tracker.charts import hemicycle, picture_file, picture_store, pictures, subject, svg_style
from tracker.charts.fonts import undrawable
from tracker.charts.picture_file import Caption
from tracker.charts.picture_store import drawn_in_turn, in_turn, store
from tracker.charts.pictures import Picture
from tracker.charts.subject import Record, Subject
from tracker.core import demonstration_mark, query_args, spreadsheets
from tracker.core.audience import public
from tracker.core.components import config
from tracker.core.db import db
from tracker.core.errors import BadInput, NotFound
from tracker.initiatives import queries as initiatives
from tracker.pages.blueprint import bp, page_dates, state_names
from tracker.presentation.page_cache import kept

MIMETYPES = {"svg": "image/svg+xml", "png": "image/png", "csv": "text/csv"}
svg_style.offer(bp)
bp.record_once(picture_store.register)


@bp.get("/initiatives/<slug>/pictures")
@public
@kept
def drawn(slug: str) -> str:
    """Every picture of an initiative. Of a past day it is drawn in turn, as its files are."""
    with in_turn() if request.query_string else nullcontext():
        return _drawn(slug)


def _drawn(slug: str) -> str:
    session = db.session()
    of = _record(session, slug)
    subject = of.asked
    all_drawn = [
        picture
        for name in pictures.NAMES
        if (picture := pictures.drawn(session, of, name)) is not None
    ]
    return render_template(
        "pages/pictures.html",
        initiative=subject.initiative,
        pictures=all_drawn,
        of=of,
        subject=subject,
        today=subject.today,
        link=state_link(subject.as_of, subject.today),
    )


@bp.get("/initiatives/<slug>/pictures/<name>.<any(svg,png,csv):ending>")
@public
@drawn_in_turn
def picture(slug: str, name: str, ending: str) -> BaseResponse:
    """One picture as a file. Where this machine has no font for its letters, a PNG of it is the SVG
    instead, which whoever looks at it draws with fonts of their own."""
    session = db.session()
    known = next((known_name for known_name in pictures.NAMES if known_name == name), None)
    if known is None:
        raise NotFound("There is no picture of that name here.")
    of = _record(session, slug)
    picture = pictures.drawn(session, of, known)
    if picture is None:
        raise NotFound("There is nothing that this picture could show.")
    page = f"{config().public_url}{url_for('pages.drawn', slug=slug)}{of.asked.query}"
    caption = Caption(
        day=of.day,
        counts=of.both,
        invented=config().demo,
        source=_(
            "Source: Rollcall, %(address)s, ledger size %(size)s.",
            address=page,
            size=of.tally.ledger_size,
        ),
    )
    return file(picture, caption, ending, f"{slug}-{name}-{of.asked.as_of.isoformat()}")


def _record(session: Session, slug: str) -> Record:
    """Return what an address asks for. Raises NotFound, BadInput."""
    initiative = initiatives.by_slug(session, slug)
    dates = page_dates()
    first = hemicycle.ORDERS[0]
    refusal = BadInput("Seats can be ordered by region or by grade.")
    by = query_args.one_of("by", hemicycle.ORDERS, refusal, default=first)
    of = Subject(initiative=initiative, when=dates, by=by)
    return subject.record(session, of, state_names(session, dates.past, known_at=dates.known_at))


def state_link(as_of: date, today: date) -> dict[str, str]:
    """Return where a State's seat leads: to its record on the same day."""
    query = f"?as_of={as_of.isoformat()}" if as_of < today else ""
    return {"root": url_for("pages.states"), "query": query}


def file(picture: Picture, caption: Caption, ending: str, name: str) -> BaseResponse:
    """A picture as SVG or PNG, or its numbers as CSV, under a name without its ending.

    Where no font of this machine has a PNG's letters, to the SVG: the reader's machine has them.
    """
    text = _table(picture, caption) if ending == "csv" else picture_file.svg(picture, caption)
    if ending == "png" and undrawable(text):
        here = {**(request.view_args or {}), **query_args.arguments().to_dict(), "ending": "svg"}
        return redirect(url_for(request.endpoint or "", **here))
    # Twice as fine as the sheet's own units ask for on a plain screen.
    body = store().png(text, 2 * picture_file.WIDTH) if ending == "png" else text.encode()
    response = Response(body, mimetype=MIMETYPES[ending])
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"  # others may show it
    response.headers["Content-Disposition"] = f'inline; filename="{name}.{ending}"'
    return response


def _table(picture: Picture, caption: Caption) -> str:
    head, rows = picture.table.columns, picture.table.rows
    signed = demonstration_mark.signed_table(head, rows) if caption.invented else (head, rows)
    return "".join(spreadsheets.rows(*signed))
