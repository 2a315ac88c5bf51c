"""The home page, campaigns, initiatives, and the persons who agreed to be named."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Response, render_template, request
from sqlalchemy.orm import Session

from tracker.core.audience import public
from tracker.core.clock import utcnow
from tracker.core.db import db
from tracker.initiatives import queries as initiatives
from tracker.initiatives.models import Campaign, Initiative
from tracker.pages import figures, hemicycle, queries
from tracker.pages.blueprint import asked_day, bp, number, state_names
from tracker.pages.initiative import Shown, show
from tracker.pages.kept import kept
from tracker.supporters import queries as supporters
from tracker.supporters.models import SupporterKind
from tracker.tallies import queries as tallies
from tracker.tallies import standing

TOGETHER = 2
"""How many initiatives "either" and "both" can speak of."""


@bp.get("/")
@public
@kept
def home() -> str:
    """Every campaign with its tallies."""
    session, today = db.session(), utcnow().date()
    sections = [
        _section(session, one, today, today)
        for one in initiatives.all_campaigns(session)
        if one.initiatives
    ]
    return render_template("pages/home.html", sections=sections, today=today)


@bp.get("/campaigns/<slug>")
@public
@kept
def campaign(slug: str) -> str:
    """A campaign: its initiatives, what they have together, what was said, what to read."""
    session = db.session()
    return campaign_page(session, initiatives.campaign_by_slug(session, slug))


def campaign_page(session: Session, found: Campaign, *, preview: str = "") -> str:
    """A campaign's page. `preview` is the address of the draft that it shows before its time."""
    today = utcnow().date()
    as_of = asked_day(today)
    return render_template(
        "pages/campaign.html",
        as_of=as_of,
        today=today,
        preview=preview,
        statements=initiatives.statements_of_campaign(session, found),
        combined_reports=initiatives.all_reported(
            session, initiatives.combined_subject(found.slug)
        ),
        **_section(session, found, as_of, today),
    )


@bp.get("/initiatives/<slug>")
@public
@kept
def initiative(slug: str) -> str:
    """An initiative: what it asks, how many support it, who, since when and on what evidence."""
    session = db.session()
    return initiative_page(session, initiatives.by_slug(session, slug))


def initiative_page(session: Session, found: Initiative, *, preview: str = "") -> str:
    """An initiative's page. `preview` is the address of the draft that it shows before its time."""
    today = utcnow().date()
    as_of = asked_day(today)
    names = state_names(session, as_of if as_of < today else None)
    shown: Shown = show(session, found, as_of, today, names)
    return render_template(
        "pages/initiative.html", shown=shown, initiative=found, today=today, preview=preview
    )


@bp.get("/initiatives/<slug>/individuals")
@public
def individuals(slug: str) -> Response:
    """Persons who agreed to be named, and those that the campaign lists."""
    session = db.session()
    found = initiatives.by_slug(session, slug)
    kind = SupporterKind.INDIVIDUAL
    if request.args.get("kind") == SupporterKind.PARLIAMENTARIAN:
        kind = SupporterKind.PARLIAMENTARIAN
    before = number("before")
    rows, following = queries.persons(session, found.id, kind, before=before)
    response = Response(
        render_template(
            "pages/individuals.html",
            initiative=found,
            kind=kind,
            rows=rows,
            following=following,
            first=before is None,
            today=utcnow().date(),
        )
    )
    response.headers["Cache-Control"] = "public, max-age=60"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _section(session: Session, campaign: Campaign, as_of: date, today: date) -> dict[str, Any]:
    """A campaign with its initiatives' headlines and, of two that governments sign, the union."""
    lines, figured = [], []
    for one in campaign.initiatives:
        tally = tallies.tally(session, one.id, as_of=as_of, today=today)
        reported = initiatives.reported(session, one.slug, as_of, today)
        lines.append(figures.headline(one, tally, reported))
        figured.append(figures.all_of(one, tally, reported))
    section: dict[str, Any] = {"campaign": campaign, "lines": lines, "figures": figured}
    ids = [
        one.id for one in campaign.initiatives if SupporterKind.GOVERNMENT in one.signatory_kinds
    ]
    if len(ids) == len(lines) == TOGETHER:
        grades = [
            {row.state_iso3: row.grade for row in standing.governments(session, key, as_of=as_of)}
            for key in ids
        ]
        section["combined"] = tallies.combined(session, ids, as_of=as_of)
        section["reported"] = initiatives.reported(
            session, initiatives.combined_subject(campaign.slug), as_of, today
        )
        section["hemicycle"] = hemicycle.seat(
            supporters.all_states(session), hemicycle.foremost(grades), state_names(session)
        )
    return section
