"""The confirmation of roles by a second administrator, or by time. Before it no new reviewer
approves governments, no new administrator confirms others, and no new account is one of two people.

One administrator could otherwise give two accounts of their own the role, and be three people. So
somebody other than who gave it confirms it: an administrator whose own role has been confirmed or
has waited. Where there is nobody else who could, it waits `TRACKER_REVIEWER_WAIT_DAYS`, and all
other staff are told when the wait begins. With a wait of no days, as in development, nothing waits.

Time never helps where a second administrator could confirm, or will be able to before the wait is
over, or once a third has confirmed them. That holds for an administrator's own role too, or it
would confirm whatever its giver gives from then on. A role that was taken and given back, and an
account that was reactivated, begin anew. When the last who could confirm leaves, what waits for
them waits that many days from then. It is the same for accounts made at the command line, the first
one included.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from tracker.accounts import queries
from tracker.accounts.events import By, record, tell
from tracker.accounts.models import UNCONFIRMED, StaffAction, StaffEvent, StaffRole, User
from tracker.core import outbox
from tracker.core.crypto import Vault
from tracker.core.errors import RuleBroken

ROLE_WAIT = timedelta(days=7)
"""Time for which a role waits where nobody says otherwise."""
DECIDES = frozenset({StaffRole.REVIEWER.value, StaffRole.EDITOR.value})
"""The roles with which one can be one of two people (`User.counts`)."""
ANNOUNCED_ROLES = DECIDES | {StaffRole.ADMIN.value}
"""The roles of which all staff hear when somebody gets them."""
SAME_PERSON: list[Callable[[User, User], bool]] = []
"""Tests of whether two accounts are one person's. Packages that stand on this one add theirs when
they are imported."""
GIVING_ACTIONS = (
    StaffAction.ADDED,
    StaffAction.INVITED,
    StaffAction.ROLE_GIVEN,
    StaffAction.REACTIVATED,
)
"""Actions that make somebody an account's giver."""


def begin(
    session: Session,
    person: User,
    roles: Iterable[str],
    by: By,
    *,
    wait: timedelta,
    now: datetime,
) -> None:
    """Let the roles that somebody was just given wait until they count for governments."""
    given = frozenset(roles) & ANNOUNCED_ROLES
    if not given:
        return
    before = now + wait - timedelta.resolution
    counts_from = _from_when(session, person, wait=wait, now=now, by_then=before)
    if StaffRole.ADMIN in given:
        person.confirms_from = counts_from
    stands = StaffRole.REVIEWER in person.role_names - given
    if StaffRole.REVIEWER in given or (StaffRole.EDITOR in given and not stands):
        person.governments_from = counts_from


def _from_when(
    session: Session, person: User, *, wait: timedelta, now: datetime, by_then: datetime
) -> datetime:
    """Return when a role counts by itself: once its wait is over, or never where somebody else
    could confirm it by a moment. Who waits for a confirmation themselves could, if anybody can give
    them that: else an administrator would gain by leaving a colleague unconfirmed."""
    has_confirmer = wait and any(
        member.confirms(by_then) or confirmers(session, member, now=by_then)
        for member in _others(session, person, now=by_then)
    )
    return UNCONFIRMED if has_confirmer else now + wait


def confirmers(session: Session, person: User, *, now: datetime) -> list[User]:
    """Return who can confirm somebody's roles: active administrators whose own role counts, but
    neither the person nor who ever gave them a role, nor another account of one of these."""
    return [member for member in _others(session, person, now=now) if member.confirms(now)]


def _others(session: Session, person: User, *, now: datetime) -> list[User]:
    """Return active administrators who neither are somebody, nor ever gave them a role, nor are
    another account of one of these; whether their own role counts or not."""
    ids = {person.id} | givers(session, person, now=now)
    others = queries.active_admins(session) - ids
    people = session.scalars(select(User).where(User.id.in_(ids))).unique().all()
    rows = session.scalars(select(User).where(User.id.in_(others)).order_by(User.id)).unique()
    return [member for member in rows if not _is_one_of(member, people)]


def _is_one_of(account: User, people: Iterable[User]) -> bool:
    return any(is_same(account, person) for is_same in SAME_PERSON for person in people)


