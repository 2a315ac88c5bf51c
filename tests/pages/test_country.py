"""The page of a State: who else in its country supports what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.pages import CEILING, page, plain
from tests.support.signup import sign_up_and_confirm, sign_ups
from tests.support.sql_statements import executed
from tests.support.tally_json import on
from tests.support.webclient import Client
from tracker.core.cache import Caches
from tracker.core.clock import utcnow
from tracker.endorsements import engine
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import SUPPORTER, Action, Status
from tracker.endorsements.models import Endorsement
from tracker.endorsements.record import members
from tracker.endorsements.retention import services
from tracker.initiatives import queries as initiatives
from tracker.initiatives.statements import Statement, Voice
from tracker.supporters.models import State, Supporter, SupporterKind
from tracker.supporters.seed import rows
from tracker.tallies import countries
from tracker.tallies.mandates import MIN_TOLD

pytestmark = pytest.mark.usefixtures("app")
KENYA = "/states/KEN"
OTHERS = "Others in this country"
Sequence = Callable[..., int]


def support(
    session: Session,
    kind: SupporterKind,
    name: str,
    *,
    slug: str = "unpa",
    on: date | None = None,
    chamber: str = "",
    named: bool = True,
) -> Endorsement:
    """A supporter in Kenya whose support was verified."""
    made = initiatives.by_slug(session, slug)
    entry = factories.verified(session, made, kind, now=utcnow(), on=on)
    supporter = session.get_one(Supporter, entry.supporter_id)
    supporter.country, supporter.chamber = "KE", chamber
    supporter.name, supporter.name_key = name, name.lower()
    entry.be_named = named
    session.flush()
    return entry


def test_a_heading_stands_only_over_something(client: Client) -> None:
    said = plain(page(client, KENYA))
    for heading in (OTHERS, "Organisations", "Parliamentarians named here", "Individuals"):
        assert heading not in said
    kenya = on(client, "/api/v1/states/KEN")
    assert kenya["organisations"] == kenya["parliamentarians"] == {"count": 0, "items": []}
    assert kenya["individuals"] is None and kenya["parliament"] == []


def test_members_of_the_record_stand_with_their_country(client: Client) -> None:
    html = page(client, "/states/CAN")
    listed = on(client, "/api/v1/states/CAN")["parliamentarians"]
    assert listed["count"] == len(listed["items"]) > 0
    assert OTHERS in plain(html)
    for one in listed["items"]:
        assert one["name"] in plain(html)
        for entry in one["endorsements"]:
            assert f'href="/endorsements/{entry["id"]}"' in html


def test_chambers_and_outside_ids_come_with_the_record(
    app: Flask, client: Client, session: Session, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    said = plain(page(client, "/states/SWE"))
    assert "European Parliament Soraya Post" in said
    post = next(row for row in rows(members.FILE) if row["name"] == "Soraya Post")
    given = post | {"chamber": "Invented House", "outside_ids": "wikidata:Q0; ep:0"}
    monkeypatch.setattr(members, "rows", lambda _file: [given])
    before, mark = session.scalar(select(func.max(Decision.id))), _mark(client, "/states/SWE")
    members.load(session)
    session.flush()
    assert _mark(client, "/states/SWE") != mark
    assert "Invented House Soraya Post" in (said := plain(page(client, "/states/SWE")))
    assert "wikidata:Q0 · ep:0" in said
    (one,) = [
        member
        for member in on(client, "/api/v1/states/SWE")["parliamentarians"]["items"]
        if member["name"] == "Soraya Post"
    ]
    assert (one["chamber"], one["outside_ids"]) == ("Invented House", ["wikidata:Q0", "ep:0"])
    assert session.scalar(select(func.max(Decision.id))) == before
    member = session.scalars(select(Supporter).where(Supporter.name == "Soraya Post")).one()
    services.erase_person(member, now=now)
    session.flush()
    members.load(session)
    assert (member.chamber, member.outside_ids) == ("", None)


def test_organisations_stand_with_their_country(
    client: Client, session: Session, sequence: Sequence
) -> None:
    entry = support(session, SupporterKind.ORGANISATION, "Example Circle", on=date(2019, 3, 1))
    support(session, SupporterKind.ORGANISATION, "Other Circle", slug="un2020")
    sequence(session)
    html = page(client, KENYA)
    assert f'href="/organisations/{entry.supporter_id}"' in html
    assert f'href="/endorsements/{entry.id}"' in html
    assert "Organisations 2 Example Circle" in plain(html)
    found = on(client, "/api/v1/states/KEN")["organisations"]
    assert [one["name"] for one in found["items"]] == ["Example Circle", "Other Circle"]
    said = found["items"][0]["endorsements"][0]
    assert (said["id"], said["initiative"], said["since"]) == (entry.id, "unpa", "2019-03-01")


def test_parliamentarians_stand_by_chamber_and_only_if_they_agreed(
    client: Client, session: Session, sequence: Sequence
) -> None:
    member = SupporterKind.PARLIAMENTARIAN
    support(session, member, "Akinyi Example", chamber="Senate")
    support(session, member, "Barasa Example", chamber="National Assembly")
    support(session, member, "Chebet Example")
    silent = support(session, member, "Dalmas Example", chamber="Senate", named=False)
    sequence(session)
    answer = client.get(KENYA)
    said = plain(answer.text)
    assert answer.headers["Cache-Control"] == "no-store"
    order = ["National Assembly", "Barasa", "Senate", "Akinyi", "Chamber not recorded", "Chebet"]
    places = [said.index(words) for words in order]
    assert places == sorted(places)
    assert "Dalmas" not in said and "Parliamentarians named here 3" in said
    found = on(client, "/api/v1/states/KEN")["parliamentarians"]
    assert [(one["name"], one["chamber"]) for one in found["items"]] == [
        ("Akinyi Example", "Senate"),
        ("Barasa Example", "National Assembly"),
        ("Chebet Example", None),
    ]
    silent.be_named = True
    session.flush()
    assert "Dalmas" in plain(page(client, KENYA))


def test_a_member_who_withdraws_is_gone_and_the_mark_is_another(
    app: Flask, client: Client, session: Session
) -> None:
    """By the form a member fills in, to the page that goes without the name."""
    sign_up_and_confirm(app, client, "parliamentarian")
    entry = session.get_one(Endorsement, sign_ups(app)[0].id)
    state = f"/states/{_iso3(session, entry)}"
    marks = [_mark(client, state)]
    factories.by_staff(session, entry, Action.VERIFY, now=utcnow())
    session.commit()
    name = session.get_one(Supporter, entry.supporter_id).name
    assert name in plain(page(client, state))
    marks.append(_mark(client, state))
    factories.by_staff(session, entry, Action.WITHDRAW, now=utcnow())
    session.commit()
    assert name not in plain(page(client, state))
    marks.append(_mark(client, state))
    assert len({*marks[:2]}) == 2 and marks[2] != marks[1]


def test_the_mark_follows_organisations_and_what_a_parliament_said(
    client: Client, session: Session, sequence: Sequence
) -> None:
    marks = [_mark(client, KENYA)]
    entry = support(session, SupporterKind.ORGANISATION, "Example Circle")
    marks.append(_mark(client, KENYA))
    sequence(session)
    marks.append(_mark(client, KENYA))
    elsewhere = _mark(client, "/states/MEX")
    factories.by_staff(session, entry, Action.SUSPEND, now=utcnow())
    marks.append(_mark(client, KENYA))
    assert "Example Circle" not in plain(page(client, KENYA))
    unpa = initiatives.by_slug(session, "unpa")
    said = Statement(
        campaign_id=unpa.campaign_id,
        initiative_id=unpa.id,
        speaker="Example Chamber",
        dated="2019-05-02",
        what="resolved in support",
        source="Invented for a test",
        state_iso3="KEN",
        voice=Voice.PARLIAMENT,
    )
    session.add(said)
    session.flush()
    marks.append(_mark(client, KENYA))
    said.what = "resolved otherwise"
    session.flush()
    marks.append(_mark(client, KENYA))
    assert len({*marks}) == len(marks)
    assert _mark(client, "/states/MEX") == elsewhere
    resolved = on(client, "/api/v1/states/KEN")["parliament"]
    assert [(one["speaker"], one["dated"]) for one in resolved] == [
        ("Example Chamber", "2019-05-02")
    ]
    assert on(client, "/api/v1/states/KEN", as_of="2019-05-01")["parliament"] == []


def test_a_past_day_has_those_who_counted_then(
    client: Client, session: Session, sequence: Sequence
) -> None:
    support(session, SupporterKind.ORGANISATION, "Early Circle", on=date(2019, 3, 1))
    support(session, SupporterKind.ORGANISATION, "Late Circle", on=date(2021, 3, 1))
    sequence(session)
    then = page(client, f"{KENYA}?as_of=2020-01-01")
    assert "Early Circle" in then and "1 Mar 2019" in then and "Late Circle" not in then
    found = on(client, "/api/v1/states/KEN", as_of="2020-01-01")["organisations"]
    assert [one["name"] for one in found["items"]] == ["Early Circle"]
    assert found["items"][0]["endorsements"][0]["since"] == "2019-03-01"
    assert OTHERS not in page(client, f"{KENYA}?known_at=2020-01-01")


def test_few_individuals_are_not_told_and_more_by_whole_days(
    app: Flask, client: Client, session: Session, now: datetime
) -> None:
    app.extensions["caches"] = Caches(kept_for=0)
    yesterday = utcnow().date() - timedelta(days=1)
    for number in range(MIN_TOLD - 1):
        support(session, SupporterKind.INDIVIDUAL, f"Person {number}", on=yesterday)
    support(session, SupporterKind.INDIVIDUAL, "Person of today")

    def told() -> tuple[bool, int | None]:
        return "Individuals" in plain(page(client, KENYA)), on(client, "/api/v1/states/KEN")[
            "individuals"
        ]

    assert told() == (False, None)
    fifth = support(session, SupporterKind.INDIVIDUAL, "Person 5", on=yesterday)
    assert told() == (True, 5)
    assert "Individuals 5" in plain(html := page(client, KENYA)) and "Person" not in html
    # Whoever supports a second initiative is one individual still.
    second = initiatives.by_slug(session, "1-for-7-billion")
    again = factories.pending(session, second, SupporterKind.INDIVIDUAL, now=utcnow(), on=yesterday)
    again.supporter_id = fifth.supporter_id
    session.flush()
    engine.move(session, again, Action.CONFIRM, SUPPORTER, now=utcnow(), target=Status.VERIFIED)
    assert told() == (True, 5)
    assert on(client, "/api/v1/states/KEN", as_of=yesterday.isoformat())["individuals"] is None


def test_of_many_organisations_the_first_are_named(
    client: Client, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(countries, "MAX_LISTED", 3)
    for number in range(5):
        support(session, SupporterKind.ORGANISATION, f"Circle {number}")
    said = plain(page(client, KENYA))
    assert "Circle 2" in said and "Circle 3" not in said and "Organisations 5" in said
    assert "2 more stand in the list of each initiative" in said
    found = on(client, "/api/v1/states/KEN")["organisations"]
    assert (found["count"], len(found["items"])) == (5, 3)


def test_the_page_costs_the_same_however_many_there_are(client: Client, session: Session) -> None:
    for number in range(12):
        support(session, SupporterKind.ORGANISATION, f"Circle {number}")
        support(session, SupporterKind.PARLIAMENTARIAN, f"Member {number}", chamber="Senate")
    page(client, KENYA)
    with executed(client.application) as statements:
        page(client, KENYA)
    asked = [one for one in statements if one.lstrip().upper().startswith("SELECT")]
    assert len(asked) <= CEILING, "\n".join(asked)


def _mark(client: Client, state: str) -> str:
    mark: str = client.get(f"{state}/mark.json").get_json()["mark"]
    return mark


def _iso3(session: Session, entry: Endorsement) -> str:
    code = session.get_one(Supporter, entry.supporter_id).country
    return session.scalars(select(State.iso3).where(State.iso2 == code)).one()
