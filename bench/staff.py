"""`make bench-staff`: what staff wait for, with a million endorsements on PostgreSQL.

A staff action is what a reviewer does all day: the next entry is opened and shown, a decision is
sent, the next entry is shown. It is timed inside the application, so the network is left out. Then
a list of 100,000 organisations is imported while people sign up, on the same two cores.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from sqlalchemy import text

from bench import filling
from bench.quick import posting, web
from config import ROOT, Config
from tests.support import postgres
from tests.support.databases import settings
from tests.support.staff import member, sign_in
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.app import create_app
from tracker.core.db import db

SIZE = 1_000_000
WAITING = 5_000
ACTIONS = 200
LISTED = 100_000
STAFF_AIM, IMPORT_AIM = 150.0, 60.0
"""Milliseconds, seconds."""


def decide_one_after_the_other(app: Flask) -> list[float]:
    """Work through the queue; return the milliseconds of each action."""
    member(app, "Ada", StaffRole.REVIEWER)
    client = Client(app)
    sign_in(client, "Ada")
    queue = client.get("/staff/?kind=organisation")
    opened = client.post("/staff/next", data=_token(queue.text) | {"kind": "organisation"})
    page = client.get(opened.location)
    taken = []
    for _ in range(ACTIONS):
        fields = _form(page.text, "verify") | {"verify-reason": "called_back"}
        address = re.search(r'action="(/staff/endorsements/\d+/verify[^"]*)"', page.text)
        if address is None:
            raise SystemExit("The queue is shorter than the measurement.")
        began = time.perf_counter()
        done = client.post(address[1].replace("&amp;", "&"), data=fields)
        page = client.get(done.location)
        taken.append((time.perf_counter() - began) * 1000)
        if (done.status_code, page.status_code) not in ((302, 200), (303, 200)):
            raise SystemExit(f"A decision was answered {done.status_code}.\n{done.text}")
    return taken


def _token(page: str) -> dict[str, str]:
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    if token is None:
        raise SystemExit("A page of staff has no form.")
    return {"csrf_token": token[1]}


def _form(page: str, action: str) -> dict[str, str]:
    seen = re.search(rf'name="{action}-seen"[^>]*value="(\d+)"', page)
    token = re.search(rf'name="{action}-csrf_token"[^>]*value="([^"]+)"', page)
    if seen is None:
        raise SystemExit(f"The page offers no {action}.")
    given = {f"{action}-csrf_token": token[1]} if token else {}
    return _token(page) | given | {f"{action}-seen": seen[1], f"{action}-words": ""}


@dataclass(frozen=True)
class Imported:
    seconds: float
    megabytes: float
    """The most memory that the importing process held."""
    alone: float
    beside: float
    """Sign-ups a second that reached the database, without and with the import beside them."""


def import_beside_sign_ups(app: Flask, config: Config, folder: Path) -> Imported:
    """Import a long list with people signing up meanwhile."""
    path = folder / "list.csv"
    rows = (f"Organisation {n} for Peace,www.organisation{n}.example\n" for n in range(LISTED))
    path.write_text("Organisation,Website\n" + "".join(rows))
    env = _environment(config)
    counter = "SELECT count(*) FROM endorsements WHERE origin = 'sign_up' AND kind = 'individual'"

    def signed_up() -> int:
        with app.app_context(), db.engine.connect() as connection:
            return int(connection.execute(text(counter)).scalar_one())

    person = {"name": "A Person", "country": "-", "consent_counted": "y", "consent_age": "y"}
    with web("wsgi:app", config.database_url, config) as port:
        target = posting(
            "sign-up", port, "/initiatives/unpa/endorse?kind=individual", person, signed_up
        )
        target.measure(0, connections=4)
        command = [sys.executable, "-m", "flask", "import", str(path), "--initiative", "un2020"]
        command += ["--source", "Example Secretariat, list", "--as", "ada@staff.example", "--json"]
        command += ["--list-date", "2026-06-01"]
        began = time.perf_counter()
        with (folder / "import.log").open("wb") as log:
            process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
        ended, round_ = False, 1
        while not ended:
            target.measure(round_, connections=4)
            round_ += 1
            pid, process.returncode, usage = os.wait4(process.pid, os.WNOHANG)
            ended = pid != 0
        seconds = time.perf_counter() - began
        if process.returncode:
            raise SystemExit(f"The import failed.\n{(folder / 'import.log').read_text()[-2000:]}")
    most = usage.ru_maxrss / 1024
    return Imported(seconds, most, target.rates[0], statistics.median(target.rates[1:]))


def _environment(config: Config) -> dict[str, str]:
    return {
        "PATH": "/usr/bin:/bin",
        "FLASK_APP": "wsgi:app",
        "TRACKER_ENV": "test",
        "TRACKER_VAR_DIR": str(config.var_dir),
        "TRACKER_DATABASE_URL": config.database_url,
        "TRACKER_SECRET_KEY": config.secret_key,
        "TRACKER_DATA_KEYS": ",".join(config.data_keys),
        "TRACKER_LOOKUP_KEY": config.lookup_key,
        "TRACKER_LOG_LEVEL": "WARNING",
    }


def main() -> None:
    folder = postgres.programs()
    if folder is None or shutil.which("wrk") is None:
        raise SystemExit("bench-staff needs PostgreSQL's programs and wrk (Debian: wrk).")
    cluster = postgres.Cluster(folder, durable=True)
    cluster.start()
    try:
        with tempfile.TemporaryDirectory() as var_dir:
            measure(cluster.server, Path(var_dir))
    finally:
        cluster.stop()


def measure(server: str, var_dir: Path) -> None:
    """Fill a database, measure, and print."""
    postgres.create(server, "bench_staff")
    config = settings(postgres.url(server, "bench_staff"), var_dir, log_level="WARNING")
    app = create_app(config)
    print(f"Filling a database with {SIZE:,} endorsements …", flush=True)
    with app.app_context():
        filling.fill(SIZE)
        filling.organisations_in_review(WAITING)
        filling.sequence_all()
    taken = decide_one_after_the_other(app)
    print(
        f"Staff action at {SIZE:,} endorsements, {WAITING:,} waiting: median"
        f" {statistics.median(taken):.0f} ms (aim {STAFF_AIM:.0f}), slowest of {ACTIONS}:"
        f" {max(taken):.0f} ms",
        flush=True,
    )
    done = import_beside_sign_ups(app, config, var_dir)
    print(
        f"Import of {LISTED:,} organisations beside sign-ups: {done.seconds:.0f} s"
        f" (aim {IMPORT_AIM:.0f}), at most {done.megabytes:.0f} MB; sign-ups {done.alone:.0f}/s"
        f" alone, {done.beside:.0f}/s beside it"
    )


if __name__ == "__main__":
    main()
