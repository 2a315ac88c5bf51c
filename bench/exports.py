"""`make bench-export`: a public file of a million rows, against COPY of the same rows.

The web server itself answers, one worker of it, and the worker's memory is looked at from outside;
what comes is thrown away. COPY joins and sums what the export does, in the database alone.
"""

from __future__ import annotations

import http.client
import os
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import text

from bench import filling
from bench.quick import web
from tests.support import postgres
from tests.support.databases import settings
from tracker.app import create_app
from tracker.core.db import db, transaction

SIZE = int(os.environ.get("ROLLCALL_ROWS", "1000000"))
ENDINGS = os.environ.get("ROLLCALL_FORMS", "csv jsonl xlsx").split()
FIRST_AIM, RATIO_AIM, MEMORY_AIM = 1.0, 4.0, 120.0
"""Seconds, times COPY, megabytes."""
LOOK = 0.5
"""Seconds between two looks at what the worker shares: a look takes some milliseconds."""
PATH = "/initiatives/1-for-7-billion/endorsements"
VERIFIED = """
INSERT INTO endorsements (initiative_id, supporter_id, kind, origin, submitted_at, status,
    status_since, grade, effective_on, effective_precision, date_known, be_named, words, locale,
    flag, verified_at)
SELECT i.id, s.id, 'organisation', 'sign_up', now(), 'verified', now(), 'endorsed',
       current_date - (s.id % 3650)::int, 'on', true, false, '', 'en', '', now()
FROM supporters s, initiatives i
WHERE s.kind = 'organisation' AND s.seed_key IS NULL AND i.slug = '1-for-7-billion'
"""
EVENTS = """
INSERT INTO ledger_events (initiative_id, endorsement_id, kind, grade, delta, effective_on,
    effective_precision, cause, supporter_id)
SELECT e.initiative_id, e.id, 'organisation', 'endorsed', 1, e.effective_on, 'on', 'verify',
       e.supporter_id
FROM endorsements e WHERE e.kind = 'organisation' AND e.origin = 'sign_up'
"""
COPY = """
COPY (
SELECT e.id, i.slug, e.kind, s.name, s.state_iso3, t.membership, t.regional_group, s.id, s.country,
       l.grade, min(l.effective_on), min(l.effective_precision), e.date_known, e.origin,
       count(v.id), min(n.type), min(n.source), min(n.dated), min(n.symbol), min(n.link)
FROM endorsements e
JOIN initiatives i ON i.id = e.initiative_id
JOIN supporters s ON s.id = e.supporter_id
LEFT JOIN states t ON t.iso3 = s.state_iso3
JOIN ledger_events l ON l.endorsement_id = e.id
LEFT JOIN evidence v ON v.endorsement_id = e.id
LEFT JOIN instruments n ON n.id = v.instrument_id
WHERE i.slug = '1-for-7-billion' AND e.kind <> 'individual' AND e.verified_at IS NOT NULL
  AND l.position IS NOT NULL AND l.effective_on <= current_date
GROUP BY e.id, i.slug, s.id, t.iso3, l.grade
HAVING sum(l.delta) > 0
ORDER BY e.id
) TO STDOUT (FORMAT csv)
"""


def copied() -> tuple[float, int]:
    """Return seconds and rows of COPY."""
    connection = db.engine.raw_connection()
    try:
        began, rows = time.perf_counter(), 0
        with connection.cursor() as cursor, cursor.copy(COPY) as copy:  # type: ignore[attr-defined]
            for _ in copy:
                rows += 1
        return time.perf_counter() - began, rows
    finally:
        connection.close()


def measured(port: int, worker: int, ending: str) -> dict[str, float]:
    """Ask for the file once. Return what it took, and the worker's memory before and at most since.

    Megabytes of memory are of 2**20 bytes, as `ps` and `top` show them.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    before, shared, looked = memory(worker)["VmRSS"], 0.0, 0.0
    began = time.perf_counter()
    connection.request("GET", f"{PATH}.{ending}")
    answer = connection.getresponse()
    size = len(answer.read(1))
    first = time.perf_counter() - began
    while piece := answer.read(1 << 16):
        size += len(piece)
        if time.perf_counter() - looked > LOOK:
            shared, looked = max(shared, memory(worker)["Pss"]), time.perf_counter()
    return {
        "first": first,
        "seconds": time.perf_counter() - began,
        "megabytes": size / 1e6,
        "before": before,
        "memory": memory(worker)["VmHWM"],
        "shared": shared,
    }


def memory(process: int) -> dict[str, float]:
    """Return what the kernel counts for a process (proc(5)).

    `VmRSS` is all of its pages; `VmHWM`, the most that ever were; `Pss`, those that others have too
    divided among them.

    Not `ru_maxrss`: a process started from a large one begins with its parent's.
    """
    lines = [
        line.split()
        for name in ("status", "smaps_rollup")
        for line in Path(f"/proc/{process}/{name}").read_text().splitlines()
    ]
    wanted = ("VmRSS:", "VmHWM:", "Pss:")
    return {line[0][:-1]: int(line[1]) / 1024 for line in lines if line and line[0] in wanted}


def only_child(process: int | str) -> int:
    (child,) = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return int(child)


def main() -> int:
    programs = postgres.programs()
    if programs is None:
        raise SystemExit("The measurement needs PostgreSQL's programs (Debian: postgresql).")
    cluster = postgres.Cluster(programs)
    cluster.start()
    folder = tempfile.mkdtemp(prefix="rollcall-bench-")
    try:
        postgres.create(cluster.server, "bench")
        config = settings(postgres.url(cluster.server, "bench"), Path(folder))
        with create_app(config).app_context():
            filling.fill(0)
            with transaction() as session:
                session.execute(text("SET LOCAL session_replication_role = replica"))
                session.execute(text(filling.ORGANISATIONS), {"count": SIZE})
                session.execute(text(VERIFIED))
                session.execute(text(EVENTS))
            filling.sequence_all()
            seconds, rows = min(copied() for _ in range(2))
            print(f"COPY: {rows:,} rows in {seconds:.1f} s")
            failed = False
            with web("wsgi:app", config.database_url, config, workers=1) as port:
                worker = only_child(only_child(os.getpid()))
                for ending in ENDINGS:
                    result = measured(port, worker, ending)
                    ratio = result["seconds"] / seconds
                    print(
                        f"{ending}: first byte {result['first']:.2f} s,"
                        f" {result['seconds']:.1f} s ({ratio:.1f} x COPY),"
                        f" {result['megabytes']:.0f} MB, memory {result['memory']:.0f} MB at most"
                        f" ({result['before']:.0f} before; what is shared divided,"
                        f" {result['shared']:.0f})",
                        flush=True,
                    )
                    failed |= ending == "csv" and (
                        result["first"] > FIRST_AIM
                        or ratio > RATIO_AIM
                        or result["memory"] > MEMORY_AIM
                    )
            db.engine.dispose()
        return int(failed)
    finally:
        cluster.stop()


if __name__ == "__main__":
    sys.exit(main())
