"""Every reported figure beside what was documented here by its date."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.pages import CEILING, page, plain
from tests.support.sql_statements import executed
from tracker.initiatives.reported_figures import ReportedTally

pytestmark = pytest.mark.usefixtures("app")
CODE = "/initiatives/act-code-of-conduct/reconciliation"
DECLARATION = "/initiatives/france-mexico/reconciliation"


def row(html: str, tally_id: str) -> str:
    return plain(html.split(f'<tr id="{tally_id}">')[1].split("</tr>")[0])


def test_the_records_figures_of_the_code(client: Any) -> None:
    html = page(client, CODE)
    first = row(html, "T09")
    assert "1 Sep 2015 29 states 15% of 193" in first
    assert "29 Member States 15% none Nothing: the two agree." in first
    launch = row(html, "T13")
    assert "23 Oct 2015 104 supporters" in launch
    assert "37 Member States and 0 Observer States" in launch and "67 more reported" in launch
    assert "A list or instruments that name the others" in launch
    assert "more than 70" in row(html, "T15")
    undated = row(html, "T17")
    assert "after 26 Apr 2022 110+" in undated
    assert "cannot be compared The day of the figure." in undated


def test_the_records_figures_of_the_declaration(client: Any) -> None:
    html = page(client, DECLARATION)
    for tally_id, words in {
        "T02": "30 Sep 2015 70 states",
        "T03": "30 Sep 2015 73 states",
        "T05": "21 Oct 2015 80 states",
        "T07": "2 Jun 2022 105 states",
        "T08": "31 Mar 2025 107 states",
    }.items():
        assert words in row(html, tally_id)
    newest = row(html, "T08")
    assert "105 Member States and 2 Observer States none Nothing: the two agree." in newest
    assert "about 40 states about 20.7% of 193" in row(html, "T01")


@pytest.mark.parametrize("address", [CODE, DECLARATION])
def test_figures_for_both_stand_on_each_page(client: Any, address: str) -> None:
    html = page(client, address)
    assert "112 states 58% of 193" in row(html, "T18") and "33 Member States" in row(html, "T18")
    later = row(html, "T19")
    assert "123 states 63.7% of 193" in later and "85 more reported" in later
    assert "It counts statements as well" in later
    assert "and 2 observers" in row(html, "T21") and "0 Observer States" in row(html, "T21")


def test_other_kinds_are_counted_in_their_own_units(client: Any) -> None:
    html = page(client, "/initiatives/unpa/reconciliation")
    assert "378 members of parliament" in row(html, "T28")
    assert "3 parliamentarians 375 more reported" in row(html, "T28")
    professors = row(html, "T36")
    assert "no count to set beside it" in professors and "no such count is kept" in professors
    assert "14 organisations more than 736" in row(
        page(client, "/initiatives/1-for-7-billion/reconciliation"), "T27"
    ), "undated, and told for today"


def test_an_earlier_day_has_the_figures_of_then(client: Any) -> None:
    html = page(client, f"{CODE}?as_of=2015-10-21")
    assert re.findall('<tr id="(T[0-9]+)"', html) == ["T09", "T53", "T10", "T18"]
    html = page(client, "/initiatives/1-for-7-billion/reconciliation?as_of=2020-01-01")
    assert 'id="T27"' not in html
    assert "No figure was reported by this date." in plain(page(client, f"{CODE}?as_of=2015-01-01"))


def test_as_known_before_the_ledger_began(client: Any) -> None:
    said = row(page(client, f"{CODE}?known_at=2020-01-01"), "T09")
    assert "0 Member States" in said and "29 more reported" in said


def test_more_documented_than_reported(client: Any, session: Session) -> None:
    first = session.scalars(select(ReportedTally).where(ReportedTally.tally_id == "T09")).one()
    first.value = 20
    over = session.scalars(select(ReportedTally).where(ReportedTally.tally_id == "T15")).one()
    over.value, over.reported_on, over.stands_from = 36, date(2015, 10, 23), date(2015, 10, 23)
    session.commit()
    html = page(client, CODE)
    assert "9 more documented here" in row(html, "T09") and "days of the entries" in row(
        html, "T09"
    )
    assert "Nothing: the two agree." in row(html, "T15"), "37 are more than 36"


@pytest.mark.usefixtures("session")
def test_few_statements_are_enough(client: Any) -> None:
    for address in (CODE, "/initiatives/unpa/reconciliation"):
        with executed(client.application) as statements:
            page(client, address)
        assert len(statements) <= CEILING


def test_what_cannot_be_understood(client: Any) -> None:
    page(client, f"{CODE}?as_of=2999-01-01", 400)
    page(client, "/initiatives/nothing/reconciliation", 404)
