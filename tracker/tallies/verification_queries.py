"""Statements that find where an endorsement, its decisions and the ledger do not agree, for the
entries of which the numbers are above `first` and not above `until`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    Cast,
    ColumnElement,
    Exists,
    Integer,
    Select,
    String,
    and_,
    case,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy import cast as cast_to
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from tracker.core.orm import is_postgresql
from tracker.endorsements.decisions import Decision
from tracker.endorsements.evidence.models import Evidence
from tracker.endorsements.lifecycle import Action, ActorKind, Status
from tracker.endorsements.merging.models import Effect, Merge, MergeRow
from tracker.endorsements.models import Endorsement, Origin
from tracker.endorsements.retention.services import WITHOUT_EVIDENCE
from tracker.ledger.models import DatePrecision, LedgerEvent
from tracker.supporters.models import Supporter, SupporterKind
from tracker.tallies.projection import UtcDay

BEGINNINGS = (Action.CONFIRM, Action.PUBLISH, Action.REINSTATE, Action.RESTORE, Action.VERIFY)
ENDINGS = (Action.LAPSE, Action.SUPERSEDE, Action.SUSPEND)
AMENDMENTS = (Action.REDATE, Action.REGRADE)
REVERSALS = (Action.INVALIDATE, Action.REOPEN)
COUNT_CHANGES = (*BEGINNINGS, *ENDINGS, *AMENDMENTS, *REVERSALS, Action.ERASE, Action.WITHDRAW)
"""Actions that may change a count, and so stand as the cause of ledger entries."""
PERSONS = (SupporterKind.INDIVIDUAL, SupporterKind.PARLIAMENTARIAN)
UNDECIDED = (Status.STAGED, Status.UNCONFIRMED)
"""In these an entry begins, before anybody decides anything."""
Digest = Callable[[ColumnElement[str]], ColumnElement[str]]


def _between(
    column: ColumnElement[int] | InstrumentedAttribute[int], first: int, until: int
) -> ColumnElement[bool]:
    return and_(column > first, column <= until)


def counted_otherwise(first: int, until: int) -> Select[int, str, int]:
    """Return entries whose status, grade and days are not what the ledger's entries of them add up
    to."""
    on, by = (LedgerEvent.effective_precision == precision for precision in DatePrecision)
    days = (
        select(
            LedgerEvent.endorsement_id,
            LedgerEvent.grade,
            LedgerEvent.effective_on,
            func.sum(LedgerEvent.delta).label("delta"),
            func.coalesce(func.sum(LedgerEvent.delta).filter(on), 0).label("on"),
            func.coalesce(func.sum(LedgerEvent.delta).filter(by), 0).label("by"),
        )
        .where(_between(LedgerEvent.endorsement_id, first, until))
        .group_by(LedgerEvent.endorsement_id, LedgerEvent.grade, LedgerEvent.effective_on)
        .subquery("days")
    )
    entry = Endorsement
    since = and_(days.c.grade == entry.grade, days.c.effective_on == entry.effective_on)
    ended_on = case(
        (entry.status == Status.SUSPENDED, UtcDay(entry.status_since)), else_=entry.ended_on
    )
    end = and_(days.c.grade == entry.grade, days.c.effective_on == ended_on)

    def total(
        column: ColumnElement[int], condition: ColumnElement[bool] | None = None
    ) -> ColumnElement[int]:
        added = func.sum(column)
        return func.coalesce(added if condition is None else added.filter(condition), 0)

    counted, begun, ended = (total(days.c.delta, day) for day in (None, since, end))
    precise = total(
        case((entry.effective_precision == DatePrecision.ON, days.c.on), else_=days.c.by), since
    )
    left = func.count().filter(days.c.delta != 0)
    stands = and_(counted == 1, begun == 1, precise == 1)
    stopped = and_(
        counted == 0,
        case((ended_on == entry.effective_on, begun == 0), else_=and_(begun == 1, ended == -1)),
    )
    was_counted = entry.verified_at.is_not(None)
    over = (Status.SUSPENDED, Status.WITHDRAWN, Status.SUPERSEDED, Status.LAPSED)
    agrees = case(
        (entry.status == Status.VERIFIED, stands),
        (and_(was_counted, entry.status.in_(over)), stopped),
        (and_(was_counted, entry.status == Status.ERASED), counted == 0),
        else_=left == 0,
    )
    return (
        select(entry.id, _text(entry.status), counted)
        .outerjoin(days, days.c.endorsement_id == entry.id)
        .where(_between(entry.id, first, until))
        .group_by(entry.id)
        .having(~agrees)
    )


def of_another(first: int, until: int, digest: Digest) -> Select[int]:
    """Return entries that the ledger counts for another initiative, kind, State, record or
    person."""
    moved = and_(
        *(
            select(MergeRow.merge_id)
            .join(Merge, Merge.id == MergeRow.merge_id)
            .where(
                MergeRow.endorsement_id == Endorsement.id,
                MergeRow.what == Effect.MOVED,
                or_(Merge.kept_id == record, Merge.merged_id == record),
            )
            .exists()
            for record in (Endorsement.supporter_id, LedgerEvent.supporter_id)
        )
    )
    unlike = or_(
        LedgerEvent.initiative_id != Endorsement.initiative_id,
        LedgerEvent.kind != Endorsement.kind,
        func.coalesce(LedgerEvent.state_iso3, "") != func.coalesce(Supporter.state_iso3, ""),
        and_(
            Endorsement.kind.not_in(PERSONS),
            func.coalesce(LedgerEvent.supporter_id, 0) != Endorsement.supporter_id,
            ~moved,
        ),
        and_(
            Endorsement.kind.in_(PERSONS),
            Endorsement.commitment_salt.is_not(None),
            func.coalesce(LedgerEvent.commitment, "")
            != digest(Endorsement.commitment_salt.concat(":").concat(_text(Endorsement.id))),
        ),
    )
    return (
        select(Endorsement.id)
        .distinct()
        .select_from(LedgerEvent)
        .join(Endorsement, Endorsement.id == LedgerEvent.endorsement_id)
        .join(Supporter, Supporter.id == Endorsement.supporter_id)
        .where(_between(LedgerEvent.endorsement_id, first, until), unlike)
    )


def of_another_kind(first: int, until: int) -> Select[int]:
    return (
        select(Endorsement.id)
        .join(Supporter, Supporter.id == Endorsement.supporter_id)
        .where(_between(Endorsement.id, first, until), Supporter.kind != Endorsement.kind)
    )


def without_foundation(first: int, until: int) -> Select[int]:
    """Return entries of the published record that rest on nothing."""
    evidence = select(Evidence.id).where(Evidence.endorsement_id == Endorsement.id)
    published = select(Decision.id).where(
        Decision.endorsement_id == Endorsement.id,
        Decision.action == Action.PUBLISH,
        Decision.actor_kind == ActorKind.SYSTEM,
        Decision.cites != "",
    )
    return select(Endorsement.id).where(
        _between(Endorsement.id, first, until),
        Endorsement.origin == Origin.PUBLISHED_RECORD,
        Endorsement.verified_at.is_not(None),
        Endorsement.status.not_in(WITHOUT_EVIDENCE),
        or_(~evidence.exists(), ~published.exists()),
    )


def approved_by_others(first: int, until: int) -> Select[int]:
    """Return entries whose approvers are not those who decided; a government has two."""

    def decided(action: Action, by: InstrumentedAttribute[int | None]) -> Exists:
        return (
            select(Decision.id)
            .where(
                Decision.endorsement_id == Endorsement.id,
                Decision.action == action,
                Decision.staff_id == by,
            )
            .exists()
        )

    entry = Endorsement
    of_two = or_(
        ~decided(Action.APPROVE, entry.first_approver_id),
        ~decided(Action.VERIFY, entry.second_approver_id),
    )
    of_one = and_(
        entry.first_approver_id.is_not(None), ~decided(Action.VERIFY, entry.first_approver_id)
    )
    return select(entry.id).where(
        _between(entry.id, first, until),
        entry.origin != Origin.PUBLISHED_RECORD,
        entry.verified_at.is_not(None),
        case((entry.kind == SupporterKind.GOVERNMENT, of_two), else_=of_one),
    )


def decided_otherwise(first: int, until: int) -> Select[int, str, str]:
    """Return entries whose status is not the one to which the newest decision led."""
    newest = (
        select(Decision.endorsement_id, func.max(Decision.id).label("id"))
        .where(_between(Decision.endorsement_id, first, until), Decision.to_status.is_not(None))
        .group_by(Decision.endorsement_id)
        .subquery("newest")
    )
    decision = aliased(Decision)
    return (
        select(Endorsement.id, _text(Endorsement.status), _text(decision.to_status))
        .outerjoin(newest, newest.c.endorsement_id == Endorsement.id)
        .outerjoin(decision, decision.id == newest.c.id)
        .where(
            _between(Endorsement.id, first, until),
            or_(
                decision.to_status != Endorsement.status,
                and_(decision.id.is_(None), Endorsement.status.not_in(UNDECIDED)),
            ),
        )
    )


def unlike_decisions(first: int, until: int) -> Select[int, str, int, int, int]:
    """Return causes of which an entry has more ledger entries than its decisions account for, or
    fewer."""
    action, source, target = Decision.action, Decision.from_status, Decision.to_status
    from_verified = source == Status.VERIFIED
    least = case(
        (action == Action.CONFIRM, case((target == Status.VERIFIED, 1), else_=0)),
        (action.in_((*BEGINNINGS, *ENDINGS)), 1),
        (action.in_(AMENDMENTS), 2),
        (and_(action.in_((Action.REOPEN, Action.ERASE, Action.WITHDRAW)), from_verified), 1),
        else_=0,
    )
    most = case(
        (action.in_(AMENDMENTS), 4),
        (action == Action.INVALIDATE, 1_000),
        (and_(action == Action.REOPEN, from_verified), 1_000),
        (and_(action == Action.WITHDRAW, source == Status.SUSPENDED), 2),
        else_=least,
    )
    decided = select(
        Decision.endorsement_id.label("entry"),
        _text(action).label("cause"),
        literal(0, Integer).label("entries"),
        least.label("least"),
        most.label("most"),
    ).where(_between(Decision.endorsement_id, first, until), action.in_(COUNT_CHANGES))
    recorded = select(
        LedgerEvent.endorsement_id,
        LedgerEvent.cause,
        literal(1, Integer),
        literal(0, Integer),
        literal(0, Integer),
    ).where(_between(LedgerEvent.endorsement_id, first, until))
    both = union_all(decided, recorded).subquery("both")
    entries, least_of, most_of = map(func.sum, (both.c.entries, both.c.least, both.c.most))
    return (
        select(both.c.entry, both.c.cause, entries, least_of, most_of)
        .group_by(both.c.entry, both.c.cause)
        .having(or_(entries < least_of, entries > most_of))
    )


def _text(column: ColumnElement[object] | InstrumentedAttribute[object]) -> Cast[str]:
    """Return a number or a choice as the database keeps it: what was tampered with may be no
    choice."""
    return cast_to(column, String)


def digest(session: Session) -> Digest:
    """Return SHA-256 in hexadecimal, as something to select: PostgreSQL has it, SQLite is taught
    it."""
    connection = session.connection()
    if is_postgresql(connection):
        return lambda text: func.encode(func.sha256(func.convert_to(text, "UTF8")), "hex")
    driver: Any = connection.connection.driver_connection
    driver.create_function("sha256_hex", 1, _sha256, deterministic=True)
    return func.sha256_hex


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
