"""The application that a WSGI server and the `flask` command load."""

import gc
import os
import sys
from typing import Any

os.umask(0o077)  # what this process makes, others on the machine do not read
gc.disable()  # Nothing that starting makes is garbage: looking for it takes a quarter of the start.
# structlog imports rich (and that pygments) and greenlet where it finds them: 5 MB for tracebacks
# in colours and for green threads, which nothing of ours has. None here is Python's own way of
# saying that a module is not to be found.
UNUSED = ("rich", "greenlet")
modules: dict[str, Any] = sys.modules
modules.update(dict.fromkeys(UNUSED))

from contextlib import suppress

from sqlalchemy.exc import OperationalError

from config import Config
from tracker.app import create_app
from tracker.core import demonstration_mark, private_files
from tracker.core.admission import Admission

for name in UNUSED:
    del modules[name]

config = Config.from_env()
private_files.close(config.var_dir)
app = create_app(config)
app.wsgi_app = Admission(app.wsgi_app, working=config.web_threads)  # type: ignore[method-assign]
# A database that does not answer yet is told by /readyz, not by a server that cannot start.
with app.app_context(), suppress(OperationalError):
    demonstration_mark.keep_apart(demo=config.demo)
if "FLASK_RUN_FROM_CLI" in os.environ:  # set by the `flask` command, whose `flask db` wants Alembic
    from tracker.core.migrations import init_migrations

    init_migrations(app)

gc.freeze()
gc.enable()
