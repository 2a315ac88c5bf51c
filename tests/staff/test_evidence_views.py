"""Evidence through the pages of staff and of the public."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from tests.support import files
from tests.support.review_cases import (
    decided,
    do,
    government,
    organisation,
    recorded,
    reviewers,
    verified_government,
)
from tests.support.sql_statements import executed
from tests.support.staff import member, sign_in, token
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.endorsements.decisions import ProposedChange, ProposedEdit
from tracker.endorsements.evidence import uploads
from tracker.endorsements.evidence.models import Evidence, Instrument
from tracker.endorsements.lifecycle import Action
from tracker.endorsements.models import Endorsement
from tracker.pages.instrument_views import PAGE
from tracker.review.evidence import queries as evidence_queries
from tracker.review.evidence import services
from tracker.review.queue import queries as queue_queries

pytestmark = pytest.mark.by_turns

R = StaffRole.REVIEWER
TEXT = {
    "type": "note_verbale",
    "source": "Mission, note verbale 12/2026",
    "publisher": "Permanent Mission",
    "dated": "2026-04",
    "symbol": "a/80/12",
    "language": "fr",
    "link": "",
    "archived_link": "https://web.archive.org/web/2026/https://mission.example/",
    "page": "p. 2",
    "quote": "Nous rejoignons le Code.",
}


@pytest.fixture
def entry(app: Flask, session: Session, now: datetime) -> Endorsement:
    """A verified organisation, with one letter."""
    ada, dan = reviewers(app, session, "ada", "dan")
    made = recorded(app, session, organisation(session), ada, now)
    do(app, session, Action.VERIFY, made, dan, now)
    session.commit()
    return made


@pytest.fixture
def ben(app: Flask, client: Client) -> Client:
    """A browser in which a reviewer is signed in."""
    member(app, "Ben", R)
    sign_in(client, "Ben")
    return client


def send(client: Client, path: str, shown: str | None = None, **data: Any) -> TestResponse:
    """Send a page's form, with the token and what the page showed."""
    page = client.get(shown or path)
    seen = re.findall(r'name="seen"[^>]*value="(\d+)"', page.text)
    return client.post(path, data={"csrf_token": token(page), "seen": seen[-1:]} | data)


def text_of(session: Session, entry: Endorsement, which: int = -1) -> Instrument:
    session.expire_all()
    return queue_queries.item(session, entry.id).evidence[which].instrument


def test_a_new_text_is_added_and_the_public_reads_it(
    session: Session, entry: Endorsement, ben: Client
) -> None:
    path = f"/staff/endorsements/{entry.id}/evidence/add"
    assert path in ben.get(f"/staff/endorsements/{entry.id}").text
    done = send(ben, path, **TEXT, file=(io.BytesIO(files.PNG), "scan.pdf"))
    assert done.status_code == 303, re.findall(r'class="error".*?</ul>', done.text, re.S)
    text = text_of(session, entry)
    assert (text.symbol, text.file_name, text.file_public) == ("A/80/12", "scan.png", False)
    staff = ben.get(f"/staff/endorsements/{entry.id}").text
    assert "Nous rejoignons le Code." in staff and text.reference in staff and "held back" in staff

    public = ben.get(f"/endorsements/{entry.id}").text
    for line in (
        '<a href="https://undocs.org/A/80/12" rel="noopener external">A/80/12</a>',
        "Permanent Mission",
        "French",
        "p. 2",
        "Nous rejoignons le Code.",
        'href="https://web.archive.org/web/2026/https://mission.example/" rel="noopener noreferrer',
        "Evidence added or changed",
        "kept, and not published",
    ):
        assert line in public, line
    assert "Ben" not in public


@pytest.fixture
def kenya(app: Flask, session: Session, now: datetime) -> Endorsement:
    """A verified government of three people, with one letter."""
    made = verified_government(app, session, reviewers(app, session, "ada", "dan", "eve"), now)
    session.commit()
    return made


