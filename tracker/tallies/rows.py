"""The roll's rows, and the filters by which entries are sought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from tracker.endorsements.declarations import Declared
from tracker.endorsements.evidence.models import Instrument
from tracker.endorsements.models import Origin
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision
from tracker.supporters.models import Membership, RegionalGroup, State, SupporterKind

KINDS = (SupporterKind.GOVERNMENT, SupporterKind.ORGANISATION, SupporterKind.PARLIAMENTARIAN)
"""The kinds of whom an export names entries, in its order."""


@dataclass(frozen=True, kw_only=True)
class Sought:
    """Filters of the entries that are read; what is none, or empty, filters nothing."""

    as_of: date
    today: date
    until: int
    """The number of the ledger's entries that are read."""
    initiative: str | None = None
    kind: SupporterKind | None = None
    grade: Grade | None = None
    state: str | None = None
    """A State's code: its government's entries."""
    group: RegionalGroup | None = None
    """The entries of a group's governments; `none` is that of no group."""
    known_at: datetime | None = None
    """The instant by which States are named and grouped; none for today's."""

    @property
    def kinds(self) -> Sequence[SupporterKind]:
        """Return the kinds that can meet the filters: only governments have a State, a group, or a
        grade other than endorsed."""
        governments = bool(self.state or self.group or self.grade not in (None, Grade.ENDORSED))
        return [
            kind
            for kind in KINDS
            if self.kind in (None, kind) and (kind is SupporterKind.GOVERNMENT or not governments)
        ]

    @property
    def past(self) -> date | None:
        """Return the day if it is an earlier one; none for today."""
        return self.as_of if self.as_of < self.today else None


@dataclass(frozen=True)
class Place:
    """The place in the roll where a piece ends: after one entry of one kind of one initiative."""

    initiative: str
    kind: SupporterKind
    entry_id: int


@dataclass(frozen=True, kw_only=True)
class Cited:
    """A text on which an entry rests, and where in it."""

    instrument: Instrument
    page: str


class Row(NamedTuple):
    """One entry as it is counted on a day."""

    entry_id: int
    initiative: str
    kind: SupporterKind
    name: str
    """A State's name in English, or another supporter's, on that day."""
    state: State | None
    supporter_id: int
    country: str | None
    """ISO 3166-1 alpha-2, of an organisation or a parliamentarian."""
    grade: Grade
    since: date
    precision: DatePrecision
    since_known: bool
    """False when the day is only that on which somebody saw the entry in a list."""
    origin: Origin
    evidence: Sequence[Cited]
    declared: Sequence[Declared] = ()
    """A State's own declarations with it, made by that day, oldest first."""

    @property
    def place(self) -> Place:
        return Place(self.initiative, self.kind, self.entry_id)

    @property
    def organisation_id(self) -> int | None:
        return self.supporter_id if self.kind is SupporterKind.ORGANISATION else None

    @property
    def membership(self) -> Membership | None:
        return self.state.membership if self.state else None

    @property
    def regional_group(self) -> RegionalGroup | None:
        return self.state.regional_group if self.state else None
