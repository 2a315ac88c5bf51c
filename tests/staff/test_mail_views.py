"""Emails that were given up, and entries under addresses that take none."""

from __future__ import annotations

from flask import Flask
from sqlalchemy.orm import Session

from tests.support.signup import post, sign_up_and_confirm, sign_ups
from tests.support.staff import member, sign_in, token
from tests.support.webclient import Client, Runner
from tracker.accounts.models import StaffRole, User
from tracker.core import outbox
from tracker.core.db import db, transaction
from tracker.core.outbox import OutboxMail
from tracker.core.upgrade_notes import UpgradeNote
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement, Officer
from tracker.ledger import sequencer
from tracker.review import unwritable_addresses
from tracker.review.queue import queries
from tracker.tallies import projection

WORD = "=?utf-8?q?one?=@people.example"


def test_staff_see_what_was_not_sent_and_try_it_again(
    app: Flask, client: Client, session: Session, now
) -> None:
    member(app, "Ada", StaffRole.ADMIN)
    sign_in(client, "Ada")
    assert "Every email was sent." in client.get("/staff/mail").text
    vault = app.extensions["vault"]
    outbox.queue(session, vault, template="verified", to=WORD, context={}, now=now)
    session.add(
        UpgradeNote(revision="0025", noted_at=now, found="same_mailbox", rows=[[11, 12], [13, 14]])
    )
    session.commit()
    with app.app_context():
        assert app.extensions["postman"].deliver_due(now=now) == 0
    page = client.get("/staff/mail")
    assert "No email can be written to this address." in page.text
    assert "verified" in page.text and "people.example" not in page.text
    assert "11, 12; 13, 14" in page.text
    (mail,) = outbox.given_up(session)
    again = f"/staff/mail/{mail.id}/again"
    assert client.post(again, data={"csrf_token": token(page)}).status_code == 303
    session.rollback()
    assert outbox.given_up(session) == []
    assert session.get_one(OutboxMail, mail.id, populate_existing=True).given_up_at is None
    assert client.post(again, data={"csrf_token": token(page)}).status_code == 404


def test_entries_under_addresses_that_take_no_mail_are_suspended_by_decisions(
    app: Flask, client: Client, session: Session, runner: Runner, sequence, now
) -> None:
    for address in ("one@people.example", "two@people.example"):
        sign_up_and_confirm(app, client, "individual", email=address)
    assert post(client, "organisation").status_code == 303
    good, counted, waiting = sign_ups(app)
    with app.app_context(), transaction() as own:
        sealed = app.extensions["vault"].seal(WORD)
        own.get_one(Endorsement, counted.id).supporter.email_sealed = sealed
        own.get_one(Officer, waiting.id).email_sealed = sealed
    sequence()
    email = session.get_one(User, member(app, "Ada", StaffRole.REVIEWER)).email
    named = runner.invoke(args=["addresses", "check"])
    assert named.exit_code == 1 and "2 entries; 2 left as they are." in named.output
    assert counted.reference in named.output and good.reference not in named.output
    refused = runner.invoke(args=["addresses", "check", "--suspend", "--as", "nobody@ngo.example"])
    assert refused.exit_code == 2
    done = runner.invoke(args=["addresses", "check", "--suspend", "--as", email])
    assert done.exit_code == 0, done.output
    sequence()
    statuses = [(entry.status, entry.flag) for entry in sign_ups(app)]
    assert statuses == [
        (Status.VERIFIED, ""),
        (Status.SUSPENDED, ""),
        (Status.UNCONFIRMED, unwritable_addresses.FLAG),
    ]
    with app.app_context():
        assert queries.newest_decision_id(db.session(), counted.id)
        size = sequencer.size(db.session())
        assert projection.differences(db.session(), size=size) == []
    assert runner.invoke(args=["addresses", "check"]).exit_code == 1, "the held one still waits"
    again = runner.invoke(args=["addresses", "check", "--suspend", "--as", email])
    assert again.exit_code == 0
