"""The rule of two people: one proposes, a different one agrees, or anybody drops it; once."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, TypeVar

from sqlalchemy import ColumnElement, ForeignKey, Update, update
from sqlalchemy.orm import Mapped, MappedAsDataclass, Session, mapped_column

from tracker.core.errors import Conflict, RuleBroken
from tracker.core.orm import Id, UtcDateTime, affected
from tracker.core.words import translatable as _t


class Proposal(MappedAsDataclass, kw_only=True, eq=False, repr=False):
    """A change that waits for a second person. Each kind's table repeats the rule in its checks."""

    ITS_OWN: ClassVar[str] = _t(
        "You proposed this change. A second, different reviewer must agree to it."
    )
    SETTLED: ClassVar[str] = _t("Somebody else has settled this change already.")

    id: Mapped[Id] = mapped_column(init=False)
    proposed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    proposer_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    seconder_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    """The account that agreed or dropped it; none for a proposal that its proposer dropped."""
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    applied: Mapped[bool | None] = mapped_column(default=None)
    """True once applied, false once dropped or lapsed, none while it waits."""


AnyProposal = TypeVar("AnyProposal", bound=Proposal)


def refuse_proposer(proposal: Proposal, staff_id: int) -> None:
    """Raise RuleBroken for whoever made the proposal."""
    if proposal.proposer_id == staff_id:
        raise RuleBroken(proposal.ITS_OWN)


def agree(session: Session, proposal: Proposal, staff_id: int, *, now: datetime) -> None:
    """Settle a proposal that the caller carries out. Raises RuleBroken for its proposer, Conflict
    when it is settled already."""
    refuse_proposer(proposal, staff_id)
    _settle(session, proposal, settled_at=now, applied=True, seconder_id=staff_id)


def drop(session: Session, proposal: Proposal, staff_id: int, *, now: datetime) -> None:
    """Settle a proposal that is not carried out. Raises Conflict when it is settled already."""
    other = staff_id if staff_id != proposal.proposer_id else None
    _settle(session, proposal, settled_at=now, applied=False, seconder_id=other)


def lapse(kind: type[AnyProposal], *which: ColumnElement[bool], now: datetime) -> Update:
    """Return the statement that drops proposals of a kind without anybody's decision."""
    return (
        update(kind)
        .where(kind.settled_at.is_(None), *which)
        .values(settled_at=now, applied=False)
        .execution_options(synchronize_session=False)
    )


def _settle(session: Session, proposal: Proposal, **values: datetime | bool | int | None) -> None:
    kind = type(proposal)
    done = session.execute(
        update(kind)
        .where(kind.id == proposal.id, kind.settled_at.is_(None))
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    if affected(done) != 1:
        raise Conflict(proposal.SETTLED)
    session.refresh(proposal)
