"""Signing up in tests, as a browser would: forms through the client, links out of the mails."""

from __future__ import annotations

import re
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tracker.core.clock import utcnow
from tracker.core.db import db
from tracker.core.mail import Postman
from tracker.core.outbox import OutboxMail
from tracker.endorsements import flags

INDIVIDUAL = {
    "name": "Amina Diallo",
    "email": "amina@people.example",
    "country": "SN",
    "consent_counted": "y",
    "consent_age": "y",
}
ORGANISATION = {
    "name": "Forum for Peace",
    "website": "www.forum.example.org",
    "country": "KE",
    "reach": "regional",
    "officer": "Ruth Otieno",
    "title": "Director",
    "email": "ruth@forum.example.org",
    "consent_authorised": "y",
    "consent_contact": "y",
}
PARLIAMENTARIAN = {
    "name": "Iris Blom",
    "email": "i.blom@parliament.example",
    "country": "NL",
    "chamber": "House of Representatives",
    "mandate": "sitting",
    "mandate_from": "2023-12-06",
    "official_page": "https://parliament.example.org/blom",
    "consent_counted": "y",
    "consent_named": "y",
}
GOVERNMENT = {
    "state": "BEL",
    "body": "Permanent Mission to the United Nations",
    "instrument_type": "note_verbale",
    "instrument_date": "2024-05-02",
    "symbol": "",
    "link": "",
    "officer": "Jean Peeters",
    "title": "Counsellor",
    "email": "peeters@mission.example",
    "consent_authorised": "y",
    "consent_contact": "y",
}
DETAILS: dict[str, dict[str, str]] = {
    "individual": INDIVIDUAL,
    "organisation": ORGANISATION,
    "parliamentarian": PARLIAMENTARIAN,
    "government": GOVERNMENT,
}


def post(client: FlaskClient, kind: str, slug: str = "unpa", **changed: Any) -> Any:
    """Fill in and send the sign-up form of a kind."""
    address = f"/initiatives/{slug}/endorse?kind={kind}"
    page = client.get(address).text
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert token, page[:300]
    data = DETAILS[kind] | {"csrf_token": token[1], "opened": stamp(client)} | changed
    return client.post(address, data={name: value for name, value in data.items() if value != ""})


def stamp(client: FlaskClient, ago: timedelta = timedelta(minutes=1)) -> str:
    """The stamp of a form that was handed out some time ago."""
    return flags.stamp(client.application.extensions["signer"], now=utcnow() - ago)


def mails(app: Flask) -> list[EmailMessage]:
    """Every mail queued so far, composed as it would be sent."""
    postman: Postman = app.extensions["postman"]
    with app.test_request_context():
        rows = db.session.scalars(select(OutboxMail).order_by(OutboxMail.id)).all()
        return [postman.compose(row) for row in rows]


def link_in(mail: EmailMessage, purpose: str) -> str:
    """The path of the link of this purpose in a mail's text."""
    body = mail.get_body(("plain",))
    assert body is not None
    found = re.search(rf"(/{purpose}/[^\s]+)", body.get_content())
    assert found, body.get_content()
    return found[1]


def sign_up_and_confirm(app: Flask, client: FlaskClient, kind: str, **changed: Any) -> str:
    """Sign up, open the mailed link, press its button; the link's path."""
    assert post(client, kind, **changed).status_code == 303
    link = link_in(mails(app)[-1], "confirm")
    assert client.get(link).status_code == 200
    assert client.post(link).status_code == 303
    return link
