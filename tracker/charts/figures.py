"""The pictures of an initiative, each with its legend and the table that stands behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker.charts import data_tables, group_bars, growth_chart, hemicycle, world_map
from tracker.charts.data_tables import Table
from tracker.charts.subject import Record, Subject, both_counts, governments
from tracker.initiatives import queries as initiatives
from tracker.initiatives.reported import ReportedTally
from tracker.presentation import figures, labels
from tracker.supporters.models import SupporterKind
from tracker.tallies import growth

Name = Literal["hemicycle", "map", "growth", "regions", "matrix"]
NAMES: tuple[Name, ...] = ("hemicycle", "growth", "map", "regions", "matrix")
"""In the order of the page."""


@dataclass(frozen=True, kw_only=True)
class Picture:
    name: str
    title: str
    box: str
    """SVG's `viewBox`."""
    chart: Any
    keys: Sequence[tuple[str, str]]
    """The legend: what is painted how, and what it means."""
    notes: Sequence[str]
    table: Table
    query: str
    narrow: str = ""
    """What stands in words where there is no room for the picture's own."""

    @property
    def width(self) -> float:
        return float(self.box.split()[2])

    @property
    def height(self) -> float:
        return float(self.box.split()[3])


def drawn(session: Session, of: Record, name: Name) -> Picture | None:
    """A picture; none where the initiative has nothing that it could show."""
    if name == "growth":
        reports = initiatives.all_reported(
            session, of.asked.initiative.slug, known_at=of.asked.known_at
        )
        return grown(session, of.asked, of.reported, reports)
    if not of.has_governments:
        return None
    if name == "hemicycle":
        return _hemicycle(of)
    if name == "map":
        return _map(of)
    return _regions(of) if name == "regions" else _matrix(session, of)


def _seat_keys() -> list[tuple[str, str]]:
    return [
        ("seat endorsed", _("endorsed")),
        ("seat announced", _("announced")),
        ("seat voiced", _("voiced")),
        ("seat none", _("not documented here")),
    ]


def _counted_keys(chart: hemicycle.Hemicycle) -> list[tuple[str, str]]:
    """The same, with how many Member States have each grade."""
    of = Counter(one.grade for one in chart.seats if not one.observer)
    grades = (*hemicycle.FIRST, None)
    return [
        (kind, f"{label}: {figures.number(of[grade])}")
        for (kind, label), grade in zip(_seat_keys(), grades, strict=True)
    ]


def _from_left_to_right(chart: hemicycle.Hemicycle) -> str:
    groups = "; ".join(
        _(
            "%(group)s %(n)s of %(size)s",
            group=labels.for_group_in_short(one.group),
            n=one.endorsed,
            size=one.size,
        )
        for one in chart.wedges
    )
    return str(_("From left to right, those that endorsed: %(groups)s.", groups=groups))


def _land_keys() -> list[tuple[str, str]]:
    return [(kind.replace("seat", "land"), label) for kind, label in _seat_keys()]


def _says_nothing() -> str:
    return str(_("Where nothing is documented here, that says nothing else about a State."))


def _hemicycle(of: Record) -> Picture:
    asked = of.asked
    chart = hemicycle.seat(of.states, of.grades, of.names, by=asked.by)
    by_grade = asked.by == "grade"
    return Picture(
        name="hemicycle",
        title=_("General Assembly: States on record for %(name)s", name=asked.initiative.name),
        box="-145 -52 930 410",
        chart=chart,
        keys=_counted_keys(chart) if by_grade else _seat_keys(),
        notes=[
            _("A seat is a State, a square an Observer State. The numbers count Member States."),
            _says_nothing(),
        ],
        table=of.table,
        query=asked.query,
        narrow="" if by_grade else _from_left_to_right(chart),
    )


def _map(of: Record) -> Picture:
    chart = world_map.chart(of.states, of.grades, of.names)
    return Picture(
        name="map",
        title=_("The States on record for %(name)s, on a map", name=of.asked.initiative.name),
        box=f"0 0 {chart.width} {chart.height}",
        chart=chart,
        keys=[*_land_keys(), ("land neutral", _("not a Member or Observer State"))],
        notes=[
            _("Small States are circles, set apart from one another so that each can be seen."),
            _(
                "The boundaries and names shown and the designations used on this map do not imply"
                " official endorsement or acceptance by the United Nations, nor a position of this"
                " site. Territories and areas that are no Member or Observer State are drawn"
                " neutral."
            ),
            _("Equal Earth projection, which keeps areas; outlines from Natural Earth."),
        ],
        table=of.table,
        query=of.asked.query,
    )


