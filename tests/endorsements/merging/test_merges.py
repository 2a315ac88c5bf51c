"""One organisation from two records: what is counted, what is refused, and the way back."""

from __future__ import annotations

import threading
from datetime import date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support import factories, tally_json
from tests.support.merges import merged, parted, published, record, verified, waiting
from tests.support.world import World
from tracker.core.db import db, transaction
from tracker.core.errors import Conflict, NotFound, RuleBroken
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.merging import services
from tracker.endorsements.merging.models import Merge
from tracker.endorsements.merging.plan import plan
from tracker.endorsements.models import Endorsement
from tracker.supporters.models import SupporterKind

EARLY, LATE = date(2026, 2, 1), date(2026, 5, 1)


def organisations(world: World, *days: date) -> list[int]:
    return [world.tally(day).organisations for day in (*days, world.now.date())]


def actions(session: Session, entry: Endorsement) -> list[Action]:
    query = select(Decision.action).where(Decision.endorsement_id == entry.id)
    return list(session.scalars(query.order_by(Decision.id)))


@pytest.mark.parametrize("kept_is_earlier", [True, False])
def test_one_organisation_counts_once_from_its_earlier_day(
    world: World, kept_is_earlier: bool
) -> None:
    session, now = world.session, world.now
    kept, other = record(session, "Forum", now=now), record(session, "The Forum", now=now)
    days = (EARLY, LATE) if kept_is_earlier else (LATE, EARLY)
    own, theirs = (
        verified(session, one, world.made, now=now, on=day)
        for one, day in zip((kept, other), days, strict=True)
    )
    assert organisations(world, EARLY, LATE) == [1, 2, 2]
    done = merged(session, kept, other, now=now)
    assert organisations(world, EARLY - timedelta(days=1), EARLY, LATE) == [0, 1, 1, 1]
    earlier, later = (own, theirs) if kept_is_earlier else (theirs, own)
    assert (earlier.status, later.status) == (Status.VERIFIED, Status.SUPERSEDED)
    assert later.superseded_by_id == earlier.id and later.ended_on == LATE
    assert own.supporter_id == theirs.supporter_id == kept.id
    assert other.merged_into_id == kept.id and kept.merged_into_id is None
    (row,) = tally_json.organisations(session, world.made.id, as_of=now.date())
    assert (row.endorsement_id, row.supporter_id, row.since) == (earlier.id, kept.id, EARLY)

    world.later(3)
    parted(session, done, now=world.now)
    assert organisations(world, EARLY, LATE) == [1, 2, 2]
    session.refresh(other)
    assert other.merged_into_id is None and theirs.supporter_id == other.id
    assert own.status is theirs.status is Status.VERIFIED
    assert later.superseded_by_id is None and later.ended_on is None
    rows = tally_json.organisations(session, world.made.id, as_of=world.now.date())
    assert {row.supporter_id for row in rows} == {kept.id, other.id}


def test_every_step_is_in_the_history_with_both_names(world: World) -> None:
    session, now = world.session, world.now
    kept, other = record(session, "Forum", now=now), record(session, "The Forum", now=now)
    verified(session, kept, world.made, now=now, on=EARLY)
    theirs = verified(session, other, world.made, now=now, on=LATE)
    parted(session, merged(session, kept, other, now=now), now=now)
    steps = actions(session, theirs)[-4:]
    assert steps == [Action.SUPERSEDE, Action.MERGE, Action.UNMERGE, Action.RESTORE]
    differences = session.scalars(
        select(Decision.difference).where(
            Decision.endorsement_id == theirs.id, Decision.action == Action.MERGE
        )
    ).all()
    assert differences == [{"organisation": ["The Forum", "Forum"]}]


def test_what_waits_moves_and_is_left_to_reviewers(world: World) -> None:
    session, now = world.session, world.now
    kept, other = record(session, "Forum", now=now), record(session, "The Forum", now=now)
    verified(session, kept, world.made, now=now, on=EARLY)
    claim = waiting(session, other, world.made, now=now, on=LATE)
    done = merged(session, kept, other, now=now)
    assert (claim.status, claim.supporter_id) == (Status.IN_REVIEW, kept.id)
    parted(session, done, now=now)
    assert (claim.status, claim.supporter_id) == (Status.IN_REVIEW, other.id)


def test_a_suspended_entry_is_settled_first(world: World) -> None:
    session, now = world.session, world.now
    kept, other = record(session, "Forum", now=now), record(session, "The Forum", now=now)
    verified(session, kept, world.made, now=now, on=EARLY)
    theirs = verified(session, other, world.made, now=now, on=LATE)
    world.staff(theirs, Action.SUSPEND)
    with pytest.raises(RuleBroken, match="is suspended, and both records have an entry"):
        merged(session, kept, other, now=now)
    world.staff(theirs, Action.INVALIDATE)
    merged(session, kept, other, now=now)
    assert theirs.supporter_id == kept.id and theirs.status is Status.INVALIDATED


