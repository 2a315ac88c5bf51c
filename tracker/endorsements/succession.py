"""The end of an organisation, and what follows for its endorsements; mandates that end or begin."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.core.errors import RuleBroken
from tracker.endorsements import engine
from tracker.endorsements.lifecycle import Action, Actor, Status
from tracker.endorsements.models import Endorsement
from tracker.supporters import events, histories, mandates, renames
from tracker.supporters.changes import ENDINGS, ChangeKind, SupporterChange
from tracker.supporters.events import Happened, Retraction, begin, present, record
from tracker.supporters.mandates import Mandate
from tracker.supporters.models import Supporter

OWN_PAGE = "own page"
"""The citation of a row that a supporter recorded; its source is `OWN_WORD`."""
OWN_WORD = "The member's own statement"


def end(
    session: Session,
    organisation: Supporter,
    happened: Happened,
    *,
    now: datetime,
    successor: Supporter | None = None,
) -> SupporterChange:
    """Record that an organisation was dissolved, or merged into a successor, and let all its
    verified support end on that day. The successor inherits none of it.

    All of it or nothing: raises RuleBroken where an entry cannot end then.
    """
    kind = ChangeKind.MERGED_INTO if successor else ChangeKind.DISSOLVED
    begin(session, organisation, kind, happened, now=now)
    earlier = histories.ending(session, organisation.id)
    if earlier is not None:
        raise RuleBroken(
            "It is recorded already that it ended on %(day)s. Take that back first.",
            day=earlier.happened_on,
        )
    if successor is not None:
        _check_successor(session, organisation, successor, happened)
    change = record(session, organisation, kind, happened, now=now, successor=successor)
    for endorsement in _entries(session, organisation, Status.VERIFIED, Status.SUSPENDED):
        if endorsement.status is Status.SUSPENDED:
            raise RuleBroken(
                "%(reference)s is suspended. Settle that one first.",
                reference=endorsement.reference,
            )
        _lapse(session, endorsement, change, Actor.staff(happened.staff_id or 0), now)
    return change


def lapse_if_ended(session: Session, endorsement: Endorsement, by: Actor, *, now: datetime) -> None:
    """Let support end that is verified only after its organisation was recorded as ended."""
    events.lock(session, endorsement.supporter_id)
    ended = histories.ending(session, endorsement.supporter_id)
    if ended is not None:
        _lapse(session, endorsement, ended, by, now)


def end_mandate(
    session: Session, member: Supporter, happened: Happened, *, now: datetime
) -> SupporterChange:
    """Record that a parliamentarian's mandate ended: a former member from that day on, who still
    endorses."""
    begin(session, member, ChangeKind.MANDATE_ENDED, happened, now=now)
    if member.mandate_until is not None and member.mandate_until <= now.date():
        raise RuleBroken(
            "The mandate ended on %(day)s already. Take that back first.", day=member.mandate_until
        )
    if member.mandate_from is not None and happened.on < member.mandate_from:
        raise RuleBroken(
            "The mandate began on %(day)s. Choose a later day.", day=member.mandate_from
        )
    _refuse(Mandate(sitting=False, since=member.mandate_from, until=happened.on), now)
    difference = {
        "sitting": [member.sitting, False],
        "mandate_until": [present(member, "mandate_until"), happened.on.isoformat()],
    }
    return record(
        session, member, ChangeKind.MANDATE_ENDED, happened, now=now, difference=difference
    )


def _refuse(becomes: Mandate, now: datetime) -> None:
    mandates.refuse(mandates.contradictions(becomes, now.date()))


def begin_mandate(
    session: Session, member: Supporter, happened: Happened, *, now: datetime
) -> SupporterChange:
    """Record that a former member sits again."""
    begin(session, member, ChangeKind.MANDATE_BEGAN, happened, now=now)
    ended = member.mandate_until
    if member.sitting and ended is None:
        raise RuleBroken("The mandate has not ended.")
    if ended is not None and happened.on < ended:
        raise RuleBroken("The mandate before ended on %(day)s. Choose a later day.", day=ended)
    _refuse(Mandate(sitting=True, since=happened.on), now)
    difference = {
        "sitting": [member.sitting, True],
        "mandate_from": [present(member, "mandate_from"), happened.on.isoformat()],
        "mandate_until": [present(member, "mandate_until"), None],
    }
    return record(
        session, member, ChangeKind.MANDATE_BEGAN, happened, now=now, difference=difference
    )


def take_back(
    session: Session,
    change: SupporterChange,
    retraction: Retraction,
    *,
    now: datetime,
) -> SupporterChange:
    """Take back what was recorded in error. Support that ended with it counts again, on every day.

    Raises RuleBroken when something later builds on it, Conflict when somebody else was first.
    """
    events.lock(session, change.supporter_id)
    if change.kind is ChangeKind.RENAMED:
        return renames.take_back(session, change, retraction, now=now)
    reversal = events.reverse(session, change, retraction, now=now)
    if change.kind in ENDINGS:
        organisation = session.get_one(Supporter, change.supporter_id)
        by = Actor.staff(retraction.staff_id)
        for endorsement in _entries(session, organisation, Status.LAPSED):
            engine.move(session, endorsement, Action.RESTORE, by, now=now)
    return reversal


def _lapse(
    session: Session, endorsement: Endorsement, ending: SupporterChange, by: Actor, now: datetime
) -> None:
    if engine.counted_since(endorsement) >= ending.happened_on:
        raise RuleBroken(
            "%(reference)s is said to hold only from %(day)s, when the organisation was no more."
            " Correct one of the two days first.",
            reference=endorsement.reference,
            day=engine.counted_since(endorsement),
        )
    engine.move(session, endorsement, Action.LAPSE, by, now=now, ended_on=ending.happened_on)


def _check_successor(
    session: Session, organisation: Supporter, successor: Supporter, happened: Happened
) -> None:
    if successor.id == organisation.id:
        raise RuleBroken("An organisation is not its own successor.")
    if successor.kind is not organisation.kind:
        raise RuleBroken("An organisation is merged into an organisation.")
    ended = histories.ending(session, successor.id)
    if ended is not None and ended.happened_on <= happened.on:
        raise RuleBroken(
            "The successor itself ended on %(day)s. Choose another one.", day=ended.happened_on
        )


def _entries(session: Session, supporter: Supporter, *statuses: Status) -> list[Endorsement]:
    """Return a supporter's entries of these statuses, locked until the transaction ends."""
    return list(
        session.scalars(
            select(Endorsement)
            .where(Endorsement.supporter_id == supporter.id, Endorsement.status.in_(statuses))
            .order_by(Endorsement.id)
            .with_for_update()
        )
    )
