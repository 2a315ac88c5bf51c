"""Recorded support, with who submitted it, what it rests on and what was agreed to."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    String,
    Text,
    type_coerce,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.core.orm import Base, BigId, Choice, Id, UtcDateTime, partial_index
from tracker.endorsements.lifecycle import APPEALED, AWAITING, Second, Status, Transition
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.ledger.models import DatePrecision
from tracker.supporters.models import Supporter, SupporterKind

if TYPE_CHECKING:
    from tracker.endorsements.decisions import Decision
    from tracker.endorsements.evidence.models import Evidence


class Origin(StrEnum):
    """The way in which an endorsement came here."""

    SIGN_UP = "sign_up"
    RECORDED_BY_STAFF = "recorded_by_staff"
    PUBLISHED_RECORD = "published_record"


class Reach(StrEnum):
    """The reach of an organisation's work."""

    LOCAL = "local"
    NATIONAL = "national"
    REGIONAL = "regional"
    GLOBAL = "global"


_COUNTED = "status IN ('verified', 'suspended')"
_AWAITING = f"status IN ({', '.join(repr(status.value) for status in sorted(AWAITING))})"
_UNIQUE_PERSON = "kind = 'individual' AND status IN ('in_review', 'needs_info')"

WITH_WORDS = "kind = 'individual' AND words <> ''"
"""As `own_words.LISTED` repeats it."""
ENDED = (
    "forgotten_at IS NULL AND origin <> 'published_record'"
    " AND status IN ('withdrawn', 'rejected', 'invalidated', 'superseded', 'lapsed')"
)
"""Entries that ended and whose personal details have not been erased yet, as `endings.LISTED`
repeats it."""


class Endorsement(Base):
    """One supporter's recorded support for one initiative."""

    __tablename__ = "endorsements"
    __table_args__ = (
        CheckConstraint("kind = 'government' OR grade = 'endorsed'", name="grade_of_governments"),
        CheckConstraint(
            "origin <> 'recorded_by_staff' OR recorder_id IS NOT NULL", name="recorder_known"
        ),
        CheckConstraint(
            "first_approver_id IS NULL OR recorder_id IS NULL OR first_approver_id <> recorder_id",
            name="first_approver_not_recorder",
        ),
        CheckConstraint(
            "second_approver_id IS NULL OR recorder_id IS NULL"
            " OR second_approver_id <> recorder_id",
            name="second_approver_not_recorder",
        ),
        CheckConstraint(
            "second_approver_id IS NULL OR"
            " (first_approver_id IS NOT NULL AND second_approver_id <> first_approver_id)",
            name="approvers_differ",
        ),
        CheckConstraint(
            "kind <> 'government' OR origin = 'published_record'"
            " OR status NOT IN ('verified', 'suspended', 'superseded', 'invalidated')"
            " OR second_approver_id IS NOT NULL",
            name="three_people_for_a_government",
        ),
        CheckConstraint(
            "kind <> 'government' OR status <> 'approved_once'"
            " OR (first_approver_id IS NOT NULL AND second_approver_id IS NULL)",
            name="approved_once_by_one",
        ),
        CheckConstraint(
            "status <> 'superseded' OR superseded_by_id IS NOT NULL", name="superseded_by_known"
        ),
        CheckConstraint(
            "status NOT IN ('verified', 'suspended') OR effective_on IS NOT NULL",
            name="counted_from_a_day",
        ),
        partial_index(
            "uq_endorsements_seed_key", "seed_key", where="seed_key IS NOT NULL", unique=True
        ),
        partial_index(
            "uq_endorsements_counted", "initiative_id", "supporter_id", where=_COUNTED, unique=True
        ),
        partial_index(
            "uq_endorsements_individual_pending",
            "initiative_id",
            "supporter_id",
            where=_UNIQUE_PERSON,
            unique=True,
        ),
        partial_index("ix_endorsements_awaiting", "initiative_id", "id", "kind", where=_AWAITING),
        partial_index(
            "ix_endorsements_named",
            "initiative_id",
            "kind",
            "effective_on",
            "commitment_salt",
            where="status = 'verified' AND be_named AND kind IN ('individual', 'parliamentarian')",
        ),
        partial_index(
            "ix_endorsements_listed",
            "initiative_id",
            "kind",
            "id",
            where="kind IN ('government', 'organisation', 'parliamentarian')",
        ),
        partial_index(
            "ix_endorsements_reviewed", "kind", "verified_at", where="first_approver_id IS NOT NULL"
        ),
        partial_index(
            "ix_endorsements_unconfirmed", "submitted_at", where="status = 'unconfirmed'"
        ),
        partial_index("ix_endorsements_words", "words_released", "id", where=WITH_WORDS),
        partial_index("ix_endorsements_ended", "status", "kind", "status_since", where=ENDED),
    )

    id: Mapped[Id] = mapped_column(init=False)
    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"))
    supporter_id: Mapped[int] = mapped_column(BigId, ForeignKey("supporters.id"), index=True)
    kind: Mapped[SupporterKind] = mapped_column(Choice(SupporterKind))
    """The supporter's kind, repeated here so that the database's rules can see it."""
    origin: Mapped[Origin] = mapped_column(Choice(Origin))
    submitted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    status_since: Mapped[datetime] = mapped_column(UtcDateTime)
    status: Mapped[Status] = mapped_column(Choice(Status), default=Status.UNCONFIRMED)
    grade: Mapped[Grade] = mapped_column(Choice(Grade), default=Grade.ENDORSED)
    effective_on: Mapped[date | None] = mapped_column(default=None)
    """The day from which the present grade holds."""
    effective_precision: Mapped[DatePrecision] = mapped_column(
        Choice(DatePrecision), default=DatePrecision.ON
    )
    date_known: Mapped[bool] = mapped_column(default=True)
    """False when the day is only that on which somebody saw the entry in a list."""
    ended_on: Mapped[date | None] = mapped_column(default=None)
    be_named: Mapped[bool] = mapped_column(default=False)
    words: Mapped[str] = mapped_column(String(500), default="")
    words_released: Mapped[bool | None] = mapped_column(default=None)
    """Of an individual's words: true once a reviewer released them, false once one hid them, none
    while nobody has looked. The database refuses a release without a reviewer, and one that
    outlives the words that the reviewer saw."""
    words_judged_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    words_judged_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    reach: Mapped[Reach | None] = mapped_column(Choice(Reach), default=None)
    locale: Mapped[str] = mapped_column(String(8), default="en")
    flag: Mapped[str] = mapped_column(String(40), default="")
    """The reason for which an individual's sign-up goes to review; empty for nearly all."""
    recorder_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    second_recorder_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    """The account that applied a list that somebody else brought in: a recorder too."""
    first_approver_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    second_approver_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    superseded_by_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("endorsements.id"), default=None
    )
    change_id: Mapped[int | None] = mapped_column(
        ForeignKey("proposed_changes.id", use_alter=True), default=None
    )
    """The seconded proposal on which a published government's entry was last changed."""
    verified_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    appealed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    withdrawal_requested_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    last_checked_on: Mapped[date | None] = mapped_column(default=None)
    commitment_salt: Mapped[str | None] = mapped_column(String(64), default=None)
    """Opens a person's ledger entry to that person; deleted on erasure."""
    ending_told_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    """The instant at which we emailed that the personal details will be erased (`periods`)."""
    forgotten_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    """The instant at which the personal details were erased at the end of their period. The status
    stays."""
    seed_key: Mapped[str | None] = mapped_column(String(260), default=None)
    """File and row of the published record."""
    seed_digest: Mapped[str | None] = mapped_column(String(64), default=None)

    initiative: Mapped[Initiative] = relationship(init=False)
    supporter: Mapped[Supporter] = relationship(init=False)
    officer: Mapped[Officer | None] = relationship(init=False, back_populates="endorsement")
    evidence: Mapped[list[Evidence]] = relationship(
        init=False, back_populates="endorsement", order_by="Evidence.id"
    )
    decisions: Mapped[list[Decision]] = relationship(init=False, order_by="Decision.id")

    @property
    def public_status(self) -> Status:
        """Return the status as the public reads it: what was invalidated reads so while its appeal
        is looked at, and after it failed."""
        return Status.INVALIDATED if self.status in APPEALED else self.status

    def takes_two(self, step: Transition) -> bool:
        """Return whether a step of staff needs a second reviewer: whatever ends, erases or
        invalidates support that was verified, unless its supporter asked.

        A request to withdraw is none to be erased: for that the own page has its own button.
        """
        return (
            step.second is Second.ALWAYS
            or (step.second is Second.UNLESS_ASKED and self.withdrawal_requested_at is None)
            or (step.second is Second.ONCE_VERIFIED and self.verified_at is not None)
        )

    @property
    def reference(self) -> str:
        """Return the number that a supporter may quote to us: "R-000123"."""
        return f"R-{self.id:06d}"

    @property
    def public_words(self) -> str:
        """Return the supporter's own words, as far as anybody may read them; empty for none.

        An individual's are public once a reviewer has released them. What other kinds say is
        reviewed with their entry, so it is released by the approval.
        """
        waits = self.kind is SupporterKind.INDIVIDUAL and not self.words_released
        return "" if waits else self.words


