"""A demonstration's invented supporters: by lawful steps, counted as the ledger says, and apart."""

from __future__ import annotations

from datetime import datetime

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from config import SettingsError
from tests.webclient import Client
from tracker.core import demo
from tracker.core.db import db, transaction
from tracker.demonstration import filling
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.initiatives import queries as initiatives
from tracker.ledger import sequencer
from tracker.supporters.models import Supporter, SupporterKind
from tracker.tallies import projection
from tracker.tallies import queries as tallies

pytestmark = pytest.mark.usefixtures("app")


def filled(app: Flask, now: datetime) -> None:
    with app.app_context():
        assert filling.fill(filling.SMALL, now=now)
        assert not filling.fill(filling.SMALL, now=now)
        db.session.remove()


def test_the_recount_agrees(app: Flask, now: datetime) -> None:
    filled(app, now)
    with app.app_context():
        session = db.session()
        assert projection.differences(session, size=sequencer.size(session)) == []
        assert not sequencer.waiting(session)
        counted = {}
        for one in initiatives.all_initiatives(session):
            tally = tallies.tally(session, one.id, as_of=now.date(), today=now.date())
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
                        Endorsement.initiative_id == one.id,
                        Endorsement.kind == kind,
                        Endorsement.status == Status.VERIFIED,
                    )
                )
                assert count == verified, (one.slug, kind)
            counted[one.slug] = tally
        assert counted["act-code-of-conduct"].members == filling.SMALL.governments
        assert counted["unpa"].individuals + counted["1-for-7-billion"].individuals > 250
        statuses = set(session.scalars(select(Endorsement.status).distinct()))
        assert {Status.WITHDRAWN, Status.SUSPENDED, Status.INVALIDATED} <= statuses


def test_every_invented_name_says_so(app: Flask, now: datetime) -> None:
    with app.app_context():
        real = set(db.session().scalars(select(Supporter.id)))
        db.session.remove()
    filled(app, now)
    with app.app_context():
        names = {
            one.name
            for one in db.session().scalars(select(Supporter))
            if one.id not in real and one.kind is not SupporterKind.GOVERNMENT
        }
        assert len(names) > 300 and all(one.startswith("Demonstration ") for one in names)
        db.session.remove()


def test_a_real_database_refuses_the_demonstration(session: Session) -> None:
    demo.keep_apart(demo=False)
    with pytest.raises(SettingsError, match="is not a demonstration"):
        demo.keep_apart(demo=True)


def test_a_demonstration_refuses_the_real_site(app: Flask, now: datetime) -> None:
    with app.app_context():
        with transaction() as session:
            demo.mark(session, now=now)
        demo.keep_apart(demo=True)
        with pytest.raises(SettingsError, match="invented supporters"):
            demo.keep_apart(demo=False)
        db.session.remove()


def test_pages_of_the_real_site_do_not_speak_of_it(client: Client) -> None:
    response = client.get("/")
    assert "Demonstration data" not in response.text
    assert "X-Robots-Tag" not in response.headers
