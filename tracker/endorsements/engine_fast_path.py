"""The engine's busiest step in one statement: an individual confirms and is counted.

It leaves the rows that `confirmation.take` and `engine.move` leave (a property test compares them),
without loading anything first, for a person of whom nothing is recorded yet and nothing else waits.
"""

from __future__ import annotations

import functools
import secrets
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Boolean,
    Case,
    ColumnElement,
    Connection,
    Date,
    FromClause,
    Insert,
    Integer,
    ScalarSelect,
    Select,
    String,
    Update,
    bindparam,
    case,
    func,
    select,
    update,
)
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningUpdate

from tracker.core.errors import Conflict
from tracker.core.orm import UtcDateTime, insert_selected, is_postgresql, table_of
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Action, ActorKind, Status
from tracker.endorsements.models import Consent, ConsentPurpose, Endorsement, still
from tracker.endorsements.signup import rows
from tracker.endorsements.signup.consent_wording import VERSION
from tracker.endorsements.signup.submission import Submission
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.ledger.events import commitment
from tracker.ledger.models import DatePrecision, LedgerEvent
from tracker.supporters.models import Supporter, SupporterKind

_endorsements = table_of(Endorsement)
_decisions = table_of(Decision)
_initiatives = table_of(Initiative)
_supporters = table_of(Supporter)
_other = _supporters.alias()
_NOW = bindparam("now", type_=UtcDateTime())
_TODAY = bindparam("today", type_=Date())
_NAMED = bindparam("named", type_=Boolean())

Columns = tuple[str, ...]
"""The supporter's columns that a corrected page sets; empty when nothing was corrected."""


def count_newcomer(
    session: Session, endorsement_ids: Sequence[int], corrected: Submission | None, *, now: datetime
) -> bool:
    """Verify a new individual's unflagged endorsements.

    Return False, with nothing done, when a link names anything else, or some of it is left out.
    Raises Conflict when somebody was quicker.
    """
    number = len(endorsement_ids)
    if number == 0 or (corrected is not None and len(corrected.initiatives) != number):
        return False
    connection = session.connection()
    described = rows.individual(corrected) if corrected is not None else {}
    columns = tuple(described)
    parameters = _parameters(endorsement_ids, corrected, described, now)
    if is_postgresql(connection):
        counted = len(connection.execute(_at_once(number, columns), parameters).all())
    else:
        counted = _one_by_one(connection, number, columns, parameters)
    if 0 < counted < number:
        raise Conflict("This was confirmed at the same moment. Look at it again.")
    return counted > 0


def _parameters(
    endorsement_ids: Sequence[int],
    corrected: Submission | None,
    described: rows.Row,
    now: datetime,
) -> rows.Row:
    """Return the statements' parameters; without a corrected page, nobody agreed to be named."""
    parameters: rows.Row = {"now": now, "today": now.date(), "named": False}
    for place, endorsement_id in enumerate(endorsement_ids):
        salt = secrets.token_hex(32)
        parameters[f"id_{place}"], parameters[f"salt_{place}"] = endorsement_id, salt
        parameters[f"commitment_{place}"] = commitment(salt, endorsement_id)
    if corrected is not None:
        parameters |= {
            "named": corrected.be_named,
            "corrected_words": corrected.words,
            "language": corrected.locale,
            "initiatives": [initiative.id for initiative in corrected.initiatives],
        }
        parameters |= {f"corrected_{name}": value for name, value in described.items()}
    return parameters


def _count_others(*same: ColumnElement[bool]) -> ScalarSelect[int]:
    """Count the other individuals who have, or claim, an address.

    Counted, not `NOT EXISTS`, on purpose, and nothing here asks whether an address is claimed:
    PostgreSQL would join that to all that is claimed, whose index it thinks empty in a rush, since
    its statistics lag behind.
    """
    counted = select(func.count()).select_from(_other)
    return counted.where(_other.c.kind == SupporterKind.INDIVIDUAL, *same).scalar_subquery()


@functools.cache
def _submitted(number: int, columns: Columns) -> Select[int, str | None]:
    """Select the endorsements of a link, as far as they are a new individual's, nobody else claims
    the address, their initiative is no archive, and the corrected page has it."""
    submitted = (
        select(_endorsements.c.id, _supporters.c.claimed_digest)
        .join(_supporters, _supporters.c.id == _endorsements.c.supporter_id)
        .join(_initiatives, _initiatives.c.id == _endorsements.c.initiative_id)
        .where(
            _endorsements.c.id.in_(_ids(number)),
            _initiatives.c.archived_on.is_(None),
            still(Status.UNCONFIRMED),
            _endorsements.c.kind == SupporterKind.INDIVIDUAL,
            _endorsements.c.flag == "",
            _count_others(_other.c.email_digest == _supporters.c.claimed_digest) == 0,
            _count_others(
                _other.c.claimed_digest == _supporters.c.claimed_digest,
                _other.c.id != _supporters.c.id,
            )
            == 0,
        )
    )
    if not columns:
        return submitted
    wanted = bindparam("initiatives", expanding=True, type_=Integer())
    return submitted.where(_endorsements.c.initiative_id.in_(wanted))


