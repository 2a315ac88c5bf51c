"""Published lists that staff import: the run, its rows, and the meaning of columns seen before."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import JSON, ForeignKey, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.core.orm import Base, BigId, Choice, Id, UtcDateTime, partial_index
from tracker.imports.days import Order
from tracker.initiatives.models import Initiative
from tracker.ledger.models import DatePrecision
from tracker.supporters.models import SupporterKind


class RunState(StrEnum):
    """The state of an import. The worker moves those that are read, applied or taken back."""

    READING = "reading"
    PLANNED = "planned"
    APPLYING = "applying"
    APPEARING = "appearing"
    """All rows are staged; batch by batch they become entries that await review."""
    APPLIED = "applied"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"
    UNDOING = "undoing"
    UNDONE = "undone"
    REFUSED = "refused"


AT_WORK = (
    RunState.READING,
    RunState.APPLYING,
    RunState.APPEARING,
    RunState.CANCELLING,
    RunState.UNDOING,
)
_AT_WORK = "state IN ('appearing', 'applying', 'cancelling', 'reading', 'undoing')"
_DUE = "outcome = 'added' AND endorsement_id IS NULL"


class Outcome(StrEnum):
    """The outcome that a row would have."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    CONFLICTING = "conflicting"
    UNREADABLE = "unreadable"


NEWS = (Outcome.ADDED, Outcome.CHANGED)
"""Outcomes that a list brings before reviewers when it is applied."""


class ImportRun(Base):
    """One published list, as one member of staff brings it in."""

    __tablename__ = "import_runs"
    __table_args__ = (partial_index("ix_import_runs_at_work", "id", where=_AT_WORK),)

    id: Mapped[Id] = mapped_column(init=False)
    initiative_id: Mapped[int] = mapped_column(BigId, ForeignKey("initiatives.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    kind: Mapped[SupporterKind] = mapped_column(Choice(SupporterKind))
    source: Mapped[str] = mapped_column(Text)
    """The list's publisher, title and place, as a citation reads."""
    file_name: Mapped[str] = mapped_column(String(160))
    file_sha256: Mapped[str] = mapped_column(String(64))
    mapping: Mapped[dict[str, str]] = mapped_column(JSON)
    """``{"column": "field"}``."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    list_date: Mapped[date | None] = mapped_column(default=None)
    """The day of the list itself: whoever is on it had joined by then."""
    published_total: Mapped[int | None] = mapped_column(default=None)
    """The number that the list says it names, to set beside the number read."""
    date_order: Mapped[Order | None] = mapped_column(Choice(Order), default=None)
    answers: Mapped[dict[str, str]] = mapped_column(JSON, default_factory=dict)
    """The State that staff said is meant by a name that fits several: ``{"korea": "KOR"}``."""
    state: Mapped[RunState] = mapped_column(Choice(RunState), default=RunState.READING)
    problem: Mapped[str] = mapped_column(Text, default="")
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    applied_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    """The account that put its rows before reviewers: their recorder as well as `staff_id`."""
    appeared_line: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    """The line up to which its rows are before reviewers."""
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    instrument_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("instruments.id"), default=None
    )

    initiative: Mapped[Initiative] = relationship(init=False)


class ImportRow(Base):
    """One line of a list: what it says, what it would do, and what became of it."""

    __tablename__ = "import_rows"
    __table_args__ = (partial_index("ix_import_rows_due", "run_id", "line", where=_DUE),)

    run_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("import_runs.id"), primary_key=True, autoincrement=False
    )
    line: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    value: Mapped[str] = mapped_column(String(300))
    """The State or organisation as the list names it."""
    outcome: Mapped[Outcome] = mapped_column(Choice(Outcome))
    reason: Mapped[str] = mapped_column(Text, default="")
    choices: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True), default=None)
    """The States that the name fits, when it fits several."""
    state_iso3: Mapped[str | None] = mapped_column(String(3), default=None)
    name_key: Mapped[str] = mapped_column(String(200), default="")
    domain: Mapped[str | None] = mapped_column(String(253), default=None)
    website: Mapped[str | None] = mapped_column(String(300), default=None)
    country: Mapped[str | None] = mapped_column(String(2), default=None)
    effective_on: Mapped[date | None] = mapped_column(default=None)
    effective_precision: Mapped[DatePrecision | None] = mapped_column(
        Choice(DatePrecision), default=None
    )
    supporter_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("supporters.id"), default=None
    )
    supporter_made: Mapped[bool] = mapped_column(default=False)
    standing_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("endorsements.id"), default=None
    )
    """The entry that is here already."""
    endorsement_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("endorsements.id"), default=None
    )
    """The entry that this row became."""
    undone: Mapped[bool] = mapped_column(default=False)


class ImportMapping(Base):
    """The meaning that the columns of a list with these headers had last time."""

    __tablename__ = "import_mappings"

    headers_digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    mapping: Mapped[dict[str, str]] = mapped_column(JSON)
