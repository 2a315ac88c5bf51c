"""Whether endorsements, decisions, the ledger and the tallies agree: four accounts of one support.

Each is kept for itself, so whoever changes one of them behind the site's back leaves a difference.
Everything is compared by the database, in one snapshot and in slices of entries, so that a million
of them need little memory.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    String,
    and_,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session, aliased

from tracker.core.orm import is_postgresql
from tracker.endorsements.decisions import Decision
from tracker.endorsements.evidence.models import Evidence
from tracker.endorsements.lifecycle import Action, ActorKind, Status
from tracker.endorsements.merging.models import Effect, Merge, MergeRow
from tracker.endorsements.models import Endorsement, Origin
from tracker.endorsements.retention.services import WITHOUT_EVIDENCE
from tracker.ledger import sequencer
from tracker.ledger.models import Checkpoint, DatePrecision, LedgerEvent
from tracker.supporters.models import Supporter, SupporterKind
from tracker.tallies import projection
from tracker.tallies.projection import UtcDay

SLICE = 50_000
"""How many numbers of entries are compared at once."""
MAX_DIFFERENCES = 1_000
"""How many differences are named; of more, only how many there are is said."""
BEGINS = (Action.CONFIRM, Action.PUBLISH, Action.REINSTATE, Action.RESTORE, Action.VERIFY)
ENDS = (Action.LAPSE, Action.SUPERSEDE, Action.SUSPEND)
AMENDS = (Action.REDATE, Action.REGRADE)
TAKES_BACK = (Action.INVALIDATE, Action.REOPEN)
COUNTS = (*BEGINS, *ENDS, *AMENDS, *TAKES_BACK, Action.ERASE, Action.WITHDRAW)
"""What may change a count, and so stands as the cause of ledger entries."""
PERSONS = (SupporterKind.INDIVIDUAL, SupporterKind.PARLIAMENTARIAN)
UNDECIDED = (Status.STAGED, Status.UNCONFIRMED)
"""In these an entry begins, before anybody decides anything."""


@dataclass(frozen=True, order=True, kw_only=True)
class Difference:
    """One thing that does not agree, and of which entry."""

    entry_id: int | None
    what: str

    def __str__(self) -> str:
        return self.what if self.entry_id is None else f"R-{self.entry_id:06d}: {self.what}"


@dataclass(kw_only=True)
class Verification:
    """What was compared, and what does not agree."""

    ledger_size: int
    entries: int
    count: int = 0
    """How many differences there are; at most `MAX_DIFFERENCES` are named."""
    differences: list[Difference] = field(default_factory=list)

    def add(self, differences: Iterator[Difference]) -> None:
        for difference in differences:
            self.count += 1
            if len(self.differences) < MAX_DIFFERENCES:
                self.differences.append(difference)


def verify(session: Session, *, done: Callable[[int], object] = lambda count: None) -> Verification:
    """Compare everything. `done` hears of how many numbers of entries each slice was.

    The caller sees to it that all is read from one moment (`queries.snapshot`).
    """
    last = session.scalar(select(func.max(Endorsement.id))) or 0
    verification = Verification(
        ledger_size=sequencer.size(session),
        entries=session.scalar(select(func.count()).select_from(Endorsement)) or 0,
    )
    verification.add(_of_the_ledger(session, verification.ledger_size))
    verification.add(
        Difference(entry_id=None, what=f"tally, {line}")
        for line in projection.differences(session, size=verification.ledger_size)
    )
    digest = _digest(session)
    for first in range(0, last, SLICE):
        until = min(first + SLICE, last)
        verification.add(_of_entries(session, first, until, digest))
        done(until - first)
    verification.differences.sort(key=lambda one: (one.entry_id or 0, one.what))
    return verification


def _of_the_ledger(session: Session, size: int) -> Iterator[Difference]:
    """Whether the ledger is whole, in order, and as its checkpoints say."""
    position, recorded_at = LedgerEvent.position, LedgerEvent.recorded_at
    placed, first, last = session.execute(
        select(func.count(position), func.min(position), func.max(position))
    ).one()
    if placed != size or (size and (first, last) != (0, size - 1)):
        yield Difference(
            entry_id=None,
            what=f"the ledger has {placed} entries between {first} and {last}, its checkpoint says"
            f" {size}",
        )
    before = func.lag(recorded_at).over(order_by=position)
    ordered = select(position, recorded_at, before.label("before")).where(position.is_not(None))
    steps = ordered.subquery()
    for row in session.execute(
        select(steps.c.position).where(steps.c.recorded_at < steps.c.before)
    ):
        yield Difference(
            entry_id=None, what=f"ledger entry {row[0]} was recorded before the one before it"
        )
    unlike = (
        select(Checkpoint.size)
        .outerjoin(LedgerEvent, LedgerEvent.position == Checkpoint.size - 1)
        .where(
            or_(LedgerEvent.id.is_(None), LedgerEvent.recorded_at != Checkpoint.recorded_at),
            Checkpoint.size > 0,
        )
    )
    for number in session.scalars(unlike):
        yield Difference(entry_id=None, what=f"checkpoint {number} is not as the ledger was then")
    for model, name in ((LedgerEvent, "ledger entry"), (Decision, "decision")):
        orphans = (
            select(model.id)
            .outerjoin(Endorsement, Endorsement.id == model.endorsement_id)
            .where(Endorsement.id.is_(None))
        )
        for number in session.scalars(orphans):
            yield Difference(entry_id=None, what=f"{name} number {number} is of no endorsement")


def _of_entries(
    session: Session, first: int, until: int, digest: Callable[[Any], Any]
) -> Iterator[Difference]:
    """What does not agree of the entries numbered after `first`, up to `until`."""
    for entry_id, status, counted in session.execute(_counted_otherwise(first, until)):
        yield Difference(
            entry_id=entry_id,
            what=f"is {status}, and its grade and days are not as the ledger counts them"
            f" ({int(counted):+d})",
        )
    for rows, what in (
        (
            _of_another(first, until, digest),
            "the ledger counts it for another supporter or initiative",
        ),
        (_of_another_kind(first, until), "its supporter is of another kind"),
        (
            _without_foundation(first, until),
            "is of the published record without decision or evidence",
        ),
        (_approved_by_others(first, until), "those who approved it are not those who decided"),
    ):
        for entry_id in session.scalars(rows):
            yield Difference(entry_id=entry_id, what=what)
    for entry_id, status, decided in session.execute(_decided_otherwise(first, until)):
        said = f"the last decision says {decided}" if decided else "nobody decided so"
        yield Difference(entry_id=entry_id, what=f"is {status}, and {said}")
    for entry_id, cause, entries, least, most in session.execute(_unlike_decisions(first, until)):
        due = f"{least}" if least == most else f"{least} to {most}"
        yield Difference(
            entry_id=entry_id,
            what=f"ledger entries by “{cause}”: {entries}, and by its decisions {due}",
        )


def _between(column: Any, first: int, until: int) -> ColumnElement[bool]:
    return and_(column > first, column <= until)


def _counted_otherwise(first: int, until: int) -> Any:
    """Entries whose status, grade and days are not what the ledger's entries of them add up to."""
    on, by = (LedgerEvent.effective_precision == each for each in DatePrecision)
    days = (
        select(
            LedgerEvent.endorsement_id,
            LedgerEvent.grade,
            LedgerEvent.effective_on,
            func.sum(LedgerEvent.delta).label("delta"),
            func.coalesce(func.sum(LedgerEvent.delta).filter(on), 0).label("on"),
            func.coalesce(func.sum(LedgerEvent.delta).filter(by), 0).label("by"),
        )
        .where(_between(LedgerEvent.endorsement_id, first, until))
        .group_by(LedgerEvent.endorsement_id, LedgerEvent.grade, LedgerEvent.effective_on)
        .subquery("days")
    )
    entry = Endorsement
    since = and_(days.c.grade == entry.grade, days.c.effective_on == entry.effective_on)
    ended_on = case(
        (entry.status == Status.SUSPENDED, UtcDay(entry.status_since)), else_=entry.ended_on
    )
    end = and_(days.c.grade == entry.grade, days.c.effective_on == ended_on)

    def total(column: Any, condition: ColumnElement[bool] | None = None) -> ColumnElement[int]:
        added = func.sum(column)
        return func.coalesce(added if condition is None else added.filter(condition), 0)

    counted, begun, ended = (total(days.c.delta, each) for each in (None, since, end))
    precise = total(
        case((entry.effective_precision == DatePrecision.ON, days.c.on), else_=days.c.by), since
    )
    left = func.count().filter(days.c.delta != 0)
    stands = and_(counted == 1, begun == 1, precise == 1)
    stopped = and_(
        counted == 0,
        case((ended_on == entry.effective_on, begun == 0), else_=and_(begun == 1, ended == -1)),
    )
    was_counted = entry.verified_at.is_not(None)
    over = (Status.SUSPENDED, Status.WITHDRAWN, Status.SUPERSEDED, Status.LAPSED)
    agrees = case(
        (entry.status == Status.VERIFIED, stands),
        (and_(was_counted, entry.status.in_(over)), stopped),
        (and_(was_counted, entry.status == Status.ERASED), counted == 0),
        else_=left == 0,
    )
    return (
        select(entry.id, _text(entry.status), counted)
        .outerjoin(days, days.c.endorsement_id == entry.id)
        .where(_between(entry.id, first, until))
        .group_by(entry.id)
        .having(~agrees)
    )


