"""One network cannot send forms without end; who is refused is told so and loses nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.support.databases import Database
from tests.support.signup import post
from tests.support.staff import give_password, member, sign_in_first, sign_out
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.core import limits

pytestmark = pytest.mark.by_turns


@pytest.fixture
def limited(database: Database) -> Iterator[Flask]:
    with database.copy("seeded").app(rate_limits=True, trusted_proxies=1) as made:
        yield made


def ask(client: Client, address: str) -> int:
    return client.post(
        "/manage", data={"email": "a@b.example"}, headers={"X-Forwarded-For": address}
    ).status_code


def test_a_network_is_limited_and_its_neighbours_are_not(limited: Flask) -> None:
    client = Client(limited)
    assert [ask(client, f"198.51.100.{number}") for number in range(10)] == [200] * 10
    assert ask(client, "198.51.100.77") == 429
    assert ask(client, "203.0.113.5") == 200
    assert [ask(client, f"2001:db8:1:{number}::1") for number in range(10)] == [200] * 10
    assert ask(client, "2001:db8:1:ff::1") == 429
    assert ask(client, "2001:db8:2::1") == 200


def test_who_is_refused_reads_why_and_when(limited: Flask) -> None:
    client = Client(limited)
    for _ in range(10):
        client.post("/manage", data={"email": "a@b.example"})
    page = client.post("/manage", data={"email": "a@b.example"})
    assert page.status_code == 429 and "Please wait a minute" in page.text
    assert 0 < int(page.headers["Retry-After"]) <= 60
    assert client.get("/manage").status_code == 200


def test_strangers_of_the_same_network_do_not_keep_a_known_browser_out(limited: Flask) -> None:
    member(limited, "Ada", StaffRole.REVIEWER)
    member(limited, "Ben", StaffRole.REVIEWER)
    owner, stranger = Client(limited), Client(limited)
    sign_in_first(owner, "Ada")
    sign_out(owner)
    tried = [give_password(stranger, "Ada", "wrong").status_code for _ in range(12)]
    assert tried[:9] == [200] * 9 and tried[-1] == 429
    assert give_password(owner, "Ada").status_code == 302
    assert give_password(owner, "Ben", "wrong").status_code == 429, "known to one account only"
    tried = [give_password(owner, "Ada", "wrong").status_code for _ in range(12)]
    assert tried[:9] == [200] * 9 and tried[-1] == 429, "it answers for itself"


def test_passwords_cannot_be_tried_without_end(limited: Flask) -> None:
    client = Client(limited)
    member(limited, "Ada", StaffRole.REVIEWER)
    tried = [give_password(client, "Ada", "a wrong password").status_code for _ in range(11)]
    assert 429 not in tried[:10] and tried[10] == 429


def test_a_hall_of_people_may_sign(limited: Flask) -> None:
    client = Client(limited)
    codes = [
        post(client, "individual", email=f"a{number}@people.example").status_code
        for number in range(20)
    ]
    assert set(codes) == {303}


def test_the_mark_of_a_network_is_no_address(limited: Flask) -> None:
    with limited.test_request_context(environ_base={"REMOTE_ADDR": "198.51.100.7"}):
        mark = limits.network()
    with limited.test_request_context(environ_base={"REMOTE_ADDR": "198.51.100.8"}):
        assert limits.network() == mark
    assert "198" not in mark and len(mark) == 32
