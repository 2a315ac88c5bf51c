"""Emptying a site of its content, so that another coalition can begin with its own."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, FromClause, Table, delete, func, select, update
from sqlalchemy.orm import Session

from tracker.content.models import ContentItem, ContentKind, ContentRevision, RevisionState
from tracker.content.schema.kinds import KINDS
from tracker.content.transfer import published_record
from tracker.core.errors import RuleBroken
from tracker.core.orm import Base, affected
from tracker.initiatives import own_content
from tracker.initiatives.models import Initiative

LAST_KINDS = (ContentKind.INITIATIVE, ContentKind.CAMPAIGN)
"""The kinds that go last, since others stand under them."""


class InTheWay(RuleBroken):
    """The refusal to delete what others rely on; nothing was. `what` says which, a line each."""

    def __init__(self, sentence: str, /, *, what: list[str]) -> None:
        super().__init__(sentence)
        self.what = what


class Endorsed(InTheWay):
    """The refusal to delete content on which something rests. `alone` is whether that is the
    published record and no more, which may go too."""

    def __init__(self, what: list[str], *, alone: bool) -> None:
        super().__init__(
            "Supporters have endorsed what would be deleted, so nothing was.", what=what
        )
        self.alone = alone


def clear(session: Session, *, now: datetime, with_record: bool = False) -> dict[str, int]:
    """Delete every campaign, initiative and part, and return how many of each.

    With the published record, its entries, supporters, evidence and ledger go too.

    No later seed brings the shipped content back. What editors wrote stays in the history, from
    which it can be restored. Raises RuleBroken while a draft waits; Endorsed where anything but
    content rests on an initiative; with the record, InTheWay where anybody has signed up here or
    staff have worked on it.
    """
    drafts = session.scalar(
        select(func.count()).where(ContentRevision.state == RevisionState.DRAFT)
    )
    if drafts:
        raise RuleBroken("Drafts that wait: %(n)s. Publish them or give them up first.", n=drafts)
    gone: dict[str, int] = {}
    if with_record:
        with published_record.held(session):
            beside = published_record.beside(session)
            if beside:
                raise InTheWay(
                    "More than the published record stands here, so nothing was deleted.",
                    what=[f"{name}: {count}" for name, count in beside],
                )
            gone |= published_record.remove(session)
    what = in_the_way(session)
    if what:
        raise Endorsed(what, alone=not published_record.beside(session))
    session.execute(
        update(ContentItem)
        .where(ContentItem.row_id.is_not(None))
        .values(row_id=None, retired_at=now, shipped=None, shipped_digest=None)
    )
    parts = [kind for kind in ContentKind if kind not in LAST_KINDS]
    for kind in (*parts, *LAST_KINDS):
        count = affected(session.execute(delete(KINDS[kind].model)))
        if count:
            gone[kind.value] = count
    own_content.mark(session, now=now)
    return gone


def in_the_way(session: Session) -> list[str]:
    """Return what rests on initiatives besides their content, a line for each of them and table."""
    of_content = {KINDS[kind].model.__tablename__ for kind in ContentKind}
    lines: list[str] = []
    for table in Base.metadata.sorted_tables:
        if table.name in of_content:
            continue
        for column in _columns_pointing(table, Initiative.__table__):
            rows = session.execute(
                select(Initiative.slug, func.count())
                .select_from(table)
                .join(Initiative, Initiative.id == column)
                .group_by(Initiative.slug)
                .order_by(Initiative.slug)
            )
            lines += [f"initiatives “{slug}”: {count} {table.name}" for slug, count in rows]
    return lines


def _columns_pointing(table: Table, at: FromClause) -> list[ColumnElement[int]]:
    return [key.parent for key in table.foreign_keys if key.column.table is at]
