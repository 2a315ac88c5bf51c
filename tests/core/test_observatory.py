"""The home page's score by the rules of MDN's HTTP Observatory, computed here from one response.

The rules and their scores are those of `mdn/mdn-http-observatory`, `src/analyzer/tests/*.js` and
`src/grader/charts.js` (version of 2026): a baseline of 100, a modifier for each test, and bonuses
only if the score without them is at least 90. What one response of the application cannot tell is
taken at what docs/proxy.md sets up: HTTP is redirected to HTTPS on the same host (0), and the host
is not on the preload list (0).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from http.cookies import SimpleCookie

import pytest
from flask import Flask
from werkzeug.datastructures import Headers

from tests.support.databases import Database
from tests.support.webclient import Client

BASELINE, EXTRA_CREDIT_FROM = 100, 90
BROAD = {"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
INLINE = {"'unsafe-inline'", "data:"}
PASSIVE = ("img-src", "media-src")
SIX_MONTHS = 15_768_000
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}

pytestmark = pytest.mark.by_turns


class Scripts(HTMLParser):
    """The scripts of a page: their address and their integrity."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str | None, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            given = dict(attrs)
            self.found.append((given.get("src"), given.get("integrity")))


def directives(headers: Headers) -> dict[str, set[str]]:
    """`cspParser.js`: of several policies the strictest counts; ours has one."""
    (policy,) = headers.getlist("Content-Security-Policy")
    parts = (part.split() for part in policy.split(";") if part.strip())
    return {name.lower(): set(sources) for name, *sources in parts}


def content_security_policy(headers: Headers) -> int:
    """`csp.js`, in its order: the first that applies is the result."""
    if "Content-Security-Policy" not in headers:
        return -25
    csp = directives(headers)
    default = csp.get("default-src", {"*"})
    script, style, objects = (
        csp.get(name, default) for name in ("script-src", "style-src", "object-src")
    )
    active = set().union(*(of for name, of in csp.items() if name not in PASSIVE))
    passive = set().union(*(csp.get(name, default) for name in PASSIVE))
    rules = (
        (-20, script & (BROAD | INLINE) or objects & BROAD),
        (-20, any(address.startswith(("http:", "ftp:")) for address in active)),
        (-10, "'unsafe-eval'" in script | style),
        (-10, any(address.startswith(("http:", "ftp:")) for address in passive)),
        (0, style & (BROAD | INLINE)),
        (10, csp.get("default-src") == {"'none'"}),
    )
    return next((score for score, applies in rules if applies), 5)


def cookies(headers: Headers) -> int:
    """`cookies.js`, for what ours can be: none, or secure ones."""
    given = headers.getlist("Set-Cookie")
    if not given:
        return 0
    for text in given:
        (cookie,) = SimpleCookie(text).values()
        if not cookie["secure"]:
            return -20
        if not cookie["httponly"]:
            return -30
        if cookie["samesite"] not in ("Lax", "Strict"):
            return 0 if not cookie["samesite"] else -20
    return 5


def cross_origin_sharing(headers: Headers) -> int:
    """`cors.js`: only access with credentials from everywhere is punished."""
    return -50 if headers.get("Access-Control-Allow-Credentials") == "true" else 0


def cross_origin_resource_policy(headers: Headers) -> int:
    scores = {None: 0, "same-site": 10, "same-origin": 10, "cross-origin": 0}
    return scores.get(headers.get("Cross-Origin-Resource-Policy"), -5)


def referrer_policy(headers: Headers) -> int:
    given = headers.get("Referrer-Policy")
    return 0 if given is None else 5 if given in PRIVATE else -5


def strict_transport_security(headers: Headers) -> int:
    given = re.search(r"max-age=(\d+)", headers.get("Strict-Transport-Security", ""))
    if given is None:
        return -20
    return 0 if int(given[1]) >= SIX_MONTHS else -10


def x_content_type_options(headers: Headers) -> int:
    return 0 if headers.get("X-Content-Type-Options") == "nosniff" else -5


def x_frame_options(headers: Headers) -> int:
    """`x-frame-options.js`: a `frame-ancestors` in the policy is worth more than the header."""
    if "frame-ancestors" in directives(headers):
        return 5
    return 0 if headers.get("X-Frame-Options", "").upper() in ("DENY", "SAMEORIGIN") else -20


