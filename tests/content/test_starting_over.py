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
from tests.support.pages import page
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

KEPT = {State: 195, Veto: 233, Supporter: 195}
"""What is nobody's own: States, the veto record, and the governments of all States."""
EXAMPLE = (ROOT / "docs/content.md").read_text().split("```json\n")[1].split("```")[0]
TRIGGERS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
    "postgresql": "SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname",
}


CLEAR = ("clear", "--with-record", "--yes")


def triggers(session: Session) -> list[Any]:
    """The triggers of the database, as it has them now."""
    rows = list(session.execute(text(TRIGGERS[session.get_bind().dialect.name])))
    session.rollback()
    return rows


@pytest.fixture
def emptied(runner: Runner) -> dict[str, int]:
    """A site without the shipped content and its record; how many rows of each kind went."""
    done = content_command(runner, *CLEAR, "--json")
    assert done.exit_code == 0, done.output
    gone: dict[str, int] = json.loads(done.output)
    return gone


@pytest.fixture
def own_initiative(emptied: dict[str, int], runner: Runner, tmp_path: Path) -> str:
    """The slug of the one initiative of a site that was emptied."""
    imported = taken_in(runner, tmp_path, EXAMPLE)
    assert imported.exit_code == 0, imported.output
    return "article-109"


def test_the_record_goes_only_where_it_is_named(app: Flask, runner: Runner) -> None:
    assert "--with-record empties it" in content_command(runner, "clear", "--yes").output
    result = runner.invoke(args=["content", "clear", "--with-record"], input="n\n")
    assert result.exit_code == 1 and "published record of support and its ledger?" in result.output


def test_the_record_goes_whole_and_what_is_nobodys_stays(
    app: Flask, runner: Runner, session: Session
) -> None:
    before = triggers(session)
    gone = json.loads(content_command(runner, *CLEAR, "--json").output)
    assert (gone["ledger_events"], gone["endorsements"], gone["campaigns"]) == (299, 251, 4)
    assert triggers(session) == before
    left = {model: session.scalar(select(func.count()).select_from(model)) for model in KEPT}
    assert left == KEPT


def test_an_emptied_site_stays_empty(
    app: Flask, emptied: dict[str, int], runner: Runner, client: Client
) -> None:
    assert runner.invoke(args=["seed"]).output == "Content is up to date.\n"
    assert client.get("/initiatives/unpa").status_code == 404
    assert "data-tally" not in page(client, "/")


def test_an_initiative_of_ones_own_is_endorsed_and_counted(
    app: Flask,
    runner: Runner,
    client: Client,
    session: Session,
    sequence: Callable[..., int],
    own_initiative: str,
) -> None:
    sign_up_and_confirm(app, client, "individual", slug=own_initiative)
    sequence(session)
    tally = client.get(f"/initiatives/{own_initiative}/tally.json").get_json()
    assert (tally["individuals"], tally["ledger_size"]) == (1, 1)
    assert runner.invoke(args=["tallies", "rebuild"]).exit_code == 0


@pytest.mark.parametrize("table", ["ledger_events", "decisions"])
def test_what_comes_after_is_append_only(
    app: Flask, client: Client, session: Session, own_initiative: str, table: str
) -> None:
    sign_up_and_confirm(app, client, "individual", slug=own_initiative)
    with pytest.raises(IntegrityError, match="append-only"):
        session.execute(text(f"DELETE FROM {table}"))


def test_a_record_of_ones_own_is_not_emptied(
    app: Flask, runner: Runner, client: Client, own_initiative: str
) -> None:
    sign_up_and_confirm(app, client, "individual", slug=own_initiative)
    refused = content_command(runner, *CLEAR)
    assert refused.exit_code == 1
    assert "did not come from the published record: 1" in refused.output


def test_staff_keep_their_accounts(app: Flask, runner: Runner, client: Client) -> None:
    member(app, "ada", *StaffRole)
    assert content_command(runner, *CLEAR).exit_code == 0
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
    ("happened", "reason"),
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
    reason: str,
) -> None:
    happened(app, session, client, now)
    session.commit()
    before = triggers(session)
    refused = content_command(runner, *CLEAR)
    assert refused.exit_code == 1
    assert reason in refused.output and "another database" in refused.output
    assert triggers(session) == before
    assert session.scalar(select(func.count()).select_from(LedgerEvent)) == 299
