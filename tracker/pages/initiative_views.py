"""The home page, campaigns, initiatives, and the persons who agreed to be named."""

from __future__ import annotations

from flask import Response, render_template
from sqlalchemy.orm import Session

from tracker.charts import hemicycle
from tracker.core import query_args
from tracker.core.audience import public
from tracker.core.db import db
from tracker.core.errors import BadInput
from tracker.initiatives import queries as initiatives
from tracker.initiatives.models import Campaign, Initiative
from tracker.pages import citation_views, combined_views, queries
from tracker.pages.blueprint import bp, page_dates, state_names
from tracker.pages.council import RESTRAINT
from tracker.pages.initiative_page import read
from tracker.presentation import figures
from tracker.presentation.page_cache import NO_STORE, kept
from tracker.supporters import queries as supporters
from tracker.supporters.models import SupporterKind
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.queries import tally
from tracker.tallies.reconciliation import side_by_side

PERSONS = (SupporterKind.INDIVIDUAL.value, SupporterKind.PARLIAMENTARIAN.value)


@bp.get("/")
@public
@kept
def home() -> str:
    """Every campaign with its tallies."""
    session, dates = db.session(), page_dates()
    sections = [
        _section(session, campaign, dates)
        for campaign in initiatives.all_campaigns(session)
        if campaign.initiatives
    ]
    return render_template("pages/home.html", sections=sections, dates=dates)


@bp.get("/campaigns/<slug>")
@public
@kept
def campaign(slug: str) -> str:
    """A campaign: its initiatives, what they have together, what was said, what to read."""
    session = db.session()
    return campaign_page(session, initiatives.campaign_by_slug(session, slug))


def campaign_page(session: Session, campaign: Campaign, *, preview: str = "") -> str:
    """A campaign's page. `preview` is the address of the draft that it shows before its time."""
    dates = page_dates()
    return render_template(
        "pages/campaign.html",
        dates=dates,
        restraint=RESTRAINT,
        preview=preview,
        voices=queries.voices(initiatives.statements_of_campaign(session, campaign), dates),
        combined_reports=queries.reported_by(
            session, initiatives.combined_subject(campaign.slug), dates
        ),
        **_section(session, campaign, dates),
    )


@bp.get("/initiatives/<slug>")
@public
@kept
def initiative(slug: str) -> str:
    """An initiative: what it asks, how many support it, who, since when and on what evidence."""
    session = db.session()
    return initiative_page(session, initiatives.by_slug(session, slug))


def initiative_page(session: Session, initiative: Initiative, *, preview: str = "") -> str:
    """Return an initiative's page. `preview` is the address of the draft that it shows before its
    time."""
    dates = page_dates()
    names = state_names(session, dates.past, known_at=dates.known_at)
    page = read(session, initiative, dates, names)
    return render_template(
        "pages/initiative.html",
        page=page,
        initiative=initiative,
        preview=preview,
        citation=citation_views.of_tally(initiative, page.tally, page.reported, dates),
    )


@bp.get("/initiatives/<slug>/individuals")
@public
def individuals(slug: str) -> Response:
    """Persons who agreed to be named, and those that the campaign lists."""
    session, dates = db.session(), page_dates()
    initiative = initiatives.by_slug(session, slug)
    kind = SupporterKind(
        query_args.one_of("kind", PERSONS, BadInput("There is no such filter."), default=PERSONS[0])
    )
    place = query_args.place("before", "[0-9a-f]{0,12}", BadInput("That is no place in this list."))
    before = place and queries.PersonPlace(*place)
    rows, following = queries.persons(
        session, initiative.id, kind, as_of=dates.as_of, known_at=dates.known_at, before=before
    )
    counts = tally(
        session, initiative.id, as_of=dates.as_of, today=dates.today, known_at=dates.known_at
    )
    response = Response(
        render_template(
            "pages/individuals.html",
            initiative=initiative,
            kind=kind,
            rows=rows,
            counted=counts.individuals
            if kind is SupporterKind.INDIVIDUAL
            else counts.parliamentarians,
            following=following,
            first=before is None,
            dates=dates,
            query=dates.query
            if kind == SupporterKind.INDIVIDUAL
            else dates.query | {"kind": kind.value},
        )
    )
    response.headers["Cache-Control"] = NO_STORE
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _section(session: Session, campaign: Campaign, dates: AskedDates) -> dict[str, object]:
    """A campaign with its initiatives' headlines and, of those that governments sign, the union."""
    lines, figured = [], []
    for initiative in campaign.initiatives:
        tally, reported = side_by_side(session, initiative, dates)
        lines.append(figures.headline(initiative, tally, reported))
        figured.append(figures.all_of(initiative, tally, reported))
    together = combined_views.together(session, campaign, dates)
    section: dict[str, object] = {
        "campaign": campaign,
        "lines": lines,
        "figures": figured,
        "together": together,
    }
    if together is None:
        section["citation"] = citation_views.of_campaign(session, campaign, figured, dates)
    else:
        section["citation"] = citation_views.of_together(session, campaign, together, dates)
        grades = [{row.state_iso3: row.grade for row in rows} for rows in together.rows.values()]
        section["hemicycle"] = hemicycle.seat(
            supporters.all_states(session, dates.known_at, dates.past),
            hemicycle.foremost(grades),
            state_names(session, dates.past, known_at=dates.known_at),
        )
    return section
