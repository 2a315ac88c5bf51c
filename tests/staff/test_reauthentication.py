"""Decisions on governments need a fresh proof; what was filled in comes back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.support.review_cases import do, government, organisation, recorded, reviewers
from tests.support.staff import long_ago, member, prove, sign_in, token
from tests.support.staff_pages import decide, entry
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.endorsements.lifecycle import Action, Status
from tracker.staff import reauthentication

pytestmark = pytest.mark.by_turns

R = StaffRole.REVIEWER


def waiting(app: Flask, session: Session, now: datetime, letter: Any) -> int:
    (ada,) = reviewers(app, session, "ada")
    made = recorded(app, session, letter, ada, now).id
    session.commit()
    return made


def test_every_form_of_the_review_is_judged(empty_app: Flask) -> None:
    forms = {
        rule.endpoint
        for rule in empty_app.url_map.iter_rules()
        if rule.endpoint.startswith("review.") and "POST" in (rule.methods or ())
    }
    assert forms == set(reauthentication.WEIGHTY) | reauthentication.LIGHT
    assert not set(reauthentication.WEIGHTY) & reauthentication.LIGHT


def test_a_decision_on_a_government_is_proved_first_and_comes_back_as_it_was(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    made = waiting(app, session, now, government(session))
    member(app, "Ben", R)
    sign_in(client, "Ben")
    long_ago(client)
    asked = decide(client, session, made, "approve", words="Seen at the mission")
    assert entry(session, made).status is Status.IN_REVIEW
    back = prove(client, asked)
    page = client.get(back.location)
    assert page.status_code == 200 and "Seen at the mission" in page.text
    form = page.text.partition('data-action="approve"')[2].partition("</details>")[0]
    assert form.startswith(" open") and 'selected value="original_seen"' in form
    assert entry(session, made).status is Status.IN_REVIEW, "coming back sends nothing"
    assert decide(client, session, made, "approve").status_code == 302
    assert entry(session, made).status is Status.APPROVED_ONCE


def test_a_wrong_password_opens_nothing_and_the_form_still_waits(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    made = waiting(app, session, now, government(session))
    member(app, "Ben", R)
    sign_in(client, "Ben")
    long_ago(client)
    asked = decide(client, session, made, "approve", words="Seen at the mission")
    wrong = {"csrf_token": token(client.get(asked.location)), "password": "not the password"}
    assert client.post(asked.location, data=wrong).status_code == 200
    assert "/staff/account/verify" in decide(client, session, made, "approve").location
    assert "Seen at the mission" in client.get(prove(client, asked).location).text


def test_nobody_reads_what_somebody_else_had_filled_in(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    made = waiting(app, session, now, government(session))
    member(app, "Ben", R)
    member(app, "Cleo", R)
    sign_in(client, "Ben")
    long_ago(client)
    back = prove(client, decide(client, session, made, "approve", words="Only for Ben"))
    other = Client(app)
    sign_in(other, "Cleo")
    assert "Only for Ben" not in other.get(back.location).text


def test_an_organisation_is_decided_without(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    made = waiting(app, session, now, organisation(session))
    member(app, "Ben", R)
    sign_in(client, "Ben")
    long_ago(client)
    assert decide(client, session, made, "verify").location == f"/staff/endorsements/{made}"
    assert entry(session, made).status is Status.VERIFIED


def test_bulk_seconding_and_letters_are_proved_too(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    ada, ben = reviewers(app, session, "ada", "ben")
    made = recorded(app, session, government(session), ada, now)
    do(app, session, Action.APPROVE, made, ben, now)
    session.commit()
    member(app, "Cleo", R)
    sign_in(client, "Cleo")
    csrf = {"csrf_token": token(client.get("/staff/account/"))}
    prepared = client.post("/staff/bulk", data=csrf | {"entry": [str(made.id)]})
    long_ago(client)
    chosen = csrf | {"action": "verify", "reason": "original_seen", "words": "All of them"}
    asked = client.post(f"{prepared.location}/start", data=chosen)
    page = client.get(prove(client, asked).location)
    assert "All of them" in page.text and "Not started" not in page.text
    long_ago(client)
    letter = csrf | {"officer": "Amina Odhiambo"}
    address = "/staff/record?kind="
    page = client.get(prove(client, client.post(f"{address}government", data=letter)).location)
    assert 'value="Amina Odhiambo"' in page.text
    long_ago(client)
    assert client.post(f"{address}organisation", data=letter).status_code == 422
