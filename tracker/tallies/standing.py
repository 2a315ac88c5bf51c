"""Governments and organisations that are counted on a day, name by name. Persons are never listed
here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import BindParameter, ColumnElement, Row, Select, bindparam, func, select, text
from sqlalchemy.orm import Session

from tracker.endorsements.models import Endorsement
from tracker.endorsements.publication import public
from tracker.initiatives.grades import Grade
from tracker.ledger import sequencer
from tracker.ledger.models import DatePrecision, LedgerEvent
from tracker.supporters.models import SupporterKind

NAMED = text("ledger_events.kind IN ('government', 'organisation')")
"""Word for word the condition of `ix_ledger_events_named`: only so do both databases use it."""
Change = tuple[int, Grade, date, DatePrecision, int, str | None, int]
"""An entry, a grade, a day and its precision, the supporter, the State, and by how much the count
changed."""


@dataclass(frozen=True, kw_only=True)
class GovernmentRow:
    """One government that is counted in one grade, and since when."""

    endorsement_id: int
    state_iso3: str
    grade: Grade
    since: date
    precision: DatePrecision


@dataclass(frozen=True, kw_only=True)
class OrganisationRow:
    """One organisation that is counted, and since when."""

    endorsement_id: int
    supporter_id: int
    since: date
    precision: DatePrecision


def governments(
    session: Session, initiative_id: int, *, as_of: date, known_at: datetime | None = None
) -> list[GovernmentRow]:
    """Return the governments counted on a day, in each grade, by code."""
    rows = [
        GovernmentRow(
            endorsement_id=standing.endorsement_id,
            state_iso3=standing.state_iso3,
            grade=standing.grade,
            since=standing.since,
            precision=standing.precision,
        )
        for standing in _standing(session, initiative_id, SupporterKind.GOVERNMENT, as_of, known_at)
        if standing.state_iso3 is not None
    ]
    return sorted(rows, key=lambda row: (row.state_iso3, row.endorsement_id))


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One entry that is counted in one grade, and since when."""

    endorsement_id: int
    supporter_id: int | None
    state_iso3: str | None
    grade: Grade
    since: date
    precision: DatePrecision


def _standing(
    session: Session,
    initiative_id: int,
    kind: SupporterKind,
    as_of: date,
    known_at: datetime | None,
) -> list[Standing]:
    """Return who is counted on a day. A count begins anew on the last day that brought it above
    zero."""
    days = _of_kind(session, initiative_id, kind, as_of, known_at)
    return _begun(session.execute(days).all())


def _of_kind(
    session: Session,
    initiative_id: int,
    kind: SupporterKind,
    as_of: date,
    known_at: datetime | None,
) -> Select[*Change]:
    """Return the changes (`_days`) of an initiative's counts of one kind."""
    until = sequencer.size(session) if known_at is None else sequencer.size_at(session, known_at)
    # Written into the statement, beside the index's condition: else all of the ledger is read.
    kinds: BindParameter[SupporterKind] = bindparam(
        "kind", kind, LedgerEvent.kind.type, literal_execute=True
    )
    return _days(as_of, until).where(
        NAMED, LedgerEvent.initiative_id == initiative_id, LedgerEvent.kind == kinds
    )


def of_entries(
    session: Session, endorsement_ids: Collection[int], *, as_of: date, until: int
) -> dict[int, Standing]:
    """Return those of these entries that are counted on a day, by the first `until` entries of the
    ledger. Should two grades hold on one day, the one that goes furthest."""
    if not endorsement_ids:
        return {}
    days = session.execute(
        _days(as_of, until).where(LedgerEvent.endorsement_id.in_(endorsement_ids))
    )
    by_entry: dict[int, Standing] = {}
    for standing in _begun(days.all()):
        other = by_entry.get(standing.endorsement_id)
        if other is None or standing.grade.rank < other.grade.rank:
            by_entry[standing.endorsement_id] = standing
    return by_entry


def counted(as_of: date, *, until: int) -> ColumnElement[bool]:
    """Return the condition that an entry is counted on a day by the first `until` entries of the
    ledger."""
    total = select(func.sum(LedgerEvent.delta)).where(
        LedgerEvent.endorsement_id == Endorsement.id,
        LedgerEvent.effective_on <= as_of,
        LedgerEvent.position < until,
    )
    return total.scalar_subquery() > 0


def _days(as_of: date, until: int) -> Select[*Change]:
    """Return changes of counts by entry, grade and day, in the order in which `_begun` follows
    them."""
    return (
        select(
            LedgerEvent.endorsement_id,
            LedgerEvent.grade,
            LedgerEvent.effective_on,
            LedgerEvent.effective_precision,
            func.max(Endorsement.supporter_id).label("supporter_id"),
            func.max(LedgerEvent.state_iso3).label("state_iso3"),
            func.sum(LedgerEvent.delta).label("delta"),
        )
        .join(Endorsement, Endorsement.id == LedgerEvent.endorsement_id)
        .where(LedgerEvent.effective_on <= as_of, LedgerEvent.position < until)
        .group_by(
            LedgerEvent.endorsement_id,
            LedgerEvent.grade,
            LedgerEvent.effective_on,
            LedgerEvent.effective_precision,
        )
        .order_by(
            LedgerEvent.endorsement_id,
            LedgerEvent.grade,
            LedgerEvent.effective_on,
            func.sum(LedgerEvent.delta),
        )
    )


def _begun(days: Sequence[Row[*Change]]) -> list[Standing]:
    """Follow each count through its days, given in order, and keep those above zero at the end."""
    totals: dict[tuple[int, Grade], int] = {}
    begun: dict[tuple[int, Grade], Standing] = {}
    for day in days:
        key = day.endorsement_id, day.grade
        before = totals.get(key, 0)
        totals[key] = before + day.delta
        if before <= 0 < totals[key]:
            begun[key] = Standing(
                endorsement_id=day.endorsement_id,
                supporter_id=day.supporter_id,
                state_iso3=day.state_iso3,
                grade=day.grade,
                since=day.effective_on,
                precision=day.effective_precision,
            )
    return [standing for key, standing in begun.items() if totals[key] > 0]


def still_public(session: Session, rows: Sequence[GovernmentRow]) -> list[GovernmentRow]:
    """Return those of rows counted as known earlier whose entries are public still."""
    of_the_public = public_ids(session, rows)
    return [row for row in rows if row.endorsement_id in of_the_public]


def public_ids(session: Session, rows: Iterable[GovernmentRow]) -> set[int]:
    """Return those of the entries behind counted rows that are public still."""
    ids = [row.endorsement_id for row in rows]
    return set(session.scalars(select(Endorsement.id).where(Endorsement.id.in_(ids), *public())))
