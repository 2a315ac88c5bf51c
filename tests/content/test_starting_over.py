"""Another coalition empties a site of the shipped content and its record, and begins its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from config import ROOT
from tests.support.content import content_command, editors, taken_in
from tests.support.pages import page, plain
from tests.support.signup import post, sign_up_and_confirm
from tests.support.staff import member, sign_in
from tests.support.webclient import Client, Runner
from tracker.accounts.models import StaffRole
from tracker.challenges.models import Challenge, Ground
from tracker.endorsements.decisions import InternalNote
from tracker.endorsements.evidence.models import Instrument
from tracker.endorsements.models import Endorsement
from tracker.ledger.models import LedgerEvent
from tracker.supporters.models import State, Supporter
from tracker.vetoes.models import Veto

EXAMPLE = (ROOT / "docs/content.md").read_text().split("```json\n")[1].split("```")[0]
TRIGGERS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
    "postgresql": "SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname",
}


def rules(session: Session) -> list[Any]:
    """The triggers of the database, as they stand."""
    return list(session.execute(text(TRIGGERS[session.get_bind().dialect.name])))


def test_from_the_shipped_record_to_an_initiative_of_ones_own(
    app: Flask,
    runner: Runner,
    client: Client,
    session: Session,
    sequence: Callable[..., int],
    tmp_path: Path,
) -> None:
    member(app, "ada", *StaffRole)
    before = rules(session)
    session.rollback()
    assert "--with-record empties it" in content_command(runner, "clear", "--yes").output
    asked = runner.invoke(args=["content", "clear", "--with-record"], input="n\n")
    assert asked.exit_code == 1 and "published record of support and its ledger?" in asked.output
    done = content_command(runner, "clear", "--with-record", "--yes", "--json")
    gone = json.loads(done.output)
    assert (gone["ledger_events"], gone["endorsements"], gone["campaigns"]) == (75, 75, 4)

    assert rules(session) == before
    kept = [session.scalar(select(func.count()).select_from(one)) for one in (State, Veto)]
    assert kept == [195, 233]
    assert session.scalar(select(func.count()).select_from(Supporter)) == 195  # governments
    session.rollback()
    assert runner.invoke(args=["seed"]).output == "Content is up to date.\n"
    client.application.extensions["caches"].clear()
    assert "No campaign is published here yet" in plain(page(client, "/"))
    assert client.get("/initiatives/unpa").status_code == 404

    imported = taken_in(runner, tmp_path, EXAMPLE)
    assert imported.exit_code == 0, imported.output
    sign_up_and_confirm(app, client, "individual", slug="article-109")
    sequence(session)
    tally = client.get("/initiatives/article-109/tally.json").get_json()
    assert (tally["individuals"], tally["ledger_size"]) == (1, 1)
    assert runner.invoke(args=["tallies", "rebuild"]).exit_code == 0
    assert client.get("/initiatives/unpa").status_code == 404
    for table in ("ledger_events", "decisions"):
        with pytest.raises(IntegrityError, match="append-only"):
            session.execute(text(f"DELETE FROM {table}"))
        session.rollback()
    again = content_command(runner, "clear", "--with-record", "--yes")
    assert again.exit_code == 1
    assert "did not come from the published record: 1" in again.output
    sign_in(client, "ada")
    assert client.get("/staff/content").status_code == 200


def _signed_up(app: Flask, session: Session, client: Client, now: datetime) -> None:
    assert post(client, "individual").status_code == 303


def _noted(app: Flask, session: Session, client: Client, now: datetime) -> None:
    (ada,) = editors(app, session, "ada")
    entry = session.scalars(select(Endorsement).limit(1)).one()
    note = InternalNote(endorsement_id=entry.id, staff_id=ada.id, written_at=now, words="Why?")
    session.add(note)


def _checked(app: Flask, session: Session, client: Client, now: datetime) -> None:
    session.scalars(select(Instrument).limit(1)).one().revision = 2


def _challenged(app: Flask, session: Session, client: Client, now: datetime) -> None:
    entry = session.scalars(select(Endorsement).limit(1)).one()
    challenge = Challenge(
        endorsement_id=entry.id,
        ground=Ground.OTHER,
        words="That is not so.",
        source="",
        email_sealed=None,
        email_digest=None,
        locale="en",
        submitted_at=now,
    )
    session.add(challenge)


@pytest.mark.parametrize(
    ("happened", "said"),
    [
        (_signed_up, "endorsements that did not come from the published record: 1"),
        (_noted, "rows of internal_notes: 1"),
        (_checked, "texts that staff added, changed or checked: 1"),
        (_challenged, "rows of challenges: 1"),
    ],
)
def test_once_anybody_relies_on_it_nothing_goes(
    app: Flask,
    runner: Runner,
    client: Client,
    session: Session,
    now: datetime,
    happened: Callable[[Flask, Session, Client, datetime], None],
    said: str,
) -> None:
    happened(app, session, client, now)
    session.commit()
    before = rules(session)
    session.rollback()
    refused = content_command(runner, "clear", "--with-record", "--yes")
    assert refused.exit_code == 1
    assert said in refused.output and "another database" in refused.output
    assert rules(session) == before
    assert session.scalar(select(func.count()).select_from(LedgerEvent)) == 75
