"""Lists that only the API gives: organisations, and the texts on which public entries rest."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.endorsements.instruments import Evidence, Instrument
from tracker.endorsements.models import Endorsement
from tracker.endorsements.showing import public
from tracker.initiatives.models import Campaign, Initiative, ReportedTally, Statement
from tracker.supporters.models import Supporter, SupporterKind


def organisations(session: Session, *, after: int, limit: int) -> Sequence[Supporter]:
    """Organisations that have a page of their own, in the order of their numbers."""
    theirs = select(Endorsement.id).where(Endorsement.supporter_id == Supporter.id, *public())
    return session.scalars(
        select(Supporter)
        .where(
            Supporter.kind == SupporterKind.ORGANISATION,
            Supporter.merged_into_id.is_(None),
            Supporter.id > after,
            theirs.exists(),
        )
        .order_by(Supporter.id)
        .limit(limit)
    ).all()


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


def statements(
    session: Session, *, campaign: str | None, initiative: str | None, state: str | None
) -> Sequence[tuple[Statement, str, str | None]]:
    """Statements with the slugs of what they are about, oldest first, undated ones last."""
    query = (
        select(Statement, Campaign.slug, Initiative.slug)
        .join(Campaign, Campaign.id == Statement.campaign_id)
        .outerjoin(Initiative, Initiative.id == Statement.initiative_id)
        .order_by(Statement.dated == "", Statement.dated, Statement.id)
    )
    wanted = {
        Campaign.slug: campaign,
        Initiative.slug: initiative,
        Statement.state_iso3: state,
    }
    query = query.where(*(column == value for column, value in wanted.items() if value))
    return [(row[0], row[1], row[2]) for row in session.execute(query)]


def reported(
    session: Session, *, campaign: str | None, initiative: str | None
) -> Sequence[tuple[ReportedTally, str, str | None]]:
    """Reported tallies with the slugs of what they are about, oldest first, undated ones last."""
    query = (
        select(ReportedTally, Campaign.slug, Initiative.slug)
        .join(Campaign, Campaign.id == ReportedTally.campaign_id)
        .outerjoin(Initiative, Initiative.id == ReportedTally.initiative_id)
        .order_by(
            ReportedTally.stands_from.is_(None), ReportedTally.stands_from, ReportedTally.tally_id
        )
    )
    wanted = {Campaign.slug: campaign, Initiative.slug: initiative}
    query = query.where(*(column == value for column, value in wanted.items() if value))
    return [(row[0], row[1], row[2]) for row in session.execute(query)]
