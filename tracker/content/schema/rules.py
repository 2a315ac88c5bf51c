"""The rules of content: those for keeping it as a draft, and those for publishing it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import select

from tracker.content.models import ContentKind
from tracker.content.schema import initiative_life
from tracker.content.schema.fields import Field, Kind, Takes, Values
from tracker.content.schema.places import Place, Problems
from tracker.core.dates import last_day
from tracker.core.errors import RuleBroken
from tracker.core.words import translatable as _t
from tracker.endorsements.evidence.un_symbols import is_symbol
from tracker.initiatives.models import Campaign, DocumentCategory, Initiative, ReformStatus
from tracker.initiatives.queries import combined_subject
from tracker.initiatives.reported_figures import (
    DATED_PRECISIONS,
    KIND_OF_UNIT,
    UNDATED,
    Preference,
    ReportedTally,
    stands_from,
)
from tracker.supporters import domains
from tracker.supporters.models import State

SLUG = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
LANGUAGE = re.compile(r"^[a-z]{2}$")
RESERVED = ("vetoes", "new", "all", "none", "staff", "api")
"""Addresses with a meaning of their own, now or likely later."""
RESERVED_END = "-combined"
"""Ends the subject of reported tallies for a campaign's initiatives taken together."""
MAX_NUMBER = 100_000_000
FILL = _t("Please fill this in.")


class Refused(RuleBroken):
    """The refusal of content that breaks rules; nothing was changed. `problems` says which."""

    def __init__(self, problems: Problems) -> None:
        super().__init__("There are problems. Each is said beside its field.")
        self.problems = problems


def refuse(problems: Problems) -> None:
    """Raise Refused if there are any."""
    if problems:
        raise Refused(problems)


def malformed(kind: Kind, values: Values) -> Problems:
    """Return what cannot even be kept as a draft: values that are neither empty nor what their
    field takes."""
    problems = {}
    for field in kind.fields:
        value = values.get(field.name)
        if value in (None, "", []):
            continue
        problem = _malformed(field, value)
        if problem is not None:
            problems[field.name] = problem
    return problems


def missing(kind: Kind, values: Values) -> Problems:
    """Return what must be there before the content can be public, and is not."""
    return {
        field.name: RuleBroken(FILL)
        for field in kind.fields
        if field.required and values.get(field.name) in (None, "", [])
    }


def unpublishable(kind: Kind, values: Values, place: Place) -> Problems:
    """Return what breaks a rule, of the fields alone and together."""
    problems = malformed(kind, values) | missing(kind, values)
    if "slug" in {field.name for field in kind.fields}:
        _check_slug(kind, values, place, problems)
    if kind.kind in CHECK_TOGETHER and not problems:
        CHECK_TOGETHER[kind.kind](values, place, problems)
    return problems


def _malformed(field: Field, value: object) -> RuleBroken | None:
    if isinstance(value, str) and len(value) > field.longest:
        return RuleBroken("Use at most %(n)s characters.", n=field.longest)
    check, message = CHECKS.get(field.takes, (_is_anything, ""))
    if field.takes in (Takes.CHOICE, Takes.CHOICES):
        chosen = value if isinstance(value, list) else [value]
        return None if set(chosen) <= set(field.options) else RuleBroken("Please choose one.")
    return None if check(value) else RuleBroken(message)


def _is_anything(_value: object) -> bool:
    return True


def _is_partial(value: str) -> bool:
    try:
        return last_day(value).year >= 1
    except ValueError:
        return False


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_number(value: object) -> bool:
    return isinstance(value, int) and 0 < value <= MAX_NUMBER


def _is_website(value: str) -> bool:
    address = value if ":" in value else f"https://{value}"
    return domains.of_website(address) is not None


def _is_language(value: str) -> bool:
    return LANGUAGE.match(value) is not None


def _is_slug(value: str) -> bool:
    return SLUG.fullmatch(value) is not None


CHECKS: dict[Takes, tuple[Callable[[Any], bool], str]] = {
    Takes.SLUG: (
        _is_slug,
        _t("Use small letters, digits and single hyphens, such as veto-restraint."),
    ),
    Takes.PARTIAL: (
        _is_partial,
        _t("Give a day, a month or a year, such as 2015-10-23, 2015-10 or 2015."),
    ),
    Takes.DAY: (_is_day, _t("Give a day, such as 2015-10-23.")),
    Takes.NUMBER: (_is_number, _t("Give a whole number of 1 or more.")),
    Takes.WEBSITE: (_is_website, _t("Give a web address, such as https://www.example.org.")),
    Takes.LANGUAGE: (_is_language, _t("Please choose one.")),
    Takes.SYMBOL: (lambda value: is_symbol(value), _t("Give a UN symbol, such as A/63/677.")),
}