def _of_another(first: int, until: int, digest: Callable[[Any], Any]) -> Any:
    """Entries that the ledger counts for another initiative, kind, State, record or person."""
    moved = and_(
        *(
            select(MergeRow.merge_id)
            .join(Merge, Merge.id == MergeRow.merge_id)
            .where(
                MergeRow.endorsement_id == Endorsement.id,
                MergeRow.what == Effect.MOVED,
                or_(Merge.kept_id == record, Merge.merged_id == record),
            )
            .exists()
            for record in (Endorsement.supporter_id, LedgerEvent.supporter_id)
        )
    )
    unlike = or_(
        LedgerEvent.initiative_id != Endorsement.initiative_id,
        LedgerEvent.kind != Endorsement.kind,
        func.coalesce(LedgerEvent.state_iso3, "") != func.coalesce(Supporter.state_iso3, ""),
        and_(
            Endorsement.kind.not_in(PERSONS),
            func.coalesce(LedgerEvent.supporter_id, 0) != Endorsement.supporter_id,
            ~moved,
        ),
        and_(
            Endorsement.kind.in_(PERSONS),
            Endorsement.commitment_salt.is_not(None),
            func.coalesce(LedgerEvent.commitment, "")
            != digest(Endorsement.commitment_salt.concat(":").concat(_text(Endorsement.id))),
        ),
    )
    return (
        select(Endorsement.id)
        .distinct()
        .select_from(LedgerEvent)
        .join(Endorsement, Endorsement.id == LedgerEvent.endorsement_id)
        .join(Supporter, Supporter.id == Endorsement.supporter_id)
        .where(_between(LedgerEvent.endorsement_id, first, until), unlike)
    )


