"""The record: States, organisations, single entries, and what was corrected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from itertools import chain

from flask import Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.core import query_args
from tracker.core.audience import public
from tracker.core.dates import day_of
from tracker.core.db import db
from tracker.core.errors import BadInput, NotFound
from tracker.endorsements import declarations, publication
from tracker.endorsements.declarations import Declared
from tracker.endorsements.lifecycle import Status
from tracker.initiatives import queries as initiatives
from tracker.initiatives.statements import Voice
from tracker.pages import (
    citation_views,
    council,
    dated_entries,
    instrument_views,
    matrix,
    queries,
    timeline,
)
from tracker.pages import corrections as corrected
from tracker.pages.blueprint import bp, page_dates, state_names
from tracker.presentation import history_labels
from tracker.presentation.page_cache import NO_STORE, kept
from tracker.supporters import histories
from tracker.supporters import queries as supporters
from tracker.supporters.change_labels import happened
from tracker.supporters.models import SupporterKind
from tracker.tallies import countries, country_views, marks, standing
from tracker.tallies.asked_dates import AskedDates


@bp.get("/states")
@public
@kept
def states() -> str:
    """The 195 States and what of each is documented here, initiative by initiative."""
    session, dates = db.session(), page_dates()
    # Before what it marks, so that it is never newer; a past day does not follow.
    mark = marks.of_states(session, dates.today) if dates.live else ""
    filters = _filters()
    columns = [
        initiative
        for initiative in initiatives.all_initiatives(session)
        if SupporterKind.GOVERNMENT in initiative.open_kinds
    ]
    every_row = {
        initiative.id: standing.governments(
            session, initiative.id, as_of=dates.as_of, known_at=dates.known_at
        )
        for initiative in columns
    }
    public_ids = standing.public_ids(session, chain.from_iterable(every_row.values()))
    documented = {
        key: {row.state_iso3: row for row in rows if row.endorsement_id in public_ids}
        for key, rows in every_row.items()
    }
    all_states = supporters.all_states(session, dates.known_at, dates.past)
    declared = declarations.by_entry(session, as_of=dates.as_of, known_at=dates.known_at)
    return render_template(
        "pages/states.html",
        columns=columns,
        rows=matrix.rows(
            all_states,
            state_names(session, dates.past, known_at=dates.known_at),
            documented,
            filters,
        ),
        declared=declarations.with_one_in_force(declared),
        total=len(all_states),
        filters=filters,
        matrix=matrix,
        dates=dates,
        mark=mark,
    )


@bp.get("/states/<iso3>")
@public
def state(iso3: str) -> ResponseReturnValue:
    """One State's record, and who else in its country supports what."""
    if iso3 != iso3.upper() and len(iso3) == 3 and iso3.isascii():
        return redirect(url_for(".state", iso3=iso3.upper()), 301)
    session, dates = db.session(), page_dates()
    mark = marks.of_state(session, iso3, dates.today) if dates.live else ""
    state = supporters.state(session, iso3, known_at=dates.known_at, on=dates.past)
    entries = dated_entries.on(session, queries.of_state(session, iso3), dates)
    government = supporters.government(session, iso3)
    every = initiatives.all_initiatives(session)
    statements = [
        statement
        for statement in initiatives.statements_of_state(session, iso3)
        if dates.includes(day_of(statement.dated))
    ]
    parliament = [statement for statement in statements if statement.voice is Voice.PARLIAMENT]
    on_restraint = timeline.on_restraint(session, statements) if state.permanent else []
    country = countries.by_code(session, [state.iso2], dates).get(state.iso2, countries.Country())
    names = state_names(session, known_at=dates.known_at)
    declared = _declared(session, [dated.entry.endorsement.id for dated in entries], dates)
    page = render_template(
        "pages/state.html",
        declared=declared,
        with_one=declarations.with_one_in_force(declared),
        country=country,
        individuals=country_views.individuals(session, dates).get(state.iso2),
        state=state,
        name=names[iso3],
        names=names if dates.live else state_names(session, dates.as_of, known_at=dates.known_at),
        dates=dates,
        mark=mark,
        former=histories.former_state_names(session, iso3, known_at=dates.known_at),
        called=supporters.names_known(session, dates.known_at)[iso3].values(),
        called_then=histories.state_on(session, iso3, dates.as_of, known_at=dates.known_at),
        successors=[
            change
            for change in histories.in_force(histories.of_supporter(session, government.id))
            if change.successor_id
        ],
        predecessors=histories.predecessors(session, government.id),
        seats=_runs(session, iso3, dates.known_at),
        council_span=supporters.council_span(session, known_at=dates.known_at),
        initiatives=[
            (
                initiative,
                [
                    dated
                    for dated in entries
                    if dated.entry.endorsement.initiative_id == initiative.id
                ],
            )
            for initiative in every
            if SupporterKind.GOVERNMENT in initiative.open_kinds
        ],
        timeline=timeline.of_member(session, state, entries, on_restraint, dates),
        code=council.code(every) if state.permanent else None,
        statements=[
            statement for statement in statements if statement not in (*on_restraint, *parliament)
        ],
        parliament=parliament,
        subjects={initiative.id: initiative for initiative in every},
    )
    response = Response(page, mimetype="text/html")
    if country.parliamentarians.count:
        response.headers["Cache-Control"] = NO_STORE
    return response


