"""Giving accounts to people and changing them. Each change is logged and mailed to its person."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from tracker.accounts import confirmations, known_browsers, queries, sessions
from tracker.accounts.events import By, record, tell
from tracker.accounts.lockout import settle
from tracker.accounts.models import Invitation, Role, StaffAction, StaffRole, User, WebAuthn
from tracker.core import mailboxes, name_rules, outbox
from tracker.core.crypto import Vault
from tracker.core.errors import LinkRefused, RuleBroken
from tracker.core.orm import affected

INVITATION_LIFE = timedelta(days=3)
INVITATION = "staff/invitation"
"""The purpose of the mailed link, and where it leads."""
WAIT = confirmations.WAIT
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
    wait: timedelta = WAIT,
) -> User:
    """Make an account, not active until its owner has chosen a password.

    Raises RuleBroken if there is one of this address, or the name is empty; BadInput if mail
    cannot be sent to the address.
    """
    name = _name(name)
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


def invite(
    session: Session,
    vault: Vault,
    *,
    email: str,
    name: str,
    roles: Iterable[StaffRole],
    by: By,
    now: datetime,
    wait: timedelta = WAIT,
) -> User:
    """Make an account that becomes active when its owner follows the mailed link.

    Raises RuleBroken when the address has an account, or no role is given.
    """
    given = frozenset(roles)
    if not given:
        raise RuleBroken("Choose at least one role.")
    person = add(session, email=email, name=name, roles=given, by=by, now=now, wait=wait)
    _send(session, vault, person, by, now=now)
    confirmations.announce(session, vault, person, StaffAction.ROLE_GIVEN, given, by, now=now)
    return person


def invite_again(session: Session, vault: Vault, person: User, by: By, *, now: datetime) -> None:
    """Mail a new link; the former stops working. Raises RuleBroken for an account in use."""
    _send(session, vault, person, by, now=now)


def renew_link(session: Session, person: User, by: By, *, now: datetime) -> list[object]:
    """Return what a link of `INVITATION` is signed for: it works once, for three days, and ends any
    former one. Raises RuleBroken for an account in use."""
    if person.password is not None:
        raise RuleBroken("%(name)s has accepted the invitation already.", name=person.shown)
    stamp = secrets.token_hex(16)
    session.merge(Invitation(staff_id=person.id, stamp=stamp, sent_at=now))
    record(session, StaffAction.INVITED, person, by, now=now)
    return [person.id, stamp]


def cancel_invitation(
    session: Session, vault: Vault, person: User, by: By, *, now: datetime
) -> None:
    """Let the link open nothing. The account stays, not active, for the log's sake."""
    cancelled = session.execute(
        delete(Invitation).where(Invitation.staff_id == person.id, Invitation.accepted_at.is_(None))
    )
    if not affected(cancelled):
        raise RuleBroken("There is no open invitation of %(name)s.", name=person.shown)
    record(session, StaffAction.INVITATION_CANCELLED, person, by, now=now)
    tell(session, vault, person, StaffAction.INVITATION_CANCELLED, now=now)


def invited(session: Session, value: object, *, now: datetime) -> User:
    """Return whom a link of `INVITATION` invites. Raises LinkRefused if it is used, replaced or
    old."""
    staff_id, stamp = _read(value)
    invitation = session.get(Invitation, staff_id, populate_existing=True)
    if invitation is None:
        raise LinkRefused("This invitation was cancelled.")
    if invitation.accepted_at is not None:
        raise LinkRefused("This invitation was used already.")
    if not secrets.compare_digest(invitation.stamp, stamp):
        raise LinkRefused("A newer invitation was sent to you since.")
    if invitation.sent_at < now - INVITATION_LIFE:
        raise LinkRefused("This invitation has expired.", expired=True)
    return session.get_one(User, invitation.staff_id)


def _read(value: object) -> tuple[int, str]:
    """Of a link of `INVITATION`: whom it invites, and its stamp."""
    staff_id, stamp = value if isinstance(value, list) and len(value) == 2 else (0, "")
    return staff_id, str(stamp)


def accept(
    session: Session,
    value: object,
    *,
    name: str,
    password_hash: str,
    by: By,
    now: datetime,
) -> User:
    """Make an invited account active with the name and the password that its owner chose."""
    is_theirs = Invitation.staff_id == _read(value)[0]
    # One use at a time.
    session.execute(select(Invitation.staff_id).where(is_theirs).with_for_update())
    person = invited(session, value, now=now)
    person.name = _name(name)
    session.get_one(Invitation, person.id).accepted_at = now
    person.password = password_hash
    person.active = True
    by_themself = By(staff_id=person.id, network=by.network)
    record(session, StaffAction.INVITATION_ACCEPTED, person, by_themself, now=now)
    return person


def change_roles(
    session: Session,
    vault: Vault,
    person: User,
    roles: Iterable[StaffRole],
    by: By,
    *,
    now: datetime,
    wait: timedelta = WAIT,
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
    wait: timedelta = WAIT,
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
    wait: timedelta = WAIT,
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


def _name(typed: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise RuleBroken("An account needs a name, which colleagues see.")
    return name


def _send(session: Session, vault: Vault, person: User, by: By, *, now: datetime) -> None:
    inviter = session.get(User, by.staff_id) if by.staff_id is not None else None
    value = renew_link(session, person, by, now=now)
    outbox.queue(
        session,
        vault,
        template="staff_invitation",
        to=person.email,
        context={
            "name": name_rules.for_first_mail(person.name),
            "by": inviter.shown if inviter else "Rollcall",
            "roles": sorted(person.role_names),
            "purpose": INVITATION,
            "value": value,
        },
        now=now,
    )


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
