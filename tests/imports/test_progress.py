"""The last step of an import: a long list goes before reviewers while others write, and whoever
comes after a killed worker carries on."""

from __future__ import annotations

import threading
import time
from datetime import date, datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, create_engine, func, select, text
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from config import Config
from tests.support.databases import opened
from tests.support.forks import FORKS
from tests.support.imports import ADDRESS, ORGANISATIONS, begin, go, press, worker
from tests.support.review_cases import reviewers, vault
from tests.support.site import until
from tests.support.staff import member, sign_in
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole, User
from tracker.core.bulk_sql import copy_rows
from tracker.core.db import db, transaction
from tracker.core.errors import Conflict
from tracker.endorsements.decisions import Decision, ProposedChange
from tracker.endorsements.evidence.models import Evidence
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.models import Endorsement
from tracker.imports import application, progress, services
from tracker.imports.models import ImportRow, ImportRun, Outcome, RunState
from tracker.imports.outcomes import Planned
from tracker.initiatives.queries import by_slug
from tracker.ledger.models import DatePrecision
from tracker.review.queue import queries
from tracker.supporters.models import SupporterKind

LONG = {"sqlite": 20_000, "postgresql": 4_000}
HALF = "Organisation\nForum A\nForum B\nForum C\nForum D\nForum E\n"


def staged(app: Flask, session: Session, now: datetime, rows: int) -> ImportRun:
    """A list of so many new organisations, every row of it staged and none before reviewers."""
    (ada,) = reviewers(app, session, "ada")
    run = ImportRun(
        initiative_id=by_slug(session, "un2020").id,
        staff_id=ada.id,
        kind=SupporterKind.ORGANISATION,
        source="Example Secretariat, list of supporters",
        file_name="list.csv",
        file_sha256="0" * 64,
        mapping={"Organisation": "organisation"},
        created_at=now,
        state=RunState.PLANNED,
    )
    session.add(run)
    session.flush()
    copy_rows(session, ImportRow, [planned(run.id, line) for line in range(2, rows + 2)])
    services.apply(session, run, ada)
    session.commit()
    folder = app.extensions["rollcall"].import_dir
    while not all_staged(session, run.id):
        progress.step(run.id, vault(app), folder, now=now)
    return run


def planned(run_id: int, line: int) -> dict[str, Any]:
    row = Planned(line=line, value=f"Forum {line} of the Lakes", outcome=Outcome.ADDED)
    day = {"effective_on": date(2016, 6, 1), "effective_precision": DatePrecision.BY}
    return progress._row(run_id, row) | day


def all_staged(session: Session, run_id: int) -> bool:
    due = ImportRow.run_id == run_id, ImportRow.endorsement_id.is_(None)
    left = session.scalar(select(func.count()).where(*due))
    session.rollback()
    return left == 0


def statuses(session: Session, run_id: int) -> dict[Status, int]:
    mine = select(ImportRow.endorsement_id).where(ImportRow.run_id == run_id)
    found: Any = session.execute(
        select(Endorsement.status, func.count())
        .where(Endorsement.id.in_(mine))
        .group_by(Endorsement.status)
    )
    return dict(found.all())


def each_once(session: Session, run_id: int, rows: int) -> None:
    """Every row is one entry in review, with one decision and one piece of evidence."""
    session.rollback()
    run = session.get_one(ImportRun, run_id, populate_existing=True)
    assert run.state is RunState.APPLIED and run.ended_at is not None
    assert statuses(session, run_id) == {Status.IN_REVIEW: rows}
    mine = select(ImportRow.endorsement_id).where(ImportRow.run_id == run_id)
    decided = select(func.count(), func.count(Decision.endorsement_id.distinct())).where(
        Decision.endorsement_id.in_(mine), Decision.action == Action.RECORD
    )
    cited = select(func.count(), func.count(Evidence.endorsement_id.distinct())).where(
        Evidence.endorsement_id.in_(mine)
    )
    for query in (decided, cited):
        assert tuple(session.execute(query).one()) == (rows, rows)


class Stranger:
    """A connection of another process to the same database, which writes again and again."""

    def __init__(self, engine: Engine) -> None:
        self.engine = create_engine(engine.url, poolclass=NullPool, connect_args=_wait(engine))
        self.waits: list[float] = []
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.write)

    def write(self) -> None:
        sqlite = self.engine.dialect.name == "sqlite"
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            while not self.ended.wait(0.02):
                began = time.monotonic()
                connection.execute(text("BEGIN IMMEDIATE" if sqlite else "BEGIN"))
                connection.execute(text("UPDATE heartbeats SET name = name"))
                connection.execute(text("COMMIT"))
                self.waits.append(time.monotonic() - began)

    def __enter__(self) -> Stranger:
        self.thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.ended.set()
        self.thread.join()
        self.engine.dispose()


def _wait(engine: Engine) -> dict[str, Any]:
    return {"timeout": 60} if engine.dialect.name == "sqlite" else {}


def test_others_write_within_a_second_while_a_long_list_appears(
    app: Flask, session: Session, now: datetime
) -> None:
    rows = LONG[db.engine.dialect.name]
    run = staged(app, session, now, rows)
    with Stranger(db.engine) as stranger:
        progress.work_off(vault(app), app.extensions["rollcall"].import_dir, now=now)
    assert len(stranger.waits) >= 3 and max(stranger.waits) < 1, stranger.waits
    each_once(db.session(), run.id, rows)


