"""A State's own declarations with its endorsements: how it explains or understands its support.

Nothing is counted by them. Each is recorded for good, and so is its withdrawal: the declaration
stays, and says since when it is withdrawn.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from tracker.core.dates import latest_day, refuse_before_founding
from tracker.core.errors import NotFound, RuleBroken
from tracker.core.orm import Base, BigId, Id, UtcDateTime, partial_index
from tracker.endorsements import engine
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.lifecycle import PUBLIC, Action, Actor
from tracker.endorsements.models import Endorsement
from tracker.supporters.models import SupporterKind

if TYPE_CHECKING:
    from tracker.endorsements.evidence.models import Instrument

MAX_LENGTH = 10_000


class Declaration(Base):
    """A declaration as its text has it, or the withdrawal of one.

    The database refuses to change or delete either, or to write one that two people have not
    agreed on.
    """

    __tablename__ = "declarations"
    __table_args__ = (
        CheckConstraint("withdraws_id IS NOT NULL OR text <> ''", name="declares_something"),
        CheckConstraint(
            "(language = '' AND withdraws_id IS NOT NULL)"
            " OR (length(language) = 2 AND language = lower(language))",
            name="language_of_two_letters",
        ),
        partial_index(
            "uq_declarations_withdraws_id",
            "withdraws_id",
            where="withdraws_id IS NOT NULL",
            unique=True,
        ),
    )

    id: Mapped[Id] = mapped_column(init=False)
    endorsement_id: Mapped[int] = mapped_column(BigId, ForeignKey("endorsements.id"), index=True)
    instrument_id: Mapped[int] = mapped_column(BigId, ForeignKey("instruments.id"))
    """The text in which it was made."""
    change_id: Mapped[int] = mapped_column(ForeignKey("proposed_changes.id"), unique=True)
    """The proposal that a second reviewer agreed to, or the row of the published record."""
    declared_on: Mapped[date]
    """The day on which it was made; of a withdrawal, from which it holds no more."""
    text: Mapped[str] = mapped_column(Text)
    """The State's own words; of a withdrawal, those that withdraw it, if any are kept."""
    language: Mapped[str] = mapped_column(String(2))
    """The language of these words (ISO 639-1)."""
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdraws_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("declarations.id"), default=None
    )

    instrument: Mapped[Instrument] = relationship(init=False)


@dataclass(frozen=True, kw_only=True)
class Declared:
    """A declaration, and its withdrawal if there is one."""

    declaration: Declaration
    withdrawal: Declaration | None = None

    @property
    def in_force(self) -> bool:
        return self.withdrawal is None

    @property
    def withdrawn_on(self) -> date | None:
        return self.withdrawal.declared_on if self.withdrawal else None


def by_entry(
    session: Session,
    entry_ids: Collection[int] | None = None,
    *,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> dict[int, list[Declared]]:
    """Return the declarations made with entries, oldest first, by entry: with all of them unless
    some are asked for. On a day, those made by then and what was withdrawn by then; as known at an
    instant, what was recorded by then."""
    query = (
        select(Declaration)
        .options(joinedload(Declaration.instrument))
        .order_by(Declaration.declared_on, Declaration.id)
    )
    if entry_ids is not None:
        query = query.where(Declaration.endorsement_id.in_(entry_ids))
    if as_of is not None:
        query = query.where(Declaration.declared_on <= as_of)
    if known_at is not None:
        query = query.where(Declaration.recorded_at <= known_at)
    rows = session.scalars(query).all()
    withdrawals = {row.withdraws_id: row for row in rows if row.withdraws_id is not None}
    declared: dict[int, list[Declared]] = {}
    for row in rows:
        if row.withdraws_id is None:
            declared.setdefault(row.endorsement_id, []).append(
                Declared(declaration=row, withdrawal=withdrawals.get(row.id))
            )
    return declared


def with_one_in_force(declared: Mapping[int, Sequence[Declared]]) -> frozenset[int]:
    """Return the entries of which a declaration holds."""
    return frozenset(
        entry_id
        for entry_id, theirs in declared.items()
        if any(declaration.in_force for declaration in theirs)
    )


def leading(declared: Sequence[Declared]) -> Declared | None:
    """Return the declaration that a row has room for: the newest that holds, else the newest."""
    holding = (declaration for declaration in reversed(declared) if declaration.in_force)
    return next(holding, declared[-1] if declared else None)


def of_entry(session: Session, endorsement: Endorsement, declaration_id: int) -> Declared:
    """Return one declaration of an entry, withdrawn or not. Raises NotFound."""
    for declared in by_entry(session, [endorsement.id]).get(endorsement.id, ()):
        if declared.declaration.id == declaration_id:
            return declared
    raise NotFound("This entry has no declaration of that number.")


def may_have_one(endorsement: Endorsement) -> bool:
    """Return whether a declaration can be recorded with an entry: a government's that was
    verified."""
    return (
        endorsement.kind is SupporterKind.GOVERNMENT
        and endorsement.verified_at is not None
        and endorsement.status in PUBLIC
    )


def check(endorsement: Endorsement, on: date, *, withdraws: Declared | None, now: datetime) -> None:
    """Refuse what cannot be recorded of a declaration. Raises RuleBroken."""
    if not may_have_one(endorsement):
        raise RuleBroken("A declaration stands with a verified entry of a government.")
    if on > latest_day(now):
        raise RuleBroken("A declaration is not made or withdrawn on a day that is still to come.")
    refuse_before_founding(on)
    if withdraws is None:
        return
    if not withdraws.in_force:
        raise RuleBroken("This declaration is withdrawn already.")
    if on < withdraws.declaration.declared_on:
        raise RuleBroken("A declaration cannot be withdrawn before it was made.")


def record(
    session: Session,
    endorsement: Endorsement,
    by: Actor,
    change: ProposedChange,
    *,
    now: datetime,
) -> Declaration:
    """Write a declaration, or the withdrawal of one, as two people agreed. Raises as `check`
    does."""
    details, on = change.details or {}, change.effective_on
    if on is None or change.instrument_id is None:
        raise RuleBroken("This change does not say from which day it holds. Drop it.")
    withdraws_id = details.get("declaration")
    withdraws = of_entry(session, endorsement, withdraws_id) if withdraws_id else None
    check(endorsement, on, withdraws=withdraws, now=now)
    declaration = Declaration(
        endorsement_id=endorsement.id,
        instrument_id=change.instrument_id,
        change_id=change.id,
        declared_on=on,
        text=details.get("text", ""),
        language=details.get("language", ""),
        recorded_at=now,
        withdraws_id=withdraws_id,
    )
    session.add(declaration)
    session.flush()
    field = "declaration_withdrawn" if withdraws else "declared"
    engine.decide(
        session,
        endorsement,
        Action.DECLARE,
        by,
        now=now,
        source=endorsement.status,
        target=endorsement.status,
        words=change.words,
        difference={field: ["", on.isoformat()]},
    )
    return declaration
