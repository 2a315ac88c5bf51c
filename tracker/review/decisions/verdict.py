"""A decision as somebody takes it: who, why, and having seen what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.accounts.models import User
from tracker.endorsements.lifecycle import Actor, ActorKind, ReasonCode


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """The decision of a member of staff, as they saw the entry."""

    staff: User
    seen: int
    reason: ReasonCode | None = None
    words: str = ""
    ended_on: date | None = None
    cites: str = ""
    """The whole of which the decision is a part, such as a sweep."""
    seconder: User | None = None
    """The colleague who agreed beforehand, where it is one of many that take two people."""

    @property
    def actor(self) -> Actor:
        return Actor(ActorKind.STAFF, staff_id=self.staff.id, cites=self.cites)
