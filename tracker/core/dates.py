"""Dates as the record gives them: a day, a month, a year, or none."""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from tracker.core.errors import RuleBroken

FOUNDED = date(1945, 10, 24)
"""The day on which the Charter came into force: nobody supported a reform of the United Nations
before."""


class DatePrecision(StrEnum):
    """``on`` that day, or ``by`` that day at the latest."""

    ON = "on"
    BY = "by"


PARTIAL = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


FIRST_TIME_ZONE = timedelta(hours=14)
"""The time of the Line Islands, the first in which a day begins (UTC+14, IANA's
``Pacific/Kiritimati``)."""


def latest_day(now: datetime) -> date:
    """The latest day that it is anywhere at a moment: what is dated so is not still to come."""
    return (now + FIRST_TIME_ZONE).astimezone(UTC).date()


def refuse_before_founding(day: date) -> None:
    """Refuse a day on which nobody can have supported anything here: a slip of a key, mostly."""
    if day < FOUNDED:
        raise RuleBroken("That is before the United Nations was founded.")


def last_day(partial: str) -> date:
    """The last day that a reduced-precision ISO 8601 date covers: "2015-07" is 31 July 2015.

    Raises ValueError for text that is not such a date.
    """
    match = PARTIAL.match(partial)
    if match is None:
        raise ValueError(f"{partial!r} is not a date, a month or a year.")
    year = int(match[1])
    month = int(match[2]) if match[2] else 12
    day = int(match[3]) if match[3] else calendar.monthrange(year, month)[1]
    return date(year, month, day)


def day_of(partial: str) -> date | None:
    """The same; none for what is undated."""
    return last_day(partial) if partial else None
