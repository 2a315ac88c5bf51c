"""Sources of tallies: the tally tables, or the ledger as it was at an instant.

Of individuals only whole days (UTC) are told, so that nobody learns at what hour a person signed:
as known at any instant of a day, all of that day are counted, and so is the ledger's size.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import ColumnElement, FromClause, Select, Subquery, func, or_, select, union_all
from sqlalchemy.orm import Session

from tracker.ledger import sequencer
from tracker.ledger.models import Checkpoint, LedgerEvent
from tracker.supporters.models import SupporterKind
from tracker.tallies.models import TallyDay

_days = TallyDay.__table__
_COLUMNS = ("initiative_id", "kind", "grade", "membership", "state_iso3", "effective_on")
MOMENT = timedelta(microseconds=1)
"""The smallest step of the ledger's time."""


def ledger_size(known_at: datetime | None) -> ColumnElement[int]:
    """Return the ledger's size, now or at the end of an instant's day, as a part of a larger
    statement.

    To the instant itself it would tell when each individual was counted.
    """
    if known_at is not None:
        return sequencer.sized_at(day_end(known_at))
    return select(func.coalesce(func.max(Checkpoint.size), 0)).scalar_subquery()


def day_end(instant: datetime) -> datetime:
    """Return the last moment of an instant's day (UTC)."""
    return datetime.combine(instant.date(), time.max, tzinfo=UTC)


def changes(
    session: Session, initiative_ids: Collection[int], known_at: datetime | None
) -> Subquery:
    """Return every change of these initiatives' counts, now or as known at an instant, as something
    to select from.

    The end of a day is read from the tables alone. Within a day, they are completed from whichever
    side is shorter: that day's entries up to then, or its entries since, taken back. Individuals
    are counted as at the day's end.
    """
    kept = _of(_days, initiative_ids, 1)
    if known_at is None:
        return kept.subquery("known")
    day = known_at.date()
    midnight = datetime.combine(day, time.min, tzinfo=UTC)
    began, until, ended = session.execute(
        select(
            sequencer.sized_at(midnight - MOMENT),
            sequencer.sized_at(known_at),
            sequencer.sized_at(day_end(known_at)),
        )
    ).one()
    kept = kept.where(_days.c.recorded_on <= day)
    if until - began < ended - until:
        individual = _days.c.kind == SupporterKind.INDIVIDUAL
        kept = kept.where(or_(_days.c.recorded_on < day, individual))
        first, last, sign = began, until, 1
    else:
        first, last, sign = until, ended, -1
    if first == last:
        return kept.subquery("known")
    # Each part is narrowed by itself: SQLite would first read both whole.
    entries = (
        LedgerEvent.position >= first,
        LedgerEvent.position < last,
        LedgerEvent.kind != SupporterKind.INDIVIDUAL,
    )
    rest = _of(LedgerEvent.__table__, initiative_ids, sign).where(*entries)
    return union_all(kept, rest).subquery("known")


def _of(
    table: FromClause, initiative_ids: Collection[int], sign: int
) -> Select[*tuple[object, ...]]:
    """Return a table's changes of these initiatives' counts, added or taken back."""
    plain = (table.c[name] for name in _COLUMNS)
    delta = table.c.delta if sign > 0 else (-table.c.delta).label("delta")
    return select(*plain, delta).where(table.c.initiative_id.in_(initiative_ids))
