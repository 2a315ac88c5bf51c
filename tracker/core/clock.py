"""The one place that reads the clock. Services take `now` instead."""

from __future__ import annotations

from datetime import UTC, datetime


def utcnow() -> datetime:
    """The present instant, in UTC."""
    return datetime.now(UTC)
