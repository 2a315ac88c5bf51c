"""Figures that others report: how one is written, and from which day on it stands."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from tracker.core.orm import Base, Choice, Id, Seeded
from tracker.supporters.models import SupporterKind

MEMBER_STATES = "member states"
"""The unit of governments that leaves observers out."""
KIND_OF_UNIT = {
    "states": SupporterKind.GOVERNMENT,
    MEMBER_STATES: SupporterKind.GOVERNMENT,
    "supporters": SupporterKind.GOVERNMENT,
    "organisations": SupporterKind.ORGANISATION,
    "members of parliament": SupporterKind.PARLIAMENTARIAN,
    "current and former members of parliament": SupporterKind.PARLIAMENTARIAN,
}
"""The units that can be set beside a count of ours. Only a figure in one of them may lead."""
UNITS = (
    *KIND_OF_UNIT,
    "former members of parliament",
    "members of one parliament",
    "countries",
    "signatories",
    "initial signatories",
    "professors",
    "vetoed texts",
)
UNITS_OF_MEMBERS = (
    "members of parliament",
    "former members of parliament",
    "current and former members of parliament",
)
QUALIFIERS = ("exact", "about", "nearly", "over", "more than")
LOWER_BOUNDS = ("over", "more than")
DATED_PRECISIONS = ("day", "about", "month", "since month")
"""The values of `date_precision` for a figure with a date; without one it is free text."""
UNDATED = "undated"
NOT_CONFIRMED = "not confirmed"
"""The words by which the source of a figure says that no second one bears it out."""
YEARS = re.compile(r"^\d{4}(?: or \d{4})?\b")


def stands_from(reported_on: date | None, precision: str) -> date | None:
    """Return the first day on which a figure can be shown; none for an undated one.

    Its date, or the last day of the years it names: "2017 or 2018" stands from 31 December 2018.
    """
    if reported_on is not None:
        return reported_on
    years = YEARS.match(precision)
    return date(int(years[0][-4:]), 12, 31) if years else None


class Preference(StrEnum):
    """The answer to whether a reported tally may stand as *the* reported figure."""

    NO = "no"
    YES = "yes"
    TODAY_ONLY = "today only"


class ReportedTally(Seeded, Base):
    """A figure that convenors or others published. Never added to our count, nor mixed with it."""

    __tablename__ = "reported_tallies"

    id: Mapped[Id] = mapped_column(init=False)
    tally_id: Mapped[str] = mapped_column(String(8), unique=True)
    subject: Mapped[str] = mapped_column(String(60))
    """An initiative's slug, a campaign's with ``-combined`` behind it, or ``vetoes``."""
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"), index=True)
    initiative_id: Mapped[int | None] = mapped_column(ForeignKey("initiatives.id"), index=True)
    value: Mapped[int]
    qualifier: Mapped[str] = mapped_column(String(20))
    unit: Mapped[str] = mapped_column(String(60))
    observers: Mapped[int | None]
    reported_on: Mapped[date | None]
    date_precision: Mapped[str] = mapped_column(String(40))
    stands_from: Mapped[date | None]
    """The first day on which it can be shown: its date, or the last day of the years it names."""
    what: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    preferred: Mapped[Preference] = mapped_column(Choice(Preference))

    @property
    def is_confirmed(self) -> bool:
        """Return whether it may stand beside others; else only where all are reconciled."""
        return self.preferred is not Preference.NO or NOT_CONFIRMED not in self.source

    def is_reached(self, documented: int) -> bool:
        """Return whether so many are as many as were reported."""
        return (
            documented > self.value if self.qualifier in LOWER_BOUNDS else documented >= self.value
        )
