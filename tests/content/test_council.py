"""Editors add years to the record of the Security Council."""

from __future__ import annotations

from datetime import datetime

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.pages import page, plain
from tests.support.staff import member, sign_in, token
from tests.support.webclient import Client
from tracker import seed
from tracker.accounts.models import StaffAction, StaffEvent, StaffRole, User
from tracker.content.council import services
from tracker.core.errors import Conflict, RuleBroken
from tracker.supporters import council
from tracker.supporters import queries as supporters
from tracker.supporters.models import CouncilSeat

ADDRESS = "/staff/content/security-council"
TEN = ["DZA", "AGO", "BEN", "BRA", "CHL", "DEU", "PAK", "PHL", "ROU", "ESP"]
SOURCE = "Example handbook, page 4"
DONE, REFUSED = 'role="status">', 'role="alert">'
"""What stands before the news of what was just done, or could not be."""


def put(
    session: Session, now: datetime, year: int = 2004, members: list[str] = TEN, seen: str = ""
) -> None:
    council.record_year(session, year, members, source=SOURCE, seen=seen.split(), now=now)


@pytest.mark.usefixtures("app")
def test_a_year_is_recorded_whole(session: Session, now: datetime) -> None:
    put(session, now)
    year = supporters.council_of(session, 2004)
    assert year == {*TEN, "CHN", "FRA", "GBR", "RUS", "USA"}
    assert council.elected(session, 2004) == sorted(TEN)
    assert (2004, True) in council.years(session) and (2005, False) in council.years(session)
    assert supporters.council_span(session) == (2004, 2027)


@pytest.mark.usefixtures("app")
def test_what_cannot_be_recorded(session: Session, now: datetime) -> None:
    for year, members, words in (
        (1965, TEN, "from 1966 to 2027"),
        (2028, TEN, "from 1966 to 2027"),
        (2004, TEN[:9], "9 States were given"),
        (2004, [*TEN[:9], TEN[0]], "9 States were given"),
        (2004, [*TEN[:9], "FRA"], "France cannot be elected"),
        (2004, [*TEN[:9], "VAT"], "Holy See cannot be elected"),
        (2004, [*TEN[:9], "XXX"], "XXX cannot be elected"),
        (2026, TEN, "2026 stands in the shipped record"),
    ):
        with pytest.raises(RuleBroken, match=words):
            put(session, now, year, members)
    assert supporters.council_of(session, 2004) is None


@pytest.mark.usefixtures("app")
def test_a_year_is_mended_by_whoever_saw_what_stands(session: Session, now: datetime) -> None:
    put(session, now)
    mended = [*TEN[:9], "MEX"]
    with pytest.raises(Conflict):
        put(session, now, members=mended)
    put(session, now, members=mended, seen=" ".join(TEN))
    assert council.elected(session, 2004) == sorted(mended)


def test_the_shipped_record_leaves_a_year_of_editors_alone(
    app: Flask, session: Session, now: datetime
) -> None:
    for row in session.scalars(select(CouncilSeat).where(CouncilSeat.year == 2027)):
        session.delete(row)
    session.flush()
    put(session, now, 2027)
    session.commit()
    assert app.test_cli_runner().invoke(seed.command).exit_code == 0
    assert council.elected(session, 2027) == sorted(TEN)


def second(app: Flask) -> Client:
    """Somebody who did not write the draft."""
    ben = Client(app)
    member(app, "Ben", StaffRole.REVIEWER)
    sign_in(ben, "Ben")
    return ben


def test_an_editor_records_a_year(app: Flask, session: Session, client: Client) -> None:
    member(app, "Ada", StaffRole.EDITOR)
    sign_in(client, "Ada")
    form = client.get(ADDRESS)
    typed = {
        "csrf_token": token(form),
        "seen": "",
        "year": "2004",
        "members": "Algeria\nAngola\nBénin\nBrazil\nChile\nDEU\nPakistan\nPhilippines\nRomania\n"
        "Korea",
        "source": SOURCE,
    }
    refused = client.post(ADDRESS, data=typed)
    assert refused.status_code == 422
    assert "“Korea” is not one State that we know." in refused.text
    assert "Philippines" in refused.text and SOURCE in refused.text, "what was typed is kept"
    typed["members"] = typed["members"].replace("Korea", "France")
    assert "France cannot be elected" in client.post(ADDRESS, data=typed).text
    typed["members"] = typed["members"].replace("France", "España")
    assert client.post(ADDRESS, data=typed).status_code == 303
    again = client.post(ADDRESS, data=typed)
    assert again.status_code == 409 and "Somebody else changed this" in again.text
    seen = services.of(session, 2004).seen
    alone = client.post(f"{ADDRESS}/2004/publish", data={"csrf_token": token(form), "seen": seen})
    assert "somebody who did not write the draft" in client.get(alone.location).text
    ben = second(app)
    page_of_ben = ben.get("/staff/content/second")
    ben.post(f"{ADDRESS}/2004/publish", data={"csrf_token": token(page_of_ben), "seen": seen})
    event = session.scalars(
        select(StaffEvent).where(StaffEvent.action == StaffAction.COUNCIL_YEAR)
    ).one()
    assert event.detail == "2004"
    said = plain(page(client, "/campaigns/veto-restraint/combined?as_of=2004-12-31"))
    assert "Security Council of 2004 0 of 15" in said
    assert "no seat from 2004 to 2027" in plain(page(client, "/states/AND"))


