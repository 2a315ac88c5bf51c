"""``/api/v1``: the facts of the pages as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, replace
from datetime import date

from flask import Response
from sqlalchemy.orm import Session

from tracker.api import cursors, parameters, queries, schemas, shapes, state_schemas
from tracker.api.lists import Asked, page, reading, whole
from tracker.api.queries import Day
from tracker.api.schemas import pages_of
from tracker.api.shapes import Shape
from tracker.core.clock import utcnow
from tracker.core.db import db
from tracker.core.errors import NotFound
from tracker.endorsements import publication
from tracker.initiatives import queries as initiatives
from tracker.supporters import histories
from tracker.supporters import queries as supporters
from tracker.supporters.models import State
from tracker.tallies import countries, country_views, query_args, roll, series
from tracker.tallies import queries as tally_queries
from tracker.tallies import views as tallies
from tracker.tallies.roll import Place, Sought


@reading("/campaigns", pages_of(schemas.Campaign))
def campaigns(arguments: Asked) -> Shape:
    """Every campaign, in the order of the home page.

    As this site presents it today: a day means nothing here. Its tally has days."""
    return whole(
        [shapes.campaign(campaign) for campaign in initiatives.all_campaigns(db.session())]
    )


@reading("/campaigns/<slug>", schemas.Campaign)
def campaign(arguments: Asked, slug: str) -> Shape:
    """One campaign."""
    return shapes.campaign(initiatives.campaign_by_slug(db.session(), slug))


@reading("/campaigns/<slug>/tally", schemas.CampaignTally, parameters.Dated)
def campaign_tally(arguments: Asked, slug: str) -> Response:
    """A campaign's tallies, and its governments combined.

    The tallies of its initiatives, and how many governments endorsed either or both of them."""
    return tallies.campaign_tally(slug)


@reading("/initiatives", pages_of(schemas.Initiative))
def all_initiatives(arguments: Asked) -> Shape:
    """Every initiative, campaign by campaign.

    As this site presents it today: a day means nothing here. Its tally has days."""
    today = utcnow().date()
    rows = initiatives.all_initiatives(db.session())
    return whole([shapes.initiative(initiative, today) for initiative in rows])


@reading("/initiatives/<slug>", schemas.Initiative)
def initiative(arguments: Asked, slug: str) -> Shape:
    """One initiative."""
    return shapes.initiative(initiatives.by_slug(db.session(), slug), utcnow().date())


@reading("/initiatives/<slug>/tally", schemas.Tally, parameters.Dated)
def initiative_tally(arguments: Asked, slug: str) -> Response:
    """One initiative's tally.

    What is documented here on a day, and the figure that its convenors reported by then."""
    return tallies.initiative_tally(slug)


@reading("/initiatives/<slug>/series", pages_of(schemas.Point), parameters.DatedPages)
def growth(arguments: Asked, slug: str) -> Shape:
    """The growth of an initiative's counts.

    One point for each day on which a count changed, oldest first."""
    session, limit = db.session(), arguments["limit"]
    tally_queries.snapshot(session)
    initiative_id, dates = initiatives.by_slug(session, slug).id, query_args.parse_dates()
    points = series.points(session, initiative_id, as_of=dates.as_of, known_at=dates.known_at)
    place = cursors.read()
    after = place[0] if place else ""
    later = [point for point in points if point.day.isoformat() > after]
    return {
        "items": [shapes.point(point) for point in later[:limit]],
        "next": cursors.make(later[limit - 1].day.isoformat()) if len(later) > limit else None,
    }


@reading("/states", pages_of(state_schemas.State), parameters.Dated)
def states(arguments: Asked) -> Shape:
    """The 193 Member States and 2 Observer States, and what each endorsed.

    All of them, whether or not anything is documented here of each, with their names and their
    regional groups and entries' grades on a day, as known at an instant. Membership and permanent
    seat have no day in the world here."""
    session = db.session()
    tally_queries.snapshot(session)
    sought = query_args.sought(session, None)
    return whole(
        _states(session, supporters.all_states(session, sought.known_at, sought.past), sought)
    )


@reading("/states/<iso3>", state_schemas.State, parameters.Dated)
def state(arguments: Asked, iso3: str) -> Shape:
    """One State, and what it endorsed.

    With its names, regional group and entries' grades on a day; the rest is today's."""
    session = db.session()
    tally_queries.snapshot(session)
    sought = replace(query_args.sought(session, None), state=iso3)
    state = supporters.state(session, iso3, known_at=sought.known_at, on=sought.past)
    return _states(session, [state], sought)[0]


def _states(session: Session, states: Sequence[State], sought: Sought) -> list[Shape]:
    entries = queries.by_state(session, sought)
    former_names = histories.all_state_names_on(session, sought.as_of, known_at=sought.known_at)
    names = supporters.names_known(session, sought.known_at)
    dates = query_args.parse_dates()
    by_code = countries.by_code(session, [state.iso2 for state in states], dates)
    individuals = country_views.individuals(session, dates)
    parliaments = queries.of_parliaments(session, [state.iso3 for state in states], dates)
    return [
        shapes.state(
            state,
            entries.get(state.iso3, ()),
            names.get(state.iso3, {}),
            former_names.get(state.iso3, {}),
            shapes.Others(
                country=by_code.get(state.iso2, countries.Country()),
                individuals=individuals.get(state.iso2),
                parliament=parliaments.get(state.iso3, ()),
            ),
        )
        for state in states
    ]


@reading("/organisations", pages_of(schemas.Organisation), parameters.DatedPages)
def organisations(arguments: Asked) -> Shape:
    """Organisations with a public entry.

    Of an earlier day, or as known earlier, those of which an entry counts on that day. All pages
    tell of the day and the ledger of the first."""
    session = db.session()
    tally_queries.snapshot(session)
    after, day = 0, _day(session)
    place = cursors.read()
    if place:
        after, day = int(place[0]), _day_of(place[1:])
    named = queries.organisations(session, day, after=after, limit=arguments["limit"] + 1)
    rest = (day.as_of.isoformat(), _shown(day.until)) if day else ()
    return page([shapes.organisation(*row) for row in named], arguments["limit"], *rest)


@reading("/organisations/<int:id>", schemas.Organisation, parameters.Dated)
def organisation(arguments: Asked, id: int) -> Shape:
    """One organisation.

    On an earlier day on which no entry of it counts there is none."""
    session = db.session()
    tally_queries.snapshot(session)
    return shapes.organisation(*queries.organisation(session, id, _day(session)))


def _day(session: Session) -> Day | None:
    """The day that is asked for; none for today and all that is known."""
    dates = query_args.parse_dates()
    if dates.live:
        return None
    until = roll.ledger_size(session, dates.known_at)
    return Day(as_of=dates.as_of, until=until, known_at=dates.known_at)


def _day_of(place: Sequence[str | int | None]) -> Day | None:
    """The day of a list's first page, as its cursor kept it; none for today."""
    if not place:
        return None
    known_at = query_args.parse_dates().known_at
    until = _kept(db.session(), place[1])
    return Day(as_of=date.fromisoformat(str(place[0])), until=until, known_at=known_at)


