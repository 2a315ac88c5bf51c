"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

WORDS = re.compile(r"\s+|[^\s]+")


class Piece(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Part:
    piece: Piece
    text: str


def between(before: str, after: str) -> list[Part]:
    """The parts of both texts in order; joined without what was added, they are `before`.

    Words are compared whole, so that a reader sees which word became which.
    """
    old, new = WORDS.findall(before), WORDS.findall(after)
    found: list[Part] = []
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(Part(Piece.SAME, "".join(old[i:j])))
            continue
        if i < j:
            found.append(Part(Piece.REMOVED, "".join(old[i:j])))
        if k < m:
            found.append(Part(Piece.ADDED, "".join(new[k:m])))
    return found