@pytest.fixture
def cleo(app: Flask) -> Client:
    """A browser of another reviewer."""
    other = Client(app)
    member(app, "Cleo", R)
    sign_in(other, "Cleo")
    return other


def test_evidence_of_a_government_waits_for_a_second_reviewer(
    session: Session, kenya: Endorsement, ben: Client, cleo: Client
) -> None:
    path = f"/staff/endorsements/{kenya.id}/evidence/add"
    done = send(ben, path, **TEXT)
    assert "Proposed. A second reviewer must agree" in ben.get(done.location).text
    assert len(text_of(session, kenya).source) and len(kenya.evidence) == 1
    (change,) = session.scalars(
        select(ProposedChange.id).where(ProposedChange.settled_at.is_(None))
    )
    mine = ben.get("/staff/changes").text
    assert "add this text" in mine and f"/changes/{change}/second" not in mine
    page = cleo.get("/staff/changes")
    assert "Nous rejoignons le Code." in page.text
    cleo.post(f"/staff/changes/{change}/second", data={"csrf_token": token(page)})
    assert text_of(session, kenya).symbol == "A/80/12" and len(kenya.evidence) == 2


def test_an_edit_of_a_governments_text_waits_for_a_second_reviewer(
    session: Session, kenya: Endorsement, ben: Client, cleo: Client
) -> None:
    text = text_of(session, kenya)
    path = f"/staff/instruments/{text.id}/edit"
    assert "Propose the change" in send(ben, path, **edited(text)).text
    send(ben, path, **edited(text), save="yes")
    assert text_of(session, kenya).publisher == ""
    page = ben.get(f"/staff/instruments/{text.id}")
    assert "Waits for a second reviewer" in page.text and "you proposed it" in page.text.lower()
    (edit,) = session.scalars(select(ProposedEdit.id))
    own = ben.post(f"/staff/edits/{edit}/second", data={"csrf_token": token(page)})
    assert own.status_code == 409 and text_of(session, kenya).publisher == ""
    page = cleo.get("/staff/changes")
    done = cleo.post(f"/staff/edits/{edit}/second", data={"csrf_token": token(page)})
    assert done.status_code == 303 and text_of(session, kenya).publisher == "The Mission"
    assert decided(session, kenya)[-1] is Action.CITE


def edited(text: Instrument) -> dict[str, str]:
    """The form of a text as it is, but for its publisher."""
    present = {name: str(value or "") for name, value in services.present(text).items()}
    return present | {"secondary_copy": "", "publisher": "The Mission"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (files.HTML, "not a PDF, PNG or JPEG"),
        (files.SVG, "not a PDF, PNG or JPEG"),
        (files.ZIP, "not a PDF, PNG or JPEG"),
        (files.PNG[:-9], "damaged or incomplete"),
        (b"", "The file is empty"),
    ],
)
def test_a_file_that_lies_about_its_type_loses_nothing(
    app: Flask, session: Session, entry: Endorsement, ben: Client, content: bytes, reason: str
) -> None:
    path = f"/staff/endorsements/{entry.id}/evidence/add"
    refused = send(ben, path, **TEXT, file=(io.BytesIO(content), "letter.pdf"))
    assert refused.status_code == 422
    assert reason in refused.text and 'href="#file"' in refused.text
    for typed in ("Mission, note verbale 12/2026", "Nous rejoignons le Code.", 'value="2026-04"'):
        assert typed in refused.text
    assert len(queue_queries.item(session, entry.id).evidence) == 1
    assert not list(app.extensions["rollcall"].upload_dir.glob("*"))


