"""One initiative and a clock, in which a test lets support begin, change and end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from tests.support import factories
from tracker.endorsements.lifecycle import Action
from tracker.endorsements.models import Endorsement
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.supporters.models import SupporterKind
from tracker.tallies import queries

PERSON = SupporterKind.INDIVIDUAL
ORGANISATION = SupporterKind.ORGANISATION
GOVERNMENT = SupporterKind.GOVERNMENT
BEGAN = date(2026, 3, 1)


@dataclass
class World:
    """One initiative, a clock that the test moves, and what is counted as of any day."""

    session: Session
    sequence: Callable[..., int]
    now: datetime
    made: Initiative
    began: datetime = field(init=False)

    def __post_init__(self) -> None:
        self.began = self.now

    def later(self, days: int) -> None:
        """What happened so far enters the ledger; then time passes."""
        self.sequence(self.session, now=self.now)
        self.now += timedelta(days=days)

    def tally(self, as_of: date | None = None, known_at: datetime | None = None) -> queries.Tally:
        self.sequence(self.session, now=self.now)
        return queries.tally(
            self.session,
            self.made.id,
            as_of=as_of or self.now.date(),
            today=self.now.date(),
            known_at=known_at,
        )

    def persons(self, as_of: date | None = None, known_at: datetime | None = None) -> int:
        return self.tally(as_of, known_at).individuals

    def grades(self, as_of: date | None = None, known_at: datetime | None = None) -> list[int]:
        """Members endorsed, governments announced, governments voiced."""
        counted = self.tally(as_of, known_at)
        return [counted.members, counted.announced, counted.voiced]

    def days_ago(self, days: int) -> date:
        return self.now.date() - timedelta(days=days)

    def person(self, on: date | None = None) -> Endorsement:
        return factories.verified(self.session, self.made, now=self.now, on=on)

    def government(self, grade: Grade = Grade.ENDORSED, on: date = BEGAN) -> Endorsement:
        return factories.verified(
            self.session, self.made, GOVERNMENT, now=self.now, on=on, state="FRA", grade=grade
        )

    def staff(self, entry: Endorsement, action: Action, ended_on: date | None = None) -> None:
        factories.by_staff(self.session, entry, action, now=self.now, ended_on=ended_on)
