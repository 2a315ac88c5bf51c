"""Codes of the app and recovery codes: typed as people type them, offered when they are needed."""

from __future__ import annotations

import html
import re

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.support.staff import (
    ACCOUNT,
    code,
    give_password,
    long_ago,
    member,
    reread,
    sign_in,
    sign_out,
    token,
)
from tests.support.staff_routes import address, methods, staff_rules
from tests.support.webclient import Client, apart
from tracker.accounts.models import StaffRole

pytestmark = pytest.mark.by_turns

REVIEWER = StaffRole.REVIEWER
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def set_up(client: Client) -> tuple[str, str]:
    """Begin to set up the app; the page's token and the key."""
    page = client.get(f"{ACCOUNT}/tf-setup")
    data = {"csrf_token": token(page), "setup": "authenticator"}
    page = client.post(f"{ACCOUNT}/tf-setup", data=data)
    shown = re.search(r'<code class="cite">([^<]+)</code>', page.text)
    assert shown, page.text
    form = page.text[page.text.index(shown[0]) :]
    assert 'inputmode="numeric"' in form and "pattern=" not in form
    action = re.search(r'<form class="form" action="([^"]+)"', form)
    assert action
    return html.unescape(action[1]), shown[1].replace("-", "").replace(" ", "")


@pytest.mark.parametrize(
    "typed",
    [
        lambda six: f"{six[:3]} {six[3:]}",
        lambda six: f" {six[:3]}-{six[3:]} ",
        lambda six: f"{six[:3]}\u00a0{six[3:]}",
        lambda six: f"{six[:3]}\u202f{six[3:]}\u200b",
        lambda six: " ".join(six),
        lambda six: six.translate(ARABIC),
        lambda six: six.translate(FULL_WIDTH),
    ],
)
def test_a_code_is_taken_as_people_type_it(empty_app: Flask, client: Client, typed) -> None:
    member(empty_app, "Ada", REVIEWER)
    assert give_password(client, "Ada").location == f"{ACCOUNT}/tf-setup"
    action, key = set_up(client)
    page = client.get(f"{ACCOUNT}/tf-setup")
    data = {"csrf_token": token(page), "code": typed(code(key))}
    assert client.post(action, data=data).status_code == 302
    assert client.get("/staff/").status_code == 200
    sign_out(client)
    page = client.get(give_password(client, "Ada").location)
    assert 'inputmode="numeric"' in page.text and "pattern=" not in page.text
    data = {"csrf_token": token(page), "code": typed(code(key, 1))}
    assert client.post(f"{ACCOUNT}/tf-validate", data=data).location == "/staff/"
    action, key = set_up(client)
    data = {"csrf_token": token(client.get(f"{ACCOUNT}/")), "code": typed(code(key))}
    assert client.post(action, data=data).location == f"{ACCOUNT}/mf-recovery-codes"


@pytest.mark.parametrize("typed", ["12345", "1234567", "abcdef", "", "123 45x", "½²³456"])
def test_what_is_no_code_is_refused(empty_app: Flask, client: Client, typed: str) -> None:
    member(empty_app, "Ada", REVIEWER)
    give_password(client, "Ada")
    action, _key = set_up(client)
    data = {"csrf_token": token(client.get(f"{ACCOUNT}/tf-setup")), "code": typed}
    assert client.post(action, data=data).status_code == 200
    assert client.get("/staff/").status_code == 302


def test_recovery_codes_are_offered_at_set_up_and_shown_once(
    empty_app: Flask, client: Client, session: Session
) -> None:
    ada = member(empty_app, "Ada", REVIEWER)
    give_password(client, "Ada")
    action, key = set_up(client)
    data = {"csrf_token": token(client.get(f"{ACCOUNT}/tf-setup")), "code": code(key)}
    offered = client.post(action, data=data).location
    assert offered == f"{ACCOUNT}/mf-recovery-codes?offered=1"
    page = client.get(offered)
    assert "Skip this for now" in page.text and 'href="/staff/"' in page.text
    data = {"csrf_token": token(page), "generate_new_codes": "yes"}
    made = client.post(offered, data=data)
    codes = re.findall(r"<li><code>([^<]+)</code>", made.text)
    assert len(codes) == 8 == len(reread(ada).mf_recovery_codes or [])
    file = re.search(r'download="[^"]+" href="data:text/plain[^,]*,([^"]+)"', made.text)
    assert file and all(code_shown in file[1] for code_shown in codes)
    for again in (offered, f"{ACCOUNT}/mf-recovery-codes?show_codes=yes"):
        assert not any(code_shown in client.get(again).text for code_shown in codes)
    sign_out(client)
    give_password(client, "Ada")
    data = {"csrf_token": token(client.get(f"{ACCOUNT}/mf-recovery")), "code": f" {codes[0]} "}
    assert client.post(f"{ACCOUNT}/mf-recovery", data=data).location == "/staff/"


@pytest.mark.long
@pytest.mark.parametrize("state", [{}, {"tf_state": "ready"}, {"tf_state": "validating_profile"}])
def test_no_page_signs_out_by_being_opened(empty_app: Flask, client: Client, state: dict) -> None:
    """Whoever sends a member of staff a link or a picture cannot end their session."""
    member(empty_app, "Ada", *StaffRole)
    sign_in(client, "Ada")

    def begin() -> None:
        with client.session_transaction() as cookie:
            cookie.update(state)

    opened = 0
    for stale in (False, True):
        if stale:
            long_ago(client)
        for rule in staff_rules(empty_app):
            if "GET" not in methods(rule):
                continue
            for method in ("GET", "HEAD"):
                apart(begin)
                client.open(address(rule), method=method)
                assert client.get(f"{ACCOUNT}/").status_code == 200, f"{method} {rule}"
                opened += 1
    assert opened > 100
    data = {"csrf_token": token(client.get(f"{ACCOUNT}/")), "code": "000000"}
    client.post(f"{ACCOUNT}/tf-validate", data=data)
    assert client.get(f"{ACCOUNT}/").status_code == 200
