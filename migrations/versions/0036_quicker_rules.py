"""keys that nearly every row lacks are indexed where there is one; one trigger a table and event

A State's code and a row's key in the published record are empty for everybody who signs up. Each
sign-up and each confirmation wrote an entry into three indexes in which nobody looks for it.

PostgreSQL reads the text of each trigger's WHEN anew in each statement (`TriggerEnabled` in
commands/trigger.c), which took longer than the statement where a table has twenty. The conditions
stand now in one function for a table and an event, which each session compiles once. SQLite
compiles them with the statement, and keeps a trigger for each.
"""

import json
import re
from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

RULES = (
    ("decisions", "INSERT"),
    ("endorsements", "INSERT"),
    ("endorsements", "UPDATE"),
    ("ledger_events", "INSERT"),
    ("supporters", "UPDATE"),
)
"""The tables and events in which the triggers of each row are called one by one."""
KEYS = {"supporters": ("state_iso3", "seed_key"), "endorsements": ("seed_key",)}


def upgrade() -> None:
    if _postgresql():
        for table, event in RULES:
            _unite(table, event)
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
    if _postgresql():
        for table, event in RULES:
            _part(table, event)
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


def _unite(table: str, event: str) -> None:
    """One function for what several triggers refuse, in the order in which they were called."""
    connection, name = op.get_bind(), f"{table}_{event.lower()}_refused"
    triggers = connection.execute(
        sa.text(
            "SELECT t.tgname, pg_get_triggerdef(t.oid) AS definition, p.proname, p.prosrc,"
            " pg_get_functiondef(p.oid) AS function,"
            " (SELECT array_agg(a.attname ORDER BY a.attnum) FROM pg_attribute a"
            "  WHERE a.attrelid = t.tgrelid AND a.attnum = ANY (t.tgattr)) AS columns"
            " FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
            " WHERE NOT t.tgisinternal AND t.tgrelid = CAST(:table AS regclass)"
            " AND pg_get_triggerdef(t.oid) ~ :event ORDER BY t.tgname"
        ),
        {"table": table, "event": rf" BEFORE {event} .*FOR EACH ROW"},
    ).all()
    sections = []
    for trigger in triggers:
        conditions = []
        if trigger.columns:
            changed = " OR ".join(
                f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in trigger.columns
            )
            conditions.append(f"({changed})")
        if when := re.search(r" WHEN \((.*)\) EXECUTE FUNCTION ", trigger.definition, re.DOTALL):
            conditions.append(when[1])
        if trigger.tgname == "supporters_merged_record":
            conditions.append("NEW.merged_into_id IS NOT NULL")
        body = re.sub(r"^\s*BEGIN\s+|\s*END;?\s*$", "", trigger.prosrc)
        body = re.sub(r"\s*RETURN NEW;\s*$", "", body)
        sections.append(
            f"-- {trigger.tgname}\n"
            + (f"IF {' AND '.join(conditions)} THEN {body} END IF;" if conditions else body)
        )
    text = "\n".join(sections)
    connection.exec_driver_sql(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS"
        f" $rules$ BEGIN\n{text}\nRETURN NEW; END $rules$".replace("%", "%%")
    )
    before = json.dumps([[trigger.function, trigger.definition] for trigger in triggers])
    connection.exec_driver_sql(
        f"COMMENT ON FUNCTION {name}() IS $before${before}$before$".replace("%", "%%")
    )
    for trigger in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {trigger.tgname} ON {table}")
        connection.exec_driver_sql(f"DROP FUNCTION {trigger.proname}()")
    connection.exec_driver_sql(
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
    )


def _part(table: str, event: str) -> None:
    """The triggers as they were, from the comment of the function that united them."""
    connection, name = op.get_bind(), f"{table}_{event.lower()}_refused"
    before = connection.scalar(
        sa.text("SELECT obj_description(CAST(:name AS regproc))"), {"name": name}
    )
    connection.exec_driver_sql(f"DROP TRIGGER {name} ON {table}")
    connection.exec_driver_sql(f"DROP FUNCTION {name}()")
    for statement in (statement for pair in json.loads(before) for statement in pair):
        connection.exec_driver_sql(statement.replace("%", "%%"))


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
