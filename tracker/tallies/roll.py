"""The roll: every public entry that is counted on a day, read piece by piece in one lasting order.

Governments, organisations, and parliamentarians who agreed to be named; individuals never. However
long the roll is, one piece of it is in memory at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import compress
from operator import eq

from sqlalchemy import BindParameter, Select, String, and_, bindparam, select, text, type_coerce
from sqlalchemy import Row as Fetched
from sqlalchemy.orm import Session

from tracker.core.orm import is_postgresql
from tracker.endorsements import declarations
from tracker.endorsements.declarations import Declared
from tracker.endorsements.evidence.models import Evidence
from tracker.endorsements.models import Endorsement, Origin
from tracker.endorsements.publication import public
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Campaign, Initiative
from tracker.ledger import sequencer
from tracker.ledger.models import DatePrecision, LedgerEvent
from tracker.supporters import histories
from tracker.supporters import queries as supporters
from tracker.supporters.models import State, Supporter, SupporterKind
from tracker.tallies import standing, texts
from tracker.tallies.rows import KINDS, Cited, Place, Row, Sought
from tracker.tallies.texts import Citation

__all__ = ["KINDS", "Cited", "Place", "Row", "Sought", "entries", "entry", "ledger_size", "page"]

LISTED = text("endorsements.kind IN ('government', 'organisation', 'parliamentarian')")
"""Word for word the condition of `ix_endorsements_listed`: only so do both databases use it."""
Columns = tuple[int, int, date, bool, str, str, str | None, str | None, int | None, str, date, str]
"""Columns of `_lines`, in its order."""
Line = Fetched[*Columns]
_ORIGINS: dict[str, Origin] = {origin.value: origin for origin in Origin}
_GRADES: dict[str, Grade] = {grade.value: grade for grade in Grade}
_PRECISIONS = {precision.value: precision for precision in DatePrecision}
MAX_LOOKED_AT = 2_000
"""Entries that are looked at for one page."""
BATCH = 250
"""Entries of the whole roll that are in memory at once. More are not quicker, and a web process
would keep the memory. The first so many are read before all the others, so that a file begins at
once."""


def ledger_size(session: Session, known_at: datetime | None) -> int:
    """Return how many entries of the ledger are read, now or as known at an instant. To be shown to
    nobody: it would tell when individuals were counted (`sources.ledger_size` may be shown)."""
    return sequencer.size(session) if known_at is None else sequencer.size_at(session, known_at)


def page(
    session: Session, sought: Sought, *, after: Place | None, limit: int, most: int = MAX_LOOKED_AT
) -> tuple[list[Row], Place | None]:
    """Return up to `limit` rows after a place, and where the next page begins; none at the end.

    At most `most` entries are looked at, so a page may have fewer rows, even none, and yet a next.
    """
    states = _States(session, sought)
    looked_at = 0
    rows_shown: list[Row] = []
    for slug, initiative_id, kind, last in _streams(session, sought, after):
        while True:
            size = min(limit + 1, most - looked_at)
            lines = session.execute(_lines(sought, initiative_id, kind, last, size)).all()
            rows, ids = _rows(session, sought, states, (slug, initiative_id, kind), lines)
            looked_at += len(ids)
            if len(rows_shown) + len(rows) > limit:
                rows_shown += rows[: limit - len(rows_shown)]
                return rows_shown, rows_shown[-1].place
            rows_shown += rows
            if len(ids) < size:
                break
            last = ids[-1]
            if looked_at >= most:
                return rows_shown, Place(slug, kind, last)
    return rows_shown, None


def entry(session: Session, sought: Sought, entry_id: int) -> Row | None:
    """Return the row of one public entry, whose initiative and kind are sought; none if it is not
    counted on the day."""
    if sought.initiative is None or sought.kind is None:
        raise ValueError("an entry is sought among those of its initiative and kind")
    before = Place(sought.initiative, sought.kind, entry_id - 1)
    rows, _next = page(session, sought, after=before, limit=1, most=1)
    return next((row for row in rows if row.entry_id == entry_id), None)


def entries(session: Session, sought: Sought, *, piece: int = BATCH) -> Iterator[Row]:
    """Yield the whole roll as sought, initiative by initiative and kind by kind, in the order of
    its entries' numbers. What was read is let go."""
    states = _States(session, sought)
    if is_postgresql(session):
        # The whole is wanted, not the first rows soon: a cursor is planned for the latter.
        session.execute(text("SET LOCAL cursor_tuple_fraction = 1"))
    for slug, initiative_id, kind, _last in _streams(session, sought, None):
        stream = (slug, initiative_id, kind)
        # The first few by themselves: before the rest is begun, all of it has to be sorted.
        few = session.execute(_lines(sought, initiative_id, kind, 0, piece)).all()
        rows, ids = _rows(session, sought, states, stream, few)
        yield from rows
        if len(ids) < piece:
            continue
        options = {"stream_results": True, "yield_per": piece}
        connection = session.connection()
        rest = _lines(sought, initiative_id, kind, ids[-1], None)
        theirs = texts.evidence(initiative_id, kind).where(Evidence.endorsement_id > ids[-1])
        parts = connection.execute(rest, execution_options=options).partitions(piece)
        evidence = iter(connection.execute(theirs, execution_options=options))
        for part, citations in texts.beside(_whole_entries(parts), evidence):
            yield from _rows(session, sought, states, stream, part, citations)[0]
            session.expunge_all()


