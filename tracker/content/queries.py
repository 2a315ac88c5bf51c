"""Reading content as editors see it: what is public, what waits, and what was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.content.models import ContentItem, ContentKind, ContentRevision, RevisionState
from tracker.content.schema.fields import Kind
from tracker.content.schema.kinds import KINDS
from tracker.core.errors import NotFound
from tracker.core.words import translatable as _t
from tracker.initiatives.models import Campaign, Initiative

DRAFT = "d"
"""Begins the reference of what has no row: an item's id, while a bare number is a row's."""
NOWHERE = _t("There is no such content here.")


@dataclass(frozen=True, kw_only=True)
class Subject:
    """One piece of content: its row if it is public, its item if an editor ever touched it."""

    kind: Kind
    row: Any
    item: ContentItem | None
    newest: ContentRevision | None

    @property
    def ref(self) -> str:
        """How addresses name it."""
        if self.row is not None:
            return str(self.row.id)
        return f"{DRAFT}{self.item.id}" if self.item is not None else ""

    @property
    def seen(self) -> str:
        """Changes whenever an editor changes it: what a form shows back to say what it saw."""
        return f"{self.newest.id}.{self.newest.version}" if self.newest is not None else "0"

    @property
    def draft(self) -> ContentRevision | None:
        newest = self.newest
        return newest if newest is not None and newest.state is RevisionState.DRAFT else None

    @property
    def public(self) -> dict[str, Any] | None:
        """The content that is public now."""
        return self.kind.values(self.row) if self.row is not None else None

    @property
    def values(self) -> dict[str, Any]:
        """What an editor goes on from: the draft, else what is public, else what was last."""
        if self.draft is not None:
            return self.draft.content
        return self.public or (self.newest.content if self.newest is not None else {})


def kind_named(name: str) -> Kind:
    """The kind that an address names. Raises NotFound."""
    text = name.replace("-", "_")
    if text not in set(ContentKind):
        raise NotFound(NOWHERE)
    return KINDS[ContentKind(text)]


def subject(session: Session, kind: Kind, ref: str, *, lock: bool = False) -> Subject:
    """The content that an address names. Raises NotFound.

    With `lock`, whoever else would change it waits until this transaction ends.
    """
    digits = ref.removeprefix(DRAFT)
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 18):
        raise NotFound(NOWHERE)
    found, row = None, None
    if digits != ref:
        found = session.get(ContentItem, int(digits), with_for_update=lock)
        if found is None or found.kind is not kind.kind:
            raise NotFound(NOWHERE)
        if found.row_id is not None:
            row = session.get(kind.model, found.row_id, with_for_update=lock)
    else:
        row = session.get(kind.model, int(digits), with_for_update=lock)
        if row is None:
            raise NotFound(NOWHERE)
        found = item_of(session, kind.kind, row.id)
    newest = newest_revision(session, found.id) if found is not None else None
    return Subject(kind=kind, row=row, item=found, newest=newest)


def of_item(session: Session, item: ContentItem) -> Subject:
    """The content of an item."""
    kind = KINDS[item.kind]
    row = session.get(kind.model, item.row_id) if item.row_id is not None else None
    return Subject(kind=kind, row=row, item=item, newest=newest_revision(session, item.id))


def of_row(session: Session, kind: ContentKind, row: Any) -> Subject:
    """The content of a row that is public."""
    found = item_of(session, kind, row.id)
    newest = newest_revision(session, found.id) if found is not None else None
    return Subject(kind=KINDS[kind], row=row, item=found, newest=newest)


def item_of(session: Session, kind: ContentKind, row_id: int) -> ContentItem | None:
    return session.scalars(
        select(ContentItem).where(ContentItem.kind == kind, ContentItem.row_id == row_id)
    ).first()


def newest_revision(session: Session, item_id: int) -> ContentRevision | None:
    return session.scalars(
        select(ContentRevision)
        .where(ContentRevision.item_id == item_id)
        .order_by(ContentRevision.id.desc())
    ).first()


def parent_of(session: Session, found: Subject) -> Subject | None:
    """What it stands under; none for a campaign."""
    if found.row is not None:
        place = place_of(session, found.row)
        return of_row(session, *place) if place is not None else None
    if found.item is None or found.item.parent is None:
        return None
    return of_item(session, found.item.parent)


def place_of(session: Session, row: Any) -> tuple[ContentKind, Any] | None:
    """What a public row stands under."""
    initiative_id = getattr(row, "initiative_id", None)
    if initiative_id is not None:
        return ContentKind.INITIATIVE, session.get_one(Initiative, initiative_id)
    campaign_id = getattr(row, "campaign_id", None)
    if campaign_id is not None:
        return ContentKind.CAMPAIGN, session.get_one(Campaign, campaign_id)
    return None


def archive(*found: Subject | None) -> Initiative | None:
    """The archived initiative among these; none if there is none."""
    rows = [one.row for one in found if one is not None]
    return next((row for row in rows if isinstance(row, Initiative) and row.archived_on), None)


def history(session: Session, found: Subject) -> Sequence[ContentRevision]:
    """Every revision, oldest first."""
    if found.item is None:
        return []
    return session.scalars(
        select(ContentRevision)
        .where(ContentRevision.item_id == found.item.id)
        .order_by(ContentRevision.id)
    ).all()


def last_public(session: Session, found: Subject) -> ContentRevision | None:
    """What was published last, as its revision says."""
    published = [one for one in history(session, found) if one.state is RevisionState.PUBLISHED]
    return published[-1] if published else None


def drafts(session: Session) -> list[Subject]:
    """Everything that waits to be published, the oldest first."""
    rows = session.execute(
        select(ContentItem, ContentRevision)
        .join(ContentRevision, ContentRevision.item_id == ContentItem.id)
        .where(ContentRevision.state == RevisionState.DRAFT)
        .order_by(ContentRevision.at, ContentRevision.id)
    ).all()
    return [
        Subject(
            kind=KINDS[item.kind],
            row=session.get(KINDS[item.kind].model, item.row_id) if item.row_id else None,
            item=item,
            newest=draft,
        )
        for item, draft in rows
    ]


def drafts_below(session: Session, item: ContentItem) -> list[Subject]:
    """The drafts of what stands under an item, each campaign's initiatives before their parts."""
    children = session.scalars(
        select(ContentItem).where(ContentItem.parent_id == item.id).order_by(ContentItem.id)
    ).all()
    found = []
    for child in children:
        own = of_item(session, child)
        if own.draft is not None:
            found.append(own)
        found += drafts_below(session, child)
    return found


