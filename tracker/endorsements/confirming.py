"""The engine's busiest step in three statements: an individual confirms and is counted.

The same guarded update, decision and ledger event as `engine.move` makes for it (a test compares
the two), without loading anything first: the row itself says whether it is such an individual's.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, update
from sqlalchemy.orm import Session

from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Action, ActorKind, Status
from tracker.endorsements.models import Endorsement
from tracker.ledger.events import commitment
from tracker.ledger.models import DatePrecision, Grade, LedgerEvent
from tracker.supporters.models import SupporterKind

_endorsements: Any = Endorsement.__table__
_CONFIRM = (
    update(_endorsements)
    .where(
        _endorsements.c.id == bindparam("confirmed"),
        _endorsements.c.status == Status.UNCONFIRMED,
        _endorsements.c.kind == SupporterKind.INDIVIDUAL,
        _endorsements.c.flag == "",
    )
    .values(
        status=Status.VERIFIED,
        status_since=bindparam("now"),
        verified_at=bindparam("now"),
        effective_on=bindparam("today"),
        commitment_salt=bindparam("salt"),
    )
    .returning(_endorsements.c.initiative_id)
)
_DECIDE: Any = insert(Decision.__table__)  # type: ignore[arg-type]  # a model's table is one
_COUNT: Any = insert(LedgerEvent.__table__)  # type: ignore[arg-type]  # as above


def count_individual(session: Session, endorsement_id: int, *, now: datetime) -> bool:
    """Verify an unconfirmed, unflagged individual's endorsement; false when it is none."""
    connection = session.connection()
    salt = secrets.token_hex(32)
    initiative_id = connection.scalar(
        _CONFIRM, {"confirmed": endorsement_id, "now": now, "today": now.date(), "salt": salt}
    )
    if initiative_id is None:
        return False
    connection.execute(
        _DECIDE,
        {
            "endorsement_id": endorsement_id,
            "action": Action.CONFIRM,
            "actor_kind": ActorKind.SUPPORTER,
            "decided_at": now,
            "from_status": Status.UNCONFIRMED,
            "to_status": Status.VERIFIED,
            "cites": "",
        },
    )
    connection.execute(
        _COUNT,
        {
            "initiative_id": initiative_id,
            "endorsement_id": endorsement_id,
            "kind": SupporterKind.INDIVIDUAL,
            "grade": Grade.ENDORSED,
            "delta": 1,
            "effective_on": now.date(),
            "effective_precision": DatePrecision.ON,
            "cause": Action.CONFIRM.value,
            "commitment": commitment(salt, endorsement_id),
        },
    )
    return True
