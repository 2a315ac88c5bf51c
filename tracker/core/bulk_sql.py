"""Very many rows inserted, or looked for, at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import ColumnElement, Dialect, Table, Text, any_, func, insert, literal, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import InstrumentedAttribute, Session

from tracker.core.orm import Base, is_postgresql

if TYPE_CHECKING:
    import psycopg


def copy_rows(session: Session, model: type[Base], rows: Sequence[Mapping[str, object]]) -> None:
    """Insert rows that all name the same columns, in the session's transaction.

    PostgreSQL takes them by COPY, which costs both sides a fraction of as many INSERTs. Defaults of
    the models are not filled in; those of the database are.
    """
    if not rows:
        return
    table = cast(Table, model.__table__)
    connection = session.connection()
    if not is_postgresql(connection):
        session.execute(insert(table), rows)
        return
    names = list(rows[0])
    processes = [_bind_processor(table, name, connection.dialect) for name in names]
    quote = connection.dialect.identifier_preparer.quote
    statement = f"COPY {quote(table.name)} ({', '.join(map(quote, names))}) FROM STDIN"
    raw = cast("psycopg.Connection", connection.connection.driver_connection)
    with raw.cursor() as cursor, cursor.copy(statement.encode()) as copy:
        for row in rows:
            copy.write_row(
                [process(row[name]) for name, process in zip(names, processes, strict=True)]
            )


def number_behind(session: Session, model: type[Base]) -> None:
    """Let new rows be numbered behind those that came with numbers, which SQLite does by itself."""
    table = cast(Table, model.__table__)
    if is_postgresql(session):
        last = select(func.max(table.c.id)).scalar_subquery()
        session.execute(select(func.setval(func.pg_get_serial_sequence(table.name, "id"), last)))


def _bind_processor(table: Table, name: str, dialect: Dialect) -> Callable[[Any], Any]:
    """Return what makes of a column's value what the driver takes."""
    processor = table.c[name].type.dialect_impl(dialect).bind_processor(dialect)
    return processor or (lambda value: value)


def in_values(
    session: Session, column: InstrumentedAttribute[str], values: Iterable[str]
) -> ColumnElement[bool]:
    """Return the condition that a column has one of very many texts.

    PostgreSQL gets them as one value: a thousand parameters are slower to write down than to find.
    """
    texts = list(values)
    if not is_postgresql(session):
        return column.in_(texts)
    return column == any_(literal(texts, ARRAY(Text)))
