"""What can be a name. A name is no message, though it stands in mails to whatever address is given
with it, and on public pages."""

from __future__ import annotations

from tracker.core.errors import RuleBroken
from tracker.core.link_rule import holds_handle, holds_link

LONGEST_SALUTATION = 60


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


def for_salutation(name: str) -> str:
    """A name as a mail to an address that nobody has confirmed may use it; empty if it may not.

    Whoever filled in the form chose both, so what could carry a message is left out.
    """
    carries = len(name) > LONGEST_SALUTATION or any(map(str.isdigit, name))
    return "" if carries or holds_link(name) or holds_handle(name) else name
