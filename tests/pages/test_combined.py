"""A campaign's initiatives combined: who, and what share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.pages import page, plain
from tracker.initiatives import queries as initiatives
from tracker.supporters.models import SupporterKind

pytestmark = pytest.mark.usefixtures("app")
COMBINED = "/campaigns/veto-restraint/combined"


def part(html: str, key: str) -> str:
    """One combination's section, as read."""
    return plain(html.split(f'id="{key}"')[1].split("</section>")[0])


def test_each_combination_has_its_governments(client: Any) -> None:
    html = page(client, COMBINED)
    assert "For either initiative 107" in part(html, "any")
    both = part(html, "all")
    assert "For both 41" in both and "France permanent member" in both and "Mexico" in both
    only = part(html, "only-act-code-of-conduct")
    assert "Only for the ACT Code of Conduct 2" in only and "Mexico" not in only
    assert "Only for the France/Mexico declaration 64" in part(html, "only-france-mexico")


def test_shares_of_a_day(client: Any) -> None:
    said = part(page(client, f"{COMBINED}?as_of=2015-10-23"), "shares")
    for words in (
        "Member States of today 38 of 193 · 19.7%",
        "Western European and Others Group 18 of 29 · 62.1%",
        "Two-thirds of the General Assembly 38 of 129",
        "Simple majority of the General Assembly 38 of 97",
        "Permanent members of the Security Council 2 of 5",
        "Security Council of 2015 6 of 15",
        "Two-thirds of 193 is 129, a simple majority 97. By Article 18 of the Charter",
        "members present and voting",
    ):
        assert words in said
    assert "reached" not in said


def test_a_council_that_is_not_recorded_is_not_known_here(client: Any) -> None:
    said = part(page(client, f"{COMBINED}?as_of=2004-12-31"), "shares")
    assert "Security Council of 2004 not known here not known here" in said


def test_reported_and_documented_stand_side_by_side(client: Any) -> None:
    html = page(client, COMBINED)
    band = plain(html.split('class="tally six"')[1].split("</section>")[0])
    assert band.index("120+ governments reported") < band.index("107 Member States for either")
    reported = part(html, "reported")
    assert "112 of 193 = 58%" in reported and "123 of 193 = 63.7%" in reported
    assert "at least 62.2% of 193" in band and "117+ of 193 = at least 60.6%" in reported


def test_only_a_page_of_today_follows_the_count(client: Any) -> None:
    assert "live.js" in page(client, COMBINED)
    for asked in ("as_of=2015-10-23", "known_at=2026-11-23"):
        html = page(client, f"{COMBINED}?{asked}")
        assert "live.js" not in html and "data-tally-url" not in html


def test_there_must_be_two_to_combine(client: Any) -> None:
    page(client, "/campaigns/un2020/combined", 404)
    page(client, "/campaigns/nothing/combined", 404)
    page(client, f"{COMBINED}?as_of=0000-00-00", 400)


@pytest.fixture
def third(session: Session, sequence: Callable[..., int], now: datetime) -> None:
    """A third initiative of the campaign, endorsed by France and the Holy See."""
    made = factories.initiative(session, "third-pledge")
    made.campaign_id = initiatives.campaign_by_slug(session, "veto-restraint").id
    session.flush()
    for iso3 in ("FRA", "VAT"):
        factories.verified(
            session, made, SupporterKind.GOVERNMENT, now=now, on=date(2026, 1, 1), state=iso3
        )
    sequence(session)
    session.commit()


@pytest.mark.usefixtures("third")
def test_three_initiatives_have_any_all_and_only_each(client: Any) -> None:
    html = page(client, COMBINED)
    assert "For any of the 3 initiatives 107" in part(html, "any")
    assert "Holy See observer, counted apart" in part(html, "any")
    everything = part(html, "all")
    assert "For all 3 1" in everything and "France" in everything and "Mexico" not in everything
    assert "Only for the third-pledge 0 No government" in part(html, "only-third-pledge")
    only = part(html, "only-france-mexico")
    assert "State of Palestine observer" in only and "Holy See" not in only
    for address in ("/", "/campaigns/veto-restraint"):
        said = plain(page(client, address))
        assert "any of the 3 initiatives" in said and "States for either" not in said
