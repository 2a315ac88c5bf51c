"""Numbers that never stand alone: what each counts, since when, and on whose word."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from flask_babel import format_decimal, format_percent, ngettext
from flask_babel import gettext as _

from tracker.core.i18n import dated, day
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.initiatives.reported_figures import (
    KIND_OF_UNIT,
    LOWER_BOUNDS,
    MEMBER_STATES,
    ReportedTally,
)
from tracker.supporters.models import SupporterKind
from tracker.tallies.queries import Tally


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One number with its words. `path` is its place in ``tally.json``, for the live page; of a
    sum, its places with a plus between them."""

    value: str
    label: str
    small: str = ""
    path: str = ""
    one: str = ""
    many: str = ""
    minor: bool = False
    source: str = ""
    named: bool = False
    """True where it counts who is named here: a page says how complete that is."""
    spot: str = ""
    """The id of its small words, where these change with the number."""


@dataclass(frozen=True, kw_only=True)
class Headline:
    """An initiative in one line of the first page."""

    initiative: Initiative
    lead: Figure
    follows: Figure | None
    reported: ReportedTally | None


def number(value: int) -> str:
    return str(format_decimal(value))


def percent(part: float) -> str:
    """A share between 0 and 1, to a tenth of a per cent where that is not nought: "63.7%"."""
    return str(format_percent(part, "#,##0.#%"))


def reported_value(reported: ReportedTally) -> str:
    """ "104", "750+", "about 40"."""
    if reported.qualifier in LOWER_BOUNDS:
        return f"{number(reported.value)}+"
    if reported.qualifier == "exact":
        return number(reported.value)
    return f"{_('about')} {number(reported.value)}"


def reported_share(reported: ReportedTally, members: int) -> str:
    """Return what a figure of Member States is of them all, as exactly as it was reported: "58%",
    "at least 62.2%", "about 20.7%"."""
    share = percent(reported.value / members)
    if reported.qualifier in LOWER_BOUNDS:
        return str(_("at least %(percent)s", percent=share))
    if reported.qualifier == "exact":
        return share
    return str(_("about %(percent)s", percent=share))


def reported_date(reported: ReportedTally) -> str:
    """ "23 Oct 2015", "2017 or 2018", "after 26 Apr 2022", "undated"."""
    if reported.reported_on is None:
        return re.sub(
            r"\d{4}-\d{2}-\d{2}",
            lambda match: day(date.fromisoformat(match[0])),
            reported.date_precision,
        )
    if reported.date_precision == "month":
        return dated(reported.reported_on.isoformat()[:7])
    if reported.date_precision == "about":
        return str(_("about %(day)s", day=day(reported.reported_on)))
    return day(reported.reported_on)


def reported_label(reported: ReportedTally) -> str:
    """Return what a reported figure counts, while it leads: "governments reported"."""
    if reported.unit == MEMBER_STATES:
        return str(_("Member States reported"))
    kind = KIND_OF_UNIT.get(reported.unit)
    if kind is SupporterKind.GOVERNMENT:
        return str(_("governments reported"))
    if kind is SupporterKind.ORGANISATION:
        return str(_("organisations reported"))
    if reported.unit.startswith("current and former"):
        return str(_("current and former members of parliament reported"))
    return str(_("members of parliament reported"))


def _beside_label(reported: ReportedTally) -> str:
    """Return the same beside our own count that leads: "governments, as reported"."""
    if reported.unit == MEMBER_STATES:
        return str(_("Member States, as reported"))
    kind = KIND_OF_UNIT.get(reported.unit)
    if kind is SupporterKind.GOVERNMENT:
        return str(_("governments, as reported"))
    if kind is SupporterKind.ORGANISATION:
        return str(_("organisations, as reported"))
    if reported.unit.startswith("current and former"):
        return str(_("current and former members of parliament, as reported"))
    return str(_("members of parliament, as reported"))


