"""A person's first sign-up leaves the same rows as any later one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask import Flask
from sqlalchemy import select

from tracker.core.crypto import Vault
from tracker.core.db import db, transaction
from tracker.endorsements import signup
from tracker.endorsements.models import Consent, ConsentPurpose, Endorsement, Origin
from tracker.endorsements.submission import Submission
from tracker.initiatives import queries as initiatives
from tracker.supporters.models import Supporter, SupporterKind

AGREED = (ConsentPurpose.COUNTED, ConsentPurpose.AGE, ConsentPurpose.NAMED)


def sign(app: Flask, now: datetime, *slugs: str, email: str = "b@people.example") -> None:
    vault: Vault = app.extensions["vault"]
    with app.app_context(), transaction() as session:
        every = initiatives.briefs(session, now.date())
        submission = Submission(
            kind=SupporterKind.INDIVIDUAL,
            initiatives=tuple(every[slug] for slug in slugs),
            email=email,
            name="Amina Diallo",
            country="SN",
            consents=AGREED,
            be_named=True,
            words="It is time.",
        )
        signup.submit(session, vault, submission, now=now)


def recorded(app: Flask) -> dict[str, dict[str, Any]]:
    """Every signed-up endorsement by its initiative, as plain values, with its consents."""
    with app.app_context():
        rows = db.session.scalars(
            select(Endorsement).where(Endorsement.origin == Origin.SIGN_UP)
        ).all()
        return {
            row.initiative.slug: {
                one.name: getattr(row, one.name)
                for one in Endorsement.__table__.columns
                if one.name not in ("id", "initiative_id")
            }
            | {
                "consents": {
                    (one.purpose, one.version, one.language, one.given_at)
                    for one in db.session.scalars(
                        select(Consent).where(Consent.endorsement_id == row.id)
                    )
                }
            }
            for row in rows
        }


def test_a_first_and_a_later_sign_up_leave_the_same_rows(app: Flask, now: datetime) -> None:
    sign(app, now, "unpa", "1-for-7-billion")
    sign(app, now, "un2020")
    found = recorded(app)
    assert found["unpa"] == found["1-for-7-billion"] == found["un2020"]
    assert {purpose for purpose, *_ in found["unpa"]["consents"]} == set(AGREED)


def test_an_address_is_one_person_however_often_it_signs(app: Flask, now: datetime) -> None:
    sign(app, now, "unpa")
    sign(app, now, "un2020", email="B@people.example")
    sign(app, now, "unpa", email="c@people.example")
    with app.app_context():
        people = db.session.scalars(
            select(Supporter).where(Supporter.email_digest.is_not(None))
        ).all()
    assert len(people) == 2
    assert {one.name for one in people} == {"Amina Diallo"}
