"""The tables behind the pictures: in words on a page, and as data with names that stay the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from tracker.charts.group_bars import Share
from tracker.charts.growth_chart import Mark
from tracker.core.i18n import dated, day
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.initiatives.reported_figures import KIND_OF_UNIT, ReportedTally
from tracker.ledger.models import DatePrecision
from tracker.presentation import figures, labels
from tracker.supporters.models import RegionalGroup, State, SupporterKind
from tracker.tallies.growth import Step
from tracker.tallies.standing import GovernmentRow

MAX_SHOWN_STEPS = 80
"""A longer growth is told year by year on a page; the file has every day."""
NOTHING = "not documented here"


@dataclass(frozen=True, kw_only=True)
class Table:
    head: Sequence[str]
    shown: Sequence[Sequence[str]]
    """The words of a table, in the page's language."""
    columns: Sequence[str]
    rows: Sequence[Sequence[object]]
    """The file: these columns keep their names and their order."""


def of_states(
    states: Sequence[State], names: Mapping[str, str], rows: Mapping[str, GovernmentRow]
) -> Table:
    """Every State by name, and what is documented of it."""
    lines, data = [], []
    for state in sorted(states, key=lambda state: names[state.iso3]):
        row = rows.get(state.iso3)
        group = state.regional_group
        lines.append(
            [
                names[state.iso3],
                labels.for_group_in_short(group),
                labels.for_grade(row.grade) if row else _("not documented here"),
                _since(row) if row else "",
            ]
        )
        data.append(
            [
                state.iso3,
                names[state.iso3],
                state.membership.value,
                "" if group is RegionalGroup.NONE else group.value,
                row.grade.value if row else NOTHING,
                row.since.isoformat() if row else "",
                row.precision.value if row else "",
            ]
        )
    return Table(
        head=[_("State"), _("Regional group"), _("Documented support"), _("Since")],
        shown=lines,
        columns=[
            "iso3",
            "state",
            "membership",
            "regional_group",
            "grade",
            "since",
            "date_precision",
        ],
        rows=data,
    )


def _since(row: GovernmentRow) -> str:
    if row.precision is DatePrecision.BY:
        return str(_("by %(day)s", day=day(row.since)))
    return day(row.since)


def is_of(reported: ReportedTally, kind: SupporterKind) -> bool:
    """Return whether a reported tally can stand beside our count of a kind."""
    return KIND_OF_UNIT.get(reported.unit) is kind


def of_growth(
    steps: Sequence[Step],
    reports: Sequence[ReportedTally],
    marks: Sequence[Mark],
    kind: SupporterKind,
) -> Table:
    """Our count from day to day, then what was reported, then what happened."""
    unit = labels.for_kind(kind)
    lines = [
        [day(step.day), figures.number(step.together), _("named here with a source") + apart(step)]
        for step in _few(steps)
    ]
    data: list[list[object]] = [
        ["documented", step.day, "", "", step.together, step.observers, kind.value, "", ""]
        for step in steps
    ]
    for report in reports:
        label = _("reported (%(unit)s): %(what)s", unit=report.unit, what=report.what)
        lines.append(
            [
                figures.reported_date(report),
                figures.reported_value(report),
                f"{label} ({report.unit})",
            ]
        )
        data.append(
            [
                "reported",
                report.reported_on or "",
                report.date_precision,
                report.qualifier,
                report.value,
                "" if report.observers is None else report.observers,
                report.unit,
                report.what,
                report.source,
            ]
        )
    for mark in marks:
        lines.append([dated(mark.milestone.dated), "", f"{mark.number}. {mark.milestone.what}"])
        milestone = mark.milestone
        words = [milestone.what, milestone.source]
        data.append(["milestone", milestone.dated, *[""] * 5, *words])
    return Table(
        head=[_("Date"), unit.capitalize(), _("What it is")],
        shown=lines,
        columns=[
            "row",
            "date",
            "date_precision",
            "qualifier",
            "count",
            "of_which_observers",
            "unit",
            "what",
            "source",
        ],
        rows=data,
    )


def apart(step: Step) -> str:
    """ ", 103 Member States and 1 Observer State": counted apart where there is any."""
    if not step.observers:
        return ""
    return ": " + str(
        _(
            "%(members)s Member States, %(observers)s Observer States",
            members=figures.number(step.count),
            observers=figures.number(step.observers),
        )
    )


def _few(steps: Sequence[Step]) -> list[Step]:
    """All the steps, or of many the last one of each year."""
    if len(steps) <= MAX_SHOWN_STEPS:
        return list(steps)
    return list({step.day.year: step for step in steps}.values())


def of_groups(columns: Sequence[tuple[Initiative, Sequence[Share]]]) -> Table:
    """Each regional group's numbers, for one initiative after the other."""
    several = len(columns) > 1
    lines, data = [], []
    for initiative, shares in columns:
        for share in shares:
            cells = [labels.for_group_in_short(share.group), figures.number(share.size)]
            cells += [figures.number(share.of[grade]) for grade in Grade]
            cells += [figures.number(share.rest), _("%(n)s%%", n=round(share.percent))]
            lines.append([*([initiative.name] if several else []), *cells])
            group = "observers" if share.group is RegionalGroup.NONE else share.group.value
            counts = [share.of[grade] for grade in Grade]
            part = round(share.percent / 100, 4)
            data.append([initiative.slug, group, share.size, *counts, share.rest, part])
    return Table(
        head=[
            *([_("Initiative")] if several else []),
            _("Regional group"),
            _("States"),
            *(labels.for_grade(grade) for grade in Grade),
            _("not documented here"),
            _("Share that endorsed"),
        ],
        shown=lines,
        columns=[
            "initiative",
            "regional_group",
            "states",
            *(grade.value for grade in Grade),
            "not_documented_here",
            "share_endorsed",
        ],
        rows=data,
    )
