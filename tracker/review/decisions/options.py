"""The decisions that can be taken on an entry now, and who of the staff may not take which."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.endorsements.lifecycle import AWAITING, Action, ActorKind, Status, offered
from tracker.endorsements.models import Endorsement
from tracker.endorsements.queries import COUNTED, sealed_address
from tracker.review.decisions import independence, proposals, services
from tracker.supporters.models import SupporterKind


@dataclass(frozen=True)
class Option:
    """A decision that the transition table allows, or a change of a verified entry."""

    action: Action
    takes_two: bool
    """True if it is only proposed, until a second reviewer agrees."""


def options(endorsement: Endorsement) -> list[Option]:
    """Return what staff can decide, in the order in which it is offered."""
    steps = {
        step.action: step
        for step in offered(endorsement.status, endorsement.kind, ActorKind.STAFF)
        if step.action is not Action.ASK or sealed_address(endorsement) is not None
    }
    choices = [
        Option(action, endorsement.takes_two(steps[action]))
        for action in services.VERBS
        if action in steps
    ]
    if endorsement.status is Status.VERIFIED:
        choices += [Option(action, True) for action in proposals.amendments(endorsement.kind)]
    if asks_to_withdraw(endorsement):
        choices.append(Option(Action.DECLINE_WITHDRAWAL, False))
    return choices


def asks_to_withdraw(endorsement: Endorsement) -> bool:
    """Return whether the supporter of an entry that counts asked to withdraw it."""
    return endorsement.withdrawal_requested_at is not None and endorsement.status in COUNTED


@dataclass(frozen=True, kw_only=True)
class Involvement:
    """The part that a member of staff had in an entry, as far as ids tell."""

    recorded: bool
    approved: bool
    """True if they gave the first approval of an entry that waits for the second."""
    took_part: bool
    """True if they decided on it before its appeal."""
    is_new: bool
    """True if they cannot approve governments yet, and this is one."""

    def may_take(self, action: Action) -> bool:
        """Return whether a decision is worth offering; the decision itself asks again."""
        if action in (Action.APPROVE, Action.VERIFY) and (
            self.recorded or self.approved or self.is_new
        ):
            return False
        return not (self.took_part and action in independence.JUDGING)


def involvement(
    session: Session, endorsement: Endorsement, staff: User, *, now: datetime
) -> Involvement:
    government = endorsement.kind is SupporterKind.GOVERNMENT
    return Involvement(
        recorded=staff.id in (endorsement.recorder_id, endorsement.second_recorder_id),
        approved=endorsement.status is Status.APPROVED_ONCE
        and endorsement.first_approver_id == staff.id,
        took_part=independence.took_part(session, endorsement, staff.id),
        is_new=government
        and independence.is_reviewer(staff)
        and not staff.approves_governments(now),
    )


def is_on_appeal(endorsement: Endorsement) -> bool:
    """Return whether an appeal of an entry waits for a decision."""
    return endorsement.status in AWAITING and endorsement.appealed_at is not None