def test_a_request_to_withdraw_is_settled_first(world: World) -> None:
    session, now = world.session, world.now
    kept, other = record(session, "Forum", now=now), record(session, "The Forum", now=now)
    verified(session, kept, world.made, now=now, on=EARLY)
    verified(session, other, world.made, now=now, on=LATE).withdrawal_requested_at = now
    with pytest.raises(RuleBroken, match="asked to withdraw"):
        merged(session, kept, other, now=now)


def test_days_that_an_ended_entry_counts_are_not_counted_again(world: World) -> None:
    session, now = world.session, world.now
    kept, other = record(session, "Forum", now=now), record(session, "The Forum", now=now)
    ended = verified(session, kept, world.made, now=now, on=EARLY)
    world.staff(ended, Action.WITHDRAW, ended_on=LATE)
    theirs = verified(session, other, world.made, now=now, on=EARLY + timedelta(days=9))
    with pytest.raises(RuleBroken, match="one of their entries has ended since"):
        merged(session, kept, other, now=now)
    assert other.merged_into_id is None and theirs.supporter_id == other.id


def test_of_two_ended_entries_that_overlap_it_is_said_that_nothing_can_be_done(
    world: World,
) -> None:
    session, now = world.session, world.now
    kept, other = record(session, "Forum", now=now), record(session, "The Forum", now=now)
    for supporter in (kept, other):
        world.staff(
            verified(session, supporter, world.made, now=now, on=EARLY),
            Action.WITHDRAW,
            ended_on=LATE,
        )
    with pytest.raises(RuleBroken, match=r"have ended.*stay apart"):
        merged(session, kept, other, now=now)
    assert other.merged_into_id is None


def test_which_day_to_correct_is_said(world: World) -> None:
    session, now = world.session, world.now
    kept, other = record(session, "Forum", now=now), record(session, "The Forum", now=now)
    ended = verified(session, kept, world.made, now=now, on=EARLY)
    world.staff(ended, Action.WITHDRAW, ended_on=LATE)
    theirs = verified(session, other, world.made, now=now, on=EARLY)
    with pytest.raises(RuleBroken, match=f"Correct the day of {theirs.reference} first"):
        merged(session, kept, other, now=now)


def test_periods_that_follow_one_another_are_joined(world: World) -> None:
    session, now = world.session, world.now
    kept, other = record(session, "Forum", now=now), record(session, "The Forum", now=now)
    ended = verified(session, kept, world.made, now=now, on=EARLY)
    world.staff(ended, Action.WITHDRAW, ended_on=LATE)
    verified(session, other, world.made, now=now, on=LATE)
    merged(session, kept, other, now=now)
    assert organisations(world, EARLY, LATE) == [1, 1, 1]


def test_only_two_different_organisations_are_merged(world: World) -> None:
    session, now = world.session, world.now
    kept, other = record(session, "Forum", now=now), record(session, "The Forum", now=now)
    person = factories.supporter(session, SupporterKind.INDIVIDUAL, now=now)
    with pytest.raises(NotFound):
        services.merge(session, kept.id, person.id, 1, "Why", seen="", now=now)
    with pytest.raises(RuleBroken, match="not two records"):
        merged(session, kept, kept, now=now)
    with pytest.raises(RuleBroken, match="Say how you know"):
        services.merge(session, kept.id, other.id, 1, "", seen="", now=now)
    merged(session, kept, other, now=now)
    third = record(session, "Le Forum", now=now)
    for two in ((kept, other), (third, other), (other, third)):
        with pytest.raises(RuleBroken, match="was merged into another record already"):
            merged(session, *two, now=now)


def test_what_changed_since_the_preview_is_looked_at_again(world: World) -> None:
    session, now = world.session, world.now
    kept, other = record(session, "Forum", now=now), record(session, "The Forum", now=now)
    seen = plan(session, kept, other).seen
    waiting(session, other, world.made, now=now, on=LATE)
    with pytest.raises(Conflict, match="An entry has changed"):
        services.merge(session, kept.id, other.id, 1, "Why", seen=seen, now=now)


def test_merges_are_parted_in_the_opposite_order(world: World) -> None:
    session, now = world.session, world.now
    first, second, third = (record(session, name, now=now) for name in ("A", "B", "C"))
    entry = verified(session, first, world.made, now=now, on=EARLY)
    one = merged(session, second, first, now=now)
    two = merged(session, third, second, now=now)
    session.refresh(first)
    assert first.merged_into_id == second.merged_into_id == third.id == entry.supporter_id
    with pytest.raises(RuleBroken, match="“B” was merged into “C” later"), session.begin_nested():
        parted(session, one, now=now)
    parted(session, two, now=now)
    session.refresh(first)
    assert first.merged_into_id == second.id == entry.supporter_id
    parted(session, one, now=now)
    with pytest.raises(Conflict, match="parted already"):
        parted(session, one, now=now)
    assert entry.supporter_id == first.id


