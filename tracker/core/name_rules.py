"""What can be a name. A name is no message, though it stands in mails to whatever address is given
with it, and on public pages."""

from __future__ import annotations

import functools
import re
import unicodedata
from importlib.resources import files

from tracker.core.errors import RuleBroken
from tracker.core.mailboxes import a_labels

LONGEST_SALUTATION = 60
LINK = re.compile(r"://|\bwww\.|\w\.\w+/|\w@[\w-]+\.\w", re.IGNORECASE)
SET_APART = frozenset({"example", "test", "invalid", "localhost", "local", "onion", "internal"})
"""Top-level domains that are listed nowhere since nobody registers under them (RFC 6761)."""
DOTTED = re.compile(r"[\w-]+(?:\.[\w-]+)+")
"""What may be a domain name: "casino-win.com", but also "St.John"."""


def check_person(name: str) -> None:
    """Refuse what is no name of a person, or of a title or a body: an address, or no letters."""
    if _holds_link(name) or "@" in unicodedata.normalize("NFKC", name):
        raise RuleBroken("Please give a name only, without a web or mail address.")
    if not any(map(str.isalpha, name)):
        raise RuleBroken("Please give a name: it has at least one letter.")


def check_organisation(name: str) -> None:
    """Refuse what is no name of an organisation. It may hold an "@" or a number, but no link."""
    if _holds_link(name):
        raise RuleBroken("Please give a name only, without a web or mail address.")
    if not any(map(str.isalnum, name)):
        raise RuleBroken("Please give a name: it has at least one letter or digit.")


def for_salutation(name: str) -> str:
    """A name as a mail to an address that nobody has confirmed may use it; empty if it may not.

    Whoever filled in the form chose both, so what could carry a message is left out.
    """
    carries = len(name) > LONGEST_SALUTATION or any(map(str.isdigit, name))
    return "" if carries or _holds_link(name) or "@" in name else name


def _holds_link(text: str) -> bool:
    """Whether mail programs would make a link of a part, full-width signs and all."""
    plain = unicodedata.normalize("NFKC", text).replace("\u3002", ".")
    return LINK.search(plain) is not None or any(
        _is_domain(match[0]) for match in DOTTED.finditer(plain)
    )


def _is_domain(dotted: str) -> bool:
    top = a_labels(dotted.rpartition(".")[2])
    return top is not None and (top in SET_APART or top in _top_level_domains())


@functools.cache
def _top_level_domains() -> frozenset[str]:
    """Those of the Public Suffix List, in A-labels."""
    listed = files("publicsuffixlist").joinpath("public_suffix_list.dat").read_text("utf-8")
    rules = (line.strip() for line in listed.splitlines() if line and not line.startswith("//"))
    tops = {rule.rpartition(".")[2] for rule in rules}
    return frozenset(filter(None, map(a_labels, tops)))
