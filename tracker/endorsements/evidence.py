"""Where evidence can be read. Only UN symbols and a publisher's own address become links; press
copies and mirrors are named as plain text and marked "secondary copy"."""

from __future__ import annotations

import re

from tracker.endorsements.models import Instrument

SYMBOL = re.compile(r"^(?:A|S|E|ST|T)/[A-Z0-9][A-Za-z0-9./()_-]*$")
ADDRESS = re.compile(r"\b((?:[a-z0-9-]+\.)+[a-z]{2,})(/[^\s,;)\"]*)?")
PUBLISHERS = frozenset(
    [
        "1for7billion.org",
        "1for8billion.org",
        "c4unwn.org",
        "centerforunreform.org",
        "democracywithoutborders.org",
        "diplomatie.gouv.fr",
        "fes.de",
        "fidh.org",
        "globalr2p.org",
        "gob.mx",
        "gov.uk",
        "kdun.org",
        "llv.li",
        "norway.no",
        "onu.delegfrance.org",
        "pgaction.org",
        "un.emb-japan.go.jp",
        "un2020.org",
        "una.org.uk",
        "unpacampaign.org",
        "vie-publique.fr",
        "wfm-igp.org",
        "wfmcanada.org",
        "womenmajorgroup.org",
    ]
)
"""Domains on which the body named in a source publishes its own texts."""


def is_symbol(text: str) -> bool:
    """Whether text has the form of a UN document symbol (ST/LIB/SER.B/5/Rev.5)."""
    return SYMBOL.match(text) is not None


def symbol_link(symbol: str) -> str | None:
    """The public address of a UN document. A double symbol (A/70/621-S/2015/978) opens by its
    first."""
    first = re.split(r"-(?=[AS]/)", symbol.strip())[0]
    return f"https://undocs.org/{first}" if is_symbol(first) else None


def publisher_link(source: str) -> str | None:
    """The first address in a source that is its publisher's own, whole, and names a page."""
    for match in ADDRESS.finditer(source):
        host, path = match[1], match[2] or ""
        if path.strip("/") and "..." not in path and _owned(host):
            return f"https://{host}{path}"
    return None


def is_secondary(source: str) -> bool:
    """Whether a source was read only in somebody else's copy."""
    hosts = [match[1] for match in ADDRESS.finditer(source)]
    return bool(hosts) and not any(_owned(host) for host in hosts)


def public_link(instrument: Instrument) -> str | None:
    """Where the public can read an instrument; none when only a copy is known."""
    return (
        symbol_link(instrument.symbol)
        or instrument.link
        or publisher_link(instrument.source)
        or None
    )


def _owned(host: str) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in PUBLISHERS)
