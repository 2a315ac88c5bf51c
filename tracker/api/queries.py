"""Lists and items that only the API gives: organisations, texts, statements, reported figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from tracker.core.errors import NotFound
from tracker.endorsements.instruments import Evidence, Instrument
from tracker.endorsements.models import Endorsement
from tracker.endorsements.showing import public
from tracker.initiatives.models import Campaign, Initiative
from tracker.initiatives.reported import ReportedTally
from tracker.initiatives.statements import Statement
from tracker.supporters.models import Supporter, SupporterKind


def organisations(session: Session, *, after: int, limit: int) -> Sequence[Supporter]:
    """Organisations that have a page of their own, in the order of their numbers."""
    return session.scalars(
        _organisations().where(Supporter.id > after).order_by(Supporter.id).limit(limit)
    ).all()


def organisation(session: Session, organisation_id: int) -> Supporter:
    """One of them. Raises NotFound, for one that is merged into another too."""
    found = session.scalars(_organisations().where(Supporter.id == organisation_id)).first()
    if found is None:
        raise NotFound("There is no organisation of that number here.")
    return found


def _organisations() -> Select[Supporter]:
    theirs = select(Endorsement.id).where(Endorsement.supporter_id == Supporter.id, *public())
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


Told = TypeVar("Told", Statement, ReportedTally)
Said = tuple[Statement, str, str | None]
"""A statement, and the slugs of its campaign and, if it is about one, its initiative."""


def statements(
    session: Session, *, campaign: str | None, initiative: str | None, state: str | None
) -> Sequence[Said]:
    """Statements, oldest first, undated ones last."""
    query = _placed(Statement).order_by(Statement.dated == "", Statement.dated, Statement.id)
    wanted = {
        Campaign.slug: campaign,
        Initiative.slug: initiative,
        Statement.state_iso3: state,
    }
    query = query.where(*(column == value for column, value in wanted.items() if value))
    return [(row[0], row[1], row[2]) for row in session.execute(query)]


def statement(session: Session, statement_id: int) -> Said:
    """One statement. Raises NotFound."""
    row = session.execute(_placed(Statement).where(Statement.id == statement_id)).first()
    if row is None:
        raise NotFound("There is no statement of that number here.")
    return row[0], row[1], row[2]


def _placed(rows: type[Told]) -> Select[Told, str, str]:
    """All rows, each with the slugs of its campaign and, if it is about one, its initiative."""
    return (
        select(rows, Campaign.slug, Initiative.slug)
        .join(Campaign, Campaign.id == rows.campaign_id)
        .outerjoin(Initiative, Initiative.id == rows.initiative_id)
    )


Report = tuple[ReportedTally, str, str | None]
"""A reported tally, and the slugs of its campaign and, if it is about one, its initiative."""


def reported(session: Session, *, campaign: str | None, initiative: str | None) -> Sequence[Report]:
    """Reported tallies, oldest first, undated ones last."""
    query = _placed(ReportedTally).order_by(
        ReportedTally.stands_from.is_(None), ReportedTally.stands_from, ReportedTally.tally_id
    )
    wanted = {Campaign.slug: campaign, Initiative.slug: initiative}
    query = query.where(*(column == value for column, value in wanted.items() if value))
    return [(row[0], row[1], row[2]) for row in session.execute(query)]


def reported_tally(session: Session, tally_id: str) -> Report:
    """One reported tally, by its number in the record. Raises NotFound."""
    row = session.execute(_placed(ReportedTally).where(ReportedTally.tally_id == tally_id)).first()
    if row is None:
        raise NotFound("There is no reported tally of that number here.")
    return row[0], row[1], row[2]
