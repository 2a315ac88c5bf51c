"""``tally.json`` as its readers rely on it: shape, dates, tags and headers."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.sql_statements import executed, query_plan
from tests.support.tally_json import CODE, on
from tests.support.webclient import Client
from tracker.core.clock import utcnow
from tracker.endorsements import engine
from tracker.endorsements.lifecycle import SUPPORTER, Action, Status
from tracker.initiatives import queries as initiatives
from tracker.initiatives.models import Initiative
from tracker.supporters.models import SupporterKind
from tracker.tallies import mandates, organisations, queries
from tracker.tallies.organisations import Place
from tracker.tallies.views import ANSWERS

pytestmark = pytest.mark.usefixtures("app")
CAMPAIGN = "/campaigns/veto-restraint/tally.json"


def test_shape_and_order_of_keys(client: Client) -> None:
    response = client.get(CODE)
    answer = json.loads(response.data)
    assert response.mimetype == "application/json"
    assert list(answer) == [
        "initiative",
        "as_of",
        "ledger_size",
        "governments",
        "organisations",
        "parliamentarians",
        "individuals",
        "awaiting_verification",
        "reported",
    ]
    assert list(answer["governments"]) == ["members", "observers", "announced", "voiced"]
    assert list(answer["reported"]) == [
        "value",
        "qualifier",
        "unit",
        "observers",
        "date",
        "date_precision",
        "source",
    ]
    assert answer["initiative"] == "act-code-of-conduct"
    assert answer["as_of"] == utcnow().date().isoformat()
    assert answer["awaiting_verification"] == 0


def test_a_campaign_combines_its_initiatives(client: Client) -> None:
    answer = on(client, CAMPAIGN)
    assert list(answer) == [
        "campaign",
        "as_of",
        "ledger_size",
        "initiatives",
        "either",
        "both",
        "reported",
    ]
    assert [initiative["initiative"] for initiative in answer["initiatives"]] == [
        "act-code-of-conduct",
        "france-mexico",
    ]
    assert answer["either"] == {"members": 107, "observers": 2}
    assert answer["both"] == {"members": 41, "observers": 0}
    assert answer["reported"]["value"] == 120
    assert answer["initiatives"][0] == on(client, CODE)


def test_a_campaign_on_an_earlier_day(client: Client) -> None:
    answer = on(client, CAMPAIGN, as_of="2015-10-23")
    assert answer["reported"]["value"] == 123
    assert answer["initiatives"][0]["governments"]["members"] == 37
    assert answer["initiatives"][0]["awaiting_verification"] is None


def test_a_campaign_of_one_initiative_reports_as_it_does(client: Client) -> None:
    for slug in ("un2020", "unpa", "1-for-7-billion"):
        answer = on(client, f"/campaigns/{slug}/tally.json")
        assert answer["reported"] == answer["initiatives"][0]["reported"]


def test_awaiting_is_null_for_past_days_and_for_what_was_known(client: Client) -> None:
    now = utcnow()
    yesterday = (now.date() - timedelta(days=1)).isoformat()
    assert on(client, CODE, as_of=yesterday)["awaiting_verification"] is None
    assert on(client, CODE, known_at=yesterday)["awaiting_verification"] is None
    assert on(client, CODE, as_of=now.date().isoformat())["awaiting_verification"] == 0


def test_known_before_the_ledger_began(client: Client) -> None:
    answer = on(client, CODE, known_at="2020-01-01", as_of="2015-10-23")
    assert answer["ledger_size"] == 0
    assert answer["governments"]["members"] == 0
    assert answer["reported"]["value"] == 104


def test_a_time_without_a_zone_is_utc(client: Client) -> None:
    moments = [
        "2026-11-20T06:00:00",
        "2026-11-20T06:00:00Z",
        "2026-11-20T07:00:00+01:00",
        "2026-11-20",
    ]
    sizes = {on(client, CODE, known_at=text)["ledger_size"] for text in moments}
    assert len(sizes) == 1
    assert 0 not in sizes
    early = on(client, CODE, known_at="2026-11-20T05:59:59")
    assert early["governments"]["members"] == 0
    assert early["ledger_size"] in sizes, "the size is that of the whole day"


MISREAD = [
    "as_of=",
    "as_of=yesterday",
    "as_of=2015-02-30",
    "as_of=20151023",
    "as_of=2015-W43-5",
    "as_of=2015-10-23T00:00",
    "as_of=1944-12-31",
    "as_of=9999-12-31",
    "as_of=٢٠١٥-١٠-٢٣",
    "known_at=",
    "known_at=never",
    "known_at=9999-12-31",
    "known_at=9999-12-31T23:59:59",
    "known_at=0001-01-01T00:00:00%2B14:00",
    "as_of=2015-10-23&known_at=soon",
]


def test_what_cannot_be_understood_is_400(client: Client) -> None:
    for query in MISREAD:
        for address in (CODE, CAMPAIGN):
            response = client.get(f"{address}?{query}")
            assert response.status_code == 400, query
            assert response.mimetype == "application/problem+json"
            assert {"type", "title", "status", "detail"} <= response.get_json().keys()


def test_tomorrow_is_400(client: Client) -> None:
    tomorrow = (utcnow().date() + timedelta(days=1)).isoformat()
    for name in ("as_of", "known_at"):
        assert client.get(CODE, query_string={name: tomorrow}).status_code == 400


@pytest.mark.parametrize("what", ["initiatives", "campaigns"])
def test_an_unknown_slug_is_404_and_not_kept(app: Flask, client: Client, what: str) -> None:
    response = client.get(f"/{what}/no-such-thing/tally.json")
    assert (response.status_code, response.mimetype) == (404, "application/problem+json")
    assert len(app.extensions["caches"].of(ANSWERS)) == 0


@pytest.mark.parametrize("address", [CODE, CAMPAIGN, f"{CODE}?as_of=2015-10-23"])
def test_304_for_a_copy_that_is_still_right(client: Client, address: str) -> None:
    first = client.get(address)
    tag = first.headers["ETag"]
    assert tag.startswith('"')
    for sent in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get(address, headers={"If-None-Match": sent})
        assert (again.status_code, again.data) == (304, b"")
        assert again.headers["ETag"] == tag
        assert again.headers["Cache-Control"] == "public, max-age=0, s-maxage=1"
    assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


def test_headers(client: Client) -> None:
    response = client.get(CODE)
    assert response.headers["Cache-Control"] == "public, max-age=0, s-maxage=1"
    assert "Set-Cookie" not in response.headers
    assert "Vary" not in response.headers


def test_the_tag_covers_all_that_can_change(
    app: Flask,
    client: Client,
    session: Session,
    sequence: Callable[..., int],
    now: datetime,
) -> None:
    today = utcnow().date().isoformat()
    code = initiatives.by_slug(session, "act-code-of-conduct")

    def tag(**query: str) -> str:
        return client.get(CODE, query_string={"as_of": today} | query).headers["ETag"]

    tags = [tag(), tag(as_of="2015-10-23"), tag(known_at="2026-11-20")]
    entry = factories.pending(
        session, code, SupporterKind.ORGANISATION, now=now, on=date(2026, 1, 1)
    )
    session.commit()
    assert tag() == tags[0], "an unconfirmed sign-up is nobody's business"
    engine.move(
        session,
        entry,
        Action.CONFIRM,
        SUPPORTER,
        now=now,
        target=Status.IN_REVIEW,
    )
    session.commit()
    tags.append(tag())
    factories.by_staff(session, entry, Action.VERIFY, now=now)
    session.commit()
    tags.append(tag())
    sequence(session)
    tags.append(tag())
    session.get_one(Initiative, code.id).content_version += 1
    session.commit()
    tags.append(tag())
    # Awaiting back at 0 with nothing sequenced yet is the first state again.
    assert tags.pop(4) == tags[0]
    assert len(set(tags)) == len(tags)


def test_a_kept_answer_does_not_touch_the_database(app: Flask, client: Client) -> None:
    client.get(CODE)
    with executed(app) as statements:
        # The kept answer may just have grown old on a slow machine; then the next one is fresh.
        for _ in range(5):
            statements.clear()
            assert client.get(CODE).status_code == 200
            if not statements:
                break
    assert statements == []


def test_a_few_statements_are_enough(app: Flask, client: Client) -> None:
    for address, most in {CODE: 3, CAMPAIGN: 10}.items():
        with executed(app) as statements:
            client.get(address, query_string={"as_of": "2015-10-23"})
        assert len([text for text in statements if text.startswith("SELECT")]) <= most


def awaiting(session: Session, initiative_id: int, today: date) -> None:
    queries.tally(session, initiative_id, as_of=today, today=today)


def named(session: Session, initiative_id: int, today: date) -> None:
    organisations.page(
        session, initiative_id, as_of=today, after=Place(date(1990, 1, 1), 1), limit=9
    )


def sitting(session: Session, initiative_id: int, today: date) -> None:
    mandates.mandates(session, initiative_id, as_of=today)


@pytest.mark.parametrize(
    ("read", "index", "place"),
    [
        (awaiting, "ix_endorsements_awaiting", -1),
        (named, "ix_ledger_events_named", -2),
        (sitting, "ix_endorsements_listed", -2),
    ],
)
def test_a_part_is_read_from_its_index(
    app: Flask,
    session: Session,
    read: Callable[[Session, int, date], None],
    index: str,
    place: int,
) -> None:
    """Both databases use a partial index only when its values stand in the statement itself; else
    each page would read the whole of a long table."""
    initiative = initiatives.by_slug(session, "unpa")
    with executed(app) as statements:
        read(session, initiative.id, utcnow().date())
    planned = query_plan(session, statements[place], may_sort=read is not named)
    if read is named:  # in the index's own order, so that a page needs no more than itself
        assert "Sort" not in planned and "TEMP B-TREE" not in planned, planned
    assert index in planned
