"""One entry, and the decisions that can be taken on it."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from tracker.accounts import freshness
from tracker.accounts.current_account import EVERYBODY, REVIEWER, me
from tracker.accounts.freshness import needs_fresh_proof
from tracker.core import query_args
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.components import vault
from tracker.core.db import db, transaction
from tracker.core.errors import NotFound, RuleBroken
from tracker.core.i18n import localized
from tracker.endorsements.models import Endorsement
from tracker.review.decisions import proposals
from tracker.review.decisions import services as decisions_services
from tracker.review.queue import claims, queries
from tracker.staff import instrument_views, item_page, labels, queue_views
from tracker.staff.blueprint import bp, decides, named, shows_person
from tracker.staff.forms.decisions import DecisionForm, NoteForm
from tracker.staff.reauthentication import entry_of_government
from tracker.supporters.change_labels import happened


@bp.get("/staff/endorsements/<int:id>")
@staff(*EVERYBODY)
def item(id: int) -> ResponseReturnValue:
    """Show one entry: what was submitted, what speaks for and against it, what can be done."""
    entry = queries.item(db.session(), id)
    return _page(entry, sent=_refilled(entry))


@bp.post("/staff/endorsements/<int:id>/<action>")
@staff(REVIEWER)
@needs_fresh_proof(".item", "id", "action", when=entry_of_government)
def decide(id: int, action: str) -> ResponseReturnValue:
    """Take a decision, or propose it where it takes two people."""
    session = db.session()
    entry = queries.entry(session, id)
    form = item_page.decision_form(session, entry, action)
    if form is None:
        flash(_("This entry has changed since you opened the page. Look at it again."), "error")
        return _page(queries.item(session, id)), 409
    if not form.validate():
        return _page(queries.item(session, id), sent=form), 422
    try:
        _carry_out(id, form)
    except RuleBroken as error:
        form.form_errors.append(localized(error))
        return _page(queries.item(session, id), sent=form), 409
    done = (
        _("Proposed. A second reviewer must agree.")
        if form.two
        else str(labels.for_value(form.action))
    )
    flash(f"{named(entry)}: {done}", "done")
    if "going" in queue_views.part():
        return queue_views.go_on(done=id)
    return redirect(url_for(".item", id=id))


@bp.post("/staff/endorsements/<int:id>/notes")
@staff(*EVERYBODY)
def add_note(id: int) -> ResponseReturnValue:
    """Leave a remark that only staff see."""
    form = NoteForm()
    if not form.validate():
        return _page(queries.item(db.session(), id), note_form=form), 422
    with transaction() as session:
        endorsement = queries.item(session, id)
        decisions_services.note(session, endorsement, me(), form.words.data or "", now=utcnow())
    return redirect(url_for(".item", id=id) + "#notes")


@bp.get("/staff/endorsements/<int:id>/evidence/<int:evidence_id>")
@staff(*EVERYBODY)
def evidence_file(id: int, evidence_id: int) -> ResponseReturnValue:
    """Send a submitted file, always as a download: it is a stranger's."""
    file = queries.evidence_file(db.session(), id, evidence_id)
    if not shows_person(queries.entry(db.session(), id)):
        raise NotFound("Show the personal details of this entry first.")
    return instrument_views.send(file)


def _carry_out(id: int, form: DecisionForm) -> None:
    with transaction() as session:
        endorsement = queries.for_change(session, id)
        verdict = form.verdict(me())
        if form.two:
            proposals.propose(
                session,
                vault(),
                endorsement,
                form.action,
                verdict,
                now=utcnow(),
                **form.amendment(),
            )
        else:
            verb = decisions_services.VERBS[form.action]
            verb(session, vault(), endorsement, verdict, now=utcnow())
            claims.settle(session, id)


def _refilled(entry: Endorsement) -> DecisionForm | None:
    """Return the decision that its sender had filled in before proving who they are."""
    if not decides() or freshness.kept_fields() is None:
        return None
    form = item_page.decision_form(db.session(), entry, query_args.text("action"))
    return form and freshness.refill(form)


def _page(
    entry: Endorsement, *, sent: DecisionForm | None = None, note_form: NoteForm | None = None
) -> str:
    shown, now = shows_person(entry), utcnow()
    return render_template(
        "staff/item.html",
        page=item_page.ItemPage(
            db.session(),
            vault(),
            entry,
            me(),
            decides=decides(),
            shows_person=shown,
            now=now,
            sent=sent,
        ),
        entry=entry,
        shows_person=shown,
        note_form=note_form or NoteForm(formdata=None),
        happened=happened,
        needed=item_page.NEEDED_REVIEWERS,
        now=now,
        part=queue_views.part(),
        **queue_views.offered_undo(query_args.row_number("done") or 0),
    )
