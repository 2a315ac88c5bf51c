"""Whatever several people do, in whatever order: what is counted is right, on every day.

After each step of a random history: at most one counted entry for a supporter, no government
without three people, tallies equal to a recount of the decision log and to a replay of the ledger
for today and for days that are past, and a decision for every change of a status.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import invariant, run_state_machine_as_test
from sqlalchemy import func, select

from tests.support.histories import recount
from tests.support.histories.machine import People
from tests.support.histories.recount import Key
from tracker.accounts.models import User
from tracker.core.db import db
from tracker.endorsements.lifecycle import AWAITING, Action, Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.endorsements.queries import COUNTED
from tracker.initiatives.grades import Grade
from tracker.ledger import sequencer
from tracker.ledger.models import LedgerEvent
from tracker.review.decisions.independence import JUDGING, is_reviewer
from tracker.supporters.models import Membership, SupporterKind
from tracker.tallies import projection, queries

pytestmark = pytest.mark.long

PAST = (0, 1, 6, 23, 60)
"""Days ago."""


class Checked(People):
    """The same people, with everything that must hold looked at after each step."""

    @invariant()
    def everything_holds(self) -> None:
        self.sequence()
        mine = self.mine()
        one_counted_entry_a_supporter()
        for entry in mine:
            three_people_for_a_government(entry)
            a_decision_for_every_step(entry)
            an_appeal_is_decided_by_another(entry)
            an_open_approval_is_a_reviewers(entry)
        self._tallies_are_right(mine)
        assert projection.differences(db.session(), size=sequencer.size(db.session())) == []

    def _tallies_are_right(self, mine: list[Endorsement]) -> None:
        today = self.now.date()
        told = [entry for entry in mine if entry.kind is not SupporterKind.INDIVIDUAL]
        awaiting = sum(entry.status in AWAITING for entry in told)
        events = self._events()
        for day in map(self.ago, PAST):
            recounted = +recount.counted(mine, day)
            assert replayed(events, day) == recounted, day
            tally = self.tally(day)
            assert as_counted(tally) == by_what_a_tally_says(recounted), day
            assert tally.awaiting == (awaiting if day == today else None)
        for instant, tallies in self.said.items():
            for day, said in tallies.items():
                known = self.tally(day, known_at=instant)
                assert of_the_instant(known) == of_the_instant(said), "what was said stays said"
        if len(self.said) < 4:
            days = map(self.ago, PAST[:3])
            self.said[self.now] = {day: self.tally(day, known_at=self.now) for day in days}

    def _events(self) -> Sequence[LedgerEvent]:
        mine = LedgerEvent.initiative_id == self.initiative_id
        return db.session().scalars(select(LedgerEvent).where(mine)).all()


def of_the_instant(tally: queries.Tally) -> queries.Tally:
    """What is known to the second; of individuals, and so of the ledger's size, whole days are."""
    return replace(tally, individuals=0, ledger_size=0)


def one_counted_entry_a_supporter() -> None:
    doubled = (
        select(Endorsement.supporter_id)
        .where(Endorsement.status.in_(COUNTED))
        .group_by(Endorsement.initiative_id, Endorsement.supporter_id)
        .having(func.count() > 1)
    )
    assert db.session().scalars(doubled).all() == []


def three_people_for_a_government(entry: Endorsement) -> None:
    if entry.kind is not SupporterKind.GOVERNMENT or entry.status not in COUNTED:
        return
    assert entry.second_recorder_id not in (entry.first_approver_id, entry.second_approver_id)
    people = [entry.recorder_id, entry.first_approver_id, entry.second_approver_id]
    if entry.origin is Origin.SIGN_UP:  # its officer recorded it
        people[0] = -1
    assert None not in people
    assert len(set(people)) == 3


def an_appeal_is_decided_by_another(entry: Endorsement) -> None:
    """Until an appeal has succeeded, whoever judges it took no decision before it."""
    people: set[int] = set()
    before: set[int] = set()
    for decision in entry.decisions:
        if decision.action is Action.APPEAL:
            before |= people
        elif decision.action in JUDGING:
            assert decision.staff_id not in before, entry.reference
        if decision.to_status in COUNTED:
            before = set()
        if decision.staff_id is not None:
            people.add(decision.staff_id)


def an_open_approval_is_a_reviewers(entry: Endorsement) -> None:
    if entry.status is Status.APPROVED_ONCE:
        first = db.session().get_one(User, entry.first_approver_id)
        assert is_reviewer(first), entry.reference


def a_decision_for_every_step(entry: Endorsement) -> None:
    """The decisions lead from the first status to the present one, without a gap."""
    status = Status.UNCONFIRMED if entry.origin is Origin.SIGN_UP else None
    for decision in entry.decisions:
        if decision.to_status is not None:
            imported = (status, decision.from_status) == (None, Status.STAGED)
            assert decision.from_status is status or imported, entry.reference
            status = decision.to_status
    assert status is entry.status


def replayed(events: Sequence[LedgerEvent], day: date) -> Counter[Key]:
    """The ledger read entry by entry, as a stranger would."""
    counted: Counter[Key] = Counter()
    for event in events:
        if event.effective_on <= day:
            counted[event.kind, event.grade, event.membership] += event.delta
    assert min(counted.values(), default=0) >= 0, "nobody is counted less than not at all"
    return +counted


def as_counted(tally: queries.Tally) -> dict[str, int]:
    names = ("members", "observers", "announced", "voiced")
    people = ("organisations", "parliamentarians", "individuals")
    return {name: getattr(tally, name) for name in (*names, *people)}


def by_what_a_tally_says(counted: Counter[Key]) -> dict[str, int]:
    def governments(grade: Grade, *memberships: Membership) -> int:
        keys = ((SupporterKind.GOVERNMENT, grade, membership) for membership in memberships)
        return sum(counted[key] for key in keys)

    return {
        "members": governments(Grade.ENDORSED, Membership.MEMBER),
        "observers": governments(Grade.ENDORSED, Membership.OBSERVER),
        "announced": governments(Grade.ANNOUNCED, *Membership),
        "voiced": governments(Grade.VOICED, *Membership),
    } | {
        f"{kind.value}s": counted[kind, Grade.ENDORSED, None]
        for kind in SupporterKind
        if kind is not SupporterKind.GOVERNMENT
    }


LONG = int(os.environ.get("ROLLCALL_HISTORIES", "0"))
"""How many histories `make torture` asks for; else a few, the same ones each time."""


def _histories(app: Flask, few: int) -> None:
    Checked.employ(app)
    how = settings(
        max_examples=LONG or few,
        stateful_step_count=40,
        derandomize=not LONG,
        phases=[Phase.generate],  # a history that fails is long to shorten, and readable as found
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Checked, settings=how)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_random_histories_of_several_people(app: Flask) -> None:
    _histories(app, few=4)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_few_on_postgresql(app: Flask) -> None:
    _histories(app, few=2)
