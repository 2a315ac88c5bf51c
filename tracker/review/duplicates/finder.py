"""The worker's search for look-alike organisations: a few new or renamed ones at a time.

What is due is what has no `compared_at`, never what has an id above a watermark: transactions
commit out of order. A pass writes its organisations' blocks first, and reads afterwards, so that of
two that are new at once the one compared later finds the other.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, or_, select, text, update
from sqlalchemy.orm import Session

from tracker.core.db import db, transaction
from tracker.core.orm import UtcDateTime
from tracker.review.models import LookAlike, NameBlock
from tracker.supporters import likeness
from tracker.supporters.models import TO_COMPARE, Supporter

AT_ONCE = 10
"""Organisations that one pass compares: few, so that it holds nobody up."""


@dataclass(frozen=True, kw_only=True)
class Named:
    """An organisation as far as it is compared."""

    id: int
    name_key: str
    domain: str | None


@dataclass(frozen=True, kw_only=True)
class Found:
    """Two organisations that resemble each other; the smaller number first."""

    a_id: int
    b_id: int
    score: int
    same_domain: bool


def work(now: datetime) -> int:
    """Make one pass, in transactions of its own; return how many organisations were compared.

    Nothing is locked while names are compared.
    """
    named = due(db.session())
    if named:
        with transaction() as session:
            put_in_blocks(session, named)
        found = look_alikes(db.session(), named)
        with transaction() as session:
            keep(session, named, found, now=now)
    return len(named)


def due(session: Session, *, limit: int = AT_ONCE) -> list[Named]:
    """Return organisations that are new, or renamed, since they were last compared."""
    rows = session.execute(
        select(Supporter.id, Supporter.name_key, Supporter.domain)
        .where(text(TO_COMPARE))
        .order_by(Supporter.id)
        .limit(limit)
    )
    return [Named(id=row.id, name_key=row.name_key, domain=row.domain) for row in rows]


def put_in_blocks(session: Session, named: list[Named]) -> None:
    """Let others find these organisations by the names they have now."""
    session.execute(delete(NameBlock).where(NameBlock.supporter_id.in_([one.id for one in named])))
    session.execute(
        insert(NameBlock),
        [
            {"block": block, "supporter_id": one.id}
            for one in named
            for block in sorted(likeness.blocks(one.name_key, one.domain))
        ],
    )


def look_alikes(session: Session, named: list[Named]) -> list[Found]:
    """Return whom these organisations resemble, by name or by domain. Only reads."""
    wanted = {one.id: likeness.blocks(one.name_key, one.domain) for one in named}
    members = _members(session, frozenset().union(*wanted.values()))
    cores = _cores(session, set().union(*members.values()))
    found: dict[tuple[int, int], Found] = {}
    for one in named:
        mine = likeness.core(one.name_key)
        near = set().union(*(members.get(block, set()) for block in wanted[one.id])) - {one.id}
        scores = likeness.alike(mine, {other: cores[other] for other in near if other in cores})
        neighbours = members.get(f"domain {one.domain}", set()) - {one.id}
        for other in scores.keys() | neighbours:
            a_id, b_id = sorted((one.id, other))
            found[a_id, b_id] = Found(
                a_id=a_id,
                b_id=b_id,
                score=scores.get(other) or likeness.score(mine, cores[other]),
                same_domain=other in neighbours,
            )
    return list(found.values())


def keep(session: Session, named: list[Named], found: list[Found], *, now: datetime) -> None:
    """Put what was found in place of what was known of these organisations.

    A verdict about a name that is no longer borne goes with it. Who was renamed meanwhile stays
    due.
    """
    ids = [one.id for one in named]
    session.execute(delete(LookAlike).where(or_(LookAlike.a_id.in_(ids), LookAlike.b_id.in_(ids))))
    _forget_hosts(session, {f"domain {one.domain}" for one in named if one.domain})
    if found:
        session.execute(
            insert(LookAlike),
            [
                {
                    "a_id": one.a_id,
                    "b_id": one.b_id,
                    "score": one.score,
                    "same_domain": one.same_domain,
                    "found_at": now,
                }
                for one in found
            ],
        )
    session.connection().execute(
        _COMPARED,
        [
            {"which": one.id, "key": one.name_key, "at": one.domain or "", "now": now}
            for one in named
        ],
    )


def _forget_hosts(session: Session, blocks: set[str]) -> None:
    """Drop the pairs that only a domain made, once more share it than an organisation's would."""
    hosts = (
        select(NameBlock.block)
        .where(NameBlock.block.in_(blocks))
        .group_by(NameBlock.block)
        .having(func.count() > likeness.SHARED)
    )
    on_hosts = select(NameBlock.supporter_id).where(NameBlock.block.in_(hosts))
    session.execute(
        delete(LookAlike).where(
            LookAlike.same_domain,
            LookAlike.score < likeness.ALIKE,
            LookAlike.verdict.is_(None),
            LookAlike.a_id.in_(on_hosts),
        )
    )


_supporters: Any = Supporter.__table__
_COMPARED = (
    update(_supporters)
    .where(
        _supporters.c.id == bindparam("which"),
        _supporters.c.name_key == bindparam("key"),
        func.coalesce(_supporters.c.domain, "") == bindparam("at"),
    )
    .values(compared_at=bindparam("now", type_=UtcDateTime()))
)


def _members(session: Session, blocks: frozenset[str]) -> dict[str, set[int]]:
    """Return who is in each of these blocks, without those that are too large to say anything."""
    sizes = session.execute(
        select(NameBlock.block, func.count())
        .where(NameBlock.block.in_(blocks))
        .group_by(NameBlock.block)
    )
    telling = [block for block, size in sizes if 1 < size <= _limit(block)]
    members: dict[str, set[int]] = defaultdict(set)
    for row in session.execute(
        select(NameBlock.block, NameBlock.supporter_id).where(NameBlock.block.in_(telling))
    ):
        members[row.block].add(row.supporter_id)
    return members


def _limit(block: str) -> int:
    return likeness.SHARED if block.startswith("domain ") else likeness.CROWD


def _cores(session: Session, ids: set[int]) -> dict[int, str]:
    rows = session.execute(select(Supporter.id, Supporter.name_key).where(Supporter.id.in_(ids)))
    return {row.id: likeness.core(row.name_key) for row in rows}
