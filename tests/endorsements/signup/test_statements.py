"""A person's first sign-up leaves the same rows as any later one; each has its own supporter."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from flask import Flask
from sqlalchemy import select

from tests.support.signup import AGREED, record_sign_ups
from tracker.core.crypto import Vault
from tracker.core.db import db, transaction
from tracker.core.outbox import OutboxMail, form_mail, queue_by_form
from tracker.endorsements.models import Consent, ConsentPurpose, Endorsement, Origin
from tracker.endorsements.signup import addresses
from tracker.supporters.models import Supporter


def recorded(app: Flask) -> dict[str, dict[str, Any]]:
    """Every signed-up endorsement by its initiative, as plain values, with its consents."""
    with app.app_context():
        rows = db.session.scalars(
            select(Endorsement).where(Endorsement.origin == Origin.SIGN_UP)
        ).all()
        return {
            row.initiative.slug: {
                column.name: getattr(row, column.name)
                for column in Endorsement.__table__.columns
                if column.name not in ("id", "initiative_id", "supporter_id")
            }
            | {
                "consents": {
                    (consent.purpose, consent.version, consent.language, consent.given_at)
                    for consent in db.session.scalars(
                        select(Consent).where(Consent.endorsement_id == row.id)
                    )
                }
            }
            for row in rows
        }


def test_a_first_and_a_later_sign_up_leave_the_same_rows(app: Flask, now: datetime) -> None:
    record_sign_ups(app, now, "unpa", "1-for-7-billion")
    record_sign_ups(app, now, "un2020")
    rows = recorded(app)
    assert rows["unpa"] == rows["1-for-7-billion"] == rows["un2020"]
    agreed = {purpose for purpose, *_ in rows["unpa"]["consents"]}
    assert agreed == set(AGREED) - {ConsentPurpose.NAMED}  # that is asked when it is confirmed


def test_an_address_is_nobodys_before_it_is_confirmed(app: Flask, now: datetime) -> None:
    record_sign_ups(app, now, "unpa")
    record_sign_ups(app, now, "un2020", email="B@people.example")
    record_sign_ups(app, now, "unpa", email="c@people.example")
    with app.app_context():
        claims = db.session.scalars(
            select(Supporter.claimed_digest).where(Supporter.claimed_digest.is_not(None))
        ).all()
        owned = select(Supporter).where(Supporter.email_digest.is_not(None))
        assert db.session.scalars(owned).all() == []
    assert len(claims) == 3 and len(set(claims)) == 2


def mails(app: Flask) -> list[tuple[str, list[int] | None, int | None]]:
    with app.app_context():
        queued = db.session.scalars(select(OutboxMail).order_by(OutboxMail.id)).all()
        return [(mail.template, mail.about, mail.slot) for mail in queued]


def test_a_mail_is_about_what_its_sign_up_made(app: Flask, now: datetime) -> None:
    record_sign_ups(app, now, "unpa", "1-for-7-billion")
    record_sign_ups(app, now, "un2020")
    record_sign_ups(app, now, "un2020", "unpa")
    record_sign_ups(app, now, "act-code-of-conduct")
    with app.app_context():
        made = db.session.scalars(
            select(Endorsement.id).where(Endorsement.origin == Origin.SIGN_UP)
        ).all()
    first, second, third, fourth, fifth, _unmailed = sorted(made)
    assert mails(app) == [
        ("confirm", [first, second], 1),
        ("confirm", [third], 2),
        ("confirm", [fourth, fifth], 3),
    ]


def test_who_had_three_mails_today_signs_up_without_one(app: Flask, now: datetime) -> None:
    vault: Vault = app.extensions["vault"]
    address = "b@people.example"
    with app.app_context(), transaction() as session:
        mail = partial(form_mail, vault, template="manage_link", to=address, context={}, now=now)
        digest = addresses.digest(vault, address)
        sent = [queue_by_form(session, mail(address_digest=digest)) for _ in range(4)]
    assert sent == [True, True, True, False]
    record_sign_ups(app, now, "unpa")
    assert set(recorded(app)) == {"unpa"}
    assert [slot for _template, _about, slot in mails(app)] == [1, 2, 3]
