"""The organisations that are counted on a day, in the order in which they joined, page by page.

However many there are, one page costs the same: the database is asked for the beginnings of counts
after a place, by an index in that very order, and each is then followed as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import NamedTuple

from sqlalchemy import BindParameter, Select, bindparam, literal, select, tuple_
from sqlalchemy.orm import Session

from tracker.ledger import sequencer
from tracker.ledger.models import LedgerEvent
from tracker.supporters.models import SupporterKind
from tracker.tallies import standing
from tracker.tallies.standing import NAMED, OrganisationRow

BATCH = 200
"""Beginnings that are looked at together. Nearly each is an organisation that is counted."""


class Place(NamedTuple):
    """An organisation's place in the order: the day from which it counts, and its entry."""

    since: date
    entry_id: int


@dataclass(frozen=True, kw_only=True)
class Page:
    """Some organisations in order, and between which places they are cut out of the whole."""

    rows: Sequence[OrganisationRow]
    earlier: Place | None
    """Those before it are read back from here; none on the first page."""
    later: Place | None
    """Those after it are read from here; none on the last page."""


def page(
    session: Session,
    initiative_id: int,
    *,
    as_of: date,
    known_at: datetime | None = None,
    after: Place | None = None,
    before: Place | None = None,
    limit: int,
) -> Page:
    """Return up to `limit` organisations after a place, or before one; the first without either.

    An organisation is named by the record that has the entry now; the ledger's entries keep the
    number of the record that had it then.
    """
    until = sequencer.size(session) if known_at is None else sequencer.size_at(session, known_at)
    back = before is not None
    walk = _counted(session, initiative_id, as_of, until, before or after, back=back)
    rows = list(islice(walk, limit + 1))
    has_more, rows = len(rows) > limit, rows[:limit]
    if back:
        rows.reverse()
    first, last = (_place(rows[0]), _place(rows[-1])) if rows else (None, None)
    return Page(
        rows=rows,
        earlier=first if (has_more if back else after is not None) else None,
        later=last if (back or has_more) else None,
    )


def _place(row: OrganisationRow) -> Place:
    return Place(row.since, row.endorsement_id)


def _counted(
    session: Session,
    initiative_id: int,
    as_of: date,
    until: int,
    place: Place | None,
    *,
    back: bool,
) -> Iterator[OrganisationRow]:
    """Yield who is counted, from a place on or back from it. Of the days on which a count began,
    the one from which it holds decides where it stands."""
    while True:
        begun = session.execute(_beginnings(initiative_id, as_of, until, place, back=back)).all()
        ids = {row.endorsement_id for row in begun}
        counted = standing.of_entries(session, ids, as_of=as_of, until=until)
        for on, entry_id in dict.fromkeys((row.effective_on, row.endorsement_id) for row in begun):
            now = counted.get(entry_id)
            if now is not None and now.since == on and now.supporter_id is not None:
                yield OrganisationRow(
                    endorsement_id=entry_id,
                    supporter_id=now.supporter_id,
                    since=now.since,
                    precision=now.precision,
                )
        if len(begun) < BATCH:
            return
        place = Place(begun[-1].effective_on, begun[-1].endorsement_id)


def _beginnings(
    initiative_id: int, as_of: date, until: int, place: Place | None, *, back: bool
) -> Select[date, int]:
    """Return days from which entries count, in the order of `ix_ledger_events_named`."""
    kind: BindParameter[SupporterKind] = bindparam(
        "kind", SupporterKind.ORGANISATION, LedgerEvent.kind.type, literal_execute=True
    )
    order = (LedgerEvent.effective_on, LedgerEvent.endorsement_id)
    query = select(*order).where(
        NAMED,
        LedgerEvent.initiative_id == initiative_id,
        LedgerEvent.kind == kind,
        LedgerEvent.effective_on <= as_of,
        LedgerEvent.position < until,
        LedgerEvent.delta == 1,
    )
    if place is not None:
        here, there = tuple_(*order), tuple_(literal(place.since), literal(place.entry_id))
        query = query.where(here < there if back else here > there)
    return query.order_by(*(column.desc() if back else column for column in order)).limit(BATCH)
