"""Content leaves as a file and comes into another site; what is endorsed stays."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.support.addresses import without_names
from tests.support.content import (
    CAMPAIGN,
    DOCUMENT,
    INITIATIVE,
    TALLY,
    content_command,
    editors,
    saved,
    subject,
    taken_in,
)
from tests.support.databases import Database
from tests.support.staff import member, sign_in
from tests.support.webclient import Runner
from tracker.accounts.models import StaffRole
from tracker.content import queries
from tracker.content.drafts import services
from tracker.content.models import ContentKind
from tracker.content.transfer import document
from tracker.initiatives.models import Campaign, Initiative

REFORM = {"number": 1, "demand": "A conference.", "source": "A/79/1", "status": "not assessed"}


def whole(**changes: Any) -> dict[str, Any]:
    """A small site's content: one campaign, one initiative, three parts."""
    initiative = INITIATIVE | {"documents": [DOCUMENT], "reforms": [REFORM]} | changes
    campaign = CAMPAIGN | {"initiatives": [initiative]}
    return {"format": "rollcall-content", "version": 1, "campaigns": [campaign]}


@pytest.fixture
def own(runner: Runner, empty_app: Flask) -> Runner:
    """A site that has the States, and nothing of the shipped content."""
    done = runner.invoke(args=["seed", "--without-content"])
    assert done.exit_code == 0, done.output
    return runner