def offered(session: Session) -> list[Subject]:
    """Rows of which the shipped record says something new since an editor changed them."""
    items = session.scalars(
        select(ContentItem)
        .where(ContentItem.shipped.is_not(None), ContentItem.row_id.is_not(None))
        .order_by(ContentItem.id)
    ).all()
    return [of_item(session, item) for item in items]


def retired(session: Session, kind: ContentKind) -> list[Subject]:
    """What was taken off, newest first, and has no draft that would bring it back."""
    items = session.scalars(
        select(ContentItem)
        .where(ContentItem.kind == kind, ContentItem.retired_at.is_not(None))
        .order_by(ContentItem.retired_at.desc())
    ).all()
    return [one for item in items if (one := of_item(session, item)).draft is None]


def retired_keys(session: Session) -> frozenset[tuple[str, str]]:
    """What a seed must not bring back, by table and seed key."""
    rows = session.execute(
        select(ContentItem.kind, ContentItem.seed_key).where(
            ContentItem.retired_at.is_not(None), ContentItem.seed_key.is_not(None)
        )
    )
    return frozenset((kind.value, key) for kind, key in rows if key is not None)


def of_kind(session: Session, kind: Kind) -> list[Subject]:
    """Everything of a kind that is public or waits to be, in four queries."""
    rows = session.scalars(select(kind.model).order_by(kind.model.id)).all()
    items = session.scalars(select(ContentItem).where(ContentItem.kind == kind.kind)).all()
    newest = _newest(session, kind.kind)
    by_row = {item.row_id: item for item in items if item.row_id is not None}
    found = []
    for row in rows:
        item = by_row.get(row.id)
        found.append(
            Subject(kind=kind, row=row, item=item, newest=newest.get(item.id) if item else None)
        )
    for item in items:
        own = Subject(kind=kind, row=None, item=item, newest=newest.get(item.id))
        if item.row_id is None and own.draft is not None:
            found.append(own)
    return found


def _newest(session: Session, kind: ContentKind) -> dict[int, ContentRevision]:
    last = (
        select(func.max(ContentRevision.id))
        .join(ContentItem, ContentItem.id == ContentRevision.item_id)
        .where(ContentItem.kind == kind)
        .group_by(ContentRevision.item_id)
    )
    found = session.scalars(select(ContentRevision).where(ContentRevision.id.in_(last)))
    return {one.item_id: one for one in found}
