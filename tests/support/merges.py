"""Two records of what may be one organisation, with entries, for tests of merging."""

from __future__ import annotations

from datetime import date, datetime

from flask import Flask
from sqlalchemy.orm import Session

from tests.support import factories
from tracker import worker_tasks
from tracker.endorsements import engine
from tracker.endorsements.evidence.models import Evidence, Instrument, InstrumentType
from tracker.endorsements.lifecycle import SUPPORTER, Action, Actor, Status
from tracker.endorsements.merging import services
from tracker.endorsements.merging.models import Merge
from tracker.endorsements.merging.plan import plan
from tracker.endorsements.models import Endorsement, Origin
from tracker.initiatives.models import Initiative
from tracker.supporters.models import Supporter, SupporterKind
from tracker.supporters.names import fold


def record(session: Session, name: str, *, now: datetime, domain: str | None = None) -> Supporter:
    """An organisation without an entry."""
    made = Supporter(
        kind=SupporterKind.ORGANISATION,
        name=name,
        name_key=fold(name),
        created_at=now,
        website=f"https://{domain}" if domain else None,
        domain=domain,
    )
    session.add(made)
    session.flush()
    return made


def waiting(
    session: Session, of: Supporter, made: Initiative, *, now: datetime, on: date
) -> Endorsement:
    """Its entry for an initiative, in review."""
    entry = Endorsement(
        initiative_id=made.id,
        supporter_id=of.id,
        kind=of.kind,
        origin=Origin.SIGN_UP,
        submitted_at=now,
        status_since=now,
        effective_on=on,
    )
    session.add(entry)
    session.flush()
    engine.move(session, entry, Action.CONFIRM, SUPPORTER, now=now, target=Status.IN_REVIEW)
    return entry


def verified(
    session: Session, of: Supporter, made: Initiative, *, now: datetime, on: date
) -> Endorsement:
    """Its entry for an initiative, verified."""
    entry = waiting(session, of, made, now=now, on=on)
    by = Actor.staff(factories.staff(session))
    engine.move(session, entry, Action.VERIFY, by, now=now)
    return entry


def staged(
    session: Session,
    of: Supporter,
    made: Initiative,
    *,
    now: datetime,
    origin: str = Origin.PUBLISHED_RECORD,
) -> Endorsement:
    """Its entry for an initiative, from a published list that is being read."""
    entry = Endorsement(
        initiative_id=made.id,
        supporter_id=of.id,
        kind=of.kind,
        origin=Origin(origin),
        submitted_at=now,
        status=Status.STAGED,
        status_since=now,
        effective_on=now.date(),
    )
    session.add(entry)
    session.flush()
    return entry


def evidence(session: Session, entry: Endorsement) -> None:
    """Let an entry rest on a published list."""
    text = Instrument(type=InstrumentType.OFFICIAL_LIST, source="A published list")
    session.add(text)
    session.flush()
    session.add(Evidence(endorsement_id=entry.id, instrument_id=text.id))
    session.flush()


def published(session: Session, of: Supporter, made: Initiative, *, now: datetime) -> Endorsement:
    """Its entry for an initiative, counted from a published list on, today."""
    entry = staged(session, of, made, now=now)
    evidence(session, entry)
    engine.move(session, entry, Action.PUBLISH, Actor.system("list.csv, row 1"), now=now)
    return entry


def merged(session: Session, kept: Supporter, other: Supporter, *, now: datetime) -> Merge:
    """The merge that a reviewer saw and confirmed."""
    seen = plan(session, kept, other).seen
    by = factories.staff(session)
    return services.merge(session, kept.id, other.id, by, "The same charter.", seen=seen, now=now)


def parted(session: Session, done: Merge, *, now: datetime) -> None:
    services.unmerge(session, done.id, factories.staff(session), now=now)


def compare_names(app: Flask, session: Session, now: datetime) -> int:
    """The worker's turns until nothing is due; how many organisations were compared."""
    session.commit()
    (task,) = [task for task in worker_tasks.tasks(app) if task.name == "look-alikes"]
    total = 0
    while done := task.run(now):
        total += done
    session.expire_all()
    return total
