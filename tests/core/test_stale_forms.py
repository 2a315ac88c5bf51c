"""A form that comes back without its cookie or with a stale token is shown again, filled in."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.support.signup import DETAILS, Fields, sign_ups, stamp
from tests.support.staff import member, sign_in
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.content.models import ContentItem
from tracker.endorsements.models import Endorsement

pytestmark = pytest.mark.by_turns

OURS = {"Origin": "http://localhost"}
FOREIGN: list[dict[str, str]] = [
    {"Origin": "https://rival.example"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site", "Origin": "http://localhost"},
]


def address_of(kind: str) -> str:
    return f"/initiatives/unpa/endorse?kind={kind}"


def main_form(page: str, action: str) -> dict[str, Any]:
    return Fields(page, action.replace("&", "&amp;")).sent or Fields(page, action).sent


@pytest.mark.parametrize("kind", DETAILS)
@pytest.mark.parametrize("token", ["", "stale"])
def test_a_visitors_form_comes_back_filled_in_and_can_be_sent(
    app: Flask, client: Client, kind: str, token: str
) -> None:
    client.get(address_of(kind))
    client.delete_cookie("rollcall")
    typed = DETAILS[kind] | {"words": "It is <time>.", "opened": stamp(client)}
    page = client.post(address_of(kind), data=typed | {"csrf_token": token}, headers=OURS)
    assert page.status_code == 422
    assert "Please send the form again." in page.text and sign_ups(app) == []
    again = main_form(page.text, address_of(kind))
    shown = {name: again.get(name) for name in DETAILS[kind] if name != "website"}
    assert shown == {name: value for name, value in DETAILS[kind].items() if name != "website"}
    assert again["csrf_token"] not in ("", "stale")
    if kind == "individual":
        assert again["words"] == "It is <time>."
    assert client.post(address_of(kind), data=again).status_code == 303
    (entry,) = sign_ups(app)
    assert entry.flag == ""


@pytest.mark.parametrize("headers", FOREIGN)
def test_what_another_site_sent_is_refused_empty(
    app: Flask, client: Client, headers: dict[str, str]
) -> None:
    page = client.post(address_of("individual"), data=DETAILS["individual"], headers=headers)
    assert page.status_code == 400
    assert "Amina" not in page.text and "<form" not in page.text.split("<main")[1]
    assert sign_ups(app) == []


def test_an_editors_long_text_comes_back(app: Flask, client: Client, session: Session) -> None:
    member(app, "Eve", StaffRole.EDITOR)
    sign_in(client, "Eve")
    address = "/staff/content/campaigns/new"
    before = session.scalar(select(func.count()).select_from(ContentItem))
    fields = Fields(client.get(address).text, address).sent
    text_field = next(name for name, value in fields.items() if "name" in name or "title" in name)
    typed = fields | {text_field: "A campaign that took an hour", "csrf_token": "stale"}
    page = client.post(address, data=typed, headers=OURS)
    assert page.status_code == 422
    assert "A campaign that took an hour" in page.text
    assert session.scalar(select(func.count()).select_from(ContentItem)) == before


def test_a_form_without_a_page_of_its_own_is_kept_until_it_is_sent_again(
    app: Flask, client: Client, session: Session
) -> None:
    member(app, "Ben", StaffRole.REVIEWER)
    sign_in(client, "Ben")
    entry = session.scalars(select(Endorsement.id)).first()
    address = f"/staff/endorsements/{entry}/notes"
    page = client.post(address, data={"words": "Ask the <mission>.", "csrf_token": "stale"})
    assert page.status_code == 422
    assert "What you typed" in page.text and "Ask the &lt;mission&gt;." in page.text
    again = Fields(page.text, address).sent
    assert again["words"] == "Ask the <mission>."
    assert client.post(address, data=again).status_code in (302, 303)
    assert "Ask the &lt;mission&gt;." in client.get(f"/staff/endorsements/{entry}").text


def test_who_was_signed_out_loses_nothing(app: Flask, client: Client, session: Session) -> None:
    entry = session.scalars(select(Endorsement.id)).first()
    address = f"/staff/endorsements/{entry}/notes"
    page = client.post(address, data={"words": "A long note."}, headers=OURS)
    assert page.status_code == 422 and "signed out" in page.text
    assert Fields(page.text, address).sent["words"] == "A long note."
    assert page.headers["Cache-Control"] == "no-store"
    foreign = client.post(address, data={"words": "A long note."}, headers=FOREIGN[0])
    assert foreign.status_code in (302, 401) and "A long note." not in foreign.text


def test_passwords_are_never_handed_out_again(app: Flask, client: Client) -> None:
    address = "/staff/account/login"
    data = {"email": "ben@staff.example", "password": "my own secret", "csrf_token": "stale"}
    page = client.post(address, data=data, headers=OURS)
    assert "my own secret" not in page.text
    assert re.search(r'<input[^>]*name="password"', page.text)
