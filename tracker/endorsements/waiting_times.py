"""The time for which entries wait, and for which verification takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from tracker.endorsements.lifecycle import AWAITING, Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.supporters.models import SupporterKind

PERIOD = timedelta(days=90)
MAX_SAMPLE = 200
"""The newest verifications that a median is taken of."""
MIN_SAMPLE = 5
"""Fewer verifications than this give no figure."""
AGES = (timedelta(days=3), timedelta(days=7), timedelta(days=30))
"""The limits between the queue's ages."""


def median_time(session: Session, kind: SupporterKind, *, now: datetime) -> timedelta | None:
    """Return the median time from a sign-up to its verification by staff, over the last 90 days.

    Of sign-ups only, not of letters that staff recorded; none when there were too few.
    """
    rows = session.execute(
        select(Endorsement.submitted_at, Endorsement.verified_at)
        .where(
            Endorsement.kind == kind,
            Endorsement.first_approver_id.is_not(None),
            Endorsement.origin == Origin.SIGN_UP,
            Endorsement.verified_at >= now - PERIOD,
        )
        .order_by(Endorsement.verified_at.desc())
        .limit(MAX_SAMPLE)
    ).all()
    taken = [verified - submitted for submitted, verified in rows if verified is not None]
    if len(taken) < MIN_SAMPLE:
        return None
    return timedelta(seconds=median(time.total_seconds() for time in taken))


def medians(session: Session, *, now: datetime) -> dict[SupporterKind, timedelta | None]:
    """Return the median time of each kind whose verification always takes staff."""
    return {
        kind: median_time(session, kind, now=now)
        for kind in SupporterKind
        if kind is not SupporterKind.INDIVIDUAL
    }


@dataclass(frozen=True)
class Ageing:
    """The number of entries that have waited for less than 3, 7 and 30 days, and for longer."""

    counts: Sequence[int]
    oldest: datetime | None


def ageing(session: Session, *, now: datetime) -> Ageing:
    """Return how old the queue is, without what waits for an answer of its supporter."""
    conditions = [
        func.coalesce(func.sum(case((Endorsement.submitted_at > now - age, 1), else_=0)), 0)
        for age in AGES
    ]
    *younger, total, oldest = session.execute(
        select(*conditions, func.count(), func.min(Endorsement.submitted_at)).where(
            Endorsement.status.in_(sorted(AWAITING - {Status.NEEDS_INFO}))
        )
    ).one()
    edges = [0, *(int(count) for count in younger), int(total)]
    counts = [later - earlier for earlier, later in pairwise(edges)]
    return Ageing(counts, oldest)
