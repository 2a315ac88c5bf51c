"""Reading content as editors see it: what is public, what waits, and what was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.content.models import (
    Content,
    ContentItem,
    ContentKind,
    ContentRevision,
    RevisionState,
)
from tracker.content.schema.fields import Kind, Row
from tracker.content.schema.kinds import KINDS
from tracker.core.errors import NotFound
from tracker.core.words import translatable as _t
from tracker.initiatives.models import Campaign, Initiative
from tracker.initiatives.reported_figures import ReportedTally
from tracker.initiatives.statements import Statement

DRAFT = "d"
"""Begins the reference of what has no row: an item's id, while a bare number is a row's."""
NOT_FOUND = _t("There is no such content here.")


@dataclass(frozen=True, kw_only=True)
class Subject:
    """One piece of content: its row if it is public, its item if an editor ever touched it."""

    kind: Kind
    row: Any
    """A `Row` of the kind's own table."""
    item: ContentItem | None
    newest: ContentRevision | None

    @property
    def ref(self) -> str:
        """Its name in addresses."""
        if self.row is not None:
            return str(self.row.id)
        return f"{DRAFT}{self.item.id}" if self.item is not None else ""

    @property
    def seen(self) -> str:
        """Changes whenever an editor changes it: what a form shows back to say what it saw."""
        return f"{self.newest.id}.{self.newest.version}" if self.newest is not None else "0"

    @property
    def draft(self) -> ContentRevision | None:
        """The draft that waits, if one does."""
        newest = self.newest
        return newest if newest is not None and newest.state is RevisionState.DRAFT else None

    @property
    def public(self) -> Content | None:
        """The content that is public now."""
        return self.kind.values(self.row) if self.row is not None else None

    @property
    def values(self) -> Content:
        """The content that an editor goes on from: of the draft, of the row, else the last."""
        if self.draft is not None:
            return self.draft.content
        return self.public or (self.newest.content if self.newest is not None else {})


def kind_named(name: str) -> Kind:
    """Return the kind that an address names. Raises NotFound."""
    text = name.replace("-", "_")
    if text not in set(ContentKind):
        raise NotFound(NOT_FOUND)
    return KINDS[ContentKind(text)]


def subject(session: Session, kind: Kind, ref: str, *, lock: bool = False) -> Subject:
    """Return the content that an address names. Raises NotFound.

    With `lock`, whoever else would change it waits until this transaction ends.
    """
    digits = ref.removeprefix(DRAFT)
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 18):
        raise NotFound(NOT_FOUND)
    if digits == ref:
        row = session.get(kind.model, int(digits), with_for_update=lock)
        if row is None:
            raise NotFound(NOT_FOUND)
        return of_row(session, row)
    item = session.get(ContentItem, int(digits), with_for_update=lock)
    if item is None or item.kind is not kind.kind:
        raise NotFound(NOT_FOUND)
    return of_item(session, item, lock=lock)


def of_item(session: Session, item: ContentItem, *, lock: bool = False) -> Subject:
    """Return the content of an item."""
    kind = KINDS[item.kind]
    row = None
    if item.row_id is not None:
        row = session.get(kind.model, item.row_id, with_for_update=lock)
    return Subject(kind=kind, row=row, item=item, newest=newest_revision(session, item.id))


def of_row(session: Session, row: Row) -> Subject:
    """Return the content of a row that is public."""
    item = item_of(session, row)
    newest = newest_revision(session, item.id) if item is not None else None
    return Subject(kind=KINDS[ContentKind(row.__tablename__)], row=row, item=item, newest=newest)


def item_of(session: Session, row: Row) -> ContentItem | None:
    """Return the item of a row that an editor has touched."""
    kind = ContentKind(row.__tablename__)
    return session.scalars(
        select(ContentItem).where(ContentItem.kind == kind, ContentItem.row_id == row.id)
    ).first()


def newest_revision(session: Session, item_id: int) -> ContentRevision | None:
    """Return the last revision of an item."""
    return session.scalars(
        select(ContentRevision)
        .where(ContentRevision.item_id == item_id)
        .order_by(ContentRevision.id.desc())
    ).first()


def parent_of(session: Session, content: Subject) -> Subject | None:
    """Return the content that this stands under; none for a campaign."""
    if content.row is not None:
        above = _row_above(session, content.row)
        return of_row(session, above) if above is not None else None
    if content.item is None or content.item.parent is None:
        return None
    return of_item(session, content.item.parent)


