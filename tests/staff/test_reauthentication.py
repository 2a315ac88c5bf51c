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
from tracker.accounts.freshness import needs_fresh_proof
from tracker.accounts.models import StaffRole
from tracker.endorsements.lifecycle import Action, Status

pytestmark = pytest.mark.by_turns

R = StaffRole.REVIEWER
PROVED = frozenset(
    {
        "review.agree_on_state",
        "review.correct",
        "review.decide",
        "review.drop_change",
        "review.drop_state_proposal",
        "review.open_personal_details",
        "review.record",
        "review.regroup_state",
        "review.rename_state",
        "review.second_change",
        "review.settle_edit",
        "review.start_bulk",
        "review.succeed_state",
        "review.take_back",
        "review.take_up_state_proposal",
        "review.turn_bulk",
        "review.undo",
        "accounts.change_roles",
        "accounts.invite",
        "accounts.turn",
        "content.act",
        "content.publish_second",
        "content.publish_year",
    }
)
UNPROVED = frozenset(
    {
        "review.add_evidence",
        "review.add_note",
        "review.attach_file",
        "review.became",
        "review.change_evidence",
        "review.check_instrument",
        "review.cite_existing",
        "review.declare",
        "review.edit_instrument",
        "review.find_personal_data",
        "review.forget_filter",
        "review.hand_over",
        "review.judge_words",
        "review.judge_words_of",
        "review.leave",
        "review.merge",
        "review.next_item",
        "review.prepare_bulk",
        "review.prepare_sweep",
        "review.publish_file",
        "review.save_filter",
        "review.say_different",
        "review.settle_challenge",
        "review.step_sweep",
        "review.try_mail_again",
        "review.turn_sweep",
        "review.undo_merge",
        "review.withdraw_declaration",
        "accounts.end_other_sessions",
        "accounts.end_session",
        "accounts.invitation",
        "accounts.rename_passkey",
        "content.classify",
        "content.discard_year",
        "content.edit",
        "content.new",
        "content.restore",
        "content.restore_year",
        "content.security_council",
    }
)
"""Forms that decide nothing about a government's entry or another's account: they change no entry,
only what one rests on, or entries of others only."""


def waiting(app: Flask, session: Session, now: datetime, letter: Any) -> int:
    (ada,) = reviewers(app, session, "ada")
    made = recorded(app, session, letter, ada, now).id
    session.commit()
    return made


def forms(app: Flask, *, proved: bool) -> set[str]:
    """The endpoints of staff that take a form, with a proof or without."""
    return {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith(("review.", "accounts.", "content."))
        and "POST" in (rule.methods or ())
        and getattr(app.view_functions[rule.endpoint], "needs_fresh_proof", False) is proved
    }


def test_every_form_is_proved_or_known_to_decide_nothing_weighty(empty_app: Flask) -> None:
    assert forms(empty_app, proved=True) == PROVED
    assert forms(empty_app, proved=False) == UNPROVED


def test_a_form_that_nobody_judged_is_noticed() -> None:
    app = Flask(__name__)
    view = needs_fresh_proof(".item")(lambda: "")
    app.add_url_rule("/decided", "review.decided", view, methods=["POST"])
    app.add_url_rule("/planted", "review.planted", lambda: "", methods=["GET", "POST"])
    app.add_url_rule("/read", "review.read", lambda: "")
    assert forms(app, proved=True) == {"review.decided"}
    assert forms(app, proved=False) - UNPROVED == {"review.planted"}


def test_a_decision_on_a_government_is_proved_first_and_comes_back_as_it_was(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    made = waiting(app, session, now, government(session))
    member(app, "Ben", R)
    sign_in(client, "Ben")
    long_ago(client)
    answer = decide(client, session, made, "approve", words="Seen at the mission")
    assert entry(session, made).status is Status.IN_REVIEW
    back = prove(client, answer)
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
    answer = decide(client, session, made, "approve", words="Seen at the mission")
    wrong = {"csrf_token": token(client.get(answer.location)), "password": "not the password"}
    assert client.post(answer.location, data=wrong).status_code == 200
    assert "/staff/account/verify" in decide(client, session, made, "approve").location
    assert "Seen at the mission" in client.get(prove(client, answer).location).text


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
    answer = client.post(f"{prepared.location}/start", data=chosen)
    page = client.get(prove(client, answer).location)
    assert "All of them" in page.text and "Not started" not in page.text
    long_ago(client)
    letter = csrf | {"officer": "Amina Odhiambo"}
    address = "/staff/record?kind="
    page = client.get(prove(client, client.post(f"{address}government", data=letter)).location)
    assert 'value="Amina Odhiambo"' in page.text
    long_ago(client)
    assert client.post(f"{address}organisation", data=letter).status_code == 422
