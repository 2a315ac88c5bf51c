"""One decision about many entries: listed first, then carried out by the worker, and undone.

Every row goes through the same verb as a decision about one entry, in a savepoint of its own; what
a rule forbids is left and named. Progress stands in the rows, so a killed worker's successor goes
on where it stopped, and nothing is decided twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, case, func, insert, literal, select, update
from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.core.crypto import Vault
from tracker.core.errors import Conflict, NotFound, RuleBroken
from tracker.core.orm import affected, has_rows
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Action, ReasonCode
from tracker.endorsements.models import Endorsement
from tracker.review.bulk import sweep_steps
from tracker.review.decisions import checks, independence, reasons, services
from tracker.review.decisions import undo as decisions_undo
from tracker.review.decisions.verdict import Verdict
from tracker.review.models import Bulk, BulkRow, BulkState, Sweep
from tracker.review.queue import claims, queries
from tracker.review.queue.queries import Filters

ACTIONS = (Action.APPROVE, Action.VERIFY, Action.REJECT)
"""Decisions that may be taken on many entries at once."""
MAX_ENTRIES = 5_000
"""The most entries of one bulk: more than one person can answer for is no decision."""
BATCH = 50
"""Entries in one transaction, so that sign-ups on SQLite wait for a fraction of a second."""
UNFINISHED = (BulkState.RUNNING, BulkState.UNDOING)


def prepare(
    session: Session, staff: User, ids: Sequence[int] | None, filters: Filters, *, now: datetime
) -> Bulk:
    """List entries for one decision: those named, or all of this part of the queue that this
    person may judge. Raises RuleBroken when there are none, or too many."""
    query = select(Endorsement.id).where(*claims.mine_to_judge(staff, now=now))
    query = (
        query.where(*filters.conditions()) if ids is None else query.where(Endorsement.id.in_(ids))
    )
    count = session.scalar(select(func.count()).select_from(query.subquery()))
    if not count:
        raise RuleBroken("None of these entries waits for your decision.")
    if count > MAX_ENTRIES:
        raise RuleBroken("These are more than 5,000 entries. Choose a smaller part of the queue.")
    bulk = Bulk(staff_id=staff.id, created_at=now)
    session.add(bulk)
    session.flush()
    list_rows(session, bulk, query)
    return bulk


def list_rows(session: Session, bulk: Bulk, chosen: Select[Any], *, as_known: bool = False) -> None:
    """List the entries whose ids a query finds, in one statement: each as it stands, or as known
    by the decision that is the query's second column."""
    ids = chosen.subquery()
    newest = (
        select(func.coalesce(func.max(Decision.id), 0))
        .where(Decision.endorsement_id == ids.c[0])
        .scalar_subquery()
    )
    listed = select(literal(bulk.id), ids.c[0], ids.c[1] if as_known else newest, literal(""))
    session.execute(
        insert(BulkRow).from_select(["bulk_id", "endorsement_id", "seen", "problem"], listed)
    )


def start(
    session: Session,
    bulk: Bulk,
    staff: User,
    action: Action,
    reason: ReasonCode | None,
    words: str,
    *,
    now: datetime,
) -> None:
    """Let the worker begin. Raises RuleBroken for an action that is not for many."""
    _own(bulk, staff)
    if bulk.state is BulkState.PREVIEW and bulk.action is not None:
        raise RuleBroken("This waits for a second reviewer.")
    if action not in (ACTIONS if bulk.sweep_id is None else sweep_steps.FIRST_STEPS):
        raise RuleBroken("This cannot be decided of many at once.")
    reasons.check(action, reason, words)
    _turn(
        session,
        bulk,
        (BulkState.PREVIEW,),
        state=BulkState.RUNNING,
        action=action,
        reason=reason,
        words=words,
        started_at=now,
    )


def second(session: Session, bulk: Bulk, staff: User, *, now: datetime) -> None:
    """Agree to a step that takes two people, and let the worker begin. Raises RuleBroken for the
    person who began it."""
    if bulk.action is None:
        raise RuleBroken("This decision in bulk was never started.")
    if bulk.staff_id == staff.id:
        raise RuleBroken("You began this step. A second, different reviewer must agree to it.")
    independence.refuse_former(staff)
    independence.refuse_one_person(session, staff, bulk.staff_id, now=now)
    _turn(
        session,
        bulk,
        (BulkState.PREVIEW,),
        state=BulkState.RUNNING,
        seconded_by_id=staff.id,
        started_at=now,
    )


def cancel(session: Session, bulk: Bulk, staff: User, *, now: datetime) -> None:
    """Stop where it is. What was decided stays decided, and can be undone. A sweep is stopped by
    any reviewer."""
    if bulk.sweep_id is None:
        _own(bulk, staff)
    _turn(
        session,
        bulk,
        (BulkState.PREVIEW, BulkState.RUNNING),
        state=BulkState.CANCELLED,
        action=bulk.action or (Action.VERIFY if bulk.sweep_id is None else Action.SUSPEND),
        started_at=bulk.started_at or now,
        ended_at=now,
    )


def undo(session: Session, bulk: Bulk, staff: User, *, now: datetime) -> None:
    """Let the worker take back what was decided, except where somebody has decided since, or where
    it counts and somebody else verified it."""
    if bulk.sweep_id is not None:
        raise RuleBroken("A sweep is not undone: restore what it suspended.")
    if progress(session, bulk).done == 0:
        raise RuleBroken("Nothing was decided, so there is nothing to undo.")
    _turn(
        session,
        bulk,
        (BulkState.DONE, BulkState.CANCELLED),
        state=BulkState.UNDOING,
        undone_by_id=staff.id,
    )


