"""Changes of what a verified government rests on: one reviewer proposes, a different one seconds.

Its own evidence is a `ProposedChange` of the entry; a change of the text itself, on which others
may rest as well, is a `ProposedEdit` of the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.core import two_person_rule
from tracker.core.crypto import Vault
from tracker.core.errors import Conflict, NotFound, RuleBroken
from tracker.endorsements import engine
from tracker.endorsements.decisions import ProposedChange, ProposedEdit
from tracker.endorsements.evidence.models import Evidence, Instrument
from tracker.endorsements.evidence.uploads import StoredFile
from tracker.endorsements.lifecycle import Action
from tracker.endorsements.models import Endorsement
from tracker.review.decisions import checks, independence, record_proposals
from tracker.review.decisions import proposals as decisions_proposals
from tracker.review.duplicates import proposals as duplicates_proposals
from tracker.review.evidence import citations, services
from tracker.review.queue import queries

ADD, CHANGE, REMOVE = "add", "change", "remove"


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
    """Second a change of any kind and carry it out. Raises RuleBroken for who proposed it."""
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
    page, quote, words = details.get("page", ""), details.get("quote", ""), change.words
    seen = queries.newest_decision_id(session, endorsement.id)
    if details.get("do") == ADD:
        text = session.get_one(Instrument, change.instrument_id)
        citations.cite(
            session,
            endorsement,
            text,
            staff,
            seen=seen,
            page=page,
            quote=quote,
            now=now,
            agreed=True,
        )
        return
    piece = session.get(Evidence, details.get("evidence") or 0)
    if piece is None or piece.endorsement_id != endorsement.id:
        raise Conflict("This evidence is not on the entry any more. Drop the change.")
    if details.get("do") == REMOVE:
        citations.take_off(
            session, endorsement, piece, staff, seen=seen, words=words, now=now, agreed=True
        )
    else:
        citations.change(
            session,
            endorsement,
            piece,
            staff,
            seen=seen,
            page=page,
            quote=quote,
            words=words,
            now=now,
            agreed=True,
        )


def propose_edit(
    session: Session,
    instrument: Instrument,
    staff: User,
    wanted: Mapping[str, object],
    *,
    seen: int,
    words: str = "",
    now: datetime,
) -> ProposedEdit:
    """Propose to change what is said of a text. Raises as `instruments.edit` does."""
    services.refuse_stale(instrument, seen)
    if not services.difference(instrument, wanted, now=now):
        raise RuleBroken("Nothing differs from what is recorded.")
    values = {name: str(value) if name == "type" else value for name, value in wanted.items()}
    return _wait(session, instrument, staff, values, False, words, now)


def propose_file(
    session: Session,
    instrument: Instrument,
    staff: User,
    file: StoredFile,
    *,
    seen: int,
    now: datetime,
) -> ProposedEdit:
    """Propose to keep a file with a text, in place of an earlier one."""
    services.refuse_stale(instrument, seen)
    if instrument.file_sha256 == file.sha256:
        raise RuleBroken("This very file is kept with the text already.")
    values = {"sha256": file.sha256, "type": file.type, "name": file.name, "size": file.size}
    return _wait(session, instrument, staff, values, True, "", now)


def _wait(
    session: Session,
    instrument: Instrument,
    staff: User,
    wanted: dict[str, object],
    is_file: bool,
    words: str,
    now: datetime,
) -> ProposedEdit:
    independence.refuse_former(staff)
    if open_edits(session, instrument.id):
        raise RuleBroken(
            "Another change of this text waits already. Second or drop that one first."
        )
    edit = ProposedEdit(
        instrument_id=instrument.id,
        revision=instrument.revision,
        proposer_id=staff.id,
        proposed_at=now,
        wanted=wanted,
        is_file=is_file,
        words=words,
    )
    session.add(edit)
    session.flush()
    return edit


def open_edits(session: Session, instrument_id: int | None = None) -> Sequence[ProposedEdit]:
    """Return the changes of texts, or of one text, that wait for a second reviewer, oldest
    first."""
    query = select(ProposedEdit).where(ProposedEdit.settled_at.is_(None)).order_by(ProposedEdit.id)
    if instrument_id is not None:
        query = query.where(ProposedEdit.instrument_id == instrument_id)
    return session.scalars(query).all()


def edit(session: Session, edit_id: int) -> ProposedEdit:
    """Return one proposed change of a text. Raises NotFound."""
    edit = session.get(ProposedEdit, edit_id)
    if edit is None:
        raise NotFound("There is no such proposed change.")
    return edit


def second_edit(
    session: Session, instrument: Instrument, edit: ProposedEdit, staff: User, *, now: datetime
) -> None:
    """Second a change of a text and carry it out; every entry on it gets the difference. Raises
    RuleBroken for who proposed it, Conflict when the text is another by now."""
    two_person_rule.refuse_proposer(edit, staff.id)
    independence.refuse_former(staff)
    independence.refuse_one_person(session, staff, edit.proposer_id, now=now)
    two_person_rule.agree(session, edit, staff.id, now=now)
    if edit.is_file:
        file = StoredFile(**edit.wanted)
        services.attach(session, instrument, staff, file, seen=edit.revision, now=now, agreed=True)
    else:
        services.edit(
            session,
            instrument,
            staff,
            edit.wanted,
            seen=edit.revision,
            words=edit.words,
            now=now,
            agreed=True,
        )


def drop_edit(session: Session, edit: ProposedEdit, staff: User, *, now: datetime) -> None:
    """Drop a change of a text, which stays as it is."""
    two_person_rule.drop(session, edit, staff.id, now=now)
