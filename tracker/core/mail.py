"""Turns queued mails into messages and hands them to SMTP, or to files in development."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email import message_from_string, policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

import structlog
from flask import Flask, render_template
from flask_babel import force_locale
from sqlalchemy.orm import Session

from config import Config
from tracker.core import mailboxes, outbox, relays
from tracker.core.crypto import Signer, Vault
from tracker.core.db import transaction
from tracker.core.errors import BadInput
from tracker.core.mailboxes import Mailbox
from tracker.core.orm import JsonObject
from tracker.core.outbox import NO_RECIPIENT, SENT_TTL, OutboxMail

log = structlog.get_logger()


class Misaddressed(Exception):
    """A composed message whose header names another address than its envelope."""


class NobodyToWriteTo(Exception):
    """A mail of a form of which nothing is recorded, or not any more: it is settled unsent."""


PERMANENT_ERRORS = (BadInput, ValueError, Misaddressed, smtplib.SMTPNotSupportedError)
"""Errors that are the same at every attempt: no mailbox, a row that no key opens, a relay that
cannot."""


class Transport(Protocol):
    """A way for finished messages to go."""

    name: str
    offers_smtputf8: bool | None
    """The findings of the last connection; none before the first."""

    def send(self, message: EmailMessage, to: Mailbox) -> None: ...


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A queued mail as it is to be written now: to whom, by which template, with which values."""

    to: str
    template: str
    values: JsonObject


Writer = Callable[[Session, Vault, OutboxMail, JsonObject], Letter | None]
"""Looks up what a queued mail (with its opened payload) has to say; none when nothing is sent."""


class FileTransport:
    """Writes each message as ``.eml`` into a folder, for development."""

    name = "files"
    offers_smtputf8: bool | None = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def send(self, message: EmailMessage, to: Mailbox) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        name = message["Message-ID"].strip("<>").partition("@")[0]
        draft = self.folder / f".{name}"
        draft.write_bytes(bytes(message))
        draft.rename(self.folder / f"{name}.eml")

    def forget(self, *, now: datetime) -> int:
        """Delete messages older than seven days; the number deleted."""
        limit = (now - SENT_TTL).timestamp()
        old = [path for path in self.folder.glob("*.eml") if path.stat().st_mtime < limit]
        for path in old:
            path.unlink()
        return len(old)


class NotEncrypted(smtplib.SMTPException):
    """The server offers no encryption, so it is told no password."""


class SmtpTransport:
    """Sends by SMTP (RFC 5321): ``smtp://``, with STARTTLS where offered, or ``smtps://``.

    A password goes only to a server whose certificate proves its name (RFC 8314, section 3). One
    that asks for none is given mail as servers give it to one another: encrypted if it can be
    (RFC 7435), whoever it says it is.
    """

    def __init__(self, url: str) -> None:
        self.url = urlsplit(url)
        self.secure = self.url.scheme == "smtps"
        self.host = self.url.hostname or "localhost"
        self.port = self.url.port or (465 if self.secure else 25)
        self.name = f"{self.host}:{self.port}"
        self.offers_smtputf8: bool | None = None

    def send(self, message: EmailMessage, to: Mailbox) -> None:
        """Hand a message over. Raises SMTPNotSupportedError for an address that the relay cannot
        write to (RFC 6531, 3.2)."""
        secure, host, port = self.secure, self.host, self.port
        proven = ssl.create_default_context() if secure or self.url.username else None
        with (
            smtplib.SMTP_SSL(host, port, timeout=20, context=proven)
            if secure
            else smtplib.SMTP(host, port, timeout=20)
        ) as smtp:
            smtp.ehlo_or_helo_if_needed()  # before it, no extension is known
            if not secure and smtp.has_extn("starttls"):
                smtp.starttls(context=proven)
            elif not secure and self.url.username:
                raise NotEncrypted
            if self.url.username:
                smtp.login(unquote(self.url.username), unquote(self.url.password or ""))
            self.offers_smtputf8 = smtp.has_extn("smtputf8")
            smtp.send_message(message, to_addrs=[str(to)])


