"""The daily mail that tells each reviewer what waits, if anything does."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.accounts.queries import reviewers
from tracker.challenges import queries as challenges
from tracker.core import outbox
from tracker.core.crypto import Vault
from tracker.endorsements import waiting_times
from tracker.review.models import StaffDigest
from tracker.review.queue import claims, queries

HOUR = 6
"""The hour (UTC) from which the day's digest is sent."""


def send(session: Session, vault: Vault, *, now: datetime) -> int:
    """Queue today's digests that are not queued yet; how many."""
    if now.hour < HOUR:
        return 0
    had_it = set(session.scalars(select(StaffDigest.staff_id).where(StaffDigest.day == now.date())))
    due = [reviewer for reviewer in reviewers(session) if reviewer.id not in had_it]
    if not due:
        return 0
    waiting = queries.awaiting(session)
    reports = challenges.count_waiting(session)
    changes = len(queries.open_changes(session))
    withdrawals = len(queries.withdrawals_requested(session))
    oldest = waiting_times.ageing(session, now=now).oldest
    sent = 0
    for staff in due:
        session.add(StaffDigest(staff_id=staff.id, day=now.date()))
        context = {
            "name": staff.name or staff.email,
            "entries": sum(waiting.values()),
            "oldest_days": (now - oldest).days if oldest else 0,
            "handed": claims.count_handed_to(session, staff.id),
            "reports": reports,
            "changes": changes,
            "withdrawals": withdrawals,
        }
        if any(context[subject] for subject in ("entries", "reports", "changes", "withdrawals")):
            outbox.queue(
                session, vault, template="staff_digest", to=staff.email, context=context, now=now
            )
            sent += 1
    return sent
