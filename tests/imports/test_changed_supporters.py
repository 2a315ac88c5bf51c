"""Lists against States whose grade changes, and organisations that were renamed or are no more."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.imports import applied, begin, go, outcomes
from tests.support.pages import entry_of
from tests.support.review_cases import do, organisation, recorded, reviewers
from tracker.accounts.models import User
from tracker.endorsements import succession
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.lifecycle import Action
from tracker.imports.models import ImportRun, Outcome
from tracker.initiatives.grades import Grade
from tracker.supporters import renames
from tracker.supporters.events import Happened

INITIATIVE = "1-for-7-billion"


@pytest.fixture
def staff(app: Flask, session: Session) -> list[User]:
    return reviewers(app, session, "ada", "ben")


def planned(
    app: Flask, session: Session, staff: User, now: datetime, listed: str, slug: str = INITIATIVE
) -> ImportRun:
    return go(app, session, begin(app, session, staff, now, listed, slug), now)


def test_a_list_that_shows_a_state_as_endorsed_is_the_text_of_the_regrade(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    canada = entry_of(session, "CAN")
    assert canada.grade is Grade.VOICED
    run = begin(app, session, staff[0], now, "State,Date\nCanada,2017-03-01\n")
    run = applied(app, session, run, staff[0], now)
    assert outcomes(session, run) == {2: Outcome.CHANGED}
    (change,) = session.scalars(select(ProposedChange).where(ProposedChange.settled_at.is_(None)))
    assert (change.action, change.grade) == (Action.REGRADE, Grade.ENDORSED)
    assert change.instrument_id == run.instrument_id is not None


def test_an_organisation_is_known_by_its_former_name_and_after_its_end(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = recorded(app, session, organisation(session, "Old Lake Institute"), staff[0], now)
    do(app, session, Action.VERIFY, entry, staff[1], now)
    on = date(2026, 9, 1)
    reported = Happened(on=on, source="Register", staff_id=staff[0].id)
    renames.rename(session, entry.supporter, "New Lake Institute", reported, now=now)
    listed = "Organisation,Date\nOld Lake Institute,2026-04-01\n"
    run = planned(app, session, staff[0], now, listed)
    assert outcomes(session, run) == {2: Outcome.CHANGED}  # the day differs, not the organisation
    succession.end(session, entry.supporter, reported, now=now)
    for day, outcome in (("2026-04-01", Outcome.UNCHANGED), ("2026-10-01", Outcome.CONFLICTING)):
        listed = f"Organisation,Date\nNew Lake Institute,{day}\n"
        run = planned(app, session, staff[0], now, listed)
        assert outcomes(session, run) == {2: outcome}
