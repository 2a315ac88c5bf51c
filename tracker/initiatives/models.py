"""Campaigns and initiatives, with the content that explains them."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.core.orm import Base, Choice, Choices, Id, Seeded
from tracker.initiatives.grades import EVERY_GRADE, Grade
from tracker.supporters.models import SupporterKind


class AimUnit(StrEnum):
    """The unit of an initiative's aim."""

    GOVERNMENTS = "governments"
    """Member States. Observer States are counted apart here as everywhere."""
    PER_CENT = "per cent"
    """Of the Member States."""
    ORGANISATIONS = "organisations"
    PARLIAMENTARIANS = "parliamentarians"
    INDIVIDUALS = "individuals"

    @property
    def kind(self) -> SupporterKind:
        """The kind of supporter that is counted towards it."""
        if self in (AimUnit.GOVERNMENTS, AimUnit.PER_CENT):
            return SupporterKind.GOVERNMENT
        return SupporterKind(self.value[:-1])


class Campaign(Seeded, Base):
    """A coalition's cause, which one or more initiatives serve."""

    __tablename__ = "campaigns"

    id: Mapped[Id] = mapped_column(init=False)
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    theme: Mapped[str] = mapped_column(String(120))
    """Its subject, in three words: "Restraint of the veto"."""
    lead: Mapped[str] = mapped_column(Text)
    position: Mapped[int]

    initiatives: Mapped[list[Initiative]] = relationship(
        init=False, back_populates="campaign", order_by="Initiative.position"
    )


class Initiative(Seeded, Base):
    """A reform proposal that can be endorsed."""

    __tablename__ = "initiatives"
    __table_args__ = (
        CheckConstraint(
            "archived_on IS NULL OR (closed_on IS NOT NULL AND closed_on <= archived_on)",
            name="archived_once_closed",
        ),
        CheckConstraint(
            "opens_on IS NULL OR closed_on IS NULL OR opens_on < closed_on",
            name="opens_before_it_closes",
        ),
        CheckConstraint("aim IS NULL OR aim > 0", name="aim_is_something"),
        CheckConstraint(
            "(aim IS NULL) = (aim_unit IS NULL)"
            " AND (aim_unit IS NULL OR aim_unit <> 'governments' OR aim <= 193)"
            " AND (aim_unit IS NULL OR aim_unit <> 'per cent' OR aim <= 100)",
            name="aim_can_be_reached",
        ),
        CheckConstraint("grades LIKE '%endorsed%'", name="grades_include_endorsed"),
    )

    id: Mapped[Id] = mapped_column(init=False)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"))
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    official_name: Mapped[str] = mapped_column(String(200))
    asks: Mapped[str] = mapped_column(Text)
    """A supporter's pledge or demand, in a sentence or two."""
    summary: Mapped[str] = mapped_column(Text)
    launched: Mapped[str] = mapped_column(String(10))
    """A day, month or year (`core.dates`)."""
    reference: Mapped[str] = mapped_column(String(200))
    """The text that is endorsed, as the record cites it."""
    website: Mapped[str | None] = mapped_column(String(200))
    signatory_kinds: Mapped[frozenset[SupporterKind]] = mapped_column(Choices(SupporterKind))
    """The kinds that the instrument itself invites: they make its headline."""
    open_kinds: Mapped[frozenset[SupporterKind]] = mapped_column(Choices(SupporterKind))
    position: Mapped[int]
    notice: Mapped[str] = mapped_column(Text, default="")
    """A note that a visitor must read before anything else, such as that a summit is past."""
    opens_on: Mapped[date | None] = mapped_column(default=None)
    """The first day on which support can be recorded; open from the start without one."""
    closed_on: Mapped[date | None] = mapped_column(default=None)
    """From this day on nobody can record support."""
    content_version: Mapped[int] = mapped_column(default=1)
    """Grows with every change of the initiative's content; part of its tally's ETag."""
    archived_on: Mapped[date | None] = mapped_column(default=None)
    """From when on nothing is added to it or changed; its tally and its history stay."""
    reforms_note: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    """A note for reading its reforms, such as when they were written."""
    grades: Mapped[frozenset[Grade]] = mapped_column(
        Choices(Grade), default=EVERY_GRADE, server_default="announced endorsed voiced"
    )
    """The grades in which governments' support is recorded here; always `endorsed`."""
    aim: Mapped[int | None] = mapped_column(default=None)
    """The support that it aims for, in `aim_unit`; most initiatives name no number."""
    aim_unit: Mapped[AimUnit | None] = mapped_column(Choice(AimUnit), default=None)

    campaign: Mapped[Campaign] = relationship(init=False, back_populates="initiatives")
    documents: Mapped[list[Document]] = relationship(
        init=False, order_by="Document.dated, Document.id"
    )
    milestones: Mapped[list[Milestone]] = relationship(
        init=False, order_by="Milestone.dated, Milestone.id"
    )
    reforms: Mapped[list[Reform]] = relationship(init=False, order_by="Reform.number")
    convenors: Mapped[list[Convenor]] = relationship(init=False, order_by="Convenor.id")

    def is_open(self, today: date) -> bool:
        """Return whether anybody can record support. What is archived is closed too (a CHECK)."""
        return (self.opens_on is None or self.opens_on <= today) and not self.is_closed(today)

    def is_closed(self, today: date) -> bool:
        """Return whether its last day is past."""
        return self.closed_on is not None and self.closed_on <= today

    @property
    def last_open_day(self) -> date | None:
        """The last day on which support can be recorded, where one is set."""
        return self.closed_on - timedelta(days=1) if self.closed_on else None

    def open_to(self, today: date) -> frozenset[SupporterKind]:
        """Return the kinds that can record support on a day; none before and after that."""
        return self.open_kinds if self.is_open(today) else frozenset()


