"""Who decides about an entry, why, and on the strength of what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.accounts.models import User
from tracker.endorsements.lifecycle import Actor, ActorKind, ReasonCode


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a member of staff decides, as they saw the entry."""

    staff: User
    seen: int
    reason: ReasonCode | None = None
    words: str = ""
    ended_on: date | None = None
    cites: str = ""
    """What the decision is a part of, such as a sweep."""
    seconder: User | None = None
    """Who agreed to it beforehand, where it is one of many that take two people."""

    @property
    def actor(self) -> Actor:
        return Actor(ActorKind.STAFF, staff_id=self.staff.id, cites=self.cites)
