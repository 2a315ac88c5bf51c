"""The lapse of open approvals and proposals when somebody stops being a reviewer.

What is finished stays. A government approved once waits in review again, since its second reviewer
would rely on a first who is no colleague any more.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from tracker.accounts import services as accounts
from tracker.accounts.events import By
from tracker.accounts.models import User
from tracker.core import two_person_rule
from tracker.endorsements import engine
from tracker.endorsements.decisions import InternalNote, ProposedChange, ProposedEdit
from tracker.endorsements.lifecycle import Action, Actor, Status
from tracker.endorsements.models import Endorsement
from tracker.review.models import Bulk, BulkState
from tracker.review.queue import claims, queries

CITES = "its first approver is no longer a reviewer"
DROPPED = "A proposed change of this entry was dropped: its proposer is no reviewer any more."


def lapse(session: Session, person: User, by: By, *, now: datetime) -> None:
    """Let the approvals and proposals of somebody who was a reviewer lapse, each in the history."""
    approved = session.scalars(
        select(Endorsement.id).where(
            Endorsement.status == Status.APPROVED_ONCE,
            Endorsement.first_approver_id == person.id,
        )
    )
    for entry_id in approved.all():
        entry = queries.for_change(session, entry_id)
        if entry.status is not Status.APPROVED_ONCE or entry.initiative.archived_on is not None:
            continue
        engine.move(
            session, entry, Action.REOPEN, Actor.system(CITES), now=now, first_approver_id=None
        )
        claims.settle(session, entry_id)
    writer = by.staff_id or person.id
    changes = two_person_rule.lapse(
        ProposedChange, ProposedChange.proposer_id == person.id, now=now
    )
    for entry_id in session.scalars(changes.returning(ProposedChange.endorsement_id)).all():
        session.add(
            InternalNote(endorsement_id=entry_id, staff_id=writer, written_at=now, words=DROPPED)
        )
    session.execute(
        two_person_rule.lapse(ProposedEdit, ProposedEdit.proposer_id == person.id, now=now)
    )
    session.execute(
        update(Bulk)
        .where(
            Bulk.staff_id == person.id,
            Bulk.state == BulkState.PREVIEW,
            Bulk.action.is_not(None),
        )
        .values(state=BulkState.CANCELLED, started_at=now, ended_at=now)
        .execution_options(synchronize_session=False)
    )
    session.expire_all()


accounts.WHEN_NO_REVIEWER.append(lapse)
