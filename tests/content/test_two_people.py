"""What leads a page changes by two people: figures that others report, and years of the Council."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support.content import TALLY, row_of
from tests.support.content_forms import (
    SECOND,
    TALLIES,
    edit,
    form_of,
    leading_figure,
    publish_as_second,
)
from tests.support.staff import signed_in, token
from tests.support.webclient import Client, Runner
from tracker.accounts.models import StaffRole
from tracker.content.models import ContentKind, ContentRevision
from tracker.core.clock import utcnow
from tracker.initiatives.reported_figures import ReportedTally

pytestmark = pytest.mark.usefixtures("nothing_kept")

ACT = "/initiatives/act-code-of-conduct"


@pytest.fixture
def ada(app: Flask) -> Client:
    return signed_in(app, "Ada")


@pytest.fixture
def ben(app: Flask) -> Client:
    return signed_in(app, "Ben")


def shown(client: Client, **query: str) -> Any:
    """What the tally says is reported."""
    figures = client.get(f"{ACT}/tally.json", query_string=query).get_json()["reported"]
    return figures["value"] if figures else None


def grow_old(client: Client) -> None:
    """Let the sign-in be more than half an hour ago."""
    with client.session_transaction() as cookie:
        cookie["fs_paa"] = (utcnow() - timedelta(hours=1)).timestamp()


def test_one_editor_cannot_change_the_figure_that_leads(
    session: Session, client: Client, ada: Client, ben: Client
) -> None:
    row = leading_figure(session)
    address, value = f"{TALLIES}/{row.id}", row.value
    answer = edit(ada, address, value="190", do="publish")
    assert "needs a second person" in ada.get(answer.location).text
    assert shown(client) == value
    page = ada.get(address)
    assert "Save and publish" not in page.text
    refused = ada.post(
        f"{address}/publish",
        data={"csrf_token": token(page), "seen": form_of(page)["seen"]},
    )
    assert "somebody who did not write the draft" in ada.get(refused.location).text
    assert "needs a second person" in ada.get("/staff/content").text
    assert "You wrote it." in ada.get(SECOND).text
    assert "190" in ada.get(f"{address}/preview").text
    assert shown(client) == value, "a preview leaves nothing"
    # Whoever saves it too has written it too.
    edit(ben, address, value="191")
    again = ben.get(address)
    refused = ben.post(
        f"{address}/publish",
        data={"csrf_token": token(again), "seen": form_of(again)["seen"]},
    )
    assert "somebody who did not write the draft" in ben.get(refused.location).text
    assert shown(client) == value


@pytest.mark.parametrize("role", [StaffRole.EDITOR, StaffRole.REVIEWER, StaffRole.ADMIN])
def test_a_second_person_publishes_it_and_what_was_known_stays(
    app: Flask, session: Session, client: Client, ada: Client, role: StaffRole
) -> None:
    row = leading_figure(session)
    value, before = row.value, utcnow().isoformat()
    edit(ada, f"{TALLIES}/{row.id}", value="190")
    cleo = signed_in(app, "Cleo", role)
    assert str(value) in cleo.get(SECOND).text
    assert cleo.get(f"{TALLIES}/{row.id}/preview").status_code == 200
    assert 'role="status"' in publish_as_second(cleo, row.id)
    assert shown(client) == 190
    assert shown(client, known_at=before) == shown(client, known_at="2026-11-20") == value
    assert shown(client, known_at=utcnow().isoformat()) == 190
    told = client.get("/corrections").text
    assert f"{value}" in told and "190" in told and "Cleo" not in told and "Ada" not in told


def test_the_proof_must_be_fresh(
    session: Session, client: Client, ada: Client, ben: Client
) -> None:
    row = leading_figure(session)
    edit(ada, f"{TALLIES}/{row.id}", value="190")
    page = ben.get(SECOND)
    grow_old(ben)
    seen = page.text.split('name="seen" value="')[1].split('"')[0]
    for address in (f"{SECOND}/reported-tallies/{row.id}", f"{TALLIES}/{row.id}/publish"):
        answer = ben.post(address, data={"csrf_token": token(page), "seen": seen})
        assert answer.status_code == 303 and "/verify" in answer.location
    assert shown(client) == row.value


def test_taking_it_off_or_letting_another_lead_takes_two(
    session: Session, client: Client, ada: Client, ben: Client
) -> None:
    row = leading_figure(session)
    address, value, number = f"{TALLIES}/{row.id}", row.value, row.id
    page = ada.get(address)
    data = {"csrf_token": token(page), "seen": form_of(page)["seen"], "why": "It was a misprint."}
    proposed = ada.post(f"{address}/retire", data=data)
    assert "stays public until a second person agrees" in ada.get(proposed.location).text
    assert shown(client) == value
    assert f">{value}<" not in ada.get(f"{address}/preview").text
    page = ada.get(address)
    ada.post(f"{address}/publish", data={"csrf_token": token(page), "seen": form_of(page)["seen"]})
    assert shown(client) == value
    assert "was proposed" not in client.get("/corrections").text
    before = utcnow().isoformat()
    publish_as_second(ben, number)
    assert shown(client) != value and shown(client, known_at=before) == value
    assert str(value) in client.get("/corrections").text
    # The way back takes two again.
    listing = ada.get(TALLIES).text
    ref = listing.split('href="/staff/content/reported-tallies/d')[1].split("/")[0].split('"')[0]
    history = ada.get(f"{TALLIES}/d{ref}/history")
    restore = history.text.split("/restore/")[1].split('"')[0]
    seen = history.text.split('name="seen" value="')[1].split('"')[0]
    ada.post(
        f"{TALLIES}/d{ref}/restore/{restore}", data={"csrf_token": token(history), "seen": seen}
    )
    page = ada.get(f"{TALLIES}/d{ref}")
    ada.post(
        f"{TALLIES}/d{ref}/publish",
        data={"csrf_token": token(page), "seen": form_of(page)["seen"]},
    )
    assert shown(client) != value
    publish_as_second(ben, f"d{ref}")
    assert shown(client) == value


def test_a_figure_no_longer_preferred_or_redated_takes_two(
    session: Session, client: Client, ada: Client
) -> None:
    row = leading_figure(session)
    address, value = f"{TALLIES}/{row.id}", row.value
    for change in ({"preferred": "no"}, {"reported_on": "2020-01-01"}, {"source": "Another"}):
        edit(ada, address, do="publish", **change)
        assert shown(client) == value and leading_figure(session).id == row.id


def test_a_new_figure_that_would_lead_takes_two(
    session: Session, client: Client, ada: Client, ben: Client
) -> None:
    act = row_of(session, ContentKind.INITIATIVE, slug="act-code-of-conduct")
    value, before = leading_figure(session).value, utcnow().isoformat()
    page = ada.get(f"{TALLIES}/new?under=initiatives.{act.id}")
    typed = {key: value for key, value in TALLY.items() if value is not None}
    made = ada.post(
        f"{TALLIES}/new?under=initiatives.{act.id}",
        data=typed | {"csrf_token": token(page), "seen": "", "note": "", "do": "publish"},
    )
    ref = made.location.rsplit("/", 1)[1]
    assert ref.startswith("d") and shown(client) == value
    publish_as_second(ben, ref)
    assert shown(client) == 130
    assert shown(client, known_at=before) == value
    assert "130" in client.get("/corrections").text


def test_a_figure_that_leads_nothing_takes_one_and_is_told(
    session: Session, client: Client, ada: Client
) -> None:
    row = session.scalars(
        select(ReportedTally).where(
            ReportedTally.subject == "act-code-of-conduct", ReportedTally.preferred == "no"
        )
    ).first()
    assert row is not None
    address, value = f"/api/v1/reported-tallies/{row.tally_id}", row.value
    before = utcnow().isoformat()
    edit(ada, f"{TALLIES}/{row.id}", value="77", do="publish")
    assert client.get(address).get_json()["value"] == 77
    assert client.get(f"{address}?known_at={before[:19]}Z").get_json()["value"] == value
    assert "77" in client.get("/corrections").text


def test_a_file_changes_no_figure_that_leads(
    session: Session, client: Client, runner: Runner, ada: Client, ben: Client, tmp_path: Path
) -> None:
    row = leading_figure(session)
    value, file = row.value, tmp_path / "content.json"
    assert runner.invoke(args=["content", "export", str(file)]).exit_code == 0
    whole = json.loads(file.read_text())
    for campaign in whole["campaigns"]:
        for initiative in campaign["initiatives"]:
            for tally in initiative["reported_tallies"]:
                if tally["tally_id"] == row.tally_id:
                    tally["value"] = 190
            if initiative["slug"] == "act-code-of-conduct":
                initiative["reported_tallies"].append(dict(TALLY))
    file.write_text(json.dumps(whole))
    done = runner.invoke(args=["content", "import", str(file)])
    assert done.exit_code == 0 and done.output.count("a draft for two editors") == 2, done.output
    assert shown(client) == value
    # Nobody wrote the drafts yet: who saves one has, and a different person publishes it.
    assert "An editor saves it first" in ben.get(SECOND).text
    page = ben.get(f"{TALLIES}/{row.id}")
    ben.post(
        f"{TALLIES}/{row.id}/publish",
        data={"csrf_token": token(page), "seen": form_of(page)["seen"]},
    )
    assert shown(client) == value
    edit(ada, f"{TALLIES}/{row.id}")
    assert shown(client) == value
    publish_as_second(ben, row.id)
    assert shown(client) == 190


def test_a_changed_shipped_record_waits_for_two(
    session: Session, client: Client, runner: Runner, ada: Client, ben: Client
) -> None:
    row = leading_figure(session)
    value = row.value
    # As if the file had said something else when it was taken over.
    session.execute(update(ReportedTally).where(ReportedTally.id == row.id).values(seed_digest="x"))
    session.commit()
    seeded = runner.invoke(args=["seed"])
    assert seeded.exit_code == 0 and "waits for two editors" in seeded.output
    assert shown(client) == value


@pytest.mark.usefixtures("client")
def test_the_database_holds_it_too(session: Session, ada: Client) -> None:
    row = leading_figure(session)
    value = row.value
    edit(ada, f"{TALLIES}/{row.id}", value="190")
    session.commit()
    draft = session.scalars(select(ContentRevision).where(ContentRevision.state == "draft")).one()
    for refused in (
        update(ContentRevision).where(ContentRevision.id == draft.id).values(state="published"),
        text("UPDATE superseded_rows SET before = NULL"),
        text("DELETE FROM superseded_rows"),
    ):
        with pytest.raises(IntegrityError):
            session.execute(refused)
        session.rollback()
    # Whatever door a change comes by, the database dates it.
    session.execute(update(ReportedTally).where(ReportedTally.id == row.id).values(value=191))
    session.commit()
    before = (utcnow() - timedelta(minutes=1)).isoformat()
    assert (shown(ada, known_at=before), shown(ada)) == (value, 191)
    assert "191" in ada.get("/corrections").text


def test_a_year_of_the_council_takes_two(
    session: Session, client: Client, ada: Client, ben: Client
) -> None:
    address = "/staff/content/security-council"
    ten = ["DZA", "AGO", "BEN", "BRA", "CHL", "DEU", "PAK", "PHL", "ROU", "ESP"]
    page = ada.get(address)
    typed = {"csrf_token": token(page), "seen": "0", "year": "2004", "members": "\n".join(ten)}
    ada.post(address, data=typed | {"source": "Example handbook", "do": "publish"})
    combined = "/campaigns/veto-restraint/combined?as_of=2004-12-31"
    assert "not known here" in client.get(combined).text
    waits = ada.get(f"{address}?year=2004")
    seen = waits.text.split('id="discard-seen"')[1].split('value="')[1].split('"')[0]
    ada.post(f"{address}/2004/publish", data={"csrf_token": token(waits), "seen": seen})
    assert "not known here" in client.get(combined).text
    data = {"csrf_token": token(ben.get(SECOND)), "seen": seen}
    before = utcnow().isoformat()[:19] + "Z"
    proof = ben.post(f"{address}/2004/publish", data=data)
    assert proof.location == SECOND, "ben signed in just now"
    assert "Security Council of 2004" in client.get(combined).text
    assert "Elected members of 2004." in client.get("/corrections").text
    assert "not known here" in client.get(f"{combined}&known_at={before}").text
    grow_old(ben)
    assert "/verify" in ben.post(f"{address}/2004/publish", data=data).location
