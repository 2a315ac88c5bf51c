"""The growth of a documented count, with what was reported beside it and what happened meanwhile.

Our count is a line in steps, a reported tally a diamond that nothing joins to it, a milestone a
numbered mark. Nothing here knows how it is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.core.dates import PARTIAL, last_day
from tracker.initiatives.models import Milestone
from tracker.initiatives.reported_figures import ReportedTally
from tracker.tallies.growth import Step

WIDTH, HEIGHT = 640, 336
LEFT, RIGHT, BOTTOM = 52.0, 622.0, 294.0
"""Counts of more than three digits need more room on the left, see `_left`."""
TOP = 66.0
LETTER = 12.5
"""About how wide a digit is where a telephone writes largest."""
MIN_LABEL_DISTANCE = 44.0
"""Numbers nearer to one another than this would touch on a telephone."""
MARK_GAP = 4
"""The room between two marks."""
TICKS = 4
FEW, YEARS = 5, 7
"""About how many counts and years stand along the edges; so few years fit on a telephone too."""


@dataclass(frozen=True, kw_only=True)
class Report:
    """A reported tally in its place. `written` is its number, where there is room for it."""

    tally: ReportedTally
    x: float
    y: float
    written: bool

    @property
    def number(self) -> tuple[float, str]:
        """Return where its number stands along the line, and SVG's `text-anchor`: within the
        picture."""
        words = len(str(self.tally.value)) + (6 if self.tally.qualifier == "about" else 1)
        if self.x + words * LETTER / 2 > WIDTH:
            return WIDTH, "end"
        return self.x, "middle"


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A milestone on its day, with its number."""

    milestone: Milestone
    number: int
    x: float


@dataclass(frozen=True, kw_only=True)
class Flag:
    """The number of a milestone, or the numbers of several that stand close together."""

    marks: Sequence[Mark]

    @property
    def x(self) -> float:
        return round((self.marks[0].x + self.marks[-1].x) / 2, 1)

    @property
    def text(self) -> str:
        first, last = self.marks[0].number, self.marks[-1].number
        return str(first) if first == last else f"{first}–{last}"

    @property
    def width(self) -> int:
        return 14 + 11 * len(self.text)

    def touches(self, other: Flag) -> bool:
        return abs(self.x - other.x) < (self.width + other.width) / 2 + MARK_GAP


@dataclass(frozen=True, kw_only=True)
class Tick:
    at: float
    value: int
    minor: bool = False
    """True of a label that a telephone leaves out."""


@dataclass(frozen=True, kw_only=True)
class Curve:
    left: float
    """The place at which its days begin."""
    path: str
    """Our count, in steps."""
    area: str
    """The area under it."""
    end: tuple[float, float]
    last: int
    reports: Sequence[Report]
    marks: Sequence[Mark]
    flags: Sequence[Flag]
    counts: Sequence[Tick]
    years: Sequence[Tick]


def curve(
    steps: Sequence[Step],
    reported: Iterable[ReportedTally],
    milestones: Iterable[Milestone],
    as_of: date,
) -> Curve | None:
    """The picture up to a day; none when there is nothing to show by then.

    Undated reported tallies and milestones have no place in it.
    """
    reports = [
        (report, report.stands_from)
        for report in reported
        if report.stands_from is not None and report.stands_from <= as_of
    ]
    happened = [
        (day, milestone)
        for milestone in milestones
        if PARTIAL.match(milestone.dated) and (day := last_day(milestone.dated)) <= as_of
    ]
    if not steps and not reports:
        return None
    days = [
        *(step.day for step in steps[:1]),
        *(day for _report, day in reports),
        *(day for day, _milestone in happened),
    ]
    first = date(min(days).year, 1, 1)
    span = max((as_of - first).days, 1)
    highest = max(
        [step.together for step in steps] + [report.value for report, _day in reports] + [1]
    )
    step = _round_step(highest / TICKS)
    ceiling = step * math.ceil(highest / step)

    left = _left(ceiling)

    def across(day: date) -> float:
        return round(left + (RIGHT - left) * (day - first).days / span, 1)

    def up(count: int) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * count / ceiling, 1)

    path = _stairs([(across(step.day), up(step.together)) for step in steps], left)
    last = steps[-1].together if steps else 0
    marks = [
        Mark(milestone=milestone, number=number, x=across(day))
        for number, (day, milestone) in enumerate(happened, start=1)
    ]
    return Curve(
        left=left,
        path=path,
        area=f"{path}V{BOTTOM:g}H{left:g}z",
        end=(RIGHT, up(last)),
        last=last,
        reports=_placed(
            [(report, across(day), up(report.value)) for report, day in reports], (RIGHT, up(last))
        ),
        marks=marks,
        flags=_flags(marks),
        counts=[Tick(at=up(value), value=value) for value in range(0, ceiling + 1, step)],
        years=_years(first.year, as_of, across),
    )


def _left(highest: int) -> float:
    """Return where the days begin, so that the highest count has room before them."""
    return max(LEFT, 10 + LETTER * len(f"{highest:,}"))


def _stairs(corners: Sequence[tuple[float, float]], left: float) -> str:
    """A line in steps from the lower left to the right edge. Of several counts at one place along
    the line the last stays, so that ten years of days are no longer than the line is wide."""
    by_place = dict(corners)
    path = f"M{left:g} {BOTTOM:g}"
    for x, y in by_place.items():
        path += f"H{x:g}V{y:g}"
    return f"{path}H{RIGHT:g}"


def _placed(
    reports: Sequence[tuple[ReportedTally, float, float]], end: tuple[float, float]
) -> list[Report]:
    """Give each report its number unless a later one's, that of our count at its end, or another
    diamond stands where it would: just above its own."""
    taken = [end]
    placed = []
    for report, x, y in reversed(reports):
        by_number = any(
            abs(x - tx) < MIN_LABEL_DISTANCE and abs(y - ty) < MIN_LABEL_DISTANCE / 2
            for tx, ty in taken
        )
        by_diamond = any(
            abs(x - ox) < MIN_LABEL_DISTANCE / 2 and 4 < y - oy < MIN_LABEL_DISTANCE
            for _report, ox, oy in reports
        )
        if not (by_number or by_diamond):
            taken.append((x, y))
        placed.append(Report(tally=report, x=x, y=y, written=not (by_number or by_diamond)))
    return placed[::-1]


def _flags(marks: Sequence[Mark]) -> list[Flag]:
    """Milestones too close to one another for a number each share one."""
    flags: list[Flag] = []
    for mark in marks:
        flags.append(Flag(marks=[mark]))
        while len(flags) > 1 and flags[-1].touches(flags[-2]):
            last = flags.pop()
            flags[-1] = Flag(marks=[*flags[-1].marks, *last.marks])
    return flags


def _years(first: int, as_of: date, across: Callable[[date], float]) -> list[Tick]:
    step = max(1, math.ceil((as_of.year - first + 1) / YEARS))
    ticks = range(first, as_of.year + 1, step)
    return [
        Tick(at=across(date(year, 1, 1)), value=year, minor=len(ticks) > FEW and place % 2 == 1)
        for place, year in enumerate(ticks)
    ]


def _round_step(least: float) -> int:
    """The next of 1, 2, 5, 10, 20, 50 … that is not smaller."""
    power = 10 ** math.floor(math.log10(max(least, 1)))
    return next(int(power * factor) for factor in (1, 2, 5, 10) if power * factor >= least)
