"""Changes of an entry's evidence, which take two people where a verified government rests on it.

Such a change is a `ProposedChange` of the entry. A change of the text itself, on which others may
rest as well, is in `text_proposals`.
"""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict

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
from tracker.review.evidence import citations, services
from tracker.review.queue import queries

ADD, CHANGE, REMOVE = "add", "change", "remove"


class _ByWhom(TypedDict):
    staff: User
    seen: int
    now: datetime
    agreed: bool


def change(
    session: Session,
    vault: Vault,
    endorsement: Endorsement,
    what: str,
    instrument: Instrument,
    staff: User,
    *,
    seen: int,
    piece: Evidence | None = None,
    page: str = "",
    quote: str = "",
    words: str = "",
    now: datetime,
) -> None:
    """Change an entry's evidence (`ADD`, `CHANGE` or `REMOVE`), or propose it where that takes two
    people. Raises as `citations` and `propose` do."""
    if citations.takes_two(endorsement):
        propose(
            session,
            vault,
            endorsement,
            what,
            instrument,
            staff,
            seen=seen,
            piece=piece,
            page=page,
            quote=quote,
            words=words,
            now=now,
        )
    else:
        _carry_out(
            session,
            endorsement,
            what,
            instrument,
            piece,
            staff,
            seen=seen,
            page=page,
            quote=quote,
            words=words,
            now=now,
        )


def propose(
    session: Session,
    vault: Vault,
    endorsement: Endorsement,
    what: str,
    instrument: Instrument,
    staff: User,
    *,
    seen: int,
    piece: Evidence | None = None,
    page: str = "",
    quote: str = "",
    words: str = "",
    now: datetime,
) -> ProposedChange:
    """Propose to add a text to a government's evidence, to change where in it the support stands,
    or to take it off. Raises RuleBroken when that cannot be, or another change waits."""
    checks.refuse_stale(session, endorsement, seen)
    if endorsement.status not in services.CITABLE:
        raise RuleBroken("The evidence of an entry of this status is not changed.")
    if what == ADD:
        citations.refuse_known(endorsement, instrument)
    elif what == REMOVE:
        citations.refuse_last(endorsement)
    elif piece is not None and (piece.page, piece.quote) == (page.strip(), quote.strip()):
        raise RuleBroken("Nothing differs from what is recorded.")
    return decisions_proposals.leave_to_second(
        session,
        vault,
        endorsement,
        Action.CITE,
        staff,
        now=now,
        words=words,
        instrument_id=instrument.id,
        details={
            "do": what,
            "evidence": piece.id if piece is not None else None,
            "page": page.strip(),
            "quote": quote.strip(),
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
    if change.action is not Action.CITE:
        decisions_proposals.second(session, vault, change, staff, now=now)
        return
    endorsement = decisions_proposals.agree(session, vault, change, staff, now=now)
    engine.guarded_update(session, endorsement, endorsement.status, change_id=change.id)
    details = change.details or {}
    _carry_out(
        session,
        endorsement,
        details.get("do", CHANGE),
        session.get_one(Instrument, change.instrument_id),
        session.get(Evidence, details.get("evidence") or 0),
        staff,
        seen=queries.newest_decision_id(session, endorsement.id),
        page=details.get("page", ""),
        quote=details.get("quote", ""),
        words=change.words,
        now=now,
        agreed=True,
    )


def _carry_out(
    session: Session,
    endorsement: Endorsement,
    what: str,
    instrument: Instrument,
    piece: Evidence | None,
    staff: User,
    *,
    seen: int,
    page: str,
    quote: str,
    words: str,
    now: datetime,
    agreed: bool = False,
) -> None:
    by_whom: _ByWhom = {"staff": staff, "seen": seen, "now": now, "agreed": agreed}
    if what == ADD:
        citations.cite(session, endorsement, instrument, page=page, quote=quote, **by_whom)
    elif piece is None or piece.endorsement_id != endorsement.id:
        raise Conflict("This evidence is not on the entry any more. Drop the change.")
    elif what == REMOVE:
        citations.take_off(session, endorsement, piece, words=words, **by_whom)
    else:
        citations.change(
            session, endorsement, piece, page=page, quote=quote, words=words, **by_whom
        )
