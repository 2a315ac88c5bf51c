"""First figures: how much of a bare Flask route's pace the public addresses keep.

Runs PostgreSQL, two web processes of each application and wrk on this machine, and prints medians
over interleaved rounds as ratios to the floor of the same run. Then how fast the sequencer is, at
1,000 endorsements and, with --million, at 1,000,000.
"""

from __future__ import annotations

import argparse
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from cryptography.fernet import Fernet
from flask_migrate import upgrade
from sqlalchemy import text
from sqlalchemy.orm import Session

from config import ROOT
from tests import postgres
from tests.databases import opened, settings
from tests.site import free_port, until
from tracker import background, seed
from tracker.core.db import transaction
from tracker.ledger import sequencer

TALLY = "/initiatives/act-code-of-conduct/tally.json"
ROUNDS = 3
SECONDS = 3
CONNECTIONS = 32


@contextmanager
def served(target: str, url: str, var_dir: Path) -> Iterator[str]:
    """Two granian processes of a WSGI application, until the block ends; their address."""
    port = free_port()
    env = os.environ | {
        "TRACKER_DATABASE_URL": url,
        "TRACKER_VAR_DIR": str(var_dir),
        "TRACKER_ENV": "production",
        "TRACKER_SECRET_KEY": "a secret key that only the bench uses",
        "TRACKER_DATA_KEYS": Fernet.generate_key().decode(),
        "TRACKER_LOOKUP_KEY": "a lookup key that only the bench uses",
        "TRACKER_PUBLIC_URL": "https://rollcall.example",
        "TRACKER_SMTP_URL": "smtp://127.0.0.1:1",
        "TRACKER_CONTACT_EMAIL": "contact@rollcall.example",
    }
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
    command += ["--port", str(port), "--workers", "2", "--blocking-threads", "4", "--no-access-log"]
    with (var_dir / f"{port}.log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603  fixed arguments
            [*command, target], cwd=ROOT, env=env, stdout=log, stderr=log
        )
    try:
        address = f"http://127.0.0.1:{port}"
        if not until(lambda: answers(port), within=30):
            raise SystemExit(f"{target} did not start; see {var_dir / f'{port}.log'}")
        yield address
    finally:
        process.terminate()
        process.wait(20)


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def pace(address: str, *headers: str) -> float:
    """Replies a second. Refuses a run in which any reply was an error."""
    asked = [part for header in headers for part in ("-H", header)]
    done = subprocess.run(  # noqa: S603  fixed arguments
        ["/usr/bin/wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", *asked, address],
        capture_output=True,
        text=True,
        check=True,
    )
    if "Non-2xx" in done.stdout:
        raise SystemExit(f"{address} answered with errors:\n{done.stdout}")
    found = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    if found is None:
        raise SystemExit(done.stdout)
    return float(found[1])


def tag(address: str) -> str:
    with urllib.request.urlopen(address) as reply:  # noqa: S310  this machine
        return str(reply.headers["ETag"])


def fill(session: Session, number: int) -> None:
    """Individuals' endorsements of one initiative, with their ledger events."""
    now = datetime.now(UTC)
    values = {"n": number, "now": now, "day": now.date()}
    for statement in (
        (
            "INSERT INTO supporters (kind, name, name_key, created_at, role, chamber, seed_key)"
            " SELECT 'individual', 'Person ' || i, 'person ' || i, :now, '', '', 'bench ' || i"
            " FROM generate_series(1, :n) i"
        ),
        (
            "INSERT INTO endorsements (initiative_id, supporter_id, kind, origin, submitted_at,"
            " status,"
            " status_since, grade, effective_on, effective_precision, date_known, be_named, words,"
            " locale, flag, verified_at)"
            " SELECT (SELECT id FROM initiatives WHERE slug = 'unpa'), id, 'individual',"
            " 'published_record', :now, 'verified', :now, 'endorsed', :day, 'on', TRUE, FALSE,"
            " '', 'en',"
            " '', :now FROM supporters WHERE seed_key LIKE 'bench %'"
        ),
        (
            "INSERT INTO ledger_events (initiative_id, endorsement_id, kind, grade, delta,"
            " effective_on, effective_precision, cause)"
            " SELECT initiative_id, id, kind, grade, 1, "
            " CAST(:day AS date) - CAST(id % 1000 AS int),"
            " 'on', 'confirm' FROM endorsements WHERE supporter_id IN"
            " (SELECT id FROM supporters WHERE seed_key LIKE 'bench %')"
        ),
    ):
        session.execute(text(statement), values)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--million", action="store_true", help="measure at 1,000,000 too")
    programs = postgres.programs()
    if programs is None:
        raise SystemExit("No PostgreSQL here; on Debian: apt-get install postgresql")
    cluster = postgres.Cluster(programs)
    cluster.start()
    try:
        for number in (1_000, 1_000_000) if options.parse_args().million else (1_000,):
            measure(cluster, number)
    finally:
        cluster.stop()


def measure(cluster: postgres.Cluster, number: int) -> None:
    name = f"bench_{number}"
    postgres.create(cluster.server, name)
    url = postgres.url(cluster.server, name)
    with tempfile.TemporaryDirectory() as folder:
        var_dir = Path(folder)
        with opened(settings(url, var_dir)) as app, app.app_context():
            upgrade()
            with transaction() as session:
                seed.load(session, now=datetime.now(UTC))
            with transaction() as session:
                fill(session, number)
            taken, began = 0, time.perf_counter()
            while done := sequenced():
                taken += done
            rate = taken / (time.perf_counter() - began)
        report(f"{number:,} endorsements: sequencer {rate:,.0f} entries/s")
        with (
            served("bench.floor:app", url, var_dir) as floor,
            served("wsgi:app", url, var_dir) as site,
        ):
            compare(floor, site)


def sequenced() -> int:
    with transaction() as session:
        return sequencer.sequence(
            session, now=datetime.now(UTC), projections=background.PROJECTIONS
        )


def compare(floor: str, site: str) -> None:
    runs = {
        "bare Flask JSON": (f"{floor}/bare.json",),
        "tally.json 200": (f"{site}{TALLY}",),
        "tally.json 304": (f"{site}{TALLY}", f"If-None-Match: {tag(site + TALLY)}"),
        "home": (f"{site}/",),
        "initiative page": (f"{site}/initiatives/act-code-of-conduct",),
    }
    paces: dict[str, list[float]] = {what: [] for what in runs}
    for _ in range(ROUNDS):
        for what, asked in runs.items():
            paces[what].append(pace(*asked))
    bare = statistics.median(paces["bare Flask JSON"])
    for what, found in paces.items():
        middle = statistics.median(found)
        report(f"  {what:<18} {middle:>8,.0f} replies/s   {middle / bare:.2f} x bare")


def report(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
