"""The queue, and one entry with the decisions that can be taken on it."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from tracker.accounts import freshness
from tracker.accounts.freshness import needs_fresh_proof
from tracker.accounts.queries import reviewers, staff_names
from tracker.accounts.signed_in import EVERYBODY, REVIEWER, me
from tracker.challenges import queries as challenge_queries
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.components import vault
from tracker.core.db import db, transaction
from tracker.core.errors import NotFound, RuleBroken
from tracker.core.i18n import said
from tracker.core.web import row_number
from tracker.endorsements import own_words, waiting_times
from tracker.endorsements.lifecycle import AWAITING, Action, ActorKind, Status, offered
from tracker.endorsements.models import Endorsement
from tracker.endorsements.queries import COUNTED, sealed_address
from tracker.initiatives.queries import all_initiatives
from tracker.review.decisions import independence, lapses, mail_domain, proposals, undo
from tracker.review.decisions import services as decisions_services
from tracker.review.evidence import services as evidence_services
from tracker.review.queue import claims, queries, saved_filters
from tracker.staff import (
    audit_views,
    bulk_views,
    challenge_views,
    duplicate_views,
    evidence_views,
    instrument_views,
    letter_views,
    mail_views,
    personal_data_views,
    personal_read_views,
    proposal_views,
    queue_views,
    state_views,
    sweep_views,
    traffic_views,
    word_views,
)
from tracker.staff.blueprint import bp, decides, named, shows_person
from tracker.staff.forms.decisions import DecisionForm, FilterForm, NoteForm, SettleForm
from tracker.staff.labels import DONE, TO_DO
from tracker.staff.reauthentication import entry_of_government
from tracker.supporters import histories
from tracker.supporters.change_labels import happened
from tracker.supporters.models import SupporterKind

__all__ = [
    "audit_views",
    "bp",
    "bulk_views",
    "challenge_views",
    "duplicate_views",
    "evidence_views",
    "instrument_views",
    "lapses",
    "letter_views",
    "mail_views",
    "personal_data_views",
    "personal_read_views",
    "proposal_views",
    "state_views",
    "sweep_views",
    "traffic_views",
    "word_views",
]
NEEDED = 3
"""How many people it takes to record and to verify a government that wrote a letter."""


@bp.get("/staff/")
@staff(*EVERYBODY)
def queue() -> ResponseReturnValue:
    """Everything that waits for staff, oldest first."""
    session = db.session()
    form = FilterForm(list(all_initiatives(session)), formdata=request.args)
    filters = form.filters()
    after = request.args.get("after", 0, type=row_number)
    entries = queries.queue(session, filters, after=after, limit=queries.PAGE + 1)
    more = len(entries) > queries.PAGE
    entries = entries[: queries.PAGE]
    return render_template(
        "staff/queue.html",
        form=form,
        entries=entries,
        not_mine=queries.matching(session, entries, independence.appealed_from(me().id)),
        next_after=entries[-1].id if more else None,
        after=after,
        awaiting=queries.awaiting(session),
        withdrawals=queries.withdrawals_requested(session),
        changes=queries.open_changes(session),
        challenged=challenge_queries.count_waiting(session),
        reviewers=len(reviewers(session)),
        needed=NEEDED,
        kinds=list(SupporterKind),
        saved=saved_filters.saved_filters(session, me().id),
        ageing=waiting_times.ageing(session, now=utcnow()),
        medians=waiting_times.medians(session, now=utcnow()),
        handed=claims.count_handed_to(session, me().id),
        token=SettleForm(formdata=None),
        part=queue_views.part(),
        now=utcnow(),
        **queue_views.offered_undo(request.args.get("done", 0, type=row_number)),
    )


@bp.get("/staff/endorsements/<int:id>")
@staff(*EVERYBODY)
def item(id: int) -> ResponseReturnValue:
    """One entry: all that was submitted, what speaks for and against it, and what can be done."""
    endorsement = queries.item(db.session(), id)
    return _item(endorsement, _refilled(endorsement))


@bp.post("/staff/endorsements/<int:id>/<action>")
@staff(REVIEWER)
@needs_fresh_proof(".item", "id", "action", when=entry_of_government)
def decide(id: int, action: str) -> ResponseReturnValue:
    """Take a decision, or propose it where it takes two people."""
    endorsement = queries.entry(db.session(), id)
    form = next((one for one in _decisions(endorsement) if one.action == action), None)
    if form is None:
        stale = _("This entry has changed since you opened the page. Look at it again.")
        flash(stale, "error")
        return _item(queries.item(db.session(), id)), 409
    if not form.validate():
        return _item(queries.item(db.session(), id), form), 422
    try:
        _carry_out(id, form)
    except RuleBroken as error:
        form.form_errors.append(said(error))
        return _item(queries.item(db.session(), id), form), 409
    done = _("Proposed. A second reviewer must agree.") if form.two else str(DONE[form.action])
    flash(f"{named(endorsement)}: {done}", "done")
    if "going" in queue_views.part():
        return queue_views.go_on(done=id)
    return redirect(url_for(".item", id=id))


@bp.post("/staff/endorsements/<int:id>/notes")
@staff(*EVERYBODY)
def add_note(id: int) -> ResponseReturnValue:
    """Leave a remark that only staff see."""
    form = NoteForm()
    if not form.validate():
        return _item(queries.item(db.session(), id), note_form=form), 422
    with transaction() as session:
        endorsement = queries.item(session, id)
        decisions_services.note(session, endorsement, me(), form.words.data or "", now=utcnow())
    return redirect(url_for(".item", id=id) + "#notes")


@bp.get("/staff/endorsements/<int:id>/evidence/<int:evidence_id>")
@staff(*EVERYBODY)
def evidence_file(id: int, evidence_id: int) -> ResponseReturnValue:
    """A submitted file, always as a download: it is a stranger's."""
    file = queries.evidence_file(db.session(), id, evidence_id)
    if not shows_person(queries.entry(db.session(), id)):
        raise NotFound(_("Show the personal details of this entry first."))
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


