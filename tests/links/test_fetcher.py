"""A guest at somebody else's site: polite, honest, and never inside a network."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.other_site import Elsewhere, elsewhere
from tests.support.site import free_port
from tracker.links.fetcher import Guest, Visitor, is_public
from tracker.links.models import Outcome

HERE = Guest("https://rollcall.example", 0.0, internal=True)


class Clock:
    """Time that passes only while somebody waits."""

    def __init__(self) -> None:
        self.at = 100.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.at

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.at += seconds


@pytest.fixture
def site() -> Iterator[Elsewhere]:
    with elsewhere() as one:
        yield one


def visitor(guest: Guest = HERE) -> tuple[Visitor, Clock]:
    clock = Clock()
    return Visitor(guest, wait=clock.wait, clock=clock), clock


@pytest.mark.parametrize(
    ("path", "status", "leads", "outcome", "now_at"),
    [
        ("/here", 200, "", Outcome.FOUND, ""),
        ("/no-head", 200, "", Outcome.FOUND, ""),
        ("/missing", 404, "", Outcome.GONE, ""),
        ("/gone", 410, "", Outcome.GONE, ""),
        ("/broken", 500, "", Outcome.UNREACHABLE, ""),
        ("/locked", 403, "", Outcome.REFUSED, ""),
        ("/moved", 301, "/here", Outcome.FOUND, "/here"),
        ("/for-now", 302, "/here", Outcome.FOUND, ""),
        ("/moved-away", 308, "/missing-there", Outcome.GONE, ""),
        ("/round", 301, "/round", Outcome.UNREACHABLE, ""),
        ("/private/page", 200, "", Outcome.NOT_ALLOWED, ""),
        ("/to-private", 302, "/ours", Outcome.NOT_ALLOWED, ""),
        ("/to-a-file", 302, "file:///etc/passwd", Outcome.NOT_PUBLIC, ""),
        ("/to-a-name", 302, "http://me:secret@127.0.0.1/", Outcome.NOT_PUBLIC, ""),
    ],
)
def test_what_is_found(
    site: Elsewhere, path: str, status: int, leads: str, outcome: Outcome, now_at: str
) -> None:
    site.answers = {path: status, "/missing-there": 404}
    site.leads = {path: leads} if leads else {}
    visit = visitor()[0].visit(site.url + path)
    assert visit.outcome is outcome
    assert visit.leads_to == (site.url + now_at if now_at else "")
    assert site.agents == {"Rollcall-link-check (+https://rollcall.example)"}
    methods = [method for method, asked in site.asked if asked == path]
    allowed = outcome is not Outcome.NOT_ALLOWED or path == "/to-private"
    assert methods[:1] == (["HEAD"] if allowed else [])
    assert ("GET" in methods) == (allowed and (status >= 400 or path == "/no-head"))


@pytest.mark.parametrize(
    ("robots", "outcome"),
    [
        ((404, ""), Outcome.FOUND),
        ((403, ""), Outcome.FOUND),
        ((503, ""), Outcome.NOT_ALLOWED),
        ((200, "\xff\x00 nonsense"), Outcome.FOUND),
    ],
)
def test_a_host_without_rules_is_open_and_one_that_cannot_say_is_closed(
    site: Elsewhere, robots: tuple[int, str], outcome: Outcome
) -> None:
    site.robots = robots
    assert visitor()[0].visit(f"{site.url}/here").outcome is outcome


def test_a_host_has_its_pause_between_requests_or_the_longer_one_it_asks_for(
    site: Elsewhere,
) -> None:
    site.robots = (404, "")
    look, clock = visitor(Guest("https://rollcall.example", 2.0, internal=True))
    look.visit(f"{site.url}/one")
    look.visit(f"{site.url}/two")
    assert clock.waits == [2.0, 2.0]
    assert [path for _method, path in site.asked] == ["/robots.txt", "/one", "/two"]
    site.robots = (200, "User-agent: rollcall\nCrawl-delay: 7")
    look, clock = visitor(Guest("https://rollcall.example", 2.0, internal=True))
    look.visit(f"{site.url}/one")
    assert clock.waits == [7.0]


def test_who_does_not_answer_is_out_of_reach() -> None:
    look = visitor()[0]
    assert look.visit(f"http://127.0.0.1:{free_port()}/").outcome is Outcome.UNREACHABLE
    assert look.visit("http://[broken/").outcome is Outcome.UNREACHABLE


def test_nothing_inside_a_network_is_asked(site: Elsewhere) -> None:
    port = site.url.rpartition(":")[2]
    look = visitor(Guest("https://rollcall.example", 0.0))[0]
    for address in (
        site.url,
        f"http://localhost:{port}/",
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://2130706433/",
        "ftp://127.0.0.1/",
    ):
        assert look.visit(address).outcome is Outcome.NOT_PUBLIC, address
    assert site.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "192.168.1.1",
        "0.0.0.0",  # noqa: S104  nothing is bound to it
        "224.0.0.1",
        "::",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_what_is_not_of_the_public_internet(address: str) -> None:
    assert not is_public(address)
    assert is_public("93.184.215.14") and is_public("2606:2800:21f:cb07:6820:80da:af6b:8b2c")
