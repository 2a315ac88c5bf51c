"""XLSX files, looked through part by part before they are read.

Only what is within bounds, and has no merged cells, reaches calamine, which would make room for
every place between the first cell and the last.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import IO
from xml.parsers import expat

from tracker.core.errors import BadInput

MAX_UNPACKED_BYTES = 300 * 1024 * 1024
MAX_RATIO = 200
"""Times its packed size that a spreadsheet may become: more is a trap."""
MAX_PARTS = 1_000
"""Files within an XLSX."""
MAX_ROWS = 200_000
MAX_COLUMNS = 200
MAX_MERGED = 10_000
Cell = str | date | datetime
Table = Iterator[tuple[int, list[Cell]]]
"""The number of each line, and its cells."""
NUMBER = re.compile(r"[0-9]{1,7}")
PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def table(path: Path) -> Table:
    """Read the lines of the first sheet and their cells. Raises BadInput."""
    _refuse_traps(path)
    # Only who reads a spreadsheet needs its reader in memory.
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        workbook = CalamineWorkbook.from_path(str(path))
        sheet = workbook.get_sheet_by_index(0)
    except (CalamineError, zipfile.BadZipFile, OSError, IndexError) as error:
        raise BadInput("This XLSX file is damaged, or is protected by a password.") from error
    first = (sheet.start or (0, 0))[0] + 1
    for line, cells in enumerate(sheet.iter_rows(), first):
        yield line, [_cell(cell) for cell in cells]


def _refuse_traps(path: Path) -> None:
    """Refuse what would take too much to read, or could be read in two ways. Raises BadInput."""
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
            names = {part.filename for part in parts}
            unpacked = sum(part.file_size for part in parts)
            if "xl/workbook.xml" not in names:
                raise BadInput("This is a ZIP file and no XLSX spreadsheet.")
            packed_size = max(path.stat().st_size, 10_000)
            if (
                unpacked > min(MAX_UNPACKED_BYTES, MAX_RATIO * packed_size)
                or len(parts) > MAX_PARTS
            ):
                raise BadInput("This spreadsheet would become too large when unpacked. Use CSV.")
            for part in parts:
                with packed.open(part) as content:
                    Extent().read(content)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise BadInput("This XLSX file is damaged, or is protected by a password.") from error


@dataclass
class Extent:
    """The reach of a sheet's cells (ECMA-376, part 1, 18.3.1), read as a stream, before any room is
    made for them. What is no sheet has none."""

    row: int = 0
    column: int = 0
    last_row: int = 0
    last_column: int = 0
    is_sheet: bool | None = None
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)

    def read(self, content: IO[bytes]) -> None:
        """Read a part. Raises BadInput for a sheet that is too long or too wide, or has merged
        cells."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        try:
            while self.is_sheet is not False and (piece := content.read(1 << 16)):
                parser.Parse(piece)
        except expat.ExpatError:
            if self.is_sheet:
                raise _damaged() from None
            return  # a picture, or a part that nobody reads as a sheet
        self._check_merged()

    def _start(self, tag: str, given: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        if self.is_sheet is None:
            self.is_sheet = name == "worksheet"
        if self.is_sheet and (act := _ELEMENTS.get(name)):
            act(self, given)

    def _row(self, given: dict[str, str]) -> None:
        number = given.get("r", "")
        if number and not NUMBER.fullmatch(number):
            raise _damaged()
        self.row = int(number) if number else self.row + 1
        self.column = 0

    def _place(self, given: dict[str, str]) -> None:
        place = given.get("r", "")
        if not place:
            self.column += 1
        elif at := PLACE.fullmatch(place.upper()):
            self.row, self.column = int(at[2]), _column(at[1])
        else:  # another reader might take it for any place
            raise _damaged()

    def _value(self, _given: dict[str, str]) -> None:
        """Count a cell that holds something: many files have cells that are only coloured."""
        self.last_row = max(self.last_row, self.row)
        self.last_column = max(self.last_column, self.column)
        if self.last_column > MAX_COLUMNS:
            raise too_wide(self.last_column)
        if self.last_row > MAX_ROWS + 1:
            raise BadInput(
                "This file has cells down to line %(line)s; at most %(most)s rows are read."
                " Delete what stands below the list, or divide it.",
                line=self.last_row,
                most=MAX_ROWS,
            )

    def _merge(self, given: dict[str, str]) -> None:
        begin, _, end = given.get("ref", "").upper().partition(":")
        first, last = PLACE.fullmatch(begin), PLACE.fullmatch(end or begin)
        if first and last:
            self.merged.append((int(first[2]), _column(first[1]), int(last[2]), _column(last[1])))
        if len(self.merged) > MAX_MERGED:
            raise BadInput(
                "This file has more than %(most)s merged cells. Undo the merging, then try again.",
                most=MAX_MERGED,
            )

    def _check_merged(self) -> None:
        """Refuse merged cells, naming the first line where one hides another. Raises BadInput."""
        lines = []
        for top, left, bottom, right in self.merged:
            bottom, right = min(bottom, self.last_row), min(right, self.last_column)
            line = top if right > left else top + 1
            if line <= bottom and left <= right:
                lines.append(line)
        if lines:
            raise BadInput(
                "Line %(line)s has merged cells. Undo the merging, then try again.",
                line=min(lines),
            )


_ELEMENTS: dict[str, Callable[[Extent, dict[str, str]], None]] = {
    "row": Extent._row,
    "c": Extent._place,
    "v": Extent._value,
    "is": Extent._value,
    "f": Extent._value,
    "mergeCell": Extent._merge,
}


def _damaged() -> BadInput:
    return BadInput("This XLSX file is damaged.")


def _column(letters: str) -> int:
    """Return the number of a column by its letters: A is 1, XFD 16,384."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _cell(value: object) -> Cell:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def too_wide(count: int) -> BadInput:
    return BadInput(
        "This file has %(count)s columns; at most %(most)s are read. Keep those that are needed.",
        count=count,
        most=MAX_COLUMNS,
    )
