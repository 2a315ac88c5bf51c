"""Mandates: how many of the parliamentarians counted on a day sat in their parliament then."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sqlalchemy import BindParameter, Subquery, bindparam, func, select
from sqlalchemy.orm import Session

from tracker.endorsements.models import Endorsement
from tracker.ledger import sequencer
from tracker.ledger.models import LedgerEvent
from tracker.supporters import histories
from tracker.supporters.changes import MANDATES, SupporterChange
from tracker.supporters.models import Supporter, SupporterKind
from tracker.tallies.roll import LISTED

MIN_TOLD = 5
"""A smaller group of persons is not told apart, so that nobody is recognised in it."""


@dataclass(frozen=True, kw_only=True)
class Mandates:
    """Of the parliamentarians counted on a day: members on that day, members before it, and those
    of whom it is not known, or who became members only later."""

    sitting: int
    former: int
    unknown: int

    @property
    def may_be_told(self) -> bool:
        """Return whether no part is so small that it could point at somebody, nor all of them one
        part of which nothing is known."""
        parts = (self.sitting, self.former, self.unknown)
        known = self.sitting + self.former > 0
        return known and all(part == 0 or part >= MIN_TOLD for part in parts)


@dataclass(frozen=True, kw_only=True)
class Mandate:
    """One member's mandate as recorded at one time."""

    sitting: bool | None
    began: date | None
    ended: date | None
    said_on: date
    """The day on which it was recorded whether the member sits."""

    def on(self, day: date) -> bool | None:
        """Return whether the member sat on a day; none when that is not known."""
        if self.ended is not None and day >= self.ended:
            return False
        if self.began is not None and day < self.began:
            return None
        if self.ended is not None:
            return True if self.began is not None else None
        if self.sitting and self.began is not None:
            return True
        return self.sitting if day >= self.said_on else None


def mandates(session: Session, initiative_id: int, *, as_of: date) -> Mandates:
    """Return how many of the parliamentarians whose support counts on a day sat on that day."""
    # Written into the statement, beside the index's condition: else everybody's entry is read.
    members_only: BindParameter[SupporterKind] = bindparam(
        "kind", SupporterKind.PARLIAMENTARIAN, Endorsement.kind.type, literal_execute=True
    )
    counted = (
        select(Endorsement.supporter_id)
        .join(LedgerEvent, LedgerEvent.endorsement_id == Endorsement.id)
        .where(
            LISTED,
            Endorsement.initiative_id == initiative_id,
            Endorsement.kind == members_only,
            LedgerEvent.effective_on <= as_of,
            LedgerEvent.position < sequencer.size(session),
        )
        .group_by(Endorsement.supporter_id)
        .having(func.sum(LedgerEvent.delta) > 0)
    ).subquery()
    members = session.execute(
        select(
            Supporter.id,
            Supporter.sitting,
            Supporter.mandate_from,
            Supporter.mandate_until,
            Supporter.created_at,
        ).join(counted, counted.c.supporter_id == Supporter.id)
    ).all()
    then = _before(session, counted, as_of)
    sat: Counter[bool | None] = Counter()
    for member in members:
        mandate = then.get(member.id) or Mandate(
            sitting=member.sitting,
            began=member.mandate_from,
            ended=member.mandate_until,
            said_on=member.created_at.date(),
        )
        sat[mandate.on(as_of)] += 1
    return Mandates(sitting=sat[True], former=sat[False], unknown=sat[None])


def _before(session: Session, counted: Subquery, as_of: date) -> dict[int, Mandate]:
    """Return the mandates of members to whom something happened after a day, as they were before
    it."""
    changes = session.execute(
        select(
            SupporterChange, Supporter.mandate_from, Supporter.mandate_until, Supporter.created_at
        )
        .join(Supporter, Supporter.id == SupporterChange.supporter_id)
        .where(
            SupporterChange.supporter_id.in_(select(counted.c.supporter_id)),
            SupporterChange.kind.in_(MANDATES),
            SupporterChange.happened_on > as_of,
            *histories.standing(),
        )
        .order_by(SupporterChange.happened_on.desc(), SupporterChange.id.desc())
    )
    mandates_then: dict[int, Mandate] = {}
    for change, began, ended, created_at in changes:  # the earliest after that day stays
        later = mandates_then.get(change.supporter_id)
        if later is not None:
            began, ended = later.began, later.ended
        mandates_then[change.supporter_id] = Mandate(
            sitting=change.difference["sitting"][0],
            began=_before_change(change, "mandate_from", began),
            ended=_before_change(change, "mandate_until", ended),
            said_on=created_at.date(),
        )
    return mandates_then


def _before_change(change: SupporterChange, field: str, present: date | None) -> date | None:
    """Return a day before a change; as it is now where the change left it alone."""
    if field not in change.difference:
        return present
    before = change.difference[field][0]
    return date.fromisoformat(before) if before else None
