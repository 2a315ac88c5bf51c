"""The page of corrections: what was changed in published entries, in neutral words."""

from __future__ import annotations

from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from tests.pages.test_pages import add_person, add_staff, page, plain
from tracker.endorsements import engine
from tracker.endorsements.decisions import CHANGES
from tracker.endorsements.lifecycle import SUPPORTER, Action, Actor, ReasonCode
from tracker.endorsements.models import Endorsement
from tracker.pages import corrections
from tracker.supporters.models import SupporterKind

pytestmark = pytest.mark.usefixtures("app")
ADDRESS = "/corrections"


def organisations(session: Session, count: int) -> list[Endorsement]:
    return list(
        session.scalars(
            select(Endorsement)
            .where(Endorsement.kind == SupporterKind.ORGANISATION)
            .order_by(Endorsement.id)
            .limit(count)
        )
    )


def test_nothing_was_corrected_at_first(client: Any) -> None:
    assert "No published entry has been changed" in page(client, ADDRESS)


def test_changes_stand_newest_first_in_neutral_words(
    client: Any, session: Session, now: datetime
) -> None:
    one, other = organisations(session, 2)
    by = Actor.staff(add_staff(session))
    engine.move(
        session,
        one,
        Action.SUSPEND,
        by,
        now=now,
        reason=ReasonCode.OTHER,
        words="We suspect a fraud.",
    )
    later = now + timedelta(hours=1)
    engine.move(session, other, Action.WITHDRAW, by, now=later)
    html = page(client, ADDRESS)
    said = plain(unescape(html))
    assert said.index(other.supporter.name) < said.index(one.supporter.name)
    assert "Suspended while it is looked at again" in said and "Withdrawn" in said
    assert "fraud" not in said.casefold()
    assert f"/endorsements/{one.id}" in html


def test_no_person_stands_there(client: Any, session: Session, now: datetime) -> None:
    person = add_person(session, "unpa", "Ada Example", now)
    engine.move(session, person, Action.WITHDRAW, SUPPORTER, now=now)
    assert "Ada Example" not in page(client, ADDRESS)
    assert "No published entry has been changed" in page(client, ADDRESS)


def test_pages_are_cut_by_number(session: Session, now: datetime) -> None:
    by = Actor.staff(add_staff(session))
    entries = organisations(session, 3)
    for entry in entries:
        engine.move(session, entry, Action.SUSPEND, by, now=now)
    first, following = corrections.corrections(session, limit=2)
    assert [one.endorsement.id for one in first] == [entries[2].id, entries[1].id]
    rest, end = corrections.corrections(session, before=following, limit=2)
    assert [one.endorsement.id for one in rest] == [entries[0].id]
    assert end is None


def test_the_index_is_used(session: Session) -> None:
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SET LOCAL enable_seqscan = off"))
        ask = "EXPLAIN "
    else:
        ask = "EXPLAIN QUERY PLAN "
    plan = session.execute(
        text(f"{ask} SELECT id FROM decisions WHERE decisions.{CHANGES} ORDER BY id DESC LIMIT 5")
    ).all()
    assert "ix_decisions_changes" in str(plan)
