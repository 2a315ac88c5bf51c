"""Alembic's environment: the application's engine and metadata, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from alembic.util import CommandError
from flask import current_app
from sqlalchemy import Connection, MetaData, TypeDecorator, text

from tracker.core.db import WRITES

db = current_app.extensions["sqlalchemy"]
metadata: MetaData = db.metadata
FORMER_NEWEST = "0036"
"""The last revision before the migrations were written anew, from 0101 on."""
SAME_TABLES = "0107"
"""The revision that makes the tables of the former newest one; those after it make the triggers."""


def plain(kind: str, value: Any, _context: Any) -> str | Literal[False]:
    """Write our own column types as the SQL types they are: a migration imports no model."""
    if kind == "type" and isinstance(value, TypeDecorator):
        return f"sa.{value.impl_instance!r}"
    return False


def take_over(connection: Connection) -> None:
    """Let a database at the former newest revision go on from the one with the same tables. Its
    triggers are made anew.

    Raises CommandError, having changed nothing, where the database is at an older one, or at one
    that these migrations do not know.
    """
    if context.get_context().opts.get("dont_mutate"):
        return  # `flask db current` looks, and writes nothing
    known = {script.revision for script in context.script.walk_revisions()}
    for revision in context.get_context().get_current_heads():
        if revision in known:
            continue
        if revision == FORMER_NEWEST:
            _drop_triggers(connection)
            connection.execute(
                text("UPDATE alembic_version SET version_num = :same"), {"same": SAME_TABLES}
            )
        elif revision.isdigit() and revision < FORMER_NEWEST:
            raise CommandError(
                f"This database is at revision {revision}: upgrade it first to {FORMER_NEWEST}, with"
                " the last version of Rollcall that has that migration, then to this version."
            )
        else:
            raise CommandError(
                f"This database is at revision {revision}, which this version of Rollcall does not"
                " know: serve it with the version that made it, or with a newer one."
            )


def _drop_triggers(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        names = text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for name in connection.scalars(names).all():
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        return
    functions = text(
        "SELECT CAST(oid AS regprocedure) FROM pg_proc"
        " WHERE prorettype = CAST('trigger' AS regtype)"
        " AND pronamespace = CAST(current_schema() AS regnamespace)"
    )
    for function in connection.scalars(functions).all():
        connection.exec_driver_sql(f"DROP FUNCTION {function} CASCADE")  # with its triggers


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
        try:
            with context.begin_transaction():
                take_over(connection)
                context.run_migrations()
                if rebuilds:
                    _check_references(connection)
            connection.commit()
        finally:
            if rebuilds:
                connection.rollback()
                _pragmas(connection, "legacy_alter_table=OFF", "foreign_keys=ON")


def _check_references(connection: Connection) -> None:
    if lost := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        raise RuntimeError(f"These rows refer to rows that are gone: {lost[:10]}")


def _pragmas(connection: Connection, *settings: str) -> None:
    """Change SQLite's settings, which inside a transaction changes nothing."""
    cursor = connection.connection.cursor()
    for setting in settings:
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


run()
