"""A whole list pasted as names, from a page to what is counted. Every list here is invented."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from config import ROOT
from tests.support.imports import ADDRESS, press, worker
from tests.support.pages import plain
from tests.support.staff import member, sign_in, token
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.core.errors import BadInput
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.imports import pasted, queries
from tracker.imports.models import ImportRow, ImportRun, RunState
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision
from tracker.supporters.models import State, StateName
from tracker.supporters.recognition import StateNames

INVENTED = "Invented list for a test, of no publisher"
PASTE = f"{ADDRESS}/paste"
LENGTH = 104
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")


def invented_list(session: Session, count: int = LENGTH) -> list[tuple[str, str]]:
    """Every other State of the 195, by code, with a name in turn in each of six languages, short
    or formal. Nobody published such a list."""
    codes = list(session.scalars(select(State.iso3).order_by(State.iso3)))
    chosen = (codes[::2] + codes[1::2])[:count]
    names = {
        (row.iso3, row.language): (row.short_name, row.formal_name)
        for row in session.scalars(select(StateName))
    }
    listed = []
    for place, iso3 in enumerate(chosen):
        short, formal = names[iso3, LANGUAGES[place % len(LANGUAGES)]]
        listed.append((iso3, formal if place % 5 == 0 and formal else short))
    return listed


def paste(client: Client, names: str, **changed: Any) -> Any:
    data = {
        "csrf_token": token(client.get(PASTE)),
        "initiative": "act-code-of-conduct",
        "listed": "state",
        "names": names,
        "source": INVENTED,
        "list_date": "2026-01-31",
        "total": "104",
    }
    return client.post(PASTE, data=data | changed)


def reviewer(app: Flask, name: str) -> Client:
    member(app, name, StaffRole.REVIEWER)
    client = Client(app)
    sign_in(client, name)
    return client


def shown(html: str) -> dict[str, str]:
    """The numbers over the rows, by their words."""
    pairs = re.findall(r"<div><dt>(.*?)</dt>\s*<dd>(.*?)</dd></div>", html, re.DOTALL)
    return {plain(word): plain(number).strip() for word, number in pairs}


def decide(app: Flask, client: Client, address: str, action: str) -> None:
    """All of a list's entries together, as far as this person may."""
    made = press(client, address, "decide").location
    page = client.get(made)
    form = {"csrf_token": token(page), "action": action, "reason": "original_seen", "words": ""}
    assert client.post(f"{made}/start", data=form).status_code == 303
    worker(app)


def test_a_list_of_104_names_from_paste_to_count(app: Flask, session: Session) -> None:
    listed = invented_list(session)
    ada, ben, eve = (reviewer(app, name) for name in ("Ada", "Ben", "Eve"))
    numbered = "\n".join(f"{place}. {name}" for place, (_, name) in enumerate(listed, start=1))
    answer = paste(ada, numbered)
    assert answer.status_code == 303, plain(answer.text)
    address = answer.location

    page = ada.get(address)  # at once, without the worker
    said = shown(page.text)
    assert "The list gives its total as 104, and 104 names were read." in plain(page.text)
    assert "as of 31 Jan 2026" in plain(page.text)
    asked = int(said["To ask"])
    assert said["Recognised"] == f"{LENGTH - asked} of {LENGTH}"
    assert said["Not readable"] == "0", "nothing else is unknown"
    for name in re.findall("Which State is meant by “(.*?)”", page.text):
        iso3 = next(code for code, listed_name in listed if listed_name == name)
        press(ada, address, "answer", value=name, iso3=iso3)
        worker(app)
    said = shown(ada.get(address).text)
    assert said["Recognised"] == f"{LENGTH} of {LENGTH}" and said["To ask"] == "0"
    assert int(said["Here already"]) + int(said["New"]) + int(said["Differs"]) == LENGTH
    rows = session.scalars(select(ImportRow).order_by(ImportRow.line)).all()
    assert [row.state_iso3 for row in rows] == [iso3 for iso3, _ in listed]
    new, changed = int(said["New"]), int(said["Differs"])
    assert new > 50

    press(ada, address, "apply")
    worker(app)
    session.expire_all()
    fresh = [row.endorsement_id for row in rows if row.endorsement_id]
    entries = select(Endorsement).where(Endorsement.id.in_(fresh))
    assert {entry.status for entry in session.scalars(entries)} == {Status.IN_REVIEW}
    assert "None of these entries waits" in ada.get(press(ada, address, "decide").location).text
    decide(app, ben, address, "approve")
    session.expire_all()
    assert {entry.status for entry in session.scalars(entries)} == {Status.APPROVED_ONCE}
    decide(app, eve, address, "verify")
    session.expire_all()
    verified = session.scalars(entries).all()
    assert {entry.status for entry in verified} == {Status.VERIFIED} and len(verified) == new
    for entry in verified:
        people = {entry.recorder_id, entry.first_approver_id, entry.second_approver_id}
        assert len(people) == 3
        assert (entry.grade, entry.effective_on) == (Grade.ENDORSED, date(2026, 1, 31))
        assert entry.effective_precision is DatePrecision.BY
    waiting = session.scalars(select(ProposedChange).where(ProposedChange.settled_at.is_(None)))
    assert len(waiting.all()) == changed, "what differs here waits for a second person"


