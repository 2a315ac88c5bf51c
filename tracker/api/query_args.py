"""What an address asks for: the day, the instant, the filters; for exports and the API alike."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import TypeVar

from flask import request
from sqlalchemy.orm import Session

from tracker.core.clock import utcnow
from tracker.core.errors import BadInput, NotFound
from tracker.initiatives import queries as initiatives
from tracker.initiatives.grades import Grade
from tracker.supporters import queries as supporters
from tracker.supporters.models import RegionalGroup, SupporterKind
from tracker.tallies import query_args
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.query_args import DATES as DATES
from tracker.tallies.roll import KINDS, Sought, ledger_size

FILTERS = ("kind", "grade", "state", "group")
One = TypeVar("One", bound=StrEnum)


def only(known: Collection[str]) -> None:
    """Refuse parameters that mean nothing here, and those given twice. A mistyped filter would
    otherwise answer another question than was asked. Raises BadInput."""
    for name, values in request.args.lists():
        if name not in known:
            raise BadInput("There is no parameter “%(name)s” here.", name=name[:40])
        if len(values) > 1:
            raise BadInput("“%(name)s” is given more than once.", name=name)


def when() -> AskedDates:
    """The day that the address names, today without one, and as known when. Raises BadInput."""
    return query_args.parse_dates(utcnow())


def sought(session: Session, initiative: str | None) -> Sought:
    """Which entries the address asks for. Raises BadInput; NotFound for no such initiative."""
    if initiative is not None:
        initiatives.by_slug(session, initiative)
    kind = _choice("kind", SupporterKind)
    if kind is not None and kind not in KINDS:
        raise BadInput("Individuals are given as daily counts only.")
    asked = when()
    return Sought(
        as_of=asked.as_of,
        today=asked.today,
        until=ledger_size(session, asked.known_at),
        known_at=asked.known_at,
        initiative=initiative,
        kind=kind,
        grade=_choice("grade", Grade),
        state=_state(session),
        group=_choice("group", RegionalGroup),
    )


def _choice(name: str, choices: type[One]) -> One | None:
    given = request.args.get(name)
    if given is None:
        return None
    try:
        return choices(given)
    except ValueError as error:
        known = ", ".join(choices)
        raise BadInput("“%(name)s” must be one of: %(known)s.", name=name, known=known) from error


def _state(session: Session) -> str | None:
    given = request.args.get("state")
    if given is None:
        return None
    try:
        return supporters.state(session, given[:4]).iso3
    except NotFound as error:
        raise BadInput("“state” must be the code of a State, such as KEN.") from error
