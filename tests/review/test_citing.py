"""Staff say on an entry's pages what it rests on, and keep the texts themselves."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.accounts.signing_in import member, sign_in, token
from tests.endorsements.files import HTML, PDF, PNG
from tests.review.cases import decided, government, recorded, reviewers, verified_government
from tests.review.test_citations import text
from tests.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.endorsements.instruments import Instrument
from tracker.endorsements.lifecycle import Action
from tracker.review import queries

NEW = {
    "type": "note_verbale",
    "source": "Kenya, note verbale 12/2026",
    "publisher": "Kenya",
    "dated": "2026-03-31",
    "symbol": "",
    "language": "en",
    "link": "",
    "archived_link": "",
    "page": "p. 2",
    "quote": "Kenya joins the Code of Conduct.",
}


def send(client: Client, address: str, data: dict[str, Any]) -> TestResponse:
    """Send the form that a page shows, as it shows it: with its token and what it saw."""
    page = client.get(address)
    assert page.status_code == 200, address
    seen = re.search(r'name="seen" value="(\d+)"', page.text)
    assert seen
    return client.post(address, data={"csrf_token": token(page), "seen": seen[1]} | data)


def texts(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Instrument)) or 0


def test_a_new_text_is_added_to_an_entry_and_a_lying_file_loses_nothing(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    made = recorded(app, session, government(session), ada, now).id
    member(app, "Ben", StaffRole.REVIEWER)
    sign_in(client, "Ben")
    address = f"/staff/endorsements/{made}/evidence/add"
    assert address in client.get(f"/staff/endorsements/{made}").text
    before, folder = texts(session), Path(app.extensions["rollcall"].upload_dir)
    lying = NEW | {"file": (io.BytesIO(HTML), "note.pdf"), "symbol": "A-70-621"}
    refused = send(client, address, lying)
    assert refused.status_code == 422
    assert "not a PDF, PNG or JPEG, whatever its name says" in refused.text
    assert 'href="#file"' in refused.text and 'href="#symbol"' in refused.text
    for typed in (NEW["source"], NEW["quote"], NEW["page"], "A-70-621"):
        assert typed in refused.text
    assert texts(session) == before
    assert not folder.exists() or list(folder.iterdir()) == []

    done = send(client, address, NEW | {"file": (io.BytesIO(PNG), "note.pdf")})
    assert done.status_code == 303 and done.location.endswith(f"/{made}#evidence")
    shown = client.get(done.location).text
    for said in (NEW["source"], NEW["quote"], "p. 2", "note.png", "held back"):
        assert said in shown
    entry = queries.item(session, made)
    piece = entry.evidence[-1]
    assert (piece.instrument.file_type, piece.instrument.file_public) == ("image/png", False)
    assert decided(session, entry) == [Action.RECORD, Action.CITE]


def test_an_existing_text_is_found_cited_changed_and_taken_off(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    staff = reviewers(app, session, "ada", "dan", "eve")
    entry = verified_government(app, session, staff, now)
    made, first = entry.id, entry.evidence[0].id
    note = text(session, staff[0], now, source="Zebra circular")
    number, reference = note.id, note.reference
    member(app, "Ben", StaffRole.REVIEWER)
    sign_in(client, "Ben")
    address = f"/staff/endorsements/{made}/evidence"
    for q in ("zebra", reference):
        assert f'href="{address}/add/{number}"' in client.get(f"{address}/add?q={q}").text

    # The last piece of a verified entry has no button to take it off, and is not taken off.
    assert 'name="off"' not in client.get(f"{address}/{first}/change").text
    kept = send(client, f"{address}/{first}/change", {"off": "yes", "page": "", "quote": ""})
    assert kept.status_code == 409 and "at least one piece of evidence" in kept.text

    assert send(client, f"{address}/add/{number}", {"page": "1", "quote": ""}).status_code == 303
    twice = send(client, f"{address}/add/{number}", {"page": "kept page", "quote": ""})
    assert twice.status_code == 409 and "rests on this text already" in twice.text
    assert "kept page" in twice.text

    changed = {"page": "p. 9", "quote": "We join.", "why": "Read again."}
    assert send(client, f"{address}/{first}/change", changed).status_code == 303
    stale = send(client, f"{address}/{first}/change", changed | {"page": "p. 10", "seen": "1"})
    assert (
        stale.status_code == 409 and "since you opened it" in stale.text and "p. 10" in stale.text
    )

    gone = send(client, f"{address}/{first}/change", {"off": "yes", "page": "p. 9", "quote": ""})
    assert gone.status_code == 303
    assert client.get(f"{address}/{first}/change").status_code == 404
    entry = queries.item(session, made)
    assert [one.instrument_id for one in entry.evidence] == [number]
    assert decided(session, entry)[-3:] == [Action.CITE] * 3
    public = client.get(f"/endorsements/{made}").text
    assert public.count("Evidence added or changed") == 3 and "Read again" not in public


def test_a_text_is_edited_with_a_look_at_the_difference_first(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    entry = recorded(app, session, government(session), ada, now)
    made, number = entry.id, entry.evidence[0].instrument_id
    member(app, "Ben", StaffRole.REVIEWER)
    sign_in(client, "Ben")
    address = f"/staff/instruments/{number}"
    listed = client.get("/staff/instruments?q=Permanent+Mission")
    assert f'href="{address}"' in listed.text
    assert f"/staff/endorsements/{made}" in client.get(address).text

    edit = NEW | {"type": "letter", "symbol": "s / 2026 / 12", "why": ""}
    wrong = send(client, f"{address}/edit", edit | {"archived_link": "https://evil.example/x"})
    assert wrong.status_code == 422 and "in a web archive" in wrong.text
    shown = send(client, f"{address}/edit", edit)
    assert shown.status_code == 200 and "<ins>S/2026/12</ins>" in shown.text
    assert session.get_one(Instrument, number).symbol == ""
    assert send(client, f"{address}/edit", edit | {"save": "yes"}).status_code == 303
    assert session.get_one(Instrument, number).symbol == "S/2026/12"
    stale = send(client, f"{address}/edit", edit | {"save": "yes", "seen": "1", "publisher": "Me"})
    assert stale.status_code == 409 and "changed this text since" in stale.text
    assert session.get_one(Instrument, number).publisher == "Kenya"
    assert decided(session, queries.item(session, made)) == [Action.RECORD, Action.CITE]


def test_a_file_is_kept_checked_published_and_held_back(
    app: Flask, session: Session, client: Client, now: datetime, sequence: Callable[..., int]
) -> None:
    staff = reviewers(app, session, "ada", "dan", "eve")
    number = verified_government(app, session, staff, now).evidence[0].instrument_id
    sequence(session)
    member(app, "Ben", StaffRole.REVIEWER)
    sign_in(client, "Ben")
    address, public = f"/staff/instruments/{number}", f"/evidence/{number}/file"

    def press(what: str, **data: Any) -> TestResponse:
        page = client.get(address)
        seen = session.get_one(Instrument, number).revision
        data = {"csrf_token": token(page), "seen": seen} | data
        return client.post(f"{address}/{what}", data=data)

    lying = press("file", file=(io.BytesIO(HTML), "scan.png"))
    assert lying.status_code == 422 and "not a PDF, PNG or JPEG" in lying.text
    assert press("file", file=(io.BytesIO(PDF), "scan.png")).status_code == 303
    kept = client.get(f"{address}/file")
    assert kept.data == PDF and "scan.png.pdf" in kept.headers["Content-Disposition"]
    assert client.get(public).status_code == 404
    assert press("publish").status_code == 303
    assert client.get(public).data == PDF
    assert press("hold", seen=1).status_code == 409
    assert client.get(public).status_code == 200
    assert press("hold").status_code == 303
    assert client.get(public).status_code == 404
    assert press("checked").status_code == 303
    assert "by Ben" in client.get(address).text


def test_who_may_not_review_looks_and_changes_nothing(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    entry = recorded(app, session, government(session), ada, now)
    made, number = entry.id, entry.evidence[0].instrument_id
    session.commit()
    assert client.get("/staff/instruments").status_code == 302
    member(app, "Ed", StaffRole.EDITOR)
    sign_in(client, "Ed")
    page = client.get(f"/staff/instruments/{number}")
    assert page.status_code == 200 and "/edit" not in page.text
    assert "/evidence/add" not in client.get(f"/staff/endorsements/{made}").text
    assert client.get(f"/staff/endorsements/{made}/evidence/add").status_code == 403
    assert client.get(f"/staff/instruments/{number}/edit").status_code == 403
    pressed = client.post(f"/staff/instruments/{number}/checked", data={"csrf_token": token(page)})
    assert pressed.status_code == 403
