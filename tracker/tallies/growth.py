"""How the count of one kind grew: the days of an initiative's series on which it changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from tracker.supporters.models import SupporterKind
from tracker.tallies import series


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
    found: list[Step] = []
    before = 0, 0
    for point in series.points(session, initiative_id, as_of=as_of, known_at=known_at):
        now = {
            SupporterKind.GOVERNMENT: (point.members, point.observers),
            SupporterKind.ORGANISATION: (point.organisations, 0),
            SupporterKind.PARLIAMENTARIAN: (point.parliamentarians, 0),
            SupporterKind.INDIVIDUAL: (point.individuals, 0),
        }[kind]
        if now != before:
            found.append(Step(day=point.day, count=now[0], observers=now[1]))
        before = now
    return found
