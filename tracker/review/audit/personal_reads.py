"""The record of who read which individual's personal data, written before anything is shown.

Support for a cause is a political opinion (GDPR, Article 9), so the name and address of an
individual open one by one, for a reviewer who asks, for a few minutes, and on the record. The
record names staff and entry and holds no data of the person; the database refuses to change it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import func, literal, select
from sqlalchemy.orm import Session

from tracker.accounts.events import By, record
from tracker.accounts.models import StaffAction, StaffRole, User
from tracker.core.crypto import Vault
from tracker.core.errors import RuleBroken
from tracker.core.orm import BigId
from tracker.endorsements.models import Endorsement
from tracker.endorsements.queries import of_address
from tracker.endorsements.signup import addresses
from tracker.review.models import PersonalRead, ReadKind
from tracker.supporters.models import SupporterKind

READ_TTL = timedelta(minutes=5)
"""Time for which an entry stays open to whoever asked for it."""
TO_CORRECT = timedelta(minutes=30)
"""Time within which a correction that was begun can be sent."""
MAX_PER_HOUR = 30
"""Reads of one reviewer in any hour: more than a day's doubtful entries, far less than a list."""
READ_WINDOW = timedelta(hours=1)
PAGE = 100


class TooManyReads(RuleBroken):
    """A reviewer has read as much as is allowed within an hour."""


def is_individual(endorsement: Endorsement) -> bool:
    """Return whether an entry is of a private person, whom staff see by reference only."""
    return endorsement.kind is SupporterKind.INDIVIDUAL


def shown_name(endorsement: Endorsement) -> str:
    """Return what staff pages, lists, the log and exports call an entry's supporter: an individual
    by reference, everybody else by name. Empty when the name is erased."""
    if is_individual(endorsement):
        return endorsement.reference
    return endorsement.supporter.name


def is_open(
    session: Session,
    endorsement: Endorsement,
    staff: User,
    *,
    now: datetime,
    within: timedelta = READ_TTL,
) -> bool:
    """Return whether somebody sees an entry's personal data now: always, unless it is an
    individual's."""
    if not is_individual(endorsement):
        return True
    newest = session.scalar(
        select(func.max(PersonalRead.at)).where(
            PersonalRead.staff_id == staff.id,
            PersonalRead.endorsement_id == endorsement.id,
            PersonalRead.kind == ReadKind.ENTRY,
        )
    )
    return newest is not None and newest > now - within


def open_entry(session: Session, endorsement: Endorsement, staff: User, *, now: datetime) -> None:
    """Record that a reviewer reads an individual's personal data, which then opens to them.

    Raises RuleBroken for anybody but a reviewer and for other kinds, TooManyReads above the limit.
    """
    if not is_individual(endorsement):
        raise RuleBroken("Only individuals' details are hidden.")
    _refuse_others(staff)
    _count(session, staff, now=now)
    session.add(
        PersonalRead(staff_id=staff.id, endorsement_id=endorsement.id, kind=ReadKind.ENTRY, at=now)
    )


def find_by_address(
    session: Session, vault: Vault, address: str, staff: User, *, now: datetime
) -> list[Endorsement]:
    """Return the entries recorded with exactly this address, newest first, which is a read as well.

    For somebody who calls or writes: their entry is found, and no other. A search that finds
    nothing is recorded too, without an entry. Raises as `open_entry` does.
    """
    _refuse_others(staff)
    _count(session, staff, now=now)
    entries = of_address(session, addresses.digest(vault, address))
    entry_ids: list[int | None] = [entry.id for entry in entries]
    for entry_id in entry_ids or [None]:
        session.add(
            PersonalRead(staff_id=staff.id, endorsement_id=entry_id, kind=ReadKind.ADDRESS, at=now)
        )
    return entries


def note_found(session: Session, numbers: Sequence[int], staff: User, *, now: datetime) -> None:
    """Record that a search by mail domain or network led to these entries of so few individuals
    that it tells of persons, or to nobody. What the same person was told of in the last minutes is
    not recorded again. Raises TooManyReads above the limit.

    Administrators search as well: they see no more of an individual than that an entry is there.
    """
    recorded = session.scalars(
        select(PersonalRead.endorsement_id).where(
            PersonalRead.staff_id == staff.id,
            PersonalRead.endorsement_id.in_(numbers),
            PersonalRead.kind == ReadKind.ADDRESS,
            PersonalRead.at > now - READ_TTL,
        )
    ).all()
    unrecorded: list[int | None] = [number for number in numbers if number not in recorded]
    if numbers and not unrecorded:
        return
    _count(session, staff, now=now)
    for number in unrecorded or [None]:
        session.add(
            PersonalRead(staff_id=staff.id, endorsement_id=number, kind=ReadKind.ADDRESS, at=now)
        )


def note_limit(session: Session, staff: User, by: By, *, now: datetime) -> None:
    """Write into the log of accounts that somebody was refused for having read so much."""
    record(session, StaffAction.READ_LIMIT, staff, by, now=now)


def reads(
    session: Session,
    *,
    staff_id: int | None = None,
    day: date | None = None,
    before: int = 0,
    limit: int = PAGE,
) -> Sequence[PersonalRead]:
    """Return reads, the newest first, older than one of a number; of one person, of one day
    (UTC)."""
    query = select(PersonalRead).order_by(PersonalRead.id.desc()).limit(limit)
    if staff_id is not None:
        query = query.where(PersonalRead.staff_id == staff_id)
    if day is not None:
        begins = datetime.combine(day, time(), UTC)
        query = query.where(PersonalRead.at >= begins)
        if day < date.max:
            query = query.where(PersonalRead.at < begins + timedelta(days=1))
    if before:
        query = query.where(PersonalRead.id < literal(before, BigId))
    return session.scalars(query).all()


def _refuse_others(staff: User) -> None:
    if StaffRole.REVIEWER not in staff.role_names:
        raise RuleBroken("Only reviewers see individuals' details.")


def _count(session: Session, staff: User, *, now: datetime) -> None:
    """Refuse more than the limit. The account's row is held, so that two at once are counted."""
    session.execute(select(User.id).where(User.id == staff.id).with_for_update())
    count = session.scalar(
        select(func.count()).where(
            PersonalRead.staff_id == staff.id, PersonalRead.at > now - READ_WINDOW
        )
    )
    if (count or 0) >= MAX_PER_HOUR:
        raise TooManyReads(
            "You have opened the details of %(number)s individuals within an hour. "
            "Wait a while, or ask another reviewer.",
            number=MAX_PER_HOUR,
        )
