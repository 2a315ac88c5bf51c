"""The taking back of a decision: the entry waits in review again, as if it had not been decided."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.core.crypto import Vault
from tracker.core.errors import RuleBroken
from tracker.endorsements import engine, owner_status
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Action, Actor, Status
from tracker.endorsements.models import Endorsement
from tracker.review.decisions import independence
from tracker.review.decisions.notifications import tell

UNDO_WITHIN = timedelta(hours=1)
"""Time within which a decision is taken back by whoever took it; later, entries are suspended."""
UNDOABLE = {
    Action.APPROVE: Status.APPROVED_ONCE,
    Action.VERIFY: Status.VERIFIED,
    Action.REJECT: Status.REJECTED,
}
"""Decisions that can be taken back, and the status that each led to."""


def can_undo(endorsement: Endorsement, staff: User, *, now: datetime) -> bool:
    """Return whether the newest decision about an entry is this person's, recent, and can be
    undone."""
    newest = _newest(endorsement)
    return (
        newest is not None
        and newest.staff_id == staff.id
        and now - newest.decided_at <= UNDO_WITHIN
        and _reopens(endorsement, newest)
    )


def undo(
    session: Session, vault: Vault, endorsement: Endorsement, staff: User, *, now: datetime
) -> Decision:
    """Take back one's own newest decision. Raises RuleBroken when it cannot be."""
    if not can_undo(endorsement, staff, now=now):
        raise RuleBroken(
            "Only your own last decision can be taken back, within an hour, and a verified"
            " government not at all."
        )
    return reopen(session, vault, endorsement, staff, now=now)


def reopen(
    session: Session, vault: Vault, endorsement: Endorsement, staff: User, *, now: datetime
) -> Decision:
    """Put a decided entry back into review. What it counted never counted; who was told of the
    decision is told of this. Raises RuleBroken when the table has no such step."""
    independence.refuse_on_appeal(session, endorsement, Action.REOPEN, staff)
    decided = endorsement.status in (Status.VERIFIED, Status.REJECTED)
    knew = decided and owner_status.knows_of_review(endorsement)
    decision = engine.move(
        session,
        endorsement,
        Action.REOPEN,
        Actor.staff(staff.id),
        now=now,
        verified_at=None,
        first_approver_id=None,
    )
    if knew:
        tell(session, vault, endorsement, "reopened", now=now)
    return decision


def refuse_counted(endorsement: Endorsement, staff: User, *, now: datetime) -> None:
    """Refuse to take back what somebody else verified, or what has counted for a while: to say that
    it never did takes two."""
    newest = _newest(endorsement)
    if endorsement.status is not Status.VERIFIED or newest is None:
        return
    if newest.staff_id != staff.id or now - newest.decided_at > UNDO_WITHIN:
        raise RuleBroken(
            "It was verified by somebody else, or more than an hour ago. Suspend it; a second"
            " reviewer can then agree to invalidate it."
        )


def _newest(endorsement: Endorsement) -> Decision | None:
    return endorsement.decisions[-1] if endorsement.decisions else None


def _reopens(endorsement: Endorsement, newest: Decision) -> bool:
    if UNDOABLE.get(newest.action) is not endorsement.status:
        return False
    published = endorsement.status is Status.VERIFIED and not endorsement.kind.is_person
    return not (published and endorsement.second_approver_id is not None)
