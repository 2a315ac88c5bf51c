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


def still(changes: Sequence[SupporterChange]) -> list[SupporterChange]:
    """Of all that was recorded of a supporter, what holds, in the order in which it happened."""
    undone = {one.undoes_id for one in changes}
    found = [one for one in changes if one.undoes_id is None and one.id not in undone]
    return sorted(found, key=lambda one: (one.happened_on, one.id))


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
    found = session.get(SupporterChange, change_id)
    if found is None:
        raise NotFound("Nothing of this number is recorded.")
    return found


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
    every: dict[int, list[SupporterChange]] = {}
    for row in rows:
        every.setdefault(row.supporter_id, []).append(row)
    found = {key: _name_on(changes, day, known_at) for key, changes in every.items()}
    return {key: name for key, name in found.items() if name is not None}


def _name_on(
    changes: Sequence[SupporterChange], day: date, known_at: datetime | None
) -> str | None:
    """Return the name on a day after these renamings, in the order of recording; none for
    today's."""
    known = [one for one in changes if known_at is None or one.recorded_at <= known_at]
    holds = [one for one in still(known) if one.happened_on > day]
    if holds:
        return holds[0].before
    later = changes[len(known) :]
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
    known: dict[str, list[SupporterChange]] = {}
    for row, iso3 in rows:
        if known_at is None or row.recorded_at <= known_at:
            known.setdefault(str(iso3), []).append(row)
    found = {}
    for iso3, changes in known.items():
        later = [one for one in still(changes) if one.happened_on > day]
        if later:
            found[iso3] = RegionalGroup(later[0].difference["regional_group"][0])
    return found


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
    mine = [one for one in _periods(session, known_at) if one.iso3 == iso3]
    return sorted(mine, key=_latest_first)


def _periods(session: Session, known_at: datetime | None) -> Sequence[StateNamePeriod]:
    """Return every former name as known at an instant; there are a few dozen."""
    return superseded_rows.every(session, StateNamePeriod, ("id",), known_at)


def _latest_first(one: StateNamePeriod) -> tuple[bool, int, str, int]:
    until = one.held_until
    return until is None, -(until or date.min).toordinal(), one.language, one.id


def state_on(
    session: Session, iso3: str, day: date, *, known_at: datetime | None = None
) -> dict[str, StateNamePeriod]:
    """Return what one State is known to have been called on a day, in those languages in which it
    was another name than today's."""
    held = [one for one in _periods(session, known_at) if one.iso3 == iso3 and _held_on(one, day)]
    return {one.language: one for one in sorted(held, key=_latest_first)}


def _held_on(one: StateNamePeriod, day: date) -> bool:
    since, until = one.held_from, one.held_until
    return until is not None and until > day and (since is None or since <= day)


def all_state_names_on(
    session: Session, day: date, *, known_at: datetime | None = None
) -> dict[str, dict[str, str]]:
    """Return the short names that States are known to have had on a day, by code and language,
    where it was another name than today's."""
    found: dict[str, dict[str, str]] = {}
    for one in sorted(_periods(session, known_at), key=_latest_first):
        if _held_on(one, day):
            found.setdefault(one.iso3, {})[one.language] = one.short_name
    return found


def state_names_on(
    session: Session, language: str, day: date, *, known_at: datetime | None = None
) -> dict[str, str]:
    """Return the States that are known to have had another short name on a day, each with that
    name."""
    every = all_state_names_on(session, day, known_at=known_at)
    return {iso3: names[language] for iso3, names in every.items() if language in names}
