"""CSV that a spreadsheet opens without taking anybody's text for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""Characters that make a spreadsheet calculate (OWASP, CSV injection)."""
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


def rows(
    head: Iterable[str],
    body: Iterable[Sequence[object]],
    *,
    looked_at: Sequence[int] | None = None,
) -> Iterator[str]:
    """Lines of CSV (RFC 4180), some hundred at a time, after a byte order mark and the head.

    Every cell is guarded; or, where a file of millions has them, only those in the columns
    `looked_at`, because the others never hold what somebody typed.
    """
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
            map(_guarded, piece) if looked_at is None else _guarded_at(piece, looked_at)
        )
        yield buffer.getvalue()


def _guarded(row: Sequence[object]) -> list[str]:
    return [guarded(cell) for cell in row]


def _guarded_at(piece: Sequence[Sequence[object]], places: Sequence[int]) -> list[list[object]]:
    lines = list(map(list, piece))
    for place in places:
        for line in lines:
            cell = line[place]
            if cell is not None and (type(cell) is not str or cell[:1] in _FIRST):
                line[place] = guarded(cell)
    return lines
