"""`make bench-quick`: Rollcall's speed as ratios to floors measured in the same run.

PostgreSQL with its normal durability, two web processes each, wrk on the same machine. Every
target is measured in interleaved rounds, and the medians make the ratios. A sign-up or a
confirmation counts only if its row is in the database afterwards. Neither side logs requests.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from flask import Flask
from sqlalchemy import text

from bench import filling
from bench.floor import create_floor
from bench.floor import db as floor_db
from config import ROOT, Config
from tests.support import postgres
from tests.support.databases import settings
from tests.support.site import free_port
from tracker.app import create_app
from tracker.core.crypto import Signer
from tracker.core.db import db

ROUNDS = 9
SECONDS = 1
SIZES = (1_000, 1_000_000)
CONNECTIONS = 16
CONFIRMATIONS = 60_000
BARE, SIGNUP = "floor: bare route", "floor: sign-up"
AIMS = {
    "sign-up": (SIGNUP, 0.5),
    "confirm": (SIGNUP, 0.8),
    "tally.json 200": (BARE, 0.65),
    "tally.json 304": (BARE, 0.65),
    "home": (BARE, 0.4),
    "initiative page": (BARE, 0.4),
}


@dataclass
class Target:
    """One address under load: wrk's arguments by round, and how to count what was really done."""

    name: str
    arguments: Callable[[int], tuple[list[str], dict[str, str]]]
    done: Callable[[], int] | None = None
    rates: list[float] = field(default_factory=list)

    def measure(self, round_: int, *, connections: int = CONNECTIONS) -> None:
        arguments, env = self.arguments(round_)
        before = self.done() if self.done else 0
        printed = subprocess.run(
            ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", *arguments],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | env,
        ).stdout
        printed_rate = re.search(r"(\d+) requests in ([\d.]+)s", printed)
        if printed_rate is None:
            raise SystemExit(f"{self.name}: wrk said\n{printed}")
        if self.done:
            self.rates.append((self.done() - before) / float(printed_rate[2]))
        elif "Non-2xx or 3xx" in printed or "Socket errors" in printed:
            raise SystemExit(f"{self.name}: not every reply was good.\n{printed}")
        else:
            self.rates.append(int(printed_rate[1]) / float(printed_rate[2]))


