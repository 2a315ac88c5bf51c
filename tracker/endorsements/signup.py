"""Recording a sign-up: the one write path that must stand a crowd.

The statements are built once and executed with plain values; the unique keys decide, so that
nobody looks before they leap.
"""

from __future__ import annotations

import functools
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from tracker.core.crypto import Vault
from tracker.core.errors import RuleBroken
from tracker.core.outbox import queue_by_form
from tracker.endorsements import addresses, queries
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import (
    Consent,
    Endorsement,
    Evidence,
    Instrument,
    Officer,
    Origin,
)
from tracker.endorsements.submission import Submission
from tracker.endorsements.wording import VERSION
from tracker.ledger.models import DatePrecision, Grade
from tracker.supporters import queries as supporters
from tracker.supporters.models import Supporter, SupporterKind
from tracker.supporters.names import fold

_supporters: Any = Supporter.__table__
_endorsements: Any = Endorsement.__table__
_consents: Any = Consent.__table__
_INSERT_ENDORSEMENT = insert(_endorsements).returning(_endorsements.c.id)
_INSERT_CONSENT = insert(_consents)
CLOSED = "This initiative does not take endorsements of this kind."


def submit(session: Session, vault: Vault, submission: Submission, *, now: datetime) -> None:
    """Record a sign-up, unconfirmed, and mail its owner a link to confirm.

    Who signs up again is told so by mail, and nothing is said to whoever filled the form in.
    Raises RuleBroken when an initiative is closed to this kind.
    """
    for initiative in submission.initiatives:
        if not initiative.is_open or submission.kind not in initiative.open_kinds:
            raise RuleBroken(CLOSED)
    digest = addresses.digest(vault, submission.email)
    supporter_id, known = _supporter(session, vault, submission, digest, now)
    pending: dict[int, int] = {}
    counted: set[int] = set()
    if known:
        pending, counted = queries.standing(session, submission.kind, supporter_id, digest)
    instrument_id = _instrument(session, submission)
    fresh = []
    for initiative in submission.initiatives:
        if initiative.id in pending:
            fresh.append(pending[initiative.id])
        elif initiative.id not in counted:
            fresh.append(
                _endorse(
                    session,
                    vault,
                    submission,
                    initiative.id,
                    supporter_id,
                    instrument_id,
                    digest,
                    now,
                )
            )
    queue_by_form(
        session,
        vault,
        template="confirm" if fresh else "already",
        to=submission.email,
        address_digest=digest,
        context={
            "name": submission.officer or submission.name,
            "kind": submission.kind.value,
            "initiatives": [one.name for one in submission.initiatives],
            "endorsement_ids": fresh,
            "digest": digest,
        },
        now=now,
        locale=submission.locale,
    )


def _supporter(
    session: Session, vault: Vault, submission: Submission, digest: str, now: datetime
) -> tuple[int, bool]:
    """The supporter's id, and whether it was there before."""
    if submission.kind is SupporterKind.GOVERNMENT:
        return supporters.government(session, submission.iso3 or "").id, True
    if submission.kind is SupporterKind.ORGANISATION:
        known = queries.confirmed_organisation(session, submission.name, submission.domain)
        known = known or queries.claimed_organisation(session, submission.name, digest)
        if known is not None:
            return known, True
        return _fresh(_insert_supporter(session, vault, submission, None, now)), False
    inserted = _insert_supporter(session, vault, submission, digest, now)
    if inserted is not None:
        return inserted, False
    found = queries.person(session, submission.kind, digest)
    if not queries.has_been_confirmed(session, found.id):
        for name, value in _details(submission).items():
            setattr(found, name, value)
    return found.id, True


def _details(submission: Submission) -> dict[str, object]:
    return {
        "name": submission.name,
        "name_key": fold(submission.name),
        "country": submission.country,
        "website": submission.website,
        "domain": submission.domain,
        "chamber": submission.chamber,
        "sitting": submission.sitting,
        "mandate_from": submission.mandate_from,
        "mandate_until": submission.mandate_until,
        "official_page": submission.official_page,
    }


def _insert_supporter(
    session: Session, vault: Vault, submission: Submission, digest: str | None, now: datetime
) -> int | None:
    """The new supporter's id; none when a person of this address is known already."""
    values = _details(submission) | {
        "kind": submission.kind,
        "created_at": now,
        "role": "",
        "email_digest": digest,
        "email_sealed": vault.seal(submission.email) if digest else None,
    }
    connection = session.connection()
    new_id: int | None = connection.scalar(
        _insert_of_supporter(connection.dialect.name, unique=digest is not None), values
    )
    return new_id


@functools.cache
def _insert_of_supporter(dialect: str, *, unique: bool) -> Any:
    """The statement, built once: a person's address decides whether there is anything to insert."""
    statement = (postgresql if dialect == "postgresql" else sqlite).insert(_supporters)
    if unique:
        statement = statement.on_conflict_do_nothing(
            index_elements=["kind", "email_digest"],
            index_where=_supporters.c.email_digest.is_not(None),
        )
    return statement.returning(_supporters.c.id)


def _endorse(
    session: Session,
    vault: Vault,
    submission: Submission,
    initiative_id: int,
    supporter_id: int,
    instrument_id: int | None,
    digest: str,
    now: datetime,
) -> int:
    details = submission.instrument
    connection = session.connection()
    new_id = _fresh(
        connection.scalar(
            _INSERT_ENDORSEMENT,
            {
                "initiative_id": initiative_id,
                "supporter_id": supporter_id,
                "kind": submission.kind,
                "origin": Origin.SIGN_UP,
                "submitted_at": now,
                "status": Status.UNCONFIRMED,
                "status_since": now,
                "grade": Grade.ENDORSED,
                "effective_on": details.dated if details else None,
                "effective_precision": DatePrecision.ON,
                "date_known": True,
                "be_named": submission.be_named,
                "words": submission.words,
                "reach": submission.reach,
                "locale": submission.locale,
                "flag": submission.flag,
            },
        )
    )
    connection.execute(
        _INSERT_CONSENT,
        [
            {
                "endorsement_id": new_id,
                "purpose": purpose,
                "version": VERSION,
                "language": submission.locale,
                "given_at": now,
            }
            for purpose in submission.consents
        ],
    )
    if not submission.kind.is_person:
        session.add(
            Officer(
                endorsement_id=new_id,
                name=submission.officer,
                title=submission.title,
                body=submission.body,
                email_sealed=vault.seal(submission.email),
                email_digest=digest,
            )
        )
    if instrument_id is not None:
        session.add(Evidence(endorsement_id=new_id, instrument_id=instrument_id))
    return new_id


def _instrument(session: Session, submission: Submission) -> int | None:
    details = submission.instrument
    if details is None:
        return None
    state = session.scalar(
        select(Supporter.name).where(Supporter.state_iso3 == func.upper(submission.iso3))
    )
    file = details.file
    instrument = Instrument(
        type=details.type,
        source=f"{state}, {submission.body}",
        dated=details.dated.isoformat(),
        symbol=details.symbol,
        link=details.link,
        file_sha256=file.sha256 if file else None,
        file_type=file.type if file else None,
        file_name=file.name if file else None,
        file_size=file.size if file else None,
    )
    session.add(instrument)
    session.flush()
    return instrument.id


def _fresh(new_id: int | None) -> int:
    """The id that an unconditional INSERT gave back."""
    if new_id is None:
        raise RuntimeError("The database gave a new row no id.")
    return new_id
