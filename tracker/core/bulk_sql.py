"""Many rows put in, or looked for, at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import ColumnElement, Dialect, Table, Text, any_, insert, literal
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from tracker.core.orm import Base, is_postgresql

if TYPE_CHECKING:
    import psycopg


def pour(session: Session, model: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
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
    processes = [_process(table, name, connection.dialect) for name in names]
    quote = connection.dialect.identifier_preparer.quote
    statement = f"COPY {quote(table.name)} ({', '.join(map(quote, names))}) FROM STDIN"
    raw = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
    with raw.cursor() as cursor, cursor.copy(statement.encode()) as copy:
        for row in rows:
            copy.write_row(
                [process(row[name]) for name, process in zip(names, processes, strict=True)]
            )


def _process(table: Table, name: str, dialect: Dialect) -> Callable[[Any], Any]:
    """How a column's value is told to the database."""
    found = table.c[name].type.dialect_impl(dialect).bind_processor(dialect)
    return found or (lambda value: value)


def among(session: Session, column: Any, values: Iterable[str]) -> ColumnElement[bool]:
    """That a column has one of very many texts.

    PostgreSQL gets them as one value: a thousand parameters are slower to write down than to find.
    """
    found = list(values)
    if not is_postgresql(session):
        return cast("ColumnElement[bool]", column.in_(found))
    return cast("ColumnElement[bool]", column == any_(literal(found, ARRAY(Text))))
