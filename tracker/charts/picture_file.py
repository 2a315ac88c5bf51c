"""A picture as a file of its own: with its title, its day, both counts, its legend and its source,
so that it still says what it is when it stands somewhere else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from flask import render_template
from flask_babel import gettext as _

from tracker.charts import svg_style
from tracker.charts.pictures import Picture

WIDTH, MARGIN = 1200, 48
INNER = WIDTH - 2 * MARGIN
TITLE, SAID, FINE = 34, 20, 16
"""Sizes of letters."""
PLAIN, BOLD, FULL = 0.56, 0.72, 1.02
"""The greatest width of a letter, on the average of a line, as a part of its size: of the sans, of
the bold serif, and of a script whose letters are squares (Unicode, annex 11)."""


@dataclass(frozen=True, kw_only=True)
class Caption:
    """The words beside a picture in a file: its day, what it counts, where it comes from."""

    day: str
    counts: str
    source: str
    invented: bool = False
    """True of a picture of a demonstration's supporters."""


@dataclass(frozen=True, kw_only=True)
class Line:
    kind: str
    text: str
    y: int


@dataclass(frozen=True, kw_only=True)
class Key:
    kind: str
    label: str
    x: int
    y: int


@dataclass(frozen=True, kw_only=True)
class Sheet:
    width: int
    height: int
    lines: Sequence[Line]
    keys: Sequence[Key]
    top: int
    """The height at which the picture begins."""
    size: tuple[int, int]


def sheet(picture: Picture, caption: Caption) -> Sheet:
    """Return where everything stands on it."""
    lines: list[Line] = []
    y = MARGIN

    def write(kind: str, text: str, size: int, gap: int = 0) -> None:
        nonlocal y
        y += gap
        for line in wrapped(text, INNER / size, BOLD if kind == "title" else PLAIN):
            y += round(size * 1.35)
            lines.append(Line(kind=kind, text=line, y=y))

    write("title", picture.title, TITLE, -20)
    if caption.invented:
        write("said", _("Demonstration data: these supporters are invented."), SAID, 6)
    write("said", f"{caption.day}.", SAID, 6)
    write("said", f"{caption.counts}.", SAID)
    top = y + 28
    narrow = min(1.0, 760 / (picture.height * INNER / picture.width))
    size = round(INNER * narrow), round(picture.height * INNER / picture.width * narrow)
    y = top + size[1] + 16
    keys = _keys(picture, y)
    y = max((key.y for key in keys), default=y) + 16
    for note in picture.notes:
        write("fine", note, FINE)
    if picture.name == "growth":
        for mark in picture.chart.marks:
            write("fine", f"{mark.number}. {mark.milestone.what}", FINE)
    write("fine", caption.source, FINE, 8)
    return Sheet(width=WIDTH, height=y + 28, lines=lines, keys=keys, top=top, size=size)


def breadth(text: str, letter: float) -> float:
    """Return how wide a text is at most, in sizes of its letters."""
    return sum(
        FULL if unicodedata.east_asian_width(character) in "WF" else letter for character in text
    )


def wrapped(text: str, room: float, letter: float) -> list[str]:
    """A text in lines no wider than the room, broken at spaces or between square letters."""
    lines = [""]
    for part in re.findall(r"[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\S\s*", text):
        if lines[-1] and breadth((lines[-1] + part).rstrip(), letter) > room:
            lines.append("")
        lines[-1] += part
    return [line.rstrip() for line in lines]


def _keys(picture: Picture, y: int) -> list[Key]:
    keys, x = [], MARGIN
    for kind, label in picture.keys:
        wide = 30 + round(breadth(label, PLAIN) * SAID) + 28
        if x > MARGIN and x + wide > WIDTH - MARGIN:
            x, y = MARGIN, y + 32
        keys.append(Key(kind=kind, label=label, x=x, y=y))
        x += wide
    return keys


def svg(picture: Picture, caption: Caption) -> str:
    """The file. It names no style sheet and no script, and reaches for nothing."""
    return render_template(
        "pages/picture.svg",
        picture=picture,
        sheet=sheet(picture, caption),
        counts=caption.counts,
        paint=svg_style.alone,
        margin=MARGIN,
    )
