"""Facts of a State's country that its page and the API both show."""

from __future__ import annotations

from sqlalchemy.orm import Session

from tracker.core.cache import NamedCache
from tracker.core.components import caches
from tracker.tallies import countries
from tracker.tallies.asked_dates import AskedDates

DAY = 24 * 60 * 60
"""In seconds."""
INDIVIDUALS = NamedCache[dict[str, int]]("individuals by country", kept_for=DAY)
"""By the day before which they are counted. To count a million takes a moment, once a day; and a
number that nobody sees change within a day tells nothing of who signed when."""


def individuals(session: Session, dates: AskedDates) -> dict[str, int]:
    """Return how many individuals of each country counted at the end of yesterday (UTC), as
    `countries.individuals` does; none for an earlier day, of which no number may be set beside
    another."""
    if not dates.live:
        return {}
    return (
        caches()
        .of(INDIVIDUALS)
        .get(dates.today, lambda: countries.individuals(session, before=dates.today))
    )
