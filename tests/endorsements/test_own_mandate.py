"""A parliamentarian says on the own page that the mandate ended; the support goes on."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.support import factories
from tests.support.signup import manage_link, sign_up_and_confirm, sign_ups
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.endorsements import engine
from tracker.endorsements.lifecycle import Action, Actor, Status
from tracker.endorsements.models import Endorsement
from tracker.supporters.changes import SupporterChange

ADDRESS = "i.blom@parliament.example"


@pytest.fixture
def verified(app: Flask, client: FlaskClient) -> Endorsement:
    sign_up_and_confirm(app, client, "parliamentarian")
    (endorsement,) = sign_ups(app)
    with app.app_context(), transaction() as session:
        entry = session.get_one(Endorsement, endorsement.id)
        by = Actor.staff(factories.staff(session))
        engine.move(session, entry, Action.VERIFY, by, now=utcnow())
    return endorsement


def changes(app: Flask) -> list[SupporterChange]:
    with app.app_context():
        return list(db.session.scalars(select(SupporterChange)))


def test_a_member_becomes_a_former_member(
    app: Flask, client: FlaskClient, verified: Endorsement
) -> None:
    page = manage_link(app, client, ADDRESS)
    assert "My mandate has ended" in client.get(page).text
    done = client.post(f"{page}/{verified.id}/mandate", data={"on": "2026-05-03"})
    assert done.status_code == 303
    (made,) = changes(app)
    assert (made.happened_on, made.staff_id, made.cites) == (date(2026, 5, 3), None, "own page")
    assert "My mandate has ended" not in client.get(page).text
    (after,) = sign_ups(app)
    assert after.status is Status.VERIFIED
    public = re.sub(r"<[^>]+>", "", client.get(f"/endorsements/{verified.id}").text)
    assert "member until 3 May 2026" in public
    assert "member until 3 May 2026" in client.get("/initiatives/unpa").text
    assert "Blom" not in client.get("/corrections").text


def test_a_day_that_cannot_be_is_refused_beside_the_form(
    app: Flask, client: FlaskClient, verified: Endorsement
) -> None:
    page = manage_link(app, client, ADDRESS)
    tomorrow = (utcnow().date() + timedelta(days=2)).isoformat()
    for day, reason in (
        ("", "Please fill this in"),
        ("2023-12-05", "began"),
        (tomorrow, "to come"),
    ):
        refused = client.post(f"{page}/{verified.id}/mandate", data={"on": day})
        assert refused.status_code == 422 and reason in refused.text
    assert not changes(app)


def test_nobody_ends_another_ones_mandate(
    app: Flask, client: FlaskClient, verified: Endorsement
) -> None:
    sign_up_and_confirm(app, client, "individual")
    page = manage_link(app, client, "amina@people.example")
    other = client.post(f"{page}/{verified.id}/mandate", data={"on": "2026-05-03"})
    assert other.status_code == 404
    assert not changes(app)
