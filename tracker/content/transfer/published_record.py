"""The published record that a seed brought: whether it stands alone here, and its going."""

from __future__ import annotations

from contextlib import AbstractContextManager

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, true, update
from sqlalchemy.orm import Session

from tracker.content.models import ContentKind
from tracker.content.schema.kinds import KINDS
from tracker.core import append_only
from tracker.core.orm import Base, affected
from tracker.endorsements.decisions import Decision, ProposedChange
from tracker.endorsements.declarations import Declaration
from tracker.endorsements.evidence.models import Evidence, Instrument
from tracker.endorsements.lifecycle import ActorKind
from tracker.endorsements.models import Endorsement, Origin
from tracker.ledger.models import Checkpoint, LedgerEvent
from tracker.review.models import LookAlike, NameBlock
from tracker.supporters.models import Supporter
from tracker.tallies.models import TallyDay

LISTED = and_(Supporter.seed_key.is_not(None), Supporter.state_iso3.is_(None))
"""Organisations and persons of published lists. Governments come with the States, and stay."""

OF_THE_RECORD: tuple[tuple[type[Base], ColumnElement[bool]], ...] = (
    (TallyDay, true()),
    (Checkpoint, true()),
    (LedgerEvent, true()),
    (Evidence, true()),
    (Declaration, true()),
    (LookAlike, true()),
    (NameBlock, true()),
    (Decision, true()),
    (ProposedChange, true()),
    (Endorsement, true()),
    (Instrument, true()),
    (Supporter, LISTED),
)
"""The tables that are emptied, in this order: a row goes before what it points at."""

BY_PEOPLE: tuple[tuple[type[Base], ColumnElement[bool], str], ...] = (
    (
        Endorsement,
        Endorsement.origin != Origin.PUBLISHED_RECORD,
        "endorsements that did not come from the published record",
    ),
    (Decision, Decision.actor_kind != ActorKind.SYSTEM, "decisions by staff or supporters"),
    (ProposedChange, ProposedChange.proposer_id.is_not(None), "changes that staff proposed"),
    (
        Instrument,
        or_(
            Instrument.seed_key.is_(None),
            Instrument.revision != 1,
            Instrument.last_checked_by_id.is_not(None),
        ),
        "texts that staff added, changed or checked",
    ),
    (
        Supporter,
        and_(Supporter.seed_key.is_(None), Supporter.state_iso3.is_(None)),
        "supporters that did not come from the published record",
    ),
    (LookAlike, LookAlike.judged_by_id.is_not(None), "decisions on similar names"),
)
"""Rows of the same tables that are somebody's work or word, and what to call them."""

KEPT_TABLES = frozenset(
    {
        # The world's, not a campaign's.
        *("states", "state_names", "state_name_periods", "council_seats", "council_revisions"),
        *("state_proposals", "superseded_rows"),
        *("vetoes", "veto_votes", "veto_classifications", "consent_wordings"),
        # The staff's own, and the history of what editors wrote.
        *("staff", "roles", "roles_users", "passkeys", "saved_filters", "import_mappings"),
        *("staff_digests", "staff_drafts", "staff_event_marks", "staff_events"),
        *("staff_invitations", "staff_sessions", "content_items", "content_revisions"),
        # The machinery's.
        *("heartbeats", "inspections", "link_checks", "outbox", "own_content", "spent_proofs"),
    }
)
"""Tables that neither go nor stand in the way. Rows of any other, known today or not, do."""


def beside(session: Session) -> list[tuple[str, int]]:
    """Return what this database has besides content and the published record, by name and number of
    rows; nothing while nobody has signed up here and no staff have worked on the record."""
    counts = [
        (name, session.scalar(select(func.count()).select_from(model).where(which)) or 0)
        for model, which, name in BY_PEOPLE
    ]
    known = KEPT_TABLES | {model.__tablename__ for model, _which in OF_THE_RECORD}
    known |= {KINDS[kind].model.__tablename__ for kind in ContentKind}
    for name, table in sorted(Base.metadata.tables.items()):
        if name not in known:
            count = session.scalar(select(func.count()).select_from(table)) or 0
            counts.append((f"rows of {name}", count))
    return [(name, count) for name, count in counts if count]


def remove(session: Session) -> dict[str, int]:
    """Delete the published record, ledger and all, and return how many rows of each table.

    The caller has asked `beside` in the same transaction and within `held`.
    """
    session.execute(update(Endorsement).values(change_id=None))
    gone: dict[str, int] = {}
    for model, which in OF_THE_RECORD:
        count = affected(session.execute(delete(model).where(which)))
        if count:
            gone[model.__tablename__] = count
    return gone


def held(session: Session) -> AbstractContextManager[None]:
    """Open the record's tables to deletion for a `with` block, and close them to all others."""
    tables = [model.__tablename__ for model, _which in OF_THE_RECORD]
    return append_only.without_triggers(session, tables)
