"""Verification that endorsements, decisions, the ledger and the tallies agree: four accounts of one
support.

Each is kept for itself, so whoever changes one of them behind the site's back leaves a difference.
Everything is compared by the database, in one snapshot and in slices of entries, so that a million
of them need little memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from tracker.endorsements.decisions import Decision
from tracker.endorsements.models import Endorsement
from tracker.ledger import sequencer
from tracker.ledger.models import Checkpoint, LedgerEvent
from tracker.tallies import projection, verification_queries
from tracker.tallies.verification_queries import Digest

BATCH = 50_000
"""Numbers of entries that are compared at once."""
MAX_DIFFERENCES = 1_000
"""Differences that are named; of more, only their number is said."""


@dataclass(frozen=True, order=True, kw_only=True)
class Difference:
    """One thing that does not agree, and of which entry."""

    entry_id: int | None
    what: str

    def __str__(self) -> str:
        return self.what if self.entry_id is None else f"R-{self.entry_id:06d}: {self.what}"


@dataclass(kw_only=True)
class Verification:
    """The outcome: what was compared, and what does not agree."""

    ledger_size: int
    entries: int
    count: int = 0
    """The number of differences; at most `MAX_DIFFERENCES` are named."""
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
    digest = verification_queries.digest(session)
    for first in range(0, last, BATCH):
        until = min(first + BATCH, last)
        verification.add(_of_entries(session, first, until, digest))
        done(until - first)
    verification.differences.sort(
        key=lambda difference: (difference.entry_id or 0, difference.what)
    )
    return verification


def _of_the_ledger(session: Session, size: int) -> Iterator[Difference]:
    """Yield whether the ledger is whole, in order, and as its checkpoints say."""
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


def _of_entries(session: Session, first: int, until: int, digest: Digest) -> Iterator[Difference]:
    """Yield what does not agree of the entries numbered after `first`, up to `until`."""
    for entry_id, status, counted in session.execute(
        verification_queries.counted_otherwise(first, until)
    ):
        yield Difference(
            entry_id=entry_id,
            what=f"is {status}, and its grade and days are not as the ledger counts them"
            f" ({int(counted):+d})",
        )
    for rows, what in (
        (
            verification_queries.of_another(first, until, digest),
            "the ledger counts it for another supporter or initiative",
        ),
        (verification_queries.of_another_kind(first, until), "its supporter is of another kind"),
        (
            verification_queries.without_foundation(first, until),
            "is of the published record without decision or evidence",
        ),
        (
            verification_queries.approved_by_others(first, until),
            "those who approved it are not those who decided",
        ),
    ):
        for entry_id in session.scalars(rows):
            yield Difference(entry_id=entry_id, what=what)
    for entry_id, status, decided in session.execute(
        verification_queries.decided_otherwise(first, until)
    ):
        reason = f"the last decision says {decided}" if decided else "nobody decided so"
        yield Difference(entry_id=entry_id, what=f"is {status}, and {reason}")
    for entry_id, cause, entries, least, most in session.execute(
        verification_queries.unlike_decisions(first, until)
    ):
        due = f"{least}" if least == most else f"{least} to {most}"
        yield Difference(
            entry_id=entry_id,
            what=f"ledger entries by “{cause}”: {entries}, and by its decisions {due}",
        )