def test_a_file_that_is_too_large_loses_nothing(
    session: Session, entry: Endorsement, ben: Client
) -> None:
    path = f"/staff/endorsements/{entry.id}/evidence/add"
    page = ben.get(path)
    content = files.PDF + bytes(uploads.MAX_BYTES)
    file = FileStorage(io.BytesIO(content), filename="x.pdf")
    data = TEXT | {"csrf_token": token(page), "seen": "1", "file": file}
    boundary, body = encode_multipart(data)
    refused = ben.post(path, data=body, content_type=f"multipart/form-data; boundary={boundary}")
    assert refused.status_code == 422 and "larger than 10 MB" in refused.text
    assert "Nous rejoignons le Code." in refused.text
    assert len(queue_queries.item(session, entry.id).evidence) == 1


def test_bad_fields_are_named_beside_them(entry: Endorsement, ben: Client) -> None:
    wrong = {
        "source": "",
        "dated": "soon",
        "symbol": "A-70-621",
        "archived_link": "https://example.org/copy",
        "link": "nonsense",
    }
    refused = send(ben, f"/staff/endorsements/{entry.id}/evidence/add", **TEXT | wrong)
    assert refused.status_code == 422
    for field in wrong:
        assert f'href="#{field}"' in refused.text, field
    assert "One looks like A/70/621" in refused.text and 'value="A-70-621"' in refused.text


def test_a_text_that_is_here_already_is_found_and_cited(
    session: Session, entry: Endorsement, ben: Client
) -> None:
    listed = session.scalars(select(Instrument).where(Instrument.seed_key.is_not(None))).first()
    assert listed is not None
    add = f"/staff/endorsements/{entry.id}/evidence/add"
    listing = ben.get(add, query_string={"q": listed.reference})
    assert f"{add}/{listed.id}" in listing.text
    assert "No text matches" in ben.get(f"{add}?q=zzzz").text
    done = send(ben, f"{add}/{listed.id}", page="p. 1", quote="Kenya")
    assert done.status_code == 303 and text_of(session, entry).id == listed.id
    assert f"{add}/{listed.id}" not in ben.get(add, query_string={"q": listed.reference}).text
    again = send(ben, f"{add}/{listed.id}", page="p. 9", quote="Kenya")
    assert again.status_code == 409
    assert "rests on this text already" in again.text and 'value="p. 9"' in again.text
    assert ben.get(f"{add}/999999").status_code == 404


def test_the_second_of_two_reviewers_gets_a_clear_answer_and_keeps_what_was_typed(
    session: Session, entry: Endorsement, ben: Client
) -> None:
    path = f"/staff/endorsements/{entry.id}/evidence/add"
    page = ben.get(path)
    assert send(ben, path, **TEXT).status_code == 303
    seen = re.findall(r'name="seen" value="(\d+)"', page.text)[0]
    data = TEXT | {"csrf_token": token(page), "seen": seen}
    late = ben.post(path, data=data | {"source": "My own copy"})
    assert late.status_code == 409
    assert "since you opened it" in late.text and "My own copy" in late.text
    session.expire_all()
    assert len(queue_queries.item(session, entry.id).evidence) == 2
    assert session.scalar(select(func.count()).where(Instrument.source == "My own copy")) == 0
    seen = re.findall(r'name="seen" value="(\d+)"', late.text)[0]
    assert ben.post(path, data=data | {"source": "My own copy", "seen": seen}).status_code == 303


def test_page_and_words_are_changed_and_evidence_is_taken_off(
    session: Session, entry: Endorsement, ben: Client
) -> None:
    (first,) = entry.evidence
    change = f"/staff/endorsements/{entry.id}/evidence/{first.id}/change"
    alone = ben.get(change)
    assert "so it stays" in alone.text and "Take this evidence off" not in alone.text
    refused = send(ben, change, off="yes", page="", quote="")
    assert refused.status_code == 409 and "at least one piece of evidence" in refused.text
    assert send(ben, change, page="p. 7", quote="We join.", why="Seen.").status_code == 303
    assert send(ben, f"/staff/endorsements/{entry.id}/evidence/add", **TEXT).status_code == 303
    assert send(ben, change, off="yes", page="p. 7", quote="").status_code == 303
    assert text_of(session, entry).symbol == "A/80/12"
    assert ben.get(change).status_code == 404
    assert decided(session, entry)[-3:] == [Action.CITE] * 3
    shown = ben.get(f"/staff/endorsements/{entry.id}").text
    assert "<ins>p. 7</ins>" in shown and "Seen." in shown


