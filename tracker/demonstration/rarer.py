"""What is rarer in a demonstration: governments, who waits, what is disputed. By the engine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.challenges.models import Challenge, Ground, Outcome
from tracker.demonstration.cast import Cast
from tracker.endorsements import engine
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.instruments import Evidence, Instrument, InstrumentType
from tracker.endorsements.lifecycle import SUPPORTER, Action, Actor, ReasonCode, Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.initiatives import queries as initiatives
from tracker.ledger.models import Grade
from tracker.supporters import queries as supporters
from tracker.supporters.models import Membership, Supporter, SupporterKind
from tracker.supporters.names import fold
from tracker.tallies import standing

PLEDGES = ("act-code-of-conduct", "france-mexico")
WITHDRAWN, SUSPENDED, INVALIDATED, CHALLENGED, WAITING = 3, 12, 4, 30, 25


def staff(session: Session) -> Sequence[int]:
    """Three reviewers who cannot sign in, for what takes three people."""
    datastore = current_app.extensions["security"].datastore
    made = [
        datastore.create_user(
            email=f"reviewer-{number}@demonstration.example",
            name=f"Demonstration Reviewer {number}",
            active=False,
        )
        for number in (1, 2, 3)
    ]
    session.flush()
    return [one.id for one in made]


def governments(session: Session, cast: Cast, count: int, by: Sequence[int], now: datetime) -> None:
    """Bring both pledges to so many Member States, recorded and approved by three people."""
    text = Instrument(
        type=InstrumentType.NOTE_VERBALE,
        source="Invented note verbale, for demonstration only",
        publisher="Demonstration",
    )
    session.add(text)
    session.flush()
    keys = supporters.government_ids(session)
    for slug in PLEDGES:
        initiative = initiatives.by_slug(session, slug)
        rows = standing.governments(session, initiative.id, as_of=now.date())
        known = {row.state_iso3 for row in rows}
        endorsed = sum(row.grade is Grade.ENDORSED for row in rows)
        free = [
            one.iso3
            for one in supporters.all_states(session)
            if one.iso3 not in known and one.membership is Membership.MEMBER
        ]
        cast.chance.shuffle(free)
        wanted = max(0, count - endorsed) + WITHDRAWN
        made = []
        for place, iso3 in enumerate(free[: wanted + 12]):
            grade = Grade.ENDORSED
            if place >= wanted:
                grade = Grade.ANNOUNCED if place % 2 else Grade.VOICED
            made.append(_government(session, cast, initiative.id, keys[iso3], grade, text, by))
        for one in made[:WITHDRAWN]:
            _withdraw(session, one, by, now)


def _government(
    session: Session,
    cast: Cast,
    initiative_id: int,
    supporter_id: int,
    grade: Grade,
    text: Instrument,
    by: Sequence[int],
) -> Endorsement:
    on = cast.day()
    at = datetime.combine(on, time(12), tzinfo=UTC)
    made = Endorsement(
        initiative_id=initiative_id,
        supporter_id=supporter_id,
        kind=SupporterKind.GOVERNMENT,
        origin=Origin.RECORDED_BY_STAFF,
        submitted_at=at,
        status_since=at,
        status=Status.IN_REVIEW,
        grade=grade,
        effective_on=on,
        be_named=True,
        recorder_id=by[0],
    )
    session.add(made)
    session.flush()
    session.add(Evidence(endorsement_id=made.id, instrument_id=text.id))
    engine.decide(session, made, Action.RECORD, Actor.staff(by[0]), now=at, target=Status.IN_REVIEW)
    engine.move(session, made, Action.APPROVE, Actor.staff(by[1]), now=at, first_approver_id=by[1])
    engine.move(session, made, Action.VERIFY, Actor.staff(by[2]), now=at, second_approver_id=by[2])
    return made


def _withdraw(session: Session, entry: Endorsement, by: Sequence[int], now: datetime) -> None:
    """A withdrawal that one reviewer proposed and another seconded."""
    change = ProposedChange(
        endorsement_id=entry.id,
        action=Action.WITHDRAW,
        proposed_at=now,
        proposer_id=by[0],
        reason=ReasonCode.WITHDRAWN_BY_INSTRUMENT,
        seconder_id=by[1],
        settled_at=now,
        applied=True,
    )
    session.add(change)
    session.flush()
    engine.move(
        session,
        entry,
        Action.WITHDRAW,
        Actor.staff(by[1]),
        now=now,
        reason=ReasonCode.WITHDRAWN_BY_INSTRUMENT,
        change=change,
    )


def waiting(session: Session, now: datetime) -> None:
    """Organisations that await verification."""
    initiative = initiatives.by_slug(session, "unpa")
    for number in range(1, WAITING + 1):
        name = f"Demonstration Applicant {number}"
        at = now - timedelta(hours=number)
        supporter = Supporter(
            kind=SupporterKind.ORGANISATION, name=name, name_key=fold(name), created_at=at
        )
        session.add(supporter)
        session.flush()
        made = Endorsement(
            initiative_id=initiative.id,
            supporter_id=supporter.id,
            kind=SupporterKind.ORGANISATION,
            origin=Origin.SIGN_UP,
            submitted_at=at,
            status_since=at,
            effective_on=at.date(),
        )
        session.add(made)
        session.flush()
        engine.move(session, made, Action.CONFIRM, SUPPORTER, now=at)


def disputes(session: Session, cast: Cast, by: Sequence[int], now: datetime) -> None:
    """Organisations' entries that readers challenged, and what came of it."""
    entries = list(
        session.scalars(
            select(Endorsement)
            .where(
                Endorsement.kind == SupporterKind.ORGANISATION,
                Endorsement.origin == Origin.SIGN_UP,
                Endorsement.status == Status.VERIFIED,
            )
            .order_by(Endorsement.id)
            .limit(CHALLENGED)
        )
    )
    reviewer = Actor.staff(by[1])
    for place, entry in enumerate(entries):
        at = now - timedelta(days=CHALLENGED - place)
        settled = place < SUSPENDED
        session.add(
            Challenge(
                endorsement_id=entry.id,
                ground=cast.chance.choice(list(Ground)),
                words="An invented report, for demonstration only.",
                source="",
                email_sealed=None,
                email_digest=None,
                locale="en",
                submitted_at=at,
                confirmed_at=at,
                settled_at=now if settled else None,
                settled_by_id=by[1] if settled else None,
                outcome=Outcome.CHANGED if settled else None,
            )
        )
        reason = ReasonCode.NOT_SUBSTANTIATED
        if settled:
            engine.move(session, entry, Action.SUSPEND, reviewer, now=now, reason=reason)
        if place < INVALIDATED:
            engine.move(session, entry, Action.INVALIDATE, reviewer, now=now, reason=reason)
