"""An initiative's counts over time: one point for each day on which one of them changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Label, and_, func, select
from sqlalchemy.orm import Session

from tracker.initiatives.grades import Grade
from tracker.supporters.models import Membership, SupporterKind
from tracker.tallies import sources


@dataclass(frozen=True, kw_only=True)
class Point:
    """The counts at the end of a day. Members and observers are counted apart."""

    day: date
    members: int
    observers: int
    announced: int
    voiced: int
    organisations: int
    parliamentarians: int
    individuals: int


@dataclass(frozen=True, kw_only=True)
class PersonsDay:
    """By how much the number of individuals changed on a day, and what it was then."""

    day: date
    change: int
    total: int


def points(
    session: Session, initiative_id: int, *, as_of: date, known_at: datetime | None = None
) -> list[Point]:
    """Return the days up to `as_of` on which a count changed, oldest first, as known at an
    instant."""
    counted = sources.changes(session, [initiative_id], known_at)
    government = counted.c.kind == SupporterKind.GOVERNMENT
    endorsed = and_(government, counted.c.grade == Grade.ENDORSED)

    def change(name: str, condition: ColumnElement[bool]) -> Label[int]:
        return func.coalesce(func.sum(counted.c.delta).filter(condition), 0).label(name)

    parts = {
        "members": and_(endorsed, counted.c.membership == Membership.MEMBER),
        "observers": and_(endorsed, counted.c.membership == Membership.OBSERVER),
        "announced": and_(government, counted.c.grade == Grade.ANNOUNCED),
        "voiced": and_(government, counted.c.grade == Grade.VOICED),
        "organisations": counted.c.kind == SupporterKind.ORGANISATION,
        "parliamentarians": counted.c.kind == SupporterKind.PARLIAMENTARIAN,
        "individuals": counted.c.kind == SupporterKind.INDIVIDUAL,
    }
    rows = session.execute(
        select(counted.c.effective_on, *(change(*part) for part in parts.items()))
        .where(counted.c.effective_on <= as_of)
        .group_by(counted.c.effective_on)
        .order_by(counted.c.effective_on)
    ).all()
    totals = dict.fromkeys(parts, 0)
    growth: list[Point] = []
    for row in rows:
        changed = dict(zip(parts, row[1:], strict=True))
        if any(changed.values()):
            totals = {name: totals[name] + int(changed[name]) for name in parts}
            growth.append(Point(day=row.effective_on, **totals))
    return growth


def individuals(
    session: Session, initiative_id: int, *, as_of: date, known_at: datetime | None = None
) -> Sequence[PersonsDay]:
    """Return the same of individuals alone: all that is told of them in bulk."""
    before = 0
    days: list[PersonsDay] = []
    for point in points(session, initiative_id, as_of=as_of, known_at=known_at):
        if point.individuals != before:
            change = point.individuals - before
            days.append(PersonsDay(day=point.day, change=change, total=point.individuals))
            before = point.individuals
    return days
