"""``/api/v1`` as its readers rely on it: shapes, pages, tags, other sites, limits, problems."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.api import problem, walk
from tests.support.databases import Database
from tests.support.sql_statements import executed
from tests.support.tally_json import CODE, on
from tests.support.webclient import Client
from tracker.core import limits
from tracker.core.dates import last_day
from tracker.initiatives.queries import by_slug
from tracker.supporters.changes import StateNamePeriod
from tracker.supporters.models import SupporterKind

pytestmark = [pytest.mark.usefixtures("app"), pytest.mark.by_turns]
API = "/api/v1"
ENDORSEMENTS = f"{API}/endorsements"


def test_a_tally_is_tally_json(client: Client) -> None:
    for query in ({}, {"as_of": "2015-10-23"}, {"known_at": "2026-11-21"}):
        plain = client.get(CODE, query_string=query)
        api = client.get(f"{API}/initiatives/act-code-of-conduct/tally", query_string=query)
        assert (api.data, api.headers["ETag"]) == (plain.data, plain.headers["ETag"])
    plain = client.get("/campaigns/veto-restraint/tally.json")
    assert client.get(f"{API}/campaigns/veto-restraint/tally").data == plain.data


def test_every_list_has_what_the_pages_show(client: Client) -> None:
    assert [item["slug"] for item in walk(client, f"{API}/campaigns")][:1] == ["veto-restraint"]
    slugs = [item["slug"] for item in walk(client, f"{API}/initiatives")]
    assert len(slugs) == 5 and on(client, f"{API}/initiatives/unpa")["campaign"] == "unpa"
    states = list(walk(client, f"{API}/states"))
    members = [state for state in states if state["membership"] == "member"]
    assert (len(states), len(members)) == (195, 193)
    france = on(client, f"{API}/states/FRA")
    assert france in states and france["permanent"] and france["names"]["zh"] == "法国"
    assert len(list(walk(client, f"{API}/organisations", limit="2"))) >= 3
    texts = list(walk(client, f"{API}/evidence", limit="3"))
    assert len({text["id"] for text in texts}) == len(texts) > 5
    statements = list(walk(client, f"{API}/statements", state="FRA"))
    assert statements and {statement["state"] for statement in statements} == {"FRA"}
    figures = list(walk(client, f"{API}/reported-tallies", initiative="france-mexico"))
    assert {70, 73, 80, 105, 107} <= {figure["value"] for figure in figures}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("campaigns", "slug"),
        ("initiatives", "slug"),
        ("states", "iso3"),
        ("organisations", "id"),
        ("endorsements", "id"),
        ("evidence", "id"),
        ("statements", "id"),
        ("reported-tallies", "id"),
    ],
)
def test_every_item_of_a_list_has_an_address(client: Client, name: str, key: str) -> None:
    items = on(client, f"{API}/{name}")["items"]
    for item in (items[0], items[-1]):
        answer = client.get(f"{API}/{name}/{item[key]}")
        assert answer.get_json() == item
        tag = {"If-None-Match": answer.headers["ETag"]}
        assert client.get(f"{API}/{name}/{item[key]}", headers=tag).status_code == 304
    for none in ("0", "2147483648", "9" * 30, "x"):
        assert problem(client, f"{API}/{name}/{none}", 404)
    problem(client, f"{API}/{name}/{items[0][key]}", 400, unknown="1")


def test_an_entry_is_told_of_the_day_that_is_asked_for(client: Client) -> None:
    query = {"initiative": "act-code-of-conduct", "kind": "government", "as_of": "2015-09-01"}
    for endorsement in walk(client, ENDORSEMENTS, **query):
        address = f"{ENDORSEMENTS}/{endorsement['id']}"
        assert on(client, address, as_of="2015-09-01") == endorsement
    assert "not counted on that day" in problem(client, address, 404, as_of="1950-01-01")
    assert "not counted" in problem(client, address, 404, known_at="2020-01-01")
    problem(client, address, 400, as_of="0000-00-00")


def test_endorsements_are_the_tally_s_rows(client: Client) -> None:
    code = {"initiative": "act-code-of-conduct", "limit": "10"}
    for day in ("2015-09-01", "2015-10-23", "2026-11-20"):
        counts = on(client, CODE, as_of=day)["governments"]
        endorsements = list(walk(client, ENDORSEMENTS, **code, as_of=day, kind="government"))
        endorsed = [
            endorsement for endorsement in endorsements if endorsement["grade"] == "endorsed"
        ]
        assert (
            len([endorsement for endorsement in endorsed if endorsement["membership"] == "member"])
            == counts["members"]
        )
        assert len(endorsements) - len(endorsed) == counts["announced"] + counts["voiced"]
        assert all(
            endorsement["since"] <= day and endorsement["evidence"] for endorsement in endorsements
        )


def test_endorsements_are_filtered(client: Client) -> None:
    everything = list(walk(client, ENDORSEMENTS, limit="17"))
    assert len({endorsement["id"] for endorsement in everything}) == len(everything) >= 60
    assert {endorsement["kind"] for endorsement in everything} == {
        "government",
        "organisation",
        "parliamentarian",
    }

    def filtered(**value: str) -> list[dict[str, Any]]:
        return list(walk(client, ENDORSEMENTS, limit="17", **value))

    for name, value in (
        ("initiative", "unpa"),
        ("kind", "parliamentarian"),
        ("grade", "voiced"),
        ("state", "FRA"),
    ):
        wanted = [endorsement for endorsement in everything if endorsement[name] == value]
        assert wanted and filtered(**{name: value}) == wanted
    group = [endorsement for endorsement in everything if endorsement["regional_group"] == "GRULAC"]
    assert group and filtered(group="GRULAC") == group
    assert filtered(state="FRA", kind="organisation") == []
    assert filtered(as_of="1945-01-01") == []


def test_the_pages_of_a_list_tell_of_one_ledger(
    app: Flask, session: Session, client: Client, sequence, now
) -> None:
    query = {"initiative": "act-code-of-conduct", "limit": "5"}
    first = on(client, ENDORSEMENTS, **query)
    made = by_slug(session, "act-code-of-conduct")
    late = factories.verified(session, made, SupporterKind.ORGANISATION, now=now)
    sequence(session)
    number, cursor, seen = late.id, first["next"], []
    while cursor:
        page = on(client, ENDORSEMENTS, **query, cursor=cursor)
        seen += [item["id"] for item in page["items"]]
        cursor = page["next"]
    assert seen and number not in seen
    assert number in [item["id"] for item in walk(client, ENDORSEMENTS, **query)]


def test_what_is_not_public_stands_in_no_list(
    app: Flask, session: Session, client: Client, sequence, now
) -> None:
    made = by_slug(session, "unpa")
    person = factories.verified(session, made, SupporterKind.INDIVIDUAL, now=now)
    person.be_named = True
    unnamed = factories.verified(session, made, SupporterKind.PARLIAMENTARIAN, now=now)
    waiting = factories.pending(session, made, SupporterKind.ORGANISATION, now=now)
    hidden = {person.id, unnamed.id, waiting.id}
    owner = waiting.supporter_id
    sequence(session)
    for number in hidden:
        problem(client, f"{ENDORSEMENTS}/{number}", 404)
    problem(client, f"{API}/organisations/{owner}", 404)
    assert not hidden & {item["id"] for item in walk(client, ENDORSEMENTS)}
    assert owner not in {item["id"] for item in walk(client, f"{API}/organisations")}


def test_lists_tell_of_a_day(app: Flask, session: Session, client: Client) -> None:
    day = "2015-10-23"
    once = StateNamePeriod(
        iso3="TUR", language="en", short_name="Turkey", source="A note", held_until=date(2022, 6, 1)
    )
    session.add(once)
    states = {item["iso3"]: item for item in walk(client, f"{API}/states", as_of=day)}
    entries = list(walk(client, ENDORSEMENTS, kind="government", as_of=day))
    for item in entries:
        theirs = {each["initiative"]: each for each in states[item["state"]]["endorsements"]}
        assert theirs[item["initiative"]] == {
            name: item[name] for name in theirs[item["initiative"]]
        }
    assert len(states) == 195
    assert sum(len(value["endorsements"]) for value in states.values()) == len(entries) > 30
    assert states["TUR"]["names"]["en"] == states["TUR"]["name"] == "Turkey"
    assert on(client, f"{API}/states/TUR", as_of=day) == states["TUR"]
    assert on(client, f"{API}/states/TUR")["names"]["en"] == "Türkiye"
    nothing = list(walk(client, f"{API}/states", known_at="2020-01-01"))
    assert len(nothing) == 195 and not any(item["endorsements"] for item in nothing)

    for name, key in (("statements", "dated"), ("reported-tallies", "stands_from")):
        everything = list(walk(client, f"{API}/{name}"))
        by_then = [
            item for item in everything if item[key] and last_day(item[key]).isoformat() <= day
        ]
        assert list(walk(client, f"{API}/{name}", as_of=day)) == by_then
        assert 0 < len(by_then) < len(everything)


def test_organisations_tell_of_a_day(
    app: Flask, session: Session, client: Client, sequence, now
) -> None:
    made = by_slug(session, "unpa")
    before = now - timedelta(days=300)
    late = factories.verified(session, made, SupporterKind.ORGANISATION, now=now)
    early = [
        factories.verified(session, made, SupporterKind.ORGANISATION, now=now, on=before.date())
        for _ in range(2)
    ]
    sequence(session)
    owners = [item.supporter_id for item in early]
    path, owner = f"{API}/organisations", late.supporter_id
    then = {"as_of": (before + timedelta(days=9)).date().isoformat()}
    assert {*owners, owner} <= {item["id"] for item in walk(client, path, limit="2")}
    listed = list(walk(client, path, limit="1", **then))
    counted = walk(client, ENDORSEMENTS, kind="organisation", **then)
    assert [item["id"] for item in listed] == sorted({item["organisation"] for item in counted})
    assert listed[-2:] == [on(client, f"{path}/{item}", **then) for item in owners]
    assert "counted on that day" in problem(client, f"{path}/{owner}", 404, **then)
    assert list(walk(client, path, known_at="2020-01-01")) == []


def test_a_series_ends_in_the_tally(client: Client) -> None:
    path = f"{API}/initiatives/act-code-of-conduct/series"
    points = list(walk(client, path, limit="3"))
    assert [point["date"] for point in points] == sorted({point["date"] for point in points})
    tally = on(client, CODE)
    assert points[-1]["governments"] == tally["governments"]
    for day in ("2015-09-01", "2015-10-23"):
        until = list(walk(client, path, as_of=day))
        assert until == [point for point in points if point["date"] <= day]
        assert until[-1]["governments"] == on(client, CODE, as_of=day)["governments"]


@pytest.mark.parametrize(
    ("path", "query", "says"),
    [
        (ENDORSEMENTS, {"as_of": "0000-00-00"}, "(as_of) must be a day"),
        (ENDORSEMENTS, {"as_of": "2999-01-01"}, "(as_of) must be a day"),
        (ENDORSEMENTS, {"known_at": "yesterday"}, "(known_at) can be"),
        (ENDORSEMENTS, {"state": "ZZZ"}, "such as KEN"),
        (ENDORSEMENTS, {"state": "kenya"}, "state"),
        (ENDORSEMENTS, {"kind": "individual"}, "daily counts only"),
        (ENDORSEMENTS, {"limit": "501"}, "limit"),
        (ENDORSEMENTS, {"grade": "best"}, "“grade” must be one of"),
        (ENDORSEMENTS, {"limit": "many", "asof": "best"}, "asof, limit"),
        (ENDORSEMENTS, {"asof": "2015-01-01"}, "asof"),
        (ENDORSEMENTS, {"cursor": "x.y.z"}, "Begin again"),
        (f"{API}/campaigns", {"as_of": "2015-01-01"}, "as_of"),
        (f"{API}/statements", {"known_at": "2026-11-21"}, "known_at"),
        (f"{API}/statements", {"as_of": "2999-01-01"}, "(as_of) must be a day"),
        (f"{API}/reported-tallies", {"as_of": "0000-00-00"}, "(as_of) must be a day"),
        (f"{API}/states", {"known_at": "yesterday"}, "(known_at) can be"),
        (f"{API}/organisations", {"as_of": "20151023"}, "(as_of) must be a day"),
        (f"{API}/evidence", {"endorsement": "99999999999999999999"}, "endorsement"),
    ],
)
def test_bad_input_is_a_problem(client: Client, path: str, query: dict, says: str) -> None:
    assert says in problem(client, path, **query)


def test_a_cursor_is_good_for_its_own_list_only(client: Client) -> None:
    cursor = on(client, ENDORSEMENTS, limit="2", grade="endorsed")["next"]
    assert "Begin again" in problem(client, ENDORSEMENTS, grade="endorsed", cursor=cursor[:-2])
    other = "A" if "A" not in (cursor[0], cursor[-1]) else "B"
    for changed in (other + cursor[1:], cursor[:-1] + other, cursor + "="):
        assert "Begin again" in problem(client, ENDORSEMENTS, grade="endorsed", cursor=changed)
    assert "another list" in problem(client, ENDORSEMENTS, cursor=cursor)
    assert "another list" in problem(client, f"{API}/evidence", cursor=cursor)
    assert on(client, ENDORSEMENTS, grade="endorsed", cursor=cursor, limit="3")["items"]


def test_problems_of_addresses(client: Client) -> None:
    problem(client, f"{API}/initiatives/none", 404)
    problem(client, f"{API}/initiatives/none/tally", 404)
    problem(client, f"{API}/states/ZZZ", 404)
    problem(client, f"{API}/nothing", 404)
    for behind in ("%0C", "%20", "1.", "1/", "%0C%F1%A5%A4%90", "%E2%80%9D"):
        problem(client, f"{API}/evidence/{behind}", 404)
    problem(client, f"{ENDORSEMENTS}?as_of=2015-01-01&as_of=2016-01-01", 400)
    problem(client, f"{ENDORSEMENTS}?state=%00", 400)
    assert "initiative" in problem(client, ENDORSEMENTS, 404, initiative="none")
    problem(client, f"{API}/initiatives/unpa/tally", 400, asof="2015-10-23")
    huge = client.get(ENDORSEMENTS, query_string={"cursor": "x" * 10_000_000})
    assert huge.status_code == 400 and len(huge.data) < 1000
    refused = client.post(ENDORSEMENTS)
    assert refused.status_code in (400, 405) and refused.mimetype == "application/problem+json"
    deleted = client.delete(ENDORSEMENTS)
    assert deleted.status_code == 405 and deleted.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_what_did_not_change_is_not_sent_again(
    app: Flask, session: Session, client: Client, sequence, now
) -> None:
    paged = f"{ENDORSEMENTS}?limit=1"
    assert on(client, ENDORSEMENTS, limit="1")["next"]
    day = "as_of=2015-10-23"
    dated = [f"{API}/{name}?{day}" for name in ("states", "statements")]
    for path in (paged, ENDORSEMENTS, f"{API}/states", f"{API}/initiatives/unpa/tally", *dated):
        first = client.get(path)
        again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]
        assert "s-maxage=1" in first.headers["Cache-Control"]
        if path in dated:  # what another day is answered has another tag
            other = path.replace(day, "as_of=2012-01-01")
            again = client.get(other, headers={"If-None-Match": first.headers["ETag"]})
            assert again.status_code == 200
    tag = client.get(ENDORSEMENTS, query_string={"initiative": "unpa"}).headers["ETag"]
    factories.verified(session, by_slug(session, "unpa"), SupporterKind.ORGANISATION, now=now)
    sequence(session)
    changed = client.get(
        ENDORSEMENTS, query_string={"initiative": "unpa"}, headers={"If-None-Match": tag}
    )
    assert changed.status_code == 200


def test_pages_of_other_sites_may_read(client: Client) -> None:
    for answer in (
        client.get(f"{API}/states", headers={"Origin": "https://ngo.example"}),
        client.get(f"{API}/nothing"),
        client.options(ENDORSEMENTS),
        client.get(f"{API}/openapi.json"),
    ):
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert "Set-Cookie" not in answer.headers
        assert "Access-Control-Allow-Credentials" not in answer.headers
    headers = client.options(ENDORSEMENTS).headers
    assert headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert client.head(ENDORSEMENTS).headers["ETag"] == client.get(ENDORSEMENTS).headers["ETag"]
    assert "Access-Control-Allow-Origin" not in client.get("/").headers


def test_a_list_costs_the_same_however_long_it_is(client: Client, app: Flask) -> None:
    # Bounded by the initiatives and kinds that a page may span, not by its rows.
    for limit, most in {"3": 12, "500": 60}.items():
        with executed(app) as statements:
            client.get(ENDORSEMENTS, query_string={"limit": limit})
        assert len([text for text in statements if text.startswith("SELECT")]) <= most


def test_readings_are_counted_and_told(database: Database) -> None:
    with database.copy("seeded").app(rate_limits=True) as app:
        client = Client(app)
        told = client.get(f"{API}/campaigns").headers
        most = int(limits.READS.split()[0])
        assert int(told["X-RateLimit-Limit"]) == most
        assert int(told["X-RateLimit-Remaining"]) == most - 1
        assert int(told["X-RateLimit-Reset"]) > 0
        assert "X-RateLimit-Limit" not in client.get("/privacy").headers
        question = {
            "Origin": "https://ngo.example",
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "if-none-match",
        }
        asked: list[Any] = []

        def ask(address: str) -> None:
            asked.append(client.options(address, headers=question))

        # a browser's question beforehand is answered, whatever the address, and costs nothing
        for address in (f"{ENDORSEMENTS}?as_of=x&as_of=y", f"{API}/openapi.json"):
            with executed(app) as statements:
                ask(address)
            assert statements == []
        for answer in asked:
            assert (answer.status_code, answer.data) == (200, b"")
            assert answer.headers["Content-Length"] == "0"
            assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
            assert answer.headers["Access-Control-Allow-Origin"] == "*"
            assert answer.headers["Access-Control-Allow-Headers"] == "If-None-Match"
            assert int(answer.headers["Access-Control-Max-Age"]) > 0
            assert "X-RateLimit-Limit" not in answer.headers
        again = client.get(f"{API}/campaigns").headers
        assert int(again["X-RateLimit-Remaining"]) == most - 2
        most_files = int(limits.EXPORTS.split()[0])
        file = "/initiatives/unpa/individuals-by-day.csv"
        codes = [client.get(file).status_code for _ in range(most_files + 1)]
        assert codes == [200] * most_files + [429]
        refused = client.get(file)
        assert 0 < int(refused.headers["Retry-After"]) <= 60
        assert client.get(f"{API}/campaigns").status_code == 200


def test_the_description_is_whole(client: Client) -> None:
    described = json.loads(client.get(f"{API}/openapi.json").data)
    assert described["openapi"].startswith("3.1")
    assert described["servers"] == [{"url": "http://127.0.0.1:8000"}]
    for path, methods in described["paths"].items():
        assert methods["get"]["summary"], path
        assert "application/problem+json" in str(described["components"]["responses"])


def test_every_example_of_the_documentation_can_be_run(client: Client) -> None:
    page = client.get(f"{API}/")
    assert page.status_code == 200 and page.mimetype == "text/html"
    assert "<script" not in page.text and "style=" not in page.text
    examples = re.findall(r'<a href="http://127.0.0.1:8000(/api/v1/[^"]+)">', page.text)
    described = json.loads(client.get(f"{API}/openapi.json").data)
    assert len(examples) == len(described["paths"])
    for address in examples:
        assert client.get(unescape(address)).status_code == 200, address


def test_without_a_ledger_lists_are_empty(app: Flask, session: Session, client: Client) -> None:
    assert session.execute(text("SELECT count(*) FROM ledger_events")).scalar()
    assert on(client, ENDORSEMENTS, known_at="2020-01-01") == {"items": [], "next": None}
