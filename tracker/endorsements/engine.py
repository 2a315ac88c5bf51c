"""The one way in which an endorsement changes.

A change is a decision, a guarded update on (id, expected status) and, where it alters what is
counted, ledger events, in this order and in one transaction: the database takes no change of a
verified entry, and no ledger event, before its decision. Two at once: one wins, the other gets a
`Conflict`. What a step does to the count is `_count`, and nowhere else.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import Integer, Select, literal, update
from sqlalchemy.orm import Session

from tracker.core.errors import Conflict, RuleBroken
from tracker.core.orm import UtcDateTime, affected, insert_selected
from tracker.endorsements import initiative_terms, overlap
from tracker.endorsements.decisions import Decision, DecisionNote, ProposedChange
from tracker.endorsements.lifecycle import Action, Actor, ReasonCode, Status, find
from tracker.endorsements.models import Endorsement, still
from tracker.ledger import events
from tracker.ledger.models import DatePrecision
from tracker.supporters.models import Supporter, SupporterKind

ENDED = (Status.WITHDRAWN, Status.SUPERSEDED, Status.LAPSED, Status.ERASED)
"""The statuses of support that has ended on a day."""


def move(
    session: Session,
    endorsement: Endorsement,
    action: Action,
    by: Actor,
    *,
    now: datetime,
    target: Status | None = None,
    reason: ReasonCode | None = None,
    words: str = "",
    ended_on: date | None = None,
    change: ProposedChange | None = None,
    difference: Mapping[str, object] | None = None,
    **fields: object,
) -> Decision:
    """Take one lawful step and write its decision, and its ledger events if it has any.

    `fields` are set in the same update. `ended_on` is the day from which support no longer counts;
    without it, the day of `now`. A step that takes two people needs a settled `change`.
    Raises RuleBroken when the table has no such step, Conflict when the row is no longer as seen.
    """
    initiative_terms.refuse_in_archive(endorsement, action, by)
    source = endorsement.status
    step = find(action, source, endorsement.kind, by.kind, target)
    if endorsement.takes_two(step) and change is None:
        raise RuleBroken("This change needs a second reviewer.")
    if (
        endorsement.forgotten_at is not None
        and endorsement.kind.is_person
        and step.target is Status.IN_REVIEW
    ):
        raise RuleBroken(
            "The personal details of this entry have been erased, so nothing is left to review."
        )
    ended_on = _end(endorsement, step.target, ended_on, now)
    stopped_on = _stopped_on(endorsement)
    if step.target in ENDED and ended_on:
        fields["ended_on"] = ended_on
    if action is Action.RESTORE:
        overlap.refuse_beside_another(session, endorsement)
        fields["ended_on"] = None
    elif step.target is Status.VERIFIED and source is not Status.SUSPENDED:
        fields["verified_at"] = endorsement.verified_at or now
        if endorsement.kind.is_person and endorsement.commitment_salt is None:
            fields["commitment_salt"] = secrets.token_hex(32)
    if step.target is Status.INVALIDATED:
        fields["appealed_at"] = None  # an earlier appeal was about something else
    if change is not None:
        fields["change_id"] = change.id
    decision = decide(
        session,
        endorsement,
        action,
        by,
        now=now,
        source=source,
        target=step.target,
        reason=reason,
        words=words,
        difference=difference,
    )
    guarded_update(session, endorsement, source, status=step.target, status_since=now, **fields)
    _count(session, endorsement, source, stopped_on, now, cause=action.value)
    if step.target is Status.VERIFIED:
        overlap.refuse(session, endorsement)
    return decision


def appear(
    session: Session, ids: Select[int | None], kind: SupporterKind, by: Actor, *, now: datetime
) -> None:
    """Put the staged entries among `ids`, all of one kind, before reviewers.

    The same step as `move` takes for one entry, in two statements for thousands.
    """
    step = find(Action.RECORD, Status.STAGED, kind, by.kind)
    staged = (Endorsement.id.in_(ids), still(step.source))
    decisions = insert_selected(
        Decision,
        {
            "endorsement_id": Endorsement.id,
            "initiative_id": Endorsement.initiative_id,
            "kind": Endorsement.kind,
            "action": step.action,
            "actor_kind": by.kind,
            "decided_at": literal(now, UtcDateTime()),
            "staff_id": literal(by.staff_id, Integer()),
            "from_status": step.source,
            "to_status": step.target,
            "cites": literal(by.cites),
        },
        *staged,
    )
    session.execute(decisions)
    session.execute(
        update(Endorsement)
        .where(*staged)
        .values(status=step.target, status_since=now)
        .execution_options(synchronize_session=False)
    )


def decide(
    session: Session,
    endorsement: Endorsement,
    action: Action,
    by: Actor,
    *,
    now: datetime,
    source: Status | None = None,
    target: Status | None = None,
    reason: ReasonCode | None = None,
    words: str = "",
    difference: Mapping[str, object] | None = None,
) -> Decision:
    """Write a decision; its words stand apart, where they can be erased."""
    initiative_terms.refuse_in_archive(endorsement, action, by)
    if reason is ReasonCode.OTHER and not words:
        raise RuleBroken("Say in words why, when the reason is “other”.")
    decision = Decision(
        endorsement_id=endorsement.id,
        initiative_id=endorsement.initiative_id,
        kind=endorsement.kind,
        action=action,
        actor_kind=by.kind,
        decided_at=now,
        staff_id=by.staff_id,
        from_status=source,
        to_status=target,
        reason=reason,
        cites=by.cites,
        difference=dict(difference) if difference is not None else None,
    )
    session.add(decision)
    session.flush()
    if words:
        session.add(DecisionNote(decision_id=decision.id, words=words))
    return decision


def subject_of(endorsement: Endorsement) -> events.Subject:
    """Return whose count changes, with no more than a public entry may say."""
    supporter = endorsement.supporter
    named = not endorsement.kind.is_person
    salt = endorsement.commitment_salt
    return events.Subject(
        endorsement_id=endorsement.id,
        initiative_id=endorsement.initiative_id,
        kind=endorsement.kind,
        supporter_id=supporter.id if named else None,
        state_iso3=supporter.state_iso3,
        membership=supporter.state.membership if supporter.state else None,
        commitment=events.commitment(salt, endorsement.id) if salt and not named else None,
    )


def _count(
    session: Session,
    endorsement: Endorsement,
    source: Status,
    stopped_on: date | None,
    now: datetime,
    *,
    cause: str,
) -> None:
    """Append what a step from `source` to the endorsement's new status changes in the count."""

    def event(delta: int, on: date) -> None:
        events.append(
            session,
            subject_of(endorsement),
            delta,
            grade=endorsement.grade,
            on=on,
            precision=(
                endorsement.effective_precision
                if on == endorsement.effective_on
                else DatePrecision.ON
            ),
            cause=cause,
        )

    target = endorsement.status
    undone = source is Status.VERIFIED and target is Status.IN_REVIEW
    if undone or target is Status.INVALIDATED:
        events.take_back(session, subject_of(endorsement), cause=cause)
    elif target is Status.VERIFIED:
        event(1, stopped_on or counted_since(endorsement))
    elif target is Status.SUSPENDED:
        event(-1, max(now.date(), counted_since(endorsement)))
    elif source is Status.VERIFIED:
        event(-1, endorsement.ended_on or now.date())
    elif stopped_on and target is Status.WITHDRAWN and endorsement.ended_on != stopped_on:
        event(1, stopped_on)
        event(-1, endorsement.ended_on or now.date())