def can_resume(bulk: Bulk) -> bool:
    """Return whether a step was stopped that had begun; one to which nobody had agreed had not."""
    agreed = bulk.action is not Action.INVALIDATE or bulk.seconded_by_id is not None
    return bulk.state is BulkState.CANCELLED and bulk.reason is not None and agreed


def resume(session: Session, bulk: Bulk) -> None:
    """Go on with a step of a sweep that was stopped, if none has followed."""
    newest = session.scalar(select(func.max(Bulk.id)).where(Bulk.sweep_id == bulk.sweep_id))
    if bulk.id != newest or not can_resume(bulk):
        raise RuleBroken("Only the last step of a sweep can be gone on with.")
    _turn(session, bulk, (BulkState.CANCELLED,), state=BulkState.RUNNING, ended_at=None)


def is_at_work(session: Session) -> bool:
    """Return whether anything waits for the worker."""
    return has_rows(session, Bulk.state.in_(UNFINISHED))


def work(session: Session, vault: Vault, *, now: datetime) -> int:
    """Do one batch of the oldest bulk at work; how many entries were gone through."""
    bulk = session.scalars(
        select(Bulk)
        .where(Bulk.state.in_(UNFINISHED))
        .order_by(Bulk.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    ).first()
    if bulk is None:
        return 0
    undoes = bulk.state is BulkState.UNDOING
    rows = session.scalars(_due(bulk).limit(BATCH)).all()
    staff = session.get_one(User, bulk.undone_by_id if undoes else bulk.staff_id)
    for row in rows:
        _work_on(session, vault, bulk, row, staff, now)
    if len(rows) < BATCH:
        bulk.state = BulkState.UNDONE if undoes else BulkState.DONE
        bulk.ended_at = now
    session.flush()
    return len(rows)


@dataclass(frozen=True)
class Progress:
    """The progress of a bulk, in entries."""

    total: int
    done: int
    refused: int
    undone: int

    @property
    def left(self) -> int:
        return self.total - self.done - self.refused


def progress(session: Session, bulk: Bulk) -> Progress:
    counts = session.execute(
        select(
            func.count(),
            func.count(BulkRow.decision_id),
            func.coalesce(
                func.sum(case((BulkRow.decision_id.is_(None) & (BulkRow.problem != ""), 1))), 0
            ),
            func.count(BulkRow.undo_id),
        ).where(BulkRow.bulk_id == bulk.id)
    ).one()
    return Progress(*(int(count) for count in counts))


def bulk(session: Session, bulk_id: int) -> Bulk:
    """Return one bulk. Raises NotFound."""
    bulk = session.get(Bulk, bulk_id)
    if bulk is None:
        raise NotFound("There is no decision in bulk of this number.")
    return bulk


def _work_on(
    session: Session, vault: Vault, bulk: Bulk, row: BulkRow, staff: User, now: datetime
) -> None:
    """Decide, or take back, one entry; a rule that forbids it is written into the row."""
    try:
        with session.begin_nested():
            entry = queries.for_change(session, row.endorsement_id)
            if bulk.state is BulkState.UNDOING:
                checks.refuse_stale(session, entry, row.decision_id or 0)
                decisions_undo.refuse_counted(entry, staff, now=now)
                row.undo_id = decisions_undo.reopen(session, vault, entry, staff, now=now).id
            else:
                verdict = Verdict(staff=staff, seen=row.seen, reason=bulk.reason, words=bulk.words)
                _decide(session, vault, bulk, entry, verdict, now)
                claims.settle(session, entry.id)
                session.flush()
                row.decision_id = queries.newest_decision_id(session, entry.id)
    except (RuleBroken, NotFound) as error:
        session.refresh(row)
        row.problem = error.message


def _decide(
    session: Session, vault: Vault, bulk: Bulk, entry: Endorsement, verdict: Verdict, now: datetime
) -> None:
    action = _action(bulk)
    if bulk.sweep_id is None:
        services.VERBS[action](session, vault, entry, verdict, now=now)
        return
    checks.refuse_overruling(session, entry, verdict.seen)
    seconder = session.get(User, bulk.seconded_by_id) if bulk.seconded_by_id else None
    reference = session.get_one(Sweep, bulk.sweep_id).reference
    of_sweep = replace(verdict, cites=reference, seconder=seconder)
    sweep_steps.take(session, vault, entry, action, of_sweep, now=now)


def _due(bulk: Bulk) -> Select[BulkRow]:
    rows = (
        select(BulkRow)
        .where(BulkRow.bulk_id == bulk.id, BulkRow.problem == "")
        .order_by(BulkRow.endorsement_id)
    )
    if bulk.state is BulkState.UNDOING:
        return rows.where(BulkRow.decision_id.is_not(None), BulkRow.undo_id.is_(None))
    return rows.where(BulkRow.decision_id.is_(None))


def _action(bulk: Bulk) -> Action:
    if bulk.action is None:
        raise RuleBroken("This decision in bulk was never started.")
    return bulk.action


def _own(bulk: Bulk, staff: User) -> None:
    if bulk.staff_id != staff.id:
        raise RuleBroken("Somebody else prepared this. Prepare your own.")


def _turn(session: Session, bulk: Bulk, expected: tuple[BulkState, ...], **values: object) -> None:
    """Change a bulk's state only from where the caller saw it. Raises Conflict."""
    session.flush()
    turned = session.execute(
        update(Bulk)
        .where(Bulk.id == bulk.id, Bulk.state.in_(expected))
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    if affected(turned) != 1:
        raise Conflict("This has gone on meanwhile. Look at it again.")
    session.refresh(bulk)
