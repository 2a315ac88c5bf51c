"""The growth of a count ends, on every day, at the tally of that day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.support import factories
from tracker.endorsements import amendments
from tracker.endorsements.lifecycle import Action, Actor
from tracker.endorsements.models import Endorsement
from tracker.initiatives import queries as initiatives
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision
from tracker.supporters.models import SupporterKind
from tracker.tallies import growth, queries

TODAY = date(2026, 11, 23)


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("slug", ["act-code-of-conduct", "france-mexico", "un2020", "unpa"])
@pytest.mark.parametrize("day", [date(2015, 10, 22), date(2015, 10, 23), TODAY])
def test_it_ends_at_the_tally(session: Session, slug: str, day: date) -> None:
    initiative = initiatives.by_slug(session, slug)
    tally = queries.tally(session, initiative.id, as_of=day, today=TODAY)
    counts = {
        SupporterKind.GOVERNMENT: (tally.members, tally.observers),
        SupporterKind.ORGANISATION: (tally.organisations, 0),
        SupporterKind.PARLIAMENTARIAN: (tally.parliamentarians, 0),
        SupporterKind.INDIVIDUAL: (tally.individuals, 0),
    }
    for kind, due in counts.items():
        steps = growth.growth(session, initiative.id, kind, as_of=day)
        last = (steps[-1].count, steps[-1].observers) if steps else (0, 0)
        assert last == due
        assert [step.day for step in steps] == sorted({step.day for step in steps})


def test_it_knows_what_was_known(
    empty_app: Flask, session: Session, sequence: Callable[..., int], now: datetime
) -> None:
    """Observers are counted apart; a grade that came later counts from its day on."""
    initiative = factories.initiative(session)
    days_ago = (now - timedelta(days=30)).date()

    def government(state: str, grade: Grade = Grade.ENDORSED) -> Endorsement:
        kind = SupporterKind.GOVERNMENT
        return factories.verified(
            session, initiative, kind, now=now, on=days_ago, state=state, grade=grade
        )

    government("FRA")
    government("VAT")
    voiced = government("KEN", Grade.VOICED)
    sequence(session)

    def found(**query: datetime) -> list[tuple[date, int, int]]:
        steps = growth.growth(
            session, initiative.id, SupporterKind.GOVERNMENT, as_of=now.date(), **query
        )
        return [(step.day, step.count, step.observers) for step in steps]

    before = [(days_ago, 1, 1)]
    assert found() == before
    later = now + timedelta(hours=1)
    amendments.regrade(
        session,
        voiced,
        Actor.staff(factories.staff(session)),
        now=later,
        grade=Grade.ENDORSED,
        on=now.date(),
        precision=DatePrecision.ON,
        change=factories.seconded(session, voiced, Action.REGRADE, now=later),
    )
    session.commit()
    sequence(now=later)
    session.rollback()
    assert found() == [*before, (now.date(), 2, 1)]
    assert found(known_at=now) == before
