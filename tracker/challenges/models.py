"""Readers' objections to public entries. A challenge changes nothing by itself."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.core.orm import Base, BigId, Choice, Id, UtcDateTime, partial_index
from tracker.endorsements.models import Endorsement


class Ground(StrEnum):
    """The ground of an objection."""

    NAME = "name"
    DATE = "date"
    GRADE = "grade"
    SOURCE = "source"
    ENDED = "ended"
    NOT_AUTHORISED = "not_authorised"
    MYSELF = "myself"
    OTHER = "other"


class Outcome(StrEnum):
    """The outcome of a challenge."""

    CHANGED = "changed"
    UNCHANGED = "unchanged"
    KNOWN = "known"


class Challenge(Base):
    """A reader's report of an error in a public entry, with a reason and a confirmed address."""

    __tablename__ = "challenges"
    __table_args__ = (
        CheckConstraint(
            "(settled_at IS NULL) = (outcome IS NULL)"
            " AND (settled_at IS NULL) = (settled_by_id IS NULL)",
            name="settled_how",
        ),
        CheckConstraint("settled_at IS NULL OR confirmed_at IS NOT NULL", name="confirmed_first"),
        partial_index(
            "ix_challenges_open", "id", where="confirmed_at IS NOT NULL AND settled_at IS NULL"
        ),
        partial_index("ix_challenges_unconfirmed", "submitted_at", where="confirmed_at IS NULL"),
    )

    id: Mapped[Id] = mapped_column(init=False)
    endorsement_id: Mapped[int] = mapped_column(BigId, ForeignKey("endorsements.id"), index=True)
    ground: Mapped[Ground] = mapped_column(Choice(Ground))
    words: Mapped[str] = mapped_column(Text)
    """The reader's words; erased with the address."""
    source: Mapped[str] = mapped_column(String(500))
    """The place where it can be read, if the reader named one."""
    email_sealed: Mapped[str | None] = mapped_column(Text)
    email_digest: Mapped[str | None] = mapped_column(String(64))
    locale: Mapped[str] = mapped_column(String(8))
    submitted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    network: Mapped[str] = mapped_column(String(32), default="", server_default=text("''"))
    """The mark of the network that it came from, until it is confirmed."""
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    outcome: Mapped[Outcome | None] = mapped_column(Choice(Outcome), default=None)
    answer: Mapped[str] = mapped_column(Text, default="")
    """The answer of staff; erased with the address."""

    endorsement: Mapped[Endorsement] = relationship(init=False)

    @property
    def reference(self) -> str:
        """The number that a reader may quote to us: "C-000123"."""
        return f"C-{self.id:06d}"
