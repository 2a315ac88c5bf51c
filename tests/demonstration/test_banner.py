"""Everything that a demonstration shows says that it is one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from config import Config, SettingsError
from tests.support.databases import Database, opened, settings
from tests.support.webclient import Client
from tracker.core.mail import FileTransport, Postman

pytestmark = pytest.mark.by_turns
PAGES = (
    "/",
    "/states",
    "/states/FRA",
    "/initiatives/unpa",
    "/initiatives/unpa/individuals",
    "/initiatives/unpa/endorse",
    "/initiatives/unpa/share",
    "/embed/unpa",
    "/initiatives/unpa/badge.svg",
    "/initiatives/unpa/feed.atom",
    "/staff/login",
    "/no-such-page",
)


@pytest.fixture
def demonstration(database: Database, tmp_path: Path) -> Iterator[Flask]:
    made = database.copy("seeded")
    config = settings(made.url, tmp_path, demo=True, smtp_url="smtp://relay.example")
    with opened(config) as app:
        yield app


def test_every_page_bears_it_and_no_search_engine_keeps_it(demonstration: Flask) -> None:
    client = Client(demonstration)
    for address in PAGES:
        response = client.get(address, follow_redirects=True)
        assert "Demonstration data" in response.text, address
        assert response.headers["X-Robots-Tag"] == "noindex", address
    for address in ("/initiatives/unpa/tally.json", "/initiatives/unpa/card.png"):
        assert client.get(address).headers["X-Robots-Tag"] == "noindex"
    assert client.get("/robots.txt").text == "User-agent: *\nDisallow: /\n"
    assert client.get("/sitemap.xml").status_code == 404


DATA = (
    "/initiatives/unpa/tally.json",
    "/campaigns/veto-restraint/tally.json",
    "/api/v1/initiatives/unpa/tally",
    "/api/v1/initiatives/unpa",
    "/api/v1/endorsements",
    "/api/v1/states/FRA",
    "/api/v1/campaigns/unpa",
)


def test_its_data_say_so_after_all_else(demonstration: Flask, client: Client) -> None:
    made = Client(demonstration)
    for address in DATA:
        answer, real = (json.loads(browser.get(address).text) for browser in (made, client))
        assert list(answer) == [*real, "demonstration"] and answer["demonstration"], address
    for name in ("endorsements.csv", "pictures/map.csv", "individuals-by-day.csv"):
        lines = made.get(f"/initiatives/act-code-of-conduct/{name}").text.splitlines()
        plain = client.get(f"/initiatives/act-code-of-conduct/{name}").text.splitlines()
        assert lines == [f"{plain[0]},demonstration", *(f"{page},true" for page in plain[1:])]
    line = made.get("/initiatives/un2020/endorsements.jsonl").text.splitlines()[0]
    assert list(json.loads(line).items())[-1] == ("demonstration", True)
    for address in (
        "/initiatives/act-code-of-conduct/pictures/hemicycle",
        "/vetoes/pictures/years",
    ):
        assert "Demonstration data" in made.get(f"{address}.svg").text
    for form in ("plain", "bibtex", "ris"):
        cited = made.get(f"/initiatives/unpa/cite?format={form}").text
        assert "demonstration data, invented" in cited.lower()


def test_its_mails_are_not_sent(demonstration: Flask) -> None:
    postman: Postman = demonstration.extensions["postman"]
    assert isinstance(postman.transport, FileTransport)


def test_it_has_a_folder_a_port_and_a_cookie_of_its_own(demonstration: Flask) -> None:
    real, made = Config.from_env({}), Config.from_env({"TRACKER_DEMO": "1"})
    assert made.demo and not real.demo
    assert made.var_dir != real.var_dir and made.database_url != real.database_url
    assert made.port != real.port and made.secret_key != real.secret_key
    assert demonstration.config["SESSION_COOKIE_NAME"] == "rollcall_demo"
    with pytest.raises(SettingsError, match="TRACKER_DEMO"):
        Config.from_env({"TRACKER_DEMO": "yes"})