def still(expected: Status) -> ColumnElement[bool]:
    """Return the condition that a row, found by its id, has the status that was seen.

    Written as an expression on purpose: a plain comparison would let PostgreSQL take a partial
    index on this status instead of the key. Its statistics lag behind a rush, so it would think
    the index empty and read everything that waits.
    """
    return type_coerce(Endorsement.status, String).concat("") == expected.value


class Officer(Base):
    """The person who acted for a government or an organisation. Never public."""

    __tablename__ = "officers"

    endorsement_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("endorsements.id"), primary_key=True
    )
    name: Mapped[str] = mapped_column(String(200))
    title: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(String(200), default="")
    """The mission or ministry of a government's officer."""
    email_sealed: Mapped[str | None] = mapped_column(Text, default=None)
    email_digest: Mapped[str | None] = mapped_column(String(64), index=True, default=None)

    endorsement: Mapped[Endorsement] = relationship(init=False, back_populates="officer")


class ConsentPurpose(StrEnum):
    """A purpose to which a supporter agrees, each asked apart and none ticked beforehand (GDPR Art.
    7, 9)."""

    COUNTED = "counted"
    NAMED = "named"
    AGE = "age"
    AUTHORISED = "authorised"
    CONTACT = "contact"
    IN_RECORD = "in_record"
    """To stay named after the other personal details have been erased."""


class ConsentWording(Base):
    """The words of a consent, as shown. A change is a new version; old ones stay."""

    __tablename__ = "consent_wordings"

    purpose: Mapped[ConsentPurpose] = mapped_column(Choice(ConsentPurpose), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    words: Mapped[str] = mapped_column(Text)


class Consent(Base):
    """A submission's agreement to one wording: when, and until when."""

    __tablename__ = "consents"

    endorsement_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("endorsements.id"), primary_key=True
    )
    purpose: Mapped[ConsentPurpose] = mapped_column(Choice(ConsentPurpose), primary_key=True)
    version: Mapped[int]
    language: Mapped[str] = mapped_column(String(8))
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
