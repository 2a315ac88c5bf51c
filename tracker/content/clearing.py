"""Emptying a site of its content, so that another coalition can begin with its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Table, delete, func, select, update
from sqlalchemy.orm import Session

from tracker.content.kinds import KINDS
from tracker.content.models import ContentItem, ContentKind, ContentRevision, RevisionState
from tracker.core.errors import RuleBroken
from tracker.core.orm import Base, affected
from tracker.initiatives import own
from tracker.initiatives.models import Initiative

LAST = (ContentKind.INITIATIVE, ContentKind.CAMPAIGN)
"""What others stand under goes last."""


@dataclass(frozen=True)
class InTheWay:
    """Rows that rest on an initiative and are not its content."""

    slug: str
    table: str
    count: int


class Endorsed(RuleBroken):
    """Content that supporters rely on; nothing was deleted. `what` says which."""

    def __init__(self, what: list[InTheWay]) -> None:
        super().__init__("Supporters have endorsed what would be deleted, so nothing was.")
        self.what = what


def clear(session: Session, *, now: datetime) -> dict[str, int]:
    """Delete every campaign, initiative and part; how many of each.

    No later seed brings the shipped content back. What editors wrote stays in the history, from
    which it can be restored. Raises Endorsed where anything but content rests on an initiative,
    RuleBroken while a draft waits.
    """
    what = in_the_way(session)
    if what:
        raise Endorsed(what)
    drafts = session.scalar(
        select(func.count()).where(ContentRevision.state == RevisionState.DRAFT)
    )
    if drafts:
        raise RuleBroken("Drafts that wait: %(n)s. Publish them or give them up first.", n=drafts)
    session.execute(
        update(ContentItem)
        .where(ContentItem.row_id.is_not(None))
        .values(row_id=None, retired_at=now, shipped=None, shipped_digest=None)
    )
    parts = [kind for kind in ContentKind if kind not in LAST]
    gone: dict[str, int] = {}
    for kind in (*parts, *LAST):
        count = affected(session.execute(delete(KINDS[kind].model)))
        if count:
            gone[kind.value] = count
    own.mark(session, now=now)
    return gone


def in_the_way(session: Session) -> list[InTheWay]:
    """What rests on initiatives besides their content, table by table."""
    of_content = {KINDS[kind].model.__tablename__ for kind in ContentKind}
    initiatives: Any = Initiative.__table__
    found = []
    for table in Base.metadata.sorted_tables:
        if table.name in of_content:
            continue
        for column in _pointing(table, initiatives):
            rows = session.execute(
                select(Initiative.slug, func.count())
                .select_from(table)
                .join(Initiative, Initiative.id == column)
                .group_by(Initiative.slug)
                .order_by(Initiative.slug)
            )
            found += [InTheWay(slug, table.name, count) for slug, count in rows]
    return found


def _pointing(table: Table, at: Any) -> list[Any]:
    return [key.parent for key in table.foreign_keys if key.column.table is at]
