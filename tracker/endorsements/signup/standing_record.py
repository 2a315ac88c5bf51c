"""The entries of a State that count already, for whoever is about to send another instrument of
it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from tracker.endorsements.evidence.models import Evidence
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision
from tracker.supporters.models import Supporter, SupporterKind


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """An entry that counts: since when, in which grade, and on what it rests."""

    iso3: str
    state: str
    initiative: str
    on: date
    precision: DatePrecision
    grade: Grade
    sources: tuple[str, ...]

    def for_mail(self) -> dict[str, object]:
        """Return the same as JSON, which a mail words in its own language."""
        return {
            "initiative": self.initiative,
            "on": self.on.isoformat(),
            "precision": self.precision.value,
            "grade": self.grade.value,
            "sources": list(self.sources),
        }


def of_states(
    session: Session, initiative_ids: Collection[int], iso3: str | None = None
) -> list[Recorded]:
    """Return the governments that initiatives count at present; those of one State, if it is
    said."""
    query = (
        select(Endorsement)
        .join(Endorsement.supporter)
        .where(
            Endorsement.initiative_id.in_(initiative_ids),
            Endorsement.kind == SupporterKind.GOVERNMENT,
            Endorsement.status == Status.VERIFIED,
        )
        .order_by(Endorsement.id)
        .options(
            joinedload(Endorsement.supporter),
            joinedload(Endorsement.initiative),
            selectinload(Endorsement.evidence).joinedload(Evidence.instrument),
        )
    )
    if iso3 is not None:
        query = query.where(Supporter.state_iso3 == iso3)
    return [
        Recorded(
            iso3=entry.supporter.state_iso3 or "",
            state=entry.supporter.name,
            initiative=entry.initiative.name,
            on=entry.effective_on,
            precision=entry.effective_precision,
            grade=entry.grade,
            sources=tuple(evidence.instrument.source for evidence in entry.evidence),
        )
        for entry in session.scalars(query)
        if entry.effective_on is not None
    ]
