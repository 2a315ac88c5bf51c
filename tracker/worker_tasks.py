"""`flask worker`: the tasks that nobody asks for, and how often each is done."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import click
import structlog
from flask import Flask, current_app
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from config import Config
from tracker.accounts import events, freshness, known_browsers, lockout
from tracker.accounts import sessions as staff_sessions
from tracker.challenges import services as challenges
from tracker.core import health, outbox
from tracker.core.cache import AnswerCache
from tracker.core.clock import utcnow
from tracker.core.db import clear_log, db, transaction
from tracker.core.mail import Postman
from tracker.core.worker import SideTask, Task, Worker
from tracker.endorsements import manage_links
from tracker.endorsements.abuse import disownments, proof_of_work, surges, traces
from tracker.endorsements.evidence import held_files
from tracker.endorsements.merging import services as merging_services
from tracker.endorsements.retention import endings
from tracker.endorsements.retention import services as retention_services
from tracker.imports import progress
from tracker.ledger import sequencer
from tracker.links.fetcher import Guest, Visitor
from tracker.links.rounds import Rounds
from tracker.review.bulk import services as bulk_services
from tracker.review.duplicates import finder
from tracker.review.queue import digest as staff_digest
from tracker.tallies import findings, projection, queries, verification

USUAL_TTL = 600.0
"""Seconds. What is usual for a mail domain changes slowly, and counting it takes a while."""
log = structlog.get_logger()
PROJECTIONS: list[sequencer.Projection] = [projection.apply]


def tasks(app: Flask) -> list[Task]:
    """Return the worker's tasks and their pace in seconds."""
    postman: Postman = app.extensions["postman"]

    def sequence(now: datetime) -> int:
        if not sequencer.waiting(db.session()):
            return 0
        with transaction() as session:
            return sequencer.sequence(session, now=now, projections=PROJECTIONS)

    def deliver(now: datetime) -> int:
        return postman.deliver_due(now=now)

    def decide_in_bulk(now: datetime) -> int:
        if not bulk_services.is_at_work(db.session()):
            return 0
        with transaction() as session:
            return bulk_services.work(session, postman.vault, now=now)

    def bring_in(now: datetime) -> None:
        progress.work_off(postman.vault, postman.config.import_dir, now=now)

    def digest(now: datetime) -> int:
        with transaction() as session:
            staff_digest.send(session, postman.vault, now=now)
        return 0

    def beat(now: datetime) -> int:
        with transaction() as session:
            health.beat(session, "worker", now=now)
        return 0

    def retain(now: datetime) -> int:
        enforce_retention(postman, now=now)
        return 0

    return [
        Task("sequencer", 0.25, sequence),
        Task("mail", 0.5, deliver),
        Task("bulk", 1.0, decide_in_bulk),
        Task("imports", 1.0, SideTask(app, "imports", bring_in).start),
        Task("look-alikes", 2.0, finder.work),
        Task("merged", 2.0, _gather_merged),
        Task("surges", 5.0, _surge_watch()),
        Task("digest", 300.0, digest),
        Task("heartbeat", 5.0, beat),
        Task("retention", 600.0, retain),
        Task("log", 60.0, _clear_log),
        Task("verification", 3600.0, SideTask(app, "verification", verify_record).start),
        *_link_checks(app, postman.config),
    ]


def _clear_log(now: datetime) -> int:
    """Clear SQLite's log of what was erased, where a reader kept the erasure itself from it."""
    clear_log(db.engine)
    return 0


def verify_record(now: datetime) -> int:
    """Compare endorsements, decisions, the ledger and the tallies, unless somebody just did.

    Return the number of differences. They are kept for `/readyz` and mailed to administrators.
    """
    if not findings.is_due(db.session(), now=now):
        return 0
    session: Session = db.session()
    queries.snapshot(session)
    differences = verification.verify(session)
    postman: Postman = current_app.extensions["postman"]
    with transaction() as session:
        findings.record(session, postman.vault, differences, now=now)
    log.log(
        logging.ERROR if differences.count else logging.INFO,
        "record_verified",
        entries=differences.entries,
        ledger_size=differences.ledger_size,
        differences=differences.count,
    )
    return differences.count


