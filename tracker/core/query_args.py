"""Arguments of an address, and how one that cannot be is refused: BadInput, in general words where
none are given."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import TypeVar

from flask import request

from tracker.core.errors import BadInput

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""A day written in full; Python alone would also take 20151023 and 2015-W43-5."""
Choice = TypeVar("Choice", bound=StrEnum)


def refuse_repeated(*names: str) -> None:
    """Refuse arguments that are given more than once, since only one would be heard."""
    for name in names:
        if len(request.args.getlist(name)) > 1:
            raise BadInput("“%(name)s” is given more than once.", name=name[:40])


def refuse_unknown(known: Collection[str]) -> None:
    """Refuse arguments that mean nothing here, and repeated ones. A mistyped filter would otherwise
    answer another question than was asked."""
    for name in request.args:
        if name not in known:
            raise BadInput("There is no parameter “%(name)s” here.", name=name[:40])
        refuse_repeated(name)


def one_of(name: str, allowed: Collection[str], refusal: BadInput, *, default: str = "") -> str:
    """Return an argument that is one of these texts; the default where it is blank or absent."""
    given = request.args.get(name) or default
    if given not in (default, *allowed):
        raise refusal
    return given


def choice(name: str, choices: type[Choice]) -> Choice | None:
    """Return an argument that is one of these choices; none where it is absent."""
    given = request.args.get(name)
    if given is None:
        return None
    try:
        return choices(given)
    except ValueError as error:
        known = ", ".join(choices)
        raise BadInput("“%(name)s” must be one of: %(known)s.", name=name, known=known) from error


def place(name: str, rest: str, refusal: BadInput) -> tuple[date, str] | None:
    """Return a place in a list as its pager writes it, ``2020-05-01.17``: a day, and after the full
    stop what the pattern `rest` allows. None where the argument is absent."""
    given = request.args.get(name)
    if given is None:
        return None
    day, _, key = given.partition(".")
    parsed = parse_day(day)
    if parsed is None or not re.fullmatch(rest, key):
        raise refusal
    return parsed, key


def parse_day(text: str) -> date | None:
    """Return the day that a text says in full, ``2015-10-23``; none for any other text."""
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None
