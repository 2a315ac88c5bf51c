"""The badge and the share image: what stands where, in either direction of writing.

Only presentation attributes: neither needs a style sheet, and a program that draws them need not
know one. Sizes are in pixels.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.charts.hemicycle import Hemicycle
from tracker.presentation.figures import Figure
from tracker.sharing.summary import Face, sentence

CARD_WIDTH, CARD_HEIGHT = 1200, 630
MARGIN = 72
WIDE = 1.0
"""The width of an ideograph, in the height of its letters."""
USUAL = 0.56
"""That of other letters, on the safe side of DejaVu Sans and Verdana."""
BOLD = 1.22
"""How much wider bold letters with serifs are."""
SEATS_WIDE, SEATS_IN = 470.0, 10.0
"""Of the General Assembly as drawn here: how far to the right it goes, and where it begins."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of text. `x` is where it begins: at the right where writing runs to the left."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False
    serif: bool = False
    soft: bool = False


@dataclass(frozen=True, kw_only=True)
class Card:
    """A share image: its lines, and the General Assembly where it can be drawn."""

    lines: Sequence[Line]
    seats: Hemicycle | None
    seats_at: tuple[float, float]
    rule: tuple[float, float, float]
    """From, to and at which height a line divides the words from their source."""
    direction: str


@dataclass(frozen=True, kw_only=True)
class Badge:
    """A badge: the name, and beside it both figures."""

    name: str
    said: str
    name_width: int
    said_width: int

    @property
    def width(self) -> int:
        return self.name_width + self.said_width


def width(text: str, size: float) -> float:
    """About how wide a text is; rather too much than too little."""
    return size * sum(
        WIDE if unicodedata.east_asian_width(one) in "WF" else USUAL
        for one in text
        if not unicodedata.combining(one)
    )


def wrapped(text: str, size: float, room: float, most: int) -> list[str]:
    """A text in lines that fit; what is more than `most` of them ends in an ellipsis.

    Between ideographs any place will do; other words stay whole.
    """
    lines: list[str] = [""]
    for piece in _pieces(text):
        if width(f"{lines[-1]}{piece}".strip(), size) <= room or not lines[-1].strip():
            lines[-1] += piece
        else:
            lines.append(piece)
    whole = [line.strip() for line in lines if line.strip()]
    if len(whole) > most:
        whole = [*whole[: most - 1], f"{whole[most - 1]} …"]
    return [_cut(line, size, room) for line in whole]


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for one in text:
        alone = unicodedata.east_asian_width(one) in "WF"
        if not pieces or alone or one == " " or _ends(pieces[-1]):
            pieces.append(one)
        else:
            pieces[-1] += one
    return pieces


def _ends(piece: str) -> bool:
    """Whether a line may end after a piece: after an ideograph. A space begins the next piece."""
    return unicodedata.east_asian_width(piece[-1]) in "WF"


def _cut(line: str, size: float, room: float) -> str:
    while width(line, size) > room and len(line) > 2:
        line = f"{line[:-2].rstrip()}…"
    return line


def badge(shown: Face, warning: str) -> Badge:
    """`warning` goes before everything else; it may be empty."""
    said = " · ".join(one for one in (warning, *map(sentence, shown.both)) if one)
    return Badge(
        name=shown.initiative.name,
        said=said,
        name_width=round(width(shown.initiative.name, 12)) + 20,
        said_width=round(width(said, 12)) + 20,
    )


def card(
    *,
    name: str,
    campaign: str,
    both: Sequence[Figure],
    foot: str,
    site: str,
    seats: Hemicycle | None,
    direction: str,
) -> Card:
    """What stands where on a share image. Sizes give way to long names, not names to sizes."""
    room = CARD_WIDTH - 2 * MARGIN - (480 if seats else 0)
    begin = float(CARD_WIDTH - MARGIN if direction == "rtl" else MARGIN)
    size = next((one for one in (64, 52) if len(wrapped(name, one, room, 9)) <= 2), 42)
    lines = [Line(text=campaign, x=begin, y=104, size=26, soft=True)]
    y = 112.0
    for text in wrapped(name, size, room, 3):
        y += size * 1.18
        lines.append(Line(text=text, x=begin, y=y, size=size, bold=True, serif=True))
    y += 24
    for one in both:
        y += 78 if len(both) == 2 else 100
        lines.append(Line(text=one.value, x=begin, y=y, size=72, bold=True, serif=True))
        taken = width(one.value, 72) * BOLD + 20
        beside = begin - taken if direction == "rtl" else begin + taken
        labels = wrapped(one.label, 26, room - taken, 1)
        lines.append(Line(text=labels[0], x=beside, y=y - 28, size=26))
        small = wrapped(one.small or " ", 22, room - taken, 1)
        if small:
            lines.append(Line(text=small[0], x=beside, y=y + 1, size=22, soft=True))
        y += 12
    base = CARD_HEIGHT - 44.0
    lines.append(Line(text=site, x=begin, y=base, size=24, bold=True, serif=True))
    if foot:
        (said,) = wrapped(foot, 20, CARD_WIDTH - 2 * MARGIN, 1)
        lines.append(Line(text=said, x=begin, y=CARD_HEIGHT - 108.0, size=20, soft=True))
    return Card(
        lines=lines,
        seats=seats,
        seats_at=(
            MARGIN - SEATS_IN if direction == "rtl" else CARD_WIDTH - MARGIN - SEATS_WIDE,
            190.0,
        ),
        rule=(MARGIN, CARD_WIDTH - MARGIN, CARD_HEIGHT - 88.0),
        direction=direction,
    )
