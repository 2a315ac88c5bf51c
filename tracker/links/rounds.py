"""Looking at links beside the worker's other tasks: a slow server must not keep the ledger waiting.

Off unless `TRACKER_CHECK_LINKS` is set.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog
from flask import Flask

from tracker.core.clock import utcnow
from tracker.core.db import transaction
from tracker.core.worker import SideTask
from tracker.links import services
from tracker.links.fetcher import Visitor

log = structlog.get_logger()
COLLECTION_INTERVAL = timedelta(hours=1)


class Rounds(SideTask):
    """The task that looks at what is due, one link after another.

    Nothing is lost when the process ends meanwhile: what was begun is looked at again.
    """

    def __init__(self, app: Flask, visitor: Visitor) -> None:
        super().__init__(app, "links", self._round)
        self._visitor = visitor
        self._collected: datetime | None = None

    def _round(self, now: datetime) -> None:
        self._collect(now)
        while look_at_next(self._visitor, now=utcnow()):
            pass

    def _collect(self, now: datetime) -> None:
        if self._collected is not None and now - self._collected < COLLECTION_INTERVAL:
            return
        with transaction() as session:
            services.collect(session, now=now)
        self._visitor.forget()
        self._collected = now


def look_at_next(visitor: Visitor, *, now: datetime) -> bool:
    """Look at the next link that is due, with no transaction open; return whether one is."""
    with transaction() as session:
        claimed = services.claim(session, pause=visitor.guest.pause, now=now)
        if claimed is None:
            return False
        link_id, address, is_list = claimed.id, claimed.address, claimed.lists_supporters
    finding = visitor.visit(address, read=is_list)
    with transaction() as session:
        services.note(session, link_id, finding, now=now)
    log.info("link_checked", link=link_id, outcome=finding.outcome.value, status=finding.status)
    return True