@contextmanager
def web(target: str, database_url: str, config: Config, *, workers: int = 2) -> Iterator[int]:
    """Granian's processes serving a WSGI application on a free port, stopped afterwards."""
    port = free_port()
    env = os.environ | {
        "TRACKER_ENV": "test",
        "TRACKER_VAR_DIR": str(config.var_dir),
        "TRACKER_DATABASE_URL": database_url,
        "TRACKER_SECRET_KEY": config.secret_key,
        "TRACKER_DATA_KEYS": ",".join(config.data_keys),
        "TRACKER_LOOKUP_KEY": config.lookup_key,
        "TRACKER_LOG_LEVEL": "WARNING",
    }
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port)]
    command += ["--workers", str(workers), "--blocking-threads", "2", "--no-ws", target]
    with (config.var_dir / f"web-{port}.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
    try:
        _wait(port)
        yield port
    finally:
        process.terminate()
        process.wait(20)


def _wait(port: int) -> None:
    deadline, pause = time.monotonic() + 30, threading.Event()
    while time.monotonic() < deadline:
        try:
            _get(port, "/healthz")
        except OSError:
            pause.wait(0.1)
        else:
            return
    raise SystemExit("The web server did not start.")


def _get(port: int, path: str) -> tuple[http.client.HTTPResponse, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    response = connection.getresponse()
    return response, response.read().decode()


def _reading(name: str, port: int, path: str, *headers: str) -> Target:
    options = [part for header in headers for part in ("-H", header)]
    return Target(name, lambda _round: ([*options, f"http://127.0.0.1:{port}{path}"], {}))


def posting(
    name: str, port: int, path: str, fields: dict[str, str], done: Callable[[], int]
) -> Target:
    response, page = _get(port, path)
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    if token is None:
        raise SystemExit(f"{path} has no form.")
    cookie = (response.getheader("Set-Cookie") or "").split(";")[0]
    hidden = {"csrf_token": token[1]}
    if opened := re.search(r'name="opened"[^>]*value="([^"]+)"', page):
        hidden["opened"] = opened[1]
    body = urlencode(fields | hidden) + "&email=ADDRESS"

    def arguments(_round: int) -> tuple[list[str], dict[str, str]]:
        env = {
            "BENCH_COOKIE": cookie,
            "BENCH_BODY": body,
            "BENCH_PATH": path,
            "BENCH_SEED": f"{time.time_ns():x}",
        }
        return ["-s", str(ROOT / "bench" / "post.lua"), f"http://127.0.0.1:{port}"], env

    return Target(name, arguments, done)


def _confirming(port: int, links: list[Path], done: Callable[[], int]) -> Target:
    def arguments(round_: int) -> tuple[list[str], dict[str, str]]:
        env = {"BENCH_PATHS": str(links[round_])}
        return ["-s", str(ROOT / "bench" / "post.lua"), f"http://127.0.0.1:{port}"], env

    return Target("confirm", arguments, done)


def _counter(app: Flask, on: object, statement: str) -> Callable[[], int]:
    def count() -> int:
        with app.app_context(), on.engine.connect() as connection:  # type: ignore[attr-defined]  # either db
            return int(connection.execute(text(statement)).scalar_one())

    return count


def _links(ids: list[int], config: Config, size: int) -> list[Path]:
    """Write a file of confirmation links for each round."""
    signer = Signer(config.secret_key)
    files = []
    for round_ in range(ROUNDS):
        path = config.var_dir / f"links-{size}-{round_}"
        share = ids[round_::ROUNDS]
        path.write_text("".join(f"/confirm/{signer.sign('confirm', [id_])}\n" for id_ in share))
        files.append(path)
    return files


def measure(server: str, size: int, var_dir: Path) -> dict[str, list[float]]:
    """Return every target's requests a second with so many endorsements, round by round."""
    for name in (f"bench_{size}", f"floor_{size}"):
        postgres.create(server, name)
    url, floor_url = (postgres.url(server, f"{name}_{size}") for name in ("bench", "floor"))
    config = settings(url, var_dir, log_level="WARNING")
    app = create_app(config)
    floor_app = create_floor(floor_url)
    with app.app_context():
        filling.fill(size)
        rate = filling.sequence_all()
        links = _links(filling.unconfirmed(CONFIRMATIONS), config, size)
    tally = "/initiatives/unpa/tally.json"
    person = {"name": "A Person", "country": "-", "consent_counted": "y", "consent_age": "y"}
    signed_up = "SELECT count(*) FROM endorsements WHERE status = 'unconfirmed'"
    confirmed = "SELECT count(*) FROM ledger_events WHERE position IS NULL"  # no sequencer runs
    with web("bench.floor:app", floor_url, config) as floor, web("wsgi:app", url, config) as port:
        etag = _get(port, tally)[0].getheader("ETag") or ""
        targets = [
            _reading(BARE, floor, "/bare"),
            _reading("tally.json 200", port, tally),
            _reading("tally.json 304", port, tally, f"If-None-Match: {etag}"),
            _reading("home", port, "/"),
            _reading("initiative page", port, "/initiatives/act-code-of-conduct"),
            posting(
                SIGNUP,
                floor,
                "/signup",
                {"name": "A Person"},
                _counter(floor_app, floor_db, "SELECT count(*) FROM floor_signups"),
            ),
            posting(
                "sign-up",
                port,
                "/initiatives/unpa/endorse?kind=individual",
                person,
                _counter(app, db, signed_up),
            ),
            _confirming(port, links, _counter(app, db, confirmed)),
        ]
        for round_ in range(ROUNDS):
            for target in targets:
                target.measure(round_)
    return {target.name: target.rates for target in targets} | {"sequencer": [rate]}


def ratio(rates: dict[str, list[float]], name: str, floor: str) -> float:
    """Return the median of a target's ratios to the floor of the same round: a disk or a processor
    that is slower for some seconds is so for both."""
    return statistics.median(
        rate / floor_rate for rate, floor_rate in zip(rates[name], rates[floor], strict=True)
    )


def report(results: dict[int, dict[str, list[float]]]) -> str:
    """Return a table: requests a second, ratios to the floors, large against small."""
    small, large = (results[size] for size in SIZES)
    heads = [f"{size:,}" for size in SIZES]
    lines = [
        f"Medians of {ROUNDS} interleaved rounds: requests a second, ratios to the round's floor",
        f"{'':<20}{heads[0]:>12}{heads[1]:>12}{'ratio':>8}{'ratio':>8}{'aim':>7}{'slower':>8}",
    ]
    for name, rates in small.items():
        medians = [statistics.median(measured) for measured in (rates, large[name])]
        line = f"{name:<20}{medians[0]:>12,.0f}{medians[1]:>12,.0f}"
        if name == "sequencer":
            line += "  entries/s, aim 20,000"
        elif name in AIMS:
            floor, aim = AIMS[name]
            first, second = (ratio(rates, name, floor) for rates in (small, large))
            line += f"{first:>8.2f}{second:>8.2f}{aim:>7.2f}{first / second:>7.2f}×"
        lines.append(line)
    return "\n".join(lines)


def main() -> None:
    folder = postgres.programs()
    if folder is None or shutil.which("wrk") is None:
        raise SystemExit("bench-quick needs PostgreSQL's programs and wrk (Debian: wrk).")
    cluster = postgres.Cluster(folder, durable=True)
    cluster.start()
    results = {}
    try:
        with tempfile.TemporaryDirectory() as var_dir:
            for size in SIZES:
                print(f"Measuring with {size:,} endorsements …", flush=True)
                results[size] = measure(cluster.server, size, Path(var_dir))
        print(report(results))
        if "--json" in sys.argv:
            print(json.dumps(results))
    finally:
        cluster.stop()


if __name__ == "__main__":
    main()
