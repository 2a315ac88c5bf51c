"""Public pages as tests read them, and what they put on them."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.support import factories
from tracker.accounts.models import User
from tracker.endorsements import engine
from tracker.endorsements.evidence.models import Evidence, InstrumentType
from tracker.endorsements.lifecycle import SUPPORTER, Action, Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.initiatives.models import Initiative
from tracker.review.evidence import services as evidence_services
from tracker.supporters.models import Supporter, SupporterKind
from tracker.supporters.names import fold

CEILING = 28


def page(client: Any, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, response.get_data(as_text=True)[-500:]
    return str(response.get_data(as_text=True))


def wrong_fields(page: TestResponse) -> set[str]:
    """The ids of a form's fields beside which an error stands."""
    return set(re.findall(r'id="([^"]+)-error"', page.text))


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def add_person(
    session: Session, initiative: str, name: str, now: datetime, *, be_named: bool = True
) -> Endorsement:
    """A confirmed individual."""
    supporter = Supporter(
        kind=SupporterKind.INDIVIDUAL, name=name, name_key=fold(name), created_at=now
    )
    session.add(supporter)
    session.flush()
    made = Endorsement(
        initiative_id=session.scalars(
            select(Initiative.id).where(Initiative.slug == initiative)
        ).one(),
        supporter_id=supporter.id,
        kind=SupporterKind.INDIVIDUAL,
        origin=Origin.SIGN_UP,
        submitted_at=now,
        status_since=now,
        effective_on=now.date(),
        be_named=be_named,
    )
    session.add(made)
    session.flush()
    engine.move(session, made, Action.CONFIRM, SUPPORTER, now=now, target=Status.VERIFIED)
    return made


def entry_of(session: Session, iso3: str, slug: str = "act-code-of-conduct") -> Endorsement:
    return session.scalars(
        select(Endorsement)
        .join(Supporter, Endorsement.supporter_id == Supporter.id)
        .join(Initiative, Endorsement.initiative_id == Initiative.id)
        .where(Supporter.state_iso3 == iso3, Initiative.slug == slug)
    ).one()


def organisations(session: Session, count: int) -> list[Endorsement]:
    return list(
        session.scalars(
            select(Endorsement)
            .where(Endorsement.kind == SupporterKind.ORGANISATION)
            .order_by(Endorsement.id)
            .limit(count)
        )
    )


def resting_on_one_text(session: Session, count: int, now: datetime) -> tuple[Any, User]:
    """A text on which organisations of the published record rest, and who cites it."""
    staff = session.get_one(User, factories.staff(session))
    values = {"type": InstrumentType.OFFICIAL_LIST, "source": "The whole list"}
    made = evidence_services.enter(session, values, None, staff, now)
    for entry in organisations(session, count):
        session.add(Evidence(endorsement_id=entry.id, instrument_id=made.id))
    session.flush()
    return made, staff
