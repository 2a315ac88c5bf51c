"""Findings of a verification: kept for `/readyz`, and told to administrators once."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from tracker.accounts import queries as accounts
from tracker.core import health, outbox
from tracker.core.crypto import Vault
from tracker.tallies.verification import Verification

NAME = "tallies"
"""The inspection's name at `/readyz`."""
MIN_INTERVAL = timedelta(minutes=50)
"""For how long what somebody has just verified is not verified again: each worker begins hourly."""
MAX_TOLD = 20
"""Differences that a mail names."""


def is_due(session: Session, *, now: datetime) -> bool:
    """Return whether nobody has verified the record lately."""
    last = session.get(health.Inspection, NAME)
    return last is None or now - last.inspected_at >= MIN_INTERVAL


def record(session: Session, vault: Vault, verification: Verification, *, now: datetime) -> int:
    """Keep what was found, and mail every administrator what was not found before. Return how many
    new differences there are."""
    last = session.get(health.Inspection, NAME)
    known = set(last.findings) if last is not None else set()
    lines = [str(difference) for difference in verification.differences]
    new = [line for line in lines if line not in known]
    session.merge(
        health.Inspection(name=NAME, inspected_at=now, count=verification.count, findings=lines)
    )
    if new:
        _tell(session, vault, new, verification, now)
    return len(new)


def _tell(
    session: Session, vault: Vault, new: list[str], verification: Verification, now: datetime
) -> None:
    admins = accounts.active_admins(session)
    for person in accounts.everybody(session):
        if person.id not in admins:
            continue
        outbox.queue(
            session,
            vault,
            template="record_differs",
            to=person.email,
            context={
                "name": person.name or person.email,
                "new": new[:MAX_TOLD],
                "more": max(0, len(new) - MAX_TOLD),
                "size": verification.ledger_size,
            },
            now=now,
        )
