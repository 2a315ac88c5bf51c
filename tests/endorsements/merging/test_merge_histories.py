"""Whatever two records went through: merged they count once a day, parted they count as before."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support import factories, tally_json
from tests.support.merges import merged, parted, record, verified, waiting
from tracker.core.db import db
from tracker.core.errors import RuleBroken
from tracker.endorsements import amendments
from tracker.endorsements.lifecycle import Action, Actor
from tracker.endorsements.models import Endorsement
from tracker.ledger import sequencer
from tracker.ledger.models import DatePrecision
from tracker.supporters.models import Supporter
from tracker.tallies import projection, queries

pytestmark = pytest.mark.long

SPAN = 30
DAYS_AGO = st.integers(0, SPAN)
CHANGES = (
    Action.SUSPEND,
    Action.REINSTATE,
    Action.INVALIDATE,
    Action.WITHDRAW,
    Action.LAPSE,
    Action.RESTORE,
    Action.REDATE,
)
STEPS = st.one_of(
    st.tuples(st.sampled_from(["verified", "verified", "waiting"]), DAYS_AGO),
    st.tuples(st.sampled_from(CHANGES), DAYS_AGO),
)
HISTORIES = st.lists(st.tuples(STEPS, st.integers(0, 11)), min_size=3, max_size=10)
Counts = dict[tuple[int, date], int]


class History:
    """Three records, two of which may be one organisation's, and two initiatives."""

    def __init__(self, session: Session, now: datetime) -> None:
        self.session = session
        self.now = now
        self.initiatives = [factories.initiative(session, slug) for slug in ("one", "two")]
        self.records = [record(session, name, now=now) for name in ("A", "B", "bystander")]
        self.entries: list[Endorsement] = []

    def take(self, step: tuple[Any, int], pick: int) -> None:
        """Carry out a step; one that the rules refuse leaves no trace."""
        what, ago = step
        on = self.now.date() - timedelta(days=ago)
        with suppress(RuleBroken, IntegrityError), self.session.begin_nested():
            if isinstance(what, Action):
                self._change(what, on, pick)
                return
            of, made = self.records[pick % 3], self.initiatives[pick % 2]
            begin = verified if what == "verified" else waiting
            self.entries.append(begin(self.session, of, made, now=self.now, on=on))

    def _change(self, action: Action, on: date, pick: int) -> None:
        if not self.entries:
            return
        entry = self.entries[pick % len(self.entries)]
        if action is Action.REDATE:
            by = Actor.staff(factories.staff(self.session))
            change = factories.seconded(self.session, entry, action, now=self.now)
            amendments.redate(
                self.session,
                entry,
                by,
                now=self.now,
                on=on,
                precision=DatePrecision.ON,
                change=change,
            )
            return
        ended_on = on if action in (Action.WITHDRAW, Action.LAPSE) else None
        factories.by_staff(self.session, entry, action, now=self.now, ended_on=ended_on)

    def days(self) -> list[date]:
        return [self.now.date() - timedelta(days=n) for n in range(SPAN + 2)]

    def tallies(self) -> Counts:
        sequencer.sequence(self.session, now=self.now, projections=[projection.apply])
        self.session.flush()
        return {
            (made.id, day): queries.tally(
                self.session, made.id, as_of=day, today=date.max
            ).organisations
            for made in self.initiatives
            for day in self.days()
        }

    def supporting(self) -> dict[tuple[int, date], set[int]]:
        """The records that are counted, by name and not by number."""
        return {
            (made.id, day): {
                row.supporter_id
                for row in tally_json.organisations(self.session, made.id, as_of=day)
            }
            for made in self.initiatives
            for day in self.days()
        }

    def owners(self) -> list[tuple[int, str, date | None, int | None]]:
        self.session.expire_all()
        return [
            (entry.supporter_id, entry.status.value, entry.ended_on, entry.superseded_by_id)
            for entry in self.entries
        ]


def check(history: History) -> bool:
    """Merge and part; whether the rules allowed it."""
    session, (kept, other, _bystander) = history.session, history.records
    before, named, owners = history.tallies(), history.supporting(), history.owners()
    try:
        with session.begin_nested():
            done = merged(session, kept, other, now=history.now)
    except RuleBroken:
        assert (history.tallies(), history.owners()) == (before, owners), (
            "a refusal leaves no trace"
        )
        return False
    once = {key: {_one(each, kept, other) for each in who} for key, who in named.items()}
    assert history.tallies() == {key: len(who) for key, who in once.items()}
    assert history.supporting() == once
    history.now += timedelta(hours=1)
    parted(session, done, now=history.now)
    assert history.tallies() == before
    assert (history.supporting(), history.owners()) == (named, owners)
    assert projection.differences(session, size=sequencer.size(session)) == []
    return True


def _one(each: int, kept: Supporter, other: Supporter) -> int:
    return kept.id if each == other.id else each


def run(app: Flask, now: datetime, steps: list[tuple[tuple[Any, int], int]]) -> bool:
    with app.app_context():
        session = db.session()
        try:
            history = History(session, now)
            for step, pick in steps:
                history.take(step, pick)
            return check(history)
        finally:
            session.rollback()
            db.session.remove()


@pytest.mark.parametrize(
    ("database", "examples"), [("sqlite", 5), ("postgresql", 3)], indirect=["database"]
)
def test_random_histories(empty_app: Flask, now: datetime, examples: int) -> None:
    how = settings(
        max_examples=examples,
        derandomize=True,
        phases=[Phase.generate],  # a history that fails is long to shorten, and readable as found
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    done: list[bool] = []
    drawn: Callable[[], None] = how(
        given(steps=HISTORIES)(lambda steps: done.append(run(empty_app, now, steps)))
    )
    drawn()
    assert done.count(True) > len(done) // 4, "enough of them could be merged to say something"
