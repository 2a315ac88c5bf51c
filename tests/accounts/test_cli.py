from __future__ import annotations

import re

from flask import Flask
from flask_security import verify_password
from sqlalchemy.orm import Session

from tests.accounts.signing_in import ACCOUNT, give_password, member, reread, sign_in_first
from tests.webclient import Client, Runner
from tracker.accounts import queries
from tracker.accounts.models import StaffRole
from tracker.core.db import db


def test_add_makes_an_account_and_shows_its_password_once(
    empty_app: Flask, runner: Runner, session: Session
) -> None:
    command = ["staff", "add", "Ada@Staff.example", "--name", "Ada", "--role", "reviewer"]
    result = runner.invoke(args=[*command, "--role", "admin"])
    assert result.exit_code == 0, result.output
    password = re.search(r"only now: (\S+)", result.output)
    assert password and len(password[1]) == 23
    ada = queries.by_email(db.session(), "ada@staff.example")
    assert ada is not None and ada.name == "Ada" and ada.password
    assert {role.name for role in ada.roles} == {"reviewer", "admin"}
    assert verify_password(password[1], ada.password)

    again = runner.invoke(args=command)
    assert again.exit_code == 0
    assert "already" in again.output and "only now" not in again.output
    assert len(queries.everybody(db.session())) == 1


def test_add_asks_for_a_password_of_some_length(empty_app: Flask, runner: Runner) -> None:
    command = ["staff", "add", "ada@staff.example", "--name", "Ada", "--password"]
    short = runner.invoke(args=command, input="short\nshort\n")
    assert short.exit_code != 0
    chosen = runner.invoke(args=command, input="quite long enough\nquite long enough\n")
    assert chosen.exit_code == 0 and "only now" not in chosen.output


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
