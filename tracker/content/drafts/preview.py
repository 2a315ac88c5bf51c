"""A draft put in its place, to be looked at and taken back: only inside a rehearsal."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.content import queries
from tracker.content.drafts import publication, services
from tracker.content.models import ContentItem, ContentKind
from tracker.content.queries import Subject
from tracker.content.schema import rules
from tracker.core.errors import Conflict
from tracker.initiatives.models import Campaign, Initiative


def put_in_place(session: Session, draft: Subject, *, now: datetime) -> Campaign | Initiative:
    """Write a draft as if it were published; return the campaign or initiative whose page shows it.

    What is new brings the drafts that it stands under, and those below it that are ready. Raises
    Refused or BelowRefused where a draft breaks a rule.
    """
    if draft.item is None or draft.draft is None:
        raise Conflict(services.NO_DRAFT)
    _put_above(session, draft.item, now=now)
    if draft.draft.retires:
        parent = draft.item.parent
        session.delete(draft.row)
        return _page_of(session, parent or draft.item)
    rules.refuse(services.problems(session, draft, now=now))
    is_new = draft.row is None
    publication.write(session, draft.item, draft.values, now=now)
    if is_new:
        for below in queries.drafts_below(session, draft.item):
            if below.item is not None and not services.problems(session, below, now=now):
                publication.write(session, below.item, below.values, now=now)
    return _page_of(session, draft.item)


def _put_above(session: Session, item: ContentItem, *, now: datetime) -> None:
    parent = item.parent
    if parent is None or parent.row_id is not None:
        return
    _put_above(session, parent, now=now)
    above = queries.of_item(session, parent)
    problems = services.problems(session, above, now=now)
    if problems:
        raise services.BelowRefused(above, problems)
    publication.write(session, parent, above.values, now=now)


def _page_of(session: Session, item: ContentItem) -> Campaign | Initiative:
    session.flush()
    session.expire_all()
    page = item if item.kind in (ContentKind.CAMPAIGN, ContentKind.INITIATIVE) else item.parent
    row_id = page.row_id if page is not None else None
    if page is not None and page.kind is ContentKind.CAMPAIGN:
        return session.get_one(Campaign, row_id)
    return session.get_one(Initiative, row_id)
