"""Dates as the record gives them: a day, a month, a year, or none."""

from __future__ import annotations

import calendar
import re
from datetime import date
from enum import StrEnum


class DatePrecision(StrEnum):
    """``on`` that day, or ``by`` that day at the latest."""

    ON = "on"
    BY = "by"


PARTIAL = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


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
