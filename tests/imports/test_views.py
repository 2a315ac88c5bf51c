"""Bringing a list in through the pages."""

from __future__ import annotations

import io
import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from config import Config
from tests.support.imports import ADDRESS, CODE, STATES, press, start_imports, worker
from tests.support.staff import member, sign_in, token
from tests.support.webclient import Client
from tracker import worker_tasks
from tracker.accounts.models import StaffRole
from tracker.challenges.models import Challenge
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.imports import reader
from tracker.imports.models import ImportRow, ImportRun, RunState

pytestmark = pytest.mark.by_turns


def test_a_list_that_is_read_keeps_nothing_else_waiting(
    app: Flask, session: Session, client: Client
) -> None:
    """The worker's other tasks go on: tallies, mail, its own sign of life."""
    member(app, "Ada", StaffRole.REVIEWER)
    sign_in(client, "Ada")
    assert upload(client, STATES).status_code == 303
    state = select(ImportRun.state)
    (task,) = [task for task in worker_tasks.tasks(app) if task.name == "imports"]
    with ThreadPoolExecutor(1) as turns, reader.READER:  # so the list cannot be read yet
        turn = turns.submit(start_imports, task)
        side = turn.result(timeout=10)
        assert not side.wait(0) and session.scalars(state).one() is RunState.READING
    assert side.wait(30)
    session.rollback()
    assert session.scalars(state).one() is RunState.PLANNED


def upload(client: Client, content: str | bytes, **changed: Any) -> Any:
    page = client.get(ADDRESS)
    data = {
        "csrf_token": token(page),
        "initiative": CODE,
        "source": "Example Secretariat, list",
        "list_date": "2016-06-01",
        "file": (io.BytesIO(content.encode() if isinstance(content, str) else content), "l.csv"),
    }
    return client.post(ADDRESS, data=data | changed, content_type="multipart/form-data")


def test_a_list_that_another_keeps_waiting_is_refused(
    app: Flask, session: Session, client: Client
) -> None:
    """Nobody's upload holds a thread of the server until another's is read."""
    member(app, "Ada", StaffRole.REVIEWER)
    sign_in(client, "Ada")
    with reader.READER:
        refused = upload(client, STATES)
    assert refused.status_code == 422
    assert upload(client, STATES).status_code == 303


def test_a_list_from_upload_to_decision(app: Flask, session: Session, client: Client) -> None:
    for name in ("Ada", "Ben"):
        member(app, name, StaffRole.REVIEWER)
    sign_in(client, "Ada")
    sent = upload(client, STATES + "Korea,03/04/2016\n")
    address = sent.location
    worker(app)
    page = client.get(address)
    assert f'action="{address}/answer"' in page.text and "Korea" in page.text
    assert press(client, address, "answer", value="Korea", iso3="KOR").status_code == 303
    worker(app)
    page = client.get(address)
    assert f'action="{address}/order"' in page.text
    press(client, address, "order", order="day_first")
    worker(app)
    page = client.get(f"{address}?outcome=added")
    assert "3 Apr 2016" in page.text and "Kenya" in page.text and "Norway" not in page.text
    assert press(client, address, "apply").status_code == 303
    worker(app)
    page = client.get(address)
    assert "In the queue" in page.text and "Take the import back" in page.text
    assert client.get(f"{address}/progress.json").get_json()["state"] == "applied"
    assert "others decide about them" in page.text and "entries together" not in page.text
    mine = press(client, address, "decide")
    assert "None of these entries waits" in client.get(mine.location).text
    other = Client(app)
    sign_in(other, "Ben")
    assert "Decide about its entries together" in other.get(address).text
    entry = re.search(r"/staff/endorsements/\d+", other.get(f"{address}?outcome=added").text)
    assert entry and "Ask the supporter" not in other.get(entry[0]).text  # no address is known
    made = press(other, address, "decide")
    assert made.location.startswith("/staff/bulk/")
    assert "Kenya" in other.get(made.location).text


def test_what_is_only_here_goes_before_reviewers_once(
    app: Flask, session: Session, client: Client
) -> None:
    member(app, "Ada", StaffRole.REVIEWER)
    sign_in(client, "Ada")
    lines = "".join(f"{name},\n" for name in ("Norway", "France", "Gabon"))
    address = upload(client, f"State,Date\n{lines}").location
    worker(app)
    page = client.get(address)
    assert "Switzerland" in page.text.partition('id="only-here"')[2]
    for _ in range(2):
        press(client, address, "compare")
    session.expire_all()
    challenges = session.scalars(select(Challenge)).all()
    assert len({challenge.endorsement_id for challenge in challenges}) == len(challenges) == 43 - 3
    waiting = client.get("/staff/challenges")
    assert waiting.text.count("2016-06-01") >= 36
    assert {row.status for row in session.scalars(select(Endorsement))} == {Status.VERIFIED}


