"""The instruments that are kept, and which entries rest on each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session, contains_eager

from tracker.core.errors import NotFound
from tracker.endorsements.evidence.models import Evidence, Instrument
from tracker.endorsements.models import Endorsement

PAGE = 50
REFERENCE = re.compile(r"(?:I-)?0*(\d{1,12})", re.IGNORECASE)
"""A reference as staff quote it: "I-000012", or 12."""


@dataclass(frozen=True)
class Listed:
    """An instrument, and how many entries of any status rest on it."""

    instrument: Instrument
    entries: int


def matching(
    session: Session, q: str = "", *, before: int | None = None, limit: int = PAGE
) -> tuple[list[Listed], int | None]:
    """Return instruments by number or by a part of source, symbol or publisher, newest first, and
    where the next page begins; none at the end."""
    query = select(Instrument).order_by(Instrument.id.desc()).limit(limit + 1)
    if q:
        query = query.where(or_(*_matches(q)))
    if before is not None:
        query = query.where(Instrument.id < before)
    instruments = session.scalars(query).all()
    page = instruments[:limit]
    counts = _counts(session, [instrument.id for instrument in page])
    listed = [Listed(instrument, counts.get(instrument.id, 0)) for instrument in page]
    return listed, page[-1].id if len(instruments) > limit else None


def _matches(q: str) -> list[ColumnElement[bool]]:
    matches = [
        column.icontains(q, autoescape=True)
        for column in (Instrument.source, Instrument.publisher, Instrument.symbol)
    ]
    number = REFERENCE.fullmatch(q)
    return [*matches, Instrument.id == int(number[1])] if number else matches


def _counts(session: Session, ids: Sequence[int]) -> dict[int, int]:
    rows = session.execute(
        select(Evidence.instrument_id, func.count().label("entries"))
        .where(Evidence.instrument_id.in_(ids))
        .group_by(Evidence.instrument_id)
    )
    return {row.instrument_id: row.entries for row in rows}


def instrument(session: Session, instrument_id: int) -> Instrument:
    """Return one instrument. Raises NotFound."""
    instrument = session.get(Instrument, instrument_id)
    if instrument is None:
        raise NotFound("There is no text of this number.")
    return instrument


def for_change(session: Session, instrument_id: int) -> Instrument:
    """Return one instrument as it is now, locked until the transaction ends. Raises NotFound."""
    instrument = session.scalars(
        select(Instrument)
        .where(Instrument.id == instrument_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()
    if instrument is None:
        raise NotFound("There is no text of this number.")
    return instrument


def count_entries(session: Session, instrument_id: int) -> int:
    """Return how many entries of any status rest on an instrument."""
    return _counts(session, [instrument_id]).get(instrument_id, 0)


def resting_on(
    session: Session, instrument_id: int, *, after: int = 0, limit: int = PAGE
) -> tuple[Sequence[Evidence], int | None]:
    """Return what an instrument is cited for, each with its entry, and where the next page
    begins."""
    evidence = session.scalars(
        select(Evidence)
        .join(Evidence.endorsement)
        .join(Endorsement.supporter)
        .join(Endorsement.initiative)
        .options(
            contains_eager(Evidence.endorsement).contains_eager(Endorsement.supporter),
            contains_eager(Evidence.endorsement).contains_eager(Endorsement.initiative),
        )
        .where(Evidence.instrument_id == instrument_id, Evidence.id > after)
        .order_by(Evidence.id)
        .limit(limit + 1)
    ).all()
    page = evidence[:limit]
    return page, page[-1].id if len(evidence) > limit else None


def evidence(session: Session, endorsement_id: int, evidence_id: int) -> Evidence:
    """Return one piece of an entry's evidence. Raises NotFound, also once somebody took it off."""
    evidence = session.get(Evidence, evidence_id)
    if evidence is None or evidence.endorsement_id != endorsement_id:
        raise NotFound("This evidence is not on the entry any more. Look at the entry again.")
    return evidence
