"""The status of an entry as its owner reads it, and what its owner may do.

Somebody who signs for many under false names must not learn which of them were noticed before
they ever counted. So an individual's confirmed entry reads alike whether it counts or is looked at,
until reviewers write to its owner themselves. One that counted and is suspended says so: its owner
may have something to tell us. Whoever signs for others knows that reviewers look.
"""

from __future__ import annotations

from tracker.endorsements.lifecycle import AWAITING, Action, Status
from tracker.endorsements.models import Endorsement
from tracker.supporters.models import SupporterKind

CONFIRMED = "confirmed"
JOINED = "joined"
SAME_IN_PUBLIC = frozenset({Status.VERIFIED, Status.IN_REVIEW})


def state(endorsement: Endorsement) -> str:
    """Return an entry's status as its owner reads it: a value of `Status`, "confirmed", or "joined"
    for what became further evidence of an entry that was there."""
    if endorsement.status is Status.SUPERSEDED and endorsement.verified_at is None:
        return JOINED
    if endorsement.kind is SupporterKind.INDIVIDUAL and endorsement.status in SAME_IN_PUBLIC:
        looked_at = endorsement.status is Status.IN_REVIEW and knows_of_review(endorsement)
        return Status.IN_REVIEW.value if looked_at else CONFIRMED
    return endorsement.status.value


def may_withdraw(endorsement: Endorsement) -> bool:
    """Return whether the owner can still withdraw it, or ask that it be withdrawn."""
    if state(endorsement) == Status.VERIFIED.value:
        return endorsement.withdrawal_requested_at is None
    individual = endorsement.kind is SupporterKind.INDIVIDUAL
    return (
        state(endorsement) == CONFIRMED
        or endorsement.status in AWAITING
        or (individual and endorsement.status is Status.SUSPENDED)
    )


def may_appeal(endorsement: Endorsement) -> bool:
    """Return whether the owner can ask that somebody else looks at a decision: once."""
    return endorsement.appealed_at is None and (
        endorsement.status is Status.REJECTED
        or (
            endorsement.status is Status.INVALIDATED
            and endorsement.kind is not SupporterKind.GOVERNMENT
        )
    )


def knows_of_review(endorsement: Endorsement) -> bool:
    """Return whether the owner knows that reviewers look: individuals only once they were written
    to."""
    return endorsement.kind is not SupporterKind.INDIVIDUAL or any(
        decision.action in (Action.ASK, Action.INVALIDATE)
        or (decision.action is Action.REJECT and not decision.cites)  # a sweep's
        for decision in endorsement.decisions
    )
