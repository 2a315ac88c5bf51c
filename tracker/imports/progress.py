"""The progress of imports, a batch and a transaction at a time, in the worker or at the command
line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from tracker.core.bulk_sql import copy_rows
from tracker.core.crypto import Vault
from tracker.core.db import LongWork, db, transaction
from tracker.core.errors import BadInput
from tracker.core.orm import affected
from tracker.imports import application, reader, services
from tracker.imports.models import AT_WORK, ImportRow, ImportRun, RunState
from tracker.imports.outcomes import Planned
from tracker.imports.plan import Planner
from tracker.supporters import domains
from tracker.supporters.names import fold

BATCH = 1_000
CLEAR_BATCH = 20_000
"""Lines that are removed at once."""


def batches(planner: Planner, rows: Iterable[reader.Row]) -> Iterator[list[Planned]]:
    """Plan rows a thousand at a time, so that a long list takes no more memory."""
    remaining = iter(rows)
    while batch := list(islice(remaining, BATCH)):
        yield planner.plan(batch)


def work_off(vault: Vault, folder: Path, *, now: datetime) -> None:
    """Do the steps of all imports at work, each on a session of its own."""
    long_work = LongWork()
    while work(vault, folder, now=now):
        db.session.remove()
        long_work.give_way()


def work(vault: Vault, folder: Path, *, now: datetime) -> int:
    """Do one step of the oldest import at work; return how many rows were gone through."""
    run_id = (
        db.session()
        .scalars(
            select(ImportRun.id).where(ImportRun.state.in_(AT_WORK)).order_by(ImportRun.id).limit(1)
        )
        .first()
    )
    return 0 if run_id is None else step(run_id, vault, folder, now=now)


def step(
    run_id: int,
    vault: Vault,
    folder: Path,
    *,
    now: datetime,
    done: Callable[[int], None] = lambda _rows: None,
) -> int:
    """Take one import one batch further, or read it through; return how many rows were gone
    through."""
    with transaction() as session:
        run = session.get_one(ImportRun, run_id, with_for_update=True)
        if run.state is not RunState.READING:
            count = _batch(session, vault, run, now)
            done(count)
            return count
    return _read(run_id, folder, now, done)


def to_end(
    run_id: int, vault: Vault, folder: Path, *, now: datetime, done: Callable[[int], None]
) -> None:
    """Take one import as far as it goes without anybody's decision."""
    long_work = LongWork()
    while db.session().get_one(ImportRun, run_id, populate_existing=True).state in AT_WORK:
        step(run_id, vault, folder, now=now, done=done)
        long_work.give_way()


def _read(run_id: int, folder: Path, now: datetime, done: Callable[[int], None]) -> int:
    """Write down what each row would do. A killed worker's successor begins anew.

    A file that cannot be read leaves the import refused, with the reason.
    """
    _clear(run_id)
    with transaction() as session:
        run = session.get_one(ImportRun, run_id)
        planner = Planner(session, services.listing(run), now=now)
    count = 0
    rows = reader.rows(folder / run.file_sha256)
    try:
        while batch := list(islice(rows, BATCH)):
            planned = planner.plan(batch)
            with transaction() as session:
                copy_rows(session, ImportRow, [_row(run_id, row) for row in planned])
            count += len(batch)
            done(len(batch))
    except BadInput as error:
        _clear(run_id)
        _settle(run_id, RunState.REFUSED, now, problem=error.message)
    else:
        _settle(run_id, RunState.PLANNED, None)
    return count or 1


def read_at_once(
    session: Session, run: ImportRun, rows: Sequence[reader.Row], *, now: datetime
) -> None:
    """Write down what each row of a short list would do, in the transaction that takes it in."""
    planned = Planner(session, services.listing(run), now=now).plan(rows)
    copy_rows(session, ImportRow, [_row(run.id, row) for row in planned])
    run.state = RunState.PLANNED


def _clear(run_id: int) -> None:
    """Remove what an earlier reading wrote down, in batches."""
    of_run = ImportRow.run_id == run_id
    deleted = 1
    while deleted:
        with transaction() as session:
            first = session.scalar(select(func.min(ImportRow.line)).where(of_run)) or 0
            gone = delete(ImportRow).where(of_run, ImportRow.line < first + CLEAR_BATCH)
            deleted = affected(session.execute(gone))


def _settle(run_id: int, state: RunState, now: datetime | None, *, problem: str = "") -> None:
    with transaction() as session:
        run = session.get_one(ImportRun, run_id, with_for_update=True)
        if run.state is RunState.READING:
            run.state, run.ended_at, run.problem = state, now, problem


def _batch(session: Session, vault: Vault, run: ImportRun, now: datetime) -> int:
    if run.state is RunState.APPLYING:
        count = application.stage(session, run, now)
        if not count:
            run.state = RunState.APPEARING
            return application.appear(session, vault, run, now)
        return count
    if run.state is RunState.APPEARING:
        return application.appear(session, vault, run, now)
    if run.state is RunState.CANCELLING:
        count = application.unstage(session, run)
        if not count:
            run.state, run.ended_at = RunState.CANCELLED, now
        return count
    if run.state is RunState.UNDOING:
        count = application.take_back(session, vault, run, now)
        if not count:
            run.state, run.ended_at = RunState.UNDONE, now
        return count
    return 0


def _row(run_id: int, planned: Planned) -> dict[str, object]:
    return {
        "run_id": run_id,
        "line": planned.line,
        "value": planned.value,
        "outcome": planned.outcome,
        "reason": planned.reason,
        "choices": list(planned.choices) or None,
        "state_iso3": planned.state_iso3,
        "name_key": fold(planned.value),
        "domain": domains.of_website(planned.website) if planned.website else None,
        "website": planned.website,
        "country": planned.country,
        "effective_on": planned.day.on if planned.day else None,
        "effective_precision": planned.day.precision if planned.day else None,
        "supporter_id": planned.supporter_id,
        "supporter_made": False,
        "standing_id": planned.standing_id,
        "endorsement_id": None,
        "undone": False,
    }
