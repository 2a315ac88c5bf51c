"""Health checks: this machine serves, and what it needs is there."""

from __future__ import annotations

from datetime import datetime, timedelta

from flask import Blueprint, Response, jsonify
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import SQLAlchemyError

from config import ROOT
from tracker.core.audience import monitor
from tracker.core.clock import utcnow
from tracker.core.db import db
from tracker.core.health import Heartbeat, Inspection

bp = Blueprint("health", __name__)
WORKER_LATE_AFTER = timedelta(seconds=30)
INSPECTION_LATE_AFTER = timedelta(hours=3)
NEWEST = max(
    path.stem.partition("_")[0] for path in (ROOT / "migrations" / "versions").glob("[0-9]*.py")
)
"""The revision of the newest migration, read from its file's name when the process started."""


@bp.get("/healthz")
@monitor
def healthz() -> Response:
    """Answer, and say nothing of what the process needs."""
    return jsonify(status="ok")


@bp.get("/readyz")
@monitor
def readyz() -> tuple[Response, int]:
    """Answer 200 when the database answers, is migrated, a worker was alive in the last 30 s, and
    no inspection found anything wrong or is overdue; else 503, with what is not so."""
    checks: dict[str, str] = {}
    try:
        checks["database"] = "ok"
        checks["migrations"] = _migrations()
        checks["worker"] = _worker(utcnow())
        checks |= _inspections(utcnow())
    except SQLAlchemyError as error:
        checks["database"] = type(error).__name__
    ready = set(checks.values()) == {"ok"}
    return jsonify(status="ok" if ready else "not ready", checks=checks), 200 if ready else 503


def _migrations() -> str:
    with db.engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return "behind"
        current = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return "ok" if current == NEWEST else "behind"


def _inspections(now: datetime) -> dict[str, str]:
    """Return what each inspection says; nothing of those that have not been made yet."""
    inspections = db.session().scalars(select(Inspection)).all()
    return {inspection.name: _outcome(inspection, now) for inspection in inspections}


def _outcome(inspection: Inspection, now: datetime) -> str:
    at = f"{inspection.inspected_at:%Y-%m-%d %H:%M} UTC"
    if inspection.count:
        number = "1 difference" if inspection.count == 1 else f"{inspection.count} differences"
        return f"{number} found at {at}: see flask {inspection.name} verify"
    is_late = now - inspection.inspected_at >= INSPECTION_LATE_AFTER
    return f"last verified at {at}" if is_late else "ok"


def _worker(now: datetime) -> str:
    beat = db.session().get(Heartbeat, "worker")
    if beat is None:
        return "never seen"
    late = now - beat.seen_at
    return "ok" if late < WORKER_LATE_AFTER else f"last seen {int(late.total_seconds())} s ago"
