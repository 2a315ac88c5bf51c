"""What the two databases say differently, said once."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.core.orm import is_postgresql, take_lock, try_lock, upsert
from tracker.endorsements.manage_links import ManageLink

pytestmark = pytest.mark.usefixtures("empty_app")
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


def _links(session: Session) -> list[tuple[str, int]]:
    rows = session.execute(select(ManageLink.address_digest, ManageLink.mail_id))
    return [(row.address_digest, row.mail_id) for row in rows]


def test_an_upsert_leaves_or_updates_the_row_that_is_there(session: Session) -> None:
    insert = upsert(session, ManageLink)
    first = insert.values(address_digest="ada", mail_id=1, made_at=NOW)
    session.execute(first)
    again = insert.values(address_digest="ada", mail_id=2, made_at=NOW)
    session.execute(again.on_conflict_do_nothing(index_elements=["address_digest"]))
    assert _links(session) == [("ada", 1)]
    session.execute(
        again.on_conflict_do_update(
            index_elements=["address_digest"], set_={"mail_id": again.excluded.mail_id}
        )
    )
    assert _links(session) == [("ada", 2)]


def test_one_knows_the_database_by_whatever_one_holds(session: Session) -> None:
    connection = session.connection()
    answers = {
        is_postgresql(on)
        for on in (session, connection, connection.engine, connection.engine.dialect)
    }
    assert answers == {connection.engine.name == "postgresql"}


def test_a_lock_that_one_holds_is_ones_own(session: Session) -> None:
    take_lock(session, 7)
    assert try_lock(session, 7)
