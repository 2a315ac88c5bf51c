"""Decisions through staff's pages."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.support.staff import token
from tests.support.webclient import Client
from tracker.endorsements.models import Endorsement
from tracker.review.queue import queries


def entry(session: Session, entry_id: int) -> Endorsement:
    return queries.item(session, entry_id)


def decide(
    client: Client, session: Session, entry_id: int, action: str, **fields: Any
) -> TestResponse:
    """Send the form of one decision, as the page shows it."""
    page = client.get(f"/staff/endorsements/{entry_id}")
    seen = queries.newest_decision_id(session, entry_id)
    data = {"reason": "original_seen", "words": "", "seen": seen, "csrf_token": token(page)}
    return client.post(
        f"/staff/endorsements/{entry_id}/{action}",
        data={f"{action}-{name}": value for name, value in (data | fields).items()}
        | {"csrf_token": token(page)},
    )
