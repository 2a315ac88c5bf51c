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


def on(session: Session, endorsements: Sequence[Endorsement], asked: AskedDates) -> list[Dated]:
    """Today, every entry as it is now; on an earlier day, or as known earlier, those that counted
    on it."""
    every = all_on(session, endorsements, asked)
    return [one for one in every if one.counted is not None or asked.live]


def all_on(session: Session, endorsements: Sequence[Endorsement], asked: AskedDates) -> list[Dated]:
    """Every entry on a day, those that did not count on it among them."""
    ids = [one.id for one in endorsements]
    found = periods.of_entries(session, ids, known_at=asked.known_at)
    return [_dated(one, found.get(one.id, []), asked.as_of) for one in endorsements]


def _dated(endorsement: Endorsement, every: Sequence[Period], as_of: date) -> Dated:
    begun = [one for one in every if one.since <= as_of]
    known = [
        one if one.until is None or one.until <= as_of else replace(one, until=None)
        for one in begun
    ]
    counted = next((one for one in known if one.holds(as_of)), None)
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
