"""Queries of States, organisations and persons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache

from sqlalchemy import func, inspect, select
from sqlalchemy.orm import Session, selectinload

from tracker.core import superseded_rows
from tracker.core.errors import NotFound
from tracker.supporters import histories
from tracker.supporters.changes import StateNamePeriod
from tracker.supporters.models import (
    CouncilSeat,
    Membership,
    RegionalGroup,
    State,
    StateName,
    Supporter,
)
from tracker.supporters.names import fold, plain
from tracker.supporters.seed import rows

COUNCIL = 15
"""Members of the Security Council (Charter, Article 23, as amended in 1965)."""
MAX_MATCHES = 20
"""States that a search shows."""


def state(
    session: Session, iso3: str, *, known_at: datetime | None = None, on: date | None = None
) -> State:
    """Return a State by its ISO 3166-1 alpha-3 code, as known at an instant, with its regional
    group on a day; with its names today. Raises NotFound."""
    state = session.scalars(
        select(State).where(State.iso3 == iso3).options(selectinload(State.names))
    ).first()
    if state is not None and (known_at is not None or on is not None):
        state = next(
            (other for other in all_states(session, known_at, on) if other.iso3 == iso3), None
        )
    if state is None:
        raise NotFound("There is no such State among the 193 Member States and 2 Observer States.")
    return state


def all_states(
    session: Session, known_at: datetime | None = None, on: date | None = None
) -> Sequence[State]:
    """Return the 195 States by their English names, as readers look for them: "Côte d'Ivoire"
    before "Croatia", on every database alike. As known at an instant: names, groups and standing.
    On a past day: groups."""
    states = superseded_rows.every(session, State, ("iso3",), known_at)
    if on is not None:
        groups = histories.groups_on(session, on, known_at=known_at)
        states = [
            _of_group(state, groups.get(state.iso3, state.regional_group)) for state in states
        ]
    return sorted(states, key=_by_name)


def _of_group(state: State, group: RegionalGroup) -> State:
    """Return a State of this group: a copy that belongs to no session, if it is in another
    today."""
    if group is state.regional_group:
        return state
    values = {column.key: getattr(state, column.key) for column in inspect(State).column_attrs}
    return State(**values | {"regional_group": group})


def english_names(session: Session, known_at: datetime | None = None) -> dict[str, str]:
    """Return the name of every State as the United Nations list it in English, by its code."""
    if known_at is not None:
        return {state.iso3: state.name for state in all_states(session, known_at)}
    return {row.iso3: row.name for row in session.execute(select(State.iso3, State.name))}


def names_known(session: Session, known_at: datetime | None) -> dict[str, dict[str, StateName]]:
    """Return what every State is called, by its code and language, as known at an instant."""
    names: dict[str, dict[str, StateName]] = {}
    name_rows = superseded_rows.every(session, StateName, ("iso3", "language"), known_at)
    for name in sorted(name_rows, key=lambda name: name.language):
        names.setdefault(name.iso3, {})[name.language] = name
    return names


def states_with_names(session: Session) -> Sequence[State]:
    """Return the 195 States by their English names, each with its names in the official
    languages."""
    states = session.scalars(select(State).options(selectinload(State.names)))
    return sorted(states, key=_by_name)


def member_count(session: Session) -> int:
    """Return how many Member States there are: 193."""
    query = select(func.count()).where(State.membership == Membership.MEMBER)
    return session.scalar(query) or 0


def state_names(
    session: Session, language: str, known_at: datetime | None = None
) -> dict[str, str]:
    """Return the short name of every State in one of the six official languages, by its code."""
    if known_at is not None:
        names = names_known(session, known_at)
        return {
            iso3: by_language[language].short_name
            for iso3, by_language in names.items()
            if language in by_language
        }
    return {
        row.iso3: row.short_name
        for row in session.execute(
            select(StateName.iso3, StateName.short_name).where(StateName.language == language)
        )
    }


def council_years(
    session: Session, iso3: str, *, known_at: datetime | None = None
) -> Sequence[CouncilSeat]:
    """Return a State's seats in the Security Council, by year."""
    if known_at is not None:
        seats = [seat for seat in _seats(session, known_at) if seat.iso3 == iso3]
        return sorted(seats, key=lambda seat: seat.year)
    return session.scalars(
        select(CouncilSeat).where(CouncilSeat.iso3 == iso3).order_by(CouncilSeat.year)
    ).all()


def _seats(session: Session, known_at: datetime) -> Sequence[CouncilSeat]:
    return superseded_rows.every(session, CouncilSeat, ("iso3", "year"), known_at)


def council_span(session: Session, *, known_at: datetime | None = None) -> tuple[int, int]:
    """Return the first and the last year of which the Security Council's members are on record."""
    if known_at is not None:
        years = [seat.year for seat in _seats(session, known_at)] or [0]
        return min(years), max(years)
    first, last = session.execute(
        select(func.min(CouncilSeat.year), func.max(CouncilSeat.year))
    ).one()
    return first or 0, last or 0


def council_of(session: Session, year: int, *, known_at: datetime | None = None) -> set[str] | None:
    """Return the codes of the Security Council's fifteen members in a year; none if they are not
    recorded."""
    if known_at is not None:
        members = {seat.iso3 for seat in _seats(session, known_at) if seat.year == year}
        return members if len(members) == COUNCIL else None
    members = set(session.scalars(select(CouncilSeat.iso3).where(CouncilSeat.year == year)))
    return members if len(members) == COUNCIL else None


def government(session: Session, iso3: str) -> Supporter:
    """Return the supporter that is a State's government. Raises NotFound."""
    supporter = session.scalars(select(Supporter).where(Supporter.state_iso3 == iso3)).first()
    if supporter is None:
        raise NotFound("There is no such State among the 193 Member States and 2 Observer States.")
    return supporter


def government_ids(session: Session) -> dict[str, int]:
    """Return the supporter that is each State's government, by the State's code."""
    rows = session.execute(
        select(Supporter.state_iso3, Supporter.id).where(Supporter.state_iso3.is_not(None))
    )
    return {row.state_iso3: row.id for row in rows}


def states_matching(
    session: Session, q: str, *, known_at: datetime | None = None
) -> Sequence[State]:
    """Return the States of which a name in any official language, an alternative or former name,
    or the code contains the text."""
    key = plain(q)
    if not key:
        return []
    codes = {iso3 for name, iso3 in _aliases() if key in name} | {q.strip().upper()}
    for names in (StateName, StateNamePeriod):
        name_rows = session.execute(select(names.iso3, names.short_name, names.formal_name))
        codes |= {
            row.iso3
            for row in name_rows
            if key in plain(row.short_name) or key in plain(row.formal_name)
        }
    states = all_states(session, known_at)
    return [state for state in states if state.iso3 in codes or state.iso2 in codes][:MAX_MATCHES]


def _by_name(state: State) -> str:
    return fold(state.name)


@cache
def _aliases() -> list[tuple[str, str]]:
    """Return the alternative names of the data file, in plain letters, each with its State's
    code."""
    return [(plain(row["name"]), row["iso3"]) for row in rows("state_aliases.csv")]
