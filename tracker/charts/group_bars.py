"""Regional groups: how much of each is on record, for one initiative or for several beside one
another. One square is one State."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.charts.hemicycle import WEDGES
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.supporters.models import RegionalGroup, State

WIDTH = 640
BAR = 58
"""The height of a bar with its words."""
PITCH, SQUARE = 15, 11
"""From one square to the next, and its side."""
HEAD, WORDS, GAP = 76, 56, 30
"""The heights of the columns' heads and of a row's words, and the room between columns."""
GROUPS = (*WEDGES, RegionalGroup.NONE)


@dataclass(frozen=True, kw_only=True)
class Share:
    """The number of a group's States that are on record in each grade."""

    group: RegionalGroup
    size: int
    of: Mapping[Grade, int]

    @property
    def endorsed(self) -> int:
        return self.of[Grade.ENDORSED]

    @property
    def rest(self) -> int:
        return self.size - sum(self.of.values())

    @property
    def percent(self) -> float:
        return 100 * self.endorsed / self.size


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A part of a bar; `grade` is empty for what is not documented here."""

    grade: str
    x: float
    width: float


@dataclass(frozen=True, kw_only=True)
class Bar:
    share: Share
    y: int
    pieces: Sequence[Piece]


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One group's squares for one initiative, as one path for each grade."""

    share: Share
    x: int
    y: int
    paths: Sequence[tuple[str, str]]
    """Grade, empty for what is not documented here, and path."""


@dataclass(frozen=True, kw_only=True)
class Row:
    group: RegionalGroup
    y: int
    cells: Sequence[Cell]


@dataclass(frozen=True, kw_only=True)
class Multiples:
    height: int
    columns: Sequence[tuple[Initiative, int]]
    """Each initiative, and where its column begins."""
    column_width: int
    rows: Sequence[Row]


def shares(states: Sequence[State], grades: Mapping[str, Grade]) -> list[Share]:
    """Each group's share, in the order of the hemicycle, the Observer States last."""
    group_shares = []
    for group in GROUPS:
        codes = [state.iso3 for state in states if state.regional_group is group]
        if codes:
            on_record = [grades.get(code) for code in codes]
            of = {grade: on_record.count(grade) for grade in Grade}
            group_shares.append(Share(group=group, size=len(codes), of=of))
    return group_shares


def bars(group_shares: Sequence[Share]) -> list[Bar]:
    """A bar for each group, as wide as the picture: a group's width is the whole of it."""
    return [
        Bar(share=share, y=place * BAR, pieces=_pieces(share))
        for place, share in enumerate(group_shares)
    ]


def _pieces(share: Share) -> list[Piece]:
    parts = [*((grade.value, share.of[grade]) for grade in Grade), ("", share.rest)]
    pieces, done = [], 0
    for grade, count in parts:
        if count:
            begins, width = done / share.size * WIDTH, count / share.size * WIDTH
            pieces.append(Piece(grade=grade, x=round(begins, 1), width=round(width, 1)))
        done += count
    return pieces


def multiples(
    initiatives: Sequence[Initiative],
    states: Sequence[State],
    grades: Sequence[Mapping[str, Grade]],
) -> Multiples:
    """The groups against the initiatives."""
    width = WIDTH // max(len(initiatives), 1)
    across = max(1, (width - GAP) // PITCH)
    columns = [shares(states, column) for column in grades]
    rows, y = [], HEAD
    for place, group in enumerate(share.group for share in columns[0]):
        cells = [
            Cell(
                share=column[place],
                x=number * width,
                y=y + WORDS,
                paths=_squares(column[place], across),
            )
            for number, column in enumerate(columns)
        ]
        rows.append(Row(group=group, y=y, cells=cells))
        y += WORDS + PITCH * -(-columns[0][place].size // across) + 14
    return Multiples(
        height=y,
        columns=[(initiative, number * width) for number, initiative in enumerate(initiatives)],
        column_width=width,
        rows=rows,
    )


def _squares(share: Share, across: int) -> list[tuple[str, str]]:
    """The squares of each grade as one path, those that endorsed first."""
    parts = [*((grade.value, share.of[grade]) for grade in Grade), ("", share.rest)]
    paths, done = [], 0
    for grade, count in parts:
        if count:
            places = range(done, done + count)
            path = "".join(
                f"M{place % across * PITCH + 2} {place // across * PITCH + 2}"
                f"h{SQUARE}v{SQUARE}h-{SQUARE}z"
                for place in places
            )
            paths.append((grade, path))
        done += count
    return paths
