"""Arguments of tallies: the day and the instant that an address asks for, and which entries, read
in one way for pages, files and the API."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import NoReturn

from sqlalchemy.orm import Session

from tracker.core import query_args
from tracker.core.clock import utcnow
from tracker.core.errors import BadInput, NotFound
from tracker.initiatives import queries as initiatives
from tracker.initiatives.grades import Grade
from tracker.supporters import queries as supporters
from tracker.supporters.models import RegionalGroup, SupporterKind
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.roll import KINDS, Sought, ledger_size

DATES = ("as_of", "known_at")
EARLIEST = date(1945, 1, 1)
"""No support for a reform of the United Nations can be older than their year."""
FILTERS = ("kind", "grade", "state", "group")


def parse_dates(*, blank_is_unset: bool = False) -> AskedDates:
    """Return what the address asks for; today and all that is known without. Raises BadInput.

    On a page, where a form sends its fields, `blank_is_unset`: a field left empty asks for nothing.
    """
    query_args.refuse_repeated(*DATES)
    now = utcnow()
    as_of, known = map(query_args.given, DATES)
    if blank_is_unset:
        as_of, known = ((text or "").strip() or None for text in (as_of, known))
    at, on = _known_at(known, now)
    return AskedDates(as_of=_as_of(as_of, now.date()), today=now.date(), known_at=at, known_on=on)


def sought(session: Session, initiative: str | None) -> Sought:
    """Return which entries the address asks for. Raises BadInput; NotFound for an unknown
    initiative."""
    if initiative is not None:
        initiatives.by_slug(session, initiative)
    kind = query_args.choice("kind", SupporterKind)
    if kind is not None and kind not in KINDS:
        raise BadInput("Individuals are given as daily counts only.")
    dates = parse_dates()
    return Sought(
        as_of=dates.as_of,
        today=dates.today,
        until=ledger_size(session, dates.known_at),
        known_at=dates.known_at,
        initiative=initiative,
        kind=kind,
        grade=query_args.choice("grade", Grade),
        state=_state(session),
        group=query_args.choice("group", RegionalGroup),
    )


def _state(session: Session) -> str | None:
    given = query_args.given("state")
    if given is None:
        return None
    try:
        return supporters.state(session, given[:4]).iso3
    except NotFound as error:
        raise BadInput("“state” must be the code of a State, such as KEN.") from error


def _as_of(text: str | None, today: date) -> date:
    if text is None:
        return today
    day = query_args.parse_day(text)
    if day is None or not EARLIEST <= day <= today:
        raise BadInput(
            "The date (as_of) must be a day between 1945 and today (UTC), written like 2015-10-23."
        )
    return day


def _known_at(text: str | None, now: datetime) -> tuple[datetime | None, date | None]:
    """The instant, and the day whose end it is: of today, the end is now."""
    if text is None:
        return None, None
    day = query_args.parse_day(text)
    if day is not None:
        if day > now.date():
            _refuse_known()
        return min(datetime.combine(day, time.max, tzinfo=UTC), now), day
    if not query_args.DAY.match(text):
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
        "What was known (known_at) can be asked for a day or a time up to now (UTC), written "
        "like 2026-03-01 or 2026-03-01T12:00:00Z."
    )
