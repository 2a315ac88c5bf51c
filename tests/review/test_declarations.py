"""A State's own declaration: recorded by two people, kept for good, withdrawn without going."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import delete, insert, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support.review_cases import (
    counted,
    decided,
    government,
    organisation,
    recorded,
    vault,
    verified_government,
)
from tests.support.review_cases import newest_decision as newest
from tracker.accounts.models import User
from tracker.core.errors import Conflict, RuleBroken
from tracker.endorsements import declarations as kept
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.declarations import Declaration, Declared
from tracker.endorsements.lifecycle import Action
from tracker.endorsements.models import Endorsement
from tracker.review.decisions import proposals as decisions_proposals
from tracker.review.evidence import declarations, proposals

WORDS = "Kenya understands this Code in the light of its constitution.\n\nIt will report each year."
MADE, LEFT = date(2026, 4, 2), date(2026, 6, 1)


def propose(
    app: Flask, session: Session, entry: Endorsement, staff: User, now: datetime, **more: Any
) -> ProposedChange:
    said: dict[str, Any] = {"on": MADE, "text": WORDS, "language": "en"}
    return declarations.propose(
        session,
        vault(app),
        entry,
        staff,
        seen=newest(session, entry),
        instrument_id=entry.evidence[0].instrument_id if entry.evidence else 0,
        now=now,
        **said | more,
    )


def declare(
    app: Flask, session: Session, entry: Endorsement, staff: list[User], now: datetime, **more: Any
) -> Declared:
    """A declaration, or its withdrawal, that the second proposes and the third seconds."""
    change = propose(app, session, entry, staff[1], now, **more)
    proposals.second(session, vault(app), change, staff[2], now=now)
    return kept.by_entry(session, [entry.id])[entry.id][-1]


def test_two_people_record_a_declaration_and_nothing_is_counted_by_it(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = verified_government(app, session, staff, now)
    before = counted(session, entry)
    change = propose(app, session, entry, staff[1], now)
    assert kept.by_entry(session, [entry.id]) == {}
    with pytest.raises(RuleBroken, match="You proposed"):
        proposals.second(session, vault(app), change, staff[1], now=now)
    proposals.second(session, vault(app), change, staff[2], now=now)
    (one,) = kept.by_entry(session, [entry.id])[entry.id]
    said = one.declaration
    assert (said.text, said.declared_on, said.language) == (WORDS, MADE, "en")
    assert said.instrument_id == entry.evidence[0].instrument_id and one.in_force
    assert counted(session, entry) == before and decided(session, entry)[-1] is Action.DECLARE


def test_a_withdrawn_declaration_stays_and_both_clocks_tell_of_it(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = verified_government(app, session, staff, now)
    one = declare(app, session, entry, staff, now)
    later = now + timedelta(days=100)
    withdrawn = declare(
        app, session, entry, staff, later, withdraws=one, on=LEFT, text="", language=""
    )
    assert withdrawn.declaration.text == WORDS
    assert (withdrawn.in_force, withdrawn.withdrawn_on) == (False, LEFT)

    def told(**when: Any) -> list[bool]:
        return [each.in_force for each in kept.by_entry(session, **when).get(entry.id, [])]

    assert told() == [False]
    assert told(as_of=MADE - timedelta(days=1)) == []
    assert told(as_of=LEFT - timedelta(days=1)) == [True] and told(as_of=LEFT) == [False]
    assert told(known_at=now - timedelta(days=1)) == []
    assert told(known_at=later - timedelta(days=1)) == [True] and told(known_at=later) == [False]
    with pytest.raises(RuleBroken, match="withdrawn already"):
        propose(app, session, entry, staff[1], later, withdraws=withdrawn, on=LEFT)
    again = declare(app, session, entry, staff, later, on=LEFT, text="Kenya says more.")
    both = kept.by_entry(session)[entry.id]
    assert kept.leading(both) == again and kept.with_one_in_force({entry.id: both}) == {entry.id}


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"on": date(2999, 1, 1)}, "still to come"),
        ({"on": date(1026, 1, 1)}, "before the United Nations"),
        ({"text": " "}, "words of the declaration"),
        ({"instrument_id": 0}, "evidence of this entry first"),
    ],
)
def test_what_cannot_be_is_refused(
    app: Flask, session: Session, staff: list[User], now: datetime, more: Any, says: str
) -> None:
    entry = verified_government(app, session, staff, now)
    given = {"instrument_id": entry.evidence[0].instrument_id, "on": MADE, "text": WORDS} | more
    with pytest.raises(RuleBroken, match=says):
        declarations.propose(
            session,
            vault(app),
            entry,
            staff[1],
            seen=newest(session, entry),
            language="en",
            now=now,
            **given,
        )


def test_only_a_verified_government_declares_and_a_stale_page_is_refused(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    waiting = recorded(app, session, government(session), staff[0], now)
    other = recorded(app, session, organisation(session), staff[0], now)
    for entry in (waiting, other):
        with pytest.raises(RuleBroken, match="verified entry of a government"):
            propose(app, session, entry, staff[1], now)
    mexico = verified_government(app, session, staff, now, iso3="ZAF")
    with pytest.raises(Conflict):
        declarations.propose(
            session,
            vault(app),
            mexico,
            staff[1],
            seen=newest(session, mexico) - 1,
            instrument_id=mexico.evidence[0].instrument_id,
            on=MADE,
            text=WORDS,
            language="en",
            now=now,
        )


def test_the_database_keeps_declarations_and_refuses_what_nobody_seconded(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = verified_government(app, session, staff, now)
    one = declare(app, session, entry, staff, now)
    waiting = propose(app, session, entry, staff[1], now, text="Nobody agreed to this.")
    row = {
        "endorsement_id": entry.id,
        "instrument_id": entry.evidence[0].instrument_id,
        "change_id": waiting.id,
        "declared_on": MADE,
        "text": "Nobody agreed to this.",
        "language": "en",
        "recorded_at": now,
    }

    def refused(statement: Any) -> None:
        with pytest.raises(IntegrityError), session.begin_nested():
            session.execute(statement)

    refused(insert(Declaration).values(row))
    refused(update(Declaration).values(text="Otherwise."))
    refused(delete(Declaration))
    decisions_proposals.drop(session, waiting, staff[2], now=now)
    # A withdrawal that was agreed on is of this entry's declaration, and not before it.
    change = propose(app, session, entry, staff[1], now, withdraws=one, on=LEFT, text="")
    session.execute(
        update(ProposedChange)
        .where(ProposedChange.id == change.id)
        .values(applied=True, settled_at=now, seconder_id=staff[2].id)
    )
    agreed = row | {"change_id": change.id, "declared_on": LEFT, "text": ""}
    refused(insert(Declaration).values(agreed | {"withdraws_id": 10_000}))
    refused(insert(Declaration).values(agreed))
    session.execute(insert(Declaration).values(agreed | {"withdraws_id": one.declaration.id}))
    assert [each.in_force for each in kept.by_entry(session)[entry.id]] == [False]
