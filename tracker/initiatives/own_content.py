"""The mark of a database whose content is another coalition's own, and not the shipped one.

`flask seed` brings campaigns, initiatives and the published record of support only into a database
that is not marked as somebody's own; States and their names it brings into every one.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.core.orm import Base, UtcDateTime, has_rows
from tracker.initiatives.models import Campaign


class OwnContent(Base):
    """The mark that the shipped content does not belong here: one row, or none."""

    __tablename__ = "own_content"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    since: Mapped[datetime] = mapped_column(UtcDateTime)


def is_own(session: Session) -> bool:
    """Return whether the content here is a coalition's own."""
    return session.get(OwnContent, 1) is not None


def has_shipped(session: Session) -> bool:
    """Return whether any of the shipped campaigns is here."""
    return has_rows(session, Campaign.seed_key.is_not(None))


def mark(session: Session, *, now: datetime) -> None:
    """Keep the shipped content out from now on. Safe to repeat."""
    if not is_own(session):
        session.add(OwnContent(id=1, since=now))
        session.flush()
