"""Vetoes year by year, one mark each, and bars of parts. Nothing here knows how it is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.vetoes.models import Seat

WIDTH = 640
AXIS_WIDTH = 28
"""The room for the numbers at the edge."""
MARK, PITCH = 11, 13
"""The side of a mark, and from one to the next above it."""
MAX_PITCH = 15
"""From one year to the next, at most."""
MAX_YEARS_PER_ROW = 45
"""Years that fit side by side; more stand in several rows."""
TOP, FOOT = 26, 34
BAR = 50
"""The height of a bar with its words."""
TICK_INTERVAL = 5


@dataclass(frozen=True, kw_only=True)
class Stack:
    """The marks of one year, from the ground up, as one path for each member."""

    year: int
    paths: Sequence[tuple[Seat, str]]


@dataclass(frozen=True, kw_only=True)
class Panel:
    """A row of years on one ground."""

    ground: float
    stacks: Sequence[Stack]
    years: Sequence[tuple[float, int, bool]]
    """Places of years, each with whether a telephone leaves it out."""
    lines: Sequence[tuple[float, int]]
    """Places of the numbers of marks."""


@dataclass(frozen=True, kw_only=True)
class Years:
    panels: Sequence[Panel]
    height: float


@dataclass(frozen=True, kw_only=True)
class Part:
    kind: str
    x: float
    width: float


@dataclass(frozen=True, kw_only=True)
class Bar:
    label: str
    value: str
    y: int
    parts: Sequence[Part]


def shape(seat: Seat, x: float, y: float) -> str:
    """A member's mark in the square that begins at a place: each has a form of its own."""
    half, side = MARK / 2, MARK
    match seat:
        case Seat.RUS:
            return f"M{x} {y}h{side}v{side}h-{side}z"
        case Seat.USA:
            return f"M{x + 1} {y + 1}h{side - 2}v{side - 2}h-{side - 2}z"
        case Seat.GBR:
            return f"M{x + half} {y}L{x + side} {y + side}H{x}z"
        case Seat.CHN:
            return f"M{x} {y + half}a{half} {half} 0 1 0 {side} 0a{half} {half} 0 1 0-{side} 0z"
        case Seat.FRA:
            slope = half - 0.5
            return f"M{x + half} {y + 0.5}l{slope} {slope}-{slope} {slope}-{slope}-{slope}z"


def years(cast: Mapping[int, Counter[Seat]], first: int, last: int) -> Years:
    """The vetoes of each year from the first to the last, in as few rows as they fit."""
    each_year = list(range(first, last + 1))
    rows = -(-len(each_year) // MAX_YEARS_PER_ROW)
    across = -(-len(each_year) // rows)
    pitch = min(MAX_PITCH, (WIDTH - AXIS_WIDTH) / across)
    panels, ground = [], 0
    for row in range(rows):
        here = each_year[row * across : (row + 1) * across]
        most = max((cast[year].total() for year in here if year in cast), default=0)
        ground += (FOOT if row else 0) + TOP + PITCH * max(most, TICK_INTERVAL)
        panels.append(
            Panel(
                ground=ground,
                stacks=[
                    _stack(
                        year, cast[year], AXIS_WIDTH + place * pitch + (pitch - MARK) / 2, ground
                    )
                    for place, year in enumerate(here)
                    if cast.get(year)
                ],
                years=[
                    (AXIS_WIDTH + (place + 0.5) * pitch, year, year % 10 != 0)
                    for place, year in enumerate(here)
                    if year % TICK_INTERVAL == 0
                ],
                lines=[
                    (ground - PITCH * count, count)
                    for count in range(TICK_INTERVAL, most + 1, TICK_INTERVAL)
                ],
            )
        )
    return Years(panels=panels, height=ground + FOOT)


def _stack(year: int, cast: Counter[Seat], x: float, ground: float) -> Stack:
    paths, done = [], 0
    for seat in Seat:
        count = cast[seat]
        if count:
            marks = range(done + 1, done + count + 1)
            paths.append(
                (seat, "".join(shape(seat, round(x, 1), ground - PITCH * vote) for vote in marks))
            )
        done += count
    return Stack(year=year, paths=paths)


def bars(rows: Sequence[tuple[str, str, Sequence[tuple[str, int]]]]) -> list[Bar]:
    """Bars under one another: a label, a number in words, and how many of each kind. The longest
    is as wide as the picture."""
    most = max((sum(count for _kind, count in parts) for _label, _value, parts in rows), default=1)
    rows_drawn = []
    for place, (label, value, parts) in enumerate(rows):
        pieces, done = [], 0
        for kind, count in parts:
            if count:
                begins, width = done / most * WIDTH, count / most * WIDTH
                pieces.append(Part(kind=kind, x=round(begins, 1), width=round(width, 1)))
            done += count
        rows_drawn.append(Bar(label=label, value=value, y=place * BAR, parts=pieces))
    return rows_drawn