def _ids(number: int) -> list[BindParameter[int]]:
    return [bindparam(f"id_{place}", type_=BigInteger()) for place in range(number)]


def _of_each(name: str, number: int, id_: ColumnElement[int]) -> Case[str]:
    """Choose the parameter of this name that goes with an endorsement's id."""
    return case(
        *(
            (id_ == own_id, bindparam(f"{name}_{place}", type_=String()))
            for place, own_id in enumerate(_ids(number))
        )
    )


def _verify(number: int, columns: Columns, *where: ColumnElement[bool]) -> ReturningUpdate[int]:
    values = {
        "status": Status.VERIFIED,
        "status_since": _NOW,
        "verified_at": _NOW,
        "effective_on": _TODAY,
        "commitment_salt": _of_each("salt", number, _endorsements.c.id),
        "be_named": _NAMED,
    }
    if columns:
        values["words"] = bindparam("corrected_words", type_=String())
    return (
        update(_endorsements)
        .where(_endorsements.c.id.in_(_ids(number)), still(Status.UNCONFIRMED), *where)
        .values(**values)
        .returning(_endorsements.c.id, _endorsements.c.initiative_id, _endorsements.c.supporter_id)
    )


def _identify(verified: FromClause, columns: Columns) -> Update:
    """Make the claimed address the person's own, and describe them as the page does."""
    values: dict[str, object] = {
        "email_digest": func.coalesce(_supporters.c.claimed_digest, _supporters.c.email_digest),
        "claimed_digest": None,
    }
    for name in columns:
        values[name] = bindparam(f"corrected_{name}", type_=_supporters.c[name].type)
    own = _supporters.c.id.in_(select(verified.c.supporter_id))
    return update(_supporters).where(own).values(**values)


def _agree_to_be_named(verified: FromClause) -> Insert:
    values = {
        "endorsement_id": verified.c.id,
        "purpose": ConsentPurpose.NAMED,
        "version": VERSION,
        "language": bindparam("language", type_=String()),
        "given_at": _NOW,
    }
    return insert_selected(Consent, values, _NAMED, source=verified)


def _decide(verified: FromClause) -> Insert:
    values = {
        "endorsement_id": verified.c.id,
        "initiative_id": verified.c.initiative_id,
        "kind": SupporterKind.INDIVIDUAL,
        "action": Action.CONFIRM,
        "actor_kind": ActorKind.SUPPORTER,
        "decided_at": _NOW,
        "from_status": Status.UNCONFIRMED,
        "to_status": Status.VERIFIED,
        "cites": "",
    }
    return insert_selected(Decision, values, source=verified)


def _count(decided: FromClause, number: int) -> Insert:
    values = {
        "initiative_id": decided.c.initiative_id,
        "endorsement_id": decided.c.id,
        "kind": SupporterKind.INDIVIDUAL,
        "grade": Grade.ENDORSED,
        "delta": 1,
        "effective_on": _TODAY,
        "effective_precision": DatePrecision.ON,
        "cause": Action.CONFIRM.value,
        "commitment": _of_each("commitment", number, decided.c.id),
    }
    return insert_selected(LedgerEvent, values, source=decided)


@functools.cache
def _at_once(number: int, columns: Columns) -> Select[int]:
    """Compose all of it as one statement, as PostgreSQL can (7.8.4)."""
    submitted = _submitted(number, columns).cte("submitted")
    claimed = select(func.count(submitted.c.claimed_digest)).scalar_subquery()
    verified = _verify(
        number,
        columns,
        _endorsements.c.id.in_(select(submitted.c.id)),
        claimed == number,
    ).cte("verified")
    # The event is made of the decision, so that it comes after it: the database takes none before.
    decided = (
        _decide(verified)
        .returning(_decisions.c.endorsement_id.label("id"), _decisions.c.initiative_id)
        .cte("decided")
    )
    statement = select(verified.c.id).add_cte(
        _count(decided, number).cte("counted"),
        _identify(verified, columns).cte("identified"),
    )
    return statement.add_cte(_agree_to_be_named(verified).cte("agreed")) if columns else statement


@functools.cache
def _steps(number: int, columns: Columns) -> tuple[Update | Insert, ...]:
    verified = select(_endorsements).where(_endorsements.c.id.in_(_ids(number))).subquery()
    return (
        _verify(number, columns),
        _decide(verified),
        _count(verified, number),
        _identify(verified, columns),
        *([_agree_to_be_named(verified)] if columns else []),
    )


def _one_by_one(connection: Connection, number: int, columns: Columns, parameters: rows.Row) -> int:
    """Take the steps one after the other; return how many were counted: all or none.

    Nobody else writes meanwhile.
    """
    submitted = connection.execute(_submitted(number, columns), parameters).all()
    if sum(row.claimed_digest is not None for row in submitted) != number:
        return 0
    for statement in _steps(number, columns):
        connection.execute(statement, parameters)
    return number
