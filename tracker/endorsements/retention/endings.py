"""The end of personal details: first an email, a month later they are erased.

The count stays, and with it the history: no status changes and nothing enters the ledger. A person
who counted may choose to stay named; governments and organisations always do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import ColumnElement, Select, and_, literal, or_, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, joinedload

from tracker.core import outbox
from tracker.core.crypto import Vault
from tracker.core.errors import RuleBroken, TrackerError
from tracker.core.orm import UtcDateTime
from tracker.endorsements import consents, engine, queries
from tracker.endorsements.lifecycle import PERSONS, SUPPORTER, Action, Actor, Status
from tracker.endorsements.models import ConsentPurpose, Endorsement, Officer, Origin
from tracker.endorsements.retention import periods, services
from tracker.endorsements.retention.periods import NOTICE, PERIODS, Ending, Period
from tracker.initiatives.models import Initiative
from tracker.supporters.models import Supporter

log = structlog.get_logger()
MAX_EMAILS_A_ROUND = 100
"""Emails of one round of retention; the worker makes one every ten minutes. So a first deployment,
or the end of a large initiative, does not send everything at once."""
LISTED = text(
    "endorsements.forgotten_at IS NULL AND endorsements.origin <> 'published_record' AND"
    " endorsements.status IN ('withdrawn', 'rejected', 'invalidated', 'superseded', 'lapsed')"
)
"""Word for word the condition of `ix_endorsements_ended`: only so do both databases use it."""
STAYING = frozenset({Status.WITHDRAWN, Status.SUPERSEDED, Status.VERIFIED})
"""The statuses of support that counted and that the record may go on naming."""


@dataclass(frozen=True)
class _Group:
    """Ended entries of one period, and since when each has."""

    period: Period
    entries: Select[Endorsement]
    since: ColumnElement[datetime]


def tell(session: Session, vault: Vault, *, now: datetime, limit: int = MAX_EMAILS_A_ROUND) -> int:
    """Email those whose details end within a month, once, at most `limit` of them; return how
    many."""
    told = 0
    for group in _ended(session, by=now + NOTICE):
        not_told = or_(
            Endorsement.ending_told_at.is_(None), Endorsement.ending_told_at < group.since
        )
        for endorsement in _read(
            session, group.entries.where(not_told, _HAS_ADDRESS), limit - told
        ):
            _tell(session, vault, endorsement, now)
            told += 1
        if told >= limit:
            break
    return told


def end(session: Session, *, now: datetime, limit: int = services.BATCH) -> int:
    """Erase the details whose period is over and whose owners were told a month ago, or cannot be
    told; return how many entries."""
    ended = 0
    for group in _ended(session, by=now):
        told = and_(
            Endorsement.ending_told_at >= group.since, Endorsement.ending_told_at <= now - NOTICE
        )
        entries = _read(session, group.entries.where(or_(told, ~_HAS_ADDRESS)), limit - ended)
        ended += sum(_end(session, entry, group.period, now) for entry in entries)
        if ended >= limit:
            break
    return ended


def may_stay_named(endorsement: Endorsement) -> bool:
    """Return whether a person can choose to stay named in the record."""
    return (
        endorsement.kind.is_person
        and endorsement.verified_at is not None
        and endorsement.status in STAYING
        and bool(endorsement.supporter.name)
    )


def choose_record(
    session: Session, endorsement: Endorsement, stay: bool, *, now: datetime, language: str
) -> None:
    """Keep a person named in the record after the other details are erased, or no longer.

    Who changes their mind after that is named no more at once. `language` is that in which it was
    asked. Raises RuleBroken when it is too late to stay.
    """
    if consents.holds(session, endorsement, ConsentPurpose.IN_RECORD) is stay:
        return
    if not stay:
        consents.withdraw(session, endorsement, ConsentPurpose.IN_RECORD, now=now)
    elif endorsement.forgotten_at is not None or not may_stay_named(endorsement):
        raise RuleBroken("Your details have been erased already, so your name cannot stay.")
    else:
        consents.give(session, endorsement, ConsentPurpose.IN_RECORD, now=now, language=language)
    session.flush()
    engine.decide(session, endorsement, Action.CHOOSE_NAMING, SUPPORTER, now=now)
    if not stay and endorsement.forgotten_at is not None:
        services.forget(session, endorsement, now=now)


_HAS_ADDRESS = or_(
    select(Officer.endorsement_id)
    .where(Officer.endorsement_id == Endorsement.id, Officer.email_sealed.is_not(None))
    .exists(),
    and_(
        ~select(Officer.endorsement_id).where(Officer.endorsement_id == Endorsement.id).exists(),
        select(Supporter.id)
        .where(Supporter.id == Endorsement.supporter_id, Supporter.email_sealed.is_not(None))
        .exists(),
    ),
)
"""As `queries.sealed_address`."""
_HOLDS_DETAILS = or_(
    Endorsement.kind.in_(PERSONS),
    select(Officer.endorsement_id)
    .where(
        Officer.endorsement_id == Endorsement.id,
        or_(Officer.name != "", Officer.email_sealed.is_not(None)),
    )
    .exists(),
)
"""A government's or an organisation's entry holds personal details if somebody acted for it."""


def _ended(session: Session, *, by: datetime) -> Iterator[_Group]:
    """Select, period by period, what ended so long before a moment that its period is over."""
    for period in (period for period in PERIODS if period.told):
        entries = select(Endorsement).where(
            Endorsement.status == period.status, Endorsement.kind.in_(period.kinds), _HOLDS_DETAILS
        )
        before = by - period.after
        if period.ending is not Ending.CLOSED:
            yield _Group(
                period,
                entries.where(LISTED, Endorsement.status_since <= before),
                Endorsement.status_since.expression,
            )
            continue
        closed = select(Initiative.id, Initiative.closed_on).where(
            Initiative.closed_on <= before.date()
        )
        for initiative_id, closed_on in session.execute(closed).all():
            if closed_on is None:  # which no such row has
                continue
            yield _Group(
                period,
                entries.where(
                    Endorsement.initiative_id == initiative_id,
                    Endorsement.forgotten_at.is_(None),
                    Endorsement.origin != Origin.PUBLISHED_RECORD,
                    Endorsement.verified_at <= before,
                ),
                literal(periods.first_moment(closed_on), UtcDateTime()),
            )


def _read(session: Session, entries: Select[Endorsement], limit: int) -> list[Endorsement]:
    """Read up to so many, locked, and without those that another worker has just locked."""
    return list(
        session.scalars(
            entries.order_by(Endorsement.id)
            .limit(limit)
            .options(joinedload(Endorsement.supporter), joinedload(Endorsement.initiative))
            .with_for_update(of=Endorsement, skip_locked=True)
        )
    )


def _tell(session: Session, vault: Vault, endorsement: Endorsement, now: datetime) -> None:
    """Queue the email, and note it. An address that no key opens any more can be told nothing: it
    is noted as well, so that it holds up nobody."""
    endorsement.ending_told_at = now
    try:
        address = vault.open(queries.sealed_address(endorsement) or "")
    except ValueError:
        log.warning("ending_not_told", endorsement=endorsement.id)
        return
    outbox.queue(
        session,
        vault,
        template="ending",
        to=address,
        context=_context(endorsement, now),
        now=now,
        locale=endorsement.locale,
    )


def _context(endorsement: Endorsement, now: datetime) -> dict[str, object]:
    officer, supporter = endorsement.officer, endorsement.supporter
    running = periods.began(endorsement)
    erased_on = periods.erased_on(endorsement, now=now)
    if running is None or erased_on is None:
        raise RuntimeError("Nothing ends for an entry that has not ended.")
    return {
        "name": officer.name if officer else supporter.name,
        "behalf": supporter.name if officer else "",
        "kind": endorsement.kind.value,
        "initiative": endorsement.initiative.name,
        "reference": endorsement.reference,
        "ending": running[0].ending.value,
        "since": running[1].date().isoformat(),
        "erased_on": erased_on.isoformat(),
        "endorsement_id": endorsement.id,
        "may_stay": may_stay_named(endorsement),
    }


def _end(session: Session, endorsement: Endorsement, period: Period, now: datetime) -> bool:
    """Erase the details of one entry; false if that failed, which holds up no other."""
    by = Actor.system(f"retention: {period.ending.value}")
    try:
        with session.begin_nested():
            endorsement.forgotten_at = now
            engine.decide(session, endorsement, Action.FORGET, by, now=now)
            services.forget(session, endorsement, now=now)
    except (TrackerError, SQLAlchemyError):
        log.exception("ending_failed", endorsement=endorsement.id)
        return False
    return True


RECORD_LINK_LIFE = timedelta(days=36_500)
"""Time for which the link in the email works: as long as a name can stand in the record."""
