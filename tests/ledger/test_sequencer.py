"""The sequencer's promises: an order without gaps, a clock that never goes back, one at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from tests.support import factories
from tracker import worker_tasks
from tracker.core.db import db, transaction
from tracker.endorsements import engine
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Action, Actor
from tracker.ledger import sequencer
from tracker.ledger.models import Checkpoint, LedgerEvent

Sequence = Callable[..., int]


def positions(session: Session) -> list[int | None]:
    return list(session.scalars(select(LedgerEvent.position).order_by(LedgerEvent.position)))


def test_positions_have_no_gap_over_several_passes(
    empty_app: Flask, session: Session, sequence: Sequence, now: datetime
) -> None:
    made = factories.initiative(session)
    for number in (3, 1, 4):
        for _ in range(number):
            factories.verified(session, made, now=now)
        assert sequence(session) == number
    assert positions(session) == list(range(8))
    assert list(session.scalars(select(Checkpoint.size).order_by(Checkpoint.size))) == [3, 4, 8]
    assert sequence(session) == 0


def test_a_limit_leaves_the_rest_for_the_next_pass(
    empty_app: Flask, session: Session, now: datetime
) -> None:
    made = factories.initiative(session)
    for _ in range(5):
        factories.verified(session, made, now=now)
    taken = []
    for _ in range(4):
        taken.append(
            sequencer.sequence(session, now=now, projections=worker_tasks.PROJECTIONS, limit=2)
        )
        session.flush()
    assert taken == [2, 2, 1, 0]
    assert positions(session) == list(range(5))


def test_recorded_times_never_go_back(
    empty_app: Flask, session: Session, sequence: Sequence, now: datetime
) -> None:
    made = factories.initiative(session)
    for moved in (0, -3600, -60, 5):
        factories.verified(session, made, now=now)
        sequence(session, now=now + timedelta(seconds=moved))
    times = list(session.scalars(select(LedgerEvent.recorded_at).order_by(LedgerEvent.position)))
    assert times == [now, now, now, now + timedelta(seconds=5)]
    assert list(session.scalars(select(Checkpoint.recorded_at).order_by(Checkpoint.size))) == times


def test_events_committed_out_of_the_order_of_their_ids_are_taken(
    empty_app: Flask, session: Session, sequence: Sequence, now: datetime
) -> None:
    """What another transaction drew earlier and commits later has a lower id, and is not lost."""
    made = factories.initiative(session)
    entry = factories.verified(session, made, now=now)
    sequence(session)
    first = session.scalars(select(LedgerEvent)).one()
    late = first.id + 1
    copied = {
        column.name: getattr(first, column.name)
        for column in LedgerEvent.__table__.columns
        if column.name not in ("id", "position", "recorded_at", "delta", "cause")
    }
    copied["cause"] = Action.REGRADE.value
    by = Actor.staff(factories.staff(session))
    engine.decide(session, entry, Action.REGRADE, by, now=now)
    append = insert(LedgerEvent)
    session.execute(append, [copied | {"id": late + 1, "delta": -1}])
    assert sequence(session) == 1
    session.execute(append, [copied | {"id": late, "delta": 1}])
    assert sequence(session) == 1
    order = session.scalars(select(LedgerEvent.id).order_by(LedgerEvent.position)).all()
    assert list(order) == [first.id, late + 1, late]
    assert entry.id == first.endorsement_id


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_transaction_that_is_still_open_is_not_waited_for(
    empty_app: Flask, session: Session, sequence: Sequence, now: datetime
) -> None:
    made = factories.initiative(session)
    session.commit()
    with Session(db.engine) as slow:
        factories.verified(slow, made, now=now)
        slow.flush()
        factories.verified(session, made, now=now)
        assert sequence(session) == 1
        slow.commit()
    assert sequence(session) == 1
    assert positions(session) == [0, 1]
    ids = session.scalars(select(LedgerEvent.id).order_by(LedgerEvent.position)).all()
    assert list(ids) == sorted(ids, reverse=True)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_of_two_sequencers_at_once_one_works(
    empty_app: Flask, session: Session, now: datetime
) -> None:
    made = factories.initiative(session)
    for _ in range(20):
        factories.verified(session, made, now=now)
    session.commit()
    inside, finished = threading.Event(), threading.Event()
    taken: list[int] = []

    def linger(_session: Session, _first: int, _until: int) -> None:
        inside.set()
        assert finished.wait(20)

    def work() -> None:
        with empty_app.app_context(), transaction() as own:
            taken.append(
                sequencer.sequence(own, now=now, projections=[*worker_tasks.PROJECTIONS, linger])
            )

    busy = threading.Thread(target=work)
    busy.start()
    assert inside.wait(20)
    second = sequencer.sequence(session, now=now, projections=worker_tasks.PROJECTIONS)
    finished.set()
    busy.join()
    session.rollback()
    assert (second, taken) == (0, [20])
    assert positions(session) == list(range(20))


def test_a_failing_projection_leaves_nothing_behind(
    empty_app: Flask, session: Session, sequence: Sequence, now: datetime
) -> None:
    factories.verified(session, factories.initiative(session), now=now)
    session.commit()

    def fail(_session: Session, _first: int, _until: int) -> None:
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        sequencer.sequence(session, now=now, projections=[fail])
    session.rollback()
    assert positions(session) == [None]
    assert sequencer.size(session) == 0
    assert sequence(session) == 1


def test_size_at_an_instant(
    empty_app: Flask, session: Session, sequence: Sequence, now: datetime
) -> None:
    made = factories.initiative(session)
    assert sequencer.size(session) == 0
    for hours in (1, 2):
        factories.verified(session, made, now=now)
        sequence(session, now=now + timedelta(hours=hours))
    known = [sequencer.size_at(session, now + timedelta(minutes=m)) for m in (59, 60, 119, 120)]
    assert known == [0, 1, 1, 2]


@pytest.mark.parametrize(
    "change",
    [
        update(LedgerEvent).values(delta=-1),
        update(LedgerEvent).values(position=7),
        update(LedgerEvent).values(cause="mistake"),
        update(LedgerEvent).values(effective_precision="by"),
        update(LedgerEvent).values(position=None, recorded_at=None),
        delete(LedgerEvent),
        update(Decision).values(cites="nobody"),
        delete(Decision),
    ],
    ids=lambda change: str(change).replace("\n", "")[:48],
)
def test_the_database_keeps_the_record(
    empty_app: Flask, session: Session, sequence: Sequence, now: datetime, change: object
) -> None:
    factories.verified(session, factories.initiative(session), now=now)
    sequence(session)
    with pytest.raises(DBAPIError, match="append-only"):
        session.execute(change)  # type: ignore[call-overload]  # an UPDATE or a DELETE
    session.rollback()
    assert session.scalar(select(func.count()).select_from(LedgerEvent)) == 1


@pytest.mark.parametrize(
    "column", ["delta", "effective_on", "effective_precision", "cause", "grade", "membership"]
)
def test_what_waits_for_the_sequencer_cannot_be_changed_either(
    empty_app: Flask, session: Session, now: datetime, column: str
) -> None:
    factories.verified(session, factories.initiative(session), now=now)
    session.commit()
    other = {
        "delta": -1,
        "effective_on": now.date() - timedelta(days=1),
        "effective_precision": "by",
        "cause": "mistake",
        "grade": "voiced",
        "membership": "member",
    }
    with pytest.raises(DBAPIError, match="append-only"):
        session.execute(update(LedgerEvent).values({column: other[column]}))
    session.rollback()
