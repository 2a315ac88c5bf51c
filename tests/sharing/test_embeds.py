"""The frame that other sites show, and the page with what to copy."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask import Flask

from tests.support.webclient import Client
from tracker.core.web import POLICY

pytestmark = [pytest.mark.usefixtures("app"), pytest.mark.by_turns]
FRAME = "/embed/act-code-of-conduct"


def test_a_frame_carries_both_figures_apart(client: Client) -> None:
    html = client.get(FRAME).text
    assert re.search(r"<b>129</b><span>governments reported</span><small>11 May 2023</small>", html)
    assert re.search(r"<b data-tally=\"governments.members\"[^>]*>\d+</b><span>Member States", html)
    assert "named here with a source" in html


def test_only_a_frame_may_be_framed(client: Client) -> None:
    headers = client.get(FRAME).headers
    policy = headers["Content-Security-Policy"]
    assert "frame-ancestors *;" in policy and "'unsafe" not in policy
    assert headers["X-Robots-Tag"] == "noindex" and "Set-Cookie" not in headers
    for address in ("/", "/initiatives/unpa", "/initiatives/unpa/share", "/embed/none-such"):
        other = client.get(address).headers
        assert "frame-ancestors 'none'" in other["Content-Security-Policy"], address
    assert client.get("/initiatives/unpa").headers["Content-Security-Policy"] == POLICY


def test_a_frame_follows_by_our_own_script_and_asks_nobody_else(client: Client) -> None:
    html = client.get(FRAME).text
    assert 'data-tally-url="/initiatives/act-code-of-conduct/tally.json"' in html
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", html)
    assert '<base target="_blank">' in html and 'target="_' not in html.replace("<base target", "")


def test_a_frame_of_the_past_stays_there(client: Client) -> None:
    html = client.get(f"{FRAME}?as_of=2015-09-01&known_at=2026-11-21").text
    assert "As of 1 Sept 2015" in html or "As of 1 Sep 2015" in html
    assert "as known here on 21 Nov 2026" in html
    assert "live.js" not in html and "data-tally-url" not in html
    assert 'href="/initiatives/act-code-of-conduct?as_of=2015-09-01&amp;known_at=2026-11-21' in html


def test_how_a_frame_looks(client: Client) -> None:
    plain = client.get(FRAME).text
    assert "<svg" not in plain
    html = client.get(f"{FRAME}?theme=dark&compact=1&picture=1").text
    assert 'class="dark"' in html and 'class="embed compact"' in html
    assert html.count('class="seat ') - html.count('<rect class="seat ') == 193
    assert "<svg" not in client.get("/embed/un2020?picture=1").text


@pytest.mark.parametrize(
    "query",
    [
        "theme=pink",
        "compact=yes",
        "picture=2",
        "lang=xx",
        "as_of=0000-00-00",
        "as_of=2999-01-01",
        "known_at=yesterday",
        "known_at=2999-01-01",
    ],
)
def test_what_cannot_be_read_is_said(client: Client, query: str) -> None:
    response = client.get(f"{FRAME}?{query}")
    assert response.status_code == 400
    assert "We could not read that" in response.text


def test_the_switch_at_fault_is_named(client: Client) -> None:
    assert "compact can be 0 or 1." in client.get(f"{FRAME}?compact=yes").text


def test_an_initiative_that_there_is_not(client: Client) -> None:
    for address in ("/embed/none-such", "/initiatives/none-such/share"):
        assert client.get(address).status_code == 404


def test_a_language_to_come_is_answered_in_english(client: Client) -> None:
    assert '<html lang="en" dir="ltr"' in client.get(f"{FRAME}?lang=ar").text


def test_an_unchanged_frame_is_not_sent_again(app: Flask, client: Client) -> None:
    tag = client.get(FRAME).headers["ETag"]
    again = client.get(FRAME, headers={"If-None-Match": tag})
    assert again.status_code == 304 and again.data == b""


def test_what_is_copied_is_what_is_shown(app: Flask, client: Client) -> None:
    response = client.get("/initiatives/act-code-of-conduct/share?theme=light&picture=1")
    html = response.text
    assert "frame-src 'self'" in response.headers["Content-Security-Policy"]
    shown = re.search(r'<iframe class="shown" src="([^"]+)"', html)
    copied = re.search(r'&lt;iframe src="([^"]+)"', html)
    assert shown and copied
    site = app.extensions["rollcall"].public_url
    assert unescape(copied[1]) == site + unescape(shown[1])
    assert client.get(unescape(shown[1])).status_code == 200


def test_only_where_governments_sign_is_the_assembly_offered(client: Client) -> None:
    assert "with the General Assembly" in client.get("/initiatives/france-mexico/share").text
    assert "with the General Assembly" not in client.get("/initiatives/un2020/share").text
