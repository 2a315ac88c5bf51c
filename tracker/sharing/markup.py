"""Characters that XML cannot carry."""

from __future__ import annotations

import re

UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold, not even escaped (XML 1.0, 2.2)."""


def legible(text: str) -> str:
    """Return a text without them: a name with a control character must not break a document."""
    return UNFIT.sub("", text)
