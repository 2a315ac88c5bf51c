"""What every test may ask for: a fresh database of either kind, the application, a mail server, the
whole site as processes, a browser.

`app` is migrated and seeded, `empty_app` only migrated. Both come twice, on SQLite and PostgreSQL;
where a module is about words, forms and addresses, whose queries other tests run on both, its mark
`by_turns` gives each of its functions one of the two. What only PostgreSQL does is marked
`only_postgresql`.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from flask import Flask
from hypothesis import settings
from playwright.sync_api import expect
from sqlalchemy.orm import Session

from tests.support import engine_guard, factories, postgres
from tests.support.databases import Database, Templates
from tests.support.forks import forked
from tests.support.site import Site, WholeSite, smtp_server
from tests.support.webclient import Client, Runner, apart
from tests.support.world import World
from tracker import worker_tasks
from tracker.core.cache import Caches
from tracker.core.db import db, transaction
from tracker.ledger import sequencer

SERVER = "ROLLCALL_TEST_POSTGRES"
"""The environment variable by which xdist's workers learn of the one PostgreSQL server."""
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
"""Any Chromium will do. The shell is the same without windows, and takes a fifth less."""
KINDS = ("sqlite", "postgresql")
ON_BOTH = (
    "tests/core/test_bulk_sql",
    "tests/core/test_db",
    "tests/core/test_outbox",
    "tests/endorsements/signup/test_statements",
    "tests/endorsements/signup/test_submissions",
    "tests/endorsements/test_engine",
    "tests/endorsements/test_lifecycle",
    "tests/endorsements/test_refusals",
    "tests/ledger/",
    "tests/tallies/test_verification",
    "tests/whole_site/test_histories",
    "tests/whole_site/test_migrations",
)
"""Where what one database does says little of the other."""
# How long one example takes is the machine's affair, and no failure.
settings.register_profile("rollcall", deadline=None)
settings.load_profile("rollcall")
expect.set_options(timeout=60_000)
"""Milliseconds: a browser on a busy machine is late, and what is waited for ends the waiting."""
CLUSTER = pytest.StashKey[postgres.Cluster]()
ALL_LONG = "\npytestmark = pytest.mark.long\n"
"""In the modules of which `make test` runs nothing."""


@cache
def chromium() -> str | None:
    """The browser of this machine."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def could_not_run() -> list[str]:
    """What this machine lacks, in the words of the last lines of a run."""
    lacking = []
    if not postgres.programs():
        lacking.append("the tests on PostgreSQL (no initdb here; on Debian: postgresql)")
    if not chromium():
        lacking.append(
            "the tests in a browser (no Chromium here; on Debian: chromium-headless-shell)"
        )
    return lacking


def only_short(config: pytest.Config) -> bool:
    return bool(config.option.markexpr == "not long")


def pytest_configure(config: pytest.Config) -> None:
    engine_guard.watch()
    if not only_short(config):
        config.pluginmanager.import_plugin("schemathesis.pytest.plugin")
    programs = postgres.programs()
    if hasattr(config, "workerinput") or programs is None or config.option.collectonly:
        return
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # end as by Ctrl-C: server stopped
    cluster = postgres.Cluster(programs)
    cluster.start()
    config.stash[CLUSTER] = cluster
    os.environ[SERVER] = cluster.server


def pytest_unconfigure(config: pytest.Config) -> None:
    cluster = config.stash.get(CLUSTER, None)
    if cluster is not None:
        cluster.stop()
        os.environ.pop(SERVER, None)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Of the modules that are `long` as a whole, some take seconds to say what they would test."""
    if collection_path.suffix != ".py" or not only_short(config):
        return None
    return ALL_LONG in collection_path.read_text() or None


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every test that asks for a database runs on both kinds, or `by_turns` on one of them."""
    own = any(
        "database" in mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")
    )
    if "database" in metafunc.fixturenames and not own:
        by_turns = metafunc.definition.get_closest_marker("by_turns")
        kinds = [_turn(metafunc.function.__name__)] if by_turns else KINDS
        if metafunc.definition.get_closest_marker("only_postgresql"):
            kinds = ["postgresql"]
        metafunc.parametrize("database", kinds, indirect=True)


def _turn(case: str) -> str:
    return KINDS[zlib.crc32(case.encode()) % len(KINDS)]


def _is_long(item: pytest.Item) -> bool:
    """`make test` has five minutes: there each case has one kind of database, and its other one is
    `long`, except where the database itself is what is tested. Even there, the cases of one test
    stand for each other.
    """
    callspec: Any = getattr(item, "callspec", None)
    kind: Any = callspec.params.get("database") if callspec else None
    one_kind = item.get_closest_marker("by_turns") or item.get_closest_marker("only_postgresql")
    if kind not in KINDS or one_kind:
        return False
    only_case = len(callspec.params) == 1
    if only_case and item.nodeid.startswith(ON_BOTH):
        return False
    return bool(kind != _turn(item.name.replace(kind, "", 1)))


@pytest.hookimpl(tryfirst=True)  # before `-m` chooses
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    def can_run(item: pytest.Item) -> bool:
        callspec = getattr(item, "callspec", None)
        on = callspec.params.get("database") if callspec else None
        needs_browser = "browser" in getattr(item, "fixturenames", ())
        return not (
            (on == "postgresql" and postgres.programs() is None)
            or (needs_browser and chromium() is None)
        )

    for item in filter(_is_long, items):
        item.add_marker(pytest.mark.long)
    left_out = [item for item in items if not can_run(item)]
    items[:] = [item for item in items if can_run(item)]
    # The slowest first, so that no worker is left alone with one at the end.
    items.sort(
        key=lambda item: (
            "browser" not in getattr(item, "fixturenames", ())
            and not item.nodeid.startswith("tests/whole_site/")
        )
    )
    config.hook.pytest_deselected(items=left_out)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """On a build machine nothing may be left out."""
    if os.environ.get("CI") == "true" and could_not_run():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for lacking in could_not_run():
        terminalreporter.write_line(f"Could not run: {lacking}", red=True)


@pytest.fixture(autouse=True, scope="session")
def only_this_machine() -> Iterator[None]:
    """Tests reach nothing outside the machine."""
    patch = pytest.MonkeyPatch()
    really = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and not re.match(r"127\.|::1$|localhost$", address[0]):
            raise AssertionError(f"A test tried to reach {address[0]}.")
        really(self, address)

    patch.setattr(socket.socket, "connect", connect)
    yield
    patch.undo()


@pytest.fixture
def now() -> datetime:
    """A fixed moment, later than everything in the published record."""
    return datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Templates]:
    """Databases to copy from, each migrated and seeded once a run."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    with TemporaryDirectory(prefix="rollcall-", dir=postgres.memory()) as folder:
        yield Templates(Path(folder), shared, os.environ.get(SERVER, ""), worker)


