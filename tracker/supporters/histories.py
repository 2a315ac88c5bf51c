"""Queries of what happened to supporters, and of their names on a day."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, CompoundSelect, Select, func, select, union
from sqlalchemy.orm import Session, aliased, joinedload

from tracker.core import superseded_rows
from tracker.core.errors import NotFound
from tracker.supporters.changes import ENDINGS, ChangeKind, StateNamePeriod, SupporterChange
from tracker.supporters.models import RegionalGroup, Supporter, SupporterKind
from tracker.supporters.names import plain


def standing() -> list[ColumnElement[bool]]:
    """Return the conditions that a row holds: it takes nothing back, and was not taken back."""
    later = aliased(SupporterChange)
    undone = select(later.id).where(later.undoes_id == SupporterChange.id).exists()
    return [SupporterChange.undoes_id.is_(None), ~undone]


def of_supporter(session: Session, supporter_id: int) -> Sequence[SupporterChange]:
    """Return all that was ever recorded of a supporter, in the order of recording, with what was
    taken back and the rows that did so."""
    return session.scalars(
        select(SupporterChange)
        .options(joinedload(SupporterChange.successor))
        .where(SupporterChange.supporter_id == supporter_id)
        .order_by(SupporterChange.id)
    ).all()


def in_force(changes: Sequence[SupporterChange]) -> list[SupporterChange]:
    """Return what holds of all that was recorded of a supporter, in the order of its days."""
    undone = {change.undoes_id for change in changes}
    standing_changes = [
        change for change in changes if change.undoes_id is None and change.id not in undone
    ]
    return sorted(standing_changes, key=lambda change: (change.happened_on, change.id))


def predecessors(session: Session, supporter_id: int) -> Sequence[SupporterChange]:
    """Return what holds of others that this supporter succeeds, by day."""
    return session.scalars(
        select(SupporterChange)
        .options(joinedload(SupporterChange.supporter))
        .where(SupporterChange.successor_id == supporter_id, *standing())
        .order_by(SupporterChange.happened_on, SupporterChange.id)
    ).all()


def change(session: Session, change_id: int) -> SupporterChange:
    """Return one row. Raises NotFound."""
    change = session.get(SupporterChange, change_id)
    if change is None:
        raise NotFound("Nothing of this number is recorded.")
    return change


def newest_id(session: Session, supporter_id: int) -> int:
    """Return the newest row about a supporter, by which a page knows whether it is still true; 0
    when there is none."""
    return (
        session.scalar(
            select(func.max(SupporterChange.id)).where(SupporterChange.supporter_id == supporter_id)
        )
        or 0
    )


def ending(session: Session, supporter_id: int) -> SupporterChange | None:
    """Return how an organisation ended; none while it exists."""
    return session.scalars(
        select(SupporterChange)
        .options(joinedload(SupporterChange.successor))
        .where(
            SupporterChange.supporter_id == supporter_id,
            SupporterChange.kind.in_(ENDINGS),
            *standing(),
        )
    ).first()


def names_on(
    session: Session,
    supporter_ids: Collection[int],
    day: date,
    *,
    known_at: datetime | None = None,
) -> dict[int, str]:
    """Of these supporters, those that had another name on a day, or as known at an instant, each
    with that name."""
    rows = session.scalars(
        select(SupporterChange)
        .where(
            SupporterChange.supporter_id.in_(supporter_ids),
            SupporterChange.kind == ChangeKind.RENAMED,
        )
        .order_by(SupporterChange.id)
    )
    renamings: dict[int, list[SupporterChange]] = {}
    for row in rows:
        renamings.setdefault(row.supporter_id, []).append(row)
    names = {key: _name_on(changes, day, known_at) for key, changes in renamings.items()}
    return {key: name for key, name in names.items() if name is not None}


def _name_on(
    changes: Sequence[SupporterChange], day: date, known_at: datetime | None
) -> str | None:
    """Return the name on a day after these renamings, in the order of recording; none for
    today's."""
    recorded = [change for change in changes if known_at is None or change.recorded_at <= known_at]
    to_come = [change for change in in_force(recorded) if change.happened_on > day]
    if to_come:
        return to_come[0].before
    later = changes[len(recorded) :]
    return later[0].before if later else None