def _link_checks(app: Flask, config: Config) -> list[Task]:
    """Return the task that looks at the links of public pages, where it is switched on."""
    if not config.check_links:
        return []
    guest = Guest(config.public_url, config.link_pause, internal=config.check_internal_links)
    return [Task("links", 60.0, Rounds(app, Visitor(guest)).start)]


def _surge_watch() -> Callable[[datetime], int]:
    """Return a look-out for unusually many sign-ups; it knows for a while what is usual."""
    usual = AnswerCache[float](kept_for=USUAL_TTL)

    def watch(now: datetime) -> int:
        def usual_of(domain: str) -> float:
            return usual.get(domain, lambda: surges.usual_of(db.session(), domain, now=now))

        unusual = surges.unusual(db.session(), usual_of, now=now)
        if unusual:
            with transaction() as session:
                surges.note(session, unusual, now=now)
        return 0

    return watch


def _gather_merged(now: datetime) -> int:
    if not merging_services.has_stray_entries(db.session()):
        return 0
    with transaction() as session:
        return merging_services.gather(session, now=now)


@dataclass(frozen=True, kw_only=True)
class RetentionReport:
    """The numbers of what was due, and is no longer kept."""

    entries: int
    mails: int
    reports: int
    files: int
    told: int
    """People emailed that their details will be erased."""
    ended: int
    """Entries whose details were erased at the end of their period."""


def enforce_retention(postman: Postman, *, now: datetime) -> RetentionReport:
    """Let everything expire and be forgotten that is due, whoever asks: entries, mails, reports,
    traces, surges and proofs, staff's old sessions and left forms, files that no text names.

    Ended entries lose their personal details after an email (`endings`), of which one round sends a
    limited number. Entries expire and end in batches, each in its own transaction, so that sign-ups
    go on meanwhile.
    """
    entries = 0
    while count := _expire(now):
        entries += count
    ended = 0
    while count := _end(now):
        ended += count
    with transaction() as session:
        told = endings.tell(session, postman.vault, now=now)
        reports = challenges.forget(session, now=now)
        traces.forget_old(session, now=now)
        disownments.forget_old(session, now=now)
        manage_links.forget(session, now=now)
        surges.forget(session, now=now)
        proof_of_work.forget(session, now=now)
        held_files.forget_old(session, now=now)
        mails = outbox.forget_sent(session, now=now)
        staff_sessions.forget(session, now=now)
        events.forget_marks(session, now=now)
        freshness.forget_drafts(session, now=now)
        known_browsers.forget_old(session, now=now)
        lockout.forget_networks(session, now=now)
    files = retention_services.sweep_files(db.session(), postman.config.upload_dir, now=now)
    postman.forget(now=now)
    clear_log(db.engine)
    return RetentionReport(
        entries=entries, mails=mails, reports=reports, files=files, told=told, ended=ended
    )


def _end(now: datetime) -> int:
    with transaction() as session:
        return endings.end(session, now=now)


def _expire(now: datetime) -> int:
    with transaction() as session:
        return retention_services.enforce(session, now=now)


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
    left = outbox.due(db.session(), now=utcnow() + outbox.CLAIM_TTL)
    click.echo(f"Sent {sent}; {left} could not be sent and will be tried again.")
    if left:
        raise SystemExit(1)


@click.group("retention")
def retention_command() -> None:
    """Personal data, and the time for which they are kept."""


@retention_command.command("run")
@with_appcontext
def run_retention() -> None:
    """Let everything that is due expire now, without the worker."""
    report = enforce_retention(current_app.extensions["postman"], now=utcnow())
    click.echo(
        f"{report.entries} entries expired; {report.mails} mails, {report.reports} reports and"
        f" {report.files} files were forgotten. {report.told} people were emailed that their"
        f" details will be erased; the details of {report.ended} entries were erased."
    )


@click.command("worker")
@with_appcontext
def command() -> None:
    """Sequence the ledger, send mail, and let personal data expire, until stopped."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # the real app, for threads
    Worker(app, tasks(app)).run_forever()
