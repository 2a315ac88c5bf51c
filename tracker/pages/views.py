"""The public pages. They set no cookie, and work without script."""

from __future__ import annotations

from flask import render_template

from tracker.core import query_args
from tracker.core.audience import public
from tracker.core.db import db
from tracker.endorsements.retention import periods
from tracker.initiatives import queries as initiatives
from tracker.initiatives.models import Initiative
from tracker.pages import (
    chronology_views,
    citation_views,
    completeness_views,
    document_views,
    initiative_views,
    instrument_views,
    organisation_views,
    picture_views,
    queries,
    reconciliation_views,
    record_views,
    veto_views,
)
from tracker.pages.blueprint import bp, page_dates, state_names
from tracker.presentation.page_cache import kept
from tracker.supporters import histories
from tracker.supporters import queries as supporters
from tracker.supporters.names import plain

__all__ = [
    "bp",
    "chronology_views",
    "citation_views",
    "completeness_views",
    "document_views",
    "initiative_views",
    "instrument_views",
    "organisation_views",
    "picture_views",
    "reconciliation_views",
    "record_views",
    "veto_views",
]


@bp.get("/about")
@public
@kept
def about() -> str:
    return render_template("pages/about.html")


@bp.get("/privacy")
@public
@kept
def privacy() -> str:
    return render_template("pages/privacy.html", periods=periods.of_ending(), notice=periods.NOTICE)


def _names(initiative: Initiative) -> tuple[str, ...]:
    """Return what an initiative is called, also in short, as in its address: "unpa"."""
    return (
        initiative.name,
        initiative.slug,
        initiative.official_name,
        initiative.campaign.name,
        initiative.campaign.theme,
    )


@bp.get("/search")
@public
def search() -> str:
    """States by their names in six languages, verified organisations, initiatives.

    They are found by what they are or were called at any time; a day that is asked for gives them
    the names of that day, and what is found opens as of it.
    """
    session, dates = db.session(), page_dates()
    q = query_args.search_text("q")
    key = plain(q)
    matching = [
        initiative
        for initiative in (initiatives.all_initiatives(session) if key else [])
        if key in plain(" ".join(_names(initiative)))
    ]
    organisations = queries.organisations_matching(session, q)
    return render_template(
        "pages/search.html",
        q=q,
        states=supporters.states_matching(session, q, known_at=dates.known_at) if key else [],
        names=state_names(session, dates.past, known_at=dates.known_at) if key else {},
        organisations=organisations,
        organisation_names=histories.names_on(
            session,
            [organisation.id for organisation in organisations],
            dates.as_of,
            known_at=dates.known_at,
        ),
        initiatives=matching,
        dates=dates,
    )
