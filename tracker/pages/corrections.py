"""Changes to published entries, newest first, in the fixed neutral words of their histories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select, text
from sqlalchemy.orm import Session, contains_eager, joinedload

from tracker.endorsements.decisions import CHANGES, Decision
from tracker.endorsements.models import Endorsement
from tracker.endorsements.showing import HAS_A_PAGE, public

PAGE = 50


@dataclass(frozen=True)
class Correction:
    """One change, and the entry as it is now."""

    decision: Decision
    endorsement: Endorsement


def corrections(
    session: Session, *, before: int | None = None, limit: int = PAGE
) -> tuple[Sequence[Correction], int | None]:
    """Changes made after an entry was published, newest first, and where the next page begins.

    Only of entries that have a page of their own; an individual's never has.
    """
    query = (
        select(Decision, Endorsement)
        .join(Endorsement, Endorsement.id == Decision.endorsement_id)
        .join(Endorsement.supporter)
        .options(contains_eager(Endorsement.supporter), joinedload(Endorsement.initiative))
        .where(
            text(f"decisions.{CHANGES}"),
            *public(HAS_A_PAGE),
            Decision.decided_at >= Endorsement.verified_at,
        )
        .order_by(Decision.id.desc())
        .limit(limit + 1)
    )
    if before is not None:
        query = query.where(Decision.id < before)
    found = [Correction(*row) for row in session.execute(query)]
    return found[:limit], found[limit - 1].decision.id if len(found) > limit else None
