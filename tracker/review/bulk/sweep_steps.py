"""The steps of a sweep, each taken with one entry, whatever its status is by then.

Every step is a verb that staff have for a single entry, so it leaves its decision. What counts is
suspended; what does not count yet is held, so that it never counts unless a reviewer says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from tracker.core.crypto import Vault
from tracker.core.errors import RuleBroken
from tracker.endorsements import owner_status
from tracker.endorsements.abuse import holds
from tracker.endorsements.abuse.flags import HELD
from tracker.endorsements.abuse.holds import Ground
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.models import Endorsement
from tracker.review.decisions import proposals, services, undo
from tracker.review.decisions.verdict import Verdict
from tracker.review.queue import queries
from tracker.supporters.models import SupporterKind

FIRST_STEPS = (Action.SUSPEND,)
"""Steps with which a sweep can begin."""


def flag(reference: str) -> str:
    """Return what stands beside an entry that a sweep holds."""
    return f"{HELD} {reference}"


def suspend(
    session: Session, vault: Vault, entry: Endorsement, verdict: Verdict, *, now: datetime
) -> None:
    """Suspend what counts; hold what does not count yet."""
    if entry.status is Status.VERIFIED:
        services.VERBS[Action.SUSPEND](session, vault, entry, verdict, now=now)
        return
    holds.hold(session, entry, flag(verdict.cites), _ground(verdict), now=now)


def restore(
    session: Session, vault: Vault, entry: Endorsement, verdict: Verdict, *, now: datetime
) -> None:
    """Put everything as if it had never been swept: what was suspended counts again, and an
    individual that would have been counted meanwhile is."""
    if entry.status is Status.SUSPENDED:
        services.VERBS[Action.REINSTATE](session, vault, entry, verdict, now=now)
        return
    if entry.status is Status.INVALIDATED:
        raise RuleBroken("It was invalidated, which cannot be taken back.")
    if entry.status is Status.REJECTED:
        undo.reopen(session, vault, entry, verdict.staff, now=now)
    before = holds.release(session, entry, flag(verdict.cites), _ground(verdict), now=now)
    individual = entry.kind is SupporterKind.INDIVIDUAL
    if individual and entry.status is Status.IN_REVIEW and not before:
        services.verify(session, vault, entry, _seen_now(session, entry, verdict), now=now)


def invalidate(
    session: Session, vault: Vault, entry: Endorsement, verdict: Verdict, *, now: datetime
) -> None:
    """Say of what was suspended that it never counted, as two reviewers agreed, and tell its owner;
    refuse what waits for review, and tell only who knows that reviewers look."""
    if entry.status is Status.SUSPENDED:
        if verdict.seconder is None:
            raise RuleBroken("Invalidating takes a second reviewer.")
        change = proposals.propose(session, vault, entry, Action.INVALIDATE, verdict, now=now)
        proposals.second(session, vault, change, verdict.seconder, now=now, cites=verdict.cites)
    elif entry.status is Status.UNCONFIRMED:
        raise RuleBroken("It was never confirmed. It stays held, and is deleted after seven days.")
    elif owner_status.knows_of_review(entry):
        services.reject(session, vault, entry, verdict, now=now)
    else:
        services.step(session, vault, entry, verdict, now=now, action=Action.REJECT)


STEPS: dict[Action, Callable[..., None]] = {
    Action.SUSPEND: suspend,
    Action.REINSTATE: restore,
    Action.INVALIDATE: invalidate,
}


def take(
    session: Session,
    vault: Vault,
    entry: Endorsement,
    action: Action,
    verdict: Verdict,
    *,
    now: datetime,
) -> None:
    """Take a step with an entry as it stands now. Raises RuleBroken when it cannot be."""
    STEPS[action](session, vault, entry, _seen_now(session, entry, verdict), now=now)


def _ground(verdict: Verdict) -> Ground:
    return Ground(by=verdict.actor, reason=verdict.reason, words=verdict.words)


def _seen_now(session: Session, entry: Endorsement, verdict: Verdict) -> Verdict:
    return replace(verdict, seen=queries.newest_decision_id(session, entry.id))
