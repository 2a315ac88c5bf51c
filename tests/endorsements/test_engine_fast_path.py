"""The short way to confirm does exactly what the engine does."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from tests.support.signup import post, sign_ups
from tests.support.webclient import Client
from tracker.core.db import db, transaction
from tracker.endorsements import engine_fast_path, queries
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Consent, Endorsement, still
from tracker.endorsements.signup import confirmation
from tracker.endorsements.signup.submission import Submission
from tracker.initiatives import queries as initiatives
from tracker.initiatives.queries import Brief
from tracker.ledger.models import LedgerEvent
from tracker.supporters.models import Supporter, SupporterKind

SLUGS = ("unpa", "act-code-of-conduct")
OWN = {
    *("id", "endorsement_id", "supporter_id", "commitment", "commitment_salt", "submitted_at"),
    *("email_digest", "email_sealed", "created_at", "given_at"),
}


def facts(row: Any) -> dict[str, Any]:
    return {
        one.name: getattr(row, one.name) for one in row.__table__.columns if one.name not in OWN
    }


@pytest.mark.parametrize("named", [True, False, None])
@pytest.mark.parametrize("number", [1, 2])
def test_both_ways_leave_the_same_rows(
    app: Flask, client: Client, session: Session, now: datetime, named: bool | None, number: int
) -> None:
    every = initiatives.briefs(session, now.date())
    slugs = SLUGS[:number]
    also = str(every[slugs[1]].id) if number == 2 else ""
    post(client, "individual", words="Yes.", also=also)
    post(client, "individual", email="b@people.example", words="Yes.", also=also)
    ids = [one.id for one in sign_ups(app)]
    short, long = ids[:number], ids[number:]
    asked = tuple(every[slug] for slug in slugs)
    with app.app_context():
        with transaction() as session:
            corrected = None if named is None else _corrected(asked, named=named)
            assert engine_fast_path.count_newcomer(session, short, corrected, now=now)
            confirmation.take(session, queries.by_ids(session, long), corrected, now=now)
        models: tuple[Any, ...] = (Endorsement, Decision, LedgerEvent, Consent, Supporter)
        for model in models:
            key = model.id if model in (Endorsement, Supporter) else model.endorsement_id
            both: Any = (short, long)
            if model is Supporter:
                both = [
                    [db.session.get_one(Endorsement, one).supporter_id for one in half]
                    for half in both
                ]
            one, other = (
                sorted(map(facts, db.session.scalars(select(model).where(key.in_(half)))), key=str)
                for half in both
            )
            assert one == other != []


@pytest.mark.parametrize("left_out", ["unpa", "act-code-of-conduct"])
def test_a_part_of_what_a_link_names_is_left_to_the_engine(
    app: Flask, client: Client, session: Session, now: datetime, left_out: str
) -> None:
    every = initiatives.briefs(session, now.date())
    post(client, "individual", also=str(every["act-code-of-conduct"].id))
    ids = [one.id for one in sign_ups(app)]
    kept = tuple(one for slug, one in every.items() if slug in SLUGS and slug != left_out)
    with app.app_context(), transaction() as session:
        assert not engine_fast_path.count_newcomer(
            session, ids, _corrected(kept, named=True), now=now
        )
        other = _corrected((*kept, every["1-for-7-billion"]), named=True)
        assert not engine_fast_path.count_newcomer(session, ids, other, now=now)
    assert {one.status for one in sign_ups(app)} == {Status.UNCONFIRMED}


def _corrected(asked: tuple[Brief, ...], *, named: bool) -> Submission:
    return Submission(
        kind=SupporterKind.INDIVIDUAL,
        initiatives=asked,
        email="",
        name="Amina D.",
        country=None,
        words="No.",
        be_named=named,
        consents=(),
        locale="fr",
    )


def test_a_link_that_names_nothing_counts_nothing(app: Flask, now: datetime) -> None:
    with app.app_context(), transaction() as session:
        assert not engine_fast_path.count_newcomer(session, [], None, now=now)


def test_it_takes_nobody_else(app: Flask, client: Client, now: datetime) -> None:
    post(client, "organisation")
    post(client, "individual", nickname="bot")
    with app.app_context():
        for entry in sign_ups(app):
            with transaction() as session:
                assert not engine_fast_path.count_newcomer(session, [entry.id], None, now=now)


def test_a_row_is_found_by_its_key_however_many_wait(app: Flask, session: Session) -> None:
    if session.get_bind().dialect.name != "postgresql":
        return
    guarded = select(Endorsement.id).where(Endorsement.id == 1, still(Status.UNCONFIRMED))
    sql = guarded.compile(session.connection(), compile_kwargs={"literal_binds": True})
    session.execute(text("SET LOCAL enable_seqscan = off"))
    plan = str(session.execute(text(f"EXPLAIN {sql}")).all())
    assert "pk_endorsements" in plan and "ix_endorsements_unconfirmed" not in plan
