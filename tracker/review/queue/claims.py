"""Claims of reviewers on entries, which lapse; the next entry for somebody; handing over."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, delete, func, not_, or_, select
from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.accounts.queries import reviewers
from tracker.core import outbox
from tracker.core.crypto import Vault
from tracker.core.errors import RuleBroken
from tracker.core.orm import upsert
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.models import Endorsement
from tracker.review.decisions import independence
from tracker.review.models import Claim, Handover
from tracker.review.queue.queries import Filters
from tracker.supporters.models import SupporterKind

CLAIM_LIFE = timedelta(minutes=30)
"""Time for which an entry stays claimed by whoever opened it and went away."""
FOR_STAFF = (Status.IN_REVIEW, Status.APPROVED_ONCE)
"""Statuses of entries that wait for staff, and not for the supporter."""
MAX_TRIES = 5


def claim(session: Session, endorsement_id: int, staff: User, *, now: datetime) -> bool:
    """Take an entry for oneself; false while somebody else looks at it."""
    statement = upsert(session, Claim).values(
        endorsement_id=endorsement_id, staff_id=staff.id, claimed_at=now
    )
    taken = session.execute(
        statement.on_conflict_do_update(
            index_elements=["endorsement_id"],
            set_={"staff_id": staff.id, "claimed_at": now},
            where=or_(Claim.staff_id == staff.id, Claim.claimed_at < now - CLAIM_LIFE),
        ).returning(Claim.staff_id)
    ).first()
    return taken is not None


def release(session: Session, endorsement_id: int) -> None:
    """Leave an entry to whoever comes next."""
    session.execute(delete(Claim).where(Claim.endorsement_id == endorsement_id))


def holder(session: Session, endorsement_id: int, *, now: datetime) -> int | None:
    """Return who looks at an entry just now, by id."""
    return session.scalar(
        select(Claim.staff_id).where(
            Claim.endorsement_id == endorsement_id, Claim.claimed_at >= now - CLAIM_LIFE
        )
    )


def claim_next(
    session: Session, filters: Filters, staff: User, *, now: datetime, after: int = 0
) -> int | None:
    """Claim the oldest entry of this part of the queue that this person may judge; its id.

    What was handed to the person comes first. Nobody gets an entry that the person recorded or
    approved before, that waits for its supporter, or that somebody else is looking at.
    """
    for _ in range(MAX_TRIES):
        entry_id: int | None = session.scalar(_next(filters, staff, now, handed=True))
        entry_id = entry_id or session.scalar(_next(filters, staff, now, after=after))
        if entry_id is None:
            return None
        if claim(session, entry_id, staff, now=now):
            return entry_id
    return None


def _next(
    filters: Filters, staff: User, now: datetime, *, after: int = 0, handed: bool = False
) -> Select[int]:
    busy = select(Claim.endorsement_id).where(
        Claim.staff_id != staff.id, Claim.claimed_at >= now - CLAIM_LIFE
    )
    query = (
        select(Endorsement.id)
        .where(
            *filters.conditions(),
            *mine_to_judge(staff, now=now),
            Endorsement.id > after,
            Endorsement.id.not_in(busy),
        )
        .order_by(Endorsement.id)
        .limit(1)
    )
    if handed:
        handed_over = Handover.endorsement_id == Endorsement.id
        return query.join(Handover, handed_over).where(Handover.to_id == staff.id)
    others = select(Handover.endorsement_id).where(Handover.to_id != staff.id)
    return query.where(Endorsement.id.not_in(others))


def mine_to_judge(staff: User, *, now: datetime) -> list[ColumnElement[bool]]:
    """Return what waits for a decision of staff that this person may take, as far as ids tell;
    whose address an entry came from is looked at when it is decided."""
    newcomer = not staff.approves_governments(now)
    return [
        *([Endorsement.kind != SupporterKind.GOVERNMENT] if newcomer else []),
        not_(independence.appealed_from(staff.id)),
        Endorsement.second_recorder_id.is_distinct_from(staff.id),
        Endorsement.status.in_(FOR_STAFF),
        Endorsement.recorder_id.is_distinct_from(staff.id),
        or_(
            Endorsement.status != Status.APPROVED_ONCE,
            Endorsement.first_approver_id.is_distinct_from(staff.id),
        ),
    ]


def hand_over(
    session: Session,
    vault: Vault,
    endorsement: Endorsement,
    to: User,
    by: User,
    *,
    now: datetime,
) -> None:
    """Give a government that was approved once to a colleague, who is told by mail.

    Raises RuleBroken when the colleague may not give the second approval.
    """
    if endorsement.status is not Status.APPROVED_ONCE:
        raise RuleBroken("Only an entry that was approved once can be handed over.")
    if to.id in _involved(endorsement, by):
        raise RuleBroken("The second approval must come from a third person.")
    if to.id not in {reviewer.id for reviewer in reviewers(session)}:
        raise RuleBroken("Only an active reviewer can give the second approval.")
    independence.refuse_new(endorsement, to, now=now)
    independence.refuse_on_appeal(session, endorsement, Action.VERIFY, to)
    session.merge(Handover(endorsement_id=endorsement.id, to_id=to.id, by_id=by.id, handed_at=now))
    release(session, endorsement.id)
    outbox.queue(
        session,
        vault,
        template="handed_over",
        to=to.email,
        context={
            "name": to.name or to.email,
            "by": by.name or by.email,
            "supporter": endorsement.supporter.name,
            "initiative": endorsement.initiative.name,
            "endorsement_id": endorsement.id,
        },
        now=now,
    )


def colleagues(session: Session, endorsement: Endorsement, by: User) -> list[User]:
    """Return the reviewers who could give an entry its second approval, once it has the first."""
    if endorsement.status is not Status.APPROVED_ONCE:
        return []
    involved = _involved(endorsement, by)
    return [member for member in reviewers(session) if member.id not in involved]


def _involved(endorsement: Endorsement, by: User) -> set[int | None]:
    return {
        by.id,
        endorsement.recorder_id,
        endorsement.second_recorder_id,
        endorsement.first_approver_id,
    }


def settle(session: Session, endorsement_id: int) -> None:
    """After a decision nobody holds the entry, and nobody is asked for it any more."""
    release(session, endorsement_id)
    session.execute(delete(Handover).where(Handover.endorsement_id == endorsement_id))


def handed_to(session: Session, endorsement_id: int) -> Handover | None:
    return session.get(Handover, endorsement_id)


def count_handed_to(session: Session, staff_id: int) -> int:
    """Return how many entries wait for this person in particular."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Handover)
            .join(Endorsement, Endorsement.id == Handover.endorsement_id)
            .where(Handover.to_id == staff_id, Endorsement.status == Status.APPROVED_ONCE)
        )
        or 0
    )
