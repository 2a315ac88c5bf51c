"""Published lists for tests, brought in by services or on the pages."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from typing import Any

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.review_cases import vault
from tests.support.staff import token
from tests.support.webclient import Client
from tracker import worker_tasks
from tracker.accounts.models import User
from tracker.core.clock import utcnow
from tracker.core.worker import SideTask, Task
from tracker.imports import progress, services
from tracker.imports.models import ImportRow, ImportRun, Outcome
from tracker.initiatives.queries import by_slug

ADDRESS = "/staff/imports"
CODE = "act-code-of-conduct"
STATES = "State,Date\nKenya,2016-05-01\nNorway,1 September 2015\nIvory Coast,\n"
ORGANISATIONS = (
    "Organisation,Website,Country\nLakeside Forum,www.lakeside.example,KE\nHill Union,,\n"
)


def begin(
    app: Flask,
    session: Session,
    staff: User,
    now: datetime,
    content: str,
    slug: str = CODE,
    list_date: date | None = date(2016, 6, 1),
    **mapping: str,
) -> ImportRun:
    folder = app.extensions["rollcall"].import_dir
    folder.mkdir(parents=True, exist_ok=True)
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    (folder / sha256).write_text(content)
    headers = content.splitlines()[0].split(",")
    known = {"State": "state", "Date": "date", "Organisation": "organisation"}
    known |= {"Website": "website", "Country": "country"}
    run = services.begin(
        session,
        by_slug(session, slug),
        staff,
        source="Example Secretariat, list of supporters",
        file_name="list.csv",
        file_sha256=sha256,
        mapping=mapping or {header: known[header] for header in headers},
        now=now,
        list_date=list_date,
    )
    session.commit()
    return run


def go(app: Flask, session: Session, run: ImportRun, now: datetime) -> ImportRun:
    """As far as it goes without anybody's decision."""
    folder = app.extensions["rollcall"].import_dir
    session.commit()
    progress.to_end(run.id, vault(app), folder, now=now, done=lambda _rows: None)
    return session.get_one(ImportRun, run.id, populate_existing=True)


def applied(app: Flask, session: Session, run: ImportRun, staff: User, now: datetime) -> ImportRun:
    run = go(app, session, run, now)
    services.apply(session, run, staff)
    return go(app, session, run, now)


def outcomes(session: Session, run: ImportRun) -> dict[int, Outcome]:
    return {
        row.line: row.outcome
        for row in session.scalars(select(ImportRow).where(ImportRow.run_id == run.id))
    }


def worker(app: Flask) -> None:
    """The worker's turns until nothing is left to do."""
    tasks = {task.name: task for task in worker_tasks.tasks(app)}
    side = start_imports(tasks["imports"])
    assert side.wait(60)
    with app.app_context():
        while tasks["bulk"].run(utcnow()):
            pass


def press(client: Client, address: str, what: str, **fields: str) -> Any:
    form = {"csrf_token": token(client.get(address)), **fields}
    return client.post(f"{address}/{what}", data=form)


def start_imports(task: Task) -> SideTask:
    """Let the worker begin with what is to be imported."""
    assert task.run(utcnow()) == 0
    side: SideTask = task.run.__self__  # type: ignore[attr-defined]  # a bound method
    return side
