"""What every response has in common, and what a visitor sees when something went wrong."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from contextlib import suppress

import pytest
from flask import Flask, abort, request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import IntegerConverter

from tests.support.databases import Database
from tests.support.webclient import Client
from tracker.core.audience import public, staff, supporter_link
from tracker.core.errors import BadInput, Conflict, LinkRefused, NotFound, RuleBroken, TrackerError
from tracker.core.query_args import parse_row_number

pytestmark = pytest.mark.by_turns

FAULTS: dict[str, tuple[TrackerError, int]] = {
    "not-found": (NotFound("No such thing."), 404),
    "rule-broken": (RuleBroken("Not allowed now."), 409),
    "conflict": (Conflict("Somebody was first."), 409),
    "bad-input": (BadInput("Not a date."), 400),
    "link-refused": (LinkRefused("Not complete."), 410),
}


@pytest.fixture
def web(database: Database):
    """The application with a few routes that go wrong in every way."""
    with database.copy("migrated").app() as app:
        app.config["PROPAGATE_EXCEPTIONS"] = False

        @app.get("/fault/<name>", defaults={"ending": ""})
        @app.get("/fault/<name><any('.json'):ending>")
        @public
        def fault(name: str, ending: str) -> str:
            if name in FAULTS:
                raise FAULTS[name][0]
            if name == "teapot":
                abort(418)
            raise LookupError("a secret detail")

        @app.post("/echo")
        @public
        def echo() -> str:
            return request.get_data(as_text=True)

        @app.get("/manage/<token>")
        @supporter_link
        def own(token: str) -> str:
            return token

        @app.get("/for-staff")
        @staff("reviewer")
        def for_staff() -> str:
            return "staff only"

        @app.get("/undeclared")
        def undeclared() -> str:
            return "nobody said who may enter"

        app.config["WTF_CSRF_ENABLED"] = False
        yield app


@pytest.fixture
def visitor(web: Flask) -> Client:
    return Client(web)


@pytest.mark.parametrize("path", ["/", "/about", "/no-such-page", "/fault/crash", "/healthz"])
def test_headers_of_every_response(visitor: Client, path: str) -> None:
    headers = visitor.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_the_domain_is_a_page_that_says_what_is_wrong(
    visitor: Client, name: str
) -> None:
    error, status = FAULTS[name]
    answer = visitor.get(f"/fault/{name}")
    assert answer.status_code == status
    assert answer.mimetype == "text/html"
    assert error.message in answer.text


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_a_json_address_is_a_problem_document(visitor: Client, name: str) -> None:
    error, status = FAULTS[name]
    answer = visitor.get(f"/fault/{name}.json")
    assert answer.mimetype == "application/problem+json"
    problem = answer.get_json(force=True)
    assert problem.pop("title")
    assert problem == {"type": "about:blank", "status": status, "detail": error.message}


def test_an_unhandled_error_shows_an_id_logs_it_and_hides_the_rest(
    visitor: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        answer = visitor.get("/fault/crash")
    assert answer.status_code == 500
    number = answer.headers["X-Request-Id"]
    assert re.fullmatch("[0-9a-f]{16}", number)
    assert number in answer.text
    assert "a secret detail" not in answer.text
    assert any(number in str(record.msg) for record in caplog.records)


def test_other_http_errors_keep_their_status(visitor: Client) -> None:
    assert visitor.get("/fault/teapot").status_code == 418
    assert visitor.get("/no-such-page").status_code == 404
    assert visitor.post("/about").status_code == 405


@pytest.mark.parametrize(
    "path", ["/search?q=%ff%fe", "/search?q=a%00b", "/initiatives/%00", "/initiatives/%ff"]
)
def test_unreadable_addresses_are_refused(visitor: Client, path: str) -> None:
    assert visitor.get(path).status_code == 400


def test_unreadable_bodies_are_refused(visitor: Client) -> None:
    for text in (b"name=%ff%fe", b"name=a%00b", b"name=\xff"):
        answer = visitor.post("/echo", data=text, content_type="application/x-www-form-urlencoded")
        assert answer.status_code == 400


def test_a_body_that_is_too_large_is_refused(visitor: Client) -> None:
    answer = visitor.post("/echo", data=b"x" * (12 * 1024 * 1024 + 1))
    assert answer.status_code == 413
    assert "too large" in answer.text


def test_a_number_that_no_row_can_have_is_no_such_page(visitor: Client) -> None:
    for path in ("/endorsements/{}", "/organisations/{}", "/endorsements/{}/report"):
        assert visitor.get(path.format(10**30)).status_code == 404
        assert visitor.get(path.format(2**63 - 1)).status_code == 404


def test_a_page_behind_a_mailed_link_is_neither_kept_nor_told_on(visitor: Client) -> None:
    headers = visitor.get("/manage/token").headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_a_route_without_an_audience_is_closed(visitor: Client) -> None:
    assert visitor.get("/undeclared").status_code == 403


def test_a_staff_route_asks_a_visitor_to_sign_in(visitor: Client) -> None:
    answer = visitor.get("/for-staff")
    assert answer.status_code in (302, 401)
    assert "staff only" not in answer.text


def test_a_wrong_form_token_is_a_clear_page(database: Database) -> None:
    with database.copy("seeded").app() as app:
        answer = Client(app).post("/initiatives/unpa/endorse", data={"csrf_token": "wrong"})
    assert answer.status_code == 400 and "<form" not in answer.text.split("<main")[1]


def test_the_forwarded_address_counts_only_behind_a_trusted_proxy(database: Database) -> None:
    database.copy("migrated")
    for proxies, expected in ((0, "127.0.0.1"), (1, "203.0.113.9")):
        with database.app(trusted_proxies=proxies) as app:

            @app.get("/who")
            @public
            def who() -> str:
                return request.remote_addr or ""

            forwarded = {"X-Forwarded-For": "198.51.100.1, 203.0.113.9"}
            assert Client(app).get("/who", headers=forwarded).text == expected


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/states/", "/states"),
        ("/states/fra/", "/states/fra"),
        ("/campaigns/unpa/?as_of=2020-01-01&x=%C3%A9", "/campaigns/unpa?as_of=2020-01-01&x=%C3%A9"),
        ("/initiatives/unpa/tally.json/", "/initiatives/unpa/tally.json"),
        ("/initiatives/unpa/endorse/", "/initiatives/unpa/endorse"),
        ("/corrections/", "/corrections"),
        ("/manage/", "/manage"),
    ],
)
def test_a_slash_behind_a_public_address_leads_to_the_one_without(
    empty_app: Flask, client: Client, path: str, to: str
) -> None:
    response = client.get(path)
    assert response.status_code == 308
    assert response.location == to


@pytest.mark.parametrize("path", ["/nothing/", "/staff/record/", "/%2Frollcall.example/"])
def test_no_other_address_with_a_slash_leads_anywhere(
    empty_app: Flask, client: Client, path: str
) -> None:
    assert client.get(path).status_code == 404


def test_a_form_is_not_sent_on(empty_app: Flask, client: Client) -> None:
    assert client.post("/manage/", data={"email": "a@b.example"}).status_code == 404


DIGITS = ("\u0661", "\u09e7", "\uff11", "\u06f1", "+1", "-1", " 1", "1_0", "1.0", "1e1")
"""One, in Arabic, Bengali, wide and Persian digits, and as only a programming language reads it."""


def values_of(values: dict[str, str]) -> Callable[[re.Match[str]], str]:
    return lambda place: values[place[1]]


def test_numbers_in_addresses_have_ascii_digits(app: Flask, client: Client) -> None:
    """Whatever route takes a number: a page has one address."""
    adapter = app.url_map.bind("localhost")
    numbered = [
        rule
        for rule in app.url_map.iter_rules()
        if any(isinstance(value, IntegerConverter) for value in rule._converters.values())
    ]
    assert len(numbered) > 10
    for rule in numbered:
        for digit in DIGITS:
            values = {
                name: "1" if isinstance(one, IntegerConverter) else "x"
                for name, one in rule._converters.items()
            }
            path = re.sub(r"<int(?:\([^)]*\))?:\w+>", digit, rule.rule)
            path = re.sub(r"<(?:\w+(?:\([^)]*\))?:)?(\w+)>", values_of(values), path)
            method = next(iter((rule.methods or {"GET"}) - {"HEAD", "OPTIONS"}))
            with suppress(HTTPException):
                matched, _values = adapter.match(path, method=method, return_rule=True)
                assert matched is not rule, path
    entry = client.get("/endorsements/1")
    assert entry.status_code == 200
    assert client.get("/endorsements/\u0661").status_code == 404
    assert "float" not in app.url_map.converters


@pytest.mark.parametrize("digit", DIGITS)
def test_numbers_in_queries_have_ascii_digits(digit: str) -> None:
    with pytest.raises(ValueError, match="digits"):
        parse_row_number(digit)
