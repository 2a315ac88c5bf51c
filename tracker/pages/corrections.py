"""Changes to published entries, newest first, in the fixed neutral words of their histories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select, text
from sqlalchemy.orm import Session, contains_eager, joinedload

from tracker.endorsements.decisions import CHANGES, Decision
from tracker.endorsements.models import Endorsement
from tracker.endorsements.showing import HAS_A_PAGE, public
from tracker.supporters.changes import SupporterChange
from tracker.supporters.models import Supporter, SupporterKind

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


@dataclass(frozen=True, kw_only=True)
class Line:
    """What the page says in one line: a change of an entry, or of whoever made entries."""

    at: datetime
    supporter: Supporter
    correction: Correction | None = None
    change: SupporterChange | None = None


def of_supporters(
    session: Session, beside: Sequence[Correction], *, before: int | None, last: bool
) -> Sequence[SupporterChange]:
    """What happened to governments and organisations that have a page, as recorded in the time
    that one page of corrections spans. Nothing of persons."""
    theirs = select(Endorsement.id).where(Endorsement.supporter_id == Supporter.id, *public())
    query = (
        select(SupporterChange)
        .join(SupporterChange.supporter)
        .options(contains_eager(SupporterChange.supporter), joinedload(SupporterChange.successor))
        .where(
            or_(
                Supporter.kind == SupporterKind.GOVERNMENT,
                (Supporter.kind == SupporterKind.ORGANISATION) & theirs.exists(),
            )
        )
    )
    if before is not None:
        since = session.get(Decision, before)
        if since is None:
            return []
        query = query.where(SupporterChange.recorded_at < since.decided_at)
    if not last:
        query = query.where(SupporterChange.recorded_at >= beside[-1].decision.decided_at)
    return session.scalars(query).all()


def together(corrections: Sequence[Correction], changes: Sequence[SupporterChange]) -> list[Line]:
    """Both in one list, newest first."""
    lines = [
        Line(at=one.decision.decided_at, supporter=one.endorsement.supporter, correction=one)
        for one in corrections
    ]
    lines += [Line(at=one.recorded_at, supporter=one.supporter, change=one) for one in changes]
    return sorted(lines, key=lambda line: line.at, reverse=True)
