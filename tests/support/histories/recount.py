"""Who is counted on which day, read from the decision log alone: a second way to the same numbers.

The product counts by its ledger. This follows each entry's decisions instead, so that an error in
either shows as a difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.models import Endorsement
from tracker.initiatives.grades import Grade
from tracker.supporters.models import Membership, SupporterKind

Key = tuple[SupporterKind, Grade, Membership | None]
GOES_ON = (Status.VERIFIED, Status.SUSPENDED, Status.SUPERSEDED, Status.LAPSED)
"""From these an entry is counted again, not anew."""
AMENDED = (Action.REGRADE, Action.REDATE)


@dataclass(frozen=True)
class Period:
    """One grade, from a day on until, not including, another one."""

    grade: Grade
    since: date
    until: date | None

    def holds(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


def counted(entries: Iterable[Endorsement], day: date) -> Counter[Key]:
    """How many are counted on a day, by kind, grade and membership."""
    found: Counter[Key] = Counter()
    for entry in entries:
        state = entry.supporter.state
        for period in periods(entry):
            if period.holds(day):
                found[entry.kind, period.grade, state.membership if state else None] += 1
    return found


def periods(entry: Endorsement) -> list[Period]:
    """The periods in which an entry counts; none when it never counted."""
    decisions = list(entry.decisions)
    begun = [place for place, one in enumerate(decisions) if _begins(one)]
    if not begun or entry.effective_on is None:
        return []
    since_then = decisions[begun[-1] + 1 :]
    ends, counts = _end(entry, since_then)
    if not counts:
        return []
    grades = _grades(entry, [amendment for amendment in since_then if amendment.action in AMENDED])
    following = [since for _grade, since in grades[1:]]
    return [
        Period(grade, since, _earlier(until, ends))
        for (grade, since), until in zip(grades, [*following, None], strict=True)
    ]


def _begins(decision: Decision) -> bool:
    return decision.to_status is Status.VERIFIED and decision.from_status not in GOES_ON


def _end(entry: Endorsement, decisions: Sequence[Decision]) -> tuple[date | None, bool]:
    """The day on which an entry's count ends, and whether it counts at all."""
    ends: date | None = None
    for decision in decisions:
        if decision.action in (Action.INVALIDATE, Action.REOPEN):
            return None, False
        if decision.action is Action.SUSPEND:
            ends = decision.decided_at.date()
        elif decision.action in (Action.REINSTATE, Action.RESTORE):
            ends = None
        elif decision.action in (Action.WITHDRAW, Action.SUPERSEDE, Action.LAPSE) or (
            decision.action is Action.ERASE and decision.from_status is Status.VERIFIED
        ):
            ends = entry.ended_on
    return ends, True


def _grades(entry: Endorsement, amendments: Sequence[Decision]) -> list[tuple[Grade, date]]:
    """Each grade and its first day: unwound to the first, then followed forwards."""
    grade, since = entry.grade, entry.effective_on
    assert since is not None
    for one in reversed(amendments):
        grade, since = _said(one, 0, grade, since)
    found = [(grade, since)]
    for one in amendments:
        grade, since = _said(one, 1, *found[-1])
        goes_on = one.action is Action.REGRADE and since > found[-1][1]
        found[len(found) if goes_on else -1 :] = [(grade, since)]
    return found


def _said(one: Decision, which: int, grade: Grade, since: date) -> tuple[Grade, date]:
    """What an amendment says stood before (0) or stands after (1) it."""
    difference = one.difference or {}
    if "grade" in difference:
        grade = Grade(difference["grade"][which])
    if "effective_on" in difference:
        since = date.fromisoformat(difference["effective_on"][which])
    return grade, since


def _earlier(one: date | None, other: date | None) -> date | None:
    days = [day for day in (one, other) if day is not None]
    return min(days, default=None)
