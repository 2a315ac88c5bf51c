"""Small worlds for counting: an initiative, supporters of it, and what happens to their support."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date, datetime
from itertools import count

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.endorsements import engine
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.lifecycle import (
    SUPPORTER,
    Action,
    Actor,
    ActorKind,
    Status,
    offered,
)
from tracker.endorsements.models import Endorsement, Origin
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Campaign, Initiative
from tracker.ledger.models import DatePrecision
from tracker.supporters.models import Membership, RegionalGroup, State, Supporter, SupporterKind

_numbers: Iterator[int] = count(1)
STATES = {
    "FRA": ("FR", "France", Membership.MEMBER),
    "MEX": ("MX", "Mexico", Membership.MEMBER),
    "KEN": ("KE", "Kenya", Membership.MEMBER),
    "VAT": ("VA", "Holy See", Membership.OBSERVER),
}


def initiative(session: Session, slug: str = "plain-reform") -> Initiative:
    """An initiative open to every kind, in a campaign of its own unless one is there."""
    campaign = session.scalars(select(Campaign)).first()
    if campaign is None:
        campaign = Campaign(slug="plain", name="Plain", theme="Plain", lead="Plain.", position=1)
        session.add(campaign)
        session.flush()
    made = Initiative(
        campaign_id=campaign.id,
        slug=slug,
        name=slug,
        official_name=slug,
        asks="That it be plain.",
        summary="Plain.",
        launched="2015",
        reference="A/1",
        website=None,
        signatory_kinds=frozenset(SupporterKind),
        open_kinds=frozenset(SupporterKind),
        position=next(_numbers),
    )
    session.add(made)
    session.flush()
    return made


def supporter(
    session: Session, kind: SupporterKind, *, now: datetime, state: str | None = None
) -> Supporter:
    """A person, an organisation, or the government of one of STATES."""
    if state is not None:
        known = session.scalars(select(Supporter).where(Supporter.state_iso3 == state)).first()
        if known is not None:
            return known
        iso2, name, membership = STATES[state]
        session.add(
            State(
                iso3=state,
                iso2=iso2,
                name=name,
                membership=membership,
                regional_group=RegionalGroup.NONE,
                admitted_on=None,
                permanent=False,
                read_on=now.date(),
            )
        )
        session.flush()
    number = next(_numbers)
    made = Supporter(
        kind=kind,
        name=f"Supporter {number}",
        name_key=f"supporter {number}",
        created_at=now,
        state_iso3=state,
    )
    session.add(made)
    session.flush()
    return made


def pending(
    session: Session,
    made: Initiative,
    kind: SupporterKind,
    *,
    now: datetime,
    on: date | None = None,
    state: str | None = None,
    grade: Grade = Grade.ENDORSED,
    precision: DatePrecision = DatePrecision.ON,
) -> Endorsement:
    """A sign-up that is not confirmed yet."""
    endorsement = Endorsement(
        initiative_id=made.id,
        supporter_id=supporter(session, kind, now=now, state=state).id,
        kind=kind,
        origin=Origin.SIGN_UP,
        submitted_at=now,
        status_since=now,
        grade=grade,
        effective_on=on or now.date(),
        effective_precision=precision,
    )
    session.add(endorsement)
    session.flush()
    return endorsement


def verified(
    session: Session,
    made: Initiative,
    kind: SupporterKind = SupporterKind.INDIVIDUAL,
    *,
    now: datetime,
    on: date | None = None,
    state: str | None = None,
    grade: Grade = Grade.ENDORSED,
    precision: DatePrecision = DatePrecision.ON,
) -> Endorsement:
    """Support that was confirmed, and approved by as many people as its kind needs."""
    entry = pending(
        session, made, kind, now=now, on=on, state=state, grade=grade, precision=precision
    )
    if kind is SupporterKind.INDIVIDUAL:
        engine.move(session, entry, Action.CONFIRM, SUPPORTER, now=now, target=Status.VERIFIED)
        return entry
    engine.move(session, entry, Action.CONFIRM, SUPPORTER, now=now, target=Status.IN_REVIEW)
    verify(session, entry, now=now)
    return entry


def verify(session: Session, entry: Endorsement, *, now: datetime) -> None:
    """What is in review is verified by as many reviewers as its kind needs."""
    first, second = staff(session), staff(session)
    if entry.kind is SupporterKind.GOVERNMENT:
        engine.move(
            session,
            entry,
            Action.APPROVE,
            Actor.staff(first),
            now=now,
            first_approver_id=first,
        )
        engine.move(
            session,
            entry,
            Action.VERIFY,
            Actor.staff(second),
            now=now,
            second_approver_id=second,
        )
    else:
        engine.move(session, entry, Action.VERIFY, Actor.staff(first), now=now)


def staff(session: Session) -> int:
    """A new member of staff; their id."""
    member = User(
        email=f"{secrets.token_hex(6)}@staff.example",
        name="Reviewer",
        fs_uniquifier=secrets.token_hex(16),
        active=True,
        password="",
    )
    session.add(member)
    session.flush()
    return int(member.id)


def seconded(
    session: Session, endorsement: Endorsement, action: Action, *, now: datetime
) -> ProposedChange:
    """A change that one reviewer proposed and another seconded, ready to be carried out."""
    change = ProposedChange(
        endorsement_id=endorsement.id,
        action=action,
        proposed_at=now,
        proposer_id=staff(session),
        seconder_id=staff(session),
        settled_at=now,
        applied=True,
    )
    session.add(change)
    session.flush()
    return change


def by_staff(
    session: Session,
    endorsement: Endorsement,
    action: Action,
    *,
    now: datetime,
    ended_on: date | None = None,
) -> None:
    """A step of staff, with a second reviewer where it takes two."""
    two = any(
        endorsement.takes_two(step)
        for step in offered(endorsement.status, endorsement.kind, ActorKind.STAFF)
        if step.action is action
    )
    engine.move(
        session,
        endorsement,
        action,
        Actor.staff(staff(session)),
        now=now,
        ended_on=ended_on,
        change=seconded(session, endorsement, action, now=now) if two else None,
    )
