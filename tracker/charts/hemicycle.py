"""One State, one seat: where each of the 193 Member States and 2 Observer States sits.

Seats stand in eight arcs. Each regional group has a wedge, and in each wedge those on record come
first; or those on record sit together, grade by grade. The geometry is worked out once; nothing
here knows how it is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tracker.initiatives.grades import Grade
from tracker.supporters.models import Membership, RegionalGroup, State

WIDTH, HEIGHT = 640, 352
CENTRE = (320.0, 318.0)
RADII = tuple(130 + row * 176 / 7 for row in range(8))
MEMBERS = 193
WEDGES = (
    RegionalGroup.AFRICAN,
    RegionalGroup.ASIA_PACIFIC,
    RegionalGroup.EASTERN_EUROPEAN,
    RegionalGroup.GRULAC,
    RegionalGroup.WEOG,
)
"""From left to right."""
ORDERS = ("region", "grade")
RIM, OUTSIDE = 322, 330
"""The distances from the centre of the lines along the groups and of the labels."""
MIN_LABELLED = 5
"""A run of fewer seats has no label: it would stand in its neighbour's."""


@dataclass(frozen=True, kw_only=True)
class Seat:
    iso3: str
    name: str
    grade: Grade | None
    x: float
    y: float
    observer: bool = False


@dataclass(frozen=True, kw_only=True)
class Wedge:
    """A regional group and how many of it have endorsed."""

    group: RegionalGroup
    endorsed: int
    size: int


@dataclass(frozen=True, kw_only=True)
class Label:
    """A label outside the seats that it names: a group, or without one a grade."""

    x: float
    y: float
    anchor: str
    """SVG's `text-anchor`."""
    size: int
    endorsed: int
    group: RegionalGroup | None = None
    grade: Grade | None = None


@dataclass(frozen=True, kw_only=True)
class Hemicycle:
    seats: Sequence[Seat]
    wedges: Sequence[Wedge]
    labels: Sequence[Label]
    arcs: Sequence[str] = ()
    """Outside the seats, a line along each group's; none where seats stand by grade."""


def places(count: int = MEMBERS) -> list[tuple[float, float]]:
    """The centres of the seats, from the left end round to the right, inner before outer."""
    exact = [count * radius / sum(RADII) for radius in RADII]
    rows = [math.floor(row) for row in exact]
    by_rest = sorted(range(len(rows)), key=lambda row: rows[row] - exact[row])
    for row in by_rest[: count - sum(rows)]:
        rows[row] += 1
    spots = [
        (math.pi * seat / (number - 1), radius)
        for radius, number in zip(RADII, rows, strict=True)
        for seat in range(number)
    ]
    return [
        (
            round(CENTRE[0] - radius * math.cos(angle), 1),
            round(CENTRE[1] - radius * math.sin(angle), 1),
        )
        for angle, radius in sorted(spots)
    ]


PLACES = places()


def seat(
    states: Sequence[State],
    grades: Mapping[str, Grade],
    names: Mapping[str, str],
    *,
    by: str = "region",
) -> Hemicycle:
    """Give every State its seat, in one of ORDERS. `grades` has the States on record, by code."""

    def order(state: State) -> tuple[int, str]:
        grade = grades.get(state.iso3)
        return grade.rank if grade else len(Grade), state.name

    members = [state for state in states if state.membership is Membership.MEMBER]
    in_order: list[State] = []
    wedges: list[Wedge] = []
    for group in WEDGES:
        of_group = sorted((state for state in members if state.regional_group is group), key=order)
        endorsed = sum(grades.get(state.iso3) is Grade.ENDORSED for state in of_group)
        wedges.append(Wedge(group=group, endorsed=endorsed, size=len(of_group)))
        in_order += of_group
    if by == "grade":
        in_order.sort(key=order)
    spots = PLACES if len(in_order) == MEMBERS else places(max(len(in_order), 2 * len(RADII)))
    seats = [
        Seat(iso3=state.iso3, name=names[state.iso3], grade=grades.get(state.iso3), x=x, y=y)
        for state, (x, y) in zip(in_order, spots, strict=False)
    ]
    observers = [state for state in states if state.membership is Membership.OBSERVER]
    seats += [
        Seat(
            iso3=state.iso3,
            name=names[state.iso3],
            grade=grades.get(state.iso3),
            x=CENTRE[0] - 16 + 32 * place,
            y=CENTRE[1] + 10,
            observer=True,
        )
        for place, state in enumerate(observers)
    ]
    labels = _of_grades(in_order, grades) if by == "grade" else _of_groups(wedges)
    arcs = _arcs(wedges) if by == "region" else ()
    return Hemicycle(seats=seats, wedges=wedges, labels=labels, arcs=arcs)


def _of_groups(wedges: Sequence[Wedge]) -> list[Label]:
    total, done, labels = sum(wedge.size for wedge in wedges), 0, []
    for wedge in wedges:
        where = _outside(done, wedge.size, total)
        labels.append(Label(**where, size=wedge.size, endorsed=wedge.endorsed, group=wedge.group))
        done += wedge.size
    return labels


def _arcs(wedges: Sequence[Wedge]) -> list[str]:
    """A line from the first seat of each group to its last, a little apart from the next one."""
    total, done, arcs = max(sum(wedge.size for wedge in wedges), 1), 0, []
    for wedge in wedges:
        ends = [(done + 0.7) / total, (done + wedge.size - 0.7) / total]
        done += wedge.size
        if wedge.size > 1:
            (x, y), (to_x, to_y) = (
                (
                    round(CENTRE[0] - RIM * math.cos(math.pi * end), 1),
                    round(CENTRE[1] - RIM * math.sin(math.pi * end), 1),
                )
                for end in ends
            )
            arcs.append(f"M{x} {y}A{RIM} {RIM} 0 0 1 {to_x} {to_y}")
    return arcs


def _of_grades(members: Sequence[State], grades: Mapping[str, Grade]) -> list[Label]:
    done, labels = 0, []
    for grade in (*Grade, None):
        size = sum(grades.get(state.iso3) is grade for state in members)
        if size >= MIN_LABELLED:
            where = _outside(done, size, len(members))
            labels.append(Label(**where, size=size, endorsed=size, grade=grade))
        done += size
    return labels


def _outside(first: int, size: int, total: int) -> dict[str, Any]:
    """Return where the label of a run of seats stands, beyond the middle of its arc."""
    angle = math.pi * (first + size / 2) / max(total, 1)
    x = round(CENTRE[0] - OUTSIDE * math.cos(angle), 1)
    y = round(CENTRE[1] - OUTSIDE * math.sin(angle), 1)
    anchor = "end" if x < CENTRE[0] - 40 else "start" if x > CENTRE[0] + 40 else "middle"
    return {"x": x, "y": y, "anchor": anchor}


def foremost(grades: Sequence[Mapping[str, Grade]]) -> dict[str, Grade]:
    """Of several initiatives, the furthest grade of each State."""
    foremost_grades: dict[str, Grade] = {}
    for theirs in grades:
        for iso3, grade in theirs.items():
            if iso3 not in foremost_grades or grade.rank < foremost_grades[iso3].rank:
                foremost_grades[iso3] = grade
    return foremost_grades
