"""The database as the application uses it: one engine, one session a request, one `commit`."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session

from tracker.core.library_internals import commit_reads
from tracker.core.orm import ERASES, Base, is_postgresql

db = SQLAlchemy(metadata=Base.metadata, session_options={"expire_on_commit": False})

WRITES = "tracker_writes"
BUSY_TIMEOUT = 15_000
"""Milliseconds for which SQLite waits for another process's write."""
_sqlite_writer = threading.Lock()
WAITERS_LOOK = 0.1
"""Seconds after which a connection that waits for SQLite's writer looks again, at the longest
(``sqliteDefaultBusyCallback`` in SQLite's main.c)."""
WRITES_ON_END = 0.4
"""Seconds for which long work writes before it gives way."""


@contextmanager
def transaction(*, rehearsal: bool = False) -> Iterator[Session]:
    """One unit of work: commits at the end, rolls back on any error. The only `commit`.

    A rehearsal is rolled back at its end too: what it writes, only its own block ever sees.

    A read snapshot that the request opened before is given up first, so that what the block
    reads is what it writes on. On SQLite the block holds the write lock from its start
    (``BEGIN IMMEDIATE``), and a lock of this process queues writers fairly before it.
    Blocks do not nest.
    """
    session = db.session()
    if session.info.get(WRITES):
        raise RuntimeError("transaction() does not nest.")
    session.rollback()
    queue = nullcontext() if is_postgresql(db.engine) else _sqlite_writer
    with queue:
        session.info[WRITES] = True
        try:
            session.connection(execution_options={WRITES: True})
            yield session
            if rehearsal:
                session.rollback()
            else:
                session.commit()
                if session.info.get(ERASES):
                    clear_log(db.engine)
        except BaseException:
            session.rollback()
            raise
        finally:
            session.info.pop(WRITES, None)
            session.info.pop(ERASES, None)


class LongWork:
    """Work of many transactions, between which others come to write.

    SQLite's writers of other processes stand in no queue: each looks every tenth of a second
    whether the writer is free. Transactions one right after the other would keep them out.
    """

    def __init__(self) -> None:
        self._since = time.monotonic()

    def give_way(self) -> None:
        """Between two transactions: let others in, if it is their time."""
        if is_postgresql(db.engine):
            return
        if time.monotonic() - self._since >= WRITES_ON_END:
            time.sleep(WAITERS_LOOK)
            self._since = time.monotonic()


def clear_log(engine: Engine) -> bool:
    """Empty SQLite's write-ahead log, in which rows stand as they were before they were erased.

    False while somebody still reads an earlier state; then nothing is lost, and it can be tried
    again. Nobody waits for it. True where there is nothing to do, as on PostgreSQL.
    """
    if is_postgresql(engine):
        return True
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout=0")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (busy, *_pages) = cursor.fetchone() or (1,)
        cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT}")
        cursor.close()
    finally:
        connection.close()
    return not busy


def init_db(app: Flask) -> None:
    """Bind the models to the configured database and teach its driver what `transaction` means."""
    db.init_app(app)
    with app.app_context():
        prepare = _prepare_postgresql if is_postgresql(db.engine) else _prepare_sqlite
        prepare(db.engine)


def _prepare_postgresql(engine: Engine) -> None:
    """Outside `transaction` the database refuses to write, so such a read can end with COMMIT."""

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES)
        driver: Any = connection.connection.dbapi_connection
        driver.read_only = not writes

    commit_reads(engine)


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def connect(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy's own BEGIN below, not the driver's
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            f"busy_timeout={BUSY_TIMEOUT}",
            "secure_delete=ON",  # what is deleted is overwritten with zeros
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
