"""Files that are made while they are sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from flask import Response, stream_with_context
from sqlalchemy.orm import Session

from tracker.core import demonstration_mark, spreadsheets


def streamed(
    session: Session, body: Iterator[bytes], *, name: str, content_type: str, **headers: str
) -> Response:
    """A file to keep, under a name, whose body `session` is read for piece by piece.

    The body outlives the request's own session scope, so the session is closed with the answer,
    read to its end or left: else its connection would be out until garbage is collected.
    """
    answer = Response(stream_with_context(body), content_type=content_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers.update({header.replace("_", "-"): value for header, value in headers.items()})
    answer.call_on_close(session.close)
    return answer


def table(head: Sequence[str], body: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """Return a table as CSV, piece by piece; in a demonstration each line says so."""
    return (
        piece.encode() for piece in spreadsheets.rows(*demonstration_mark.signed_table(head, body))
    )
