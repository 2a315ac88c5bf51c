"""Email addresses, read in one way wherever one comes in, and as they stand on an envelope.

An address is refused unless a mail can be sent to exactly it. A header is read, not copied: mail
programs decode encoded words (RFC 2047), quoted names and comments in it (RFC 5322, 3.2), so that
what is typed and what is written to would be two addresses. Domains are not words: they are
compared as the domain name system does, in A-labels (IDNA 2008, RFC 5891), never by folding case.
"""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass

import idna
from email_validator import SPECIAL_USE_DOMAIN_NAMES, EmailNotValidError, validate_email

from tracker.core.errors import BadInput

MAX_LENGTH = 254
"""Octets of an address in a mail transaction (RFC 5321, 4.5.3.1.3, without the angle brackets)."""
MAX_LOCAL_LENGTH = 64
"""Octets of the part before the @ (RFC 5321, 4.5.3.1.1)."""
ENCODED_WORD = "=?"
"""The beginning of an encoded word (RFC 2047, section 2): what follows it would be decoded."""
PLAIN = "example.org"
"""A domain beside which the library judges the part before the @. It would refuse domains with
joiners, which can be registered."""


@dataclass(frozen=True)
class Mailbox:
    """An address to which mail can be sent."""

    local: str
    """The part before the @, as it was typed, composed (RFC 6532, 3.1)."""
    domain: str
    """The part behind it, in A-labels."""

    def __str__(self) -> str:
        return f"{self.local}@{self.domain}"

    @property
    def folded(self) -> str:
        """One spelling for all capitals. Nothing more is folded: "straße" is not "strasse"."""
        return f"{unicodedata.normalize('NFC', self.local.lower())}@{self.domain}"

    @property
    def needs_smtputf8(self) -> bool:
        """Return whether only a relay that offers SMTPUTF8 (RFC 6531) can take mail to it."""
        return not self.local.isascii()


def parse(text: str) -> Mailbox:
    """The mailbox that an address names. Raises BadInput for anything but one plain address."""
    mailbox = _mailbox(text)
    if mailbox is None:
        raise BadInput("This is not an e-mail address. Please give a complete e-mail address.")
    return mailbox


@functools.lru_cache(maxsize=16)  # a form and the service behind it ask for the same
def _mailbox(text: str) -> Mailbox | None:
    local, _, domain = unicodedata.normalize("NFC", text.strip()).rpartition("@")
    labels = a_labels(domain)
    if labels is None or not _is_public(labels) or ENCODED_WORD in text:
        return None
    try:
        validate_email(f"{local}@{PLAIN}", check_deliverability=False)
    except EmailNotValidError:
        return None
    mailbox = Mailbox(local, labels)
    too_long = len(local.encode()) > MAX_LOCAL_LENGTH or len(str(mailbox).encode()) > MAX_LENGTH
    return None if too_long else mailbox


def _is_public(labels: str) -> bool:
    """Return whether a domain can be one of the public domain name system: no address of a machine,
    no single label, none of those that are set apart (RFC 6761)."""
    _, dot, top = labels.rpartition(".")
    special = any(f".{labels}".endswith(f".{name}") for name in SPECIAL_USE_DOMAIN_NAMES)
    return bool(dot) and not top.isdecimal() and not special


@functools.lru_cache(maxsize=8192)
def a_labels(domain: str) -> str | None:
    """A domain name as it is looked up; none for what is no domain name.

    Lower-cased and mapped by UTS 46, non-transitional: "ß", final sigma and joiners keep the
    meaning that they have in the domain name system.
    """
    try:
        return idna.encode(domain.lower(), uts46=True, transitional=False).decode().rstrip(".")
    except (idna.IDNAError, UnicodeError):
        return None
