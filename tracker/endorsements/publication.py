"""The entries that may be public, with what they rest on. Of individuals none is: `pages.queries`
names those who agreed to it, without anything else."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from tracker.core.errors import NotFound
from tracker.endorsements.evidence.models import Evidence, Instrument
from tracker.endorsements.lifecycle import APPEALED, PUBLIC, Status
from tracker.endorsements.models import Endorsement
from tracker.initiatives.models import Initiative
from tracker.supporters.models import Supporter, SupporterKind


def with_evidence() -> Select[Endorsement]:
    """Select endorsements with their supporters and instruments."""
    return select(Endorsement).options(
        joinedload(Endorsement.supporter).joinedload(Supporter.state),
        selectinload(Endorsement.evidence).joinedload(Evidence.instrument),
    )


def public(statuses: frozenset[Status] = PUBLIC) -> list[ColumnElement[bool]]:
    """Return the conditions of what may be shown beyond the day it is counted: ever verified, and
    not of a person unless that person is counted now and agreed to be named."""
    return [
        Endorsement.verified_at.is_not(None),
        or_(
            and_(
                Endorsement.kind.in_((SupporterKind.GOVERNMENT, SupporterKind.ORGANISATION)),
                Endorsement.status.in_(statuses),
            ),
            and_(
                Endorsement.kind == SupporterKind.PARLIAMENTARIAN,
                Endorsement.status == Status.VERIFIED,
                Endorsement.be_named,
            ),
        ),
    ]


HAS_A_PAGE = PUBLIC | APPEALED | {Status.INVALIDATED}
"""The statuses of an entry that may have a page of its own."""


def entry(session: Session, endorsement_id: int) -> Endorsement:
    """Return an entry that may have a page of its own. Raises NotFound."""
    endorsement = session.scalars(
        with_evidence()
        .options(
            joinedload(Endorsement.initiative).joinedload(Initiative.campaign),
            selectinload(Endorsement.decisions),
        )
        .where(Endorsement.id == endorsement_id, *public(HAS_A_PAGE))
    ).first()
    if endorsement is None:
        raise NotFound("There is no public entry of that number.")
    return endorsement


def resting_on(
    session: Session, instrument_id: int, *, after: int = 0, limit: int
) -> Sequence[Endorsement]:
    """Return the public entries that rest on an instrument, after an entry's id."""
    return session.scalars(
        _public_on(instrument_id)
        .where(Endorsement.id > after)
        .order_by(Endorsement.id)
        .limit(limit)
        .options(
            joinedload(Endorsement.supporter).joinedload(Supporter.state),
            joinedload(Endorsement.initiative),
        )
    ).all()


def count_others(session: Session, endorsement: Endorsement, *, most: int) -> dict[int, int]:
    """Count the public entries besides this one that rest on each of its instruments, up to `most`:
    a list may support 100,000."""
    return {
        evidence.instrument_id: session.scalar(
            select(func.count()).select_from(
                _public_on(evidence.instrument_id)
                .with_only_columns(Endorsement.id)
                .where(Endorsement.id != endorsement.id)
                .limit(most)
                .subquery()
            )
        )
        or 0
        for evidence in endorsement.evidence
    }


def instrument(session: Session, instrument_id: int) -> Instrument:
    """Return an instrument on which a public entry rests. Raises NotFound."""
    instrument = session.scalars(
        select(Instrument).where(Instrument.id == instrument_id, _public_on(instrument_id).exists())
    ).first()
    if instrument is None:
        raise NotFound("There is no public text of that number.")
    return instrument


def _public_on(instrument_id: int) -> Select[Endorsement]:
    """Select the entries of which anybody may know that they rest on an instrument. What could not
    be substantiated has a page, but opens nobody's file and no list."""
    return (
        select(Endorsement)
        .join(Evidence, Evidence.endorsement_id == Endorsement.id)
        .where(Evidence.instrument_id == instrument_id, *public())
    )
