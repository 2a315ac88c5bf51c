"""Where sign-ups come from: the busiest first, without an address, each leading to a sweep."""

from __future__ import annotations

import re
from datetime import timedelta

from flask import Flask
from sqlalchemy.orm import Session

from tests.support.signup import post
from tests.support.staff import member, sign_in
from tests.support.sweeps import flood
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.core.clock import utcnow
from tracker.endorsements.abuse import surges
from tracker.endorsements.abuse.surges import Source
from tracker.endorsements.abuse.traces import Trace
from tracker.review.bulk import traffic


def test_the_busiest_come_first_against_their_week(
    app: Flask, client: Client, session: Session
) -> None:
    ids = flood(app, client, confirmed=1, unconfirmed=2)
    post(client, "individual", email="a@gmail.com", nickname="bot")
    session.get_one(Trace, ids[0]).seen_at = utcnow() - timedelta(days=3)
    first, *others = traffic.mail_domains(session, now=utcnow())
    assert (first.name, first.day, first.week) == ("flood.example", 2, 3)
    assert (first.percent_unconfirmed, first.percent_flagged, first.large) == (67, 0, False)
    assert round(first.usual, 2) == 0.43
    gmail = next(other for other in others if other.name == "gmail.com")
    assert gmail.large and gmail.percent_flagged == 100
    assert "stander.example" not in {other.name for other in others}, (
        "one person's domain names them"
    )
    (network,) = traffic.networks(session, now=utcnow())
    assert (network.day, network.week) == (4, 5)
    assert traffic.usual_of_a_network(session, now=utcnow()) == 5.0
    assert traffic.mail_domains(session, now=utcnow() + timedelta(days=8)) == []
    assert traffic.usual_of_a_network(session, now=utcnow() + timedelta(days=8)) == 0.0


def test_the_page_shows_no_address_and_leads_to_a_sweep(app: Flask, client: Client) -> None:
    flood(app, client)
    member(app, "Ada", StaffRole.ADMIN)
    sign_in(client, "Ada")
    page = client.get("/staff/traffic")
    assert page.status_code == 200 and "flood.example" in page.text
    assert "@flood" not in page.text and "127.0.0" not in page.text
    link = re.search(r'href="(/staff/sweeps[^"]*flood\.example)"', page.text)
    assert link
    assert "3 entries found" in client.get(link[1].replace("&amp;", "&")).text
    mark = re.search(r'href="(/staff/sweeps[^"]*network=[0-9a-f]{32})"', page.text)
    assert mark
    assert "4 entries found" in client.get(mark[1].replace("&amp;", "&")).text


def test_the_page_says_who_is_asked_for_a_proof_and_since_when(
    app: Flask, client: Client, session: Session
) -> None:
    member(app, "Ada", StaffRole.ADMIN)
    sign_in(client, "Ada")
    assert "Nobody is asked at the moment." in client.get("/staff/traffic").text
    since = utcnow() - timedelta(minutes=5)
    found = [(Source.MAIL_DOMAIN, "flood.example"), (Source.NETWORK, "0123456789abcdef" * 2)]
    surges.note(session, found, now=since)
    page = client.get("/staff/traffic").text
    assert "Nobody is asked at the moment." not in page
    assert page.count(f"{since:%Y-%m-%d %H:%M}</td>") == 2
    assert page.count(f"{since + surges.PROOF_DURATION:%Y-%m-%d %H:%M}</td>") == 2
    for link in re.findall(r'href="(/staff/sweeps[^"]*(?:flood|01234567)[^"]*)"', page):
        assert client.get(link.replace("&amp;", "&")).status_code == 200
    thresholds = (surges.MAX_FROM_NETWORK, surges.MAX_FROM_DOMAIN, surges.SURGE_FACTOR)
    assert thresholds == (20, 30, 8), "the page says so in words"


def test_editors_do_not_see_it(app: Flask, client: Client) -> None:
    member(app, "Ed", StaffRole.EDITOR)
    sign_in(client, "Ed")
    assert client.get("/staff/traffic").status_code == 403
