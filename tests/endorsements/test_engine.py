"""What each step of an endorsement's life does to the count, by both clocks."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support import factories, tally_json
from tests.support.world import BEGAN, GOVERNMENT, ORGANISATION, World
from tracker.core.db import db
from tracker.core.errors import Conflict, RuleBroken
from tracker.endorsements import amendments, engine
from tracker.endorsements.lifecycle import SUPPORTER, Action, Actor, Status
from tracker.endorsements.models import Endorsement
from tracker.endorsements.retention import services
from tracker.ledger.models import DatePrecision
from tracker.tallies import queries


def test_verification_counts_from_the_effective_day(world: World) -> None:
    world.person(on=BEGAN)
    assert world.persons(BEGAN - timedelta(days=1)) == 0
    assert world.persons(BEGAN) == world.persons() == 1
    assert world.persons(known_at=world.now - timedelta(days=1)) == 0
    assert world.persons(known_at=world.now) == 1


def test_what_awaits_verification_is_not_counted(world: World) -> None:
    entry = factories.pending(world.session, world.made, ORGANISATION, now=world.now)
    assert (world.tally().organisations, world.tally().awaiting) == (0, 0)
    engine.move(
        world.session, entry, Action.CONFIRM, SUPPORTER, now=world.now, target=Status.IN_REVIEW
    )
    assert (world.tally().organisations, world.tally().awaiting) == (0, 1)
    world.staff(entry, Action.ASK)
    assert world.tally().awaiting == 1
    world.staff(entry, Action.REJECT)
    assert (world.tally().organisations, world.tally().awaiting) == (0, 0)
    assert world.tally(world.days_ago(1)).awaiting is None
    assert world.tally(known_at=world.now).awaiting is None


def test_a_withdrawal_today_leaves_yesterday_as_it_was(world: World) -> None:
    entry = world.person(on=BEGAN)
    world.later(10)
    engine.move(world.session, entry, Action.WITHDRAW, SUPPORTER, now=world.now)
    assert world.persons() == 0
    assert world.persons(world.days_ago(1)) == 1
    assert world.persons(known_at=world.began) == 1, "what the site said then stays said"


def test_a_withdrawal_may_hold_from_an_earlier_day(world: World) -> None:
    entry = world.government()
    world.later(10)
    world.staff(entry, Action.WITHDRAW, ended_on=world.days_ago(4))
    assert [world.grades(world.days_ago(days))[0] for days in (5, 4, 0)] == [1, 0, 0]
    with pytest.raises(RuleBroken):
        world.staff(world.person(), Action.WITHDRAW, ended_on=world.days_ago(1))


def test_suspension_stops_the_count_and_reinstatement_fills_the_gap(world: World) -> None:
    entry = world.government()
    world.later(10)
    world.staff(entry, Action.SUSPEND)
    suspended = world.now
    assert [world.grades(world.days_ago(days))[0] for days in (1, 0)] == [1, 0]
    world.later(10)
    world.staff(entry, Action.REINSTATE)
    assert [world.grades(world.days_ago(days))[0] for days in (11, 10, 5, 0)] == [1, 1, 1, 1]
    assert world.grades(suspended.date(), known_at=suspended)[0] == 0
    (row,) = queries.governments(world.session, world.made.id, as_of=world.now.date())
    assert (row.since, row.state_iso3) == (BEGAN, "FRA")


def test_withdrawn_while_suspended_counts_until_its_end(world: World) -> None:
    entry = world.government()
    world.later(10)
    world.staff(entry, Action.SUSPEND)
    world.later(10)
    world.staff(entry, Action.WITHDRAW, ended_on=world.days_ago(3))
    assert [world.grades(world.days_ago(days))[0] for days in (11, 10, 4, 3, 0)] == [1, 1, 1, 0, 0]


def test_withdrawn_while_suspended_may_end_before_the_suspension(world: World) -> None:
    entry = world.government()
    world.later(10)
    world.staff(entry, Action.SUSPEND)
    world.later(10)
    world.staff(entry, Action.WITHDRAW, ended_on=world.days_ago(15))
    assert [world.grades(world.days_ago(days))[0] for days in (16, 15, 12, 10, 0)] == [
        1,
        0,
        0,
        0,
        0,
    ]


def test_the_invalidated_never_counted(world: World) -> None:
    entry = world.government()
    world.later(10)
    world.staff(entry, Action.SUSPEND)
    world.later(10)
    world.staff(entry, Action.INVALIDATE)
    assert [world.grades(world.days_ago(days))[0] for days in (15, 10, 0)] == [0, 0, 0]
    assert world.grades(BEGAN)[0] == 0
    assert world.grades(BEGAN, known_at=world.began)[0] == 1


def test_superseded_by_its_replacement(world: World) -> None:
    old = factories.verified(world.session, world.made, ORGANISATION, now=world.now, on=BEGAN)
    world.later(10)
    new = Endorsement(
        initiative_id=world.made.id,
        supporter_id=old.supporter_id,
        kind=ORGANISATION,
        origin=old.origin,
        submitted_at=world.now,
        status_since=world.now,
        effective_on=world.days_ago(2),
    )
    world.session.add(new)
    world.session.flush()
    engine.move(
        world.session, new, Action.CONFIRM, SUPPORTER, now=world.now, target=Status.IN_REVIEW
    )
    reviewer = Actor.staff(factories.staff(world.session))
    engine.move(
        world.session,
        old,
        Action.SUPERSEDE,
        reviewer,
        now=world.now,
        ended_on=new.effective_on,
        superseded_by_id=new.id,
    )
    engine.move(world.session, new, Action.VERIFY, reviewer, now=world.now)
    counts = [world.tally(world.days_ago(days)).organisations for days in (200, 3, 2, 1, 0)]
    assert counts == [1, 1, 1, 1, 1]
    (row,) = tally_json.organisations(world.session, world.made.id, as_of=world.now.date())
    assert row.endorsement_id == new.id
    (row,) = tally_json.organisations(world.session, world.made.id, as_of=world.days_ago(3))
    assert (row.endorsement_id, row.since) == (old.id, BEGAN)


def test_an_organisation_that_is_no_more_counts_until_its_end(world: World) -> None:
    entry = factories.verified(world.session, world.made, ORGANISATION, now=world.now, on=BEGAN)
    world.later(10)
    world.staff(entry, Action.LAPSE, ended_on=world.days_ago(4))
    lapsed = world.now
    assert [world.tally(world.days_ago(days)).organisations for days in (5, 4, 0)] == [1, 0, 0]
    world.later(10)
    world.staff(entry, Action.RESTORE)
    assert [world.tally(world.days_ago(days)).organisations for days in (15, 14, 0)] == [1, 1, 1]
    assert world.tally(lapsed.date(), known_at=lapsed).organisations == 0
    assert (entry.ended_on, entry.verified_at) == (None, world.began)


def test_nobody_counts_twice_on_a_day_that_is_past(world: World) -> None:
    first = world.government()
    world.later(10)
    world.staff(first, Action.WITHDRAW, ended_on=world.days_ago(4))
    with pytest.raises(RuleBroken, match="counts on"), world.session.begin_nested():
        world.government(on=world.days_ago(5))
    second = world.government(on=world.days_ago(4))
    assert [world.grades(world.days_ago(days))[0] for days in (5, 4, 0)] == [1, 1, 1]
    change = factories.seconded(world.session, second, Action.REDATE, now=world.now)
    with pytest.raises(RuleBroken, match="counts on"), world.session.begin_nested():
        amendments.redate(
            world.session,
            second,
            Actor.staff(factories.staff(world.session)),
            now=world.now,
            on=world.days_ago(6),
            precision=DatePrecision.ON,
            change=change,
        )


def test_erasure_counts_until_that_day_and_names_nobody(world: World) -> None:
    entry = world.person(on=BEGAN)
    world.later(10)
    engine.move(world.session, entry, Action.ERASE, SUPPORTER, now=world.now)
    services.forget(world.session, entry, now=world.now)
    assert world.persons() == 0
    assert world.persons(world.days_ago(1)) == 1
    assert world.persons(known_at=world.began) == 1
    assert (entry.commitment_salt, entry.supporter.name) == (None, "")


def test_a_person_erased_while_suspended_no_longer_counts(world: World) -> None:
    entry = world.person(on=BEGAN)
    world.later(10)
    world.staff(entry, Action.SUSPEND)
    world.later(10)
    engine.move(world.session, entry, Action.ERASE, SUPPORTER, now=world.now)
    assert [world.persons(world.days_ago(days)) for days in (11, 10, 0)] == [1, 0, 0]


def test_after_withdrawal_nothing_more_changes_the_count(world: World) -> None:
    entry = world.person(on=BEGAN)
    engine.move(world.session, entry, Action.WITHDRAW, SUPPORTER, now=world.now)
    world.later(1)
    engine.move(world.session, entry, Action.ERASE, SUPPORTER, now=world.now)
    assert [world.persons(day) for day in (BEGAN, world.days_ago(0))] == [1, 0]


def test_members_and_observers_are_counted_apart(world: World) -> None:
    for state in ("FRA", "KEN", "VAT"):
        factories.verified(
            world.session, world.made, GOVERNMENT, now=world.now, on=BEGAN, state=state
        )
    assert (world.tally().members, world.tally().observers) == (2, 1)


def test_of_two_reviewers_at_once_one_gets_a_clear_answer(world: World) -> None:
    entry = factories.verified(world.session, world.made, ORGANISATION, now=world.now)
    reviewer = Actor.staff(factories.staff(world.session))
    world.session.commit()
    with Session(db.engine, expire_on_commit=False) as other:
        seen = other.get_one(Endorsement, entry.id)
        other.commit()
        world.staff(entry, Action.SUSPEND)
        world.session.commit()
        assert seen.status is Status.VERIFIED, "what the second reviewer still has on the screen"
        with pytest.raises(Conflict):
            engine.move(other, seen, Action.SUSPEND, reviewer, now=world.now)
        other.rollback()
    assert entry.status is Status.SUSPENDED
    assert world.tally().organisations == 0


def test_one_counted_endorsement_a_supporter(world: World) -> None:
    world.government()
    with pytest.raises(IntegrityError):
        world.government()
    world.session.rollback()
