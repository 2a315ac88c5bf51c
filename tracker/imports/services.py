"""The actions of staff on an import, from its file to the queue and back."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.core.errors import Conflict, RuleBroken
from tracker.core.orm import affected, has_rows
from tracker.imports import columns
from tracker.imports.days import Order
from tracker.imports.models import AT_WORK, NEWS, ImportRow, ImportRun, Outcome, RunState
from tracker.imports.plan import Listing
from tracker.initiatives.models import Initiative
from tracker.supporters.names import fold


def begin(
    session: Session,
    initiative: Initiative,
    staff: User,
    *,
    source: str,
    file_name: str,
    file_sha256: str,
    mapping: dict[str, str],
    now: datetime,
    list_date: date | None = None,
    total: int | None = None,
) -> ImportRun:
    """Take a list in, to be read. Raises RuleBroken when the initiative does not take its kind."""
    kind = columns.kind_of(mapping)
    if not source.strip():
        raise RuleBroken("Say who published the list, and where.")
    if kind not in initiative.open_to(now.date()):
        raise RuleBroken("This initiative does not take endorsements of this kind.")
    if list_date is not None and list_date > now.date():
        raise RuleBroken("The list's day is still to come.")
    run = ImportRun(
        initiative_id=initiative.id,
        staff_id=staff.id,
        kind=kind,
        source=source.strip(),
        file_name=file_name[:160],
        file_sha256=file_sha256,
        mapping=mapping,
        created_at=now,
        list_date=list_date,
        published_total=total,
    )
    session.add(run)
    session.flush()
    return run


def listing(run: ImportRun) -> Listing:
    """Return the facts of a run's list as a whole."""
    return Listing(
        initiative=run.initiative,
        kind=run.kind,
        columns=run.mapping,
        list_date=run.list_date,
        order=run.date_order,
        answers=run.answers,
    )


def apply(session: Session, run: ImportRun, staff: User) -> None:
    """Let the readable new rows go into the queue. Who lets them is their recorder too.

    Raises RuleBroken when there is nothing, or the initiative was archived since.
    """
    if run.initiative.archived_on is not None:
        raise RuleBroken(
            "%(name)s was archived since: it takes no entries any more.", name=run.initiative.name
        )
    _turn(session, run, (RunState.PLANNED,), RunState.APPLYING)
    if not has_news(session, run):
        raise RuleBroken("Nothing in this list is new.")
    run.applied_by_id = staff.id


def settle_order(session: Session, run: ImportRun, order: Order) -> None:
    """Say which of two numbers is the day, and read the list again."""
    _turn(session, run, (RunState.PLANNED,), RunState.READING)
    run.date_order = order


def has_news(session: Session, run: ImportRun) -> bool:
    """Return whether any row is new, or says something else than what is here."""
    return has_rows(session, ImportRow.run_id == run.id, ImportRow.outcome.in_(NEWS))


def cancel(session: Session, run: ImportRun) -> None:
    """Give an import up before its first rows appear; after that it is taken back (`undo`)."""
    _turn(
        session,
        run,
        (RunState.READING, RunState.PLANNED, RunState.APPLYING, RunState.REFUSED),
        RunState.CANCELLING,
    )


def undo(session: Session, run: ImportRun, staff: User) -> None:
    """Take an applied import back, entry by entry, each with its decision."""
    _turn(session, run, (RunState.APPLIED,), RunState.UNDOING)
    run.undone_by_id = staff.id


def answer(session: Session, run: ImportRun, value: str, iso3: str) -> None:
    """Say which State is meant by a name, and read the list again."""
    _turn(session, run, (RunState.PLANNED,), RunState.READING)
    run.answers = {**run.answers, fold(value): iso3}


def is_at_work(session: Session) -> bool:
    """Return whether anything waits for the worker."""
    return has_rows(session, ImportRun.state.in_(AT_WORK))


def _turn(
    session: Session, run: ImportRun, expected: tuple[RunState, ...], state: RunState
) -> None:
    session.flush()
    turned = session.execute(
        update(ImportRun)
        .where(ImportRun.id == run.id, ImportRun.state.in_(expected))
        .values(state=state)
        .execution_options(synchronize_session=False)
    )
    if affected(turned) != 1:
        raise Conflict("This import has gone on meanwhile. Look at it again.")
    session.refresh(run)


def counts(session: Session, run: ImportRun) -> dict[Outcome, int]:
    """Count the rows by their outcome."""
    rows = session.execute(
        select(ImportRow.outcome, func.count().label("rows"))
        .where(ImportRow.run_id == run.id)
        .group_by(ImportRow.outcome)
    )
    return dict.fromkeys(Outcome, 0) | {row.outcome: row.rows for row in rows}
