"""The evidence of an entry: added, its page and words changed, taken off.

It changes no count, so one reviewer may do it, except to a government that was verified: its
evidence takes two people, as its date does (`evidence.proposals`). The public history says that it
was done. A government approved once needs both approvals again.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.core.errors import RuleBroken
from tracker.endorsements.evidence.models import Evidence, Instrument
from tracker.endorsements.lifecycle import Action, Actor, ActorKind, Status
from tracker.endorsements.models import Endorsement
from tracker.review.decisions import checks
from tracker.review.decisions.corrections import (
    Difference,
    as_recorded,
    differences,
    in_words,
    record_difference,
)
from tracker.review.evidence.services import CITABLE
from tracker.supporters.models import SupporterKind

NOTHING = {"evidence": "", "page": "", "quote": ""}


def cite(
    session: Session,
    endorsement: Endorsement,
    instrument: Instrument,
    staff: User,
    *,
    seen: int,
    page: str = "",
    quote: str = "",
    now: datetime,
    agreed: bool = False,
) -> Evidence:
    """Let an entry rest on one more text.

    `seen` is the newest decision on the page. Raises RuleBroken when the entry rests on the text
    already, Conflict when somebody else was first.
    """
    _begin(session, endorsement, seen, agreed)
    refuse_known(endorsement, instrument)
    evidence = Evidence(
        endorsement_id=endorsement.id,
        instrument_id=instrument.id,
        page=page.strip(),
        quote=quote.strip(),
    )
    session.add(evidence)
    _decide(
        session,
        endorsement,
        instrument,
        staff,
        differences(NOTHING, _facts(instrument, evidence)),
        "",
        now,
    )
    session.expire(endorsement, ["evidence"])
    return evidence


def change(
    session: Session,
    endorsement: Endorsement,
    piece: Evidence,
    staff: User,
    *,
    seen: int,
    page: str,
    quote: str,
    words: str = "",
    now: datetime,
    agreed: bool = False,
) -> None:
    """Change where in a text, and in which words, the support stands."""
    _begin(session, endorsement, seen, agreed)
    changes = differences(
        {"page": piece.page, "quote": piece.quote}, {"page": page.strip(), "quote": quote.strip()}
    )
    if not changes:
        raise RuleBroken("Nothing differs from what is recorded.")
    piece.page, piece.quote = page.strip(), quote.strip()
    _decide(session, endorsement, piece.instrument, staff, changes, words, now)


def take_off(
    session: Session,
    endorsement: Endorsement,
    piece: Evidence,
    staff: User,
    *,
    seen: int,
    words: str = "",
    now: datetime,
    agreed: bool = False,
) -> None:
    """Let an entry no longer rest on a text, which is kept. The last of a verified entry stays."""
    _begin(session, endorsement, seen, agreed)
    refuse_last(endorsement)
    changes = differences(_facts(piece.instrument, piece), NOTHING)
    instrument = piece.instrument
    session.delete(piece)
    _decide(session, endorsement, instrument, staff, changes, words, now)
    session.expire(endorsement, ["evidence"])


def keeps_its_last(endorsement: Endorsement) -> bool:
    """Return whether an entry was ever counted, so that it must go on saying on what it rested."""
    return endorsement.verified_at is not None and endorsement.status not in (
        Status.INVALIDATED,
        Status.ERASED,
    )


def _facts(instrument: Instrument, piece: Evidence) -> dict[str, str]:
    return {"evidence": instrument.source, "page": piece.page, "quote": piece.quote}


def takes_two(endorsement: Endorsement) -> bool:
    """Return whether a change of an entry's evidence is proposed to a second reviewer."""
    return (
        endorsement.kind is SupporterKind.GOVERNMENT
        and endorsement.verified_at is not None
        and endorsement.status is not Status.INVALIDATED
    )


def refuse_known(endorsement: Endorsement, instrument: Instrument) -> None:
    if any(evidence.instrument_id == instrument.id for evidence in endorsement.evidence):
        raise RuleBroken("The entry rests on this text already. Change its page or words instead.")


def refuse_last(endorsement: Endorsement) -> None:
    if keeps_its_last(endorsement) and len(endorsement.evidence) == 1:
        raise RuleBroken(
            "A verified entry keeps at least one piece of evidence. Add the right one first, then"
            " take this one off."
        )


def _begin(session: Session, endorsement: Endorsement, seen: int, agreed: bool) -> None:
    checks.refuse_stale(session, endorsement, seen)
    if takes_two(endorsement) and not agreed:
        raise RuleBroken("The evidence of a verified government changes with two people.")
    if endorsement.status not in CITABLE:
        raise RuleBroken("The evidence of an entry of this status is not changed.")


def _decide(
    session: Session,
    endorsement: Endorsement,
    instrument: Instrument,
    staff: User,
    changes: list[Difference],
    words: str,
    now: datetime,
) -> None:
    """Leave the difference; of a person's entry where it can be erased."""
    person = endorsement.kind.is_person
    texts = [words] if words else []
    record_difference(
        session,
        endorsement,
        Action.CITE,
        Actor(ActorKind.STAFF, staff_id=staff.id, cites=instrument.reference),
        now=now,
        difference=None if person else as_recorded(changes),
        words="\n".join([*texts, *in_words(changes)] if person else texts),
    )
