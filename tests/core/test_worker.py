"""The background process: small tasks, none of which stops the others."""

from __future__ import annotations

from datetime import datetime

import pytest
from flask import Flask

from tracker.core.db import db
from tracker.core.worker import MAX_REST, Task, Worker


@pytest.fixture
def bare() -> Flask:
    """An application with nothing in it but a database that is never opened."""
    app = Flask("bare")
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
    db.init_app(app)
    return app


def failing(_now: datetime) -> int:
    raise LookupError("no luck")


def noting(ran: list[str], name: str) -> Task:
    """A task that notes its name when it runs."""

    def run(_now: datetime) -> int:
        ran.append(name)
        return 0

    return Task(name, 1.0, run)


def test_a_task_that_fails_rests_ever_longer_and_stops_no_other(bare: Flask) -> None:
    ran: list[str] = []
    bad = Task("bad", 1.0, failing)
    good = noting(ran, "good")
    worker = Worker(bare, [bad, good])
    at, rests = 0.0, []
    for _ in range(8):
        bad.due = good.due = at
        worker.turn(at)
        rests.append(bad.due - at)
        at += 1
    assert ran == ["good"] * 8
    assert rests[:3] == [2.0, 4.0, 8.0]
    assert rests[-1] == MAX_REST


def test_a_task_that_recovers_has_its_old_pace(bare: Flask) -> None:
    luck = iter([False, True])

    def run(_now: datetime) -> int:
        if not next(luck):
            raise LookupError("once")
        return 0

    task = Task("task", 5.0, run)
    worker = Worker(bare, [task])
    assert worker.turn(0.0) == 10.0
    assert worker.turn(10.0) == 5.0
    assert task.failures == 0


def test_a_task_with_work_left_is_run_again_at_once(bare: Flask) -> None:
    amounts = iter([3, 2, 0])
    worker = Worker(bare, [Task("task", 60.0, lambda _now: next(amounts))])
    assert [worker.turn(0.0) for _ in range(3)] == [0.0, 0.0, 60.0]


def test_a_stopped_worker_begins_nothing_more(bare: Flask) -> None:
    ran: list[str] = []

    def stop(_now: datetime) -> int:
        ran.append("first")
        worker.stop()
        return 0

    worker = Worker(bare, [Task("first", 1.0, stop), noting(ran, "second")])
    worker.turn(0.0)
    assert ran == ["first"]
    assert worker.stopping.is_set()
