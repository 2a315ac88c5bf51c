"""Which entries may be public, and reading them with what they rest on."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from tracker.core.errors import NotFound
from tracker.endorsements.instruments import Evidence
from tracker.endorsements.lifecycle import PUBLIC, Status
from tracker.endorsements.models import Endorsement
from tracker.initiatives.models import Initiative
from tracker.supporters.models import Supporter, SupporterKind


def with_evidence() -> Select[Endorsement]:
    """Endorsements with their supporters and instruments."""
    return select(Endorsement).options(
        joinedload(Endorsement.supporter).joinedload(Supporter.state),
        selectinload(Endorsement.evidence).joinedload(Evidence.instrument),
    )


def public(statuses: frozenset[Status] = PUBLIC) -> list[ColumnElement[bool]]:
    """What may be shown beyond the day it is counted: ever verified, and not of a person unless
    that person is counted now and agreed to be named."""
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


HAS_A_PAGE = PUBLIC | {Status.INVALIDATED}
"""The statuses of an entry that may have a page of its own."""


def entry(session: Session, endorsement_id: int) -> Endorsement:
    """One entry that may have a page of its own. Raises NotFound."""
    found = session.scalars(
        with_evidence()
        .options(
            joinedload(Endorsement.initiative).joinedload(Initiative.campaign),
            selectinload(Endorsement.decisions),
        )
        .where(Endorsement.id == endorsement_id, *public(HAS_A_PAGE))
    ).first()
    if found is None:
        raise NotFound("There is no public entry of that number.")
    return found
