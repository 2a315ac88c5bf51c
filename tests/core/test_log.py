"""Logs: one JSON object a line in production, without tokens."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Iterator
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
import structlog
from flask import Flask
from sqlalchemy import insert
from sqlalchemy.orm import Session

from tests.support.databases import Database
from tests.support.staff import member, sign_in
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.core.audience import public
from tracker.core.db import transaction
from tracker.core.log import init_logging
from tracker.initiatives.models import Initiative


@pytest.fixture
def json_logs() -> Iterator[None]:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    init_logging(json=True, level="INFO")
    yield
    root.handlers[:], root.level = before, level
    structlog.reset_defaults()


SHOWN = {
    "/confirm/tok.en-xyz": "/confirm/…",
    "/manage/tok.xyz/7/withdraw": "/manage/…/7/withdraw",
    "/manage/tok.xyz/erased": "/manage/…/erased",
    "//confirm/tok.xyz": "/confirm/…",
    "/confirm//tok.xyz": "…",
    "/manage/tok.xyz//7/withdraw": "…",
    "/manage/tok.xyz/": "/manage/…/",
    "/Confirm/tok.xyz": "…",
    "/de/confirm/tok.xyz": "…",
    "/tok.xyz@private.example": "…",
    "/initiatives/tok.xyz@private.example": "/initiatives/<slug>",
    "/manage": "/manage",
    "/initiatives/act-code-of-conduct": "/initiatives/act-code-of-conduct",
    "/search?q=tok.xyz": "/search",
}
"""Paths that are asked for, and what the log has of them."""


def test_no_token_and_no_unknown_path_is_logged(
    app: Flask, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    init_logging(json=True, level="INFO")
    shown = {}
    for address in SHOWN:
        path, _, query = address.partition("?")
        client.get(query_string=query, environ_overrides={"PATH_INFO": path})
        told = capsys.readouterr().err
        assert "tok." not in told and "xyz" not in told
        lines = map(json.loads, told.splitlines())
        (shown[address],) = [line["path"] for line in lines if line["event"] == "request"]
    assert shown == SHOWN


@pytest.mark.usefixtures("json_logs")
def test_production_logs_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    init_logging(json=True, level="INFO")
    structlog.get_logger("ours").info("mail_sent", mail=7)
    try:
        raise LookupError("no luck")
    except LookupError:
        logging.getLogger("library").exception("failed")
    ours, theirs = map(json.loads, capsys.readouterr().err.splitlines())
    assert ours["event"] == "mail_sent"
    assert ours["mail"] == 7
    assert ours["level"] == "info"
    assert ours["timestamp"].endswith("Z")
    assert theirs["event"] == "failed"
    assert "builtins.LookupError" in theirs["exception"]
    assert "test_log.py" in theirs["exception"] and "no luck" not in theirs["exception"]


SECRETS = ("Ada Lovelace", "ada@private.example")


def break_a_rule(session: Session) -> None:
    """Both drivers' errors hold the row, and PostgreSQL's the key."""
    for _ in range(2):
        session.execute(insert(Initiative).values(slug=SECRETS[1], name=SECRETS[0]))


def refuse_a_mail() -> None:
    raise SMTPRecipientsRefused({SECRETS[1]: (550, SECRETS[0].encode())})


def fail_at_second_hand() -> None:
    try:
        int(SECRETS[0])
    except ValueError as error:
        raise RuntimeError(f"{SECRETS[1]} cannot be read") from error


@pytest.mark.usefixtures("json_logs")
@pytest.mark.parametrize("fail", [refuse_a_mail, fail_at_second_hand])
def test_what_an_error_says_is_not_logged(
    capsys: pytest.CaptureFixture[str], fail: Callable[[], None]
) -> None:
    init_logging(json=True, level="INFO")
    try:
        fail()
    except (RuntimeError, SMTPRecipientsRefused) as error:
        structlog.get_logger("ours").exception("failed")
        structlog.get_logger("ours").warning("failed", error=error)
        logging.getLogger("library").exception("failed")
        sys.excepthook(type(error), error, error.__traceback__)
    told = capsys.readouterr().err
    assert len(told.splitlines()) == 4 and "test_log.py" in told
    assert not any(secret in told for secret in SECRETS)


def test_a_rows_values_are_not_logged(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error of the database in a request, on either database."""
    with database.copy("seeded").app() as failing:
        failing.config["PROPAGATE_EXCEPTIONS"] = False

        @failing.get("/breaks")
        @public
        def breaks() -> str:
            with transaction() as session:
                break_a_rule(session)
            return ""

        init_logging(json=True, level="INFO")
        assert Client(failing).get("/breaks").status_code == 500
    told = capsys.readouterr().err
    assert "IntegrityError" in told and "unhandled" in told
    assert not any(secret in told for secret in SECRETS)


def test_who_is_refused_what(app: Flask, client: Client, caplog: pytest.LogCaptureFixture) -> None:
    """By the number of the account, the endpoint and the audience; never by name or address."""
    number = member(app, "Ada", StaffRole.REVIEWER)
    client.get("/staff/people")
    sign_in(client, "Ada")
    client.get("/staff/people")
    client.get("/endorsements/999999999")
    client.post("/staff/imports", data={})
    told = refusals(caplog)
    assert [(line["who"], line["status"]) for line in told if "status" in line] == [
        (f"staff {number}", 403),
        ("public", 404),
        (f"staff {number}", 400),
    ]
    assert told[0]["who"] == "public" and told[0]["what"] == "staff: admin"
    assert told[1]["endpoint"] == told[0]["endpoint"] and told[1]["what"] == "staff: admin"
    assert "Ada" not in str(told) and "127.0.0.1" not in str(told)


def test_which_limit_was_reached(database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    with database.copy("seeded").app(rate_limits=True) as limited:
        init_logging(json=True, level="WARNING")
        client = Client(limited)
        for _ in range(11):
            client.post("/manage", data={"email": "ada@private.example"})
    lines = capsys.readouterr().err.splitlines()
    events = [json.loads(line) for line in lines if line.startswith("{")]
    (told,) = [event for event in events if event["event"] == "limit_reached"]
    assert (told["who"], told["status"]) == ("public", 429)
    assert told["endpoint"] == "endorsements.ask_link" and told["what"] == "10 per 1 minute"
    assert "private" not in str(lines) and "127.0.0.1" not in str(lines)


def refusals(caplog: pytest.LogCaptureFixture) -> list[dict[str, Any]]:
    records = [record.msg for record in caplog.records if isinstance(record.msg, dict)]
    return [record for record in records if record["event"] in ("access_refused", "limit_reached")]
