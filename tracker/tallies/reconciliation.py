"""Reported tallies set beside what was documented here by their dates, and what would close the
difference. The two are compared, and never added or mixed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.initiatives import queries as initiatives
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.initiatives.reported_figures import (
    KIND_OF_UNIT,
    LOWER_BOUNDS,
    MEMBER_STATES,
    Preference,
    ReportedTally,
)
from tracker.supporters.models import Membership, SupporterKind
from tracker.tallies import sources
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.queries import Tally, tally

Key = tuple[SupporterKind, str, str, int]
"""Kind, membership, State and initiative."""


def side_by_side(
    session: Session, initiative: Initiative, dates: AskedDates
) -> tuple[Tally, ReportedTally | None]:
    """Return an initiative's tally on a day, and the figure that stood as the reported one by
    then."""
    as_of, today, known_at = dates.as_of, dates.today, dates.known_at
    counted = tally(session, initiative.id, as_of=as_of, today=today, known_at=known_at)
    return counted, initiatives.reported(session, initiative.slug, as_of, today, known_at=known_at)


class Closing(StrEnum):
    """Ways to close a difference. Each has fixed neutral words."""

    NOTHING = "nothing"
    """The two agree."""
    NAMES = "names"
    """Fewer are documented here: a list with names and days."""
    STATEMENTS_TOO = "statements too"
    """The figure counts statements as well, which are never counted here."""
    DAYS = "days"
    """More are documented here by that day: the days, or what the figure counts."""
    A_DATE = "a date"
    """The figure has no date to compare by."""
    ANOTHER_UNIT = "another unit"
    """The figure counts what is not counted here."""


@dataclass(frozen=True, kw_only=True)
class Documented:
    """The counts documented on a day. Governments are those that endorsed."""

    members: int = 0
    observers: int = 0
    organisations: int = 0
    parliamentarians: int = 0


@dataclass(frozen=True, kw_only=True)
class Line:
    """One reported tally, what was documented by its date, and how they differ."""

    reported: ReportedTally
    documented: Documented | None
    """None where there is no day, or no such count, to set beside the figure."""
    ours: int | None
    """The part of `documented` that the figure's unit counts."""
    closing: Closing

    @property
    def difference(self) -> int | None:
        """Return how many more were reported than documented; below nought if fewer."""
        return None if self.ours is None else self.reported.value - self.ours


def lines(
    session: Session,
    reports: Sequence[ReportedTally],
    initiative_ids: Collection[int],
    dates: AskedDates,
) -> list[Line]:
    """Return each tally reported by a day beside what is documented, by its date, for any of these
    initiatives. Undated ones are told for today only.

    Several initiatives stand for figures about all of them together: those count statements too.
    """
    dated = [(report, _day(report, dates.today)) for report in reports]
    included = [(report, day) for report, day in dated if dates.includes(day)]
    days = {day for _report, day in included if day is not None}
    ours = documented(session, initiative_ids, days, known_at=dates.known_at)
    together = len(initiative_ids) > 1
    return [_line(report, ours[day] if day else None, together) for report, day in included]


def _day(reported: ReportedTally, today: date) -> date | None:
    if reported.stands_from is None and reported.preferred is Preference.TODAY_ONLY:
        return today
    return reported.stands_from


def documented(
    session: Session,
    initiative_ids: Collection[int],
    days: Iterable[date],
    *,
    known_at: datetime | None = None,
) -> dict[date, Documented]:
    """Return what was documented on each of these days, in one statement however many there are.

    A government that endorsed several of the initiatives is one. Organisations and
    parliamentarians are told for a single initiative only; nought otherwise.
    """
    counted = sources.changes(session, initiative_ids, known_at)
    kinds = [SupporterKind.GOVERNMENT]
    if len(initiative_ids) == 1:
        kinds += [SupporterKind.ORGANISATION, SupporterKind.PARLIAMENTARIAN]
    by = (counted.c.kind, counted.c.membership, counted.c.state_iso3, counted.c.initiative_id)
    rows = session.execute(
        select(*by, counted.c.effective_on, func.sum(counted.c.delta).label("delta"))
        .where(
            counted.c.kind.in_(kinds),
            counted.c.grade == Grade.ENDORSED,
        )
        .group_by(*by, counted.c.effective_on)
        .order_by(counted.c.effective_on)
    ).all()
    standing: Counter[Key] = Counter()
    by_day: dict[date, Documented] = {}
    place = 0
    for day in sorted(days):
        while place < len(rows) and rows[place].effective_on <= day:
            row = rows[place]
            # Who is no State has none of these: empty in the tables, null in the ledger.
            key = row.kind, row.membership or "", row.state_iso3 or "", row.initiative_id
            standing[key] += row.delta
            place += 1
        by_day[day] = _sum(standing)
    return by_day


def _sum(standing: Counter[Key]) -> Documented:
    states: dict[str, set[str]] = {membership.value: set() for membership in Membership}
    others: Counter[SupporterKind] = Counter()
    for (kind, membership, iso3, _initiative), count in standing.items():
        if count > 0 and kind == SupporterKind.GOVERNMENT:
            states[membership].add(iso3)
        elif count > 0:
            others[SupporterKind(kind)] += count
    return Documented(
        members=len(states[Membership.MEMBER.value]),
        observers=len(states[Membership.OBSERVER.value]),
        organisations=others[SupporterKind.ORGANISATION],
        parliamentarians=others[SupporterKind.PARLIAMENTARIAN],
    )


def counts_observers(reported: ReportedTally) -> bool:
    """Return whether a figure of governments counts observers among them: "104 supporters". It
    does not where it names Member States, or tells observers apart."""
    apart = reported.unit == "states" and reported.observers is not None
    return reported.unit != MEMBER_STATES and not apart


def _line(reported: ReportedTally, then: Documented | None, together: bool) -> Line:
    kind = KIND_OF_UNIT.get(reported.unit)
    if kind is None:
        return Line(reported=reported, documented=None, ours=None, closing=Closing.ANOTHER_UNIT)
    if then is None:
        return Line(reported=reported, documented=None, ours=None, closing=Closing.A_DATE)
    ours = {
        SupporterKind.GOVERNMENT: then.members
        + (then.observers if counts_observers(reported) else 0),
        SupporterKind.ORGANISATION: then.organisations,
        SupporterKind.PARLIAMENTARIAN: then.parliamentarians,
    }[kind]
    is_least = reported.qualifier in LOWER_BOUNDS
    if reported.is_reached(ours) and (is_least or ours == reported.value):
        closing = Closing.NOTHING
    elif ours > reported.value:
        closing = Closing.DAYS
    else:
        closing = Closing.STATEMENTS_TOO if together else Closing.NAMES
    return Line(reported=reported, documented=then, ours=ours, closing=closing)
