"""The decisions about endorsements: the append-only log, and changes that take two people."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.core.orm import Base, BigId, Choice, Id, UtcDateTime, partial_index
from tracker.core.two_person_rule import Proposal
from tracker.endorsements.lifecycle import Action, ActorKind, ReasonCode, Status
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision
from tracker.supporters.models import SupporterKind

if TYPE_CHECKING:
    from tracker.endorsements.evidence.models import Instrument

CHANGES = (
    "action IN"
    " ('cite', 'correct', 'declare', 'invalidate', 'lapse', 'merge', 'redate', 'regrade',"
    " 'reinstate', 'restore', 'supersede', 'suspend', 'unmerge', 'withdraw')"
)
"""Decisions that change an entry that may be public already. A query that repeats it word for word
is answered by its index on both databases (there with the table before it)."""
PUBLISHES = "action IN ('publish', 'verify')"
"""Decisions that put an entry on the pages. Individuals verify themselves, so the database keeps
few of these; a query that repeats it word for word is answered by its index."""


class Decision(Base):
    """A decision of a reviewer, a supporter or the system: what, when and why.

    The database refuses to change or delete a decision; words that may hold personal data stand
    in `DecisionNote`, which can be erased.
    """

    __tablename__ = "decisions"
    __table_args__ = (
        CheckConstraint("(actor_kind = 'staff') = (staff_id IS NOT NULL)", name="staff_named"),
        CheckConstraint("actor_kind <> 'system' OR cites <> ''", name="system_cites"),
        partial_index(
            "ix_decisions_changes",
            "id",
            where=CHANGES,
        ),
        partial_index(
            "ix_decisions_publishes",
            "id",
            where=PUBLISHES,
        ),
        # The action stands behind the day, so that what was changed keeps to its own index.
        Index("ix_decisions_decided_at_id_action", "decided_at", "id", "action"),
        # One for each filter of the log that may find little among millions.
        partial_index(
            "ix_decisions_staff_id_decided_at_id",
            "staff_id",
            "decided_at",
            "id",
            where="staff_id IS NOT NULL",
        ),
        Index("ix_decisions_actor_kind_decided_at_id", "actor_kind", "decided_at", "id"),
        partial_index(
            "ix_decisions_reason_decided_at_id",
            "reason",
            "decided_at",
            "id",
            where="reason IS NOT NULL",
        ),
        Index(
            "ix_decisions_initiative_id_kind_decided_at_id",
            "initiative_id",
            "kind",
            "decided_at",
            "id",
        ),
    )

    id: Mapped[Id] = mapped_column(init=False)
    endorsement_id: Mapped[int] = mapped_column(BigId, ForeignKey("endorsements.id"), index=True)
    initiative_id: Mapped[int | None] = mapped_column(BigId)
    kind: Mapped[SupporterKind | None] = mapped_column(Choice(SupporterKind))
    """The entry's initiative and kind, which never change, repeated so that one index finds the
    newest of both. The database takes no decision without them; only its column may be empty,
    since SQLite adds no other to a table that has rows."""
    action: Mapped[Action] = mapped_column(Choice(Action))
    actor_kind: Mapped[ActorKind] = mapped_column(Choice(ActorKind))
    decided_at: Mapped[datetime] = mapped_column(UtcDateTime)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    from_status: Mapped[Status | None] = mapped_column(Choice(Status), default=None)
    to_status: Mapped[Status | None] = mapped_column(Choice(Status), default=None)
    reason: Mapped[ReasonCode | None] = mapped_column(Choice(ReasonCode), default=None)
    cites: Mapped[str] = mapped_column(String(300), default="")
    difference: Mapped[dict[str, Any] | None] = mapped_column(JSON, default=None)
    """For a correction of public facts: ``{"field": [before, after]}``."""

    note: Mapped[DecisionNote | None] = relationship(init=False)

    @property
    def changes_status(self) -> bool:
        statuses = (self.from_status, self.to_status)
        return None not in statuses and self.from_status is not self.to_status


class DecisionNote(Base):
    """The words beside a decision: a question, an answer, a reason. Erasable."""

    __tablename__ = "decision_notes"

    decision_id: Mapped[int] = mapped_column(BigId, ForeignKey("decisions.id"), primary_key=True)
    words: Mapped[str] = mapped_column(Text)


class InternalNote(Base):
    """A remark of staff for staff. Never public, never sent."""

    __tablename__ = "internal_notes"

    id: Mapped[Id] = mapped_column(init=False)
    endorsement_id: Mapped[int] = mapped_column(BigId, ForeignKey("endorsements.id"), index=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)
    words: Mapped[str] = mapped_column(Text)


class ProposedChange(Proposal, Base):
    """A change to a published government's entry, which a second reviewer must second.

    The published record alone may change its own entries by itself, citing file and row.
    """

    __tablename__ = "proposed_changes"
    __table_args__ = (
        CheckConstraint("(proposer_id IS NULL) = (cites <> '')", name="proposed_by_someone"),
        CheckConstraint(
            "seconder_id IS NULL OR (proposer_id IS NOT NULL AND seconder_id <> proposer_id)",
            name="two_people",
        ),
        CheckConstraint("settled_at IS NULL OR applied IS NOT NULL", name="settled_how"),
        CheckConstraint(
            "applied IS NULL OR NOT applied OR seconder_id IS NOT NULL OR cites <> ''",
            name="applied_if_seconded",
        ),
    )

    endorsement_id: Mapped[int] = mapped_column(BigId, ForeignKey("endorsements.id"), index=True)
    action: Mapped[Action] = mapped_column(Choice(Action))
    cites: Mapped[str] = mapped_column(String(300), default="")
    reason: Mapped[ReasonCode | None] = mapped_column(Choice(ReasonCode), default=None)
    words: Mapped[str] = mapped_column(Text, default="")
    grade: Mapped[Grade | None] = mapped_column(Choice(Grade), default=None)
    effective_on: Mapped[date | None] = mapped_column(default=None)
    effective_precision: Mapped[DatePrecision | None] = mapped_column(
        Choice(DatePrecision), default=None
    )
    instrument_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("instruments.id"), default=None
    )
    """The text on which it rests; a grade of `endorsed` needs one."""
    details: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True), default=None)
    """A change of evidence (`cite`): ``{"do": "add" | "change" | "remove", "evidence": id or null,
    "page": …, "quote": …}``; or a declaration (`declare`): ``{"do": "declare" | "withdraw",
    "declaration": id or null, "text": …, "language": …}``."""
    brought_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    """The account that brought in the list on which it rests, where somebody else applied that."""

    instrument: Mapped[Instrument | None] = relationship(init=False)


class ProposedEdit(Proposal, Base):
    """A change of a text on which a verified government rests: a second reviewer must agree."""

    __tablename__ = "proposed_edits"
    __table_args__ = (
        CheckConstraint("seconder_id IS NULL OR seconder_id <> proposer_id", name="two_people"),
        CheckConstraint("(settled_at IS NULL) = (applied IS NULL)", name="settled_how"),
        CheckConstraint(
            "applied IS NULL OR NOT applied OR seconder_id IS NOT NULL", name="applied_if_seconded"
        ),
    )

    instrument_id: Mapped[int] = mapped_column(BigId, ForeignKey("instruments.id"), index=True)
    revision: Mapped[int]
    """The revision that its proposer saw: once the text is another, it lapses."""
    proposer_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    wanted: Mapped[dict[str, Any]] = mapped_column(JSON)
    """The fields that are to be otherwise; or, for a file, its columns."""
    is_file: Mapped[bool] = mapped_column(default=False)
    words: Mapped[str] = mapped_column(Text, default="")
