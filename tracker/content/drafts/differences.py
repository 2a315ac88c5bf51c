"""The difference between two texts, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

WORDS = re.compile(r"\s+|[^\s]+")


class Piece(StrEnum):
    """The fate of a part of a text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Part:
    """A run of words that are alike in this."""

    piece: Piece
    text: str


def between(before: str, after: str) -> list[Part]:
    """Return the parts of both texts in order; joined without what was added, they are `before`.

    Words are compared whole, so that a reader sees which word became which.
    """
    old, new = WORDS.findall(before), WORDS.findall(after)
    parts: list[Part] = []
    for change, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if change == "equal":
            parts.append(Part(Piece.SAME, "".join(old[i:j])))
            continue
        if i < j:
            parts.append(Part(Piece.REMOVED, "".join(old[i:j])))
        if k < m:
            parts.append(Part(Piece.ADDED, "".join(new[k:m])))
    return parts
