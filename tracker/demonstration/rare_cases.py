"""The rarer cases of a demonstration, by the engine: staff, entries that wait, disputes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.challenges.models import Challenge, Ground, Outcome
from tracker.demonstration.cast import Cast
from tracker.demonstration.diary import Diary, noon
from tracker.demonstration.governments import Wanted, seconded
from tracker.endorsements import engine
from tracker.endorsements.lifecycle import SUPPORTER, Action, Actor, ReasonCode, Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.initiatives import queries as initiatives
from tracker.supporters.models import Supporter, SupporterKind
from tracker.supporters.names import fold

CHALLENGED, SUSPENDED, INVALIDATED, REINSTATED, WAITING = 30, 12, 4, 4, 25
"""Of those challenged some were suspended, and of these some invalidated or reinstated."""
MIN_AGE = 60
"""Days for which a new entry is left in peace."""


def staff(session: Session) -> Sequence[int]:
    """Add three reviewers who cannot sign in, for what takes three people; return their ids."""
    datastore = current_app.extensions["security"].datastore
    reviewers = [
        datastore.create_user(
            email=f"reviewer-{number}@demonstration.example",
            name=f"Demonstration Reviewer {number}",
            active=False,
        )
        for number in (1, 2, 3)
    ]
    session.flush()
    return [reviewer.id for reviewer in reviewers]


def waiting(session: Session, now: datetime) -> None:
    """Add organisations and some parliamentarians that await verification, oldest first."""
    initiative = initiatives.by_slug(session, "unpa")
    for number in range(WAITING, 0, -1):
        kind = SupporterKind.ORGANISATION if number % 5 else SupporterKind.PARLIAMENTARIAN
        name = f"Demonstration Applicant {number}"
        at = now - timedelta(hours=number)
        supporter = Supporter(kind=kind, name=name, name_key=fold(name), created_at=at)
        session.add(supporter)
        session.flush()
        endorsement = Endorsement(
            initiative_id=initiative.id,
            supporter_id=supporter.id,
            kind=kind,
            origin=Origin.SIGN_UP,
            submitted_at=at,
            status_since=at,
            effective_on=at.date(),
        )
        session.add(endorsement)
        session.flush()
        engine.move(session, endorsement, Action.CONFIRM, SUPPORTER, now=at)


def disputes(session: Session, cast: Cast, diary: Diary, by: Sequence[int]) -> None:
    """Let readers challenge organisations' entries over the years, and staff settle what is not
    new."""
    entries = session.execute(
        select(Endorsement.id, Endorsement.status_since)
        .where(
            Endorsement.kind == SupporterKind.ORGANISATION,
            Endorsement.status == Status.VERIFIED,
            Endorsement.status_since < noon(cast.today - timedelta(days=MIN_AGE)),
        )
        .order_by(Endorsement.id)
        .limit(CHALLENGED)
    ).all()
    for place, (entry_id, verified_at) in enumerate(entries):
        settled = place < SUSPENDED
        if settled:
            earliest, latest = verified_at.date(), cast.today - timedelta(days=MIN_AGE - 20)
            days = cast.chance.randint(1, (latest - earliest).days)
            day = earliest + timedelta(days=days)
        else:
            day = cast.today - timedelta(days=cast.chance.randint(0, 20))
        ground = cast.chance.choice(list(Ground))
        diary.plan(day, partial(_challenge, diary, place, entry_id, ground, by))


def _challenge(
    diary: Diary,
    place: int,
    entry_id: int,
    ground: Ground,
    by: Sequence[int],
    session: Session,
    now: datetime,
) -> None:
    """Challenge an entry; some days later it is suspended, and later still that is settled."""
    settled_at = now + timedelta(days=5) if place < SUSPENDED else None
    session.add(
        Challenge(
            endorsement_id=entry_id,
            ground=ground,
            words="An invented report, for demonstration only.",
            source="",
            email_sealed=None,
            email_digest=None,
            locale="en",
            submitted_at=now,
            confirmed_at=now,
            settled_at=settled_at,
            settled_by_id=by[1] if settled_at else None,
            outcome=Outcome.CHANGED if settled_at else None,
        )
    )
    if settled_at is None:
        return
    diary.plan(settled_at.date(), partial(_step, entry_id, Action.SUSPEND, by[1:]))
    if place < INVALIDATED + REINSTATED:
        action = Action.INVALIDATE if place < INVALIDATED else Action.REINSTATE
        later = settled_at + timedelta(days=10)
        diary.plan(later.date(), partial(_step, entry_id, action, by[1:]))


def _step(
    entry_id: int, action: Action, by: Sequence[int], session: Session, now: datetime
) -> None:
    """Take a step, which takes two reviewers where it is that an entry never counted."""
    reason, change = ReasonCode.NOT_SUBSTANTIATED, None
    if action is Action.INVALIDATE:
        _entry, change = seconded(session, entry_id, action, by, now, Wanted(reason=reason))
    engine.move(
        session,
        session.get_one(Endorsement, entry_id),
        action,
        Actor.staff(by[1 if change else 0]),
        now=now,
        reason=reason,
        change=change,
    )
