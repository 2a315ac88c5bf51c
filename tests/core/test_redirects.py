"""No redirect leads to, or names, another host, whatever the path, `next` or Host say."""

from __future__ import annotations

import html
import re

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.support.staff import ACCOUNT, PASSWORD, member, sign_in, token
from tests.support.staff_routes import staff_rules
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.core import redirects

pytestmark = pytest.mark.by_turns

EVIL = "evil.example"
ELSEWHERE = (
    f"//{EVIL}",
    f"//{EVIL}/",
    f"///{EVIL}",
    f"////{EVIL}/staff",
    f"/\\{EVIL}",
    f"\\\\{EVIL}",
    f"\\/{EVIL}",
    f"/\t/{EVIL}",
    f"\t//{EVIL}",
    f"/\n/{EVIL}",
    f"https://{EVIL}",
    f"https:/\\{EVIL}",
    f"https:///{EVIL}",
    f"http:{EVIL}",
    f" //{EVIL}",
    f"https://localhost@{EVIL}/",
    "javascript:alert(1)",
    "data:text/html,x",
)


def stays(answer: TestResponse) -> None:
    """The answer leads nowhere, or to a path of ours, and names no other host in head or body."""
    location = answer.headers.get("Location", "/")
    assert location.startswith(("/", "?")) and not location.startswith(("//", "/\\")), location
    assert "\\" not in location and not set(location) & set("\t\r\n")
    if 300 <= answer.status_code < 400:
        for named in re.findall(r'href="([^"]*)"', answer.text):
            assert re.match(r"[/?](?![/\\\\])", html.unescape(named)), named


@pytest.mark.parametrize("location", ELSEWHERE)
def test_a_location_elsewhere_becomes_a_path(location: str) -> None:
    within = redirects.within(location, "rollcall.example")
    assert within.startswith("/") and not within.startswith(("//", "/\\"))
    assert ":" not in within


@pytest.mark.parametrize(
    ("location", "within"),
    [
        ("/staff/?a=b#c", "/staff/?a=b#c"),
        ("?draft=1", "?draft=1"),
        ("http://rollcall.example/staff/?next=%2F", "/staff/?next=%2F"),
        ("https://rollcall.example", "/"),
        ("/states/FRA?q=a%20b", "/states/FRA?q=a%20b"),
        ("/search?q=https://un.org", "/search?q=https://un.org"),
    ],
)
def test_a_location_of_ours_stays(location: str, within: str) -> None:
    assert redirects.within(location, "rollcall.example") == within


@pytest.mark.parametrize(
    "path",
    [
        f"//{EVIL}",
        f"//{EVIL}/",
        f"//{EVIL}/states/",
        f"/states//{EVIL}/..",
        f"//{EVIL}/%2e%2e/states/",
        "/states//",
        "//states/",
        "/staff",
        "//staff/account/login",
        f"/%5C{EVIL}/",
        f"/%09/{EVIL}/",
        f"/%2F{EVIL}/",
        f"/campaigns//{EVIL}/",
    ],
)
def test_a_path_with_slashes_leads_nowhere_else(app: Flask, client: Client, path: str) -> None:
    for method in ("GET", "HEAD"):
        stays(client.open(path, base_url="http://localhost", method=method))
        answer = client.open(method=method, environ_overrides={"RAW_URI": path, "PATH_INFO": path})
        stays(answer)


@pytest.mark.parametrize("share", [pytest.param(1, marks=pytest.mark.long), 4])
def test_a_foreign_host_header_is_named_nowhere(app: Flask, client: Client, share: int) -> None:
    """Each address of the site, with a slash too many, under a Host that is not ours; in every way,
    or in a share of them: the next one with the next."""
    seen = 0
    rules = (rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ()))
    for number, rule in enumerate(rule for rule in rules if not rule.arguments):
        paths = (
            f"{rule.rule}/",
            rule.rule,
            rule.rule.replace("/", "//"),
            rule.rule.rstrip("/"),
        )
        for path in paths[number % share :: share]:
            answer = client.get(
                "/",
                environ_overrides={"PATH_INFO": path or "/"},  # else "//x" is taken for a host
                headers={"Host": EVIL, "X-Forwarded-Host": EVIL},
            )
            stays(answer)
            seen += answer.status_code in (301, 302, 303, 307, 308)
    assert seen > 20 // share


@pytest.mark.parametrize("target", ELSEWHERE)
def test_signing_in_leads_nowhere_else(empty_app: Flask, client: Client, target: str) -> None:
    """Nor does a page of staff; each is asked for a few of these, and for all in the long run."""
    signing_in(empty_app, client, target)
    share = 6
    first = ELSEWHERE.index(target) % share
    staff_pages(empty_app, client, target, slice(first, None, share))


@pytest.mark.long
@pytest.mark.parametrize("target", ELSEWHERE)
def test_no_page_of_staff_leads_elsewhere(empty_app: Flask, client: Client, target: str) -> None:
    signing_in(empty_app, client, target)
    staff_pages(empty_app, client, target, slice(None))


def signing_in(empty_app: Flask, client: Client, target: str) -> None:
    member(empty_app, "Ada", StaffRole.REVIEWER)
    page = client.get(f"{ACCOUNT}/login", query_string={"next": target})
    given = {"csrf_token": token(page), "email": "ada@staff.example", "password": PASSWORD}
    stays(client.post(f"{ACCOUNT}/login", query_string={"next": target}, data=given))
    stays(client.post(f"{ACCOUNT}/login", data=given | {"next": target}))
    sign_in(client, "Ada")
    page = client.get(f"{ACCOUNT}/verify", query_string={"next": target})
    given = {"csrf_token": token(page), "password": PASSWORD, "next": target}
    stays(client.post(f"{ACCOUNT}/verify", query_string={"next": target}, data=given))


def staff_pages(app: Flask, client: Client, target: str, some: slice) -> None:
    rules = [
        rule for rule in staff_rules(app) if "GET" in (rule.methods or ()) and not rule.arguments
    ]
    assert len(rules) > 20
    for rule in rules[some]:
        stays(client.get(rule.rule, query_string={"next": target}))
