"""What the data files say otherwise of a State or a year of the Council waits for two people."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.support.pages import page
from tests.support.staff import member, signed_in, token
from tests.support.succession import said
from tests.support.webclient import Client, Runner
from tracker.accounts.models import StaffRole, User
from tracker.core.clock import utcnow
from tracker.supporters import council, queries
from tracker.supporters.models import CouncilSeat, StateName
from tracker.supporters.proposals import StateProposal
from tracker.supporters.seed import DATA

pytestmark = pytest.mark.usefixtures("nothing_kept")

PROPOSALS = "/staff/states/proposals"
SECOND = "/staff/content/second"
UP_TO_DATE = "Content is up to date.\n"
NAMES, STATES, FORMER = "state_names.csv", "states.csv", "state_former_names.csv"
SEATS = "security_council.csv"
NORTHWAY = {"iso3": "NOR", "language": "en", "name": "Northway", "source": "A gazette"}


class Files:
    """A copy of the data files that a test changes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for file in DATA.iterdir():
            (folder / file.name).write_bytes(file.read_bytes())

    def rows(self, name: str) -> list[dict[str, str]]:
        with (self.folder / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def write(self, name: str, rows: list[dict[str, str]]) -> None:
        with (self.folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)

    def change(self, name: str, where: dict[str, str], **values: str) -> None:
        """Let the rows that say `where` say something else."""
        rows = self.rows(name)
        changed = [row for row in rows if row.items() >= where.items()]
        assert changed
        for row in changed:
            row.update(values)
        self.write(name, rows)

    def remove(self, name: str, **where: str) -> None:
        rows = self.rows(name)
        kept = [row for row in rows if not row.items() >= where.items()]
        assert len(kept) < len(rows)
        self.write(name, kept)

    def add(self, name: str, values: dict[str, str]) -> None:
        rows = self.rows(name)
        self.write(name, [*rows, dict.fromkeys(rows[0], "") | values])

    def restore(self, name: str) -> None:
        (self.folder / name).write_bytes((DATA / name).read_bytes())


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Files:
    copied = Files(tmp_path)
    monkeypatch.setattr("tracker.supporters.seed.DATA", tmp_path)
    return copied


@pytest.fixture
def seed(runner: Runner) -> Callable[[], str]:
    def run() -> str:
        done = runner.invoke(args=["seed"])
        assert done.exit_code == 0, done.output
        return str(done.output)

    return run


@pytest.fixture
def ada(app: Flask) -> Client:
    """An editor."""
    return signed_in(app, "Ada")


@pytest.fixture
def ben(app: Flask) -> Client:
    """A reviewer."""
    return signed_in(app, "Ben", StaffRole.REVIEWER)


@pytest.fixture
def renamed(files: Files, seed: Callable[[], str], ada: Client) -> None:
    """The files give Norway another name in French, and the worker has read them."""
    rename(files)
    assert waiting(seed()) == {"State names": 1}


@pytest.fixture
def seated(files: Files, seed: Callable[[], str], ada: Client) -> None:
    """The files seat Mexico in Colombia's place in 2027, and the worker has read them."""
    seat(files)
    assert waiting(seed()) == {"Security Council seats": 2}


def waiting(output: str) -> dict[str, int]:
    """How many changed rows of each kind wait for two people, as `flask seed` says."""
    told = re.findall(r"(\d+) changed rows? of (.+?) waits? for two people at (\S+)\.", output)
    assert all(place == (SECOND if "seats" in kind else PROPOSALS) for _, kind, place in told)
    return {kind.removeprefix("the "): int(number) for number, kind, _ in told}


def held_up(output: str) -> dict[str, int]:
    """How many cannot be proposed yet, since another change goes first."""
    told = re.findall(r"(\d+) changed rows? of (.+?) cannot be proposed yet", output)
    return {kind: int(number) for number, kind in told}


def steps(who: Client) -> set[str]:
    """What the page of proposals offers to do: take-up, agree, drop."""
    return set(re.findall(rf'action="{PROPOSALS}/\d+/([\w-]+)"', who.get(PROPOSALS).text))


def press(who: Client, step: str, *, follow: bool = True) -> TestResponse:
    """Press the first button of this kind on the page of proposals."""
    shown = who.get(PROPOSALS)
    button = re.search(rf'action="({PROPOSALS}/\d+/{step})"', shown.text)
    assert button, shown.text
    answer = who.post(button[1], data={"csrf_token": token(shown)})
    return who.get(answer.location) if follow and answer.location else answer


def name_of(session: Session, iso3: str = "NOR", language: str = "fr") -> str:
    session.expire_all()
    return session.get_one(StateName, (iso3, language)).short_name


def rename(files: Files) -> None:
    files.change(NAMES, {"iso3": "NOR", "language": "fr"}, short_name="Nordlande")


def test_changed_names_wait_for_two_people(
    session: Session,
    client: Client,
    files: Files,
    seed: Callable[[], str],
    ada: Client,
    ben: Client,
) -> None:
    rename(files)
    files.change(STATES, {"iso3": "NOR"}, un_name_en="Northland")
    files.change(NAMES, {"iso3": "NOR", "language": "en"}, short_name="Northland")
    output = seed()
    assert waiting(output) == {"State names": 3}
    assert seed() == output, "it still waits, once"
    assert session.query(StateProposal).count() == 1
    assert name_of(session) == "Norvège" and "Northland" not in page(client, "/states/NOR")
    assert "<del>Norvège</del> → <ins>Nordlande</ins>" in ada.get(PROPOSALS).text
    assert steps(ada) == {"take-up", "drop"}
    press(ada, "take-up")
    assert steps(ada) == {"drop"} and steps(ben) == {"agree", "drop"}
    assert name_of(session) == "Norvège"
    before = utcnow().isoformat()[:23] + "Z"
    press(ben, "agree")
    assert name_of(session) == "Nordlande"
    assert queries.government(session, "NOR").name == "Northland"
    told = client.get(f"/api/v1/states/NOR?known_at={before}").get_json()
    assert (told["name"], told["names"]["fr"]) == ("Norway", "Norvège")
    corrected = said(page(client, "/corrections"))
    assert "Name changed from “Norway” to “Northland”" in corrected
    assert "Name changed from “Norvège” to “Nordlande”" in corrected
    assert "Ada" not in corrected and "Ben" not in corrected
    assert seed() == UP_TO_DATE
    # The rows are the files' again, so what these say next waits again.
    files.change(NAMES, {"iso3": "NOR", "language": "fr"}, short_name="Nordie")
    assert waiting(seed()) == {"State names": 1}


@pytest.mark.usefixtures("renamed")
def test_one_person_is_not_two(session: Session, ada: Client) -> None:
    page = ada.get(PROPOSALS)
    number = session.scalars(select(StateProposal.id)).one()

    def send(step: str) -> int:
        data = {"csrf_token": token(page)}
        return ada.post(f"{PROPOSALS}/{number}/{step}", data=data).status_code

    assert send("agree") == 409, "nobody has taken it up yet"
    press(ada, "take-up")
    assert send("agree") == 409, "its proposer"
    assert send("take-up") == 409, "once only"
    assert name_of(session) == "Norvège"


@pytest.mark.parametrize(
    "change",
    ["applied = true, settled_at = proposed_at", "proposer_id = NULL", "seconder_id = proposer_id"],
)
@pytest.mark.usefixtures("renamed")
def test_the_database_asks_for_two_people_too(session: Session, ada: Client, change: str) -> None:
    press(ada, "take-up")
    with pytest.raises(IntegrityError):
        session.execute(text(f"UPDATE state_proposals SET {change}"))


@pytest.mark.parametrize("step", ["take-up", "agree", "drop"])
@pytest.mark.usefixtures("renamed")
def test_every_step_needs_a_fresh_proof(
    session: Session, ada: Client, ben: Client, step: str
) -> None:
    if step == "agree":
        press(ada, "take-up")
    shown = ben.get(PROPOSALS)
    button = re.search(rf'action="({PROPOSALS}/\d+/{step})"', shown.text)
    assert button
    with ben.session_transaction() as cookie:
        cookie["fs_paa"] = 0
    answer = ben.post(button[1], data={"csrf_token": token(shown)})
    assert answer.status_code == 303 and "/verify" in answer.location
    assert name_of(session) == "Norvège"


@pytest.mark.usefixtures("renamed")
def test_a_dropped_row_is_proposed_again_once_the_files_change(
    session: Session, files: Files, seed: Callable[[], str], ada: Client
) -> None:
    press(ada, "drop")
    assert seed() == UP_TO_DATE and name_of(session) == "Norvège"
    files.restore(NAMES)
    assert seed() == UP_TO_DATE
    rename(files)
    assert waiting(seed()) == {"State names": 1}
    press(ada, "take-up")
    press(ada, "drop")
    assert seed() == UP_TO_DATE
    files.change(NAMES, {"iso3": "NOR", "language": "fr"}, short_name="Nordie")
    assert waiting(seed()) == {"State names": 1}
    assert "Nordie" in ada.get(PROPOSALS).text


@pytest.mark.parametrize("taken_up", [False, True])
@pytest.mark.long
@pytest.mark.usefixtures("renamed")
def test_what_the_files_take_back_or_change_no_longer_waits(
    session: Session, files: Files, seed: Callable[[], str], ada: Client, taken_up: bool
) -> None:
    if taken_up:
        press(ada, "take-up")
    files.change(NAMES, {"iso3": "NOR", "language": "fr"}, short_name="Nordie")
    assert waiting(seed()) == {"State names": 1}
    shown = ada.get(PROPOSALS).text
    assert "Nordie" in shown and "Nordlande" not in shown and "take-up" in steps(ada)
    files.restore(NAMES)
    assert seed() == UP_TO_DATE
    assert steps(ada) == set(), "nothing waits"
    rename(files)
    assert waiting(seed()) == {"State names": 1}


@pytest.mark.long
def test_a_former_name_or_a_removed_name_waits_too(
    session: Session,
    client: Client,
    files: Files,
    seed: Callable[[], str],
    ada: Client,
    ben: Client,
) -> None:
    files.add(FORMER, {**NORTHWAY, "held_until": "1905-06-07"})
    files.remove(NAMES, iso3="NOR", language="zh")
    files.remove(FORMER, iso3="BEN")
    assert waiting(seed()) == {"State names": 3}
    assert "Northway" not in page(client, "/states/NOR")
    assert "Dahomey" in page(client, "/states/BEN")
    shown = ada.get(PROPOSALS).text
    assert "Former name “Northway” (English)" in shown and "<ins>7 Jun 1905</ins>" in shown
    for _proposal in range(2):
        press(ada, "take-up")
        press(ben, "agree")
    assert "Northway" in page(client, "/states/NOR")
    assert "Dahomey" not in page(client, "/states/BEN")
    session.expire_all()
    assert session.get(StateName, ("NOR", "zh")) is None
    corrected = said(page(client, "/corrections"))
    assert "Name “挪威” removed." in corrected and "Former name “Northway” added." in corrected
    assert "Former name “Dahomey” removed." in corrected
    assert seed() == UP_TO_DATE


@pytest.mark.long
def test_dropped_additions_and_removals_rest_too(
    session: Session, files: Files, seed: Callable[[], str], ada: Client
) -> None:
    files.add(FORMER, NORTHWAY)
    files.remove(NAMES, iso3="NOR", language="zh")
    seed()
    press(ada, "drop")
    assert seed() == UP_TO_DATE
    session.expire_all()
    assert name_of(session, language="zh") == "挪威"


def test_the_files_give_no_state_anothers_name(
    session: Session, files: Files, seed: Callable[[], str], ada: Client
) -> None:
    files.change(NAMES, {"iso3": "NOR", "language": "fr"}, short_name="Suède")
    seed()
    refused = press(ada, "take-up", follow=False)
    assert refused.status_code == 409 and "Sweden" in refused.text


def test_groups_and_standing_wait_and_the_rest_does_not(
    session: Session,
    client: Client,
    files: Files,
    seed: Callable[[], str],
    ada: Client,
    ben: Client,
) -> None:
    files.change(STATES, {"iso3": "NOR"}, regional_group="GRULAC", as_of="2027-01-01")
    files.change(STATES, {"iso3": "VAT"}, status="member")
    files.change(STATES, {"iso3": "SWE"}, as_of="2027-01-01")
    output = seed()
    assert waiting(output) == {"regional groups": 1, "standing of States": 1}
    assert "changed 1 states" in output, "when a row was read leads nothing"
    group = "/api/v1/states/NOR"
    assert client.get(group).get_json()["regional_group"] == "WEOG"
    before = utcnow().isoformat()[:23] + "Z"
    for _proposal in range(2):
        press(ada, "take-up")
        press(ben, "agree")
    assert client.get(group).get_json()["regional_group"] == "GRULAC"
    assert client.get(f"{group}?known_at={before}").get_json()["regional_group"] == "WEOG"
    corrected = said(page(client, "/corrections"))
    assert "Regional group changed from “Western European and Others Group”" in corrected
    assert "From Observer State to Member State." in corrected
    assert seed() == UP_TO_DATE


def test_another_change_of_the_state_goes_first(
    app: Flask, session: Session, files: Files, seed: Callable[[], str], ada: Client, ben: Client
) -> None:
    address = "/staff/states/NOR/regional-group"
    form = ada.get(address)
    typed = {"group": "GRULAC", "on": "2026-09-01", "precision": "on", "source": "A letter"}
    ada.post(address, data=typed | {"csrf_token": token(form), "seen": "0", "save": "yes"})
    rename(files)
    assert held_up(seed()) == {"State names": 1}
    press(ben, "agree")
    assert waiting(seed()) == {"State names": 1}


def test_without_staff_the_files_are_written_dated_and_told(
    session: Session, client: Client, files: Files, seed: Callable[[], str]
) -> None:
    before = utcnow().isoformat()[:23] + "Z"
    rename(files)
    files.change(STATES, {"iso3": "NOR"}, regional_group="GRULAC")
    files.remove(NAMES, iso3="NOR", language="zh")
    files.change(SEATS, {"iso3": "COL", "year": "2027"}, iso3="MEX")
    output = seed()
    assert "wait" not in output and "changed 1 state_names" in output
    assert name_of(session) == "Nordlande" and session.get(StateName, ("NOR", "zh")) is None
    assert "MEX" in council.elected(session, 2027) and "COL" not in council.elected(session, 2027)
    told = client.get(f"/api/v1/states/NOR?known_at={before}").get_json()
    assert (told["regional_group"], told["names"]["fr"]) == ("WEOG", "Norvège")
    corrected = said(page(client, "/corrections"))
    for line in ("to “Nordlande”", "Regional group changed", "Added: Mexico. Removed: Colombia."):
        assert line in corrected
    assert seed() == UP_TO_DATE


def save_year(editor: Client, year: int = 2027) -> None:
    """Save the draft of a year as it stands."""
    address = "/staff/content/security-council"
    form = editor.get(f"{address}?year={year}").text
    names = form.split('name="members"')[1].split(">", 1)[1].split("</textarea>")[0]
    source, seen = (
        form.split(f'name="{name}"')[1].split('value="')[1].split('"')[0]
        for name in ("source", "seen")
    )
    typed = {"year": str(year), "members": names, "source": source, "seen": seen}
    answer = editor.post(address, data=typed | {"csrf_token": token(editor.get(SECOND))})
    assert answer.status_code == 303, answer.text


def publish_year(who: Client, year: int = 2027) -> str:
    shown = who.get(SECOND)
    part = shown.text.split(f'id="year-{year}"')[1]
    seen = part.split('name="seen" value="')[1].split('"')[0] if 'name="seen"' in part else "0"
    data = {"csrf_token": token(shown), "seen": seen}
    answer = who.post(f"/staff/content/security-council/{year}/publish", data=data)
    return who.get(answer.location).text


def seat(files: Files, gone: str = "COL", came: str = "MEX") -> None:
    files.change(SEATS, {"iso3": gone, "year": "2027"}, iso3=came)


def test_a_changed_year_of_the_council_waits_for_two(
    session: Session,
    client: Client,
    files: Files,
    seed: Callable[[], str],
    ada: Client,
    ben: Client,
) -> None:
    was = council.elected(session, 2027)
    seat(files)
    output = seed()
    assert waiting(output) == {"Security Council seats": 2}
    assert seed() == output
    assert council.elected(session, 2027) == was
    assert "An editor saves it first" in ben.get(SECOND).text
    assert "from a file" in ada.get("/staff/content").text
    publish_year(ben)
    assert council.elected(session, 2027) == was, "nobody wrote it yet"
    save_year(ada)
    publish_year(ada)
    assert council.elected(session, 2027) == was, "one person alone"
    assert "Published." in publish_year(ben)
    session.expire_all()
    assert council.elected(session, 2027) == sorted({*was, "MEX"} - {"COL"})
    assert "Added: Mexico. Removed: Colombia." in said(page(client, "/corrections"))
    assert seed() == UP_TO_DATE
    seat(files, "MEX", "PER")
    assert waiting(seed()) == {"Security Council seats": 2}


def discard_year(who: Client, year: int = 2027) -> None:
    shown = who.get(f"/staff/content/security-council?year={year}")
    seen = shown.text.split('id="discard-seen"')[1].split('value="')[1].split('"')[0]
    data = {"csrf_token": token(shown), "seen": seen}
    assert who.post(f"/staff/content/security-council/{year}/discard", data=data).location


@pytest.mark.usefixtures("seated")
def test_a_draft_of_the_files_given_up_comes_back_only_when_they_change(
    session: Session, files: Files, seed: Callable[[], str], ada: Client
) -> None:
    discard_year(ada)
    assert seed() == UP_TO_DATE
    files.restore(SEATS)
    assert seed() == UP_TO_DATE
    seat(files)
    assert waiting(seed()) == {"Security Council seats": 2}


@pytest.mark.parametrize("saved", [False, True])
@pytest.mark.long
@pytest.mark.usefixtures("seated")
def test_a_year_that_the_files_take_back_no_longer_waits(
    session: Session, files: Files, seed: Callable[[], str], ada: Client, saved: bool
) -> None:
    if saved:
        save_year(ada)
    seat(files, "MEX", "PER")
    assert waiting(seed()) == {"Security Council seats": 2}
    shown = said(ada.get(SECOND).text)
    assert "Peru" in shown and "Mexico" not in shown and "An editor saves it first" in shown
    files.restore(SEATS)
    assert seed() == UP_TO_DATE
    assert 'id="year-2027"' not in ada.get(SECOND).text
    history = ada.get("/staff/content/security-council/2027/history").text
    assert "The shipped record took it back." in history


@pytest.mark.long
def test_a_new_year_waits_and_stays_away_once_given_up(
    session: Session, files: Files, seed: Callable[[], str], ada: Client, ben: Client
) -> None:
    for row in files.rows(SEATS):
        if row["year"] == "2027":
            files.add(SEATS, row | {"year": "2004"})
    assert waiting(seed()) == {"Security Council seats": 10}
    assert queries.council_of(session, 2004) is None
    discard_year(ada, 2004)
    assert seed() == UP_TO_DATE
    assert queries.council_of(session, 2004) is None


@pytest.mark.long
def test_half_a_council_is_never_published(
    session: Session, files: Files, seed: Callable[[], str], ada: Client, ben: Client
) -> None:
    files.remove(SEATS, iso3="COL", year="2027")
    assert waiting(seed()) == {"Security Council seats": 1}
    save_year(ada)
    assert "9 States were given" in publish_year(ben)
    assert "COL" in council.elected(session, 2027)


@pytest.mark.long
@pytest.mark.usefixtures("seated")
def test_a_year_of_editors_is_left_to_them(
    session: Session, files: Files, seed: Callable[[], str], ada: Client, ben: Client
) -> None:
    address = "/staff/content/security-council"
    save_year(ada)
    publish_year(ben)
    # An editor begins a draft of their own, and the files change meanwhile.
    form = ada.get(f"{address}?year=2027")
    typed: dict[str, Any] = {"year": "2027", "members": "NOR", "source": "A letter"}
    seen = form.text.split('name="seen"')[1].split('value="')[1].split('"')[0]
    ada.post(address, data=typed | {"seen": seen, "csrf_token": token(form)})
    seat(files, "MEX", "PER")
    assert held_up(seed()) == {"Security Council seats": 2}
    assert "Norway" in said(ada.get(SECOND).text)
    discard_year(ada)
    assert waiting(seed()) == {"Security Council seats": 2}


def test_rows_as_earlier_versions_left_them_are_taken_for_what_they_say(
    session: Session, seed: Callable[[], str], ada: Client
) -> None:
    for seat_row in session.scalars(select(CouncilSeat)):
        seat_row.seed_digest = f"of {seat_row.iso3} alone"
    session.commit()
    assert seed() == UP_TO_DATE


@pytest.mark.long
def test_a_proposer_who_left_is_replaced(
    app: Flask, session: Session, files: Files, seed: Callable[[], str], ada: Client, ben: Client
) -> None:
    rename(files)
    waits = seed()
    press(ada, "take-up")
    assert "take-up" not in steps(ben)
    session.execute(update(User).where(User.name == "Ada").values(active=False))
    session.commit()
    press(ben, "take-up")
    assert "proposed by Ben" in ben.get(PROPOSALS).text
    assert seed() == waits and name_of(session) == "Norvège"
    press(signed_in(app, "Cleo"), "agree")
    assert name_of(session) == "Nordlande" and seed() == UP_TO_DATE


@pytest.mark.parametrize("role", [StaffRole.EDITOR, StaffRole.REVIEWER])
def test_accounts_that_are_deactivated_do_not_open_the_door(
    app: Flask, session: Session, files: Files, seed: Callable[[], str], role: StaffRole
) -> None:
    member(app, "Ada", role)
    session.execute(update(User).values(active=False))
    session.commit()
    rename(files)
    seat(files)
    assert seed().count(" wait") == 2
    assert name_of(session) == "Norvège" and "COL" in council.elected(session, 2027)
