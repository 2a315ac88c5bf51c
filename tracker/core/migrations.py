"""The schema's migrations, for whoever applies them.

What serves imports none of this: Alembic would be a tenth of its memory. Whether the database is
at the newest is asked by `core.health_views`.
"""

from __future__ import annotations

import flask_migrate
from flask import Flask, current_app

from config import ROOT
from tracker.core.db import db


def init_migrations(app: Flask) -> None:
    """Let `flask db` find the migrations."""
    flask_migrate.Migrate(app, db, directory=str(ROOT / "migrations"), render_as_batch=True)


def upgrade() -> None:
    """Bring the application's database to the newest schema."""
    init_migrations(current_app)
    flask_migrate.upgrade()


def downgrade(revision: str) -> None:
    """Take the application's database back to an older schema; to none is ``base``."""
    init_migrations(current_app)
    flask_migrate.downgrade(revision=revision)
