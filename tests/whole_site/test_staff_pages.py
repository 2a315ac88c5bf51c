"""Every staff page, by its address: kept nowhere, and closed to roles that it does not name."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from tests.support.staff import member, sign_in_first, token
from tests.support.staff_routes import address, methods, staff_rules
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.core import audience

pytestmark = pytest.mark.by_turns


def test_no_staff_page_is_kept(empty_app: Flask, client: Client) -> None:
    """For strangers, and for those signed in: pages, refusals, redirects, what is not there."""
    rules = staff_rules(empty_app)
    assert len(rules) > 50
    strangers = Client(empty_app)
    member(empty_app, "Ada", *StaffRole)
    sign_in_first(client, "Ada")
    for rule in rules:
        for browser in (strangers, client):
            for method in methods(rule):
                if rule.endpoint == "security.logout":
                    continue
                answer = browser.open(address(rule), method=method)
                assert answer.headers.get("Cache-Control") == "no-store", f"{method} {rule}"
    missing = client.get("/staff/nothing-here")
    assert missing.status_code == 404 and missing.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("role", list(StaffRole))
def test_each_page_is_closed_to_who_lacks_its_role(
    empty_app: Flask, client: Client, role: StaffRole
) -> None:
    member(empty_app, "Ada", role)
    sign_in_first(client, "Ada")
    csrf = token(client.get("/staff/account/"))
    closed = 0
    for rule in staff_rules(empty_app):
        roles = (audience.of(empty_app, rule.endpoint) or "").removeprefix("staff: ").split()
        if role.value in roles or roles == ["public"] or roles == ["supporter", "link"]:
            continue
        for method in methods(rule):
            data = {"csrf_token": csrf} if method == "POST" else None
            answer = client.open(address(rule), method=method, data=data)
            assert answer.status_code == 403, f"{method} {rule} is open to {role}"
            closed += 1
    assert closed
    member(empty_app, "Nobody")
    other = Client(empty_app)
    sign_in_first(other, "Nobody")
    assert other.get("/staff/").status_code == 403


def test_a_stranger_is_asked_to_sign_in_everywhere(empty_app: Flask, client: Client) -> None:
    for rule in staff_rules(empty_app):
        name = audience.of(empty_app, rule.endpoint) or ""
        if name.startswith("staff: ") and "GET" in (rule.methods or ()):
            answer = client.get(address(rule))
            assert answer.status_code == 302, f"{rule}"
            assert "/staff/account/login" in answer.location


def test_the_menu_offers_only_what_may_be_opened(empty_app: Flask, client: Client) -> None:
    for name, role in {"Ada": StaffRole.EDITOR, "Ben": StaffRole.ADMIN}.items():
        member(empty_app, name, role)
        reader = Client(empty_app)
        sign_in_first(reader, name)
        menu = reader.get("/staff/").text.partition('class="staff-nav"')[2].partition("</nav>")[0]
        assert "Look-alikes" not in menu and "Queue" in menu
        for offered in re.findall(r'href="([^"]+)"', menu):
            assert reader.get(offered).status_code == 200, (name, offered)
    member(empty_app, "Cleo", StaffRole.REVIEWER)
    sign_in_first(client, "Cleo")
    assert "Look-alikes" in client.get("/staff/").text
