"""Units of work and stored times, on both databases."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest
from flask import Flask
from sqlalchemy import insert, select, text
from sqlalchemy.exc import InternalError, StatementError

from tests.support.webclient import apart
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.core.health import Heartbeat, beat


def names(app: Flask) -> list[str]:
    with app.app_context():
        return sorted(db.session.scalars(select(Heartbeat.name)))


def test_a_block_commits_at_its_end(empty_app: Flask, now: datetime) -> None:
    with empty_app.app_context(), transaction() as session:
        beat(session, "worker", now=now)
        assert names(empty_app) == []
    assert names(empty_app) == ["worker"]


def test_an_error_undoes_all_of_it(empty_app: Flask, now: datetime) -> None:
    def half() -> None:
        with transaction() as session:
            beat(session, "worker", now=now)
            session.flush()
            raise LookupError("half-way")

    with empty_app.app_context():
        with pytest.raises(LookupError):
            half()
        with transaction() as session:
            beat(session, "after", now=now)
    assert names(empty_app) == ["after"]


def test_nothing_is_written_outside_of_a_block(empty_app: Flask, now: datetime) -> None:
    stray = insert(Heartbeat).values(name="stray", seen_at=now)

    def write() -> None:
        with empty_app.app_context():
            if db.engine.dialect.name == "postgresql":
                with pytest.raises(InternalError, match="read-only"):
                    db.session.execute(stray)
            else:
                db.session.execute(stray)

    apart(write)
    assert names(empty_app) == []


def test_a_page_that_only_reads_leaves_the_driver_what_it_prepared(empty_app: Flask) -> None:
    def read() -> None:
        with empty_app.app_context():
            for _ in range(8):
                db.session.scalars(select(Heartbeat)).all()
                db.session.rollback()
                with transaction() as session:
                    session.scalars(select(Heartbeat)).all()
            if db.engine.dialect.name == "postgresql":
                prepared = text("SELECT count(*) FROM pg_prepared_statements")
                assert db.session.scalar(prepared)

    apart(read)


def test_blocks_do_not_nest(empty_app: Flask) -> None:
    with (
        empty_app.app_context(),
        transaction(),
        pytest.raises(RuntimeError, match="does not nest"),
        transaction(),
    ):
        pass


def test_a_block_reads_what_was_committed_since_the_request_began(
    empty_app: Flask, now: datetime
) -> None:
    with empty_app.app_context():
        db.session.scalars(select(Heartbeat)).all()  # opens a snapshot
        with empty_app.app_context(), transaction() as other:
            beat(other, "worker", now=now)
        with transaction() as session:
            assert session.get(Heartbeat, "worker") is not None


def test_writers_wait_for_each_other(empty_app: Flask, now: datetime) -> None:
    """Each of four threads adds a second ten times; read and write together lose none."""
    with empty_app.app_context(), transaction() as session:
        beat(session, "counter", now=now)
    faults: list[BaseException] = []
    start = threading.Barrier(4)

    def add() -> None:
        start.wait(10)
        try:
            for _ in range(10):
                with empty_app.app_context(), transaction() as session:
                    row = session.scalars(select(Heartbeat).with_for_update()).one()
                    row.seen_at += timedelta(seconds=1)
        except BaseException as fault:  # noqa: BLE001  handed to the test below
            faults.append(fault)

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert faults == []
    with empty_app.app_context():
        assert db.session.scalars(select(Heartbeat)).one().seen_at == now + timedelta(seconds=40)


def test_a_time_comes_back_as_the_same_instant_in_utc(empty_app: Flask) -> None:
    geneva = datetime(2026, 3, 29, 1, 59, 59, 123456, tzinfo=timezone(timedelta(hours=1)))
    with empty_app.app_context():
        with transaction() as session:
            beat(session, "worker", now=geneva)
        db.session.expire_all()
        row = db.session.get(Heartbeat, "worker")
        assert row is not None
        assert row.seen_at == geneva
        assert row.seen_at.tzinfo is UTC


def test_a_time_without_a_zone_is_refused(empty_app: Flask) -> None:
    naive = datetime(2026, 3, 29, 1, 59)  # noqa: DTZ001  what the test is about
    with (
        empty_app.app_context(),
        pytest.raises(StatementError, match="without a zone"),
        transaction() as session,
    ):
        beat(session, "worker", now=naive)


def test_the_clock_is_in_utc() -> None:
    assert utcnow().tzinfo is UTC
