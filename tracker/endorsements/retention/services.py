"""The erasure of personal data: what was never confirmed or answered, and what its owner has had
erased. The worker enforces the periods; nobody has to remember."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session, aliased

from tracker.core import two_person_rule
from tracker.core.orm import has_rows, note_erasure
from tracker.endorsements import consents, engine, own_words
from tracker.endorsements.abuse import traces
from tracker.endorsements.decisions import (
    Decision,
    DecisionNote,
    InternalNote,
    ProposedChange,
)
from tracker.endorsements.evidence.models import Evidence, Instrument, InstrumentType
from tracker.endorsements.lifecycle import ANSWER_LIFE, LINK_LIFE, Action, Actor, Status
from tracker.endorsements.models import Consent, ConsentPurpose, Endorsement, Officer
from tracker.supporters.changes import SupporterChange
from tracker.supporters.models import Supporter, SupporterKind

BATCH = 500
UNNAMED_LIFE = timedelta(days=1)
"""Time for which a kept file may be without an instrument that names it."""
KEPT_FILE = re.compile(r"[0-9a-f]{64}(\.part)?")
"""The name of a file that `uploads.store` wrote, or was writing."""
WITHOUT_EVIDENCE = (Status.ERASED, Status.INVALIDATED)
"""Statuses in which what was verified once may be without evidence: the database holds this too."""
OWN_TEXTS = (InstrumentType.LETTER, InstrumentType.NOTE_VERBALE, InstrumentType.STATEMENT)
"""Origins of a supporter's own writing; lists and reports are others'."""


def enforce(session: Session, *, now: datetime) -> int:
    """Expire what was never confirmed in 7 days or never answered in 60; return the number
    expired."""
    due = [
        *_overdue(session, Status.UNCONFIRMED, now - LINK_LIFE),
        *_overdue(session, Status.NEEDS_INFO, now - ANSWER_LIFE),
    ]
    for endorsement in due:
        engine.move(
            session,
            endorsement,
            Action.EXPIRE,
            Actor.system(f"retention: {endorsement.status.value}"),
            now=now,
        )
        forget(session, endorsement, now=now)
    return len(due)


def forget(session: Session, endorsement: Endorsement, *, now: datetime) -> None:
    """Erase the personal data of an endorsement, and of its supporter if nothing else is theirs.

    The words beside its decisions go too, since they may name somebody; the decisions stay. What
    was still proposed of a person's entry lapses with it.
    The name of a person who chose to stay in the record stays, and nothing else does (`endings`).
    What was counted stays in the ledger, which names no person. A text on which nothing else rests
    goes as well, since it may be the person's own letter; `sweep_files` then lets its file go. What
    a State or an organisation is counted for keeps its evidence: an officer who is forgotten takes
    only their own details along.
    """
    note_erasure(session)
    chose_to_stay = consents.holds(session, endorsement, ConsentPurpose.IN_RECORD)
    stays = chose_to_stay and endorsement.status is not Status.ERASED
    own_words.put(endorsement, "")
    endorsement.be_named = endorsement.be_named and stays
    endorsement.commitment_salt = None
    decisions = select(Decision.id).where(Decision.endorsement_id == endorsement.id)
    session.execute(delete(DecisionNote).where(DecisionNote.decision_id.in_(decisions)))
    session.execute(delete(InternalNote).where(InternalNote.endorsement_id == endorsement.id))
    if endorsement.kind.is_person:
        _forget_proposals(session, endorsement, now=now)
    if endorsement.verified_at is None or endorsement.status in WITHOUT_EVIDENCE:
        _forget_evidence(session, endorsement)
    traces.forget(session, endorsement.id)
    officer = session.get(Officer, endorsement.id)
    if officer is not None:
        officer.name, officer.title, officer.body = "", "", ""
        officer.email_sealed = officer.email_digest = None
    supporter = endorsement.supporter
    if not supporter.kind.is_person or _has_others(session, endorsement):
        return
    if stays or _stays_elsewhere(session, endorsement):
        erase_contact(supporter)
    else:
        erase_person(supporter, now=now)
        session.flush()
        session.execute(delete(SupporterChange).where(SupporterChange.supporter_id == supporter.id))


def _forget_proposals(session: Session, endorsement: Endorsement, *, now: datetime) -> None:
    theirs = ProposedChange.endorsement_id == endorsement.id
    session.execute(two_person_rule.lapse(ProposedChange, theirs, now=now))
    session.execute(
        update(ProposedChange).where(theirs).values(words="", details=None),
        execution_options={"synchronize_session": False},
    )


def _forget_evidence(session: Session, endorsement: Endorsement) -> None:
    its_own = Evidence.endorsement_id == endorsement.id
    texts = session.scalars(select(Evidence.instrument_id).where(its_own)).all()
    if not texts:
        return
    session.execute(delete(Evidence).where(its_own))
    resting = select(Evidence.id).where(Evidence.instrument_id == Instrument.id)
    session.execute(
        delete(Instrument).where(
            Instrument.id.in_(texts),
            Instrument.type.in_(OWN_TEXTS),
            Instrument.seed_key.is_(None),
            ~resting.exists(),
        )
    )


def sweep_files(session: Session, folder: Path, *, now: datetime) -> int:
    """Delete kept files that no instrument names any more; return their number.

    A file is written a moment before its row, so one of the last day stays; so does whatever else
    lies in the folder.
    """
    if not folder.is_dir():
        return 0
    before = (now - UNNAMED_LIFE).timestamp()
    old = {
        path.name: path
        for path in folder.iterdir()
        if KEPT_FILE.fullmatch(path.name) and path.stat().st_mtime < before
    }
    named = set(session.scalars(select(Instrument.file_sha256).distinct())) if old else set()
    unnamed = [path for name, path in old.items() if name not in named]
    for path in unnamed:
        path.unlink(missing_ok=True)
    return len(unnamed)


def erase_contact(supporter: Supporter) -> None:
    """Empty what leads to a person who stays named. A parliamentarian stays a member of their
    parliament."""
    supporter.email_sealed = supporter.email_digest = None
    supporter.website = supporter.official_page = None
    if supporter.kind is SupporterKind.INDIVIDUAL:
        supporter.country = None


def erase_person(supporter: Supporter, *, now: datetime) -> None:
    """Empty every field that tells who a person is."""
    supporter.name = supporter.name_key = ""
    supporter.email_sealed = supporter.email_digest = supporter.claimed_digest = None
    supporter.country = supporter.website = supporter.official_page = None
    supporter.role = supporter.chamber = ""
    supporter.outside_ids = None
    supporter.mandate_from = supporter.mandate_until = None
    supporter.sitting = None
    supporter.erased_at = now


def _overdue(session: Session, status: Status, before: datetime) -> list[Endorsement]:
    return list(
        session.scalars(
            select(Endorsement)
            .where(Endorsement.status == status, Endorsement.status_since < before)
            .order_by(Endorsement.id)
            .limit(BATCH)
        )
    )


def _has_others(session: Session, endorsement: Endorsement) -> bool:
    other = aliased(Endorsement)
    return has_rows(
        session,
        other.supporter_id == endorsement.supporter_id,
        other.id != endorsement.id,
        other.status.not_in((Status.EXPIRED, Status.ERASED)),
        other.forgotten_at.is_(None),
    )


def _stays_elsewhere(session: Session, endorsement: Endorsement) -> bool:
    """Return whether the same person chose to stay named with an entry whose period is over."""
    other = aliased(Endorsement)
    return has_rows(
        session,
        other.supporter_id == endorsement.supporter_id,
        other.id != endorsement.id,
        other.forgotten_at.is_not(None),
        Consent.endorsement_id == other.id,
        Consent.purpose == ConsentPurpose.IN_RECORD,
        Consent.withdrawn_at.is_(None),
    )