def _whole_entries(parts: Iterable[Sequence[Line]]) -> Iterator[list[Line]]:
    """Yield the same lines, cut so that no entry's lines stand in two parts."""
    held: list[Line] = []
    for part in parts:
        lines = [*held, *part]
        cut = len(lines) - 1
        while cut and lines[cut - 1][0] == lines[cut][0]:
            cut -= 1
        if cut:
            yield lines[:cut]
        held = lines[cut:]
    if held:
        yield held


class _States:
    """The 195 States, what they were called on a day, and what they declared with their entries,
    read once."""

    def __init__(self, session: Session, sought: Sought) -> None:
        states = supporters.all_states(session, sought.known_at, sought.past)
        self.of = {state.iso3: state for state in states}
        self.named = {iso3: state.name for iso3, state in self.of.items()}
        self.declared: dict[int, list[Declared]] = {}
        if SupporterKind.GOVERNMENT in sought.kinds:
            self.declared = declarations.by_entry(
                session, as_of=sought.as_of, known_at=sought.known_at
            )
        self.left_out = {
            iso3
            for iso3, state in self.of.items()
            if sought.group and state.regional_group is not sought.group
        }
        if sought.as_of < sought.today:
            self.named |= histories.state_names_on(
                session, "en", sought.as_of, known_at=sought.known_at
            )


def _streams(
    session: Session, sought: Sought, after: Place | None
) -> Iterator[tuple[str, int, SupporterKind, int]]:
    """Yield initiative, kind, and the number after which to read, from a place on."""
    query = select(Initiative.slug, Initiative.id).join(Campaign)
    if sought.initiative is not None:
        query = query.where(Initiative.slug == sought.initiative)
    rows = session.execute(query.order_by(Campaign.position, Initiative.position)).all()
    reached = after is None
    for slug, initiative_id in rows:
        for kind in sought.kinds:
            here = after is not None and (slug, kind) == (after.initiative, after.kind)
            reached = reached or here
            if reached:
                yield slug, initiative_id, kind, after.entry_id if after and here else 0


