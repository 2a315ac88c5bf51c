"""The guard of the engine finds a way around it by whatever words it goes."""

from __future__ import annotations

from datetime import datetime
from types import CodeType

import pytest
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.engine_guard import TRACKER, AroundTheEngine
from tracker.initiatives import queries as initiatives
from tracker.supporters.models import SupporterKind

WAYS_AROUND = """
setattr(entry, name, 'rejected')
entry.status = Status.REJECTED
session.execute(update(Endorsement).values({Endorsement.status: 'rejected'}))
session.query(Endorsement).update({'status': 'rejected'})
session.bulk_update_mappings(Endorsement, [{'id': entry.id, 'status': 'rejected'}])
session.execute(text(' '.join(['UPDATE endorsements', "SET status = 'rejected'"])))
session.execute(Endorsement.__table__.update().values(status='rejected'))
session.execute(delete(LedgerEvent))
session.execute(LedgerEvent.__table__.insert(), {'delta': 1})
LedgerEvent(**dict.fromkeys(LedgerEvent.__dataclass_fields__.keys() - {'id', 'position'}))
""".strip().splitlines()
IMPORTS = """
from sqlalchemy import delete, text, update
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.ledger.models import LedgerEvent
name = 'status'
"""


def planted(way: str) -> CodeType:
    return compile(f"{IMPORTS}\n{way}", str(TRACKER / "review" / "planted.py"), "exec")


@pytest.mark.by_turns
@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("way", WAYS_AROUND)
def test_a_way_around_is_found(session: Session, now: datetime, way: str) -> None:
    unpa = initiatives.by_slug(session, "unpa")
    entry = factories.pending(session, unpa, SupporterKind.INDIVIDUAL, now=now)
    with pytest.raises(AroundTheEngine, match=r"review/planted\.py"):
        exec(planted(way), {"session": session, "entry": entry})  # noqa: S102  planted code
    session.rollback()
