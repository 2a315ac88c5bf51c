"""Grades are dated periods: one begins where another ends, and corrections keep it so."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.support import factories
from tests.support.world import BEGAN, World
from tracker.core.errors import RuleBroken
from tracker.endorsements import amendments
from tracker.endorsements.lifecycle import Action, Actor
from tracker.endorsements.models import Endorsement
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision
from tracker.tallies import queries


def regrade(world: World, entry: Endorsement, grade: Grade, on: date) -> None:
    change = factories.seconded(world.session, entry, Action.REGRADE, now=world.now)
    amendments.regrade(
        world.session,
        entry,
        Actor.staff(factories.staff(world.session)),
        now=world.now,
        grade=grade,
        on=on,
        precision=DatePrecision.ON,
        change=change,
    )


def test_grades_are_dated_periods(world: World) -> None:
    entry = world.government(Grade.VOICED)
    assert world.grades() == [0, 0, 1]
    world.later(10)
    regrade(world, entry, Grade.ENDORSED, world.days_ago(2))
    assert world.grades(world.days_ago(3)) == [0, 0, 1]
    assert world.grades(world.days_ago(2)) == world.grades() == [1, 0, 0]
    assert world.grades(known_at=world.began) == [0, 0, 1]
    (row,) = queries.governments(world.session, world.made.id, as_of=world.now.date())
    assert (row.grade, row.since) == (Grade.ENDORSED, world.days_ago(2))


def test_a_grade_given_from_the_first_day_was_never_the_old_one(world: World) -> None:
    entry = world.government(Grade.VOICED)
    world.later(10)
    regrade(world, entry, Grade.ANNOUNCED, BEGAN)
    assert world.grades(BEGAN) == world.grades() == [0, 1, 0]


def test_back_to_an_earlier_grade(world: World) -> None:
    entry = world.government(Grade.VOICED)
    world.later(20)
    regrade(world, entry, Grade.ENDORSED, world.days_ago(15))
    world.later(0)
    regrade(world, entry, Grade.VOICED, world.days_ago(5))
    assert [world.grades(world.days_ago(days)) for days in (16, 15, 6, 5, 0)] == [
        [0, 0, 1],
        [1, 0, 0],
        [1, 0, 0],
        [0, 0, 1],
        [0, 0, 1],
    ]
    (row,) = queries.governments(world.session, world.made.id, as_of=world.now.date())
    assert (row.grade, row.since) == (Grade.VOICED, world.days_ago(5))


def test_a_withdrawal_cannot_reach_back_into_an_earlier_grade(world: World) -> None:
    entry = world.government(Grade.VOICED)
    world.later(20)
    regrade(world, entry, Grade.ENDORSED, world.days_ago(5))
    with pytest.raises(RuleBroken):
        world.staff(entry, Action.WITHDRAW, ended_on=world.days_ago(10))


def test_a_corrected_date_moves_the_count_and_is_not_forgotten(world: World) -> None:
    entry = world.government()
    world.later(10)
    earlier = BEGAN - timedelta(days=30)
    change = factories.seconded(world.session, entry, Action.REDATE, now=world.now)
    decision = amendments.redate(
        world.session,
        entry,
        Actor.staff(factories.staff(world.session)),
        now=world.now,
        on=earlier,
        precision=DatePrecision.BY,
        change=change,
    )
    assert decision.difference == {"effective_on": [BEGAN.isoformat(), earlier.isoformat()]}
    assert world.grades(earlier)[0] == world.grades()[0] == 1
    assert world.grades(earlier - timedelta(days=1))[0] == 0
    assert world.grades(earlier, known_at=world.began)[0] == 0
    (row,) = queries.governments(world.session, world.made.id, as_of=world.now.date())
    assert (row.since, row.precision) == (earlier, DatePrecision.BY)


def redate(world: World, entry: Endorsement, on: date) -> None:
    change = factories.seconded(world.session, entry, Action.REDATE, now=world.now)
    amendments.redate(
        world.session,
        entry,
        Actor.staff(factories.staff(world.session)),
        now=world.now,
        on=on,
        precision=DatePrecision.ON,
        change=change,
    )


@pytest.mark.parametrize("moved_to", [20, 5])
def test_the_grade_before_ends_where_the_corrected_one_begins(world: World, moved_to: int) -> None:
    entry = world.government(Grade.VOICED)
    world.later(30)
    regrade(world, entry, Grade.ENDORSED, world.days_ago(10))
    redate(world, entry, world.days_ago(moved_to))
    counts = [world.grades(world.days_ago(days)) for days in (moved_to + 1, moved_to, 10, 7, 0)]
    later = [[1, 0, 0] if days <= moved_to else [0, 0, 1] for days in (10, 7, 0)]
    assert counts == [[0, 0, 1], [1, 0, 0], *later]


def test_a_third_grade_may_replace_the_second_from_before_it_began(world: World) -> None:
    entry = world.government(Grade.VOICED)
    world.later(30)
    regrade(world, entry, Grade.ENDORSED, world.days_ago(10))
    regrade(world, entry, Grade.ANNOUNCED, world.days_ago(15))
    assert [world.grades(world.days_ago(days)) for days in (16, 15, 10, 0)] == [
        [0, 0, 1],
        [0, 1, 0],
        [0, 1, 0],
        [0, 1, 0],
    ]


def test_a_grade_cannot_begin_before_the_one_it_followed(world: World) -> None:
    entry = world.government(Grade.VOICED)
    world.later(30)
    regrade(world, entry, Grade.ENDORSED, world.days_ago(10))
    with pytest.raises(RuleBroken, match="began on 2026-03-01"):
        redate(world, entry, BEGAN)
    world.session.rollback()
