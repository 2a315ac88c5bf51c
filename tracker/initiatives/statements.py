"""Statements: words in support that are no endorsement."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from tracker.core.orm import Base, Choice, Id, Seeded


class Voice(StrEnum):
    """The capacity in which somebody speaks."""

    UN_OFFICIAL = "un official"
    GOVERNMENT = "government"
    PARLIAMENT = "parliament"
    """A parliament, a chamber, a committee or an assembly of parliaments."""
    ORGANISATION = "organisation"
    PERSON = "person"


class Step(StrEnum):
    """The step that a parliament took."""

    RESOLUTION = "resolution"
    """A resolution, declaration or recommendation that the parliament or the chamber adopted."""
    COMMITTEE = "committee step"
    """A step of one of its committees: no resolution of the parliament."""
    REQUEST = "request"
    """A request to a government, such as for a report: no support."""


class Statement(Seeded, Base):
    """Dated words or presence in support. Shown, and never counted as an endorsement."""

    __tablename__ = "statements"

    id: Mapped[Id] = mapped_column(init=False)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"), index=True)
    initiative_id: Mapped[int | None] = mapped_column(ForeignKey("initiatives.id"), index=True)
    speaker: Mapped[str] = mapped_column(String(200))
    """An office, a State, a parliament, an organisation or a person."""
    dated: Mapped[str] = mapped_column(String(10))
    what: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    person: Mapped[str] = mapped_column(String(160), default="")
    document: Mapped[str] = mapped_column(String(60), default="")
    state_iso3: Mapped[str | None] = mapped_column(
        ForeignKey("states.iso3"), index=True, default=None
    )
    voice: Mapped[Voice | None] = mapped_column(Choice(Voice), default=None)
    """None where nobody has said it."""
    quote: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    """The speaker's own words."""
    reforms: Mapped[str] = mapped_column(String(40), default="", server_default=text("''"))
    """The numbers of the reforms that it is about, as the record writes them: ``3;5``."""
    step: Mapped[Step | None] = mapped_column(Choice(Step), default=None)
    """Of a parliament's statement, where a source says it."""

    @property
    def reform_numbers(self) -> list[int]:
        """The reforms that it is about."""
        return [int(number) for number in self.reforms.split(";") if number.isdecimal()]
