from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from passlib.hash import argon2
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.support.staff import (
    ACCOUNT,
    PASSWORD,
    give_code,
    give_password,
    member,
    reread,
    sign_in,
    sign_in_first,
    sign_in_on_the_pages,
    token,
)
from tests.support.webclient import Client
from tracker.accounts.models import (
    KnownBrowser,
    StaffEvent,
    StaffEventMark,
    StaffRole,
    StaffSession,
    WebAuthn,
)
from tracker.accounts.passkeys import relying_party
from tracker.core import audience
from tracker.core.clock import utcnow
from tracker.core.db import transaction

pytestmark = pytest.mark.by_turns

REVIEWER = StaffRole.REVIEWER


def test_a_stranger_is_sent_to_sign_in(empty_app: Flask, client: Client) -> None:
    page = client.get("/staff/")
    assert page.status_code == 302
    assert page.location.startswith(f"{ACCOUNT}/login?next=")


def test_a_password_alone_opens_nothing(empty_app: Flask, client: Client) -> None:
    member(empty_app, "Ada", REVIEWER)
    assert give_password(client, "Ada").location == f"{ACCOUNT}/tf-setup"
    assert client.get("/staff/").location.startswith(f"{ACCOUNT}/login")


def test_first_sign_in_sets_up_the_app_and_the_next_one_asks_for_its_code(
    empty_app: Flask, client: Client, session: Session
) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    key = sign_in_first(client, "Ada")
    assert client.get("/staff/").status_code == 200
    stored = reread(ada).tf_totp_secret
    assert stored and key not in stored
    assert (reread(ada).password or "").startswith("$argon2")

    client.post(f"{ACCOUNT}/logout", data={"csrf_token": token(client.get("/staff/"))})
    assert client.get("/staff/").status_code == 302

    assert give_password(client, "Ada").location.startswith(f"{ACCOUNT}/tf-validate")
    page = client.get(f"{ACCOUNT}/tf-validate")
    wrong = client.post(
        f"{ACCOUNT}/tf-validate", data={"csrf_token": token(page), "code": "000000"}
    )
    assert wrong.status_code == 200 and client.get("/staff/").status_code == 302
    assert give_code(client, wrong, key, steps=1).location == "/staff/"
    assert client.get("/staff/").status_code == 200


@pytest.mark.parametrize("again", [False, True])
def test_a_hash_of_other_parameters_is_made_anew(
    empty_app: Flask, client: Client, session: Session, again: bool
) -> None:
    """As after an upgrade of the library: signing in only reads, and the hash is kept after it."""
    ada = member(empty_app, "Ada", REVIEWER)
    if again:
        sign_in_first(client, "Ada")
    older = argon2.using(rounds=2, memory_cost=2048, parallelism=1).hash(PASSWORD)
    reread(ada).password = older
    session.commit()
    if again:
        page = client.get(f"{ACCOUNT}/verify")
        data = {"csrf_token": token(page), "password": PASSWORD}
        assert client.post(f"{ACCOUNT}/verify", data=data).status_code == 302
    else:
        assert give_password(client, "Ada").location == f"{ACCOUNT}/tf-setup"
    kept = reread(ada).password
    assert kept != older and argon2.verify(PASSWORD, kept)
    assert give_password(Client(empty_app), "Ada").status_code == 302


def test_a_wrong_password_says_no_more_than_an_unknown_address(
    empty_app: Flask, client: Client
) -> None:
    member(empty_app, "Ada", REVIEWER)
    wrong = give_password(client, "Ada", "not the password")
    unknown = give_password(client, "Nobody", PASSWORD)
    assert wrong.status_code == unknown.status_code == 200
    for page in (wrong, unknown, give_password(client, "Ada", "")):
        assert page.text.count("The address and the password do not go together.") == 1
        assert 'class="error"' not in page.text  # beside neither field


def test_somebody_no_longer_active_is_out_at_once(
    empty_app: Flask, client: Client, session: Session
) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    sign_in_first(client, "Ada")
    reread(ada).active = False
    assert client.get("/staff/").status_code == 302


def test_recovery_codes_sign_in_once_each(empty_app: Flask, client: Client) -> None:
    member(empty_app, "Ada", REVIEWER)
    sign_in_first(client, "Ada")
    page = client.get(f"{ACCOUNT}/mf-recovery-codes")
    made = client.post(
        f"{ACCOUNT}/mf-recovery-codes",
        data={"csrf_token": token(page), "generate_new_codes": "yes"},
    )
    code = made.text.partition("<code>")[2].partition("</code>")[0]
    for location in ("/staff/", None):
        client.post(
            f"{ACCOUNT}/logout", data={"csrf_token": token(client.get(f"{ACCOUNT}/change"))}
        )
        give_password(client, "Ada")
        page = client.get(f"{ACCOUNT}/mf-recovery")
        used = client.post(f"{ACCOUNT}/mf-recovery", data={"csrf_token": token(page), "code": code})
        assert used.location == location
        if location is None:
            break


@pytest.mark.parametrize(
    "page", ["login", "mf-recovery-codes", "change", "wan-register", "tf-setup", "wan-signin"]
)
def test_every_page_of_the_account_is_ours(empty_app: Flask, client: Client, page: str) -> None:
    member(empty_app, "Ada", REVIEWER)
    if page not in ("login", "wan-signin"):
        sign_in_first(client, "Ada")
    shown = client.get(f"{ACCOUNT}/{page}")
    assert shown.status_code == 200
    assert 'id="main"' in shown.text and "rollcall.css" in shown.text
    assert "<style" not in shown.text and "style=" not in shown.text
    assert all("src=" in tag.partition(">")[0] for tag in shown.text.split("<script")[1:])
    assert "no-store" in shown.headers["Cache-Control"]