def _check_slug(kind: Kind, values: Values, place: Place, problems: Problems) -> None:
    slug = values.get("slug")
    if not slug or "slug" in problems:
        return
    if isinstance(place.row, Campaign | Initiative):
        if place.row.slug != slug:
            problems["slug"] = RuleBroken(
                "This address is public and stays as it is: %(slug)s.", slug=place.row.slug
            )
    elif slug in RESERVED or slug.endswith(RESERVED_END):
        problems["slug"] = RuleBroken(
            "%(slug)s is kept for pages of the site. Choose another address.", slug=slug
        )
    elif place.session.scalar(select(kind.model.id).where(kind.model.slug == slug)):
        problems["slug"] = RuleBroken("This address is taken. Choose another.")


def _check_document(values: Values, place: Place, problems: Problems) -> None:
    is_assessment = values["category"] == DocumentCategory.ASSESSMENT
    if is_assessment and not values.get("assessor"):
        problems["assessor"] = RuleBroken(
            "Please say who assesses, so that it stands in its group."
        )
    elif values.get("assessor") and not is_assessment:
        problems["assessor"] = RuleBroken("Only of an assessment is it said who assesses.")


def _check_reform(values: Values, place: Place, problems: Problems) -> None:
    if values["status"] != ReformStatus.NOT_ASSESSED:
        if not values.get("evidence"):
            problems["evidence"] = RuleBroken(
                "An assessment needs evidence. Without it, the reform stays not assessed."
            )
        if not values.get("evidence_source"):
            problems["evidence_source"] = RuleBroken("Please say where the evidence can be read.")
    elif values.get("evidence"):
        problems["status"] = RuleBroken("Evidence is given, so please say what it shows.")


def _check_statement(values: Values, place: Place, problems: Problems) -> None:
    iso3 = values.get("state_iso3")
    if iso3 and place.session.get(State, iso3) is None:
        problems["state_iso3"] = RuleBroken("Please choose one.")


def _check_tally(values: Values, place: Place, problems: Problems) -> None:
    on = date.fromisoformat(values["reported_on"]) if values.get("reported_on") else None
    precision, preferred = values["date_precision"], Preference(values["preferred"])
    if on is not None and precision not in DATED_PRECISIONS:
        problems["date_precision"] = RuleBroken("With a date: day, about, month or since month.")
    elif on is None and precision in DATED_PRECISIONS:
        problems["reported_on"] = RuleBroken("Please give the date, or say that it is undated.")
    if on is not None and on > place.today:
        problems["reported_on"] = RuleBroken("Nobody can have reported it on a day still to come.")
    if preferred is Preference.NO or problems:
        return
    since = stands_from(on, precision)
    if values["unit"] not in KIND_OF_UNIT:
        problems["preferred"] = RuleBroken(
            "A figure of %(unit)s cannot lead, as nothing here is counted so.", unit=values["unit"]
        )
    elif preferred is Preference.TODAY_ONLY and precision != UNDATED:
        problems["preferred"] = RuleBroken("Only an undated figure stands for today only.")
    elif preferred is Preference.YES and since is None:
        problems["preferred"] = RuleBroken("An undated figure can stand for today only.")
    elif preferred is Preference.YES and since is not None and since > place.today:
        problems["preferred"] = RuleBroken("A figure cannot stand before its date has come.")
    else:
        _check_alone(values, since, preferred, place, problems)


def _check_alone(
    values: Values, since: date | None, preferred: Preference, place: Place, problems: Problems
) -> None:
    """Refuse a second preferred figure of a day: it would be left to chance which is shown."""
    same_day = ReportedTally.stands_from == since if since else ReportedTally.stands_from.is_(None)
    other = place.session.scalars(
        select(ReportedTally).where(
            ReportedTally.subject == subject(values, place.parent_kind, place.parent_slug),
            ReportedTally.preferred == preferred,
            same_day,
            ReportedTally.id != (place.row.id if place.row is not None else 0),
        )
    ).first()
    if other is not None:
        problems["preferred"] = RuleBroken(
            "Another figure of the same day is preferred: %(value)s, %(what)s.",
            value=other.value,
            what=other.what,
        )


def subject(values: Values, parent_kind: ContentKind | None, parent_slug: str) -> str:
    """Return what a reported tally is about: an initiative, or those of a campaign together."""
    known: str | None = values.get("subject")
    if known:
        return known
    return parent_slug if parent_kind is ContentKind.INITIATIVE else combined_subject(parent_slug)


CHECK_TOGETHER: dict[ContentKind, Callable[[Values, Place, Problems], None]] = {
    ContentKind.DOCUMENT: _check_document,
    ContentKind.INITIATIVE: initiative_life.check,
    ContentKind.REFORM: _check_reform,
    ContentKind.STATEMENT: _check_statement,
    ContentKind.REPORTED_TALLY: _check_tally,
}
