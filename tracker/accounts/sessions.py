"""The sessions of staff: begun at sign-in, checked on each request, ended from anywhere."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.orm import Session

from tracker.accounts.events import By, record
from tracker.accounts.models import SessionEnd, StaffAction, StaffSession, User
from tracker.core.errors import NotFound
from tracker.core.orm import affected

IDLE_TIMEOUT = timedelta(hours=8)
"""A session ends when nothing was asked for so long."""
MAX_SESSION_AGE = timedelta(days=7)
"""And at the latest so long after signing in."""
LAST_USED_PRECISION = timedelta(minutes=1)
"""The precision of the time at which a session was last used."""
ENDED_SESSION_TTL = timedelta(days=30)
"""Time for which an ended session is remembered."""


def digest(token: str) -> str:
    """Return what is kept of a session's token: its SHA-256. A token has 256 random bits of its
    own."""
    return hashlib.sha256(token.encode()).hexdigest()


def begin(
    session: Session,
    person: User,
    *,
    browser: str,
    system: str,
    network: str,
    now: datetime,
) -> str:
    """Open a session; the token that only its cookie holds."""
    token = secrets.token_urlsafe(32)
    session.add(
        StaffSession(
            staff_id=person.id,
            token_digest=digest(token),
            began_at=now,
            last_seen_at=now,
            browser=browser,
            system=system,
            network=network,
        )
    )
    return token


def _alive(now: datetime) -> ColumnElement[bool]:
    return and_(
        StaffSession.ended_at.is_(None),
        StaffSession.last_seen_at > now - IDLE_TIMEOUT,
        StaffSession.began_at > now - MAX_SESSION_AGE,
    )


def opened_by(session: Session, token: str, *, now: datetime) -> StaffSession | None:
    """Return the session of a token while it is open and neither idle nor old."""
    return session.scalars(
        select(StaffSession).where(StaffSession.token_digest == digest(token), _alive(now))
    ).first()


def open_sessions(session: Session, person: User, *, now: datetime) -> Sequence[StaffSession]:
    """Return somebody's open sessions, the newest first."""
    return session.scalars(
        select(StaffSession)
        .where(StaffSession.staff_id == person.id, _alive(now))
        .order_by(StaffSession.id.desc())
    ).all()


def seen(session: Session, session_id: int, *, now: datetime) -> None:
    """Note that a session was used just now."""
    session.execute(
        update(StaffSession).where(StaffSession.id == session_id).values(last_seen_at=now)
    )


def revoke(session: Session, person: User, session_id: int, by: By, *, now: datetime) -> None:
    """End one of somebody's own sessions. Raises NotFound when it is no open one of theirs."""
    ended = _end(session, person, SessionEnd.REVOKED, now, StaffSession.id == session_id)
    if not ended:
        raise NotFound("This session has ended already.")
    record(session, StaffAction.SESSION_REVOKED, person, by, now=now, detail="one")


def revoke_others(session: Session, person: User, kept_id: int, by: By, *, now: datetime) -> int:
    """End all of somebody's sessions but one; how many ended."""
    ended = _end(session, person, SessionEnd.REVOKED, now, StaffSession.id != kept_id)
    if ended:
        record(session, StaffAction.SESSION_REVOKED, person, by, now=now, detail=str(ended))
    return ended


def sign_out(session: Session, person: User, token: str, by: By, *, now: datetime) -> None:
    """End the session of a token, as its owner asked."""
    own = StaffSession.token_digest == digest(token)
    if _end(session, person, SessionEnd.SIGNED_OUT, now, own):
        record(session, StaffAction.SIGNED_OUT, person, by, now=now)


def end_all(session: Session, person: User, *, now: datetime, but: str | None = None) -> None:
    """End every session, except that of a token, since the account is no longer what it was."""
    others = StaffSession.token_digest != digest(but) if but else StaffSession.id > 0
    _end(session, person, SessionEnd.ACCOUNT, now, others)


def forget(session: Session, *, now: datetime) -> int:
    """End what is idle or too old, and delete what is 30 days old; the number deleted."""
    session.execute(
        update(StaffSession)
        .where(
            StaffSession.ended_at.is_(None),
            or_(
                StaffSession.last_seen_at <= now - IDLE_TIMEOUT,
                StaffSession.began_at <= now - MAX_SESSION_AGE,
            ),
        )
        .values(ended_at=now, how_ended=SessionEnd.TOO_OLD)
    )
    deleted = session.execute(
        delete(StaffSession).where(
            StaffSession.ended_at.is_not(None), StaffSession.began_at < now - ENDED_SESSION_TTL
        )
    )
    return affected(deleted)


def _end(
    session: Session, person: User, how: SessionEnd, now: datetime, which: ColumnElement[bool]
) -> int:
    ended = session.execute(
        update(StaffSession)
        .where(StaffSession.staff_id == person.id, StaffSession.ended_at.is_(None), which)
        .values(ended_at=now, how_ended=how)
    )
    return affected(ended)
