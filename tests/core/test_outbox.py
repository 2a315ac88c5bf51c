"""Mail waits in the database: with its reason, at most three a day, until it is sent."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.core import outbox
from tracker.core.crypto import Vault
from tracker.core.db import db, transaction
from tracker.core.outbox import GIVEN_UP_TTL, MAX_ATTEMPTS, MAX_MAILS_PER_DAY, SENT_TTL, OutboxMail

ADDRESS = "ruth@ngo.example"


def vault_of(app: Flask) -> Vault:
    vault: Vault = app.extensions["vault"]
    return vault


def by_form(app: Flask, session: Session, now: datetime, address: str = ADDRESS) -> bool:
    vault = vault_of(app)
    mail = outbox.form_mail(
        vault,
        template="manage_link",
        to=address,
        address_digest=vault.digest(address),
        context={},
        now=now,
    )
    return outbox.queue_by_form(session, mail)


def put(app: Flask, session: Session, now: datetime) -> OutboxMail:
    outbox.queue(session, vault_of(app), template="manage_link", to=ADDRESS, context={}, now=now)
    return session.scalars(select(OutboxMail).order_by(OutboxMail.id.desc())).first() or _none()


def _none() -> OutboxMail:
    raise AssertionError("Nothing was queued.")


def test_the_database_does_not_show_the_address(empty_app: Flask, session: Session, now) -> None:
    mail = put(empty_app, session, now)
    assert "ruth" not in mail.payload_sealed
    assert vault_of(empty_app).open_json(mail.payload_sealed)["to"] == ADDRESS


def test_three_mails_a_day_to_one_address(empty_app: Flask, session: Session, now) -> None:
    sent = [by_form(empty_app, session, now + timedelta(minutes=n)) for n in range(5)]
    assert sent == [True, True, True, False, False]
    assert by_form(empty_app, session, now, "another@ngo.example")
    assert by_form(empty_app, session, now + timedelta(days=1))


def test_what_a_decision_causes_has_no_limit(empty_app: Flask, session: Session, now) -> None:
    for _ in range(MAX_MAILS_PER_DAY + 2):
        put(empty_app, session, now)
    assert session.scalar(select(func.count()).select_from(OutboxMail)) == MAX_MAILS_PER_DAY + 2


def test_forms_at_once_do_not_pass_the_limit_together(empty_app: Flask, now) -> None:
    start = threading.Barrier(6)
    answers: list[bool] = []

    def ask() -> None:
        start.wait(10)
        with empty_app.app_context(), transaction() as session:
            answers.append(by_form(empty_app, session, now))

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(answers) == [False] * 3 + [True] * 3
    with empty_app.app_context():
        slots = db.session.scalars(select(OutboxMail.slot).order_by(OutboxMail.slot)).all()
    assert slots == [1, 2, 3]


def test_a_claimed_mail_is_nobody_elses_for_a_while(empty_app: Flask, session, now) -> None:
    put(empty_app, session, now)
    assert len(outbox.claim_due(session, now=now)) == 1
    session.flush()
    assert outbox.claim_due(session, now=now + timedelta(minutes=4)) == []
    assert len(outbox.claim_due(session, now=now + timedelta(minutes=6))) == 1


def test_a_failure_is_tried_again_ever_later_and_then_given_up(empty_app, session, now) -> None:
    mail = put(empty_app, session, now)
    waits = []
    for _ in range(MAX_ATTEMPTS - 1):
        mail.attempts += 1
        outbox.settle(mail, error="SMTPServerDisconnected", now=now)
        waits.append(mail.due_at - now)
    assert waits[:4] == [timedelta(minutes=n) for n in (1, 2, 4, 8)]
    assert max(waits) <= timedelta(days=1)
    mail.attempts += 1
    outbox.settle(mail, error="SMTPServerDisconnected", now=now)
    session.flush()
    assert outbox.claim_due(session, now=now + timedelta(days=3650)) == []


def test_sent_mails_are_forgotten_after_seven_days(empty_app: Flask, session, now) -> None:
    old, new, waiting = (put(empty_app, session, now) for _ in range(3))
    outbox.settle(old, error=None, now=now - SENT_TTL - timedelta(seconds=1))
    outbox.settle(new, error=None, now=now - SENT_TTL + timedelta(seconds=1))
    session.flush()
    assert outbox.forget_sent(session, now=now) == 1
    assert set(session.scalars(select(OutboxMail.id))) == {new.id, waiting.id}


def test_what_was_given_up_is_shown_and_forgotten_after_thirty_days(
    empty_app: Flask, session: Session, now
) -> None:
    mail = put(empty_app, session, now)
    outbox.settle(mail, error="BadInput", lasting=True, now=now)
    session.flush()
    assert outbox.given_up(session) == [mail]
    assert outbox.claim_due(session, now=now + timedelta(days=1)) == []
    assert outbox.due(session, now=now + timedelta(days=1)) == 0
    assert outbox.forget_sent(session, now=now + GIVEN_UP_TTL) == 0
    assert outbox.forget_sent(session, now=now + GIVEN_UP_TTL + timedelta(seconds=1)) == 1