def _of_another_kind(first: int, until: int) -> Any:
    return (
        select(Endorsement.id)
        .join(Supporter, Supporter.id == Endorsement.supporter_id)
        .where(_between(Endorsement.id, first, until), Supporter.kind != Endorsement.kind)
    )


def _without_foundation(first: int, until: int) -> Any:
    """Entries of the published record that rest on nothing."""
    evidence = select(Evidence.id).where(Evidence.endorsement_id == Endorsement.id)
    published = select(Decision.id).where(
        Decision.endorsement_id == Endorsement.id,
        Decision.action == Action.PUBLISH,
        Decision.actor_kind == ActorKind.SYSTEM,
        Decision.cites != "",
    )
    return select(Endorsement.id).where(
        _between(Endorsement.id, first, until),
        Endorsement.origin == Origin.PUBLISHED_RECORD,
        Endorsement.verified_at.is_not(None),
        Endorsement.status.not_in(WITHOUT_EVIDENCE),
        or_(~evidence.exists(), ~published.exists()),
    )


def _approved_by_others(first: int, until: int) -> Any:
    """Entries whose approvers are not those who decided; a government has two."""

    def decided(action: Action, by: Any) -> Any:
        return (
            select(Decision.id)
            .where(
                Decision.endorsement_id == Endorsement.id,
                Decision.action == action,
                Decision.staff_id == by,
            )
            .exists()
        )

    entry = Endorsement
    of_two = or_(
        ~decided(Action.APPROVE, entry.first_approver_id),
        ~decided(Action.VERIFY, entry.second_approver_id),
    )
    of_one = and_(
        entry.first_approver_id.is_not(None), ~decided(Action.VERIFY, entry.first_approver_id)
    )
    return select(entry.id).where(
        _between(entry.id, first, until),
        entry.origin != Origin.PUBLISHED_RECORD,
        entry.verified_at.is_not(None),
        case((entry.kind == SupporterKind.GOVERNMENT, of_two), else_=of_one),
    )


