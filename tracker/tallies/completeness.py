"""The evidence behind counted endorsements, by its kind: how many rest on it, and how old it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import (
    ColumnElement,
    Row,
    Subquery,
    and_,
    case,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.orm import Session

from tracker.endorsements.evidence.models import Evidence, Instrument, InstrumentType
from tracker.endorsements.models import Endorsement
from tracker.endorsements.record.rows import published
from tracker.endorsements.record.texts import instrument_key
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.ledger import sequencer
from tracker.ledger.models import LedgerEvent
from tracker.supporters.models import Supporter, SupporterKind
from tracker.tallies.asked_dates import AskedDates

VERBATIM = "%/PV.%"
"""The symbol of every meeting's verbatim record: A/70/PV.21, S/PV.7389."""
NOT_FIRST_HAND = frozenset([InstrumentType.PRESS_REPORT])
"""Kinds of evidence that repeat what somebody else said, besides every secondary copy."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """The endorsements that rest on one kind of evidence."""

    initiative_id: int
    """Nought for several initiatives together."""
    kind: SupporterKind
    type: InstrumentType | None
    """None for a sign-up that was confirmed and checked, with no document behind it."""
    verbatim: bool
    count: int
    copies: int
    """The number of them that were read in a secondary copy only."""
    undated: int
    first: date | None
    last: date | None
    """The days from which the support is documented, the earliest and the latest; without those
    whose day is unknown."""
    checked_first: date | None
    checked_last: date | None

    @property
    def not_first_hand(self) -> int:
        """Return how many are known from the press or from a copy only."""
        if self.verbatim:  # the document itself has a symbol, wherever its text was read
            return 0
        return self.count if self.type in NOT_FIRST_HAND else self.copies


def lines(
    session: Session,
    initiative_ids: Collection[int],
    dates: AskedDates,
    *,
    together: bool = False,
) -> list[Line]:
    """Return the evidence of who is counted on a day, from the strongest kind to the weakest.

    Each endorsement has one line: a verbatim record before all, then its first-hand evidence, if it
    has any, in the order of `InstrumentType`. Of initiatives together each government is one.
    Individuals confirm an address and are not among them.
    """
    best = _best(session, initiative_ids, dates, together=together)
    which = literal(0) if together else best.c.initiative_id
    by = (which, best.c.kind, best.c.type, best.c.verbatim, best.c.secondary, best.c.rank)
    dated = case((best.c.date_known, best.c.effective_on))
    rows = session.execute(
        select(
            which.label("initiative_id"),
            *by[1:],
            func.count().label("number"),
            func.sum(case((best.c.date_known, 0), else_=1)).label("undated"),
            func.min(dated).label("first"),
            func.max(dated).label("last"),
            func.min(best.c.checked_on).label("checked_first"),
            func.max(best.c.checked_on).label("checked_last"),
        )
        .where(best.c.place == 1)
        .group_by(*(by[1:] if together else by))
        .order_by(best.c.rank, best.c.secondary)
    ).all()
    merged: dict[tuple[object, ...], list[Row[*tuple[object, ...]]]] = {}
    for row in rows:
        key = row.initiative_id, row.kind, row.type, row.verbatim
        merged.setdefault(key, []).append(row)
    return [_line(alike) for alike in merged.values()]


def _line(rows: Sequence[Row[*tuple[object, ...]]]) -> Line:
    """Return one line for those read first-hand and those read in a copy."""
    row = rows[0]

    def days(name: str) -> list[date]:
        return [day for row in rows if (day := getattr(row, name)) is not None]

    return Line(
        initiative_id=row.initiative_id,
        kind=row.kind,
        type=row.type,
        verbatim=bool(row.verbatim),
        count=sum(row.number for row in rows),
        copies=sum(row.number for row in rows if row.secondary),
        undated=sum(row.undated for row in rows),
        first=min(days("first"), default=None),
        last=max(days("last"), default=None),
        checked_first=min(days("checked_first"), default=None),
        checked_last=max(days("checked_last"), default=None),
    )


def _best(
    session: Session, initiative_ids: Collection[int], dates: AskedDates, *, together: bool
) -> Subquery:
    """Select each counted endorsement with its evidence; the best has place 1."""
    known_at = dates.known_at
    until = sequencer.size(session) if known_at is None else sequencer.size_at(session, known_at)
    statement = Instrument.type == InstrumentType.STATEMENT
    verbatim = case(
        (
            and_(
                statement, or_(Instrument.symbol.like(VERBATIM), Instrument.source.like(VERBATIM))
            ),
            1,
        ),
        else_=0,
    )
    order = {type_: place for place, type_ in enumerate(InstrumentType, start=1)}
    rank = case(
        (Instrument.id.is_(None), len(order) + 1),
        (verbatim == 1, 0),
        else_=case(order, value=Instrument.type),
    )
    secondary = case((Instrument.secondary_copy, 1), else_=0)
    weak = case((verbatim == 1, 0), else_=secondary)
    lesser = case((Evidence.id.in_(_of_lesser_grades(session)), 1), else_=0)
    counted = Endorsement.supporter_id if together else Endorsement.id
    kinds = (
        Endorsement.kind == SupporterKind.GOVERNMENT
        if together
        else Endorsement.kind != SupporterKind.INDIVIDUAL
    )
    return (
        select(
            Endorsement.initiative_id,
            Endorsement.kind,
            Endorsement.date_known,
            Endorsement.effective_on,
            func.coalesce(Instrument.last_checked_on, Endorsement.last_checked_on).label(
                "checked_on"
            ),
            Instrument.type,
            verbatim.label("verbatim"),
            secondary.label("secondary"),
            rank.label("rank"),
            func.row_number()
            .over(
                partition_by=counted, order_by=(lesser, weak, rank, Instrument.id, Endorsement.id)
            )
            .label("place"),
        )
        .outerjoin(Evidence, Evidence.endorsement_id == Endorsement.id)
        .outerjoin(Instrument, Instrument.id == Evidence.instrument_id)
        .where(
            Endorsement.initiative_id.in_(initiative_ids),
            kinds,
            _endorsed(dates.as_of, until),
        )
        .subquery("best")
    )


def _of_lesser_grades(session: Session) -> list[int]:
    """Return the evidence of the published record that says less than that a State endorsed: words
    in support, which are cited beside the list on which the endorsement rests."""
    says: dict[tuple[str, str | None, str], bool] = {}
    for row in published():
        if row.kind is SupporterKind.GOVERNMENT:
            key = row.slug, row.iso3, instrument_key(row)
            says[key] = says.get(key, False) or row.grade is Grade.ENDORSED
    lesser = {key for key, endorsed in says.items() if not endorsed}
    cited = session.execute(
        select(Evidence.id, Initiative.slug, Supporter.state_iso3, Instrument.seed_key)
        .join(Instrument, Instrument.id == Evidence.instrument_id)
        .join(Endorsement, Endorsement.id == Evidence.endorsement_id)
        .join(Supporter, Supporter.id == Endorsement.supporter_id)
        .join(Initiative, Initiative.id == Endorsement.initiative_id)
        .where(Instrument.seed_key.in_({instrument for _slug, _iso3, instrument in lesser}))
    )
    return [row[0] for row in cited if (row[1], row[2], row[3]) in lesser]


def _endorsed(as_of: date, until: int) -> ColumnElement[bool]:
    """Return the condition that an entry is counted as endorsed on a day, by the first `until`
    entries of the ledger."""
    total = select(func.sum(LedgerEvent.delta)).where(
        LedgerEvent.endorsement_id == Endorsement.id,
        LedgerEvent.grade == Grade.ENDORSED,
        LedgerEvent.effective_on <= as_of,
        LedgerEvent.position < until,
    )
    return total.scalar_subquery() > 0
