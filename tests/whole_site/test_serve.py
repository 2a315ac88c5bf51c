"""`python -m tracker.serve` as real processes: it starts, stops cleanly, leaves nothing behind."""

from __future__ import annotations

import json
import os
import signal
import socket
from pathlib import Path

import pytest

from tests.support.databases import Templates
from tests.support.forks import refused
from tests.support.site import HOST, PATIENCE, Site, WholeSite, free_port, until


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def port_is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) != 0


def nothing_left(site: Site, children: list[int]) -> bool:
    return port_is_free(site.port) and not any(alive(pid) for pid in children)


def test_it_starts_from_nothing_and_stops_at_once(tmp_path: Path) -> None:
    """Migrates, seeds and serves on an empty folder; the numbers are there at once. Ctrl-C stops
    both its processes."""
    with WholeSite.started(None, tmp_path) as site:
        assert site.get("/readyz")[0] == 200
        status, body = site.get("/initiatives/act-code-of-conduct/tally.json?as_of=2015-10-23")
        assert status == 200
        assert json.loads(body)["governments"]["members"] == 37
        for words in (site.url, str(site.mail_dir), "flask staff add"):
            assert words in site.output
        stops(site, signal.SIGINT)


def stops(site: WholeSite, number: signal.Signals) -> None:
    children = site.children()
    assert len(children) == 2
    site.process.send_signal(number)
    assert site.process.wait(PATIENCE) == 0
    assert until(lambda: nothing_left(site, children))


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, pytest.param(signal.SIGHUP, marks=pytest.mark.long)]
)
@pytest.mark.long
def test_a_signal_stops_web_and_worker(
    templates: Templates, tmp_path: Path, number: signal.Signals
) -> None:
    with WholeSite.started(templates, tmp_path) as site:
        assert site.get("/readyz")[0] == 200
        stops(site, number)


@pytest.mark.parametrize(
    ("index", "name"),
    [pytest.param(0, "web server", marks=pytest.mark.long), (1, "worker")],
)
@pytest.mark.long
def test_when_one_ends_the_other_is_stopped(
    templates: Templates, tmp_path: Path, index: int, name: str
) -> None:
    with WholeSite.started(templates, tmp_path) as site:
        children = site.children()
        os.kill(children[index], signal.SIGKILL)
        assert site.process.wait(PATIENCE) == 1
        assert f"The {name} ended by itself" in site.output
        assert until(lambda: nothing_left(site, children))


def test_a_port_in_use_is_said_plainly(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        site = Site(taken.getsockname()[1], tmp_path)
        assert refused(site) == 2
    assert f"Port {site.port} cannot be used" in site.output
    assert "Traceback" not in site.output


def test_a_database_that_does_not_answer_is_said_plainly(tmp_path: Path) -> None:
    address = f"postgresql://rollcall:unspoken@{HOST}:1/rollcall"
    site = Site(free_port(), tmp_path)
    assert refused(site, TRACKER_DATABASE_URL=address) == 2
    assert "The database of TRACKER_DATABASE_URL cannot be reached" in site.output
    assert "Traceback" not in site.output
    assert "unspoken" not in site.output


def test_settings_that_do_not_do_are_named(tmp_path: Path) -> None:
    site = Site(free_port(), tmp_path)
    assert refused(site, TRACKER_ENV="production") == 2
    assert "TRACKER_SECRET_KEY" in site.output
    assert "Traceback" not in site.output
