"""A PostgreSQL server of our own for one run of the tests: private, temporary, on no port."""

from __future__ import annotations

import atexit
import os
import pwd
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import psycopg
from psycopg import sql

PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")


@cache
def programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`, the newest version found; none without PostgreSQL."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).parent
    found = [path for place in PLACES for path in Path("/").glob(f"{place[1:]}/initdb")]
    return max(found, key=lambda path: path.parts).parent if found else None


def unprivileged() -> str | None:
    """The user to run the server as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


MEMORY = Path("/dev/shm")  # noqa: S108  a folder of our own is made in it
"""Memory that looks like a disk, where Linux offers it: databases are copied faster there."""
ENOUGH = 4 * 1024**3


def memory() -> Path | None:
    """Where databases can be kept in memory, if there is enough of it."""
    return MEMORY if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH else None


class Cluster:
    """One server in a temporary folder, reached through a Unix socket there."""

    def __init__(self, folder: Path, *, durable: bool = False) -> None:
        self.programs = folder
        self.durable = durable
        """Whether it syncs as in production; measurements need that, tests do not."""
        self.user = unprivileged()
        where = None if durable else memory()
        self.home = Path(tempfile.mkdtemp(prefix="rollcall-pg-", dir=where))

    @property
    def server(self) -> str:
        """What goes into a URL's query to reach it."""
        return f"host={self.home}&user=rollcall"

    def start(self) -> None:
        if self.user:
            shutil.chown(self.home, self.user)
        self.home.chmod(0o711)
        data = self.home / "data"
        self._run("initdb", "-D", data, "-U", "rollcall", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = (
            f"-c listen_addresses='' -c unix_socket_directories={self.home} -c max_connections=200"
        )
        if not self.durable:
            options += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        self._run("pg_ctl", "-D", data, "-l", self.home / "log", "-w", "-o", options, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", self.home / "data", "-m", "immediate", "stop")
        shutil.rmtree(self.home, ignore_errors=True)

    def _run(self, program: str, *arguments: str | Path) -> None:
        # pg_ctl's server would keep a pipe open for ever, so what it says goes to a file.
        with (self.home / f"{program}.out").open("ab") as out:
            subprocess.run(
                [self.programs / program, *arguments],
                check=True,
                stdout=out,
                stderr=out,
                user=self.user,
                cwd=self.home,
                env=os.environ | {"LC_ALL": "C.UTF-8"},
            )


def url(server: str, name: str) -> str:
    """The SQLAlchemy address of a database on that server."""
    return f"postgresql+psycopg:///{name}?{server}"


def create(server: str, name: str, template: str = "template0") -> None:
    """Make a database anew, as a copy of a template."""
    statement = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(
        sql.Identifier(name), sql.Identifier(template)
    )
    try:
        _execute(server, statement)
    except psycopg.errors.DuplicateDatabase:
        drop(server, name)
        _execute(server, statement)


def drop(server: str, name: str) -> None:
    """Remove a database and whoever is still connected to it."""
    _execute(
        server, sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    )


def _execute(server: str, statement: sql.Composed) -> None:
    _connection(server).execute(statement)


@cache
def _connection(server: str) -> psycopg.Connection:
    """This process's own way to a server, until it ends: a new one each time takes longer than
    what is then asked."""
    connection = psycopg.connect(f"postgresql:///postgres?{server}", autocommit=True)
    atexit.register(connection.close)
    return connection
