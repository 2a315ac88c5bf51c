"""The organisations that support an initiative, page by page."""

from __future__ import annotations

import re
from datetime import date

from flask import render_template, request
from flask_babel import gettext as _

from tracker.core.audience import public
from tracker.core.db import db
from tracker.core.errors import BadInput
from tracker.initiatives import queries as initiatives
from tracker.pages import queries
from tracker.pages.blueprint import asked, bp
from tracker.presentation.page_cache import kept
from tracker.tallies import organisations as tallies_organisations
from tracker.tallies import queries as tallies
from tracker.tallies.organisations import Place

PAGE = 100
PLACE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.([0-9]{1,17})")


@bp.get("/initiatives/<slug>/organisations")
@public
@kept
def organisations(slug: str) -> str:
    """Every organisation that is counted on a day, in the order in which they joined.

    A page begins after an organisation, or ends before one (keyset), so the thousandth costs as
    much as the first.
    """
    session, when = db.session(), asked()
    tallies.snapshot(session)
    found = initiatives.by_slug(session, slug)
    as_of, known_at = when.as_of, when.known_at
    after, before = _place("after"), _place("before")
    if after and before:
        _refuse()
    shown = tallies_organisations.page(
        session, found.id, as_of=as_of, known_at=known_at, after=after, before=before, limit=PAGE
    )
    counted = tallies.tally(session, found.id, as_of=as_of, known_at=known_at, today=when.today)
    entries = queries.entries(session, shown.rows)
    if not when.live:
        entries = queries.named_as_then(session, entries, as_of, known_at=known_at)
    return render_template(
        "pages/organisations.html",
        initiative=found,
        entries=entries,
        not_named=len(shown.rows) - len(entries),
        total=counted.organisations,
        shown=shown,
        asked=when,
    )


def _place(name: str) -> Place | None:
    """A place in the list, as the pager's links write it: ``2020-05-01.17``. Raises BadInput."""
    given = request.args.get(name)
    if given is None:
        return None
    match = PLACE.fullmatch(given)
    try:
        return Place(date.fromisoformat(match[1]), int(match[2])) if match else _refuse()
    except ValueError:
        return _refuse()


def _refuse() -> Place:
    raise BadInput(_("That is no place in this list."))
