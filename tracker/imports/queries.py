"""Imports and their rows, read for staff pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from tracker.core.errors import NotFound
from tracker.imports.models import NEWS, ImportRow, ImportRun, Outcome, RunState

PAGE = 100
MAX_RUNS = 50
COMPARABLE = (RunState.PLANNED, RunState.APPLIED)
"""States of an import of which every row has been read, so that a comparison says something."""


def runs(session: Session) -> Sequence[ImportRun]:
    """Return the newest imports."""
    return session.scalars(
        select(ImportRun)
        .options(joinedload(ImportRun.initiative))
        .order_by(ImportRun.id.desc())
        .limit(MAX_RUNS)
    ).all()


def run(session: Session, run_id: int) -> ImportRun:
    """Return an import. Raises NotFound."""
    run = session.scalars(
        select(ImportRun).where(ImportRun.id == run_id).options(joinedload(ImportRun.initiative))
    ).first()
    if run is None:
        raise NotFound("There is no import of this number.")
    return run


def rows(
    session: Session, run_id: int, outcome: Outcome | None, *, after: int, limit: int
) -> Sequence[ImportRow]:
    """Return rows of an import after a line, all or those of one outcome."""
    query = select(ImportRow).where(ImportRow.run_id == run_id, ImportRow.line > after)
    if outcome is not None:
        query = query.where(ImportRow.outcome == outcome)
    return session.scalars(query.order_by(ImportRow.line).limit(limit)).all()


@dataclass(frozen=True, kw_only=True)
class Reading:
    """Counts of the names of a list that were understood."""

    names: int
    recognised: int
    """The names that are those of one State each."""
    asked: int
    """The names that fit several States, of which somebody must choose one."""

    @property
    def unknown(self) -> int:
        return self.names - self.recognised - self.asked


def reading(session: Session, run_id: int) -> Reading:
    """Return how far the names of a list of governments were understood."""
    recognised, asked = ImportRow.state_iso3.is_not(None), ImportRow.choices.is_not(None)
    row = session.execute(
        select(
            func.count().label("names"),
            func.count().filter(recognised).label("recognised"),
            func.count().filter(asked, ~recognised).label("asked"),
        ).where(ImportRow.run_id == run_id)
    ).one()
    return Reading(names=row.names, recognised=row.recognised, asked=row.asked)


def unsure(session: Session, run_id: int) -> dict[str, list[str]]:
    """Return names that fit several States, each with them."""
    rows = session.execute(
        select(ImportRow.value, ImportRow.choices).where(
            ImportRow.run_id == run_id,
            ImportRow.outcome == Outcome.UNREADABLE,
            ImportRow.choices.is_not(None),
        )
    )
    return {row.value: row.choices or [] for row in rows}


def has_ambiguous_days(session: Session, run_id: int) -> bool:
    """Return whether any date is one of two days."""
    return (
        session.scalars(
            select(ImportRow.line)
            .where(
                ImportRow.run_id == run_id,
                ImportRow.outcome == Outcome.UNREADABLE,
                ImportRow.reason.contains("Say which comes first"),
            )
            .limit(1)
        ).first()
        is not None
    )


def progress(session: Session, run: ImportRun) -> tuple[int, int]:
    """Return how many rows are done, and of how many; of a list being read, how many so far."""
    of_run = ImportRow.run_id == run.id
    if run.state is RunState.READING:
        count = session.scalar(select(func.count()).where(of_run)) or 0
        return count, max(count, 1)
    if run.state is RunState.APPEARING:
        news = select(
            func.count().filter(ImportRow.line <= run.appeared_line).label("appeared"),
            func.count().label("rows"),
        )
        row = session.execute(news.where(of_run, ImportRow.outcome.in_(NEWS))).one()
        return row.appeared, max(row.rows, 1)
    total = (
        session.scalar(select(func.count()).where(of_run, ImportRow.outcome == Outcome.ADDED)) or 0
    )
    column = ImportRow.undone if run.state is RunState.UNDOING else ImportRow.endorsement_id
    counted = column.is_(True) if run.state is RunState.UNDOING else column.is_not(None)
    done = session.scalar(select(func.count()).where(of_run, counted)) or 0
    return (total - done if run.state is RunState.CANCELLING else done), max(total, 1)
