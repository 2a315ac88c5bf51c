"""Changes to published entries, newest first, in the fixed neutral words of their histories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, text
from sqlalchemy.orm import Session, contains_eager, joinedload

from tracker.endorsements.decisions import CHANGES, Decision
from tracker.endorsements.lifecycle import Action, ActorKind
from tracker.endorsements.models import Endorsement
from tracker.endorsements.publication import HAS_A_PAGE, public
from tracker.pages import fact_changes
from tracker.pages.fact_changes import FactChange
from tracker.supporters.changes import SupporterChange
from tracker.supporters.models import Supporter, SupporterKind

PAGE = 50
CAME_WITH = and_(
    Decision.actor_kind == ActorKind.SYSTEM, Decision.decided_at == Endorsement.verified_at
)
"""A decision that only tells of the periods with which the record published an entry."""
MAX_COUNTED = 1000
"""Up to how many entries that were changed alike are counted."""
Within = Sequence[ColumnElement[bool]]
"""Conditions on entries, which leave out the changes of all others."""


@dataclass(frozen=True)
class Correction:
    """One change, and the entry as it is now."""

    decision: Decision
    endorsement: Endorsement
    others: int = 0
    """The number of other entries that changed in the same way with it, since all of them rest on a
    text that was changed; more than `MAX_COUNTED` are not counted."""


def corrections(
    session: Session,
    *,
    before: int | None = None,
    limit: int = PAGE,
    within: Within = (),
) -> tuple[Sequence[Correction], int | None]:
    """Changes made after an entry was published, newest first, and where the next page begins.

    Only of entries that have a page of their own; an individual's never has. A list may support
    100,000 entries, so what its change changed in them is told once, by the newest of them.
    Conditions on entries in `within` narrow all of it.
    """
    query = _changes(within).order_by(Decision.id.desc()).limit(limit + 1)
    if before is not None:
        query = query.where(Decision.id < before)
    rows = [Correction(*row) for row in session.execute(query)]
    groups = [list(alike) for _key, alike in groupby(rows[:limit], key=_made_by)]
    newest = [replace(alike[0], others=len(alike) - 1) for alike in groups]
    if len(rows) <= limit:
        return newest, None
    last, next_one = rows[limit - 1], rows[limit]
    if _made_by(last) != _made_by(next_one):
        return newest, last.decision.id
    newest[-1] = replace(newest[-1], others=_count(session, last.decision, within) - 1)
    return newest, _end_of(session, last.decision, within)


def _changes(within: Within) -> Select[Decision, Endorsement]:
    return (
        select(Decision, Endorsement)
        .join(Endorsement, Endorsement.id == Decision.endorsement_id)
        .join(Endorsement.supporter)
        .options(contains_eager(Endorsement.supporter), joinedload(Endorsement.initiative))
        .where(
            text(f"decisions.{CHANGES}"),
            *public(HAS_A_PAGE),
            *within,
            Decision.decided_at >= Endorsement.verified_at,
            ~CAME_WITH,
        )
    )


def _made_by(correction: Correction) -> tuple[object, ...]:
    """Alike for all decisions that the change of one text left; for any other, its own."""
    decision = correction.decision
    if decision.action is Action.CITE:
        return decision.cites, decision.decided_at
    return (decision.id,)


def _made_with(decision: Decision) -> ColumnElement[bool]:
    return and_(
        Decision.action == Action.CITE,
        Decision.decided_at == decision.decided_at,
        Decision.cites == decision.cites,
    )


def _count(session: Session, decision: Decision, within: Within) -> int:
    """Return how many public entries the change of one text changed, up to `MAX_COUNTED` and one
    more."""
    listed = _changes(within).with_only_columns(Decision.id)
    some = listed.where(_made_with(decision)).limit(MAX_COUNTED + 1)
    return session.scalar(select(func.count()).select_from(some.subquery())) or 0


def _end_of(session: Session, decision: Decision, within: Within) -> int | None:
    """The oldest in a row of decisions that the change of one text left; none if nothing is older.

    Others may have decided while they were written, so the row can be shorter than all of them.
    """
    listed = _changes(within).with_only_columns(Decision.id)
    older = session.scalar(
        listed.where(Decision.id < decision.id, ~_made_with(decision))
        .order_by(Decision.id.desc())
        .limit(1)
    )
    if older is None:
        return None
    return session.scalar(
        listed.where(Decision.id > older, _made_with(decision)).order_by(Decision.id).limit(1)
    )


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the page: a change of an entry, of whoever made entries, or of a fact
    that leads a page."""

    at: datetime
    supporter: Supporter | None = None
    fact: FactChange | None = None
    correction: Correction | None = None
    change: SupporterChange | None = None


def made_by_then(known_at: datetime | None) -> Within:
    """Return the condition that a change had been made at an instant, by this site's own clock; any
    change for none."""
    return () if known_at is None else (Decision.decided_at <= known_at,)


def of_supporters(
    session: Session,
    beside: Sequence[Correction],
    *,
    before: int | None,
    last: bool,
    known_at: datetime | None = None,
) -> Sequence[SupporterChange]:
    """Return what happened to governments and organisations that have a page, as recorded in the
    time that one page of corrections spans. Nothing of persons."""
    theirs = select(Endorsement.id).where(Endorsement.supporter_id == Supporter.id, *public())
    query = (
        select(SupporterChange)
        .join(SupporterChange.supporter)
        .options(contains_eager(SupporterChange.supporter), joinedload(SupporterChange.successor))
        .where(
            or_(
                Supporter.kind == SupporterKind.GOVERNMENT,
                (Supporter.kind == SupporterKind.ORGANISATION) & theirs.exists(),
            )
        )
    )
    if before is not None:
        since = session.get(Decision, before)
        if since is None:
            return []
        query = query.where(SupporterChange.recorded_at < since.decided_at)
    elif known_at is not None:
        query = query.where(SupporterChange.recorded_at <= known_at)
    if not last:
        query = query.where(SupporterChange.recorded_at >= beside[-1].decision.decided_at)
    return session.scalars(query).all()


def of_facts(
    session: Session,
    beside: Sequence[Correction],
    names: dict[str, str],
    *,
    before: int | None,
    last: bool,
    known_at: datetime | None = None,
) -> Sequence[FactChange]:
    """Changes of facts that lead a page, as recorded in the time that one page of corrections
    spans."""
    newest = session.get(Decision, before) if before is not None else None
    if before is not None and newest is None:
        return []
    return fact_changes.told(
        session,
        names,
        since=None if last else beside[-1].decision.decided_at,
        before=newest.decided_at if newest is not None else None,
        until=known_at if newest is None else None,
    )


def together(
    corrections: Sequence[Correction],
    changes: Sequence[SupporterChange],
    facts: Sequence[FactChange] = (),
) -> list[Line]:
    """All in one list, newest first."""
    lines = [
        Line(
            at=correction.decision.decided_at,
            supporter=correction.endorsement.supporter,
            correction=correction,
        )
        for correction in corrections
    ]
    lines += [Line(at=fact.at, fact=fact) for fact in facts]
    lines += [
        Line(at=change.recorded_at, supporter=change.supporter, change=change) for change in changes
    ]
    return sorted(lines, key=lambda line: line.at, reverse=True)
