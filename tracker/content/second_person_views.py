"""The page of what needs a second person: figures that lead a page, years of the Security Council.

Whoever publishes it proves first who they are, if they signed in long ago.
"""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from tracker.accounts.freshness import needs_fresh_proof
from tracker.accounts.queries import staff_names
from tracker.content import labels, queries
from tracker.content.blueprint import SECONDERS, bp, edits, me
from tracker.content.council import services as council_services
from tracker.content.council import views
from tracker.content.drafts import second_person
from tracker.content.drafts import services as drafts_services
from tracker.content.forms import ActForm
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.core.errors import NotFound, RuleBroken
from tracker.core.i18n import localized
from tracker.pages.blueprint import state_names


@bp.get("/second")
@staff(*SECONDERS)
def second() -> str:
    """Show the drafts that take a second person, each with what it would change."""
    session = db.session()
    drafts = [draft for draft in queries.drafts(session) if second_person.is_due(draft)]
    names, person, now = state_names(session), me(), utcnow()
    years = []
    for revision in council_services.drafts(session):
        year = council_services.of(session, revision.year)
        writers = revision.writer_ids
        years.append(
            {
                "year": year,
                "changes": views.changes_of(
                    year.public, year.source, revision.members, revision.source, names
                ),
                "mine": person.id in (writers or ()),
                "may_publish": second_person.is_second(session, writers, person, now=now),
            }
        )
    return render_template(
        "content/second_person.html",
        drafts=[
            {
                "content": draft,
                "parent": queries.parent_of(session, draft),
                "changes": labels.changes(draft.kind, draft.public or {}, draft.values),
                "mine": person.id in ((draft.draft.writer_ids if draft.draft else None) or ()),
                "may_publish": second_person.may_publish(session, draft, person, now=now),
            }
            for draft in drafts
        ],
        years=years,
        may_edit=edits(),
        names=staff_names(session),
        token=ActForm(formdata=None),
    )


@bp.post("/second/<kind>/<ref>")
@staff(*SECONDERS)
@needs_fresh_proof(".second")
def publish_second(kind: str, ref: str) -> ResponseReturnValue:
    """Publish a draft that somebody else wrote."""
    described, form = queries.kind_named(kind), ActForm()
    try:
        with transaction() as session:
            content = queries.subject(session, described, ref, lock=True)
            if not second_person.is_due(content):
                raise NotFound(queries.NOT_FOUND)
            drafts_services.publish(session, content, me(), seen=form.seen.data or "", now=utcnow())
    except RuleBroken as error:
        flash(localized(error), "error")
    else:
        flash(_("Published. The public pages show it within a second."), "done")
    return redirect(url_for(".second"), code=303)
