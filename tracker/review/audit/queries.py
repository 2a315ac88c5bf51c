"""The log: decisions and what happened to accounts, together, the newest first.

Two append-only tables are read side by side, each by an index on its time, so a page costs the same
however long the log is. A page ends at a line's (time, table, id), and the next begins after it.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, literal, or_, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session, contains_eager, joinedload

from tracker.accounts.models import StaffAction, StaffEvent
from tracker.core.errors import BadInput
from tracker.core.orm import BigId, UtcDateTime
from tracker.endorsements.decisions import Decision, DecisionNote
from tracker.endorsements.lifecycle import Action, ActorKind, ReasonCode
from tracker.endorsements.models import Endorsement
from tracker.initiatives.models import Initiative
from tracker.review.audit.personal_reads import is_individual
from tracker.supporters.models import SupporterKind

AnySelect = TypeVar("AnySelect", bound=Select[*tuple[Any, ...]])
PAGE = 50
DECISIONS, ACCOUNTS = 1, 2
"""The table of a line; at the same moment that of accounts stands above."""


@dataclass(frozen=True)
class Sought:
    """The filters of the log; what is none filters nothing."""

    person: int | None = None
    """By, or about the account of, a member of staff."""
    actor: ActorKind | None = None
    action: Action | StaffAction | None = None
    kind: SupporterKind | None = None
    initiative: str | None = None
    reason: ReasonCode | None = None
    since: date | None = None
    until: date | None = None
    entry_id: int | None = None
    words: str = ""
    officers: bool = True
    """True if words beside corrections are searched, which name who acts for an institution."""

    @property
    def decisions(self) -> bool:
        """Return whether a decision can be among what is sought."""
        return not isinstance(self.action, StaffAction)

    @property
    def accounts(self) -> bool:
        """Return whether something about an account can be."""
        about_entries = self.kind or self.initiative or self.reason or self.entry_id or self.words
        return not (
            isinstance(self.action, Action) or about_entries or self.actor is ActorKind.SUPPORTER
        )


@dataclass(frozen=True)
class DecisionLine:
    """A decision and the entry that it is about."""

    decision: Decision
    entry: Endorsement

    @property
    def place(self) -> Place:
        return Place(self.decision.decided_at, DECISIONS, self.decision.id)

    @property
    def difference(self) -> dict[str, Any] | None:
        """The fields that changed; of an individual none are told."""
        return None if is_individual(self.entry) else self.decision.difference

    def words(self, *, officers: bool) -> str | None:
        """Return what was written beside the decision; of an individual nothing, and of a
        correction, which names who acts for an institution, only with `officers`."""
        hidden = self.decision.action is Action.CORRECT and not officers
        note = None if hidden or is_individual(self.entry) else self.decision.note
        return note.words if note is not None else None


@dataclass(frozen=True)
class AccountLine:
    """An event of an account."""

    event: StaffEvent

    @property
    def place(self) -> Place:
        return Place(self.event.at, ACCOUNTS, self.event.id)


Line = DecisionLine | AccountLine


@dataclass(frozen=True, order=True)
class Place:
    """The place in the log at which a page ends."""

    at: datetime
    table: int
    id: int

    def __str__(self) -> str:
        return f"{self.at.isoformat()}~{self.table}~{self.id}"

    @classmethod
    def read(cls, text: str) -> Place | None:
        """Read a place from an address. Raises BadInput for what `str` never made."""
        if not text:
            return None
        try:
            at, table, id = text.split("~")
            return cls(datetime.fromisoformat(at).astimezone(UTC), int(table), int(id))
        except (ValueError, OverflowError) as error:
            raise BadInput("This address of a page of the log is not complete.") from error


def lines(
    session: Session, sought: Sought, *, after: Place | None = None, limit: int = PAGE
) -> Sequence[Line]:
    """Return up to `limit` lines of the log after a place, the newest first."""
    streams: list[list[Line]] = []
    if sought.decisions:
        for conditions in _parts(session, sought):
            query = _decisions(sought).where(*conditions)
            page = _before(query, Decision.decided_at, Decision.id, DECISIONS, after)
            rows = session.execute(page.limit(limit)).unique()
            streams.append([DecisionLine(decision, entry) for decision, entry in rows])
    if sought.accounts:
        events = _before(_events(sought), StaffEvent.at, StaffEvent.id, ACCOUNTS, after)
        streams.append([AccountLine(event) for event in session.scalars(events.limit(limit))])
    merged = heapq.merge(*streams, key=lambda line: line.place, reverse=True)
    return list(islice(merged, limit))


def every_line(session: Session, sought: Sought, *, batch: int = 500) -> Iterator[Line]:
    """Return the whole log as sought, read in batches; what was read is let go."""
    after: Place | None = None
    while batch_of_lines := lines(session, sought, after=after, limit=batch):
        yield from batch_of_lines
        after = batch_of_lines[-1].place
        session.expunge_all()


def _before(
    query: AnySelect,
    at: InstrumentedAttribute[datetime],
    id: InstrumentedAttribute[int],
    table: int,
    after: Place | None,
) -> AnySelect:
    if after is not None:
        # Of the same moment, the lines of a table that stands below come all, of one above none.
        newest = after.id if table == after.table else (0 if table > after.table else None)
        if newest is None:
            query = query.where(at <= after.at)
        else:
            place = tuple_(literal(after.at, UtcDateTime), literal(newest, BigId))
            query = query.where(tuple_(at, id) < place)
    return query.order_by(at.desc(), id.desc())


def _parts(session: Session, sought: Sought) -> list[tuple[ColumnElement[bool], ...]]:
    """Return the decisions of each sought kind about each sought initiative apart: one index has
    each of these in the order of time, so none is searched for among millions of others."""
    if sought.kind is None and sought.initiative is None:
        return [()]
    initiatives = select(Initiative.id)
    if sought.initiative is not None:
        initiatives = initiatives.where(Initiative.slug == sought.initiative)
    kinds = SupporterKind if sought.kind is None else (sought.kind,)
    return [
        (Decision.initiative_id == id, Decision.kind == kind)
        for id in session.scalars(initiatives)
        for kind in kinds
    ]


def _decisions(sought: Sought) -> Select[Decision, Endorsement]:
    query = (
        select(Decision, Endorsement)
        .join(Endorsement, Endorsement.id == Decision.endorsement_id)
        .join(Endorsement.supporter)
        .join(Endorsement.initiative)
        .options(
            contains_eager(Endorsement.supporter),
            contains_eager(Endorsement.initiative),
            joinedload(Decision.note),
        )
        .where(*_days(Decision.decided_at, sought))
    )
    wanted = {
        Decision.staff_id: sought.person,
        Decision.actor_kind: sought.actor,
        Decision.action: sought.action,
        Decision.reason: sought.reason,
        Decision.endorsement_id: sought.entry_id,
    }
    query = query.where(*(column == value for column, value in wanted.items() if value is not None))
    if sought.words:
        noted = select(DecisionNote.decision_id).where(
            DecisionNote.words.icontains(sought.words, autoescape=True)
        )
        # Beside an individual's entry words may name them, and whoever searched would learn it.
        query = query.where(Decision.id.in_(noted), Endorsement.kind != SupporterKind.INDIVIDUAL)
        if not sought.officers:
            query = query.where(Decision.action != Action.CORRECT)
    return query


def _events(sought: Sought) -> Select[StaffEvent]:
    query = select(StaffEvent).where(*_days(StaffEvent.at, sought))
    if sought.person is not None:
        query = query.where(
            or_(StaffEvent.staff_id == sought.person, StaffEvent.by_id == sought.person)
        )
    if sought.actor is ActorKind.STAFF:
        query = query.where(StaffEvent.by_id.is_not(None))
    elif sought.actor is ActorKind.SYSTEM:
        query = query.where(StaffEvent.by_id.is_(None))
    if sought.action is not None:
        query = query.where(StaffEvent.action == sought.action)
    return query


def _days(at: InstrumentedAttribute[datetime], sought: Sought) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions of days: the beginning of the first to the end of the last (UTC)."""
    if sought.since is not None:
        yield at >= datetime.combine(sought.since, time(), UTC)
    if sought.until is not None and sought.until < date.max:
        yield at < datetime.combine(sought.until, time(), UTC) + timedelta(days=1)
