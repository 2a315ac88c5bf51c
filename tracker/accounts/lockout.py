"""Slowing down who guesses passwords or codes, without keeping an account's owner out.

Wrong ones are counted where they come from. A browser in which the owner signed in before answers
only for itself. Everybody else answers for their network, and all of them together for the
account: when that is locked, only unknown browsers are refused. A passkey cannot be guessed, so it
always signs in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from tracker.accounts import known_browsers
from tracker.accounts.events import STRANGER, By, record, tell
from tracker.accounts.models import FailingNetwork, KnownBrowser, StaffAction, StaffEvent, User
from tracker.core.crypto import Vault
from tracker.core.errors import RuleBroken
from tracker.core.orm import affected, has_rows, upsert

MAX_FAILURES = 10
"""So many wrong passwords or codes from one network, or in one known browser, …"""
FAILURE_WINDOW = timedelta(minutes=15)
"""… in so long are the last for …"""
FIRST_LOCK = timedelta(minutes=15)
"""… so long. A network, and an account, are then locked for twice as long each time …"""
MAX_LOCK = timedelta(days=1)
"""… up to this."""
MAX_STRANGERS_FAILURES = 40
"""So many from unknown browsers of any network …"""
STRANGERS_WINDOW = timedelta(hours=1)
"""… in so long lock an account for them. One network alone cannot send as many: it is locked
after 10, 20 and 30."""
WARNING_INTERVAL = timedelta(days=1)
"""Time between two mails to an owner that somebody is guessing."""
NETWORK_TTL = timedelta(days=2)
"""Time for which a network's failures are kept; its mark changes every day."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """The source of a password or code."""

    network: str
    browser: str = ""
    system: str = ""
    tokens: Mapping[str, str] = field(default_factory=dict)
    """Of a known browser, as `known_browsers` has them."""


def is_locked(person: User, *, now: datetime) -> bool:
    """Return whether unknown browsers are refused at an account."""
    return _is_ahead(person.locked_until, now)


def is_trusted(session: Session, person: User, tokens: Mapping[str, str], *, now: datetime) -> bool:
    """Return whether a browser is known to an account, and was not used for guessing just now."""
    browser = known_browsers.known(session, person.id, tokens, now=now)
    return browser is not None and not _is_ahead(browser.locked_until, now)


def is_refused(session: Session, person: User, source: Source, *, now: datetime) -> bool:
    """Return whether even the right password or code is refused from there at present."""
    if is_trusted(session, person, source.tokens, now=now):
        return False
    network = session.get(FailingNetwork, source.network)
    slowed = network is not None and _is_ahead(network.locked_until, now)
    return slowed or is_locked(person, now=now)


def failed(
    session: Session, vault: Vault, staff_id: int, how: str, source: Source, *, now: datetime
) -> None:
    """Count a wrong password or code, and tell the owner when somebody seems to be guessing.

    Where something is locked nothing is counted, so that guessing on does not lock it for ever.
    """
    person = _held(session, staff_id)
    by = By(cites=STRANGER, network=source.network)
    record(session, StaffAction.SIGN_IN_FAILED, person, by, now=now, detail=how)
    browser = known_browsers.known(session, staff_id, source.tokens, now=now)
    if browser is not None and not _is_ahead(browser.locked_until, now):
        _count_in_browser(browser, now)
        return
    if not _count_in_network(session, source.network, now) or is_locked(person, now=now):
        return
    if person.failing_since is None or person.failing_since <= now - STRANGERS_WINDOW:
        person.failing_since, person.failures = now, 0
    person.failures += 1
    if person.failures == MAX_FAILURES and not _was_told(session, person, now):
        record(session, StaffAction.GUESSED, person, by, now=now)
        _tell(session, vault, person, StaffAction.GUESSED, source, now=now)
    if person.failures >= MAX_STRANGERS_FAILURES:
        person.locked_until = now + _length(person.locks)
        person.locks += 1
        person.failures, person.failing_since = 0, None
        record(session, StaffAction.LOCKED, person, by, now=now)
        _tell(session, vault, person, StaffAction.LOCKED, source, now=now)


