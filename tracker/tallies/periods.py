"""An entry's grades as dated periods: what the ledger says of it, from day to day."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from tracker.initiatives.grades import Grade
from tracker.ledger import sequencer
from tracker.ledger.models import DatePrecision, LedgerEvent

Day = Row[int, date, Grade, DatePrecision, int]
"""An entry, a day, a grade, the day's precision, and by how much the count changed."""


@dataclass(frozen=True, kw_only=True)
class Period:
    """One grade, from a day until another; without an end it holds still."""

    grade: Grade
    since: date
    precision: DatePrecision
    until: date | None = None

    def holds(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


def of_entries(
    session: Session, endorsement_ids: Collection[int], *, known_at: datetime | None = None
) -> dict[int, list[Period]]:
    """Return the periods of these entries, each entry's in their order, now or as known at an
    instant.

    What was taken back, such as a day that was wrong, is not among them. An entry that is not in
    the ledger yet has none.
    """
    until = sequencer.size(session) if known_at is None else sequencer.size_at(session, known_at)
    delta = func.sum(LedgerEvent.delta)
    rows = session.execute(
        select(
            LedgerEvent.endorsement_id,
            LedgerEvent.effective_on,
            LedgerEvent.grade,
            LedgerEvent.effective_precision,
            delta.label("delta"),
        )
        .where(
            LedgerEvent.endorsement_id.in_(endorsement_ids),
            LedgerEvent.position < until,
        )
        .group_by(
            LedgerEvent.endorsement_id,
            LedgerEvent.effective_on,
            LedgerEvent.grade,
            LedgerEvent.effective_precision,
        )
        .having(delta != 0)
        .order_by(LedgerEvent.endorsement_id, LedgerEvent.effective_on, delta)
    ).all()
    days: dict[int, list[Day]] = {}
    for row in rows:
        days.setdefault(row.endorsement_id, []).append(row)
    return {endorsement_id: _follow(theirs) for endorsement_id, theirs in days.items()}


def _follow(days: Iterable[Day]) -> list[Period]:
    """Close and open periods day by day. On one day what ends comes before what begins."""
    periods: list[Period] = []
    open_at: dict[Grade, int] = {}
    for day in days:
        if day.delta < 0 and day.grade in open_at:
            place = open_at.pop(day.grade)
            periods[place] = replace(periods[place], until=day.effective_on)
        elif day.delta > 0:
            open_at[day.grade] = len(periods)
            periods.append(
                Period(grade=day.grade, since=day.effective_on, precision=day.effective_precision)
            )
    return [period for period in periods if period.until is None or period.since < period.until]
