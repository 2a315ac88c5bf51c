"""Queries of decisions in bulk and their rows."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session, contains_eager

from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.review.models import Bulk, BulkRow
from tracker.supporters.models import SupporterKind

PAGE = 100
"""Rows of a bulk on a page."""
BULKS = 50
"""Decisions in bulk that are listed, the newest."""


def bulks(session: Session) -> Sequence[Bulk]:
    """Return the newest decisions in bulk; the steps of sweeps stand with those."""
    alone = select(Bulk).where(Bulk.sweep_id.is_(None))
    return session.scalars(alone.order_by(Bulk.id.desc()).limit(BULKS)).all()


def rows(
    session: Session, bulk_id: int, *, after: int = 0, limit: int = PAGE
) -> Sequence[Row[BulkRow, Endorsement]]:
    """Return the rows of a bulk with their entries, after an entry's id."""
    return session.execute(
        select(BulkRow, Endorsement)
        .join(Endorsement, Endorsement.id == BulkRow.endorsement_id)
        .join(Endorsement.supporter)
        .join(Endorsement.initiative)
        .options(contains_eager(Endorsement.supporter), contains_eager(Endorsement.initiative))
        .where(BulkRow.bulk_id == bulk_id, BulkRow.endorsement_id > after)
        .order_by(BulkRow.endorsement_id)
        .limit(limit)
    ).all()


def kinds(session: Session, bulk_id: int) -> Sequence[Row[SupporterKind, Status, int]]:
    """Return how many of a bulk's entries are of which kind and, by now, of which status."""
    return session.execute(
        select(Endorsement.kind, Endorsement.status, func.count())
        .join(BulkRow, BulkRow.endorsement_id == Endorsement.id)
        .where(BulkRow.bulk_id == bulk_id)
        .group_by(Endorsement.kind, Endorsement.status)
        .order_by(Endorsement.kind, Endorsement.status)
    ).all()