def test_unknown_headers_are_asked_once_and_remembered(
    app: Flask, session: Session, client: Client
) -> None:
    member(app, "Ada", StaffRole.REVIEWER)
    sign_in(client, "Ada")
    page = upload(client, "Signataire,Depuis\nKenya,2016-05-01\n")
    assert page.status_code == 200 and 'name="column_1"' in page.text
    hidden = dict(re.findall(r'name="(sha256|file_name)"[^>]*value="([^"]*)"', page.text))
    data = {
        "csrf_token": token(page),
        "initiative": CODE,
        "source": "Example Secretariat, list",
        "list_date": "",
        "column_0": "",
        "column_1": "date",
        **hidden,
    }
    bad = client.post(f"{ADDRESS}/columns", data=data)
    assert bad.status_code == 422 and 'class="errors"' in bad.text
    good = client.post(f"{ADDRESS}/columns", data=data | {"column_0": "state"})
    assert good.status_code == 303
    worker(app)
    assert "Kenya" in client.get(good.location).text
    assert upload(client, "Signataire,Depuis\nPeru,2016-05-01\n").status_code == 303
    stolen = client.post(f"{ADDRESS}/columns", data=data | {"sha256": "../rollcall.db"})
    assert stolen.status_code == 404


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "The file is empty."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "no spreadsheet that we read"),
        ("State\nCôte d’Ivoire\n".encode("cp1252"), "is not UTF-8"),
        (b"State,State\nKenya,Kenya\n", "stands there twice"),
    ],
)
def test_a_bad_file_is_refused_and_what_was_typed_is_kept(
    app: Flask, session: Session, client: Client, content: bytes, reason: str
) -> None:
    member(app, "Ada", StaffRole.REVIEWER)
    sign_in(client, "Ada")
    page = upload(client, content)
    assert page.status_code == 422 and reason in page.text
    assert "Example Secretariat, list" in page.text
    missing = upload(client, STATES, source="")
    assert missing.status_code == 422 and "Please fill this in" in missing.text
    assert session.scalars(select(ImportRun)).all() == []


def test_a_file_that_breaks_off_in_the_middle_leaves_nothing(
    app: Flask, session: Session, client: Client
) -> None:
    member(app, "Ada", StaffRole.REVIEWER)
    sign_in(client, "Ada")
    lines = "State,Date\n" + "Kenya,2016-05-01\n" * 1500
    broken = lines.encode() + b"C\xf4te,2016\n"
    assert "not UTF-8" in upload(client, broken).text
    assert session.scalars(select(ImportRun)).all() == []
    address = upload(client, lines).location
    session.expire_all()
    (kept,) = session.scalars(select(ImportRun.file_sha256)).all()
    config: Config = app.extensions["rollcall"]
    (config.import_dir / kept).write_bytes(broken)
    worker(app)
    page = client.get(address)
    assert "Could not be read" in page.text and "not UTF-8" in page.text
    session.expire_all()
    (run,) = session.scalars(select(ImportRun)).all()
    assert run.state is RunState.REFUSED
    assert press(client, address, "cancel").status_code == 303
    worker(app)
    session.expire_all()
    assert run.state is RunState.CANCELLED
    assert session.scalars(select(ImportRow)).all() == []


def test_an_editor_reads_and_moves_nothing(app: Flask, session: Session, client: Client) -> None:
    member(app, "Ada", StaffRole.REVIEWER)
    sign_in(client, "Ada")
    address = upload(client, STATES).location
    worker(app)
    other = Client(app)
    member(app, "Eve", StaffRole.EDITOR)
    sign_in(other, "Eve")
    page = other.get(address)
    assert page.status_code == 200 and "Put what is new" not in page.text
    assert press(other, address, "apply").status_code == 403


def test_a_refused_file_leaves_the_form_filled_in(app: Flask, client: Client) -> None:
    member(app, "Ada", StaffRole.REVIEWER)
    sign_in(client, "Ada")
    answer = upload(client, ",".join(f"c{n}" for n in range(20_000)) + "\nKenya\n")
    assert answer.status_code == 422
    assert "20,000" in answer.text and "200" in answer.text
    assert "Example Secretariat, list" in answer.text and "2016-06-01" in answer.text
