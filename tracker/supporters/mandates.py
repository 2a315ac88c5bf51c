"""A parliamentarian's mandate: what must hold of it, whoever says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.core.errors import RuleBroken

MAX_YEARS = 100
"""Years. Who began earlier cannot be meant."""
Problems = dict[str, RuleBroken]
"""Errors, by the field of `Supporter`."""


@dataclass(frozen=True, kw_only=True)
class Mandate:
    """Sitting or former, and from when until when; all none where nothing is said of it."""

    sitting: bool | None = None
    since: date | None = None
    until: date | None = None
    """The day it ended, or is to end."""


def problems(mandate: Mandate, today: date) -> Problems:
    """Return what is wrong with a mandate as somebody states it: said to be sitting or former, it
    has the day on which it began."""
    if mandate == Mandate():
        return {}
    errors = contradictions(mandate, today)
    if mandate.sitting is None:
        errors["sitting"] = RuleBroken("Say whether the member is sitting or former.")
    if mandate.since is None:
        errors["mandate_from"] = RuleBroken(
            "Say since when the mandate lasts, or from when it did."
        )
    return errors


def contradictions(mandate: Mandate, today: date) -> Problems:
    """Return what cannot be true of a mandate of which the beginning may be unknown: published
    lists often name former members without it."""
    since, until = mandate.since, mandate.until
    errors: Problems = {}
    if since is not None and since > today:
        errors["mandate_from"] = RuleBroken("This day is still to come.")
    elif since is not None and since.year < today.year - MAX_YEARS:
        errors["mandate_from"] = RuleBroken("That is more than a hundred years ago.")
    if since is not None and until is not None and until < since:
        errors["mandate_until"] = RuleBroken("A mandate cannot end before it began.")
    elif mandate.sitting is False and until is None:
        errors["mandate_until"] = RuleBroken("Say until when the mandate lasted.")
    elif mandate.sitting is False and until is not None and until > today:
        errors["mandate_until"] = RuleBroken("This day is still to come.")
    elif mandate.sitting and until is not None and until < today:
        errors["mandate_until"] = RuleBroken(
            "This day is past. Who was a member until then is a former member."
        )
    return errors


def refuse(problems: Problems) -> None:
    """Raises the first problem, if there is any."""
    for problem in problems.values():
        raise problem
