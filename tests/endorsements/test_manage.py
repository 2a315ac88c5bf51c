"""A supporter's own page."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.support import factories
from tests.support.signup import (
    link_in,
    mails,
    manage_link,
    newest_mail,
    sign_up_and_confirm,
    sign_ups,
)
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.endorsements import engine, services
from tracker.endorsements.decisions import Decision, DecisionNote
from tracker.endorsements.lifecycle import Action, Actor, ReasonCode, Status
from tracker.endorsements.models import Consent, ConsentPurpose, Endorsement
from tracker.ledger.models import LedgerEvent
from tracker.supporters.models import Supporter

pytestmark = pytest.mark.by_turns


def test_the_answer_is_alike_for_every_address(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "individual")
    known = client.post("/manage", data={"email": "amina@people.example"}).text
    unknown = client.post("/manage", data={"email": "nobody@people.example"}).text
    assert known == unknown.replace("nobody@", "amina@")
    assert len(mails(app)) == 2


@pytest.mark.parametrize(
    ("owner", "stranger"),
    [
        ("amb@mission-un.example", "amb@mißion-un.example"),
        ("amb@mißion-un.example", "amb@mission-un.example"),
        ("ada@βόλος.example", "ada@βόλοσ.example"),
        ("strasse@people.example", "straße@people.example"),
    ],
)
def test_no_link_goes_to_another_domain_that_looks_alike(
    app: Flask, client: FlaskClient, owner: str, stranger: str
) -> None:
    sign_up_and_confirm(app, client, "individual", email=owner)
    before = len(mails(app))
    assert client.post("/manage", data={"email": stranger}).status_code < 400
    assert len(mails(app)) == before


def test_the_link_goes_to_the_address_that_was_recorded(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "individual", email="ada.l@gmail.com")
    assert client.post("/manage", data={"email": "adal+other@googlemail.com"}).status_code < 400
    mail = newest_mail(app)
    assert mail["To"] == "ada.l@gmail.com" and link_in(mail, "manage")


def test_an_individual_withdraws_at_once(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "individual")
    page = manage_link(app, client, "amina@people.example")
    (endorsement,) = sign_ups(app)
    assert endorsement.reference in client.get(page).text
    question = client.get(f"{page}/{endorsement.id}/withdraw")
    assert question.status_code == 200 and "stops counting from today" in question.text
    assert f'href="{page}"' in question.text and "No, go back" in question.text
    assert sign_ups(app)[0].status is Status.VERIFIED
    for _press in range(2):
        assert client.post(f"{page}/{endorsement.id}/withdraw").status_code == 303
    assert sign_ups(app)[0].status is Status.WITHDRAWN
    with app.app_context():
        deltas = db.session.scalars(
            select(LedgerEvent.delta).where(LedgerEvent.endorsement_id == endorsement.id)
        ).all()
        assert list(deltas) == [1, -1]
    late = client.get(f"{page}/{endorsement.id}/withdraw")
    assert late.status_code == 303 and late.location == page


def test_the_page_says_of_a_name_what_is_so(app: Flask, client: FlaskClient) -> None:
    for kind, address, consent in (
        ("individual", "amina@people.example", "shown"),
        ("parliamentarian", "i.blom@parliament.example", "to be shown once this is verified"),
    ):
        sign_up_and_confirm(app, client, kind, consent_named="y")
        page = manage_link(app, client, address)
        assert f"<dd>{consent}</dd>" in client.get(page).text
        client.post(f"{page}/{sign_ups(app)[-1].id}/withdraw")
        assert "<dd>not shown</dd>" in client.get(page).text


def test_mails_and_the_own_page_say_for_whom(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "organisation")
    body = mails(app)[0].get_body(("plain",))
    assert body
    assert "that Forum for Peace supports" in body.get_content()
    page = client.get(manage_link(app, client, "ruth@forum.example.org")).text
    for held in ("ruth@forum.example.org", "Ruth Otieno, Director", "Kenya"):
        assert held in page, held


def test_an_organisation_only_asks(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "organisation")
    (endorsement,) = sign_ups(app)
    with app.app_context(), transaction() as session:
        entry = session.get(Endorsement, endorsement.id)
        assert entry is not None
        staff_id = factories.staff(session)
        engine.move(session, entry, Action.VERIFY, Actor.staff(staff_id), now=utcnow())
    page = manage_link(app, client, "ruth@forum.example.org")
    question = client.get(f"{page}/{endorsement.id}/withdraw").text
    assert (
        "Until they have, the entry stays counted" in question and "of Forum for Peace" in question
    )
    client.post(f"{page}/{endorsement.id}/withdraw")
    (after,) = sign_ups(app)
    assert after.status is Status.VERIFIED
    assert after.withdrawal_requested_at is not None
    assert "You asked for withdrawal" in client.get(page).text


def test_erasing_leaves_no_name_and_keeps_earlier_days(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "individual", words="For my children.", consent_named="y")
    page = manage_link(app, client, "amina@people.example")
    (endorsement,) = sign_ups(app)
    assert "cannot be undone" in client.get(f"{page}/{endorsement.id}/erase").text
    for _press in range(2):
        done = client.post(f"{page}/{endorsement.id}/erase")
        assert done.status_code == 303
        assert "It has been erased" in client.get(done.location).text
    for late in ("withdraw", "name"):
        assert client.post(f"{page}/{endorsement.id}/{late}").location == done.location
    assert client.get(f"{page}/{endorsement.id}/erase").location == done.location
    with app.app_context():
        after = db.session.get(Endorsement, endorsement.id)
        assert after is not None
        assert (after.status, after.words, after.commitment_salt) == (Status.ERASED, "", None)
        supporter = db.session.get(Supporter, after.supporter_id)
        assert supporter is not None
        assert (supporter.name, supporter.email_sealed) == ("", None)
    assert client.get(page).location == done.location  # the link ended


def test_a_question_is_answered_by_the_mailed_link(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "organisation")
    (endorsement,) = sign_ups(app)
    with app.app_context(), transaction() as session:
        entry = session.get(Endorsement, endorsement.id)
        assert entry is not None
        engine.move(
            session,
            entry,
            Action.ASK,
            Actor.staff(factories.staff(session)),
            now=utcnow(),
            words="Who is your director?",
        )
    page = manage_link(app, client, "ruth@forum.example.org")
    assert "Who is your director?" in client.get(page).text
    empty = client.post(f"{page}/{endorsement.id}/answer", data={"words": ""})
    assert empty.status_code == 422
    client.post(f"{page}/{endorsement.id}/answer", data={"words": "I am."})
    assert sign_ups(app)[0].status is Status.IN_REVIEW


def asked(app: Flask, *entries: Endorsement) -> None:
    """Staff ask something about each of these."""
    with app.app_context(), transaction() as session:
        by = Actor.staff(factories.staff(session))
        for entry in entries:
            moved = session.get_one(Endorsement, entry.id)
            engine.move(session, moved, Action.ASK, by, now=utcnow(), words="Who are you?")


def test_what_is_erased_says_what_else_is_recorded(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "individual")
    sign_up_and_confirm(app, client, "individual", slug="un2020")
    page = manage_link(app, client, "amina@people.example")
    first, _other = sign_ups(app)
    for _press in range(2):
        done = client.post(f"{page}/{first.id}/erase")
        assert "Other entries are still recorded" in client.get(done.location).text
    assert [entry.status for entry in sign_ups(app)] == [Status.ERASED, Status.VERIFIED]


def test_an_officer_whose_data_is_erased_is_told_so_again(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "organisation")
    page = manage_link(app, client, "ruth@forum.example.org")
    (entry,) = sign_ups(app)
    assert "nobody could verify it" in client.get(f"{page}/{entry.id}/erase").text
    for _press in range(2):
        done = client.post(f"{page}/{entry.id}/erase")
        assert "It has been erased" in client.get(done.location).text
    assert sign_ups(app)[0].status is Status.WITHDRAWN


def test_what_a_state_is_counted_for_keeps_its_evidence_without_the_officer(
    app: Flask, client: FlaskClient
) -> None:
    sign_up_and_confirm(app, client, "government")
    page = manage_link(app, client, "peeters@mission.example")
    (entry,) = sign_ups(app)
    with app.app_context(), transaction() as session:
        moved = session.get_one(Endorsement, entry.id)
        assert len(moved.evidence) == 1
        factories.verify(session, moved, now=utcnow())
    done = client.post(f"{page}/{entry.id}/erase")
    assert done.status_code == 303
    with app.app_context():
        moved = db.session.get_one(Endorsement, entry.id)
        assert (moved.status, len(moved.evidence)) == (Status.VERIFIED, 1)
        assert moved.officer is not None and moved.officer.email_sealed is None
        assert (moved.officer.name, moved.officer.title) == ("", "")


def test_a_second_answer_is_kept_and_the_first_one_shown(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "organisation")
    (entry,) = sign_ups(app)
    asked(app, entry)
    page = manage_link(app, client, "ruth@forum.example.org")
    for _press in range(2):
        assert client.post(f"{page}/{entry.id}/answer", data={"words": "Ruth."}).status_code == 303
    late = client.post(f"{page}/{entry.id}/answer", data={"words": "Its <director>."})
    assert late.status_code == 409
    assert "has been answered already" in late.text
    assert "Ruth." in late.text and "Its &lt;director&gt;." in late.text
    with app.app_context():
        answers = select(Decision.id).where(Decision.action == Action.ANSWER)
        assert len(db.session.scalars(answers).all()) == 1


def test_a_second_appeal_is_kept_too(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "organisation")
    (entry,) = sign_ups(app)
    page = manage_link(app, client, "ruth@forum.example.org")
    with app.app_context(), transaction() as session:
        by = Actor.staff(factories.staff(session))
        moved = session.get_one(Endorsement, entry.id)
        reason = ReasonCode.NOT_SUBSTANTIATED
        engine.move(session, moved, Action.REJECT, by, now=utcnow(), reason=reason)
    assert client.post(f"{page}/{entry.id}/appeal", data={"words": "Look."}).status_code == 303
    late = client.post(f"{page}/{entry.id}/appeal", data={"words": "Look again."})
    assert late.status_code == 409
    assert "You have asked once already" in late.text
    assert "Look." in late.text and "Look again." in late.text


def test_two_questions_on_one_page_have_fields_of_their_own(
    app: Flask, client: FlaskClient
) -> None:
    sign_up_and_confirm(app, client, "organisation")
    sign_up_and_confirm(app, client, "organisation", slug="un2020")
    entries = sign_ups(app)
    asked(app, *entries)
    page = manage_link(app, client, "ruth@forum.example.org")
    empty = client.post(f"{page}/{entries[0].id}/answer", data={"words": ""}).text
    ids = re.findall(r'\bid="([^"]+)"', empty)
    assert len(ids) == len(set(ids))
    for entry in entries:
        assert f'<label for="words-{entry.id}"' in empty and f"words-{entry.id}" in ids
    assert f'href="#words-{entries[0].id}"' in empty
    assert f'href="#words-{entries[1].id}"' not in empty


def test_somebody_elses_entry_cannot_be_touched(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "individual")
    sign_up_and_confirm(app, client, "individual", email="b@people.example", name="B")
    page = manage_link(app, client, "amina@people.example")
    other = sign_ups(app)[1]
    for what in ("withdraw", "erase"):
        assert client.get(f"{page}/{other.id}/{what}").status_code == 404
        assert client.post(f"{page}/{other.id}/{what}").status_code == 404
    assert sign_ups(app)[1].status is Status.VERIFIED


def test_a_name_is_shown_or_hidden_as_its_owner_likes(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "individual")
    page = manage_link(app, client, "amina@people.example")
    (endorsement,) = sign_ups(app)
    client.post(f"{page}/{endorsement.id}/name")
    assert "Amina Diallo" in client.get("/initiatives/unpa/individuals").text
    client.post(f"{page}/{endorsement.id}/unname")
    assert "Amina Diallo" not in client.get("/initiatives/unpa/individuals").text


def test_consent_to_be_named_keeps_the_language_in_which_it_was_asked(
    app: Flask, client: FlaskClient
) -> None:
    sign_up_and_confirm(app, client, "individual")
    (endorsement,) = sign_ups(app)
    kept = []
    with app.app_context(), transaction() as session:
        entry = session.get_one(Endorsement, endorsement.id)
        for named, language in ((True, "fr"), (False, "es"), (True, "ar")):
            services.choose_naming(session, entry, named, now=utcnow(), language=language)
            session.flush()
            consent = session.get_one(Consent, (entry.id, ConsentPurpose.NAMED))
            kept.append((consent.language, consent.withdrawn_at is None))
    assert kept == [("fr", True), ("fr", False), ("ar", True)]


def test_erasing_takes_the_words_beside_the_decisions_too(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "parliamentarian")
    (endorsement,) = sign_ups(app)
    with app.app_context(), transaction() as session:
        entry = session.get(Endorsement, endorsement.id)
        assert entry is not None
        by = Actor.staff(factories.staff(session))
        engine.move(session, entry, Action.ASK, by, now=utcnow(), words="Are you Ms Blom?")
    page = manage_link(app, client, "i.blom@parliament.example")
    client.post(f"{page}/{endorsement.id}/erase")
    with app.app_context():
        assert db.session.scalars(select(DecisionNote)).all() == []
        actions = db.session.scalars(
            select(Decision.action).where(Decision.endorsement_id == endorsement.id)
        ).all()
        assert actions == [Action.CONFIRM, Action.ASK, Action.ERASE]


@pytest.mark.by_turns
@pytest.mark.parametrize("what", ["answer", "withdraw", "mandate", "erase"])
def test_behind_a_dead_link_nothing_is_done_and_words_are_shown(
    app: Flask, client: FlaskClient, what: str
) -> None:
    sign_up_and_confirm(app, client, "individual")
    link = manage_link(app, client, "amina@people.example")
    page = client.post(
        f"{link}x/{sign_ups(app)[0].id}/{what}", data={"words": "Our note.\nOf May."}
    )
    assert page.status_code == 410
    assert "Our note.\nOf May." in page.text
    assert 'href="/manage"' in page.text
    assert sign_ups(app)[0].status is Status.VERIFIED
