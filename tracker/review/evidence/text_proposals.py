"""Changes of texts on which verified governments rest: one reviewer proposes, another seconds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.core import two_person_rule
from tracker.core.errors import NotFound, RuleBroken
from tracker.endorsements.decisions import ProposedEdit
from tracker.endorsements.evidence.models import Instrument
from tracker.endorsements.evidence.uploads import StoredFile
from tracker.review.decisions import independence
from tracker.review.evidence import services


def edit(
    session: Session,
    instrument: Instrument,
    staff: User,
    wanted: Mapping[str, object],
    *,
    seen: int,
    words: str,
    now: datetime,
) -> None:
    """Change what is said of a text, or propose it where that takes two people. Raises as
    `services.edit` does."""
    act = propose if services.takes_two(session, instrument) else services.edit
    act(session, instrument, staff, wanted, seen=seen, words=words, now=now)


def attach(
    session: Session,
    instrument: Instrument,
    staff: User,
    file: StoredFile,
    *,
    seen: int,
    now: datetime,
) -> None:
    """Keep a file with a text, or propose it where that takes two people. Raises as
    `services.attach` does."""
    act = propose_file if services.takes_two(session, instrument) else services.attach
    act(session, instrument, staff, file, seen=seen, now=now)


def propose(
    session: Session,
    instrument: Instrument,
    staff: User,
    wanted: Mapping[str, object],
    *,
    seen: int,
    words: str = "",
    now: datetime,
) -> ProposedEdit:
    """Propose to change what is said of a text. Raises as `services.edit` does."""
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
    if waiting(session, instrument.id):
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


def waiting(session: Session, instrument_id: int | None = None) -> Sequence[ProposedEdit]:
    """Return the changes of texts, or of one text, that wait for a second reviewer, oldest
    first."""
    query = select(ProposedEdit).where(ProposedEdit.settled_at.is_(None)).order_by(ProposedEdit.id)
    if instrument_id is not None:
        query = query.where(ProposedEdit.instrument_id == instrument_id)
    return session.scalars(query).all()


def by_id(session: Session, edit_id: int) -> ProposedEdit:
    """Return one proposed change of a text. Raises NotFound."""
    edit = session.get(ProposedEdit, edit_id)
    if edit is None:
        raise NotFound("There is no such proposed change.")
    return edit


def second(
    session: Session, instrument: Instrument, edit: ProposedEdit, staff: User, *, now: datetime
) -> None:
    """Second a change of a text and carry it out; every entry on it gets the difference. Raises
    RuleBroken for its proposer, Conflict when the text is another by now."""
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


def drop(session: Session, edit: ProposedEdit, staff: User, *, now: datetime) -> None:
    """Drop a change of a text, which stays as it is."""
    two_person_rule.drop(session, edit, staff.id, now=now)