def _decisions(endorsement: Endorsement) -> list[DecisionForm]:
    """A form for each step that the table allows now, and for amending a verified government."""
    session = db.session()
    seen = queries.newest_decision_id(session, endorsement.id)
    steps = offered(endorsement.status, endorsement.kind, ActorKind.STAFF)
    verbs = set(decisions_services.VERBS)
    if sealed_address(endorsement) is None:
        verbs.discard(Action.ASK)  # nobody could be asked
    forms = [
        DecisionForm(step.action, seen, kind=endorsement.kind, two=endorsement.takes_two(step))
        for action in TO_DO
        for step in steps
        if step.action is action and action in verbs
    ]
    if endorsement.status is Status.VERIFIED:
        forms += [
            DecisionForm(
                action, seen, kind=endorsement.kind, two=True, evidence=endorsement.evidence
            )
            for action in proposals.amendments(endorsement.kind)
        ]
    if endorsement.withdrawal_requested_at and endorsement.status in COUNTED:
        forms.append(DecisionForm(Action.DECLINE_WITHDRAWAL, seen, kind=endorsement.kind))
    return forms


def _refilled(endorsement: Endorsement) -> DecisionForm | None:
    """The decision that its sender had filled in before proving who they are."""
    if not decides() or freshness.kept_fields() is None:
        return None
    wanted = request.args.get("action")
    forms = (one for one in _decisions(endorsement) if one.action == wanted)
    return next(map(freshness.refill, forms), None)


def _item(
    endorsement: Endorsement,
    failed: DecisionForm | None = None,
    note_form: NoteForm | None = None,
) -> str:
    session = db.session()
    forms = _decisions(endorsement) if decides() else []
    if failed is not None:
        forms = [failed if one.action is failed.action else one for one in forms] or [failed]
    sealed = sealed_address(endorsement)
    shown = shows_person(endorsement)
    email = vault().open(sealed) if sealed and decides() and shown else None
    return render_template(
        "staff/item.html",
        entry=endorsement,
        email=email,
        shows_person=shown,
        mail_sign=mail_domain.sign(email, endorsement.supporter.domain) if email else None,
        forms=forms,
        failed=failed,
        note_form=note_form or NoteForm(formdata=None),
        settle_form=SettleForm(formdata=None),
        challenges=challenge_queries.of_entry(session, endorsement.id),
        duplicates=queries.likely_duplicates(session, endorsement),
        notes=queries.notes(session, endorsement.id),
        became=histories.still(histories.of_supporter(session, endorsement.supporter_id)),
        happened=happened,
        citable=decides() and endorsement.status in evidence_services.CITABLE,
        changes=queries.changes_of(session, endorsement.id),
        names=staff_names(session),
        reviewers=len(reviewers(session)),
        needed=NEEDED,
        now=utcnow(),
        part=queue_views.part(),
        token=SettleForm(formdata=None),
        fingerprint=own_words.fingerprint,
        **_people(endorsement),
        **queue_views.offered_undo(request.args.get("done", 0, type=row_number)),
    )


def _people(endorsement: Endorsement) -> dict[str, Any]:
    """Who has to do with an entry: who recorded or approved it, looks at it, was asked for it."""
    session, mine, now = db.session(), me().id, utcnow()
    undecided = endorsement.status in AWAITING
    on_appeal = undecided and endorsement.appealed_at is not None
    colleagues = []
    if endorsement.status is Status.APPROVED_ONCE and decides():
        others = {
            mine,
            endorsement.recorder_id,
            endorsement.second_recorder_id,
            endorsement.first_approver_id,
        }
        colleagues = [one for one in reviewers(session) if one.id not in others]
    return {
        "holder": claims.holder(session, endorsement.id, now=now),
        "handed": claims.handed_to(session, endorsement.id),
        "colleagues": colleagues,
        "can_undo": decides() and undo.can_undo(endorsement, me(), now=now),
        "i_recorded": mine in (endorsement.recorder_id, endorsement.second_recorder_id),
        "i_took_part": independence.took_part(session, endorsement, mine),
        "i_am_new": endorsement.kind is SupporterKind.GOVERNMENT
        and decides()
        and not me().approves_governments(now),
        "on_appeal": on_appeal,
        "others_on_appeal": independence.others_on_appeal(session, endorsement) if on_appeal else 0,
        "standing": queries.counted_for(session, endorsement) if undecided else None,
        "i_approved": (
            endorsement.status is Status.APPROVED_ONCE and endorsement.first_approver_id == mine
        ),
        "me_id": mine,
        "me": me(),
        "Action": Action,
    }
