"""The query of the veto record in an address, read in one way for pages, files and the API."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy.orm import Session

from tracker.core import query_args
from tracker.core.errors import BadInput
from tracker.vetoes import queries
from tracker.vetoes.models import Seat
from tracker.vetoes.queries import Wanted

FILTERS = ("member", "decade", "situation", "since", "until", "atrocity")
DECADES = range(1940, 2100, 10)


def wanted(session: Session, *, blank_is_unset: bool = False) -> Wanted:
    """Return which texts the address asks for. With `blank_is_unset`, as on a page whose form sends
    all of its fields, one left empty asks for nothing. Raises BadInput."""
    given = {name: text for name in FILTERS if (text := query_args.given(name)) is not None}
    if blank_is_unset:
        given = {name: value for name, text in given.items() if (value := text.strip())}
    return Wanted(
        member=_member(given.get("member")),
        decade=_decade(given.get("decade")),
        situation=_situation(given.get("situation"), queries.situations(session))
        if "situation" in given
        else "",
        since=_day("since", given.get("since")),
        until=_day("until", given.get("until")),
        atrocity=_truth(given.get("atrocity")),
    )


def _member(text: str | None) -> Seat | None:
    if text is None:
        return None
    try:
        return Seat(text)
    except ValueError as error:
        raise BadInput(
            "“member” must be the code of a permanent member: %(known)s.", known=", ".join(Seat)
        ) from error


def _decade(text: str | None) -> int | None:
    if text is None:
        return None
    known = {str(decade): decade for decade in DECADES}
    if text not in known:
        raise BadInput("“decade” must be the first year of a decade, such as 1980.")
    return known[text]


def _situation(text: str | None, known: Collection[str]) -> str:
    if text not in known:
        raise BadInput("There is no such situation in the veto record.")
    return str(text)


def _day(name: str, text: str | None) -> date | None:
    if text is None:
        return None
    day = query_args.parse_day(text)
    if day is None:
        raise BadInput("“%(name)s” must be a day, written like 2005-01-01.", name=name)
    return day


def _truth(text: str | None) -> bool | None:
    if text is None:
        return None
    if text not in ("true", "false"):
        raise BadInput("“atrocity” must be true or false.")
    return text == "true"
