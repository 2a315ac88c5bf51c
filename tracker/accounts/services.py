"""Changes of accounts, each logged and mailed to its person. Invitations: `invitations`."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from tracker.accounts import confirmations, known_browsers, queries, sessions
from tracker.accounts.events import By, record, tell
from tracker.accounts.lockout import settle
from tracker.accounts.models import Role, StaffAction, StaffRole, User, WebAuthn
from tracker.core import mailboxes
from tracker.core.crypto import Vault
from tracker.core.errors import RuleBroken

WHEN_NO_REVIEWER: list[Callable[..., None]] = []
"""Functions called in the same transaction when somebody stops being a reviewer:
``(session, person, by, now=now)``. Packages that stand on this one add theirs when they are
imported."""


def add(
    session: Session,
    *,
    email: str,
    name: str,
    roles: Iterable[StaffRole],
    by: By,
    now: datetime,
    wait: timedelta = confirmations.ROLE_WAIT,
) -> User:
    """Make an account, not active until its owner has chosen a password.

    Raises RuleBroken if there is one of this address, or the name is empty; BadInput if mail
    cannot be sent to the address.
    """
    name = checked_name(name)
    address = mailboxes.parse(email).folded
    if queries.by_email(session, address) is not None:
        raise RuleBroken("%(email)s has an account already.", email=address)
    person = User(
        email=address,
        name=name,
        active=False,
        fs_uniquifier=uuid.uuid4().hex,
        fs_webauthn_user_handle=uuid.uuid4().hex,
    )
    session.add(person)
    session.flush()
    record(session, StaffAction.ADDED, person, by, now=now)
    given = frozenset(roles)
    _give(session, person, given, by, now=now)
    confirmations.begin(session, person, given, by, wait=wait, now=now)
    return person


def change_roles(
    session: Session,
    vault: Vault,
    person: User,
    roles: Iterable[StaffRole],
    by: By,
    *,
    now: datetime,
    wait: timedelta = confirmations.ROLE_WAIT,
) -> bool:
    """Give somebody exactly these roles, at once in open sessions too; whether any changed.

    Raises RuleBroken when none is chosen, or the last active admin would be none any more.
    """
    wanted = frozenset(roles)
    if not wanted:
        raise RuleBroken("Choose at least one role, or deactivate the account.")
    if StaffRole.ADMIN not in wanted:
        _refuse_without_admin(session, person)
    taken = person.role_names - wanted
    given = wanted - person.role_names
    person.roles = [role for role in person.roles if role.name not in taken]
    for name in sorted(taken):
        record(session, StaffAction.ROLE_TAKEN, person, by, now=now, detail=name)
    _give(session, person, given, by, now=now)
    confirmations.begin(session, person, given, by, wait=wait, now=now)
    confirmations.announce(session, vault, person, StaffAction.ROLE_GIVEN, given, by, now=now)
    _left(session, vault, person, StaffAction.ROLE_TAKEN, taken, by, wait=wait, now=now)
    if taken or given:
        tell(session, vault, person, StaffAction.ROLE_GIVEN, now=now, roles=wanted)
    return bool(taken or given)


def deactivate(
    session: Session,
    vault: Vault,
    person: User,
    by: By,
    *,
    now: datetime,
    wait: timedelta = confirmations.ROLE_WAIT,
) -> None:
    """Let somebody in no more; their sessions end. Raises RuleBroken for the last active admin."""
    if not person.active:
        raise RuleBroken("%(name)s is not active.", name=person.shown)
    _refuse_without_admin(session, person)
    person.active = False
    sessions.end_all(session, person, now=now)
    known_browsers.forget_all(session, person)
    record(session, StaffAction.DEACTIVATED, person, by, now=now)
    roles = person.role_names
    _left(session, vault, person, StaffAction.DEACTIVATED, roles, by, wait=wait, now=now)
    tell(session, vault, person, StaffAction.DEACTIVATED, now=now)


def reactivate(
    session: Session,
    vault: Vault,
    person: User,
    by: By,
    *,
    now: datetime,
    wait: timedelta = confirmations.ROLE_WAIT,
) -> None:
    """Let somebody in again. Their roles wait anew until they count for governments."""
    if person.active:
        raise RuleBroken("%(name)s is active.", name=person.shown)
    if person.password is None:
        raise RuleBroken("%(name)s never chose a password: invite them again.", name=person.shown)
    person.active = True
    record(session, StaffAction.REACTIVATED, person, by, now=now)
    roles = person.role_names
    confirmations.begin(session, person, roles, by, wait=wait, now=now)
    confirmations.announce(session, vault, person, StaffAction.REACTIVATED, roles, by, now=now)
    tell(session, vault, person, StaffAction.REACTIVATED, now=now)


def reset_second_factor(
    session: Session, vault: Vault, person: User, by: By, *, now: datetime
) -> None:
    """Forget app, recovery codes and passkeys, and end every session. The password stays."""
    person.tf_primary_method = None
    person.tf_totp_secret = None
    person.last_code = None
    person.mf_recovery_codes = []
    session.execute(delete(WebAuthn).where(WebAuthn.user_id == person.id))
    session.expire(person, ["webauthn"])
    person.fs_uniquifier = uuid.uuid4().hex
    settle(person)
    sessions.end_all(session, person, now=now)
    known_browsers.forget_all(session, person)
    record(session, StaffAction.SECOND_FACTOR_RESET, person, by, now=now)
    tell(session, vault, person, StaffAction.SECOND_FACTOR_RESET, now=now)


def rename_passkey(
    session: Session, person: User, passkey: WebAuthn, name: str, by: By, *, now: datetime
) -> None:
    """Call one's passkey otherwise. Raises RuleBroken when another of one's own is called so."""
    if name == passkey.name:
        return
    if name in {other.name for other in person.webauthn}:
        raise RuleBroken("Another of your passkeys is called so.")
    passkey.name = name
    record(session, StaffAction.PASSKEY_RENAMED, person, by, now=now, detail=passkey.usage)


def checked_name(typed: str) -> str:
    """Return a name as it is kept. Raises RuleBroken for an empty one."""
    name = " ".join(typed.split())
    if not name:
        raise RuleBroken("An account needs a name, which colleagues see.")
    return name


def _give(session: Session, person: User, names: Iterable[str], by: By, *, now: datetime) -> None:
    for name in sorted(names):
        role = session.scalars(select(Role).where(Role.name == name)).first()
        if role is None:
            role = Role(name=name)
            session.add(role)
        person.roles.append(role)
        record(session, StaffAction.ROLE_GIVEN, person, by, now=now, detail=name)


def _left(
    session: Session,
    vault: Vault,
    person: User,
    what: StaffAction,
    roles: Iterable[str],
    by: By,
    *,
    wait: timedelta,
    now: datetime,
) -> None:
    """Carry out what follows when somebody has lost roles, or the account."""
    lost = frozenset(roles)
    if StaffRole.REVIEWER in lost:
        session.flush()
        for follow in WHEN_NO_REVIEWER:
            follow(session, person, by, now=now)
    if StaffRole.ADMIN in lost:
        confirmations.after_leaving(session, wait=wait, now=now)
        admin = (StaffRole.ADMIN.value,)
        confirmations.announce(session, vault, person, what, admin, by, now=now)


def _refuse_without_admin(session: Session, person: User) -> None:
    """Nobody may be the last active admin and stop being one. Holds the role's row, so that two
    at once cannot both go."""
    session.execute(select(Role.id).where(Role.name == StaffRole.ADMIN.value).with_for_update())
    admins = queries.active_admins(session)
    if person.id in admins and len(admins) == 1:
        raise RuleBroken(
            "%(name)s is the last active administrator. Make somebody else one first.",
            name=person.shown,
        )
