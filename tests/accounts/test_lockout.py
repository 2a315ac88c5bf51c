from __future__ import annotations

import re
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.support import staff_mail
from tests.support.staff import (
    ACCOUNT,
    PASSWORD,
    actions,
    code,
    give_code,
    give_password,
    member,
    reread,
    sign_in_first,
    sign_out,
    token,
)
from tests.support.webclient import Client
from tracker.accounts import known_browsers, lockout
from tracker.accounts.events import By
from tracker.accounts.models import KnownBrowser, StaffAction, StaffEvent, StaffRole, User
from tracker.core.clock import utcnow

pytestmark = pytest.mark.by_turns

REVIEWER = StaffRole.REVIEWER
WRONG = "not the password"


def shown(page: TestResponse) -> str:
    """A page without what differs between any two: its token and the typed address."""
    return re.sub(r'(name="csrf_token"|name="email"|id="csrf_token")[^>]*', "", page.text)


def guess(
    app: Flask, staff_id: int, session: Session, times: int, now, network: str = "mark", tokens=None
) -> None:
    source = lockout.Source(network=network, browser="Firefox", system="Linux", tokens=tokens or {})
    for _ in range(times):
        lockout.failed(session, app.extensions["vault"], staff_id, "password", source, now=now)
    session.commit()


def refused(session: Session, staff_id: int, now, network: str = "mark", tokens=None) -> bool:
    source = lockout.Source(network=network, tokens=tokens or {})
    return lockout.is_refused(session, reread(staff_id), source, now=now)


def test_ten_wrong_passwords_slow_their_network_and_tell_the_owner(
    empty_app: Flask, client: Client, session: Session, now
) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    ben = member(empty_app, "Ben", REVIEWER)
    guess(empty_app, ada, session, 9, now)
    assert not refused(session, ada, now) and not staff_mail.to(empty_app, "Ada")
    guess(empty_app, ada, session, 1, now)
    assert refused(session, ada, now) and refused(session, ben, now)
    assert not refused(session, ada, now, "another network")
    assert not refused(session, ada, now + timedelta(minutes=15))
    (mail,) = staff_mail.to(empty_app, "Ada")
    assert mail["Subject"] == "Somebody may be guessing the password of your account"
    assert "Firefox on Linux" in staff_mail.text(mail) and "administrator" in staff_mail.text(mail)
    assert actions(session)[-1] == (StaffAction.GUESSED, "")
    guess(empty_app, ada, session, 10, now + timedelta(hours=2))
    assert len(staff_mail.to(empty_app, "Ada")) == 1, "told once a day"
    assert not staff_mail.to(empty_app, "Ben")


def test_many_networks_lock_an_account_for_unknown_browsers_only(
    empty_app: Flask, session: Session, now
) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    ben = member(empty_app, "Ben", REVIEWER)
    mine = known_browsers.remember(session, reread(ada), {}, now=now)
    for number in range(39):
        guess(empty_app, ada, session, 1, now, f"network {number}")
    assert not refused(session, ada, now, "elsewhere")
    guess(empty_app, ada, session, 1, now, "network 39")
    assert refused(session, ada, now, "elsewhere") and not refused(session, ben, now, "elsewhere")
    assert not refused(session, ada, now, "network 1", mine), "a known browser is not concerned"
    assert refused(session, ben, now, "network 1", mine) is False
    _told, locked = staff_mail.to(empty_app, "Ada")
    assert locked["Subject"] == (
        "New browsers can't sign in to your account until 2026-11-23 12:15 UTC"
    )
    assert reread(ada).locked_until == now + timedelta(minutes=15)
    assert actions(session)[-1] == (StaffAction.LOCKED, "")


def test_one_network_alone_never_locks_an_account(empty_app: Flask, session: Session, now) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    for minute in range(6 * 60):
        if minute % 5 == 0:
            guess(empty_app, ada, session, 4, now + timedelta(minutes=minute))
    assert reread(ada).locks == 0


def test_each_lock_is_twice_as_long_up_to_a_day(empty_app: Flask, session: Session, now) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    lengths = []
    for _ in range(9):
        for number in range(40):
            guess(empty_app, ada, session, 1, now, f"{now} {number}")
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
    assert refused(session, ada, now + timedelta(minutes=14))
    assert not refused(session, ada, now + timedelta(minutes=15))
    assert len(staff_mail.to(empty_app, "Ada")) == 1


def test_failures_long_ago_are_not_counted(empty_app: Flask, session: Session, now) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    guess(empty_app, ada, session, 9, now)
    guess(empty_app, ada, session, 9, now + timedelta(minutes=15))
    assert not refused(session, ada, now + timedelta(minutes=15))


def test_a_known_browser_answers_for_itself(empty_app: Flask, session: Session, now) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    mine = known_browsers.remember(session, reread(ada), {}, now=now)
    other = known_browsers.remember(session, reread(ada), {}, now=now)
    guess(empty_app, ada, session, 10, now, tokens=mine)
    assert reread(ada).failures == 0 and not refused(session, ada, now)
    assert not refused(session, ada, now, tokens=mine), "as good as unknown, which is not refused"
    guess(empty_app, ada, session, 10, now, tokens=mine)
    assert refused(session, ada, now, tokens=mine) and refused(session, ada, now)
    assert not refused(session, ada, now, tokens=other)


