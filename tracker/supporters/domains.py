"""Domains as somebody can register them (Public Suffix List)."""

from __future__ import annotations

import functools
from urllib.parse import urlsplit, urlunsplit

from tracker.core.link_rule import public_suffixes
from tracker.core.mailboxes import a_labels

_remembered = functools.lru_cache(maxsize=8192)
"""A list is read, compared and stored in batches: each address comes up several times."""


@_remembered
def registrable(host: str) -> str | None:
    """Return the domain that somebody can register, in A-labels: "uk.example.org" has
    "example.org"."""
    labels = a_labels(host)
    domain: str | None = public_suffixes().privatesuffix(labels) if labels else None
    return domain


@_remembered
def of_website(address: str) -> str | None:
    """Return the registrable domain of a web address; none for what is no plain web address."""
    written = plain_address(address)
    return registrable(urlsplit(written).hostname or "") if written else None


@_remembered
def plain_address(address: str) -> str | None:
    """Return a public web address as it is kept, its host in A-labels; none for any other.

    Refused is whatever a reader, or another program, could take for an address on another host: a
    name and password before the host (RFC 3986, 7.6), backslashes, spaces, signs that are not
    seen, percent signs in the host, numbers for names.
    """
    if not address.isprintable() or " " in address or "\\" in address:
        return None
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    host = a_labels(parts.netloc.rpartition(":")[0] if port is not None else parts.netloc)
    if parts.scheme not in ("http", "https") or not host or registrable(host) is None:
        return None
    if host.rpartition(".")[2].isdecimal():
        return None
    return urlunsplit(parts._replace(netloc=host if port is None else f"{host}:{port}"))
