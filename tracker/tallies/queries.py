"""Reading tallies: how many as of a day, and what this site said at an instant.

Two clocks: `as_of` is the day in the world up to which changes of a count are summed; `known_at`
is an instant of this site, up to which the ledger is read. Every number here is a sum over the
ledger, or over the tally tables, which equal the ledger at the size that is returned with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import BindParameter, ColumnElement, ScalarSelect, and_, bindparam, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from tracker.core.orm import is_postgresql
from tracker.endorsements.lifecycle import AWAITING, Status
from tracker.endorsements.models import Endorsement
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.supporters.models import Membership, SupporterKind
from tracker.tallies import sources
from tracker.tallies.standing import GovernmentRow, OrganisationRow, governments

__all__ = [
    "Combined",
    "Facts",
    "GovernmentRow",
    "OrganisationRow",
    "States",
    "Tally",
    "combined",
    "facts",
    "governments",
    "snapshot",
    "tally",
]


@dataclass(frozen=True, kw_only=True)
class Tally:
    """The counts of one initiative. Members and observers are counted apart."""

    initiative: str
    as_of: date
    ledger_size: int
    """The entries of the ledger that these counts are a sum of, or a part of; with `known_at`, all
    entries of its day."""
    members: int
    observers: int
    announced: int
    """Governments, members and observers, whose instrument is awaited."""
    voiced: int
    organisations: int
    parliamentarians: int
    individuals: int
    awaiting: int | None
    """The number that awaits verification; none for any day but today, and for what was known
    earlier."""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The facts that a tally's ETag covers, read without counting anything."""

    initiative_id: int
    slug: str
    content_version: int
    ledger_size: int
    awaiting: int | None


@dataclass(frozen=True)
class States:
    """States by their ISO 3166-1 alpha-3 codes, members and observers apart."""

    members: frozenset[str] = frozenset()
    observers: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Combined:
    """The governments that endorsed any, all, or only one of several initiatives."""

    either: States
    both: States
    only_in: dict[int, States] = field(default_factory=dict)
    """By initiative id."""


def snapshot(session: Session) -> None:
    """Let all that this session reads next come from one moment, until its transaction ends.

    SQLite does so by itself; PostgreSQL takes a new snapshot for each statement unless asked.
    """
    if is_postgresql(session):
        session.rollback()
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})


def tally(
    session: Session,
    initiative_id: int,
    *,
    as_of: date,
    today: date,
    known_at: datetime | None = None,
) -> Tally:
    """Return the counts of one initiative on a day, in one statement and so of one ledger size.

    With `known_at`: as the ledger of that instant gives them, individuals as at the end of its day
    (UTC), which for the present day is now. An instant less than two seconds ago may still gain the
    entries that were being sequenced then.
    """
    counted = sources.changes(session, [initiative_id], known_at)
    government = counted.c.kind == SupporterKind.GOVERNMENT
    endorsed = counted.c.grade == Grade.ENDORSED

    def total(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
        return func.coalesce(func.sum(counted.c.delta).filter(and_(*conditions)), 0)

    row = session.execute(
        select(
            select(Initiative.slug).where(Initiative.id == initiative_id).scalar_subquery(),
            sources.ledger_size(known_at).label("size"),
            total(government, endorsed, counted.c.membership == Membership.MEMBER).label("members"),
            total(government, endorsed, counted.c.membership == Membership.OBSERVER),
            total(government, counted.c.grade == Grade.ANNOUNCED),
            total(government, counted.c.grade == Grade.VOICED),
            total(counted.c.kind == SupporterKind.ORGANISATION),
            total(counted.c.kind == SupporterKind.PARLIAMENTARIAN),
            total(counted.c.kind == SupporterKind.INDIVIDUAL),
            _awaiting(initiative_id).label("awaiting"),
        ).where(counted.c.effective_on <= as_of)
    ).one()
    return Tally(
        initiative=row[0],
        as_of=as_of,
        ledger_size=row[1],
        members=row[2],
        observers=row[3],
        announced=row[4],
        voiced=row[5],
        organisations=row[6],
        parliamentarians=row[7],
        individuals=row[8],
        awaiting=row[9] if as_of == today and known_at is None else None,
    )


def facts(
    session: Session,
    slug: str,
    *,
    as_of: date,
    today: date,
    known_at: datetime | None = None,
) -> Facts | None:
    """Return what a tally's ETag covers; none when there is no such initiative."""
    row = session.execute(
        select(
            Initiative.id,
            Initiative.content_version,
            sources.ledger_size(known_at),
            _awaiting(Initiative.id),
        ).where(Initiative.slug == slug)
    ).first()
    if row is None:
        return None
    return Facts(
        initiative_id=row[0],
        slug=slug,
        content_version=row[1],
        ledger_size=row[2],
        awaiting=row[3] if as_of == today and known_at is None else None,
    )


def combined(
    session: Session,
    initiative_ids: Iterable[int],
    *,
    as_of: date,
    known_at: datetime | None = None,
) -> Combined:
    """Return which governments endorsed any of these initiatives, all of them, or one alone."""
    wanted = list(initiative_ids)
    counted = sources.changes(session, wanted, known_at)
    rows = session.execute(
        select(counted.c.initiative_id, counted.c.membership, counted.c.state_iso3)
        .where(
            counted.c.kind == SupporterKind.GOVERNMENT,
            counted.c.grade == Grade.ENDORSED,
            counted.c.effective_on <= as_of,
        )
        .group_by(counted.c.initiative_id, counted.c.membership, counted.c.state_iso3)
        .having(func.sum(counted.c.delta) > 0)
    ).all()
    standing = {
        membership: {
            wanted_id: {
                row.state_iso3
                for row in rows
                if row.initiative_id == wanted_id and row.membership == membership
            }
            for wanted_id in wanted
        }
        for membership in Membership
    }

    def states(of: dict[Membership, set[str]]) -> States:
        return States(
            members=frozenset(of[Membership.MEMBER]), observers=frozenset(of[Membership.OBSERVER])
        )

    def others(sets: dict[int, set[str]], wanted_id: int) -> set[str]:
        return set().union(*(theirs for other_id, theirs in sets.items() if other_id != wanted_id))

    return Combined(
        either=states(
            {membership: set().union(*sets.values()) for membership, sets in standing.items()}
        ),
        both=states(
            {m: set.intersection(*sets.values()) if sets else set() for m, sets in standing.items()}
        ),
        only_in={
            wanted_id: states(
                {m: sets[wanted_id] - others(sets, wanted_id) for m, sets in standing.items()}
            )
            for wanted_id in wanted
        },
    )


def _awaiting(initiative_id: int | InstrumentedAttribute[int]) -> ScalarSelect[int]:
    """Return how many entries wait for reviewers, as far as anybody may know: those of the kinds
    that always wait for them. An individual waits only when its sign-up is flagged or held, and
    this number would tell its sender so, who reads what everybody else reads."""
    # The statuses are written into the statement: neither database uses a partial index for
    # values that it sees only later.
    statuses: BindParameter[list[Status]] = bindparam(
        "awaiting", sorted(AWAITING), expanding=True, literal_execute=True
    )
    return (
        select(func.count())
        .select_from(Endorsement)
        .where(
            Endorsement.initiative_id == initiative_id,
            Endorsement.status.in_(statuses),
            Endorsement.kind != SupporterKind.INDIVIDUAL,
        )
        .scalar_subquery()
    )
