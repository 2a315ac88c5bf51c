"""``/api/v1``: the facts of the pages as JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import astuple, replace
from datetime import date
from functools import wraps
from typing import Any, TypeVar

from flask import Response
from marshmallow import Schema

from tracker.api import asking, cursors, parameters, queries, schemas, shapes, veto_schemas
from tracker.api.blueprint import bp
from tracker.api.schemas import pages_of
from tracker.core import demo
from tracker.core.audience import public
from tracker.core.clock import utcnow
from tracker.core.db import db
from tracker.core.errors import NotFound
from tracker.endorsements import showing
from tracker.initiatives import queries as initiatives
from tracker.supporters import queries as supporters
from tracker.tallies import queries as tally_queries
from tracker.tallies import roll, series
from tracker.tallies import views as tallies
from tracker.tallies.roll import Place, Sought
from tracker.vetoes import asking as veto_asking
from tracker.vetoes import queries as veto_record

View = TypeVar("View", bound=Callable[..., Any])
Asked = dict[str, Any]
Shape = dict[str, Any]
TAGGED = {"ETag": {"schema": {"type": "string"}, "description": "Send it as If-None-Match."}}


def reading(
    rule: str, answered: type[Schema], asked: type[Schema] = parameters.Nothing
) -> Callable[[View], View]:
    """A GET of the API: what may be asked, and what is answered."""

    def declare(view: View) -> View:
        @wraps(view)
        def signed(*args: Any, **kwargs: Any) -> Any:
            answer = view(*args, **kwargs)
            return demo.signed(answer) if isinstance(answer, dict) else answer

        described: Any = bp.response(200, answered, headers=TAGGED)(signed)
        described = bp.alt_response(304, description="Nothing changed since that ETag.")(described)
        described = bp.arguments(asked, location="query")(described)
        made: View = bp.route(rule)(public(described))
        return made

    return declare


def _whole(items: Sequence[Shape]) -> Shape:
    """A short list, in one page."""
    return {"items": items, "next": None}


@reading("/campaigns", pages_of(schemas.Campaign))
def campaigns(asked: Asked) -> Shape:
    """Every campaign, in the order of the home page."""
    return _whole([shapes.campaign(one) for one in initiatives.all_campaigns(db.session())])


@reading("/campaigns/<slug>", schemas.Campaign)
def campaign(asked: Asked, slug: str) -> Shape:
    """One campaign."""
    return shapes.campaign(initiatives.campaign_by_slug(db.session(), slug))


@reading("/campaigns/<slug>/tally", schemas.CampaignTally, parameters.Dated)
def campaign_tally(asked: Asked, slug: str) -> Response:
    """A campaign's tallies, and its governments combined.

    The tallies of its initiatives, and how many governments endorsed either or both of them."""
    return tallies.campaign_tally(slug)


@reading("/initiatives", pages_of(schemas.Initiative))
def all_initiatives(asked: Asked) -> Shape:
    """Every initiative, campaign by campaign."""
    today = utcnow().date()
    every = initiatives.all_initiatives(db.session())
    return _whole([shapes.initiative(one, today) for one in every])


@reading("/initiatives/<slug>", schemas.Initiative)
def initiative(asked: Asked, slug: str) -> Shape:
    """One initiative."""
    return shapes.initiative(initiatives.by_slug(db.session(), slug), utcnow().date())


@reading("/initiatives/<slug>/tally", schemas.Tally, parameters.Dated)
def initiative_tally(asked: Asked, slug: str) -> Response:
    """One initiative's tally.

    What is documented here on a day, and the figure that its convenors reported by then."""
    return tallies.initiative_tally(slug)


@reading("/initiatives/<slug>/series", pages_of(schemas.Point), parameters.SeriesAsked)
def growth(asked: Asked, slug: str) -> Shape:
    """How an initiative's counts grew.

    One point for each day on which a count changed, oldest first."""
    session, limit = db.session(), asked["limit"]
    tally_queries.snapshot(session)
    initiative_id, when = initiatives.by_slug(session, slug).id, asking.when()
    found = series.points(session, initiative_id, as_of=when.as_of, known_at=when.known_at)
    place = cursors.read()
    after = place[0] if place else ""
    later = [one for one in found if one.day.isoformat() > after]
    return {
        "items": [shapes.point(one) for one in later[:limit]],
        "next": cursors.make(later[limit - 1].day.isoformat()) if len(later) > limit else None,
    }


@reading("/states", pages_of(schemas.State))
def states(asked: Asked) -> Shape:
    """The 193 Member States and 2 Observer States.

    All of them, whether or not anything is documented here of each."""
    session = db.session()
    return _whole([shapes.state(one) for one in supporters.states_with_names(session)])


@reading("/states/<iso3>", schemas.State)
def state(asked: Asked, iso3: str) -> Shape:
    """One State."""
    return shapes.state(supporters.state(db.session(), iso3))


@reading("/organisations", pages_of(schemas.Organisation), parameters.Paged)
def organisations(asked: Asked) -> Shape:
    """Organisations with a public entry."""
    found = queries.organisations(db.session(), after=_after(), limit=asked["limit"] + 1)
    return _page([shapes.organisation(one) for one in found], asked["limit"])


@reading("/organisations/<int:id>", schemas.Organisation)
def organisation(asked: Asked, id: int) -> Shape:
    """One organisation."""
    return shapes.organisation(queries.organisation(db.session(), id))


@reading("/endorsements", pages_of(schemas.Endorsement), parameters.EndorsementsAsked)
def endorsements(asked: Asked) -> Shape:
    """Who is counted on a day.

    Governments, organisations, and parliamentarians who agreed to be named; initiative by
    initiative. A page may have fewer items than asked for, even none, while next leads on. All
    pages tell of the ledger as it was at the first."""
    session = db.session()
    tally_queries.snapshot(session)
    sought = asking.sought(session, asked.get("initiative"))
    place = cursors.read()
    after = None
    if place:
        day, until, *at = place
        sought = replace(sought, as_of=date.fromisoformat(day), until=until)
        after = Place(*at)
    rows, following = roll.page(session, sought, after=after, limit=asked["limit"])
    return {
        "items": [shapes.endorsement(row) for row in rows],
        "next": None
        if following is None
        else cursors.make(sought.as_of.isoformat(), sought.until, *astuple(following)),
    }


@reading("/endorsements/<int:id>", schemas.Endorsement, parameters.Dated)
def endorsement(asked: Asked, id: int) -> Shape:
    """One entry, as it is counted on a day.

    On a day on which it is not counted there is none; its page tells its whole history."""
    session, when = db.session(), asking.when()
    tally_queries.snapshot(session)
    found = showing.entry(session, id)
    row = roll.one(
        session,
        Sought(
            as_of=when.as_of,
            today=when.today,
            until=roll.ledger_size(session, when.known_at),
            initiative=found.initiative.slug,
            kind=found.kind,
        ),
        id,
    )
    if row is None:
        raise NotFound("This entry is not counted on that day. Its page tells its history.")
    return shapes.endorsement(row)


@reading("/evidence", pages_of(schemas.Text), parameters.EvidenceAsked)
def evidence(asked: Asked) -> Shape:
    """The texts on which public entries rest."""
    found = queries.texts(
        db.session(),
        after=_after(),
        limit=asked["limit"] + 1,
        endorsement_id=asked.get("endorsement"),
    )
    return _page([shapes.text(one) for one in found], asked["limit"])


@reading("/evidence/<int:id>", schemas.Text)
def one_text(asked: Asked, id: int) -> Shape:
    """One text."""
    return shapes.text(showing.instrument(db.session(), id))


@reading("/statements", pages_of(schemas.Statement), parameters.StatementsAsked)
def statements(asked: Asked) -> Shape:
    """Dated words or presence in support.

    Shown, and never counted as endorsements."""
    found = queries.statements(
        db.session(),
        campaign=asked.get("campaign"),
        initiative=asked.get("initiative"),
        state=asked.get("state"),
    )
    return _whole([shapes.statement(*one) for one in found])


@reading("/statements/<int:id>", schemas.Statement)
def statement(asked: Asked, id: int) -> Shape:
    """One statement."""
    return shapes.statement(*queries.statement(db.session(), id))


@reading("/reported-tallies", pages_of(schemas.ReportedTally), parameters.AboutAsked)
def reported_tallies(asked: Asked) -> Shape:
    """Figures that convenors and others published.

    Never added to our count, nor mixed with it."""
    found = queries.reported(
        db.session(), campaign=asked.get("campaign"), initiative=asked.get("initiative")
    )
    return _whole([shapes.reported(*one) for one in found])


@reading("/reported-tallies/<id>", schemas.ReportedTally)
def reported_tally(asked: Asked, id: str) -> Shape:
    """One reported tally."""
    return shapes.reported(*queries.reported_tally(db.session(), id))


@reading("/vetoes", pages_of(veto_schemas.Veto), parameters.VetoesAsked)
def vetoes(asked: Asked) -> Shape:
    """The veto record: one item a vetoed text, oldest first.

    Other lists count more, because they also count parts of drafts or nominations. The latest year
    may be incomplete."""
    session, when, limit = db.session(), asking.when(), asked["limit"]
    found = veto_record.record(
        session,
        as_of=when.as_of,
        known_at=when.known_at,
        wanted=veto_asking.wanted(session),
    )
    place = cursors.read()
    later = [one for one in found if place is None or list(one.place) > place]
    return {
        "items": [shapes.veto(one) for one in later[:limit]],
        "next": cursors.make(*later[limit - 1].place) if len(later) > limit else None,
    }


def _after() -> int:
    """The number after which a page begins."""
    place = cursors.read()
    return int(place[0]) if place else 0


def _page(items: Sequence[Shape], limit: int) -> Shape:
    """A page of a list of which one item more was read than it shows."""
    following = cursors.make(items[limit - 1]["id"]) if len(items) > limit else None
    return {"items": items[:limit], "next": following}
