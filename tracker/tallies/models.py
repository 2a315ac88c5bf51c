"""Projections of the ledger: small tables from which every count is read."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from tracker.core.orm import Base, Choice
from tracker.initiatives.grades import Grade
from tracker.supporters.models import SupporterKind


class TallyDay(Base):
    """By how much one count changes on one effective day, by what one day of this site recorded.

    A tally is the sum up to its date; as known at the end of a day, that of what was recorded by
    then, so what was said years ago is read as fast as what is said today.
    """

    __tablename__ = "tally_days"

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"), primary_key=True)
    kind: Mapped[SupporterKind] = mapped_column(Choice(SupporterKind), primary_key=True)
    grade: Mapped[Grade] = mapped_column(Choice(Grade), primary_key=True)
    membership: Mapped[str] = mapped_column(String(8), primary_key=True)
    """``member``, ``observer``, or empty for a supporter that is no State."""
    state_iso3: Mapped[str] = mapped_column(String(3), primary_key=True)
    """Empty for a supporter that is no State: breakdowns of persons are not kept."""
    effective_on: Mapped[date] = mapped_column(primary_key=True)
    recorded_on: Mapped[date] = mapped_column(primary_key=True)
    """The day (UTC) of the ledger's time."""
    delta: Mapped[int] = mapped_column(Integer)
