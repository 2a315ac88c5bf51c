"""Files of sign-ups that nobody has confirmed wait outside the store, within limits."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support import files
from tests.support.signup import (
    link_in,
    mails,
    newest_mail,
    post,
    press_confirm,
    sign_up_and_confirm,
    sign_ups,
)
from tests.support.webclient import Client, Runner
from tracker.core.clock import utcnow
from tracker.endorsements.evidence import held_files
from tracker.endorsements.evidence.held_files import HeldFile
from tracker.endorsements.evidence.models import Instrument
from tracker.endorsements.evidence.uploads import HandedFile
from tracker.endorsements.lifecycle import LINK_LIFE, Status
from tracker.endorsements.models import Endorsement


def scan(content: bytes = files.PDF) -> dict[str, Any]:
    return {"file": (io.BytesIO(content), "note.pdf")}


def stored(app: Flask) -> list[bytes]:
    folder = app.extensions["rollcall"].upload_dir
    return [path.read_bytes() for path in folder.glob("*")]


def waiting(session: Session) -> list[int]:
    return list(session.scalars(select(HeldFile.size)))


def instrument(session: Session) -> Instrument:
    """The instrument of the only sign-up."""
    (entry,) = session.scalars(select(Endorsement).where(Endorsement.origin == "sign_up"))
    return entry.evidence[0].instrument


def test_a_file_enters_the_store_when_its_address_is_confirmed(
    app: Flask, client: Client, session: Session
) -> None:
    assert post(client, "government", **scan()).status_code == 303
    assert stored(app) == [] and waiting(session) == [len(files.PDF)]
    assert instrument(session).file_sha256 is None
    link = link_in(newest_mail(app), "confirm")
    client.get(link)
    assert stored(app) == []
    client.post(link)
    assert stored(app) == [files.PDF] and waiting(session) == []
    kept = instrument(session)
    assert kept.file_name == "note.pdf" and kept.file_size == len(files.PDF)
    client.post(link)
    assert stored(app) == [files.PDF]


def test_what_nobody_confirms_is_deleted(
    app: Flask, client: Client, session: Session, runner: Runner
) -> None:
    post(client, "government", **scan())
    link = link_in(newest_mail(app), "confirm")
    entry = session.get_one(Endorsement, sign_ups(app)[0].id)
    entry.status_since = entry.status_since - (LINK_LIFE + timedelta(hours=1))
    assert runner.invoke(args=["retention", "run"]).exit_code == 0
    assert waiting(session) == [] and stored(app) == []
    client.post(link)
    assert entry.status is Status.EXPIRED and stored(app) == []


def test_an_old_file_goes_whatever_became_of_its_sign_up(
    app: Flask, client: Client, session: Session, runner: Runner
) -> None:
    post(client, "government", **scan())
    held = session.scalars(select(HeldFile)).one()
    held.held_at = held.held_at - (LINK_LIFE + timedelta(hours=1))
    assert runner.invoke(args=["retention", "run"]).exit_code == 0
    assert waiting(session) == []


@pytest.mark.parametrize("limit", ["MAX_BYTES", "MAX_BYTES_OF_NETWORK"])
def test_beyond_a_limit_the_form_says_what_to_do_and_nothing_is_recorded(
    app: Flask,
    client: Client,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    limit: str,
) -> None:
    monkeypatch.setattr(held_files, limit, 2 * len(files.PDF))
    for state in ("BEL", "KEN"):
        assert post(client, "government", state=state, **scan()).status_code == 303
    full = post(client, "government", state="PER", **scan())
    assert full.status_code == 422 and 'href="#file"' in full.text
    assert "add the file on your own page" in full.text.replace("&#39;", "'")
    assert 'value="Jean Peeters"' in full.text
    assert len(sign_ups(app)) == 2 and len(waiting(session)) == 2
    assert post(client, "government", state="PER").status_code == 303
    client.post(link_in(mails(app)[-2], "confirm"))
    assert post(client, "government", state="FRA", **scan()).status_code == 303


def test_a_file_can_be_added_on_the_own_page(app: Flask, client: Client, session: Session) -> None:
    sign_up_and_confirm(app, client, "government")
    entry = sign_ups(app)[0]
    client.post("/manage", data={"email": "peeters@mission.example"})
    page = link_in(newest_mail(app), "manage")
    assert f"{page}/{entry.id}/file" in client.get(page).text
    false = client.post(f"{page}/{entry.id}/file", data=scan(files.HTML))
    assert false.status_code == 422 and stored(app) == []
    assert client.post(f"{page}/{entry.id}/file", data=scan(files.PNG)).status_code == 303
    assert stored(app) == [files.PNG] and instrument(session).file_type == "image/png"
    assert f"{page}/{entry.id}/file" not in client.get(page).text
    again = client.post(f"{page}/{entry.id}/file", data=scan())
    assert again.status_code == 422 and stored(app) == [files.PNG]


LETTER = {"file": (b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n", "letter.pdf")}
AGAIN = "Choose the file again: a browser does not keep it."


def letter() -> dict[str, Any]:
    content, name = LETTER["file"]
    return {"file": (io.BytesIO(content), name)}


@pytest.mark.parametrize("came_with", [dict, scan], ids=["no file", "a file"])
@pytest.mark.parametrize("wrong", [{"officer": ""}, {"instrument_date": "2999-01-01"}])
def test_a_file_chosen_on_the_confirmation_page_is_kept_while_the_rest_is_corrected(
    app: Flask,
    client: Client,
    session: Session,
    came_with: Callable[[], dict[str, Any]],
    wrong: dict[str, str],
) -> None:
    assert post(client, "government", **came_with()).status_code == 303
    link = link_in(newest_mail(app), "confirm")
    refused = press_confirm(client, link, **wrong, **letter())
    assert refused.status_code == 422
    assert "File received: letter.pdf" in refused.text and AGAIN not in refused.text
    assert "note.pdf" not in refused.text and stored(app) == []
    assert session.scalars(select(HeldFile.name)).all() == ["letter.pdf"]
    assert press_confirm(client, link).status_code == 303
    assert stored(app) == [LETTER["file"][0]] and waiting(session) == []
    assert instrument(session).file_name == "letter.pdf"


@pytest.mark.parametrize("limit", ["MAX_BYTES", "MAX_BYTES_OF_NETWORK"])
def test_where_there_is_no_room_the_confirmation_page_asks_for_the_file_again(
    app: Flask, client: Client, session: Session, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    post(client, "government", **scan())
    link = link_in(newest_mail(app), "confirm")
    monkeypatch.setattr(held_files, limit, len(files.PDF) + 1)
    refused = press_confirm(client, link, officer="", **letter())
    assert refused.status_code == 422 and refused.text.count(AGAIN) == 2
    assert "File received: note.pdf" in refused.text
    assert press_confirm(client, link, **letter()).status_code == 303
    assert stored(app) == [LETTER["file"][0]]


def test_a_file_that_is_no_document_is_not_kept(
    app: Flask, client: Client, session: Session
) -> None:
    post(client, "government")
    link = link_in(newest_mail(app), "confirm")
    for wrong in ({}, {"officer": ""}):
        refused = press_confirm(client, link, **wrong, **scan(files.HTML))
        assert refused.status_code == 422 and AGAIN not in refused.text
        assert waiting(session) == [] and "File received" not in refused.text


def test_a_confirmed_sign_up_takes_no_file_any_more(
    app: Flask, client: Client, session: Session
) -> None:
    link = sign_up_and_confirm(app, client, "government")
    ids = [entry.id for entry in sign_ups(app)]
    content, name = LETTER["file"]
    file = HandedFile(name=name, content=content)
    held_files.keep(session, ids, file, "", now=utcnow())
    session.commit()
    assert waiting(session) == []
    assert client.post(link, data={"officer": "", **letter()}).status_code == 303
    assert waiting(session) == [] and stored(app) == []


def test_the_sign_up_form_says_that_the_file_is_to_be_chosen_again(
    app: Flask, client: Client
) -> None:
    refused = post(client, "government", officer="", **scan())
    assert refused.status_code == 422 and refused.text.count(AGAIN) == 2
    assert 'aria-describedby="file-hint file-error"' in refused.text
    assert AGAIN not in post(client, "government", officer="").text
    assert AGAIN not in post(client, "government", **scan(files.HTML)).text
