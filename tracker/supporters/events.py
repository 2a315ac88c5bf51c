"""The record of what happened to a supporter, and its withdrawal. The row and the supporter change
together; what follows for endorsements is `endorsements.succession`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.core.dates import DatePrecision
from tracker.core.errors import Conflict, RuleBroken
from tracker.supporters import histories
from tracker.supporters.changes import MAY_HAPPEN, ChangeKind, SupporterChange
from tracker.supporters.models import RegionalGroup, State, Supporter
from tracker.supporters.names import fold

Value = Any
"""A value as JSON has it: a text, a truth or none."""
Difference = dict[str, list[Value]]
"""Fields of a supporter with their values before and after, days as ISO 8601."""
DAYS = ("mandate_from", "mandate_until")
GROUP = "regional_group"


@dataclass(frozen=True, kw_only=True)
class Happened:
    """An event as somebody reports it: since when, on whose word, and having seen what."""

    on: date
    source: str
    precision: DatePrecision = DatePrecision.ON
    staff_id: int | None = None
    seconder_id: int | None = None
    """The person who agreed, of a State."""
    cites: str = ""
    seen: int | None = None
    """The newest row about the supporter when the page was opened, 0 for none."""


@dataclass(frozen=True, kw_only=True)
class Retraction:
    """The withdrawal of what was recorded in error: by whom, what shows it, having seen what."""

    staff_id: int
    source: str
    seconder_id: int | None = None
    """The person who agreed, of a State."""
    seen: int | None = None
    """The newest row about the supporter when the page was opened."""


def lock(session: Session, supporter_id: int) -> None:
    """Let nobody else record anything of a supporter, or count it, until this transaction ends."""
    session.execute(
        select(Supporter.id).where(Supporter.id == supporter_id).with_for_update(key_share=True)
    )


def begin(
    session: Session, supporter: Supporter, kind: ChangeKind, happened: Happened, *, now: datetime
) -> None:
    """Check what every report must be, with the supporter locked. Raises RuleBroken, Conflict."""
    lock(session, supporter.id)
    if kind not in MAY_HAPPEN[supporter.kind]:
        raise RuleBroken("This cannot happen to a supporter of this kind.")
    if supporter.erased_at is not None:
        raise RuleBroken("This person was erased; nothing more is recorded.")
    _check_seen(session, supporter.id, happened.seen)
    if not happened.source.strip():
        raise RuleBroken("Say which source shows it.")
    if happened.on > now.date():
        raise RuleBroken("This day is still to come.")


def record(
    session: Session,
    supporter: Supporter,
    kind: ChangeKind,
    happened: Happened,
    *,
    now: datetime,
    difference: Difference | None = None,
    successor: Supporter | None = None,
) -> SupporterChange:
    """Write the row, and set what it changes of the supporter. `begin` comes first."""
    difference = difference or {}
    change = SupporterChange(
        supporter_id=supporter.id,
        kind=kind,
        happened_on=happened.on,
        precision=happened.precision,
        source=happened.source.strip(),
        recorded_at=now,
        difference=difference,
        former_key=fold(difference["name"][0]) if kind is ChangeKind.RENAMED else "",
        successor_id=successor.id if successor else None,
        staff_id=happened.staff_id,
        seconder_id=happened.seconder_id,
        cites=happened.cites,
    )
    for name, (_before, after) in difference.items():
        _set(supporter, name, after)
    session.add(change)
    session.flush()
    return change


def reverse(
    session: Session,
    change: SupporterChange,
    retraction: Retraction,
    *,
    now: datetime,
) -> SupporterChange:
    """Take back what was recorded in error: the supporter is as it was, and both rows stay.

    Raises RuleBroken when something later builds on it, Conflict when somebody else was first.
    """
    supporter = session.get_one(Supporter, change.supporter_id)
    lock(session, supporter.id)
    _check_seen(session, supporter.id, retraction.seen)
    if not retraction.source.strip():
        raise RuleBroken("Say what shows that it was an error.")
    changes = histories.of_supporter(session, supporter.id)
    if change.id not in {standing.id for standing in histories.in_force(changes)}:
        raise Conflict("This has been taken back already.")
    session.refresh(supporter)
    for name, (before, after) in change.difference.items():
        if present(supporter, name) != after:
            raise RuleBroken("Something was changed since. Take that back first.")
        _set(supporter, name, before)
    reversal = SupporterChange(
        supporter_id=supporter.id,
        kind=change.kind,
        happened_on=change.happened_on,
        precision=change.precision,
        source=retraction.source.strip(),
        recorded_at=now,
        difference={name: [pair[1], pair[0]] for name, pair in change.difference.items()},
        former_key=fold(change.after) if change.kind is ChangeKind.RENAMED else "",
        successor_id=change.successor_id,
        staff_id=retraction.staff_id,
        seconder_id=retraction.seconder_id,
        undoes_id=change.id,
    )
    session.add(reversal)
    session.flush()
    return reversal


def present(supporter: Supporter, name: str) -> Value:
    """Return a field of a supporter as a difference writes it."""
    value = getattr(_holder(supporter, name), name)
    return value.isoformat() if isinstance(value, date) else value


def _holder(supporter: Supporter, name: str) -> Supporter | State:
    """Return whose field it is: a group is its State's."""
    return supporter.state if name == GROUP and supporter.state is not None else supporter


def _check_seen(session: Session, supporter_id: int, seen: int | None) -> None:
    if seen is not None and histories.newest_id(session, supporter_id) != seen:
        raise Conflict("Somebody else has just recorded something here. Look at it again.")


def _set(supporter: Supporter, name: str, value: Value) -> None:
    if name in DAYS and value is not None:
        value = date.fromisoformat(value)
    if name == GROUP:
        value = RegionalGroup(value)
    setattr(_holder(supporter, name), name, value)
    if name == "name":
        supporter.name_key = fold(value)
