"""Fills a demonstration's database: lawful steps, decisions and ledger entries for everybody.

Persons and organisations are written in bulk, each status after the one before it, so that the
database's own rules judge every step; what is rarer goes through the engine. In one transaction:
a demonstration is whole or empty.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import func, insert, select, text, update
from sqlalchemy.orm import Session

from tracker.background import PROJECTIONS
from tracker.core import demo
from tracker.core.db import transaction
from tracker.demonstration import rarer, rows
from tracker.demonstration.cast import FULL, SMALL, Cast, Part, Scale
from tracker.demonstration.rows import Row, noon
from tracker.endorsements.decisions import Decision
from tracker.endorsements.instruments import Evidence, Instrument, InstrumentType
from tracker.endorsements.lifecycle import Action, ActorKind, Status
from tracker.endorsements.models import Endorsement
from tracker.initiatives import queries as initiatives
from tracker.initiatives.models import Initiative
from tracker.ledger import events, sequencer
from tracker.ledger.models import DatePrecision, Grade, LedgerEvent
from tracker.supporters.models import Supporter, SupporterKind

__all__ = ["FULL", "SMALL", "fill"]

AT_ONCE = 5_000
SIGNED = {
    SupporterKind.INDIVIDUAL: ("unpa", "1-for-7-billion"),
    SupporterKind.PARLIAMENTARIAN: ("unpa",),
    SupporterKind.ORGANISATION: ("un2020", "1-for-7-billion", "unpa"),
}
"""What each kind signs, in turn."""
LEAVING = {
    SupporterKind.INDIVIDUAL: 0.02,
    SupporterKind.PARLIAMENTARIAN: 0.03,
    SupporterKind.ORGANISATION: 0.03,
}


def fill(scale: Scale, *, now: datetime, say: Callable[[str], object] = lambda words: None) -> bool:
    """Invent the supporters of a marked, migrated and seeded database, once; whether it did."""
    with transaction() as session:
        mark = demo.mark(session, now=now)
        if mark.filled_at is not None:
            return False
        say("Inventing supporters. This takes about a minute, once.")
        cast = Cast(now.date())
        staff = rarer.staff(session)
        for kind, count in (
            (SupporterKind.ORGANISATION, scale.organisations),
            (SupporterKind.PARLIAMENTARIAN, scale.parliamentarians),
            (SupporterKind.INDIVIDUAL, scale.individuals),
        ):
            _many(session, cast, kind, count, staff[0])
            say(f"{count} {kind.value}s")
        _number_on(session)
        rarer.governments(session, cast, scale.governments, staff, now)
        rarer.waiting(session, now)
        rarer.disputes(session, cast, staff, now)
        mark.filled_at = now
    while _sequence(now):
        pass
    return True


def _number_on(session: Session) -> None:
    """Let PostgreSQL number new rows behind those that came with their numbers."""
    if session.get_bind().dialect.name != "postgresql":
        return
    for table in ("supporters", "endorsements"):
        session.execute(
            text(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'),"  # noqa: S608  two names  # nosec B608
                f" (SELECT max(id) FROM {table}))"
            )
        )


def _sequence(now: datetime) -> int:
    with transaction() as session:
        return sequencer.sequence(session, now=now, projections=PROJECTIONS)


def _many(session: Session, cast: Cast, kind: SupporterKind, count: int, reviewer: int) -> None:
    signed = [initiatives.by_slug(session, slug) for slug in SIGNED[kind]]
    text_id = None if kind is SupporterKind.INDIVIDUAL else _text(session, kind)
    parts = cast.parts(count, leaving=LEAVING[kind])
    while some := list(islice(parts, AT_ONCE)):
        first = _after(session, Endorsement)
        theirs = _after(session, Supporter)
        ids = [one.id for one in signed]
        session.execute(insert(Supporter), rows.supporters(cast, kind, some, theirs))
        session.execute(insert(Endorsement), rows.endorsements(kind, some, first, theirs, ids))
        _verify(session, kind, some, first, reviewer)
        _count(session, kind, some, first, signed)
        if text_id is not None:
            session.execute(
                insert(Evidence),
                [
                    {
                        "endorsement_id": first + place,
                        "instrument_id": text_id,
                        "page": "",
                        "quote": "",
                    }
                    for place in range(len(some))
                ],
            )


def _after(session: Session, model: type[Supporter] | type[Endorsement]) -> int:
    return (session.scalar(select(func.max(model.id))) or 0) + 1


def _text(session: Session, kind: SupporterKind) -> int:
    made = Instrument(
        type=InstrumentType.CAMPAIGN_PAGE,
        source=f"Invented list of {kind.value}s, for demonstration only",
        publisher="Demonstration",
    )
    session.add(made)
    session.flush()
    return made.id


def _verify(
    session: Session, kind: SupporterKind, some: Sequence[Part], first: int, reviewer: int
) -> None:
    """Each lawful step for all of them, and the decisions that tell of it."""
    these = Endorsement.id.between(first, first + len(some) - 1)
    verified: Row = {"status": Status.VERIFIED, "verified_at": Endorsement.submitted_at}
    told: list[tuple[Action, Status, Status, int | None]] = [
        (Action.CONFIRM, Status.UNCONFIRMED, Status.VERIFIED, None)
    ]
    if kind is not SupporterKind.INDIVIDUAL:
        _set(session, these, status=Status.IN_REVIEW)
        verified["first_approver_id"] = reviewer
        told = [
            (Action.CONFIRM, Status.UNCONFIRMED, Status.IN_REVIEW, None),
            (Action.VERIFY, Status.IN_REVIEW, Status.VERIFIED, reviewer),
        ]
    _set(session, these, **verified)
    for action, source, target, staff_id in told:
        _tell(
            session,
            [(first + place, one.on) for place, one in enumerate(some)],
            action,
            source,
            target,
            staff_id,
        )
    gone = [(first + place, one) for place, one in enumerate(some) if one.until]
    for entry_id, one in gone:
        _set(
            session,
            Endorsement.id == entry_id,
            status=Status.WITHDRAWN,
            status_since=noon(one.until or one.on),
            ended_on=one.until,
        )
    by = None if kind.is_person else reviewer
    days = [(entry_id, one.until or one.on) for entry_id, one in gone]
    _tell(session, days, Action.WITHDRAW, Status.VERIFIED, Status.WITHDRAWN, by)


def _set(session: Session, which: Any, **values: Any) -> None:
    session.execute(
        update(Endorsement)
        .where(which)
        .values(**values)
        .execution_options(synchronize_session=False)
    )


def _tell(
    session: Session,
    entries: Sequence[tuple[int, date]],
    action: Action,
    source: Status,
    target: Status,
    staff_id: int | None,
) -> None:
    if not entries:
        return
    ids = [entry_id for entry_id, _day in entries]
    placed = {
        one.id: (one.initiative_id, one.kind)
        for one in session.execute(
            select(Endorsement.id, Endorsement.initiative_id, Endorsement.kind).where(
                Endorsement.id.between(min(ids), max(ids))
            )
        )
    }
    told = [
        {
            "endorsement_id": entry_id,
            "initiative_id": placed[entry_id][0],
            "kind": placed[entry_id][1],
            "action": action,
            "actor_kind": ActorKind.STAFF if staff_id else ActorKind.SUPPORTER,
            "decided_at": noon(day),
            "staff_id": staff_id,
            "from_status": source,
            "to_status": target,
            "cites": "",
        }
        for entry_id, day in entries
    ]
    session.execute(insert(Decision), told)


def _count(
    session: Session,
    kind: SupporterKind,
    some: Sequence[Part],
    first: int,
    signed: Sequence[Initiative],
) -> None:
    kept = session.execute(
        select(Endorsement.id, Endorsement.commitment_salt, Endorsement.supporter_id).where(
            Endorsement.id.between(first, first + len(some) - 1)
        )
    ).all()
    by_id = {row.id: row for row in kept}
    changes: list[Row] = []
    for place, one in enumerate(some):
        row = by_id[first + place]
        both: list[tuple[int, date]] = [(1, one.on)]
        if one.until:
            both.append((-1, one.until))
        changes += [
            {
                "initiative_id": signed[one.number % len(signed)].id,
                "endorsement_id": row.id,
                "kind": kind,
                "grade": Grade.ENDORSED,
                "delta": delta,
                "effective_on": day,
                "effective_precision": DatePrecision.ON,
                "cause": (Action.CONFIRM if kind is SupporterKind.INDIVIDUAL else Action.VERIFY)
                if delta > 0
                else Action.WITHDRAW,
                "supporter_id": None if kind.is_person else row.supporter_id,
                "commitment": events.commitment(row.commitment_salt, row.id)
                if kind.is_person
                else None,
            }
            for delta, day in both
        ]
    session.execute(insert(LedgerEvent), changes)
