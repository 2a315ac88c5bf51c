"""The badge and the share image: the place of everything on them, in either direction of writing.

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
IDEOGRAPH_WIDTH = 1.0
"""The width of an ideograph, in the height of its letters."""
LETTER_WIDTH = 0.56
"""That of other letters, on the safe side of DejaVu Sans and Verdana."""
BOLD = 1.22
"""The factor by which bold letters with serifs are wider."""
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
    figures: str
    name_width: int
    figures_width: int

    @property
    def width(self) -> int:
        """The width of both parts."""
        return self.name_width + self.figures_width


def width(text: str, size: float) -> float:
    """Return about how wide a text is; rather too much than too little."""
    return size * sum(
        IDEOGRAPH_WIDTH if _is_wide(letter) else LETTER_WIDTH
        for letter in text
        if not unicodedata.combining(letter)
    )


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


def wrapped(text: str, size: float, room: float, max_lines: int) -> list[str]:
    """Return a text in lines that fit; more than `max_lines` end in an ellipsis.

    Between ideographs any place will do; other words stay whole.
    """
    lines: list[str] = [""]
    for piece in _pieces(text):
        if width(f"{lines[-1]}{piece}".strip(), size) <= room or not lines[-1].strip():
            lines[-1] += piece
        else:
            lines.append(piece)
    whole = [line.strip() for line in lines if line.strip()]
    if len(whole) > max_lines:
        whole = [*whole[: max_lines - 1], f"{whole[max_lines - 1]} …"]
    return [_cut(line, size, room) for line in whole]


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for letter in text:
        # A line may end after an ideograph; a space begins the next piece.
        if not pieces or letter == " " or _is_wide(letter) or _is_wide(pieces[-1][-1]):
            pieces.append(letter)
        else:
            pieces[-1] += letter
    return pieces


def _cut(line: str, size: float, room: float) -> str:
    while width(line, size) > room and len(line) > 2:
        line = f"{line[:-2].rstrip()}…"
    return line


def badge(face: Face, warning: str) -> Badge:
    """Return the badge of an initiative; `warning` goes before everything else, if there is one."""
    figures = " · ".join(filter(None, (warning, *map(sentence, face.both))))
    return Badge(
        name=face.initiative.name,
        figures=figures,
        name_width=round(width(face.initiative.name, 12)) + 20,
        figures_width=round(width(figures, 12)) + 20,
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
    """Return a share image with everything in its place. Sizes give way to long names."""
    room = CARD_WIDTH - 2 * MARGIN - (480 if seats else 0)
    begin = float(CARD_WIDTH - MARGIN if direction == "rtl" else MARGIN)
    size = next((size for size in (64, 52) if len(wrapped(name, size, room, 9)) <= 2), 42)
    lines = [Line(text=campaign, x=begin, y=104, size=26, soft=True)]
    y = 112.0
    for text in wrapped(name, size, room, 3):
        y += size * 1.18
        lines.append(Line(text=text, x=begin, y=y, size=size, bold=True, serif=True))
    y += 24
    for figure in both:
        y += 78 if len(both) == 2 else 100
        lines.append(Line(text=figure.value, x=begin, y=y, size=72, bold=True, serif=True))
        taken = width(figure.value, 72) * BOLD + 20
        beside = begin - taken if direction == "rtl" else begin + taken
        labels = wrapped(figure.label, 26, room - taken, 1)
        lines.append(Line(text=labels[0], x=beside, y=y - 28, size=26))
        small = wrapped(figure.small or " ", 22, room - taken, 1)
        if small:
            lines.append(Line(text=small[0], x=beside, y=y + 1, size=22, soft=True))
        y += 12
    base = CARD_HEIGHT - 44.0
    lines.append(Line(text=site, x=begin, y=base, size=24, bold=True, serif=True))
    if foot:
        (text,) = wrapped(foot, 20, CARD_WIDTH - 2 * MARGIN, 1)
        lines.append(Line(text=text, x=begin, y=CARD_HEIGHT - 108.0, size=20, soft=True))
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
