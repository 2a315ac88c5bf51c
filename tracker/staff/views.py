"""All pages of staff: to import this registers every route on the blueprint."""

from __future__ import annotations

from tracker.review.decisions import lapses
from tracker.staff import (
    audit_views,
    bulk_views,
    challenge_views,
    decision_views,
    declaration_views,
    duplicate_views,
    evidence_views,
    instrument_views,
    letter_views,
    mail_views,
    personal_data_views,
    personal_read_views,
    proposal_views,
    queue_views,
    state_views,
    succession_views,
    sweep_views,
    traffic_views,
    word_views,
)
from tracker.staff.blueprint import bp

__all__ = [
    "audit_views",
    "bp",
    "bulk_views",
    "challenge_views",
    "decision_views",
    "declaration_views",
    "duplicate_views",
    "evidence_views",
    "instrument_views",
    "lapses",
    "letter_views",
    "mail_views",
    "personal_data_views",
    "personal_read_views",
    "proposal_views",
    "queue_views",
    "state_views",
    "succession_views",
    "sweep_views",
    "traffic_views",
    "word_views",
]