@pytest.mark.long
def test_out_of_one_site_and_into_an_empty_one_it_is_the_same_to_the_byte(
    app: Flask, runner: Runner, templates: Any, database: Database, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    assert content_command(runner, "export", str(first)).exit_code == 0
    kind = "postgresql" if "postgresql" in app.config["SQLALCHEMY_DATABASE_URI"] else "sqlite"
    other = templates.database(kind)
    try:
        with other.copy("migrated").app() as elsewhere:
            there = Runner(elsewhere)
            assert there.invoke(args=["seed", "--without-content"]).exit_code == 0
            rehearsed = content_command(there, "import", str(first), "--dry-run")
            assert rehearsed.exit_code == 0 and "would add campaigns “unpa”" in rehearsed.output
            assert content_command(there, "export", str(second)).exit_code == 0
            assert json.loads(second.read_text())["campaigns"] == []
            assert content_command(there, "import", str(first)).exit_code == 0
            assert there.invoke(args=["seed"]).exit_code == 0
            assert content_command(there, "export", str(second)).exit_code == 0
            again = json.loads(content_command(there, "import", str(first), "--json").output)
    finally:
        other.remove()
    assert second.read_bytes() == first.read_bytes()
    assert again["added"] == again["changed"] == [] and again["same"] > 100


def test_a_file_changes_what_it_names_and_the_history_keeps_what_was(
    own: Runner, session: Session, tmp_path: Path
) -> None:
    assert taken_in(own, tmp_path, whole()).exit_code == 0
    changed = whole(asks="Other words.", documents=[DOCUMENT | {"publisher": "UN"}])
    rehearsed = json.loads(taken_in(own, tmp_path, changed, "--dry-run", "--json").output)
    assert rehearsed["changed"] == ["initiatives “article-109”", "documents “The call”"]
    assert session.scalar(select(Initiative.asks)) == INITIATIVE["asks"]
    session.rollback()
    done = taken_in(own, tmp_path, changed)
    assert "changed initiatives “article-109”" in done.output
    made = session.scalars(select(Initiative)).one()
    assert made.asks == "Other words." and made.documents[0].publisher == "UN"
    item = queries.of_row(session, made)
    kept = [step.content["asks"] for step in queries.history(session, item)]
    assert kept == [INITIATIVE["asks"], "Other words."]


def test_over_a_draft_or_an_archive_nothing_comes(
    own: Runner, empty_app: Flask, session: Session, now: datetime, tmp_path: Path
) -> None:
    archived = whole(closed_on="2026-01-01", archived_on="2026-02-01")
    assert taken_in(own, tmp_path, archived).exit_code == 0
    for changed in (
        whole(documents=[]),
        whole(closed_on="2026-01-01", archived_on="2026-02-01", asks="Ours."),
    ):
        refused = taken_in(own, tmp_path, changed)
        assert refused.exit_code == 1 and "article-109 is archived here" in refused.output
    assert taken_in(own, tmp_path, archived).output == "4 as they were\n"

    (ada,) = editors(empty_app, session, "ada")
    campaign = subject(session, ContentKind.CAMPAIGN, slug="charter-review")
    saved(session, campaign, ada, now=now, lead="Ours.")
    session.commit()
    theirs = archived | {"campaigns": [archived["campaigns"][0] | {"lead": "Theirs."}]}
    refused = taken_in(own, tmp_path, theirs)
    assert refused.exit_code == 1 and "campaigns[0]: a draft of it waits here" in refused.output
    assert "Drafts that wait: 1" in content_command(own, "clear", "--yes").output


@pytest.mark.by_turns
@pytest.mark.parametrize(
    ("content", "place"),
    [
        ('{"format": "rollcall-content",}', "line 1, column 31"),
        ('{"format": "x", "format": "y"}', "“format” stands twice"),
        ({"format": "something"}, "format:"),
        (whole() | {"version": 2}, "version:"),
        (whole(name=""), "campaigns[0].initiatives[0].name: Please fill this in."),
        (whole(colour="red"), "campaigns[0].initiatives[0].colour: there is no such field."),
        (whole(position="1"), "campaigns[0].initiatives[0].position: a number is expected."),
        (whole(open_kinds=["stone"]), "initiatives[0].open_kinds: Please choose one. (government"),
        (whole(documents={}), "campaigns[0].initiatives[0].documents: a list is expected."),
        (whole(slug="vetoes"), "campaigns[0].initiatives[0].slug: vetoes is kept"),
        (whole(aim=194, aim_unit="governments"), "initiatives[0].aim: There are no more"),
        (whole(opens_on="2026-02-01", closed_on="2026-01-01"), "initiatives[0].closed_on: It"),
        (whole(reforms=[REFORM | {"status": "met"}]), "initiatives[0].reforms[0].evidence: An"),
        (
            whole(reported_tallies=[TALLY | {"reported_on": "2099-01-01"}]),
            "initiatives[0].reported_tallies[0].reported_on: Nobody",
        ),
        (
            whole(reported_tallies=[TALLY | {"subject": "elsewhere"}]),
            "initiatives[0].reported_tallies[0].subject: it stands under",
        ),
        (whole(milestones=[{"dated": "soon"}]), "initiatives[0].milestones[0].dated: Give"),
    ],
)
def test_a_bad_file_says_where_and_nothing_is_written(
    own: Runner, session: Session, tmp_path: Path, content: Any, place: str
) -> None:
    refused = taken_in(own, tmp_path, content)
    assert refused.exit_code == 1
    assert place in refused.output and "nothing of it was" in refused.output
    assert session.scalar(select(func.count()).select_from(Campaign)) == 0


def test_what_supporters_endorsed_is_not_cleared(app: Flask, runner: Runner, client: Any) -> None:
    refused = content_command(runner, "clear", "--yes")
    assert refused.exit_code == 1
    assert "initiatives “unpa”: " in refused.output and "Supporters have endorsed" in refused.output
    late = runner.invoke(args=["seed", "--without-content"])
    assert late.exit_code == 1 and "in this database already" in late.output
    assert client.get("/initiatives/unpa").status_code == 200


def test_a_cleared_site_is_empty_works_and_stays_so(
    own: Runner, empty_app: Flask, session: Session, client: Any, now: datetime, tmp_path: Path
) -> None:
    assert taken_in(own, tmp_path, whole()).exit_code == 0
    assert client.get("/initiatives/article-109").status_code == 200
    done = content_command(own, "clear", "--yes", "--json")
    assert json.loads(done.output) == {
        "documents": 1,
        "reforms": 1,
        "initiatives": 1,
        "campaigns": 1,
    }
    assert own.invoke(args=["seed"]).exit_code == 0
    assert document.written(session).count('"slug"') == 0
    client.application.extensions["caches"].clear()
    member(empty_app, "ada", *StaffRole)
    sign_in(client, "ada")
    answers = {name: client.get(name).status_code for name in without_names(empty_app)}
    assert len(answers) >= 40
    assert {one: code for one, code in answers.items() if code not in (200, 302)} == {}
    assert client.get("/initiatives/article-109").status_code == 404

    (gone,) = queries.retired(session, ContentKind.CAMPAIGN)
    (ben,) = editors(empty_app, session, "ben")
    revision = queries.history(session, gone)[0]
    services.restore(session, gone, revision.id, ben, seen=gone.seen, now=now)
    back = queries.subject(session, gone.kind, gone.ref)
    services.publish(session, back, ben, seen=back.seen, now=now)
    assert session.scalars(select(Campaign.slug)).all() == ["charter-review"]