def documented(tally: Tally, kind: SupporterKind) -> int:
    """Return how many of a kind are named here with a source."""
    return {
        SupporterKind.GOVERNMENT: tally.members + tally.observers,
        SupporterKind.ORGANISATION: tally.organisations,
        SupporterKind.PARLIAMENTARIAN: tally.parliamentarians,
        SupporterKind.INDIVIDUAL: tally.individuals,
    }[kind]


def main_kind(initiative: Initiative, reported: ReportedTally | None) -> SupporterKind:
    """The kind of which the headline speaks."""
    if reported is not None and reported.unit in KIND_OF_UNIT:
        return KIND_OF_UNIT[reported.unit]
    return next(kind for kind in SupporterKind if kind in initiative.signatory_kinds)


def leads(tally: Tally, reported: ReportedTally | None) -> bool:
    """Return whether the reported figure stands first: as long as our list is not complete."""
    kind = KIND_OF_UNIT.get(reported.unit) if reported else None
    if reported is None or kind is None:
        return False
    only_members = reported.unit == MEMBER_STATES
    return not reported.is_reached(tally.members if only_members else documented(tally, kind))


def lists_all(tally: Tally, reported: ReportedTally | None) -> bool:
    """Return whether every government that was reported is named here."""
    of_governments = reported and KIND_OF_UNIT.get(reported.unit) is SupporterKind.GOVERNMENT
    return bool(of_governments) and not leads(tally, reported)


def of_reported(reported: ReportedTally, *, beside: bool = False) -> Figure:
    """A reported figure; `beside` our own, which leads."""
    return Figure(
        value=reported_value(reported),
        label=_beside_label(reported) if beside else reported_label(reported),
        small=reported_date(reported),
        source=reported.source,
    )


def of_governments(tally: Tally) -> Figure:
    """The governments of a complete list in one figure, with its two parts: "107 governments",
    "105 Member States and 2 observers, each named here"."""
    words = partial(ngettext, "government", "governments")
    members = ngettext(
        "%(n)s Member State", "%(n)s Member States", tally.members, n=number(tally.members)
    )
    observers = ngettext(
        "%(n)s observer", "%(n)s observers", tally.observers, n=number(tally.observers)
    )
    small = (
        _("%(members)s and %(observers)s, each named here", members=members, observers=observers)
        if tally.observers
        else _("%(members)s, each named here", members=members)
    )
    value = documented(tally, SupporterKind.GOVERNMENT)
    return Figure(
        value=number(value),
        label=words(value),
        small=str(small),
        path="governments.members+governments.observers",
        one=f"1 {words(1)}",
        many=f"# {words(5)}",
        spot=f"{tally.initiative}-parts",
    )


def of_kind(tally: Tally, kind: SupporterKind, *, minor: bool = False) -> Figure:
    """The documented count of a kind; of governments, Member States only."""
    if kind is SupporterKind.GOVERNMENT:
        words = partial(ngettext, "Member State", "Member States")
        value, path = tally.members, "governments.members"
    elif kind is SupporterKind.ORGANISATION:
        words = partial(ngettext, "organisation", "organisations")
        value, path = tally.organisations, "organisations"
    elif kind is SupporterKind.PARLIAMENTARIAN:
        words = partial(ngettext, "parliamentarian", "parliamentarians")
        value, path = tally.parliamentarians, "parliamentarians"
    else:
        words = partial(ngettext, "individual", "individuals")
        value, path = tally.individuals, "individuals"
    small = _("counted here") if kind is SupporterKind.INDIVIDUAL else _("named here with a source")
    return Figure(
        value=number(value),
        label=words(value),
        small=small,
        path=path,
        one=f"1 {words(1)}",
        many=f"# {words(5)}",
        minor=minor,
        named=kind is not SupporterKind.INDIVIDUAL,
    )


