"""One timeline of what happened, was said and was reported; voices; members of parliament."""

from __future__ import annotations

import re

import pytest
from sqlalchemy.orm import Session

from tests.support.pages import plain
from tests.support.webclient import Client
from tracker.initiatives import queries as initiatives
from tracker.pages import chronology_views
from tracker.pages.chronology_views import EventKind

pytestmark = [pytest.mark.by_turns, pytest.mark.usefixtures("app")]


def listed(client: Client, **query: str) -> list[str]:
    """The lines of the timeline, in words."""
    page = client.get("/timeline", query_string=query)
    assert page.status_code == 200
    return [plain(match) for match in re.findall(r'<li class="event .*?</li>', page.text, re.S)]


def test_everything_stands_in_the_order_of_its_days(session: Session) -> None:
    events = chronology_views.events(session, initiatives.all_campaigns(session), known_at=None)
    days = [event.day for event in events if event.day is not None]
    assert days == sorted(days)
    assert {event.kind for event in events} == set(EventKind)
    undated = [event for event in events if event.day is None]
    assert undated == events[len(days) :] and undated


def test_a_day_shows_what_had_happened_by_then(client: Client) -> None:
    then = listed(client, campaign="unpa", as_of="2015-10-13")
    assert any("756 members of parliament" in line for line in then)
    assert any("House of Commons of Canada" in line and "1993" in line for line in then)
    assert not any("undated" in line or "More than 1,500" in line for line in then)
    the_day_before = listed(client, campaign="unpa", as_of="2015-10-12")
    assert not any("756 members" in line for line in the_day_before)
    assert any("378 members of parliament" in line for line in the_day_before)
    # A year counts from its end: what is of 1993 is not known to have happened in its summer.
    assert listed(client, campaign="unpa", as_of="1993-06-30") == []
    today = listed(client, campaign="unpa")
    assert any("undated" in line for line in today)
    assert any("More than 1,500" in line for line in today)
    assert listed(client, campaign="unpa", kind="milestone") == [
        line for line in today if "Milestone" in line
    ]


def test_what_cannot_be_is_refused(client: Client) -> None:
    for query in ("campaign=nowhere", "kind=rumour", "as_of=2999-01-01"):
        assert client.get(f"/timeline?{query}").status_code == 400


def test_voices_stand_by_who_speaks_and_up_to_a_day(client: Client) -> None:
    voices = _part(client.get("/campaigns/veto-restraint").text, "voices")
    assert re.findall(r"<h3>([\w ]+?) <span", voices) == [
        "UN officials",
        "Governments",
        "Organisations",
    ]
    assert "Mogens Lykketoft" in voices and "https://undocs.org/A/63/677" in voices
    assert "/timeline?campaign=veto-restraint" in voices
    then = _part(client.get("/campaigns/veto-restraint?as_of=2015-10-22").text, "voices")
    assert "Mogens Lykketoft" not in then and "A/63/677" in then
    resolutions = _part(client.get("/campaigns/unpa").text, "voices")
    assert "Parliaments" in resolutions and "Pan-African Parliament" in resolutions


def test_members_of_parliament_as_reported_by_day_beside_ours(client: Client) -> None:
    then = plain(_part(client.get("/initiatives/unpa?as_of=2015-10-31").text, "mandates"))
    assert "378 members of parliament" in then and "756 members of parliament" in then
    assert "680 former members of parliament" in then and "1,500+" not in then
    first = plain(_part(client.get("/initiatives/unpa?as_of=2007-04-23").text, "mandates"))
    assert "378 members" in first and "400+" not in first
    assert 'id="mandates"' not in client.get("/initiatives/un2020").text


def _part(page: str, name: str) -> str:
    match = re.search(rf'<section[^>]*id="{name}".*?</section>', page, re.S)
    assert match is not None
    return match[0]
