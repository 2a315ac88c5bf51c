"""A way, for the length of a transaction, around the triggers that keep rows from being changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from tracker.core.orm import is_postgresql


@contextmanager
def without_triggers(session: Session, tables: Iterable[str]) -> Iterator[None]:
    """Let rows of these tables be deleted within the block, whatever their triggers say.

    Only for emptying a database of which nobody relies on a row. Foreign keys still hold. Nobody
    else writes into the tables until the transaction ends: on PostgreSQL they are locked, SQLite
    has one writer. The triggers are as they were after the block, and after a rollback too, since
    both databases undo changes of their schema.
    """
    connection = session.connection()
    if is_postgresql(connection):
        names = list(tables)
        for name in names:
            connection.exec_driver_sql(f'ALTER TABLE "{name}" DISABLE TRIGGER USER')
        yield
        for name in names:
            connection.exec_driver_sql(f'ALTER TABLE "{name}" ENABLE TRIGGER USER')
        return
    triggers = _sqlite_triggers(connection, set(tables))
    for name in triggers:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    yield
    for statement in triggers.values():
        connection.exec_driver_sql(statement)


def _sqlite_triggers(connection: Connection, tables: set[str]) -> dict[str, str]:
    """Return the statements that created the triggers of tables, by the triggers' names."""
    rows = connection.exec_driver_sql(
        "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid"
    )
    return {name: sql for name, table, sql in rows if table in tables}
