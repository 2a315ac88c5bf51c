"""A mission's own instrument for a State that is recorded already: evidence of the same entry."""

from __future__ import annotations

from datetime import date, datetime

from flask import Flask
from markupsafe import escape
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.review_cases import (
    BEGAN,
    counted,
    decided,
    do,
    government,
    mailed,
    recorded,
    verified_government,
)
from tests.support.signup import GOVERNMENT, link_in, newest_mail, post, press_confirm
from tests.support.staff import member, sign_in
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole, User
from tracker.core.clock import utcnow
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.initiatives.grades import Grade
from tracker.review.queue import queries
from tracker.supporters.models import Supporter

A = Action
SLUG = "act-code-of-conduct"


def listed(session: Session, iso3: str) -> Endorsement:
    """A State's entry of the published record on the Code of Conduct."""
    entry = session.scalars(
        select(Endorsement)
        .join(Endorsement.supporter)
        .join(Endorsement.initiative)
        .where(
            Supporter.state_iso3 == iso3,
            Endorsement.origin == Origin.PUBLISHED_RECORD,
            Endorsement.initiative.has(slug=SLUG),
        )
    ).one()
    return queries.item(session, entry.id)


def test_a_missions_own_entry_is_evidence_of_the_one_recorded_in_2015(
    app: Flask, client: Client, session: Session, staff: list[User]
) -> None:
    session.commit()
    standing = listed(session, "FRA")
    before = standing.effective_on, counted(session, standing)
    assert before[0] is not None and before[0].year == 2015
    sources = {piece.instrument_id for piece in standing.evidence}

    form = client.get(f"/initiatives/{SLUG}/endorse?kind=government").text
    assert "France (recorded " in form and "further evidence of its entry" in form
    source = str(escape(standing.evidence[0].instrument.source))
    assert "France is recorded already" in form and source in form
    assert post(client, "government", slug=SLUG, state="FRA").status_code == 303
    link = link_in(newest_mail(app), "confirm")
    page = client.get(link).text
    assert "France is recorded already" in page and "2015" in page and source in page
    assert "the recorded date stays" in page
    assert press_confirm(client, link).status_code == 303
    mailed = newest_mail(app).get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "France is recorded already" in mailed and "the recorded date stays" in mailed

    new = session.scalars(select(Endorsement).order_by(Endorsement.id.desc())).first()
    assert new is not None
    member(app, "Eve", StaffRole.REVIEWER)
    other = Client(app)
    sign_in(other, "Eve")
    page = other.get(f"/staff/endorsements/{new.id}").text
    assert "recorded already for this initiative, since" in page and standing.reference in page

    now = utcnow()
    entry = queries.item(session, new.id)
    do(app, session, A.APPROVE, entry, session.merge(staff[1]), now)
    do(app, session, A.VERIFY, entry, session.merge(staff[2]), now)
    session.expire_all()
    standing, entry = queries.item(session, standing.id), queries.item(session, entry.id)
    assert (standing.status, entry.status) == (Status.VERIFIED, Status.SUPERSEDED)
    assert entry.superseded_by_id == standing.id
    assert (standing.effective_on, counted(session, standing)) == before
    assert counted(session, entry) == []
    assert {piece.instrument_id for piece in standing.evidence} == sources | {
        piece.instrument_id for piece in entry.evidence
    }
    assert decided(session, standing)[-1] is A.CITE
    session.commit()
    told = newest_mail(app)
    assert told["To"] == GOVERNMENT["email"]
    words = told.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "added as evidence to the entry of France" in words and "2015" in words
    client.post("/manage", data={"email": GOVERNMENT["email"]})
    own = client.get(link_in(newest_mail(app), "manage")).text
    assert "added as evidence to the entry of France" in own
    assert client.get(f"/endorsements/{entry.id}").status_code == 404
    assert "Evidence added or changed" in client.get(f"/endorsements/{standing.id}").text


def test_two_people_stand_behind_the_evidence_that_joins(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    old = verified_government(app, session, staff, now)
    new = recorded(app, session, government(session, effective_on=date(2026, 9, 1)), staff[0], now)
    do(app, session, A.APPROVE, new, staff[3], now)
    do(app, session, A.VERIFY, new, staff[1], now)
    change = session.get_one(ProposedChange, old.change_id)
    assert (change.action, change.proposer_id, change.seconder_id) == (
        A.CITE,
        staff[3].id,
        staff[1].id,
    )
    assert old.effective_on == BEGAN and len(counted(session, old)) == 1
    assert mailed(session) == ["verified", "joined"]


def test_a_higher_grade_begins_a_new_period_of_the_same_entry(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    old = verified_government(app, session, staff, now, grade=Grade.VOICED)
    new = recorded(app, session, government(session, effective_on=date(2026, 9, 1)), staff[0], now)
    do(app, session, A.APPROVE, new, staff[3], now)
    do(app, session, A.VERIFY, new, staff[1], now)
    assert (old.status, old.grade) == (Status.VERIFIED, Grade.ENDORSED)
    assert (new.status, new.superseded_by_id) == (Status.SUPERSEDED, old.id)
    assert counted(session, old) == [
        ("voiced", 1, "2026-03-31"),
        ("voiced", -1, "2026-09-01"),
        ("endorsed", 1, "2026-09-01"),
    ]
    assert counted(session, new) == []
    assert decided(session, old)[-2:] == [A.REGRADE, A.CITE]


def test_a_lower_grade_changes_no_grade(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    old = verified_government(app, session, staff, now)
    letter = government(session, effective_on=date(2026, 9, 1), grade=Grade.VOICED)
    new = recorded(app, session, letter, staff[0], now)
    do(app, session, A.APPROVE, new, staff[3], now)
    do(app, session, A.VERIFY, new, staff[1], now)
    assert (old.grade, old.effective_on, len(counted(session, old))) == (Grade.ENDORSED, BEGAN, 1)
