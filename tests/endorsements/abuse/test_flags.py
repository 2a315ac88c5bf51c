"""What makes staff look at a sign-up first: it is taken like any other, and not told."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from flask import Flask

from tests.support.signup import post, sign_up_and_confirm, sign_ups, stamp
from tests.support.webclient import Client
from tracker.core.clock import utcnow
from tracker.core.crypto import Signer
from tracker.endorsements.abuse import flags
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement


def test_every_flag_fits_its_column() -> None:
    length = Endorsement.__table__.c.flag.type.length  # type: ignore[attr-defined]
    assert max(map(len, flags.FLAGS)) <= length


@pytest.mark.parametrize(
    ("seconds", "flag"), [(0, flags.TOO_QUICK), (2.99, flags.TOO_QUICK), (3.01, ""), (3600, "")]
)
def test_nobody_fills_a_form_in_within_seconds(seconds: float, flag: str) -> None:
    signer, then = Signer("a key"), utcnow()
    handed_out = flags.handed_out(signer, flags.stamp(signer, now=then))
    assert flags.of_stamp(handed_out, now=then + timedelta(seconds=seconds)) == flag


@pytest.mark.parametrize(("minutes", "flag"), [(-1, flags.TOO_QUICK), (1, "")])
def test_a_form_that_comes_back_within_seconds_is_looked_at(
    app: Flask, client: Client, minutes: int, flag: str
) -> None:
    opened = stamp(client, timedelta(minutes=minutes))
    sign_up_and_confirm(app, client, "individual", opened=opened)
    (entry,) = sign_ups(app)
    assert entry.flag == flag
    assert entry.status is (Status.IN_REVIEW if flag else Status.VERIFIED)


@pytest.mark.parametrize("opened", ["", "x", "1764000000000", "eyJ.x.y"])
def test_a_form_without_our_stamp_is_looked_at(app: Flask, client: Client, opened: str) -> None:
    sign_up_and_confirm(app, client, "individual", opened=opened)
    assert sign_ups(app)[0].flag == flags.NOT_OUR_FORM


def test_a_stamp_of_another_purpose_is_none(app: Flask, client: Client) -> None:
    post(client, "individual", opened=app.extensions["signer"].sign("manage", 1))
    assert sign_ups(app)[0].flag == flags.NOT_OUR_FORM


def test_a_form_with_errors_keeps_its_stamp(app: Flask, client: Client) -> None:
    opened = stamp(client)
    page = post(client, "individual", email="amina@", opened=opened)
    assert page.status_code == 422
    assert f'value="{opened}"' in page.text


def test_who_comes_back_to_the_form_keeps_its_first_stamp(app: Flask, client: Client) -> None:
    address = "/initiatives/unpa/endorse?kind=individual"
    first = re.findall(r'name="opened"[^>]*value="([^"]+)"', client.get(address).text)
    again = client.get("/initiatives/un2020/endorse?kind=organisation").text
    assert first == re.findall(r'name="opened"[^>]*value="([^"]+)"', again)
    somebody_else = app.test_client().get(address).text
    assert first != re.findall(r'name="opened"[^>]*value="([^"]+)"', somebody_else)
    with client.session_transaction() as kept:
        kept["opened"] = flags.stamp(Signer("another key"), now=utcnow())
    assert first != re.findall(r'name="opened"[^>]*value="([^"]+)"', client.get(address).text)


def test_every_kind_can_be_flagged(app: Flask, client: Client) -> None:
    sign_up_and_confirm(app, client, "individual", email="w@mailinator.com")
    post(client, "organisation", email="x@mailinator.com")
    post(client, "individual", email="y@MAILINATOR.com", nickname="z")
    first, *others = sign_ups(app)
    assert (first.flag, first.status) == (flags.THROW_AWAY, Status.IN_REVIEW)
    assert [other.flag for other in others] == [flags.THROW_AWAY, flags.TRAPPED]


def test_the_form_sets_no_cookie_but_its_own(app: Flask, client: Client) -> None:
    page = client.get("/initiatives/unpa/endorse?kind=individual")
    assert 'name="opened"' in page.text
    assert [cookie.split("=")[0] for cookie in page.headers.getlist("Set-Cookie")] == ["rollcall"]
