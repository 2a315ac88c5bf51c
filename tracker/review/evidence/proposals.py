"""Changes of an entry's evidence, which take two people where a verified government rests on it.

Such a change is a `ProposedChange` of the entry. A change of the text itself, on which others may
rest as well, is in `text_proposals`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.core.crypto import Vault
from tracker.core.errors import Conflict, RuleBroken
from tracker.endorsements import engine
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.evidence.models import Evidence, Instrument
from tracker.endorsements.lifecycle import Action
from tracker.endorsements.models import Endorsement
from tracker.review.decisions import checks, record_proposals
from tracker.review.decisions import proposals as decisions_proposals
from tracker.review.duplicates import proposals as duplicates_proposals
from tracker.review.evidence import citations, declarations, services
from tracker.review.queue import queries

ADD, CHANGE, REMOVE = "add", "change", "remove"


@dataclass(frozen=True, kw_only=True)
class EvidenceChange:
    """A change of what an entry rests on: `ADD` or `REMOVE` a text, or `CHANGE` its place there."""

    what: str
    instrument: Instrument
    piece: Evidence | None = None
    """The text's support of the entry so far; none of a text that is added."""
    page: str = ""
    quote: str = ""
    words: str = ""
    """The reason, for colleagues."""


def change(
    session: Session,
    vault: Vault,
    endorsement: Endorsement,
    wanted: EvidenceChange,
    staff: User,
    *,
    seen: int,
    now: datetime,
) -> None:
    """Change an entry's evidence, or propose it where that takes two people. Raises as `citations`
    and `propose` do."""
    if citations.takes_two(endorsement):
        propose(session, vault, endorsement, wanted, staff, seen=seen, now=now)
    else:
        _carry_out(session, endorsement, wanted, staff, seen=seen, now=now, agreed=False)


def propose(
    session: Session,
    vault: Vault,
    endorsement: Endorsement,
    wanted: EvidenceChange,
    staff: User,
    *,
    seen: int,
    now: datetime,
) -> ProposedChange:
    """Propose to add a text to a government's evidence, to change where in it the support stands,
    or to take it off. Raises RuleBroken when that cannot be, or another change waits."""
    piece, place = wanted.piece, (wanted.page.strip(), wanted.quote.strip())
    checks.refuse_stale(session, endorsement, seen)
    if endorsement.status not in services.CITABLE:
        raise RuleBroken("The evidence of an entry of this status is not changed.")
    if wanted.what == ADD:
        citations.refuse_known(endorsement, wanted.instrument)
    elif wanted.what == REMOVE:
        citations.refuse_last(endorsement)
    elif piece is not None and (piece.page, piece.quote) == place:
        raise RuleBroken("Nothing differs from what is recorded.")
    return decisions_proposals.leave_to_second(
        session,
        vault,
        endorsement,
        Action.CITE,
        staff,
        now=now,
        words=wanted.words,
        instrument_id=wanted.instrument.id,
        details={
            "do": wanted.what,
            "evidence": piece.id if piece is not None else None,
            "page": place[0],
            "quote": place[1],
        },
    )


def second(
    session: Session, vault: Vault, change: ProposedChange, staff: User, *, now: datetime
) -> None:
    """Second a change of any kind and carry it out. Raises RuleBroken for its proposer."""
    if change.action in record_proposals.ACTIONS:
        record_proposals.second(session, vault, change, staff, now=now)
        return
    if change.action in duplicates_proposals.ACTIONS:
        duplicates_proposals.second(session, vault, change, staff, now=now)
        return
    if change.action is Action.DECLARE:
        declarations.second(session, vault, change, staff, now=now)
        return
    if change.action is not Action.CITE:
        decisions_proposals.second(session, vault, change, staff, now=now)
        return
    endorsement = decisions_proposals.agree(session, vault, change, staff, now=now)
    engine.guarded_update(session, endorsement, endorsement.status, change_id=change.id)
    details = change.details or {}
    agreed = EvidenceChange(
        what=details.get("do", CHANGE),
        instrument=session.get_one(Instrument, change.instrument_id),
        piece=session.get(Evidence, details.get("evidence") or 0),
        page=details.get("page", ""),
        quote=details.get("quote", ""),
        words=change.words,
    )
    seen = queries.newest_decision_id(session, endorsement.id)
    _carry_out(session, endorsement, agreed, staff, seen=seen, now=now, agreed=True)


def _carry_out(
    session: Session,
    endorsement: Endorsement,
    wanted: EvidenceChange,
    staff: User,
    *,
    seen: int,
    now: datetime,
    agreed: bool,
) -> None:
    piece = wanted.piece
    if wanted.what == ADD:
        citations.cite(
            session,
            endorsement,
            wanted.instrument,
            staff,
            seen=seen,
            page=wanted.page,
            quote=wanted.quote,
            now=now,
            agreed=agreed,
        )
    elif piece is None or piece.endorsement_id != endorsement.id:
        raise Conflict("This evidence is not on the entry any more. Drop the change.")
    elif wanted.what == REMOVE:
        citations.take_off(
            session,
            endorsement,
            piece,
            staff,
            seen=seen,
            words=wanted.words,
            now=now,
            agreed=agreed,
        )
    else:
        citations.change(
            session,
            endorsement,
            piece,
            staff,
            seen=seen,
            page=wanted.page,
            quote=wanted.quote,
            words=wanted.words,
            now=now,
            agreed=agreed,
        )
