"""Files of rows, written piece by piece: CSV, JSON lines and XLSX."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from tracker.api import workbooks
from tracker.api.columns import Cell
from tracker.core import spreadsheets

MIMETYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/jsonl",
}
LINES = 250
"""How many lines are sent at once."""
Rows = Iterable[Sequence[Cell]]


def write(ending: str, head: Sequence[str], rows: Rows) -> Iterator[bytes]:
    """A file in the form of its ending, in pieces; nothing is read before the first is wanted."""
    return {"csv": _csv, "jsonl": _jsonl, "xlsx": workbooks.write}[ending](head, rows)


def _csv(head: Sequence[str], rows: Rows) -> Iterator[bytes]:
    """CSV (RFC 4180) in UTF-8, with an apostrophe before what a spreadsheet would calculate."""
    return (piece.encode() for piece in spreadsheets.rows(head, rows))


def _jsonl(head: Sequence[str], rows: Rows) -> Iterator[bytes]:
    """An object a line, with the columns' names."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    lines = (encode(dict(zip(head, row, strict=True))) + "\n" for row in rows)
    while piece := "".join(islice(lines, LINES)):
        yield piece.encode()