def test_what_was_verified_in_place_of_a_withdrawn_one_forbids_parting(world: World) -> None:
    session, now = world.session, world.now
    kept, other = record(session, "Forum", now=now), record(session, "The Forum", now=now)
    verified(session, kept, world.made, now=now, on=LATE)
    theirs = verified(session, other, world.made, now=now, on=EARLY)
    done = merged(session, kept, other, now=now)
    world.staff(theirs, Action.WITHDRAW, ended_on=now.date())
    verified(session, kept, world.made, now=now, on=now.date())
    with pytest.raises(RuleBroken, match="was verified since"), session.begin_nested():
        parted(session, done, now=now)
    assert organisations(world, EARLY, LATE) == [1, 1, 1]


def test_a_later_decision_about_a_moved_entry_goes_back_with_it(world: World) -> None:
    session, now = world.session, world.now
    kept, other = record(session, "Forum", now=now), record(session, "The Forum", now=now)
    theirs = verified(session, other, world.made, now=now, on=EARLY)
    done = merged(session, kept, other, now=now)
    world.staff(theirs, Action.SUSPEND)
    parted(session, done, now=now)
    assert (theirs.status, theirs.supporter_id) == (Status.SUSPENDED, other.id)


def test_what_comes_to_a_merged_record_is_brought_to_the_one_that_stands(world: World) -> None:
    session, now = world.session, world.now
    kept, other = record(session, "Forum", now=now), record(session, "The Forum", now=now)
    done = merged(session, kept, other, now=now)
    late = waiting(session, other, world.made, now=now, on=LATE)
    assert services.gather(session, now=now) == 1
    assert late.supporter_id == kept.id
    assert services.gather(session, now=now) == 0
    parted(session, done, now=now)
    assert late.supporter_id == other.id


def test_the_database_holds_the_rules_too(world: World) -> None:
    session, now = world.session, world.now
    kept, other = record(session, "Forum", now=now), record(session, "The Forum", now=now)
    person = factories.supporter(session, SupporterKind.INDIVIDUAL, now=now)
    done = merged(session, kept, other, now=now)
    late = waiting(session, other, world.made, now=now, on=LATE)
    refused = (
        f"UPDATE supporters SET merged_into_id = {kept.id} WHERE id = {person.id}",
        f"UPDATE supporters SET merged_into_id = {other.id} WHERE id = {kept.id}",
        f"UPDATE supporters SET merged_into_id = {kept.id} WHERE id = {kept.id}",
        f"UPDATE supporters SET merged_into_id = {person.id} WHERE id = {other.id}",
        f"UPDATE endorsements SET status = 'verified' WHERE id = {late.id}",
        f"UPDATE merges SET reason = 'Another' WHERE id = {done.id}",
        f"DELETE FROM merges WHERE id = {done.id}",
    )
    for statement in refused:
        with pytest.raises(IntegrityError), session.begin_nested():
            session.execute(text(statement))
    with pytest.raises(IntegrityError, match="merged record"), session.begin_nested():
        published(session, other, world.made, now=now)


def test_of_two_reviewers_at_once_one_wins(
    empty_app: Flask, session: Session, now: datetime
) -> None:
    made = factories.initiative(session)
    one, other = record(session, "Forum", now=now), record(session, "The Forum", now=now)
    for record_ in (one, other):
        verified(session, record_, made, now=now, on=LATE)
    staff = factories.staff(session)
    seen = {two: plan(session, *two).seen for two in ((one, other), (other, one))}
    work = [(kept.id, merged_.id, said) for (kept, merged_), said in seen.items()]
    session.commit()
    together, outcomes = threading.Barrier(2), []

    def attempt(kept_id: int, merged_id: int, outcome: str) -> None:
        with empty_app.app_context():
            together.wait()
            try:
                with transaction() as own:
                    services.merge(own, kept_id, merged_id, staff, "Why", seen=outcome, now=now)
                outcomes.append("won")
            except RuleBroken as error:
                outcomes.append(error.message)
            finally:
                db.session.remove()

    threads = [threading.Thread(target=attempt, args=thread) for thread in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcome == "won" for outcome in outcomes) == [False, True], outcomes
    assert any("was merged into another record already" in outcome for outcome in outcomes)
    session.expire_all()
    assert len(session.scalars(select(Merge)).all()) == 1
