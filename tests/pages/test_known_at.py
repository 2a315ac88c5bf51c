"""Every public page of a day, and as known at an instant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.addresses import of_initiative
from tests.support.pages import entry_of, page, plain
from tracker.core.cache import Caches
from tracker.core.clock import utcnow
from tracker.endorsements.lifecycle import Action

pytestmark = [pytest.mark.by_turns, pytest.mark.usefixtures("app")]
PAGES = [
    "/",
    "/campaigns/veto-restraint",
    "/campaigns/veto-restraint/combined",
    "/initiatives/act-code-of-conduct",
    "/initiatives/act-code-of-conduct/reconciliation",
    "/about/completeness",
    "/initiatives/1-for-7-billion/individuals",
    "/states",
    "/states/FRA",
    "/organisations/{organisation}",
    "/endorsements/{entry}",
    "/instruments/{instrument}",
]
MISREAD = [
    "as_of=0000-00-00",
    "as_of=2015-02-30",
    "as_of=9999-12-31",
    "as_of=1944-12-31",
    "known_at=9999-12-31",
    "known_at=20260301",
    "known_at=never",
    "known_at=2026-13-01T00:00:00Z",
    "as_of=2015-10-23&known_at=2026-02-30",
]


@pytest.fixture
def addresses(client: Any, session: Session) -> list[str]:
    organisation = page(client, "/initiatives/un2020").split('href="/organisations/')[1]
    entry = entry_of(session, "FRA")
    numbers = {
        "organisation": organisation.split('"')[0],
        "entry": str(entry.id),
        "instrument": str(entry.evidence[0].instrument_id),
    }
    return [one.format(**numbers) for one in PAGES]


def test_every_page_says_which_day_it_shows(client: Any, addresses: list[str]) -> None:
    for address in addresses:
        unasked = page(client, address)
        assert 'name="as_of"' in unasked and 'name="known_at"' in unasked
        assert "This page shows" not in unasked
        said = plain(page(client, f"{address}?as_of=2020-05-01"))
        assert "This page shows 1 May 2020, as it is known today." in said
        said = plain(page(client, f"{address}?as_of=2020-05-01&known_at=2026-11-22"))
        assert "as this site knew it at the end of 22 Nov 2026 (UTC)." in said
        said = plain(page(client, f"{address}?known_at=2026-11-22T10:30:00Z"))
        assert "as this site knew it on 22 Nov 2026 at 10:30:00 (UTC)." in said


def test_no_page_of_another_day_follows_the_count_or_is_kept(
    client: Any, addresses: list[str]
) -> None:
    for address in addresses:
        html = page(client, f"{address}?known_at=2026-11-22")
        assert "live.js" not in html and "data-tally-url" not in html
        assert "Set-Cookie" not in client.get(f"{address}?as_of=2015-10-23").headers


@pytest.mark.parametrize("share", [pytest.param(1, marks=pytest.mark.long), 3])
def test_what_cannot_be_understood_is_a_helpful_page(
    client: Any, addresses: list[str], share: int
) -> None:
    """All of it on every page, or a share: the next one on the next."""
    for number, address in enumerate(addresses):
        for asked in MISREAD[number % share :: share]:
            assert "written like" in page(client, f"{address}?{asked}", 400)


def test_fields_left_empty_ask_for_nothing(client: Any, addresses: list[str]) -> None:
    for address in addresses:
        assert "This page shows" not in page(client, f"{address}?as_of=&known_at=")


def test_filters_of_the_matrix_keep_the_day(client: Any) -> None:
    html = page(client, "/states?group=WEOG&as_of=2015-10-23&known_at=2026-11-22")
    assert "sort=group&amp;as_of=2015-10-23&amp;known_at=2026-11-22" in html
    assert "/states/FRA?as_of=2015-10-23&amp;known_at=2026-11-22" in html


def test_links_from_a_past_day_lead_to_that_day(client: Any) -> None:
    for address in ("/initiatives/act-code-of-conduct", "/campaigns/veto-restraint/combined"):
        html = page(client, f"{address}?as_of=2015-10-23")
        assert '<a href="/states/AUT?as_of=2015-10-23">' in html
    html = page(client, "/campaigns/veto-restraint?as_of=2015-10-23")
    assert '"/campaigns/veto-restraint/combined?as_of=2015-10-23"' in html
    assert '"/initiatives/france-mexico?as_of=2015-10-23"' in html


def test_before_the_ledger_began_nothing_was_known(client: Any) -> None:
    html = page(client, "/initiatives/act-code-of-conduct?known_at=2020-01-01")
    assert "0 Member States" in plain(html)
    assert "0 Member States for either" in plain(
        page(client, "/campaigns/veto-restraint?known_at=2020-01-01")
    )
    assert "endorsed" not in page(client, "/states?known_at=2020-01-01").split("<tbody>")[1]
    said = plain(page(client, "/states/FRA?known_at=2020-01-01"))
    assert "not documented here" in said and "endorsed" not in said
    entry = page(client, "/initiatives/act-code-of-conduct").split('href="/endorsements/')[1]
    said = plain(page(client, f"/endorsements/{entry.split(chr(34))[0]}?known_at=2020-01-01"))
    assert "As far as was known then, this entry was not counted on that day." in said


@pytest.fixture
def before(session: Session, sequence: Callable[..., int], now: datetime) -> str:
    """France's entry is invalidated after the site had counted it: an instant before that."""
    entry = entry_of(session, "FRA")
    factories.by_staff(session, entry, Action.SUSPEND, now=now)
    factories.by_staff(session, entry, Action.INVALIDATE, now=now)
    sequence(session)
    session.commit()
    return (now - timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M:%SZ")


def test_what_was_counted_then_stays_counted_and_is_not_named(client: Any, before: str) -> None:
    address = "/initiatives/act-code-of-conduct"
    assert "42 Member States" in plain(page(client, address))
    html = page(client, f"{address}?known_at={before}")
    said = plain(html)
    assert "43 Member States" in said
    assert "1 entry that was counted then is not public any more, and not named." in said
    assert 'href="/states/FRA' not in html.split('id="governments"')[1].split("</section>")[0]
    combined = page(client, f"/campaigns/veto-restraint/combined?known_at={before}")
    both = combined.split('id="all"')[1].split("</section>")[0]
    assert "For both" in both and "Mexico" in both and "France" not in both
    assert "1 entry that was counted then" in both


FACTS = (
    # A reported figure, what a State is called, its group, and who sat in the Council.
    "UPDATE reported_tallies SET value = value + 1000, source = 'Another source'",
    "UPDATE states SET name = 'Renamed ' || name, regional_group = 'WEOG'",
    "UPDATE state_names SET short_name = 'Renamed ' || short_name",
    "DELETE FROM state_name_periods",
    "UPDATE council_seats SET iso3 = 'AND' WHERE iso3 = 'KOR'",
)
"""Changes by a door that asks nobody: the database dates them all the same."""
NOT_OF_A_DAY = ("/endorse", "/report", ".png", ".xlsx", "/picture")


@pytest.fixture
def everywhere(app: Flask, addresses: list[str]) -> list[str]:
    """Wherever a fact that leads a page is shown, as known at an instant."""
    app.extensions["caches"] = Caches(kept_for=0)
    api = ["states", "states/KOR", "endorsements", "reported-tallies", "reported-tallies/T01"]
    return [
        *(address for address in addresses if not address.startswith("/instruments")),
        *(one for one in of_initiative(app, "act-code-of-conduct") if not _is_left_out(one)),
        *("/campaigns/veto-restraint/tally.json", "/campaigns/veto-restraint/cite"),
        *("/timeline", "/vetoes", "/corrections", "/search"),
        *(f"/api/v1/{one}" for one in api),
    ]


def _is_left_out(address: str) -> bool:
    return any(one in address for one in NOT_OF_A_DAY)


def test_what_was_known_is_told_for_ever(
    client: Any, session: Session, everywhere: list[str]
) -> None:
    then = (utcnow() - timedelta(seconds=1)).isoformat()[:23] + "Z"
    told = {one: client.get(one, query_string=_asked(one, then)) for one in everywhere}
    known = {one: answer.data for one, answer in told.items() if answer.status_code == 200}
    assert len(known) > 30, {one: answer.status for one, answer in told.items()}
    for change in FACTS:
        session.execute(text(change))
    session.commit()
    today = page(client, "/initiatives/act-code-of-conduct")
    assert "1,104" in today and "Renamed" in today
    changed = {}
    for one, data in known.items():
        again = client.get(one, query_string=_asked(one, then)).data.decode()
        lines = zip(data.decode().splitlines(), again.splitlines(), strict=False)
        changed[one] = next((pair for pair in lines if pair[0] != pair[1]), None)
    assert {one: pair for one, pair in changed.items() if pair} == {}


def _asked(address: str, then: str) -> dict[str, str]:
    return {"known_at": then} | ({"q": "korea"} if address == "/search" else {})
