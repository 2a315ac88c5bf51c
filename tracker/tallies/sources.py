"""What tallies are sums of: the tally tables, or the ledger as it was at an instant."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, union_all
from sqlalchemy.orm import Session

from tracker.ledger import sequencer
from tracker.ledger.models import Checkpoint, LedgerEvent
from tracker.tallies.models import TallyDay

_days = TallyDay.__table__
_COLUMNS = ("initiative_id", "kind", "grade", "membership", "state_iso3", "effective_on", "delta")


def ledger_size(known_at: datetime | None) -> Any:
    """The ledger's size, now or at an instant, as a part of a larger statement."""
    newest = select(func.coalesce(func.max(Checkpoint.size), 0))
    if known_at is not None:
        newest = newest.where(Checkpoint.recorded_at <= known_at)
    return newest.scalar_subquery()


def changes(session: Session, known_at: datetime | None) -> Any:
    """Every change of a count, now or as known at an instant, as something to select from.

    The past is read from whichever side is shorter: the entries up to then, or what the tables
    hold less the entries since.
    """
    if known_at is None:
        return _days
    until = sequencer.size_at(session, known_at)
    if until <= sequencer.size(session) // 2:
        return _entries(LedgerEvent.position < until, 1).subquery("known")
    kept = select(*(_days.c[name] for name in _COLUMNS))
    return union_all(kept, _entries(LedgerEvent.position >= until, -1)).subquery("known")


def _entries(where: ColumnElement[bool], sign: int) -> Select[Any]:
    table = LedgerEvent.__table__
    plain = {name: table.c[name] for name in _COLUMNS if name != "delta"}
    return select(*plain.values(), (table.c.delta * sign).label("delta")).where(where)
