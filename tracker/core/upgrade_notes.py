"""Findings of an upgrade of the database that it could not settle by itself, for staff to read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import JSON, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.core.orm import Base, Id, UtcDateTime


class UpgradeNote(Base):
    """One kind of thing that one migration found. It names rows by their numbers alone."""

    __tablename__ = "upgrade_notes"

    id: Mapped[Id] = mapped_column(init=False)
    revision: Mapped[str] = mapped_column(String(8))
    noted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    found: Mapped[str] = mapped_column(String(40))
    """The finding, by its name in the migration."""
    rows: Mapped[list[list[int]]] = mapped_column(JSON)
    """The numbers of the rows that belong together."""


def every(session: Session) -> Sequence[UpgradeNote]:
    """All notes, the latest first."""
    return session.scalars(select(UpgradeNote).order_by(UpgradeNote.id.desc())).all()
