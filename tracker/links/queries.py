"""The links that public pages show, with their places, and the dead among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from tracker.endorsements import publication
from tracker.endorsements.evidence.links import public_link, publisher_link, reading_link
from tracker.endorsements.evidence.models import Evidence, Instrument, InstrumentType
from tracker.endorsements.models import Endorsement
from tracker.initiatives.models import Document, Initiative, Milestone, Reform
from tracker.initiatives.reported_figures import KIND_OF_UNIT, Preference, ReportedTally
from tracker.initiatives.statements import Statement
from tracker.links.models import MAX_ADDRESS, LinkCheck, Outcome

FIELDS: tuple[tuple[type[Any], str, tuple[str, ...]], ...] = (
    (Initiative, "name", ("website", "reference")),
    (Document, "title", ("reference", "source")),
    (Milestone, "what", ("source",)),
    (Reform, "demand", ("source", "evidence_source")),
    (Statement, "speaker", ("document", "source")),
    (ReportedTally, "what", ("source",)),
)
"""Content with its title and the fields that pages show as links where they can."""
INSTRUMENTS = Instrument.__tablename__
LISTING = (InstrumentType.OFFICIAL_LIST, InstrumentType.CAMPAIGN_PAGE)
"""Kinds of evidence that name supporters one after another, and may name more tomorrow."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """The place of a link: a row of content, or an instrument."""

    table: str
    row_id: int
    title: str


def shown(session: Session) -> dict[str, list[Place]]:
    """Return every address outside this site that public pages link to, with its places."""
    places_by_address: dict[str, list[Place]] = {}
    for address, place in (*_in_content(session), *_in_evidence(session)):
        if len(address) <= MAX_ADDRESS:
            places = places_by_address.setdefault(address, [])
            if place not in places:
                places.append(place)
    return places_by_address


def _in_content(session: Session) -> Iterator[tuple[str, Place]]:
    for model, title, fields in FIELDS:
        for row in session.scalars(select(model).order_by(model.id)):
            place = Place(table=model.__tablename__, row_id=row.id, title=getattr(row, title))
            for name in fields:
                address = _address(getattr(row, name) or "")
                if address:
                    yield address, place


def _address(text: str) -> str | None:
    """Return the link that a page makes of a text; a website may be given as an address."""
    return text if text.startswith(("https://", "http://")) else reading_link(text)


def _in_evidence(session: Session) -> Iterator[tuple[str, Place]]:
    for instrument in session.scalars(_cited()):
        place = Place(table=INSTRUMENTS, row_id=instrument.id, title=instrument.source)
        for address in (public_link(instrument), instrument.archived_link):
            if address:
                yield address, place


def _cited() -> Select[Instrument]:
    """Select the instruments on which public entries rest."""
    cited = (
        select(Evidence.id)
        .join(Endorsement, Endorsement.id == Evidence.endorsement_id)
        .where(Evidence.instrument_id == Instrument.id, *publication.public())
    )
    return select(Instrument).where(cited.exists()).order_by(Instrument.id)


def lists(session: Session) -> set[str]:
    """Return the addresses of the pages on which convenors list or count their supporters.

    They are the official lists and campaign pages on which endorsements rest, and the sources of
    reported figures that may lead, at their publishers' own addresses. A UN document never
    changes.
    """
    instruments = session.scalars(
        _cited().where(Instrument.type.in_(LISTING), Instrument.symbol == "")
    )
    counted = session.scalars(
        select(ReportedTally.source).where(
            ReportedTally.preferred != Preference.NO, ReportedTally.unit.in_(KIND_OF_UNIT)
        )
    )
    addresses = [*map(public_link, instruments), *map(publisher_link, counted)]
    return {address for address in addresses if address and len(address) <= MAX_ADDRESS}


def changed(session: Session) -> Sequence[LinkCheck]:
    """Return the lists that have changed and that no editor has seen to, the newest first."""
    return session.scalars(
        select(LinkCheck)
        .where(LinkCheck.changed_at.is_not(None))
        .order_by(LinkCheck.changed_at.desc(), LinkCheck.id)
    ).all()


def dead(session: Session) -> Sequence[LinkCheck]:
    """Return the dead links, the longest dead first."""
    return session.scalars(
        select(LinkCheck)
        .where(LinkCheck.dead_since.is_not(None))
        .order_by(LinkCheck.dead_since, LinkCheck.id)
    ).all()


def moved(session: Session) -> Sequence[LinkCheck]:
    """Return the links that still lead on, and whose server says that the page has moved."""
    return session.scalars(
        select(LinkCheck)
        .where(LinkCheck.outcome == Outcome.FOUND, LinkCheck.leads_to != "")
        .order_by(LinkCheck.address)
    ).all()


def counts(session: Session) -> dict[Outcome | None, int]:
    """Return how many links have each outcome; under None those not looked at yet."""
    rows = session.execute(
        select(LinkCheck.outcome, func.count()).group_by(LinkCheck.outcome)
    ).all()
    return {row[0]: row[1] for row in rows}
