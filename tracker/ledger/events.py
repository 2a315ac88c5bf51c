"""The writers of the ledger. Nothing shared is touched, so nobody waits for anybody."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.core.errors import RuleBroken
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision, LedgerEvent
from tracker.supporters.models import Membership, SupporterKind


@dataclass(frozen=True, kw_only=True)
class Subject:
    """The support that is counted, in the words that its public entry may use."""

    endorsement_id: int
    initiative_id: int
    kind: SupporterKind
    supporter_id: int | None = None
    state_iso3: str | None = None
    membership: Membership | None = None
    commitment: str | None = None


def commitment(salt: str, endorsement_id: int) -> str:
    """Return a person's blinded mark in the ledger: SHA-256 of a secret salt and the endorsement.

    Whoever holds the salt can show that an entry is theirs; once it is deleted, nobody can.
    """
    return hashlib.sha256(f"{salt}:{endorsement_id}".encode()).hexdigest()


def append(
    session: Session,
    subject: Subject,
    delta: int,
    *,
    grade: Grade,
    on: date,
    precision: DatePrecision,
    cause: str,
) -> None:
    """Append one change of a count, in the caller's transaction."""
    session.add(
        LedgerEvent(
            initiative_id=subject.initiative_id,
            endorsement_id=subject.endorsement_id,
            kind=subject.kind,
            grade=grade,
            delta=delta,
            effective_on=on,
            effective_precision=precision,
            cause=cause,
            membership=subject.membership,
            state_iso3=subject.state_iso3,
            supporter_id=subject.supporter_id,
            commitment=subject.commitment,
        )
    )


def take_back(session: Session, subject: Subject, *, cause: str) -> None:
    """Reverse everything this endorsement ever counted, each on its own day: it never counted."""
    session.flush()
    net = func.sum(LedgerEvent.delta)
    rows = session.execute(
        select(
            LedgerEvent.grade,
            LedgerEvent.effective_on,
            func.max(LedgerEvent.effective_precision),
            net,
        )
        .where(LedgerEvent.endorsement_id == subject.endorsement_id)
        .group_by(LedgerEvent.grade, LedgerEvent.effective_on)
        .having(net != 0)
        .order_by(LedgerEvent.effective_on)
    ).all()
    for grade, on, precision, count in rows:
        for _ in range(abs(count)):
            append(
                session,
                subject,
                -1 if count > 0 else 1,
                grade=grade,
                on=on,
                precision=DatePrecision(precision),
                cause=cause,
            )


Point = tuple[Grade, date, DatePrecision]
"""A grade, and a day on which it began or ended, as precisely as that is known."""


def standing(session: Session, endorsement_id: int) -> dict[Point, int]:
    """Return what an endorsement's changes come to by grade and day, without what was taken
    back."""
    session.flush()
    net = func.sum(LedgerEvent.delta)
    point = (LedgerEvent.grade, LedgerEvent.effective_on, LedgerEvent.effective_precision)
    rows = session.execute(
        select(*point, net)
        .where(LedgerEvent.endorsement_id == endorsement_id)
        .group_by(*point)
        .having(net != 0)
        .order_by(LedgerEvent.effective_on, net)
    )
    return {(grade, on, precision): count for grade, on, precision, count in rows}


def missing(session: Session, endorsement_id: int, wanted: Mapping[Point, int]) -> dict[Point, int]:
    """Return what must be appended for an endorsement's changes to come to what is `wanted`, by
    day."""
    present = standing(session, endorsement_id)
    points = sorted({*present, *wanted}, key=lambda point: (point[1], point[0], point[2]))
    changes = {point: wanted.get(point, 0) - present.get(point, 0) for point in points}
    return {point: delta for point, delta in changes.items() if delta}


def move_end(
    session: Session,
    subject: Subject,
    *,
    before: Grade,
    since: date,
    to: date,
    precision: DatePrecision,
    cause: str,
) -> None:
    """Let the grade that ended when `before` began, on the day `since`, end on another day.

    Raises RuleBroken when that grade itself began only on or after the other day.
    """
    session.flush()
    of_entry = LedgerEvent.endorsement_id == subject.endorsement_id
    net = func.sum(LedgerEvent.delta)
    ended = session.execute(
        select(LedgerEvent.grade, func.max(LedgerEvent.effective_precision))
        .where(of_entry, LedgerEvent.effective_on == since, LedgerEvent.grade != before)
        .group_by(LedgerEvent.grade)
        .having(net < 0)
    ).first()
    if ended is None or to == since:
        return
    grade = ended[0]
    began = session.scalar(
        select(LedgerEvent.effective_on)
        .where(of_entry, LedgerEvent.grade == grade, LedgerEvent.effective_on < since)
        .group_by(LedgerEvent.effective_on)
        .having(net > 0)
        .order_by(LedgerEvent.effective_on.desc())
        .limit(1)
    )
    if began is not None and to <= began:
        raise RuleBroken("The grade before began on %(day)s. Choose a later day.", day=began)
    append(
        session,
        subject,
        1,
        grade=grade,
        on=since,
        precision=DatePrecision(ended[1]),
        cause=cause,
    )
    append(session, subject, -1, grade=grade, on=to, precision=precision, cause=cause)
