"""An import as a whole: planned, staged, appearing at once, approved by others, taken back."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support.imports import CODE, ORGANISATIONS, STATES, applied, begin, go, outcomes
from tests.support.pages import entry_of
from tests.support.review_cases import counted, decided, do, reviewers, vault
from tests.support.webclient import Runner
from tracker.accounts.models import User
from tracker.core.db import db
from tracker.core.errors import Conflict, RuleBroken
from tracker.endorsements import engine
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.lifecycle import Action, Actor, Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.imports import application, progress, services
from tracker.imports.models import ImportRow, ImportRun, Outcome, RunState
from tracker.initiatives.queries import by_slug
from tracker.ledger.models import DatePrecision
from tracker.review.bulk import services as bulk_services
from tracker.review.decisions import proposals
from tracker.review.duplicates import finder
from tracker.review.queue import queries
from tracker.review.queue.queries import Filters
from tracker.supporters.models import Supporter, SupporterKind


def made(session: Session, run: ImportRun) -> list[Endorsement]:
    ids = select(ImportRow.endorsement_id).where(ImportRow.run_id == run.id)
    return list(
        session.scalars(select(Endorsement).where(Endorsement.id.in_(ids)).order_by(Endorsement.id))
    )


@pytest.fixture
def staff(app: Flask, session: Session) -> list[User]:
    members = reviewers(app, session, "ada", "ben", "eve")
    session.commit()
    return members


def test_a_list_of_states_becomes_entries_in_review(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    run = go(app, session, begin(app, session, staff[0], now, STATES), now)
    assert run.state is RunState.PLANNED
    assert outcomes(session, run) == {2: Outcome.ADDED, 3: Outcome.UNCHANGED, 4: Outcome.ADDED}
    run = applied(app, session, run, staff[0], now)
    kenya, ivory = made(session, run)
    assert (kenya.effective_on, kenya.effective_precision) == (date(2016, 5, 1), DatePrecision.ON)
    assert (ivory.effective_on, ivory.effective_precision) == (date(2016, 6, 1), DatePrecision.BY)
    assert {entry.status for entry in (kenya, ivory)} == {Status.IN_REVIEW}
    assert {entry.origin for entry in (kenya, ivory)} == {Origin.RECORDED_BY_STAFF}
    assert decided(session, kenya) == [Action.RECORD] and counted(session, kenya) == []
    (evidence,) = queries.item(session, kenya.id).evidence
    assert evidence.instrument.source.startswith("Example Secretariat")
    assert evidence.quote == "Line 2: Kenya"


def test_the_importer_approves_none_of_its_rows(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    run = applied(app, session, begin(app, session, staff[0], now, STATES), staff[0], now)
    kenya = queries.item(session, made(session, run)[0].id)
    with pytest.raises(RuleBroken):
        do(app, session, Action.APPROVE, kenya, staff[0], now)
    do(app, session, Action.APPROVE, kenya, staff[1], now)
    do(app, session, Action.VERIFY, kenya, staff[2], now)
    assert kenya.status is Status.VERIFIED


def test_who_applies_a_list_is_a_recorder_as_well_as_who_brought_it(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    run = applied(app, session, begin(app, session, staff[0], now, STATES), staff[1], now)
    assert (run.staff_id, run.applied_by_id) == (staff[0].id, staff[1].id)
    kenya = queries.item(session, made(session, run)[0].id)
    assert (kenya.recorder_id, kenya.second_recorder_id) == (staff[0].id, staff[1].id)
    for recorder in staff[:2]:
        with pytest.raises(RuleBroken, match="You recorded this entry"):
            do(app, session, Action.APPROVE, kenya, recorder, now)
        with pytest.raises(RuleBroken, match="None of these"):
            bulk_services.prepare(session, recorder, [kenya.id], Filters(), now=now)
    by, target = Actor.staff(staff[1].id), Status.APPROVED_ONCE
    engine.decide(session, kenya, Action.APPROVE, by, now=now, source=kenya.status, target=target)
    session.commit()
    with pytest.raises(IntegrityError, match="applied a list"):
        session.execute(
            update(Endorsement)
            .where(Endorsement.id == kenya.id)
            .values(status=target, status_since=now, first_approver_id=staff[1].id)
        )
    session.rollback()


def test_nothing_is_seen_before_all_of_it_is_there(
    app: Flask,
    session: Session,
    staff: list[User],
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(application, "BATCH", 1)
    run = go(app, session, begin(app, session, staff[0], now, STATES), now)
    services.apply(session, run, staff[0])
    session.commit()
    folder = app.extensions["rollcall"].import_dir
    waiting = queries.awaiting(session)
    progress.step(run.id, vault(app), folder, now=now)
    assert [entry.status for entry in made(session, run)] == [Status.STAGED]
    assert queries.awaiting(session) == waiting
    session.rollback()  # a worker killed here leaves one whole batch; the next one goes on
    run = go(app, session, run, now)
    assert [entry.status for entry in made(session, run)] == [Status.IN_REVIEW] * 2


def test_a_cancelled_import_leaves_nothing(
    app: Flask,
    session: Session,
    staff: list[User],
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(application, "BATCH", 1)
    people = select(func.count()).select_from(Supporter)
    before = session.scalar(people)
    run = begin(app, session, staff[0], now, ORGANISATIONS, "un2020")
    run = go(app, session, run, now)
    services.apply(session, run, staff[0])
    session.commit()
    progress.step(run.id, vault(app), app.extensions["rollcall"].import_dir, now=now)
    while finder.work(now):  # the worker has seen the new organisation already
        pass
    services.cancel(session, session.get_one(ImportRun, run.id))
    run = go(app, session, run, now)
    assert run.state is RunState.CANCELLED and made(session, run) == []
    assert session.scalar(people) == before
    with pytest.raises(Conflict):
        services.apply(session, run, staff[0])


def test_undo_reverses_each_entry_with_a_decision(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    run = begin(app, session, staff[0], now, ORGANISATIONS, "un2020")
    run = applied(app, session, run, staff[0], now)
    lake, hill = (queries.item(session, entry.id) for entry in made(session, run))
    assert (lake.supporter.domain, lake.supporter.country) == ("lakeside.example", "KE")
    do(app, session, Action.VERIFY, lake, staff[1], now)
    services.undo(session, run, staff[2])
    run = go(app, session, run, now)
    assert run.state is RunState.UNDONE
    session.expire_all()
    assert (lake.status, hill.status) == (Status.SUSPENDED, Status.REJECTED)
    ((change, _entry, _who),) = queries.open_changes(session)
    assert (change.endorsement_id, change.action) == (lake.id, Action.INVALIDATE)
    proposals.second(session, vault(app), change, staff[1], now=now)
    assert sum(delta for _grade, delta, _day in counted(session, lake)) == 0
    assert decided(session, lake)[-2:] == [Action.SUSPEND, Action.INVALIDATE]


def test_what_the_list_says_otherwise_is_proposed_and_never_overwritten(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    gabon = entry_of(session, "GAB")
    before = (gabon.effective_on, gabon.effective_precision)
    run = begin(app, session, staff[0], now, "State,Date\nGabon,2015-08-15\n")
    run = applied(app, session, run, staff[0], now)
    assert outcomes(session, run) == {2: Outcome.CHANGED}
    session.expire_all()
    assert (gabon.effective_on, gabon.effective_precision) == before
    (change,) = session.scalars(select(ProposedChange).where(ProposedChange.settled_at.is_(None)))
    assert (change.endorsement_id, change.effective_on) == (gabon.id, date(2015, 8, 15))
    assert change.action is Action.REDATE


def test_an_ambiguous_name_is_asked_and_the_answer_settles_it(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    run = begin(app, session, staff[0], now, "State,Date\nKorea,2016-05-01\n")
    run = go(app, session, run, now)
    row = session.get_one(ImportRow, (run.id, 2))
    assert row.outcome is Outcome.UNREADABLE and row.choices == ["KOR", "PRK"]
    services.answer(session, run, "Korea", "KOR")
    run = go(app, session, run, now)
    assert session.get_one(ImportRow, (run.id, 2)).state_iso3 == "KOR"


def test_rows_that_contradict_each_other_are_named(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    lines = "State,Date\nKenya,2016-05-01\nKENYA,2016-05-01\nKEN,2016-05-02\nMars,\n,\nFiji,soon\n"
    lines += "Peru,1016-05-01\n"
    run = go(app, session, begin(app, session, staff[0], now, lines), now)
    found = {
        row.line: (row.outcome, row.reason)
        for row in session.scalars(select(ImportRow).where(ImportRow.run_id == run.id))
    }
    assert found[3] == (Outcome.UNCHANGED, "Line 2 says the same.")
    assert found[4] == (Outcome.CONFLICTING, "Line 2 says 2016-05-01 instead.")
    assert found[5] == (Outcome.UNREADABLE, "No State of this name is known.")
    assert found[7] == (Outcome.UNREADABLE, "“soon” is no date.")
    assert found[8] == (Outcome.UNREADABLE, "That is before the United Nations was founded.")
    run = begin(app, session, staff[0], now, "Organisation\n--\n?!\n", "un2020")
    run = go(app, session, run, now)
    assert set(outcomes(session, run).values()) == {Outcome.UNREADABLE}


def test_a_strangers_claim_does_not_keep_a_state_off(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    lines = "State,Date\nNepal,2016-05-01\nKenya,2016-05-01\n"
    nepal, kenya = (
        session.scalars(select(Supporter).where(Supporter.state_iso3 == iso3)).one()
        for iso3 in ("NPL", "KEN")
    )
    for supporter, origin, recorder in (
        (kenya, Origin.SIGN_UP, None),
        (nepal, Origin.RECORDED_BY_STAFF, staff[1].id),
    ):
        session.add(
            Endorsement(
                initiative_id=by_slug(session, "france-mexico").id,
                supporter_id=supporter.id,
                kind=SupporterKind.GOVERNMENT,
                origin=origin,
                submitted_at=now,
                status_since=now,
                status=Status.IN_REVIEW,
                recorder_id=recorder,
            )
        )
    run = go(app, session, begin(app, session, staff[0], now, lines, "france-mexico"), now)
    assert outcomes(session, run) == {2: Outcome.UNCHANGED, 3: Outcome.ADDED}


def cli(runner: Runner, path: Path, *options: str) -> tuple[int, dict[str, Any]]:
    result = runner.invoke(
        args=["import", str(path), "--initiative", CODE, "--source", "A list", "--json", *options]
    )
    return result.exit_code, json.loads(result.stdout) if result.stdout else {}


def test_the_command_plans_without_writing(
    app: Flask, session: Session, runner: Runner, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("State,Date\nIvory Coast,2016-05-01\nSuisse,2015-09-01\nKorea,2016\nX,1\n")
    code, result = cli(runner, path, "--as", "Nobody", "--dry-run")
    assert code == 0
    assert {key: result[key] for key in result if key != "problems"} == {
        "added": 1,
        "changed": 0,
        "unchanged": 1,
        "conflicting": 0,
        "unreadable": 2,
    }
    assert [(problem["line"], problem["value"]) for problem in result["problems"]] == [
        (4, "Korea"),
        (5, "X"),
    ]
    assert "KOR, PRK" in result["problems"][0]["reason"]
    assert session.scalars(select(ImportRun)).all() == []


def test_the_command_imports_under_somebodys_name(
    app: Flask, session: Session, runner: Runner, staff: list[User], tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(STATES)
    code, _said = cli(runner, path, "--as", "Nobody")
    assert code == 1 and session.scalars(select(ImportRun)).all() == []
    code, result = cli(runner, path, "--as", "Ada", "--list-date", "2016-06-01")
    assert (code, result["added"], result["unchanged"]) == (0, 2, 1)
    with app.app_context():
        (run,) = db.session.scalars(select(ImportRun)).all()
        assert run.state is RunState.APPLIED and len(made(db.session(), run)) == 2
    code, result = cli(runner, path, "--as", "ada@staff.example", "--list-date", "2016-06-01")
    assert (code, result["added"], result["unchanged"]) == (0, 0, 3)


def test_the_command_says_what_is_wrong_with_a_file(
    app: Flask, session: Session, runner: Runner, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Colour,Date\nred,2016\n")
    result = runner.invoke(
        args=["import", str(path), "--initiative", CODE, "--source", "x", "--as", "y", "--dry-run"]
    )
    assert result.exit_code == 1 and "No column says who is listed" in result.output
