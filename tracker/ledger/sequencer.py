"""The sequencer, which gives every appended event its place in the ledger, one pass at a time.

Events are taken by "has no position yet", never by a watermark on their ids: transactions commit
out of the order in which they drew them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from tracker.core.orm import affected, take_lock, try_lock
from tracker.ledger.models import Checkpoint, LedgerEvent

LOCK = 0x526F6C6C  # "Roll": a key of `take_lock`
Projection = Callable[[Session, int, int], None]
"""Called with the first position of a pass and the one after its last."""


def size(session: Session) -> int:
    """Return how many entries the ledger has."""
    return session.scalar(select(func.max(Checkpoint.size))) or 0


def size_at(session: Session, known_at: datetime) -> int:
    """Return how many entries it had at an instant."""
    return session.scalar(select(sized_at(known_at))) or 0


def sized_at(known_at: datetime) -> ColumnElement[int]:
    """Return the same, as a part of a larger statement. Sizes grow with time, so the last by then
    is the largest; asked for as such, one line of the index is read."""
    newest = (
        select(Checkpoint.size)
        .where(Checkpoint.recorded_at <= known_at)
        .order_by(Checkpoint.recorded_at.desc(), Checkpoint.size.desc())
        .limit(1)
    )
    return func.coalesce(newest.scalar_subquery(), 0)


def waiting(session: Session) -> bool:
    """Return whether any event has no position yet."""
    return (
        session.scalar(select(LedgerEvent.id).where(LedgerEvent.position.is_(None)).limit(1))
        is not None
    )


def sequence(
    session: Session, *, now: datetime, projections: list[Projection], limit: int = 20_000
) -> int:
    """Take the events that wait, at most `limit`, and update the projections with them.

    All in the caller's transaction, so that a tally always equals the ledger at a stated size.
    Only one sequencer works at a time, on whatever machine: the others return 0.
    """
    if not try_lock(session, LOCK):
        return 0
    head = session.scalars(select(Checkpoint).order_by(Checkpoint.size.desc()).limit(1)).first()
    first = head.size if head else 0
    recorded_at = max(now, head.recorded_at) if head else now
    taken = (
        select(
            LedgerEvent.id,
            (func.row_number().over(order_by=LedgerEvent.id) - 1).label("place"),
        )
        .where(LedgerEvent.position.is_(None))
        .order_by(LedgerEvent.id)
        .limit(limit)
        .subquery()
    )
    updated = session.execute(
        update(LedgerEvent)
        .where(LedgerEvent.id == taken.c.id)
        .values(position=taken.c.place + first, recorded_at=recorded_at)
        .execution_options(synchronize_session=False)
    )
    count = affected(updated)
    if count == 0:
        return 0
    for project in projections:
        project(session, first, first + count)
    session.add(Checkpoint(size=first + count, recorded_at=recorded_at))
    return count


def wait_alone(session: Session) -> None:
    """Take the sequencer's place until this transaction ends; nothing is sequenced meanwhile."""
    take_lock(session, LOCK)
