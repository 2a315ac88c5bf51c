"""What is sent to the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import event, text
from sqlalchemy.orm import Session

from tracker.core.db import db
from tracker.core.orm import is_postgresql


class Statement(str):
    """What was sent, with the values that belong to it."""

    __slots__ = ("values",)
    values: Any


@contextmanager
def executed(app: Flask) -> Iterator[list[Statement]]:
    """The statements that are sent to the database meanwhile."""
    statements: list[Statement] = []

    def note(_connection: Any, _cursor: Any, sql: str, values: Any, *_rest: Any) -> None:
        statement = Statement(sql)
        statement.values = values
        statements.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", note)


def query_plan(session: Session, statement: str, *, may_sort: bool = True) -> str:
    """How a database would go about a statement if its tables were large: PostgreSQL is told to
    scan none of them where an index can spare it, and perhaps to sort nothing."""
    explain = "EXPLAIN QUERY PLAN"
    if is_postgresql(session.connection()):
        explain = "EXPLAIN"
        session.execute(text("SET LOCAL enable_seqscan = off"))
        session.execute(text(f"SET LOCAL enable_sort = {'on' if may_sort else 'off'}"))
    values = getattr(statement, "values", ())
    return str(session.connection().exec_driver_sql(f"{explain} {statement}", values).all())
