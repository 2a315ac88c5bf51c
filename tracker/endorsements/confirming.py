"""The engine's busiest step in few statements: an individual confirms and is counted.

The same as `confirmation.take` and `engine.move` make of it (a test compares the rows), without
loading anything first, for whoever is new here: nothing is recorded with the address, and nothing
else waits for it.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Connection,
    Date,
    String,
    bindparam,
    func,
    insert,
    literal,
    literal_column,
    select,
    update,
)
from sqlalchemy.orm import Session

from tracker.core.errors import Conflict
from tracker.core.orm import UtcDateTime
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Action, ActorKind, Status
from tracker.endorsements.models import Consent, ConsentPurpose, Endorsement, still
from tracker.endorsements.submission import Submission
from tracker.endorsements.wording import VERSION
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
_CONFIRM = (
    update(_endorsements)
    .where(
        _endorsements.c.id == bindparam("confirmed"),
        still(Status.UNCONFIRMED),
        _endorsements.c.kind == SupporterKind.INDIVIDUAL,
        _endorsements.c.flag == "",
    )
    .values(
        status=Status.VERIFIED,
        status_since=_NOW,
        verified_at=_NOW,
        effective_on=_TODAY,
        commitment_salt=bindparam("salt"),
        be_named=bindparam("named", type_=Boolean()),
        words=bindparam("said", type_=String()),
    )
    .returning(_endorsements.c.id, _endorsements.c.initiative_id, _endorsements.c.supporter_id)
)
_other = _supporters.alias()


def _others(*same: Any) -> Any:
    """How many other individuals have, or claim, an address.

    Counted, not `NOT EXISTS`, on purpose, and nothing here asks whether an address is claimed:
    PostgreSQL would join that to all that is claimed, whose index it thinks empty in a rush, since
    its statistics lag behind.
    """
    counted = select(func.count()).select_from(_other)
    return counted.where(_other.c.kind == SupporterKind.INDIVIDUAL, *same).scalar_subquery()


_SUBMISSION = (
    select(
        _endorsements.c.id,
        _endorsements.c.initiative_id,
        _endorsements.c.words,
        _supporters.c.claimed_digest,
        _supporters.c.name,
        _supporters.c.name_key,
        _supporters.c.country,
    )
    .join(_supporters, _supporters.c.id == _endorsements.c.supporter_id)
    .where(
        _endorsements.c.id.in_(bindparam("submitted", expanding=True)),
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
"""The endorsements of a link, as far as they are a new individual's and nobody else claims the
address."""


def _own(of: Any) -> Any:
    """The address becomes the person's own."""
    return (
        update(_supporters)
        .where(_supporters.c.id.in_(select(of.c.supporter_id)))
        .values(
            email_digest=func.coalesce(_supporters.c.claimed_digest, _supporters.c.email_digest),
            claimed_digest=None,
            name=bindparam("called", type_=String()),
            name_key=bindparam("called_key", type_=String()),
            country=bindparam("living_in", type_=String()),
        )
    )


def _agreed(of: Any) -> Any:
    """Consent to be named, if it is given."""
    values = {
        "endorsement_id": of.c.id,
        "purpose": ConsentPurpose.NAMED,
        "version": VERSION,
        "language": bindparam("language", type_=String()),
        "given_at": _NOW,
    }
    return _insert(_consents, of, values, bindparam("named", type_=Boolean()))


def _insert(table: Any, source: Any, values: dict[str, Any], *where: Any) -> Any:
    """One row into `table` for each row of `source`, if `where`."""
    typed = [
        (value if hasattr(value, "label") else _constant(value, table.c[name].type)).label(name)
        for name, value in values.items()
    ]
    return insert(table).from_select(list(values), select(*typed).select_from(source).where(*where))


def _constant(value: Any, as_type: Any) -> Any:
    """A value that stands in the statement: what never changes need not be sent each time."""
    bound = literal(value, as_type)
    return literal_column(str(bound.compile(compile_kwargs={"literal_binds": True})), as_type)


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


def _event(of: Any) -> Any:
    values = {
        "initiative_id": of.c.initiative_id,
        "endorsement_id": of.c.id,
        "kind": SupporterKind.INDIVIDUAL,
        "grade": Grade.ENDORSED,
        "delta": 1,
        "effective_on": _TODAY,
        "effective_precision": DatePrecision.ON,
        "cause": Action.CONFIRM.value,
        "commitment": bindparam("commitment", type_=String()),
    }
    return _insert(_events, of, values)


def _at_once() -> Any:
    """All of it as one statement, as PostgreSQL can (7.8.4)."""
    changed = _CONFIRM.cte("changed")
    # The event is made of the decision, so that it comes after it: the database takes none before.
    decided = (
        _decision(changed)
        .returning(_decisions.c.endorsement_id.label("id"), _decisions.c.initiative_id)
        .cte("decided")
    )
    return select(changed.c.id).add_cte(
        _event(decided).cte("counted"), _own(changed).cte("owned"), _agreed(changed).cte("agreed")
    )


_AT_ONCE = _at_once()
_changed = select(_endorsements).where(_endorsements.c.id == bindparam("confirmed")).subquery()
_ONE_BY_ONE = (
    _CONFIRM,
    _decision(_changed),
    _event(_changed),
    _own(_changed),
    _agreed(_changed),
)


def count_newcomer(
    session: Session, endorsement_ids: Sequence[int], corrected: Submission | None, *, now: datetime
) -> bool:
    """Verify a new individual's unflagged endorsements; false, and nothing done, when a link names
    anything else, or some of it is left out. Raises Conflict when somebody was quicker."""
    connection = session.connection()
    rows = connection.execute(_SUBMISSION, {"submitted": list(endorsement_ids)}).all()
    if len(rows) != len(endorsement_ids) or not rows:
        return False
    if any(row.claimed_digest is None for row in rows):
        return False
    if corrected is not None and {row.initiative_id for row in rows} != {
        one.id for one in corrected.initiatives
    }:
        return False
    for row in rows:
        _count(connection, row.id, _said(row, corrected), now)
    return True


def _said(row: Any, corrected: Submission | None) -> dict[str, Any]:
    """What the person says, as corrected; without it, nobody agreed to be named."""
    if corrected is None:
        return {
            "named": False,
            "said": row.words,
            "called": row.name,
            "called_key": row.name_key,
            "living_in": row.country,
            "language": "",
        }
    return {
        "named": corrected.be_named,
        "said": corrected.words,
        "called": corrected.name,
        "called_key": fold(corrected.name),
        "living_in": corrected.country,
        "language": corrected.locale,
    }


def _count(
    connection: Connection, endorsement_id: int, said: dict[str, Any], now: datetime
) -> None:
    salt = secrets.token_hex(32)
    values: dict[str, Any] = said | {
        "confirmed": endorsement_id,
        "now": now,
        "today": now.date(),
        "salt": salt,
        "commitment": commitment(salt, endorsement_id),
    }
    statements = (_AT_ONCE,) if connection.dialect.name == "postgresql" else _ONE_BY_ONE
    for number, statement in enumerate(statements):
        done = connection.execute(statement, values)
        if number == 0 and done.first() is None:
            raise Conflict("This was confirmed at the same moment. Look at it again.")
