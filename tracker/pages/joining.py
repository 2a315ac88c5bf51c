"""The organisations that support an initiative, page by page."""

from __future__ import annotations

import math

from flask import render_template
from flask_babel import gettext as _

from tracker.core.audience import public
from tracker.core.db import db
from tracker.core.errors import BadInput
from tracker.initiatives import queries as initiatives
from tracker.pages import queries
from tracker.pages.blueprint import asked, bp, number
from tracker.pages.kept import kept
from tracker.tallies import standing

PAGE = 100


@bp.get("/initiatives/<slug>/organisations")
@public
@kept
def organisations(slug: str) -> str:
    """Every organisation that is counted on a day, in the order in which they joined."""
    session, when = db.session(), asked()
    found = initiatives.by_slug(session, slug)
    rows = standing.organisations(session, found.id, as_of=when.as_of, known_at=when.known_at)
    page, last = number("page"), max(1, math.ceil(len(rows) / PAGE))
    page = 1 if page is None else page
    if not 1 <= page <= last:
        raise BadInput(_("There is no page of that number."))
    piece = rows[(page - 1) * PAGE : page * PAGE]
    entries = queries.entries(session, piece)
    if when.past is not None:
        entries = queries.named_as_then(session, entries, when.as_of)
    return render_template(
        "pages/organisations.html",
        initiative=found,
        entries=entries,
        not_named=len(piece) - len(entries),
        total=len(rows),
        page=page,
        last=last,
        asked=when,
    )
