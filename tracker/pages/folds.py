"""Long records in parts that open and close: by the years in which things happened.

A part stands at an address of its own on the page (`#from-1980`). The whole record is folded to its
latest parts; what somebody asked for by a filter, or with `?open=all`, is open throughout. Nothing
is left out: a closed part is in the page, and on paper every part is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from tracker.core.errors import BadInput
from tracker.core.query_args import one_of

Row = TypeVar("Row")
MIN_OPEN = 20
"""So many rows are open at first: the latest parts until there are that many."""


@dataclass(frozen=True, kw_only=True)
class Fold(Generic[Row]):
    """A part: what happened from one year to another, both included."""

    first: int
    last: int
    rows: Sequence[Row]
    open: bool


def everything() -> bool:
    """Return whether the address asks for every part to be open. Raises BadInput."""
    return one_of("open", ("all",), BadInput("“open” may only be “all”.")) == "all"


def folded(
    rows: Iterable[Row], year: Callable[[Row], int], *, years: int, unfolded: bool
) -> list[Fold[Row]]:
    """The rows in their order, which is that of time or its reverse, in parts of so many years."""
    parts = [
        (first, list(of)) for first, of in groupby(rows, lambda row: year(row) // years * years)
    ]
    opened_rows, opened = 0, set()
    for first, of in sorted(parts, key=lambda part: part[0], reverse=True):
        if unfolded or opened_rows < MIN_OPEN:
            opened.add(first)
        opened_rows += len(of)
    return [
        Fold(first=first, last=first + years - 1, rows=of, open=first in opened)
        for first, of in parts
    ]
