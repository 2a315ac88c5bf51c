"""A process that writes what a spreadsheet holds as lines of JSON: `python -m
tracker.imports.spreadsheet`.

A process of its own (`core.sandbox`), which knows no setting and no database. A file is what its
content says, not its name. CSV is read as a stream. XLSX is looked through first, part by part,
for how far its cells reach and for merged ones: only what is within bounds reaches calamine, which
would make room for every place between the first cell and the last.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import IO
from xml.parsers import expat

from tracker.core import sandbox
from tracker.core.errors import BadInput

MAX_UNPACKED_BYTES = 300 * 1024 * 1024
MAX_RATIO = 200
"""How many times larger than its packed size a spreadsheet may become: more is a trap."""
MAX_PARTS = 1_000
"""Files within an XLSX."""
MAX_ROWS = 200_000
MAX_COLUMNS = 200
MAX_MERGED = 10_000
MAX_CELL_LENGTH = 2_000
MAX_LINE_LENGTH = 2 * MAX_COLUMNS * MAX_CELL_LENGTH
"""Characters of a row of CSV."""
Cell = str | date | datetime
Table = Iterator[tuple[int, list[Cell]]]
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff")) | dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
"""Soft hyphens, spaces without width, and marks that turn the direction of what follows."""
ZIP = b"PK\x03\x04"
NUMBER = re.compile(r"[0-9]{1,7}")
PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def main() -> None:
    """Write the rows of a file down: its names in the first line, then one line a row. What is
    wrong with the file is printed."""
    source, target = map(Path, sandbox.confine())
    try:
        with target.open("w", encoding="utf-8") as written:
            for names, line, cells in under_headers(table(source)):
                row = names if line is None else [line, [_plain_json(cell) for cell in cells]]
                written.write(json.dumps(row, ensure_ascii=True) + "\n")
    except BadInput as fault:
        sys.stdout.write(json.dumps({"sentence": fault.sentence, "values": fault.values}))


def table(path: Path) -> Table:
    """Read the lines of a file and their cells. Raises BadInput."""
    with path.open("rb") as file:
        begin = file.read(4096)
    return _xlsx(path) if begin.startswith(ZIP) else _csv(path, begin)


def under_headers(lines: Table) -> Iterator[tuple[list[str], int | None, list[Cell]]]:
    """Return the names first, without a line's number; then each row. Raises BadInput."""
    names: list[str] | None = None
    count = 0
    for line, cells in lines:
        texts = _without_end([_plain(cell) if isinstance(cell, str) else cell for cell in cells])
        if not texts:
            continue
        _check_cells(line, texts)
        if names is None:
            names = [str(cell) for cell in texts]
            _check_headers(names, line)
            yield names, None, []
            continue
        count += 1
        if count > MAX_ROWS:
            raise BadInput("The file has more than %(most)s rows. Divide it.", most=MAX_ROWS)
        yield names, line, texts
    if names is None:
        raise BadInput("The file has no header line.")


def _without_end(cells: list[Cell]) -> list[Cell]:
    """Return cells up to the last that holds anything."""
    while cells and cells[-1] == "":
        cells.pop()
    return cells


def _check_cells(line: int, cells: list[Cell]) -> None:
    if len(cells) > MAX_COLUMNS:
        raise _too_wide(len(cells))
    for cell in cells:
        if isinstance(cell, str) and "\x00" in cell:
            raise BadInput(
                "Line %(line)s has a character that belongs to no text (NUL)."
                " Save the file anew as “CSV UTF-8”.",
                line=line,
            )
        if isinstance(cell, str) and len(cell) > MAX_CELL_LENGTH:
            raise BadInput(
                "Line %(line)s has a cell of more than %(most)s characters.",
                line=line,
                most=MAX_CELL_LENGTH,
            )


def _too_wide(count: int) -> BadInput:
    return BadInput(
        "This file has %(count)s columns; at most %(most)s are read. Keep those that are needed.",
        count=count,
        most=MAX_COLUMNS,
    )


def _plain(text: str) -> str:
    """Return a cell without line breaks and without what nobody sees, as copying from a page leaves
    it."""
    return " ".join(text.translate(UNSEEN).split())


def _plain_json(value: Cell) -> str | list[str]:
    return value if isinstance(value, str) else [value.isoformat()]


def _check_headers(names: list[str], line: int) -> None:
    given = [name.casefold() for name in names if name]
    twice = sorted({name for name in given if given.count(name) > 1})
    if twice:
        raise BadInput(
            "Line %(line)s: the column “%(column)s” stands there twice.",
            line=line,
            column=twice[0],
        )
    if not given:
        raise BadInput("The file has no header line.")


def _csv(path: Path, begin: bytes) -> Table:
    _refuse_binary(path, begin)
    delimiter = _delimiter(begin)
    with path.open("rb") as raw:
        text = io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")
        reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
        line = 1
        try:
            for cells in reader:
                yield line, list(cells)
                line = reader.line_num + 1
        except UnicodeDecodeError as error:
            raise BadInput(
                "Line %(line)s or one soon after is not UTF-8. Save the file as “CSV UTF-8”.",
                line=line,
            ) from error
        except csv.Error as error:
            raise BadInput(
                "Line %(line)s cannot be read as CSV (%(why)s).", line=line, why=str(error)
            ) from error


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    """Read the lines of a text, none of which goes on for ever."""
    number = 0
    while line := text.readline(MAX_LINE_LENGTH + 1):
        number += 1
        if len(line) > MAX_LINE_LENGTH:
            raise BadInput(
                "Line %(line)s is longer than any row can be (%(most)s characters).",
                line=number,
                most=MAX_LINE_LENGTH,
            )
        yield line


def _refuse_binary(path: Path, begin: bytes) -> None:
    if begin.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadInput("The file is in UTF-16. Save it as “CSV UTF-8”.")
    if b"\x00" in begin:
        raise _no_spreadsheet(_what(path))
    # Here and below: a long table of signatures, of use to nobody else.
    import puremagic

    try:
        kind = puremagic.from_string(begin, mime=True)
    except puremagic.PureError:
        return
    if not kind.startswith("text/") and kind not in ("application/csv", "", "application/json"):
        raise _no_spreadsheet(kind)


def _no_spreadsheet(kind: str) -> BadInput:
    if not kind:
        return BadInput("This is no spreadsheet that we read. Use CSV or XLSX.")
    return BadInput(
        "This is no spreadsheet that we read, but %(type)s. Use CSV or XLSX.", type=kind
    )


def _what(path: Path) -> str:
    """Return the media type of a file's content, empty if it is not known."""
    import puremagic

    try:
        return str(puremagic.from_file(str(path), mime=True))
    except puremagic.PureError:
        return ""


def _delimiter(begin: bytes) -> str:
    lines = begin.decode("utf-8-sig", errors="replace").splitlines()
    first = next((line for line in lines if line.strip()), "")
    return max(",;\t", key=first.count)


def _xlsx(path: Path) -> Table:
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
            raise _too_wide(self.last_column)
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


if __name__ == "__main__":
    main()
