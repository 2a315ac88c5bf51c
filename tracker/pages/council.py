"""The Security Council on the day of a veto, and which of its members had pledged restraint."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from tracker.initiatives import queries as initiatives
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.pages import queries
from tracker.pages.queries import Entry
from tracker.supporters import queries as supporters
from tracker.supporters.models import SupporterKind
from tracker.tallies import standing

RESTRAINT = "veto-restraint"
"""The campaign whose initiatives ask for restraint of the veto."""
CODE = "act-code-of-conduct"
"""The initiative that asks more than restraint of the veto: of every member, not to vote against a
credible draft."""


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """The fifteen members of a year, and what was documented of each by a day."""

    year: int
    initiatives: Sequence[Initiative]
    entries: Mapping[str, Mapping[int, Entry]]
    """By State and initiative: endorsements of grade endorsed that were documented by that day.
    A member without one is not documented here; that says nothing else."""

    @property
    def pledged(self) -> list[str]:
        return [iso3 for iso3, entries in self.entries.items() if entries]

    @property
    def others(self) -> list[str]:
        return [iso3 for iso3, entries in self.entries.items() if not entries]


def restraint(session: Session) -> list[Initiative]:
    """The initiatives for restraint of the veto; none where nobody tracks them."""
    return [
        initiative
        for initiative in initiatives.all_initiatives(session)
        if initiative.campaign.slug == RESTRAINT
        and SupporterKind.GOVERNMENT in initiative.open_kinds
    ]


def code(among: Iterable[Initiative]) -> Initiative | None:
    """The Code of Conduct; none where nobody tracks it."""
    return next((initiative for initiative in among if initiative.slug == CODE), None)


def beside(
    session: Session, day: date, names: Mapping[str, str], *, known_at: datetime | None = None
) -> Sitting | None:
    """The Council of a day's year; none if its members are not on record, or nothing is asked of
    them. By name."""
    sitting, initiatives_of_restraint = (
        supporters.council_of(session, day.year, known_at=known_at),
        restraint(session),
    )
    if sitting is None or not initiatives_of_restraint:
        return None
    entries: dict[str, dict[int, Entry]] = {
        iso3: {} for iso3 in sorted(sitting, key=names.__getitem__)
    }
    for initiative in initiatives_of_restraint:
        rows = [
            row
            for row in standing.governments(session, initiative.id, as_of=day, known_at=known_at)
            if row.grade is Grade.ENDORSED and row.state_iso3 in sitting
        ]
        for entry in queries.entries(session, rows):
            entries[entry.endorsement.supporter.state_iso3 or ""][initiative.id] = entry
    return Sitting(year=day.year, initiatives=initiatives_of_restraint, entries=entries)
