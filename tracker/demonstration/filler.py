"""Fills a demonstration's database: lawful steps, decisions and ledger entries for everybody.

Persons and organisations are written in bulk, each status after the one before it, so that the
database's own rules judge every step; what is rarer goes through the engine. What is counted enters
the ledger week by week, as the diary has it. In one transaction: a demonstration is whole or empty.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import func, insert, literal, select, text, update
from sqlalchemy.orm import Session

from tracker.core import demonstration_mark
from tracker.core.db import transaction
from tracker.demonstration import governments, rare_cases, rows
from tracker.demonstration.cast import FULL, SMALL, Cast, Part, Scale
from tracker.demonstration.diary import Diary, noon
from tracker.endorsements.decisions import Decision
from tracker.endorsements.evidence.models import Evidence, Instrument, InstrumentType
from tracker.endorsements.lifecycle import Action, ActorKind, Status
from tracker.endorsements.models import Consent, ConsentPurpose, Endorsement, Origin
from tracker.endorsements.signup.consent_wording import REQUIRED, VERSION
from tracker.initiatives import queries as initiatives
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.ledger import events
from tracker.ledger.models import DatePrecision
from tracker.supporters.models import Supporter, SupporterKind

__all__ = ["FULL", "SMALL", "fill"]

AT_ONCE = 5_000
SIGNED = {
    SupporterKind.INDIVIDUAL: ("unpa", "1-for-7-billion"),
    SupporterKind.PARLIAMENTARIAN: ("unpa",),
    SupporterKind.ORGANISATION: ("un2020", "1-for-7-billion", "unpa"),
}
"""What each kind signs, in turn."""
VERIFYING = {
    SupporterKind.INDIVIDUAL: 0,
    SupporterKind.PARLIAMENTARIAN: 21,
    SupporterKind.ORGANISATION: 45,
}
"""Within how many days staff verify a sign-up."""
LEAVING = {
    SupporterKind.INDIVIDUAL: 0.02,
    SupporterKind.PARLIAMENTARIAN: 0.03,
    SupporterKind.ORGANISATION: 0.03,
}


def fill(scale: Scale, *, now: datetime, say: Callable[[str], object] = lambda words: None) -> bool:
    """Invent the supporters of a marked, migrated and seeded database, once; whether it did."""
    with transaction() as session:
        mark = demonstration_mark.mark(session, now=now)
        if mark.filled_at is not None:
            return False
        say("Inventing supporters. This takes a minute or two, once.")
        cast, diary = Cast(now.date() - timedelta(days=1)), Diary()
        staff = rare_cases.staff(session)
        for kind, count in (
            (SupporterKind.ORGANISATION, scale.organisations),
            (SupporterKind.PARLIAMENTARIAN, scale.parliamentarians),
            (SupporterKind.INDIVIDUAL, scale.individuals),
        ):
            _many(session, cast, diary, kind, count, staff[0])
            say(f"{count} {kind.value}s")
        _number_on(session)
        _consent(session)
        governments.plan(session, cast, diary, scale.governments, staff)
        rare_cases.disputes(session, cast, diary, staff)
        diary.live(session, until=now)
        say(f"{scale.governments} governments, and ten years lived through")
        rare_cases.waiting(session, now)
        mark.filled_at = now
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


def _consent(session: Session) -> None:
    """What each of these supporters agreed to when they signed up."""
    for kind, purposes in REQUIRED.items():
        named = [ConsentPurpose.NAMED] if kind.is_person else []
        for purpose in (*purposes, *named):
            who = select(
                Endorsement.id,
                literal(purpose, Consent.purpose.type),
                literal(VERSION),
                Endorsement.locale,
                Endorsement.submitted_at,
            ).where(Endorsement.kind == kind, Endorsement.origin == Origin.SIGN_UP)
            if purpose is ConsentPurpose.NAMED:
                who = who.where(Endorsement.be_named)
            columns = ["endorsement_id", "purpose", "version", "language", "given_at"]
            session.execute(insert(Consent).from_select(columns, who))


def _many(
    session: Session, cast: Cast, diary: Diary, kind: SupporterKind, count: int, reviewer: int
) -> None:
    signed = [initiatives.by_slug(session, slug) for slug in SIGNED[kind]]
    text_id = None if kind is SupporterKind.INDIVIDUAL else _text(session, kind)
    parts = cast.parts(count, leaving=LEAVING[kind], within=VERIFYING[kind])
    while some := list(islice(parts, AT_ONCE)):
        first = _after(session, Endorsement)
        theirs = _after(session, Supporter)
        ids = [one.id for one in signed]
        session.execute(insert(Supporter), rows.supporters(cast, kind, some, theirs))
        session.execute(insert(Endorsement), rows.endorsements(kind, some, first, theirs, ids))
        _verify(session, kind, some, first, reviewer)
        _count(session, diary, kind, some, first, signed)
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
    signed = [(first + place, one.on) for place, one in enumerate(some)]
    if kind is SupporterKind.INDIVIDUAL:
        _tell(session, signed, Action.CONFIRM, Status.UNCONFIRMED, Status.VERIFIED, None)
        _set(session, these, status=Status.VERIFIED, verified_at=Endorsement.submitted_at)
    else:
        _tell(session, signed, Action.CONFIRM, Status.UNCONFIRMED, Status.IN_REVIEW, None)
        _set(session, these, status=Status.IN_REVIEW)
        verified = [(first + place, one.recorded) for place, one in enumerate(some)]
        _tell(session, verified, Action.VERIFY, Status.IN_REVIEW, Status.VERIFIED, reviewer)
        for place, one in enumerate(some):
            _set(
                session,
                Endorsement.id == first + place,
                status=Status.VERIFIED,
                verified_at=noon(one.recorded),
                status_since=noon(one.recorded),
                first_approver_id=reviewer,
            )
    gone = [(first + place, one) for place, one in enumerate(some) if one.until]
    by = None if kind.is_person else reviewer
    days = [(entry_id, one.until or one.on) for entry_id, one in gone]
    if by is not None:
        _tell(session, days, Action.REQUEST_WITHDRAWAL, None, None, None)
    _tell(session, days, Action.WITHDRAW, Status.VERIFIED, Status.WITHDRAWN, by)
    for entry_id, one in gone:
        _set(
            session,
            Endorsement.id == entry_id,
            status=Status.WITHDRAWN,
            status_since=noon(one.until or one.on),
            ended_on=one.until,
            withdrawal_requested_at=noon(one.until or one.on) if by is not None else None,
        )


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
    source: Status | None,
    target: Status | None,
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
    diary: Diary,
    kind: SupporterKind,
    some: Sequence[Part],
    first: int,
    signed: Sequence[Initiative],
) -> None:
    """Let each be counted once it was recorded, and no longer once it was withdrawn."""
    kept = session.execute(
        select(Endorsement.id, Endorsement.commitment_salt, Endorsement.supporter_id).where(
            Endorsement.id.between(first, first + len(some) - 1)
        )
    ).all()
    by_id = {row.id: row for row in kept}
    verified = Action.CONFIRM if kind is SupporterKind.INDIVIDUAL else Action.VERIFY
    for place, one in enumerate(some):
        row = by_id[first + place]
        both: list[tuple[int, date, date, Action]] = [(1, one.on, one.recorded, verified)]
        if one.until:
            both.append((-1, one.until, one.until, Action.WITHDRAW))
        for delta, on, recorded, cause in both:
            diary.note(
                recorded,
                {
                    "initiative_id": signed[one.number % len(signed)].id,
                    "endorsement_id": row.id,
                    "kind": kind,
                    "grade": Grade.ENDORSED,
                    "delta": delta,
                    "effective_on": on,
                    "effective_precision": DatePrecision.ON,
                    "cause": cause,
                    "supporter_id": None if kind.is_person else row.supporter_id,
                    "commitment": events.commitment(row.commitment_salt, row.id)
                    if kind.is_person
                    else None,
                },
            )
