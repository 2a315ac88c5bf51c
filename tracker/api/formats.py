"""Files of rows, written piece by piece: CSV, JSON lines and XLSX."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from tracker.api import workbooks
from tracker.api.columns import Cell
from tracker.core import demonstration_mark, spreadsheets

MIMETYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/jsonl",
}
LINES = 250
"""Lines that are sent at once."""
Rows = Iterable[Sequence[Cell]]


def write(
    ending: str, head: Sequence[str], rows: Rows, *, looked_at: Sequence[int] | None = None
) -> Iterator[bytes]:
    """A file in the form of its ending, in pieces; nothing is read before the first is wanted.

    Of CSV's cells only those in the columns `looked_at` are guarded, or all (`spreadsheets.rows`).
    """
    if ending == "csv":
        return (piece.encode() for piece in spreadsheets.rows(head, rows, looked_at=looked_at))
    return {"jsonl": _jsonl, "xlsx": workbooks.write}[ending](head, rows)


def signed(
    ending: str, head: Sequence[str], rows: Rows, *, looked_at: Sequence[int] | None = None
) -> Iterator[bytes]:
    """The same; on a demonstration, each of its lines says that it is invented."""
    names, lines = demonstration_mark.signed_table(head, rows)
    if looked_at is not None:
        looked_at = (*looked_at, *range(len(head), len(names)))
    return write(ending, names, lines, looked_at=looked_at)


def _jsonl(head: Sequence[str], rows: Rows) -> Iterator[bytes]:
    """An object a line, with the columns' names.

    Many cells are encoded in one call and parted again at the line break between them, of which
    JSON has none within a text (RFC 8259, section 7); then they are set into their lines.
    """
    encode = json.JSONEncoder(ensure_ascii=False, separators=("\n", ":")).encode
    names = (encode(name).replace("%", "%%") for name in head)
    line = "{" + ", ".join(f"{name}: %s" for name in names) + "}\n"
    rest = iter(rows)
    while piece := list(islice(rest, LINES)):
        cells = encode(list(chain.from_iterable(piece)))[1:-1].split("\n")
        yield (line * len(piece) % tuple(cells)).encode()
