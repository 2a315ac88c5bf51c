"""What tallies are sums of: the tally tables, or the ledger as it was at an instant."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, func, select, union_all
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

    The end of a day is read from the tables alone. Within a day, they are completed from whichever
    side is shorter: that day's entries up to then, or its entries since, taken back.
    """
    if known_at is None:
        return _days
    day = known_at.date()
    midnight = datetime.combine(day, time.min, tzinfo=UTC)
    until = sequencer.size_at(session, known_at)
    began = sequencer.size_at(session, midnight - timedelta(microseconds=1))
    ended = sequencer.size_at(session, midnight + timedelta(days=1, microseconds=-1))
    kept = select(*(_days.c[name] for name in _COLUMNS))
    if until - began < ended - until:
        kept = kept.where(_days.c.recorded_on < day)
        rest = _entries(began, until, 1)
    else:
        kept = kept.where(_days.c.recorded_on <= day)
        rest = _entries(until, ended, -1)
    both = kept if until == ended else union_all(kept, rest)
    return both.subquery("known")


def _entries(first: int, until: int, sign: int) -> Select[Any]:
    """The ledger's entries from `first` up to, not including, `until`, added or taken back."""
    table = LedgerEvent.__table__
    plain = {name: table.c[name] for name in _COLUMNS if name != "delta"}
    return select(*plain.values(), (table.c.delta * sign).label("delta")).where(
        LedgerEvent.position >= first, LedgerEvent.position < until
    )
