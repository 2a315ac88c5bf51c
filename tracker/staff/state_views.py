"""Pages on which editors and reviewers propose that a State was renamed or succeeded, and on which
a different one of them agrees."""

from __future__ import annotations

from collections.abc import Callable

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker.accounts import freshness
from tracker.accounts.current_account import EDITOR, EVERYBODY, REVIEWER, me
from tracker.accounts.freshness import needs_fresh_proof
from tracker.accounts.queries import staff_names
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.core.errors import RuleBroken
from tracker.core.i18n import localized
from tracker.review.decisions import state_settlement
from tracker.staff.blueprint import bp
from tracker.staff.file_differences import Difference, in_words, sources
from tracker.staff.forms.decisions import SettleForm
from tracker.staff.forms.succession import (
    LANGUAGES,
    TITLES,
    HappenedForm,
    RegionalGroupForm,
    StateNamesForm,
    SuccessionForm,
)
from tracker.staff.reauthentication import saving
from tracker.staff.succession_views import shown_first
from tracker.supporters import histories, queries, state_changes
from tracker.supporters.change_labels import group_of, happened
from tracker.supporters.changes import ChangeKind
from tracker.supporters.models import RegionalGroup, Supporter
from tracker.supporters.proposals import StateProposal


@bp.get("/staff/states")
@staff(*EVERYBODY)
def states() -> str:
    """Show the 195 States, to say what became of one."""
    session = db.session()
    return render_template(
        "staff/states.html",
        states=queries.all_states(session),
        governments=queries.government_ids(session),
    )


@bp.route("/staff/states/<iso3>/rename", methods=["GET", "POST"])
@staff(REVIEWER, EDITOR)
@needs_fresh_proof(".rename_state", "iso3", when=saving)
def rename_state(iso3: str) -> ResponseReturnValue:
    """Propose a State's new names, in the languages in which they are known."""
    session = db.session()
    state, government = queries.state(session, iso3), queries.government(session, iso3)
    form = StateNamesForm(state, histories.newest_id(session, government.id))
    freshness.refill(form)

    def propose(session: Session) -> StateProposal:
        return state_changes.propose_names(
            session,
            queries.state(session, iso3),
            form.wanted(),
            form.happened(me().id),
            me().id,
            now=utcnow(),
        )

    return _shown_first(government, ChangeKind.RENAMED, form, propose)


@bp.route("/staff/states/<iso3>/regional-group", methods=["GET", "POST"])
@staff(REVIEWER, EDITOR)
@needs_fresh_proof(".regroup_state", "iso3", when=saving)
def regroup_state(iso3: str) -> ResponseReturnValue:
    """Propose that a State belongs to another regional group."""
    session = db.session()
    state, government = queries.state(session, iso3), queries.government(session, iso3)
    form = RegionalGroupForm(
        histories.newest_id(session, government.id), data={"group": state.regional_group.value}
    )
    freshness.refill(form)

    def propose(session: Session) -> StateProposal:
        state, group = queries.state(session, iso3), RegionalGroup(form.group.data)
        happened = form.happened(me().id)
        return state_changes.propose_group(session, state, group, happened, me().id, now=utcnow())

    return _shown_first(government, ChangeKind.REGROUPED, form, propose)


@bp.route("/staff/states/<iso3>/succession", methods=["GET", "POST"])
@staff(REVIEWER, EDITOR)
@needs_fresh_proof(".succeed_state", "iso3", when=saving)
def succeed_state(iso3: str) -> ResponseReturnValue:
    """Propose that a State was succeeded by another."""
    session = db.session()
    government = queries.government(session, iso3)
    others = [
        (state.iso3, state.name) for state in queries.all_states(session) if state.iso3 != iso3
    ]
    form = SuccessionForm(others, histories.newest_id(session, government.id))
    freshness.refill(form)

    def propose(session: Session) -> StateProposal:
        old, new = queries.state(session, iso3), queries.state(session, form.successor.data)
        happened = form.happened(me().id)
        return state_changes.propose_succession(session, old, new, happened, me().id, now=utcnow())

    return _shown_first(government, ChangeKind.SUCCEEDED, form, propose)


@bp.get("/staff/states/proposals")
@staff(*EVERYBODY)
def state_proposals() -> ResponseReturnValue:
    """Show what was proposed of States and waits for a second person."""
    return _waiting()


