"""One line of time: what happened, what was said and what was reported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from flask import render_template
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker.core.audience import public
from tracker.core.dates import day_of, last_day
from tracker.core.db import db
from tracker.core.errors import BadInput
from tracker.core.query_args import one_of
from tracker.initiatives import queries as initiatives
from tracker.initiatives.models import Campaign, Initiative
from tracker.initiatives.reported_figures import ReportedTally
from tracker.initiatives.statements import Statement
from tracker.pages import folds
from tracker.pages.blueprint import bp, page_dates
from tracker.presentation import labels
from tracker.presentation.page_cache import kept

VETOES = "vetoes"
"""The subject of reported figures on vetoes: they are no tally of support."""


class EventKind(StrEnum):
    """As an address names it."""

    MILESTONE = "milestone"
    STATEMENT = "statement"
    REPORTED = "reported"


@dataclass(frozen=True, kw_only=True)
class Event:
    """One thing that happened, was said or was reported."""

    kind: EventKind
    day: date | None
    """The last day that its date covers: a month counts from its end. None for an undated one."""
    dated: str
    """The date as the record has it, a day, a month or a year; empty for none."""
    what: str
    source: str
    campaign: Campaign
    initiative: Initiative | None
    statements: Sequence[Statement] = ()
    """Of statements, all of one day and the same words."""
    reported: ReportedTally | None = None


@dataclass(frozen=True, kw_only=True)
class Filters:
    campaign: str = ""
    kind: str = ""

    @property
    def query(self) -> dict[str, str]:
        both = {"campaign": self.campaign, "kind": self.kind}
        return {name: value for name, value in both.items() if value}


@bp.get("/timeline")
@public
@kept
def timeline() -> str:
    """Milestones, statements and reported tallies of every campaign, or of one, up to a day."""
    session, dates = db.session(), page_dates()
    campaigns = initiatives.all_campaigns(session)
    no_such = BadInput("There is no such filter.")
    filters = Filters(
        campaign=one_of("campaign", [campaign.slug for campaign in campaigns], no_such),
        kind=one_of("kind", [*EventKind], no_such),
    )
    happened = [
        event
        for event in events(session, campaigns, known_at=dates.known_at)
        if filters.campaign in ("", event.campaign.slug) and filters.kind in ("", event.kind)
    ]
    shown = [event for event in happened if dates.includes(event.day)]
    return render_template(
        "pages/timeline.html",
        dates=dates,
        campaigns=campaigns,
        filters=filters,
        kinds=list(EventKind),
        label_of=label_of,
        dated=folds.folded(
            [event for event in shown if event.day is not None],
            lambda event: event.day.year if event.day else 0,
            years=1,
            unfolded=bool(filters.query) or folds.everything(),
        ),
        undated=[event for event in shown if event.day is None],
    )


def events(
    session: Session, campaigns: Sequence[Campaign], *, known_at: datetime | None
) -> list[Event]:
    """Every event, the oldest first; those of no known day last."""
    of = {campaign.id: campaign for campaign in campaigns}
    below = {
        initiative.id: initiative for campaign in campaigns for initiative in campaign.initiatives
    }
    timeline_events = [
        Event(
            kind=EventKind.MILESTONE,
            day=last_day(milestone.dated),
            dated=milestone.dated,
            what=milestone.what,
            source=milestone.source,
            campaign=of[below[milestone.initiative_id].campaign_id],
            initiative=below[milestone.initiative_id],
        )
        for milestone in initiatives.milestones(session)
    ]
    timeline_events += _statements(initiatives.statements(session), of, below)
    timeline_events += _reported(
        initiatives.reported_tallies(session, known_at=known_at), of, below
    )
    return sorted(timeline_events, key=lambda event: (event.day is None, event.day or date.max))


def _statements(
    rows: Iterable[Statement], of: Mapping[int, Campaign], below: Mapping[int, Initiative]
) -> list[Event]:
    return [
        Event(
            kind=EventKind.STATEMENT,
            day=day_of(statement.dated),
            dated=statement.dated,
            what=statement.what,
            source=statement.source,
            campaign=of[statement.campaign_id],
            initiative=below.get(statement.initiative_id or 0),
            statements=alike,
        )
        for alike in labels.statements_alike(list(rows))
        for statement in alike[:1]
    ]


def _reported(
    rows: Iterable[ReportedTally], of: Mapping[int, Campaign], below: Mapping[int, Initiative]
) -> list[Event]:
    return [
        Event(
            kind=EventKind.REPORTED,
            day=reported.stands_from,
            dated=reported.reported_on.isoformat() if reported.reported_on else "",
            what=reported.what,
            source=reported.source,
            campaign=of[reported.campaign_id],
            initiative=below.get(reported.initiative_id or 0),
            reported=reported,
        )
        for reported in rows
        if reported.subject != VETOES and reported.is_confirmed
    ]


def label_of(kind: EventKind) -> str:
    return str(
        {
            EventKind.MILESTONE: _("Milestone"),
            EventKind.STATEMENT: _("Statement"),
            EventKind.REPORTED: _("Reported"),
        }[kind]
    )
