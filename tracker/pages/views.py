"""The public pages. They set no cookie, and work without script."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Blueprint, Response, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker.core.audience import public
from tracker.core.clock import utcnow
from tracker.core.db import db
from tracker.core.errors import BadInput, NotFound
from tracker.core.i18n import locale_code
from tracker.endorsements import showing
from tracker.endorsements.lifecycle import Status
from tracker.initiatives import queries as initiatives
from tracker.initiatives.models import Campaign
from tracker.pages import corrections as corrected
from tracker.pages import figures, hemicycle, history, matrix, queries, words
from tracker.pages import kept as kept_pages
from tracker.pages.initiative import Shown, show
from tracker.pages.kept import kept
from tracker.supporters import queries as supporters
from tracker.supporters.models import SupporterKind
from tracker.supporters.names import fold
from tracker.tallies import queries as tallies
from tracker.tallies import standing

bp = Blueprint("pages", __name__)
words.offer(bp)
kept_pages.offer(bp)


@bp.context_processor
def _always() -> dict[str, Any]:
    return {"contact": current_app.extensions["rollcall"].contact_email}


@bp.get("/")
@public
@kept
def home() -> str:
    """Every campaign with its tallies."""
    session, today = db.session(), utcnow().date()
    sections = [_section(session, one, today, today) for one in initiatives.all_campaigns(session)]
    return render_template("pages/home.html", sections=sections, today=today)


@bp.get("/campaigns/<slug>")
@public
@kept
def campaign(slug: str) -> str:
    """A campaign: its initiatives, what they have together, what was said, what to read."""
    session, today = db.session(), utcnow().date()
    found = initiatives.campaign_by_slug(session, slug)
    as_of = _as_of(today)
    return render_template(
        "pages/campaign.html",
        as_of=as_of,
        today=today,
        statements=initiatives.statements_of_campaign(session, found),
        combined_reports=initiatives.all_reported(session, initiatives.COMBINED),
        **_section(session, found, as_of, today),
    )


@bp.get("/initiatives/<slug>")
@public
@kept
def initiative(slug: str) -> str:
    """An initiative: what it asks, how many support it, who, since when and on what evidence."""
    session, today = db.session(), utcnow().date()
    found = initiatives.by_slug(session, slug)
    as_of = _as_of(today)
    shown: Shown = show(session, found, as_of, today, _names(session))
    return render_template("pages/initiative.html", shown=shown, initiative=found, today=today)


@bp.get("/initiatives/<slug>/individuals")
@public
def individuals(slug: str) -> Response:
    """Persons who agreed to be named, and those that the campaign lists."""
    session = db.session()
    found = initiatives.by_slug(session, slug)
    kind = SupporterKind.INDIVIDUAL
    if request.args.get("kind") == SupporterKind.PARLIAMENTARIAN:
        kind = SupporterKind.PARLIAMENTARIAN
    before = _number("before")
    rows, following = queries.persons(session, found.id, kind, before=before)
    response = Response(
        render_template(
            "pages/individuals.html",
            initiative=found,
            kind=kind,
            rows=rows,
            following=following,
            first=before is None,
        )
    )
    response.headers["Cache-Control"] = "public, max-age=60"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@bp.get("/states")
@public
@kept
def states() -> str:
    """The 195 States and what of each is documented here, initiative by initiative."""
    session, today = db.session(), utcnow().date()
    filters = _filters()
    columns = [
        one
        for one in initiatives.all_initiatives(session)
        if SupporterKind.GOVERNMENT in one.open_kinds
    ]
    counted = {one.id: standing.governments(session, one.id, as_of=today) for one in columns}
    entries = queries.entries(session, [row for rows in counted.values() for row in rows])
    documented: dict[int, dict[str, queries.Entry]] = {one.id: {} for one in columns}
    for entry in entries:
        iso3 = entry.endorsement.supporter.state_iso3 or ""
        documented[entry.endorsement.initiative_id][iso3] = entry
    every = supporters.all_states(session)
    return render_template(
        "pages/states.html",
        columns=columns,
        rows=matrix.rows(every, _names(session), documented, filters),
        total=len(every),
        filters=filters,
        matrix=matrix,
        today=today,
    )


@bp.get("/states/<iso3>")
@public
def state(iso3: str) -> ResponseReturnValue:
    """One State's record."""
    if iso3 != iso3.upper() and len(iso3) == 3 and iso3.isascii():
        return redirect(url_for(".state", iso3=iso3.upper()), 301)
    session = db.session()
    found = supporters.state(session, iso3)
    entries = queries.of_state(session, iso3)
    return render_template(
        "pages/state.html",
        state=found,
        name=_names(session)[iso3],
        seats=_runs(session, iso3),
        initiatives=[
            (one, [queries.present(each) for each in entries if each.initiative_id == one.id])
            for one in initiatives.all_initiatives(session)
            if SupporterKind.GOVERNMENT in one.open_kinds
        ],
        statements=initiatives.statements_of_state(session, iso3),
    )


