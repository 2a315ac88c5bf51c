"""The engine's busiest step in one statement: an individual confirms and is counted.

The same as `confirmation.take` and `engine.move` make of it (a test compares the rows), without
loading anything first, for whoever is new here: nothing is recorded with the address, and nothing
else waits for it.
"""

from __future__ import annotations

import functools
import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Connection,
    Date,
    String,
    bindparam,
    case,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Session

from tracker.core.errors import Conflict
from tracker.core.orm import UtcDateTime, constant
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Action, ActorKind, Status
from tracker.endorsements.models import Consent, ConsentPurpose, Endorsement, still
from tracker.endorsements.signup.consent_wording import VERSION
from tracker.endorsements.signup.submission import Submission
from tracker.initiatives.grades import Grade
from tracker.ledger.events import commitment
from tracker.ledger.models import DatePrecision, LedgerEvent
from tracker.supporters.models import Supporter, SupporterKind
from tracker.supporters.names import fold

_endorsements: Any = Endorsement.__table__
_decisions: Any = Decision.__table__
_events: Any = LedgerEvent.__table__
_supporters: Any = Supporter.__table__
_consents: Any = Consent.__table__
_NOW = bindparam("now", type_=UtcDateTime())
_TODAY = bindparam("today", type_=Date())
_NAMED = bindparam("named", type_=Boolean())
_other = _supporters.alias()


def count_newcomer(
    session: Session, endorsement_ids: Sequence[int], corrected: Submission | None, *, now: datetime
) -> bool:
    """Verify a new individual's unflagged endorsements; false, and nothing done, when a link names
    anything else, or some of it is left out. Raises Conflict when somebody was quicker."""
    number = len(endorsement_ids)
    if number == 0 or (corrected is not None and len(corrected.initiatives) != number):
        return False
    connection = session.connection()
    values = _values(endorsement_ids, corrected, now)
    if connection.dialect.name == "postgresql":
        counted = len(connection.execute(_at_once(number, corrected is not None), values).all())
    else:
        counted = _one_by_one(connection, endorsement_ids, values, is_corrected=bool(corrected))
    if 0 < counted < number:
        raise Conflict("This was confirmed at the same moment. Look at it again.")
    return counted > 0


def _values(
    endorsement_ids: Sequence[int], corrected: Submission | None, now: datetime
) -> dict[str, Any]:
    """What the statements are told; without a corrected page, that nobody agreed to be named."""
    values: dict[str, Any] = {"now": now, "today": now.date(), "named": False}
    for place, endorsement_id in enumerate(endorsement_ids):
        salt = secrets.token_hex(32)
        values[f"id_{place}"], values[f"salt_{place}"] = endorsement_id, salt
        values[f"commitment_{place}"] = commitment(salt, endorsement_id)
    if corrected is not None:
        values |= {
            "named": corrected.be_named,
            "said": corrected.words,
            "called": corrected.name,
            "called_key": fold(corrected.name),
            "living_in": corrected.country,
            "language": corrected.locale,
            "initiatives": [initiative.id for initiative in corrected.initiatives],
        }
    return values


def _others(*same: Any) -> Any:
    """How many other individuals have, or claim, an address.

    Counted, not `NOT EXISTS`, on purpose, and nothing here asks whether an address is claimed:
    PostgreSQL would join that to all that is claimed, whose index it thinks empty in a rush, since
    its statistics lag behind.
    """
    counted = select(func.count()).select_from(_other)
    return counted.where(_other.c.kind == SupporterKind.INDIVIDUAL, *same).scalar_subquery()


def _submitted(number: int, *, is_corrected: bool) -> Any:
    """The endorsements of a link, as far as they are a new individual's, nobody else claims the
    address, and the corrected page has their initiative."""
    found = (
        select(_endorsements.c.id, _supporters.c.claimed_digest)
        .join(_supporters, _supporters.c.id == _endorsements.c.supporter_id)
        .where(
            _endorsements.c.id.in_(_each("id", number)),
            still(Status.UNCONFIRMED),
            _endorsements.c.kind == SupporterKind.INDIVIDUAL,
            _endorsements.c.flag == "",
            _others(_other.c.email_digest == _supporters.c.claimed_digest) == 0,
            _others(
                _other.c.claimed_digest == _supporters.c.claimed_digest,
                _other.c.id != _supporters.c.id,
            )
            == 0,
        )
    )
    if not is_corrected:
        return found
    wanted: Any = bindparam("initiatives", expanding=True)
    return found.where(_endorsements.c.initiative_id.in_(wanted))


def _each(name: str, number: int) -> list[Any]:
    return [bindparam(f"{name}_{place}", type_=_TYPES[name]) for place in range(number)]


_TYPES: dict[str, Any] = {"id": BigInteger(), "salt": String(), "commitment": String()}


def _of_each(name: str, number: int, key: Any) -> Any:
    """The value that goes with each endorsement."""
    return case(*zip((key == one for one in _each("id", number)), _each(name, number), strict=True))