def test_an_edit_shows_its_difference_before_it_is_saved(
    session: Session, entry: Endorsement, ben: Client
) -> None:
    text = text_of(session, entry)
    path = f"/staff/instruments/{text.id}/edit"
    fields = {name: TEXT[name] for name in services.FIELDS if name != "secondary_copy"}
    shown = send(ben, path, **fields)
    assert shown.status_code == 200
    assert "<ins>A/80/12</ins>" in shown.text and "<ins>French</ins>" in shown.text
    assert text_of(session, entry).symbol == ""
    assert send(ben, path, **fields, save="yes").status_code == 303
    assert text_of(session, entry).symbol == "A/80/12"
    same = send(ben, path, **fields)
    assert same.status_code == 422 and "Nothing differs" in same.text
    stale = send(ben, path, **fields | {"seen": "1", "language": "es"}, save="yes")
    assert stale.status_code == 409
    assert "changed this text since" in stale.text and text_of(session, entry).language == "fr"
    history = ben.get(f"/staff/endorsements/{entry.id}").text
    assert "<ins>French</ins>" in history


def test_texts_are_listed_searched_and_checked(
    session: Session, entry: Endorsement, ben: Client
) -> None:
    text = text_of(session, entry)
    listed = ben.get("/staff/instruments")
    assert f"/staff/instruments/{text.id}" in listed.text and 'aria-current="page"' in listed.text
    assert "No text matches" in ben.get("/staff/instruments?q=zzzz").text
    assert "Center for UN Reform" in ben.get("/staff/instruments?q=center+for+un").text
    page = f"/staff/instruments/{text.id}"
    assert f"/staff/endorsements/{entry.id}" in ben.get(page).text
    assert send(ben, f"{page}/checked", shown=page).status_code == 303
    assert "by Ben" in ben.get(page).text
    assert ben.get("/staff/instruments/999999").status_code == 404


def test_a_held_back_file_is_not_served_and_a_published_one_as_a_download(
    app: Flask, session: Session, entry: Endorsement, ben: Client
) -> None:
    text = text_of(session, entry)
    page, public = f"/staff/instruments/{text.id}", f"/evidence/{text.id}/file"
    visitor = Client(app)
    assert visitor.get(public).status_code == 404
    lie = send(ben, f"{page}/file", shown=page, file=(io.BytesIO(files.ZIP), "a.pdf"))
    assert lie.status_code == 422 and "not a PDF, PNG or JPEG" in lie.text
    assert "choose a file" in send(ben, f"{page}/file", shown=page).text
    scan = (io.BytesIO(files.JPEG), "Letter of Amina Odhiambo.jpeg")
    assert send(ben, f"{page}/file", shown=page, file=scan).status_code == 303
    assert visitor.get(public).status_code == 404
    assert public not in visitor.get(f"/endorsements/{entry.id}").text
    staff = ben.get(f"{page}/file")
    assert staff.data == files.JPEG and staff.headers["Cache-Control"] == "no-store"
    assert visitor.get(f"{page}/file").status_code in (302, 401)

    assert send(ben, f"{page}/publish", shown=page).status_code == 303
    assert public in visitor.get(f"/endorsements/{entry.id}").text
    file = visitor.get(public)
    assert file.data == files.JPEG and file.mimetype == "image/jpeg"
    assert file.headers["Content-Length"] == str(len(files.JPEG))
    assert file.headers["Content-Disposition"] == (
        f"attachment; filename=rollcall-{text.reference}.jpg"
    )
    assert file.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in file.headers and file.headers["Cache-Control"] == "no-cache"

    stale = send(ben, f"{page}/hold", shown=page, seen="1")
    assert stale.status_code == 409 and "changed this text since" in stale.text
    assert send(ben, f"{page}/hold", shown=page).status_code == 303
    assert visitor.get(public).status_code == 404
    assert "<ins>yes</ins>" in ben.get(f"/staff/endorsements/{entry.id}").text


