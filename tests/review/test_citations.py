"""What an entry rests on, changed by reviewers: logged, guarded, and never without a last piece."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.review.cases import (
    counted,
    decided,
    government,
    organisation,
    recorded,
    reviewers,
    verified_government,
)
from tracker.accounts.models import User
from tracker.core.errors import Conflict, RuleBroken
from tracker.endorsements.instruments import Evidence, Instrument, InstrumentType
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.models import Endorsement
from tracker.pages import history
from tracker.review import citations, instruments, queries


def text(session: Session, staff: User, now: datetime, **values: Any) -> Instrument:
    """A note verbale that is kept, with no entry resting on it yet."""
    told = {"type": InstrumentType.NOTE_VERBALE, "source": "Note verbale 12/2026", **values}
    return instruments.enter(session, told, None, staff, now)


def newest(session: Session, entry: Endorsement) -> int:
    session.flush()
    return queries.newest_decision_id(session, entry.id)


def cite(
    session: Session, entry: Endorsement, made: Instrument, staff: User, now: datetime, **more: Any
) -> Evidence:
    seen = newest(session, entry)
    piece = citations.cite(session, entry, made, staff, now=now, **{"seen": seen, **more})
    session.flush()
    return piece


def test_evidence_of_a_verified_government_is_added_by_one_reviewer_and_changes_no_count(
    app: Flask, session: Session, now: datetime
) -> None:
    staff = reviewers(app, session, "ada", "ben", "cleo")
    entry = verified_government(app, session, staff, now)
    before = counted(session, entry)
    made = text(session, staff[0], now)
    cite(session, entry, made, staff[0], now, page=" p. 3 ", quote=" We join. ")
    assert {(one.page, one.quote) for one in entry.evidence} == {("", ""), ("p. 3", "We join.")}
    assert entry.status is Status.VERIFIED and counted(session, entry) == before
    session.expire(entry)
    last = entry.decisions[-1]
    assert (last.action, last.staff_id, last.cites) == (Action.CITE, staff[0].id, made.reference)
    assert last.from_status is last.to_status is Status.VERIFIED
    assert last.difference == {
        "evidence": ["", "Note verbale 12/2026"],
        "page": ["", "p. 3"],
        "quote": ["", "We join."],
    }
    with app.test_request_context():
        assert history.of(entry)[-1].words == "Evidence added or changed"


def test_a_text_is_cited_once_an_entry_and_may_support_many(
    app: Flask, session: Session, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    one = recorded(app, session, government(session), ada, now)
    two = recorded(app, session, organisation(session), ada, now)
    made = text(session, ada, now)
    cite(session, one, made, ada, now)
    cite(session, two, made, ada, now)
    with pytest.raises(RuleBroken, match="rests on this text already"):
        cite(session, one, made, ada, now, quote="Again.")
    session.commit()
    session.add(Evidence(endorsement_id=one.id, instrument_id=made.id))
    with pytest.raises(IntegrityError):
        session.flush()


def test_page_and_words_are_changed_with_their_difference(
    app: Flask, session: Session, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    entry = recorded(app, session, government(session), ada, now)
    (piece,) = entry.evidence
    seen = newest(session, entry)
    citations.change(
        session, entry, piece, ada, seen=seen, page="para. 4", quote="", words="Read.", now=now
    )
    session.flush()
    session.expire(entry)
    last = entry.decisions[-1]
    assert last.difference == {"page": ["", "para. 4"]}
    assert last.note is not None and last.note.words == "Read."
    with pytest.raises(RuleBroken, match="Nothing differs"):
        citations.change(
            session, entry, piece, ada, seen=last.id, page="para. 4 ", quote="", now=now
        )


def test_the_second_of_two_reviewers_at_once_is_told(
    app: Flask, session: Session, now: datetime
) -> None:
    ada, ben = reviewers(app, session, "ada", "ben")
    entry = recorded(app, session, government(session), ada, now)
    (piece,) = entry.evidence
    seen = newest(session, entry)
    first, second = text(session, ada, now), text(session, ben, now, source="Another")
    cite(session, entry, first, ada, now, seen=seen)
    with pytest.raises(Conflict, match="since you opened it"):
        cite(session, entry, second, ben, now, seen=seen)
    with pytest.raises(Conflict):
        citations.change(session, entry, piece, ben, seen=seen, page="1", quote="", now=now)
    with pytest.raises(Conflict):
        citations.take_off(session, entry, piece, ben, seen=seen, now=now)
    assert decided(session, entry) == [Action.RECORD, Action.CITE]


def test_the_last_evidence_of_a_verified_entry_stays(
    app: Flask, session: Session, now: datetime
) -> None:
    staff = reviewers(app, session, "ada", "ben", "cleo")
    entry = verified_government(app, session, staff, now)
    (piece,) = entry.evidence
    with pytest.raises(RuleBroken, match="at least one piece"):
        citations.take_off(session, entry, piece, staff[0], seen=newest(session, entry), now=now)
    cite(session, entry, text(session, staff[0], now), staff[0], now)
    citations.take_off(session, entry, piece, staff[0], seen=newest(session, entry), now=now)
    session.flush()
    assert [one.instrument.source for one in entry.evidence] == ["Note verbale 12/2026"]
    assert session.get(Instrument, piece.instrument_id) is not None
    session.commit()
    with pytest.raises(IntegrityError, match="keeps its evidence"):
        session.execute(delete(Evidence).where(Evidence.endorsement_id == entry.id))


def test_before_it_was_ever_verified_an_entry_may_lose_its_last_evidence(
    app: Flask, session: Session, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    entry = recorded(app, session, government(session), ada, now)
    citations.take_off(session, entry, entry.evidence[0], ada, seen=newest(session, entry), now=now)
    session.flush()
    assert entry.evidence == []
    assert decided(session, entry)[-1] is Action.CITE
