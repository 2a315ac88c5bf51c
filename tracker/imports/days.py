"""The days of published lists, as these write them. What can be read in two ways is asked, never
guessed."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from babel import Locale

from tracker.core.dates import last_day
from tracker.ledger.models import DatePrecision
from tracker.supporters.names import fold
from tracker.supporters.recognition import LANGUAGES


class Order(StrEnum):
    """The order of day and month where both are numbers."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class Unreadable(ValueError):
    """Text that is no day."""


class Ambiguous(ValueError):
    """Text that is one of two days: ``choices``."""

    def __init__(self, choices: tuple[date, date]) -> None:
        super().__init__(" or ".join(day.isoformat() for day in choices))
        self.choices = choices


@dataclass(frozen=True)
class Day:
    """The day from which a list says that support holds, and how exactly."""

    on: date
    precision: DatePrecision


NUMBERS = re.compile(r"^(\d{1,2})[./\-](\d{1,2})[./\-](\d{4})$")
ORDINAL = r"(\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
WORDS = re.compile(rf"^(?:{ORDINAL}\s+)?(?:de\s+)?(\D+?)\.?,?\s+(?:de\s+)?(\d{{4}})$")
TIME_OF_DAY = re.compile(r"(?<=^\d{4}-\d\d-\d\d)[T ].*$")
MONTH_FIRST = re.compile(r"^(\D+?)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$")


def read(text: str | date | datetime, order: Order | None = None) -> Day:
    """Read a day, month or year of a list. A month or a year is `by` its last day.

    Raises Unreadable, and Ambiguous for "03/04/2016" unless `order` settles it.
    """
    if isinstance(text, datetime):
        return Day(text.date(), DatePrecision.ON)
    if isinstance(text, date):
        return Day(text, DatePrecision.ON)
    written = text.strip()
    try:
        return _iso(written) or _numbers(written, order) or _words(written)
    except Ambiguous:
        raise
    except ValueError as error:
        raise Unreadable(written) from error


def _iso(text: str) -> Day | None:
    bare = TIME_OF_DAY.sub("", text)
    if not re.match(r"^\d{4}(-\d\d){0,2}$", bare):
        return None
    exact = len(bare) == 10
    return Day(last_day(bare), DatePrecision.ON if exact else DatePrecision.BY)


def _numbers(text: str, order: Order | None) -> Day | None:
    match = NUMBERS.match(text)
    if match is None:
        return None
    first, second, year = (int(number) for number in match.groups())
    if first == second or first > 12 or order is Order.DAY_FIRST:
        return Day(date(year, second, first), DatePrecision.ON)
    if second > 12 or order is Order.MONTH_FIRST:
        return Day(date(year, first, second), DatePrecision.ON)
    raise Ambiguous((date(year, second, first), date(year, first, second)))


def _words(text: str) -> Day:
    match = MONTH_FIRST.match(text)
    if match:
        return Day(date(int(match[3]), _month(match[1]), int(match[2])), DatePrecision.ON)
    match = WORDS.match(text)
    if match is None:
        raise Unreadable(text)
    month, year = _month(match[2]), int(match[3])
    if match[1]:
        return Day(date(year, month, int(match[1])), DatePrecision.ON)
    return Day(last_day(f"{year:04}-{month:02}"), DatePrecision.BY)


def _month(name: str) -> int:
    try:
        return _months()[fold(name)]
    except KeyError as error:
        raise Unreadable(name) from error


@functools.cache
def _months() -> dict[str, int]:
    """Return every language's names of months, folded. Six languages' data, so not before it is
    asked."""
    return {
        fold(str(name)): number
        for language in LANGUAGES
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in Locale(language).months[form][width].items()
    }
