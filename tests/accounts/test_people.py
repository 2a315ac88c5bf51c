from __future__ import annotations

import re
import threading
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.support import staff_mail
from tests.support.staff import (
    ACCOUNT,
    actions,
    give_password,
    long_ago,
    member,
    prove,
    reread,
    sign_in_first,
    token,
)
from tests.support.webclient import Client, Runner
from tracker.accounts import queries, services
from tracker.accounts.events import By
from tracker.accounts.models import Invitation, StaffAction, StaffEvent, StaffRole, User
from tracker.core.db import db, transaction
from tracker.core.errors import RuleBroken

pytestmark = pytest.mark.by_turns

ADMIN, REVIEWER, EDITOR = StaffRole.ADMIN, StaffRole.REVIEWER, StaffRole.EDITOR
CHOSEN = "four unlikely words here"


def invite(client: Client, **changes: object) -> TestResponse:
    page = client.get("/staff/people")
    data = {
        "csrf_token": token(page),
        "email": "cleo@staff.example",
        "name": "Cleo",
        "roles": ["reviewer"],
    }
    return client.post("/staff/people", data=data | changes)


def link(app: Flask, name: str = "Cleo") -> str:
    match = re.search(r"/staff/invitation/\S+", staff_mail.text(staff_mail.to(app, name)[-1]))
    assert match
    return match[0]


def accept(client: Client, address: str, password: str = CHOSEN) -> TestResponse:
    page = client.get(address)
    data = {
        "csrf_token": token(page),
        "name": "Cleo",
        "password": password,
        "again": password,
    }
    return client.post(address, data=data)


@pytest.fixture
def boss(empty_app: Flask, client: Client) -> int:
    made = member(empty_app, "Boss", ADMIN)
    sign_in_first(client, "Boss")
    return made


def turn(client: Client, staff_id: int, what: str) -> TestResponse:
    page = client.get(f"/staff/people/{staff_id}")
    return client.post(
        f"/staff/people/{staff_id}/{what}",
        data={"csrf_token": token(page)},
        follow_redirects=True,
    )


def give_roles(client: Client, staff_id: int, *roles: StaffRole) -> TestResponse:
    page = client.get(f"/staff/people/{staff_id}")
    data = {"csrf_token": token(page), "roles": [role.value for role in roles]}
    return client.post(f"/staff/people/{staff_id}/roles", data=data)


def test_an_invitation_leads_to_a_signed_in_reviewer(
    empty_app: Flask, client: Client, session: Session, boss: int
) -> None:
    assert invite(client).location == "/staff/people"
    cleo = queries.by_email(session, "cleo@staff.example")
    assert cleo is not None and not cleo.active
    assert "Invited" in client.get("/staff/people").text
    guest = Client(empty_app)
    page = guest.get(link(empty_app))
    assert "cleo@staff.example" in page.text
    assert page.headers["Cache-Control"] == "no-store"
    weak = accept(guest, link(empty_app), "password1234")
    assert weak.status_code == 422 and "among the first" in weak.text
    assert accept(guest, link(empty_app)).location == f"{ACCOUNT}/login"
    assert give_password(guest, "Cleo", CHOSEN).location == f"{ACCOUNT}/tf-setup"
    assert [action for action, _ in actions(session)][2:] == [
        StaffAction.ADDED,
        StaffAction.ROLE_GIVEN,
        StaffAction.INVITED,
        StaffAction.INVITATION_ACCEPTED,
    ]
    used = guest.get(link(empty_app))
    assert used.status_code == 410 and "used already" in used.text


@pytest.mark.parametrize(
    ("changes", "status", "reason"),
    [
        ({"email": "nowhere"}, 422, "not an e-mail address"),
        ({"roles": []}, 422, "Choose at least one role"),
        ({"name": " "}, 422, "Please fill this in"),
        ({"email": "BOSS@staff.example"}, 409, "has an account already"),
    ],
)
def test_an_invitation_that_cannot_be_sent_keeps_what_was_typed(
    empty_app: Flask, client: Client, boss: int, changes: dict, status: int, reason: str
) -> None:
    refused = invite(client, **changes)
    assert refused.status_code == status and reason in refused.text
    assert changes.get("email", "cleo@staff.example") in refused.text
    assert not staff_mail.to(empty_app, "Cleo")


def test_links_that_do_not_work_say_why(
    empty_app: Flask, client: Client, session: Session, boss: int
) -> None:
    invite(client)
    cleo = queries.by_email(session, "cleo@staff.example")
    assert cleo is not None
    first = link(empty_app)
    guest = Client(empty_app)
    assert "not complete" in guest.get(first[:-3]).text
    turn(client, cleo.id, "resend")
    replaced = guest.get(first)
    assert replaced.status_code == 410 and "newer invitation" in replaced.text
    second = link(empty_app)
    session.get_one(Invitation, cleo.id).sent_at -= timedelta(days=4)
    session.commit()
    assert "has expired" in guest.get(second).text
    turn(client, cleo.id, "cancel")
    assert "was cancelled" in guest.get(second).text
    assert (
        staff_mail.to(empty_app, "Cleo")[-1]["Subject"]
        == "Your invitation to Rollcall was cancelled"
    )
    assert "There is no open invitation" in turn(client, cleo.id, "cancel").text


