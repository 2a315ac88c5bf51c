"""Links in a text: what mail programs would make one of, or what people would type in.

Names and own words of strangers stand on public pages and in mails, so that neither may lead
anywhere.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

from tracker.core.mailboxes import a_labels

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

SET_APART = frozenset({"example", "test", "invalid", "localhost", "local", "onion", "internal"})
"""Top-level domains that are listed nowhere since nobody registers under them (RFC 6761)."""
_STATED = re.compile(
    r"://|\bwww\d?\.|\b(?:mailto|tel|javascript|data):\S|\w\.\w+/|\w@[\w-]+\.\w", re.IGNORECASE
)
DEGREES = frozenset({"b.sc", "m.sc", "d.sc", "b.com", "m.com", "dr.med"})
"""Letters that people write behind their names, though somebody may have registered them."""
_NUMBERED = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")
"""An IPv4 address."""
_DOTTED = re.compile(r"[^\s.]+(?:\.[^\s.]+)+")
"""A possible domain name: "casino-win.com", but also "St.John"."""
_OF_LABELS = frozenset("LMNS")
"""Categories of Unicode, by their first letter, that labels of a domain are made of: marks, since
"भारत" has vowel signs, and pictures, which some registries sell."""
_SPELT_DOT = re.compile(r"\s*[\[({<]\s*(?:\.|dot|punto|point|punkt)\s*[\])}>]\s*", re.IGNORECASE)
_SPOKEN_DOT = re.compile(r"\s+(?:dot\s+|\.)(?=(?:com|net|org|info|io|me|app)\b)", re.IGNORECASE)
_SPELT_AT = re.compile(r"\s*[\[({<]\s*(?:at|@)\s*[\])}>]\s*", re.IGNORECASE)
_DOTS = str.maketrans("。․‧", "...")
"""Signs that are read, or resolved (UTS 46), as the dot of a domain."""


PLAIN = "name"
"""A label that can stand before any top-level domain."""


@functools.cache
def public_suffixes() -> PublicSuffixList:
    """The Public Suffix List, some ten thousand lines, read when a domain is first asked about."""
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


def holds_link(text: str) -> bool:
    """Return whether a text holds a web or email address or a domain, also if it is spelt out."""
    plain = _as_read(text)
    return bool(
        _STATED.search(plain)
        or _NUMBERED.search(plain)
        or any(map(_is_domain, _DOTTED.findall(_labels(plain))))
    )


def holds_handle(text: str) -> bool:
    """Return whether a text holds an "@", as the name of an account does."""
    return "@" in _as_read(text)


def _as_read(text: str) -> str:
    """Full-width signs as plain ones, without signs that are not seen, spelt-out dots as dots."""
    plain = unicodedata.normalize("NFKC", text).translate(_DOTS)
    plain = "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
    return _SPOKEN_DOT.sub(".", _SPELT_AT.sub("@", _SPELT_DOT.sub(".", plain)))


def _labels(plain: str) -> str:
    """A text with a space for whatever is in no label of a domain and parts none."""
    return "".join(
        sign if sign in ".-_" or unicodedata.category(sign)[0] in _OF_LABELS else " "
        for sign in plain
    )


def _is_domain(dotted: str) -> bool:
    """Return whether a word with a dot ends in a top-level domain and is no degree.

    What stands before it is not judged: programs make a link of names, too, that registries refuse.
    """
    if dotted.lower() in DEGREES:
        return False
    top = a_labels(f"{PLAIN}.{dotted.rpartition('.')[2].strip('-_')}") or ""
    _, _, top = top.rpartition(".")
    return top in SET_APART or bool(
        top and public_suffixes().publicsuffix(f"{PLAIN}.{top}", accept_unknown=False) is not None
    )