def test_a_year_has_drafts_versions_and_a_way_back(
    app: Flask, session: Session, client: Client
) -> None:
    member(app, "Ada", StaffRole.EDITOR)
    sign_in(client, "Ada")
    csrf = token(client.get(ADDRESS))
    shares = "/campaigns/veto-restraint/combined?as_of=2004-12-31"
    ben = second(app)
    others = token(ben.get("/staff/content/second"))

    def send(members: list[str], note: str = "", source: str = SOURCE) -> int:
        typed = {"year": "2004", "members": "\n".join(members), "source": source, "note": note}
        typed |= {"csrf_token": csrf, "seen": services.of(session, 2004).seen}
        return client.post(ADDRESS, data=typed).status_code

    def act(step: str, **typed: str) -> str:
        who, sent = (ben, others) if step == "publish" else (client, csrf)
        typed = {"csrf_token": sent, "seen": services.of(session, 2004).seen} | typed
        answer = who.post(f"{ADDRESS}/2004/{step}", data=typed)
        assert answer.status_code == 303
        return str(who.get(answer.headers["Location"]).text)

    assert send(TEN[:7], note="half of it") == 303
    assert "not known here" in plain(page(client, shares)), "a draft is not public"
    assert "half of it" in client.get("/staff/content").text
    assert "7 States were given" in act("publish")
    assert send(TEN, source="") == 303
    assert "on whose word" in act("publish")
    assert send(TEN) == 303
    assert REFUSED in act("publish", seen="0")
    assert DONE in act("publish")
    assert "Security Council of 2004 0 of 15" in plain(page(client, shares))

    mended = [*TEN[:9], "MEX"]
    assert send(mended, note="Mexico sat, not Spain") == 303
    waits = client.get(f"{ADDRESS}?year=2004").text
    assert "<del>" in waits and "<ins>" in waits and "Mexico sat, not Spain" in waits
    assert DONE in act("publish")
    assert council.elected(session, 2004) == sorted(mended)
    assert send([*TEN[:9], "NOR"]) == 303
    assert DONE in act("discard")
    assert REFUSED in act("discard")

    history = plain(client.get(f"{ADDRESS}/2004/history").text)
    assert history.count("Restore as a draft") == 3
    assert "Draft given up" in history and "removed: Spain" in history
    assert "written by Ada, published by Ben" in history and "written and given up by" in history
    first = services.of(session, 2004).versions[0]
    assert "No editor has changed it." in client.get(f"{ADDRESS}/1999/history").text
    for none in (f"{ADDRESS}/99999999999/history", f"{ADDRESS}?year=99999999999"):
        assert client.get(none).status_code == 404
    assert DONE in act(f"restore/{first.id}")
    assert REFUSED in act(f"restore/{first.id}")
    assert DONE in act("publish")
    assert council.elected(session, 2004) == sorted(TEN)
    session.commit()
    for refused in ("UPDATE council_revisions SET source = ''", "DELETE FROM council_revisions"):
        with pytest.raises(IntegrityError):
            session.execute(text(refused))
        session.rollback()


@pytest.mark.usefixtures("app")
def test_what_was_recorded_before_is_the_first_version(session: Session, now: datetime) -> None:
    put(session, now)
    ada = session.get_one(User, factories.staff(session))

    def save(year: int, members: list[str], seen: str) -> None:
        services.save_draft(session, year, members, ada, source="", note="", seen=seen, now=now)

    with pytest.raises(Conflict):
        save(2004, TEN, "7.1")
    with pytest.raises(RuleBroken, match="shipped record"):
        save(2026, TEN, "0")
    save(2004, TEN[:2], "0")
    found = services.of(session, 2004)
    assert [(version.state.value, version.editor_id) for version in found.versions] == [
        ("published", None),
        ("draft", ada.id),
    ]
    assert found.versions[0].members == found.public == sorted(TEN)
