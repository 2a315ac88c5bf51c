"""Whether this machine serves, and whether what it needs is there."""

from __future__ import annotations

from datetime import datetime, timedelta

from flask import Blueprint, Response, jsonify
from sqlalchemy import JSON, String, inspect, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Mapped, Session, mapped_column

from config import ROOT
from tracker.core.audience import monitor
from tracker.core.clock import utcnow
from tracker.core.db import db
from tracker.core.orm import Base, UtcDateTime

bp = Blueprint("health", __name__)
WORKER_LATE_AFTER = timedelta(seconds=30)
INSPECTION_LATE_AFTER = timedelta(hours=3)
NEWEST = max(
    path.stem.partition("_")[0] for path in (ROOT / "migrations" / "versions").glob("[0-9]*.py")
)
"""The revision of the newest migration, read from its file's name when the process started."""


class Heartbeat(Base):
    """When a process of a name was last alive."""

    __tablename__ = "heartbeats"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)


def beat(session: Session, name: str, *, now: datetime) -> None:
    """Note that a process is alive."""
    session.merge(Heartbeat(name=name, seen_at=now))


class Inspection(Base):
    """What the newest look of a kind found wrong; nothing, most of the time."""

    __tablename__ = "inspections"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    inspected_at: Mapped[datetime] = mapped_column(UtcDateTime)
    count: Mapped[int]
    """How much was wrong."""
    findings: Mapped[list[str]] = mapped_column(JSON)
    """A line each, without names of people; not all of very many."""


@bp.get("/healthz")
@monitor
def healthz() -> Response:
    """The process answers; says nothing of what it needs."""
    return jsonify(status="ok")


@bp.get("/readyz")
@monitor
def readyz() -> tuple[Response, int]:
    """200 when the database answers, is migrated, a worker was alive in the last 30 s, and no
    inspection found anything wrong or is overdue."""
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
    """What each inspection says; nothing of those that have not been made yet."""
    return {
        one.name: _inspection(one, now) for one in db.session().scalars(select(Inspection)).all()
    }


def _inspection(one: Inspection, now: datetime) -> str:
    at = f"{one.inspected_at:%Y-%m-%d %H:%M} UTC"
    if one.count:
        what = "1 difference" if one.count == 1 else f"{one.count} differences"
        return f"{what} found at {at}: see flask {one.name} verify"
    return "ok" if now - one.inspected_at < INSPECTION_LATE_AFTER else f"last verified at {at}"


def _worker(now: datetime) -> str:
    beat = db.session().get(Heartbeat, "worker")
    if beat is None:
        return "never seen"
    late = now - beat.seen_at
    return "ok" if late < WORKER_LATE_AFTER else f"last seen {int(late.total_seconds())} s ago"