def test_a_published_file_of_entries_that_are_not_public_is_not_served(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    kept = uploads.store(app.extensions["rollcall"].upload_dir, "a.pdf", files.PDF)
    waiting = recorded(app, session, government(session, file=kept), ada, now)
    text = waiting.evidence[0].instrument
    services.publish(session, text, ada, True, seen=text.revision, now=now)
    session.commit()
    assert client.get(f"/evidence/{text.id}/file").status_code == 404
    assert client.get(f"/instruments/{text.id}").status_code == 404
    assert client.get("/evidence/999999/file").status_code == 404


def test_one_text_of_many_entries_lists_those_that_are_public(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    most = session.execute(
        select(Evidence.instrument_id, func.count())
        .group_by(Evidence.instrument_id)
        .order_by(func.count().desc())
        .limit(1)
    ).one()
    entry = session.scalars(
        select(Endorsement).join(Evidence).where(Evidence.instrument_id == most[0])
    ).first()
    assert entry is not None and most[1] > 20
    waiting = recorded(app, session, organisation(session, "Quiet Circle"), ada, now)
    session.add(Evidence(endorsement_id=waiting.id, instrument_id=most[0]))
    session.commit()
    page = client.get(f"/endorsements/{entry.id}").text
    assert f"{most[1] - 1} other entries rest on this text" in page
    assert f'href="/instruments/{most[0]}"' in page
    shared = client.get(f"/instruments/{most[0]}")
    assert shared.text.count('<th scope="row">') == min(most[1], PAGE)
    assert f"/endorsements/{entry.id}" in shared.text and "Quiet Circle" not in shared.text
    assert "Set-Cookie" not in shared.headers
    last = session.scalar(select(func.max(Endorsement.id))) or 0
    end = client.get(f"/instruments/{most[0]}?after={last}")
    assert "There are no more" in end.text
    assert client.get(f"/instruments/{most[0]}?after=x").status_code == 400


def test_a_secondary_copy_is_no_link(
    app: Flask, session: Session, entry: Endorsement, ben: Client
) -> None:
    copy = {"symbol": "", "link": "https://mirror.example/letter", "secondary_copy": "y"}
    assert (
        send(ben, f"/staff/endorsements/{entry.id}/evidence/add", **TEXT | copy).status_code == 303
    )
    public = ben.get(f"/endorsements/{entry.id}").text
    assert "secondary copy" in public and "https://mirror.example/letter" in public
    assert 'href="https://mirror.example' not in public


@pytest.mark.parametrize("role", [StaffRole.EDITOR, StaffRole.ADMIN])
def test_others_read_and_change_nothing(
    app: Flask, session: Session, client: Client, entry: Endorsement, role: StaffRole
) -> None:
    text = text_of(session, entry)
    member(app, "Eddie", role)
    sign_in(client, "Eddie")
    page = f"/staff/instruments/{text.id}"
    shown = client.get(page)
    assert shown.status_code == 200 and "checked it today" not in shown.text
    assert "Add evidence" not in client.get(f"/staff/endorsements/{entry.id}").text
    for path in (f"{page}/edit", f"/staff/endorsements/{entry.id}/evidence/add"):
        assert client.get(path).status_code == 403
    for path in ("checked", "publish", "file"):
        assert client.post(f"{page}/{path}", data={"csrf_token": token(shown)}).status_code == 403


def test_lists_of_texts_ask_the_database_the_same_however_long(
    app: Flask, session: Session, entry: Endorsement
) -> None:
    assert len(evidence_queries.matching(session)[0]) > 20
    with executed(app) as statements:
        evidence_queries.matching(session)
    assert len(statements) == 2
