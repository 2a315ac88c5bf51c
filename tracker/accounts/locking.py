"""Locking an account on which somebody guesses passwords or codes, and telling its owner.

A lock keeps out passwords, codes and recovery codes. A passkey still signs in: it cannot be
guessed, so a stranger who locks an account does not keep its owner out.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.accounts.events import STRANGER, By, record, tell
from tracker.accounts.models import StaffAction, User
from tracker.core.crypto import Vault
from tracker.core.errors import RuleBroken

FAILURES = 10
"""So many wrong passwords or codes …"""
WITHIN = timedelta(minutes=15)
"""… in so long lock an account …"""
FIRST_LOCK = timedelta(minutes=15)
"""… for so long; each further lock doubles it, until somebody signs in …"""
LONGEST_LOCK = timedelta(days=1)
"""… up to this."""


def is_locked(person: User, *, now: datetime) -> bool:
    return person.locked_until is not None and person.locked_until > now


def failed(
    session: Session,
    vault: Vault,
    staff_id: int,
    how: str,
    *,
    browser: str,
    system: str,
    network: str,
    now: datetime,
) -> bool:
    """Count a wrong password or code; whether it locked the account.

    While an account is locked nothing is counted, so that guessing on does not lock it for ever.
    """
    person = _held(session, staff_id)
    by = By(cites=STRANGER, network=network)
    record(session, StaffAction.SIGN_IN_FAILED, person, by, now=now, detail=how)
    if is_locked(person, now=now):
        return False
    if person.failing_since is None or person.failing_since <= now - WITHIN:
        person.failing_since, person.failures = now, 0
    person.failures += 1
    if person.failures < FAILURES:
        return False
    person.locked_until = now + min(FIRST_LOCK * 2 ** min(person.locks, 16), LONGEST_LOCK)
    person.locks += 1
    person.failures, person.failing_since = 0, None
    record(session, StaffAction.LOCKED, person, by, now=now)
    tell(
        session,
        vault,
        person,
        StaffAction.LOCKED,
        now=now,
        template="staff_locked",
        browser=browser,
        system=system,
        until=f"{person.locked_until:%Y-%m-%d %H:%M} UTC",
    )
    return True


def failed_by_nobody(
    session: Session, vault: Vault, address: str, *, network: str, now: datetime
) -> None:
    """Note a password tried on an address that has no account."""
    record(
        session,
        StaffAction.SIGN_IN_FAILED,
        None,
        By(cites=STRANGER, network=network),
        now=now,
        detail="unknown_address",
        address_digest=vault.digest(f"staff {address.strip().lower()}"),
    )


def succeeded(person: User) -> None:
    """Somebody signed in: what was counted before is settled."""
    person.failures, person.failing_since = 0, None
    person.locks, person.locked_until = 0, None


def unlock(session: Session, vault: Vault, person: User, by: By, *, now: datetime) -> None:
    """Open a locked account before its time. Raises RuleBroken when it is not locked."""
    person = _held(session, person.id)
    if not is_locked(person, now=now):
        raise RuleBroken("%(name)s is not locked.", name=person.shown)
    succeeded(person)
    record(session, StaffAction.UNLOCKED, person, by, now=now)
    tell(session, vault, person, StaffAction.UNLOCKED, now=now)


def _held(session: Session, staff_id: int) -> User:
    """The account as it is now, with its row held until the end of the transaction."""
    session.execute(select(User.id).where(User.id == staff_id).with_for_update())
    return session.get_one(User, staff_id, populate_existing=True)