def _rows(
    session: Session,
    sought: Sought,
    states: _States,
    stream: tuple[str, int, SupporterKind],
    lines: Sequence[Line],
    evidence: Sequence[Citation] | None = None,
) -> tuple[list[Row], list[int]]:
    """Return those of the entries of these lines that are counted on the day as sought; and the
    numbers of all of them. Their evidence is asked for unless it is given.

    Nearly every entry has one line in the ledger, and that is all there is to it. Those with more
    are asked about together.
    """
    slug, initiative_id, kind = stream
    if not lines:
        return [], []
    ids = [line[0] for line in lines]
    many = set(compress(ids, map(eq, ids, ids[1:])))
    if many:
        lines = list({line[0]: line for line in lines}.values())
        ids = [line[0] for line in lines]
    counted = standing.of_entries(session, many, as_of=sought.as_of, until=sought.until)
    if evidence is None:
        between = Evidence.endorsement_id.between(ids[0], ids[-1])  # fewer words than all of them
        evidence = session.execute(texts.evidence(initiative_id, kind).where(between)).all()
    cited = texts.cited(session, evidence)
    once: dict[int, str] = {}
    if sought.as_of < sought.today or sought.known_at is not None:
        once = histories.names_on(
            session, {line[1] for line in lines}, sought.as_of, known_at=sought.known_at
        )
    rows = []
    for (
        id,
        supporter_id,
        on,
        known,
        origin,
        name,
        iso3,
        country,
        delta,
        grade_word,
        since,
        by,
    ) in lines:
        if id in many:
            now = counted.get(id)
            if now is None:
                continue
            grade, since, precision = now.grade, now.since, now.precision
        elif delta == 1:
            grade, precision = _GRADES[grade_word], _PRECISIONS[by]
        else:
            continue
        if iso3 in states.left_out or sought.grade not in (None, grade):
            continue
        rows.append(
            Row(
                id,
                slug,
                kind,
                states.named[iso3] if iso3 else once.get(supporter_id) or name,
                states.of[iso3] if iso3 else None,
                supporter_id,
                None if iso3 else country,
                grade,
                since,
                precision,
                known or since != on,
                _ORIGINS[origin],
                cited.get(id, ()),
                states.declared.get(id, ()),
            )
        )
    return rows, ids


def _lines(
    sought: Sought, initiative_id: int, kind: SupporterKind, last: int, size: int | None
) -> Select[*Columns]:
    """Return public entries in the order of their numbers, each with its lines in the ledger, if
    any."""
    # The kind is written into the statement: neither database uses a partial index for a value
    # that it sees only later.
    kinds: BindParameter[SupporterKind] = bindparam(
        "kind", kind, Endorsement.kind.type, literal_execute=True
    )
    entries = (
        select(
            Endorsement.id,
            Endorsement.supporter_id,
            Endorsement.effective_on,
            Endorsement.date_known,
            type_coerce(Endorsement.origin, String).label("origin"),
        )
        .where(
            LISTED,
            Endorsement.initiative_id == initiative_id,
            Endorsement.kind == kinds,
            *([Endorsement.id > last] if last else []),  # a start of 0 would invite a slower plan
            *public(),
        )
        .order_by(Endorsement.id)
        .limit(size)
    )
    if sought.state or sought.group:
        entries = entries.join(Supporter, Supporter.id == Endorsement.supporter_id)
        entries = entries.join(State, State.iso3 == Supporter.state_iso3)
    if sought.state:
        entries = entries.where(State.iso3 == sought.state)
    if sought.group and sought.known_at is None and sought.past is None:
        # Of another day or instant `_rows` asks in which group it was then.
        entries = entries.where(State.regional_group == sought.group)
    entry = entries.subquery("entry")
    return (
        select(
            *entry.c,
            Supporter.name,
            Supporter.state_iso3,
            Supporter.country,
            LedgerEvent.delta,
            type_coerce(LedgerEvent.grade, String).label("grade"),
            LedgerEvent.effective_on.label("since"),
            type_coerce(LedgerEvent.effective_precision, String).label("precision"),
        )
        .join(Supporter, Supporter.id == entry.c.supporter_id)
        .outerjoin(
            LedgerEvent,
            and_(
                LedgerEvent.endorsement_id == entry.c.id,
                LedgerEvent.effective_on <= sought.as_of,
                LedgerEvent.position < sought.until,
            ),
        )
        .order_by(entry.c.id)
    )
