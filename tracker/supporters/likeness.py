"""The likeness of organisations' names, and the blocks within which names are compared at all.

**Core.** Names are compared without their leading article and their closing legal form ("The Forum
for Peace e.V." is "forum for peace"). Words such as *foundation* or *association* stay: they tell
organisations apart. A name that is nothing else stays whole.

**Blocks.** Only names that share a block are compared: the first four letters of each of up to
six words, the initials of all words in any order, and the domain. So a spelling is found if one
word at least begins alike, or every word does with the same letter. What shares none of these is
not found (a translation, an acronym beside the full name on another domain); staff can still merge
it by its number. A block that more than `MAX_PER_BLOCK` names share ("inte" for *international*)
says nothing and is passed over, and so is a domain of more than `MAX_PER_DOMAIN` organisations: it
is a host's.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

MIN_SCORE = 85
"""The likeness from which two cores are alike, of 100 (rapidfuzz's token_sort_ratio)."""
MAX_PER_BLOCK = 400
MAX_PER_DOMAIN = 20
MAX_WORDS = 6
BEGINNING = 4
MAX_REMEMBERED = 50_000
"""Cores that a process keeps: a review page compares one name with thousands, again and again."""
ARTICLES = re.compile(
    r"^(?:the|la|le|les|l|el|los|las|il|lo|gli|der|die|das|de|het|o|os|as) (?=\S)"
)
LEGAL_FORM = re.compile(
    r" (?:e v|ev|inc|incorporated|ltd|limited|llc|plc|gmbh|ggmbh|gemeinnutzige gmbh|asbl|aisbl"
    r"|a s b l|vzw|ngo|ong|onlus|a c|registered|reg d)$"
)


@functools.lru_cache(maxsize=MAX_REMEMBERED)
def core(name_key: str) -> str:
    """Return a folded name (`names.fold`) without leading article and closing legal forms."""
    bare = ARTICLES.sub("", name_key)
    while (shorter := LEGAL_FORM.sub("", bare)) != bare:
        bare = shorter
    return bare


def blocks(name_key: str, domain: str | None) -> frozenset[str]:
    """Return the blocks in which a name is compared, each marked with what it is."""
    words = sorted(core(name_key).split())
    marked = {f"word {word[:BEGINNING]}" for word in words[:MAX_WORDS] if len(word) > 2}
    if words:
        marked.add("initials " + "".join(word[0] for word in words))
    if domain:
        marked.add(f"domain {domain}")
    return frozenset(marked)


def alike(core: str, others: Mapping[int, str]) -> dict[int, int]:
    """Return the cores that resemble one, by their numbers, and how much (`MIN_SCORE` to 100)."""
    # Here and below: only where staff look for pairs need this be in memory.
    from rapidfuzz import fuzz, process

    matches = process.extract(
        core, others, scorer=fuzz.token_sort_ratio, score_cutoff=MIN_SCORE, limit=None
    )
    return {number: round(score) for _other, score, number in matches}


def score(core: str, other: str) -> int:
    """Return how alike two cores are, 0 to 100, whatever the order of their words."""
    from rapidfuzz import fuzz

    return round(fuzz.token_sort_ratio(core, other))
