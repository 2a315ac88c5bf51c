"""The tables of reviewers' work: claims, hand-over, saved filters, decisions in bulk, digests,
look-alikes, and the record of personal reads."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from tracker.core.orm import Base, BigId, Choice, Id, UtcDateTime, partial_index
from tracker.endorsements.lifecycle import Action, ReasonCode, Status
from tracker.supporters.models import SupporterKind


class Claim(Base):
    """A reviewer's claim on the entry that they look at just now."""

    __tablename__ = "claims"

    endorsement_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("endorsements.id"), primary_key=True, autoincrement=False
    )
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    claimed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Handover(Base):
    """A government that a first approver gave to a colleague for the second approval."""

    __tablename__ = "handovers"
    __table_args__ = (CheckConstraint("to_id <> by_id", name="to_somebody_else"),)

    endorsement_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("endorsements.id"), primary_key=True, autoincrement=False
    )
    to_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    handed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class SavedFilter(Base):
    """A part of the queue that a member of staff returns to."""

    __tablename__ = "saved_filters"
    __table_args__ = (UniqueConstraint("staff_id", "name"),)

    id: Mapped[Id] = mapped_column(init=False)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    name: Mapped[str] = mapped_column(String(60))
    kind: Mapped[SupporterKind | None] = mapped_column(Choice(SupporterKind), default=None)
    initiative: Mapped[str | None] = mapped_column(String(60), default=None)
    status: Mapped[Status | None] = mapped_column(Choice(Status), default=None)


class StaffDigest(Base):
    """The digest that a member of staff had on a day."""

    __tablename__ = "staff_digests"

    staff_id: Mapped[int] = mapped_column(
        ForeignKey("staff.id"), primary_key=True, autoincrement=False
    )
    day: Mapped[date] = mapped_column(primary_key=True)


class BulkState(StrEnum):
    PREVIEW = "preview"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    UNDOING = "undoing"
    UNDONE = "undone"


class Sweep(Base):
    """A search through what came in by the sign-up form, and the rows that it found.

    Each step taken with these rows (suspend, restore, invalidate) is a `Bulk`.
    """

    __tablename__ = "sweeps"

    id: Mapped[Id] = mapped_column(init=False)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    query: Mapped[dict[str, str]] = mapped_column(JSON)
    """The search, as `sweeps.Query.kept` writes it."""

    @property
    def reference(self) -> str:
        """The name that staff use: "S-000012"."""
        return f"S-{self.id:06d}"


class Bulk(Base):
    """One decision about many entries, each row of it listed before it starts."""

    __tablename__ = "bulks"
    __table_args__ = (
        CheckConstraint(
            "state = 'preview' OR (action IS NOT NULL AND started_at IS NOT NULL)",
            name="started_with_an_action",
        ),
        partial_index(
            "ix_bulks_at_work",
            "id",
            where="state IN ('running', 'undoing')",
        ),
        partial_index(
            "uq_bulks_one_step_of_a_sweep",
            "sweep_id",
            unique=True,
            where="state IN ('preview', 'running')",
        ),
        Index("ix_bulks_sweep_id", "sweep_id"),
    )

    id: Mapped[Id] = mapped_column(init=False)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[BulkState] = mapped_column(Choice(BulkState), default=BulkState.PREVIEW)
    action: Mapped[Action | None] = mapped_column(Choice(Action), default=None)
    reason: Mapped[ReasonCode | None] = mapped_column(Choice(ReasonCode), default=None)
    words: Mapped[str] = mapped_column(Text, default="")
    started_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    seconded_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    """The reviewer who agreed to a step that takes two people, such as an invalidation."""
    sweep_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("sweeps.id"), default=None)
    """The sweep of which it is a step; none for a decision about a part of the queue."""


class BulkRow(Base):
    """One entry of a bulk: as it was seen, and what was decided or why not."""

    __tablename__ = "bulk_rows"

    bulk_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("bulks.id"), primary_key=True, autoincrement=False
    )
    endorsement_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("endorsements.id"), primary_key=True, autoincrement=False
    )
    seen: Mapped[int] = mapped_column(BigId)
    """The newest decision about the entry when it was listed."""
    decision_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("decisions.id"), default=None)
    problem: Mapped[str] = mapped_column(Text, default="")
    undo_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("decisions.id"), default=None)
    """The decision that took it back."""


class NameBlock(Base):
    """One of the blocks in which an organisation's name is compared (`supporters.likeness`).

    It goes with its organisation, as when a list that is being brought in is dropped half-way.
    """

    __tablename__ = "name_blocks"

    block: Mapped[str] = mapped_column(String(260), primary_key=True)
    supporter_id: Mapped[int] = mapped_column(
        BigId,
        ForeignKey("supporters.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
        index=True,
    )


class Verdict(StrEnum):
    """The finding of staff about two look-alikes; that they are one is a merge instead."""

    DIFFERENT = "different"


class LookAlike(Base):
    """Two organisations whose names or domains resemble each other, once, in one order."""

    __tablename__ = "look_alikes"
    __table_args__ = (
        CheckConstraint("a_id < b_id", name="smaller_first"),
        CheckConstraint("score BETWEEN 0 AND 100", name="score"),
        CheckConstraint(
            "(verdict IS NULL) = (judged_by_id IS NULL)"
            " AND (verdict IS NULL) = (judged_at IS NULL)",
            name="judged_by_somebody",
        ),
        UniqueConstraint("a_id", "b_id"),
        partial_index(
            "ix_look_alikes_unjudged",
            "score",
            "id",
            where="verdict IS NULL",
        ),
    )

    id: Mapped[Id] = mapped_column(init=False)
    a_id: Mapped[int] = mapped_column(BigId, ForeignKey("supporters.id", ondelete="CASCADE"))
    b_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("supporters.id", ondelete="CASCADE"), index=True
    )
    score: Mapped[int]
    """The likeness of the names, 0 to 100, without legal forms and leading articles."""
    same_domain: Mapped[bool]
    found_at: Mapped[datetime] = mapped_column(UtcDateTime)
    verdict: Mapped[Verdict | None] = mapped_column(Choice(Verdict), default=None)
    judged_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    judged_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


class ReadKind(StrEnum):
    """The way on which a reviewer came to an individual's personal data."""

    ENTRY = "entry"
    """They asked to see the details on the entry's page."""
    ADDRESS = "address"
    """They searched for exactly this address, or for a mail domain or a network that few have;
    without an entry when nothing was found."""


class PersonalRead(Base):
    """A reviewer's look at an individual's personal data: when, and by which entry.

    It holds nothing of what was seen. The database refuses to change or delete it.
    """

    __tablename__ = "personal_reads"
    __table_args__ = (
        CheckConstraint("kind = 'address' OR endorsement_id IS NOT NULL", name="of_an_entry"),
        Index("ix_personal_reads_staff_id_at", "staff_id", "at"),
        Index("ix_personal_reads_endorsement_id_staff_id_at", "endorsement_id", "staff_id", "at"),
    )

    id: Mapped[Id] = mapped_column(init=False)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    endorsement_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("endorsements.id"))
    kind: Mapped[ReadKind] = mapped_column(Choice(ReadKind))
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
