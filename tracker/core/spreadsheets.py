"""CSV that a spreadsheet opens without taking anybody's text for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet calculate (OWASP, CSV injection)."""
_FIRST = frozenset(DANGEROUS)
LINES = 250


def guarded(value: object) -> str:
    """A cell's text, with an apostrophe before what would be taken for a formula. A number is
    none, with whatever sign."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(DANGEROUS) else text


def rows(head: Iterable[str], body: Iterable[Iterable[object]]) -> Iterator[str]:
    """Lines of CSV (RFC 4180), some hundred at a time, after a byte order mark and the head."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    buffer.write("\ufeff")
    writer.writerow(head)
    yield buffer.getvalue()
    rest = iter(body)
    while piece := list(islice(rest, LINES)):
        buffer.seek(0)
        buffer.truncate()
        writer.writerows(
            # Most cells need no guard, and a call for each of millions would cost.
            [
                cell
                if cell is None or type(cell) is int
                else guarded(cell)
                if type(cell) is not str or cell[:1] in _FIRST
                else cell
                for cell in row
            ]
            for row in piece
        )
        yield buffer.getvalue()
