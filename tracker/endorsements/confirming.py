"""The engine's busiest step in few statements: an individual confirms and is counted.

The same guarded update, decision and ledger event as `engine.move` makes for it (a test compares
the two), without loading anything first: the row itself says whether it is such an individual's.
"""

from __future__ import annotations

import secrets
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, String, bindparam, insert, literal, literal_column, select, update
from sqlalchemy.orm import Session

from tracker.core.orm import UtcDateTime
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Action, ActorKind, Status
from tracker.endorsements.models import Endorsement, still
from tracker.initiatives.grades import Grade
from tracker.ledger.events import commitment
from tracker.ledger.models import DatePrecision, LedgerEvent
from tracker.supporters.models import SupporterKind

_endorsements: Any = Endorsement.__table__
_decisions: Any = Decision.__table__
_events: Any = LedgerEvent.__table__
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
    )
    .returning(_endorsements.c.id, _endorsements.c.initiative_id)
)


def _insert(table: Any, source: Any, values: dict[str, Any]) -> Any:
    """One row into `table` for each row of `source`."""
    typed = [
        (value if hasattr(value, "label") else _constant(value, table.c[name].type)).label(name)
        for name, value in values.items()
    ]
    return insert(table).from_select(list(values), select(*typed).select_from(source))


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
    """All three as one statement, as PostgreSQL can (7.8.4)."""
    changed = _CONFIRM.cte("changed")
    # The event is made of the decision, so that it comes after it: the database takes none before.
    decided = _decision(changed).returning(
        _decisions.c.endorsement_id.label("id"), _decisions.c.initiative_id
    )
    counted = _event(decided.cte("decided"))
    return select(changed.c.id).add_cte(counted.cte("counted"))


_AT_ONCE = _at_once()
_changed = select(_endorsements).where(_endorsements.c.id == bindparam("confirmed")).subquery()
_ONE_BY_ONE = (_CONFIRM, _decision(_changed), _event(_changed))


def count_individual(session: Session, endorsement_id: int, *, now: datetime) -> bool:
    """Verify an unconfirmed, unflagged individual's endorsement; false when it is none."""
    salt = secrets.token_hex(32)
    values: dict[str, str | int | datetime | date] = {
        "confirmed": endorsement_id,
        "now": now,
        "today": now.date(),
        "salt": salt,
        "commitment": commitment(salt, endorsement_id),
    }
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        return connection.execute(_AT_ONCE, values).first() is not None
    first, *others = _ONE_BY_ONE
    if connection.execute(first, values).first() is None:
        return False
    for statement in others:
        connection.execute(statement, values)
    return True
