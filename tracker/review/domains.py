"""Whether an officer's mail comes from the organisation's own domain."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from publicsuffixlist import PublicSuffixList

_suffixes = PublicSuffixList()


@dataclass(frozen=True, kw_only=True)
class DomainSign:
    """The registrable domains of an address and a website (Public Suffix List)."""

    mail: str
    website: str | None

    @property
    def same(self) -> bool:
        return self.website is not None and self.mail == self.website


def registrable(host: str) -> str | None:
    """The domain that somebody can register: "uk.example.org" has "example.org"."""
    found: str | None = _suffixes.privatesuffix(host.lower().rstrip("."))
    return found


def of_website(address: str) -> str | None:
    """The registrable domain of a web address; none when it has no such host."""
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return registrable(host) if host and "." in host else None


def sign(email: str, domain: str | None) -> DomainSign:
    """What an address says about belonging to an organisation's domain."""
    host = email.rpartition("@")[2].lower()
    return DomainSign(mail=registrable(host) or host, website=domain)
