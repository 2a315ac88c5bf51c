"""Where a sign-up came from: written with it, for every kind, and gone with it or after a month."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.signup import (
    DETAILS,
    link_in,
    newest_mail,
    post,
    record_sign_ups,
    sign_ups,
)
from tests.support.sql_statements import executed
from tests.support.webclient import Client, Runner
from tracker.core.clock import utcnow
from tracker.endorsements.abuse import traces
from tracker.endorsements.abuse.traces import Trace
from tracker.endorsements.retention import services


def traced(session: Session) -> list[Trace]:
    return list(session.scalars(select(Trace).order_by(Trace.endorsement_id)))


@pytest.mark.parametrize("kind", DETAILS)
def test_every_kind_leaves_one(app: Flask, client: Client, session: Session, kind: str) -> None:
    post(client, kind)
    (trace,) = traced(session)
    assert trace.endorsement_id == sign_ups(app)[0].id
    assert len(trace.network) == 32
    assert trace.mail_domain == DETAILS[kind]["email"].partition("@")[2]


def test_neighbours_share_a_mark_for_a_day(app: Flask, client: Client, session: Session) -> None:
    for number, network in enumerate(("198.51.100.7", "198.51.100.99", "203.0.113.5")):
        client.environ_base["REMOTE_ADDR"] = network
        post(client, "individual", email=f"a{number}@people.example")
    one, neighbour, other = (trace.network for trace in traced(session))
    assert one == neighbour != other


def test_each_entry_of_a_first_sign_up_has_its_trace(
    app: Flask, now: datetime, session: Session
) -> None:
    record_sign_ups(app, now, "unpa", "1-for-7-billion")
    traces_left = traced(session)
    assert {trace.endorsement_id for trace in traces_left} == {entry.id for entry in sign_ups(app)}
    assert {trace.mail_domain for trace in traces_left} == {"people.example"}
    assert {trace.seen_at for trace in traces_left} == {now}


@pytest.mark.only_postgresql
def test_a_first_sign_up_with_its_trace_takes_one_statement(app: Flask, now: datetime) -> None:
    with executed(app) as statements:
        record_sign_ups(app, now, "unpa", "1-for-7-billion")
    (insert,) = [statement for statement in statements if "INSERT INTO traces" in statement]
    assert "INSERT INTO supporters" in insert


def test_an_erased_entry_leaves_none(app: Flask, client: Client, session: Session) -> None:
    post(client, "individual")
    client.post(link_in(newest_mail(app), "confirm"))
    client.post("/manage", data={"email": "amina@people.example"})
    own = link_in(newest_mail(app), "manage")
    post(client, "individual", slug="1-for-7-billion")
    first, second = sign_ups(app)
    assert client.post(f"{own}/{first.id}/erase").status_code == 303
    assert [trace.endorsement_id for trace in traced(session)] == [second.id]


def test_one_that_expired_unconfirmed_leaves_none(
    app: Flask, client: Client, session: Session
) -> None:
    post(client, "individual")
    assert services.enforce(session, now=utcnow() + timedelta(days=8)) == 1
    assert traced(session) == []


def test_after_thirty_days_all_are_gone(
    app: Flask, client: Client, runner: Runner, session: Session
) -> None:
    post(client, "organisation")
    post(client, "parliamentarian")
    old, recent = traced(session)
    old.seen_at = utcnow() - traces.TTL - timedelta(minutes=1)
    recent.seen_at = utcnow() - traces.TTL + timedelta(minutes=1)
    assert runner.invoke(args=["retention", "run"]).exit_code == 0
    assert [trace.endorsement_id for trace in traced(session)] == [recent.endorsement_id]
