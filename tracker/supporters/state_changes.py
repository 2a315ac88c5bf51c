"""Proposals of what happened to a State, and their settlement: two people who see the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, joinedload

from tracker.core import two_person_rule
from tracker.core.dates import DatePrecision
from tracker.core.errors import Conflict, NotFound, RuleBroken
from tracker.core.words import translatable as _t
from tracker.supporters import file_rows, groups, histories, queries, renames
from tracker.supporters.changes import ChangeKind, SupporterChange
from tracker.supporters.events import Happened, Retraction
from tracker.supporters.models import RegionalGroup, State, Supporter
from tracker.supporters.proposals import StateProposal
from tracker.supporters.renames import StateWords

CHANGE_WAITS = _t("Another change of this State waits already. Agree to that one or drop it first.")

TAKEN_BY_ANOTHER = _t(
    "This came from the data files. One person takes it up first, and a different person agrees."
)


def propose_names(
    session: Session,
    state: State,
    wanted: Mapping[str, StateWords],
    happened: Happened,
    staff_id: int,
    *,
    now: datetime,
) -> StateProposal:
    """Propose a State's new names. Raises RuleBroken for what could not be recorded now."""
    differing = renames.state_difference(state, wanted)
    names = {code: [after.short, after.formal] for code, (_old, after) in differing.items()}
    return _propose(session, state.iso3, ChangeKind.RENAMED, names, happened, staff_id, now=now)


def propose_group(
    session: Session,
    state: State,
    group: RegionalGroup,
    happened: Happened,
    staff_id: int,
    *,
    now: datetime,
) -> StateProposal:
    """Propose that a State belongs to another regional group."""
    wanted = {"group": group.value}
    return _propose(session, state.iso3, ChangeKind.REGROUPED, wanted, happened, staff_id, now=now)


def propose_succession(
    session: Session,
    state: State,
    successor: State,
    happened: Happened,
    staff_id: int,
    *,
    now: datetime,
) -> StateProposal:
    """Propose that a State was succeeded by another."""
    wanted = {"successor": successor.iso3}
    return _propose(session, state.iso3, ChangeKind.SUCCEEDED, wanted, happened, staff_id, now=now)


def propose_retraction(
    session: Session, change: SupporterChange, retraction: Retraction, *, now: datetime
) -> StateProposal:
    """Propose that something was recorded of a State in error."""
    proposal = StateProposal(
        supporter_id=change.supporter_id,
        kind=change.kind,
        wanted={},
        source=retraction.source.strip(),
        happened_on=None,
        precision=DatePrecision.ON,
        undoes_id=change.id,
        seen=histories.newest_id(session, change.supporter_id),
        proposer_id=retraction.staff_id,
        proposed_at=now,
    )
    if retraction.seen is not None and retraction.seen != proposal.seen:
        raise Conflict("Somebody else has just recorded something here. Look at it again.")
    if not proposal.source:
        raise RuleBroken("Say what shows that it was an error.")
    standing = histories.in_force(histories.of_supporter(session, change.supporter_id))
    if change.id not in {standing_change.id for standing_change in standing}:
        raise Conflict("This has been taken back already.")
    return _add(session, proposal)


def take_up(
    session: Session,
    proposal: StateProposal,
    staff_id: int,
    *,
    now: datetime,
    instead: bool = False,
) -> None:
    """Propose what the data files say, as the first of two people; `instead` of somebody who did
    but is on the staff no more. Raises RuleBroken for a name that another State has, Conflict for
    what somebody has taken up or settled."""
    if proposal.kind is not ChangeKind.CORRECTED:
        raise Conflict(file_rows.TAKEN_UP)
    if instead:
        file_rows.take_over(session, proposal, staff_id, now=now)
    else:
        file_rows.take_up(session, proposal, staff_id)


def agree(session: Session, proposal: StateProposal, staff_id: int, *, now: datetime) -> None:
    """Carry out what a different person proposed. Raises RuleBroken for its proposer, Conflict when
    something else was recorded of the State since."""
    if proposal.proposer_id is None:
        raise RuleBroken(TAKEN_BY_ANOTHER)
    two_person_rule.agree(session, proposal, staff_id, now=now)
    if proposal.kind is ChangeKind.CORRECTED:
        file_rows.carry_out(session, proposal)
        return
    if proposal.undoes_id is not None:
        renames.take_back(
            session,
            histories.change(session, proposal.undoes_id),
            Retraction(
                staff_id=proposal.proposer_id,
                seconder_id=staff_id,
                source=proposal.source,
                seen=proposal.seen,
            ),
            now=now,
        )
        return
    carry_out(session, proposal, seconder_id=staff_id, now=now)


