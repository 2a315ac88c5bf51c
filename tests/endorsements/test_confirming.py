"""The short way to confirm does exactly what the engine does."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from tests.endorsements.signing import post
from tests.endorsements.test_signup import signed
from tests.webclient import Client
from tracker.core.db import db, transaction
from tracker.endorsements import confirming, engine
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import SUPPORTER, Action, Status
from tracker.endorsements.models import Endorsement, still
from tracker.ledger.models import LedgerEvent

OWN = {"id", "endorsement_id", "supporter_id", "commitment", "commitment_salt", "submitted_at"}


def facts(row: Any) -> dict[str, Any]:
    return {
        one.name: getattr(row, one.name) for one in row.__table__.columns if one.name not in OWN
    }


def test_both_ways_leave_the_same_rows(app: Flask, client: Client, now: datetime) -> None:
    post(client, "individual")
    post(client, "individual", email="b@people.example")
    short, long = (one.id for one in signed(app))
    with app.app_context():
        with transaction() as session:
            assert confirming.count_newcomer(session, [short], None, now=now)
            entry = session.get(Endorsement, long)
            assert entry is not None
            engine.move(
                session,
                entry,
                Action.CONFIRM,
                SUPPORTER,
                now=now,
                target=Status.VERIFIED,
                effective_on=now.date(),
            )
        models: tuple[Any, ...] = (Endorsement, Decision, LedgerEvent)
        for model in models:
            key = model.id if model is Endorsement else model.endorsement_id
            one, other = (
                db.session.scalars(select(model).where(key == number)).one()
                for number in (short, long)
            )
            assert facts(one) == facts(other)


def test_it_takes_nobody_else(app: Flask, client: Client, now: datetime) -> None:
    post(client, "organisation")
    post(client, "individual", nickname="bot")
    with app.app_context():
        for entry in signed(app):
            with transaction() as session:
                assert not confirming.count_newcomer(session, [entry.id], None, now=now)


def test_a_row_is_found_by_its_key_however_many_wait(app: Flask, session: Session) -> None:
    if session.get_bind().dialect.name != "postgresql":
        return
    guarded = select(Endorsement.id).where(Endorsement.id == 1, still(Status.UNCONFIRMED))
    sql = guarded.compile(session.connection(), compile_kwargs={"literal_binds": True})
    session.execute(text("SET LOCAL enable_seqscan = off"))
    plan = str(session.execute(text(f"EXPLAIN {sql}")).all())
    assert "pk_endorsements" in plan and "ix_endorsements_unconfirmed" not in plan