def subresource_integrity(page: str) -> int:
    """`subresource-integrity.js`: scripts of our own need none, and bring a bonus with one."""
    scripts = [(src, integrity) for src, integrity in Scripts(page).found if src]
    if any(re.match("https?://|//", src) for src, _integrity in scripts):
        return -50
    return 5 if any(integrity for _src, integrity in scripts) else 0


def score(headers: Headers, page: str) -> int:
    """`scan.js` and `grader.js`."""
    modifiers = [
        content_security_policy(headers),
        cookies(headers),
        cross_origin_sharing(headers),
        cross_origin_resource_policy(headers),
        referrer_policy(headers),
        strict_transport_security(headers),
        x_content_type_options(headers),
        x_frame_options(headers),
        subresource_integrity(page),
    ]
    without_bonus = BASELINE + sum(modifier for modifier in modifiers if modifier < 0)
    bonus = sum(modifier for modifier in modifiers if modifier > 0)
    return max(0, without_bonus + (bonus if without_bonus >= EXTRA_CREDIT_FROM else 0))


@pytest.fixture
def https(database: Database) -> Iterator[Flask]:
    with database.copy("seeded").app(public_url="https://rollcall.example") as made:
        yield made


@pytest.mark.parametrize("path", ["/", "/initiatives/unpa", "/staff/account/login", "/nowhere"])
def test_pages_score_what_the_observatory_gives_at_most(https: Flask, path: str) -> None:
    answer = Client(https).get(path, base_url="https://rollcall.example")
    assert score(answer.headers, answer.text) >= 125


def test_the_score_falls_with_what_is_missing(https: Flask) -> None:
    """The rules tell a good answer from worse ones."""
    answer = Client(https).get("/", base_url="https://rollcall.example")
    for name, worse in (
        ("Strict-Transport-Security", 85),
        ("Content-Security-Policy", None),
        ("Cross-Origin-Resource-Policy", 120),
        ("Referrer-Policy", 125),
    ):
        headers = Headers(answer.headers)
        headers.remove(name)
        if worse is None:
            assert content_security_policy(headers) == -25
        else:
            assert score(headers, answer.text) <= worse


def test_cookies_under_https_are_of_this_host_alone(https: Flask) -> None:
    form = Client(https).get("/initiatives/unpa/endorse", base_url="https://rollcall.example")
    kinds = Client(https).get("/staff/account/login", base_url="https://rollcall.example")
    given = form.headers.getlist("Set-Cookie") + kinds.headers.getlist("Set-Cookie")
    assert given
    for cookie in given:
        assert (
            cookie.startswith("__Host-rollcall=") and "; Secure" in cookie and "; Path=/" in cookie
        )
        assert "HttpOnly" in cookie and "Domain" not in cookie and "SameSite=Lax" in cookie
    assert cookies(Headers([("Set-Cookie", given[0])])) == 5


def test_plain_http_has_neither(database: Database) -> None:
    """In development: a browser would not keep such a cookie, nor heed the other."""
    with database.copy("seeded").app() as plain:
        form = Client(plain).get("/staff/account/login")
        assert form.headers["Set-Cookie"].startswith("rollcall=")
        assert "Strict-Transport-Security" not in form.headers


@pytest.mark.parametrize(
    ("path", "policy"),
    [
        ("/", "same-origin"),
        ("/static/rollcall.css", "same-origin"),
        ("/embed/unpa", "cross-origin"),
        ("/initiatives/unpa/badge.svg", "cross-origin"),
        ("/initiatives/unpa/pictures/growth.svg", "cross-origin"),
        ("/api/v1/initiatives", "cross-origin"),
    ],
)
def test_only_what_is_made_for_other_sites_may_stand_there(
    https: Flask, path: str, policy: str
) -> None:
    answer = Client(https).get(path, base_url="https://rollcall.example")
    assert answer.status_code == 200
    assert answer.headers.getlist("Cross-Origin-Resource-Policy") == [policy]
    assert "camera=()" in answer.headers["Permissions-Policy"]
