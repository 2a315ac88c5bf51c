"""Names folded for search and comparison."""

from __future__ import annotations

import functools
import re
import unicodedata


@functools.lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """A name without case, accents, punctuation and double spaces: "Viêt Nam" → "viet nam".

    Scripts without case keep their letters. Never longer than 200 characters.
    """
    bare = "".join(
        one
        for one in unicodedata.normalize("NFKD", name.casefold())
        if not unicodedata.combining(one)
    )
    return re.sub(r"[\W_]+", " ", bare).strip()[:200]
