"""`make bench-tallies`: a tally as of any day, with ten million endorsements and with a thousand.

Two databases are filled by the same statements: individuals who signed all five initiatives, each
on a day of the last ten years. The statements write supporters, endorsements and the ledger's
entries with their places (the sequencer would take minutes for so many); the tallies are then made
from that ledger by the product's own projection, and compared with a recount. A request goes
through the whole application, in this process: `tally.json?as_of=` a day that nobody asked for yet.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from flask import Flask
from sqlalchemy import text

from tests.support import postgres
from tests.support.databases import settings
from tests.support.webclient import Client
from tracker import seed
from tracker.app import create_app
from tracker.core import migrations
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.ledger import sequencer
from tracker.tallies import projection

SMALL = 1_000
LARGE = int(os.environ.get("ROLLCALL_ENDORSEMENTS", "10000000"))
ASKED = 300
"""Requests to each database, one after the other in turn."""
AIM = 1.2
INITIATIVES = 5
PEOPLE = """
INSERT INTO supporters (kind, name, name_key, created_at, role, chamber, email_sealed, email_digest)
SELECT 'individual', 'Person ' || n, 'person ' || n, now(), '', '', 'sealed',
       md5('a' || n) || md5('b' || n)
FROM generate_series(1, :people) n
"""
ENDORSEMENTS = """
INSERT INTO endorsements (initiative_id, supporter_id, kind, origin, submitted_at, status,
    status_since, grade, effective_on, effective_precision, date_known, be_named, words, locale,
    flag, verified_at, commitment_salt)
SELECT i.id, s.id, 'individual', 'sign_up', now(), 'verified', now(), 'endorsed',
       current_date - (s.id * (7 + i.id) % 3650)::int, 'on', true, s.id % 10 = 0, '', 'en', '',
       now(), 'salt'
FROM supporters s, initiatives i WHERE s.email_digest IS NOT NULL
"""
EVENTS = """
INSERT INTO ledger_events (initiative_id, endorsement_id, kind, grade, delta, effective_on,
    effective_precision, cause, commitment, position, recorded_at)
SELECT e.initiative_id, e.id, 'individual', 'endorsed', 1, e.effective_on, 'on', 'confirm',
       repeat('0', 64), :size - 1 + row_number() OVER (ORDER BY e.id), now()
FROM endorsements e WHERE e.kind = 'individual' AND e.origin = 'sign_up'
"""
CHECKPOINT = "INSERT INTO checkpoints (size, recorded_at) SELECT count(*), now() FROM ledger_events"


def fill(size: int) -> None:
    """Migrate, seed, and add `size` counted endorsements; all of it must recount."""
    migrations.upgrade()
    with transaction() as session:
        seed.load(session, now=utcnow())
    with transaction() as session:
        session.execute(text("SET LOCAL session_replication_role = replica"))  # no triggers
        session.execute(text(PEOPLE), {"people": size // INITIATIVES})
        session.execute(text(ENDORSEMENTS))
        before = sequencer.size(session)
        session.execute(text(EVENTS), {"size": before})
        session.execute(text(CHECKPOINT))
        projection.apply(session, before, sequencer.size(session))
    with transaction() as session:
        if projection.differences(session, size=sequencer.size(session)):
            raise SystemExit("The tallies differ from the ledger.")
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))


def filled(server: str, folder: str, name: str, size: int) -> Flask:
    """Return an application on a database of so many endorsements."""
    postgres.create(server, name)
    app = create_app(settings(postgres.url(server, name), Path(folder), log_level="WARNING"))
    began = time.perf_counter()
    with app.app_context():
        fill(size)
    print(f"{size:,} endorsements filled in {time.perf_counter() - began:.0f} s", flush=True)
    return app


def time_answer(client: Client, days_ago: int) -> float:
    """Return the milliseconds of one answer."""
    day = utcnow().date() - timedelta(days=days_ago)
    began = time.perf_counter()
    answer = client.get(f"/initiatives/unpa/tally.json?as_of={day}")
    taken = (time.perf_counter() - began) * 1000
    if answer.status_code != 200:
        raise SystemExit(f"A tally was answered {answer.status_code}.")
    return taken


def main() -> int:
    programs = postgres.programs()
    if programs is None:
        raise SystemExit("The measurement needs PostgreSQL's programs (Debian: postgresql).")
    cluster = postgres.Cluster(programs, durable=True)  # on a disk: it takes ten gigabytes
    cluster.start()
    try:
        with tempfile.TemporaryDirectory() as folder:
            sizes = {"small": SMALL, "large": LARGE}
            apps = {name: filled(cluster.server, folder, name, sizes[name]) for name in sizes}
            clients = {name: Client(app) for name, app in apps.items()}
            days = random.Random(1).sample(range(3650), ASKED + 10)  # noqa: S311  no secret
            for day in days[ASKED:]:
                for client in clients.values():
                    time_answer(client, day)
            taken: dict[str, list[float]] = {name: [] for name in sizes}
            for day in days[:ASKED]:
                for name, client in clients.items():
                    taken[name].append(time_answer(client, day))
            for app in apps.values():
                with app.app_context():
                    db.engine.dispose()
    finally:
        cluster.stop()
    medians = {name: statistics.median(times) for name, times in taken.items()}
    ratio = medians["large"] / medians["small"]
    print(
        f"A tally as of a past day, median of {ASKED}: {medians['small']:.1f} ms with {SMALL:,}"
        f" endorsements, {medians['large']:.1f} ms with {LARGE:,}: {ratio:.2f} times (aim {AIM})"
    )
    return int(ratio > AIM)


if __name__ == "__main__":
    sys.exit(main())
