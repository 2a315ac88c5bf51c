"""Releasing and hiding individuals' words, as reviewers do it."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.support.signup import named_individual
from tests.support.sql_statements import query_plan
from tests.support.staff import member, sign_in, token
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.core.clock import utcnow
from tracker.endorsements import own_words
from tracker.endorsements.models import Endorsement

LIST = "/staff/words"
PAGE = "/initiatives/unpa/individuals"


def boxes(page: TestResponse) -> list[str]:
    return re.findall(r'name="entry" value="([^"]+)"', page.text)


def several(app: Flask, client: Client, session: Session) -> list[Endorsement]:
    return [
        named_individual(
            app, client, session, name=name, email=f"{name.lower()}@people.example", words=words
        )
        for name, words in (("Amina", "One."), ("Binta", "Two."), ("Chloe", "Three."))
    ]


def test_words_are_released_and_hidden_in_bulk_without_a_name(
    app: Flask, client: Client, session: Session
) -> None:
    entries = several(app, client, session)
    member(app, "Ben", StaffRole.REVIEWER)
    sign_in(client, "Ben")
    page = client.get(LIST)
    assert all(entry.reference in page.text and entry.words in page.text for entry in entries)
    assert "Amina" not in page.text and "people.example" not in page.text
    chosen = boxes(page)
    assert len(chosen) == 3
    sent = {"csrf_token": token(page), "list": "waiting"}
    released = client.post(LIST, data=sent | {"what": "release", "entry": chosen[:2]})
    assert released.status_code == 303
    public = client.get(PAGE).text
    assert "One." in public and "Two." in public and "Three." not in public
    assert boxes(client.get(LIST)) == chosen[2:]
    assert boxes(client.get(f"{LIST}?list=released")) == chosen[:2]
    client.post(LIST, data=sent | {"what": "hide", "entry": chosen[1:]})
    public = client.get(PAGE).text
    assert "One." in public and "Two." not in public and "Three." not in public
    assert boxes(client.get(f"{LIST}?list=hidden")) == chosen[1:] and not boxes(client.get(LIST))


@pytest.mark.by_turns
def test_words_can_be_hidden_on_the_entrys_own_page(
    app: Flask, client: Client, session: Session
) -> None:
    entry = named_individual(app, client, session)
    member(app, "Ben", StaffRole.REVIEWER)
    sign_in(client, "Ben")
    item = f"/staff/endorsements/{entry.id}"
    page = client.get(item)
    seen = own_words.fingerprint(entry.words)
    for what, public in (("release", True), ("hide", False)):
        sent = {"csrf_token": token(page), "what": what, "seen": seen}
        assert client.post(f"{item}/words", data=sent).status_code == 303
        assert (entry.words in client.get(PAGE).text) is public


@pytest.mark.by_turns
def test_words_that_changed_meanwhile_are_not_released(
    app: Flask, client: Client, session: Session
) -> None:
    first, second, third = several(app, client, session)
    member(app, "Ben", StaffRole.REVIEWER)
    sign_in(client, "Ben")
    page = client.get(LIST)
    own_words.change(session, second, "Buy my product.", now=utcnow())
    sent = {"csrf_token": token(page), "what": "release", "entry": boxes(page)}
    answer = client.post(LIST, data=sent, follow_redirects=True)
    assert "were changed since you opened the page" in answer.text
    assert first.words_released and third.words_released and second.words_released is None
    assert "Buy my product." not in client.get(PAGE).text


@pytest.mark.by_turns
def test_words_without_a_name_wait_for_nobody(app: Flask, client: Client, session: Session) -> None:
    entry = named_individual(app, client, session)
    entry.be_named = False
    session.flush()
    assert list(own_words.listed(session, released=None)) == []


def test_a_list_of_words_is_answered_by_its_index(app: Flask, session: Session) -> None:
    assert "ix_endorsements_words" in query_plan(
        session,
        f"SELECT id FROM endorsements WHERE {own_words.LISTED}"
        " AND endorsements.words_released IS NULL"
        " AND endorsements.id > 0 ORDER BY endorsements.id LIMIT 50",
    )
