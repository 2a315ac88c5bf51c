"""Mail as its recipient gets it, over real SMTP, and as development keeps it in files."""

from __future__ import annotations

import os
import re
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from flask import Flask
from jinja2 import ChoiceLoader, DictLoader

from config import ROOT
from tests.databases import Database
from tests.site import MailServer, smtp_server
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


def test_a_server_that_offers_encryption_gets_mail_encrypted(
    database: Database, now, tmp_path: Path
) -> None:
    with (
        smtp_server(certified(tmp_path)) as smtp,
        database.copy("migrated").app(smtp_url=smtp.url) as app,
    ):
        teach(app)
        queue(app, now)
        assert deliver(app, now) == 1
    assert smtp.recipients == ["ruth@ngo.example"]


@pytest.mark.by_turns
def test_a_password_goes_only_to_a_server_that_proves_its_name(
    database: Database, now, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    seen: list[tuple[int, str]] = []
    context = certified(tmp_path)
    for tls, trusted in ((None, False), (context, False), (context, True)):
        if trusted:
            monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "server.pem"))
        with smtp_server(tls, passwords=told) as smtp:
            url = smtp.url.replace("smtp://127.0.0.1", "smtp://rollcall:the%20word@localhost")
            with database.copy("migrated").app(smtp_url=url) as app, app.app_context():
                teach(app)
                queue(app, now)
                seen.append((deliver(app, now), db.session.query(OutboxMail).one().last_error))
    assert seen == [(0, "NotEncrypted"), (0, "SSLCertVerificationError"), (1, "")]
    assert told == ["the word"]


def certified(folder: Path) -> ssl.SSLContext:
    """A server's side of TLS, with a certificate of its own making."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2099, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    path.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        + made.public_bytes(Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


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


def test_each_sentence_of_a_mail_begins_as_a_sentence() -> None:
    """Also the first one, behind “Dear …,”."""
    sentence = re.compile(r'\{\{ _\("([^"]+[.:])"')
    found = [
        (path.name, said)
        for path in sorted((ROOT / "templates" / "email").glob("*.txt"))
        for said in sentence.findall(path.read_text())
    ]
    assert len(found) > 40
    assert [one for one in found if one[1][0].islower()] == []
