"""Pages on which a second reviewer settles what a first one proposed."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from tracker.accounts.current_account import EVERYBODY, REVIEWER, me
from tracker.accounts.freshness import needs_fresh_proof
from tracker.accounts.queries import staff_names
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.components import vault
from tracker.core.db import db, transaction
from tracker.core.errors import RuleBroken
from tracker.core.i18n import localized
from tracker.review.decisions import proposals as decisions_proposals
from tracker.review.evidence import proposals as evidence_proposals
from tracker.review.evidence import queries as evidence_queries
from tracker.review.evidence import text_proposals
from tracker.review.queue import queries as queue_queries
from tracker.staff.blueprint import bp
from tracker.staff.forms.decisions import SettleForm
from tracker.staff.reauthentication import change_of_government


@bp.get("/staff/changes")
@staff(*EVERYBODY)
def proposed() -> ResponseReturnValue:
    """Show changes of governments' entries that wait for a second person."""
    return _page()


@bp.post("/staff/changes/<int:change_id>/second")
@staff(REVIEWER)
@needs_fresh_proof(".proposed", when=change_of_government)
def second_change(change_id: int) -> ResponseReturnValue:
    """Agree to a change, which is then carried out."""
    return _settle(change_id, agree=True)


@bp.post("/staff/changes/<int:change_id>/drop")
@staff(REVIEWER)
@needs_fresh_proof(".proposed", when=change_of_government)
def drop_change(change_id: int) -> ResponseReturnValue:
    """Drop a change; the entry stays as it is."""
    return _settle(change_id, agree=False)


@bp.post("/staff/edits/<int:edit_id>/<any(second,drop):what>")
@staff(REVIEWER)
@needs_fresh_proof(".proposed")  # only what governments rest on waits
def settle_edit(edit_id: int, what: str) -> ResponseReturnValue:
    """Agree to a change of a text, which is then carried out, or drop it."""
    try:
        with transaction() as session:
            edit = text_proposals.by_id(session, edit_id)
            text = evidence_queries.for_change(session, edit.instrument_id)
            if what == "second":
                text_proposals.second(session, text, edit, me(), now=utcnow())
            else:
                text_proposals.drop(session, edit, me(), now=utcnow())
            text_id = text.id
    except RuleBroken as error:
        flash(localized(error), "error")
        return _page(), 409
    flash(_("Seconded and carried out.") if what == "second" else _("Dropped."), "done")
    return redirect(url_for(".instrument", id=text_id), code=303)


def _settle(change_id: int, *, agree: bool) -> ResponseReturnValue:
    try:
        with transaction() as session:
            change = queue_queries.change(session, change_id)
            entry_id = change.endorsement_id
            queue_queries.for_change(session, entry_id)
            if agree:
                evidence_proposals.second(session, vault(), change, me(), now=utcnow())
            else:
                decisions_proposals.drop(session, change, me(), now=utcnow())
    except RuleBroken as error:
        flash(localized(error), "error")
        return _page(), 409
    flash(_("Seconded and carried out.") if agree else _("Dropped."), "done")
    return redirect(url_for(".item", id=entry_id))


def _page() -> str:
    session = db.session()
    return render_template(
        "staff/proposals.html",
        changes=queue_queries.open_changes(session),
        edits=text_proposals.waiting(session),
        names=staff_names(session),
        me_id=me().id,
        form=SettleForm(formdata=None),
        now=utcnow(),
    )
