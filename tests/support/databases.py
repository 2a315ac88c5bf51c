"""Fresh databases for tests, copied from templates that are migrated and seeded once a run."""

from __future__ import annotations

import atexit
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from flask import Flask
from jinja2 import FileSystemBytecodeCache

from config import Config
from tests.support import postgres
from tests.support.webclient import apart
from tracker import seed
from tracker.app import create_app
from tracker.core import migrations
from tracker.core.crypto import Signer
from tracker.core.db import db, transaction
from tracker.core.limits import limiter

SEEDED_AT = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
"""When the seeded template entered its ledger: before the tests' `now`."""

PAGES = "ROLLCALL_TEST_PAGES"
"""The environment variable by which a run's processes find each other's compiled pages."""
if PAGES not in os.environ:
    os.environ[PAGES] = mkdtemp(prefix="rollcall-pages-")
    atexit.register(shutil.rmtree, os.environ[PAGES], ignore_errors=True)
COMPILED = FileSystemBytecodeCache(os.environ[PAGES])
"""Templates as Jinja compiled them once in this run: most of what a first page takes."""


def settings(database_url: str, var_dir: Path, **changes: Any) -> Config:
    """Settings for a test; the keys are fixed so that a template's data can be read."""
    values: dict[str, Any] = {
        "environment": "test",
        "var_dir": var_dir,
        "database_url": database_url,
        "secret_key": "a secret key that only the tests use",
        "data_keys": ("GWk6DCAMwXL4DRcgYe0wZ0zrPGZLh6iiFwlSBwTnNIo=",),
        "lookup_key": "a lookup key that only the tests use",
        "public_url": "http://127.0.0.1:8000",
        "contact_email": "contact@rollcall.example",
        "mail_from": "rollcall@rollcall.example",
        "rate_limits": False,
    }
    return Config(**(values | changes))


class SteadySigner(Signer):
    """Signs a link once: a mail that a test composes again, a second later, has the same one."""

    def __init__(self, secret_key: str) -> None:
        super().__init__(secret_key)
        self._signed: dict[str, str] = {}

    def sign(self, purpose: str, value: Any) -> str:
        return self._signed.setdefault(f"{purpose} {value!r}", super().sign(purpose, value))


def _made(config: Config) -> Flask:
    """The application, quick where a test does not look: templates, and what secrets cost."""
    app = create_app(config)
    app.jinja_env.bytecode_cache = COMPILED
    app.extensions["postman"].signer = SteadySigner(config.secret_key)
    security = app.extensions["security"]
    security.pwd_context.update(argon2__time_cost=1, argon2__memory_cost=1024)
    security.totp_factory.wallet.encrypt_cost = 4
    return app


@contextmanager
def opened(config: Config) -> Iterator[Flask]:
    """The application, with no connection left open afterwards."""
    with _disconnected(_made(config)) as app:
        yield app


@contextmanager
def _disconnected(app: Flask) -> Iterator[Flask]:
    try:
        yield app
    finally:
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


@dataclass
class Database:
    """One test's database, either kind. It does not exist until `copy` makes it."""

    kind: str
    url: str
    var_dir: Path
    templates: Templates

    def copy(self, template: str) -> Database:
        """Make it anew from ``seeded`` or ``migrated``."""
        self.templates.copy(self.kind, template, self.url)
        return self

    def create(self) -> Database:
        """Make it anew without any table."""
        if self.kind == "postgresql":
            postgres.create(self.templates.server, _name(self.url))
        return self

    @contextmanager
    def shared_app(self) -> Iterator[Flask]:
        """The application on it, made once in this process and as new: it remembers nothing.

        A test that adds to an application, or wants other settings, asks for one of its own.
        """
        with _disconnected(self.templates.app(settings(self.url, self.var_dir))) as app:
            yield app

    @contextmanager
    def app(self, **changes: Any) -> Iterator[Flask]:
        """An application of its own on it, with these settings changed."""
        with opened(settings(self.url, self.var_dir, **changes)) as app:
            yield app

    def remove(self) -> None:
        if self.kind == "postgresql":
            postgres.drop(self.templates.server, _name(self.url))


class Templates:
    """The databases that tests copy, made when first asked for: by one process for all of a run."""

    def __init__(self, folder: Path, shared: Path, server: str, worker: str) -> None:
        self.folder = folder
        self.shared = shared
        """The folder that all processes of a run have in common."""
        self.server = server
        self.worker = worker
        self.apps: dict[Config, tuple[Flask, dict[str, Any]]] = {}

    def app(self, config: Config) -> Flask:
        """The application of these settings, without what an earlier test left in it."""
        if config not in self.apps:
            made = _made(config)
            self.apps[config] = made, dict(made.extensions)
        app, extensions = self.apps[config]
        limiter.enabled = config.rate_limits  # one limiter serves every application of a process
        app.extensions.update(extensions)
        app.extensions["postman"].signer = SteadySigner(config.secret_key)
        app.extensions["caches"].clear()
        return app

    def database(self, kind: str) -> Database:
        """A place for one test's database and files, empty."""
        var_dir = self.folder / kind
        shutil.rmtree(var_dir, ignore_errors=True)
        var_dir.mkdir()
        url = f"sqlite:///{var_dir / 'rollcall.db'}"
        if kind == "postgresql":
            url = postgres.url(self.server, f"test_{self.worker}")
        return Database(kind, url, var_dir, self)

    def copy(self, kind: str, template: str, url: str) -> None:
        """Make the database at `url` a copy of a template."""
        source = self.template(kind, template)
        if kind == "postgresql":
            postgres.create(self.server, _name(url), _name(source))
            return
        target = Path(url.removeprefix("sqlite:///"))
        for ending in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                target.with_name(target.name + ending).unlink()
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source.removeprefix("sqlite:///"), target)

    def template(self, kind: str, name: str) -> str:
        """The address of a template: ``migrated``, or ``seeded`` and sequenced too."""
        url = f"sqlite:///{self.shared / name}.db"
        if kind == "postgresql":
            url = postgres.url(self.server, name)
        made = self.shared / f"{name}.{kind}"
        with made.open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not made.read_text():
                self._make(kind, name, url)
                lock.write("made")
        return url

    def _make(self, kind: str, name: str, url: str) -> None:
        if name == "seeded":
            self.copy(kind, "migrated", url)
        elif kind == "postgresql":
            postgres.create(self.server, _name(url))
        apart(lambda: _fill(settings(url, self.folder), name))


def _fill(config: Config, name: str) -> None:
    with opened(config) as app, app.app_context():
        if name == "migrated":
            migrations.upgrade()
            return
        with transaction() as session:
            seed.load(session, now=SEEDED_AT)


def _name(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[2]
