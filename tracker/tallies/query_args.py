"""Which day an address asks for, and as known when: read in one way for pages and data alike."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import NoReturn

from flask import request
from flask_babel import gettext as _

from tracker.core.errors import BadInput
from tracker.tallies.asked_dates import AskedDates

DATES = ("as_of", "known_at")
EARLIEST = date(1945, 1, 1)
"""No support for a reform of the United Nations can be older than their year."""
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""A day written in full; Python alone would also take 20151023 and 2015-W43-5."""


def parse_dates(now: datetime, *, blank_is_unset: bool = False) -> AskedDates:
    """Return what the address asks for; today and all that is known without. Raises BadInput.

    On a page, where a form sends its fields, `blank_is_unset`: a field left empty asks for nothing.
    """
    for name in DATES:
        if len(request.args.getlist(name)) > 1:
            raise BadInput("“%(name)s” is given more than once.", name=name)
    as_of, known = (request.args.get(name) for name in DATES)
    if blank_is_unset:
        as_of, known = ((text or "").strip() or None for text in (as_of, known))
    at, on = _known_at(known, now)
    return AskedDates(as_of=_as_of(as_of, now.date()), today=now.date(), known_at=at, known_on=on)


def _as_of(text: str | None, today: date) -> date:
    if text is None:
        return today
    day = _day(text)
    if day is None or not EARLIEST <= day <= today:
        raise BadInput(
            _(
                "The date (as_of) must be a day between 1945 and today (UTC), written like "
                "2015-10-23."
            )
        )
    return day


def _known_at(text: str | None, now: datetime) -> tuple[datetime | None, date | None]:
    """The instant, and the day whose end it is: of today, the end is now."""
    if text is None:
        return None, None
    day = _day(text)
    if day is not None:
        if day > now.date():
            _refuse_known()
        return min(datetime.combine(day, time.max, tzinfo=UTC), now), day
    if not DAY.match(text):
        _refuse_known()
    try:
        # A plus sign in an address is read as a space; the zone is meant.
        instant = datetime.fromisoformat(text.replace(" ", "+"))
        instant = (instant if instant.tzinfo else instant.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        _refuse_known()
    if instant > now:
        _refuse_known()
    return instant, None


def _refuse_known() -> NoReturn:
    raise BadInput(
        _(
            "What was known (known_at) can be asked for a day or a time up to now (UTC), written "
            "like 2026-03-01 or 2026-03-01T12:00:00Z."
        )
    )


def _day(text: str) -> date | None:
    if not DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
