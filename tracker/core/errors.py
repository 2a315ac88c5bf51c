"""Errors of the domain. `tracker.core.error_pages` alone turns these into pages or JSON."""

from __future__ import annotations

from datetime import date

Value = str | int | date
"""A value in a sentence: a name or a reference as it is, a number, a day."""


class TrackerError(Exception):
    """Base of Rollcall's own errors.

    `sentence` says what is wrong and what to do, as it stands in the catalogue, with a named place
    for each of `values`: ``RuleBroken("%(reference)s is suspended.", reference="R-000007")``.
    `core.i18n.localized` says it in the reader's language; `message` in English, for logs and
    files.
    """

    def __init__(self, sentence: str, /, **values: Value) -> None:
        english = {name: _english(value) for name, value in values.items()}
        self.message = sentence % english if values else sentence
        super().__init__(self.message)
        self.sentence = sentence
        self.values = values


class NotFound(TrackerError):
    """The thing asked for does not exist, or is not public."""


class RuleBroken(TrackerError):
    """A rule of the domain forbids this; nothing was changed."""


class Conflict(RuleBroken):
    """Somebody else was first: the row is no longer what the caller saw."""


class BadInput(TrackerError):
    """A value in an address or a body cannot be understood."""


class LinkRefused(TrackerError):
    """A link from a mail that is tampered with, expired, or meant for something else."""

    def __init__(self, sentence: str, /, *, expired: bool = False) -> None:
        super().__init__(sentence)
        self.expired = expired


def _english(value: Value) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)
