"""`flask tallies verify`: whoever tampers with one of the four accounts leaves a difference."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from tests.support import factories, merges
from tests.support.staff import member
from tests.support.webclient import Client, Runner, apart
from tracker import worker_tasks
from tracker.accounts.models import StaffRole
from tracker.core import append_only
from tracker.core.clock import utcnow
from tracker.core.db import db
from tracker.core.health import Inspection, beat
from tracker.core.health_views import INSPECTION_LATE_AFTER
from tracker.core.outbox import OutboxMail
from tracker.core.worker import SideTask
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.models import Endorsement
from tracker.initiatives.models import Initiative
from tracker.supporters.models import SupporterKind
from tracker.tallies import findings, verification

TABLES = (
    "checkpoints",
    "decisions",
    "endorsements",
    "evidence",
    "ledger_events",
    "supporters",
)
COPIED = (
    "INSERT INTO ledger_events (initiative_id, endorsement_id, kind, grade, delta, effective_on,"
    " effective_precision, cause, membership, state_iso3, supporter_id, commitment)"
    " SELECT initiative_id, endorsement_id, kind, grade, delta, effective_on, effective_precision,"
    " cause, membership, state_iso3, supporter_id, commitment"
    " FROM ledger_events WHERE endorsement_id = :id"
)
FORGED = "INSERT INTO checkpoints (size, recorded_at) VALUES (500, '2026-11-23 00:00:00.000000')"
BACKDATED = "UPDATE ledger_events SET recorded_at = '2020-01-01 00:00:00.000000' WHERE position = 3"
GOVERNMENT, ORGANISATION = SupporterKind.GOVERNMENT, SupporterKind.ORGANISATION
PERSON, MEMBER = SupporterKind.INDIVIDUAL, SupporterKind.PARLIAMENTARIAN


def tamper(session: Session, *statements: str, **values: Any) -> None:
    """Change rows as somebody would who has the database, its triggers put aside."""
    session.commit()
    if session.connection().dialect.name == "postgresql":
        session.execute(text("SET LOCAL session_replication_role = replica"))
        for statement in statements:
            session.execute(text(statement), values)
    else:
        with append_only.without_triggers(session, TABLES):
            for statement in statements:
                session.execute(text(statement), values)
    session.commit()


def found(session: Session) -> list[str]:
    lines = [str(difference) for difference in verification.verify(session).differences]
    session.rollback()
    return lines


@pytest.fixture
def made(session: Session, sequence: Callable[..., int], now: datetime) -> Initiative:
    """An initiative with an entry in each way of having been counted, or not."""
    initiative = factories.initiative(session)
    states = iter(("FRA", "MEX", "KEN", "VAT"))
    for kind in SupporterKind:
        for step in (None, Action.SUSPEND, Action.WITHDRAW, Action.INVALIDATE):
            if kind is PERSON and step is Action.WITHDRAW:
                continue
            state = next(states) if kind is GOVERNMENT else None
            entry = factories.verified(session, initiative, kind, now=now, state=state)
            if step is Action.INVALIDATE:
                factories.by_staff(session, entry, Action.SUSPEND, now=now)
            if step is not None:
                later = now + timedelta(days=3)
                factories.by_staff(session, entry, step, now=later)
        if kind is not GOVERNMENT:
            factories.pending(session, initiative, kind, now=now)
    sequence(session, now=now)
    return initiative


def entry_of(
    session: Session, kind: SupporterKind, status: Status = Status.VERIFIED
) -> Endorsement:
    query = select(Endorsement).where(Endorsement.kind == kind, Endorsement.status == status)
    return session.scalars(query.order_by(Endorsement.id).limit(1)).one()


def test_the_seeded_record_agrees(app: Flask, session: Session, runner: Runner) -> None:
    done = runner.invoke(args=["tallies", "verify"])
    assert done.exit_code == 0 and "agree" in done.output
    done = runner.invoke(args=["tallies", "verify", "--json"])
    summary = json.loads(done.stdout)
    assert (summary["count"], summary["differences"]) == (0, [])
    assert summary["entries"] == session.scalar(select(func.count()).select_from(Endorsement))


def test_a_lawful_world_agrees(empty_app: Flask, session: Session, made: Initiative) -> None:
    assert found(session) == []


def test_merging_and_parting_agree(
    empty_app: Flask, session: Session, now: datetime, sequence: Callable[..., int]
) -> None:
    first, second = factories.initiative(session), factories.initiative(session, "second")
    kept, gone, third = (factories.supporter(session, ORGANISATION, now=now) for _ in range(3))
    merges.verified(session, kept, first, now=now, on=now.date())
    merges.verified(session, gone, first, now=now, on=now.date() - timedelta(days=9))
    merges.verified(session, gone, second, now=now, on=now.date())
    merges.verified(session, third, second, now=now, on=now.date())
    inner = merges.merged(session, kept, gone, now=now)
    outer = merges.merged(session, third, kept, now=now)
    sequence(session)
    assert found(session) == []
    for merge in (outer, inner):
        merges.parted(session, merge, now=now)
        sequence(session)
        assert found(session) == []


def test_a_government_moved_to_another_state_is_found(
    app: Flask, session: Session, runner: Runner
) -> None:
    """On a copy of the database without its triggers, an entry is given to another State."""
    entry = session.scalars(
        select(Endorsement)
        .join(Endorsement.supporter)
        .where(Endorsement.kind == GOVERNMENT, Endorsement.supporter.has(state_iso3="FRA"))
        .limit(1)
    ).one()
    tamper(
        session,
        "UPDATE endorsements SET supporter_id ="
        " (SELECT id FROM supporters WHERE state_iso3 = 'PRK') WHERE id = :id",
        id=entry.id,
    )
    done = runner.invoke(args=["tallies", "verify", "--json"])
    assert done.exit_code == 1
    summary = json.loads(done.stdout)
    assert summary["count"] == 1
    assert summary["differences"][0]["entry"] == entry.id
    assert "another" in summary["differences"][0]["what"]
    output = runner.invoke(args=["tallies", "verify"]).output
    assert entry.reference in output


@pytest.mark.parametrize(
    ("kind", "status", "change", "what"),
    [
        (GOVERNMENT, "verified", "supporter_id = {other}", "for another"),
        (ORGANISATION, "verified", "supporter_id = {other}", "for another"),
        (ORGANISATION, "withdrawn", "supporter_id = {other}", "for another"),
        (PERSON, "verified", "commitment_salt = 'forged'", "for another"),
        (MEMBER, "verified", "commitment_salt = 'forged'", "for another"),
        (ORGANISATION, "verified", "initiative_id = {elsewhere}", "for another"),
        (PERSON, "verified", "initiative_id = {elsewhere}", "for another"),
        (GOVERNMENT, "verified", "grade = 'voiced'", "not as the ledger"),
        (ORGANISATION, "verified", "effective_on = '2001-01-01'", "not as the ledger"),
        (PERSON, "verified", "effective_on = '2001-01-01'", "not as the ledger"),
        (GOVERNMENT, "verified", "effective_precision = 'by'", "not as the ledger"),
        (ORGANISATION, "withdrawn", "ended_on = '2026-11-24'", "not as the ledger"),
        (ORGANISATION, "verified", "status = 'withdrawn'", "the last decision says verified"),
        (PERSON, "unconfirmed", "status = 'verified', effective_on = '2026-11-23'", "decided so"),
        (ORGANISATION, "suspended", "status = 'verified'", "the last decision says suspended"),
        (ORGANISATION, "invalidated", "status = 'verified'", "the last decision says invalidated"),
        (GOVERNMENT, "verified", "first_approver_id = {staff}", "those who approved"),
        (GOVERNMENT, "verified", "second_approver_id = {staff}", "those who approved"),
        (GOVERNMENT, "withdrawn", "second_approver_id = {staff}", "those who approved"),
        (ORGANISATION, "verified", "first_approver_id = {staff}", "those who approved"),
        (MEMBER, "verified", "first_approver_id = {staff}", "those who approved"),
        (PERSON, "verified", "first_approver_id = {staff}", "those who approved"),
    ],
)
def test_an_entry_that_was_changed_is_named(
    empty_app: Flask,
    session: Session,
    made: Initiative,
    now: datetime,
    kind: SupporterKind,
    status: str,
    change: str,
    what: str,
) -> None:
    entry = entry_of(session, kind, Status(status))
    elsewhere = factories.initiative(session, "elsewhere")
    if kind is GOVERNMENT:
        other = factories.supporter(session, GOVERNMENT, now=now, state="KEN")
    else:
        other = factories.supporter(session, kind, now=now)
    values = {"other": other.id, "elsewhere": elsewhere.id, "staff": factories.staff(session)}
    session.commit()
    tamper(
        session,
        f"UPDATE endorsements SET {change.format(**values)} WHERE id = :id",
        id=entry.id,
    )
    lines = found(session)
    assert any(line.startswith(f"{entry.reference}: ") and what in line for line in lines), lines
    assert all(entry.reference in line for line in lines), "nothing else is named"


@pytest.mark.parametrize("kind", [GOVERNMENT, ORGANISATION, PERSON, MEMBER])
@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("DELETE FROM ledger_events WHERE endorsement_id = :id", "by its decisions 1"),
        (COPIED, "by its decisions 1"),
        ("UPDATE ledger_events SET delta = -1 WHERE endorsement_id = :id", "not as the ledger"),
        ("UPDATE ledger_events SET cause = 'lapse' WHERE endorsement_id = :id", "“lapse”: 1"),
        (
            "UPDATE ledger_events SET initiative_id = :elsewhere WHERE endorsement_id = :id",
            "for another",
        ),
        ("DELETE FROM decisions WHERE endorsement_id = :id", "nobody decided so"),
        (
            "UPDATE decisions SET to_status = 'rejected' WHERE endorsement_id = :id",
            "the last decision says rejected",
        ),
    ],
)
def test_a_ledger_or_log_that_was_changed_names_the_entry(
    empty_app: Flask,
    session: Session,
    made: Initiative,
    kind: SupporterKind,
    statement: str,
    what: str,
) -> None:
    entry = entry_of(session, kind)
    elsewhere = factories.initiative(session, "elsewhere").id
    values = {"id": entry.id} | ({"elsewhere": elsewhere} if ":elsewhere" in statement else {})
    tamper(session, statement, **values)
    lines = found(session)
    assert any(entry.reference in line and what in line for line in lines), lines


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE tally_days SET delta = delta + 1 WHERE state_iso3 = 'FRA'", "tally, "),
        ("DELETE FROM tally_days WHERE kind = 'organisation'", "tally, "),
        (FORGED, "checkpoint"),
        ("DELETE FROM checkpoints", "the ledger has"),
        ("UPDATE ledger_events SET position = 500 WHERE position = 3", "the ledger has"),
        (BACKDATED, "recorded before the one before it"),
        ("UPDATE supporters SET kind = 'individual' WHERE kind = 'parliamentarian'", "of another"),
    ],
)
def test_a_tally_or_checkpoint_that_was_changed_is_found(
    empty_app: Flask, session: Session, made: Initiative, statement: str, what: str
) -> None:
    tamper(session, statement)
    lines = found(session)
    assert any(what in line for line in lines), lines


def test_a_published_entry_without_its_evidence_is_found(app: Flask, session: Session) -> None:
    entry = entry_of(session, GOVERNMENT)
    tamper(session, "DELETE FROM evidence WHERE endorsement_id = :id", id=entry.id)
    assert found(session) == [
        f"{entry.reference}: is of the published record without decision or evidence"
    ]


def test_so_many_differences_are_counted_and_not_all_named(
    app: Flask, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "MAX_DIFFERENCES", 5)
    tamper(session, "UPDATE ledger_events SET cause = 'mistake'")
    done = verification.verify(session)
    assert len(done.differences) == 5 and done.count > 100


@pytest.fixture
def admins(app: Flask, session: Session) -> list[str]:
    """Two administrators, and a reviewer who is none."""
    names = ("ada", "ben")
    for name in names:
        member(app, name, StaffRole.ADMIN)
    member(app, "cleo", StaffRole.REVIEWER)
    return [f"{name}@staff.example" for name in names]


def told(app: Flask) -> list[tuple[str, str]]:
    """Who was mailed that the record differs, and in what words."""
    postman = app.extensions["postman"]
    with app.test_request_context():
        query = select(OutboxMail).where(OutboxMail.template == "record_differs")
        rows = db.session.scalars(query.order_by(OutboxMail.id)).all()
        composed = [postman.compose(row) for row in rows]
    return [(mail["To"], mail.get_body(("plain",)).get_content()) for mail in composed]


def ready(client: Client, session: Session) -> tuple[int, str]:
    beat(session, "worker", now=utcnow())
    session.commit()
    answer = client.get("/readyz")
    assert answer.json is not None
    return answer.status_code, answer.json["checks"].get("tallies", "")


def test_a_difference_turns_readiness_red_and_is_mailed_once(
    app: Flask, session: Session, client: Client, runner: Runner, admins: list[str]
) -> None:
    at = utcnow()

    def verify() -> int:
        nonlocal at
        at += timedelta(hours=1)
        return apart(lambda: _in_the_worker(app, at))

    assert verify() == 0
    assert ready(client, session) == (200, "ok") and told(app) == []
    entry = entry_of(session, GOVERNMENT)
    session.rollback()
    tamper(session, "DELETE FROM evidence WHERE endorsement_id = :id", id=entry.id)
    assert verify() == 1
    code, readiness = ready(client, session)
    assert code == 503 and "1 difference" in readiness and "flask tallies verify" in readiness
    first = told(app)
    assert sorted(address for address, _words in first) == admins
    assert all(entry.reference in words for _address, words in first)
    assert verify() == 1
    assert told(app) == first, "what was found before is not mailed again"
    tamper(session, "UPDATE tally_days SET delta = delta + 1 WHERE state_iso3 = 'FRA'")
    assert verify() > 1
    later = told(app)[len(first) :]
    assert sorted(address for address, _words in later) == admins
    assert all("FRA" in words and entry.reference not in words for _address, words in later)
    assert runner.invoke(args=["tallies", "rebuild"]).exit_code == 0
    assert runner.invoke(args=["tallies", "verify"]).exit_code == 1, "one is left"
    assert "1 difference" in ready(client, session)[1], "the command keeps what it found as well"


def _in_the_worker(app: Flask, at: datetime) -> int:
    with app.app_context():
        try:
            return worker_tasks.verify_record(at)
        finally:
            db.session.remove()


def test_what_was_just_verified_is_left(app: Flask, session: Session) -> None:
    """Several machines' workers verify once an hour between them."""
    at = utcnow()
    assert apart(lambda: _in_the_worker(app, at)) == 0
    tamper(session, "DELETE FROM evidence")
    assert apart(lambda: _in_the_worker(app, at + timedelta(minutes=10))) == 0
    assert apart(lambda: _in_the_worker(app, at + timedelta(hours=1))) > 0


def test_an_overdue_verification_is_not_ready(app: Flask, session: Session, client: Client) -> None:
    at = utcnow() - INSPECTION_LATE_AFTER - timedelta(minutes=1)
    session.add(Inspection(name=findings.NAME, inspected_at=at, count=0, findings=[]))
    code, readiness = ready(client, session)
    assert code == 503 and readiness.startswith("last verified at")


def test_the_worker_verifies_beside_its_other_tasks(app: Flask, session: Session) -> None:
    (task,) = [task for task in worker_tasks.tasks(app) if task.name == "verification"]
    assert task.every == 3600
    assert task.run(utcnow()) == 0, "the worker goes on at once"
    side: SideTask = task.run.__self__  # type: ignore[attr-defined]  # a bound method
    assert side.wait(30)
    session.rollback()
    assert session.get_one(Inspection, findings.NAME).count == 0
