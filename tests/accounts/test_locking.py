from __future__ import annotations

import re
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.accounts import mails
from tests.accounts.signing_in import (
    ACCOUNT,
    PASSWORD,
    code,
    give_code,
    give_password,
    member,
    reread,
    sign_in_first,
    sign_out,
    token,
)
from tests.webclient import Client
from tracker.accounts import locking
from tracker.accounts.events import By
from tracker.accounts.models import StaffAction, StaffEvent, StaffRole, User
from tracker.core.clock import utcnow

pytestmark = pytest.mark.by_turns

REVIEWER = StaffRole.REVIEWER
WRONG = "not the password"


def shown(page: TestResponse) -> str:
    """A page without what differs between any two: its token and the typed address."""
    return re.sub(r'(name="csrf_token"|name="email"|id="csrf_token")[^>]*', "", page.text)


def actions(session: Session) -> list[tuple[StaffAction, str]]:
    rows = session.execute(select(StaffEvent.action, StaffEvent.detail).order_by(StaffEvent.id))
    return [(row.action, row.detail) for row in rows]


def guess(app: Flask, staff_id: int, session: Session, times: int, now) -> None:
    for _ in range(times):
        locking.failed(
            session,
            app.extensions["vault"],
            staff_id,
            "password",
            browser="Firefox",
            system="Linux",
            network="mark",
            now=now,
        )
    session.commit()


def test_ten_wrong_passwords_lock_and_tell_the_owner(
    empty_app: Flask, client: Client, session: Session, now
) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    guess(empty_app, ada, session, 9, now)
    assert reread(ada).locked_until is None
    guess(empty_app, ada, session, 1, now)
    assert reread(ada).locked_until == now + timedelta(minutes=15)
    (mail,) = mails.to(empty_app, "Ada")
    assert mail["Subject"] == "Your account is locked until 2026-11-23 12:15 UTC"
    assert "Firefox on Linux" in mails.text(mail) and "administrator" in mails.text(mail)
    assert actions(session)[-1] == (StaffAction.LOCKED, "")


def test_each_lock_is_twice_as_long_up_to_a_day(empty_app: Flask, session: Session, now) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    lengths = []
    for _ in range(9):
        guess(empty_app, ada, session, 10, now)
        until = reread(ada).locked_until
        assert until is not None
        lengths.append(until - now)
        now = until
    assert lengths[:3] == [timedelta(minutes=15), timedelta(minutes=30), timedelta(hours=1)]
    assert lengths[-1] == timedelta(days=1)


def test_what_is_tried_while_locked_does_not_prolong_it(
    empty_app: Flask, session: Session, now
) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    guess(empty_app, ada, session, 25, now)
    assert reread(ada).locked_until == now + timedelta(minutes=15)
    assert len(mails.to(empty_app, "Ada")) == 1


def test_failures_long_ago_are_not_counted(empty_app: Flask, session: Session, now) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    guess(empty_app, ada, session, 9, now)
    guess(empty_app, ada, session, 9, now + timedelta(minutes=15))
    assert reread(ada).locked_until is None


def test_a_stranger_cannot_tell_a_locked_account_from_none(
    empty_app: Flask, client: Client, session: Session
) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    wrong = give_password(client, "Ada", WRONG)
    unknown = give_password(client, "Nobody", WRONG)
    reread(ada).locked_until = utcnow() + timedelta(minutes=5)
    session.commit()
    locked = give_password(client, "Ada", PASSWORD)
    locked_wrong = give_password(client, "Ada", WRONG)
    assert {page.status_code for page in (wrong, unknown, locked, locked_wrong)} == {200}
    assert shown(wrong) == shown(unknown) == shown(locked) == shown(locked_wrong)
    assert actions(session)[-4:] == [
        (StaffAction.SIGN_IN_FAILED, "password"),
        (StaffAction.SIGN_IN_FAILED, "unknown_address"),
        (StaffAction.SIGN_IN_FAILED, "locked"),
        (StaffAction.SIGN_IN_FAILED, "password"),
    ]


def test_an_unknown_address_leaves_only_a_hash(
    empty_app: Flask, client: Client, session: Session
) -> None:
    give_password(client, "Nobody", WRONG)
    (event,) = session.scalars(select(StaffEvent))
    assert event.staff_id is None and event.address_digest and len(event.address_digest) == 64
    assert "nobody" not in event.address_digest


def test_wrong_codes_count_and_a_lock_refuses_the_right_one(
    empty_app: Flask, client: Client, session: Session
) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    key = sign_in_first(client, "Ada")
    sign_out(client)
    give_password(client, "Ada")
    page = client.get(f"{ACCOUNT}/tf-validate")
    for _ in range(2):
        wrong = {"csrf_token": token(page), "code": "000000"}
        assert client.post(f"{ACCOUNT}/tf-validate", data=wrong).status_code == 200
    assert reread(ada).failures == 2
    reread(ada).locked_until = utcnow() + timedelta(minutes=5)
    session.commit()
    assert give_code(client, page, key, steps=1).status_code == 200
    assert client.get("/staff/").status_code == 302
    reread(ada).locked_until = None
    session.commit()
    assert give_code(client, page, key, steps=1).location == "/staff/"
    assert reread(ada).failures == 0, "signing in settles what was counted"


def test_wrong_recovery_codes_count(empty_app: Flask, client: Client, session: Session) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    sign_in_first(client, "Ada")
    sign_out(client)
    give_password(client, "Ada")
    page = client.get(f"{ACCOUNT}/mf-recovery")
    guess_ = {"csrf_token": token(page), "code": "0000-0000-0000"}
    assert client.post(f"{ACCOUNT}/mf-recovery", data=guess_).status_code == 200
    assert reread(ada).failures == 1
    assert actions(session)[-1] == (StaffAction.SIGN_IN_FAILED, "recovery_code")


@pytest.mark.parametrize(("page", "field"), [("verify", "password"), ("change", "password")])
def test_an_open_session_is_no_place_to_guess_either(
    empty_app: Flask, client: Client, session: Session, page: str, field: str
) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    sign_in_first(client, "Ada")
    form = {
        "csrf_token": token(client.get(f"{ACCOUNT}/{page}")),
        field: WRONG,
        "new_password": "four unlikely words here",
        "new_password_confirm": "four unlikely words here",
    }
    assert client.post(f"{ACCOUNT}/{page}", data=form).status_code == 200
    assert reread(ada).failures == 1


def test_a_code_works_once(empty_app: Flask, client: Client, session: Session) -> None:
    member(empty_app, "Ada", REVIEWER)
    key = sign_in_first(client, "Ada")
    once = code(key, 1)
    for expected in ("/staff/", None):
        sign_out(client) if expected else client.delete_cookie("rollcall")
        give_password(client, "Ada")
        page = client.get(f"{ACCOUNT}/tf-validate")
        used = client.post(f"{ACCOUNT}/tf-validate", data={"csrf_token": token(page), "code": once})
        assert used.location == expected


def test_an_admin_unlocks_and_the_owner_is_told(empty_app: Flask, session: Session, now) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    boss = member(empty_app, "Boss", StaffRole.ADMIN)
    guess(empty_app, ada, session, 10, now)
    by = By(staff_id=boss)
    locking.unlock(session, empty_app.extensions["vault"], session.get_one(User, ada), by, now=now)
    session.commit()
    assert not locking.is_locked(reread(ada), now=now)
    assert mails.to(empty_app, "Ada")[-1]["Subject"] == "Your account is open again"
