"""`python -m tracker.serve`: the whole of Rollcall on one machine, until it is told to stop.

Migrates and seeds the database, then keeps two processes: the web server and the worker. A signal
to end stops both; if either ends by itself the other is stopped too, and nothing stays on the port.
"""

from __future__ import annotations

import gc

gc.disable()  # Until all is imported: that makes no garbage, and looking takes its time.

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from functools import partial
from queue import Empty, SimpleQueue
from types import FrameType

from sqlalchemy.exc import OperationalError

from config import ROOT, Config, SettingsError
from tracker import seed
from tracker.app import create_app
from tracker.core import admission, demonstration_mark, migrations, private_files
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.demonstration import filler

HOST = "127.0.0.1"
STOP_TIMEOUT = 10.0
"""Seconds a process may take to end before it is killed."""
INTERRUPTED = 128 + signal.SIGINT
"""The exit status that a shell expects of a command that Ctrl-C ended."""
START_TIMEOUT = 60.0
"""Seconds until the first page must have been served."""

HEADER_SECONDS = 10
"""Until a request's header must be there, from when the one before was answered: an open page asks
again after eight."""

Events = SimpleQueue[str | None]
"""Events: a child's name when it ended, none when a signal asks to stop.

A SimpleQueue, because a signal's handler may put into it at any moment (its `put` is reentrant).
"""


class StartError(Exception):
    """Rollcall cannot start here; the message says why and what to do."""


class Child:
    """One process in a session of its own, so that a Ctrl-C reaches only the supervisor."""

    def __init__(
        self, name: str, arguments: list[str], env: Mapping[str, str], events: Events
    ) -> None:
        self.name = name
        self.process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        threading.Thread(target=self._watch, args=(events,), daemon=True).start()

    def _watch(self, events: Events) -> None:
        self.process.wait()
        events.put(self.name)

    def end(self, number: signal.Signals) -> None:
        """Send a signal to the process and everything it started."""
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            return

    def ended_by(self, deadline: float) -> bool:
        """Return whether it ends before a moment of the monotonic clock."""
        try:
            self.process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            return False
        return True


def main() -> int:
    """Serve until told to stop. 0 after a signal, 1 if a process ended, 2 if it cannot start,
    130 when it is interrupted before it serves."""
    gc.enable()
    os.umask(private_files.UMASK)
    try:
        config = Config.from_env()
        private_files.close(config.var_dir)
        check_port(config.port)
        prepare(config)
    except (SettingsError, StartError) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped before all was ready. The next start goes on from there.", file=sys.stderr)
        return INTERRUPTED
    return supervise(config)


def check_port(port: int) -> None:
    """Raises StartError when something listens there already, or it may not be used."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as error:
            raise StartError(
                f"Port {port} cannot be used ({error}). Stop what uses it, or choose another: "
                "TRACKER_PORT=8001 make run"
            ) from error


def prepare(config: Config) -> None:
    """Bring the database to the newest schema and load the published record into it; into a
    demonstration's, invented supporters too.

    Raises SettingsError when the database is of the other kind, StartError when it cannot be
    reached.
    """
    app = create_app(config)
    with app.app_context():
        _reach_database()
        demonstration_mark.keep_apart(demo=config.demo)
        migrations.upgrade()
        if config.demo:
            with transaction() as session:
                demonstration_mark.mark(session, now=utcnow())
        with transaction() as session:
            report = seed.load(session, now=utcnow())
        for sentence in report.sentences:
            print(sentence, flush=True)
        if config.demo:
            filler.fill(filler.FULL, now=utcnow(), say=partial(print, flush=True))
        db.engine.dispose()


def _reach_database() -> None:
    try:
        db.engine.connect().close()
    except OperationalError as error:
        raise StartError(
            f"The database of TRACKER_DATABASE_URL cannot be reached: {error.orig}"
        ) from error


def supervise(config: Config) -> int:
    """Run web and worker until a signal comes (0) or one of them ends (1)."""
    events: Events = SimpleQueue()

    def stop(_number: int, _frame: FrameType | None) -> None:
        events.put(None)

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, stop)
    env = os.environ | {
        "TRACKER_PORT": str(config.port),
        "TRACKER_VAR_DIR": str(config.var_dir),
        "FLASK_APP": "wsgi:app",
    }
    children: list[Child] = []
    try:
        children.append(Child("web server", web_arguments(config), env, events))
        children.append(Child("worker", ["-m", "flask", "worker"], env, events))
        ended = wait_until_served(config.port, events)
        if ended is SERVED:
            announce(config)
            ended = events.get()
    finally:
        stop_all(children)
    if ended is None:
        print("Rollcall has stopped.", flush=True)
        return 0
    print(f"The {ended} ended by itself, so Rollcall has stopped.", file=sys.stderr, flush=True)
    return 1


def web_arguments(config: Config) -> list[str]:
    """Return how Python starts the web server: granian, WSGI, on the loopback address only."""
    options = {
        "interface": "wsgi",
        "host": HOST,
        "port": config.port,
        "workers": config.web_processes,
        "blocking-threads": config.web_threads + admission.spare_threads(),
        "http": 1,
        "http1-header-read-timeout": HEADER_SECONDS * 1000,
        "log-level": "error",  # it warns of more threads than work; admission.py says why
        "workers-kill-timeout": int(STOP_TIMEOUT) - 2,
    }
    given = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    return ["-m", "granian", "--no-ws", *given, "wsgi:app"]


SERVED = "served"


def wait_until_served(port: int, events: Events) -> str | None:
    """`SERVED` once the site is ready, worker and all; else what happened before."""
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline:
        try:
            return events.get(timeout=0.1)
        except Empty:
            if answers(port):
                return SERVED
    return "start took too long; the web server"


def answers(port: int) -> bool:
    """Return whether ``/readyz`` says that the database, the migrations and the worker are
    there."""
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def announce(config: Config) -> None:
    """Say where things are, and what to do first."""
    mail = (
        f"sent through {config.smtp_url.rpartition('@')[2]}"
        if config.smtp_url and not config.demo
        else (f"written to {config.mail_dir}")
    )
    print(
        f"\n{'The demonstration' if config.demo else 'Rollcall'} is at http://{HOST}:{config.port}\n"
        f"Mail is {mail}\n"
        "The first staff account: "
        '.venv/bin/flask staff add you@example.org --name "Your Name" --role admin'
        " --role reviewer\n"
        "Ctrl-C stops it.\n",
        flush=True,
    )


def stop_all(children: list[Child]) -> None:
    """Ask every process to end, and kill what has not ended after ten seconds."""
    for child in children:
        child.end(signal.SIGTERM)
    deadline = time.monotonic() + STOP_TIMEOUT
    for child in children:
        if not child.ended_by(deadline):
            child.end(signal.SIGKILL)
            child.process.wait()
        child.end(signal.SIGKILL)  # what it may have left behind in its session


if __name__ == "__main__":
    sys.exit(main())
