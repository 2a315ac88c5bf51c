"""What the operator's checks say."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.support.databases import Database
from tests.support.webclient import Client
from tracker.core.clock import utcnow
from tracker.core.health import beat
from tracker.core.health_views import WORKER_LATE_AFTER


def test_alive_without_a_database(database: Database) -> None:
    with database.create().app() as app:
        assert Client(app).get("/healthz").json == {"status": "ok"}


def test_not_ready_before_the_migrations(database: Database) -> None:
    with database.create().app() as app:
        answer = Client(app).get("/readyz")
    assert answer.status_code == 503
    assert answer.json is not None
    assert answer.json["checks"]["migrations"] == "behind"


def test_ready_while_a_worker_is_alive(empty_app: Flask, client: Client, session: Session) -> None:
    assert client.get("/readyz").json["checks"]["worker"] == "never seen"  # type: ignore[index]  # it is JSON
    beat(session, "worker", now=utcnow())
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json == {
        "status": "ok",
        "checks": {"database": "ok", "migrations": "ok", "worker": "ok"},
    }


def test_not_ready_once_the_worker_is_late(
    empty_app: Flask, client: Client, session: Session
) -> None:
    beat(session, "worker", now=utcnow() - WORKER_LATE_AFTER - timedelta(seconds=5))
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "last seen" in answer.get_data(as_text=True)


def test_behind_when_a_migration_is_not_applied(
    empty_app: Flask, client: Client, session: Session
) -> None:
    session.execute(text("UPDATE alembic_version SET version_num = 'older'"))
    assert client.get("/readyz").json["checks"]["migrations"] == "behind"  # type: ignore[index]  # it is JSON
