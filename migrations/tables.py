"""What the migrations' tables have in common: types of columns, keys and partial indexes.

Migrations of former times read this too: add to it, but change nothing that they use.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypedDict

import sqlalchemy as sa
from alembic import op

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
"""A number of rows without end; SQLite counts up INTEGER alone."""
INSTANT = sa.DateTime(timezone=True)
NOW = sa.text("(CURRENT_TIMESTAMP)")


class Where(TypedDict):
    """The condition of a partial index, for both databases."""

    postgresql_where: sa.TextClause
    sqlite_where: sa.TextClause


def where(condition: str) -> Where:
    """Return the arguments that make an index partial."""
    return {"postgresql_where": sa.text(condition), "sqlite_where": sa.text(condition)}


def refers(column: str, name: str | None = None, **options: Any) -> sa.ForeignKey:
    """Return a foreign key to `column`: under its own `name`, or that of the models' naming."""
    return sa.ForeignKey(column, name=name, **options)


def drop_tables(names: Sequence[str]) -> None:
    """Drop tables, the last made first, with their triggers."""
    for name in reversed(names):
        op.drop_table(name)
