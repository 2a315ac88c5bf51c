"""The documents on which endorsements rest, and the words in which each supports one."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.core.orm import Base, BigId, Choice, Id
from tracker.endorsements.models import Endorsement


class InstrumentType(StrEnum):
    NOTE_VERBALE = "note_verbale"
    LETTER = "letter"
    STATEMENT = "statement"
    OFFICIAL_LIST = "official_list"
    COPIED_LIST = "copied_list"
    """An official list that was read only in somebody's transcription."""
    PRESS_REPORT = "press_report"
    CAMPAIGN_PAGE = "campaign_page"


class Instrument(Base):
    """A text on which endorsements rest: one may support several."""

    __tablename__ = "instruments"
    __table_args__ = (
        CheckConstraint("NOT file_public OR file_sha256 IS NOT NULL", name="published_file_known"),
        CheckConstraint(
            "language = '' OR (length(language) = 2 AND language = lower(language))",
            name="language_of_two_letters",
        ),
        CheckConstraint(
            "archived_link = '' OR archived_link LIKE 'https://%'", name="archived_by_https"
        ),
        CheckConstraint("revision > 0", name="revision_counts"),
    )

    id: Mapped[Id] = mapped_column(init=False)
    type: Mapped[InstrumentType] = mapped_column(Choice(InstrumentType))
    source: Mapped[str] = mapped_column(Text)
    """Publisher, title and place, as a citation reads."""
    dated: Mapped[str] = mapped_column(String(10), default="")
    """A day, a month or a year (ISO 8601); empty when none is known."""
    symbol: Mapped[str] = mapped_column(String(60), default="")
    """The UN document's symbol, as `un_symbols.canonical` writes it."""
    publisher: Mapped[str] = mapped_column(String(200), default="", server_default=text("''"))
    language: Mapped[str] = mapped_column(String(2), default="", server_default=text("''"))
    """The language of the text (ISO 639-1); empty when not said."""
    link: Mapped[str] = mapped_column(String(500), default="")
    """Its address at its publisher or, for a secondary copy, where the copy was read."""
    archived_link: Mapped[str] = mapped_column(String(500), default="", server_default=text("''"))
    """A copy in a web archive (`links.ARCHIVES`)."""
    secondary_copy: Mapped[bool] = mapped_column(default=False)
    details: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    """The way in which it was read, as the published record says."""
    last_checked_on: Mapped[date | None] = mapped_column(default=None)
    last_checked_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    file_sha256: Mapped[str | None] = mapped_column(String(64), default=None)
    file_type: Mapped[str | None] = mapped_column(String(60), default=None)
    file_name: Mapped[str | None] = mapped_column(String(160), default=None)
    file_size: Mapped[int | None] = mapped_column(default=None)
    file_public: Mapped[bool] = mapped_column(default=False, server_default=false())
    """True of a file that anybody may download; held back until a reviewer publishes it."""
    revision: Mapped[int] = mapped_column(default=1, server_default=text("1"))
    """Counts what staff changed, so that two at once do not overwrite each other."""
    seed_key: Mapped[str | None] = mapped_column(String(80), unique=True, default=None)

    @property
    def reference(self) -> str:
        """Return the number that staff may quote to each other: "I-000012"."""
        return f"I-{self.id:06d}"


class Evidence(Base):
    """An instrument's support of an endorsement: where in it, and in which words."""

    __tablename__ = "evidence"
    __table_args__ = (
        Index(
            "uq_evidence_endorsement_id_instrument_id",
            "endorsement_id",
            "instrument_id",
            unique=True,
        ),
    )

    id: Mapped[Id] = mapped_column(init=False)
    endorsement_id: Mapped[int] = mapped_column(BigId, ForeignKey("endorsements.id"))
    instrument_id: Mapped[int] = mapped_column(BigId, ForeignKey("instruments.id"), index=True)
    page: Mapped[str] = mapped_column(String(60), default="", server_default=text("''"))
    """The page, paragraph or annex on which it stands."""
    quote: Mapped[str] = mapped_column(Text, default="")

    endorsement: Mapped[Endorsement] = relationship(init=False, back_populates="evidence")
    instrument: Mapped[Instrument] = relationship(init=False)
