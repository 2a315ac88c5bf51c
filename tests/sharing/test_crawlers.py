"""What search engines are told: robots.txt, and a list of pages that can all be opened."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime, timedelta
from urllib.robotparser import RobotFileParser

import pytest
from flask import Flask

from config import ROOT
from tests.support.pages import CEILING
from tests.support.sql_statements import executed
from tests.support.webclient import Client
from tracker.core.clock import utcnow

pytestmark = pytest.mark.by_turns

SITE = "http://127.0.0.1:8000"


def listed(client: Client) -> list[str]:
    """The paths of the list."""
    answer = client.get("/sitemap.xml")
    assert answer.status_code == 200 and answer.mimetype == "application/xml"
    assert "Set-Cookie" not in answer.headers
    whole = re.findall("<url><loc>(.*?)</loc></url>", answer.text)
    assert answer.text.startswith("<?xml") and "&" not in answer.text
    assert all(address.startswith(f"{SITE}/") for address in whole)
    return [address.removeprefix(SITE) for address in whole]


@pytest.mark.usefixtures("app", "session")
def test_every_page_of_the_list_can_be_opened_read_and_indexed(client: Client) -> None:
    with executed(client.application) as statements:
        paths = listed(client)
    assert len(statements) <= CEILING
    assert len(set(paths)) == len(paths)
    assert Counter(path.split("/")[1] for path in paths if path.count("/") == 2) == {
        "campaigns": 4,
        "initiatives": 5,
        "documents": 37,
        "states": 195,
        "vetoes": 233,
        "about": 2,
    }
    rules = RobotFileParser()
    rules.parse(client.get("/robots.txt").text.splitlines())
    for path in [*paths[:40], paths[-1], "/campaigns/veto-restraint/combined"]:
        page = client.get(path)
        assert page.status_code == 200 and "noindex" not in page.text, path
        assert "X-Robots-Tag" not in page.headers and rules.can_fetch("Bot", SITE + path)
    assert not rules.can_fetch("Bot", f"{SITE}/staff/queue")
    assert not rules.can_fetch("Bot", f"{SITE}/manage/token")


@pytest.mark.usefixtures("app")
def test_both_are_kept_by_caches_and_not_sent_again(client: Client) -> None:
    robots = client.get("/robots.txt")
    assert robots.text.endswith(f"\nSitemap: {SITE}/sitemap.xml\n")
    for path in ("/robots.txt", "/sitemap.xml"):
        answer = client.get(path)
        assert answer.headers["Cache-Control"] == "public, max-age=3600"
        tag = {"If-None-Match": answer.headers["ETag"]}
        assert client.get(path, headers=tag).status_code == 304


def test_a_site_without_content_lists_no_campaign(empty_app: Flask, client: Client) -> None:
    assert [
        address for address in listed(client) if address.startswith(("/campaigns", "/initiatives"))
    ] == []


def test_who_finds_a_weakness_learns_whom_to_tell(app: Flask, client: Client) -> None:
    """RFC 9116: contact and expiry, each in a field of its own, as plain text."""
    answer = client.get("/.well-known/security.txt")
    assert answer.status_code == 200 and answer.content_type == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in answer.text.splitlines())
    assert fields["Contact"] == f"mailto:{app.extensions['rollcall'].contact_email}"
    left = datetime.fromisoformat(fields["Expires"]) - utcnow()
    assert timedelta(days=150) < left < timedelta(days=365)
    assert fields["Preferred-Languages"] == "en"
    told = (ROOT / "SECURITY.md").read_text()
    assert "/.well-known/security.txt" in told and "TRACKER_CONTACT_EMAIL" in told