def all_of(initiative: Initiative, tally: Tally, reported: ReportedTally | None) -> list[Figure]:
    """An initiative's figures: the reported one first while it leads, then ours, kind by kind.

    A complete list of governments leads, in one figure with its parts among the smaller ones.
    """
    first = main_kind(initiative, reported)
    whole = reported is not None and lists_all(tally, reported)
    ahead = [of_reported(reported)] if reported and leads(tally, reported) else []
    if reported and whole:
        ahead = [of_governments(tally), of_reported(reported, beside=True)]
    kinds = [
        *(kind for kind in SupporterKind if kind in initiative.signatory_kinds),
        *(kind for kind in SupporterKind if kind not in initiative.signatory_kinds),
    ]
    kinds.sort(key=lambda kind: kind is not first)
    figures = list(ahead)
    for kind in kinds:
        beside = kind not in initiative.signatory_kinds
        in_whole = whole and kind is SupporterKind.GOVERNMENT
        figures.append(of_kind(tally, kind, minor=beside or in_whole))
        if kind is SupporterKind.GOVERNMENT and not beside:
            figures += _beside_governments(tally, initiative.grades)
    if reported and not ahead:
        figures.append(of_reported(reported, beside=True))
    if tally.awaiting is not None:
        figures.append(
            _small(tally.awaiting, _("awaiting verification"), "", "awaiting_verification")
        )
    return figures


def _beside_governments(tally: Tally, grades: Collection[Grade]) -> Sequence[Figure]:
    """Observers, and the grades besides `endorsed` that an initiative uses."""
    shown_not_counted = _("shown, not counted")
    beside = [
        _small(
            tally.observers,
            ngettext("Observer State", "Observer States", tally.observers),
            _("counted apart"),
            "governments.observers",
        ),
    ]
    if Grade.ANNOUNCED in grades:
        beside.append(
            _small(tally.announced, _("announced"), shown_not_counted, "governments.announced")
        )
    if Grade.VOICED in grades:
        beside.append(
            _small(tally.voiced, _("voiced support"), shown_not_counted, "governments.voiced")
        )
    return beside


def _small(value: int, label: str, small: str, path: str) -> Figure:
    return Figure(
        value=number(value),
        label=label,
        small=small,
        path=path,
        one=f"1 {label}",
        many=f"# {label}",
        minor=True,
    )


def any_of(members: Collection[str], which: str) -> Figure:
    """The Member States for any of a campaign's initiatives, which `which` says."""
    words = partial(
        ngettext, "Member State for %(which)s", "Member States for %(which)s", which=which
    )
    return Figure(
        value=number(len(members)),
        label=words(len(members)),
        small=str(_("named here with a source")),
        path="either.members",
        one=f"1 {words(1)}",
        many=f"# {words(5)}",
        named=True,
    )


def all_of_them(members: Collection[str], which: str) -> Figure:
    """The Member States for all of them."""
    return Figure(
        value=number(len(members)),
        label=str(_("for %(which)s", which=which)),
        small=str(_("named here with a source")),
        path="both.members",
        one=str(_("1 Member State for %(which)s", which=which)),
        many=str(_("# Member States for %(which)s", which=which)),
        named=True,
    )


def only_one(members: Collection[str], name: str) -> Figure:
    """The Member States for this one alone. No open page follows them."""
    label = str(_("only for the %(name)s", name=name))
    return Figure(value=number(len(members)), label=label, minor=True)


def combined_observers(observers: Collection[str], which: str) -> Figure:
    """The Observer States for any of a campaign's initiatives, counted apart."""
    words = partial(
        ngettext, "Observer State for %(which)s", "Observer States for %(which)s", which=which
    )
    return Figure(
        value=number(len(observers)),
        label=words(len(observers)),
        small=str(_("counted apart")),
        path="either.observers",
        one=f"1 {words(1)}",
        many=f"# {words(5)}",
        minor=True,
    )


def headline(initiative: Initiative, tally: Tally, reported: ReportedTally | None) -> Headline:
    """One initiative's line: the figure that leads, and the other after it."""
    whole = lists_all(tally, reported)
    ours = of_governments(tally) if whole else of_kind(tally, main_kind(initiative, reported))
    if reported is not None and leads(tally, reported):
        return Headline(
            initiative=initiative, lead=of_reported(reported), follows=ours, reported=reported
        )
    return Headline(
        initiative=initiative,
        lead=ours,
        follows=of_reported(reported, beside=True) if reported else None,
        reported=reported,
    )
