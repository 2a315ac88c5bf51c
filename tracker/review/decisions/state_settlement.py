"""The settlement of what is proposed of a State (`supporters.state_changes`), by whom it may be."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.accounts.models import StaffRole, User
from tracker.review.decisions import independence
from tracker.supporters import state_changes
from tracker.supporters.changes import ChangeKind
from tracker.supporters.proposals import StateProposal

SETTLERS = frozenset({StaffRole.REVIEWER.value, StaffRole.EDITOR.value})


def take_up(session: Session, proposal: StateProposal, staff: User, *, now: datetime) -> None:
    """Propose what the data files say, also in place of a former colleague. Raises RuleBroken."""
    instead = is_orphaned(session, proposal)
    state_changes.take_up(session, proposal, staff.id, now=now, instead=instead)


def agree(session: Session, proposal: StateProposal, staff: User, *, now: datetime) -> None:
    """Carry out what a different person proposed. Raises RuleBroken for whoever may be the same."""
    if proposal.proposer_id not in (None, staff.id):
        independence.refuse_one_person(session, staff, proposal.proposer_id, now=now)
    state_changes.agree(session, proposal, staff.id, now=now)


def is_orphaned(session: Session, proposal: StateProposal) -> bool:
    """Return whether the proposer of what the files say can settle nothing any more."""
    if proposal.kind is not ChangeKind.CORRECTED or proposal.proposer_id is None:
        return False
    proposer = session.get_one(User, proposal.proposer_id)
    return not proposer.active or not proposer.role_names & SETTLERS