@bp.get("/organisations/<int:organisation_id>")
@public
def organisation(organisation_id: int) -> ResponseReturnValue:
    """One organisation and what it supports. The page of a merged record is that of the one that
    stands for it, for as long as they are merged."""
    session, dates = db.session(), page_dates()
    supporter = queries.organisation(session, organisation_id)
    if supporter.merged_into_id is not None:
        return redirect(url_for(".organisation", organisation_id=supporter.merged_into_id), 302)
    mark = marks.of_organisation(session, supporter.id, dates.today) if dates.live else ""
    entries = queries.of_supporter(session, supporter)
    if not entries:
        raise NotFound("There is no organisation of that number here.")
    return render_template(
        "pages/organisation.html",
        organisation=supporter,
        name=histories.names_on(session, [supporter.id], dates.as_of, known_at=dates.known_at).get(
            supporter.id, supporter.name
        ),
        other_names=queries.other_names(session, supporter),
        entries=dated_entries.on(session, entries, dates),
        dates=dates,
        mark=mark,
        changes=histories.in_force(histories.of_supporter(session, supporter.id)),
        predecessors=histories.predecessors(session, supporter.id),
        has_page=partial(queries.has_page, session),
    )


@bp.get("/endorsements/<int:endorsement_id>")
@public
def endorsement(endorsement_id: int) -> Response:
    """One entry: its evidence, its public history, how to cite it and how to object."""
    session, dates = db.session(), page_dates()
    mark = marks.of_entry(session, endorsement_id, dates.today) if dates.live else ""
    endorsement = publication.entry(session, endorsement_id)
    name = citation_views.name_of(session, endorsement, dates.known_at)
    page = render_template(
        "pages/endorsement.html",
        entry=queries.present(endorsement),
        dated=next(iter(dated_entries.on(session, [endorsement], dates)), None),
        endorsement=endorsement,
        name=name,
        counted=endorsement.status is Status.VERIFIED,
        declared=_declared(session, [endorsement.id], dates).get(endorsement.id),
        approvals=history_labels.approvals(endorsement),
        history=history_labels.public_history(
            endorsement, histories.of_supporter(session, endorsement.supporter_id)
        ),
        citation=citation_views.of_entry(session, endorsement, name, dates),
        dates=dates,
        mark=mark,
        today=dates.today,
        **instrument_views.shared(session, endorsement),
    )
    response = Response(page, mimetype="text/html")
    if endorsement.kind.is_person:
        response.headers["Cache-Control"] = NO_STORE
    return response


@bp.get("/corrections")
@public
@kept
def corrections() -> str:
    """Show what was changed in published entries and facts, up to now or as known at an instant.

    A change is an act of this site and has its time only: no day in the world narrows the list.
    """
    session, dates = db.session(), page_dates()
    before, known_at = query_args.number("before"), dates.known_at
    newest, following = corrected.corrections(
        session, before=before, within=corrected.made_by_then(known_at)
    )
    changes = corrected.of_supporters(
        session, newest, before=before, last=following is None, known_at=known_at
    )
    names = state_names(session, known_at=known_at)
    facts = corrected.of_facts(
        session, newest, names, before=before, last=following is None, known_at=known_at
    )
    return render_template(
        "pages/corrections.html",
        rows=corrected.together(newest, changes, facts),
        most=corrected.MAX_COUNTED,
        for_decision=history_labels.for_decision,
        happened=happened,
        names=names,
        following=following,
        first=before is None,
        dates=dates,
    )


def _declared(
    session: Session, entry_ids: Sequence[int], dates: AskedDates
) -> dict[int, list[Declared]]:
    """The declarations with these entries by the day, as known at the instant."""
    return declarations.by_entry(session, entry_ids, as_of=dates.as_of, known_at=dates.known_at)


def _runs(session: Session, iso3: str, known_at: datetime | None) -> list[tuple[int, int]]:
    """The years of a State's Council seats, as first and last of each run."""
    runs: list[tuple[int, int]] = []
    for seat in supporters.council_years(session, iso3, known_at=known_at):
        if runs and runs[-1][1] == seat.year - 1:
            runs[-1] = runs[-1][0], seat.year
        else:
            runs.append((seat.year, seat.year))
    return runs


def _filters() -> matrix.Filters:
    no_such = BadInput("There is no such filter.")
    return matrix.Filters(
        group=query_args.one_of("group", matrix.GROUPS, no_such),
        grade=query_args.one_of("grade", matrix.GRADES, no_such),
        permanent=query_args.text("permanent") not in ("", "0"),
        sort=query_args.one_of("sort", matrix.SORTS, no_such, default="name"),
    )
