"""Domains as somebody can register them (Public Suffix List)."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tracker.core.mailboxes import a_labels

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_remembered = functools.lru_cache(maxsize=8192)
"""A list is read, compared and stored in batches: each address comes up several times."""


@functools.cache
def _suffixes() -> PublicSuffixList:
    """The list, some ten thousand lines, read when a domain is first asked about."""
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


@_remembered
def registrable(host: str) -> str | None:
    """The domain that somebody can register, in A-labels: "uk.example.org" has "example.org"."""
    labels = a_labels(host)
    found: str | None = _suffixes().privatesuffix(labels) if labels else None
    return found


@_remembered
def ends_as_registered(host: str) -> bool:
    """Whether a word with a dot ends in a suffix under which domains are registered."""
    return _suffixes().publicsuffix(host.lower().strip(".-_"), accept_unknown=False) is not None


@_remembered
def of_website(address: str) -> str | None:
    """The registrable domain of a web address; none when it has no such host."""
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return registrable(host) if host and "." in host else None
