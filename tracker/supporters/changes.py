"""Events of supporters in the world: a new name, an end, a mandate, a succession.

None of it is support, so none of it is in the ledger; where support ends with it, the endorsements
say so themselves, each by its own decision.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.core.dates import DatePrecision
from tracker.core.orm import Base, BigId, Choice, Id, Seeded, UtcDateTime, partial_index
from tracker.supporters.models import Supporter, SupporterKind


class ChangeKind(StrEnum):
    RENAMED = "renamed"
    DISSOLVED = "dissolved"
    MERGED_INTO = "merged_into"
    """An organisation ended by becoming a part of another, which inherits no endorsement."""
    MANDATE_ENDED = "mandate_ended"
    MANDATE_BEGAN = "mandate_began"
    SUCCEEDED = "succeeded"
    """A State was succeeded by another, wholly or in part; nothing is inferred for either."""
    REGROUPED = "regrouped"
    """A State moved to another regional group."""
    CORRECTED = "corrected"
    """The data files say something else of a State: only ever proposed. Nothing has happened in
    the world, so it leaves no `SupporterChange`."""


ENDINGS = (ChangeKind.DISSOLVED, ChangeKind.MERGED_INTO)
"""After these an organisation is no more."""
MANDATES = (ChangeKind.MANDATE_ENDED, ChangeKind.MANDATE_BEGAN)
MAY_HAPPEN: dict[SupporterKind, tuple[ChangeKind, ...]] = {
    SupporterKind.GOVERNMENT: (
        ChangeKind.RENAMED,
        ChangeKind.REGROUPED,
        ChangeKind.SUCCEEDED,
    ),
    SupporterKind.ORGANISATION: (ChangeKind.RENAMED, *ENDINGS),
    SupporterKind.PARLIAMENTARIAN: MANDATES,
    SupporterKind.INDIVIDUAL: (),
}
"""Events that can happen to each kind; the database has the same rule."""


class SupporterChange(Base):
    """One thing that happened, on which day, and on whose word.

    The database refuses to change or delete a row, except those of a person who was erased. What
    was recorded in error is taken back by a later row of the same kind that `undoes` it.
    """

    __tablename__ = "supporter_changes"
    __table_args__ = (
        CheckConstraint("source <> ''", name="has_a_source"),
        CheckConstraint("(staff_id IS NULL) = (cites <> '')", name="recorded_by_someone"),
        CheckConstraint(
            "(kind IN ('merged_into', 'succeeded')) = (successor_id IS NOT NULL)",
            name="successor_named",
        ),
        CheckConstraint("successor_id <> supporter_id", name="succeeded_by_another"),
        CheckConstraint("(kind = 'renamed') = (former_key <> '')", name="former_name_kept"),
        partial_index(
            "ix_supporter_changes_former_key",
            "former_key",
            where="kind = 'renamed'",
        ),
    )

    id: Mapped[Id] = mapped_column(init=False)
    supporter_id: Mapped[int] = mapped_column(BigId, ForeignKey("supporters.id"), index=True)
    kind: Mapped[ChangeKind] = mapped_column(Choice(ChangeKind))
    happened_on: Mapped[date]
    precision: Mapped[DatePrecision] = mapped_column(Choice(DatePrecision))
    source: Mapped[str] = mapped_column(Text)
    """As a citation reads; of a correction, what shows that it was an error."""
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    difference: Mapped[dict[str, Any]] = mapped_column(JSON)
    """The changed fields of the supporter: ``{"name": [before, after]}``, days as ISO 8601."""
    former_key: Mapped[str] = mapped_column(String(200), default="")
    """The name before a renaming, folded as `Supporter.name_key` is."""
    successor_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("supporters.id"), index=True, default=None
    )
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    seconder_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    """The person who agreed to it, of a State: never who recorded it (a trigger)."""
    cites: Mapped[str] = mapped_column(String(300), default="")
    """The source of what no member of staff recorded."""
    undoes_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("supporter_changes.id"), unique=True, default=None
    )

    supporter: Mapped[Supporter] = relationship(init=False, foreign_keys=[supporter_id])
    successor: Mapped[Supporter | None] = relationship(init=False, foreign_keys=[successor_id])

    @property
    def before(self) -> str:
        """The name before a renaming."""
        return str(self.difference.get("name", ["", ""])[0])

    @property
    def after(self) -> str:
        """The name after a renaming."""
        return str(self.difference.get("name", ["", ""])[1])


class StateNamePeriod(Seeded, Base):
    """A name that a State had before its present one (`StateName`), in one language."""

    __tablename__ = "state_name_periods"
    __table_args__ = (
        CheckConstraint("source <> ''", name="has_a_source"),
        CheckConstraint("held_from < held_until", name="in_order"),
    )

    id: Mapped[Id] = mapped_column(init=False)
    iso3: Mapped[str] = mapped_column(ForeignKey("states.iso3"), index=True)
    language: Mapped[str] = mapped_column(String(2))
    short_name: Mapped[str] = mapped_column(String(120))
    source: Mapped[str] = mapped_column(Text)
    formal_name: Mapped[str] = mapped_column(String(160), default="")
    article: Mapped[str] = mapped_column(String(8), default="")
    held_from: Mapped[date | None] = mapped_column(default=None)
    held_until: Mapped[date | None] = mapped_column(default=None)
    """The day from which another name holds; none when it is only known that it is no more."""
    change_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("supporter_changes.id"), index=True, default=None
    )
    """The renaming that ended it, if it was recorded here."""

    change: Mapped[SupporterChange | None] = relationship(init=False)
