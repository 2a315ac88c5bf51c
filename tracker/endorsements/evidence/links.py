"""The places where evidence can be read. Only UN symbols, a publisher's own address and a web
archive's become links; press copies and mirrors are named as plain text and marked "secondary
copy"."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from tracker.endorsements.evidence import speeches, un_symbols
from tracker.endorsements.evidence.models import Instrument
from tracker.supporters import domains

ADDRESS = re.compile(r"\b((?:[a-z0-9-]+\.)+[a-z]{2,})(/[^\s,;)\"]*)?")
PUBLISHERS = frozenset(
    [
        "1for7billion.org",
        "1for8billion.org",
        "admin.ch",
        "c4unwn.org",
        "centerforunreform.org",
        "coalitionfortheicc.org",
        "democracywithoutborders.org",
        "diplo.de",
        "diplomatie.gouv.fr",
        "estemb.org",
        "fes.de",
        "fidh.org",
        "forum-asia.org",
        "globalgreens.org",
        "globalr2p.org",
        "globalsolutions.org",
        "gob.mx",
        "gov.uk",
        "holyseemission.org",
        "kdun.org",
        "kln.gov.my",
        "llv.li",
        "mae.lu",
        "mfa.gov.lv",
        "mfa.gov.tr",
        "mission.gov.au",
        "norway.no",
        "ohchr.org",
        "onu.delegfrance.org",
        "oxfam.org.uk",
        "pgaction.org",
        "scprocedure.org",
        "securitycouncilreport.org",
        "uaeun.org",
        "un.emb-japan.go.jp",
        "un.int",
        "un.org",
        "un2020.org",
        "una.org.uk",
        "unmultimedia.org",
        "unpacampaign.org",
        "vie-publique.fr",
        "wfm-igp.org",
        "wfmcanada.org",
        "wilpf.org",
        "womenmajorgroup.org",
        "womenpoliticalleaders.org",
    ]
)
"""Domains on which the body named in a source publishes its own texts."""
ARCHIVES = frozenset(
    [
        "archive-it.org",
        "archive.org",
        "archive.ph",
        "archive.today",
        "arquivo.pt",
        "nationalarchives.gov.uk",
        "perma.cc",
        "webarchive.loc.gov",
    ]
)
"""Web archives: they keep a page as it was, and say when."""
READ_IN_A_COPY = ("secondary copy", "read in the UN General Debate Corpus", "read in a mirror")
"""Words by which a source says that not the publisher's own text was read."""
TITLED = re.compile(r'^([^,;("]+), "')
STARTS_WITH_ADDRESS = re.compile(r"^((?:[a-z0-9-]+\.)+[a-z]{2,})(?=[/, ]|$)")


def publisher_link(source: str) -> str | None:
    """Return the first address in a source that is its publisher's own, whole, and names a page."""
    for match in ADDRESS.finditer(source):
        host, path = match[1], match[2] or ""
        if path.strip("/") and "..." not in path and _owned(host):
            return f"https://{host}{path}"
    return None


def reading_link(text: str) -> str | None:
    """Return where a document or a source can be read, if that is its publisher's own place."""
    return un_symbols.link(text.split(",")[0]) or publisher_link(text)


def is_secondary(source: str) -> bool:
    """Return whether a source was read only in somebody else's copy."""
    if speeches.cited(source) or any(words in source for words in READ_IN_A_COPY):
        return True
    hosts = [match[1] for match in ADDRESS.finditer(source)]
    return bool(hosts) and not any(_owned(host) for host in hosts)


def publisher_named(source: str) -> str:
    """Return the publisher that a source states plainly: before a title in quotation marks, or by
    its own address in front. Empty where that would be a guess."""
    titled = TITLED.match(source)
    if titled:
        return titled[1].strip()
    address = STARTS_WITH_ADDRESS.match(source)
    return address[1] if address and _owned(address[1]) else ""


def symbol_of(instrument: Instrument) -> str:
    """Return the symbol of the UN document: of a speech, that of the meeting's record that its
    source gives. Empty for none."""
    speech = speeches.cited(instrument.source)
    return instrument.symbol or (speech.symbol if speech else "")


def public_link(instrument: Instrument) -> str | None:
    """Return where the public can read an instrument; none when only a copy is known."""
    document = un_symbols.link(symbol_of(instrument))
    if document or instrument.secondary_copy:
        return document
    return instrument.link or publisher_link(instrument.source) or None


def is_archive(address: str) -> bool:
    """Return whether an address is a copy in a web archive that we know, over https."""
    parts = urlsplit(domains.plain_address(address) or "")
    return (
        parts.scheme == "https"
        and _within(parts.hostname or "", ARCHIVES)
        and len(parts.path.strip("/")) > 0
    )


def _owned(host: str) -> bool:
    return _within(host, PUBLISHERS)


def _within(host: str, domains: frozenset[str]) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
