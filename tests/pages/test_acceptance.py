"""The figures of data/NOTES.md, "Acceptance checks", on the running site: on a new one, and on one
that had the record as it was before."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from tests.support.api import walk
from tests.support.former_record import seed_former
from tests.support.pages import page, plain
from tests.support.tally_json import CODE, DECLARATION, on
from tests.support.webclient import Client, Runner
from tracker.core.clock import utcnow

CAMPAIGN = "/campaigns/veto-restraint/tally.json"
UNPA, LETTER = "/initiatives/unpa/tally.json", "/initiatives/1-for-7-billion/tally.json"
UN2020 = "/initiatives/un2020/tally.json"
KINDS = ("government", "organisation", "parliamentarian")


@pytest.fixture
def new_site(app: Flask) -> Client:
    return Client(app)


@pytest.fixture
def upgraded_site(empty_app: Flask, runner: Runner, tmp_path: Path) -> Client:
    """A site without staff that was seeded a week ago, and again as `make run` does."""
    with empty_app.app_context():
        seed_former(tmp_path, now=utcnow() - timedelta(7))
    done = runner.invoke(args=["seed"])
    assert done.exit_code == 0, done.output
    return Client(empty_app)


@pytest.fixture(params=["new", "upgraded"])
def site(request: pytest.FixtureRequest, database: object) -> Client:
    client: Client = request.getfixturevalue(f"{request.param}_site")
    return client


def governments(site: Client, address: str, **asked: str) -> tuple[int, int, int, int]:
    """Members, observers, announced, voiced."""
    counted = on(site, address, **asked)["governments"]
    return counted["members"], counted["observers"], counted["announced"], counted["voiced"]


def reported(site: Client, address: str, **asked: str) -> int:
    value: int = on(site, address, **asked)["reported"]["value"]
    return value


def test_the_figures_of_the_record(site: Client) -> None:
    for day, counted, figure in (
        ("2015-09-01", (29, 0, 0, 0), 29),
        ("2015-10-23", (37, 0, 1, 2), 104),
        ("2018-12-31", (41, 0, 0, 3), 117),
        ("2026-11-29", (43, 0, 0, 7), 129),
    ):
        assert governments(site, CODE, as_of=day) == counted, day
        assert reported(site, CODE, as_of=day) == figure, day
    for day, counted, figure in (
        ("2015-10-02", (3, 0, 1, 12), 73),
        ("2023-01-31", (104, 2, 0, 1), 106),
        ("2026-11-29", (105, 2, 0, 1), 107),
    ):
        assert governments(site, DECLARATION, as_of=day) == counted, day
        assert reported(site, DECLARATION, as_of=day) == figure, day
    for day, figure in (("2015-10-21", 80), ("2022-06-02", 105), ("2025-03-31", 107)):
        assert reported(site, DECLARATION, as_of=day) == figure, day
    together = on(site, CAMPAIGN)
    assert together["either"] == {"members": 107, "observers": 2}
    assert together["both"] == {"members": 41, "observers": 0}
    for address, named in ((UNPA, (7, 52, 18)), (LETTER, (14, 0, 0)), (UN2020, (2, 0, 0))):
        tally = on(site, address)
        kinds = ("organisations", "parliamentarians", "individuals")
        assert tuple(tally[kind] for kind in kinds) == named, address
    assert reported(site, UNPA, as_of="2007-04-23") == 378
    assert reported(site, UNPA, as_of="2015-10-31") == 756


def test_the_states_on_record(site: Client) -> None:
    by_initiative: dict[str, set[str]] = {}
    kinds = dict.fromkeys(KINDS, 0)
    for kind in KINDS:
        for item in walk(site, "/api/v1/endorsements", kind=kind):
            kinds[kind] += 1
            if item["state"]:
                by_initiative.setdefault(item["initiative"], set()).add(item["state"])
    code, declaration = by_initiative["act-code-of-conduct"], by_initiative["france-mexico"]
    assert (len(code), len(declaration)) == (50, 108)
    assert (len(code | declaration), len(code & declaration)) == (110, 48)
    assert kinds == {"government": 158, "organisation": 23, "parliamentarian": 52}
    spoke = {
        item["state"]
        for item in walk(site, "/api/v1/statements")
        if item["state"] and item["campaign"] == "veto-restraint"
    }
    assert len(code | declaration | spoke) == 111


def test_the_pages_say_them(site: Client) -> None:
    code = plain(page(site, "/initiatives/act-code-of-conduct?as_of=2018-12-31"))
    for words in ("117 governments reported", "41 Member States named", "3 voiced support"):
        assert words in code
    declaration = plain(page(site, "/initiatives/france-mexico"))
    ours = "107 governments 105 Member States and 2 observers, each named here"
    theirs = "107 governments, as reported 14 Feb 2026"
    assert declaration.index(ours) < declaration.index(theirs)
    assert "1 voiced support" in declaration
    home = page(site, "/")
    assert 'data-tally="either.members"' in home
    campaign, *_others = home.split('id="un2020"')
    assert campaign.count('class="seat endorsed"') == 107 + 2
    assert "107 governments 105 Member States and 2 observers, each named here" in plain(home)
    states = plain(page(site, "/states"))
    assert "Holy See" in states


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize(
    ("address", "words"),
    [
        (
            "/campaigns/veto-restraint",
            "107 governments, as reported, 14 Feb 2026",
        ),
        ("/embed/france-mexico", "107 governments 105 Member States and 2 observers, each named"),
        (
            "/embed/france-mexico?compact=1",
            "each named here 107 governments, as reported",
        ),
        ("/initiatives/france-mexico/cite", "107 governments"),
    ],
)
def test_a_complete_list_leads_everywhere(client: Client, address: str, words: str) -> None:
    assert words in plain(page(client, address))


@pytest.mark.usefixtures("app")
def test_before_the_list_the_reported_figure_leads(client: Client) -> None:
    before = plain(page(client, "/initiatives/france-mexico?as_of=2022-12-31"))
    assert "106 governments reported" in before
    assert "each named here" not in before


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize(
    "address",
    [
        "/initiatives/france-mexico",
        "/campaigns/veto-restraint",
        "/timeline",
        "/initiatives/france-mexico/pictures",
        "/initiatives/france-mexico/pictures/growth.csv",
    ],
)
def test_an_unconfirmed_figure_stands_nowhere_else(client: Client, address: str) -> None:
    assert "map script of 2026" not in page(client, address).split("reconcil")[0]


@pytest.mark.usefixtures("app")
def test_an_unconfirmed_figure_is_marked_where_all_are_reconciled(client: Client) -> None:
    rows = page(client, "/initiatives/france-mexico/reconciliation").split("<tr ")
    (told,) = [row for row in rows if row.startswith('id="T62"')]
    assert "128" in told and "not confirmed" in plain(told)
    (newest,) = [row for row in rows if row.startswith('id="T61"')]
    assert "105 Member States and 2 Observer States" in plain(newest)
    assert "Nothing: the two agree." in newest and "not confirmed" not in plain(newest)


@pytest.mark.usefixtures("app")
def test_a_transcribed_list_is_said_to_be_one_and_never_linked(client: Client) -> None:
    (entry,) = [
        item
        for item in walk(client, "/api/v1/endorsements", kind="government")
        if (item["initiative"], item["state"]) == ("france-mexico", "ALB")
    ]
    (evidence,) = entry["evidence"]
    assert (evidence["type"], evidence["secondary_copy"]) == ("copied_list", True)
    assert evidence["link"] is None
    for address in (f"/endorsements/{entry['id']}", f"/instruments/{evidence['id']}"):
        words = plain(page(client, address))
        assert "Official list, read in a transcription" in words
        assert "secondary copy" in words
        assert "One person’s copy" in words, address
