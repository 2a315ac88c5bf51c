"""E-mail addresses as identities: one mailbox, one address.

A rule stands here only where a provider itself says that all the spellings reach one mailbox.
Whoever holds one of them then reads the mail of all, so that joining them joins nobody to
somebody else. Elsewhere a plus sign may well belong to another person (RFC 5233 leaves it to the
server), so only the case is folded. Mail always goes to the address as it was typed.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import idna

from tracker.core.crypto import Vault


@dataclass(frozen=True, kw_only=True)
class Provider:
    """How one provider reads the part before the @, for all of its domains."""

    domains: tuple[str, ...]
    ignores: str = ""
    """Characters that it does not look at."""
    tag: str = "+"
    """What parts the mailbox from a tag of its owner's choice."""
    one_name: bool = False
    """Whether a name is the same mailbox under each of the domains."""
    subdomains: bool = False
    """Whether anything@name.domain is name@domain."""


PROVIDERS = (
    # support.google.com/mail/answer/7436150 (dots, googlemail.com), /22370 (plus)
    Provider(domains=("gmail.com", "googlemail.com"), ignores=".", one_name=True),
    # support.microsoft.com, "Use plus addressing"; a name under another domain is another's
    Provider(
        domains=(
            *("outlook.com", "hotmail.com", "live.com", "msn.com", "hotmail.co.uk", "hotmail.fr"),
            *("hotmail.it", "hotmail.de", "hotmail.es", "live.co.uk", "live.fr", "live.nl"),
            *("live.it", "live.ca", "live.com.au", "outlook.fr", "outlook.de", "outlook.es"),
            *("outlook.it", "outlook.jp", "outlook.com.br"),
        )
    ),
    # proton.me/support/addresses-and-aliases; /support/username-capitalization (dots and the like)
    Provider(
        domains=("proton.me", "protonmail.com", "protonmail.ch", "pm.me"),
        ignores="._-",
        one_name=True,
    ),
    # support.apple.com/102540 (mac.com and me.com remain names of the same mailbox)
    Provider(domains=("icloud.com", "me.com", "mac.com"), one_name=True),
    # fastmail.help, "Plus addressing and subdomain addressing"
    Provider(domains=("fastmail.com", "fastmail.fm"), subdomains=True),
    # help.yahoo.com, "Create a disposable email address": nickname-keyword. The nickname is not
    # the name of the mailbox, so the hyphen is kept to part the two.
    Provider(
        domains=(
            *("yahoo.com", "ymail.com", "rocketmail.com", "yahoo.co.uk", "yahoo.fr", "yahoo.de"),
            *("yahoo.it", "yahoo.es", "yahoo.ca", "yahoo.in", "yahoo.co.in", "yahoo.com.au"),
            *("yahoo.com.br", "yahoo.com.ar", "yahoo.com.mx", "yahoo.com.ph", "yahoo.co.id"),
        ),
        tag="-",
    ),
)
_OF = {domain: one for one in PROVIDERS for domain in one.domains}
_WITH_SUBDOMAINS = tuple(f".{domain}" for domain, one in _OF.items() if one.subdomains)
LARGE = frozenset(_OF) | {
    *("aol.com", "gmx.de", "gmx.net", "gmx.com", "web.de", "t-online.de", "orange.fr", "free.fr"),
    *("laposte.net", "wanadoo.fr", "libero.it", "mail.ru", "yandex.ru", "yandex.com", "qq.com"),
    *("163.com", "126.com", "naver.com", "zoho.com", "comcast.net", "btinternet.com"),
}
"""Domains under which millions of unconnected people have their mail: many sign-ups from one of
them say nothing."""


def canonical(address: str) -> str:
    """The one form of all the spellings that reach a mailbox. Twice is the same as once."""
    local, domain = _parts(address)
    if domain.endswith(_WITH_SUBDOMAINS):
        local, _, domain = domain.partition(".")
    provider = _OF.get(domain)
    if provider is None:
        return f"{local}@{domain}"
    return f"{_mailbox(local, provider)}@{provider.domains[0] if provider.one_name else domain}"


def domain_of(address: str) -> str:
    """The canonical domain of an address."""
    return canonical(address).rpartition("@")[2]


def digest(vault: Vault, address: str) -> str:
    """The keyed hash by which an address is found."""
    return vault.digest(canonical(address))


def _parts(address: str) -> tuple[str, str]:
    """Case folded, composed (RFC 6532, 3.1), the domain as it is looked up (IDNA 2008)."""
    folded = unicodedata.normalize("NFC", address.strip().casefold())
    local, _, domain = folded.rpartition("@")
    if not domain.isascii():
        try:
            domain = idna.encode(domain, uts46=True).decode()
        except idna.IDNAError:
            return local, domain
    return local, domain.rstrip(".")


def _mailbox(local: str, provider: Provider) -> str:
    name, tagged, _tag = local.partition(provider.tag)
    if provider.tag == "-":
        return name + tagged
    for character in provider.ignores:
        name = name.replace(character, "")
    return name or local