def _stopped_on(endorsement: Endorsement) -> date | None:
    """Return the day from which an entry that was verified no longer counts; none while it
    counts."""
    if endorsement.status is Status.SUSPENDED:
        return max(endorsement.status_since.date(), counted_since(endorsement))
    has_ended = endorsement.status in (Status.SUPERSEDED, Status.LAPSED)
    return endorsement.ended_on if has_ended else None


def _end(
    endorsement: Endorsement, target: Status, ended_on: date | None, now: datetime
) -> date | None:
    """Return the day on which counted support ends; none for support that never counted."""
    if endorsement.status not in (Status.VERIFIED, Status.SUSPENDED):
        return None
    since = counted_since(endorsement)
    if target is Status.SUPERSEDED:
        return max(ended_on or since, since)
    latest = max(now.date(), since)  # what began today at the other end of the world
    ended_on = ended_on or latest
    if not since <= ended_on <= latest:
        raise RuleBroken("Support can end only between the day it began and today.")
    return ended_on


def reassign(
    session: Session,
    endorsement: Endorsement,
    action: Action,
    by: Actor,
    *,
    to: Supporter,
    now: datetime,
) -> Decision:
    """Let another record of the same organisation have an entry, or give it back (`action`).

    What it counts stays as it is, so the ledger says nothing of it; the decision keeps both names.
    Raises RuleBroken for any other kind, Conflict when the row is no longer as seen.
    """
    kinds = {endorsement.kind, to.kind}
    if kinds != {SupporterKind.ORGANISATION} or action not in (Action.MERGE, Action.UNMERGE):
        raise RuleBroken("Only entries of organisations move to another record.")
    before = endorsement.supporter
    guarded_update(session, endorsement, endorsement.status, supporter_id=to.id)
    session.expire(endorsement, ["supporter"])
    return decide(
        session,
        endorsement,
        action,
        by,
        now=now,
        difference={"organisation": [before.name, to.name]},
    )


def counted_since(endorsement: Endorsement) -> date:
    """Return the day from which the present grade counts. Raises RuleBroken when none is known."""
    if endorsement.effective_on is None:
        raise RuleBroken("Say first since when this support holds.")
    return endorsement.effective_on


def guarded_update(
    session: Session, endorsement: Endorsement, expected: Status, **values: object
) -> None:
    """Change the row only if it still has the status that the caller saw."""
    session.flush()
    updated = session.execute(
        update(Endorsement)
        .where(Endorsement.id == endorsement.id, still(expected))
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    if affected(updated) != 1:
        raise Conflict("Somebody else has just changed this entry. Look at it again.")
    session.refresh(endorsement, list(values))
