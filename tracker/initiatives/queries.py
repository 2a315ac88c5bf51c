"""Reading campaigns, initiatives and what was reported and said about them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session, joinedload, selectinload

from tracker.core import superseded_rows
from tracker.core.errors import NotFound
from tracker.initiatives.models import (
    Campaign,
    Document,
    DocumentCategory,
    Initiative,
    Milestone,
)
from tracker.initiatives.reported_figures import Preference, ReportedTally
from tracker.initiatives.statements import Statement
from tracker.supporters.models import SupporterKind

COMBINED = "veto-restraint-combined"
"""The subject of reported tallies for either of the two veto pledges."""


def combined_subject(campaign_slug: str) -> str:
    """Return the subject of reported tallies for a campaign's initiatives taken together."""
    return f"{campaign_slug}-combined"


def by_slug(session: Session, slug: str) -> Initiative:
    """Return an initiative with its campaign. Raises NotFound."""
    initiative = session.scalars(
        select(Initiative).where(Initiative.slug == slug).options(joinedload(Initiative.campaign))
    ).first()
    if initiative is None:
        raise NotFound("There is no initiative of that name here.")
    return initiative


def campaign_by_slug(session: Session, slug: str) -> Campaign:
    """Return a campaign with its initiatives. Raises NotFound."""
    campaign = session.scalars(
        select(Campaign).where(Campaign.slug == slug).options(selectinload(Campaign.initiatives))
    ).first()
    if campaign is None:
        raise NotFound("There is no campaign of that name here.")
    return campaign


def all_campaigns(session: Session) -> Sequence[Campaign]:
    """Return every campaign with its initiatives, in the order of the home page."""
    return session.scalars(
        select(Campaign).order_by(Campaign.position).options(selectinload(Campaign.initiatives))
    ).all()


def all_initiatives(session: Session) -> Sequence[Initiative]:
    """Return every initiative, campaign by campaign."""
    return session.scalars(
        select(Initiative)
        .join(Campaign)
        .order_by(Campaign.position, Initiative.position)
        .options(joinedload(Initiative.campaign))
    ).all()


def documents(session: Session) -> Sequence[Document]:
    """Return every document with initiative and campaign, newest first, undated ones last."""
    return session.scalars(
        select(Document)
        .options(joinedload(Document.initiative).joinedload(Initiative.campaign))
        .order_by(Document.dated == "", Document.dated.desc(), Document.id)
    ).all()


def assessments(session: Session, campaign_slug: str) -> Sequence[Document]:
    """Return the assessments among a campaign's documents, oldest first."""
    return session.scalars(
        select(Document)
        .join(Initiative)
        .join(Campaign)
        .where(Campaign.slug == campaign_slug, Document.category == DocumentCategory.ASSESSMENT)
        .order_by(Document.dated, Document.id)
    ).all()


def document(session: Session, document_id: int) -> Document:
    """Return a document with its initiative and campaign. Raises NotFound."""
    document = session.scalars(
        select(Document)
        .options(joinedload(Document.initiative).joinedload(Initiative.campaign))
        .where(Document.id == document_id)
    ).first()
    if document is None:
        raise NotFound("There is no document of that number here.")
    return document


def milestones(session: Session) -> Sequence[Milestone]:
    """Return every initiative's milestones."""
    return session.scalars(select(Milestone).order_by(Milestone.dated, Milestone.id)).all()


def statements(session: Session) -> Sequence[Statement]:
    """Return every statement, oldest first, undated ones last."""
    return _in_order(session, true())


def reported_tallies(session: Session, *, known_at: datetime | None) -> Sequence[ReportedTally]:
    """Return every reported tally as known at an instant, oldest first, undated ones last.

    A figure that was changed since is a copy that belongs to no session.
    """
    known = superseded_rows.every(session, ReportedTally, ("tally_id",), known_at)
    return sorted(known, key=_by_day)


@dataclass(frozen=True)
class Brief:
    """An initiative as whoever signs it sees it."""

    id: int
    campaign_id: int
    slug: str
    name: str
    asks: str
    notice: str
    open_to: frozenset[SupporterKind]
    """The kinds that may sign; none before it opens or once it is closed."""
    opens_on: date | None
    closed_on: date | None
    archived_on: date | None
    is_closed: bool


def briefs(session: Session, today: date) -> dict[str, Brief]:
    """Return every initiative in brief by its slug, in the order of the home page."""
    return {
        initiative.slug: Brief(
            initiative.id,
            initiative.campaign_id,
            initiative.slug,
            initiative.name,
            initiative.asks,
            initiative.notice,
            initiative.open_to(today),
            initiative.opens_on,
            initiative.closed_on,
            initiative.archived_on,
            initiative.is_closed(today),
        )
        for initiative in all_initiatives(session)
    }


def reported(
    session: Session, subject: str, as_of: date, today: date, *, known_at: datetime | None
) -> ReportedTally | None:
    """Return *the* reported figure of a day: the latest preferred one dated by then, as this site
    knew it at an instant.

    An undated figure stands for today only (data/NOTES.md, "How each row counts").
    """
    tallies = all_reported(session, subject, known_at=known_at)
    rows = [row for row in tallies if row.preferred is not Preference.NO]
    if as_of >= today:
        undated = [row for row in rows if row.preferred is Preference.TODAY_ONLY]
        if undated:
            return undated[-1]
    dated = [row for row in rows if row.stands_from is not None and row.stands_from <= as_of]
    return max(dated, key=lambda row: (row.stands_from, row.tally_id), default=None)


def all_reported(
    session: Session, subject: str, *, known_at: datetime | None
) -> Sequence[ReportedTally]:
    """Return every reported tally of a subject as known at an instant, undated ones last."""
    if known_at is None:  # asked for every page, so only the subject's own are read
        rows = session.scalars(select(ReportedTally).where(ReportedTally.subject == subject))
        return sorted(rows, key=_by_day)
    return [row for row in reported_tallies(session, known_at=known_at) if row.subject == subject]


def _by_day(row: ReportedTally) -> tuple[bool, date, str]:
    return row.stands_from is None, row.stands_from or date.max, row.tally_id


def statements_of(session: Session, initiative: Initiative) -> Sequence[Statement]:
    """Return the statements about one initiative, oldest first, undated ones last."""
    return _in_order(session, Statement.initiative_id == initiative.id)


def statements_of_campaign(session: Session, campaign: Campaign) -> Sequence[Statement]:
    """Return the statements about a campaign or any of its initiatives."""
    return _in_order(session, Statement.campaign_id == campaign.id)


def statements_of_state(session: Session, iso3: str) -> Sequence[Statement]:
    """Return what a State said in support."""
    return _in_order(session, Statement.state_iso3 == iso3)


def speakers(session: Session, sources: Collection[str]) -> dict[str, str]:
    """Return who spoke in the speeches that these sources cite, as far as a statement says it."""
    rows = session.execute(
        select(Statement.source, Statement.person).where(
            Statement.source.in_(sources), Statement.person != ""
        )
    )
    return {row.source: row.person for row in rows}


def _in_order(session: Session, condition: ColumnElement[bool]) -> Sequence[Statement]:
    return session.scalars(
        select(Statement)
        .where(condition)
        .order_by(Statement.dated == "", Statement.dated, Statement.id)
    ).all()