@bp.get("/organisations/<int:organisation_id>")
@public
def organisation(organisation_id: int) -> str:
    """One organisation and what it supports."""
    session = db.session()
    found = queries.organisation(session, organisation_id)
    entries = queries.of_supporter(session, found)
    if not entries:
        raise NotFound(_("There is no organisation of that number here."))
    return render_template(
        "pages/organisation.html",
        organisation=found,
        entries=[queries.present(one) for one in entries],
    )


@bp.get("/endorsements/<int:endorsement_id>")
@public
def endorsement(endorsement_id: int) -> str:
    """One entry: its evidence, its public history, how to cite it and how to object."""
    session = db.session()
    found = showing.entry(session, endorsement_id)
    address = current_app.extensions["rollcall"].public_url + request.path
    supporter = found.supporter
    name = supporter.name
    if supporter.state_iso3:
        name = _names(session)[supporter.state_iso3]
    return render_template(
        "pages/endorsement.html",
        entry=queries.present(found),
        endorsement=found,
        name=name,
        counted=found.status is Status.VERIFIED,
        history=history.of(found),
        address=address,
        today=utcnow().date(),
    )


@bp.get("/corrections")
@public
@kept
def corrections() -> str:
    """What was changed in published entries."""
    session = db.session()
    before = _number("before")
    found, following = corrected.corrections(session, before=before)
    return render_template(
        "pages/corrections.html",
        found=found,
        said=history.words,
        names=_names(session),
        following=following,
        first=before is None,
    )


@bp.get("/about")
@public
@kept
def about() -> str:
    return render_template("pages/about.html")


@bp.get("/privacy")
@public
@kept
def privacy() -> str:
    return render_template("pages/privacy.html")


@bp.get("/search")
@public
def search() -> str:
    """States by their names in six languages, verified organisations, initiatives."""
    session = db.session()
    q = request.args.get("q", "").strip()[:100]
    key = fold(q)
    matching = [
        one
        for one in (initiatives.all_initiatives(session) if key else [])
        if key in fold(f"{one.name} {one.official_name} {one.campaign.name} {one.campaign.theme}")
    ]
    return render_template(
        "pages/search.html",
        q=q,
        states=supporters.states_matching(session, q) if key else [],
        names=_names(session) if key else {},
        organisations=queries.organisations_matching(session, q),
        initiatives=matching,
    )


def _section(session: Session, campaign: Campaign, as_of: date, today: date) -> dict[str, Any]:
    """A campaign with its initiatives' headlines and, for the two pledges, their union."""
    lines, figured = [], []
    for one in campaign.initiatives:
        tally = tallies.tally(session, one.id, as_of=as_of, today=today)
        reported = initiatives.reported(session, one.slug, as_of, today)
        lines.append(figures.headline(one, tally, reported))
        figured.append(figures.all_of(one, tally, reported))
    section: dict[str, Any] = {"campaign": campaign, "lines": lines, "figures": figured}
    if len(lines) > 1:
        ids = [one.id for one in campaign.initiatives]
        grades = [
            {row.state_iso3: row.grade for row in standing.governments(session, key, as_of=as_of)}
            for key in ids
        ]
        section["combined"] = tallies.combined(session, ids, as_of=as_of)
        section["reported"] = initiatives.reported(session, initiatives.COMBINED, as_of, today)
        section["hemicycle"] = hemicycle.seat(
            supporters.all_states(session), hemicycle.foremost(grades), _names(session)
        )
    return section


def _names(session: Session) -> dict[str, str]:
    """Every State's name in the page's language; in English as the United Nations list it."""
    names = {one.iso3: one.name for one in supporters.all_states(session)}
    if locale_code() == "en":
        return names
    return names | supporters.state_names(session, locale_code()[:2])


def _runs(session: Session, iso3: str) -> list[tuple[int, int]]:
    """The years of a State's Council seats, as first and last of each run."""
    runs: list[tuple[int, int]] = []
    for seat in supporters.council_years(session, iso3):
        if runs and runs[-1][1] == seat.year - 1:
            runs[-1] = runs[-1][0], seat.year
        else:
            runs.append((seat.year, seat.year))
    return runs


def _as_of(today: date) -> date:
    """The day that the address names, today without one. Raises BadInput."""
    given = request.args.get("as_of", "").strip()
    if not given:
        return today
    try:
        day = date.fromisoformat(given)
    except ValueError:
        day = None
    if day is None or len(given) != 10 or not tallies.EARLIEST <= day <= today:
        raise BadInput(
            _("The date must be a day between 1945 and today (UTC), written like 2015-10-23.")
        )
    return day


def _number(name: str) -> int | None:
    given = request.args.get(name)
    if given is None:
        return None
    if not (given.isascii() and given.isdecimal() and len(given) < 18):
        raise BadInput(_("There is no page of that number."))
    return int(given)


def _filters() -> matrix.Filters:
    args = request.args
    filters = matrix.Filters(
        group=args.get("group", ""),
        grade=args.get("grade", ""),
        permanent=args.get("permanent", "") not in ("", "0"),
        sort=args.get("sort") or "name",
    )
    known = (
        filters.group in ("", *matrix.GROUPS),
        filters.grade in ("", *matrix.GRADES),
        filters.sort in matrix.SORTS,
    )
    if not all(known):
        raise BadInput(_("There is no such filter."))
    return filters
