"""One supporter counts once for one initiative on any day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from tracker.core.errors import RuleBroken
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.ledger.models import LedgerEvent


def refuse(session: Session, endorsement: Endorsement) -> None:
    """Refuse an entry whose supporter would count twice for its initiative on any day.

    Raises RuleBroken, with the first day on which it would.
    """
    entries = select(Endorsement.id).where(*_of_same(endorsement))
    day = first_overlapping_day(session, entries)
    if day is not None:
        raise RuleBroken(
            "An earlier entry of this supporter counts on %(day)s already. Choose a later day.",
            day=day,
        )


def refuse_beside_another(session: Session, endorsement: Endorsement) -> None:
    """Refuse to let an entry count again where another counts in its place by now."""
    counted = Endorsement.status.in_((Status.VERIFIED, Status.SUSPENDED))
    other = session.scalars(select(Endorsement).where(*_of_same(endorsement), counted)).first()
    if other is not None:
        raise RuleBroken(
            "%(other)s was verified since and counts for the same initiative, where %(reference)s"
            " would count again. Suspend and settle that one first.",
            other=other.reference,
            reference=endorsement.reference,
        )


def _of_same(endorsement: Endorsement) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of entries of the same supporter for the same initiative."""
    return (
        Endorsement.initiative_id == endorsement.initiative_id,
        Endorsement.supporter_id == endorsement.supporter_id,
    )


def first_overlapping_day(session: Session, entry_ids: Select[int]) -> date | None:
    """Return the first day on which entries for one initiative count more than once together."""
    session.flush()
    days = session.execute(
        select(LedgerEvent.effective_on, func.sum(LedgerEvent.delta))
        .where(LedgerEvent.endorsement_id.in_(entry_ids))
        .group_by(LedgerEvent.effective_on)
        .order_by(LedgerEvent.effective_on)
    )
    counted = 0
    for day, change in days:
        counted += change
        if counted > 1:
            return day
    return None
