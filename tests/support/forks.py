"""The site's processes forked from one that has imported the application: there in half a second.

They serve the same pages and do the worker's tasks. That `python -m tracker.serve` starts them, and
what granian makes of a request, is tested on the whole site.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from flask.cli import main
from werkzeug.serving import WSGIRequestHandler, make_server

from tests.support.databases import COMPILED, Templates
from tests.support.site import HOST, PATIENCE, Site, free_port, until

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["tests.support.forks", "tracker.app"])


class Quiet(WSGIRequestHandler):
    """Logs no request."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Nothing."""


@contextmanager
def forked(templates: Templates, var_dir: Path, kind: type[Site] = Site) -> Iterator[Site]:
    """The site on a copy of the seeded database, until the test is over; `kind` may have settings
    of its own."""
    templates.copy("sqlite", "seeded", f"sqlite:///{var_dir / 'rollcall.db'}")
    site = kind(free_port(), var_dir)
    started = [_start(site, _serve, str(site.port))]
    try:
        assert until(lambda: site.get("/healthz")[0] == 200), site.output
        started.append(_start(site, _flask, "worker"))
        assert until(lambda: site.get("/readyz")[0] == 200), site.output
        yield site
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.join()


def flask(site: Site, *words: str) -> str:
    """What a `flask` command of the site says."""
    log = site.var_dir / "said.log"
    log.unlink(missing_ok=True)
    process = _start(site, _flask, *words, log=log)
    process.join()
    assert process.exitcode == 0, log.read_text()
    return log.read_text()


def refused(site: Site, **env: str) -> int:
    """The exit status of `python -m tracker.serve`, for settings with which it cannot start."""
    process = _start(site, _whole, env=env)
    process.join(PATIENCE)
    process.terminate()  # if it did start
    process.join()
    assert process.exitcode is not None
    return process.exitcode


def _start(
    site: Site,
    run: object,
    *words: str,
    log: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> ForkServerProcess:
    process = FORKS.Process(
        target=_as_told, args=(run, site.env(**(env or {})), log or site.log, words), daemon=True
    )
    process.start()
    return process


def _as_told(run: object, env: Mapping[str, str], log: Path, words: tuple[str, ...]) -> None:
    os.environ.clear()
    os.environ.update(env)
    out = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for stream in (1, 2):
        os.dup2(out, stream)
    assert callable(run)
    run(*words)


def _serve(port: str) -> None:
    app = import_module("wsgi").app
    app.jinja_env.bytecode_cache = COMPILED
    make_server(HOST, int(port), app, threaded=True, request_handler=Quiet).serve_forever()


def _whole() -> None:
    sys.exit(import_module("tracker.serve").main())


def _flask(*words: str) -> None:
    sys.argv = ["flask", *words]
    main()
