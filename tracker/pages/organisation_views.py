"""The organisations that support an initiative, page by page."""

from __future__ import annotations

from flask import render_template

from tracker.core import query_args
from tracker.core.audience import public
from tracker.core.db import db
from tracker.core.errors import BadInput
from tracker.initiatives import queries as initiatives
from tracker.pages import queries
from tracker.pages.blueprint import bp, page_dates
from tracker.presentation.page_cache import kept
from tracker.tallies import organisations as tallies_organisations
from tracker.tallies import queries as tallies
from tracker.tallies.organisations import Place

PAGE = 100


@bp.get("/initiatives/<slug>/organisations")
@public
@kept
def organisations(slug: str) -> str:
    """Every organisation that is counted on a day, in the order in which they joined.

    A page begins after an organisation, or ends before one (keyset), so the thousandth costs as
    much as the first.
    """
    session, dates = db.session(), page_dates()
    tallies.snapshot(session)
    initiative = initiatives.by_slug(session, slug)
    as_of, known_at = dates.as_of, dates.known_at
    after, before = _place("after"), _place("before")
    if after and before:
        raise BadInput("That is no place in this list.")
    page = tallies_organisations.page(
        session,
        initiative.id,
        as_of=as_of,
        known_at=known_at,
        after=after,
        before=before,
        limit=PAGE,
    )
    counted = tallies.tally(
        session, initiative.id, as_of=as_of, known_at=known_at, today=dates.today
    )
    entries = queries.entries(session, page.rows)
    if not dates.live:
        entries = queries.named_as_then(session, entries, as_of, known_at=known_at)
    return render_template(
        "pages/organisations.html",
        initiative=initiative,
        entries=entries,
        not_named=len(page.rows) - len(entries),
        total=counted.organisations,
        shown=page,
        dates=dates,
    )


def _place(name: str) -> Place | None:
    place = query_args.place(name, "[0-9]{1,17}", BadInput("That is no place in this list."))
    return place and Place(place[0], int(place[1]))
