"""Classifications are somebody else's, dated, and kept version by version."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from tests.support.pages import page, plain
from tests.support.staff import member, sign_in, token
from tests.support.webclient import Client
from tracker import seed
from tracker.accounts.models import StaffAction, StaffEvent, StaffRole
from tracker.core.errors import Conflict, NotFound, RuleBroken
from tracker.vetoes import queries, services
from tracker.vetoes.models import Classification
from tracker.vetoes.services import Statement

TEXT = "2018-01"
WHO = "Example Monitor"
SAID = Statement(
    classifier=WHO, classified="2020-05", situation="Yemen", evidence="Example Monitor, report 7"
)


def classify(session: Session, now: datetime, seen: int = 0, **changed: Any) -> Classification:
    values = replace(SAID, **changed)
    return services.classify(session, TEXT, values, seen=seen, now=now, cites="a test")


def standing(session: Session, as_of: date, known_at: datetime | None = None) -> list[str]:
    every = queries.versions(session, TEXT)
    current = queries.standing(every, as_of=as_of, known_at=known_at)
    return [
        f"{classification.classifier}: {classification.situation}" for classification in current
    ]


@pytest.mark.usefixtures("app")
def test_a_later_version_supersedes_and_the_earlier_stays(session: Session, now: datetime) -> None:
    first = classify(session, now)
    later = now + timedelta(days=1)
    second = classify(session, later, first.id, classified="2022", situation="Yemen, war crimes")
    assert second.supersedes_id == first.id
    assert standing(session, date(2019, 1, 1)) == []
    assert standing(session, date(2021, 1, 1)) == [f"{WHO}: Yemen"]
    assert standing(session, now.date()) == [f"{WHO}: Yemen, war crimes"]
    assert standing(session, now.date(), known_at=now) == [f"{WHO}: Yemen"]
    other = classify(session, later, second.id, classifier="Another")
    assert other.supersedes_id is None and len(standing(session, now.date())) == 2
    gone = classify(session, later, other.id, takes_back=True, situation="", classified="2022")
    assert gone.supersedes_id == second.id
    assert standing(session, now.date()) == ["Another: Yemen"]
    assert len(queries.versions(session, TEXT)) == 4


@pytest.mark.usefixtures("app")
def test_what_is_refused(session: Session, now: datetime) -> None:
    for words, changed in (
        ("who classified", {"classifier": ""}),
        ("when the text was classified", {"classified": ""}),
        ("when the text was classified", {"classified": "2020-13"}),
        ("between 1946 and today", {"classified": "2027"}),
        ("between 1946 and today", {"classified": "1945-06"}),
        ("where the classification can be read", {"evidence": ""}),
        ("which situation", {"situation": ""}),
        ("Leave the situation empty", {"takes_back": True}),
        ("could be taken back", {"takes_back": True, "situation": ""}),
    ):
        with pytest.raises(RuleBroken, match=words):
            classify(session, now, **changed)
    with pytest.raises(NotFound):
        services.classify(session, "1946-99", SAID, seen=0, now=now, cites="a test")
    first = classify(session, now)
    with pytest.raises(Conflict):
        classify(session, now, situation="Another")
    with pytest.raises(RuleBroken, match="word for word"):
        classify(session, now, first.id)


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE veto_classifications SET situation = 'x'",
        "DELETE FROM veto_classifications",
        "UPDATE vetoes SET members = 'DEU'",
        "UPDATE vetoes SET members = ''",
        (
            "INSERT INTO veto_classifications (veto_id, situation, classifier, classified, basis,"
            " evidence, note, recorded_at, takes_back, cites) VALUES ('1946-01', 'x', '', '2017',"
            " 'stated', 'x', '', '2026-01-01 00:00:00+00:00', false, 'x')"
        ),
        (
            "INSERT INTO veto_classifications (veto_id, situation, classifier, classified, basis,"
            " evidence, note, recorded_at, takes_back, cites, supersedes_id) SELECT '1946-01', 'x',"
            " classifier, '2017', 'stated', 'x', '', '2026-01-01 00:00:00+00:00', false, 'x', id"
            " FROM veto_classifications WHERE veto_id = '2017-02'"
        ),
    ],
)
def test_the_database_keeps_the_rules_too(session: Session, statement: str) -> None:
    with pytest.raises(DatabaseError):
        session.execute(text(statement))
    session.rollback()


def test_the_shipped_record_leaves_an_editors_version_alone(
    app: Flask, session: Session, now: datetime
) -> None:
    editor = member(app, "Ada", StaffRole.EDITOR)
    before = queries.versions(session, "2017-02")[-1]
    changed = replace(services.statement_of(before), note="Looked at again.")
    services.classify(session, "2017-02", changed, seen=before.id, now=now, staff_id=editor)
    stale = queries.versions(session, "2016-01")[-1]
    other = replace(services.statement_of(stale), note="Of a file that was changed since.")
    services.classify(session, "2016-01", other, seen=stale.id, now=now, cites="a former file")
    session.commit()
    done = app.test_cli_runner().invoke(seed.command)
    assert "left as an editor or reviewer changed it: veto_classifications 2017-02" in done.output
    session.expire_all()
    assert queries.versions(session, "2017-02")[-1].note == "Looked at again."
    assert services.statement_of(queries.versions(session, "2016-01")[-1]) == services.statement_of(
        stale
    )


def test_an_editor_adds_a_classification(app: Flask, session: Session, client: Client) -> None:
    member(app, "Ada", StaffRole.EDITOR)
    sign_in(client, "Ada")
    assert f"/staff/content/vetoes/{TEXT}" in client.get("/staff/content/vetoes").text
    address = f"/staff/content/vetoes/{TEXT}"
    form = client.get(address)
    assert "Nobody’s classification of this text is recorded." in form.text
    typed = {
        "csrf_token": token(form),
        "seen": "0",
        "classifier": "",
        "classified": "",
        "situation": "Yemen",
        "basis": "stated",
        "evidence": "Example Monitor, report 7",
        "note": "",
    }
    refused = client.post(address, data=typed)
    assert refused.status_code == 422
    for words in ("Say who classified the text.", "Say when it was classified."):
        assert refused.text.count(words) == 2, "beside the field and in the summary"
    assert "Example Monitor, report 7" in refused.text, "what was typed is kept"
    typed |= {"classifier": WHO, "classified": "May 2020"}
    assert "such as 2017-03-31" in client.post(address, data=typed).text
    typed["classified"] = "2020-05"
    assert client.post(address, data=typed).status_code == 303
    again = client.post(address, data=typed)
    assert again.status_code == 409 and "Somebody else recorded a classification" in again.text
    newest = queries.versions(session, TEXT)[-1].id
    assert re.search(rf'name="seen"[^>]*value="{newest}"', again.text), "now it has been seen"
    public = plain(page(client, f"/vetoes/{TEXT}"))
    assert f"{WHO}, May 2020: Yemen (stated)" in public
    assert "This site classifies nothing." in public
    assert f"{WHO} : 1 of the texts shown here. Yemen 1" in plain(page(client, "/vetoes"))
    typed |= {"seen": str(newest), "situation": "", "takes_back": "y"}
    assert client.post(address, data=typed).status_code == 303
    public = plain(page(client, f"/vetoes/{TEXT}"))
    assert "Not classified" in public and f"{WHO}, May 2020: Yemen (stated) superseded" in public
    session.expire_all()
    events = session.scalars(
        select(StaffEvent).where(StaffEvent.action == StaffAction.VETO_CLASSIFIED)
    ).all()
    assert [event.detail for event in events] == [TEXT, TEXT]
