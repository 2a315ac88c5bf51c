"""The cast of a demonstration: how many of each kind, on which days, under which plain names.

Everything is drawn from one seed, so that two demonstrations of a day are alike. Every name says
that it is invented, and every address ends in .example (RFC 2606).
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

DAYS = 3650
"""Ten years."""
SURGES = (0.12, 0.31, 0.58, 0.83)
"""The times at which many sign at once, as a share of those years."""
COUNTRIES = ("AR", "BD", "BR", "CA", "CR", "DE", "FR", "GB", "GH", "IN", "JP", "KE", "MX", "ZA")
CAUSES = ("Peace", "Law", "Rights", "Climate", "Youth", "Democracy", "Health", "Oceans")
BODIES = ("Institute", "Network", "Council", "Forum", "Union", "Association")


@dataclass(frozen=True, kw_only=True)
class Scale:
    """The number of each kind."""

    governments: int
    """Member States that have endorsed, of each pledge."""
    organisations: int
    parliamentarians: int
    individuals: int


FULL = Scale(governments=130, organisations=2_000, parliamentarians=600, individuals=200_000)
SMALL = Scale(governments=60, organisations=40, parliamentarians=20, individuals=300)
"""For tests."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One invented supporter's support: from which day, and until when if it was withdrawn."""

    number: int
    on: date
    recorded: date
    """The day on which it entered the ledger: a person's own, or when staff had verified it."""
    until: date | None
    be_named: bool
    country: str


class Cast:
    """Draws everything from one seed; `today` is the last day on which anything happens."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.chance = random.Random(193)  # noqa: S311  a play, no secret  # nosec B311

    def parts(self, count: int, *, leaving: float, within: int) -> Iterator[Part]:
        """Return so many supporters, each recorded `within` so many days; `leaving` of them, as a
        share, withdraw later on."""
        for number in range(1, count + 1):
            on = self.day()
            recorded = self.after(on, within)
            until = None
            if self.chance.random() < leaving and recorded < self.today:
                until = recorded + timedelta(
                    days=self.chance.randint(1, (self.today - recorded).days)
                )
            yield Part(
                number=number,
                on=on,
                recorded=recorded,
                until=until,
                be_named=self.chance.random() < 0.1,
                country=self.chance.choice(COUNTRIES),
            )

    def day(self) -> date:
        """Return a day of the ten years; every third falls into a surge."""
        if self.chance.random() < 1 / 3:
            share = self.chance.choice(SURGES) + self.chance.expovariate(60)
        else:
            share = self.chance.random() ** 0.8
        return self.today - timedelta(days=DAYS - round(min(share, 0.9999) * DAYS))

    def after(self, day: date, within: int) -> date:
        """Return a day at most so many days later, and not after the last of them all."""
        return min(day + timedelta(days=self.chance.randint(0, within)), self.today)

    def organisation(self, number: int) -> str:
        """Return an invented name."""
        body, cause = self.chance.choice(BODIES), self.chance.choice(CAUSES)
        return f"Demonstration {body} {number} for {cause}"
