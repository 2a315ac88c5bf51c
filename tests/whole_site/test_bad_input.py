"""What cannot be understood is answered with what is wrong, whatever public address it comes to."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.support.pages import entry_of
from tests.support.site import HOST, WholeSite
from tests.support.webclient import Client
from tracker.core import audience

UNREADABLE = ("as_of=%00", "as_of=%ff", "q=%ed%a0%80", "x%00=1")
"""Bytes that are no text."""
MISREAD = (
    "as_of=0000-00-00",
    "as_of=2999-01-01",
    f"as_of={quote(chr(0x202E))}2015-10-23",
    "as_of=２０１５-１０-２３",
    "known_at=0000-00-00T00:00:00Z",
    "as_of=2015-10-23&as_of=2016-01-01",
)
"""Days that are none, or two."""
ODD = (
    "before=-1&after=-1&theme=pink&compact=9&lang=xx&q=" + "%25" * 5000,
    "before=99999999999999999999&after=99999999999999999999&as_of[]=2015-10-23&" + "x" * 3000,
    "cursor=eyJhIjoxfQ.x.y",
    "kind=kings&grade=best&group=none-such&state=ZZZ&by=luck&sort=luck",
)
"""What means nothing, or nothing everywhere. Pages ignore what they do not ask for."""
BEGIN = (
    "/.well-known/",
    "/about",
    "/manage",
    "/privacy",
    "/robots.",
    "/sign-up/",
    "/sitemap.",
    "/staff/",
)
END = ("/api/v1/", "/openapi.json", "/endorse", "/report", "/sent")
"""How addresses begin or end that tell of no day."""
ENDINGS = {
    "exports.endorsements": ("csv", "xlsx", "jsonl"),
    "pages.picture": ("svg", "png", "csv"),
    "pages.veto_picture": ("svg", "png", "csv"),
}


@pytest.fixture
def addresses(app: Flask, session: Session) -> list[str]:
    """Every public address that can be read, with something in each place of its rule."""
    entry = entry_of(session, "FRA")
    some: dict[str, Any] = {
        "iso3": "FRA",
        "id": entry.id,
        "endorsement_id": entry.id,
        "instrument_id": entry.evidence[0].instrument_id,
        "name": "growth",
        "veto_id": "2017-02",
    }

    def found() -> Iterator[str]:
        for rule in app.url_map.iter_rules():
            if audience.of(app, rule.endpoint) != "public" or "GET" not in (rule.methods or ()):
                continue
            slug = "veto-restraint" if "/campaigns/" in rule.rule else "act-code-of-conduct"
            values = {name: {"slug": slug, **some}.get(name, "1") for name in rule.arguments}
            for ending in ENDINGS.get(rule.endpoint, ("",)):
                built = rule.build({**values, "ending": ending})
                assert built, rule
                yield built[1].partition("?")[0]

    return sorted(found())


@pytest.mark.by_turns
@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("share", [pytest.param(1, marks=pytest.mark.long), 8])
def test_no_public_address_fails(client: Client, addresses: list[str], share: int) -> None:
    """Every address with everything, or with a share of it: the next one with the next."""
    assert len(addresses) > 50
    everything = (*UNREADABLE, *MISREAD, *ODD)
    for number, address in enumerate(addresses):
        for asked in everything[number % share :: share]:
            answer = client.get(f"{address}?{asked}")
            assert answer.status_code < 500, (address, asked)
            if asked in MISREAD and not address.startswith(BEGIN) and not address.endswith(END):
                assert answer.status_code in (400, 404), (address, asked)
            if asked in UNREADABLE:
                assert answer.status_code == 400, (address, asked)
            if answer.status_code == 400:
                kind = "application/problem+json" if _is_data(address) else "text/html"
                assert answer.mimetype == kind, (address, asked)


def _is_data(address: str) -> bool:
    return address.startswith("/api/") or address.endswith(".json")


@pytest.mark.by_turns
@pytest.mark.usefixtures("app")
@pytest.mark.long
def test_ten_megabytes_of_query_are_refused(client: Client) -> None:
    huge = "x" * 10_000_000
    for address in (
        "/states?group={}",
        "/embed/unpa?theme={}",
        "/initiatives/unpa/tally.json?known_at={}",
        "/api/v1/endorsements?cursor={}",
    ):
        answer = client.get(address.format(huge))
        assert answer.status_code == 400 and len(answer.data) < 10_000, address
    assert client.get(f"/search?q={huge}").status_code == 200  # its first hundred letters


@pytest.mark.by_turns
@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("ending", ["csv", "jsonl", "xlsx"])
def test_filters_that_match_nothing_are_a_file_without_rows(client: Client, ending: str) -> None:
    address = f"/initiatives/un2020/endorsements.{ending}?grade=voiced&state=FRA&as_of=1946-01-01"
    answer = client.get(address)
    assert answer.status_code == 200
    lines = answer.data.splitlines()
    assert (len(lines) == {"csv": 1, "jsonl": 0}[ending]) if ending != "xlsx" else lines


@pytest.mark.by_turns
@pytest.mark.usefixtures("app")
def test_filters_that_match_nothing_say_so(client: Client) -> None:
    nothing = client.get("/states?group=WEOG&grade=announced&as_of=1946-01-01")
    assert nothing.status_code == 200 and "No State fits these filters." in nothing.text
    listed = client.get("/api/v1/endorsements?state=FRA&kind=organisation").get_json()
    assert listed == {"items": [], "next": None}
    assert "Nothing here has that name" in client.get("/search?q=zzzzzz").text


@pytest.mark.long
def test_the_server_refuses_and_goes_on(whole_site: WholeSite) -> None:
    """What is too long for the server itself it answers with 4xx, or closes the connection."""
    for size in (70_000, 10_000_000):
        head = b"GET /api/v1/endorsements?cursor=" + b"x" * size + b" HTTP/1.1\r\nHost: a\r\n\r\n"
        answer = b""
        with socket.create_connection((HOST, whole_site.port), timeout=30) as sender:
            try:
                sender.sendall(head)
                answer = sender.recv(64)
            except ConnectionError:
                pass  # it had read enough
        assert answer == b"" or answer.startswith(b"HTTP/1.1 4")
        assert whole_site.get("/healthz")[0] == 200
