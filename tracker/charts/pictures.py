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
from tracker.initiatives.grades import Grade
from tracker.initiatives.reported_figures import ReportedTally
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
    """Words for where there is no room for the picture's own."""

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
    of = Counter(seat.grade for seat in chart.seats if not seat.observer)
    grades = (*Grade, None)
    return [
        (kind, f"{label}: {figures.number(of[grade])}")
        for (kind, label), grade in zip(_seat_keys(), grades, strict=True)
    ]


def _from_left_to_right(chart: hemicycle.Hemicycle) -> str:
    groups = "; ".join(
        _(
            "%(group)s %(n)s of %(size)s",
            group=labels.for_group_in_short(wedge.group),
            n=wedge.endorsed,
            size=wedge.size,
        )
        for wedge in chart.wedges
    )
    return str(_("From left to right, those that endorsed: %(groups)s.", groups=groups))


def _land_keys() -> list[tuple[str, str]]:
    return [(kind.replace("seat", "land"), label) for kind, label in _seat_keys()]


def _says_nothing() -> str:
    return str(_("Where nothing is documented here, that says nothing else about a State."))


def _hemicycle(of: Record) -> Picture:
    subject = of.asked
    chart = hemicycle.seat(of.states, of.grades, of.names, by=subject.by)
    by_grade = subject.by == "grade"
    return Picture(
        name="hemicycle",
        title=_("General Assembly: States on record for %(name)s", name=subject.initiative.name),
        box="-145 -52 930 410",
        chart=chart,
        keys=_counted_keys(chart) if by_grade else _seat_keys(),
        notes=[
            _("A seat is a State, a square an Observer State. The numbers count Member States."),
            _says_nothing(),
        ],
        table=of.table,
        query=subject.query,
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
    subject: Subject,
    reported: ReportedTally | None,
    all_reports: Sequence[ReportedTally],
) -> Picture | None:
    """The growth of the headline's kind, with every report of it up to the day; none before there
    is anything to show. An undated report stands for today only."""
    initiative = subject.initiative
    kind = figures.main_kind(initiative, reported)
    steps = growth.growth(
        session, initiative.id, kind, as_of=subject.as_of, known_at=subject.known_at
    )
    reports = [
        report
        for report in all_reports
        if data_tables.is_of(report, kind)
        and report.is_confirmed
        and (report.stands_from or subject.today) <= subject.as_of
    ]
    chart = growth_chart.curve(steps, reports, initiative.milestones, subject.as_of)
    if chart is None:
        return None
    notes = [_("What was reported is never added to our count, nor joined to it.")]
    if kind is SupporterKind.GOVERNMENT:
        notes += [
            _("Our count here is of Member and Observer States together; the table has both."),
            _("Of many it is only known by which day at the latest; there the line rises."),
        ]
    if any(report.stands_from is None for report in reports):
        notes.append(_("Undated figures have no place in the picture."))
    return Picture(
        name="growth",
        title=_(
            "How support for %(name)s grew: %(kind)s, by day",
            name=initiative.name,
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
        query=subject.query,
    )


def _counted(kind: SupporterKind) -> str:
    if kind is SupporterKind.INDIVIDUAL:
        return str(_("individuals counted here"))
    return str(_("%(kind)s named here with a source", kind=labels.for_kind(kind)))


def _regions(of: Record) -> Picture:
    shares = group_bars.shares(of.states, of.grades)
    return Picture(
        name="regions",
        title=_(
            "How much of each regional group is on record for %(name)s",
            name=of.asked.initiative.name,
        ),
        box=f"0 0 {group_bars.WIDTH} {group_bars.BAR * len(shares)}",
        chart=group_bars.bars(shares),
        keys=_land_keys(),
        notes=[
            _("The numbers count those that endorsed, as named here with a source."),
            _says_nothing(),
        ],
        table=data_tables.of_groups([(of.asked.initiative, shares)]),
        query=of.asked.query,
    )


def _matrix(session: Session, of: Record) -> Picture:
    """This initiative first, then the others that governments sign."""
    subject = of.asked
    beside = [
        initiative
        for initiative in initiatives.all_initiatives(session)
        if SupporterKind.GOVERNMENT in initiative.signatory_kinds
        and initiative.id != subject.initiative.id
    ]
    grades = [of.grades]
    for initiative in beside:
        rows = governments(session, subject, initiative)
        grades.append({row.state_iso3: row.grade for row in rows})
    columns = [subject.initiative, *beside]
    chart = group_bars.multiples(columns, of.states, grades)
    return Picture(
        name="matrix",
        title=_("Regional groups and initiatives"),
        box=f"0 0 {group_bars.WIDTH} {chart.height}",
        chart=chart,
        keys=[(kind.replace("seat", "square"), label) for kind, label in _seat_keys()],
        notes=[
            _("A square is a State. The numbers count those that endorsed."),
            *(
                f"{initiative.name}: {both_counts(session, subject, initiative)}."
                for initiative in beside
            ),
            _says_nothing(),
        ],
        table=data_tables.of_groups(
            [
                (initiative, group_bars.shares(of.states, theirs))
                for initiative, theirs in zip(columns, grades, strict=True)
            ]
        ),
        query=subject.query,
    )
