"""What the shipped record says, checked against its own acceptance figures."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.merges import merged, record
from tracker import seed
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.endorsements import succession
from tracker.endorsements.evidence.links import (
    is_archive,
    is_secondary,
    publisher_link,
    publisher_named,
)
from tracker.endorsements.evidence.models import Evidence
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative, Reform
from tracker.initiatives.queries import reported
from tracker.initiatives.reported_figures import ReportedTally
from tracker.initiatives.statements import Statement
from tracker.ledger.models import DatePrecision, LedgerEvent
from tracker.supporters.changes import SupporterChange
from tracker.supporters.events import Happened, Retraction
from tracker.supporters.models import CouncilSeat, State, StateName, SupporterKind
from tracker.supporters.seed import DATA


def test_195_states(app: Flask) -> None:
    with app.app_context():
        session = db.session
        assert session.scalar(select(func.count()).select_from(State)) == 195
        counts = dict(
            session.execute(select(State.membership, func.count()).group_by(State.membership)).all()
        )
        assert {key.value: count for key, count in counts.items()} == {
            "member": 193,
            "observer": 2,
        }
        assert session.scalar(select(func.count()).where(State.permanent)) == 5
        assert session.scalar(select(func.count()).select_from(StateName)) == 195 * 6
        years = session.execute(
            select(CouncilSeat.year, func.count()).group_by(CouncilSeat.year)
        ).all()
        assert {count for _, count in years} == {15}
        assert (min(year for year, _ in years), max(year for year, _ in years)) == (2005, 2027)


@pytest.mark.parametrize(
    ("slug", "grades"),
    [
        ("act-code-of-conduct", {"endorsed": 43, "voiced": 7}),
        ("france-mexico", {"endorsed": 107, "voiced": 1}),
    ],
)
def test_governments_by_grade(app: Flask, slug: str, grades: dict[str, int]) -> None:
    with app.app_context():
        rows = db.session.execute(
            select(Endorsement.grade, func.count())
            .join(Initiative)
            .where(Initiative.slug == slug, Endorsement.kind == "government")
            .group_by(Endorsement.grade)
        ).all()
        assert {grade.value: count for grade, count in rows} == grades


@pytest.mark.parametrize(
    ("subject", "as_of", "value"),
    [
        ("act-code-of-conduct", date(2015, 9, 1), 29),
        ("act-code-of-conduct", date(2015, 10, 23), 104),
        ("france-mexico", date(2015, 9, 30), 73),
        ("france-mexico", date(2015, 10, 21), 80),
        ("france-mexico", date(2022, 6, 2), 105),
        ("france-mexico", date(2025, 3, 31), 107),
        ("veto-restraint-combined", date(2015, 10, 21), 112),
        ("veto-restraint-combined", date(2015, 10, 23), 123),
        ("veto-restraint-combined", date(2026, 11, 23), 120),
        ("1-for-7-billion", date(2026, 11, 23), 750),
        ("1-for-7-billion", date(2020, 1, 1), None),
        ("unpa", date(2007, 4, 23), 378),
        ("unpa", date(2015, 10, 31), 756),
    ],
)
def test_reported_figures_by_date(app: Flask, subject: str, as_of: date, value: int | None) -> None:
    with app.app_context():
        figures = reported(db.session(), subject, as_of, date(2026, 11, 23), known_at=None)
        assert (figures.value if figures else None) == value


def test_every_published_entry_has_evidence_and_a_decision_that_cites_its_row(app: Flask) -> None:
    with app.app_context():
        entries = db.session.scalars(
            select(Endorsement).where(Endorsement.origin == Origin.PUBLISHED_RECORD)
        ).all()
        assert len(entries) == 251
        for entry in entries:
            assert db.session.scalar(
                select(func.count()).where(Evidence.endorsement_id == entry.id)
            )
            published, *regraded = [decision.cites for decision in entry.decisions]
            assert published == entry.seed_key
            assert all(cites.startswith(f"{entry.seed_key}, ") for cites in regraded)


def test_the_rest_of_the_record_is_whole(app: Flask) -> None:
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Reform)) == 10
        assert db.session.scalar(select(func.count()).select_from(ReportedTally)) == 62 + 16
        assert db.session.scalar(select(func.count()).select_from(Statement)) == 90 + 33 + 7


def test_a_second_seed_changes_nothing(app: Flask) -> None:
    with app.app_context(), transaction() as session:
        assert seed.load(session, now=utcnow()).quiet


def test_an_editors_words_are_never_overwritten(app: Flask) -> None:
    with app.app_context():
        with transaction() as session:
            edited = session.scalars(select(Initiative).where(Initiative.slug == "unpa")).one()
            edited.asks, edited.edited_at = "Our own words.", utcnow()
            edited.seed_digest = "as if the file had changed since"
        with transaction() as session:
            report = seed.load(session, now=utcnow())
        assert report.kept == ["initiatives initiative unpa"]
        kept = db.session.scalars(select(Initiative).where(Initiative.slug == "unpa")).one()
        assert kept.asks == "Our own words."


def test_a_changed_row_redates_its_entry_and_the_ledger_keeps_both(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (DATA / "act_code_of_conduct.csv").read_text(encoding="utf-8")
    for file in DATA.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    changed = text.replace("KWT,Kuwait,,2019-06-06", "KWT,Kuwait,,2018-01-31")
    (tmp_path / "act_code_of_conduct.csv").write_text(changed, encoding="utf-8")
    monkeypatch.setattr("tracker.supporters.seed.DATA", tmp_path)
    with app.app_context():
        with transaction() as session:
            report = seed.load(session, now=utcnow())
        assert report.changed == {"endorsements": 1}
        entry = db.session.scalars(
            select(Endorsement).where(Endorsement.seed_key == "act_code_of_conduct.csv, KWT")
        ).one()
        assert entry.effective_on == date(2018, 1, 31)
        assert entry.effective_precision is DatePrecision.BY
        assert entry.grade is Grade.ENDORSED
        assert [decision.action.value for decision in entry.decisions] == ["publish", "redate"]


def test_a_new_row_of_a_merged_record_counts_for_the_one_that_stands(
    app: Flask, session: Session, now: datetime
) -> None:
    entry = session.scalars(
        select(Endorsement)
        .where(Endorsement.kind == SupporterKind.ORGANISATION, Endorsement.seed_key.is_not(None))
        .order_by(Endorsement.id)
    ).first()
    assert entry
    key, theirs = entry.seed_key, entry.supporter
    kept = record(session, "The one that stands", now=now)
    merged(session, kept, theirs, now=now)
    entry.seed_key = None  # as if the file had not had this row yet
    session.commit()
    with transaction() as own:
        report = seed.load(own, now=now)
    assert report.kept == [f"endorsements {key} (counted by {entry.reference})"]
    factories.by_staff(session, entry, Action.WITHDRAW, now=now)
    session.commit()
    with transaction() as own:
        report = seed.load(own, now=now)
    assert report.added == {"endorsements": 1}
    fresh = session.scalars(select(Endorsement).where(Endorsement.seed_key == key)).one()
    assert (fresh.supporter_id, fresh.id == entry.id) == (kept.id, False)


def test_a_row_of_an_organisation_that_has_ended_counts_until_then(
    app: Flask, session: Session, now: datetime
) -> None:
    entry = session.scalars(
        select(Endorsement)
        .where(Endorsement.kind == SupporterKind.ORGANISATION, Endorsement.seed_key.is_not(None))
        .order_by(Endorsement.id)
    ).first()
    assert entry is not None and entry.effective_on is not None
    key, since, until = entry.seed_key, entry.effective_on, entry.effective_on + timedelta(1)
    now += timedelta(2)

    def ended(on: date) -> SupporterChange:
        happened = Happened(on=on, source="Register, notice 7", staff_id=factories.staff(session))
        return succession.end(session, entry.supporter, happened, now=now)

    def seeded_as_if_new(of: Endorsement) -> list[str]:
        of.seed_key = None
        session.commit()
        with transaction() as own:
            return seed.load(own, now=now).kept

    change = ended(until)
    assert (entry.status, entry.ended_on) == (Status.LAPSED, until)
    assert seeded_as_if_new(entry) == [f"endorsements {key} (counted by {entry.reference})"]

    by = Retraction(staff_id=factories.staff(session), source="Another one")
    succession.take_back(session, change, by, now=now)
    for action in (Action.SUSPEND, Action.INVALIDATE):
        factories.by_staff(session, entry, action, now=now)
    change = ended(until)
    assert seeded_as_if_new(entry) == []
    fresh = session.scalars(select(Endorsement).where(Endorsement.seed_key == key)).one()
    counted = session.execute(
        select(LedgerEvent.delta, LedgerEvent.effective_on)
        .where(LedgerEvent.endorsement_id == fresh.id)
        .order_by(LedgerEvent.id)
    )
    assert (fresh.status, fresh.ended_on) == (Status.LAPSED, until)
    assert [(row.delta, row.effective_on) for row in counted] == [(1, since), (-1, until)]

    succession.take_back(session, change, by, now=now)
    assert fresh.status is Status.VERIFIED
    for action in (Action.SUSPEND, Action.INVALIDATE):
        factories.by_staff(session, fresh, action, now=now)
    ended(since)
    assert seeded_as_if_new(fresh) == [f"endorsements {key} (ended on {since})"]


def test_only_publishers_own_addresses_become_links() -> None:
    assert publisher_link("GCR2P (globalr2p.org/publications/402)") == (
        "https://globalr2p.org/publications/402"
    )
    assert publisher_link("AFP report (djazairess.com/fr/lexpression/228058)") is None
    assert is_secondary("AFP report (djazairess.com/fr/lexpression/228058)")
    assert not is_secondary("Seed text")


def test_a_publisher_is_named_only_where_the_source_says_it() -> None:
    assert publisher_named('UK Government, "We sign up" (gov.uk/x)') == "UK Government"
    assert publisher_named("en.unpacampaign.org/supporters/") == "en.unpacampaign.org"
    assert publisher_named("womenmajorgroup.org, open letter") == "womenmajorgroup.org"
    for unsaid in (
        "Statement by Ambassador Blanchard of Canada, 7 Nov 2016 (copy x.com/y)",
        "AFP report of 23 Oct 2015 (djazairess.com/fr/lexpression/228058)",
        "ukrnews24.com/?p=231433",
        "liquisearch.com copy of Wikipedia article",
    ):
        assert publisher_named(unsaid) == ""


def test_only_a_web_archives_copy_is_an_archived_link() -> None:
    assert is_archive("https://web.archive.org/web/2024/https://www.un.org/en/")
    assert is_archive("https://perma.cc/ABCD-1234")
    for other in (
        "http://web.archive.org/web/2024/https://www.un.org/",
        "https://web.archive.org/",
        "https://archive.org.example.com/web/2024",
        "https://notarchive.org/web/2024",
        "javascript:alert(1)//archive.org/x",
    ):
        assert not is_archive(other)
