"""The outcome of a row beside the entries that are here already: new, the same, or otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.endorsements.lifecycle import AWAITING, Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.imports.days import Day
from tracker.imports.models import Outcome
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision


@dataclass(frozen=True, kw_only=True)
class Planned:
    """One row understood: whom it names, since when, and what it would do."""

    line: int
    value: str
    outcome: Outcome
    reason: str = ""
    choices: tuple[str, ...] = ()
    state_iso3: str | None = None
    website: str | None = None
    country: str | None = None
    day: Day | None = None
    supporter_id: int | None = None
    standing_id: int | None = None


UNSEEN = (
    Status.STAGED,
    Status.UNCONFIRMED,
    Status.EXPIRED,
    Status.ERASED,
    Status.REJECTED,
    Status.SUPERSEDED,
    Status.INVALIDATED,
)
"""Outcomes of rows that a list neither repeats nor contradicts."""


def compare(planned: Planned, entries: Sequence[Endorsement]) -> Planned:
    """Compare a row with the entries that are here already."""
    by_status = {entry.status: entry for entry in entries}
    standing = by_status.get(Status.VERIFIED)
    if standing is not None:
        return replace(_against(planned, standing), standing_id=standing.id)
    suspended = by_status.get(Status.SUSPENDED)
    if suspended is not None:
        return replace(
            planned,
            outcome=Outcome.CONFLICTING,
            standing_id=suspended.id,
            reason=f"{suspended.reference} is suspended. Settle that first.",
        )
    recorded = [
        entry
        for entry in entries
        if entry.status in AWAITING and entry.origin is Origin.RECORDED_BY_STAFF
    ]
    if recorded:  # a claim that somebody else sent in blocks nobody
        return replace(
            planned,
            outcome=Outcome.UNCHANGED,
            standing_id=recorded[0].id,
            reason=f"{recorded[0].reference} awaits verification already.",
        )
    lapsed = by_status.get(Status.LAPSED)
    if lapsed and lapsed.ended_on and planned.day:
        before = planned.day.on <= lapsed.ended_on
        return replace(
            planned,
            outcome=Outcome.UNCHANGED if before else Outcome.CONFLICTING,
            standing_id=lapsed.id,
            reason=f"{lapsed.reference} ended on {lapsed.ended_on} with the organisation.",
        )
    withdrawn = by_status.get(Status.WITHDRAWN)
    ended_on = withdrawn.ended_on if withdrawn else None
    if withdrawn and ended_on and planned.day and planned.day.on <= ended_on:
        return replace(
            planned,
            outcome=Outcome.CONFLICTING,
            standing_id=withdrawn.id,
            reason=f"{withdrawn.reference} was withdrawn from {ended_on} on.",
        )
    return planned


def _against(planned: Planned, standing: Endorsement) -> Planned:
    """Compare a row with a verified entry: the same, more, or otherwise."""
    day, since = planned.day, standing.effective_on
    if day is None or since is None:
        return planned
    here = f"{standing.reference} holds from {since} ({standing.effective_precision})"
    if standing.grade is not Grade.ENDORSED:
        return replace(
            planned,
            outcome=Outcome.CHANGED,
            reason=f"{standing.reference} is {standing.grade} here, and endorsed in the list.",
        )
    if day.on == since or (day.precision is DatePrecision.BY and since <= day.on):
        return replace(planned, outcome=Outcome.UNCHANGED, reason=f"{here}.")
    if standing.effective_precision is DatePrecision.BY and day.on <= since:
        return replace(planned, outcome=Outcome.CHANGED, reason=f"{here}; the list knows better.")
    return replace(planned, outcome=Outcome.CHANGED, reason=f"{here}; the list differs.")
