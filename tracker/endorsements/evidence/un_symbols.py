"""Symbols of United Nations documents: read as people write them, kept as the United Nations print
them, linked to the document.

How a symbol is built: Dag Hammarskjöld Library, "UN Document Symbols": the organ (A, E, S, ST, T),
then parts that narrow it down, a number, and what it alters (Rev., Add., Corr., Amend.). A
document issued by two organs has two symbols joined by a hyphen, ``A/70/621-S/2015/978``.
"""

from __future__ import annotations

import re
import unicodedata

from tracker.core.errors import RuleBroken

MAX_LENGTH = 60
_PART = r"[A-Z0-9]+(?:[.-][A-Z0-9]+)*"
_BRACKET = r"\([A-Z]*\d+\)|\([IVXLC]+\)[A-Z]?|\((?:Resumption|Part|Vol\.)[0-9IVX]+\)"
_ALTERS = r"(?:Rev|Add|Corr|Amend)\.\d+"
SINGLE = re.compile(rf"(?:A|E|S|ST|T)(?:/(?:{_ALTERS}|{_PART}))+(?:{_BRACKET})?")
PRESS_RELEASE = re.compile(r"D?SG/(?:[A-Z]+/)+\d+(?:/Rev\.\d+)?")
"""Words of the Secretary-General and the deputy to the press, DSG/SM/973: not linked, as they are
no document."""
_TITLED = re.compile(r"(?<=/)(REV|ADD|CORR|AMEND)(?=\.\d)|(?<=\()(RESUMPTION|PART|VOL)(?=[\d.IVX])")
_SECOND = re.compile(r"-(?=(?:A|E|S|ST|T)/)")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_SPACED = re.compile(r"\s*([/().-])\s*|(?<=[A-Za-z])()\s+(?=\d+\)|[IVX]+\))")
_BEFORE = re.compile(
    r"^(?:HTTPS?://)?(?:(?:WWW\.)?UNDOCS\.ORG|DOCS\.UN\.ORG)/(?:(?:AR|EN|ES|FR|RU|ZH)/)?"
    r"|^U\.?N\.? ?DOC(?:UMENT|S?\.)?:? ?"
)


def canonical(text: str) -> str:
    """Return a symbol as the United Nations print it: "a / res/72/313" is A/RES/72/313.

    Spaces, dashes and letter case are put right; an address at undocs.org is read as its symbol.
    Empty for none. Raises RuleBroken for what is no symbol.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES)
    close = _SPACED.sub(r"\1\2", plain.strip())
    symbol = _BEFORE.sub("", close.upper())
    symbol = _TITLED.sub(lambda match: match[0].title(), symbol)
    if symbol and not is_symbol(symbol):
        raise RuleBroken(
            "This is not a UN document symbol. One looks like A/70/621, S/PV.7389 or, of two"
            " organs, A/70/621-S/2015/978."
        )
    return symbol


def is_symbol(text: str) -> bool:
    """Return whether text is a symbol, or two joined, as the United Nations print them."""
    if len(text) > MAX_LENGTH:
        return False
    of_press = PRESS_RELEASE.fullmatch(text) is not None
    return of_press or all(_is_one(part) for part in _SECOND.split(text))


def link(symbol: str) -> str | None:
    """Return the public address of a UN document. A double symbol opens by its first."""
    first = _SECOND.split(symbol.strip())[0]
    return f"https://undocs.org/{first}" if _is_one(first) else None


def _is_one(text: str) -> bool:
    """Return whether text is one symbol. A/RES alone names a series: a document has a number."""
    return SINGLE.fullmatch(text) is not None and re.search(r"\d", text) is not None
