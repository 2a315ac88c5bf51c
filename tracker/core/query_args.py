"""Arguments of an address, and how one that cannot be is refused: BadInput, in general words where
none are given. Nothing else reads the query of a request."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import TypeVar

from flask import request
from werkzeug.datastructures import MultiDict

from tracker.core.errors import BadInput
from tracker.core.library_internals import MAX_ROW_NUMBER

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""A day written in full; Python alone would also take 20151023 and 2015-W43-5."""
MAX_SEARCH_LENGTH = 100
"""Characters of a search."""
Choice = TypeVar("Choice", bound=StrEnum)


def arguments() -> MultiDict[str, str]:
    """Return all arguments: to fill a form, or to write the same address in another way."""
    return request.args


def given(name: str) -> str | None:
    """Return an argument as it stands in the address; none where it is absent."""
    return request.args.get(name)


def text(name: str, default: str = "") -> str:
    """Return an argument as it stands in the address; the default where it is absent."""
    return request.args.get(name, default)


def search_text(name: str) -> str:
    """Return the text that somebody searches for, without the spaces around it."""
    return request.args.get(name, "").strip()[:MAX_SEARCH_LENGTH]


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
    text = request.args.get(name) or default
    if text not in (default, *allowed):
        raise refusal
    return text


def choice(name: str, choices: type[Choice]) -> Choice | None:
    """Return an argument that is one of these choices; none where it is absent."""
    text = request.args.get(name)
    if text is None:
        return None
    try:
        return choices(text)
    except ValueError as error:
        known = ", ".join(choices)
        raise BadInput("“%(name)s” must be one of: %(known)s.", name=name, known=known) from error


def number(name: str) -> int | None:
    """Return an argument that is a number; none where it is absent."""
    digits = request.args.get(name)
    if digits is None:
        return None
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 18):
        raise BadInput("There is no page of that number.")
    return int(digits)


def row_number(name: str) -> int | None:
    """Return an argument that is a row's number; none where it is absent, and where no row has it:
    the page then begins at its beginning."""
    return request.args.get(name, type=parse_row_number)


def place(name: str, rest: str, refusal: BadInput) -> tuple[date, str] | None:
    """Return a place in a list as its pager writes it, ``2020-05-01.17``: a day, and after the full
    stop what the pattern `rest` allows. None where the argument is absent."""
    text = request.args.get(name)
    if text is None:
        return None
    day, _stop, key = text.partition(".")
    parsed = parse_day(day)
    if parsed is None or not re.fullmatch(rest, key):
        raise refusal
    return parsed, key


def parse_row_number(text: str) -> int:
    """Return the row's number that a text says, in the digits 0 to 9. Raises ValueError for what is
    no number, and for one that no row can have."""
    if not (text.isascii() and text.isdecimal()):
        raise ValueError("A row's number has the digits 0 to 9.")
    row = int(text)
    if row > MAX_ROW_NUMBER:
        raise ValueError("No row has this number.")
    return row


def parse_day(text: str) -> date | None:
    """Return the day that a text says in full, ``2015-10-23``; none for any other text."""
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None
