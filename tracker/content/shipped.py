"""What the shipped record says of rows that editors changed, kept until an editor chooses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.content import queries, writing
from tracker.content.kinds import KINDS
from tracker.content.models import ContentItem, ContentKind
from tracker.core.seeding import Offer


def note(session: Session, offers: Sequence[Offer], *, now: datetime) -> None:
    """Keep what a seed left alone, and forget what the files do not say any more."""
    wanted: set[int] = set()
    for offer in offers:
        if offer.table not in set(ContentKind):
            continue
        kind = KINDS[ContentKind(offer.table)]
        row = session.scalars(select(kind.model).where(kind.model.seed_key == offer.key)).one()
        item = writing.ensure_item(session, queries.of_row(session, kind.kind, row), now=now)
        said = {
            field.name: field.from_row(offer.values[field.name])
            for field in kind.fields
            if field.name in offer.values
        }
        item.shipped, item.shipped_digest = said, offer.digest
        wanted.add(item.id)
    for item in session.scalars(select(ContentItem).where(ContentItem.shipped.is_not(None))):
        if item.id not in wanted:
            item.shipped, item.shipped_digest = None, None
