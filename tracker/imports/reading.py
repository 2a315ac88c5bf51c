"""Reading a published list from a spreadsheet, row by row and within bounds.

A file is what its content says, not its name. CSV is read as a stream; XLSX through calamine, after
a look at how large it would become.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tracker.core.errors import BadInput

LARGEST_UPLOAD = 10 * 1024 * 1024
"""Bytes of a file in the browser."""
LARGEST_FILE = 200 * 1024 * 1024
"""Bytes of a file on the command line."""
LARGEST_UNPACKED = 500 * 1024 * 1024
HIGHEST_RATIO = 200
"""How many times larger than its packed size a spreadsheet may become: more is a trap."""
MOST_ROWS = 200_000
LONGEST_CELL = 2_000
Cell = str | date | datetime
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff")) | dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
"""Soft hyphens, spaces without width, and marks that turn the direction of what follows."""
ZIP = b"PK\x03\x04"


@dataclass(frozen=True)
class Row:
    """One row under its headers, and the line of the file on which it stands."""

    line: int
    cells: dict[str, Cell]


def rows(path: Path, *, largest: int = LARGEST_FILE) -> Iterator[Row]:
    """The rows of a CSV or XLSX file below its header line, empty ones left out.

    Raises BadInput, saying what is wrong and where.
    """
    size = path.stat().st_size
    if size == 0:
        raise BadInput("The file is empty.")
    if size > largest:
        raise BadInput("The file has more than %(size)s MB.", size=largest // 1024 // 1024)
    with path.open("rb") as file:
        begin = file.read(4096)
    table = _xlsx(path) if begin.startswith(ZIP) else _csv(path, begin)
    yield from _under_headers(table)


def headers(path: Path, *, largest: int = LARGEST_FILE) -> list[str]:
    """The names of a file's columns. Raises BadInput."""
    for row in rows(path, largest=largest):
        return list(row.cells)
    raise BadInput("The file has a header at most, and no rows.")


def _under_headers(table: Iterator[tuple[int, list[Cell]]]) -> Iterator[Row]:
    names: list[str] | None = None
    count = 0
    for line, cells in table:
        texts = [_plain(one) if isinstance(one, str) else one for one in cells]
        if any(isinstance(one, str) and "\x00" in one for one in texts):
            raise BadInput(
                "Line %(line)s has a character that belongs to no text (NUL)."
                " Save the file anew as “CSV UTF-8”.",
                line=line,
            )
        if not any(one != "" for one in texts):
            continue
        if names is None:
            names = [str(one) for one in texts]
            _check_headers(names, line)
            continue
        count += 1
        if count > MOST_ROWS:
            raise BadInput("The file has more than %(most)s rows. Divide it.", most=MOST_ROWS)
        for one in texts:
            if isinstance(one, str) and len(one) > LONGEST_CELL:
                raise BadInput(
                    "Line %(line)s has a cell of more than %(most)s characters.",
                    line=line,
                    most=LONGEST_CELL,
                )
        yield Row(line, dict(zip(names, [*texts, *[""] * (len(names) - len(texts))], strict=False)))
    if names is None:
        raise BadInput("The file has no header line.")


def _plain(text: str) -> str:
    """A cell without line breaks and without what nobody sees, as copying from a page leaves it."""
    return " ".join(text.translate(UNSEEN).split())


def _check_headers(names: list[str], line: int) -> None:
    given = [one.casefold() for one in names if one]
    twice = sorted({one for one in given if given.count(one) > 1})
    if twice:
        raise BadInput(
            "Line %(line)s: the column “%(column)s” stands there twice.",
            line=line,
            column=twice[0],
        )
    if not given:
        raise BadInput("The file has no header line.")


def _csv(path: Path, begin: bytes) -> Iterator[tuple[int, list[Cell]]]:
    _refuse_binary(path, begin)
    delimiter = _delimiter(begin)
    with path.open("rb") as raw:
        text = io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")
        reader = csv.reader(text, delimiter=delimiter, strict=True)
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
    """The media type of a file's content, empty if it is not known."""
    import puremagic

    try:
        return str(puremagic.from_file(str(path), mime=True))
    except puremagic.PureError:
        return ""


def _delimiter(begin: bytes) -> str:
    lines = begin.decode("utf-8-sig", errors="replace").splitlines()
    first = next((line for line in lines if line.strip()), "")
    return max(",;\t", key=first.count)


def _xlsx(path: Path) -> Iterator[tuple[int, list[Cell]]]:
    # Only who reads a spreadsheet needs its reader in memory.
    from python_calamine import CalamineError, CalamineWorkbook

    _refuse_traps(path)
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        sheet = workbook.get_sheet_by_index(0)
    except (CalamineError, zipfile.BadZipFile, OSError, IndexError) as error:
        raise BadInput("This XLSX file is damaged, or is protected by a password.") from error
    merged = {
        (row, column)
        for (top, left), (bottom, right) in (sheet.merged_cell_ranges or [])
        for row in range(top, min(bottom, top + MOST_ROWS) + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }
    start = sheet.start or (0, 0)
    for number, cells in enumerate(sheet.iter_rows()):
        row = number + start[0]
        if any((row, start[1] + column) in merged for column in range(len(cells))):
            raise BadInput(
                "Line %(line)s has merged cells. Undo the merging, then try again.", line=row + 1
            )
        yield row + 1, [_cell(one) for one in cells]


def _refuse_traps(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            names = set(packed.namelist())
            unpacked = sum(one.file_size for one in packed.infolist())
    except zipfile.BadZipFile as error:
        raise BadInput("This XLSX file is damaged.") from error
    if not any(name.startswith("xl/") for name in names):
        raise BadInput("This is a ZIP file and no XLSX spreadsheet.")
    if unpacked > LARGEST_UNPACKED or unpacked > HIGHEST_RATIO * max(path.stat().st_size, 10_000):
        raise BadInput("This spreadsheet would become too large when unpacked. Use CSV.")


def _cell(value: object) -> Cell:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
