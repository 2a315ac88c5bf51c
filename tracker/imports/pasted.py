"""A published list that is pasted as text: names, one a line, as copied from a page."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from tracker.core.errors import BadInput
from tracker.imports.reader import Row
from tracker.imports.spreadsheet import INVISIBLE_CHARACTERS, MAX_CELL_LENGTH
from tracker.supporters.recognition import StateNames

MAX_NAMES = 1_000
"""More come as a file, which the worker reads."""
HEADER_LINE = 1
BULLET = re.compile(r"^(?:[-–—•·▪●◦*]+\s*|\(?\d{1,3}[.)\]]\s*|\d{1,3}\s+)")
FOOTNOTE = re.compile(r"(?:\s*(?:[*†‡]+|\[\d{1,3}\]|[¹²³⁰⁴-⁹]+))+$")
AND = re.compile(r"^(?:and|et|y|и)\s+")


def names(text: str, states: StateNames | None = None) -> list[str]:
    """Return the names in a pasted text. Raises BadInput where there are none, or too many.

    Bullets, numbers in front and marks of footnotes are left out. Cells of a table stand apart; so
    do names in a sentence, if most of them are those of `states`.
    """
    found = [
        name
        for line in text.splitlines()
        for cell in line.split("\t")
        if (plain := _plain(cell))
        for name in _in_a_row(plain, states)
    ]
    if not found:
        raise BadInput("Paste the names first, one a line.")
    if len(found) > MAX_NAMES:
        raise BadInput(
            "There are more than %(most)s names. Save them as a file, and send that.",
            most=MAX_NAMES,
        )
    if any(len(name) > MAX_CELL_LENGTH for name in found):
        raise BadInput("One line is too long to be a name. Put each name on a line of its own.")
    return found


def rows(names: Sequence[str], header: str) -> list[Row]:
    """Return the rows that these names are in the file that `table` makes."""
    return [Row(line, {header: name}) for line, name in enumerate(names, start=HEADER_LINE + 1)]


def table(names: Sequence[str], header: str) -> bytes:
    """Return the names as CSV under one header, as the worker may read them again."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([name] for name in (header, *names))
    return text.getvalue().encode()


def _plain(cell: str) -> str:
    """Return a name without what a page puts around it."""
    text = " ".join(cell.translate(INVISIBLE_CHARACTERS).split())
    return FOOTNOTE.sub("", BULLET.sub("", text)).strip(" ;,")


def _in_a_row(text: str, states: StateNames | None) -> Iterator[str]:
    """Return the names in a line. It is one name unless more than half of its parts are known."""
    if states is None or states.find(text) or not ("," in text or ";" in text):
        yield text
        return
    parts = [part for part in map(_part, re.split("[,;]", text)) if part]
    together: list[str] = []
    for part in parts:  # "Korea, Republic of": of two parts that are one name
        if together and not states.find(part) and states.find(f"{together[-1]}, {part}"):
            together[-1] = f"{together[-1]}, {part}"
        else:
            together.extend(_and_another(part, states))
    if 2 * sum(bool(states.find(part)) for part in together) > len(together):
        yield from together
    else:
        yield text


def _part(text: str) -> str:
    return AND.sub("", text.strip()).strip(" .")


def _and_another(text: str, states: StateNames) -> list[str]:
    """Return the two names of "Tuvalu and Uruguay"; "Trinidad and Tobago" is one."""
    if not states.find(text):
        for match in re.finditer(r"\s(?:and|et|y|и)\s", text):
            pair = [text[: match.start()], text[match.end() :]]
            if all(map(states.find, pair)):
                return pair
    return [text]
