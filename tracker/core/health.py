"""The worker's heartbeat and what inspections found: what `/readyz` looks at."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.core.orm import Base, UtcDateTime


class Heartbeat(Base):
    """The moment when a process of a name was last alive."""

    __tablename__ = "heartbeats"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)


def beat(session: Session, name: str, *, now: datetime) -> None:
    """Note that a process is alive."""
    session.merge(Heartbeat(name=name, seen_at=now))


class Inspection(Base):
    """The newest look of a kind, and what it found wrong: nothing, most of the time."""

    __tablename__ = "inspections"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    inspected_at: Mapped[datetime] = mapped_column(UtcDateTime)
    count: Mapped[int]
    """The number of things that were wrong."""
    findings: Mapped[list[str]] = mapped_column(JSON)
    """A line each, without names of people; not all of very many."""
