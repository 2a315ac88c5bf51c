"""``/api/v1``: what others wrote or said: texts, statements, reported figures, the veto record."""

from __future__ import annotations

from tracker.api import cursors, parameters, queries, schemas, shapes, veto_schemas
from tracker.api.lists import Asked, after, page, reading, whole
from tracker.api.schemas import pages_of
from tracker.api.shapes import Shape
from tracker.core.dates import day_of
from tracker.core.db import db
from tracker.endorsements import publication
from tracker.tallies import query_args
from tracker.vetoes import queries as veto_record
from tracker.vetoes import query_args as veto_asking


@reading("/evidence", pages_of(schemas.Text), parameters.EvidenceAsked)
def evidence(arguments: Asked) -> Shape:
    """The texts on which public entries rest.

    As they are cited today: a day means nothing here. An entry of a day tells its texts."""
    instruments = queries.texts(
        db.session(),
        after=after(),
        limit=arguments["limit"] + 1,
        endorsement_id=arguments.get("endorsement"),
    )
    return page([shapes.text(instrument) for instrument in instruments], arguments["limit"])


@reading("/evidence/<int:id>", schemas.Text)
def one_text(arguments: Asked, id: int) -> Shape:
    """One text."""
    return shapes.text(publication.instrument(db.session(), id))


@reading("/statements", pages_of(schemas.Statement), parameters.StatementsAsked)
def statements(arguments: Asked) -> Shape:
    """Dated words or presence in support.

    Shown, and never counted as endorsements. Of an earlier day, those made by it: of a month or a
    year, if it had ended. When each was recorded here is not kept, so there is no known_at."""
    dates = query_args.parse_dates()
    rows = queries.statements(
        db.session(),
        campaign=arguments.get("campaign"),
        initiative=arguments.get("initiative"),
        state=arguments.get("state"),
    )
    return whole([shapes.statement(*row) for row in rows if dates.includes(day_of(row[0].dated))])


@reading("/statements/<int:id>", schemas.Statement)
def statement(arguments: Asked, id: int) -> Shape:
    """One statement."""
    return shapes.statement(*queries.statement(db.session(), id))


@reading("/reported-tallies", pages_of(schemas.ReportedTally), parameters.ReportedAsked)
def reported_tallies(arguments: Asked) -> Shape:
    """Figures that convenors and others published.

    Never added to our count, nor mixed with it. Of an earlier day, those that stood by it; as known
    at an instant, as they were recorded here then."""
    dates = query_args.parse_dates()
    rows = queries.reported(
        db.session(),
        campaign=arguments.get("campaign"),
        initiative=arguments.get("initiative"),
        known_at=dates.known_at,
    )
    return whole([shapes.reported(*row) for row in rows if dates.includes(row[0].stands_from)])


@reading("/reported-tallies/<id>", schemas.ReportedTally, parameters.Known)
def reported_tally(arguments: Asked, id: str) -> Shape:
    """One reported tally, as it was recorded here at an instant."""
    known_at = query_args.parse_dates().known_at
    return shapes.reported(*queries.reported_tally(db.session(), id, known_at=known_at))


@reading("/vetoes", pages_of(veto_schemas.Veto), parameters.VetoesAsked)
def vetoes(arguments: Asked) -> Shape:
    """The veto record: one item a vetoed text, oldest first.

    Other lists count more, because they also count parts of drafts or nominations. The latest year
    may be incomplete."""
    session, dates, limit = db.session(), query_args.parse_dates(), arguments["limit"]
    record = veto_record.record(
        session,
        as_of=dates.as_of,
        known_at=dates.known_at,
        wanted=veto_asking.wanted(session),
        with_votes=True,
    )
    place = cursors.read()
    later = [vetoed for vetoed in record if place is None or list(vetoed.place) > place]
    return {
        "items": [shapes.veto(vetoed) for vetoed in later[:limit]],
        "next": cursors.make(*later[limit - 1].place) if len(later) > limit else None,
    }
