"""The migrations make exactly what the models say, up and down, on both databases; and a database
that the former migrations made goes on as it was.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import CheckConstraint, inspect, text
from sqlalchemy.exc import DBAPIError

from config import ROOT
from tests.support.databases import Database
from tracker.core import health_views, migrations
from tracker.core.db import db, transaction

FORMER_DATABASES = ROOT / "tests" / "support" / "former_databases"
"""What the migrations 0001 to 0036 made, with rows of every table: dumps of both databases."""


def differences(app: Flask) -> list[object]:
    with app.app_context(), db.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        result: list[object] = compare_metadata(context, db.metadata)
        return result


def test_the_models_are_what_the_migrations_make(empty_app: Flask) -> None:
    assert differences(empty_app) == []


def test_the_checks_are_what_the_migrations_make(empty_app: Flask) -> None:
    """Alembic does not compare CHECK constraints, so their names are compared here."""
    with empty_app.app_context():
        inspector = inspect(db.engine)
        for table in db.metadata.sorted_tables:
            due = {
                str(rule.name) for rule in table.constraints if isinstance(rule, CheckConstraint)
            }
            made = {str(rule["name"]) for rule in inspector.get_check_constraints(table.name)}
            assert made == due, table.name


@pytest.mark.long
def test_down_and_up_again_leaves_nothing_and_makes_everything(database: Database) -> None:
    with database.create().app() as app:
        with app.app_context():
            migrations.upgrade()
            migrations.downgrade("base")
            assert inspect(db.engine).get_table_names() == ["alembic_version"]
            migrations.upgrade()
        assert differences(app) == []


def test_the_one_newest_revision_is_in_its_files_name() -> None:
    assert ScriptDirectory(str(ROOT / "migrations")).get_heads() == [health_views.NEWEST]


@pytest.fixture
def former(database: Database) -> Iterator[Flask]:
    """The application on a database as the last of the former migrations left it."""
    database.create()
    dump = (FORMER_DATABASES / f"0036.{database.kind}.sql").read_text()
    if database.kind == "postgresql":
        address = database.url.replace("postgresql+psycopg", "postgresql")
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(dump)
    else:
        with sqlite3.connect(database.url.removeprefix("sqlite:///")) as connection:
            connection.executescript(dump)
    with database.app() as app:
        yield app


Columns = dict[str, list[str]]
"""The columns of each table."""


def columns() -> Columns:
    """Those of the database as it is now."""
    inspector = inspect(db.engine)
    return {
        table: [str(column["name"]) for column in inspector.get_columns(table)]
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }


def rows(of: Columns) -> dict[str, list[str]]:
    """All rows of these columns, as text."""
    with db.engine.connect() as connection:
        return {
            table: sorted(
                map(repr, connection.execute(text(f"SELECT {', '.join(names)} FROM {table}")))
            )
            for table, names in of.items()
        }


ON_POSTGRESQL = """
    SELECT 'column', table_name, column_name, concat_ws(' ', ordinal_position, data_type,
        character_maximum_length, is_nullable, column_default)
    FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT 'index', tablename, indexname, indexdef
    FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid)
    FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT 'function', '', proname, pg_get_functiondef(oid)
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace
"""
ON_SQLITE = """
    SELECT type, tbl_name, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger')
    AND sql IS NOT NULL
    UNION ALL SELECT 'column', m.name, c.name,
    json_array(c.cid, c.type, c."notnull", c.dflt_value, c.pk)
    FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c WHERE m.type = 'table'
    UNION ALL SELECT 'foreign key', m.name, k."from", json_array(k."table", k."to", k.on_delete)
    FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) k WHERE m.type = 'table'
    UNION ALL SELECT 'unique', m.name, u.origin, group_concat(c.name)
    FROM sqlite_master m JOIN pragma_index_list(m.name) u JOIN pragma_index_info(u.name) c
    WHERE m.type = 'table' AND u.origin <> 'c' GROUP BY m.name, u.name
"""
"""SQLite has no names for keys that came with a later column."""


CASTS = re.compile(r"::(character varying|text)(\[\])?|[()]")
"""PostgreSQL writes casts elsewhere once an expression has been dumped and restored."""


def schema() -> set[tuple[str, ...]]:
    """What a database is made of: kind, table, name and definition."""
    with db.engine.connect() as connection:
        postgresql = connection.dialect.name == "postgresql"
        query = ON_POSTGRESQL if postgresql else ON_SQLITE
        parts = {
            (*named, CASTS.sub("", definition) if postgresql else definition)
            for *named, definition in connection.exec_driver_sql(query)
        }
        inspector = inspect(connection)
        checks = {
            ("check", table, str(rule["name"]), " ".join(str(rule["sqltext"]).split()))
            for table in ([] if postgresql else inspector.get_table_names())
            for rule in inspector.get_check_constraints(table)
        }
        return parts | checks


def test_a_former_database_goes_on_as_it_was(former: Flask, database: Database) -> None:
    with former.app_context():
        then = columns()
        before = rows(then)
        assert [table for table, kept in before.items() if not kept] == []
        migrations.upgrade()
        assert rows(then) == before
        upgraded = schema()
        assert (
            db.session.scalar(text("SELECT version_num FROM alembic_version"))
            == health_views.NEWEST
        )
        db.session.remove()
    assert differences(former) == []
    with former.app_context():
        db.engine.dispose()
    database.copy("migrated")
    with database.app() as fresh, fresh.app_context():
        assert upgraded == schema()


@pytest.mark.parametrize(
    ("revision", "reason"),
    [
        ("0021", "upgrade it first to 0036, with the last version of Rollcall that has that"),
        ("0999", "which this version of Rollcall does not know"),
    ],
)
def test_another_former_database_is_told_its_way_and_left_as_it_is(
    former: Flask, caplog: pytest.LogCaptureFixture, revision: str, reason: str
) -> None:
    with former.app_context():
        with transaction() as session:
            session.execute(text("UPDATE alembic_version SET version_num = :r"), {"r": revision})
        before, made = rows(columns()), schema()
        with pytest.raises(SystemExit) as ended:
            migrations.upgrade()
        assert ended.value.code == 1
        assert [revision in line and reason in line for line in caplog.messages].count(True) == 1
        assert (rows(columns()), schema()) == (before, made)
        assert db.session.scalar(text("SELECT version_num FROM alembic_version")) == revision


def test_an_upgrade_that_breaks_off_changes_nothing(former: Flask) -> None:
    with former.app_context():
        with transaction() as session:  # a table that a trigger is to be made for
            session.execute(text("DROP TABLE veto_classifications"))
        before = schema()
        with pytest.raises(DBAPIError, match="veto_classifications"):
            migrations.upgrade()
        assert schema() == before
        assert db.session.scalar(text("SELECT version_num FROM alembic_version")) == "0036"


def test_who_only_asks_for_the_revision_changes_nothing(former: Flask) -> None:
    with former.app_context():
        migrations.init_migrations(former)
        former.test_cli_runner().invoke(args=["db", "current"])
        assert db.session.scalar(text("SELECT version_num FROM alembic_version")) == "0036"
