"""Rules of what can be a name. A name is no message, though it stands in mails to whatever address
is given with it, and on public pages."""

from __future__ import annotations

from unicodedata import category

from tracker.core.errors import RuleBroken
from tracker.core.link_rule import holds_handle, holds_link

MAX_LENGTH_IN_MAIL = 60


def check_person(name: str) -> None:
    """Refuse what is no name of a person, or of a title or a body: an address, or no letters."""
    if holds_link(name) or holds_handle(name):
        raise RuleBroken("Please give a name only, without a web or mail address.")
    if not any(map(str.isalpha, name)):
        raise RuleBroken("Please give a name: it has at least one letter.")


def check_organisation(name: str) -> None:
    """Refuse what is no name of an organisation. It may hold an "@" or a number, but no link."""
    if holds_link(name):
        raise RuleBroken("Please give a name only, without a web or mail address.")
    if not any(map(str.isalnum, name)):
        raise RuleBroken("Please give a name: it has at least one letter or digit.")


def for_first_mail(name: str) -> str:
    """A name as a mail to an address that nobody has confirmed may use it; empty if it may not.

    Whoever filled in the form chose both, so what could carry a message is left out: a number in
    any script (Unicode categories Nd, Nl and No), a link, many words. The page behind the mail's
    link shows all that was typed.
    """
    carries = len(name) > MAX_LENGTH_IN_MAIL or any(
        category(character)[0] == "N" for character in name
    )
    return "" if carries or holds_link(name) or holds_handle(name) else name
