"""Recording a State's own declaration, or that it was withdrawn: proposed by one reviewer, agreed
to by another."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.core.crypto import Vault
from tracker.core.errors import RuleBroken
from tracker.endorsements import declarations, initiative_terms
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.declarations import Declared
from tracker.endorsements.evidence.models import Instrument
from tracker.endorsements.lifecycle import Action, Actor, ActorKind
from tracker.endorsements.models import Endorsement
from tracker.review.decisions import checks, proposals

DECLARE, WITHDRAW = "declare", "withdraw"


def propose(
    session: Session,
    vault: Vault,
    endorsement: Endorsement,
    staff: User,
    *,
    seen: int,
    instrument_id: int,
    on: date,
    text: str,
    language: str,
    withdraws: Declared | None = None,
    words: str = "",
    now: datetime,
) -> ProposedChange:
    """Propose to record a declaration that stands in a text of the entry's evidence; or, with
    `withdraws`, that it was withdrawn from a day on.

    Raises RuleBroken when that cannot be, or another change waits.
    """
    checks.refuse_stale(session, endorsement, seen)
    initiative_terms.refuse_in_archive(endorsement, Action.DECLARE, Actor.staff(staff.id))
    declarations.check(endorsement, on, withdraws=withdraws, now=now)
    if all(piece.instrument_id != instrument_id for piece in endorsement.evidence):
        raise RuleBroken("Add the text as evidence of this entry first.")
    if withdraws is None and not text.strip():
        raise RuleBroken("Give the words of the declaration.")
    return proposals.leave_to_second(
        session,
        vault,
        endorsement,
        Action.DECLARE,
        staff,
        now=now,
        words=words,
        effective_on=on,
        instrument_id=instrument_id,
        details={
            "do": WITHDRAW if withdraws else DECLARE,
            "declaration": withdraws.declaration.id if withdraws else None,
            "text": text.strip(),
            "language": language,
        },
    )


def second(
    session: Session, vault: Vault, change: ProposedChange, staff: User, *, now: datetime
) -> None:
    """Agree to a declaration or its withdrawal, which is then recorded. Raises RuleBroken for its
    proposer."""
    endorsement = proposals.agree(session, vault, change, staff, now=now)
    text = session.get_one(Instrument, change.instrument_id)
    by = Actor(ActorKind.STAFF, staff_id=staff.id, cites=text.reference)
    declarations.record(session, endorsement, by, change, now=now)
