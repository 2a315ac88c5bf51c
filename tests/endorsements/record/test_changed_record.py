"""A site that has the record as it was before takes in the one that is shipped now."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.former_record import seed_former
from tests.support.staff import member
from tracker import seed
from tracker.accounts.models import StaffRole
from tracker.core.db import transaction
from tracker.core.seed_files import Report
from tracker.endorsements import amendments
from tracker.endorsements.decisions import Decision
from tracker.endorsements.evidence.models import Instrument, InstrumentType
from tracker.endorsements.lifecycle import Action, Actor, Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.endorsements.record.rows import entries
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.initiatives.queries import reported
from tracker.ledger.models import DatePrecision, LedgerEvent
from tracker.supporters.models import SupporterKind
from tracker.tallies import periods, queries
from tracker.tallies.queries import GovernmentRow, Tally
from tracker.tallies.verification import verify

CODE, DECLARATION = "act_code_of_conduct.csv", "france_mexico_declaration.csv"
DAYS = (
    date(2015, 9, 1),
    date(2015, 10, 2),
    date(2015, 10, 23),
    date(2016, 12, 31),
    date(2018, 12, 31),
    date(2023, 1, 31),
    date(2026, 4, 30),
    date(2026, 11, 29),
)
Said = dict[tuple[str, date, datetime], tuple[Tally, list[GovernmentRow]]]


@pytest.fixture
def former(empty_app: Flask, session: Session, tmp_path: Path, now: datetime) -> None:
    """A database with the record as it was, a week ago."""
    seed_former(tmp_path, now=now - timedelta(7))


def take_in(now: datetime) -> Report:
    with transaction() as own:
        return seed.load(own, now=now)


def of_row(session: Session, key: str) -> Endorsement:
    return session.scalars(select(Endorsement).where(Endorsement.seed_key == key)).one()


def said(session: Session, instants: tuple[datetime, ...]) -> Said:
    """Return what the site says of each initiative as of each day, as known at each instant."""
    initiatives = session.scalars(select(Initiative)).all()
    return {
        (one.slug, day, known_at): (
            queries.tally(session, one.id, as_of=day, today=DAYS[-1], known_at=known_at),
            queries.governments(session, one.id, as_of=day, known_at=known_at),
        )
        for one, day, known_at in product(initiatives, DAYS, instants)
    }


def held(session: Session, key: str) -> list[tuple[str, str, date]]:
    """Return the periods of an entry: grade, precision and first day."""
    found = periods.of_entries(session, [of_row(session, key).id])
    return [
        (period.grade.value, period.precision.value, period.since)
        for period in next(iter(found.values()))
    ]


@pytest.mark.usefixtures("former")
def test_what_was_known_stays_and_nothing_is_rewritten(session: Session, now: datetime) -> None:
    instants = tuple(now - timedelta(days) for days in (8, 6, 1))
    before = said(session, instants)
    assert before["france-mexico", date(2026, 11, 29), instants[1]][0].members == 3
    ledger = session.execute(select(LedgerEvent.__table__).order_by(LedgerEvent.id)).all()
    decisions = session.execute(select(Decision.__table__).order_by(Decision.id)).all()
    take_in(now)
    session.expire_all()
    assert said(session, instants) == before
    after = session.execute(select(LedgerEvent.__table__).order_by(LedgerEvent.id)).all()
    assert after[: len(ledger)] == ledger and len(after) > len(ledger)
    after = session.execute(select(Decision.__table__).order_by(Decision.id)).all()
    assert after[: len(decisions)] == decisions


@pytest.mark.usefixtures("former")
def test_it_then_holds_the_periods_and_the_evidence_of_every_row(
    session: Session, now: datetime
) -> None:
    report = take_in(now)
    assert report.kept == []
    for entry in entries():
        endorsement = of_row(session, entry.cites)
        assert held(session, entry.cites) == [
            (row.grade.value, row.precision.value, row.on) for row in entry.periods
        ]
        present = entry.periods[-1]
        assert (endorsement.status, endorsement.grade) == (Status.VERIFIED, present.grade)
        assert (endorsement.effective_on, endorsement.date_known) == (
            present.on,
            present.date_known,
        )
        cited = {one.instrument.source: one.quote for one in endorsement.evidence}
        assert cited.items() >= {row.source: row.quote for row in entry.rows}.items()
    assert take_in(now + timedelta(1)).quiet
    assert verify(session).differences == []


@pytest.mark.usefixtures("former")
def test_figures_that_lead_are_taken_over_where_nobody_could_settle_them(
    session: Session, now: datetime
) -> None:
    report = take_in(now)
    assert report.waiting == []
    leads = reported(session, "act-code-of-conduct", DAYS[-1], DAYS[-1], known_at=None)
    assert leads is not None and leads.value == 129


@pytest.mark.usefixtures("former")
def test_figures_that_lead_wait_for_two_where_there_are_editors(
    empty_app: Flask, session: Session, now: datetime
) -> None:
    member(empty_app, "Ada", StaffRole.EDITOR)
    report = take_in(now)
    waiting = {name.removeprefix("reported_tallies tally ") for name in report.waiting}
    assert waiting >= {"T16", "T53", "T54", "T55", "T56", "T57", "T59", "T60", "T61"}
    assert waiting.isdisjoint({"T58", "T62"}), "neither leads a page"
    led = reported(session, "act-code-of-conduct", DAYS[-1], DAYS[-1], known_at=None)
    assert led is not None and led.value == 104
    assert held(session, f"{DECLARATION}, ALB"), "the record itself waits for nobody"


def test_a_new_site_holds_them_too(app: Flask, session: Session) -> None:
    for entry in entries():
        assert held(session, entry.cites) == [
            (row.grade.value, row.precision.value, row.on) for row in entry.periods
        ]
        cited = [
            (one.instrument.source, one.quote) for one in of_row(session, entry.cites).evidence
        ]
        assert cited == [(row.source, row.quote) for row in entry.rows]


def test_earlier_words_come_before_and_later_ones_are_further_evidence(
    app: Flask, session: Session
) -> None:
    assert held(session, f"{CODE}, ISL") == [
        ("voiced", "by", date(2015, 10, 2)),
        ("endorsed", "by", date(2026, 4, 30)),
    ]
    assert held(session, f"{CODE}, MCO") == [
        ("announced", "on", date(2015, 9, 30)),
        ("endorsed", "by", date(2016, 9, 13)),
    ]
    assert held(session, f"{CODE}, SMR") == [("endorsed", "by", date(2018, 12, 31))]
    assert len(of_row(session, f"{CODE}, SMR").evidence) == 2


@pytest.mark.usefixtures("former")
def test_a_row_that_left_the_file_is_regraded_with_its_decision(
    session: Session, now: datetime
) -> None:
    poland = of_row(session, f"{DECLARATION}, POL")
    assert (poland.grade, poland.date_known) == (Grade.ANNOUNCED, False)
    press = poland.evidence[0].instrument.source
    take_in(now)
    session.expire_all()
    assert held(session, f"{DECLARATION}, POL") == [
        ("voiced", "by", date(2015, 9, 28)),
        ("endorsed", "by", date(2023, 1, 31)),
    ]
    publish, regraded, preceded, cited = poland.decisions
    assert regraded.difference == {
        "grade": ["announced", "endorsed"],
        "effective_on": ["2026-11-23", "2023-01-31"],
    }
    assert regraded.cites == f"{DECLARATION}, POL, endorsed 2023-01-31"
    assert preceded.difference == {"earlier": ["", "voiced by 2015-09-28"]}
    assert (publish.action, cited.action) == (Action.PUBLISH, Action.CITE)
    assert press in [one.instrument.source for one in poland.evidence]


@pytest.mark.usefixtures("former")
def test_what_staff_decided_stays(session: Session, now: datetime) -> None:
    finland = of_row(session, f"{DECLARATION}, FIN")
    amendments.regrade(
        session,
        finland,
        Actor.staff(factories.staff(session)),
        now=now,
        grade=Grade.ENDORSED,
        on=date(2020, 5, 5),
        precision=DatePrecision.ON,
        change=factories.seconded(session, finland, Action.REGRADE, now=now),
    )
    session.commit()
    report = take_in(now)
    session.expire_all()
    assert f"endorsements {DECLARATION}, FIN (grade and date as staff left them)" in report.kept
    assert held(session, f"{DECLARATION}, FIN") == [("endorsed", "on", date(2020, 5, 5))]
    assert len(finland.evidence) > 1


def test_a_transcribed_list_is_a_secondary_copy(app: Flask, session: Session) -> None:
    copied = session.scalars(
        select(Instrument).where(Instrument.type == InstrumentType.COPIED_LIST)
    ).one()
    assert copied.secondary_copy
    resting = session.scalar(
        select(func.count())
        .select_from(Endorsement)
        .where(
            Endorsement.origin == Origin.PUBLISHED_RECORD,
            Endorsement.kind == SupporterKind.GOVERNMENT,
            Endorsement.evidence.any(instrument_id=copied.id),
        )
    )
    assert resting == 104
