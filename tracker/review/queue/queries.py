"""The queue, one entry with its history, and the entries that it resembles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from tracker.accounts.models import User
from tracker.core.errors import NotFound
from tracker.endorsements.decisions import Decision, InternalNote, ProposedChange
from tracker.endorsements.evidence.models import Evidence, Instrument
from tracker.endorsements.lifecycle import AWAITING, PUBLIC, Status
from tracker.endorsements.models import Endorsement
from tracker.endorsements.queries import COUNTED
from tracker.initiatives.models import Initiative
from tracker.review.models import SavedFilter
from tracker.supporters.models import Supporter, SupporterKind

PAGE = 50
ON_REQUEST = tuple(kind for kind in SupporterKind if kind is not SupporterKind.INDIVIDUAL)
"""The kinds whose verified entries only staff withdraw."""


@dataclass(frozen=True, kw_only=True)
class Filters:
    """A part of the queue; without a status, all that awaits verification."""

    kind: SupporterKind | None = None
    initiative: str | None = None
    status: Status | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        statuses = (self.status,) if self.status else sorted(AWAITING)
        chosen: list[ColumnElement[bool]] = [Endorsement.status.in_(statuses)]
        if self.kind:
            chosen.append(Endorsement.kind == self.kind)
        if self.initiative:
            chosen.append(
                Endorsement.initiative_id.in_(
                    select(Initiative.id).where(Initiative.slug == self.initiative)
                )
            )
        return chosen


def queue(
    session: Session, filters: Filters, *, after: int = 0, limit: int = PAGE
) -> list[Endorsement]:
    """Return entries of the queue after an id, oldest first, with supporter, initiative and
    officer."""
    return list(
        session.scalars(
            select(Endorsement)
            .where(*filters.conditions(), Endorsement.id > after)
            .order_by(Endorsement.id)
            .limit(limit)
            .options(
                joinedload(Endorsement.supporter),
                joinedload(Endorsement.initiative),
                joinedload(Endorsement.officer),
            )
        )
    )


def matching(
    session: Session, entries: Sequence[Endorsement], condition: ColumnElement[bool]
) -> frozenset[int]:
    """Return the ids of those entries of a page that a condition holds for."""
    ids = [entry.id for entry in entries]
    return frozenset(
        session.scalars(select(Endorsement.id).where(Endorsement.id.in_(ids), condition))
    )


def awaiting(session: Session) -> dict[tuple[SupporterKind, Status], int]:
    """Return how many entries await verification, by kind and status."""
    rows = session.execute(
        select(Endorsement.kind, Endorsement.status, func.count())
        .where(Endorsement.status.in_(sorted(AWAITING)))
        .group_by(Endorsement.kind, Endorsement.status)
    )
    return {(kind, status): count for kind, status, count in rows}


def withdrawals_requested(session: Session) -> Sequence[Endorsement]:
    """Return verified entries whose supporters asked to withdraw, the longest waiting first."""
    return session.scalars(
        select(Endorsement)
        .where(
            Endorsement.kind.in_(ON_REQUEST),
            Endorsement.status.in_(COUNTED),
            Endorsement.withdrawal_requested_at.is_not(None),
        )
        .order_by(Endorsement.withdrawal_requested_at)
        .options(joinedload(Endorsement.supporter), joinedload(Endorsement.initiative))
    ).all()


def open_changes(session: Session) -> Sequence[Row[ProposedChange, Endorsement, User]]:
    """Return changes that wait for a second reviewer, each with its entry and who proposed it."""
    return session.execute(
        select(ProposedChange, Endorsement, User)
        .join(Endorsement, Endorsement.id == ProposedChange.endorsement_id)
        .join(User, User.id == ProposedChange.proposer_id)
        .join(Endorsement.supporter)
        .join(Endorsement.initiative)
        .where(ProposedChange.settled_at.is_(None))
        .order_by(ProposedChange.id)
        .options(contains_eager(Endorsement.supporter), contains_eager(Endorsement.initiative))
    ).all()


def change(session: Session, change_id: int) -> ProposedChange:
    """Return one proposed change. Raises NotFound."""
    change = session.get(ProposedChange, change_id)
    if change is None:
        raise NotFound("There is no such proposed change.")
    return change


def changes_of(session: Session, endorsement_id: int) -> Sequence[ProposedChange]:
    """Return every change ever proposed of one entry, oldest first."""
    return session.scalars(
        select(ProposedChange)
        .where(ProposedChange.endorsement_id == endorsement_id)
        .order_by(ProposedChange.id)
    ).all()


def item(session: Session, endorsement_id: int) -> Endorsement:
    """Return one entry with all that a reviewer judges by. Raises NotFound."""
    entry = session.scalars(
        select(Endorsement)
        .where(Endorsement.id == endorsement_id)
        .options(
            joinedload(Endorsement.supporter).joinedload(Supporter.state),
            joinedload(Endorsement.initiative),
            joinedload(Endorsement.officer),
            selectinload(Endorsement.evidence).joinedload(Evidence.instrument),
            selectinload(Endorsement.decisions).joinedload(Decision.note),
        )
    ).first()
    if entry is None:
        raise NotFound("There is no entry of this number.")
    return entry


def entry(session: Session, endorsement_id: int) -> Endorsement:
    """Return one entry and whose it is; what else hangs on it is read when asked for. Raises
    NotFound."""
    entry = session.get(Endorsement, endorsement_id, options=[joinedload(Endorsement.supporter)])
    if entry is None:
        raise NotFound("There is no entry of this number.")
    return entry


def for_change(session: Session, endorsement_id: int) -> Endorsement:
    """Return one entry, locked until the transaction ends, so that what is decided on stays as it
    is.

    Raises NotFound.
    """
    session.execute(
        select(Endorsement.id).where(Endorsement.id == endorsement_id).with_for_update()
    )
    return item(session, endorsement_id)


def newest_decision_id(session: Session, endorsement_id: int) -> int:
    """Return the newest decision about an entry; 0 when there is none yet."""
    return (
        session.scalar(
            select(func.max(Decision.id)).where(Decision.endorsement_id == endorsement_id)
        )
        or 0
    )


def notes(session: Session, endorsement_id: int) -> Sequence[InternalNote]:
    """Return the internal notes of an entry, oldest first."""
    return session.scalars(
        select(InternalNote)
        .where(InternalNote.endorsement_id == endorsement_id)
        .order_by(InternalNote.id)
    ).all()


def approvers(session: Session, endorsement: Endorsement) -> Sequence[User]:
    """Return who approved an entry."""
    ids = (endorsement.first_approver_id or 0, endorsement.second_approver_id or 0)
    return session.scalars(select(User).where(User.id.in_(ids))).all()


def counted_for(session: Session, endorsement: Endorsement) -> Endorsement | None:
    """Return the other entry that is counted, or suspended, for the same supporter and
    initiative."""
    return session.scalars(
        select(Endorsement).where(
            Endorsement.initiative_id == endorsement.initiative_id,
            Endorsement.supporter_id == endorsement.supporter_id,
            Endorsement.id != endorsement.id,
            Endorsement.status.in_(COUNTED),
        )
    ).first()


def evidence_file(session: Session, endorsement_id: int, evidence_id: int) -> Instrument:
    """Return the instrument of an entry's evidence whose file was submitted. Raises NotFound."""
    instrument = session.scalars(
        select(Instrument)
        .join(Evidence, Evidence.instrument_id == Instrument.id)
        .where(Evidence.id == evidence_id, Evidence.endorsement_id == endorsement_id)
    ).first()
    if instrument is None or instrument.file_sha256 is None:
        raise NotFound("No file was submitted with this evidence.")
    return instrument


def public_entry_of(session: Session, *supporter_ids: int) -> Endorsement | None:
    """Return the oldest public entry of these records; none where nothing of them ever counted."""
    return session.scalars(
        select(Endorsement)
        .where(
            Endorsement.supporter_id.in_(supporter_ids),
            Endorsement.verified_at.is_not(None),
            Endorsement.status.in_(PUBLIC),
        )
        .order_by(Endorsement.id)
        .limit(1)
    ).first()


def saved_filters(session: Session, staff_id: int) -> Sequence[SavedFilter]:
    """Return the parts of the queue that somebody keeps, by name."""
    return session.scalars(
        select(SavedFilter).where(SavedFilter.staff_id == staff_id).order_by(SavedFilter.name)
    ).all()


def saved_filter(session: Session, staff_id: int, name: str) -> SavedFilter | None:
    return session.scalars(
        select(SavedFilter).where(SavedFilter.staff_id == staff_id, SavedFilter.name == name)
    ).first()
