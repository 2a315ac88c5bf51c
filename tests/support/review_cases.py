"""Entries in every stage of review, made as staff and supporters make them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.accounts.models import StaffRole, User
from tracker.core.crypto import Vault
from tracker.core.errors import RuleBroken
from tracker.core.outbox import OutboxMail
from tracker.endorsements.decisions import Decision, ProposedChange
from tracker.endorsements.evidence.models import Evidence, Instrument, InstrumentType
from tracker.endorsements.lifecycle import Action, ReasonCode
from tracker.endorsements.models import Endorsement
from tracker.initiatives.queries import by_slug
from tracker.ledger.models import LedgerEvent
from tracker.review.bulk import services as bulk_services
from tracker.review.decisions import letters, proposals, services
from tracker.review.decisions.letters import Letter
from tracker.review.decisions.verdict import Verdict
from tracker.review.evidence import citations
from tracker.review.evidence import proposals as evidence_proposals
from tracker.review.evidence.proposals import EvidenceChange
from tracker.review.queue import queries
from tracker.supporters.models import SupporterKind

BEGAN = date(2026, 3, 31)
TEXT = {"type": InstrumentType.NOTE_VERBALE, "source": "Mission, note verbale 12/2026"}


def reviewers(app: Flask, session: Session, *names: str) -> list[User]:
    """Reviewers by these names, written but not yet committed."""
    datastore = app.extensions["security"].datastore
    role = datastore.find_or_create_role(StaffRole.REVIEWER.value)
    made = [
        datastore.create_user(
            email=f"{name}@staff.example",
            name=name.title(),
            roles=[role],
        )
        for name in names
    ]
    session.flush()
    return made


def vault(app: Flask) -> Vault:
    found: Vault = app.extensions["vault"]
    return found


def government(session: Session, iso3: str = "KEN", **changes: Any) -> Letter:
    """A letter from a government that the published record does not have."""
    letter = Letter(
        kind=SupporterKind.GOVERNMENT,
        initiative=by_slug(session, "act-code-of-conduct"),
        effective_on=BEGAN,
        instrument_type=InstrumentType.LETTER,
        source="Permanent Mission, letter to Rollcall",
        dated=BEGAN.isoformat(),
        iso3=iso3,
        officer="Amina Odhiambo",
        title="Counsellor",
        body="Permanent Mission",
        email="counsellor@mission.example",
    )
    return replace(letter, **changes)


def organisation(session: Session, name: str = "Lakeside Institute", **changes: Any) -> Letter:
    letter = Letter(
        kind=SupporterKind.ORGANISATION,
        initiative=by_slug(session, "1-for-7-billion"),
        effective_on=BEGAN,
        instrument_type=InstrumentType.LETTER,
        source="Letter to Rollcall",
        dated="2026-03",
        name=name,
        website="https://www.lakeside.example",
        officer="Ola Berg",
        title="Director",
        email="ola@lakeside.example",
    )
    return replace(letter, **changes)


def recorded(app: Flask, session: Session, letter: Letter, by: User, now: datetime) -> Endorsement:
    entry = letters.record(session, vault(app), letter, by, now=now)
    session.flush()
    return queries.item(session, entry.id)


def verdict(session: Session, entry: Endorsement, staff: User, **changes: Any) -> Verdict:
    """A decision of somebody who saw the entry as it is now."""
    seen = queries.newest_decision_id(session, entry.id)
    made = Verdict(staff=staff, seen=seen, reason=ReasonCode.ORIGINAL_SEEN)
    return replace(made, **changes)


def do(
    app: Flask,
    session: Session,
    action: Action,
    entry: Endorsement,
    staff: User,
    now: datetime,
    **changes: Any,
) -> None:
    services.VERBS[action](
        session, vault(app), entry, verdict(session, entry, staff, **changes), now=now
    )
    session.flush()


def settled(app: Flask, session: Session, staff: User, now: datetime) -> None:
    """The one change that waits is seconded."""
    (row,) = queries.open_changes(session)
    evidence_proposals.second(session, vault(app), row[0], staff, now=now)
    session.commit()


def verified_government(
    app: Flask, session: Session, staff: list[User], now: datetime, **changes: Any
) -> Endorsement:
    """Recorded by the first, approved by the second, verified by the third."""
    entry = recorded(app, session, government(session, **changes), staff[0], now)
    do(app, session, Action.APPROVE, entry, staff[1], now)
    do(app, session, Action.VERIFY, entry, staff[2], now)
    return entry


def counted(session: Session, entry: Endorsement) -> list[tuple[str, int, str]]:
    """What the ledger was told about an entry: grade, +1 or -1, and the day."""
    session.flush()
    return [
        (event.grade.value, event.delta, event.effective_on.isoformat())
        for event in session.scalars(
            select(LedgerEvent)
            .where(LedgerEvent.endorsement_id == entry.id)
            .order_by(LedgerEvent.id)
        )
    ]


def decided(session: Session, entry: Endorsement) -> list[Action]:
    """The actions in an entry's history, oldest first."""
    session.flush()
    return list(
        session.scalars(
            select(Decision.action).where(Decision.endorsement_id == entry.id).order_by(Decision.id)
        )
    )


def mailed(session: Session) -> list[str]:
    """The templates of the mails that wait, without what all staff hear of each government."""
    session.flush()
    waiting = select(OutboxMail.template).where(OutboxMail.template != "government_verified")
    return list(session.scalars(waiting.order_by(OutboxMail.id)))


def finish_bulk(app: Flask, session: Session, now: datetime) -> int:
    """The worker's turns until no decision in bulk is left; how many rows they took."""
    done = 0
    while bulk_services.is_at_work(session):
        done += bulk_services.work(session, vault(app), now=now)
    session.expire_all()
    return done


def newest_decision(session: Session, entry: Endorsement) -> int:
    return queries.newest_decision_id(session, entry.id)


def cite(
    session: Session, entry: Endorsement, text: Instrument, by: User, now: datetime, **values: Any
) -> Evidence:
    return citations.cite(
        session, entry, text, by, seen=newest_decision(session, entry), now=now, **values
    )


def propose_citation(
    app: Flask,
    session: Session,
    entry: Endorsement,
    what: str,
    text: Instrument,
    by: User,
    now: datetime,
    **values: Any,
) -> ProposedChange:
    return evidence_proposals.propose(
        session,
        vault(app),
        entry,
        EvidenceChange(what=what, instrument=text, **values),
        by,
        seen=newest_decision(session, entry),
        now=now,
    )


def cite_by_two(
    app: Flask,
    session: Session,
    entry: Endorsement,
    text: Instrument,
    staff: list[User],
    now: datetime,
    **values: Any,
) -> None:
    """A text added to a verified government's evidence: the second proposes, the third seconds."""
    change = propose_citation(app, session, entry, "add", text, staff[1], now=now, **values)
    evidence_proposals.second(session, vault(app), change, staff[2], now=now)


def invalidated(
    app: Flask, session: Session, entry: Endorsement, first: User, second: User, now: datetime
) -> None:
    """Found by two reviewers never to have counted."""
    change = proposals.propose(
        session,
        vault(app),
        entry,
        Action.INVALIDATE,
        verdict(session, entry, first, reason=ReasonCode.NOT_SUBSTANTIATED),
        now=now,
    )
    with pytest.raises(RuleBroken, match="You proposed"):
        proposals.second(session, vault(app), change, first, now=now)
    proposals.second(session, vault(app), change, second, now=now)
    session.flush()
