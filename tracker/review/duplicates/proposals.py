"""Merges of two records of one organisation, and their undoing, where either counts: one reviewer
proposes, a different one seconds."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.core.crypto import Vault
from tracker.core.errors import RuleBroken
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.lifecycle import PUBLIC, Action
from tracker.endorsements.merging import services
from tracker.endorsements.merging.models import Merge, MergeRow
from tracker.endorsements.merging.plan import organisation, plan
from tracker.endorsements.models import Endorsement
from tracker.review.decisions import proposals, record_proposals
from tracker.review.queue import queries

ACTIONS = frozenset({Action.MERGE, Action.UNMERGE})
"""Actions under which these proposals are kept."""


def merge(
    session: Session,
    vault: Vault,
    kept_id: int,
    merged_id: int,
    staff: User,
    reason: str,
    *,
    seen: str,
    now: datetime,
) -> Merge | ProposedChange:
    """Let one record stand for both, or propose it where the other one counts. Raises as
    `merging.services.merge`."""

    def carry() -> Merge:
        return services.merge(session, kept_id, merged_id, staff.id, reason, seen=seen, now=now)

    entry = queries.public_entry_of(session, merged_id)
    if entry is None:
        return carry()
    kept, merged = organisation(session, kept_id), organisation(session, merged_id)
    record_proposals.rehearse(session, carry)
    return proposals.leave_to_second(
        session,
        vault,
        entry,
        Action.MERGE,
        staff,
        now=now,
        words=reason,
        details={
            "said": f"“{merged.name}” → “{kept.name}”",
            "kept": kept_id,
            "merged": merged_id,
            "seen": seen,
        },
    )


def unmerge(
    session: Session, vault: Vault, merge_id: int, staff: User, *, now: datetime
) -> Merge | ProposedChange:
    """Part two records as they were, or propose it where what goes back counts."""

    def carry() -> Merge:
        return services.unmerge(session, merge_id, staff.id, now=now)

    entry = session.scalars(
        select(Endorsement)
        .join(MergeRow, MergeRow.endorsement_id == Endorsement.id)
        .where(
            MergeRow.merge_id == merge_id,
            Endorsement.verified_at.is_not(None),
            Endorsement.status.in_(PUBLIC),
        )
        .order_by(Endorsement.id)
        .limit(1)
    ).first()
    if entry is None:
        return carry()
    merge = services.by_id(session, merge_id)
    summary = f"“{merge.merged.name}”, “{merge.kept.name}”"
    record_proposals.rehearse(session, carry)
    details = {"said": summary, "merge": merge_id}
    return proposals.leave_to_second(
        session, vault, entry, Action.UNMERGE, staff, now=now, details=details
    )


def second(
    session: Session, vault: Vault, change: ProposedChange, staff: User, *, now: datetime
) -> None:
    """Second a merge or its undoing and carry it out. Raises RuleBroken for its proposer."""
    proposals.agree(session, vault, change, staff, now=now)
    details = change.details or {}
    if change.action is Action.UNMERGE:
        services.unmerge(session, details["merge"], staff.id, now=now)
        return
    _refuse_other_plan(session, details)
    kept, merged, seen = details["kept"], details["merged"], details["seen"]
    services.merge(session, kept, merged, staff.id, change.words, seen=seen, now=now)


def _refuse_other_plan(session: Session, details: dict[str, Any]) -> None:
    """Refuse a merge that would do something else than was proposed. Raises RuleBroken."""
    kept, merged = (organisation(session, details[which]) for which in ("kept", "merged"))
    if plan(session, kept, merged).seen != details["seen"]:
        raise RuleBroken("An entry has changed since this was proposed. Drop it, and propose anew.")
