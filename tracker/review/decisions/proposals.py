"""Changes that take two people: one reviewer proposes, a different one seconds.

Every change of a government that counts is one; of anybody else's entry, that it never counted,
and that it ends or is erased although its supporter did not ask for that on their own page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.core import two_person_rule
from tracker.core.crypto import Vault
from tracker.core.dates import latest_day, refuse_before_founding
from tracker.core.errors import RuleBroken
from tracker.endorsements import amendments as endorsements_amendments
from tracker.endorsements import engine, initiative_terms, owner_status
from tracker.endorsements.decisions import InternalNote, ProposedChange
from tracker.endorsements.evidence.models import Evidence, Instrument, InstrumentType
from tracker.endorsements.lifecycle import Action, Actor, ActorKind, Status, find
from tracker.endorsements.models import Endorsement
from tracker.endorsements.retention import services
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision
from tracker.review.decisions import checks, independence, reasons
from tracker.review.decisions.notifications import tell
from tracker.review.decisions.verdict import Verdict
from tracker.supporters.models import SupporterKind

AMENDMENTS = (Action.REGRADE, Action.REDATE)
"""Changes of a verified entry that leave its status as it is."""
LAPSED = (
    "{text} was changed while a change of grade that rests on it waited. Read it, and propose anew."
)
"""The note of an entry of which a proposal lapses."""


def amendments(kind: SupporterKind) -> tuple[Action, ...]:
    """Return what staff can amend with a second reviewer: a government's grade and date; the date
    alone of the others that staff verify. An individual's is the day of its confirmation."""
    if kind is SupporterKind.GOVERNMENT:
        return AMENDMENTS
    return () if kind is SupporterKind.INDIVIDUAL else (Action.REDATE,)


@dataclass(frozen=True, kw_only=True)
class NewText:
    """A text that came, and is not yet among an entry's evidence."""

    type: InstrumentType
    source: str
    dated: str = ""


def propose(
    session: Session,
    vault: Vault,
    endorsement: Endorsement,
    action: Action,
    verdict: Verdict,
    *,
    now: datetime,
    grade: Grade | None = None,
    on: date | None = None,
    precision: DatePrecision = DatePrecision.ON,
    text: int | NewText | None = None,
    brought_by_id: int | None = None,
) -> ProposedChange:
    """Propose a change, which waits for a second reviewer. `on` is the day from which it holds.

    A grade of `endorsed` rests on a `text`: an instrument's id, or a new one, which becomes
    evidence of the entry when the change is seconded.

    Raises RuleBroken when the change is not lawful now, says too little, or another one waits.
    """
    reasons.check(action, verdict.reason, verdict.words)
    checks.refuse_stale(session, endorsement, verdict.seen)
    _check_lawful(endorsement, action, grade, on, precision)
    if on is not None and on > latest_day(now):
        raise RuleBroken("The change cannot hold from a day that is still to come.")
    if on is not None:
        refuse_before_founding(on)
    initiative_terms.refuse_in_archive(endorsement, action, Actor.staff(verdict.staff.id))
    if grade is not None and action is Action.REGRADE:
        initiative_terms.refuse_unused_grade(endorsement.initiative, grade)
    if action is Action.REGRADE and grade is Grade.ENDORSED and text is None:
        raise RuleBroken("Say which text shows that it endorses.")
    independence.refuse_on_appeal(session, endorsement, action, verdict.staff)
    return leave_to_second(
        session,
        vault,
        endorsement,
        action,
        verdict.staff,
        now=now,
        reason=verdict.reason,
        words=verdict.words,
        grade=grade if action is Action.REGRADE else None,
        effective_on=on,
        effective_precision=precision if action in AMENDMENTS else None,
        instrument_id=_instrument(session, text) if action is Action.REGRADE else None,
        brought_by_id=brought_by_id if brought_by_id != verdict.staff.id else None,
    )


def leave_to_second(
    session: Session,
    vault: Vault,
    endorsement: Endorsement,
    action: Action,
    staff: User,
    *,
    now: datetime,
    **values: Any,
) -> ProposedChange:
    """Let a change of an entry wait for a second reviewer, one at a time.

    Raises RuleBroken when another waits, or for whoever has to do with the entry.
    """
    independence.refuse_former(staff)
    independence.refuse_dependent(session, vault, endorsement, staff)
    waiting = select(ProposedChange.id).where(
        ProposedChange.endorsement_id == endorsement.id, ProposedChange.settled_at.is_(None)
    )
    if session.scalars(waiting).first() is not None:
        raise RuleBroken(
            "Another change of this entry waits already. Second or drop that one first."
        )
    change = ProposedChange(
        endorsement_id=endorsement.id,
        action=action,
        proposed_at=now,
        proposer_id=staff.id,
        **values,
    )
    session.add(change)
    session.flush()
    return change


