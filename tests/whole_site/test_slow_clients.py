"""The server that we ship, and clients that send or read slowly, or never: real sockets."""

from __future__ import annotations

import fcntl
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from config import ROOT, Config
from tests.support.databases import Templates
from tests.support.site import HOST, Site, WholeSite, free_port, until
from tracker.core import admission
from tracker.serve import HEADER_SECONDS, web_arguments

pytestmark = pytest.mark.long

SLOWEST = 1.0
"""Seconds within which a page must come while others hang."""
QUEUE_SECONDS = 120.0
"""Until the last of a queue's pictures is drawn, by processes that yield to everything else on the
machine: on a busy one each takes many times its second."""


@pytest.fixture(scope="module", params=["1", "2"])
def site(
    request: pytest.FixtureRequest, templates: Templates, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[WholeSite]:
    """The whole site with one web process, and with two."""
    folder = tmp_path_factory.mktemp("slow")
    with WholeSite.started(templates, folder, TRACKER_WEB_PROCESSES=request.param) as started:
        yield started


@pytest.fixture
def sockets() -> Iterator[ExitStack]:
    with ExitStack() as opened:
        yield opened


def send(site: WholeSite, sockets: ExitStack, words: bytes) -> socket.socket:
    opened = sockets.enter_context(socket.create_connection((HOST, site.port), timeout=30))
    opened.sendall(words)
    return opened


def post(length: str, body: bytes = b"", path: bytes = b"/manage") -> bytes:
    head = b"POST %s HTTP/1.1\r\nHost: x\r\n%s\r\nContent-Type: application/x-www-form-urlencoded"
    return head % (path, length.encode()) + b"\r\n\r\n" + body


def seconds_for(site: WholeSite, path: str) -> float:
    began = time.monotonic()
    assert site.get(path)[0] == 200
    return time.monotonic() - began


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(post("Content-Length: 5000"), id="no body"),
        pytest.param(post("Content-Length: 5000", b"email=a"), id="half a body"),
        pytest.param(post("Content-Length: 500000", path=b"/nowhere"), id="no such page"),
        pytest.param(post("Transfer-Encoding: chunked", b"5\r\nemail\r\n"), id="chunked"),
        pytest.param(post("Content-Length: 11000000"), id="too large"),
        pytest.param(b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n", id="GET"),
        pytest.param(b"POST /manage HTTP/1.1\r\nHost: x\r\nContent-Le", id="half a header"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_who_sends_no_whole_request_keeps_nobody_waiting(
    site: WholeSite, sockets: ExitStack, words: bytes
) -> None:
    for _ in range(60):
        send(site, sockets, words)
    for path in ("/healthz", "/", "/initiatives/act-code-of-conduct/tally.json", "/manage"):
        assert seconds_for(site, path) < SLOWEST, path


def test_a_form_is_taken_while_bodies_hang(site: WholeSite, sockets: ExitStack) -> None:
    """Who came first and sent nothing gives way."""
    for _ in range(60):
        send(site, sockets, post("Content-Length: 5000", b"email"))

    def sent() -> bool:
        connection = http.client.HTTPConnection(HOST, site.port, timeout=10)
        connection.request("POST", "/manage", body="email=", headers={"Content-Type": FORM})
        status = connection.getresponse().status
        connection.close()
        assert status in (400, 422, 503)
        return status != 503

    assert until(sent)


FORM = "application/x-www-form-urlencoded"


def test_headers_and_bodies_have_a_deadline(site: WholeSite, sockets: ExitStack) -> None:
    half_a_body = send(site, sockets, post("Content-Length: 5000", b"email"))
    half_a_header = send(site, sockets, b"GET / HTTP/1.1\r\nHo")
    began = time.monotonic()
    for hanging in (half_a_body, half_a_header):
        while hanging.recv(4096):
            pass
    assert time.monotonic() - began < max(admission.BODY_SECONDS, HEADER_SECONDS) + 4


def test_slow_headers_of_five_hundred_sockets(site: WholeSite, sockets: ExitStack) -> None:
    opened = [send(site, sockets, b"GET / HTTP/1.1\r\nHost: x\r\n") for _ in range(500)]
    for turn in range(3):
        for each in opened:
            each.sendall(b"X-%d: y\r\n" % turn)
        assert seconds_for(site, "/healthz") < SLOWEST
        assert seconds_for(site, "/") < SLOWEST


ENDLESS = """
from tracker.core.admission import Admission

def application(environ, start_response):
    headers = [("Content-Type", "text/plain")]
    if environ["PATH_INFO"] == "/short":
        headers.append(("Content-Length", "2"))
    start_response("200 OK", headers)
    return [b"ok"] if environ["PATH_INFO"] == "/short" else iter(lambda: b"x" * 65536, None)

app = Admission(application, working=1, stall=1.0)
"""
"""An application whose only answers are short, or without end."""


@pytest.fixture
def endless(tmp_path: Path) -> Iterator[int]:
    """Granian with that application, under the site's own settings: its port."""
    (tmp_path / "endless.py").write_text(ENDLESS)
    port = free_port()
    config = Config.from_env({"TRACKER_VAR_DIR": str(tmp_path), "TRACKER_PORT": str(port)})
    command = [sys.executable, *web_arguments(config)[:-1], "--working-dir", str(tmp_path)]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([*command, "endless:app"], env=env, cwd=ROOT)
    try:
        assert until(lambda: Site(port, tmp_path).get("/short")[0] == 200)
        yield port
    finally:
        process.terminate()
        process.wait(20)


def test_who_reads_nothing_is_cut_off(endless: int, tmp_path: Path, sockets: ExitStack) -> None:
    """And whoever comes after is sent what they ask for."""
    opened = []
    for _ in range(12):
        opened.append(sockets.enter_context(socket.create_connection((HOST, endless), timeout=10)))
        opened[-1].sendall(b"GET /long HTTP/1.1\r\nHost: x\r\n\r\n")
    began = time.monotonic()
    assert Site(endless, tmp_path).get("/short") == (200, b"ok")
    assert time.monotonic() - began < SLOWEST

    def sent() -> bool:
        connection = http.client.HTTPConnection(HOST, endless, timeout=5)
        connection.request("GET", "/long")
        answer = connection.getresponse()
        read = answer.read(1_000_000) if answer.status == 200 else b""
        connection.close()
        return len(read) == 1_000_000

    assert until(sent)


def test_a_large_upload_arrives(site: WholeSite) -> None:
    """In pieces, and whole."""
    connection = http.client.HTTPConnection(HOST, site.port, timeout=10)
    body = b"email=" + b"a" * 400_000
    connection.request("POST", "/manage", body=body, headers={"Content-Type": FORM})
    assert connection.getresponse().status in (400, 422)
    connection.close()


def test_pictures_that_wait_leave_threads_for_pages(
    templates: Templates, tmp_path: Path, sockets: ExitStack
) -> None:
    """Also where the server has few threads, and one picture takes very long."""
    with WholeSite.started(templates, tmp_path, TRACKER_WEB_THREADS="2") as site:
        seconds_for(site, "/")  # the first page after the start takes longer
        (tmp_path / "pictures").mkdir(exist_ok=True)
        place = sockets.enter_context((tmp_path / "pictures" / ".place").open("ab"))
        fcntl.flock(place, fcntl.LOCK_EX)  # as by whoever draws
        for day in range(1, 7):
            path = f"/initiatives/act-code-of-conduct/pictures/map.svg?as_of=2016-01-0{day}"
            send(site, sockets, f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        took = [seconds_for(site, "/") for _ in range(5)]
        fcntl.flock(place, fcntl.LOCK_UN)
    assert max(took) < 3 * SLOWEST and sorted(took)[len(took) // 2] < SLOWEST


def test_many_pictures_leave_room_for_pages(site: WholeSite) -> None:
    """24 different ones at once: few are drawn, the others may be asked for again, and the home
    page comes all the while."""
    addresses = [
        f"/initiatives/act-code-of-conduct/pictures/map.{ending}?as_of=2016-{month:02}-0{day}"
        for month in range(1, 9)
        for day, ending in ((1, "png"), (2, "png"), (3, "svg"))
    ]

    def status(address: str) -> int:
        connection = http.client.HTTPConnection(HOST, site.port, timeout=QUEUE_SECONDS)
        connection.request("GET", address)
        status = connection.getresponse().status
        connection.close()
        return status

    with ThreadPoolExecutor(len(addresses)) as asking:
        statuses = asking.map(status, addresses)
        took = [seconds_for(site, "/") for _ in range(8)]
        assert set(statuses) == {200, 503}
    assert max(took) < 3 * SLOWEST and sorted(took)[len(took) // 2] < SLOWEST
