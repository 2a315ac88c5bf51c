"""A permanent member beside its pledge: vetoes, statements on restraint and endorsements on one
line of days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlalchemy.orm import Session

from tracker.core.dates import last_day
from tracker.initiatives import queries as initiatives
from tracker.initiatives.models import Initiative
from tracker.initiatives.statements import Statement
from tracker.pages import council, folds
from tracker.pages.dated_entries import Dated
from tracker.pages.folds import Fold
from tracker.supporters.models import State
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.periods import Period
from tracker.vetoes import queries
from tracker.vetoes.models import Seat
from tracker.vetoes.queries import Vetoed


@dataclass(frozen=True, kw_only=True)
class Moment:
    """What happened on a day: one of the three, or a grade's period beginning."""

    day: date
    vetoed: Sequence[Vetoed] = ()
    statement: Statement | None = None
    initiative: Initiative | None = None
    began: Period | None = None
    entry: Dated | None = None


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """The moments, the latest first, by decades, and how many texts were vetoed by then."""

    decades: Sequence[Fold[Moment]]
    texts: int


def of_member(
    session: Session,
    state: State,
    entries: Sequence[Dated],
    statements: Sequence[Statement],
    asked: AskedDates,
) -> Timeline | None:
    """The timeline of a State with a permanent seat; none of any other. `statements` are those on
    restraint."""
    if state.iso3 not in list(Seat):
        return None
    wanted = queries.Wanted(member=Seat(state.iso3))
    vetoed = queries.record(session, as_of=asked.as_of, known_at=asked.known_at, wanted=wanted)
    moments = [
        Moment(day=day, vetoed=list(texts))
        for day, texts in groupby(vetoed, key=lambda one: one.veto.vetoed_on)
    ]
    moments += [
        Moment(day=day, statement=one)
        for one in statements
        if one.dated and (day := last_day(one.dated)) <= asked.as_of
    ]
    names = {one.id: one for one in council.restraint(session)}
    moments += [
        Moment(
            day=period.since,
            initiative=names[one.entry.endorsement.initiative_id],
            began=period,
            entry=one,
        )
        for one in entries
        if one.entry.endorsement.initiative_id in names
        for period in one.periods
    ]
    moments.sort(key=lambda one: one.day, reverse=True)
    decades = folds.folded(moments, lambda one: one.day.year, years=10, unfolded=folds.everything())
    return Timeline(decades=decades, texts=len(vetoed))


def on_restraint(session: Session, statements: Sequence[Statement]) -> list[Statement]:
    """Of a State's statements, those made for a campaign that asks for restraint of the veto."""
    asking = {one.id for one in initiatives.all_campaigns(session) if one.slug == council.RESTRAINT}
    return [one for one in statements if one.campaign_id in asking]
