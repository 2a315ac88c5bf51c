"""Files of rows, written piece by piece: CSV, JSON lines and XLSX."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import IO

import xlsxwriter

from tracker.api.columns import Cell
from tracker.core import demo, spreadsheets

MIMETYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/jsonl",
}
LINES = 250
"""How many lines are sent at once."""
SHEET = 1_048_575
"""Rows that a sheet of XLSX holds below its head (ECMA-376, as spreadsheets implement it)."""
CHUNK = 64 * 1024
Rows = Iterable[Sequence[Cell]]


def write(
    ending: str, head: Sequence[str], rows: Rows, *, looked_at: Sequence[int] | None = None
) -> Iterator[bytes]:
    """A file in the form of its ending, in pieces; nothing is read before the first is wanted.

    Of CSV's cells only those in the columns `looked_at` are guarded, or all (`spreadsheets.rows`).
    """
    if ending == "csv":
        return (one.encode() for one in spreadsheets.rows(head, rows, looked_at=looked_at))
    return {"jsonl": _jsonl, "xlsx": _xlsx}[ending](head, rows)


def signed(
    ending: str, head: Sequence[str], rows: Rows, *, looked_at: Sequence[int] | None = None
) -> Iterator[bytes]:
    """The same; on a demonstration, each of its lines says that it is invented."""
    names, lines = demo.signed_table(head, rows)
    if looked_at is not None:
        looked_at = (*looked_at, *range(len(head), len(names)))
    return write(ending, names, lines, looked_at=looked_at)


def _jsonl(head: Sequence[str], rows: Rows) -> Iterator[bytes]:
    """An object a line, with the columns' names."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    lines = (encode(dict(zip(head, row, strict=True))) + "\n" for row in rows)
    while piece := "".join(islice(lines, LINES)):
        yield piece.encode()


def _xlsx(head: Sequence[str], rows: Rows) -> Iterator[bytes]:
    """XLSX with every text as text. Its directory stands at its end, so it is whole before it is
    sent; it lies on disk meanwhile."""
    with TemporaryFile(prefix="rollcall-") as file:
        _fill(file, head, rows)
        file.seek(0)
        while chunk := file.read(CHUNK):
            yield chunk


def _fill(file: IO[bytes], head: Sequence[str], rows: Rows) -> None:
    book = xlsxwriter.Workbook(
        file,
        {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    )
    bold = book.add_format({"bold": True})
    rest = iter(rows)
    first = next(rest, None)
    while True:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, head, bold)
        started = [] if first is None else [first]
        for number, row in enumerate(islice(chain(started, rest), SHEET), start=1):
            for place, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(number, place, cell)
                elif cell is not None:
                    sheet.write(number, place, cell)
        first = next(rest, None)
        if first is None:
            break
    book.close()
