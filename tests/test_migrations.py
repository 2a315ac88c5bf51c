"""The migrations make exactly what the models say, up and down, on both databases."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import CheckConstraint, inspect

from config import ROOT
from tests.databases import Database
from tracker.core import health, migrations
from tracker.core.db import db
from tracker.ledger import sequencer
from tracker.tallies import projection


def differences(app: Flask) -> list[object]:
    with app.app_context(), db.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        found: list[object] = compare_metadata(context, db.metadata)
        return found


def test_the_models_are_what_the_migrations_make(empty_app: Flask) -> None:
    assert differences(empty_app) == []


def test_the_checks_are_what_the_migrations_make(empty_app: Flask) -> None:
    """Alembic does not compare CHECK constraints, so their names are compared here."""
    with empty_app.app_context():
        inspector = inspect(db.engine)
        for table in db.metadata.sorted_tables:
            due = {str(one.name) for one in table.constraints if isinstance(one, CheckConstraint)}
            made = {str(one["name"]) for one in inspector.get_check_constraints(table.name)}
            assert made == due, table.name


def test_down_and_up_again_leaves_nothing_and_makes_everything(database: Database) -> None:
    with database.create().app() as app:
        with app.app_context():
            migrations.upgrade()
            migrations.downgrade("base")
            assert inspect(db.engine).get_table_names() == ["alembic_version"]
            migrations.upgrade()
        assert differences(app) == []


def test_the_tally_tables_are_made_anew_from_the_ledger(app: Flask) -> None:
    with app.app_context():
        migrations.downgrade("0021")
        migrations.upgrade()
        size = sequencer.size(db.session())
        assert size > 0 and projection.differences(db.session(), size=size) == []


def test_the_one_newest_revision_is_in_its_files_name() -> None:
    assert ScriptDirectory(str(ROOT / "migrations")).get_heads() == [health.NEWEST]
