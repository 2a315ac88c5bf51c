"""Changing since when, or in which grade, a verified entry counts, as two people agreed or the
published record says. The ledger keeps what stood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from sqlalchemy.orm import Session

from tracker.core.dates import latest_day, refuse_before_founding
from tracker.core.errors import RuleBroken
from tracker.endorsements import initiative_terms, overlap
from tracker.endorsements.decisions import Decision, ProposedChange
from tracker.endorsements.engine import (
    counted_since,
    decide,
    guarded_update,
    subject_of,
)
from tracker.endorsements.lifecycle import Action, Actor, Status
from tracker.endorsements.models import Endorsement
from tracker.initiatives.grades import Grade
from tracker.ledger import events
from tracker.ledger.models import DatePrecision

EVENTS_A_DECISION = 4
"""Entries of the ledger that the database takes for one decision of a grade or a date."""


def regrade(
    session: Session,
    endorsement: Endorsement,
    by: Actor,
    *,
    now: datetime,
    grade: Grade,
    on: date,
    precision: DatePrecision,
    change: ProposedChange,
) -> Decision:
    """Begin a new grade on a day after the present one began; the old period stays as it was.

    On the same day or an earlier one, the present grade is taken back as an error instead.
    """
    if grade is endorsement.grade:
        raise RuleBroken("The entry has this grade already.")
    follows = on > counted_since(endorsement)
    amendment = _Amendment(Action.REGRADE, grade, on, precision, change, follows=follows)
    return _amend(session, endorsement, amendment, by, now)


def redate(
    session: Session,
    endorsement: Endorsement,
    by: Actor,
    *,
    now: datetime,
    on: date,
    precision: DatePrecision,
    change: ProposedChange,
) -> Decision:
    """Correct the day on which the present grade began; the ledger keeps the old one too."""
    if (on, precision) == (endorsement.effective_on, endorsement.effective_precision):
        raise RuleBroken("The entry has this date already.")
    amendment = _Amendment(Action.REDATE, endorsement.grade, on, precision, change)
    return _amend(session, endorsement, amendment, by, now)


@dataclass(frozen=True)
class Begun:
    """A grade, and since when it held."""

    grade: Grade
    on: date
    precision: DatePrecision

    @property
    def words(self) -> str:
        """Return it as a decision keeps it: ``voiced by 2015-10-02``."""
        return f"{self.grade.value} {self.precision.value} {self.on.isoformat()}"


def periods_before(session: Session, endorsement: Endorsement) -> tuple[Begun, ...]:
    """Return the grades that held before the present one, by the ledger, in their order."""
    begun = [
        Begun(grade, on, precision)
        for (grade, on, precision), count in events.standing(session, endorsement.id).items()
        if count > 0 and grade is not endorsement.grade
    ]
    return tuple(sorted(begun, key=lambda period: period.on))


def precede(
    session: Session,
    endorsement: Endorsement,
    by: Actor,
    *,
    now: datetime,
    earlier: Sequence[Begun],
    change: ProposedChange,
) -> None:
    """Let these grades have held before the present one, which stays as it is.

    Each holds until the next begins. Raises RuleBroken unless each begins after the one before it.
    """
    present = Begun(endorsement.grade, counted_since(endorsement), endorsement.effective_precision)
    periods = (*earlier, present)
    initiative_terms.refuse_in_archive(endorsement, Action.REGRADE, by)
    if any(before.on >= after.on for before, after in pairwise(periods)):
        raise RuleBroken("A grade begins after the one before it.")
    refuse_before_founding(periods[0].on)
    wanted = {(period.grade, period.on, period.precision): 1 for period in periods}
    wanted |= {(old.grade, new.on, new.precision): -1 for old, new in pairwise(periods)}
    missing = events.missing(session, endorsement.id, wanted)
    before = ", ".join(period.words for period in periods_before(session, endorsement))
    after = ", ".join(period.words for period in earlier)
    for _allowed in range(0, max(len(missing), 1), EVENTS_A_DECISION):
        decide(
            session,
            endorsement,
            Action.REGRADE,
            by,
            now=now,
            source=endorsement.status,
            target=endorsement.status,
            difference={"earlier": [before, after]},
        )
    guarded_update(session, endorsement, Status.VERIFIED, change_id=change.id)
    for (grade, on, precision), delta in missing.items():
        events.append(
            session,
            subject_of(endorsement),
            delta,
            grade=grade,
            on=on,
            precision=precision,
            cause=Action.REGRADE.value,
        )
    overlap.refuse(session, endorsement)


@dataclass(frozen=True)
class _Amendment:
    """The facts of an entry after a seconded change."""

    action: Action
    grade: Grade
    on: date
    precision: DatePrecision
    change: ProposedChange
    follows: bool = False
    """True where the present grade was right, and ends on the day on which the new one begins."""


def _amend(
    session: Session, endorsement: Endorsement, amendment: _Amendment, by: Actor, now: datetime
) -> Decision:
    change, on, grade = amendment.change, amendment.on, amendment.grade
    initiative_terms.refuse_in_archive(endorsement, amendment.action, by)
    if amendment.action is Action.REGRADE:
        initiative_terms.refuse_unused_grade(endorsement.initiative, grade)
    if endorsement.status is not Status.VERIFIED:
        raise RuleBroken("Only a verified entry can be regraded or redated.")
    if on > latest_day(now):
        raise RuleBroken("Support cannot begin on a day that is still to come.")
    refuse_before_founding(on)
    old_grade, old_day = endorsement.grade, endorsement.effective_on
    difference: dict[str, list[str | None]] = {
        "grade": [old_grade.value, grade.value],
        "effective_on": [old_day.isoformat() if old_day else None, on.isoformat()],
    }
    decision = decide(
        session,
        endorsement,
        amendment.action,
        by,
        now=now,
        source=Status.VERIFIED,
        target=Status.VERIFIED,
        reason=change.reason,
        words=change.words,
        difference={name: pair for name, pair in difference.items() if pair[0] != pair[1]},
    )
    if amendment.follows:
        events.append(
            session,
            subject_of(endorsement),
            -1,
            grade=old_grade,
            on=on,
            precision=amendment.precision,
            cause=amendment.action.value,
        )
    else:
        _move_start(session, endorsement, on, amendment.precision, amendment.action)
    guarded_update(
        session,
        endorsement,
        Status.VERIFIED,
        grade=grade,
        effective_on=on,
        effective_precision=amendment.precision,
        date_known=True,
        change_id=change.id,
    )
    _count_since(session, endorsement, 1, amendment.action)
    overlap.refuse(session, endorsement)
    return decision


def _count_since(session: Session, endorsement: Endorsement, delta: int, action: Action) -> None:
    events.append(
        session,
        subject_of(endorsement),
        delta,
        grade=endorsement.grade,
        on=counted_since(endorsement),
        precision=endorsement.effective_precision,
        cause=action.value,
    )


def _move_start(
    session: Session,
    endorsement: Endorsement,
    on: date,
    precision: DatePrecision,
    action: Action,
) -> None:
    """Take the present grade back; one that it followed ends on the new day instead."""
    _count_since(session, endorsement, -1, action)
    events.move_end(
        session,
        subject_of(endorsement),
        before=endorsement.grade,
        since=counted_since(endorsement),
        to=on,
        precision=precision,
        cause=action.value,
    )
