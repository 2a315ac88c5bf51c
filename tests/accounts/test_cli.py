from __future__ import annotations

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask_security import verify_password
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.support import staff_mail
from tests.support.staff import (
    ACCOUNT,
    PASSWORD,
    give_password,
    member,
    reread,
    sign_in,
    sign_in_first,
    token,
)
from tests.support.webclient import Client, Runner
from tracker.accounts import queries
from tracker.accounts.models import Invitation, StaffRole
from tracker.core.db import db

ADD = ["staff", "add", "Ada@Staff.example"]
CHOSEN = "four unlikely words here"


def link_in(app: Flask, output: str) -> str:
    """The path of the printed link, which begins with the configured address."""
    public_url = app.extensions["rollcall"].public_url
    link = re.search(rf"^{re.escape(public_url)}(/staff/invitation/\S+)$", output, re.MULTILINE)
    assert link, output
    return link[1]


def choose(client: Client, link: str, **changes: str) -> TestResponse:
    page = client.get(link)
    if page.status_code != 200:
        return page
    data = {"csrf_token": token(page), "name": "Ada", "password": CHOSEN, "again": CHOSEN}
    return client.post(link, data=data | changes)


def test_add_prints_a_link_at_which_a_password_is_chosen_once(
    empty_app: Flask, runner: Runner, client: Client, session: Session
) -> None:
    named = [*ADD, "--name", "Ada", "--role", "reviewer", "--role", "admin"]
    result = runner.invoke(args=named)
    assert result.exit_code == 0, result.output
    assert "assword, shown" not in result.output and "only now" not in result.output
    ada = queries.by_email(db.session(), "ada@staff.example")
    assert ada is not None and ada.name == "Ada" and ada.password is None and not ada.active
    assert {role.name for role in ada.roles} == {"reviewer", "admin"}
    first = link_in(empty_app, result.output)
    assert client.get(first).status_code == 200

    newer = runner.invoke(args=ADD, input="Somebody else\n")
    second = link_in(empty_app, newer.output)
    assert client.get(first).status_code == 410, "a newer link ends the former"
    assert choose(client, second, password="password1234").status_code == 422
    assert choose(client, second, name=" ").status_code == 422
    assert choose(client, second, name="Ada Odhiambo").location == f"{ACCOUNT}/login"
    assert choose(client, second).status_code == 410, "a link works once"
    session.expire_all()
    assert (
        ada.password
        and verify_password(CHOSEN, ada.password)
        and ada.name == "Ada Odhiambo"
        and ada.active
    )
    assert give_password(client, "Ada", CHOSEN).location == f"{ACCOUNT}/tf-setup"

    again = runner.invoke(args=named)
    assert again.exit_code == 0
    assert "nothing was changed" in again.output and "/invitation/" not in again.output
    assert len(queries.everybody(db.session())) == 1


def test_an_invitation_names_who_invites(
    empty_app: Flask, runner: Runner, client: Client, session: Session
) -> None:
    """An administrator made by the command line invites under the name that was chosen."""
    command = [*ADD, "--name", "Ada Odhiambo", "--role", "admin"]
    link = link_in(empty_app, runner.invoke(args=command).output)
    choose(client, link, name="Ada Odhiambo", password=PASSWORD, again=PASSWORD)
    sign_in(client, "Ada")
    page = client.get("/staff/people")
    data = {"csrf_token": token(page), "email": "cleo@staff.example", "roles": ["reviewer"]}
    assert client.post("/staff/people", data=data | {"name": ""}).status_code == 422
    assert client.post("/staff/people", data=data | {"name": "Cleo"}).status_code == 303
    (mail,) = staff_mail.to(empty_app, "Cleo")
    assert mail["Subject"] == "Ada Odhiambo invites you to the staff of Rollcall"


def test_a_printed_link_expires(
    empty_app: Flask, runner: Runner, client: Client, session: Session
) -> None:
    link = link_in(empty_app, runner.invoke(args=[*ADD, "--name", "Ada"]).output)
    (sent,) = session.scalars(select(Invitation))
    sent.sent_at -= timedelta(days=3, minutes=1)
    session.commit()
    assert client.get(link).status_code == 410


def test_no_account_is_without_a_name(
    empty_app: Flask, runner: Runner, client: Client, session: Session
) -> None:
    result = runner.invoke(args=ADD, input="Ada\n")
    assert result.exit_code == 0 and "Name that colleagues see" in result.output
    nobody = ["staff", "add", "ben@staff.example"]
    assert runner.invoke(args=nobody, input="").exit_code != 0
    assert runner.invoke(args=[*nobody, "--name", "  "]).exit_code != 0
    assert [user.email for user in queries.everybody(session)] == ["ada@staff.example"]
    for statement in (
        "UPDATE staff SET name = ' '",
        "INSERT INTO staff (email, active, fs_uniquifier, name) VALUES ('b@c.example', %s, 'b', '')"
        % ("true" if session.connection().dialect.name == "postgresql" else "1"),
    ):
        with pytest.raises(DatabaseError, match="has a name"):
            session.execute(text(statement))
        session.rollback()


def test_add_refuses_what_is_no_address_or_role(empty_app: Flask, runner: Runner) -> None:
    assert runner.invoke(args=["staff", "add", "ada", "--name", "Ada"]).exit_code != 0
    role = ["staff", "add", "ada@staff.example", "--name", "Ada", "--role", "queen"]
    assert runner.invoke(args=role).exit_code != 0


def test_a_lost_second_factor_is_set_up_anew(
    empty_app: Flask, runner: Runner, client: Client, session: Session
) -> None:
    ada = member(empty_app, "Ada", StaffRole.REVIEWER)
    sign_in_first(client, "Ada")
    assert client.get("/staff/").status_code == 200
    reset = ["staff", "reset-second-factor"]
    assert runner.invoke(args=[*reset, "nobody@staff.example"]).exit_code == 1
    assert runner.invoke(args=[*reset, "ADA@staff.example"]).exit_code == 0
    assert client.get("/staff/").status_code == 302, "the session has ended"
    assert reread(ada).tf_primary_method is None and reread(ada).tf_totp_secret is None
    assert give_password(client, "Ada").location == f"{ACCOUNT}/tf-setup"


def test_list_shows_everybody(empty_app: Flask, runner: Runner) -> None:
    runner.invoke(args=["staff", "add", "ada@staff.example", "--name", "Ada", "--role", "editor"])
    listed = runner.invoke(args=["staff", "list"])
    assert "ada@staff.example  Ada  editor  second factor not set up yet" in listed.output