def _shown(until: int) -> int | None:
    """The ledger's size as a cursor may keep it: anybody can read a cursor, and the size at an
    instant would tell whether an individual was counted a moment before."""
    dates = query_args.parse_dates()
    return None if dates.known_at is not None and dates.known_on != dates.today else until


def _kept(session: Session, until: str | int | None) -> int:
    """The ledger's size that a cursor kept, or that the address names once more."""
    if until is not None:
        return int(until)
    return roll.ledger_size(session, query_args.parse_dates().known_at)


@reading("/endorsements", pages_of(schemas.Endorsement), parameters.EndorsementsAsked)
def endorsements(arguments: Asked) -> Shape:
    """The entries that are counted on a day.

    Governments, organisations, and parliamentarians who agreed to be named; initiative by
    initiative. A page may have fewer items than asked for, even none, while next leads on. All
    pages tell of the ledger as it was at the first."""
    session = db.session()
    tally_queries.snapshot(session)
    sought = query_args.sought(session, arguments.get("initiative"))
    place = cursors.read()
    after = None
    if place:
        day, until, *at = place
        sought = replace(sought, as_of=date.fromisoformat(day), until=_kept(session, until))
        after = Place(*at)
    rows, following = roll.page(session, sought, after=after, limit=arguments["limit"])
    return {
        "items": [shapes.endorsement(row) for row in rows],
        "next": None
        if following is None
        else cursors.make(sought.as_of.isoformat(), _shown(sought.until), *astuple(following)),
    }


@reading("/endorsements/<int:id>", schemas.Endorsement, parameters.Dated)
def endorsement(arguments: Asked, id: int) -> Shape:
    """One entry, as it is counted on a day.

    On a day on which it is not counted there is none; its page tells its whole history."""
    session, dates = db.session(), query_args.parse_dates()
    tally_queries.snapshot(session)
    endorsement = publication.entry(session, id)
    row = roll.entry(
        session,
        Sought(
            as_of=dates.as_of,
            today=dates.today,
            until=roll.ledger_size(session, dates.known_at),
            known_at=dates.known_at,
            initiative=endorsement.initiative.slug,
            kind=endorsement.kind,
        ),
        id,
    )
    if row is None:
        raise NotFound("This entry is not counted on that day. Its page tells its history.")
    return shapes.endorsement(row)