class DocumentCategory(StrEnum):
    FOUNDING_TEXT = "founding text"
    KEY_DOCUMENT = "key document"
    ASSESSMENT = "assessment"
    STATEMENT = "statement"


class Assessor(StrEnum):
    """From which side an assessment of a process comes."""

    CIVIL_SOCIETY = "civil society"
    ASSEMBLY_PRESIDENT = "assembly president"
    """The President of the General Assembly and the President's team."""
    MEMBER_STATES = "member states"


class Document(Seeded, Base):
    """A text that explains, founds or assesses an initiative."""

    __tablename__ = "documents"
    __table_args__ = (
        CheckConstraint(
            "assessor IS NULL OR category = 'assessment'", name="assessor_of_an_assessment"
        ),
        CheckConstraint(
            "language = '' OR (length(language) = 2 AND language = lower(language))",
            name="language_of_two_letters",
        ),
    )

    id: Mapped[Id] = mapped_column(init=False)
    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"), index=True)
    title: Mapped[str] = mapped_column(Text)
    dated: Mapped[str] = mapped_column(String(10))
    reference: Mapped[str] = mapped_column(Text)
    """A UN symbol, a publisher's address, or the place of a secondary copy."""
    publisher: Mapped[str] = mapped_column(String(160))
    category: Mapped[DocumentCategory] = mapped_column(Choice(DocumentCategory))
    source: Mapped[str] = mapped_column(Text, default="")
    assessor: Mapped[Assessor | None] = mapped_column(Choice(Assessor), default=None)
    """The assessor; an assessment that is published names one (`content.rules`)."""
    language: Mapped[str] = mapped_column(String(2), default="", server_default=text("''"))
    """The language of the text (ISO 639-1); empty when not said."""
    says: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    """Its content, in a sentence or two of our own."""

    initiative: Mapped[Initiative] = relationship(init=False, viewonly=True)


class Milestone(Seeded, Base):
    """A dated event in an initiative's history."""

    __tablename__ = "milestones"

    id: Mapped[Id] = mapped_column(init=False)
    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"), index=True)
    dated: Mapped[str] = mapped_column(String(10))
    what: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)


class ReformStatus(StrEnum):
    NOT_ASSESSED = "not assessed"
    NOT_MET = "not met"
    PARTLY_MET = "partly met"
    MET = "met"


class Reform(Seeded, Base):
    """A numbered demand of an initiative. An assessment other than the first needs evidence."""

    __tablename__ = "reforms"
    __table_args__ = (
        CheckConstraint("status = 'not assessed' OR evidence <> ''", name="assessed_by_evidence"),
        CheckConstraint(
            "status = 'not assessed' OR evidence_source <> ''", name="assessed_with_source"
        ),
    )

    id: Mapped[Id] = mapped_column(init=False)
    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"), index=True)
    number: Mapped[int]
    demand: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    status: Mapped[ReformStatus] = mapped_column(
        Choice(ReformStatus), default=ReformStatus.NOT_ASSESSED
    )
    evidence: Mapped[str] = mapped_column(Text, default="")
    evidence_source: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    """The place where the evidence can be read."""

    @property
    def is_proposed(self) -> bool:
        """Return whether the published record proposes the status and no editor has decided it."""
        return self.status is not ReformStatus.NOT_ASSESSED and self.edited_at is None


class Convenor(Seeded, Base):
    """Whoever runs or founded an initiative; not counted unless they endorse it."""

    __tablename__ = "convenors"

    id: Mapped[Id] = mapped_column(init=False)
    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(200))
    source: Mapped[str] = mapped_column(Text)
