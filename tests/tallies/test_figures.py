"""The figures that the record must give, documented and reported, on the days that it names."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.support.tally_json import CODE, DECLARATION, on
from tests.support.webclient import Client
from tracker.initiatives import queries as initiatives

pytestmark = pytest.mark.usefixtures("app")
DOCUMENTED = [
    (CODE, "2015-09-01", {"members": 29, "observers": 0}),
    (CODE, "2015-10-23", {"members": 37, "observers": 0}),
    (CODE, None, {"members": 43, "observers": 0, "announced": 0, "voiced": 7}),
    (DECLARATION, None, {"members": 105, "observers": 2, "announced": 0, "voiced": 1}),
]
REPORTED = [
    (CODE, "2015-08-31", None),
    (CODE, "2015-09-01", 29),
    (CODE, "2015-10-22", 85),
    (CODE, "2015-10-23", 104),
    (CODE, None, 129),
    (DECLARATION, "2015-09-29", None),
    (DECLARATION, "2015-09-30", 73),
    (DECLARATION, "2015-10-21", 80),
    (DECLARATION, "2022-06-02", 105),
    (DECLARATION, "2025-03-31", 107),
    (DECLARATION, None, 107),
    ("/initiatives/un2020/tally.json", None, 169),
    ("/initiatives/unpa/tally.json", "2007-04-23", 378),
    ("/initiatives/unpa/tally.json", "2015-12-01", 756),
    ("/initiatives/1-for-7-billion/tally.json", None, 750),
    ("/initiatives/1-for-7-billion/tally.json", "2020-01-01", None),
]


def test_documented_counts(client: Client) -> None:
    for address, as_of, counts in DOCUMENTED:
        found = on(client, address, **({"as_of": as_of} if as_of else {}))["governments"]
        assert counts.items() <= found.items(), (address, as_of)


def test_reported_figures(client: Client) -> None:
    for address, as_of, value in REPORTED:
        reported = on(client, address, **({"as_of": as_of} if as_of else {}))["reported"]
        assert (reported and reported["value"]) == value, (address, as_of)


def test_the_figure_of_the_launch_day_names_its_date_and_source(client: Client) -> None:
    reported = on(client, CODE, as_of="2015-10-23")["reported"]
    assert reported["date"] == "2015-10-23"
    assert (reported["unit"], reported["date_precision"]) == ("supporters", "day")
    assert reported["source"].startswith("Center for UN Reform Education")


def test_every_reported_figure_stands_in_the_reconciliation(app: Flask, session: Session) -> None:
    """Both figures of 30 September 2015 are kept, though one of them stands on the page."""
    rows = initiatives.all_reported(session, "france-mexico", known_at=None)
    assert {70, 73} <= {row.value for row in rows if row.reported_on == date(2015, 9, 30)}