class Postman:
    """Renders and sends what the outbox holds."""

    def __init__(
        self,
        config: Config,
        vault: Vault,
        signer: Signer,
        writers: Mapping[str, Writer] | None = None,
    ) -> None:
        self.config = config
        self.vault = vault
        self.signer = signer
        self.sender = mailboxes.parse(config.mail_from)
        self._noted: bool | None = None
        self.writers = writers or {}
        """By the template under which a mail was queued."""
        self.transport: Transport = (
            SmtpTransport(config.smtp_url)
            if config.smtp_url and not config.demo
            else FileTransport(config.mail_dir)
        )

    def compose(self, mail: OutboxMail) -> EmailMessage | None:
        """The message of a queued mail, in text and in HTML with the same words; none when there
        is nobody to write to. What has to be looked up for it is looked up now, by its writer.

        The template's first line is the subject, then paragraphs; a paragraph that is an address
        alone becomes the link to press. Links are signed here, with the configured host. Raises
        BadInput for a recipient to whom no mail can be written.
        """
        letter = self._letter(mail)
        return None if letter is None else self._message(mail, letter)

    def _letter(self, mail: OutboxMail) -> Letter | None:
        payload = self.vault.open_json(mail.payload_sealed)
        if (writer := self.writers.get(mail.template)) is not None:
            with transaction() as session:
                return writer(session, self.vault, mail, payload)
        return Letter(to=payload["to"], template=mail.template, values=payload["context"])

    def _message(self, mail: OutboxMail, letter: Letter) -> EmailMessage:
        to = mailboxes.parse(letter.to)
        with force_locale(mail.locale):
            values = letter.values | {
                "about": mail.about,
                "link": self._link,
                "site": self.config.public_url,
            }
            subject, _, text = render_template(f"email/{letter.template}.txt", **values).partition(
                "\n"
            )
            paragraphs = [part.strip() for part in text.split("\n\n") if part.strip()]
            html = render_template("email/layout.html", subject=subject, paragraphs=paragraphs)
        message = EmailMessage(policy.SMTPUTF8 if to.needs_smtputf8 else policy.default)
        message["Subject"] = subject.strip()
        message["From"] = f"Rollcall <{self.config.mail_from}>"
        message["To"] = Address(username=to.local, domain=to.domain)
        message["Reply-To"] = self.config.contact_email
        message["Message-ID"] = mail.message_id
        message["Date"] = format_datetime(mail.queued_at)
        message["Auto-Submitted"] = "auto-generated"
        message.set_content("\n\n".join(paragraphs) + "\n")
        message.add_alternative(html, subtype="html")
        return message

    def deliver_due(self, *, now: datetime) -> int:
        """Send what is due; the number settled. A failure is noted with its mail, which is tried
        again later or given up; it never keeps the others back."""
        with transaction() as session:
            mails = outbox.claim_due(session, now=now)
            for mail in mails:
                outbox.identify(mail, domain=self.sender.domain)
            session.flush()
            for mail in mails:
                session.expunge(mail)
        sent = 0
        for mail in mails:
            error = self._try(mail)
            with transaction() as session:
                kept = session.get(OutboxMail, mail.id)
                if kept is not None:
                    outbox.settle(
                        kept,
                        error=_named(error),
                        now=now,
                        lasting=isinstance(error, PERMANENT_ERRORS),
                    )
                self._note_relay(session, now)
            sent += error is None or isinstance(error, NobodyToWriteTo)
        return sent

    def can_write_to(self, session: Session, mailbox: Mailbox) -> bool:
        """Return whether the relay, as far as it is known, takes mail to an address."""
        return not mailbox.needs_smtputf8 or not relays.refuses_smtputf8(
            session, self.transport.name
        )

    def forget(self, *, now: datetime) -> int:
        """Delete old ``.eml`` files; database rows are `outbox.forget_sent`'s."""
        if isinstance(self.transport, FileTransport):
            return self.transport.forget(now=now)
        return 0

    def _try(self, mail: OutboxMail) -> Exception | None:
        """Send one mail; why that failed, if it did.

        Whatever goes wrong with a mail is that mail's failure: a template, a value, a row that no
        key opens. Nobody else's mail waits for it.
        """
        try:
            letter = self._letter(mail)
            if letter is None:
                log.info("mail_not_needed", mail=mail.id, template=mail.template)
                return NobodyToWriteTo()
            to = mailboxes.parse(letter.to)
            message = self._message(mail, letter)
            if named_in(message) != str(to):
                raise Misaddressed
            self.transport.send(message, to)
        except Exception as error:  # noqa: BLE001  see above
            name = type(error).__name__  # its words might repeat an address
            log.warning("mail_not_sent", mail=mail.id, attempt=mail.attempts, error=name)
            return error
        log.info("mail_sent", mail=mail.id, template=mail.template)
        return None

    def _note_relay(self, session: Session, now: datetime) -> None:
        """Keep what the transport found, for the forms; once while it stays the same."""
        offers = self.transport.offers_smtputf8
        if isinstance(self.transport, SmtpTransport) and offers not in (None, self._noted):
            relays.note(session, self.transport.name, smtputf8=bool(offers), now=now)
            self._noted = offers

    def _link(self, purpose: str, value: object) -> str:
        return f"{self.config.public_url}/{purpose}/{self.signer.sign(purpose, value)}"


def named_in(message: EmailMessage) -> str | None:
    """The one address that a message's header names, as a mail program would read it; none if it
    names several."""
    read = message_from_string(bytes(message).decode(), policy=policy.default)
    addresses = read["To"].addresses
    return addresses[0].addr_spec if len(addresses) == 1 else None


def _named(error: Exception | None) -> str | None:
    """Return what the outbox notes of a failure."""
    if error is None:
        return None
    return NO_RECIPIENT if isinstance(error, NobodyToWriteTo) else type(error).__name__


def init_mail(
    app: Flask, config: Config, vault: Vault, signer: Signer, writers: Mapping[str, Writer]
) -> None:
    app.extensions["postman"] = Postman(config, vault, signer, writers)
