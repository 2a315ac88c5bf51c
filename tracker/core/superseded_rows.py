"""Rows as they were before they were changed: the second clock of facts that lead a page.

A trigger writes a line for each change of certain tables, with the database's own time, by
whatever door the change came. So what was known at an instant is today's rows with everything that
was recorded since taken back, and nobody has to remember to keep a version.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from sqlalchemy import JSON, CheckConstraint, ColumnElement, Date, String, inspect, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.core.orm import Base, Choice, Id, JsonObject, UtcDateTime, partial_index

FOUNDING = "founding"
"""The line in place of a table's name that says when the first content was in place. What was
added before has no line, and is known at every instant."""
Row = TypeVar("Row", bound=Base)


class SupersededRow(Base):
    """One change of a row: all it said before and after, by column, as JSON has it.

    The database writes the lines, and refuses to change or delete them.
    """

    __tablename__ = "superseded_rows"
    __table_args__ = (
        CheckConstraint(
            "(before IS NULL AND after IS NULL) = (of_table = 'founding')", name="says_something"
        ),
        partial_index(
            "uq_superseded_rows_founding",
            "of_table",
            unique=True,
            where="of_table = 'founding'",
        ),
    )

    id: Mapped[Id] = mapped_column(init=False)
    of_table: Mapped[str] = mapped_column(String(40), index=True)
    row_key: Mapped[str] = mapped_column(String(60))
    """The row's key, such as ``T01`` or ``FRA fr``; numbers of rows are given again."""
    before: Mapped[JsonObject | None] = mapped_column(JSON(none_as_null=True))
    """None for a row that was added."""
    after: Mapped[JsonObject | None] = mapped_column(JSON(none_as_null=True))
    """None for a row that was taken away."""
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


def close_founding(session: Session, *, now: datetime) -> None:
    """From now on what is added has a line too. Safe to repeat."""
    known = select(SupersededRow.id).where(SupersededRow.of_table == FOUNDING)
    if session.scalar(known) is None:
        session.add(
            SupersededRow(of_table=FOUNDING, row_key="", before=None, after=None, recorded_at=now)
        )
        session.flush()


def since(
    session: Session, model: type[Base], known_at: datetime | None
) -> dict[str, JsonObject | None]:
    """The rows of a table that were changed after an instant, each with what it said then; None
    for one that was not there. Nothing was changed after no instant at all."""
    if known_at is None:
        return {}
    lines = session.execute(
        select(SupersededRow.row_key, SupersededRow.before)
        .where(
            SupersededRow.of_table == model.__tablename__,
            SupersededRow.recorded_at > known_at,
        )
        .order_by(SupersededRow.id.desc())
    )
    return {row.row_key: row.before for row in lines}  # the earliest after that instant stays


def taken_back(
    session: Session,
    model: type[Row],
    rows: Sequence[Row],
    key: tuple[str, ...],
    known_at: datetime | None,
) -> list[Row]:
    """These rows, all of their table, as they were known at an instant.

    Rows that have changed since are copies that belong to no session. `key` are the columns that
    make a `row_key`.
    """
    then = since(session, model, known_at)
    if not then:
        return list(rows)
    same = [row for row in rows if key_of(row, key) not in then]
    return [*same, *(restored(model, before) for before in then.values() if before is not None)]


def every(
    session: Session, model: type[Row], key: tuple[str, ...], known_at: datetime | None
) -> list[Row]:
    """All rows of a table as they were known at an instant."""
    return taken_back(session, model, session.scalars(select(model)).all(), key, known_at)


def key_of(row: Base, key: tuple[str, ...]) -> str:
    return " ".join(str(getattr(row, name)) for name in key)


def restored(model: type[Row], content: JsonObject) -> Row:
    """A row from its line: a copy that belongs to no session."""
    columns = inspect(model).columns
    values = {
        attribute: value(column, content[column.name])
        for attribute, column in columns.items()
        if column.name in content
    }
    row = model(**{name: value for name, value in values.items() if name != "id"})
    if "id" in values:
        row.id = values["id"]  # type: ignore[attr-defined]  # it has the column
    return row


def value(column: ColumnElement[object], content: Any) -> Any:
    """A column's value from JSON."""
    if content is None:
        return None
    if isinstance(column.type, Choice):
        return column.type.enum(content)
    if isinstance(column.type, UtcDateTime):
        at = datetime.fromisoformat(content)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at
    if isinstance(column.type, Date):
        return date.fromisoformat(content)
    return bool(content) if column.type.python_type is bool else content