def _row_above(session: Session, row: Row) -> Campaign | Initiative | None:
    if isinstance(row, Campaign):
        return None
    if isinstance(row, Initiative):
        return session.get_one(Campaign, row.campaign_id)
    if isinstance(row, Statement | ReportedTally) and row.initiative_id is None:
        return session.get_one(Campaign, row.campaign_id)
    return session.get_one(Initiative, row.initiative_id)


def archive(*subjects: Subject | None) -> Initiative | None:
    """Return the archived initiative among these; none if there is none."""
    rows = [subject.row for subject in subjects if subject is not None]
    return next((row for row in rows if isinstance(row, Initiative) and row.archived_on), None)


def history(session: Session, content: Subject) -> Sequence[ContentRevision]:
    """Return every revision, oldest first."""
    if content.item is None:
        return []
    return session.scalars(
        select(ContentRevision)
        .where(ContentRevision.item_id == content.item.id)
        .order_by(ContentRevision.id)
    ).all()


def last_public(session: Session, content: Subject) -> ContentRevision | None:
    """Return the revision that was published last."""
    published = (
        revision
        for revision in reversed(history(session, content))
        if revision.state is RevisionState.PUBLISHED
    )
    return next(published, None)


def drafts(session: Session) -> list[Subject]:
    """Return everything that waits to be published, the oldest first."""
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
    """Return the drafts of what stands under an item, initiatives before their parts."""
    children = session.scalars(
        select(ContentItem).where(ContentItem.parent_id == item.id).order_by(ContentItem.id)
    ).all()
    below = []
    for child in children:
        content = of_item(session, child)
        if content.draft is not None:
            below.append(content)
        below += drafts_below(session, child)
    return below


def offered(session: Session) -> list[Subject]:
    """Return what editors changed and the shipped record has said something new of since."""
    items = session.scalars(
        select(ContentItem)
        .where(ContentItem.shipped.is_not(None), ContentItem.row_id.is_not(None))
        .order_by(ContentItem.id)
    ).all()
    return [of_item(session, item) for item in items]


def retired(session: Session, kind: ContentKind) -> list[Subject]:
    """Return what was taken off, newest first, and has no draft that would bring it back."""
    items = session.scalars(
        select(ContentItem)
        .where(ContentItem.kind == kind, ContentItem.retired_at.is_not(None))
        .order_by(ContentItem.retired_at.desc())
    ).all()
    contents = (of_item(session, item) for item in items)
    return [content for content in contents if content.draft is None]


def retired_keys(session: Session) -> frozenset[tuple[str, str]]:
    """Return what a seed must not bring back, by table and seed key."""
    rows = session.execute(
        select(ContentItem.kind, ContentItem.seed_key).where(
            ContentItem.retired_at.is_not(None), ContentItem.seed_key.is_not(None)
        )
    )
    return frozenset((kind.value, key) for kind, key in rows if key is not None)


def of_kind(session: Session, kind: Kind) -> list[Subject]:
    """Return everything of a kind that is public or waits to be, in four queries."""
    rows = session.scalars(select(kind.model).order_by(kind.model.id)).all()
    items = session.scalars(select(ContentItem).where(ContentItem.kind == kind.kind)).all()
    newest = _newest(session, kind.kind)
    by_row = {item.row_id: item for item in items if item.row_id is not None}
    contents = []
    for row in rows:
        item = by_row.get(row.id)
        contents.append(
            Subject(kind=kind, row=row, item=item, newest=newest.get(item.id) if item else None)
        )
    for item in items:
        unpublished = Subject(kind=kind, row=None, item=item, newest=newest.get(item.id))
        if item.row_id is None and unpublished.draft is not None:
            contents.append(unpublished)
    return contents


def _newest(session: Session, kind: ContentKind) -> dict[int, ContentRevision]:
    last = (
        select(func.max(ContentRevision.id))
        .join(ContentItem, ContentItem.id == ContentRevision.item_id)
        .where(ContentItem.kind == kind)
        .group_by(ContentRevision.item_id)
    )
    revisions = session.scalars(select(ContentRevision).where(ContentRevision.id.in_(last)))
    return {revision.item_id: revision for revision in revisions}
