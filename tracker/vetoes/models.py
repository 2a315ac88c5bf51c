"""Vetoed texts, and what others classified them as."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.core.dates import last_day
from tracker.core.orm import Base, BigId, Choice, Choices, Id, Seeded, UtcDateTime, partial_index


class Seat(StrEnum):
    """The permanent members (Charter, Article 23, paragraph 1), by today's State of each seat."""

    RUS = "RUS"
    USA = "USA"
    GBR = "GBR"
    CHN = "CHN"
    FRA = "FRA"


class TextKind(StrEnum):
    """The kind of text that was put to the vote."""

    DRAFT = "draft resolution"
    AMENDMENT = "amendment"


class Vote(StrEnum):
    """A member's vote on a text."""

    IN_FAVOUR = "in favour"
    AGAINST = "against"
    ABSTAINED = "abstained"


class Basis(StrEnum):
    """The basis of a classification: the classifier names the situation, or its numbers do."""

    STATED = "stated"
    INFERRED = "inferred"


class Veto(Seeded, Base):
    """One vetoed text. Two texts of one day, with the same symbol or with none, are two rows."""

    __tablename__ = "vetoes"
    __table_args__ = (
        # Nothing is left of the seats' codes once those of the permanent members are taken out.
        CheckConstraint(
            "members <> '' AND replace(replace(replace(replace(replace(replace(members,"
            " 'RUS', ''), 'USA', ''), 'GBR', ''), 'CHN', ''), 'FRA', ''), ' ', '') = ''",
            name="by_permanent_members",
        ),
        CheckConstraint("source <> ''", name="has_a_source"),
        Index("ix_vetoes_day", "vetoed_on", "veto_id"),
    )

    veto_id: Mapped[str] = mapped_column(String(12), primary_key=True)
    """The year and the text's number in it, as the record counts: ``2017-02``."""
    vetoed_on: Mapped[date]
    symbol: Mapped[str] = mapped_column(String(60))
    """As the record has it: a draft's, a meeting record's where the list gives that instead, or
    none."""
    meeting: Mapped[str] = mapped_column(String(60))
    """The meeting's record; letters where there was no meeting; or none."""
    instrument: Mapped[TextKind] = mapped_column(Choice(TextKind))
    agenda_item: Mapped[str] = mapped_column(Text)
    situation: Mapped[str] = mapped_column(String(80), index=True)
    """The record's own heading, in a word or two. It classifies nothing."""
    members: Mapped[frozenset[Seat]] = mapped_column(Choices(Seat))
    as_listed: Mapped[str] = mapped_column(String(80))
    """The members that vetoed, in the source's own words."""
    note: Mapped[str] = mapped_column(Text)
    quality: Mapped[str] = mapped_column(String(80))
    source: Mapped[str] = mapped_column(Text)
    read_on: Mapped[date]
    in_favour: Mapped[int | None] = mapped_column(default=None)
    """The number of members that voted so; None where no source that was read says it."""
    against: Mapped[int | None] = mapped_column(default=None)
    abstentions: Mapped[int | None] = mapped_column(default=None)
    vote_source: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    """The source of these numbers."""

    votes: Mapped[list[MemberVote]] = relationship(
        init=False, order_by="MemberVote.iso3", viewonly=True
    )

    def voters(self, vote: Vote) -> list[str]:
        """Return the members of whom a source says that they voted so, by code."""
        return [member.iso3 for member in self.votes if member.vote == vote]

    @property
    def is_vote_known(self) -> bool:
        """Return whether a source that was read has the vote."""
        return self.vote_source != ""

    @property
    def seats(self) -> list[Seat]:
        """The members that vetoed, in the order of `Seat`."""
        return [seat for seat in Seat if seat in self.members]


class MemberVote(Seeded, Base):
    """One member's vote on a vetoed text, where a source names the member."""

    __tablename__ = "veto_votes"
    __table_args__ = (
        CheckConstraint("vote IN ('in favour', 'against', 'abstained')", name="known_vote"),
        CheckConstraint("source <> ''", name="has_a_source"),
    )

    veto_id: Mapped[str] = mapped_column(ForeignKey("vetoes.veto_id"), primary_key=True)
    iso3: Mapped[str] = mapped_column(ForeignKey("states.iso3"), primary_key=True)
    vote: Mapped[Vote] = mapped_column(Choice(Vote))
    source: Mapped[str] = mapped_column(Text)


FIRST_VERSION = "supersedes_id IS NULL"


class Classification(Base):
    """Somebody else's count of a vetoed text among those in an atrocity situation.

    Never the site's own word. A row stays as it is: what the same classifier says of the same text
    later, or what was recorded in error, is a new version that supersedes it. A version that
    `takes_back` says that nothing stands any more, from its own date on.
    """

    __tablename__ = "veto_classifications"
    __table_args__ = (
        CheckConstraint("classifier <> ''", name="has_a_classifier"),
        CheckConstraint("classified <> ''", name="has_a_date"),
        CheckConstraint("evidence <> ''", name="has_evidence"),
        CheckConstraint("basis IN ('stated', 'inferred')", name="known_basis"),
        CheckConstraint("takes_back = (situation = '')", name="situation_unless_taken_back"),
        CheckConstraint("NOT takes_back OR supersedes_id IS NOT NULL", name="takes_something_back"),
        CheckConstraint("(staff_id IS NULL) = (cites <> '')", name="recorded_by_someone"),
        UniqueConstraint(
            "id", "veto_id", "classifier", name="uq_veto_classifications_id_veto_id_classifier"
        ),
        ForeignKeyConstraint(
            ["supersedes_id", "veto_id", "classifier"],
            [
                "veto_classifications.id",
                "veto_classifications.veto_id",
                "veto_classifications.classifier",
            ],
            name="fk_veto_classifications_same_text_and_classifier",
        ),
        partial_index(
            "uq_veto_classifications_first",
            "veto_id",
            "classifier",
            unique=True,
            where=FIRST_VERSION,
        ),
    )

    id: Mapped[Id] = mapped_column(init=False)
    veto_id: Mapped[str] = mapped_column(ForeignKey("vetoes.veto_id"), index=True)
    situation: Mapped[str] = mapped_column(String(80))
    """As the classifier names it; empty in a version that takes back."""
    classifier: Mapped[str] = mapped_column(String(200))
    classified: Mapped[str] = mapped_column(String(10))
    """The date of the classification: a day, a month or a year (ISO 8601)."""
    basis: Mapped[Basis] = mapped_column(Choice(Basis))
    evidence: Mapped[str] = mapped_column(Text)
    """The citation of where it says so."""
    note: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    takes_back: Mapped[bool] = mapped_column(default=False)
    supersedes_id: Mapped[int | None] = mapped_column(BigId, unique=True, default=None)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    cites: Mapped[str] = mapped_column(String(300), default="")
    """The file and row of what no member of staff recorded."""

    @property
    def said_by(self) -> date:
        """The day by which the classifier had said so; no later than it was recorded here."""
        return min(last_day(self.classified), self.recorded_at.date())
