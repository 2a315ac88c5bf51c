"""Whatever happens, in whatever order: the tables equal the ledger, which equals the entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support import factories
from tracker.core.db import db
from tracker.core.errors import RuleBroken
from tracker.endorsements import amendments, engine
from tracker.endorsements.lifecycle import SUPPORTER, Action, Actor, Status
from tracker.endorsements.models import Endorsement
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.ledger import sequencer
from tracker.ledger.models import Checkpoint, DatePrecision, LedgerEvent
from tracker.supporters.models import Membership, SupporterKind
from tracker.tallies import periods, projection, queries, reconciliation, verification
from tracker.tallies.reconciliation import Documented

pytestmark = pytest.mark.long

Said = tuple[
    queries.Tally,
    list[queries.GovernmentRow],
    queries.Combined,
    dict[date, Documented],
    dict[int, list[periods.Period]],
]
Key = tuple[SupporterKind, Grade, Membership | None]
STAFF_STEPS = (
    Action.SUSPEND,
    Action.REINSTATE,
    Action.INVALIDATE,
    Action.WITHDRAW,
    Action.LAPSE,
    Action.RESTORE,
)
DAYS_AGO = st.integers(0, 30)
STEPS = st.one_of(
    st.tuples(st.sampled_from([Action.REGRADE, Action.REDATE]), DAYS_AGO),
    st.tuples(st.sampled_from([Action.REGRADE, Action.REDATE]), DAYS_AGO),
    st.tuples(st.sampled_from([*STAFF_STEPS, Action.ERASE]), DAYS_AGO),
    st.tuples(st.sampled_from(["person", "organisation", "FRA", "VAT"]), DAYS_AGO),
    st.tuples(st.just("days"), st.integers(1, 9)),
    st.tuples(st.just("sequence"), st.just(0)),
)
BEGINNING: list[tuple[tuple[Any, int], int]] = [
    (("FRA", 25), 2),
    (("VAT", 20), 0),
    (("organisation", 30), 0),
    (("person", 10), 0),
    (("sequence", 0), 0),
]
HISTORIES = st.lists(
    st.tuples(STEPS, st.sampled_from([0, 0, 0, 1, 2, 3, 4, 5])), min_size=8, max_size=14
)


class History:
    """Carries out drawn steps; those that the rules refuse leave no trace."""

    def __init__(self, session: Session, made: Initiative, now: datetime) -> None:
        self.session = session
        self.made = made
        self.began = self.now = now
        self.entries: list[Endorsement] = []
        self.said: dict[datetime, dict[date, Said]] = {}

    def take(self, step: tuple[Any, int], pick: int) -> None:
        what, number = step
        if what == "days":
            self.now += timedelta(days=number)
        elif what == "sequence":
            self.sequence()
        elif isinstance(what, Action):
            self._change(what, self.now.date() - timedelta(days=number), pick)
        else:
            self._begin(what, self.now.date() - timedelta(days=number), pick)

    def sequence(self) -> None:
        sequencer.sequence(self.session, now=self.now, projections=[projection.apply])
        self.session.flush()
        self.said[self.now] = {day: self.say(day) for day in self.days()[::5]}
        self.now += timedelta(seconds=1)

    def days(self) -> list[date]:
        first = self.began.date() - timedelta(days=32)
        return [first + timedelta(days=n) for n in range(0, (self.now.date() - first).days + 1, 2)]

    def tally(self, as_of: date, known_at: datetime | None = None) -> queries.Tally:
        return queries.tally(
            self.session,
            self.made.id,
            as_of=as_of,
            today=date.max,
            known_at=known_at,
        )

    def say(self, as_of: date, known_at: datetime | None = None) -> Said:
        """Everything that pages tell of a day."""
        return (
            self.tally(as_of, known_at),
            queries.governments(self.session, self.made.id, as_of=as_of, known_at=known_at),
            queries.combined(self.session, [self.made.id], as_of=as_of, known_at=known_at),
            reconciliation.documented(self.session, [self.made.id], [as_of], known_at=known_at),
            periods.of_entries(
                self.session, [entry.id for entry in self.entries], known_at=known_at
            ),
        )

    def _begin(self, who: str, on: date, pick: int) -> None:
        kinds = {"person": SupporterKind.INDIVIDUAL, "organisation": SupporterKind.ORGANISATION}
        kind = kinds.get(who, SupporterKind.GOVERNMENT)
        government = kind is SupporterKind.GOVERNMENT
        standing = (Status.VERIFIED, Status.SUSPENDED)
        if any(
            entry.supporter.state_iso3 == who and entry.status in standing for entry in self.entries
        ):
            return
        with suppress(RuleBroken), self.session.begin_nested():
            self.entries.append(
                factories.verified(
                    self.session,
                    self.made,
                    kind,
                    now=self.now,
                    on=on,
                    state=who if government else None,
                    grade=list(Grade)[pick % 3] if government else Grade.ENDORSED,
                    precision=list(DatePrecision)[pick % 2],
                )
            )

    def _change(self, action: Action, on: date, pick: int) -> None:
        if not self.entries:
            return
        entry = self.entries[pick % len(self.entries)]
        with suppress(RuleBroken), self.session.begin_nested():
            if action is Action.ERASE:
                engine.move(self.session, entry, action, SUPPORTER, now=self.now)
            elif action in STAFF_STEPS:
                ended_on = on if action in (Action.WITHDRAW, Action.LAPSE) else None
                factories.by_staff(self.session, entry, action, now=self.now, ended_on=ended_on)
            elif entry.kind is SupporterKind.GOVERNMENT:
                self._amend(entry, action, on, list(Grade)[on.toordinal() % 3])
        self.session.refresh(entry)

    def _amend(self, entry: Endorsement, action: Action, on: date, grade: Grade) -> None:
        change = factories.seconded(self.session, entry, action, now=self.now)
        by = Actor.staff(factories.staff(self.session))
        common: dict[str, Any] = {
            "now": self.now,
            "on": on,
            "precision": DatePrecision.ON,
            "change": change,
        }
        if action is Action.REGRADE:
            amendments.regrade(self.session, entry, by, grade=grade, **common)
        else:
            amendments.redate(self.session, entry, by, **common)


def recount(history: History, as_of: date) -> Counter[Key]:
    """The ledger read entry by entry, as a stranger would."""
    counted: Counter[Key] = Counter()
    for event in history.session.scalars(select(LedgerEvent).order_by(LedgerEvent.position)):
        if event.position is not None and event.effective_on <= as_of:
            counted[event.kind, event.grade, event.membership] += event.delta
    return counted


def standing_now(history: History, as_of: date) -> Counter[Key]:
    """The entries themselves, without the ledger, as of a day on which no period has changed."""
    counted: Counter[Key] = Counter()
    for entry in history.entries:
        if entry.status is Status.VERIFIED and (entry.effective_on or as_of) <= as_of:
            state = entry.supporter.state
            counted[entry.kind, entry.grade, state.membership if state else None] += 1
    return counted


def check(history: History) -> None:
    session = history.session
    history.sequence()
    today = history.now.date()
    size = sequencer.size(session)
    assert projection.differences(session, size=size) == []
    positions = session.scalars(select(LedgerEvent.position).order_by(LedgerEvent.position)).all()
    assert list(positions) == list(range(size))
    times = session.scalars(select(Checkpoint.recorded_at).order_by(Checkpoint.size)).all()
    assert list(times) == sorted(times)
    assert +recount(history, today) == standing_now(history, today)
    for day in history.days():
        counted = recount(history, day)
        assert min(counted.values(), default=0) >= 0, "nobody is counted less than not at all"
        assert (
            history.tally(day).individuals
            == counted[SupporterKind.INDIVIDUAL, Grade.ENDORSED, None]
        )
        rows = queries.governments(session, history.made.id, as_of=day)
        assert len({row.state_iso3 for row in rows}) == len(rows), "one grade a State at a time"
        assert len(rows) == sum(
            number for (kind, _, _), number in counted.items() if kind is SupporterKind.GOVERNMENT
        )
        combined = queries.combined(session, [history.made.id], as_of=day)
        tally = history.tally(day)
        assert len(combined.either.members) == tally.members
        assert reconciliation.documented(session, [history.made.id], [day])[day] == Documented(
            members=tally.members, observers=tally.observers, organisations=tally.organisations
        )
    ends = {instant.date(): said for instant, said in sorted(history.said.items())}
    for instant, tallies in history.said.items():
        for day, said in tallies.items():
            at_end = ends[instant.date()].get(day, said)[0]
            whole = replace(said[0], individuals=at_end.individuals, ledger_size=at_end.ledger_size)
            kept = (whole, *said[1:])
            assert history.say(day, known_at=instant) == kept, "what was said stays said"
    for day_here, tallies in ends.items():
        end = datetime.combine(day_here, time.max, tzinfo=UTC)
        for day, said in tallies.items():
            assert history.tally(day, known_at=end) == said[0], "a day ends with what it last said"
    projection.rebuild(session, size=size)
    assert projection.differences(session, size=size) == []
    assert verification.verify(session).differences == []


def run(app: Flask, now: datetime, steps: list[tuple[tuple[Any, int], int]]) -> None:
    with app.app_context():
        session = db.session()
        history = History(session, factories.initiative(session), now)
        try:
            for step, pick in BEGINNING + steps:
                history.take(step, pick)
            check(history)
        finally:
            session.rollback()
            db.session.remove()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_random_histories(empty_app: Flask, now: datetime) -> None:
    many = settings(
        max_examples=12,
        derandomize=True,
        phases=[Phase.generate],  # a history that fails is long to shorten, and readable as found
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    _property(empty_app, now, many)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_few_random_histories_on_postgresql(empty_app: Flask, now: datetime) -> None:
    few = settings(
        max_examples=4,
        derandomize=True,
        phases=[Phase.generate],  # a history that fails is long to shorten, and readable as found
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    _property(empty_app, now, few)


def _property(app: Flask, now: datetime, how: settings) -> None:
    drawn: Callable[[], None] = how(given(steps=HISTORIES)(lambda steps: run(app, now, steps)))
    drawn()