def test_a_passkey_begins_with_options_for_the_browser(empty_app: Flask, client: Client) -> None:
    member(empty_app, "Ada", REVIEWER)
    sign_in_first(client, "Ada")
    page = client.get(f"{ACCOUNT}/wan-register")
    answer = client.post(
        f"{ACCOUNT}/wan-register",
        data={"csrf_token": token(page), "name": "laptop", "usage": "first"},
    )
    assert 'data-passkey="create"' in answer.text
    assert "cross-platform" not in answer.text


def test_a_passkey_is_renamed_by_its_owner_alone(empty_app: Flask, client: Client) -> None:
    owners = {name: member(empty_app, name, REVIEWER) for name in ("Ada", "Ben")}
    ids = {}
    with empty_app.app_context(), transaction() as session:
        for name, called in (("Ada", "laptop"), ("Ada", "key"), ("Ben", "phone")):
            passkey = WebAuthn(
                user_id=owners[name],
                credential_id=called.encode(),
                public_key=b"key",
                name=called,
                sign_count=0,
                backup_state=False,
                device_type="single_device",
                usage="first",
                lastuse_datetime=utcnow(),
            )
            session.add(passkey)
            session.flush()
            ids[called] = passkey.id
    sign_in_first(client, "Ada")
    address = f"/staff/account/passkeys/{ids['laptop']}"
    assert address in client.get("/staff/account/").text
    assert address in client.get(f"{ACCOUNT}/wan-register").text
    for name, status, reason in (
        ("", 422, "Please fill this in."),
        ("x" * 65, 422, "longer than 64"),
        ("\u200b\u0007", 422, "Use letters, numbers"),
        ("key", 409, "Another of your passkeys is called so."),
        ("Work laptop", 303, ""),
    ):
        answer = client.post(address, data={"csrf_token": token(client.get(address)), "name": name})
        assert answer.status_code == status and reason in answer.text
    account = client.get("/staff/account/").text
    assert "Work laptop" in account and ">laptop" not in account
    assert "Passkey renamed" in client.get("/staff/log").text
    for other in (ids["phone"], 999):
        assert client.get(f"/staff/account/passkeys/{other}").status_code == 404


@pytest.mark.parametrize("path", ["/", "/states", "/about", "/initiatives/act-code-of-conduct"])
def test_public_pages_know_no_cookie(app: Flask, client: Client, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert "Set-Cookie" not in page.headers
    assert "Cookie" not in page.headers.get("Vary", "")


def test_what_a_library_brings_has_an_audience_too(empty_app: Flask) -> None:
    brought = [
        function for function in empty_app.view_functions if function.startswith("security.")
    ]
    assert len(brought) > 10
    assert all(audience.of(empty_app, cookie) for cookie in brought)
    closed = audience.of(empty_app, "security.two_factor_rescue")
    assert closed == "staff: nobody"


def test_staff_pages_are_not_kept(empty_app: Flask, client: Client) -> None:
    member(empty_app, "Ada", REVIEWER)
    sign_in_first(client, "Ada")
    page = client.get("/staff/")
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("public_url", "origin"),
    [
        ("https://rollcall.example", "https://rollcall.example"),
        ("http://127.0.0.1:8000", "http://localhost:8000"),
        ("http://127.0.0.1", "http://localhost"),
        ("https://127.0.0.1.example", "https://127.0.0.1.example"),
    ],
)
def test_passkeys_are_bound_to_the_public_address(public_url: str, origin: str) -> None:
    assert relying_party(public_url) == origin


def test_a_passkey_is_never_asked_for_under_another_host(empty_app: Flask, client: Client) -> None:
    address = f"{ACCOUNT}/wan-signin"

    def ask(host: str) -> TestResponse:
        page = client.get(address, base_url=host)
        return client.post(address, base_url=host, data={"csrf_token": token(page)})

    assert empty_app.extensions["security"].webauthn_util.origin() == "http://localhost:8000"
    assert "localhost" in ask("http://localhost").text
    refused = ask("http://elsewhere.example")
    assert refused.status_code == 400
    assert "Passkeys work only at http://localhost:8000" in refused.text


def test_the_short_way_in_that_tests_take_ends_like_the_pages(
    empty_app: Flask, session: Session
) -> None:
    """The same in the cookies, and the same rows, but for what is new at each sign-in."""
    ends = []
    for way in (sign_in, sign_in_on_the_pages):
        client = Client(empty_app)
        user = reread(member(empty_app, way.__name__, REVIEWER))
        way(client, user.name)
        with client.session_transaction() as cookie:
            values: dict[str, Any] = {
                key: value.replace(user.fs_uniquifier, "…") if isinstance(value, str) else value
                for key, value in cookie.items()
            }
            assert len(values.pop("csrf_token")) == 40 and len(values.pop("seat")) == 43
            assert abs(float(values.pop("fs_paa")) - utcnow().timestamp()) < 60
        browsers = session.scalars(select(KnownBrowser).filter_by(staff_id=user.id))
        sessions = session.scalars(select(StaffSession).filter_by(staff_id=user.id))
        events = session.execute(
            select(StaffEvent.action, StaffEvent.detail, StaffEventMark.network)
            .outerjoin(StaffEventMark)
            .where(StaffEvent.staff_id == user.id)
        )
        ends.append(
            (
                values,
                sorted(client._cookies or ()),
                [(browser.failures, browser.locked_until) for browser in browsers],
                [(row.browser, row.system, row.network, row.ended_at) for row in sessions],
                [tuple(event) for event in events],
                (user.last_code is None, user.tf_primary_method),
            )
        )
    assert ends[0] == ends[1]
