"""Readers' reports, sent as a browser would."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.pages import entry_of
from tests.support.webclient import Client
from tracker.challenges.models import Challenge

REPORT = {
    "ground": "date",
    "words": "The list of the convenors gives 2 September.",
    "source": "A/70/621-S/2015/978",
    "email": "reader@journal.example",
}


def send_report(client: Client, session: Session, **changed: str) -> Any:
    entry = entry_of(session, "GAB")
    return client.post(f"/endorsements/{entry.id}/report", data=REPORT | changed)


def reports(session: Session) -> list[Challenge]:
    return list(session.scalars(select(Challenge).order_by(Challenge.id)))