@pytest.fixture
def database(request: pytest.FixtureRequest, templates: Templates) -> Iterator[Database]:
    """A place for one fresh database; `copy` fills it from a template."""
    made = templates.database(request.param)
    yield made
    made.remove()


@pytest.fixture
def app(database: Database) -> Iterator[Flask]:
    """The application on a database that is migrated, seeded and sequenced."""
    with database.copy("seeded").shared_app() as made:
        yield made


@pytest.fixture
def empty_app(database: Database) -> Iterator[Flask]:
    """The application on a database that is only migrated."""
    with database.copy("migrated").shared_app() as made:
        yield made


@pytest.fixture
def client(request: pytest.FixtureRequest) -> Client:
    """A browser without a screen, on `empty_app` if the test asks for that, else on `app`.

    What the test wrote through `session` is committed before each request, and what the request
    wrote is there to read after it.
    """
    return Client(_application(request))


@pytest.fixture
def runner(request: pytest.FixtureRequest) -> Runner:
    """Runs `flask` commands as a process of their own would."""
    return Runner(_application(request))


@pytest.fixture
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    """A session in an application context."""
    with _application(request).app_context():
        yield db.session()


def _application(request: pytest.FixtureRequest) -> Flask:
    name = "empty_app" if "empty_app" in request.fixturenames else "app"
    made: Flask = request.getfixturevalue(name)
    return made


@pytest.fixture
def sequence(request: pytest.FixtureRequest, now: datetime) -> Callable[..., int]:
    """Runs the sequencer as the worker does: `sequence(session)`, `sequence(now=…)`.

    The number of entries taken. Afterwards everything is committed.
    """
    application = _application(request)

    def run(session: Session | None = None, *, now: datetime = now) -> int:
        if session is not None:
            session.commit()
        total = 0

        def take() -> int:
            with application.app_context(), transaction() as own:
                return sequencer.sequence(own, now=now, projections=worker_tasks.PROJECTIONS)

        while taken := apart(take):
            total += taken
        if session is not None:
            session.rollback()
        return total

    return run


@pytest.fixture
def nothing_kept(app: Flask) -> None:
    """Pages, tallies and feeds are made anew for each reader."""
    app.extensions["caches"] = Caches(kept_for=0)


@pytest.fixture
def world(empty_app: Flask, session: Session, sequence: Callable[..., int], now: datetime) -> World:
    """One initiative on an empty site, for tests that count."""
    return World(session, sequence, now, factories.initiative(session))


@pytest.fixture
def smtp() -> Iterator[Any]:
    """A real SMTP server (aiosmtpd) on a free port: `url`, and the `messages` it took."""
    with smtp_server() as server:
        yield server


@pytest.fixture
def whole_site(templates: Templates, tmp_path: Path) -> Iterator[WholeSite]:
    """The whole site as `make run` starts it, on SQLite and data of its own, for one test."""
    with WholeSite.started(templates, tmp_path) as site:
        yield site


@pytest.fixture
def live_server(templates: Templates, tmp_path: Path) -> Iterator[Site]:
    """The site's web server and worker, quickly, on SQLite and data of its own, for one test."""
    with forked(templates, tmp_path) as site:
        yield site


@pytest.fixture(scope="session")
def shared_server(templates: Templates, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The same for tests that only look at pages: started once, never written to."""
    with forked(templates, tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Debian's Chromium for pytest-playwright's `page`, kept to this machine."""
    return {
        "executable_path": chromium(),
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
        ],
    }
