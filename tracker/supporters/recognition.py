"""The recognition of States by the names in published lists. What fits two is never guessed.

Names come from the States' own rows (ISO 3166-1 codes, UNTERM short and formal names in the six
official languages, and those they had before), from CLDR in the same languages, and from
``data/state_aliases.csv`` (ISO names, alternative and former names, each with its source).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from babel import Locale
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.supporters.changes import StateNamePeriod
from tracker.supporters.models import State, StateName
from tracker.supporters.names import fold
from tracker.supporters.seed import rows

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
ARTICLES = re.compile(r"^(?:the|la|le|les|l|el|los|las|de|du|des|del) ")
FORMAL = re.compile(
    r"^(?:(?:the )?(?:plurinational |bolivarian |islamic |federal |democratic |socialist |people s "
    r"|united |hashemite |kyrgyz |arab |co operative |independent |grand )*"
    r"(?:republic|state|states|kingdom|principality|sultanate|duchy|commonwealth|union|federation)"
    r" of (?:the )?)"
)
IN_BRACKETS = re.compile(r"\s*[(\[（][^)\]）]*[)\]）]")


class StateNames:
    """Every name by which a State is recognised."""

    def __init__(self, session: Session) -> None:
        self._codes: dict[str, str] = {}
        self._names: dict[str, set[str]] = defaultdict(set)
        self._stems: dict[str, set[str]] = defaultdict(set)
        iso3s: dict[str, str] = {}
        for iso3, iso2, name in session.execute(select(State.iso3, State.iso2, State.name)):
            self._codes |= {iso3: iso3, iso2: iso3}
            iso3s[iso2] = iso3
            self._learn(name, iso3)
        named = select(StateName.iso3, StateName.short_name, StateName.formal_name)
        for iso3, short, formal in session.execute(named):
            self._learn(short, iso3)
            self._learn(formal, iso3)
        former = select(
            StateNamePeriod.iso3, StateNamePeriod.short_name, StateNamePeriod.formal_name
        )
        for iso3, short, formal in session.execute(former):
            self._learn(short, iso3)
            self._learn(formal, iso3)
        for language in LANGUAGES:
            for code, name in Locale(language).territories.items():
                if code in iso3s:
                    self._learn(str(name), iso3s[code])
        for row in rows("state_aliases.csv"):
            self._learn(row["name"], row["iso3"])

    def find(self, text: str) -> tuple[str, ...]:
        """Return the ISO 3166-1 alpha-3 codes of every State that a name fits; none when it fits
        none."""
        written = text.strip()
        if written.upper() in self._codes and written.isascii():
            return (self._codes[written.upper()],)
        for key in _forms(written):
            codes = self._names.get(key, set()) | self._stems.get(key, set())
            if codes:
                return tuple(sorted(codes))
        return ()

    def _learn(self, name: str, iso3: str) -> None:
        for key in _forms(name):
            self._names[key].add(iso3)
        stem, comma, rest = name.partition(",")
        if comma:  # "Korea, Republic of" is "Republic of Korea", and one of the Koreas
            self._names[fold(f"{rest} {stem}")].add(iso3)
            self._stems[fold(stem)].add(iso3)
        elif IN_BRACKETS.search(name):
            self._stems[fold(IN_BRACKETS.sub("", name))].add(iso3)


def _forms(name: str) -> Iterator[str]:
    """Return a name folded: whole, without its article, without its brackets."""
    for text in dict.fromkeys((name, IN_BRACKETS.sub("", name))):
        key = fold(text)
        if not key:
            continue
        yield key
        bare = ARTICLES.sub("", key)
        if bare != key:
            yield bare
        short = FORMAL.sub("", key)
        if short not in (key, bare):
            yield short
