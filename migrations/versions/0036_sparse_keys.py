"""keys that nearly every row lacks are indexed where there is one

A State's code and a row's key in the published record are empty for everybody who signs up. Each
sign-up and each confirmation wrote an entry into three indexes in which nobody looks for it.
"""

import re
from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

KEYS = {"supporters": ("state_iso3", "seed_key"), "endorsements": ("seed_key",)}


def upgrade() -> None:
    for table, columns in KEYS.items():
        if _postgresql():
            for column in columns:
                op.drop_constraint(f"uq_{table}_{column}", table, type_="unique")
        else:
            _rebuild(
                table, lambda written: re.sub(r",\s+CONSTRAINT uq_\w+ UNIQUE \(.*?\)", "", written)
            )
        for column in columns:
            has_one = sa.text(f"{column} IS NOT NULL")
            op.create_index(
                f"uq_{table}_{column}",
                table,
                [column],
                unique=True,
                postgresql_where=has_one,
                sqlite_where=has_one,
            )


def downgrade() -> None:
    for table, columns in KEYS.items():
        for column in columns:
            op.drop_index(f"uq_{table}_{column}", table_name=table)
        if _postgresql():
            for column in columns:
                op.create_unique_constraint(f"uq_{table}_{column}", table, [column])
        else:
            unique = "".join(
                f", CONSTRAINT uq_{table}_{column} UNIQUE ({column})" for column in columns
            )
            _rebuild(table, lambda written, unique=unique: f"{written.rstrip()[:-1]}{unique})")


def _postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"


def _rebuild(table: str, change: Callable[[str], str]) -> None:
    """Make a table of SQLite anew with a changed definition; its rows, indexes and triggers stay."""
    written = sa.text(
        "SELECT sql FROM sqlite_master WHERE tbl_name = :table AND type = :type AND sql IS NOT NULL"
    )
    connection = op.get_bind()
    definition, indexes, triggers = (
        connection.scalars(written, {"table": table, "type": kind}).all()
        for kind in ("table", "index", "trigger")
    )
    changed = change(definition[0])
    for statement in (
        re.sub(rf'^CREATE TABLE "?{table}"?', f"CREATE TABLE {table}_anew", changed),
        f"INSERT INTO {table}_anew SELECT * FROM {table}",
        f"DROP TABLE {table}",
        f"ALTER TABLE {table}_anew RENAME TO {table}",
        *indexes,
        *triggers,
    ):
        connection.exec_driver_sql(statement)
