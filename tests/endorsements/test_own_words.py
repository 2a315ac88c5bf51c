"""An individual's own words: public once a reviewer released them, and without links."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from tests.support.review_cases import decided, reviewers
from tests.support.signup import (
    WORDS,
    link_in,
    named_individual,
    newest_mail,
    post,
    sign_ups,
)
from tests.support.webclient import Client
from tracker.core.clock import utcnow
from tracker.core.errors import Conflict, RuleBroken
from tracker.endorsements import own_words
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.models import Endorsement

PAGE = "/initiatives/unpa/individuals"


def judge(session: Session, entry: Endorsement, staff_id: int, *, release: bool) -> None:
    own_words.judge(
        session,
        entry,
        staff_id,
        release=release,
        seen=own_words.fingerprint(entry.words),
        now=utcnow(),
    )
    session.flush()


def test_words_wait_for_a_reviewer_while_count_and_name_do_not(
    app: Flask, client: Client, session: Session
) -> None:
    (ada,) = reviewers(app, session, "ada")
    entry = named_individual(app, client, session)
    page = client.get(PAGE).text
    assert entry.status is Status.VERIFIED
    assert "Amina Diallo" in page and WORDS not in page
    judge(session, entry, ada.id, release=True)
    assert WORDS in client.get(PAGE).text
    judge(session, entry, ada.id, release=False)
    hidden = client.get(PAGE).text
    assert "Amina Diallo" in hidden and WORDS not in hidden
    assert decided(session, entry)[-2:] == [Action.RELEASE_WORDS, Action.HIDE_WORDS]


def test_no_public_address_tells_unreleased_words(
    app: Flask, client: Client, session: Session
) -> None:
    """Every public address that needs no more than an initiative, a campaign or an entry."""
    entry = named_individual(app, client, session)
    stranger = Client(app)
    values = {"slug": "unpa", "id": entry.id, "endorsement_id": entry.id, "ending": "csv"}
    seen = 0
    for rule in app.url_map.iter_rules():
        private = rule.rule.startswith(("/staff", "/static", "/confirm", "/manage"))
        if private or "GET" not in (rule.methods or ()) or not rule.arguments <= values.keys():
            continue
        address = app.url_map.bind("localhost").build(
            rule.endpoint, {name: values[name] for name in rule.arguments}
        )
        answer = stranger.get(address)
        assert WORDS.encode() not in answer.get_data(), address
        seen += answer.status_code == 200
    assert seen > 20


@pytest.mark.by_turns
def test_changed_words_wait_again(app: Flask, client: Client, session: Session) -> None:
    (ada,) = reviewers(app, session, "ada")
    entry = named_individual(app, client, session)
    judge(session, entry, ada.id, release=True)
    client.post("/manage", data={"email": "amina@people.example"})
    page = link_in(newest_mail(app), "manage")
    others = "Parliaments belong in the United Nations."
    send = f"{page}/{entry.id}/words"
    linked = client.post(send, data={"own_words": "Join me at casino-win.com now"})
    assert linked.status_code == 422 and "Use words only" in linked.text
    assert entry.words == WORDS and WORDS in client.get(PAGE).text
    assert client.post(send, data={"own_words": others}).status_code == 303
    assert entry.words == others and entry.words_released is None
    shown = client.get(PAGE).text
    assert "Amina Diallo" in shown and others not in shown and WORDS not in shown
    assert "not shown" in client.get(page).text
    judge(session, entry, ada.id, release=True)
    assert others in client.get(PAGE).text
    assert client.post(send, data={"own_words": ""}).status_code == 303
    assert entry.words == "" and others not in client.get(PAGE).text


@pytest.mark.by_turns
def test_a_reviewer_releases_only_what_was_on_the_page(
    app: Flask, client: Client, session: Session
) -> None:
    (ada,) = reviewers(app, session, "ada")
    entry = named_individual(app, client, session)
    seen = own_words.fingerprint(entry.words)
    own_words.change(session, entry, "Something else altogether.", now=utcnow())
    with pytest.raises(Conflict):
        own_words.judge(session, entry, ada.id, release=True, seen=seen, now=utcnow())
    assert entry.words_released is None


@pytest.mark.parametrize(
    "column",
    [
        "words_released = true",
        "words_released = false, words_judged_at = submitted_at",
        "words = 'Other words.', words_judged_by_id = {staff}",
    ],
)
def test_the_database_refuses_words_that_no_reviewer_saw(
    app: Flask, client: Client, session: Session, column: str
) -> None:
    (ada,) = reviewers(app, session, "ada")
    entry = named_individual(app, client, session)
    if "Other" in column:
        judge(session, entry, ada.id, release=True)
    session.commit()
    change = column.format(staff=ada.id)
    with pytest.raises(DatabaseError, match=r"released|releases"):
        session.execute(text(f"UPDATE endorsements SET {change} WHERE id = {entry.id}"))
    session.rollback()


@pytest.mark.by_turns
@pytest.mark.parametrize(
    "words",
    [
        "See https://example.org for more",
        "See example.org",
        "casino-win.com now!",
        "www.peace",
        "write to me@people.example.org",
        "follow @reformer",
        "пример.рф",
        "win。com is mine",
        "peace[.]com",
        "peace (dot) com",
        "peace dot com",
        "ex\u200bample.\u200bcom",
        "me (at) people [dot] org",
        "ｅｘａｍｐｌｅ．ｃｏｍ",
        "10.0.0.1/join",
        "mailto:somebody",
    ],
)
def test_words_hold_no_link(app: Flask, client: Client, words: str) -> None:
    page = post(client, "individual", words=words)
    assert page.status_code == 422 and 'href="#words"' in page.text
    assert sign_ups(app) == []
    with pytest.raises(RuleBroken):
        own_words.refuse_links(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "The U.N. needs us, e.g. in Geneva. We, the peoples, agree.",
        "1.5 million people, 50% of them young… and 3.2 more",
        "No veto on atrocities: never again!",
        "L’ONU, c’est nous. Δημοκρατία. 民主。联合国。",
        "I signed on 24.10.2026, at 10.30",
        "The dot on the i",
    ],
)
def test_plain_words_are_taken(words: str) -> None:
    own_words.refuse_links(words)
