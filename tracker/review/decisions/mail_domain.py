"""The domain of an officer's address, compared with that of the organisation's website."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.supporters.domains import registrable


@dataclass(frozen=True, kw_only=True)
class DomainComparison:
    """The registrable domains of an address and a website (Public Suffix List)."""

    mail: str
    website: str | None

    @property
    def same(self) -> bool:
        return self.website is not None and self.mail == self.website


def compare(email: str, domain: str | None) -> DomainComparison:
    """Return what an address says about belonging to an organisation's domain."""
    host = email.rpartition("@")[2].lower()
    return DomainComparison(mail=registrable(host) or host, website=domain)
