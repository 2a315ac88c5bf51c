"""Alembic's environment: the application's engine and metadata, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from flask import current_app
from sqlalchemy import Connection, MetaData, TypeDecorator

from tracker.core.db import WRITES

db = current_app.extensions["sqlalchemy"]
metadata: MetaData = db.metadata


def plain(kind: str, value: Any, _context: Any) -> str | Literal[False]:
    """Write our own column types as the SQL types they are: a migration imports no model."""
    if kind == "type" and isinstance(value, TypeDecorator):
        return f"sa.{value.impl_instance!r}"
    return False


def run() -> None:
    """Migrate in one transaction, tables rebuilt where SQLite cannot alter them.

    While it rebuilds one, others name a table that is not there: SQLite looks for such names at the
    end (https://sqlite.org/lang_altertable.html#otheralter).
    """
    with db.engine.connect().execution_options(**{WRITES: True}) as connection:
        rebuilds = connection.dialect.name == "sqlite"
        if rebuilds:
            _pragmas(connection, "foreign_keys=OFF", "legacy_alter_table=ON")
        context.configure(
            connection=connection,
            target_metadata=metadata,
            render_as_batch=True,
            render_item=plain,
            compare_type=True,
            compare_server_default=True,
        )
        with context.begin_transaction():
            context.run_migrations()
            if rebuilds and (lost := connection.exec_driver_sql("PRAGMA foreign_key_check").all()):
                raise RuntimeError(f"These rows refer to rows that are gone: {lost[:10]}")
        connection.commit()
        if rebuilds:
            _pragmas(connection, "legacy_alter_table=OFF", "foreign_keys=ON")


def _pragmas(connection: Connection, *settings: str) -> None:
    """Change SQLite's settings, which inside a transaction changes nothing."""
    cursor = connection.connection.cursor()
    for setting in settings:
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


run()
