from __future__ import annotations

import re
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support import staff_mail
from tests.support.staff import (
    ACCOUNT,
    PASSWORD,
    actions,
    give_code,
    give_password,
    member,
    sign_in_first,
    sign_out,
    token,
)
from tests.support.webclient import Client
from tracker.accounts import events, sessions, user_agents
from tracker.accounts.models import (
    SessionEnd,
    StaffAction,
    StaffEventMark,
    StaffRole,
    StaffSession,
)
from tracker.core.clock import utcnow

pytestmark = pytest.mark.by_turns

REVIEWER = StaffRole.REVIEWER


def newest(session: Session) -> StaffSession:
    return session.scalars(select(StaffSession).order_by(StaffSession.id.desc()).limit(1)).one()


def two_browsers(app: Flask, client: Client) -> Client:
    """Ada in `client`, and in the returned one too."""
    member(app, "Ada", REVIEWER)
    key = sign_in_first(client, "Ada")
    other = Client(app)
    give_password(other, "Ada")
    assert give_code(other, other.get(f"{ACCOUNT}/tf-validate"), key, steps=1).location == "/staff/"
    return other


@pytest.mark.parametrize(
    ("header", "named"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140 Safari/537.36 Edg/140",
            "Edge Windows",
        ),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1", "Safari iPhone"),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile Safari/537.36", "Chrome Android"),
        ("curl/8", " "),
    ],
)
def test_a_browser_in_two_words(header: str, named: str) -> None:
    assert " ".join(user_agents.named(header)) == named


def test_signing_in_and_out_is_logged(empty_app: Flask, client: Client, session: Session) -> None:
    member(empty_app, "Ada", REVIEWER)
    sign_in_first(client, "Ada")
    sign_out(client)
    assert actions(session) == [
        (StaffAction.SECOND_FACTOR_SET, ""),
        (StaffAction.SIGNED_IN, "app"),
        (StaffAction.SIGNED_OUT, ""),
    ]
    assert newest(session).how_ended is SessionEnd.SIGNED_OUT
    subjects = [mail["Subject"] for mail in staff_mail.to(empty_app, "Ada")]
    assert subjects == ["An authenticator app was set up for your account"]


def test_a_cookie_kept_from_before_signing_out_opens_nothing(
    empty_app: Flask, client: Client
) -> None:
    member(empty_app, "Ada", REVIEWER)
    sign_in_first(client, "Ada")
    kept = client.get_cookie("rollcall")
    assert kept is not None
    sign_out(client)
    client.set_cookie("rollcall", kept.value)
    assert client.get("/staff/").status_code == 302


def test_a_session_is_ended_from_another(
    empty_app: Flask, client: Client, session: Session
) -> None:
    other = two_browsers(empty_app, client)
    page = client.get(f"{ACCOUNT}/")
    assert "this one" in page.text
    (address,) = set(re.findall(r"/staff/account/sessions/\d+/end", page.text))
    done = client.post(address, data={"csrf_token": token(page)})
    assert done.location == f"{ACCOUNT}/"
    assert other.get("/staff/").status_code == 302
    assert client.get("/staff/").status_code == 200
    assert actions(session)[-1] == (StaffAction.SESSION_REVOKED, "one")
    again = client.post(address, data={"csrf_token": token(page)})
    assert again.status_code == 404 and "has ended already" in again.text


def test_nobody_ends_the_session_of_somebody_else(
    empty_app: Flask, client: Client, session: Session
) -> None:
    member(empty_app, "Ada", REVIEWER)
    member(empty_app, "Ben", REVIEWER)
    sign_in_first(client, "Ada")
    other = Client(empty_app)
    sign_in_first(other, "Ben")
    address = f"{ACCOUNT}/sessions/{newest(session).id}/end"
    refused = client.post(address, data={"csrf_token": token(client.get(f"{ACCOUNT}/"))})
    assert refused.status_code == 404
    assert other.get("/staff/").status_code == 200


def test_everywhere_else_is_signed_out(empty_app: Flask, client: Client) -> None:
    other = two_browsers(empty_app, client)
    page = client.get(f"{ACCOUNT}/")
    client.post(f"{ACCOUNT}/sessions/end-others", data={"csrf_token": token(page)})
    assert other.get("/staff/").status_code == 302
    assert "1 other session has ended" in client.get(f"{ACCOUNT}/").text


def test_a_new_password_ends_the_other_sessions_and_is_told(
    empty_app: Flask, client: Client, session: Session
) -> None:
    other = two_browsers(empty_app, client)
    form = {
        "csrf_token": token(client.get(f"{ACCOUNT}/change")),
        "password": PASSWORD,
        "new_password": "four unlikely words here",
        "new_password_confirm": "four unlikely words here",
    }
    assert client.post(f"{ACCOUNT}/change", data=form).location == f"{ACCOUNT}/"
    assert client.get("/staff/").status_code == 200
    assert other.get("/staff/").status_code == 302
    assert actions(session)[-1] == (StaffAction.PASSWORD_CHANGED, "")
    subject = staff_mail.to(empty_app, "Ada")[-1]["Subject"]
    assert subject == "The password of your account was changed"


@pytest.mark.parametrize(
    "weak", ["too short", "aaaaaaaaaaaaaa", "password12345!", "rollcallrollcall", "Ada-Staff-2026"]
)
def test_a_weak_password_is_refused(empty_app: Flask, client: Client, weak: str) -> None:
    member(empty_app, "Ada", REVIEWER)
    sign_in_first(client, "Ada")
    form = {
        "csrf_token": token(client.get(f"{ACCOUNT}/change")),
        "password": PASSWORD,
        "new_password": weak,
        "new_password_confirm": weak,
    }
    refused = client.post(f"{ACCOUNT}/change", data=form)
    assert refused.location is None and 'class="error"' in refused.text


@pytest.mark.parametrize(
    ("field", "age", "open_"),
    [
        ("last_seen_at", sessions.IDLE_TIMEOUT - timedelta(minutes=5), True),
        ("last_seen_at", sessions.IDLE_TIMEOUT + timedelta(minutes=5), False),
        ("began_at", sessions.MAX_SESSION_AGE - timedelta(minutes=5), True),
        ("began_at", sessions.MAX_SESSION_AGE + timedelta(minutes=5), False),
    ],
)
def test_an_idle_or_old_session_ends(
    empty_app: Flask, client: Client, session: Session, field: str, age: timedelta, open_: bool
) -> None:
    member(empty_app, "Ada", REVIEWER)
    sign_in_first(client, "Ada")
    setattr(newest(session), field, utcnow() - age)
    assert (client.get("/staff/").status_code == 200) is open_
    if open_ and field == "last_seen_at":
        assert utcnow() - newest(session).last_seen_at < timedelta(minutes=1), "it was seen"
    if not open_:
        assert client.get(f"{ACCOUNT}/login").status_code == 200
        sessions.forget(session, now=utcnow())
        assert newest(session).how_ended is SessionEnd.TOO_OLD


def test_old_sessions_and_marks_are_forgotten(
    empty_app: Flask, client: Client, session: Session
) -> None:
    member(empty_app, "Ada", REVIEWER)
    sign_in_first(client, "Ada")
    assert session.scalars(select(StaffEventMark)).all()
    later = utcnow() + timedelta(days=31)
    sessions.forget(session, now=later)
    events.forget_marks(session, now=later)
    session.flush()
    assert not session.scalars(select(StaffEventMark)).all()
    assert not session.scalars(select(StaffSession)).all()
    assert actions(session), "the log itself stays"
