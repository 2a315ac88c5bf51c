"""Signing up in tests, as a browser would: forms through the client, links out of the mails."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from email.message import EmailMessage
from html.parser import HTMLParser
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.webclient import Client
from tracker.core.clock import utcnow
from tracker.core.crypto import Vault
from tracker.core.db import db, transaction
from tracker.core.mail import Postman
from tracker.core.outbox import OutboxMail
from tracker.endorsements.abuse import flags
from tracker.endorsements.models import ConsentPurpose, Endorsement, Origin
from tracker.endorsements.signup import services
from tracker.endorsements.signup.submission import Submission
from tracker.initiatives import queries as initiatives
from tracker.supporters.models import SupporterKind

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
AGREED = (ConsentPurpose.COUNTED, ConsentPurpose.AGE, ConsentPurpose.NAMED)
WORDS = "Peoples need a voice of their own."
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
    """Every mail queued so far that has somebody to go to, composed as it would be sent now."""
    postman: Postman = app.extensions["postman"]
    with app.test_request_context():
        rows = db.session.scalars(select(OutboxMail).order_by(OutboxMail.id)).all()
        composed = [postman.compose(row) for row in rows]
    return [message for message in composed if message is not None]


def newest_mail(app: Flask) -> EmailMessage:
    """The last of these alone."""
    postman: Postman = app.extensions["postman"]
    with app.test_request_context():
        rows = db.session.scalars(select(OutboxMail).order_by(OutboxMail.id.desc())).all()
        for row in rows:
            if (message := postman.compose(row)) is not None:
                return message
    raise AssertionError("No mail is queued.")


def link_in(mail: EmailMessage, purpose: str) -> str:
    """The path of the link of this purpose in a mail's text."""
    body = mail.get_body(("plain",))
    assert body is not None
    link = re.search(rf"(/{purpose}/[^\s]+)", body.get_content())
    assert link, body.get_content()
    return link[1]


def sign_up_and_confirm(app: Flask, client: FlaskClient, kind: str, **changed: Any) -> str:
    """Sign up, open the mailed link, press its button; the link's path."""
    assert post(client, kind, **changed).status_code == 303
    link = link_in(newest_mail(app), "confirm")
    assert press_confirm(client, link).status_code == 303
    return link


def press_confirm(client: FlaskClient, link: str, **changed: Any) -> Any:
    """Open a confirmation page and press its button, with some of its fields changed; one that is
    changed to None is left out, as a box is that somebody unticks."""
    page = client.get(link)
    assert page.status_code == 200, page.text
    fields = Fields(page.text, link).sent | changed
    data = {name: value for name, value in fields.items() if value is not None}
    return client.post(link, data=data)


class Fields(HTMLParser):
    """What a browser would send of the form with this action, as the page has it."""

    def __init__(self, page: str, action: str) -> None:
        super().__init__()
        self.action = action
        self.sent: dict[str, Any] = {}
        self._inside = False
        self._select = self._textarea = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "form":
            self._inside = given.get("action") == self.action
        elif not self._inside:
            return
        elif tag == "input" and name and given.get("type") != "file":
            if given.get("type") not in ("checkbox", "radio") or "checked" in given:
                known = self.sent.get(name)
                self.sent[name] = value if known is None else [*_several(known), value]
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in given:
            self.sent[self._select] = value
        elif tag == "textarea":
            self._textarea = name
            self.sent[name] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._textarea = ""

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self.sent[self._textarea] += data.removeprefix("\r\n").removeprefix("\n")


def _several(known: Any) -> list[Any]:
    return known if isinstance(known, list) else [known]


def sign_ups(app: Flask) -> list[Endorsement]:
    """Every entry that somebody signed up, oldest first."""
    with app.app_context():
        return list(
            db.session.scalars(
                select(Endorsement)
                .where(Endorsement.origin == Origin.SIGN_UP)
                .order_by(Endorsement.id)
            )
        )


def manage_link(app: Flask, client: FlaskClient, address: str) -> str:
    """The path of a supporter's own page, asked for at `/manage`."""
    assert client.post("/manage", data={"email": address}).status_code == 200
    return link_in(newest_mail(app), "manage")


def named_individual(app: Flask, client: Client, session: Session, **changed: str) -> Endorsement:
    """An individual who is counted and named, and says something."""
    sign_up_and_confirm(
        app, client, "individual", **({"consent_named": "y", "words": WORDS} | changed)
    )
    return session.get_one(Endorsement, sign_ups(app)[-1].id)


def record_sign_ups(
    app: Flask, now: datetime, *slugs: str, email: str = "b@people.example"
) -> None:
    """Record one individual's sign-up for these initiatives, without a page."""
    vault: Vault = app.extensions["vault"]
    with app.app_context(), transaction() as session:
        briefs = initiatives.briefs(session, now.date())
        submission = Submission(
            kind=SupporterKind.INDIVIDUAL,
            initiatives=tuple(briefs[slug] for slug in slugs),
            email=email,
            name="Amina Diallo",
            country="SN",
            consents=AGREED,
            be_named=True,
            words="It is time.",
        )
        services.submit(session, vault, submission, now=now)