@bp.post("/staff/states/proposals/<int:proposal_id>/take-up")
@staff(REVIEWER, EDITOR)
@needs_fresh_proof(".state_proposals")
def take_up_state_proposal(proposal_id: int) -> ResponseReturnValue:
    """Propose what the data files say, as the first of two people."""
    try:
        with transaction() as session:
            proposal = state_changes.proposal(session, proposal_id)
            state_settlement.take_up(session, proposal, me(), now=utcnow())
    except RuleBroken as error:
        flash(localized(error), "error")
        return _waiting(), 409
    flash(_("Proposed. It is recorded once a different person agrees."), "done")
    return redirect(url_for(".state_proposals"), code=303)


@bp.post("/staff/states/proposals/<int:proposal_id>/agree")
@staff(REVIEWER, EDITOR)
@needs_fresh_proof(".state_proposals")
def agree_on_state(proposal_id: int) -> ResponseReturnValue:
    """Agree to what a different person proposed, which is then recorded."""
    return _settle(proposal_id, agree=True)


@bp.post("/staff/states/proposals/<int:proposal_id>/drop")
@staff(REVIEWER, EDITOR)
@needs_fresh_proof(".state_proposals")
def drop_state_proposal(proposal_id: int) -> ResponseReturnValue:
    """Drop a proposal; the State stays as it is."""
    return _settle(proposal_id, agree=False)


def _settle(proposal_id: int, *, agree: bool) -> ResponseReturnValue:
    try:
        with transaction() as session:
            proposal = state_changes.proposal(session, proposal_id)
            supporter_id = proposal.supporter_id
            if agree:
                state_settlement.agree(session, proposal, me(), now=utcnow())
            else:
                state_changes.drop(session, proposal, me().id, now=utcnow())
    except RuleBroken as error:
        flash(localized(error), "error")
        return _waiting(), 409
    flash(_("Recorded. The public pages show it.") if agree else _("Dropped."), "done")
    return redirect(url_for(".supporter", id=supporter_id))


def _waiting() -> str:
    session = db.session()
    waiting = state_changes.waiting(session)
    return render_template(
        "staff/state_proposals.html",
        proposals=[
            (proposal, differences_of(session, proposal), _sources(proposal))
            for proposal in waiting
        ],
        orphaned={
            proposal.id for proposal in waiting if state_settlement.is_orphaned(session, proposal)
        },
        titles=TITLES,
        names=staff_names(session),
        happened=happened,
        me_id=me().id,
        may_settle=bool(me().role_names & state_settlement.SETTLERS),
        form=SettleForm(formdata=None),
    )


def _sources(proposal: StateProposal) -> list[str]:
    return sources(proposal) if proposal.kind is ChangeKind.CORRECTED else [proposal.source]


def _shown_first(
    government: Supporter,
    kind: ChangeKind,
    form: HappenedForm,
    propose: Callable[[Session], StateProposal],
) -> ResponseReturnValue:
    def rehearse() -> list[Difference]:
        with transaction(rehearsal=True) as session:
            return differences_of(session, propose(session))

    def save() -> ResponseReturnValue:
        with transaction() as session:
            propose(session)
        flash(_("Proposed. It is recorded once a different person agrees."), "done")
        return redirect(url_for(".state_proposals"))

    iso3 = government.state_iso3 or ""
    return shown_first(
        lambda: queries.government(db.session(), iso3),
        kind,
        form,
        rehearse=rehearse,
        save=save,
        two_people=True,
        languages=LANGUAGES if isinstance(form, StateNamesForm) else None,
    )


def differences_of(session: Session, proposal: StateProposal) -> list[Difference]:
    """Return what a proposal would change, in words."""
    if proposal.undoes is not None:
        return []
    iso3 = session.get_one(Supporter, proposal.supporter_id).state_iso3 or ""
    if proposal.kind is ChangeKind.SUCCEEDED:
        successor = queries.state(session, proposal.wanted["successor"])
        return [Difference(_("Successor"), "", f"{successor.name} ({successor.iso3})")]
    state = queries.state(session, iso3)
    if proposal.kind is ChangeKind.CORRECTED:
        return in_words(session, proposal)
    if proposal.kind is ChangeKind.REGROUPED:
        before, after = state.regional_group, RegionalGroup(proposal.wanted["group"])
        return [Difference(_("Regional group"), group_of(before), group_of(after))]
    differences = []
    for name in state.names:
        if name.language in proposal.wanted:
            short, formal = proposal.wanted[name.language]
            language = str(LANGUAGES[name.language])
            differences += [
                Difference(_("%(language)s, short", language=language), name.short_name, short),
                Difference(_("%(language)s, formal", language=language), name.formal_name, formal),
            ]
    return [difference for difference in differences if difference.before != difference.after]
