"""What an entry's owner reads about it.

Somebody who signs for many under false names must not learn which of them were noticed. So an
individual's confirmed entry reads alike whether it counts, is looked at, or is suspended, until
reviewers write to its owner themselves. Whoever signs for others knows that reviewers look.
"""

from __future__ import annotations

from tracker.endorsements.lifecycle import AWAITING, Action, Status
from tracker.endorsements.models import Endorsement
from tracker.supporters.models import SupporterKind

CONFIRMED = "confirmed"
ALIKE = frozenset({Status.VERIFIED, Status.IN_REVIEW, Status.SUSPENDED})


def state(endorsement: Endorsement) -> str:
    """An entry's status as its owner reads it: a value of `Status`, or "confirmed"."""
    if endorsement.kind is SupporterKind.INDIVIDUAL and endorsement.status in ALIKE:
        return CONFIRMED
    return endorsement.status.value


def may_withdraw(endorsement: Endorsement) -> bool:
    """Whether the owner can still withdraw it, or ask that it be withdrawn."""
    if state(endorsement) == Status.VERIFIED.value:
        return endorsement.withdrawal_requested_at is None
    return state(endorsement) == CONFIRMED or endorsement.status in AWAITING


def knows_of_review(endorsement: Endorsement) -> bool:
    """Whether the owner knows that reviewers look: individuals only once they were written to."""
    return endorsement.kind is not SupporterKind.INDIVIDUAL or any(
        one.action is Action.ASK or (one.action is Action.REJECT and not one.cites)  # a sweep's
        for one in endorsement.decisions
    )
