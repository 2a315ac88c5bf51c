"""Content on its way into the tables that public pages read, and into its own history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.content import queries
from tracker.content.models import (
    Content,
    ContentItem,
    ContentKind,
    ContentRevision,
    CouncilRevision,
    RevisionState,
)
from tracker.content.queries import Subject
from tracker.content.schema import rules
from tracker.content.schema.fields import Row, Values
from tracker.content.schema.kinds import KINDS
from tracker.core.errors import Conflict, RuleBroken
from tracker.core.words import translatable as _t
from tracker.initiatives.models import Campaign, Initiative
from tracker.initiatives.reported_figures import ReportedTally, stands_from
from tracker.initiatives.statements import Statement

SHIPPED = _t("As shipped.")
OWN_PREFIX = "E"
"""Begins the number of a reported tally that an editor added; the record's begin with T."""


def ensure_item(session: Session, content: Subject, *, now: datetime) -> ContentItem:
    """Return the item of some content, made when an editor first touches it.

    The first revision is the row as it was shipped; so is a later one when a seed has changed the
    row since. Raises Conflict when somebody else was first.
    """
    if content.item is None and content.row is not None:
        # Perhaps made in this transaction, for something else that stands under it.
        item = queries.item_of(session, content.row)
        if item is not None:
            return item
        above = queries.parent_of(session, content)
        parent = ensure_item(session, above, now=now) if above is not None else None
        item = ContentItem(
            kind=content.kind.kind, parent_id=parent.id if parent else None, row_id=content.row.id
        )
        session.add(item)
        flush(session)
        _add_shipped(session, item, content, now)
        return item
    if content.item is None:
        raise ValueError("This content has neither a row nor an item.")
    if content.draft is None and is_newer(session, content):
        _add_shipped(session, content.item, content, now)
    return content.item


def _add_shipped(session: Session, item: ContentItem, content: Subject, now: datetime) -> None:
    add_revision(session, item, RevisionState.PUBLISHED, content.public or {}, None, SHIPPED, now)


def is_newer(session: Session, content: Subject) -> bool:
    """Return whether the public row says something else than was published last: a seed did that.

    What was published before a kind had some field says nothing of it.
    """
    last = queries.last_public(session, content)
    if content.row is None or last is None:
        return False
    return content.kind.canonical(last.content) != content.public


def joined_by(writer_ids: Sequence[int] | None, editor_id: int) -> list[int]:
    """Return the writers of a draft, once another editor has saved it, or one of them again."""
    return list(dict.fromkeys([*(writer_ids or ()), editor_id]))


def add_revision(
    session: Session,
    item: ContentItem,
    state: RevisionState,
    content: Values,
    editor_id: int | None,
    note: str,
    now: datetime,
) -> ContentRevision:
    """Add a state of the content to its history."""
    revision = ContentRevision(
        item_id=item.id,
        state=state,
        content=dict(content),
        editor_id=editor_id,
        note=note,
        at=now,
        writer_ids=[editor_id] if editor_id and state is RevisionState.DRAFT else None,
    )
    session.add(revision)
    flush(session)
    return revision


def end(
    draft: ContentRevision | CouncilRevision, state: RevisionState, editor: User, *, now: datetime
) -> None:
    """Make a draft history: published, discarded or retired by somebody."""
    draft.state, draft.editor_id, draft.at = state, editor.id, now
    draft.version += 1


def flush(session: Session) -> None:
    """Write what is pending. Raises Conflict where the database finds that somebody was first."""
    try:
        session.flush()
    except IntegrityError as error:
        raise Conflict(
            "Somebody else changed this at the same moment. Look at it again."
        ) from error


def write(session: Session, item: ContentItem, content: Values, *, now: datetime) -> Row:
    """Make an item's row say this, anew if there is none, and return it. Nothing is checked."""
    kind = KINDS[item.kind]
    columns = kind.columns(content)
    if item.kind is ContentKind.REPORTED_TALLY:
        columns["stands_from"] = stands_from(columns["reported_on"], columns["date_precision"])
    if item.row_id is not None:
        row = session.get_one(kind.model, item.row_id)
        for name, value in columns.items():
            setattr(row, name, value)
    else:
        columns |= _columns_of_place(session, item, content)
        row = kind.model(**columns, seed_key=item.seed_key, seed_digest=item.seed_digest)
        session.add(row)
    written: Row = row
    written.edited_at = now
    flush(session)
    item.row_id, item.retired_at, item.seed_key, item.seed_digest = written.id, None, None, None
    flush(session)
    raise_versions(session, written)
    return written


def raise_versions(session: Session, row: Row) -> None:
    """Give the initiatives on whose pages a row stands a new content version."""
    if isinstance(row, Initiative):
        concerned = Initiative.id == row.id
    elif isinstance(row, Campaign):
        concerned = Initiative.campaign_id == row.id
    elif isinstance(row, Statement | ReportedTally) and row.initiative_id is None:
        concerned = Initiative.campaign_id == row.campaign_id
    else:
        concerned = Initiative.id == row.initiative_id
    session.execute(
        update(Initiative)
        .where(concerned)
        .values(content_version=Initiative.content_version + 1)
        .execution_options(synchronize_session="fetch")
    )


def _columns_of_place(session: Session, item: ContentItem, content: Values) -> Content:
    """Return the columns that say where a new row stands, and what a tally is called."""
    if item.parent is None:
        return {}
    kind, row_id = item.parent.kind, item.parent.row_id
    if row_id is None:
        raise RuleBroken("What this stands under is not published yet. Publish that first.")
    if kind is ContentKind.CAMPAIGN:
        columns: Content = {"campaign_id": row_id}
        if item.kind is not ContentKind.INITIATIVE:
            columns["initiative_id"] = None
    else:
        columns = {"initiative_id": row_id}
        if item.kind in (ContentKind.STATEMENT, ContentKind.REPORTED_TALLY):
            columns["campaign_id"] = session.get_one(Initiative, row_id).campaign_id
    if item.kind is ContentKind.REPORTED_TALLY:
        above = session.get_one(KINDS[kind].model, row_id)
        columns["subject"] = rules.subject(content, kind, above.slug)
        columns["tally_id"] = content.get("tally_id") or _next_number(session)
    return columns


def _next_number(session: Session) -> str:
    known = session.scalars(
        select(ReportedTally.tally_id).where(ReportedTally.tally_id.startswith(OWN_PREFIX))
    )
    numbers = [int(tally_id[1:]) for tally_id in known if tally_id[1:].isdecimal()]
    return f"{OWN_PREFIX}{max(numbers, default=0) + 1:02}"
