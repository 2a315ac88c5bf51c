"""Fills a demonstration's database: lawful steps, decisions and ledger entries for everybody.

Persons and organisations are written in bulk, each status after the one before it, so that the
database's own rules judge every step; what is rarer goes through the engine. What is counted enters
the ledger week by week, as the diary has it. In one transaction: a demonstration is whole or empty.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from itertools import islice

from sqlalchemy import ColumnElement, func, insert, literal, select, update
from sqlalchemy.orm import Session

from tracker.core import demonstration_mark
from tracker.core.bulk_sql import number_behind
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

BATCH = 5_000
SIGNED = {
    SupporterKind.INDIVIDUAL: ("unpa", "1-for-7-billion"),
    SupporterKind.PARLIAMENTARIAN: ("unpa",),
    SupporterKind.ORGANISATION: ("un2020", "1-for-7-billion", "unpa"),
}
"""The initiatives that each kind signs, in turn."""
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
    """Invent the supporters of a marked, migrated and seeded database, once.

    Return whether that was now; `say` is told how it goes on.
    """
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
            _add_supporters(session, cast, diary, kind, count, staff[0])
            say(f"{count} {kind.value}s")
        for model in (Supporter, Endorsement):
            number_behind(session, model)
        _add_consents(session)
        governments.plan(session, cast, diary, scale.governments, staff)
        rare_cases.disputes(session, cast, diary, staff)
        diary.live(session, until=now)
        say(f"{scale.governments} governments, and ten years lived through")
        rare_cases.waiting(session, now)
        mark.filled_at = now
    return True


def _add_consents(session: Session) -> None:
    """Record that each of these supporters agreed to what a sign-up asks."""
    for kind, purposes in REQUIRED.items():
        named = [ConsentPurpose.NAMED] if kind.is_person else []
        for purpose in (*purposes, *named):
            given = select(
                Endorsement.id,
                literal(purpose, Consent.purpose.type),
                literal(VERSION),
                Endorsement.locale,
                Endorsement.submitted_at,
            ).where(Endorsement.kind == kind, Endorsement.origin == Origin.SIGN_UP)
            if purpose is ConsentPurpose.NAMED:
                given = given.where(Endorsement.be_named)
            columns = ["endorsement_id", "purpose", "version", "language", "given_at"]
            session.execute(insert(Consent).from_select(columns, given))


def _add_supporters(
    session: Session, cast: Cast, diary: Diary, kind: SupporterKind, count: int, reviewer_id: int
) -> None:
    """Add so many of a kind with their endorsements, a batch after the other."""
    signed = [initiatives.by_slug(session, slug) for slug in SIGNED[kind]]
    initiative_ids = [initiative.id for initiative in signed]
    instrument_id = None if kind is SupporterKind.INDIVIDUAL else _add_list(session, kind)
    parts = cast.parts(count, leaving=LEAVING[kind], within=VERIFYING[kind])
    while batch := list(islice(parts, BATCH)):
        first = _next_id(session, Endorsement)
        first_supporter = _next_id(session, Supporter)
        session.execute(insert(Supporter), rows.supporters(cast, kind, batch, first_supporter))
        session.execute(
            insert(Endorsement),
            rows.endorsements(kind, batch, first, first_supporter, initiative_ids),
        )
        _verify(session, kind, batch, first, reviewer_id)
        _count(session, diary, kind, batch, first, signed)
        if instrument_id is not None:
            session.execute(
                insert(Evidence),
                [
                    {
                        "endorsement_id": first + place,
                        "instrument_id": instrument_id,
                        "page": "",
                        "quote": "",
                    }
                    for place in range(len(batch))
                ],
            )


def _next_id(session: Session, model: type[Supporter] | type[Endorsement]) -> int:
    return (session.scalar(select(func.max(model.id))) or 0) + 1


def _add_list(session: Session, kind: SupporterKind) -> int:
    """Add the instrument on which all of a kind rest, and return its id."""
    instrument = Instrument(
        type=InstrumentType.CAMPAIGN_PAGE,
        source=f"Invented list of {kind.value}s, for demonstration only",
        publisher="Demonstration",
    )
    session.add(instrument)
    session.flush()
    return instrument.id


def _verify(
    session: Session, kind: SupporterKind, batch: Sequence[Part], first: int, reviewer_id: int
) -> None:
    """Take each lawful step for all of a batch, with its decisions."""
    in_batch = Endorsement.id.between(first, first + len(batch) - 1)
    parts = list(enumerate(batch, start=first))
    signed = [(entry_id, part.on) for entry_id, part in parts]
    if kind is SupporterKind.INDIVIDUAL:
        _decide(session, signed, Action.CONFIRM, Status.UNCONFIRMED, Status.VERIFIED, None)
        _set(session, in_batch, status=Status.VERIFIED, verified_at=Endorsement.submitted_at)
    else:
        _decide(session, signed, Action.CONFIRM, Status.UNCONFIRMED, Status.IN_REVIEW, None)
        _set(session, in_batch, status=Status.IN_REVIEW)
        verified = [(entry_id, part.recorded) for entry_id, part in parts]
        _decide(session, verified, Action.VERIFY, Status.IN_REVIEW, Status.VERIFIED, reviewer_id)
        for entry_id, part in parts:
            _set(
                session,
                Endorsement.id == entry_id,
                status=Status.VERIFIED,
                verified_at=noon(part.recorded),
                status_since=noon(part.recorded),
                first_approver_id=reviewer_id,
            )
    left = [(entry_id, part.until) for entry_id, part in parts if part.until]
    by_id = None if kind.is_person else reviewer_id
    if by_id is not None:
        _decide(session, left, Action.REQUEST_WITHDRAWAL, None, None, None)
    _decide(session, left, Action.WITHDRAW, Status.VERIFIED, Status.WITHDRAWN, by_id)
    for entry_id, until in left:
        _set(
            session,
            Endorsement.id == entry_id,
            status=Status.WITHDRAWN,
            status_since=noon(until),
            ended_on=until,
            withdrawal_requested_at=noon(until) if by_id is not None else None,
        )


def _set(session: Session, which: ColumnElement[bool], **values: object) -> None:
    session.execute(
        update(Endorsement)
        .where(which)
        .values(**values)
        .execution_options(synchronize_session=False)
    )


def _decide(
    session: Session,
    entries: Sequence[tuple[int, date]],
    action: Action,
    source: Status | None,
    target: Status | None,
    staff_id: int | None,
) -> None:
    """Record a decision on each of these entries, at noon of its day."""
    if not entries:
        return
    ids = [entry_id for entry_id, _day in entries]
    placed = {
        row.id: (row.initiative_id, row.kind)
        for row in session.execute(
            select(Endorsement.id, Endorsement.initiative_id, Endorsement.kind).where(
                Endorsement.id.between(min(ids), max(ids))
            )
        )
    }
    decisions = [
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
    session.execute(insert(Decision), decisions)


def _count(
    session: Session,
    diary: Diary,
    kind: SupporterKind,
    batch: Sequence[Part],
    first: int,
    signed: Sequence[Initiative],
) -> None:
    """Let each be counted once it was recorded, and no longer once it was withdrawn."""
    endorsements = session.execute(
        select(Endorsement.id, Endorsement.commitment_salt, Endorsement.supporter_id).where(
            Endorsement.id.between(first, first + len(batch) - 1)
        )
    ).all()
    by_id = {row.id: row for row in endorsements}
    verified = Action.CONFIRM if kind is SupporterKind.INDIVIDUAL else Action.VERIFY
    for entry_id, part in enumerate(batch, start=first):
        row = by_id[entry_id]
        changes: list[tuple[int, date, date, Action]] = [(1, part.on, part.recorded, verified)]
        if part.until:
            changes.append((-1, part.until, part.until, Action.WITHDRAW))
        for delta, on, recorded, cause in changes:
            diary.note(
                recorded,
                {
                    "initiative_id": signed[part.number % len(signed)].id,
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
