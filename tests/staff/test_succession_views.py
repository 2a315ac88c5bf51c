"""Staff say what became of a supporter: shown first, then saved, taken back later."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from itertools import count

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support.pages import entry_of, page
from tests.support.review_cases import do, mailed, organisation, recorded, reviewers, settled
from tests.support.signup import newest_mail
from tests.support.staff import member, token
from tests.support.succession import PROPOSALS, agree, said, send, sign_in_as, undo
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.core.clock import utcnow
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.models import Endorsement
from tracker.supporters import histories, queries, renames
from tracker.supporters.events import Happened
from tracker.supporters.recognition import StateNames

pytestmark = pytest.mark.by_turns

_numbers = count()


@pytest.fixture
def entry(app: Flask, session: Session, sequence: Callable[..., int], now: datetime) -> Endorsement:
    ada, ben = reviewers(app, session, "ada", "ben")
    made = recorded(app, session, organisation(session), ada, now)
    do(app, session, Action.VERIFY, made, ben, now)
    sequence(session)
    return made


def seconded(app: Flask, session: Session) -> None:
    """A second reviewer agrees to the one change that waits."""
    (reviewer,) = reviewers(app, session, f"second{next(_numbers)}")
    settled(app, session, reviewer, utcnow())
    session.expire_all()


def test_a_renaming_is_shown_first_and_then_saved(
    app: Flask, session: Session, client: Client, entry: Endorsement
) -> None:
    sign_in_as(app, client)
    organisation_id, address = entry.supporter_id, f"/staff/supporters/{entry.supporter_id}/renamed"
    shown = send(client, address, name="Lakes Institute")
    assert shown.status_code == 200 and "This will change" in shown.text
    session.expire_all()
    assert entry.supporter.name == "Lakeside Institute"
    assert send(client, address, save=True, name="Lakes Institute").status_code == 302
    session.expire_all()
    assert entry.supporter.name == "Lakeside Institute"
    seconded(app, session)
    assert entry.supporter.name == "Lakes Institute"
    public = f"/organisations/{organisation_id}"
    assert "Formerly Lakeside Institute, until 1 Sep 2026" in said(page(client, public))
    then = said(page(client, f"{public}?as_of=2026-05-01"))
    assert "Lakeside Institute now Lakes Institute" in then
    listed = said(page(client, "/initiatives/1-for-7-billion?as_of=2026-05-01"))
    assert "Lakeside Institute (now Lakes Institute)" in listed
    assert "Lakes Institute" in page(client, "/search?q=lakeside")
    history = said(page(client, f"/endorsements/{entry.id}"))
    assert "Renamed from “Lakeside Institute” to “Lakes Institute” (1 Sep 2026)" in history
    assert "Renamed from" in said(page(client, "/corrections?new"))
    assert undo(client, organisation_id, "Recorded by mistake").status_code == 302
    seconded(app, session)
    assert entry.supporter.name == "Lakeside Institute"
    assert "Recorded in error and taken back" in said(page(client, "/corrections?new"))


def test_a_dissolution_shows_which_entries_end(
    app: Flask, session: Session, client: Client, entry: Endorsement
) -> None:
    sign_in_as(app, client)
    organisation_id = entry.supporter_id
    address = f"/staff/supporters/{organisation_id}/dissolved"
    assert entry.reference in send(client, address).text
    session.expire_all()
    assert entry.status is Status.VERIFIED
    assert send(client, address, save=True).status_code == 302
    session.expire_all()
    assert entry.status is Status.VERIFIED
    seconded(app, session)
    assert entry.status is Status.LAPSED and mailed(session)[-1] == "lapsed"
    told = newest_mail(app).get_body(("plain",))
    assert told is not None
    text = " ".join(told.get_content().split())
    assert "Lakeside Institute ended on 1 Sep" in text and "Two reviewers agreed" in text
    assert "Dissolved 1 Sep 2026" in said(page(client, f"/organisations/{organisation_id}"))
    again = send(client, address, save=True)
    assert again.status_code == 409 and "recorded already" in again.text
    assert undo(client, organisation_id, " ").status_code == 422
    assert undo(client, organisation_id, "The notice was of another body").status_code == 302
    session.expire_all()
    assert entry.status is Status.LAPSED
    seconded(app, session)
    assert entry.status is Status.VERIFIED


def test_a_successor_is_one_that_is_known(
    app: Flask, session: Session, client: Client, entry: Endorsement, now: datetime
) -> None:
    ada, ben = reviewers(app, session, "dora", "emil")
    for number in range(2):
        letter = organisation(session, "Hill Union", website=f"https://hill{number}.example")
        do(app, session, Action.VERIFY, made := recorded(app, session, letter, ada, now), ben, now)
    session.commit()
    sign_in_as(app, client)
    address = f"/staff/supporters/{entry.supporter_id}/merged_into"
    for wrong, why in (("Nobody", "was ever verified here"), ("Hill Union", "Several")):
        refused = send(client, address, save=True, successor=wrong)
        assert refused.status_code == 409 and why in refused.text and wrong in refused.text
    chosen = str(made.supporter_id)
    assert send(client, address, save=True, successor=chosen).status_code == 302
    seconded(app, session)
    assert "Merged into Hill Union, 1 Sep 2026" in said(
        page(client, f"/organisations/{entry.supporter_id}")
    )
    assert "Took in Lakeside Institute" in said(page(client, f"/organisations/{chosen}"))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"source": ""}, "Please fill this in"),
        ({"on": "soon"}, "Please give the day|The calendar has no such day"),
        ({"name": ""}, "Please fill this in"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(
    app: Flask, client: Client, entry: Endorsement, wrong: dict[str, str], why: str
) -> None:
    sign_in_as(app, client)
    address = f"/staff/supporters/{entry.supporter_id}/renamed"
    refused = send(client, address, save=True, **{"name": "Lakes Institute"} | wrong)
    assert refused.status_code == 422
    assert re.search(why, refused.text)
    if "name" not in wrong:
        assert 'value="Lakes Institute"' in refused.text


def test_two_at_once(app: Flask, client: Client, entry: Endorsement) -> None:
    sign_in_as(app, client)
    address = f"/staff/supporters/{entry.supporter_id}/renamed"
    assert send(client, address, save=True, seen="0", name="Lakes One").status_code == 302
    late = send(client, address, save=True, seen="0", name="Lakes Two")
    assert late.status_code == 409 and "waits already" in late.text
    assert 'value="Lakes Two"' in late.text


@pytest.mark.parametrize("kind", ["mandate_ended", "succeeded", "nothing"])
def test_what_cannot_happen_has_no_page(
    app: Flask, client: Client, entry: Endorsement, kind: str
) -> None:
    sign_in_as(app, client)
    assert client.get(f"/staff/supporters/{entry.supporter_id}/{kind}").status_code == 404


def test_an_editor_renames_states_but_no_organisation(
    app: Flask, session: Session, client: Client, entry: Endorsement
) -> None:
    sign_in_as(app, client, StaffRole.EDITOR)
    assert client.get(f"/staff/supporters/{entry.supporter_id}/renamed").status_code == 403
    assert client.get("/staff/states").status_code == 200
    address = "/staff/states/NOR/rename"
    unchanged = send(client, address)
    assert unchanged.status_code == 409 and "Nothing differs" in unchanged.text
    names = {
        f"{which}_{name.language}": getattr(name, f"{which}_name")
        for name in queries.state(session, "NOR").names
        for which in ("short", "formal")
    }
    names |= {"short_en": "Northland", "formal_en": "", "short_fr": "Nordlande"}
    shown = send(client, address, **names)
    assert "English, short" in shown.text and "<ins>Northland</ins>" in shown.text
    before = utcnow().isoformat()[:19] + "Z"
    assert send(client, address, save=True, **names).status_code == 302
    session.expire_all()
    assert queries.state(session, "NOR").name == "Norway", "one editor alone"
    assert "A different person must agree" in client.get(PROPOSALS).text
    mine = re.search(rf"{PROPOSALS}/\d+/", client.get(PROPOSALS).text)
    assert mine
    alone = client.post(f"{mine[0]}agree", data={"csrf_token": token(client.get(PROPOSALS))})
    assert alone.status_code == 409 and "You proposed this" in alone.text
    assert "waits already" in send(client, address, save=True, **names).text
    assert agree(app).status_code == 302
    session.expire_all()
    state = queries.state(session, "NOR")
    assert (state.name, queries.government(session, "NOR").name) == ("Northland", "Northland")
    assert state.edited_at is not None
    assert histories.state_names_on(session, "fr", date(2026, 9, 1)) == {}
    now_page, then = (
        said(page(client, f"/states/NOR{asked}")) for asked in ("", "?as_of=2026-08-31")
    )
    assert "Formerly Norway" in now_page and "until 1 Sep 2026" in now_page
    assert "Norway now Northland" in then
    known = page(client, f"/states/NOR?known_at={before}")
    assert "Norway" in known and "Northland" not in known and "Formerly" not in known
    told = client.get(f"/api/v1/states/NOR?known_at={before}").get_json()
    assert (told["name"], told["names"]["fr"]) == ("Norway", "Norvège")
    assert client.get("/api/v1/states/NOR").get_json()["name"] == "Northland"
    corrected = said(page(client, "/corrections?new"))
    assert "Renamed from “Norway” to “Northland”" in corrected and "Dora" not in corrected
    code = "/initiatives/act-code-of-conduct"
    assert "Northland" in page(client, code) and "Norway" in page(
        client, f"{code}?as_of=2020-01-01"
    )
    assert "Northland" in page(client, "/search?q=Norway")
    assert StateNames(session).find("Norway") == ("NOR",)
    between = utcnow().isoformat()[:23] + "Z"
    assert undo(client, queries.government(session, "NOR").id, "A test").status_code == 302
    session.expire_all()
    assert queries.state(session, "NOR").name == "Northland", "one editor alone"
    assert agree(app, "Eve", StaffRole.EDITOR).status_code == 302
    session.expire_all()
    assert queries.state(session, "NOR").name == "Norway"
    assert "Formerly" not in said(page(client, "/states/NOR"))
    known = said(page(client, f"/states/NOR?known_at={between}"))
    assert "Northland" in known and "Formerly Norway" in known


def test_no_state_is_given_another_states_name(
    app: Flask, session: Session, client: Client
) -> None:
    sign_in_as(app, client, StaffRole.EDITOR)
    names = {
        f"{which}_{name.language}": getattr(name, f"{which}_name")
        for name in queries.state(session, "NOR").names
        for which in ("short", "formal")
    }
    for taken in ("Sweden", "SUÈDE", "Швеция", "the Kingdom of Sweden"):
        given = names | {"short_en": taken, "formal_en": ""}
        refused = send(client, "/staff/states/NOR/rename", save=True, **given)
        assert refused.status_code == 409, taken
        assert "is the present name of another State: Sweden." in refused.text
    assert queries.state(session, "NOR").name == "Norway"


def test_how_a_state_is_called_needs_a_fresh_proof(
    app: Flask, session: Session, client: Client
) -> None:
    sign_in_as(app, client, StaffRole.EDITOR)
    with client.session_transaction() as cookie:
        cookie["fs_paa"] = 0
    answer = send(client, "/staff/states/NOR/succession", save=True, successor="KEN")
    assert answer.status_code == 303 and "/verify" in answer.location
    assert 'id="proposal-' not in client.get(PROPOSALS).text


def test_the_database_wants_two_people_for_a_state(
    app: Flask, session: Session, now: datetime
) -> None:
    editor = member(app, "Cleo", StaffRole.EDITOR)
    happened = Happened(on=date(2026, 9, 1), source="A gazette", staff_id=editor)
    with pytest.raises(IntegrityError, match="two people"):
        renames.succeed(
            session,
            queries.state(session, "NOR"),
            queries.state(session, "KEN"),
            happened,
            now=now,
        )
    session.rollback()


def test_a_state_renamed_in_one_language_only(app: Flask, session: Session, client: Client) -> None:
    sign_in_as(app, client, StaffRole.EDITOR)
    names = {
        f"{which}_{name.language}": getattr(name, f"{which}_name")
        for name in queries.state(session, "NOR").names
        for which in ("short", "formal")
    }
    names["short_fr"] = "Nordlande"
    shown = send(client, "/staff/states/NOR/rename", **names)
    assert "<ins>Nordlande</ins>" in shown.text and "Propose it" in shown.text
    assert send(client, "/staff/states/NOR/rename", save=True, **names).status_code == 302
    assert agree(app).status_code == 302
    assert "Norvège" in page(client, "/states/NOR")
    assert "Name changed in some languages (1 Sep 2026)" in said(page(client, "/corrections"))
    assert histories.state_names_on(session, "fr", date(2026, 8, 31)) == {"NOR": "Norvège"}


def test_a_succession_stands_on_both_pages_and_moves_nothing(
    app: Flask, session: Session, client: Client
) -> None:
    sign_in_as(app, client, StaffRole.EDITOR)
    before = entry_of(session, "NOR").status
    address = "/staff/states/NOR/succession"
    assert send(client, address, save=True, successor="").status_code == 422
    assert send(client, address, save=True, successor="KEN").status_code == 302
    assert "Succeeded by" not in said(page(client, "/states/NOR"))
    assert agree(app).status_code == 302
    assert "Succeeded by Kenya, 1 Sep 2026" in said(page(client, "/states/NOR"))
    kenya = said(page(client, "/states/KEN"))
    assert "Successor of Norway, 1 Sep 2026" in kenya and "Nothing is inferred" in kenya
    assert "endorsed" not in kenya.split("Documented support")[1].split("Rollcall is not")[0]
    session.expire_all()
    assert entry_of(session, "NOR").status is before