def test_a_browser_is_known_for_half_a_year_by_its_newest_token(
    empty_app: Flask, session: Session, now
) -> None:
    ada, ben = (reread(member(empty_app, name, REVIEWER)) for name in ("Ada", "Ben"))
    first = known_browsers.remember(session, ada, {}, now=now)
    both = known_browsers.remember(session, ben, first, now=now)
    newer = known_browsers.remember(session, ada, both, now=now)

    def known(person: User, tokens: known_browsers.Tokens, days: int = 0) -> bool:
        then = now + timedelta(days=days)
        return known_browsers.known(session, person.id, tokens, now=then) is not None

    assert not known(ada, first) and known(ada, newer) and known(ben, newer)
    swapped = {str(ada.id): newer[str(ben.id)]}
    assert not known(ada, swapped), "a token is of one account"
    assert known(ada, newer, 179) and not known(ada, newer, 180)
    assert known_browsers.forget_old(session, now=now + timedelta(days=180)) == 2
    last = known_browsers.remember(session, ada, {}, now=now)
    known_browsers.forget_all(session, ada)
    assert not known(ada, last)


def sign_in_again(client: Client, key: str, steps: int) -> TestResponse:
    answer = give_password(client, "Ada")
    if answer.status_code != 302:
        return answer
    return give_code(client, client.get(answer.location), key, steps=steps)


def test_strangers_do_not_keep_the_owner_out(
    empty_app: Flask, client: Client, session: Session
) -> None:
    """A stranger who knows only the address tries passwords; the owner signs in as ever."""
    member(empty_app, "Ada", REVIEWER)
    key = sign_in_first(client, "Ada")
    cookie = client.get_cookie("rollcall_browser")
    assert cookie is not None and cookie.http_only and cookie.same_site == "Strict"
    sign_out(client)
    stranger = Client(empty_app)
    for _ in range(12):
        assert give_password(stranger, "Ada", WRONG).status_code == 200
    assert give_password(stranger, "Ada").status_code == 200, "the right one is refused there too"
    forged = Client(empty_app)
    forged.set_cookie("rollcall_browser", cookie.value[:-2] + "AA")
    assert give_password(forged, "Ada").status_code == 200
    assert sign_in_again(client, key, 1).location == "/staff/"
    rotated = client.get_cookie("rollcall_browser")
    assert rotated is not None and rotated.value != cookie.value
    forged.set_cookie("rollcall_browser", cookie.value)
    assert give_password(forged, "Ada").status_code == 200, "a former token is worth nothing"
    (mail,) = staff_mail.to(empty_app, "Ada")[1:]
    assert "guessing" in mail["Subject"]


def test_a_slowed_network_waits_for_addresses_without_account_too(
    empty_app: Flask, client: Client, session: Session
) -> None:
    member(empty_app, "Ada", REVIEWER)
    for _ in range(10):
        give_password(client, "Nobody", WRONG)
    assert give_password(client, "Ada").status_code == 200
    assert client.get_cookie("rollcall_browser") is None


def test_other_browsers_are_forgotten_when_the_password_changes(
    empty_app: Flask, client: Client, session: Session
) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    other = Client(empty_app)
    key = sign_in_first(client, "Ada")
    assert sign_in_again(other, key, 1).location == "/staff/"
    count = select(func.count()).select_from(KnownBrowser).where(KnownBrowser.staff_id == ada)
    assert session.scalar(count) == 2
    form = {
        "csrf_token": token(client.get(f"{ACCOUNT}/change")),
        "password": PASSWORD,
        "new_password": "four unlikely words here",
        "new_password_confirm": "four unlikely words here",
    }
    assert client.post(f"{ACCOUNT}/change", data=form).status_code == 302
    session.rollback()
    assert session.scalar(count) == 1


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


def test_wrong_codes_count_and_who_waits_is_refused_the_right_one(
    empty_app: Flask, client: Client, session: Session
) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    key = sign_in_first(client, "Ada")
    stranger = Client(empty_app)
    give_password(stranger, "Ada")
    page = stranger.get(f"{ACCOUNT}/tf-validate")
    for _ in range(2):
        wrong = {"csrf_token": token(page), "code": "000000"}
        assert stranger.post(f"{ACCOUNT}/tf-validate", data=wrong).status_code == 200
    assert reread(ada).failures == 2
    reread(ada).locked_until = utcnow() + timedelta(minutes=5)
    session.commit()
    assert give_code(stranger, page, key, steps=1).status_code == 200
    assert stranger.get("/staff/").status_code == 302
    reread(ada).locked_until = None
    session.commit()
    assert give_code(stranger, page, key, steps=1).location == "/staff/"
    assert reread(ada).failures == 0, "signing in settles what was counted"


def test_wrong_recovery_codes_count(empty_app: Flask, client: Client, session: Session) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    sign_in_first(client, "Ada")
    stranger = Client(empty_app)
    give_password(stranger, "Ada")
    page = stranger.get(f"{ACCOUNT}/mf-recovery")
    guess_ = {"csrf_token": token(page), "code": "0000-0000-0000"}
    assert stranger.post(f"{ACCOUNT}/mf-recovery", data=guess_).status_code == 200
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
    (browser,) = session.scalars(select(KnownBrowser).where(KnownBrowser.staff_id == ada))
    assert browser.failures == 1


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
    for number in range(40):
        guess(empty_app, ada, session, 1, now, f"network {number}")
    by = By(staff_id=boss)
    lockout.unlock(session, empty_app.extensions["vault"], session.get_one(User, ada), by, now=now)
    session.commit()
    assert not lockout.is_locked(reread(ada), now=now)
    assert staff_mail.to(empty_app, "Ada")[-1]["Subject"] == "Your account is open again"