def failed_by_nobody(
    session: Session, vault: Vault, address: str, source: Source, *, now: datetime
) -> None:
    """Count a password tried on an address that has no account: by its network alone."""
    record(
        session,
        StaffAction.SIGN_IN_FAILED,
        None,
        By(cites=STRANGER, network=source.network),
        now=now,
        detail="unknown_address",
        address_digest=vault.digest(f"staff {address.strip().lower()}"),
    )
    _count_in_network(session, source.network, now)


def succeeded(session: Session, person: User, source: Source, *, now: datetime) -> None:
    """Note that somebody signed in. From an unknown browser, that settles what was counted of
    those; in a known one, `known_browsers.remember` settles its own."""
    if known_browsers.known(session, person.id, source.tokens, now=now) is None:
        settle(person)


def unlock(session: Session, vault: Vault, person: User, by: By, *, now: datetime) -> None:
    """Open a locked account before its time. Raises RuleBroken when it is not locked."""
    person = _held(session, person.id)
    if not is_locked(person, now=now):
        raise RuleBroken("%(name)s is not locked.", name=person.shown)
    settle(person)
    record(session, StaffAction.UNLOCKED, person, by, now=now)
    tell(session, vault, person, StaffAction.UNLOCKED, now=now)


def forget_networks(session: Session, *, now: datetime) -> int:
    """Forget networks of former days; the number forgotten."""
    old = FailingNetwork.failing_since < now - NETWORK_TTL
    return affected(session.execute(delete(FailingNetwork).where(old)))


def _count_in_browser(browser: KnownBrowser, now: datetime) -> None:
    """Count in a known browser. After the last failure allowed it is as good as unknown."""
    if browser.failing_since is None or browser.failing_since <= now - FAILURE_WINDOW:
        browser.failing_since, browser.failures = now, 0
    browser.failures += 1
    if browser.failures >= MAX_FAILURES:
        browser.locked_until = now + FIRST_LOCK
        browser.failures, browser.failing_since = 0, None


def _count_in_network(session: Session, mark: str, now: datetime) -> bool:
    """Count in a network; whether it was not locked before."""
    session.execute(
        upsert(session, FailingNetwork)
        .values(network=mark, failing_since=now)
        .on_conflict_do_nothing()
    )
    network = session.scalars(
        select(FailingNetwork)
        .where(FailingNetwork.network == mark)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    if _is_ahead(network.locked_until, now):
        return False
    if network.failing_since <= now - FAILURE_WINDOW:
        network.failing_since, network.failures = now, 0
    network.failures += 1
    if network.failures >= MAX_FAILURES:
        network.locked_until = now + _length(network.locks)
        network.locks += 1
        network.failures = 0
    return True


def _length(locks: int) -> timedelta:
    times: int = 2 ** min(locks, 16)
    return min(FIRST_LOCK * times, MAX_LOCK)


def _is_ahead(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and moment > now


def settle(person: User) -> None:
    """Forget what unknown browsers got wrong."""
    person.failures, person.failing_since = 0, None
    person.locks, person.locked_until = 0, None


def _was_told(session: Session, person: User, now: datetime) -> bool:
    return has_rows(
        session,
        StaffEvent.staff_id == person.id,
        StaffEvent.at > now - WARNING_INTERVAL,
        StaffEvent.action == StaffAction.GUESSED,
    )


def _tell(
    session: Session,
    vault: Vault,
    person: User,
    what: StaffAction,
    source: Source,
    *,
    now: datetime,
) -> None:
    until = person.locked_until if what is StaffAction.LOCKED else None
    tell(
        session,
        vault,
        person,
        what,
        now=now,
        template="staff_locked",
        browser=source.browser,
        system=source.system,
        until=f"{until:%Y-%m-%d %H:%M} UTC" if until else "",
    )


def _held(session: Session, staff_id: int) -> User:
    """Return the account as it is now, with its row held until the end of the transaction."""
    session.execute(select(User.id).where(User.id == staff_id).with_for_update())
    return session.get_one(User, staff_id, populate_existing=True)
