"""Looking at links beside the worker's other tasks: a slow server must not keep the ledger waiting.

Off unless `TRACKER_CHECK_LINKS` is set.
"""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

import structlog
from flask import Flask

from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.links import services
from tracker.links.fetching import Visitor

log = structlog.get_logger()
COLLECTED_EVERY = timedelta(hours=1)


class Rounds:
    """At most one thread, which looks at what is due, one link after another, and ends."""

    def __init__(self, app: Flask, visitor: Visitor) -> None:
        self._app = app
        self._visitor = visitor
        self._thread: threading.Thread | None = None
        self._collected: datetime | None = None

    def start(self, now: datetime) -> int:
        """Begin a round unless one is on. Nothing is lost when the process ends meanwhile: what
        was begun is looked at again."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._run, name="links", daemon=True)
            self._thread.start()
        return 0

    def wait(self, seconds: float) -> bool:
        """Whether the round ended within some seconds."""
        if self._thread is not None:
            self._thread.join(seconds)
        return self._thread is None or not self._thread.is_alive()

    def _run(self) -> None:
        with self._app.app_context():
            try:
                self._collect(utcnow())
                while look_at_next(self._visitor, now=utcnow()):
                    pass
            except Exception:  # the next round begins anew, and the worker's tasks go on
                log.exception("links_failed")
            finally:
                db.session.remove()

    def _collect(self, now: datetime) -> None:
        if self._collected is not None and now - self._collected < COLLECTED_EVERY:
            return
        with transaction() as session:
            services.collect(session, now=now)
        self._visitor.forget()
        self._collected = now


def look_at_next(visitor: Visitor, *, now: datetime) -> bool:
    """Look at the next link that is due, with no transaction open meanwhile; false if none is."""
    with transaction() as session:
        claimed = services.claim(session, pause=visitor.guest.pause, now=now)
        due = (claimed.id, claimed.address) if claimed is not None else None
    if due is None:
        return False
    found = visitor.visit(due[1])
    with transaction() as session:
        services.note(session, due[0], found, now=now)
    log.info("link_checked", link=due[0], outcome=found.outcome.value, status=found.status)
    return True
