"""What a WSGI server and the `flask` command load."""

import gc
import os

gc.disable()  # Nothing that starting makes is garbage: looking for it takes a quarter of the start.

from contextlib import suppress

from sqlalchemy.exc import OperationalError

from config import Config
from tracker.app import create_app
from tracker.core import demo

config = Config.from_env()
app = create_app(config)
# A database that does not answer yet is told by /readyz, not by a server that cannot start.
with app.app_context(), suppress(OperationalError):
    demo.keep_apart(demo=config.demo)
if "FLASK_RUN_FROM_CLI" in os.environ:  # set by the `flask` command, whose `flask db` wants Alembic
    from tracker.core.migrations import init_migrations

    init_migrations(app)

gc.freeze()
gc.enable()
