"""Reading staff accounts."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from tracker.accounts.models import User


def everybody(session: Session) -> Sequence[User]:
    """All staff with their roles, by address."""
    return (
        session.scalars(select(User).order_by(User.email).options(selectinload(User.roles)))
        .unique()
        .all()
    )


def by_name(session: Session, name: str) -> Sequence[User]:
    """Staff of this name, whatever its capitals."""
    return (
        session.scalars(select(User).where(func.lower(User.name) == name.strip().lower()))
        .unique()
        .all()
    )


def by_email(session: Session, email: str) -> User | None:
    """A member of staff by address, whatever its capitals."""
    return (
        session.scalars(select(User).where(func.lower(User.email) == email.strip().lower()))
        .unique()
        .first()
    )
