"""Queries of challenges."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from tracker.challenges.models import Challenge
from tracker.core.errors import NotFound
from tracker.endorsements.models import Endorsement

PAGE = 50
_OPEN = (Challenge.confirmed_at.is_not(None), Challenge.settled_at.is_(None))


def challenge(session: Session, challenge_id: int) -> Challenge:
    """Return one challenge with its entry. Raises NotFound."""
    challenge = unless_deleted(session, challenge_id)
    if challenge is None:
        raise NotFound("There is no report of that number.")
    return challenge


def unless_deleted(session: Session, challenge_id: int) -> Challenge | None:
    """Return one challenge with its entry; none once it is deleted."""
    return session.scalars(
        select(Challenge).where(Challenge.id == challenge_id).options(*_WITH_ENTRY)
    ).first()


def waiting(session: Session, *, after: int = 0, limit: int = PAGE) -> list[Challenge]:
    """Return confirmed challenges that nobody has settled, oldest first, after an id."""
    return list(
        session.scalars(
            select(Challenge)
            .where(*_OPEN, Challenge.id > after)
            .order_by(Challenge.id)
            .limit(limit)
            .options(*_WITH_ENTRY)
        )
    )


def count_waiting(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Challenge).where(*_OPEN)) or 0


def of_entry(session: Session, endorsement_id: int) -> list[Challenge]:
    """Return every confirmed challenge of an entry, newest first."""
    return list(
        session.scalars(
            select(Challenge)
            .where(Challenge.endorsement_id == endorsement_id, Challenge.confirmed_at.is_not(None))
            .order_by(Challenge.id.desc())
        )
    )


_WITH_ENTRY = (
    joinedload(Challenge.endorsement).joinedload(Endorsement.supporter),
    joinedload(Challenge.endorsement).joinedload(Endorsement.initiative),
)
