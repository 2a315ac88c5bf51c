"""A supporter's own page."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.endorsements.signing import link_in, mails, sign_up_and_confirm
from tests.endorsements.test_signup import signed
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.endorsements import engine
from tracker.endorsements.decisions import Decision, DecisionNote
from tracker.endorsements.lifecycle import Action, Actor, Status
from tracker.endorsements.models import Endorsement
from tracker.ledger.models import LedgerEvent
from tracker.supporters.models import Supporter


def own_page(app: Flask, client: FlaskClient, address: str) -> str:
    assert client.post("/manage", data={"email": address}).status_code == 200
    return link_in(mails(app)[-1], "manage")


def test_the_answer_is_alike_for_every_address(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "individual")
    known = client.post("/manage", data={"email": "amina@people.example"}).text
    unknown = client.post("/manage", data={"email": "nobody@people.example"}).text
    assert known == unknown
    assert len(mails(app)) == 2


def test_an_individual_withdraws_at_once(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "individual")
    page = own_page(app, client, "amina@people.example")
    (endorsement,) = signed(app)
    assert endorsement.reference in client.get(page).text
    for _press in range(2):
        assert client.post(f"{page}/{endorsement.id}/withdraw").status_code == 303
    assert signed(app)[0].status is Status.WITHDRAWN
    with app.app_context():
        deltas = db.session.scalars(
            select(LedgerEvent.delta).where(LedgerEvent.endorsement_id == endorsement.id)
        ).all()
        assert list(deltas) == [1, -1]


def test_the_page_says_of_a_name_what_is_so(app: Flask, client: FlaskClient) -> None:
    for kind, address, said in (
        ("individual", "amina@people.example", "shown"),
        ("parliamentarian", "i.blom@parliament.example", "to be shown once this is verified"),
    ):
        sign_up_and_confirm(app, client, kind, consent_named="y")
        page = own_page(app, client, address)
        assert f"<dd>{said}</dd>" in client.get(page).text
        client.post(f"{page}/{signed(app)[-1].id}/withdraw")
        assert "<dd>not shown</dd>" in client.get(page).text


def test_mails_and_the_own_page_say_for_whom(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "organisation")
    body = mails(app)[0].get_body(("plain",))
    assert body
    assert "that Forum for Peace supports" in body.get_content()
    page = client.get(own_page(app, client, "ruth@forum.example.org")).text
    for held in ("ruth@forum.example.org", "Ruth Otieno, Director", "Kenya"):
        assert held in page, held


def test_an_organisation_only_asks(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "organisation")
    (endorsement,) = signed(app)
    with app.app_context(), transaction() as session:
        found = session.get(Endorsement, endorsement.id)
        assert found is not None
        staff_id = make_staff(session)
        engine.move(session, found, Action.VERIFY, Actor.staff(staff_id), now=utcnow())
    page = own_page(app, client, "ruth@forum.example.org")
    client.post(f"{page}/{endorsement.id}/withdraw")
    (after,) = signed(app)
    assert after.status is Status.VERIFIED
    assert after.withdrawal_requested_at is not None
    assert "You asked for withdrawal" in client.get(page).text


def test_erasing_leaves_no_name_and_keeps_earlier_days(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "individual", words="For my children.", consent_named="y")
    page = own_page(app, client, "amina@people.example")
    (endorsement,) = signed(app)
    client.post(f"{page}/{endorsement.id}/erase")
    with app.app_context():
        after = db.session.get(Endorsement, endorsement.id)
        assert after is not None
        assert (after.status, after.words, after.commitment_salt) == (Status.ERASED, "", None)
        supporter = db.session.get(Supporter, after.supporter_id)
        assert supporter is not None
        assert (supporter.name, supporter.email_sealed) == ("", None)
    assert "Nothing is recorded" in client.get(page).text


def test_a_question_is_answered_by_the_mailed_link(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "organisation")
    (endorsement,) = signed(app)
    with app.app_context(), transaction() as session:
        found = session.get(Endorsement, endorsement.id)
        assert found is not None
        engine.move(
            session,
            found,
            Action.ASK,
            Actor.staff(make_staff(session)),
            now=utcnow(),
            words="Who is your director?",
        )
    page = own_page(app, client, "ruth@forum.example.org")
    assert "Who is your director?" in client.get(page).text
    empty = client.post(f"{page}/{endorsement.id}/answer", data={"words": ""})
    assert empty.status_code == 422
    client.post(f"{page}/{endorsement.id}/answer", data={"words": "I am."})
    assert signed(app)[0].status is Status.IN_REVIEW


def test_somebody_elses_entry_cannot_be_touched(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "individual")
    sign_up_and_confirm(app, client, "individual", email="b@people.example", name="B")
    page = own_page(app, client, "amina@people.example")
    other = signed(app)[1]
    assert client.post(f"{page}/{other.id}/withdraw").status_code == 404
    assert signed(app)[1].status is Status.VERIFIED


def test_a_name_is_shown_or_hidden_as_its_owner_likes(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "individual")
    page = own_page(app, client, "amina@people.example")
    (endorsement,) = signed(app)
    client.post(f"{page}/{endorsement.id}/name")
    assert "Amina Diallo" in client.get("/initiatives/unpa/individuals").text
    client.post(f"{page}/{endorsement.id}/unname")
    assert "Amina Diallo" not in client.get("/initiatives/unpa/individuals").text


def make_staff(session: Session) -> int:
    from tracker.accounts.models import User

    user = User(email="reviewer@rollcall.example", active=True, fs_uniquifier="test-reviewer")
    session.add(user)
    session.flush()
    return int(user.id)


def test_erasing_takes_the_words_beside_the_decisions_too(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "parliamentarian")
    (endorsement,) = signed(app)
    with app.app_context(), transaction() as session:
        found = session.get(Endorsement, endorsement.id)
        assert found is not None
        by = Actor.staff(make_staff(session))
        engine.move(session, found, Action.ASK, by, now=utcnow(), words="Are you Ms Blom?")
    page = own_page(app, client, "i.blom@parliament.example")
    client.post(f"{page}/{endorsement.id}/erase")
    with app.app_context():
        assert db.session.scalars(select(DecisionNote)).all() == []
        actions = db.session.scalars(
            select(Decision.action).where(Decision.endorsement_id == endorsement.id)
        ).all()
        assert actions == [Action.CONFIRM, Action.ASK, Action.ERASE]
