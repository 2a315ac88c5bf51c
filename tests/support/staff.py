"""Staff for tests, and their way in through the real pages."""

from __future__ import annotations

import html
import re
import time

from flask import Flask
from flask import session as browser_session
from flask_security import hash_password
from flask_wtf.csrf import generate_csrf
from passlib.totp import TOTP
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.support.webclient import Client, apart
from tracker.accounts.models import StaffAction, StaffEvent, StaffRole, User
from tracker.core.db import db, transaction

PASSWORD = "a long password for tests"
ACCOUNT = "/staff/account"


def member(app: Flask, name: str, *roles: StaffRole) -> int:
    """Give somebody an account; its id. The address is the name at ``staff.example``."""

    def make() -> int:
        with app.app_context():
            datastore = app.extensions["security"].datastore
            with transaction():
                held = [datastore.find_or_create_role(role.value) for role in roles]
                user = datastore.create_user(
                    email=f"{name.lower()}@staff.example",
                    name=name,
                    password=hash_password(PASSWORD),
                    roles=held,
                )
            made: int = user.id
            return made

    return apart(make)


def token(page: TestResponse) -> str:
    """The CSRF token of a page's first form."""
    match = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)
    assert match, page.text
    return html.unescape(match[1])


def give_password(client: Client, name: str, password: str = PASSWORD) -> TestResponse:
    page = client.get(f"{ACCOUNT}/login")
    return client.post(
        f"{ACCOUNT}/login",
        data={
            "csrf_token": token(page),
            "email": f"{name.lower()}@staff.example",
            "password": password,
        },
    )


def sign_in(client: Client, name: str) -> str:
    """Sign in as somebody whose authenticator app was set up before; its key.

    What the page of passwords leaves in the session is put there, and the app's code is sent: one
    request stands for four. A test of sign-in proves that both ways end alike.
    """
    app = client.application

    def give_password_unseen() -> tuple[str, str]:
        key, uniquifier = _give_app(app, name)
        with app.test_request_context():
            signed = generate_csrf()
            left = dict(browser_session) | {"tf_state": "ready", "tf_user_id": uniquifier}
        with client.session_transaction() as cookie:
            cookie.update(left)
        return key, signed

    key, signed = apart(give_password_unseen)
    done = client.post(f"{ACCOUNT}/tf-validate", data={"csrf_token": signed, "code": code(key)})
    assert done.location == "/staff/", done.text
    return key


def sign_in_on_the_pages(client: Client, name: str) -> str:
    """The same, as somebody does it: with a password, then with the code."""
    key, _uniquifier = apart(lambda: _give_app(client.application, name))
    answer = give_password(client, name)
    assert answer.location.startswith(f"{ACCOUNT}/tf-validate"), answer.text
    done = give_code(client, client.get(answer.location), key)
    assert done.location == "/staff/", done.text
    return key


def _give_app(app: Flask, name: str) -> tuple[str, str]:
    """Set up somebody's authenticator app; its key, and what a session knows them by."""
    with app.app_context():
        security = app.extensions["security"]
        codes = security.totp_factory
        with transaction():
            user = security.datastore.find_user(email=f"{name.lower()}@staff.example")
            user.tf_totp_secret = codes.generate_totp_secret()
            user.tf_primary_method = "authenticator"
        return codes.get_totp_b32_key(user.tf_totp_secret), user.fs_uniquifier


def sign_in_first(client: Client, name: str) -> str:
    """Sign in for the first time, which sets the authenticator app up; its key."""
    assert give_password(client, name).location == f"{ACCOUNT}/tf-setup"
    page = client.get(f"{ACCOUNT}/tf-setup")
    page = client.post(
        f"{ACCOUNT}/tf-setup", data={"csrf_token": token(page), "setup": "authenticator"}
    )
    shown = re.search(r'<code class="cite">([^<]+)</code>', page.text)
    assert shown, page.text
    key = shown[1].replace("-", "").replace(" ", "")
    done = give_code(client, page, key)
    assert done.location == f"{ACCOUNT}/mf-recovery-codes?offered=1", done.text
    return key


def give_code(client: Client, page: TestResponse, key: str, *, steps: int = 0) -> TestResponse:
    """Type in the code that the app shows now, or some steps of 30 seconds later.

    A code works once, so who signs in twice within a step needs a later one; four are taken.
    """
    return client.post(
        f"{ACCOUNT}/tf-validate", data={"csrf_token": token(page), "code": code(key, steps)}
    )


def code(key: str, steps: int = 0) -> str:
    shown: str = TOTP(key=key, format="base32").generate(time.time() + 30 * steps).token
    return shown


def reread(user_id: int) -> User:
    """A member of staff as the database has it."""
    return db.session().get_one(User, user_id)


def sign_out(client: Client) -> None:
    """Leave through the button on every page of staff."""
    page = client.get(f"{ACCOUNT}/")
    assert client.post(f"{ACCOUNT}/logout", data={"csrf_token": token(page)}).status_code == 302


def long_ago(client: Client) -> None:
    """Let the last proof of whoever is signed in be 31 minutes old."""

    def change() -> None:
        with client.session_transaction() as cookie:
            cookie["fs_paa"] -= 31 * 60
            cookie.pop("fs_gexp", None)

    apart(change)


def prove(client: Client, answer: TestResponse) -> TestResponse:
    """Follow a page that asks for the password once more, and give it; where that leads."""
    assert answer.status_code in (302, 303) and "/staff/account/verify" in answer.location
    page = client.get(answer.location)
    return client.post(answer.location, data={"csrf_token": token(page), "password": PASSWORD})


def actions(session: Session) -> list[tuple[StaffAction, str]]:
    """What was done with accounts, and its detail, oldest first."""
    rows = session.execute(select(StaffEvent.action, StaffEvent.detail).order_by(StaffEvent.id))
    return [(row.action, row.detail) for row in rows]


def signed_in(app: Flask, name: str, *roles: StaffRole) -> Client:
    """The browser of somebody new who is signed in, an editor unless other roles are given."""
    client = Client(app)
    member(app, name, *(roles or (StaffRole.EDITOR,)))
    sign_in(client, name)
    return client
