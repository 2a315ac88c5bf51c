"""Names folded: to tell whether two are one name, and to find one by plain letters."""

from __future__ import annotations

import functools
import re
import unicodedata

LONGEST = 200
"""Characters of a folded name that are kept."""
PLAIN = {"ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ŋ": "n", "ĸ": "k"}
"""Letters of Latin alphabets that Unicode does not take apart, as they are typed without them."""
POINTS = ("COMBINING ", "ARABIC ", "HEBREW ")
"""Beginnings of the names of marks that people leave out: accents, points of vowels."""
VARIANT = re.compile(r"LATIN SMALL LETTER ([A-Z]) WITH ")
"""The Unicode name of a letter with a stroke, a hook, a tail: "đ", "ł", "ø"."""


@functools.lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """Return a name without case, accents, punctuation and double spaces: "Viêt Nam" → "viet nam".

    Equal for one name in several spellings, and for these only. The accents of Latin, Greek and
    Cyrillic letters are passed over, as a plain search does. Every other mark is part of the name:
    vowel signs of Indic scripts, Thai, Khmer and Myanmar, points of Hebrew and Arabic. What is not
    seen (joiners, directions) makes no difference. Never longer than 200 characters.
    """
    if name.isascii():
        return re.sub(r"[\W_]+", " ", name.lower()).strip()[:LONGEST].strip()
    kept: list[str] = []
    base = ""
    small = unicodedata.normalize("NFKD", name).lower().replace("ς", "σ")
    for one in unicodedata.normalize("NFKD", small):
        category = unicodedata.category(one)
        if category.startswith("M"):
            if not _is_accent(one, base):
                kept.append(one)
        elif category != "Cf":
            base = one
            kept.append(one)
    return _spaced(unicodedata.normalize("NFC", "".join(kept)))


@functools.lru_cache(maxsize=8192)
def plain(name: str) -> str:
    """Return a name in plain letters, by which it is found: "Đặng" → "dang", "Łódź" → "lodz".

    Different names may be alike in it, so it never tells whether two are one.
    """
    folded = fold(name)
    if folded.isascii():
        return folded
    letters = map(_plain_letter, unicodedata.normalize("NFKD", folded))
    return unicodedata.normalize("NFC", "".join(letters))[:LONGEST]


def plain_key(name: str) -> str | None:
    """Return how a supporter is found beside its folded name; none where that has plain letters
    only."""
    found = plain(name)
    return None if found == fold(name) else found


def _is_accent(mark: str, base: str) -> bool:
    """Return whether a mark on a letter is passed over. In Cyrillic, й, ў, ѓ and ќ are letters of
    their own, not others with an accent."""
    if 0xFE00 <= ord(mark) <= 0xFE0F:  # which of two shapes a letter is drawn in
        return True
    script = unicodedata.name(base, "").partition(" ")[0] if base else ""
    if script == "CYRILLIC":
        return not (mark == "\u0306" or (mark == "\u0301" and base in "гк"))
    return script in ("LATIN", "GREEK") or not base.isalpha()


def _plain_letter(one: str) -> str:
    if one.isascii():
        return one
    called = unicodedata.name(one, "")
    if unicodedata.combining(one) and called.startswith(POINTS):
        return ""
    variant = VARIANT.match(called)
    return PLAIN.get(one) or (variant[1].lower() if variant else one)


def _spaced(text: str) -> str:
    """Return words of letters, digits and marks, with one space between."""
    seen = (
        one if one.isalnum() or unicodedata.category(one).startswith("M") else " " for one in text
    )
    return " ".join("".join(seen).split())[:LONGEST].strip()