def groups_on(
    session: Session, day: date, *, known_at: datetime | None = None
) -> dict[str, RegionalGroup]:
    """Return the States that belonged to another regional group on a day than as known at an
    instant, each with that group."""
    rows = session.execute(
        select(SupporterChange, Supporter.state_iso3)
        .join(Supporter, Supporter.id == SupporterChange.supporter_id)
        .where(SupporterChange.kind == ChangeKind.REGROUPED)
        .order_by(SupporterChange.id)
    )
    regroupings: dict[str, list[SupporterChange]] = {}
    for row, iso3 in rows:
        if known_at is None or row.recorded_at <= known_at:
            regroupings.setdefault(str(iso3), []).append(row)
    groups = {}
    for iso3, changes in regroupings.items():
        later = [change for change in in_force(changes) if change.happened_on > day]
        if later:
            groups[iso3] = RegionalGroup(later[0].difference["regional_group"][0])
    return groups


def once_called(condition: ColumnElement[bool]) -> Select[int]:
    """Return the ids of organisations of whose former names one meets a condition on
    `former_key`."""
    return select(SupporterChange.supporter_id).where(
        SupporterChange.kind == ChangeKind.RENAMED, condition, *standing()
    )


def once_called_like(session: Session, letters: str) -> list[int]:
    """Return the ids of organisations of whose former names one holds a text, both in plain
    letters."""
    former = select(SupporterChange.supporter_id, SupporterChange.former_key).where(
        SupporterChange.kind == ChangeKind.RENAMED, *standing()
    )
    return [row.supporter_id for row in session.execute(former) if letters in plain(row.former_key)]


def organisations_called(key: str) -> CompoundSelect[int]:
    """Return the ids of organisations that have, or once had, the name that is folded so.

    Two selects rather than one condition, so that each finds its index.
    """
    now_called = select(Supporter.id).where(
        Supporter.kind == SupporterKind.ORGANISATION, Supporter.name_key == key
    )
    return union(now_called, once_called(SupporterChange.former_key == key))


def former_state_names(
    session: Session, iso3: str, *, known_at: datetime | None = None
) -> Sequence[StateNamePeriod]:
    """Return a State's former names, the latest first; those of which no day is known last."""
    periods = [period for period in _periods(session, known_at) if period.iso3 == iso3]
    return sorted(periods, key=_latest_first)


def _periods(session: Session, known_at: datetime | None) -> Sequence[StateNamePeriod]:
    """Return every former name as known at an instant; there are a few dozen."""
    return superseded_rows.every(session, StateNamePeriod, ("id",), known_at)


def _latest_first(period: StateNamePeriod) -> tuple[bool, int, str, int]:
    until = period.held_until
    return until is None, -(until or date.min).toordinal(), period.language, period.id


def state_on(
    session: Session, iso3: str, day: date, *, known_at: datetime | None = None
) -> dict[str, StateNamePeriod]:
    """Return what one State is known to have been called on a day, in those languages in which it
    was another name than today's."""
    periods = [
        period
        for period in _periods(session, known_at)
        if period.iso3 == iso3 and _held_on(period, day)
    ]
    return {period.language: period for period in sorted(periods, key=_latest_first)}


def _held_on(period: StateNamePeriod, day: date) -> bool:
    since, until = period.held_from, period.held_until
    return until is not None and until > day and (since is None or since <= day)


def all_state_names_on(
    session: Session, day: date, *, known_at: datetime | None = None
) -> dict[str, dict[str, str]]:
    """Return the short names that States are known to have had on a day, by code and language,
    where it was another name than today's."""
    names: dict[str, dict[str, str]] = {}
    for period in sorted(_periods(session, known_at), key=_latest_first):
        if _held_on(period, day):
            names.setdefault(period.iso3, {})[period.language] = period.short_name
    return names


def state_names_on(
    session: Session, language: str, day: date, *, known_at: datetime | None = None
) -> dict[str, str]:
    """Return the States that are known to have had another short name on a day, each with that
    name."""
    names = all_state_names_on(session, day, known_at=known_at)
    return {
        iso3: by_language[language]
        for iso3, by_language in names.items()
        if language in by_language
    }
