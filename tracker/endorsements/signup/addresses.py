"""Email addresses as identities: one mailbox, one address.

A provider's rule stands here where its own pages say that all the spellings reach one mailbox, or
where senders of mail report it and we found no page that does; each says which. Whoever holds one
spelling then reads the mail of all, so that joining them joins nobody to somebody else. Elsewhere a
plus sign may well belong to another person (RFC 5233 leaves it to the server), so only capitals are
passed over. Mail always goes to the address as it was typed.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

from tracker.core.crypto import Vault
from tracker.core.mailboxes import a_labels


@dataclass(frozen=True, kw_only=True)
class Provider:
    """A provider's way to read the part before the @, for all of its domains."""

    source: str
    """The place where this can be read."""
    domains: tuple[str, ...] = ()
    national: tuple[str, ...] = ()
    """Names under which it has domains in many countries: "outlook" for outlook.fr, outlook.co.id
    and outlook.com.au."""
    ignores: str = ""
    """Characters that it does not look at."""
    alike: str = ""
    """Characters that it takes for one another."""
    tag: str = "+"
    """The sign between the mailbox and a tag of its owner's choice."""
    one_name: bool = False
    """True where a name is the same mailbox under each of the domains."""
    subdomains: bool = False
    """True where anything@name.domain is name@domain."""


PROVIDERS = (
    Provider(
        source="support.google.com/mail/answer/7436150 (dots, googlemail.com), /22370 (plus)",
        domains=("gmail.com", "googlemail.com"),
        ignores=".",
        one_name=True,
    ),
    Provider(  # a name under another domain is another's
        source="support.microsoft.com, “Use plus addressing”",
        domains=(
            *("outlook.com", "hotmail.com", "live.com", "msn.com", "windowslive.com", "live.at"),
            *("live.be", "live.ca", "live.cl", "live.cn", "live.co.kr", "live.co.uk", "live.co.za"),
            *("live.com.ar", "live.com.au", "live.com.mx", "live.com.my", "live.com.ph"),
            *("live.com.pt", "live.com.sg", "live.de", "live.dk", "live.fi", "live.fr", "live.hk"),
            *("live.ie", "live.in", "live.it", "live.jp", "live.nl", "live.no", "live.ru"),
            "live.se",
        ),
        national=("outlook", "hotmail"),
    ),
    Provider(  # /support/username-capitalization has dots and the like
        source="proton.me/support/addresses-and-aliases, /support/username-capitalization",
        domains=("proton.me", "protonmail.com", "protonmail.ch", "pm.me"),
        ignores="._-",
        one_name=True,
    ),
    Provider(
        source="support.apple.com/102540 (mac.com and me.com remain names of the same mailbox)",
        domains=("icloud.com", "me.com", "mac.com"),
        one_name=True,
    ),
    Provider(
        source="fastmail.help, “Plus addressing and subdomain addressing”",
        domains=("fastmail.com", "fastmail.fm"),
        subdomains=True,
    ),
    Provider(  # The nickname is not the name of the mailbox, so the hyphen is kept to part the two.
        source="help.yahoo.com, “Create a disposable email address”: nickname-keyword",
        domains=(
            *("yahoo.com", "ymail.com", "rocketmail.com", "yahoo.co.uk", "yahoo.fr", "yahoo.de"),
            *("yahoo.it", "yahoo.es", "yahoo.ca", "yahoo.in", "yahoo.co.in", "yahoo.com.au"),
            *("yahoo.com.br", "yahoo.com.ar", "yahoo.com.mx", "yahoo.com.ph", "yahoo.co.id"),
        ),
        tag="-",
    ),
    Provider(
        source="kb.mailbox.org/en/private/account-article/what-is-an-alias-and-how-do-i-use-it",
        domains=("mailbox.org",),
    ),
    Provider(
        source=(
            "yandex.com/support/id/authorization/email.html (one name on all domains);"
            " dots as hyphens and plus: as reported by senders, no page of Yandex's own found"
        ),
        domains=("yandex.ru", "yandex.com", "ya.ru"),
        national=("yandex",),
        alike=".-",
        one_name=True,
    ),
    Provider(
        source="pypi.org/project/email-normalize (plus), no page of Zoho's own found",
        domains=("zoho.com", "zohomail.com"),
        national=("zoho", "zohomail"),
    ),
    Provider(
        source=(
            "newsroom.gmx.net/2015/07/31/doppelte-e-mail-adresse-ist-das-moeglich (names differ by"
            " dots and domains); plus: as reported by senders, no page of GMX's own found"
        ),
        domains=("gmx.net", "gmx.com", "gmx.org", "gmx.info", "gmx.biz"),
        national=("gmx",),
    ),
)
_OF = {domain: provider for provider in PROVIDERS for domain in provider.domains}
_WITH_SUBDOMAINS = tuple(f".{domain}" for domain, provider in _OF.items() if provider.subdomains)
_NATIONAL = re.compile(r"([a-z]+)\.(?:(?:com?|net)\.)?[a-z]{2}")
"""A domain in a country's zone (ISO 3166-1), by itself or under its "co", "com" or "net"."""
_NATIONAL_OF = {name: provider for provider in PROVIDERS for name in provider.national}
_ALSO_LARGE = frozenset(
    {
        *("aol.com", "web.de", "t-online.de", "orange.fr", "free.fr", "laposte.net", "wanadoo.fr"),
        *("libero.it", "mail.ru", "qq.com", "163.com", "126.com", "naver.com", "comcast.net"),
        "btinternet.com",
    }
)


@functools.lru_cache(maxsize=8192)
def _provider(domain: str) -> Provider | None:
    """Return the provider whose rule holds for a domain."""
    national = _NATIONAL.fullmatch(domain)
    return _OF.get(domain) or (_NATIONAL_OF.get(national[1]) if national else None)


def is_large(domain: str) -> bool:
    """Return whether millions of unconnected people have their mail under a domain: many sign-ups
    from there say nothing."""
    return domain in _ALSO_LARGE or _provider(domain) is not None


def canonical(address: str) -> str:
    """Return the one form of all the spellings that reach a mailbox. Twice is the same as once."""
    local, domain = _parts(address)
    if domain.endswith(_WITH_SUBDOMAINS):
        local, _, domain = domain.partition(".")
    provider = _provider(domain)
    if provider is None:
        return f"{local}@{domain}"
    return f"{_mailbox(local, provider)}@{provider.domains[0] if provider.one_name else domain}"


def domain_of(address: str) -> str:
    """Return the canonical domain of an address."""
    return canonical(address).rpartition("@")[2]


def digest(vault: Vault, address: str) -> str:
    """Return the keyed hash by which an address is found."""
    return vault.digest(canonical(address))


def _parts(address: str) -> tuple[str, str]:
    """Return the part before the @ in small letters, composed (RFC 6532, 3.1), and the domain as it
    is looked up.

    Capitals are made small and nothing more is folded: "straße" and "strasse" are two names. What
    is no domain name stays as it is: it reaches nobody.
    """
    local, _, domain = unicodedata.normalize("NFC", address.strip()).rpartition("@")
    labels = a_labels(domain)
    return unicodedata.normalize("NFC", local.lower()), domain.lower() if labels is None else labels


def _mailbox(local: str, provider: Provider) -> str:
    name, tagged, _tag = local.partition(provider.tag)
    if provider.tag == "-":
        return name + tagged
    for character in provider.ignores:
        name = name.replace(character, "")
    for character in provider.alike:
        name = name.replace(character, provider.alike[0])
    return name or local
