"""A demonstration's invented supporters: by lawful steps, counted as the ledger says, and apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

import pytest
from flask import Flask
from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from config import SettingsError
from tests.support.webclient import Client
from tracker import seed
from tracker.core import demonstration_mark
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.demonstration import filler
from tracker.endorsements import declarations
from tracker.endorsements.evidence.models import Instrument
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Consent, ConsentPurpose, Endorsement, Origin
from tracker.initiatives import queries as initiatives
from tracker.initiatives.statements import Statement
from tracker.ledger import sequencer
from tracker.ledger.models import LedgerEvent
from tracker.supporters.models import Supporter, SupporterKind
from tracker.tallies import projection
from tracker.tallies import queries as tallies

DAY = timedelta(days=1)


@pytest.fixture
def demonstration(empty_app: Flask, now: datetime) -> Iterator[Flask]:
    """A whole demonstration, made as `make demo` makes it."""
    with empty_app.app_context():
        with transaction() as session:
            demonstration_mark.mark(session, now=now)
        with transaction() as session:
            seed.load(session, now=now)
        assert filler.fill(filler.SMALL, now=now)
        assert not filler.fill(filler.SMALL, now=now)
        yield empty_app
        db.session.remove()


@pytest.mark.long
@pytest.mark.by_turns
def test_it_is_counted_and_was_recorded_as_its_years_passed(
    demonstration: Flask, now: datetime
) -> None:
    session = db.session()
    assert projection.differences(session, size=sequencer.size(session)) == []
    assert not sequencer.waiting(session)
    counted = {}
    for initiative in initiatives.all_initiatives(session):
        tally = tallies.tally(session, initiative.id, as_of=now.date(), today=now.date())
        kinds = (
            (SupporterKind.INDIVIDUAL, tally.individuals),
            (SupporterKind.PARLIAMENTARIAN, tally.parliamentarians),
            (SupporterKind.ORGANISATION, tally.organisations),
        )
        for kind, count in kinds:
            verified = session.scalar(
                select(func.count())
                .select_from(Endorsement)
                .where(
                    Endorsement.initiative_id == initiative.id,
                    Endorsement.kind == kind,
                    Endorsement.status == Status.VERIFIED,
                )
            )
            assert count == verified, (initiative.slug, kind)
        counted[initiative.slug] = tally
    for pledge in ("act-code-of-conduct", "france-mexico"):
        assert counted[pledge].members == filler.SMALL.governments
        assert counted[pledge].observers == 1
    assert counted["unpa"].individuals + counted["1-for-7-billion"].individuals > 250
    statuses = set(session.scalars(select(Endorsement.status).distinct()))
    assert {Status.WITHDRAWN, Status.SUSPENDED, Status.INVALIDATED} <= statuses
    recorded, effective = LedgerEvent.recorded_at, LedgerEvent.effective_on
    times = sorted(row for row in session.scalars(select(recorded).distinct()) if row)
    assert times[-1] - times[0] > 9 * 365 * DAY and times[-1] <= now
    ahead = select(LedgerEvent.id).where(effective > func.date(recorded))
    assert not session.scalars(ahead).first()
    code = initiatives.by_slug(session, "act-code-of-conduct").id
    day = now.date() - 1500 * DAY
    then = datetime.combine(day, time(), tzinfo=UTC)
    today = now.date()
    known = tallies.tally(session, code, as_of=day, today=today, known_at=then)
    seen = tallies.tally(session, code, as_of=day, today=today)
    assert 0 < known.members < seen.members  # some were recorded later


@pytest.mark.long
@pytest.mark.by_turns
def test_all_of_it_is_invented_and_lawful(demonstration: Flask) -> None:
    session = db.session()
    kinds = Supporter.kind != SupporterKind.GOVERNMENT
    names = set(session.scalars(select(Supporter.name).where(kinds)))
    assert len(names) > 300 and all(name.startswith("Demonstration ") for name in names)
    assert not session.scalars(select(Statement)).first()
    recorded = Endorsement.origin == Origin.PUBLISHED_RECORD
    assert not session.scalars(select(Endorsement).where(recorded)).first()
    assert initiatives.all_reported(
        session, "france-mexico", known_at=None
    )  # what convenors reported is content
    sources = session.scalars(select(Instrument.source))
    assert all("for demonstration only" in source for source in sources)
    declared = [one for of_one in declarations.by_entry(session).values() for one in of_one]
    assert all("for demonstration only" in one.declaration.text for one in declared)
    assert {one.in_force for one in declared} == {True, False}
    assert not seed.load(session, now=utcnow()).added  # as `flask seed` would
    for purpose in (ConsentPurpose.COUNTED, ConsentPurpose.AGE):
        without = select(Endorsement.id).where(
            Endorsement.kind == SupporterKind.INDIVIDUAL,
            ~exists().where(Consent.endorsement_id == Endorsement.id, Consent.purpose == purpose),
        )
        assert not session.scalars(without).first()
    named = Endorsement.kind.in_((SupporterKind.INDIVIDUAL, SupporterKind.PARLIAMENTARIAN))
    agreed = select(func.count()).where(Consent.purpose == ConsentPurpose.NAMED)
    shown = select(func.count()).where(Endorsement.be_named, named)
    assert session.scalar(agreed) == session.scalar(shown)


def test_a_real_database_refuses_the_demonstration(app: Flask, session: Session) -> None:
    demonstration_mark.keep_apart(demo=False)
    with pytest.raises(SettingsError, match="is not a demonstration"):
        demonstration_mark.keep_apart(demo=True)


def test_a_demonstration_refuses_the_real_site(app: Flask, now: datetime) -> None:
    with app.app_context():
        with transaction() as session:
            demonstration_mark.mark(session, now=now)
        demonstration_mark.keep_apart(demo=True)
        with pytest.raises(SettingsError, match="invented supporters"):
            demonstration_mark.keep_apart(demo=False)
        db.session.remove()


@pytest.mark.usefixtures("app")
def test_pages_of_the_real_site_do_not_speak_of_it(client: Client) -> None:
    response = client.get("/")
    assert "Demonstration data" not in response.text
    assert "X-Robots-Tag" not in response.headers


def test_a_first_start_that_was_interrupted_may_begin_anew(empty_app: Flask) -> None:
    """Only tables stand then, without the mark: that is no real record yet."""
    with empty_app.app_context():
        demonstration_mark.keep_apart(demo=True)
