"""A citation, and how it is written: as plain text, as BibTeX, as RIS. Pure functions.

BibTeX: Oren Patashnik, "BibTeXing" (1988), ``misc``, with biblatex's ``url`` and ``urldate``.
RIS: Research Information Systems, "RIS Format Specifications" (2011).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from flask_babel import gettext as _

from tracker.core.dates import PARTIAL
from tracker.core.i18n import dated, day

SITE_NAME = "Rollcall"


class Format(StrEnum):
    """As an address names it, ``?format=bibtex``."""

    PLAIN = "plain"
    BIBTEX = "bibtex"
    RIS = "ris"


@dataclass(frozen=True, kw_only=True)
class Citation:
    """One thing to cite, as this site knew it at one moment."""

    key: str
    """Its BibTeX key and the name of its file: letters, digits and hyphens."""
    title: str
    address: str
    """Its page here, whole, for the day that is cited."""
    read_on: date
    as_of: date
    ledger_size: int
    known: str = ""
    """As known when, if an earlier record was asked for."""
    author: str = SITE_NAME
    dated: str = ""
    """Of somebody else's text: its day, month or year."""
    reference: str = ""
    """Of somebody else's text: its symbol or address, as the record has it."""
    link: str = ""
    """Of somebody else's text: where its publisher has it."""
    language: str = ""
    invented: bool = False
    """True where a demonstration's supporters are cited."""

    @property
    def is_ours(self) -> bool:
        return self.author == SITE_NAME

    @property
    def state(self) -> str:
        """ "as of 24 Nov 2026, ledger size 88"."""
        words = self._known_state()
        return f"{words}, {_('demonstration data, invented')}" if self.invented else words

    def _known_state(self) -> str:
        if self.known:
            return str(
                _(
                    "as of %(day)s, as known %(known)s, ledger size %(size)s",
                    day=day(self.as_of),
                    known=self.known,
                    size=self.ledger_size,
                )
            )
        return str(
            _("as of %(day)s, ledger size %(size)s", day=day(self.as_of), size=self.ledger_size)
        )


def plain(citation: Citation) -> str:
    """One sentence."""
    read = _("read on %(day)s", day=day(citation.read_on))
    if citation.is_ours:
        return f"{SITE_NAME}, “{citation.title}”, {citation.state}, {read}, {citation.address}"
    own = [citation.author, f"“{citation.title}”", dated(citation.dated), citation.reference]
    listed = _("listed by %(site)s, %(state)s", site=SITE_NAME, state=citation.state)
    return ", ".join([*filter(None, own), f"{listed}, {read}, {citation.address}"])


def bibtex(citation: Citation) -> str:
    """An entry of type ``misc``. Braces keep the author and the letter case of the title whole."""
    fields = {
        "author": f"{{{_tex(citation.author)}}}",
        "title": f"{{{_tex(citation.title)}}}",
        "year": _year(citation),
        "month": _month(citation),
        "howpublished": _tex(citation.reference),
        "url": _address(_where(citation)),
        "urldate": citation.read_on.isoformat(),
        "language": _tex(citation.language),
        "note": _tex(_note(citation)),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{citation.key},\n" + ",\n".join(lines) + "\n}\n"


def ris(citation: Citation) -> str:
    """A record of type ``ELEC``, with the line ends that the format asks for."""
    match = PARTIAL.match(citation.dated or citation.as_of.isoformat())
    parts = [part or "" for part in match.groups()] if match else []
    fields = [
        ("TY", "ELEC"),
        ("ID", citation.key),
        ("AU", citation.author),
        ("TI", citation.title),
        ("PY", parts[0] if parts else ""),
        ("DA", "/".join([*parts, ""]) if parts else ""),
        ("PB", citation.author if not citation.is_ours else SITE_NAME),
        ("AN", citation.reference),
        ("LA", citation.language),
        ("UR", _where(citation)),
        ("Y2", citation.read_on.strftime("%Y/%m/%d/")),
        ("N1", _note(citation)),
    ]
    lines = [f"{tag}  - {_one_line(value)}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


FORMATS: dict[Format, tuple[Callable[[Citation], str], str, str]] = {
    Format.PLAIN: (plain, "text/plain; charset=utf-8", "txt"),
    Format.BIBTEX: (bibtex, "application/x-bibtex; charset=utf-8", "bib"),
    Format.RIS: (ris, "application/x-research-info-systems; charset=utf-8", "ris"),
}
"""Each format's writer, its media type and its file's ending."""


def _where(citation: Citation) -> str:
    """Return where what is cited is itself; of somebody else's text without a link, nowhere."""
    return citation.address if citation.is_ours else citation.link


def _note(citation: Citation) -> str:
    if citation.is_ours:
        return citation.state[:1].upper() + citation.state[1:]
    listed = _("listed by %(site)s, %(state)s", site=SITE_NAME, state=citation.state)
    return f"{listed[:1].upper()}{listed[1:]}, {citation.address}"


def _year(citation: Citation) -> str:
    if citation.is_ours:
        return str(citation.as_of.year)
    return citation.dated[:4]


def _month(citation: Citation) -> str:
    return str(citation.as_of.month) if citation.is_ours else citation.dated[5:7].lstrip("0")


SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
"""Characters that TeX takes for commands of its own."""


def _tex(text: str) -> str:
    return "".join(SPECIAL.get(letter, letter) for letter in _one_line(text))


def _address(text: str) -> str:
    """An address as BibTeX takes it: as it is, but for what would end the field."""
    return re.sub(r"[{}\\\s]", lambda match: f"%{ord(match[0]):02X}", text)


def _one_line(text: str) -> str:
    return " ".join(text.split())