def names(text: str, session: Session) -> list[str]:
    return pasted.names(text, StateNames(session))


@pytest.mark.usefixtures("app")
def test_what_copying_from_a_page_leaves_is_left_out(session: Session) -> None:
    copied = """
      • Austria​
      2. Costa Rica*
      (3) Côte d’Ivoire [12]
      4 Kenya;
      – Timor-Leste ¹
      Peru	Norway
    """
    assert names(copied, session) == [
        *("Austria", "Costa Rica", "Côte d’Ivoire", "Kenya", "Timor-Leste", "Peru", "Norway")
    ]


@pytest.mark.usefixtures("app")
def test_names_in_a_sentence_stand_apart_and_one_name_stays_whole(session: Session) -> None:
    sentence = "Tuvalu, Republic of Korea, Trinidad and Tobago, Peru and Uruguay, Atlantis."
    assert names(sentence, session) == [
        *("Tuvalu", "Republic of Korea", "Trinidad and Tobago", "Peru", "Uruguay", "Atlantis")
    ]
    inverted = "Kenya, Korea, Republic of, Peru"
    assert names(inverted, session) == ["Kenya", "Korea, Republic of", "Peru"]
    assert names("Korea, Republic of", session) == ["Korea, Republic of"]
    assert pasted.names("Lakeside, Hill and Sons") == ["Lakeside, Hill and Sons"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Paste the names first"),
        (" \n\t \n", "Paste the names first"),
        ("Kenya\n" * (pasted.MAX_NAMES + 1), "more than"),
        ("x" * 5000, "too long to be a name"),
    ],
)
def test_what_is_no_list_is_refused(text: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        pasted.names(text)


@pytest.mark.by_turns
def test_an_ambiguous_name_is_asked_and_an_unknown_one_is_named(app: Flask) -> None:
    ada = reviewer(app, "Ada")
    answer = paste(ada, "Korea\nAtlantis\nKenya\nFrance\nKenya", total="4")
    page = ada.get(answer.location)
    said = shown(page.text)
    assert said["Recognised"] == "3 of 5" and said["To ask"] == said["Not readable"] == "1"
    assert "Which State is meant by “Korea”?" in page.text
    assert "No State of this name is known." in page.text and "Line 4 says the same." in page.text
    assert "gives its total as 4, but 5 names were read" in plain(page.text)


@pytest.mark.by_turns
def test_what_is_wrong_is_said_and_what_was_pasted_is_kept(app: Flask, session: Session) -> None:
    ada = reviewer(app, "Ada")
    for changed in ({"list_date": ""}, {"source": ""}, {"total": "0"}, {"list_date": "2999-01-01"}):
        answer = paste(ada, "Kenya\nPeru", **changed)
        assert answer.status_code == 422 and "Kenya\nPeru" in answer.text, changed
    assert paste(ada, "").status_code == 422
    assert session.scalars(select(ImportRun)).all() == []


@pytest.mark.by_turns
def test_organisations_are_pasted_as_well(app: Flask, session: Session) -> None:
    ada = reviewer(app, "Ada")
    answer = paste(
        ada, "Lakeside Forum\nHill Union", initiative="un2020", listed="organisation", total=""
    )
    page = ada.get(answer.location)
    said = shown(page.text)
    assert said["New"] == "2" and "Recognised" not in said
    run = session.scalars(select(ImportRun)).one()
    assert (run.state, run.published_total) == (RunState.PLANNED, None)
    assert queries.reading(session, run.id).names == 2


@pytest.mark.by_turns
def test_staff_find_the_way(app: Flask) -> None:
    ada = reviewer(app, "Ada")
    assert f'href="{PASTE}"' in ada.get(ADDRESS).text
    assert f'href="{PASTE}?initiative=act-code-of-conduct"' in ada.get("/staff/lists").text
    page = ada.get(f"{PASTE}?initiative=act-code-of-conduct").text
    assert re.search(r'<option selected value="act-code-of-conduct"', page)
    assert "docs/lists.md" in page and (ROOT / "docs/lists.md").is_file()
