"""The growth of one kind's count, day by day: a part of an initiative's series, read alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.initiatives.grades import Grade
from tracker.supporters.models import Membership, SupporterKind
from tracker.tallies import sources


@dataclass(frozen=True, kw_only=True)
class Step:
    """The number counted from a day on. Of governments, members and observers apart."""

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
    """Return every effective day on which the count of a kind changed, up to a day, oldest first.

    Of governments, only those that have endorsed are counted.
    """
    counted = sources.changes(session, [initiative_id], known_at)
    of_kind = [counted.c.kind == kind]
    if kind is SupporterKind.GOVERNMENT:
        of_kind.append(counted.c.grade == Grade.ENDORSED)
    observer = counted.c.membership == Membership.OBSERVER
    rows = session.execute(
        select(
            counted.c.effective_on,
            func.sum(counted.c.delta),
            func.coalesce(func.sum(counted.c.delta).filter(observer), 0),
        )
        .where(*of_kind, counted.c.effective_on <= as_of)
        .group_by(counted.c.effective_on)
        .order_by(counted.c.effective_on)
    )
    steps: list[Step] = []
    together = observers = 0
    for day, change, of_observers in rows:
        if change or of_observers:
            together += change
            observers += of_observers
            steps.append(Step(day=day, count=together - observers, observers=observers))
    return steps
