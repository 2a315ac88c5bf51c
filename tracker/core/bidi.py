"""Names in right-to-left scripts amid left-to-right text: isolated, so that what stands beside them
keeps its place (W3C, “Inline markup and bidirectional text in HTML”; UAX 9, 2.7).

Every value that an HTML template writes as text is looked at; no template does it by itself. Where
a browser would show markup as letters (attributes, titles, options, pictures), nothing is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

LETTERS = "\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff"
"""Blocks of right-to-left scripts: Hebrew, Arabic, Syriac, Thaana, N'Ko and others."""
LETTER = re.compile(f"[{LETTERS}]")
LETTER_RUN = re.compile(f"[{LETTERS}](?:[^a-zA-Z<>]*[{LETTERS}])?")
"""From one such letter to another, with what stands between."""
BEGINS_WITH_LETTER = re.compile(rf"[\W\d_]*[{LETTERS}]")
TAG = re.compile(r"<(?=[a-zA-Z/!]|$)(/?)([a-zA-Z]*)")
PLAIN_ELEMENTS = frozenset({"title", "option", "textarea", "script", "style", "svg", "text"})
"""Elements whose content is text alone, or is no HTML."""
PLAIN_BLOCKS = frozenset({"title", "whose"})
"""Blocks of templates that stand in such an element of another template."""


def isolate(value: object) -> object:
    """A value with its right-to-left parts in ``<bdi>``; any other, and markup, as it is."""
    if not isinstance(value, str) or value.isascii() or isinstance(value, Markup):
        return value
    if LETTER.search(value) is None:
        return value
    if BEGINS_WITH_LETTER.match(value):
        return Markup("<bdi>{}</bdi>").format(value)
    parts, end = [], 0
    for run in LETTER_RUN.finditer(value):
        parts.append(Markup("{}<bdi>{}</bdi>").format(value[end : run.start()], run[0]))
        end = run.end()
    return Markup("").join(parts) + escape(value[end:])


class Isolation(Extension):
    """Sends what HTML templates write as text through `isolate`."""

    def filter_stream(self, stream: TokenStream) -> TokenStream | Iterator[Token]:
        if stream.name is None or not stream.name.endswith(".html"):
            return stream
        return _isolated(stream)


class _Place:
    """The place in a page where a template is: in text, in a tag, or in an element that holds text
    alone."""

    def __init__(self) -> None:
        self._quote = ""
        self._in_tag = False
        self._element = ""
        self.in_plain_block = False

    @property
    def is_text(self) -> bool:
        return not (self._in_tag or self._element or self.in_plain_block)

    def read(self, data: str) -> None:
        at = 0
        while at < len(data):
            at = self._read_tag(data, at) if self._in_tag else self._read_text(data, at)

    def _read_text(self, data: str, at: int) -> int:
        tag = TAG.search(data, at)
        if tag is None:
            return len(data)
        closes, name = bool(tag[1]), tag[2].lower()
        if closes and name == self._element:
            self._element = ""
        elif not closes and not self._element and name in PLAIN_ELEMENTS:
            self._element = name
        self._in_tag = True
        return tag.end()

    def _read_tag(self, data: str, at: int) -> int:
        sign = data[at]
        if self._quote:
            self._quote = "" if sign == self._quote else self._quote
        elif sign in "\"'":
            self._quote = sign
        elif sign == ">":
            self._in_tag = False
        return at + 1


def _isolated(stream: TokenStream) -> Iterator[Token]:
    place, previous, blocks = _Place(), "", []
    for token in stream:
        if token.type == "data":
            place.read(token.value)
        elif token.type == "name" and previous == "block":
            blocks.append(token.value)
        elif token.type == "name" and token.value == "endblock" and blocks:
            blocks.pop()
        place.in_plain_block = not PLAIN_BLOCKS.isdisjoint(blocks)
        previous = str(token.value)
        if token.type == "variable_begin" and place.is_text:
            yield token
            yield Token(token.lineno, "lparen", "(")
            continue
        if token.type == "variable_end" and place.is_text:
            for kind, value in (("rparen", ")"), ("pipe", "|"), ("name", "isolate")):
                yield Token(token.lineno, kind, value)
        yield token
