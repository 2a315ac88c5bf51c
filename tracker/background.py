"""`flask worker`: what Rollcall does without being asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from tracker.accounts import events, freshness
from tracker.accounts import sessions as staff_sessions
from tracker.challenges import services as challenges
from tracker.core import health, outbox
from tracker.core.answers import AnswerCache
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.core.mail import Postman
from tracker.core.worker import Task, Worker
from tracker.endorsements import merging, proofs, retention, surges, traces
from tracker.imports import running
from tracker.ledger import sequencer
from tracker.review import bulk, comparing
from tracker.review import digest as staff_digest
from tracker.tallies import projection

USUAL_KEPT_FOR = 600.0
"""Seconds. What is usual for a mail domain changes slowly, and counting it takes a while."""
PROJECTIONS: list[sequencer.Projection] = [projection.apply]


def tasks(app: Flask) -> list[Task]:
    """The worker's tasks and their pace in seconds."""
    postman: Postman = app.extensions["postman"]

    def sequence(now: datetime) -> int:
        if not sequencer.waiting(db.session()):
            return 0
        with transaction() as session:
            return sequencer.sequence(session, now=now, projections=PROJECTIONS)

    def deliver(now: datetime) -> int:
        return postman.deliver_due(now=now)

    def decide_in_bulk(now: datetime) -> int:
        if not bulk.is_at_work(db.session()):
            return 0
        with transaction() as session:
            return bulk.work(session, postman.vault, now=now)

    def bring_in(now: datetime) -> int:
        return running.work(postman.vault, postman.config.import_dir, now=now)

    def digest(now: datetime) -> int:
        with transaction() as session:
            staff_digest.send(session, postman.vault, now=now)
        return 0

    def beat(now: datetime) -> int:
        with transaction() as session:
            health.beat(session, "worker", now=now)
        return 0

    def retain(now: datetime) -> int:
        with transaction() as session:
            retention.enforce(session, now=now)
            challenges.forget(session, now=now)
            _forget_traces(session, now)
            outbox.forget_sent(session, now=now)
            _forget_staff(session, now)
        retention.sweep_files(db.session(), postman.config.upload_dir, now=now)
        postman.forget(now=now)
        return 0

    return [
        Task("sequencer", 0.25, sequence),
        Task("mail", 0.5, deliver),
        Task("bulk", 1.0, decide_in_bulk),
        Task("imports", 1.0, bring_in),
        Task("look-alikes", 2.0, comparing.work),
        Task("merged", 2.0, _gather),
        Task("surges", 5.0, _watching()),
        Task("digest", 300.0, digest),
        Task("heartbeat", 5.0, beat),
        Task("retention", 600.0, retain),
    ]


def _watching() -> Callable[[datetime], int]:
    """A look-out for unusually many sign-ups; it knows for a while what is usual."""
    usual = AnswerCache[float](kept_for=USUAL_KEPT_FOR)

    def watch(now: datetime) -> int:
        def usual_of(domain: str) -> float:
            return usual.get(domain, lambda: surges.usual_of(db.session(), domain, now=now))

        found = surges.unusual(db.session(), usual_of, now=now)
        if found:
            with transaction() as session:
                surges.note(session, found, now=now)
        return 0

    return watch


def _gather(now: datetime) -> int:
    if not merging.has_stray_entries(db.session()):
        return 0
    with transaction() as session:
        return merging.gather(session, now=now)


def _forget_traces(session: Session, now: datetime) -> None:
    """Forget where old sign-ups came from, surges that ended, and proofs that expired."""
    traces.forget_old(session, now=now)
    surges.forget(session, now=now)
    proofs.forget(session, now=now)


def _forget_staff(session: Session, now: datetime) -> None:
    """Forget staff's old sessions, where they came from, and forms that they left."""
    staff_sessions.forget(session, now=now)
    events.forget_marks(session, now=now)
    freshness.forget_drafts(session, now=now)


@click.group("mail")
def mail_command() -> None:
    """Mail that waits in the outbox."""


@mail_command.command("send")
@with_appcontext
def send_mail() -> None:
    """Send what is due now, without the worker. Fails if any could not be sent."""
    postman: Postman = current_app.extensions["postman"]
    sent = 0
    while count := postman.deliver_due(now=utcnow()):
        sent += count
    left = outbox.due(db.session(), now=utcnow() + outbox.CLAIM)
    click.echo(f"Sent {sent}; {left} could not be sent and will be tried again.")
    if left:
        raise SystemExit(1)


@click.group("retention")
def retention_command() -> None:
    """How long personal data are kept."""


@retention_command.command("run")
@with_appcontext
def run_retention() -> None:
    """Let everything that is due expire now, without the worker."""
    with transaction() as session:
        expired = 0
        while count := retention.enforce(session, now=utcnow()):
            expired += count
        mails = outbox.forget_sent(session, now=utcnow())
        reports = challenges.forget(session, now=utcnow())
        _forget_traces(session, utcnow())
        _forget_staff(session, utcnow())
    click.echo(f"{expired} entries expired; {mails} mails and {reports} reports were forgotten.")


@click.command("worker")
@with_appcontext
def command() -> None:
    """Sequence the ledger, send mail, and let personal data expire, until stopped."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # the real app, for threads
    Worker(app, tasks(app)).run_forever()
