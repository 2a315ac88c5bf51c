"""What an initiative allows of its entries: nothing more once archived, and only grades it uses."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, insert, select, update
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from tests.support.review_cases import (
    do,
    government,
    organisation,
    recorded,
    reviewers,
    vault,
    verdict,
    verified_government,
)
from tracker.core.errors import RuleBroken
from tracker.endorsements import engine, services
from tracker.endorsements.lifecycle import SUPPORTER, Action, ReasonCode, Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.ledger.models import LedgerEvent
from tracker.review.decisions import corrections, proposals

ARCHIVED = {"closed_on": date(2026, 11, 1), "archived_on": date(2026, 11, 20)}


def test_an_archived_entry_is_read_only_to_staff_and_its_supporter_may_leave(
    app: Flask, session: Session, now: datetime
) -> None:
    ada, ben, cleo = staff = reviewers(app, session, "ada", "ben", "cleo")
    entry = recorded(app, session, organisation(session), ada, now)
    do(app, session, Action.VERIFY, entry, ben, now)
    state = verified_government(app, session, staff, now)
    session.execute(update(Initiative).values(ARCHIVED))
    session.commit()
    session.expire_all()
    events = session.scalar(select(func.count()).select_from(LedgerEvent))

    for letter in (organisation(session, "Another"), government(session, "GAB")):
        with pytest.raises(RuleBroken, match="does not take endorsements"):
            recorded(app, session, letter, ada, now)
        session.rollback()
    doubt = {"reason": ReasonCode.OTHER, "words": "Doubtful."}
    for action in (Action.SUSPEND, Action.WITHDRAW):
        with pytest.raises(RuleBroken, match="was archived on"):
            do(app, session, action, entry, cleo, now, **doubt)
        session.rollback()
    with pytest.raises(RuleBroken, match="was archived on"):
        proposals.propose(
            session,
            vault(app),
            state,
            Action.SUSPEND,
            verdict(session, state, ada, **doubt),
            now=now,
        )
    with pytest.raises(RuleBroken, match="was archived on"):
        corrections.correct(
            session,
            entry,
            ada,
            {"name": "Lakeside"},
            seen=verdict(session, entry, ada).seen,
            words="",
            now=now,
        )
    session.rollback()
    assert session.scalar(select(func.count()).select_from(LedgerEvent)) == events

    services.withdraw(session, entry, now=now)
    do(app, session, Action.WITHDRAW, entry, cleo, now, reason=ReasonCode.CALLED_BACK)
    assert entry.status is Status.WITHDRAWN


def test_the_database_keeps_an_archive_as_it_is(
    app: Flask, session: Session, now: datetime
) -> None:
    ada, ben = reviewers(app, session, "ada", "ben")
    entry = recorded(app, session, organisation(session), ada, now)
    do(app, session, Action.VERIFY, entry, ben, now)
    session.execute(update(Initiative).values(ARCHIVED))
    session.commit()
    change = update(Endorsement).where(Endorsement.id == entry.id)
    with pytest.raises(DatabaseError):
        session.execute(change.values(status=Status.SUSPENDED))
    session.rollback()
    with pytest.raises(DatabaseError):
        session.execute(
            insert(Endorsement).values(
                initiative_id=entry.initiative_id,
                supporter_id=entry.supporter_id,
                kind=entry.kind,
                origin=Origin.SIGN_UP,
                submitted_at=now,
                status=Status.UNCONFIRMED,
                status_since=now,
                grade=Grade.ENDORSED,
            )
        )
    session.rollback()
    step: dict[str, Any] = {"source": Status.VERIFIED, "target": Status.WITHDRAWN}
    engine.decide(session, entry, Action.WITHDRAW, SUPPORTER, now=now, **step)
    session.execute(change.values(status=Status.WITHDRAWN, status_since=now))


def test_a_grade_that_is_not_used_is_refused(app: Flask, session: Session, now: datetime) -> None:
    staff = reviewers(app, session, "ada", "ben", "cleo")
    entry = verified_government(app, session, staff, now)
    session.execute(update(Initiative).values(grades=frozenset({Grade.ENDORSED})))
    session.commit()
    session.expire_all()
    with pytest.raises(RuleBroken, match="does not use this grade"):
        recorded(app, session, government(session, "GAB", grade=Grade.VOICED), staff[0], now)
    session.rollback()
    with pytest.raises(RuleBroken, match="does not use this grade"):
        proposals.propose(
            session,
            vault(app),
            entry,
            Action.REGRADE,
            verdict(session, entry, staff[0]),
            now=now,
            grade=Grade.VOICED,
            on=now.date(),
        )
    session.rollback()
    with pytest.raises(DatabaseError):
        session.execute(
            update(Endorsement).where(Endorsement.id == entry.id).values(grade=Grade.VOICED)
        )
