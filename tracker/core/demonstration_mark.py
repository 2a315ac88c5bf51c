"""Keeps a demonstration and the real record apart: the database says which of the two it holds.

A demonstration's supporters are invented. Its database carries a mark from before the first of
them; neither kind of site starts on the other's database.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import CheckConstraint, inspect, literal, select, table
from sqlalchemy.orm import Mapped, Session, mapped_column

from config import SettingsError
from tracker.core.components import config
from tracker.core.db import db
from tracker.core.orm import Base, UtcDateTime

Cell = TypeVar("Cell")
KEY = "demonstration"
"""The mark of data that tells of invented supporters, after all else; other data has none."""


class DemonstrationMark(Base):
    """The mark that the supporters in this database are invented: one row, or none in a real
    one."""

    __tablename__ = "demonstration_mark"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    filled_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    """The instant at which the invented supporters were all there."""


def keep_apart(*, demo: bool) -> None:
    """Raises SettingsError when the database is of the other kind. An empty one is of neither, nor
    is one in which only tables stand: a first start that was interrupted leaves them."""
    tables = inspect(db.engine).get_table_names()
    if not tables:
        return
    with db.engine.connect() as connection:
        marked = DemonstrationMark.__tablename__ in tables and bool(
            connection.scalar(select(DemonstrationMark.id))
        )
        holds_something = not marked and any(
            connection.execute(select(literal(1)).select_from(table(name)).limit(1)).first()
            for name in tables
            if name != "alembic_version"
        )
    if demo and holds_something:
        raise SettingsError(
            "This database is not a demonstration, so the demonstration does not start on it. "
            "Give it a database of its own (TRACKER_VAR_DIR or TRACKER_DATABASE_URL)."
        )
    if marked and not demo:
        raise SettingsError(
            "This database is a demonstration with invented supporters, so Rollcall does not "
            "start on it. Set TRACKER_DEMO=1, or name another database."
        )


def is_marked(session: Session) -> bool:
    """Return whether the supporters in this database are invented."""
    return session.get(DemonstrationMark, 1) is not None


def mark(session: Session, *, now: datetime) -> DemonstrationMark:
    """The mark, made if this is the first time."""
    row = session.get(DemonstrationMark, 1)
    if row is None:
        row = DemonstrationMark(id=1, made_at=now)
        session.add(row)
        session.flush()
    return row


def signed(answer: dict[str, object]) -> dict[str, object]:
    """An answer that says of itself that it tells of invented supporters, if it does."""
    return {**answer, KEY: True} if config().demo else answer


def signed_table(
    head: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> tuple[Sequence[str], Iterable[Sequence[Cell | bool]]]:
    """A table of which each line says so, in a column after the others."""
    if not config().demo:
        return head, rows
    return (*head, KEY), ([*row, True] for row in rows)
