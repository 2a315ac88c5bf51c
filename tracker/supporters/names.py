"""Names folded: to tell whether two are one name, and to find one by plain letters."""

from __future__ import annotations

import functools
import re
import unicodedata

MAX_LENGTH = 200
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
        return re.sub(r"[\W_]+", " ", name.lower()).strip()[:MAX_LENGTH].strip()
    kept: list[str] = []
    base = ""
    letters = unicodedata.normalize("NFKD", name).lower().replace("ς", "σ")
    for character in unicodedata.normalize("NFKD", letters):
        category = unicodedata.category(character)
        if category.startswith("M"):
            if not _is_accent(character, base):
                kept.append(character)
        elif category != "Cf":
            base = character
            kept.append(character)
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
    return unicodedata.normalize("NFC", "".join(letters))[:MAX_LENGTH]


def plain_key(name: str) -> str | None:
    """Return how a supporter is found beside its folded name; none where that has plain letters
    only."""
    plain_name = plain(name)
    return None if plain_name == fold(name) else plain_name


def _is_accent(mark: str, base: str) -> bool:
    """Return whether a mark on a letter is passed over. In Cyrillic, й, ў, ѓ and ќ are letters of
    their own, not others with an accent."""
    if 0xFE00 <= ord(mark) <= 0xFE0F:  # which of two shapes a letter is drawn in
        return True
    script = unicodedata.name(base, "").partition(" ")[0] if base else ""
    if script == "CYRILLIC":
        return not (mark == "\u0306" or (mark == "\u0301" and base in "гк"))
    return script in ("LATIN", "GREEK") or not base.isalpha()


def _plain_letter(letter: str) -> str:
    if letter.isascii():
        return letter
    name = unicodedata.name(letter, "")
    if unicodedata.combining(letter) and name.startswith(POINTS):
        return ""
    variant = VARIANT.match(name)
    return PLAIN.get(letter) or (variant[1].lower() if variant else letter)


def _spaced(text: str) -> str:
    """Return words of letters, digits and marks, with one space between."""
    characters = (
        character if character.isalnum() or unicodedata.category(character).startswith("M") else " "
        for character in text
    )
    return " ".join("".join(characters).split())[:MAX_LENGTH].strip()
