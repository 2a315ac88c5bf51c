"""The organisations, parliamentarians and individuals of a country, who speak for themselves and
not for its government.

Organisations and parliamentarians who agreed to be named are named; of individuals only their
number is told, unless it is small.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from sqlalchemy import ColumnElement, Select, func, select, text
from sqlalchemy.orm import Session, joinedload

from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.endorsements.publication import public
from tracker.initiatives.models import Campaign, Initiative
from tracker.ledger import sequencer
from tracker.ledger.models import DatePrecision
from tracker.supporters import histories
from tracker.supporters.models import Supporter, SupporterKind
from tracker.tallies import standing
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.mandates import MIN_TOLD

IN_A_COUNTRY = text("supporters.kind IN ('organisation', 'parliamentarian')")
"""Word for word the condition of `ix_supporters_country`: only so do both databases use it."""
KINDS = (SupporterKind.PARLIAMENTARIAN, SupporterKind.ORGANISATION)
MAX_LISTED = 40
"""Supporters of a kind that are named of one country; of more, the number is told."""


@dataclass(frozen=True, kw_only=True)
class Support:
    """One entry of a supporter, and since when it counts."""

    entry: Endorsement
    since: date
    precision: DatePrecision

    @property
    def date_known(self) -> bool:
        return self.entry.date_known or self.since != self.entry.effective_on


@dataclass(frozen=True, kw_only=True)
class Backer:
    """An organisation or a parliamentarian under the name of the day, and what they support."""

    supporter: Supporter
    name: str
    support: Sequence[Support]


@dataclass(frozen=True, kw_only=True)
class Listed:
    """The supporters of one kind in a country, the first of them by name."""

    count: int = 0
    backers: Sequence[Backer] = ()

    @property
    def left_out(self) -> int:
        """The number beyond those that are named."""
        return self.count - len(self.backers)

    @property
    def by_chamber(self) -> list[tuple[str, list[Backer]]]:
        """Members by the chambers of their parliaments; those of whom none is known last."""

        def chamber(backer: Backer) -> str:
            return backer.supporter.chamber

        ordered = sorted(self.backers, key=lambda backer: (not chamber(backer), chamber(backer)))
        return [(name, list(theirs)) for name, theirs in groupby(ordered, chamber)]


@dataclass(frozen=True, kw_only=True)
class Country:
    """Support in a country besides its government's."""

    parliamentarians: Listed = field(default_factory=Listed)
    organisations: Listed = field(default_factory=Listed)


def by_code(session: Session, codes: Collection[str], dates: AskedDates) -> dict[str, Country]:
    """Return those countries, by ISO 3166-1 alpha-2, of which anybody is named on a day.

    Today, those whose entries are verified; on an earlier day, or as known earlier, those whose
    entries counted and who may be named still.
    """
    places = session.execute(_placed(session, codes, dates)).all()
    ids = [supporter.id for supporter, _count in places]
    names, support = _names(session, ids, dates), _support(session, ids, dates)
    found: dict[str, dict[SupporterKind, Listed]] = {}
    for (code, kind), theirs in groupby(places, lambda place: (place[0].country, place[0].kind)):
        rows = list(theirs)
        found.setdefault(code or "", {})[kind] = Listed(
            count=rows[0].total,
            backers=[
                Backer(
                    supporter=supporter,
                    name=names.get(supporter.id, supporter.name),
                    support=support.get(supporter.id, ()),
                )
                for supporter, _count in rows
            ],
        )
    return {
        code: Country(
            parliamentarians=kinds.get(SupporterKind.PARLIAMENTARIAN, Listed()),
            organisations=kinds.get(SupporterKind.ORGANISATION, Listed()),
        )
        for code, kinds in found.items()
    }


def individuals(session: Session, *, before: date) -> dict[str, int]:
    """Return how many individuals of each country counted before a day, by ISO 3166-1 alpha-2; of
    a country with fewer than `MIN_TOLD` nothing is said.

    Whoever supports several initiatives is counted once. Whole days alone are counted, since a
    number that grew at once would tell the country of whoever signed at that moment.
    """
    number = func.count(Endorsement.supporter_id.distinct())
    rows = session.execute(
        select(Supporter.country, number)
        .join(Endorsement, Endorsement.supporter_id == Supporter.id)
        .where(
            Endorsement.kind == SupporterKind.INDIVIDUAL,
            Endorsement.status == Status.VERIFIED,
            Endorsement.effective_on < before,
            Supporter.country.is_not(None),
        )
        .group_by(Supporter.country)
        .having(number >= MIN_TOLD)
    ).all()
    return {country: count for country, count in rows if country}


def _counted(session: Session, dates: AskedDates) -> list[ColumnElement[bool]]:
    """Return the conditions that an entry may be public and counts on the day."""
    if dates.live:
        return [*public(frozenset({Status.VERIFIED}))]
    return [*public(), standing.counted(dates.as_of, until=_until(session, dates))]


def _until(session: Session, dates: AskedDates) -> int:
    if dates.known_at is None:
        return sequencer.size(session)
    return sequencer.size_at(session, dates.known_at)


def _placed(session: Session, codes: Collection[str], dates: AskedDates) -> Select[Supporter, int]:
    """Return the first supporters of each kind in each country by name, and how many there are."""
    theirs = select(Endorsement.id).where(
        Endorsement.supporter_id == Supporter.id, *_counted(session, dates)
    )
    group = (Supporter.country, Supporter.kind)
    order = (Supporter.name_key, Supporter.id)
    ranked = (
        select(
            Supporter.id,
            func.row_number().over(partition_by=group, order_by=order).label("place"),
            func.count().over(partition_by=group).label("total"),
        )
        .where(
            IN_A_COUNTRY,
            Supporter.country.in_(codes),
            Supporter.merged_into_id.is_(None),
            theirs.exists(),
        )
        .subquery("ranked")
    )
    return (
        select(Supporter, ranked.c.total)
        .join(ranked, ranked.c.id == Supporter.id)
        .where(ranked.c.place <= MAX_LISTED)
        .order_by(Supporter.country, Supporter.kind, ranked.c.place)
    )


def _names(session: Session, ids: Collection[int], dates: AskedDates) -> dict[int, str]:
    if dates.live or not ids:
        return {}
    return histories.names_on(session, ids, dates.as_of, known_at=dates.known_at)


def _support(session: Session, ids: Collection[int], dates: AskedDates) -> dict[int, list[Support]]:
    """Return what these supporters support on the day, in the order of the home page."""
    if not ids:
        return {}
    entries = session.scalars(
        select(Endorsement)
        .join(Initiative, Initiative.id == Endorsement.initiative_id)
        .join(Campaign, Campaign.id == Initiative.campaign_id)
        .where(Endorsement.supporter_id.in_(ids), *_counted(session, dates))
        .options(joinedload(Endorsement.initiative))
        .order_by(Campaign.position, Initiative.position, Endorsement.id)
    ).all()
    counted = (
        {}
        if dates.live
        else standing.of_entries(
            session,
            [entry.id for entry in entries],
            as_of=dates.as_of,
            until=_until(session, dates),
        )
    )
    support: dict[int, list[Support]] = {}
    for entry in entries:
        then = counted.get(entry.id)
        support.setdefault(entry.supporter_id, []).append(
            Support(
                entry=entry,
                since=then.since if then else entry.effective_on or entry.submitted_at.date(),
                precision=then.precision if then else entry.effective_precision,
            )
        )
    return support
