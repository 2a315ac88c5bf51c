"""What can go wrong in the domain. `tracker.core.web` alone turns these into pages or JSON."""

from __future__ import annotations


class TrackerError(Exception):
    """Base of Rollcall's own errors. `message` says what is wrong and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


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

    def __init__(self, message: str, *, expired: bool = False) -> None:
        super().__init__(message)
        self.expired = expired
