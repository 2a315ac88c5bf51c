"""Pages as of a day: the grade of that day, and the days of every grade."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.pages import add_person, entry_of, page, plain
from tracker.endorsements import amendments, engine
from tracker.endorsements.lifecycle import SUPPORTER, Action, Actor
from tracker.endorsements.models import Endorsement
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision
from tracker.supporters.changes import StateNamePeriod
from tracker.tallies import periods

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture
def canada(
    app: Flask, session: Session, sequence: Callable[..., int], now: datetime
) -> Endorsement:
    """Voiced by 7 November 2016, endorsed since 1 June 2026."""
    entry = entry_of(session, "CAN")
    amendments.regrade(
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
        shown = plain(page(client, address))
        assert "voiced by 7 Nov 2016 – 1 Jun 2026 endorsed since 1 Jun 2026" in shown


def test_a_past_day_shows_its_grade(client: Any, canada: Endorsement) -> None:
    shown = plain(page(client, "/states/CAN?as_of=2020-01-01"))
    assert "Documented support as of 1 Jan 2020" in shown
    assert "Code of Conduct voiced by 7 Nov 2016" in shown and "1 Jun 2026" not in shown
    entry = plain(page(client, f"/endorsements/{canada.id}?as_of=2020-01-01"))
    assert "voiced by 7 Nov 2016" in entry and "since 1 Jun 2026" not in entry
    before = plain(page(client, f"/endorsements/{canada.id}?as_of=2010-01-01"))
    assert "was not counted on that day" in before
    none = plain(page(client, "/states/CAN?as_of=2010-01-01"))
    assert "voiced" not in none.split("Documented support as of")[1].split("Rollcall is not")[0]


@pytest.mark.parametrize("address", ["/states/CAN", "/endorsements/1"])
def test_an_impossible_day_is_refused(client: Any, address: str) -> None:
    page(client, f"{address}?as_of=2015-02-30", 400)


def test_what_was_said_and_reported_later_is_not_of_that_day(client: Any) -> None:
    day = "as_of=2016-06-01"
    for address, of_then, later in (
        ("/campaigns/veto-restraint/combined", "123 of 193", "117+"),
        ("/campaigns/veto-restraint", "123 :", "117+"),
        ("/initiatives/act-code-of-conduct", "108+", "110+"),
        ("/initiatives/act-code-of-conduct", "Code transmitted", "adopts the veto initiative"),
    ):
        now, then = plain(page(client, address)), plain(page(client, f"{address}?{day}"))
        assert of_then in now and of_then in then, address
        assert later in now and later not in then, address
    assert "Nothing that was reported by then" in plain(
        page(client, "/campaigns/veto-restraint?as_of=2014-01-01")
    )


def test_a_day_that_was_wrong_is_no_period(
    session: Session, sequence: Callable[..., int], canada: Endorsement, now: datetime
) -> None:
    amendments.redate(
        session,
        canada,
        Actor.staff(factories.staff(session)),
        now=now,
        on=date(2026, 7, 1),
        precision=DatePrecision.BY,
        change=factories.seconded(session, canada, Action.REDATE, now=now),
    )
    sequence(session)
    dated = periods.of_entries(session, [canada.id])[canada.id]
    assert [(period.grade, period.since, period.until) for period in dated] == [
        (Grade.VOICED, date(2016, 11, 7), date(2026, 7, 1)),
        (Grade.ENDORSED, date(2026, 7, 1), None),
    ]
    assert dated[1].precision is DatePrecision.BY


def test_former_names_without_a_day_are_said_to_be_former(client: Any) -> None:
    shown = plain(page(client, "/states/BEN"))
    assert "Formerly Dahomey , day not known here ISO 3166-3" in shown
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
    for query in ("", "?as_of=1990-01-02"):
        shown = plain(page(client, f"/states/BEN{query}"))
        assert "Français Bénin" in shown and unknown not in shown


def test_persons_of_a_day_are_those_who_are_named_still(
    session: Session, client: Any, sequence: Callable[..., int], now: datetime
) -> None:
    before = now - timedelta(days=30)
    add_person(session, "1-for-7-billion", "Early Person", before)
    gone = add_person(session, "1-for-7-billion", "Gone Person", before)
    sequence(session, now=before)
    add_person(session, "1-for-7-billion", "Late Person", now)
    engine.move(session, gone, Action.WITHDRAW, SUPPORTER, now=now)
    sequence(session)
    address = "/initiatives/1-for-7-billion/individuals"
    yesterday = (now - timedelta(days=1)).date()
    for query, named in (
        ("", {"Early", "Late"}),
        (f"?as_of={yesterday}", {"Early"}),
        (f"?known_at={yesterday}", {"Early"}),
        (f"?as_of={before.date() - timedelta(days=1)}", set()),
    ):
        html = page(client, address + query)
        assert set(re.findall(r"(Early|Late|Gone) Person", html)) == named, query
    past = page(client, f"{address}?as_of={yesterday}")
    assert "only persons who are named today are named" in past
    page(client, f"{address}?kind=government", 400)


def test_a_text_tells_of_a_day_who_counted_on_it(client: Any, canada: Endorsement) -> None:
    address = f"/instruments/{canada.evidence[0].instrument_id}"
    row = r"(?s)Canada</th>\s*<td>.*?</td>"
    for query, says in (
        ("", "endorsed"),
        ("?as_of=2020-01-01", "voiced"),
        ("?as_of=1950-01-01", "not counted on that day"),
    ):
        match = re.search(row, page(client, address + query))
        assert match and says in plain(match[0]), query


def test_what_is_searched_for_on_a_day_opens_as_of_it(client: Any) -> None:
    html = page(client, "/search?q=turkey&as_of=2015-10-23")
    assert '<a href="/states/TUR?as_of=2015-10-23">' in html
    assert "This page shows 23 Oct 2015" in html
    assert "written like" in page(client, "/search?q=turkey&as_of=0000-00-00", 400)


def test_what_is_copied_on_a_day_stays_at_it(client: Any) -> None:
    html = page(client, "/initiatives/act-code-of-conduct/share?as_of=2015-10-23&theme=dark")
    assert html.count("/embed/act-code-of-conduct?theme=dark&amp;as_of=2015-10-23") == 2
    assert html.count("badge.svg?as_of=2015-10-23") == 3
