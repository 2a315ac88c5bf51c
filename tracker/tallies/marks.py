"""Marks of what is documented: short texts that change whenever it does, and at no other time.

A page carries the mark of what it shows. While it is open it asks for the mark alone, which costs
one small statement, and fetches itself anew only when the mark is another one. So a crowd of
individuals signing does not stir a page that shows governments.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, ScalarSelect, func, select
from sqlalchemy.orm import Session

from tracker.core.errors import NotFound
from tracker.endorsements.decisions import Decision
from tracker.endorsements.declarations import Declaration
from tracker.endorsements.models import Endorsement
from tracker.endorsements.publication import HAS_A_PAGE, public
from tracker.initiatives.models import Initiative
from tracker.initiatives.statements import Statement
from tracker.ledger.models import LedgerEvent
from tracker.supporters import queries as supporters
from tracker.supporters.models import State, Supporter, SupporterKind
from tracker.tallies.countries import IN_A_COUNTRY
from tracker.tallies.models import TallyDay


def of_states(session: Session, today: date) -> str:
    """Return the mark of every grade of every government, the days on which it began or ended, and
    the declarations with them."""
    rows = session.execute(
        select(
            TallyDay.initiative_id,
            TallyDay.grade,
            TallyDay.state_iso3,
            TallyDay.effective_on,
            func.sum(TallyDay.delta),
        )
        # With their initiatives, so that the key is used: most of the table is days of persons.
        .where(
            TallyDay.initiative_id.in_(select(Initiative.id)),
            TallyDay.kind == SupporterKind.GOVERNMENT,
        )
        .group_by(
            TallyDay.initiative_id, TallyDay.grade, TallyDay.state_iso3, TallyDay.effective_on
        )
        .order_by(
            TallyDay.initiative_id, TallyDay.grade, TallyDay.state_iso3, TallyDay.effective_on
        )
    ).all()
    return _mark(today, [*rows, [session.scalar(select(func.max(Declaration.id)))]])


def of_state(session: Session, iso3: str, today: date) -> str:
    """Return the mark of a State's entries and their statuses, of what was said by it and its
    parliament, and of the organisations and parliamentarians of its country. Raises NotFound.

    The number of its individuals changes at midnight (UTC), as every mark does.
    """
    government = select(Supporter.id).where(Supporter.state_iso3 == iso3).scalar_subquery()
    rows = _entries(session, Endorsement.supporter_id == government)
    if not rows:
        supporters.state(session, iso3)
    return _mark(today, [*rows, *_of_country(session, iso3)])


def _said(iso3: str) -> ScalarSelect[str]:
    """Return all that stands on a State's page as said in support, as one text."""
    one, line = Statement, "\n"
    words = one.speaker + line + one.dated + line + one.what + line + one.quote + line + one.source
    said = (
        select(words.label("words"))
        .where(Statement.state_iso3 == iso3)
        .order_by(Statement.id)
        .subquery("said")
    )
    return select(func.aggregate_strings(said.c.words, "\n")).scalar_subquery()


def _members(code: ScalarSelect[str]) -> ScalarSelect[str]:
    """Return how a country's named parliamentarians are described, as one text."""
    entry = select(Endorsement.id).where(Endorsement.supporter_id == Supporter.id, *public())
    numbers = func.coalesce(Supporter.outside_ids, "")
    words = Supporter.name + "\n" + Supporter.chamber + "\n" + numbers
    members = (
        select(words.label("words"))
        .where(
            IN_A_COUNTRY,
            Supporter.country == code,
            Supporter.kind == SupporterKind.PARLIAMENTARIAN,
            entry.exists(),
        )
        .order_by(Supporter.id)
        .subquery("members")
    )
    return select(func.aggregate_strings(members.c.words, "\n")).scalar_subquery()


def _of_country(session: Session, iso3: str) -> Sequence[Sequence[object]]:
    """Return what changes with what was said by a State and its parliament, and with the public
    entries of its organisations and parliamentarians: a text and few numbers, however many they
    are."""
    code = select(State.iso2).where(State.iso3 == iso3).scalar_subquery()
    entries = (
        select(Endorsement.id, Endorsement.status_since)
        .join(Supporter, Supporter.id == Endorsement.supporter_id)
        .where(IN_A_COUNTRY, Supporter.country == code, *public())
        .subquery("entries")
    )
    decided = select(Decision.id).join(entries, entries.c.id == Decision.endorsement_id).subquery()
    counted = (
        select(LedgerEvent.position)
        .join(entries, entries.c.id == LedgerEvent.endorsement_id)
        .subquery()
    )
    return session.execute(
        select(
            func.count(entries.c.id),
            func.sum(entries.c.id),
            func.max(entries.c.status_since),
            select(func.max(decided.c.id)).scalar_subquery(),
            select(func.max(counted.c.position)).scalar_subquery(),
            _said(iso3),
            _members(code),
        )
    ).all()


def of_organisation(session: Session, organisation_id: int, today: date) -> str:
    """Return the mark of an organisation's entries and their statuses. Raises NotFound."""
    rows = _entries(
        session,
        Endorsement.supporter_id == organisation_id,
        Endorsement.kind == SupporterKind.ORGANISATION,
    )
    if not rows:
        raise NotFound("There is no organisation of that number here.")
    return _mark(today, rows)


def of_entry(session: Session, endorsement_id: int, today: date) -> str:
    """Return the mark of one entry and its status. Raises NotFound."""
    rows = _entries(session, Endorsement.id == endorsement_id)
    if not rows:
        raise NotFound("There is no public entry of that number.")
    return _mark(today, rows)


def _entries(session: Session, *conditions: ColumnElement[bool]) -> Sequence[Sequence[object]]:
    """Return public entries as they stand, each with its last place in the ledger (what it counts
    changes only when the sequencer has taken it, a moment after its status) and the newest word of
    a State about its own declarations."""
    declared = select(func.max(Declaration.id)).where(Declaration.endorsement_id == Endorsement.id)
    last = select(func.max(LedgerEvent.position)).where(
        LedgerEvent.endorsement_id == Endorsement.id
    )
    return session.execute(
        select(
            Endorsement.id,
            Endorsement.status,
            Endorsement.status_since,
            Endorsement.grade,
            Endorsement.effective_on,
            Endorsement.effective_precision,
            Endorsement.date_known,
            Endorsement.ended_on,
            last.scalar_subquery(),
            declared.scalar_subquery(),
        )
        .where(*conditions, *public(HAS_A_PAGE))
        .order_by(Endorsement.id)
    ).all()


def _mark(today: date, rows: Sequence[Sequence[object]]) -> str:
    """Return a mark of which the day is a part: what begins tomorrow changes a page at midnight
    (UTC)."""
    content = json.dumps([today, *(tuple(row) for row in rows)], default=str)
    return hashlib.sha256(content.encode()).hexdigest()[:32]