def _confirm(number: int, *where: Any, is_corrected: bool) -> Any:
    values = {
        "status": Status.VERIFIED,
        "status_since": _NOW,
        "verified_at": _NOW,
        "effective_on": _TODAY,
        "commitment_salt": _of_each("salt", number, _endorsements.c.id),
        "be_named": _NAMED,
    }
    if is_corrected:
        values["words"] = bindparam("said", type_=String())
    return (
        update(_endorsements)
        .where(_endorsements.c.id.in_(_each("id", number)), still(Status.UNCONFIRMED), *where)
        .values(**values)
        .returning(_endorsements.c.id, _endorsements.c.initiative_id, _endorsements.c.supporter_id)
    )


def _own(of: Any, *, is_corrected: bool) -> Any:
    """The address becomes the person's own."""
    values: dict[str, Any] = {
        "email_digest": func.coalesce(_supporters.c.claimed_digest, _supporters.c.email_digest),
        "claimed_digest": None,
    }
    if is_corrected:
        values["name"] = bindparam("called", type_=String())
        values["name_key"] = bindparam("called_key", type_=String())
        values["country"] = bindparam("living_in", type_=String())
    own = _supporters.c.id.in_(select(of.c.supporter_id))
    return update(_supporters).where(own).values(**values)


def _agreed(of: Any) -> Any:
    """Consent to be named, if it is given."""
    values = {
        "endorsement_id": of.c.id,
        "purpose": ConsentPurpose.NAMED,
        "version": VERSION,
        "language": bindparam("language", type_=String()),
        "given_at": _NOW,
    }
    return _insert(_consents, of, values, _NAMED)


def _insert(table: Any, source: Any, values: dict[str, Any], *where: Any) -> Any:
    """One row into `table` for each row of `source`, if `where`."""
    typed = [
        (value if hasattr(value, "label") else constant(value, table.c[name].type)).label(name)
        for name, value in values.items()
    ]
    return insert(table).from_select(list(values), select(*typed).select_from(source).where(*where))


def _decision(of: Any) -> Any:
    values = {
        "endorsement_id": of.c.id,
        "initiative_id": of.c.initiative_id,
        "kind": SupporterKind.INDIVIDUAL,
        "action": Action.CONFIRM,
        "actor_kind": ActorKind.SUPPORTER,
        "decided_at": _NOW,
        "from_status": Status.UNCONFIRMED,
        "to_status": Status.VERIFIED,
        "cites": "",
    }
    return _insert(_decisions, of, values)


def _event(of: Any, number: int) -> Any:
    values = {
        "initiative_id": of.c.initiative_id,
        "endorsement_id": of.c.id,
        "kind": SupporterKind.INDIVIDUAL,
        "grade": Grade.ENDORSED,
        "delta": 1,
        "effective_on": _TODAY,
        "effective_precision": DatePrecision.ON,
        "cause": Action.CONFIRM.value,
        "commitment": _of_each("commitment", number, of.c.id),
    }
    return _insert(_events, of, values)


@functools.cache
def _at_once(number: int, is_corrected: bool) -> Any:
    """All of it as one statement, as PostgreSQL can (7.8.4)."""
    submitted = _submitted(number, is_corrected=is_corrected).cte("submitted")
    claimed = select(func.count(submitted.c.claimed_digest)).scalar_subquery()
    changed = _confirm(
        number,
        _endorsements.c.id.in_(select(submitted.c.id)),
        claimed == number,
        is_corrected=is_corrected,
    ).cte("changed")
    # The event is made of the decision, so that it comes after it: the database takes none before.
    decided = (
        _decision(changed)
        .returning(_decisions.c.endorsement_id.label("id"), _decisions.c.initiative_id)
        .cte("decided")
    )
    statement = select(changed.c.id).add_cte(
        _event(decided, number).cte("counted"),
        _own(changed, is_corrected=is_corrected).cte("owned"),
    )
    return statement.add_cte(_agreed(changed).cte("agreed")) if is_corrected else statement


@functools.cache
def _steps(number: int, is_corrected: bool) -> tuple[Any, ...]:
    changed = (
        select(_endorsements).where(_endorsements.c.id.in_(_each("id", number))).subquery("changed")
    )
    return (
        _submitted(number, is_corrected=is_corrected),
        _confirm(number, is_corrected=is_corrected),
        _decision(changed),
        _event(changed, number),
        _own(changed, is_corrected=is_corrected),
        *([_agreed(changed)] if is_corrected else []),
    )


def _one_by_one(
    connection: Connection, ids: Sequence[int], values: dict[str, Any], *, is_corrected: bool
) -> int:
    """How many were counted: all or none. Nobody else writes meanwhile."""
    of_newcomer, *steps = _steps(len(ids), is_corrected)
    submitted = connection.execute(of_newcomer, values).all()
    if sum(row.claimed_digest is not None for row in submitted) != len(ids):
        return 0
    for statement in steps:
        connection.execute(statement, values)
    return len(ids)
