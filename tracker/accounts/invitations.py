"""Invitations: an account becomes active once its owner has followed the mailed link."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from tracker.accounts import confirmations, services
from tracker.accounts.events import By, record, tell
from tracker.accounts.models import Invitation, StaffAction, StaffRole, User
from tracker.core import name_rules, outbox
from tracker.core.crypto import Vault
from tracker.core.errors import LinkRefused, RuleBroken
from tracker.core.orm import affected

INVITATION_TTL = timedelta(days=3)
PURPOSE = "staff/invitation"
"""The purpose of the mailed link, and where it leads."""


def invite(
    session: Session,
    vault: Vault,
    *,
    email: str,
    name: str,
    roles: Iterable[StaffRole],
    by: By,
    now: datetime,
    wait: timedelta = confirmations.ROLE_WAIT,
) -> User:
    """Make an account that becomes active when its owner follows the mailed link.

    Raises RuleBroken when the address has an account, or no role is given.
    """
    given = frozenset(roles)
    if not given:
        raise RuleBroken("Choose at least one role.")
    person = services.add(session, email=email, name=name, roles=given, by=by, now=now, wait=wait)
    send(session, vault, person, by, now=now)
    confirmations.announce(session, vault, person, StaffAction.ROLE_GIVEN, given, by, now=now)
    return person


def send(session: Session, vault: Vault, person: User, by: By, *, now: datetime) -> None:
    """Mail a link; a former one stops working. Raises RuleBroken for an account in use."""
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
            "purpose": PURPOSE,
            "value": value,
        },
        now=now,
    )


def renew_link(session: Session, person: User, by: By, *, now: datetime) -> list[object]:
    """Return what a link of `PURPOSE` is signed for: it works once, for three days, and ends any
    former one. Raises RuleBroken for an account in use."""
    if person.password is not None:
        raise RuleBroken("%(name)s has accepted the invitation already.", name=person.shown)
    stamp = secrets.token_hex(16)
    session.merge(Invitation(staff_id=person.id, stamp=stamp, sent_at=now))
    record(session, StaffAction.INVITED, person, by, now=now)
    return [person.id, stamp]


def cancel(session: Session, vault: Vault, person: User, by: By, *, now: datetime) -> None:
    """Let the link open nothing. The account stays, not active, for the log's sake."""
    cancelled = session.execute(
        delete(Invitation).where(Invitation.staff_id == person.id, Invitation.accepted_at.is_(None))
    )
    if not affected(cancelled):
        raise RuleBroken("There is no open invitation of %(name)s.", name=person.shown)
    record(session, StaffAction.INVITATION_CANCELLED, person, by, now=now)
    tell(session, vault, person, StaffAction.INVITATION_CANCELLED, now=now)


def guest(session: Session, value: object, *, now: datetime) -> User:
    """Return whom a link of `PURPOSE` invites. Raises LinkRefused if it is used, replaced or
    old."""
    staff_id, stamp = _read(value)
    invitation = session.get(Invitation, staff_id, populate_existing=True)
    if invitation is None:
        raise LinkRefused("This invitation was cancelled.")
    if invitation.accepted_at is not None:
        raise LinkRefused("This invitation was used already.")
    if not secrets.compare_digest(invitation.stamp, stamp):
        raise LinkRefused("A newer invitation was sent to you since.")
    if invitation.sent_at < now - INVITATION_TTL:
        raise LinkRefused("This invitation has expired.", expired=True)
    return session.get_one(User, invitation.staff_id)


def _read(value: object) -> tuple[int, str]:
    """Of a link of `PURPOSE`: whom it invites, and its stamp."""
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
    person = guest(session, value, now=now)
    person.name = services.checked_name(name)
    session.get_one(Invitation, person.id).accepted_at = now
    person.password = password_hash
    person.active = True
    by_themself = By(staff_id=person.id, network=by.network)
    record(session, StaffAction.INVITATION_ACCEPTED, person, by_themself, now=now)
    return person
