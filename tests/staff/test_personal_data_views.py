"""Personal data leave only to whom it is allowed, proved anew, and on the record."""

from __future__ import annotations

import csv
import io
from datetime import datetime

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.review_cases import organisation, recorded, reviewers, vault
from tests.support.staff import long_ago, member, prove, sign_in
from tests.support.webclient import Client
from tracker.accounts.models import StaffAction, StaffEvent, StaffRole
from tracker.initiatives.queries import by_slug
from tracker.supporters.models import SupporterKind

FILE = "/staff/personal-data.csv"


def people(app: Flask, session: Session, now: datetime) -> dict[str, str]:
    """An organisation with an officer, a person who is counted, one who never confirmed."""
    (ada,) = reviewers(app, session, "eve")
    letter = recorded(app, session, organisation(session, "=HYPERLINK(1)"), ada, now)
    made = by_slug(session, "1-for-7-billion")
    person = factories.verified(session, made, now=now)
    person.supporter.email_sealed = vault(app).seal("ola@people.example")
    pending = factories.pending(session, made, SupporterKind.INDIVIDUAL, now=now)
    session.commit()
    return {
        "letter": letter.reference,
        "person": person.reference,
        "pending": pending.reference,
    }


def rows(client: Client, **query: str) -> dict[str, dict[str, str]]:
    sent = client.get(FILE, query_string=query)
    assert sent.status_code == 200 and sent.mimetype == "text/csv"
    assert sent.headers["Cache-Control"] == "no-store"
    lines = csv.DictReader(io.StringIO(sent.data.decode("utf-8-sig")))
    return {row["reference"]: row for row in lines}


def test_an_export_is_proved_whole_and_logged(
    app: Flask, session: Session, client: Client, now
) -> None:
    made = people(app, session, now)
    member(app, "Boss", StaffRole.ADMIN)
    sign_in(client, "Boss")
    long_ago(client)
    back = prove(client, client.get(f"{FILE}?initiative=1-for-7-billion"))
    assert back.location == "/staff/personal-data?initiative=1-for-7-billion"
    assert "1-for-7-billion" in client.get(back.location).text
    exported = rows(client, initiative="1-for-7-billion")
    letter = exported[made["letter"]]
    assert letter["name"] == "'=HYPERLINK(1)"
    assert (letter["officer"], letter["officer_email"]) == ("Ola Berg", "ola@lakeside.example")
    person = exported[made["person"]]
    assert person["kind"] == "individual"
    assert not any(person[hidden] for hidden in ("name", "country", "email"))
    assert made["pending"] not in exported
    newest = session.scalars(select(StaffEvent).order_by(StaffEvent.id.desc())).first()
    assert newest is not None
    assert (newest.action, newest.detail) == (StaffAction.EXPORTED_PERSONAL, "1-for-7-billion")
    assert "Personal data exported" in client.get("/staff/log").text


def test_an_export_holds_what_was_chosen(app: Flask, session: Session, client: Client, now) -> None:
    made = people(app, session, now)
    member(app, "Ada", StaffRole.REVIEWER)
    sign_in(client, "Ada")
    assert set(rows(client, kind="individual", initiative="1-for-7-billion")) >= {made["person"]}
    assert {value["kind"] for value in rows(client, kind="organisation").values()} == {
        "organisation"
    }
    assert client.get(f"{FILE}?kind=planet").status_code == 400
    assert client.get("/staff/personal-data?kind=planet").status_code == 422


def test_an_editor_and_a_stranger_take_nothing(
    app: Flask, session: Session, client: Client
) -> None:
    assert client.get(FILE).status_code == 302
    member(app, "Edda", StaffRole.EDITOR)
    sign_in(client, "Edda")
    for path in (FILE, "/staff/personal-data"):
        assert client.get(path).status_code == 403
    assert "personal-data" not in client.get("/staff/").text
    taken = select(StaffEvent).where(StaffEvent.action == StaffAction.EXPORTED_PERSONAL)
    assert session.scalars(taken).first() is None
