"""One supporter counts once for one initiative on any day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from tracker.core.errors import RuleBroken
from tracker.endorsements.models import Endorsement
from tracker.ledger.models import LedgerEvent


def refuse_twice(session: Session, endorsement: Endorsement) -> None:
    """Nobody counts twice for one initiative on any day, whatever entries it had one after another.

    Raises RuleBroken, with the first day on which it would.
    """
    theirs = select(Endorsement.id).where(
        Endorsement.initiative_id == endorsement.initiative_id,
        Endorsement.supporter_id == endorsement.supporter_id,
    )
    day = first_day_twice(session, theirs)
    if day is not None:
        raise RuleBroken(
            "An earlier entry of this supporter counts on %(day)s already. Choose a later day.",
            day=day,
        )


def first_day_twice(session: Session, entry_ids: Select[int]) -> date | None:
    """The first day on which entries for one initiative count more than once between them."""
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
