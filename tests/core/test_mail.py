"""Mail as its recipient gets it, over real SMTP, and as development keeps it in files."""

from __future__ import annotations

import os
import re
import ssl
from datetime import UTC, datetime, timedelta
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import ChoiceLoader, DictLoader
from sqlalchemy import select

from config import ROOT
from tests.support.databases import Database
from tests.support.site import MailServer, smtp_server
from tracker.core import mail, mailboxes, outbox
from tracker.core.db import db, transaction
from tracker.core.errors import BadInput, NotFound
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


def queue(app: Flask, now: datetime, name: str = "Ruth", to: str = "ruth@ngo.example") -> None:
    with app.app_context(), transaction() as session:
        outbox.queue(
            session,
            app.extensions["vault"],
            template="greeting",
            to=to,
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


def test_the_id_of_a_mail_is_of_the_senders_domain(mailing: Flask, smtp: MailServer, now) -> None:
    queue(mailing, now)
    deliver(mailing, now)
    assert smtp.messages[0]["Message-ID"].endswith("@rollcall.example>")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("user@bücher.example", "user@xn--bcher-kva.example"),
        ("user@faß.example", "user@xn--fa-hia.example"),
        ("User+un@NGO.example", "User+un@ngo.example"),
        ("o'brien{x}@ngo.example", "o'brien{x}@ngo.example"),
        ("émile@bücher.example", "émile@xn--bcher-kva.example"),
        ("用户@例え.example", "用户@xn--r8jz45g.example"),
    ],
)
def test_mail_goes_to_addresses_in_all_scripts(
    mailing: Flask, smtp: MailServer, now, typed: str, written: str
) -> None:
    queue(mailing, now, to=typed)
    assert deliver(mailing, now) == 1
    assert smtp.recipients == [written]
    (to,) = smtp.messages[0]["To"].addresses
    assert to.addr_spec == written


def test_a_relay_without_smtputf8_is_sent_what_it_can_take(database: Database, now) -> None:
    with (
        smtp_server(smtputf8=False) as smtp,
        database.copy("migrated").app(smtp_url=smtp.url) as app,
    ):
        teach(app)
        postman = app.extensions["postman"]
        with app.app_context():
            accents = mailboxes.parse("émile@ngo.example")
            assert postman.can_write_to(db.session(), accents), "nothing is known of it yet"
        queue(app, now, to="émile@ngo.example")
        queue(app, now, to="user@bücher.example")
        assert deliver(app, now) == 1
        assert smtp.recipients == ["user@xn--bcher-kva.example"]
        with app.app_context():
            (given_up,) = outbox.given_up(db.session())
            assert (given_up.last_error, given_up.attempts) == ("SMTPNotSupportedError", 1)
            assert not postman.can_write_to(db.session(), accents)
            assert postman.can_write_to(db.session(), mailboxes.parse("user@bücher.example"))


@pytest.mark.parametrize(
    "bad",
    [
        "=?utf-8?q?one?=@ngo.example",
        "=?utf-8?q?a=0A=0Db?=@ngo.example",
        "ruth@ngo.example, all@ngo.example",
        '"ruth"@ngo.example',
        "ruth@ngo.example\nBcc: all@ngo.example",
        "ruth",
        "",
    ],
)
def test_a_recipient_that_is_no_address_is_given_up_and_keeps_nobody_back(
    mailing: Flask, smtp: MailServer, now, bad: str
) -> None:
    queue(mailing, now, to=bad)
    queue(mailing, now, to="next@ngo.example")
    assert deliver(mailing, now) == 1
    assert smtp.recipients == ["next@ngo.example"]
    with mailing.app_context():
        (given_up,) = outbox.given_up(db.session())
        assert given_up.sent_at is None and given_up.last_error == "BadInput"
    assert deliver(mailing, now + timedelta(days=2)) == 0


def test_a_mail_that_cannot_be_read_or_composed_keeps_nobody_back(
    mailing: Flask, smtp: MailServer, now
) -> None:
    queue(mailing, now)
    queue(mailing, now, name="of no template")
    queue(mailing, now, name="Ruth")
    with mailing.app_context(), transaction() as session:
        unreadable, unknown, _good = session.scalars(select(OutboxMail).order_by(OutboxMail.id))
        unreadable.payload_sealed = "of a key that was lost"
        unknown.template = "nowhere"
    assert deliver(mailing, now) == 1
    with mailing.app_context():
        unreadable, unknown, good = db.session.scalars(select(OutboxMail).order_by(OutboxMail.id))
        assert unreadable.given_up_at == now and unreadable.last_error == "ValueError"
        assert unknown.given_up_at is None and unknown.last_error == "TemplateNotFound"
        assert unknown.due_at == now + timedelta(minutes=1), "it may be there after an upgrade"
        assert good.sent_at == now
        with transaction() as session:
            outbox.try_again(session, unreadable.id, now=now)
        with pytest.raises(NotFound), transaction() as session:
            outbox.try_again(session, unreadable.id, now=now)
    assert deliver(mailing, now) == 0


@given(
    local=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12),
    domain=st.sampled_from(["ngo.example", "bücher.example", "क्\u200dष.example"]),
)
def test_whatever_is_taken_for_an_address_is_read_from_a_header_as_it_is(
    local: str, domain: str
) -> None:
    try:
        to = mailboxes.parse(f"{local}@{domain}")
    except BadInput:
        return
    message = EmailMessage(policy.SMTPUTF8 if to.needs_smtputf8 else policy.default)
    message["To"] = Address(username=to.local, domain=to.domain)
    assert mail.named_in(message) == str(to)


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
    sentences = [
        (path.name, said)
        for path in sorted((ROOT / "templates" / "email").glob("*.txt"))
        for said in sentence.findall(path.read_text())
    ]
    assert len(sentences) > 40
    assert [sentence for sentence in sentences if sentence[1][0].islower()] == []
