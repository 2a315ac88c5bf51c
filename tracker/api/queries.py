"""Lists and items that only the API gives: organisations, texts, statements, reported figures."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from tracker.core.dates import day_of
from tracker.core.errors import NotFound
from tracker.endorsements.evidence.models import Evidence, Instrument
from tracker.endorsements.models import Endorsement
from tracker.endorsements.publication import public
from tracker.initiatives import queries as initiatives
from tracker.initiatives.models import Campaign, Initiative
from tracker.initiatives.reported_figures import ReportedTally
from tracker.initiatives.statements import Statement, Voice
from tracker.supporters import histories
from tracker.supporters.models import Supporter, SupporterKind
from tracker.tallies import roll, standing
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.roll import Row, Sought


@dataclass(frozen=True, kw_only=True)
class Day:
    """A day in the world, told by so many of the ledger's first entries."""

    as_of: date
    until: int
    known_at: datetime | None = None


Named = tuple[Supporter, str]
"""An organisation, and its name on the day that is asked for."""


def organisations(session: Session, day: Day | None, *, after: int, limit: int) -> Sequence[Named]:
    """Organisations that have a page of their own, or those of them that are counted on a day, in
    the order of their numbers."""
    query = _organisations(day).where(Supporter.id > after).order_by(Supporter.id).limit(limit)
    return _named(session, session.scalars(query).all(), day)


def organisation(session: Session, organisation_id: int, day: Day | None) -> Named:
    """One of them. Raises NotFound, for one that is merged into another too."""
    supporters = session.scalars(_organisations(day).where(Supporter.id == organisation_id)).all()
    if not supporters:
        raise NotFound("There is no organisation of that number here, or none counted on that day.")
    return _named(session, supporters, day)[0]


def _named(session: Session, supporters: Sequence[Supporter], day: Day | None) -> list[Named]:
    if day is None:
        return [(supporter, supporter.name) for supporter in supporters]
    ids = [supporter.id for supporter in supporters]
    former_names = histories.names_on(session, ids, day.as_of, known_at=day.known_at)
    return [(supporter, former_names.get(supporter.id, supporter.name)) for supporter in supporters]


def _organisations(day: Day | None) -> Select[Supporter]:
    theirs = select(Endorsement.id).where(Endorsement.supporter_id == Supporter.id, *public())
    if day is not None:
        theirs = theirs.where(standing.counted(day.as_of, until=day.until))
    return select(Supporter).where(
        Supporter.kind == SupporterKind.ORGANISATION,
        Supporter.merged_into_id.is_(None),
        theirs.exists(),
    )


def texts(
    session: Session, *, after: int, limit: int, endorsement_id: int | None = None
) -> Sequence[Instrument]:
    """The texts on which public entries rest, or one of them, in the order of their numbers."""
    cited = (
        select(Evidence.id)
        .join(Endorsement, Endorsement.id == Evidence.endorsement_id)
        .where(Evidence.instrument_id == Instrument.id, *public())
    )
    if endorsement_id is not None:
        cited = cited.where(Endorsement.id == endorsement_id)
    return session.scalars(
        select(Instrument)
        .where(Instrument.id > after, cited.exists())
        .order_by(Instrument.id)
        .limit(limit)
    ).all()


def by_state(session: Session, sought: Sought) -> dict[str, list[Row]]:
    """Return what governments are counted for as sought, by their States' codes."""
    rows_by_state: dict[str, list[Row]] = {}
    for row in roll.entries(session, replace(sought, kind=SupporterKind.GOVERNMENT)):
        if row.state is not None:
            rows_by_state.setdefault(row.state.iso3, []).append(row)
    return rows_by_state


Said = tuple[Statement, str, str | None]
"""A statement, and the slugs of its campaign and, if it is about one, its initiative."""


def statements(
    session: Session, *, campaign: str | None, initiative: str | None, state: str | None
) -> Sequence[Said]:
    """Statements, oldest first, undated ones last."""
    query = _placed().order_by(Statement.dated == "", Statement.dated, Statement.id)
    wanted = {
        Campaign.slug: campaign,
        Initiative.slug: initiative,
        Statement.state_iso3: state,
    }
    query = query.where(*(column == value for column, value in wanted.items() if value))
    return [(row[0], row[1], row[2]) for row in session.execute(query)]


def of_parliaments(
    session: Session, codes: Collection[str], dates: AskedDates
) -> dict[str, list[Said]]:
    """Statements of parliaments by a day, by State's code, oldest first, undated ones last."""
    query = _placed().where(
        Statement.voice == Voice.PARLIAMENT, Statement.state_iso3.in_(list(codes))
    )
    query = query.order_by(Statement.dated == "", Statement.dated, Statement.id)
    by_code: dict[str, list[Said]] = {}
    for said, campaign, initiative in session.execute(query):
        if dates.includes(day_of(said.dated)):
            by_code.setdefault(said.state_iso3 or "", []).append((said, campaign, initiative))
    return by_code


def statement(session: Session, statement_id: int) -> Said:
    """One statement. Raises NotFound."""
    row = session.execute(_placed().where(Statement.id == statement_id)).first()
    if row is None:
        raise NotFound("There is no statement of that number here.")
    return row[0], row[1], row[2]


def _placed() -> Select[Statement, str, str]:
    """All statements, each with the slugs of its campaign and, if there is one, its initiative."""
    return (
        select(Statement, Campaign.slug, Initiative.slug)
        .join(Campaign, Campaign.id == Statement.campaign_id)
        .outerjoin(Initiative, Initiative.id == Statement.initiative_id)
    )


Report = tuple[ReportedTally, str, str | None]
"""A reported tally, and the slugs of its campaign and, if it is about one, its initiative."""


def reported(
    session: Session, *, campaign: str | None, initiative: str | None, known_at: datetime | None
) -> Sequence[Report]:
    """Reported tallies as known at an instant, oldest first, undated ones last."""
    campaigns = {row.id: row.slug for row in session.execute(select(Campaign.id, Campaign.slug))}
    slugs = {row.id: row.slug for row in session.execute(select(Initiative.id, Initiative.slug))}
    rows = [
        (tally, campaigns[tally.campaign_id], slugs.get(tally.initiative_id or 0))
        for tally in initiatives.reported_tallies(session, known_at=known_at)
        if tally.campaign_id in campaigns
    ]
    return [row for row in rows if campaign in (None, row[1]) and initiative in (None, row[2])]


def reported_tally(session: Session, tally_id: str, *, known_at: datetime | None) -> Report:
    """One reported tally, by its number in the record. Raises NotFound."""
    rows = reported(session, campaign=None, initiative=None, known_at=known_at)
    for row in rows:
        if row[0].tally_id == tally_id:
            return row
    raise NotFound("There is no reported tally of that number here.")
