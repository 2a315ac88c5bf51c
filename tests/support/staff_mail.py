"""What waits to be mailed to staff."""

from __future__ import annotations

from email.message import EmailMessage

from flask import Flask
from sqlalchemy import select

from tests.support.webclient import apart
from tracker.core.db import db
from tracker.core.outbox import OutboxMail


def to(app: Flask, name: str) -> list[EmailMessage]:
    """The queued mails to somebody at ``staff.example``, rendered, oldest first."""

    def read() -> list[EmailMessage]:
        with app.app_context():
            queued = db.session().scalars(select(OutboxMail).order_by(OutboxMail.id))
            made = [app.extensions["postman"].compose(mail) for mail in queued]
        return [mail for mail in made if mail["To"] == f"{name.lower()}@staff.example"]

    return apart(read)


def text(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())
