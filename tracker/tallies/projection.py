"""Keeps the tally tables equal to the ledger; can rebuild them and compare."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

from sqlalchemy import (
    Date,
    Select,
    String,
    Table,
    delete,
    func,
    literal,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from tracker.core.orm import upsert
from tracker.ledger.models import LedgerEvent
from tracker.tallies.models import TallyDay

_days = cast(Table, TallyDay.__table__)
_key = [column.name for column in _days.primary_key.columns]
BATCH = 50_000
"""Entries that a rebuild takes at once."""


class UtcDay(FunctionElement[date]):
    """The day (UTC) of an instant."""

    type = Date()
    inherit_cache = True


@compiles(UtcDay)
def _utc_day(element: UtcDay, compiler: SQLCompiler, **options: object) -> str:
    return f"CAST(timezone('UTC', {compiler.process(element.clauses, **options)}) AS DATE)"


@compiles(UtcDay, "sqlite")
def _utc_day_on_sqlite(element: UtcDay, compiler: SQLCompiler, **options: object) -> str:
    return f"date({compiler.process(element.clauses, **options)})"


def _summed(first: int, until: int) -> Select[*tuple[object, ...]]:
    """Return the entries from `first` up to, not including, `until`, summed by the table's key."""
    membership = func.coalesce(type_coerce(LedgerEvent.membership, String), "").label("membership")
    state = func.coalesce(LedgerEvent.state_iso3, "").label("state_iso3")
    by = (
        LedgerEvent.initiative_id,
        LedgerEvent.kind,
        LedgerEvent.grade,
        membership,
        state,
        LedgerEvent.effective_on,
        UtcDay(LedgerEvent.recorded_at).label("recorded_on"),
    )
    return (
        select(*by, func.sum(LedgerEvent.delta).label("delta"))
        .where(LedgerEvent.position >= first, LedgerEvent.position < until)
        .group_by(*by)
    )


def apply(session: Session, first: int, until: int) -> None:
    """Add the ledger's entries from `first` up to, not including, `until`."""
    statement = upsert(session, _days).from_select([*_key, "delta"], _summed(first, until))
    session.execute(
        statement.on_conflict_do_update(
            index_elements=_key, set_={"delta": _days.c.delta + statement.excluded.delta}
        )
    )


def rebuild(
    session: Session, *, size: int, done: Callable[[int], object] = lambda count: None
) -> None:
    """Make the tables anew from the whole ledger; `done` hears how many entries each step took.

    The caller holds the sequencer's place (`sequencer.wait_alone`), so that no entry slips between.
    """
    session.execute(delete(TallyDay))
    for first in range(0, size, BATCH):
        until = min(first + BATCH, size)
        apply(session, first, until)
        done(until - first)


def differences(session: Session, *, size: int) -> list[str]:
    """Return where the tables differ from the ledger; empty when all is well."""
    summed = _summed(0, size).subquery("summed")
    key = [_days.c[name] for name in _key]
    kept = select(*key, _days.c.delta.label("kept"), literal(0).label("due"))
    due = select(*(summed.c[name] for name in _key), literal(0), summed.c.delta)
    both = union_all(kept, due).subquery("both")
    kept_of, due_of = (func.sum(column) for column in (both.c.kept, both.c.due))
    by = [both.c[name] for name in _key]
    rows = session.execute(
        select(*by, kept_of, due_of).group_by(*by).having(kept_of != due_of).order_by(*by)
    )
    return [
        ", ".join(
            f"{name} {value}" for name, value in zip(_key, row[:-2], strict=True) if value != ""
        )
        + f": kept {row[-2]}, ledger {row[-1]}"
        for row in rows
    ]
