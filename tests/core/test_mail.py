"""Mail as its recipient gets it, over real SMTP, and as development keeps it in files."""

from __future__ import annotations

import os
from datetime import datetime, timedelta

import pytest
from flask import Flask
from jinja2 import ChoiceLoader, DictLoader

from tests.databases import Database
from tests.site import MailServer
from tracker.core import outbox
from tracker.core.db import db, transaction
from tracker.core.outbox import OutboxMail

TEMPLATES = {
    "email/greeting.txt": "Hello {{ name }}\n\nDear {{ name }},\n\n{{ link('confirm', 7) }}\n",
}


def teach(app: Flask) -> None:
    """Let it know the greeting, which is nobody's real mail."""
    assert app.jinja_loader is not None
    app.jinja_loader = ChoiceLoader([DictLoader(TEMPLATES), app.jinja_loader])


@pytest.fixture
def mailing(database: Database, smtp: MailServer):
    """The application with a mail template of its own and a real server to send through."""
    with database.copy("migrated").app(
        smtp_url=smtp.url, public_url="https://rollcall.example"
    ) as app:
        teach(app)
        yield app


def queue(app: Flask, now: datetime, name: str = "Ruth") -> None:
    with app.app_context(), transaction() as session:
        outbox.queue(
            session,
            app.extensions["vault"],
            template="greeting",
            to="ruth@ngo.example",
            context={"name": name},
            now=now,
        )


def deliver(app: Flask, now: datetime) -> int:
    with app.app_context():
        sent: int = app.extensions["postman"].deliver_due(now=now)
        return sent


def test_a_mail_arrives_once_with_text_and_html(mailing: Flask, smtp: MailServer, now) -> None:
    queue(mailing, now)
    assert [deliver(mailing, now), deliver(mailing, now + timedelta(hours=1))] == [1, 0]
    (message,) = smtp.messages
    assert smtp.recipients == ["ruth@ngo.example"]
    assert message["Subject"] == "Hello Ruth"
    assert message["From"] == "Rollcall <rollcall@rollcall.example>"
    assert message["Reply-To"] == "contact@rollcall.example"
    assert message["Auto-Submitted"] == "auto-generated"
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None
    assert html is not None
    link = text.get_content().split()[-1]
    assert link.startswith("https://rollcall.example/confirm/")
    assert link in html.get_content()


def test_a_name_cannot_add_a_header_or_markup(mailing: Flask, smtp: MailServer, now) -> None:
    queue(mailing, now, name="<b>Ruth</b>\nBcc: all@ngo.example")
    deliver(mailing, now)
    (message,) = smtp.messages
    assert message["Bcc"] is None
    assert smtp.recipients == ["ruth@ngo.example"]
    html = message.get_body(("html",))
    assert html is not None
    assert "<b>" not in html.get_content()


def test_a_refused_mail_comes_later_under_the_same_id(
    mailing: Flask, smtp: MailServer, now
) -> None:
    smtp.refusals = 2
    queue(mailing, now)
    assert deliver(mailing, now) == 0
    assert deliver(mailing, now + timedelta(seconds=30)) == 0
    assert smtp.refusals == 1  # within its minute of rest it was not tried
    assert deliver(mailing, now + timedelta(minutes=1)) == 0
    assert deliver(mailing, now + timedelta(minutes=3)) == 1
    with mailing.app_context():
        (mail,) = db.session.query(OutboxMail)
        assert mail.attempts == 3
        assert mail.sent_at == now + timedelta(minutes=3)
        assert [message["Message-ID"] for message in smtp.messages] == [mail.message_id]


def test_no_server_is_no_disaster(database: Database, now) -> None:
    with database.copy("migrated").app(smtp_url="smtp://127.0.0.1:1") as app:
        teach(app)
        queue(app, now)
        assert deliver(app, now) == 0
        with app.app_context():
            (mail,) = db.session.query(OutboxMail)
            assert mail.last_error == "ConnectionRefusedError"


def test_development_writes_files_and_forgets_old_ones(database: Database, now) -> None:
    with database.copy("migrated").app() as app:
        teach(app)
        queue(app, now)
        queue(app, now)
        assert deliver(app, now) == 2
        old, new = sorted((database.var_dir / "mail").iterdir())
        assert {old.suffix, new.suffix} == {".eml"}
        assert b"Subject: Hello Ruth" in new.read_bytes()
        for path, age in ((old, timedelta(days=7, minutes=1)), (new, timedelta(days=6))):
            os.utime(path, ((now - age).timestamp(),) * 2)
        assert app.extensions["postman"].forget(now=now) == 1
        assert list((database.var_dir / "mail").iterdir()) == [new]
