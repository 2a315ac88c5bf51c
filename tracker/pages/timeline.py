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
    """A day's event: one of the three, or a grade's period beginning."""

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
    dates: AskedDates,
) -> Timeline | None:
    """The timeline of a State with a permanent seat; none of any other. `statements` are those on
    restraint."""
    if state.iso3 not in list(Seat):
        return None
    wanted = queries.Wanted(member=Seat(state.iso3))
    vetoed = queries.record(session, as_of=dates.as_of, known_at=dates.known_at, wanted=wanted)
    moments = [
        Moment(day=day, vetoed=list(texts))
        for day, texts in groupby(vetoed, key=lambda vetoed_text: vetoed_text.veto.vetoed_on)
    ]
    moments += [
        Moment(day=day, statement=statement)
        for statement in statements
        if statement.dated and (day := last_day(statement.dated)) <= dates.as_of
    ]
    names = {initiative.id: initiative for initiative in council.restraint(session)}
    moments += [
        Moment(
            day=period.since,
            initiative=names[dated.entry.endorsement.initiative_id],
            began=period,
            entry=dated,
        )
        for dated in entries
        if dated.entry.endorsement.initiative_id in names
        for period in dated.periods
    ]
    moments.sort(key=lambda moment: moment.day, reverse=True)
    decades = folds.folded(
        moments, lambda moment: moment.day.year, years=10, unfolded=folds.everything()
    )
    return Timeline(decades=decades, texts=len(vetoed))


def on_restraint(session: Session, statements: Sequence[Statement]) -> list[Statement]:
    """Of a State's statements, those made for a campaign that asks for restraint of the veto."""
    asking = {
        campaign.id
        for campaign in initiatives.all_campaigns(session)
        if campaign.slug == council.RESTRAINT
    }
    return [statement for statement in statements if statement.campaign_id in asking]
