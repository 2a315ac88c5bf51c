"""A second instrument of a State that an initiative counts already: further evidence of its entry.

The date that is documented stays; another one is its own decision of two people. An instrument of a
higher grade, such as an endorsement after support in words, begins a new period of the same entry.
Both are carried out by the two reviewers who approved the instrument.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from tracker.core.crypto import Vault
from tracker.core.errors import RuleBroken
from tracker.endorsements import amendments, engine
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.evidence.models import Evidence
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.models import Endorsement
from tracker.ledger.models import DatePrecision
from tracker.review.decisions.corrections import as_recorded, differences
from tracker.review.decisions.notifications import tell
from tracker.review.decisions.verdict import Verdict


def is_higher(endorsement: Endorsement, standing: Endorsement) -> bool:
    """Return whether an instrument supports in a higher grade than the entry that counts."""
    return endorsement.grade.rank < standing.grade.rank


def add(
    session: Session,
    vault: Vault,
    endorsement: Endorsement,
    standing: Endorsement,
    verdict: Verdict,
    *,
    now: datetime,
) -> None:
    """Let the evidence of an entry that was approved once be evidence of the one that counts.

    The entry ends as superseded by that one, and its officer is told. Raises RuleBroken while the
    other is suspended.
    """
    if standing.status is Status.SUSPENDED:
        raise RuleBroken(
            "%(reference)s of the same government is suspended. Settle that one first.",
            reference=standing.reference,
        )
    first = endorsement.first_approver_id
    raised = is_higher(endorsement, standing)
    engine.move(
        session,
        endorsement,
        Action.SUPERSEDE,
        verdict.actor,
        now=now,
        reason=verdict.reason,
        words=verdict.words,
        second_approver_id=verdict.staff.id,
        superseded_by_id=standing.id,
        last_checked_on=now.date(),
    )
    if raised:
        _raise(session, endorsement, standing, first, verdict, now)
    _cite(session, endorsement, standing, first, verdict, now)
    session.expire(standing, ["evidence"])
    tell(session, vault, endorsement, "joined", now=now, since=_since(standing), raised=raised)


def _since(standing: Endorsement) -> dict[str, str]:
    """Return since when the entry counts, for a mail to say in its language."""
    on = standing.effective_on
    return {"on": on.isoformat() if on else "", "precision": standing.effective_precision.value}


def _raise(
    session: Session,
    endorsement: Endorsement,
    standing: Endorsement,
    first: int | None,
    verdict: Verdict,
    now: datetime,
) -> None:
    on = engine.counted_since(endorsement)
    precision = endorsement.effective_precision
    change = _agreed(
        session,
        standing,
        Action.REGRADE,
        first,
        verdict,
        now,
        grade=endorsement.grade,
        effective_on=on,
        effective_precision=precision,
        instrument_id=endorsement.evidence[0].instrument_id if endorsement.evidence else None,
    )
    amendments.regrade(
        session,
        standing,
        verdict.actor,
        now=now,
        grade=endorsement.grade,
        on=on,
        precision=DatePrecision(precision),
        change=change,
    )


def _cite(
    session: Session,
    endorsement: Endorsement,
    standing: Endorsement,
    first: int | None,
    verdict: Verdict,
    now: datetime,
) -> None:
    cited = {evidence.instrument_id for evidence in standing.evidence}
    for piece in endorsement.evidence:
        if piece.instrument_id in cited:
            continue
        change = _agreed(
            session, standing, Action.CITE, first, verdict, now, instrument_id=piece.instrument_id
        )
        engine.guarded_update(session, standing, Status.VERIFIED, change_id=change.id)
        session.add(
            Evidence(
                endorsement_id=standing.id,
                instrument_id=piece.instrument_id,
                page=piece.page,
                quote=piece.quote,
            )
        )
        added = {"evidence": piece.instrument.source, "page": piece.page, "quote": piece.quote}
        engine.decide(
            session,
            standing,
            Action.CITE,
            verdict.actor,
            now=now,
            source=Status.VERIFIED,
            target=Status.VERIFIED,
            difference=as_recorded(differences(dict.fromkeys(added, ""), added)),
        )


def _agreed(
    session: Session,
    standing: Endorsement,
    action: Action,
    first: int | None,
    verdict: Verdict,
    now: datetime,
    **wanted: Any,
) -> ProposedChange:
    """Record what the two approvers of the instrument agreed of the entry that counts."""
    change = ProposedChange(
        endorsement_id=standing.id,
        action=action,
        proposed_at=now,
        proposer_id=first,
        reason=verdict.reason,
        seconder_id=verdict.staff.id,
        settled_at=now,
        applied=True,
        **wanted,
    )
    session.add(change)
    session.flush()
    return change