def givers(session: Session, person: User, *, now: datetime) -> frozenset[int]:
    """Return who ever gave somebody a role, invited them or let them in again, as the log has it;
    and who did so for a giver whose own role does not count yet, who speaks for nobody but them."""
    session.flush()
    giver_ids: set[int] = set()
    ids = {person.id}
    while ids:
        by = session.scalars(
            select(StaffEvent.by_id).where(
                StaffEvent.staff_id.in_(ids),
                StaffEvent.action.in_(GIVING_ACTIONS),
                StaffEvent.by_id.is_not(None),
            )
        )
        new = {giver for giver in by if giver is not None} - giver_ids
        giver_ids |= new
        people = session.scalars(select(User).where(User.id.in_(new))).unique()
        ids = {giver.id for giver in people if not giver.confirms(now)}
    return frozenset(giver_ids)


def confirm(session: Session, vault: Vault, person: User, by: By, *, now: datetime) -> None:
    """Agree that somebody has their roles. Raises RuleBroken for staff who may not, or when these
    count already."""
    if not waits(person, now=now):
        raise RuleBroken("Nothing of %(name)s waits to be confirmed.", name=person.shown)
    if by.staff_id == person.id:
        raise RuleBroken("Nobody confirms their own role. Ask another administrator.")
    if by.staff_id in givers(session, person, now=now):
        raise RuleBroken("You gave this role. Another administrator must confirm it.")
    if by.staff_id not in {confirmer.id for confirmer in confirmers(session, person, now=now)}:
        raise RuleBroken(
            "You are a new administrator yourself, or your account has the same mailbox as theirs"
            " or their inviter’s, so you cannot confirm them."
        )
    if DECIDES & person.role_names:
        person.governments_from = now
    if StaffRole.ADMIN in person.role_names:
        person.confirms_from = now
    record(session, StaffAction.ROLE_CONFIRMED, person, by, now=now)
    tell(session, vault, person, StaffAction.ROLE_CONFIRMED, now=now)


def waits(person: User, *, now: datetime) -> bool:
    """Return whether a role of an active account does not count yet."""
    decides = bool(DECIDES & person.role_names) and not person.approves_governments(now)
    admin = StaffRole.ADMIN in person.role_names and not person.confirms(now)
    return bool(person.active or person.password is None) and (decides or admin)


def after_leaving(session: Session, *, wait: timedelta, now: datetime) -> None:
    """Let what waits for an administrator's word wait for time instead, if nobody is left who
    could give it: from now on, so that nobody gains by sending a colleague away."""
    session.flush()
    waiting = select(User).where(
        or_(User.governments_from == UNCONFIRMED, User.confirms_from == UNCONFIRMED)
    )
    for person in session.scalars(waiting.order_by(User.id)).unique().all():
        counts_from = _from_when(session, person, wait=wait, now=now, by_then=now + wait)
        if person.governments_from == UNCONFIRMED:
            person.governments_from = counts_from
        if person.confirms_from == UNCONFIRMED:
            person.confirms_from = counts_from


def announce(
    session: Session,
    vault: Vault,
    person: User,
    what: StaffAction,
    roles: Iterable[str],
    by: By,
    *,
    now: datetime,
) -> None:
    """Tell all other active staff that somebody got or lost a role that matters to governments."""
    roles_told = sorted(frozenset(roles) & ANNOUNCED_ROLES)
    if not roles_told:
        return
    giver = session.get(User, by.staff_id) if by.staff_id is not None else None
    until = person.governments_from if DECIDES & set(roles_told) else person.confirms_from
    for member in queries.everybody(session):
        if not member.active or member.id in (person.id, by.staff_id):
            continue
        outbox.queue(
            session,
            vault,
            template="role_notice",
            to=member.email,
            context={
                "name": member.shown,
                "person": person.shown,
                "address": person.email,
                "person_id": person.id,
                "what": what.value,
                "roles": roles_told,
                "by": giver.shown if giver else by.cites,
                "unconfirmed": until == UNCONFIRMED,
                "day": until.date().isoformat() if until and until > now else "",
            },
            now=now,
        )
