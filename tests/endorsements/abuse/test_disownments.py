"""“I did not do this”: what a stranger sent is gone at once, and the network is slowed down."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.challenges import reports, send_report
from tests.support.signup import DETAILS, link_in, newest_mail, post, press_confirm, sign_ups
from tests.support.webclient import Client
from tracker.core.clock import utcnow
from tracker.core.db import db
from tracker.endorsements.abuse import disownments, surges
from tracker.endorsements.abuse.disownments import Disownment
from tracker.endorsements.abuse.traces import TTL, Trace
from tracker.endorsements.evidence.models import Evidence
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Officer
from tracker.supporters.models import Supporter


def text_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def networks_asked(session: Session) -> set[str]:
    return set(surges.asking(session, now=utcnow()).networks)


@pytest.mark.parametrize("kind", DETAILS)
def test_it_erases_the_sign_up_and_holds_the_network_back(
    app: Flask, client: Client, session: Session, kind: str
) -> None:
    post(client, kind)
    (network,) = session.scalars(select(Trace.network)).all()
    mail = newest_mail(app)
    link = link_in(mail, "confirm")
    assert f"{link}/not-me" in text_of(mail)
    assert 'href="' + link + '/not-me"' in client.get(link).text
    stranger = Client(app)  # without any cookie
    for _look in range(2):
        page = stranger.get(f"{link}/not-me")
        assert page.status_code == 200 and page.headers["Cache-Control"] == "no-store"
    assert sign_ups(app)[0].status is Status.UNCONFIRMED
    for _press in range(2):
        assert stranger.post(f"{link}/not-me").status_code == 303
    assert "It has been deleted" in stranger.get(f"{link}/not-me").text
    (entry,) = sign_ups(app)
    assert entry.status is Status.EXPIRED
    assert client.get(link).status_code == 410
    with app.app_context():
        supporter = db.session.get_one(Supporter, entry.supporter_id)
        assert supporter.claimed_digest is supporter.email_sealed is None
        if kind != "government":
            assert (supporter.name, supporter.country) == ("", None)
        officer = db.session.get(Officer, entry.id)
        assert officer is None or (officer.name, officer.email_sealed) == ("", None)
        assert (
            db.session.scalars(select(Evidence).where(Evidence.endorsement_id == entry.id)).all()
            == []
        )
        assert db.session.scalars(select(Trace)).all() == []
        assert [row.network for row in db.session.scalars(select(Disownment))] == [network]
        assert networks_asked(db.session()) == {network}


def test_what_was_confirmed_is_not_erased_by_it(
    app: Flask, client: Client, session: Session
) -> None:
    post(client, "individual")
    link = link_in(newest_mail(app), "confirm")
    press_confirm(client, link)
    assert "confirmed already" in client.get(f"{link}/not-me").text
    client.post(f"{link}/not-me")
    assert sign_ups(app)[0].status is Status.VERIFIED
    assert networks_asked(session) == set()


def test_a_report_can_be_disowned_too(app: Flask, client: Client, session: Session) -> None:
    send_report(client, session)
    mail = newest_mail(app)
    link = link_in(mail, "report")
    assert f"{link}/not-me" in text_of(mail)
    assert client.get(f"{link}/not-me").status_code == 200
    assert len(reports(session)) == 1
    for _press in range(2):
        assert client.post(f"{link}/not-me").status_code == 303
    assert reports(session) == [] and len(networks_asked(session)) == 1
    assert client.get(link).status_code == 410


def test_networks_are_forgotten_after_thirty_days(empty_app: Flask, session: Session) -> None:
    now = utcnow()
    disownments.note(session, {"a"}, now=now - TTL * 1.01)
    disownments.note(session, {"b"}, now=now)
    disownments.forget_old(session, now=now)
    assert session.scalars(select(Disownment.network)).all() == ["b"]
