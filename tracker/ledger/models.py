"""The public, append-only log of changes to what is counted."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from tracker.core.dates import DatePrecision as DatePrecision
from tracker.core.orm import Base, BigId, Choice, Id, UtcDateTime, partial_index
from tracker.initiatives.grades import Grade
from tracker.supporters.models import Membership, SupporterKind


class LedgerEvent(Base):
    """One change, +1 or -1, to what is counted from one effective day on.

    Request handlers append events without an index; the sequencer gives each its `position` and
    `recorded_at`, after which the database refuses to change or delete it. A correction is a pair:
    the old count taken back on its own day, the new one put on the day that is right.

    Governments and organisations are named (`state_iso3`, `supporter_id`). A person's entry holds
    the initiative, the day and a salted commitment: no name, no country, no hour.
    """

    __tablename__ = "ledger_events"
    __table_args__ = (
        CheckConstraint("delta IN (-1, 1)", name="delta"),
        CheckConstraint("(position IS NULL) = (recorded_at IS NULL)", name="sequenced_whole"),
        CheckConstraint("(kind = 'government') = (state_iso3 IS NOT NULL)", name="state_named"),
        partial_index(
            "ix_ledger_events_unsequenced",
            "id",
            where="position IS NULL",
        ),
        partial_index(
            "ix_ledger_events_named",
            "initiative_id",
            "kind",
            "effective_on",
            "endorsement_id",
            where="kind IN ('government', 'organisation')",
        ),
    )

    id: Mapped[Id] = mapped_column(init=False)
    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"))
    endorsement_id: Mapped[int] = mapped_column(BigId, ForeignKey("endorsements.id"), index=True)
    """For our own use; a person's public entry does not carry it."""
    kind: Mapped[SupporterKind] = mapped_column(Choice(SupporterKind))
    grade: Mapped[Grade] = mapped_column(Choice(Grade))
    delta: Mapped[int] = mapped_column(SmallInteger)
    effective_on: Mapped[date]
    effective_precision: Mapped[DatePrecision] = mapped_column(Choice(DatePrecision))
    cause: Mapped[str] = mapped_column(String(24))
    membership: Mapped[Membership | None] = mapped_column(Choice(Membership), default=None)
    state_iso3: Mapped[str | None] = mapped_column(ForeignKey("states.iso3"), default=None)
    supporter_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("supporters.id"), default=None
    )
    commitment: Mapped[str | None] = mapped_column(String(64), default=None)
    position: Mapped[int | None] = mapped_column(BigId, unique=True, default=None)
    """Its index in the ledger, from 0; none until the sequencer has taken it."""
    recorded_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


class Checkpoint(Base):
    """The size of the ledger after one pass of the sequencer.

    The newest one is the ledger's size. Its Merkle root and signature will stand beside it. The
    database refuses to change or delete one, and takes only a larger one that is not older and fits
    the ledger's last entry.
    """

    __tablename__ = "checkpoints"

    size: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    """The never-decreasing time of its newest entry."""
