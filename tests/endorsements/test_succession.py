"""What happens to supporters in the world, and what follows for their support."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from tests.support import factories, merges
from tests.support.merges import published
from tests.support.world import BEGAN, ORGANISATION, World
from tracker.core.db import db
from tracker.core.errors import Conflict, RuleBroken
from tracker.endorsements import engine, succession
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import SUPPORTER, Action, Actor, Status
from tracker.endorsements.models import Endorsement
from tracker.endorsements.retention import services
from tracker.ledger import sequencer
from tracker.supporters import histories, renames
from tracker.supporters.changes import ChangeKind, SupporterChange
from tracker.supporters.events import Happened, Retraction
from tracker.supporters.models import Supporter, SupporterKind
from tracker.tallies import projection, queries

MEMBER = SupporterKind.PARLIAMENTARIAN
ENDED = date(2026, 6, 1)


def happened(world: World, on: date = ENDED, **changes: Any) -> Happened:
    given: dict[str, Any] = {"on": on, "source": "Register of associations, notice 7"}
    given["staff_id"] = factories.staff(world.session)
    return Happened(**given | changes)


def verified(world: World, kind: SupporterKind = ORGANISATION, on: date = BEGAN) -> Endorsement:
    return factories.verified(world.session, world.made, kind, now=world.now, on=on)


def end(world: World, entry: Endorsement, **changes: Any) -> SupporterChange:
    successor = changes.pop("successor", None)
    return succession.end(
        world.session,
        entry.supporter,
        happened(world, **changes),
        now=world.now,
        successor=successor,
    )


def take_back(world: World, change: SupporterChange, **changes: Any) -> SupporterChange:
    return succession.take_back(
        world.session,
        change,
        Retraction(
            staff_id=factories.staff(world.session),
            source="The register says another one",
            **changes,
        ),
        now=world.now,
    )


def decisions(world: World, entry: Endorsement) -> list[Action]:
    query = select(Decision.action).where(Decision.endorsement_id == entry.id)
    return list(world.session.scalars(query.order_by(Decision.id)))


def test_a_dissolved_organisation_counts_until_its_last_day(world: World) -> None:
    entry, other = verified(world), verified(world)
    world.later(1)
    end(world, entry)
    assert (entry.status, entry.ended_on) == (Status.LAPSED, ENDED)
    assert decisions(world, entry)[-1] is Action.LAPSE
    counts = [world.tally(day).organisations for day in (BEGAN, ENDED - timedelta(1), ENDED)]
    assert counts == [2, 2, 1]
    assert world.tally(ENDED, known_at=world.began).organisations == 2
    assert other.status is Status.VERIFIED


def test_all_its_support_ends_or_none(world: World) -> None:
    entry = verified(world)
    later = factories.initiative(world.session, "later-reform")
    late = merges.verified(world.session, entry.supporter, later, now=world.now, on=ENDED)
    world.session.commit()
    with pytest.raises(RuleBroken, match=f"{late.reference} is said to hold only from"):
        end(world, entry)
    world.session.rollback()
    assert entry.status is Status.VERIFIED
    assert histories.ending(world.session, entry.supporter_id) is None


def test_what_is_suspended_is_settled_first(world: World) -> None:
    entry = verified(world)
    world.staff(entry, Action.SUSPEND)
    with pytest.raises(RuleBroken, match="is suspended"):
        end(world, entry)


def test_a_successor_inherits_nothing(world: World) -> None:
    entry = verified(world)
    heir = factories.supporter(world.session, ORGANISATION, now=world.now)
    made = end(world, entry, successor=heir)
    assert (made.kind, made.successor_id) == (ChangeKind.MERGED_INTO, heir.id)
    assert world.tally().organisations == 0
    (seen,) = histories.predecessors(world.session, heir.id)
    assert seen.id == made.id
    take_back(world, made)
    assert not histories.predecessors(world.session, heir.id)
    assert world.tally().organisations == 1


def test_who_cannot_be_a_successor(world: World) -> None:
    entry, gone = verified(world), verified(world)
    end(world, gone, on=ENDED - timedelta(2))
    person = factories.supporter(world.session, MEMBER, now=world.now)
    for successor in (entry.supporter, gone.supporter, person):
        with pytest.raises(RuleBroken):
            end(world, entry, successor=successor)


def test_an_organisation_ends_once(world: World) -> None:
    entry = verified(world)
    made = end(world, entry)
    with pytest.raises(RuleBroken, match="recorded already"):
        end(world, entry, on=ENDED + timedelta(1))
    take_back(world, made)
    end(world, entry, on=ENDED + timedelta(1))
    assert entry.ended_on == ENDED + timedelta(1)


def test_what_ended_does_not_count_again_beside_another_entry(world: World) -> None:
    entry = verified(world)
    made = end(world, entry)
    other = published(world.session, entry.supporter, world.made, now=world.now)
    with pytest.raises(RuleBroken, match=f"{other.reference} was verified since"):
        take_back(world, made)
    assert entry.status is Status.LAPSED


def test_two_at_once_end_it_once(world: World) -> None:
    entry = verified(world)
    end(world, entry, seen=0)
    with pytest.raises(Conflict):
        end(world, entry, seen=0)


def test_what_was_taken_back_is_taken_back_once(world: World) -> None:
    entry = verified(world)
    made = end(world, entry)
    take_back(world, made)
    with pytest.raises(Conflict):
        take_back(world, made)


def test_support_that_is_verified_late_ends_with_its_organisation(world: World) -> None:
    entry = verified(world)
    end(world, entry)
    other = factories.initiative(world.session, "other-reform")
    late = factories.pending(world.session, other, ORGANISATION, now=world.now, on=BEGAN)
    world.session.execute(
        update(Endorsement).where(Endorsement.id == late.id).values(supporter_id=entry.supporter_id)
    )
    by = Actor.staff(factories.staff(world.session))
    engine.move(
        world.session, late, Action.CONFIRM, SUPPORTER, now=world.now, target=Status.IN_REVIEW
    )
    engine.move(world.session, late, Action.VERIFY, by, now=world.now)
    succession.lapse_if_ended(world.session, late, by, now=world.now)
    assert (late.status, late.ended_on) == (Status.LAPSED, ENDED)


@pytest.mark.parametrize(
    "wrong",
    [{"source": " "}, {"on": date(2999, 1, 1)}],
    ids=["without a source", "still to come"],
)
def test_what_no_report_may_lack(world: World, wrong: dict[str, Any]) -> None:
    with pytest.raises(RuleBroken):
        end(world, verified(world), **wrong)


def test_a_former_name_holds_until_its_day(world: World) -> None:
    entry = verified(world)
    old = entry.supporter.name
    first, second = date(2026, 4, 1), date(2026, 5, 3)
    organisation = entry.supporter
    renames.rename(
        world.session, organisation, "Middle Name", happened(world, first), now=world.now
    )
    made = renames.rename(
        world.session, organisation, "New Name", happened(world, second), now=world.now
    )
    names = [
        histories.names_on(world.session, [organisation.id], day).get(organisation.id)
        for day in (BEGAN, first, second - timedelta(1), second)
    ]
    assert names == [old, "Middle Name", "Middle Name", None]
    assert (organisation.name, organisation.name_key) == ("New Name", "new name")
    for key in ("new name", "middle name"):
        called = world.session.scalars(histories.organisations_called(key)).all()
        assert called == [organisation.id]
    take_back(world, made)
    assert organisation.name == "Middle Name"
    assert not world.session.scalars(histories.organisations_called("new name")).all()


def test_names_follow_one_another(world: World) -> None:
    organisation = verified(world).supporter
    first = renames.rename(world.session, organisation, "B", happened(world), now=world.now)
    with pytest.raises(RuleBroken, match="holds from 2026-06-01"):
        renames.rename(world.session, organisation, "C", happened(world), now=world.now)
    later = happened(world, ENDED + timedelta(1))
    with pytest.raises(RuleBroken, match="already"):
        renames.rename(world.session, organisation, "B", later, now=world.now)
    renames.rename(world.session, organisation, "C", later, now=world.now)
    with pytest.raises(RuleBroken, match="changed since"):
        take_back(world, first)


def test_a_mandate_ends_and_begins_while_support_goes_on(world: World) -> None:
    entry = verified(world, MEMBER)
    member = entry.supporter
    member.sitting, member.mandate_from = True, BEGAN
    ended = succession.end_mandate(world.session, member, happened(world), now=world.now)
    assert (member.sitting, member.mandate_until) == (False, ENDED)
    assert world.tally().parliamentarians == 1
    with pytest.raises(RuleBroken, match="ended on 2026-06-01 already"):
        succession.end_mandate(world.session, member, happened(world), now=world.now)
    with pytest.raises(RuleBroken, match="Choose a later day"):
        succession.begin_mandate(world.session, member, happened(world, BEGAN), now=world.now)
    again = succession.begin_mandate(
        world.session, member, happened(world, ENDED + timedelta(9)), now=world.now
    )
    assert (member.sitting, member.mandate_until) == (True, None)
    with pytest.raises(RuleBroken, match="changed since"):
        take_back(world, ended)
    take_back(world, again)
    take_back(world, ended)
    assert (member.sitting, member.mandate_from, member.mandate_until) == (True, BEGAN, None)


def test_a_mandate_cannot_end_before_it_began(world: World) -> None:
    member = verified(world, MEMBER).supporter
    member.mandate_from = ENDED + timedelta(1)
    with pytest.raises(RuleBroken, match="began on 2026-06-02"):
        succession.end_mandate(world.session, member, happened(world), now=world.now)


def test_each_kind_has_its_own_fate(world: World) -> None:
    member = verified(world, MEMBER)
    with pytest.raises(RuleBroken):
        end(world, member)
    with pytest.raises(RuleBroken):
        succession.end_mandate(
            world.session, verified(world).supporter, happened(world), now=world.now
        )
    with pytest.raises(RuleBroken):
        renames.rename(world.session, member.supporter, "X", happened(world), now=world.now)


def row(world: World, supporter: Supporter, **changes: Any) -> SupporterChange:
    values: dict[str, Any] = {
        "supporter_id": supporter.id,
        "kind": ChangeKind.DISSOLVED,
        "happened_on": ENDED,
        "precision": "on",
        "source": "Register",
        "recorded_at": world.now,
        "difference": {},
        "staff_id": factories.staff(world.session),
    }
    return SupporterChange(**values | changes)


def test_the_database_has_the_rules_too(world: World) -> None:
    session = world.session
    organisation = verified(world).supporter
    person = factories.supporter(session, MEMBER, now=world.now)
    first = row(world, organisation)
    session.add(first)
    session.commit()
    wrong: list[dict[str, Any]] = [
        {},  # a second end
        {"kind": ChangeKind.MANDATE_ENDED},
        {"kind": ChangeKind.RENAMED},  # without the former name
        {"kind": ChangeKind.MERGED_INTO},  # without a successor
        {"kind": ChangeKind.MERGED_INTO, "successor_id": person.id, "undoes_id": first.id},
        {"source": "", "undoes_id": first.id},
        {"staff_id": None, "undoes_id": first.id},
        {"undoes_id": first.id + 1},
    ]
    for changes in wrong:
        session.add(row(world, organisation, **changes))
        with pytest.raises(IntegrityError):
            session.flush()
        session.rollback()
    for statement in (update(SupporterChange).values(source="x"), delete(SupporterChange)):
        with pytest.raises(IntegrityError):
            session.execute(statement)
        session.rollback()
    session.add(row(world, organisation, undoes_id=first.id))
    session.commit()
    session.add(row(world, organisation, undoes_id=first.id))
    with pytest.raises(IntegrityError):
        session.flush()


def test_an_erased_person_leaves_no_mandate_behind(world: World) -> None:
    entry = verified(world, MEMBER)
    succession.end_mandate(world.session, entry.supporter, happened(world), now=world.now)
    factories.by_staff(world.session, entry, Action.ERASE, now=world.now)
    services.forget(world.session, entry, now=world.now)
    assert not histories.of_supporter(world.session, entry.supporter_id)
    with pytest.raises(RuleBroken, match="was erased"):
        succession.end_mandate(world.session, entry.supporter, happened(world), now=world.now)


DAYS_AGO = st.integers(0, 40)


def check_there_and_back(app: Flask, now: datetime, began: list[int], ended: list[int]) -> None:
    """Dissolved and taken back, again and again: every tally of every day is what it was."""
    with app.app_context():
        session = db.session()
        try:
            made = factories.initiative(session)
            entries = [
                factories.verified(
                    session, made, ORGANISATION, now=now, on=now.date() - timedelta(days=days)
                )
                for days in began
            ]
            days = [now.date() - timedelta(days=number) for number in range(45)]

            def counted() -> list[int]:
                sequencer.sequence(session, now=now, projections=[projection.apply])
                session.flush()
                return [
                    queries.tally(session, made.id, as_of=day, today=now.date()).organisations
                    for day in days
                ]

            before = counted()
            staff_id = factories.staff(session)
            for number in ended:
                entry = entries[number % len(entries)]
                reported = Happened(
                    on=now.date() - timedelta(days=number), source="Register", staff_id=staff_id
                )
                try:
                    with session.begin_nested():
                        change = succession.end(session, entry.supporter, reported, now=now)
                except RuleBroken:
                    continue
                assert counted() != before
                succession.take_back(
                    session, change, Retraction(staff_id=staff_id, source="An error"), now=now
                )
                assert counted() == before
        finally:
            session.rollback()
            db.session.remove()


@pytest.mark.long
def test_dissolving_and_taking_back_leaves_every_tally(empty_app: Flask, now: datetime) -> None:
    how = settings(
        max_examples=8,
        derandomize=True,
        phases=[Phase.generate],
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    drawn: Callable[[], None] = how(
        given(
            began=st.lists(DAYS_AGO, min_size=1, max_size=3),
            ended=st.lists(DAYS_AGO, min_size=1, max_size=4),
        )(lambda began, ended: check_there_and_back(empty_app, now, began, ended))
    )
    drawn()
