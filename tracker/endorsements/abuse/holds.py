"""Holding what does not count yet, so that a reviewer looks before it ever does.

A held entry keeps its status and its place: it can be confirmed like any other, and then goes into
review instead of being counted. It is held by its flag; the decision keeps the flag from before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.core.errors import RuleBroken
from tracker.endorsements import engine
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Action, Actor, ReasonCode, Status
from tracker.endorsements.models import Endorsement

HOLDABLE = frozenset({Status.UNCONFIRMED, Status.IN_REVIEW, Status.NEEDS_INFO})


@dataclass(frozen=True, kw_only=True)
class Ground:
    """The person who holds or releases, and why."""

    by: Actor
    reason: ReasonCode | None = None
    words: str = ""


def hold(
    session: Session, endorsement: Endorsement, flag: str, ground: Ground, *, now: datetime
) -> None:
    """Put a flag on an entry that does not count yet. Raises RuleBroken for any other."""
    if endorsement.status not in HOLDABLE or endorsement.flag == flag:
        raise RuleBroken("It neither counts nor waits, so there is nothing to suspend.")
    _put(session, endorsement, Action.HOLD, flag, ground, now)


def release(
    session: Session, endorsement: Endorsement, flag: str, ground: Ground, *, now: datetime
) -> str:
    """Put the flag back that an entry had before it was held; that flag, empty for nearly all.

    Raises RuleBroken when it is not held by this flag.
    """
    held: dict[str, list[str]] | None = session.scalar(
        select(Decision.difference)
        .where(Decision.endorsement_id == endorsement.id, Decision.action == Action.HOLD)
        .order_by(Decision.id.desc())
        .limit(1)
    )
    if endorsement.flag != flag or held is None:
        raise RuleBroken("This sweep does not hold it any more, so there is nothing to restore.")
    before = held["flag"][0]
    _put(session, endorsement, Action.RELEASE, before, ground, now)
    return before


def _put(
    session: Session,
    endorsement: Endorsement,
    action: Action,
    flag: str,
    ground: Ground,
    now: datetime,
) -> None:
    before, status = endorsement.flag, endorsement.status
    engine.guarded_update(session, endorsement, status, flag=flag)
    engine.decide(
        session,
        endorsement,
        action,
        ground.by,
        now=now,
        source=status,
        target=status,
        reason=ground.reason,
        words=ground.words,
        difference={"flag": [before, flag]},
    )
