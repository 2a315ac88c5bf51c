"""What was found of parliaments, of the selection of the Secretary-General and of votes: a fresh
site has it, and a site that the version before seeded gets it and loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.support import former_files
from tests.support.staff import member
from tracker import seed
from tracker.accounts.models import StaffRole
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.core.seed_files import Report
from tracker.initiatives.models import Document, Milestone, Reform, ReformStatus
from tracker.initiatives.reported_figures import Preference, ReportedTally
from tracker.initiatives.statements import Statement, Step, Voice
from tracker.ledger.models import LedgerEvent
from tracker.supporters.seed import rows

ASSESSED = {2, 3, 4, 5, 7}


def seeded() -> Report:
    with transaction() as session:
        return seed.load(session, now=utcnow())


@pytest.fixture
def former(empty_app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """The application on a database that the version before seeded; the files are today's again."""
    former_files.write(tmp_path)
    with empty_app.app_context(), monkeypatch.context() as patch:
        patch.setattr("tracker.supporters.seed.DATA", tmp_path)
        patch.setattr("tracker.initiatives.seed.DATA", tmp_path)
        assert seeded().added
    return empty_app


def statuses(session: Session) -> dict[int, ReformStatus]:
    return {reform.number: reform.status for reform in session.scalars(select(Reform))}


def test_a_site_of_the_version_before_gets_the_new_rows(former: Flask) -> None:
    with former.app_context():
        kept = {row.id: row.seed_key for row in db.session.scalars(select(Statement))}
        entries = db.session.scalar(select(func.count()).select_from(LedgerEvent))
        report = seeded()
        assert report.added == {
            "documents": 13,
            "milestones": 18,
            "reported_tallies": 16,
            "statements": 33 + 7,
            "veto_votes": 4,
        }
        assert set(report.changed) == {"reforms", "statements", "vetoes"}
        assert report.changed["vetoes"] == 1 and report.changed["reforms"] == len(ASSESSED)
        assert not (report.removed or report.kept or report.waiting)
        assert db.session.scalar(select(func.count()).select_from(LedgerEvent)) == entries
        now = {row.id: row.seed_key for row in db.session.scalars(select(Statement))}
        assert {id_: now[id_] for id_ in kept} == kept
        assert seeded().quiet


def test_where_editors_are_the_status_of_a_reform_waits_for_one(former: Flask) -> None:
    member(former, "Ada", StaffRole.EDITOR)
    with former.app_context():
        report = seeded()
        assert "reforms" not in report.changed
        assert [row for row in report.waiting if row.startswith("reforms ")] == [
            f"reforms reform 1-for-7-billion {number}" for number in sorted(ASSESSED)
        ]
        assert set(statuses(db.session()).values()) == {ReformStatus.NOT_ASSESSED}
        told = former.test_cli_runner().invoke(args=["seed"]).output
        assert "waits for an editor: reforms reform 1-for-7-billion 2" in told


def test_reforms_are_assessed_only_where_the_source_says_it(app: Flask) -> None:
    with app.app_context():
        found = statuses(db.session())
        partly = {number for number, status in found.items() if status is ReformStatus.PARTLY_MET}
        assert partly == ASSESSED
        assert {found[number] for number in {*range(1, 11)} - ASSESSED} == {
            ReformStatus.NOT_ASSESSED
        }
        for reform in db.session.scalars(select(Reform).where(Reform.number.in_(ASSESSED))):
            assert reform.is_proposed
            assert reform.evidence_source.startswith(("A/RES/69/321", "A/RES/79/327"))


def test_parliaments_have_days_and_only_resolutions_are_resolutions(app: Flask) -> None:
    with app.app_context():
        steps = {
            (row.speaker, row.dated): row.step
            for row in db.session.scalars(select(Statement).where(Statement.voice == "parliament"))
        }
        assert len(steps) == 12 + 7
        for dated in ("2008-11-05", "2009-08-06"):
            assert Step.RESOLUTION in {steps[key] for key in steps if key[1] == dated}
        committees = {key for key, step in steps.items() if step is Step.COMMITTEE}
        assert {name for name, _dated in committees} == {
            name for name, _dated in steps if "Commission" in name or "Committee" in name
        }
        requests = [key for key, step in steps.items() if step is Step.REQUEST]
        assert requests == [("Council of States of Switzerland", "2018-12-03")]


def test_every_member_states_statement_has_its_words_and_its_source(app: Flask) -> None:
    with app.app_context():
        shipped = list(rows("selection_statements.csv"))
        found = db.session.scalars(
            select(Statement).where(
                Statement.voice == Voice.GOVERNMENT, Statement.initiative_id.is_not(None)
            )
        ).all()
        assert len(found) == len(shipped) == 33
        assert all(row.quote and row.source and row.state_iso3 for row in found)
        assert {"CHN", "RUS", "USA"}.isdisjoint(row.state_iso3 for row in found)


def test_figures_of_the_research_lead_no_page(app: Flask) -> None:
    with app.app_context():
        found = db.session.scalars(
            select(ReportedTally).where(ReportedTally.tally_id >= former_files.NEWER)
        ).all()
        assert len(found) == 16
        assert {row.preferred for row in found} == {Preference.NO}


def test_what_is_leaked_says_so(app: Flask) -> None:
    with app.app_context():
        polls = db.session.scalars(
            select(Milestone).where(Milestone.what.contains("straw poll"))
        ).all()
        assert [poll.dated for poll in polls] == ["2016-07-21", "2026-07"]
        assert "leaked, not official" in polls[1].what
        symbols = db.session.scalars(select(Document.reference)).all()
        assert {"A/RES/69/321", "A/RES/79/327", "S/2015/988"} <= set(symbols)
