"""The two clocks of an address: which day it asks for, and as known when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode


@dataclass(frozen=True, kw_only=True)
class AskedDates:
    """A day in the world, and up to which instant of this site's record it is told."""

    as_of: date
    today: date
    known_at: datetime | None = None
    """None for all that is known."""
    known_on: date | None = None
    """The day whose end `known_at` is, when a day was asked for."""

    @property
    def live(self) -> bool:
        """Return whether the answer is today's, and so may change while one looks at it."""
        return self.as_of == self.today and self.known_at is None

    @property
    def past(self) -> date | None:
        """Return the day if it is an earlier one; none for today."""
        return self.as_of if self.as_of < self.today else None

    def includes(self, day: date | None) -> bool:
        """Return whether what happened, or was said, on a day is shown: if it was by the day that
        is asked for. What is undated is shown today only."""
        return self.past is None if day is None else day <= self.as_of

    @property
    def query(self) -> dict[str, str]:
        """Return the arguments of an address that asks for the same; none for what is shown
        unasked."""
        arguments = {"as_of": self.as_of.isoformat()} if self.as_of != self.today else {}
        if self.known_at is not None:
            arguments["known_at"] = self.known
        return arguments

    @property
    def search(self) -> str:
        """Return `query` as the end of an address, with its question mark."""
        return f"?{urlencode(self.query)}" if self.query else ""

    @property
    def known(self) -> str:
        """Return what is asked of the record's time, as an address writes it: a day or an
        instant."""
        if self.known_on is not None:
            return self.known_on.isoformat()
        if self.known_at is None:
            return ""
        return self.known_at.replace(tzinfo=None).isoformat() + "Z"