def test_roles_change_at_once_in_open_sessions(
    empty_app: Flask, client: Client, session: Session, boss: int
) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    other = Client(empty_app)
    sign_in_first(other, "Ada")
    assert other.get("/staff/people").status_code == 403
    assert give_roles(client, ada, ADMIN).status_code == 303
    assert other.get("/staff/people").status_code == 200
    assert other.get("/staff/record").status_code == 403
    changed = [action for action in actions(session) if action[0] is not StaffAction.SIGNED_IN][-2:]
    assert changed == [(StaffAction.ROLE_TAKEN, "reviewer"), (StaffAction.ROLE_GIVEN, "admin")]
    mail = staff_mail.to(empty_app, "Ada")[-1]
    assert "Your roles are now: admin." in staff_mail.text(mail)
    assert give_roles(client, ada).status_code == 422


def test_the_last_admin_stays(
    empty_app: Flask, client: Client, session: Session, boss: int
) -> None:
    refused = give_roles(client, boss, REVIEWER)
    assert refused.status_code == 409 and "last active administrator" in refused.text
    assert "last active administrator" in turn(client, boss, "deactivate").text
    idle = member(empty_app, "Idle", ADMIN)
    reread(idle).active = False
    session.commit()
    assert give_roles(client, boss, REVIEWER).status_code == 409, "one not active does not count"
    member(empty_app, "Ben", ADMIN)
    assert give_roles(client, boss, REVIEWER).status_code == 303
    assert client.get("/staff/people").status_code == 403


def test_the_rule_holds_in_the_domain(empty_app: Flask, session: Session, now) -> None:
    boss = member(empty_app, "Boss", ADMIN)
    vault, by = empty_app.extensions["vault"], By(cites="test")
    person = session.get_one(User, boss)
    with pytest.raises(RuleBroken):
        services.change_roles(session, vault, person, [EDITOR], by, now=now)
    with pytest.raises(RuleBroken):
        services.deactivate(session, vault, person, by, now=now)
    assert reread(boss).active and reread(boss).role_names == {"admin"}


def test_two_administrators_cannot_both_leave_at_once(
    empty_app: Flask, session: Session, now
) -> None:
    both = [member(empty_app, name, ADMIN) for name in ("Boss", "Ada")]
    session.commit()
    together, outcomes = threading.Barrier(2), []

    def leave(staff_id: int) -> None:
        with empty_app.app_context():
            together.wait()
            try:
                with transaction() as own:
                    person = own.get_one(User, staff_id)
                    vault, by = empty_app.extensions["vault"], By(staff_id=staff_id)
                    services.change_roles(own, vault, person, [REVIEWER], by, now=now)
                outcomes.append("left")
            except RuleBroken as error:
                outcomes.append(error.message)
            finally:
                db.session.remove()

    threads = [threading.Thread(target=leave, args=(staff_id,)) for staff_id in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcome == "left" for outcome in outcomes) == [False, True], outcomes
    assert any("last active administrator" in outcome for outcome in outcomes)
    roles = [sorted(reread(staff_id).role_names) for staff_id in both]
    assert sorted(roles) == [["admin"], ["reviewer"]]


def test_deactivated_and_back(
    empty_app: Flask, client: Client, session: Session, boss: int
) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    other = Client(empty_app)
    sign_in_first(other, "Ada")
    turn(client, ada, "deactivate")
    assert other.get("/staff/").status_code == 302
    assert "is not active" in turn(client, ada, "deactivate").text
    turn(client, ada, "reactivate")
    assert give_password(Client(empty_app), "Ada").location.startswith(f"{ACCOUNT}/tf-validate")
    assert other.get("/staff/").status_code == 302, "the session does not come back"
    subjects = [mail["Subject"] for mail in staff_mail.to(empty_app, "Ada")]
    assert subjects[-2:] == ["Your account was deactivated", "Your account was reactivated"]


def test_a_second_factor_is_reset(
    empty_app: Flask, client: Client, session: Session, boss: int
) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    other = Client(empty_app)
    sign_in_first(other, "Ada")
    turn(client, ada, "reset")
    assert reread(ada).tf_totp_secret is None
    assert other.get("/staff/").status_code == 302
    assert actions(session)[-1] == (StaffAction.SECOND_FACTOR_RESET, "")
    assert staff_mail.to(empty_app, "Ada")[-1]["Subject"] == "Your second factor was reset"


def test_changing_people_needs_a_fresh_proof_and_loses_nothing(
    empty_app: Flask, client: Client, session: Session, boss: int
) -> None:
    long_ago(client)
    answer = invite(client)
    assert not staff_mail.to(empty_app, "Cleo")
    back = prove(client, answer)
    assert back.location.startswith("/staff/people?draft=")
    page = client.get(back.location)
    assert 'value="cleo@staff.example"' in page.text
    assert invite(client).location == "/staff/people"
    assert staff_mail.to(empty_app, "Cleo")


def test_the_command_line_writes_the_log(
    empty_app: Flask, runner: Runner, session: Session
) -> None:
    runner.invoke(args=["staff", "add", "ada@staff.example", "--name", "Ada"])
    runner.invoke(args=["staff", "reset-second-factor", "ada@staff.example"])
    events = session.scalars(select(StaffEvent).order_by(StaffEvent.id)).all()
    assert [event.action for event in events] == [
        StaffAction.ADDED,
        StaffAction.ROLE_GIVEN,
        StaffAction.INVITED,
        StaffAction.SECOND_FACTOR_RESET,
    ]
    assert {event.cites for event in events} == {"command line"}


@pytest.mark.parametrize(
    "statement", ["UPDATE staff_events SET detail = 'x'", "DELETE FROM staff_events"]
)
def test_the_database_refuses_to_change_the_log(
    empty_app: Flask, client: Client, session: Session, boss: int, statement: str
) -> None:
    with pytest.raises(DatabaseError, match="append-only"):
        session.execute(text(statement))
    session.rollback()
    assert actions(session)
