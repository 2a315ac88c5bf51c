"""The text of a page, without its markup: what is compared to see whether a list has changed."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from html.parser import HTMLParser

UNSEEN_ELEMENTS = frozenset(["noscript", "script", "style", "svg", "template", "title"])
"""Elements of which nobody reads the text."""
HTML = frozenset(["text/html", "application/xhtml+xml"])
PLAIN = frozenset(["text/plain", "text/csv"])
CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset=["']?([A-Za-z0-9_-]+)""", re.IGNORECASE)
CHARSET_WITHIN = 1024
"""Bytes of a page within which it says its encoding (HTML Living Standard, 4.2.5.4)."""


def digest(body: bytes, content_type: str) -> str | None:
    """Return the SHA-256 of a page's letters, digits and signs; none of what is no text.

    Spaces and line breaks are left out too: they change with the markup.
    """
    media_type, _, parameters = content_type.partition(";")
    media_type = media_type.strip().casefold()
    if media_type not in HTML | PLAIN:
        return None
    text = _decoded(body, parameters)
    if media_type in HTML:
        reader = _Reader()
        reader.feed(text)
        reader.close()
        text = "".join(reader.texts)
    letters = "".join(filter(_is_seen, unicodedata.normalize("NFKC", text)))
    return hashlib.sha256(letters.encode()).hexdigest() if letters else None


class _Reader(HTMLParser):
    """A reader of what a page shows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self._within: list[str] = []

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        if tag in UNSEEN_ELEMENTS:
            self._within.append(tag)

    def handle_startendtag(self, tag: str, attributes: object) -> None:
        """An element that is closed at once holds nothing."""

    def handle_endtag(self, tag: str) -> None:
        if tag in self._within:
            del self._within[self._within.index(tag) :]

    def handle_data(self, data: str) -> None:
        if not self._within:
            self.texts.append(data)


def _decoded(body: bytes, parameters: str) -> str:
    named = re.search(r"charset=\"?([A-Za-z0-9_-]+)", parameters, re.IGNORECASE)
    in_page = CHARSET.search(body[:CHARSET_WITHIN])
    encoding = named[1] if named else in_page[1].decode() if in_page else "utf-8"
    try:
        return body.decode(encoding, "replace")
    except LookupError:
        return body.decode("utf-8", "replace")


def _is_seen(character: str) -> bool:
    return unicodedata.category(character)[0] not in "ZC"
