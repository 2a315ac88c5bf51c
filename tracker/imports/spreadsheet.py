"""The process that writes what a spreadsheet holds as lines of JSON.

It is started as `python -m tracker.imports.spreadsheet` (`core.sandbox`), and knows no setting and
no database. A file is what its content says, not its name. CSV is read as a stream, XLSX by `xlsx`.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from tracker.core import sandbox
from tracker.core.errors import BadInput
from tracker.imports import xlsx
from tracker.imports.xlsx import MAX_COLUMNS, MAX_ROWS, Cell, Table, too_wide

MAX_CELL_LENGTH = 2_000
MAX_LINE_LENGTH = 2 * MAX_COLUMNS * MAX_CELL_LENGTH
"""Characters of a row of CSV."""
INVISIBLE_CHARACTERS = dict.fromkeys(
    map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff")
) | dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Soft hyphens, spaces without width, and marks that turn the direction of what follows."""
ZIP = b"PK\x03\x04"


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
    return xlsx.table(path) if begin.startswith(ZIP) else _csv(path, begin)


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
        raise too_wide(len(cells))
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


def _plain(text: str) -> str:
    """Return a cell without line breaks and without what nobody sees, as copying from a page leaves
    it."""
    return " ".join(text.translate(INVISIBLE_CHARACTERS).split())


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


if __name__ == "__main__":
    main()