def grown(
    session: Session,
    asked: Subject,
    reported: ReportedTally | None,
    every: Sequence[ReportedTally],
) -> Picture | None:
    """The growth of the headline's kind, with every report of it up to the day; none before there
    is anything to show. An undated report stands for today only."""
    one = asked.initiative
    kind = figures.main_kind(one, reported)
    steps = growth.growth(session, one.id, kind, as_of=asked.as_of, known_at=asked.known_at)
    reports = [
        each
        for each in every
        if data_tables.is_of(each, kind) and (each.stands_from or asked.today) <= asked.as_of
    ]
    chart = growth_chart.curve(steps, reports, one.milestones, asked.as_of)
    if chart is None:
        return None
    notes = [_("What was reported is never added to our count, nor joined to it.")]
    if kind is SupporterKind.GOVERNMENT:
        notes += [
            _("Our count here is of Member and Observer States together; the table has both."),
            _("Of many it is only known by which day at the latest; there the line rises."),
        ]
    if any(each.stands_from is None for each in reports):
        notes.append(_("Undated figures have no place in the picture."))
    return Picture(
        name="growth",
        title=_(
            "How support for %(name)s grew: %(kind)s, by day",
            name=one.name,
            kind=labels.for_kind(kind),
        ),
        box=f"0 0 {growth_chart.WIDTH} {growth_chart.HEIGHT}",
        chart=chart,
        keys=[
            ("ours", _counted(kind)),
            ("reported", _("%(kind)s reported, by others", kind=labels.for_kind(kind))),
            *([("flag", _("milestone, by its number"))] if chart.marks else []),
        ],
        notes=notes,
        table=data_tables.of_growth(steps, reports, chart.marks, kind),
        query=asked.query,
    )


def _counted(kind: SupporterKind) -> str:
    if kind is SupporterKind.INDIVIDUAL:
        return str(_("individuals counted here"))
    return str(_("%(kind)s named here with a source", kind=labels.for_kind(kind)))


def _regions(of: Record) -> Picture:
    found = group_bars.shares(of.states, of.grades)
    return Picture(
        name="regions",
        title=_(
            "How much of each regional group is on record for %(name)s",
            name=of.asked.initiative.name,
        ),
        box=f"0 0 {group_bars.WIDTH} {group_bars.BAR * len(found)}",
        chart=group_bars.bars(found),
        keys=_land_keys(),
        notes=[
            _("The numbers count those that endorsed, as named here with a source."),
            _says_nothing(),
        ],
        table=data_tables.of_groups([(of.asked.initiative, found)]),
        query=of.asked.query,
    )


def _matrix(session: Session, of: Record) -> Picture:
    """This initiative first, then the others that governments sign."""
    asked = of.asked
    beside = [
        one
        for one in initiatives.all_initiatives(session)
        if SupporterKind.GOVERNMENT in one.signatory_kinds and one.id != asked.initiative.id
    ]
    grades = [of.grades]
    for one in beside:
        rows = governments(session, asked, one)
        grades.append({row.state_iso3: row.grade for row in rows})
    columns = [asked.initiative, *beside]
    chart = group_bars.multiples(columns, of.states, grades)
    return Picture(
        name="matrix",
        title=_("Regional groups and initiatives"),
        box=f"0 0 {group_bars.WIDTH} {chart.height}",
        chart=chart,
        keys=[(kind.replace("seat", "square"), label) for kind, label in _seat_keys()],
        notes=[
            _("A square is a State. The numbers count those that endorsed."),
            *(f"{one.name}: {both_counts(session, asked, one)}." for one in beside),
            _says_nothing(),
        ],
        table=data_tables.of_groups(
            [
                (one, group_bars.shares(of.states, of_one))
                for one, of_one in zip(columns, grades, strict=True)
            ]
        ),
        query=asked.query,
    )