def _decided_otherwise(first: int, until: int) -> Any:
    """Entries whose status is not the one to which the newest decision led."""
    newest = (
        select(Decision.endorsement_id, func.max(Decision.id).label("id"))
        .where(_between(Decision.endorsement_id, first, until), Decision.to_status.is_not(None))
        .group_by(Decision.endorsement_id)
        .subquery("newest")
    )
    decision = aliased(Decision)
    return (
        select(Endorsement.id, _text(Endorsement.status), _text(decision.to_status))
        .outerjoin(newest, newest.c.endorsement_id == Endorsement.id)
        .outerjoin(decision, decision.id == newest.c.id)
        .where(
            _between(Endorsement.id, first, until),
            or_(
                decision.to_status != Endorsement.status,
                and_(decision.id.is_(None), Endorsement.status.not_in(UNDECIDED)),
            ),
        )
    )


def _unlike_decisions(first: int, until: int) -> Any:
    """Causes of which an entry has more ledger entries than its decisions account for, or fewer."""
    action, source, target = Decision.action, Decision.from_status, Decision.to_status
    from_verified = source == Status.VERIFIED
    least = case(
        (action == Action.CONFIRM, case((target == Status.VERIFIED, 1), else_=0)),
        (action.in_((*BEGINS, *ENDS)), 1),
        (action.in_(AMENDS), 2),
        (and_(action.in_((Action.REOPEN, Action.ERASE, Action.WITHDRAW)), from_verified), 1),
        else_=0,
    )
    most = case(
        (action.in_(AMENDS), 4),
        (action == Action.INVALIDATE, 1_000),
        (and_(action == Action.REOPEN, from_verified), 1_000),
        (and_(action == Action.WITHDRAW, source == Status.SUSPENDED), 2),
        else_=least,
    )
    decided = select(
        Decision.endorsement_id.label("entry"),
        _text(action).label("cause"),
        literal(0, Integer).label("entries"),
        least.label("least"),
        most.label("most"),
    ).where(_between(Decision.endorsement_id, first, until), action.in_(COUNTS))
    recorded = select(
        LedgerEvent.endorsement_id,
        LedgerEvent.cause,
        literal(1, Integer),
        literal(0, Integer),
        literal(0, Integer),
    ).where(_between(LedgerEvent.endorsement_id, first, until))
    both = union_all(decided, recorded).subquery("both")
    entries, least_of, most_of = (
        func.sum(each) for each in (both.c.entries, both.c.least, both.c.most)
    )
    return (
        select(both.c.entry, both.c.cause, entries, least_of, most_of)
        .group_by(both.c.entry, both.c.cause)
        .having(or_(entries < least_of, entries > most_of))
    )


def _text(column: Any) -> Any:
    """A number or a choice as the database keeps it: what was tampered with may be no choice."""
    return cast(column, String)


def _digest(session: Session) -> Callable[[Any], Any]:
    """SHA-256 in hexadecimal, as something to select: PostgreSQL has it, SQLite is taught it."""
    connection = session.connection()
    if is_postgresql(connection):
        return lambda text: func.encode(func.sha256(func.convert_to(text, "UTF8")), "hex")
    driver: Any = connection.connection.driver_connection
    driver.create_function("sha256_hex", 1, _sha256, deterministic=True)
    return func.sha256_hex


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
