"""Supporters of initiatives: the 195 States, organisations and persons."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from tracker.core.orm import Base, BigId, Choice, Id, Seeded, UtcDateTime, partial_index
from tracker.supporters.names import plain_key


class SupporterKind(StrEnum):
    GOVERNMENT = "government"
    ORGANISATION = "organisation"
    PARLIAMENTARIAN = "parliamentarian"
    INDIVIDUAL = "individual"

    @property
    def is_person(self) -> bool:
        return self in (SupporterKind.PARLIAMENTARIAN, SupporterKind.INDIVIDUAL)


class Membership(StrEnum):
    """A State's standing in the United Nations. The two are always counted apart."""

    MEMBER = "member"
    OBSERVER = "observer"


class RegionalGroup(StrEnum):
    """The regional groups of Member States, as the data name them."""

    AFRICAN = "African"
    ASIA_PACIFIC = "Asia-Pacific"
    EASTERN_EUROPEAN = "Eastern European"
    GRULAC = "GRULAC"
    WEOG = "WEOG"
    NONE = "none"


class State(Seeded, Base):
    """One of 193 Member States or 2 Observer States."""

    __tablename__ = "states"

    iso3: Mapped[str] = mapped_column(String(3), primary_key=True)
    iso2: Mapped[str] = mapped_column(String(2), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    """The name in the United Nations' English list."""
    membership: Mapped[Membership] = mapped_column(Choice(Membership))
    regional_group: Mapped[RegionalGroup] = mapped_column(Choice(RegionalGroup))
    admitted_on: Mapped[date | None]
    permanent: Mapped[bool]
    """Holds a permanent seat in the Security Council (Charter, Article 23)."""
    read_on: Mapped[date]
    note: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(Text, default="")

    names: Mapped[list[StateName]] = relationship(
        init=False, back_populates="state", order_by="StateName.language"
    )


class StateName(Seeded, Base):
    """A State's short and formal name in one of the six official languages."""

    __tablename__ = "state_names"

    iso3: Mapped[str] = mapped_column(ForeignKey("states.iso3"), primary_key=True)
    language: Mapped[str] = mapped_column(String(2), primary_key=True)
    short_name: Mapped[str] = mapped_column(String(120))
    article: Mapped[str] = mapped_column(String(8), default="")
    formal_name: Mapped[str] = mapped_column(String(160), default="")
    source: Mapped[str] = mapped_column(Text, default="")

    state: Mapped[State] = relationship(init=False, back_populates="names")


class CouncilSeat(Seeded, Base):
    """A State's seat in the Security Council in one calendar year."""

    __tablename__ = "council_seats"

    iso3: Mapped[str] = mapped_column(ForeignKey("states.iso3"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    seat: Mapped[str] = mapped_column(String(12))
    """``permanent`` or ``elected``."""
    note: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(Text, default="")


TO_COMPARE = "kind = 'organisation' AND compared_at IS NULL"
"""The condition of organisations whose names are due to be compared. A query that repeats it word
for word is answered by its index on both databases."""


def _plain_key(context: Any) -> str | None:
    """Return the plain letters of a name that is inserted without the model."""
    return plain_key(str(context.get_current_parameters().get("name", "")))


class Supporter(Base):
    """A government, an organisation or a person, once, whatever number of initiatives it supports.

    A government is its State; an organisation its registered name and domain, as staff confirm;
    a person the canonical mail address within its kind.
    """

    __tablename__ = "supporters"
    __table_args__ = (
        CheckConstraint(
            "(kind = 'government') = (state_iso3 IS NOT NULL)", name="government_state"
        ),
        partial_index(
            "uq_supporters_state_iso3", "state_iso3", where="state_iso3 IS NOT NULL", unique=True
        ),
        partial_index(
            "uq_supporters_seed_key", "seed_key", where="seed_key IS NOT NULL", unique=True
        ),
        partial_index(
            "uq_supporters_person_address",
            "kind",
            "email_digest",
            unique=True,
            where="email_digest IS NOT NULL",
        ),
        partial_index(
            "ix_supporters_claimed_digest",
            "claimed_digest",
            where="claimed_digest IS NOT NULL",
        ),
        CheckConstraint(
            "claimed_digest IS NULL OR email_digest IS NULL", name="claimed_until_confirmed"
        ),
        partial_index(
            "ix_supporters_organisation_name",
            "name_key",
            where="kind = 'organisation'",
        ),
        partial_index(
            "ix_supporters_to_compare",
            "id",
            where=TO_COMPARE,
        ),
        partial_index(
            "ix_supporters_country",
            "country",
            "kind",
            "name_key",
            where="kind IN ('organisation', 'parliamentarian')",
        ),
        partial_index(
            "ix_supporters_merged",
            "merged_into_id",
            where="merged_into_id IS NOT NULL",
        ),
    )

    id: Mapped[Id] = mapped_column(init=False)
    kind: Mapped[SupporterKind] = mapped_column(Choice(SupporterKind))
    name: Mapped[str] = mapped_column(String(200))
    """A State's name, a registered name, a person's name; empty once erased."""
    name_key: Mapped[str] = mapped_column(String(200))
    """The name folded for search and comparison (`supporters.names.fold`)."""
    plain_key: Mapped[str | None] = mapped_column(
        String(200), init=False, insert_default=_plain_key
    )
    """The name in plain letters, where `name_key` has others: only to find it."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state_iso3: Mapped[str | None] = mapped_column(ForeignKey("states.iso3"), default=None)
    country: Mapped[str | None] = mapped_column(String(2), default=None)
    """ISO 3166-1 alpha-2, territories included; none when unknown or not said."""
    email_sealed: Mapped[str | None] = mapped_column(Text, default=None)
    email_digest: Mapped[str | None] = mapped_column(String(64), default=None)
    """The keyed hash of a person's address, once its owner has confirmed anything: the identity."""
    claimed_digest: Mapped[str | None] = mapped_column(String(64), default=None)
    """The same of an address that a sign-up gives and that nobody has confirmed. Any number of
    sign-ups may give one address; each has a row of its own and finds none by it."""
    role: Mapped[str] = mapped_column(String(200), default="")
    """The description of a person in a published list; never typed in by the person."""
    website: Mapped[str | None] = mapped_column(String(300), default=None)
    domain: Mapped[str | None] = mapped_column(String(253), default=None)
    """The registrable domain of the website."""
    chamber: Mapped[str] = mapped_column(String(160), default="")
    sitting: Mapped[bool | None] = mapped_column(default=None)
    mandate_from: Mapped[date | None] = mapped_column(default=None)
    mandate_until: Mapped[date | None] = mapped_column(default=None)
    official_page: Mapped[str | None] = mapped_column(String(300), default=None)
    outside_ids: Mapped[str | None] = mapped_column(String(300), default=None)
    """The numbers by which others know a parliamentarian, as a source gives them: each with whose
    number it is and a colon before it, with semicolons between."""
    erased_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    seed_key: Mapped[str | None] = mapped_column(String(260), default=None)
    compared_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    """The time of the last comparison of an organisation's name and domain with all others; none
    when they have changed since."""
    merged_into_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("supporters.id"), default=None
    )
    """The record of the same organisation that stands for this one, itself never merged."""

    state: Mapped[State | None] = relationship(init=False)

    @validates("name")
    def _name(self, _field: str, name: str) -> str:
        self.plain_key = plain_key(name)
        return name

    @property
    def known_as(self) -> list[str]:
        """The numbers by which others know them, one by one."""
        return [number.strip() for number in (self.outside_ids or "").split(";") if number.strip()]

    @property
    def standing_id(self) -> int:
        """The number of the record that stands for this one: its own unless it was merged."""
        return self.merged_into_id or self.id
