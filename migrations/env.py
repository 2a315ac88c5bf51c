"""Alembic's environment: the application's engine and metadata, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from flask import current_app
from sqlalchemy import MetaData, TypeDecorator

from tracker.core.db import WRITES

db = current_app.extensions["sqlalchemy"]
metadata: MetaData = db.metadata


def plain(kind: str, value: Any, _context: Any) -> str | Literal[False]:
    """Write our own column types as the SQL types they are: a migration imports no model."""
    if kind == "type" and isinstance(value, TypeDecorator):
        return f"sa.{value.impl_instance!r}"
    return False


def run() -> None:
    """Migrate in one transaction, tables rebuilt where SQLite cannot alter them."""
    with db.engine.connect().execution_options(**{WRITES: True}) as connection:
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
        connection.commit()


run()
