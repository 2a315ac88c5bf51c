"""Cursors of lists: opaque, signed, and good for the same question only.

The same place in the same list has the same cursor, so that a page that has not changed keeps its
ETag.
"""

from __future__ import annotations

from typing import Any

from flask import request

from tracker.core import query_args
from tracker.core.components import signer
from tracker.core.errors import BadInput, LinkRefused

PAGING_ARGUMENTS = ("cursor", "limit")


def make(*place: object) -> str:
    """Return a cursor that leads on from a place in the list that the present address asks for."""
    return signer().mark("cursor", [_question(), *place])


def read() -> list[Any] | None:
    """Return the place that the address's cursor names; none without one. Raises BadInput for one
    that was changed, or belongs to another list."""
    cursor = query_args.given("cursor")
    if cursor is None:
        return None
    try:
        question, *place = signer().marked("cursor", cursor[:2000])
    except LinkRefused as error:
        raise BadInput("This cursor was changed on its way. Begin again without one.") from error
    if question != _question():
        raise BadInput("This cursor belongs to another list, or to other filters.")
    here: list[Any] = place
    return here


def _question() -> list[object]:
    arguments = {
        name: value
        for name, value in query_args.arguments().items()
        if name not in PAGING_ARGUMENTS
    }
    return [request.path, [list(argument) for argument in sorted(arguments.items())]]
