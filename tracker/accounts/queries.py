"""Queries of staff accounts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, literal, select
from sqlalchemy.orm import Session, selectinload

from tracker.accounts.models import (
    Invitation,
    Role,
    StaffAction,
    StaffEvent,
    StaffRole,
    User,
    WebAuthn,
)
from tracker.core import mailboxes
from tracker.core.errors import BadInput, NotFound
from tracker.core.orm import BigId


def everybody(session: Session) -> Sequence[User]:
    """Return all staff with their roles, by address."""
    return (
        session.scalars(select(User).order_by(User.email).options(selectinload(User.roles)))
        .unique()
        .all()
    )


def by_name(session: Session, name: str) -> Sequence[User]:
    """Return staff of this name, whatever its capitals."""
    return (
        session.scalars(select(User).where(func.lower(User.name) == name.strip().lower()))
        .unique()
        .all()
    )


def by_email(session: Session, email: str) -> User | None:
    """Return a member of staff by address, whatever its capitals; none for what is no address."""
    try:
        address = mailboxes.parse(email).folded
    except BadInput:
        return None
    return session.scalars(select(User).where(User.email == address)).unique().first()


def active_admins(session: Session) -> frozenset[int]:
    """Return the ids of those who can give accounts at present."""
    return frozenset(
        session.scalars(
            select(User.id).where(User.active, User.roles.any(Role.name == StaffRole.ADMIN.value))
        )
    )


def staff_names(session: Session) -> dict[int, str]:
    """Return the names of all staff, past ones too, by id; the address of those who gave none."""
    rows = session.execute(select(User.id, User.name, User.email))
    return {row.id: row.name or row.email for row in rows}


def reviewers(session: Session) -> Sequence[User]:
    """Return those who can verify at present, by name."""
    return session.scalars(
        select(User)
        .where(User.active, User.roles.any(Role.name == StaffRole.REVIEWER.value))
        .order_by(User.name, User.id)
    ).all()


def reviewers_and_admins(session: Session) -> Sequence[User]:
    """Return all active reviewers and administrators: who hears of each verified government."""
    roles = (StaffRole.REVIEWER.value, StaffRole.ADMIN.value)
    return session.scalars(
        select(User).where(User.active, User.roles.any(Role.name.in_(roles))).order_by(User.id)
    ).all()


def may_settle(session: Session) -> bool:
    """Return whether there is an account, active or not, of anybody who settles what waits for
    people."""
    roles = (StaffRole.EDITOR.value, StaffRole.REVIEWER.value)
    query = select(User.id).where(User.roles.any(Role.name.in_(roles))).limit(1)
    return session.scalar(query) is not None


def person(session: Session, staff_id: int) -> User:
    """Return a member of staff. Raises NotFound."""
    # Its key is a smaller integer than those of other tables, which an address may exceed.
    account = session.scalars(select(User).where(User.id == literal(staff_id, BigId))).first()
    if account is None:
        raise NotFound("There is no such account.")
    return account


def invitations(session: Session) -> dict[int, Invitation]:
    """Return the invitations that nobody has accepted yet, by account."""
    rows = session.scalars(select(Invitation).where(Invitation.accepted_at.is_(None)))
    return {invitation.staff_id: invitation for invitation in rows}


def last_sign_ins(session: Session) -> dict[int, datetime]:
    """Return when each member of staff last signed in."""
    rows = session.execute(
        select(StaffEvent.staff_id, func.max(StaffEvent.at))
        .where(StaffEvent.action == StaffAction.SIGNED_IN)
        .group_by(StaffEvent.staff_id)
    )
    return {staff_id: at for staff_id, at in rows if staff_id is not None}


def passkey(person: User, id: int) -> WebAuthn:
    """Return one of somebody's own passkeys. Raises NotFound for another's, as for none."""
    passkeys: list[WebAuthn] = person.webauthn
    for passkey in passkeys:
        if passkey.id == id:
            return passkey
    raise NotFound("You have no such passkey.")


def passkey_counts(session: Session) -> dict[int, int]:
    """Return how many passkeys each member of staff has."""
    rows = session.execute(select(WebAuthn.user_id, func.count()).group_by(WebAuthn.user_id))
    return {row[0]: row[1] for row in rows}
