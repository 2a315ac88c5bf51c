"""The work of editors: each piece of content with its revisions, drafts and published ones."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    ForeignKey,
    String,
    Text,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.core.orm import Base, Choice, Id, UtcDateTime, partial_index

Content = dict[str, Any]
"""A piece of content by field, as JSON has it: dates as text, sets as sorted lists, nothing as
None. What is missing may be left out."""


class ContentKind(StrEnum):
    """The kinds of content, by the name of their table."""

    CAMPAIGN = "campaigns"
    INITIATIVE = "initiatives"
    DOCUMENT = "documents"
    MILESTONE = "milestones"
    REFORM = "reforms"
    CONVENOR = "convenors"
    STATEMENT = "statements"
    REPORTED_TALLY = "reported_tallies"


class RevisionState(StrEnum):
    """The state of a revision."""

    DRAFT = "draft"
    PUBLISHED = "published"
    DISCARDED = "discarded"
    RETIRED = "retired"
    """Taken off the public pages; the content is what stood there until then."""


class ContentItem(Base):
    """One piece of content that an editor has touched: a row that is public, was, or is to be.

    Content that nobody has touched has a row in its own table only.
    """

    __tablename__ = "content_items"
    __table_args__ = (
        UniqueConstraint("kind", "row_id"),
        CheckConstraint("(kind = 'campaigns') = (parent_id IS NULL)", name="in_its_place"),
        CheckConstraint("retired_at IS NULL OR row_id IS NULL", name="retired_has_no_row"),
        CheckConstraint("(shipped IS NULL) = (shipped_digest IS NULL)", name="shipped_with_digest"),
    )

    id: Mapped[Id] = mapped_column(init=False)
    kind: Mapped[ContentKind] = mapped_column(Choice(ContentKind))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("content_items.id"), index=True)
    """The campaign of an initiative, the initiative or campaign of everything else."""
    row_id: Mapped[int | None] = mapped_column(BigInteger, default=None)
    """Its row among what is public; none before it is published and once it is taken off."""
    seed_key: Mapped[str | None] = mapped_column(String(160), default=None)
    """Of a row taken off: what the shipped record calls it, so that no seed brings it back."""
    seed_digest: Mapped[str | None] = mapped_column(String(64), default=None)
    retired_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    shipped: Mapped[Content | None] = mapped_column(JSON(none_as_null=True), default=None)
    """The shipped record's words since an editor changed the row, until an editor chooses."""
    shipped_digest: Mapped[str | None] = mapped_column(String(64), default=None)

    parent: Mapped[ContentItem | None] = relationship(init=False, remote_side=[id])


class ContentRevision(Base):
    """One state of an item's content. A draft may change; everything else is for ever (a
    trigger)."""

    __tablename__ = "content_revisions"
    __table_args__ = (
        CheckConstraint(
            "state IN ('draft', 'published', 'discarded', 'retired')", name="known_state"
        ),
        CheckConstraint(
            "editor_id IS NOT NULL OR state IN ('draft', 'published')", name="by_somebody"
        ),
        partial_index(
            "uq_content_revisions_one_draft",
            "item_id",
            unique=True,
            where="state = 'draft'",
        ),
    )

    id: Mapped[Id] = mapped_column(init=False)
    item_id: Mapped[int] = mapped_column(ForeignKey("content_items.id"), index=True)
    state: Mapped[RevisionState] = mapped_column(Choice(RevisionState))
    content: Mapped[Content] = mapped_column(JSON)
    editor_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    """The last to save it while it is a draft; then who published it, discarded it or took it off;
    none for what was shipped, and for a draft from a file that nobody has saved yet."""
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    note: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(default=1)
    """Grows with every change of a draft, so that two editors cannot overwrite each other."""
    writer_ids: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True), default=None)
    """Everybody who saved it while it was a draft, in that order; none for what was never a draft,
    and for what ended before this was kept."""
    retires: Mapped[bool] = mapped_column(default=False, server_default=false())
    """True for a draft that proposes to unpublish its row; its content is the row's."""


class CouncilRevision(Base):
    """One version of a year of the Security Council. A draft may change; everything else is for
    ever (a trigger).

    A year is fifteen rows among what is public, not one, so it is no `ContentItem`.
    """

    __tablename__ = "council_revisions"
    __table_args__ = (
        CheckConstraint("state IN ('draft', 'published', 'discarded')", name="known_state"),
        CheckConstraint(
            "editor_id IS NOT NULL OR state = 'published' OR seed_digest IS NOT NULL",
            name="by_somebody",
        ),
        partial_index(
            "uq_council_revisions_one_draft",
            "year",
            unique=True,
            where="state = 'draft'",
        ),
    )

    id: Mapped[Id] = mapped_column(init=False)
    year: Mapped[int] = mapped_column(index=True)
    state: Mapped[RevisionState] = mapped_column(Choice(RevisionState))
    members: Mapped[list[str]] = mapped_column(JSON)
    """The codes of the elected members, sorted; of a draft, as many as are known yet."""
    source: Mapped[str] = mapped_column(Text)
    editor_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    """The last to save it, publish it or discard it; none for what was recorded before, for a
    draft from the data files that nobody has saved yet, and for one that the files took back."""
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    note: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(default=1)
    writer_ids: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True), default=None)
    seed_digest: Mapped[str | None] = mapped_column(String(64), default=None)
    """Of a draft that the data files brought: the hash of what they said of the year."""
