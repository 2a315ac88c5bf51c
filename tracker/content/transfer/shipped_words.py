"""The shipped record's words on rows that editors have changed, kept until they choose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.content import queries
from tracker.content.council import services
from tracker.content.drafts import publication
from tracker.content.models import ContentItem, ContentKind, RevisionState
from tracker.content.schema.kinds import KINDS
from tracker.core.errors import Conflict
from tracker.core.seed_files import Offer
from tracker.core.words import translatable as _t
from tracker.initiatives.models import Campaign, Initiative

FROM_FILE = _t("From the shipped record.")
TAKEN_BACK = _t("The shipped record took it back.")


def note(session: Session, offers: Sequence[Offer], *, now: datetime) -> None:
    """Keep what a seed left alone, and forget what the files do not say any more."""
    wanted: set[int] = set()
    for offer in offers:
        if offer.table not in set(ContentKind):
            continue
        kind = KINDS[ContentKind(offer.table)]
        row = session.scalars(select(kind.model).where(kind.model.seed_key == offer.key)).one()
        item = publication.ensure_item(session, queries.of_row(session, row), now=now)
        content = {
            field.name: field.from_row(offer.values[field.name])
            for field in kind.fields
            if field.name in offer.values
        }
        item.shipped, item.shipped_digest = content, offer.digest
        wanted.add(item.id)
    for item in session.scalars(select(ContentItem).where(ContentItem.shipped.is_not(None))):
        if item.id not in wanted:
            item.shipped, item.shipped_digest = None, None


def hold(session: Session, held: Sequence[Offer], *, now: datetime) -> list[str]:
    """Make drafts of what a seed did not add, and return the names of the new ones.

    Nobody wrote them, so it takes two editors to publish one.
    """
    names: list[str] = []
    for offer in held:
        kind = KINDS[ContentKind(offer.table)]
        item = session.scalars(
            select(ContentItem).where(
                ContentItem.kind == kind.kind, ContentItem.seed_key == offer.key
            )
        ).first()
        if item is not None and item.seed_digest == offer.digest:
            continue
        if item is None:
            above = publication.ensure_item(session, _place(session, offer), now=now)
            item = ContentItem(kind=kind.kind, parent_id=above.id, seed_key=offer.key)
            session.add(item)
            session.flush()
        elif queries.of_item(session, item).draft is not None:
            continue
        item.seed_digest = offer.digest
        fields = {field.name: field.from_row(offer.values[field.name]) for field in kind.fields}
        content = fields | {name: offer.values[name] for name in kind.kept}
        publication.add_revision(session, item, RevisionState.DRAFT, content, None, FROM_FILE, now)
        names.append(f"{offer.table} {offer.key}")
    return names


def renew_years(session: Session, offers: Sequence[Offer], *, now: datetime) -> tuple[int, int]:
    """Make the drafts of years of the Security Council that came from the files say what these do.

    Return how many seats wait in them, and how many cannot yet, since an editor's own draft does.
    """
    due = {int(offer.key): offer for offer in offers}
    for draft in services.drafts(session):
        offer = due.get(draft.year)
        if draft.seed_digest not in (None, offer.digest if offer is not None else None):
            services.lapse(session, draft, note=TAKEN_BACK, now=now)
    waiting = blocked = 0
    for year, offer in due.items():
        try:
            waits = services.offer(
                session,
                year,
                offer.values["members"],
                source=offer.values["source"],
                digest=offer.digest,
                note=FROM_FILE,
                now=now,
            )
        except Conflict:
            blocked += offer.values["rows"]
        else:
            waiting += offer.values["rows"] if waits else 0
    return waiting, blocked


def _place(session: Session, offer: Offer) -> queries.Subject:
    if offer.values["initiative_id"] is not None:
        initiative = session.get_one(Initiative, offer.values["initiative_id"])
        return queries.of_row(session, initiative)
    return queries.of_row(session, session.get_one(Campaign, offer.values["campaign_id"]))
