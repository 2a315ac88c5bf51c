"""Who is erased is gone from SQLite's files too, not only from its rows."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from tests.support.databases import Database
from tests.support.signup import link_in, newest_mail, post, sign_up_and_confirm, sign_ups
from tests.support.webclient import Runner
from tracker.core import db as database_module
from tracker.core.clock import utcnow
from tracker.core.db import db
from tracker.endorsements.lifecycle import LINK_LIFE
from tracker.endorsements.models import Endorsement, Origin

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
NAME = "Zerubabel Quintessa Marrowbone"
WORDS = "An unmistakable reason that nobody else would give."


def files(database: Database) -> list[Path]:
    """The database's file, its write-ahead log and its index."""
    path = Path(database.url.removeprefix("sqlite:///"))
    return sorted(path.parent.glob(f"{path.name}*"))


def found_in(database: Database, words: str) -> list[str]:
    sought = [words.encode(), words.casefold().encode(), words.encode("utf-16-le")]
    return [
        path.name for path in files(database) if any(word in path.read_bytes() for word in sought)
    ]


def test_every_connection_overwrites_what_it_deletes(database: Database, app: Flask) -> None:
    with app.app_context():
        for _ in range(3):
            with db.engine.connect() as connection:
                assert connection.scalar(text("PRAGMA secure_delete")) == 1
            db.engine.dispose()


def test_who_erases_themselves_is_gone_from_the_files(
    database: Database, app: Flask, client: FlaskClient
) -> None:
    sign_up_and_confirm(app, client, "individual", name=NAME, words=WORDS, consent_named="y")
    for others in range(5):  # whose rows stand around
        post(
            client, "individual", name=f"Other Person {others}x", email=f"o{others}@people.example"
        )
    assert found_in(database, NAME) and found_in(database, WORDS)
    assert client.post("/manage", data={"email": "amina@people.example"}).status_code == 200
    page = link_in(newest_mail(app), "manage")
    entry = next(endorsement for endorsement in sign_ups(app) if endorsement.status == "verified")
    assert client.post(f"{page}/{entry.id}/erase").status_code in (200, 303)
    assert found_in(database, NAME) == [] and found_in(database, WORDS) == []


def test_what_expires_is_gone_from_the_files(
    database: Database, app: Flask, client: FlaskClient, runner: Runner, session: Session
) -> None:
    post(client, "individual", name=NAME, words=WORDS)
    assert found_in(database, NAME)
    entry = session.scalars(select(Endorsement).where(Endorsement.origin == Origin.SIGN_UP)).one()
    entry.status_since -= LINK_LIFE + timedelta(hours=1)
    session.commit()
    session.close()
    assert runner.invoke(args=["retention", "run"]).exit_code == 0
    assert found_in(database, NAME) == [] and found_in(database, WORDS) == []


def test_a_reader_is_not_waited_for(database: Database, app: Flask, session: Session) -> None:
    """Who reads an earlier state keeps the log; the worker's next attempt empties it."""
    began = utcnow()
    with app.app_context(), db.engine.connect() as reader:
        reader.execute(text("SELECT count(*) FROM supporters"))
        with db.engine.connect() as writer:
            writer.execute(text("UPDATE supporters SET role = 'x' WHERE id = 1"))
            writer.commit()
        assert database_module.clear_log(db.engine) is False
        reader.rollback()
        assert database_module.clear_log(db.engine) is True
    assert utcnow() - began < timedelta(seconds=5)
    log = next(path for path in files(database) if path.name.endswith("-wal"))
    assert log.stat().st_size == 0
