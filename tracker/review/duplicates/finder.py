"""The worker's search for look-alike organisations: a few new or renamed ones at a time.

What is due is what has no `compared_at`, never what has an id above a watermark: transactions
commit out of order. A pass writes its organisations' blocks first, and reads afterwards, so that of
two that are new at once the one compared later finds the other.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, delete, func, insert, or_, select, text, update
from sqlalchemy.orm import Session

from tracker.core.db import db, transaction
from tracker.core.orm import UtcDateTime
from tracker.review.models import LookAlike, NameBlock
from tracker.supporters import likeness
from tracker.supporters.models import TO_COMPARE, Supporter

BATCH = 10
"""Organisations that one pass compares: few, so that it holds nobody up."""


@dataclass(frozen=True, kw_only=True)
class Compared:
    """An organisation as far as it is compared."""

    id: int
    name_key: str
    domain: str | None


@dataclass(frozen=True, kw_only=True)
class Resemblance:
    """Two organisations that resemble each other; the smaller number first."""

    a_id: int
    b_id: int
    score: int
    same_domain: bool


def work(now: datetime) -> int:
    """Make one pass, in transactions of its own; return how many organisations were compared.

    Nothing is locked while names are compared.
    """
    organisations = due(db.session())
    if organisations:
        with transaction() as session:
            put_in_blocks(session, organisations)
        resemblances = look_alikes(db.session(), organisations)
        with transaction() as session:
            keep(session, organisations, resemblances, now=now)
    return len(organisations)


def due(session: Session) -> list[Compared]:
    """Return organisations that are new, or renamed, since they were last compared."""
    rows = session.execute(
        select(Supporter.id, Supporter.name_key, Supporter.domain)
        .where(text(TO_COMPARE))
        .order_by(Supporter.id)
        .limit(BATCH)
    )
    return [Compared(id=row.id, name_key=row.name_key, domain=row.domain) for row in rows]


def put_in_blocks(session: Session, organisations: list[Compared]) -> None:
    """Let others find these organisations by the names they have now."""
    session.execute(
        delete(NameBlock).where(
            NameBlock.supporter_id.in_([organisation.id for organisation in organisations])
        )
    )
    session.execute(
        insert(NameBlock),
        [
            {"block": block, "supporter_id": organisation.id}
            for organisation in organisations
            for block in sorted(likeness.blocks(organisation.name_key, organisation.domain))
        ],
    )


def look_alikes(session: Session, organisations: list[Compared]) -> list[Resemblance]:
    """Return whom these organisations resemble, by name or by domain. Only reads."""
    blocks = {
        organisation.id: likeness.blocks(organisation.name_key, organisation.domain)
        for organisation in organisations
    }
    members = _members(session, frozenset().union(*blocks.values()))
    cores = _cores(session, set().union(*members.values()))
    resemblances: dict[tuple[int, int], Resemblance] = {}
    for organisation in organisations:
        core = likeness.core(organisation.name_key)
        candidates = set().union(
            *(members.get(block, set()) for block in blocks[organisation.id])
        ) - {organisation.id}
        scores = likeness.alike(
            core, {other_id: cores[other_id] for other_id in candidates if other_id in cores}
        )
        neighbours = members.get(f"domain {organisation.domain}", set()) - {organisation.id}
        for other_id in scores.keys() | neighbours:
            a_id, b_id = sorted((organisation.id, other_id))
            resemblances[a_id, b_id] = Resemblance(
                a_id=a_id,
                b_id=b_id,
                score=scores.get(other_id) or likeness.score(core, cores[other_id]),
                same_domain=other_id in neighbours,
            )
    return list(resemblances.values())


def keep(
    session: Session,
    organisations: list[Compared],
    resemblances: list[Resemblance],
    *,
    now: datetime,
) -> None:
    """Put these resemblances in place of what was known of the organisations.

    A verdict about a name that is no longer borne goes with it. Who was renamed meanwhile stays
    due.
    """
    ids = [organisation.id for organisation in organisations]
    session.execute(delete(LookAlike).where(or_(LookAlike.a_id.in_(ids), LookAlike.b_id.in_(ids))))
    _forget_hosts(
        session,
        {f"domain {organisation.domain}" for organisation in organisations if organisation.domain},
    )
    if resemblances:
        session.execute(
            insert(LookAlike),
            [
                {
                    "a_id": resemblance.a_id,
                    "b_id": resemblance.b_id,
                    "score": resemblance.score,
                    "same_domain": resemblance.same_domain,
                    "found_at": now,
                }
                for resemblance in resemblances
            ],
        )
    session.connection().execute(
        _COMPARED,
        [
            {
                "which": compared.id,
                "key": compared.name_key,
                "at": compared.domain or "",
                "now": now,
            }
            for compared in organisations
        ],
    )


def _forget_hosts(session: Session, blocks: set[str]) -> None:
    """Drop the pairs that only a domain made, once more share it than an organisation's would."""
    hosts = (
        select(NameBlock.block)
        .where(NameBlock.block.in_(blocks))
        .group_by(NameBlock.block)
        .having(func.count() > likeness.MAX_PER_DOMAIN)
    )
    on_hosts = select(NameBlock.supporter_id).where(NameBlock.block.in_(hosts))
    session.execute(
        delete(LookAlike).where(
            LookAlike.same_domain,
            LookAlike.score < likeness.MIN_SCORE,
            LookAlike.verdict.is_(None),
            LookAlike.a_id.in_(on_hosts),
        )
    )


_supporters = cast(Table, Supporter.__table__)
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
    return likeness.MAX_PER_DOMAIN if block.startswith("domain ") else likeness.MAX_PER_BLOCK


def _cores(session: Session, ids: set[int]) -> dict[int, str]:
    rows = session.execute(select(Supporter.id, Supporter.name_key).where(Supporter.id.in_(ids)))
    return {row.id: likeness.core(row.name_key) for row in rows}