def carry_out(
    session: Session, proposal: StateProposal, *, seconder_id: int, now: datetime
) -> SupporterChange:
    """Record a new name, a group or a succession as proposed."""
    if proposal.happened_on is None:
        raise RuleBroken("This does not say from which day it holds. Drop it.")
    happened = Happened(
        on=proposal.happened_on,
        precision=proposal.precision,
        source=proposal.source,
        staff_id=proposal.proposer_id,
        seconder_id=seconder_id,
        seen=proposal.seen,
    )
    iso3 = session.get_one(Supporter, proposal.supporter_id).state_iso3 or ""
    state = queries.state(session, iso3)
    if proposal.kind is ChangeKind.SUCCEEDED:
        successor = queries.state(session, proposal.wanted["successor"])
        return renames.succeed(session, state, successor, happened, now=now)
    if proposal.kind is ChangeKind.REGROUPED:
        group = RegionalGroup(proposal.wanted["group"])
        return groups.regroup(session, state, group, happened, now=now)
    wanted = {code: StateWords(*names) for code, names in proposal.wanted.items()}
    return renames.rename_state(session, state, wanted, happened, now=now)


def drop(session: Session, proposal: StateProposal, staff_id: int, *, now: datetime) -> None:
    """Give a proposal up; the State stays as it is. The files' is not made again until they say
    something else."""
    two_person_rule.drop(session, proposal, staff_id, now=now)
    if proposal.kind is ChangeKind.CORRECTED:
        file_rows.pass_over(session, proposal)


def waiting(session: Session) -> Sequence[StateProposal]:
    """Return proposals that wait for a second person, the oldest first."""
    return session.scalars(
        select(StateProposal)
        .options(joinedload(StateProposal.supporter), joinedload(StateProposal.undoes))
        .where(StateProposal.settled_at.is_(None))
        .order_by(StateProposal.id)
    ).all()


def of_supporter(session: Session, supporter_id: int) -> StateProposal | None:
    """Return what waits of one State."""
    return next(
        (proposal for proposal in waiting(session) if proposal.supporter_id == supporter_id), None
    )


def proposal(session: Session, proposal_id: int) -> StateProposal:
    """Return one proposal. Raises NotFound."""
    row = session.get(StateProposal, proposal_id)
    if row is None:
        raise NotFound("Nothing of this number is proposed.")
    return row


def _propose(
    session: Session,
    iso3: str,
    kind: ChangeKind,
    wanted: Mapping[str, object],
    happened: Happened,
    staff_id: int,
    *,
    now: datetime,
) -> StateProposal:
    """Keep a proposal, once it has been tried that it could be carried out."""
    government = queries.government(session, iso3)
    seen = happened.seen
    proposal = StateProposal(
        supporter_id=government.id,
        kind=kind,
        wanted=dict(wanted),
        source=happened.source.strip(),
        happened_on=happened.on,
        precision=happened.precision,
        undoes_id=None,
        seen=seen if seen is not None else histories.newest_id(session, government.id),
        proposer_id=staff_id,
        proposed_at=now,
    )
    if kind is ChangeKind.RENAMED and not wanted:
        raise RuleBroken("Nothing differs from the names that it has.")
    state = queries.state(session, iso3)
    tried = replace(happened, seen=proposal.seen)
    if kind is ChangeKind.SUCCEEDED:
        successor = queries.state(session, str(wanted["successor"]))
        renames.check_succession(session, state, successor, tried, now=now)
    elif kind is ChangeKind.REGROUPED:
        group = RegionalGroup(str(wanted["group"]))
        groups.check_group(session, state, group, tried, now=now)
    else:
        names = {code: StateWords(*pair) for code, pair in proposal.wanted.items()}
        renames.check_names(session, state, names, tried, now=now)
    return _add(session, proposal)


def _add(session: Session, proposal: StateProposal) -> StateProposal:
    if of_supporter(session, proposal.supporter_id) is not None:
        raise RuleBroken(CHANGE_WAITS)
    session.add(proposal)
    try:
        session.flush()
    except IntegrityError as error:
        raise Conflict(CHANGE_WAITS) from error
    return proposal
