"""Checks that each decision of staff must pass, whatever it decides."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.core.dates import latest_day, refuse_before_founding
from tracker.core.errors import Conflict, RuleBroken
from tracker.core.orm import has_rows
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import ActorKind
from tracker.endorsements.models import Endorsement
from tracker.review.queue import queries


def refuse_stale(session: Session, endorsement: Endorsement, newest: int) -> None:
    """Refuse to act on a page that is no longer true. Raises Conflict."""
    if queries.newest_decision_id(session, endorsement.id) != newest:
        raise Conflict(
            "Somebody else has changed this entry since you opened it. Look at it again."
        )


def refuse_overruling(session: Session, endorsement: Endorsement, since: int) -> None:
    """Refuse to overrule what staff decided after a decision. Raises Conflict.

    What the supporter did since, such as confirming, is no obstacle.
    """
    if has_rows(
        session,
        Decision.endorsement_id == endorsement.id,
        Decision.id > since,
        Decision.actor_kind == ActorKind.STAFF,
    ):
        raise Conflict("Another reviewer has decided about this entry since. It is left to them.")


def refuse_undated(endorsement: Endorsement, now: datetime) -> None:
    """Refuse support from a day that is unknown, still to come, or before the UN's founding."""
    if endorsement.effective_on is None:
        raise RuleBroken("Say first since when this support holds: correct the entry.")
    if endorsement.effective_on > latest_day(now):
        raise RuleBroken("The day on which this support begins is still to come.")
    refuse_before_founding(endorsement.effective_on)
