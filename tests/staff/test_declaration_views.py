"""A declaration through the pages of staff, and where the public then reads it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import datetime

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.pages import page, plain
from tests.support.review_cases import reviewers, verified_government
from tests.support.staff import member, sign_in, token
from tests.support.tally_json import on
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.core.cache import Caches
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.models import Endorsement

pytestmark = pytest.mark.by_turns

WORDS = "Kenya understands this Code in the light of its constitution."
CODE = "/initiatives/act-code-of-conduct"
MARK = "with a declaration"


@pytest.fixture
def kenya(app: Flask, session: Session, now: datetime, sequence: Callable[..., int]) -> Endorsement:
    """A government that counts."""
    app.extensions["caches"] = Caches(kept_for=0)
    entry = verified_government(app, session, reviewers(app, session, "ada", "dan", "eve"), now)
    sequence(session)
    session.commit()
    return entry


def browser(app: Flask, name: str) -> Client:
    client = Client(app)
    member(app, name, StaffRole.REVIEWER)
    sign_in(client, name)
    return client


def send(client: Client, path: str, **fields: str) -> str:
    """Fill in the form of a page; the text of the page that follows."""
    shown = client.get(path)
    assert shown.status_code == 200, shown.text[-800:]
    seen = shown.text.split('name="seen" value="')[1].split('"')[0]
    done = client.post(path, data={"csrf_token": token(shown), "seen": seen, **fields})
    return client.get(done.location).text if done.status_code == 303 else done.text


def second(session: Session, client: Client) -> None:
    (change,) = session.scalars(
        select(ProposedChange.id).where(ProposedChange.settled_at.is_(None))
    )
    shown = client.get("/staff/changes")
    client.post(f"/staff/changes/{change}/second", data={"csrf_token": token(shown)})
    session.expire_all()


def row_of(client: Client, asked: str = "") -> dict[str, str]:
    rows = csv.DictReader(io.StringIO(client.get(f"{CODE}/endorsements.csv{asked}").text))
    return next(row for row in rows if row["state"] == "KEN")


def test_a_declaration_from_the_form_to_every_public_place(
    app: Flask, client: Client, session: Session, kenya: Endorsement
) -> None:
    ben, cleo = browser(app, "Ben"), browser(app, "Cleo")
    path = f"/staff/endorsements/{kenya.id}/declarations"
    entry, text = f"/endorsements/{kenya.id}", str(kenya.evidence[0].instrument_id)
    marks = [client.get(f"{at}/mark.json").get_json()["mark"] for at in _marked(kenya)]
    assert "Please fill this in" in send(ben, f"{path}/add", text="", on="", instrument=text)
    filled = {"text": WORDS, "language": "en", "on": "2026-04-02", "instrument": text}
    assert "A second reviewer must agree" in send(ben, f"{path}/add", **filled)
    assert WORDS in cleo.get("/staff/changes").text and WORDS not in page(client, entry)
    assert row_of(client)["declaration"] == ""
    second(session, cleo)

    for at in (entry, "/states/KEN"):
        said = plain(page(client, at))
        assert WORDS in said and "Made on 2 Apr 2026 · English" in said
    for at in (CODE, "/states", "/states/KEN"):
        assert plain(page(client, at)).count(MARK) == 1, at
    assert "declaration of 2 Apr 2026 was recorded" in plain(page(client, entry))
    assert "declaration of 2 Apr 2026 was recorded" in plain(page(client, "/corrections"))
    (one,) = on(client, f"/api/v1{entry}")["declarations"]
    assert (one["text"], one["date"], one["language"]) == (WORDS, "2026-04-02", "en")
    assert (one["withdrawn"], one["withdrawn_on"]) == (False, None) and one["source"]
    (its,) = on(client, "/api/v1/states/KEN")["endorsements"]
    assert its["declarations"] == [one]
    row = row_of(client)
    assert (row["declaration"], row["declaration_on"]) == (WORDS, "2026-04-02")
    assert (row["declaration_language"], row["declaration_withdrawn_on"]) == ("en", "")
    then = [client.get(f"{at}/mark.json").get_json()["mark"] for at in _marked(kenya)]
    assert all(new != old for new, old in zip(then, marks, strict=True))

    number = kenya.id and on_page(ben, kenya.id)
    assert "A second reviewer must agree" in send(
        ben, f"{path}/{number}/withdraw", on="2026-06-01", instrument=text
    )
    assert "was withdrawn on" in cleo.get("/staff/changes").text
    second(session, cleo)
    for at in (entry, "/states/KEN"):
        said = plain(page(client, at))
        assert WORDS in said and "Withdrawn on 1 Jun 2026" in said
        assert WORDS in plain(page(client, f"{at}?as_of=2026-05-31"))
        assert "Withdrawn on" not in plain(page(client, f"{at}?as_of=2026-05-31"))
        assert WORDS not in plain(page(client, f"{at}?as_of=2026-04-01"))
        assert WORDS not in plain(page(client, f"{at}?known_at=2020-01-01"))
    for at in (CODE, "/states", "/states/KEN"):
        assert MARK not in plain(page(client, at)), at
    assert row_of(client)["declaration_withdrawn_on"] == "2026-06-01"
    assert row_of(client, "?as_of=2026-05-31")["declaration_withdrawn_on"] == ""
    (one,) = on(client, f"/api/v1{entry}")["declarations"]
    assert (one["withdrawn"], one["withdrawn_on"]) == (True, "2026-06-01")


def test_no_declaration_stands_in_the_shipped_record(client: Client, app: Flask) -> None:
    for at in (CODE, "/states", "/states/MEX", "/initiatives/france-mexico"):
        assert MARK not in page(client, at) and "own declarations" not in page(client, at)
    rows = csv.DictReader(io.StringIO(client.get(f"{CODE}/endorsements.csv").text))
    assert {row["declaration"] for row in rows} == {""}


def _marked(entry: Endorsement) -> list[str]:
    return ["/states", "/states/KEN", f"/endorsements/{entry.id}"]


def on_page(client: Client, entry_id: int) -> int:
    """The number of the one declaration that an entry's page offers to withdraw."""
    html = client.get(f"/staff/endorsements/{entry_id}").text
    return int(html.split("/declarations/")[1].split("/withdraw")[0])
