"""Turns queued mails into messages and hands them to SMTP, or to files in development."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

import structlog
from flask import Flask, render_template
from flask_babel import force_locale
from sqlalchemy.orm import Session

from config import Config
from tracker.core.crypto import Signer, Vault
from tracker.core.db import transaction
from tracker.core.outbox import KEPT_FOR, NOBODY, OutboxMail, claim_due, settle

log = structlog.get_logger()


class Transport(Protocol):
    """Where finished messages go."""

    def send(self, message: EmailMessage) -> None: ...


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A queued mail as it is to be written now: to whom, by which template, with which values."""

    to: str
    template: str
    values: dict[str, Any]


Writer = Callable[[Session, Vault, OutboxMail, dict[str, Any]], Letter | None]
"""Looks up what a queued mail (with its opened payload) has to say; none when nothing is sent."""


class FileTransport:
    """Writes each message as ``.eml`` into a folder, for development."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def send(self, message: EmailMessage) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        name = message["Message-ID"].strip("<>").partition("@")[0]
        draft = self.folder / f".{name}"
        draft.write_bytes(bytes(message))
        draft.rename(self.folder / f"{name}.eml")

    def forget(self, *, now: datetime) -> int:
        """Delete messages older than seven days; the number deleted."""
        limit = (now - KEPT_FOR).timestamp()
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

    def send(self, message: EmailMessage) -> None:
        secure = self.url.scheme == "smtps"
        host, port = self.url.hostname or "localhost", self.url.port or (465 if secure else 25)
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
            smtp.send_message(message)


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
        alone becomes the link to press. Links are signed here, with the configured host.
        """
        payload = self.vault.open_json(mail.payload_sealed)
        letter: Letter | None = Letter(
            to=payload["to"], template=mail.template, values=payload["context"]
        )
        if (writer := self.writers.get(mail.template)) is not None:
            with transaction() as session:
                letter = writer(session, self.vault, mail, payload)
        return None if letter is None else self._message(mail, letter)

    def _message(self, mail: OutboxMail, letter: Letter) -> EmailMessage:
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
        message = EmailMessage()
        message["Subject"] = subject.strip()
        message["From"] = f"Rollcall <{self.config.mail_from}>"
        message["To"] = letter.to
        message["Reply-To"] = self.config.contact_email
        message["Message-ID"] = mail.message_id
        message["Date"] = format_datetime(mail.queued_at)
        message["Auto-Submitted"] = "auto-generated"
        message.set_content("\n\n".join(paragraphs) + "\n")
        message.add_alternative(html, subtype="html")
        return message

    def deliver_due(self, *, now: datetime) -> int:
        """Send what is due; the number settled. A failure is noted and tried again later."""
        with transaction() as session:
            mails = claim_due(session, now=now)
            for mail in mails:
                session.expunge(mail)
        sent = 0
        for mail in mails:
            error = self._try(mail)
            with transaction() as session:
                kept = session.get(OutboxMail, mail.id)
                if kept is not None:
                    settle(kept, error=error, now=now)
            sent += error in (None, NOBODY)
        return sent

    def forget(self, *, now: datetime) -> int:
        """Delete old ``.eml`` files; database rows are `outbox.forget_sent`'s."""
        if isinstance(self.transport, FileTransport):
            return self.transport.forget(now=now)
        return 0

    def _try(self, mail: OutboxMail) -> str | None:
        try:
            message = self.compose(mail)
            if message is None:
                log.info("mail_not_needed", mail=mail.id, template=mail.template)
                return NOBODY
            self.transport.send(message)
        except (OSError, smtplib.SMTPException) as error:
            log.warning("mail_not_sent", mail=mail.id, attempt=mail.attempts, error=repr(error))
            return type(error).__name__
        log.info("mail_sent", mail=mail.id, template=mail.template)
        return None

    def _link(self, purpose: str, value: Any) -> str:
        return f"{self.config.public_url}/{purpose}/{self.signer.sign(purpose, value)}"


def init_mail(
    app: Flask, config: Config, vault: Vault, signer: Signer, writers: Mapping[str, Writer]
) -> None:
    app.extensions["postman"] = Postman(config, vault, signer, writers)