def work_off(config: Config, now: datetime) -> None:
    """What the worker does, in a process of its own."""
    with opened(config) as app, app.app_context():
        progress.work_off(vault(app), config.import_dir, now=now)


@pytest.mark.long
def test_a_worker_killed_between_batches_is_carried_on(
    app: Flask, session: Session, now: datetime
) -> None:
    rows = 3 * application.APPEARING[SupporterKind.ORGANISATION]
    run = staged(app, session, now, rows)
    process = FORKS.Process(target=work_off, args=(app.extensions["rollcall"], now), daemon=True)
    process.start()

    def begun() -> bool:
        session.rollback()
        row = session.get_one(ImportRun, run.id, populate_existing=True)
        return row.appeared_line > 0

    assert until(begun, every=0.01)
    process.kill()
    process.join()
    session.rollback()
    left = session.get_one(ImportRun, run.id, populate_existing=True)
    assert left.state is RunState.APPEARING
    assert statuses(session, run.id)[Status.IN_REVIEW] == left.appeared_line - 1 < rows
    session.rollback()
    progress.work_off(vault(app), app.extensions["rollcall"].import_dir, now=now)
    each_once(session, run.id, rows)


def test_rows_appear_batch_by_batch_and_the_page_says_how_far(
    app: Flask,
    session: Session,
    client: Client,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(application.APPEARING, SupporterKind.ORGANISATION, 2)
    member(app, "Ada", StaffRole.REVIEWER)
    member(app, "Ben", StaffRole.REVIEWER)
    ada = session.scalars(select(User).where(User.name == "Ada")).one()
    run = go(app, session, begin(app, session, ada, now, HALF, "un2020"), now)
    services.apply(session, run, ada)
    session.commit()
    waiting = queries.awaiting(session)
    folder = app.extensions["rollcall"].import_dir
    progress.step(run.id, vault(app), folder, now=now)
    assert statuses(session, run.id) == {Status.STAGED: 5} and queries.awaiting(session) == waiting
    progress.step(run.id, vault(app), folder, now=now)
    assert statuses(session, run.id) == {Status.STAGED: 3, Status.IN_REVIEW: 2}

    sign_in(client, "Ben")
    address = f"{ADDRESS}/{run.id}"
    page = client.get(address).text
    assert "Going into the queue" in page and "2 of 5 rows done" in page
    assert "Give it up" not in page and "Take the import back" not in page
    so_far = client.get(f"{address}/progress.json").get_json()
    assert (so_far["state"], so_far["done"], so_far["total"]) == ("running", 2, 5)
    for what in ("cancel", "undo", "apply"):  # half of a list is neither given up nor taken back
        refused = client.get(press(client, address, what).location).text
        assert "gone on meanwhile" in refused, what
    with pytest.raises(Conflict):
        services.cancel(session, session.get_one(ImportRun, run.id))
    session.rollback()
    made = press(client, address, "decide")
    assert "2 entries" in client.get(made.location).text  # what has appeared, nothing else

    worker(app)
    each_once(session, run.id, 5)
    assert "Take the import back" in client.get(address).text


def test_a_failure_in_a_batch_leaves_the_batches_before_it(
    app: Flask, session: Session, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(application.APPEARING, SupporterKind.ORGANISATION, 2)
    run = staged(app, session, now, 5)
    folder = app.extensions["rollcall"].import_dir
    progress.step(run.id, vault(app), folder, now=now)

    def fail() -> None:
        with transaction() as own:
            row = own.get_one(ImportRun, run.id, populate_existing=True)
            assert application.appear(own, vault(app), row, now) == 2
            raise LookupError("half-way")

    with pytest.raises(LookupError):
        fail()
    assert statuses(session, run.id) == {Status.STAGED: 3, Status.IN_REVIEW: 2}
    session.rollback()
    progress.work_off(vault(app), folder, now=now)
    each_once(session, run.id, 5)


def test_what_differs_of_governments_is_proposed_once_however_often_it_stops(
    app: Flask, session: Session, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(application.APPEARING, SupporterKind.GOVERNMENT, 1)
    (ada,) = reviewers(app, session, "ada")
    lines = "State,Date\nGabon,2015-08-15\nKenya,2016-05-01\nNorway,2015-08-16\n"
    run = go(app, session, begin(app, session, ada, now, lines), now)
    services.apply(session, run, ada)
    session.commit()
    folder = app.extensions["rollcall"].import_dir
    proposed = select(func.count()).where(ProposedChange.proposer_id.is_not(None))
    seen = []
    while session.get_one(ImportRun, run.id, populate_existing=True).state is not RunState.APPLIED:
        progress.step(run.id, vault(app), folder, now=now)
        seen.append(session.scalar(proposed))
        session.rollback()
    assert seen == [0, 1, 1, 2, 2]
    assert statuses(session, run.id) == {Status.IN_REVIEW: 1}


def test_a_list_that_was_read_before_is_read_anew(
    app: Flask, session: Session, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its rows are removed in batches first."""
    monkeypatch.setattr(progress, "CLEAR_BATCH", 1)
    (ada,) = reviewers(app, session, "ada")
    run = go(app, session, begin(app, session, ada, now, ORGANISATIONS, "un2020"), now)
    run.state = RunState.READING
    run = go(app, session, run, now)
    rows = select(func.count()).where(ImportRow.run_id == run.id)
    assert run.state is RunState.PLANNED and session.scalar(rows) == 2
