"""CSV that a spreadsheet opens without taking anybody's text for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet calculate (OWASP, CSV injection)."""


def guarded(value: object) -> str:
    """A cell's text, with an apostrophe before what would be taken for a formula. A number is
    none, with whatever sign."""
    if isinstance(value, int | float):
        return str(value)
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(DANGEROUS) else text


def rows(head: Iterable[str], body: Iterable[Iterable[object]]) -> Iterator[str]:
    """Lines of CSV (RFC 4180), one at a time, beginning with a byte order mark and the head."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    buffer.write("\ufeff")
    writer.writerow(head)
    yield buffer.getvalue()
    for row in body:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow([guarded(value) for value in row])
        yield buffer.getvalue()
