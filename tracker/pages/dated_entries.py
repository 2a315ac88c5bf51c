"""Entries as they stood on a day, with the periods of their grades up to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from tracker.endorsements.models import Endorsement
from tracker.pages import queries
from tracker.pages.queries import Entry
from tracker.tallies import periods
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.periods import Period


@dataclass(frozen=True, kw_only=True)
class Dated:
    """An entry on a day. `counted` is the period of that day; none when it did not count."""

    entry: Entry
    periods: Sequence[Period]
    counted: Period | None


def on(session: Session, endorsements: Sequence[Endorsement], dates: AskedDates) -> list[Dated]:
    """Today, every entry as it is now; on an earlier day, or as known earlier, those that counted
    on it."""
    dated_entries = all_on(session, endorsements, dates)
    return [entry for entry in dated_entries if entry.counted is not None or dates.live]


def all_on(session: Session, endorsements: Sequence[Endorsement], dates: AskedDates) -> list[Dated]:
    """Every entry on a day, those that did not count on it among them."""
    ids = [endorsement.id for endorsement in endorsements]
    periods_by_entry = periods.of_entries(session, ids, known_at=dates.known_at)
    return [
        _dated(endorsement, periods_by_entry.get(endorsement.id, []), dates.as_of)
        for endorsement in endorsements
    ]


def _dated(endorsement: Endorsement, entry_periods: Sequence[Period], as_of: date) -> Dated:
    begun = [period for period in entry_periods if period.since <= as_of]
    known = [
        period if period.until is None or period.until <= as_of else replace(period, until=None)
        for period in begun
    ]
    counted = next((period for period in known if period.holds(as_of)), None)
    entry = queries.present(endorsement)
    if counted is not None:
        entry = replace(
            entry,
            grade=counted.grade,
            since=counted.since,
            precision=counted.precision,
            date_known=endorsement.date_known or counted.since != endorsement.effective_on,
        )
    return Dated(entry=entry, periods=known, counted=counted)
