"""Records that were found to be one organisation's, and what their merging did to entries."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.core.orm import Base, BigId, Choice, Id, UtcDateTime, partial_index
from tracker.endorsements.models import Endorsement
from tracker.supporters.models import Supporter


class Merge(Base):
    """One record merged into another. The database lets it be undone once, and never deleted."""

    __tablename__ = "merges"
    __table_args__ = (
        CheckConstraint("kept_id <> merged_id", name="two_records"),
        CheckConstraint("(undone_at IS NULL) = (undone_by_id IS NULL)", name="undone_by_somebody"),
        partial_index(
            "uq_merges_open",
            "merged_id",
            unique=True,
            where="undone_at IS NULL",
        ),
    )

    id: Mapped[Id] = mapped_column(init=False)
    kept_id: Mapped[int] = mapped_column(BigId, ForeignKey("supporters.id"), index=True)
    merged_id: Mapped[int] = mapped_column(BigId, ForeignKey("supporters.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    merged_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(Text)
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)

    kept: Mapped[Supporter] = relationship(init=False, foreign_keys=[kept_id])
    merged: Mapped[Supporter] = relationship(init=False, foreign_keys=[merged_id])
    rows: Mapped[list[MergeRow]] = relationship(init=False, order_by="MergeRow.endorsement_id")


class Effect(StrEnum):
    """The effect of a merge on an entry. One that was superseded may have been moved too."""

    MOVED = "moved"
    SUPERSEDED = "superseded"


class MergeRow(Base):
    """One effect of a merge on one entry, so that it can be taken back exactly."""

    __tablename__ = "merge_rows"
    __table_args__ = (CheckConstraint("what IN ('moved', 'superseded')", name="what"),)

    merge_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("merges.id"), primary_key=True, autoincrement=False
    )
    endorsement_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("endorsements.id"), primary_key=True, autoincrement=False, index=True
    )
    what: Mapped[Effect] = mapped_column(Choice(Effect), primary_key=True)

    endorsement: Mapped[Endorsement] = relationship(init=False)
