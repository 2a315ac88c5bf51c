"""How a count grew: what the ledger adds to it and takes from it, day by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from tracker.ledger.models import Grade
from tracker.supporters.models import Membership, SupporterKind
from tracker.tallies import sources


@dataclass(frozen=True, kw_only=True)
class Step:
    """How many are counted from a day on. Of governments, members and observers apart."""

    day: date
    count: int
    observers: int = 0

    @property
    def together(self) -> int:
        return self.count + self.observers


def growth(
    session: Session,
    initiative_id: int,
    kind: SupporterKind,
    *,
    as_of: date,
    known_at: datetime | None = None,
) -> Sequence[Step]:
    """Every effective day on which the count of a kind changed, up to a day, oldest first.

    Of governments, only those that have endorsed are counted.
    """
    counted = sources.changes(session, known_at)
    observer = counted.c.membership == Membership.OBSERVER
    rows = session.execute(
        select(
            counted.c.effective_on,
            func.sum(counted.c.delta).label("all"),
            func.coalesce(func.sum(counted.c.delta).filter(observer), 0).label("observers"),
        )
        .where(
            counted.c.initiative_id == initiative_id,
            counted.c.kind == kind,
            counted.c.effective_on <= as_of,
            or_(counted.c.kind != SupporterKind.GOVERNMENT, counted.c.grade == Grade.ENDORSED),
        )
        .group_by(counted.c.effective_on)
        .order_by(counted.c.effective_on)
    )
    found: list[Step] = []
    count = observers = 0
    for effective_on, every, of_observers in rows:
        if not every and not of_observers:
            continue
        count, observers = count + every - of_observers, observers + of_observers
        found.append(Step(day=effective_on, count=count, observers=observers))
    return found
