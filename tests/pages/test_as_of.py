"""Pages as of a day: the grade of that day, and the days of every grade."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.pages.test_pages import entry_of, page, plain
from tests.tallies import factories
from tracker.endorsements import amending
from tracker.endorsements.lifecycle import Action, Actor
from tracker.endorsements.models import Endorsement
from tracker.ledger.models import DatePrecision, Grade
from tracker.supporters.changes import StateNamePeriod
from tracker.tallies import periods

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture
def canada(
    app: Flask, session: Session, sequence: Callable[..., int], now: datetime
) -> Endorsement:
    """Voiced by 7 November 2016, endorsed since 1 June 2026."""
    entry = entry_of(session, "CAN")
    amending.regrade(
        session,
        entry,
        Actor.staff(factories.staff(session)),
        now=now,
        grade=Grade.ENDORSED,
        on=date(2026, 6, 1),
        precision=DatePrecision.ON,
        change=factories.seconded(session, entry, Action.REGRADE, now=now),
    )
    sequence(session)
    return entry


def test_grades_are_shown_as_dated_periods(client: Any, canada: Endorsement) -> None:
    for address in (f"/endorsements/{canada.id}", "/states/CAN"):
        said = plain(page(client, address))
        assert "voiced by 7 Nov 2016 – 1 Jun 2026 endorsed since 1 Jun 2026" in said


def test_a_past_day_shows_its_grade(client: Any, canada: Endorsement) -> None:
    said = plain(page(client, "/states/CAN?as_of=2020-01-01"))
    assert "Documented support as of 1 Jan 2020" in said
    assert "Code of Conduct voiced by 7 Nov 2016" in said and "1 Jun 2026" not in said
    entry = plain(page(client, f"/endorsements/{canada.id}?as_of=2020-01-01"))
    assert "voiced by 7 Nov 2016" in entry and "since 1 Jun 2026" not in entry
    before = plain(page(client, f"/endorsements/{canada.id}?as_of=2010-01-01"))
    assert "was not counted on that day" in before
    none = plain(page(client, "/states/CAN?as_of=2010-01-01"))
    assert "voiced" not in none.split("Documented support as of")[1].split("Rollcall is not")[0]


@pytest.mark.parametrize("address", ["/states/CAN", "/endorsements/1"])
def test_an_impossible_day_is_refused(client: Any, address: str) -> None:
    page(client, f"{address}?as_of=2015-02-30", 400)


def test_a_day_that_was_wrong_is_no_period(
    session: Session, sequence: Callable[..., int], canada: Endorsement, now: datetime
) -> None:
    amending.redate(
        session,
        canada,
        Actor.staff(factories.staff(session)),
        now=now,
        on=date(2026, 7, 1),
        precision=DatePrecision.BY,
        change=factories.seconded(session, canada, Action.REDATE, now=now),
    )
    sequence(session)
    found = periods.of_entries(session, [canada.id])[canada.id]
    assert [(one.grade, one.since, one.until) for one in found] == [
        (Grade.VOICED, date(2016, 11, 7), date(2026, 7, 1)),
        (Grade.ENDORSED, date(2026, 7, 1), None),
    ]
    assert found[1].precision is DatePrecision.BY


def test_former_names_without_a_day_are_said_to_be_former(client: Any) -> None:
    said = plain(page(client, "/states/BEN"))
    assert "Formerly Dahomey , day not known here ISO 3166-3" in said
    assert "Benin" in plain(page(client, "/states/BEN?as_of=1965-01-01"))
    for name, iso3 in (("Dahomey", "BEN"), ("Swaziland", "SWZ"), ("Upper Volta", "BFA")):
        assert f"/states/{iso3}" in page(client, f"/search?q={name}")


def test_every_language_follows_the_day_where_it_is_known(client: Any, session: Session) -> None:
    session.add(
        StateNamePeriod(
            iso3="BEN",
            language="fr",
            short_name="Dahomey",
            formal_name="République du Dahomey",
            source="A test",
            held_until=date(1990, 1, 2),
        )
    )
    session.flush()
    then = plain(page(client, "/states/BEN?as_of=1990-01-01"))
    assert "Français Dahomey (République du Dahomey)" in then
    unknown = "today’s name; what it was on that day is not known here"
    assert then.count(unknown) == 5
    for asked in ("", "?as_of=1990-01-02"):
        said = plain(page(client, f"/states/BEN{asked}"))
        assert "Français Bénin" in said and unknown not in said
