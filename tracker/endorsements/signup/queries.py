"""Reads of sign-ups: what an unconfirmed one would add to the record, and what became of one."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.endorsements import owner_status, queries
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.models import Endorsement
from tracker.supporters.models import Supporter, SupporterKind

ON_RECORD_ALREADY = "on_record"
ON_RECORD = "confirmation: on record already"
"""The citation of the decision that discards a sign-up of somebody who is recorded already."""


def outcome(session: Session, endorsement: Endorsement) -> str:
    """Return what became of an endorsement that a link is for, as its owner reads it: as
    `owner_status.state`, or "on_record" where the same was recorded before."""
    if endorsement.status is Status.EXPIRED:
        why = select(Decision.cites).where(
            Decision.endorsement_id == endorsement.id, Decision.action == Action.EXPIRE
        )
        if session.scalar(why) == ON_RECORD:
            return ON_RECORD_ALREADY
    return owner_status.state(endorsement)


def known(session: Session, endorsement: Endorsement) -> Supporter:
    """Return the person on record whose address an unconfirmed sign-up gives; otherwise the one
    whom the sign-up describes."""
    supporter = endorsement.supporter
    if not supporter.kind.is_person:
        return supporter
    return joined(session, supporter, queries.claimed_by(endorsement) or "")


def still_to_record(session: Session, waiting: Sequence[Endorsement]) -> list[Endorsement]:
    """Return those of the unconfirmed endorsements of one submission that would add anything."""
    if not waiting:
        return []
    first = waiting[0]
    digest = queries.claimed_by(first) or ""
    supporter = joined(session, first.supporter, digest)
    recorded = queries.recorded(
        session,
        first.kind,
        supporter.id,
        digest,
        [endorsement.initiative_id for endorsement in waiting],
    )
    return [endorsement for endorsement in waiting if endorsement.initiative_id not in recorded]


def joined(session: Session, supporter: Supporter, digest: str) -> Supporter:
    """Return the supporter on record to which a submission's would belong, once it is confirmed:
    itself if none is."""
    if supporter.kind.is_person:
        return queries.person(session, supporter.kind, digest) or supporter
    if supporter.kind is SupporterKind.ORGANISATION:
        known = queries.confirmed_organisation(session, supporter.name, supporter.domain)
        known = known or queries.claimed_organisation(session, supporter.name, digest)
        return session.get_one(Supporter, known) if known else supporter
    return supporter