def agree(
    session: Session, vault: Vault, change: ProposedChange, staff: User, *, now: datetime
) -> Endorsement:
    """Settle a change as seconded, and return its entry, which is yet to be changed. Raises
    RuleBroken for its proposer, and for anybody who has to do with the entry."""
    two_person_rule.refuse_proposer(change, staff.id)
    if change.brought_by_id == staff.id:
        raise RuleBroken(
            "You brought in the list on which this change rests. Somebody else must agree to it."
        )
    endorsement = session.get_one(Endorsement, change.endorsement_id)
    independence.refuse_former(staff)
    independence.refuse_on_appeal(session, endorsement, change.action, staff)
    independence.refuse_dependent(session, vault, endorsement, staff)
    independence.refuse_one_person(session, staff, change.proposer_id, now=now)
    independence.refuse_same_mailbox(session, staff, change.brought_by_id)
    for person in (session.get_one(User, change.proposer_id), staff):
        independence.refuse_new(endorsement, person, now=now)
    two_person_rule.agree(session, change, staff.id, now=now)
    return endorsement


def second(
    session: Session,
    vault: Vault,
    change: ProposedChange,
    staff: User,
    *,
    now: datetime,
    cites: str = "",
) -> None:
    """Second a change and carry it out. Raises RuleBroken for its proposer.

    `cites` is what it is a part of, such as a sweep. Changes of evidence are seconded in
    `evidence.proposals`.
    """
    if change.action in (Action.CITE, Action.DECLARE):
        raise RuleBroken("This change is about evidence.")
    endorsement = agree(session, vault, change, staff, now=now)
    by = Actor(ActorKind.STAFF, staff_id=staff.id, cites=cites)
    on, precision = change.effective_on, change.effective_precision
    if change.action in AMENDMENTS and (on is None or precision is None):
        raise RuleBroken("This change does not say from which day it holds. Drop it.")
    if change.action is Action.REGRADE and on and precision and change.grade:
        endorsements_amendments.regrade(
            session,
            endorsement,
            by,
            now=now,
            grade=change.grade,
            on=on,
            precision=precision,
            change=change,
        )
        _cite(session, change)
    elif change.action is Action.REDATE and on and precision:
        endorsements_amendments.redate(
            session, endorsement, by, now=now, on=on, precision=precision, change=change
        )
    else:
        engine.move(
            session,
            endorsement,
            change.action,
            by,
            now=now,
            reason=change.reason,
            words=change.words,
            ended_on=change.effective_on,
            change=change,
        )
    if change.action is Action.WITHDRAW:
        was_asked = endorsement.withdrawal_requested_at is not None
        tell(session, vault, endorsement, "withdrawn", now=now, asked=was_asked)
    elif change.action is Action.INVALIDATE:
        can_appeal = owner_status.may_appeal(endorsement)
        tell(session, vault, endorsement, "invalidated", now=now, can_appeal=can_appeal)
    elif change.action is Action.ERASE:
        tell(session, vault, endorsement, "erased", now=now)
        services.forget(session, endorsement, now=now)


def drop(session: Session, change: ProposedChange, staff: User, *, now: datetime) -> None:
    """Drop a change; nothing about the entry is altered."""
    two_person_rule.drop(session, change, staff.id, now=now)


def lapse_on(session: Session, text: Instrument, staff: User, *, now: datetime) -> None:
    """Drop what waits on a text that has been changed: its seconder would agree to other words.

    The entry gets a note that says so, from whoever changed the text. Whoever seconds in the same
    moment is either first, or finds the change settled.
    """
    lapses = two_person_rule.lapse(ProposedChange, ProposedChange.instrument_id == text.id, now=now)
    for entry_id in session.scalars(lapses.returning(ProposedChange.endorsement_id)).all():
        words = LAPSED.format(text=text.reference)
        session.add(
            InternalNote(endorsement_id=entry_id, staff_id=staff.id, written_at=now, words=words)
        )


def _check_lawful(
    endorsement: Endorsement,
    action: Action,
    grade: Grade | None,
    on: date | None,
    precision: DatePrecision,
) -> None:
    if action not in AMENDMENTS:
        step = find(action, endorsement.status, endorsement.kind, ActorKind.STAFF)
        if not endorsement.takes_two(step):
            raise RuleBroken("This step takes one reviewer; it is not proposed.")
        return
    if action not in amendments(endorsement.kind):
        raise RuleBroken("An entry of this kind cannot be changed in this way.")
    if endorsement.status is not Status.VERIFIED:
        raise RuleBroken("Only a verified entry can be regraded or redated.")
    if on is None:
        raise RuleBroken("Say from which day the change holds.")
    if action is Action.REGRADE and grade in (None, endorsement.grade):
        raise RuleBroken("Choose a grade other than the present one.")
    unchanged = (on, precision) == (endorsement.effective_on, endorsement.effective_precision)
    if action is Action.REDATE and unchanged:
        raise RuleBroken("The entry has this date already.")


def _instrument(session: Session, text: int | NewText | None) -> int | None:
    """Return the text that a change rests on, made if it is new."""
    if not isinstance(text, NewText):
        return text
    instrument = Instrument(type=text.type, source=text.source, dated=text.dated)
    session.add(instrument)
    session.flush()
    return instrument.id


def _cite(session: Session, change: ProposedChange) -> None:
    """Let the text that a change rests on be evidence of its entry, once."""
    if change.instrument_id is None:
        return
    cited = session.scalars(
        select(Evidence.id).where(
            Evidence.endorsement_id == change.endorsement_id,
            Evidence.instrument_id == change.instrument_id,
        )
    ).first()
    if cited is None:
        session.add(
            Evidence(endorsement_id=change.endorsement_id, instrument_id=change.instrument_id)
        )
