from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support.review_cases import (
    counted,
    decided,
    do,
    government,
    mailed,
    organisation,
    recorded,
    settled,
    vault,
    verdict,
    verified_government,
)
from tracker.accounts.models import User
from tracker.core.errors import Conflict, RuleBroken
from tracker.endorsements.decisions import Decision, ProposedChange
from tracker.endorsements.evidence.models import InstrumentType
from tracker.endorsements.evidence.uploads import StoredFile
from tracker.endorsements.lifecycle import Action, ReasonCode, Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision
from tracker.review.decisions import corrections, proposals, record_proposals
from tracker.review.decisions.proposals import NewText
from tracker.review.evidence import services
from tracker.review.queue import queries
from tracker.supporters.models import SupporterKind

A = Action
LETTER = "Permanent Mission, letter to Rollcall"
DOUBT = ReasonCode.NOT_SUBSTANTIATED


def propose(
    app: Flask,
    session: Session,
    entry: Endorsement,
    action: Action,
    staff: User,
    now: datetime,
    reason: ReasonCode = ReasonCode.ORIGINAL_SEEN,
    **details: Any,
) -> ProposedChange:
    return proposals.propose(
        session,
        vault(app),
        entry,
        action,
        verdict(session, entry, staff, reason=reason),
        now=now,
        **details,
    )


def test_two_people_suspend_a_government(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = verified_government(app, session, staff, now)
    change = propose(app, session, entry, A.SUSPEND, staff[1], now, DOUBT)
    assert entry.status is Status.VERIFIED
    with pytest.raises(RuleBroken, match="You proposed"):
        proposals.second(session, vault(app), change, staff[1], now=now)
    with pytest.raises(RuleBroken, match="waits already"):
        propose(app, session, entry, A.WITHDRAW, staff[2], now, ReasonCode.CALLED_BACK)
    proposals.second(session, vault(app), change, staff[2], now=now)
    assert (entry.status, entry.change_id) == (Status.SUSPENDED, change.id)
    assert counted(session, entry)[-1] == ("endorsed", -1, now.date().isoformat())
    with pytest.raises(Conflict):
        proposals.second(session, vault(app), change, staff[2], now=now)

    for action, reason in ((A.REINSTATE, ReasonCode.ORIGINAL_SEEN), (A.SUSPEND, DOUBT)):
        change = propose(app, session, entry, action, staff[1], now, reason)
        proposals.second(session, vault(app), change, staff[2], now=now)
    change = propose(app, session, entry, A.INVALIDATE, staff[2], now, DOUBT)
    proposals.second(session, vault(app), change, staff[1], now=now)
    assert sum(delta for _grade, delta, _day in counted(session, entry)) == 0


def test_nothing_is_dated_before_the_united_nations(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = verified_government(app, session, staff, now)
    with pytest.raises(RuleBroken, match="before the United Nations"):
        propose(app, session, entry, A.REDATE, staff[1], now, on=date(206, 3, 1))
    early = recorded(app, session, organisation(session, "Early Forum"), staff[0], now)
    early.effective_on = date(1026, 3, 1)
    with pytest.raises(RuleBroken, match="before the United Nations"):
        do(app, session, A.VERIFY, early, staff[1], now)
    wanted = {"effective_on": date(1026, 4, 1)}
    seen = queries.newest_decision_id(session, early.id)
    with pytest.raises(RuleBroken, match="before the United Nations"):
        corrections.correct(session, early, staff[1], wanted, seen=seen, now=now)


def test_the_database_refuses_what_nobody_seconded(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = verified_government(app, session, staff, now)
    change = propose(app, session, entry, A.SUSPEND, staff[1], now, DOUBT)
    session.commit()
    row = update(Endorsement).where(Endorsement.id == entry.id)
    for values in (
        {"status": Status.SUSPENDED},
        {"status": Status.SUSPENDED, "change_id": change.id},
        {"grade": Grade.VOICED},
        {"effective_on": date(2026, 1, 1)},
    ):
        with pytest.raises(IntegrityError):
            session.execute(row.values(**values))
        session.rollback()
    with pytest.raises(IntegrityError):
        session.execute(
            update(ProposedChange)
            .where(ProposedChange.id == change.id)
            .values(seconder_id=staff[1].id, settled_at=now, applied=True)
        )
    session.rollback()


def test_a_withdrawal_is_told_to_the_officer(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = verified_government(app, session, staff, now)
    why = ReasonCode.WITHDRAWN_BY_INSTRUMENT
    change = propose(app, session, entry, A.WITHDRAW, staff[1], now, why, on=date(2026, 11, 1))
    proposals.second(session, vault(app), change, staff[2], now=now)
    assert counted(session, entry)[-1] == ("endorsed", -1, "2026-11-01")
    assert mailed(session) == ["verified", "withdrawn"]


def test_regrading_keeps_the_old_period(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = verified_government(app, session, staff, now, grade=Grade.VOICED)
    on, by = date(2026, 11, 2), staff[1]
    with pytest.raises(RuleBroken, match="which text"):
        propose(app, session, entry, A.REGRADE, by, now, grade=Grade.ENDORSED, on=on)
    note = NewText(type=InstrumentType.NOTE_VERBALE, source="Note verbale 12/26", dated="2026-11")
    change = propose(
        app, session, entry, A.REGRADE, by, now, grade=Grade.ENDORSED, on=on, text=note
    )
    assert [piece.instrument.source for piece in entry.evidence] == [LETTER]
    proposals.second(session, vault(app), change, staff[2], now=now)
    assert (entry.grade, entry.effective_on) == (Grade.ENDORSED, on)
    assert counted(session, entry) == [
        ("voiced", 1, "2026-03-31"),
        ("voiced", -1, "2026-11-02"),
        ("endorsed", 1, "2026-11-02"),
    ]
    session.expire(entry)
    assert [piece.instrument.source for piece in entry.evidence] == [LETTER, "Note verbale 12/26"]


def test_a_regrade_may_rest_on_evidence_that_is_there(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = verified_government(app, session, staff, now, grade=Grade.ANNOUNCED)
    known = entry.evidence[0].instrument_id
    details: dict[str, Any] = {"grade": Grade.ENDORSED, "on": date(2026, 11, 2), "text": known}
    change = propose(app, session, entry, A.REGRADE, staff[1], now, **details)
    proposals.second(session, vault(app), change, staff[2], now=now)
    session.expire(entry)
    assert [piece.instrument_id for piece in entry.evidence] == [known]


def test_the_database_asks_for_the_text_too(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = verified_government(app, session, staff, now, grade=Grade.ANNOUNCED)
    session.add(
        ProposedChange(
            endorsement_id=entry.id,
            action=A.REGRADE,
            proposed_at=now,
            proposer_id=staff[1].id,
            grade=Grade.ENDORSED,
            effective_on=now.date(),
            effective_precision=DatePrecision.ON,
        )
    )
    with pytest.raises(IntegrityError):
        session.flush()


def test_redating_takes_the_wrong_day_back(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = verified_government(app, session, staff, now)
    on, by = date(2026, 2, 1), DatePrecision.BY
    change = propose(app, session, entry, A.REDATE, staff[1], now, on=on, precision=by)
    proposals.second(session, vault(app), change, staff[2], now=now)
    assert counted(session, entry)[1:] == [
        ("endorsed", -1, "2026-03-31"),
        ("endorsed", 1, "2026-02-01"),
    ]
    assert decided(session, entry)[-1] is A.REDATE


def test_a_dropped_change_alters_nothing(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = verified_government(app, session, staff, now)
    change = propose(app, session, entry, A.SUSPEND, staff[1], now, DOUBT)
    proposals.drop(session, change, staff[1], now=now)
    assert entry.status is Status.VERIFIED and not queries.open_changes(session)
    with pytest.raises(Conflict):
        proposals.second(session, vault(app), change, staff[2], now=now)


def test_an_entry_of_the_published_record_takes_two_as_well(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = session.scalars(
        select(Endorsement).where(
            Endorsement.kind == SupporterKind.GOVERNMENT,
            Endorsement.origin == Origin.PUBLISHED_RECORD,
            Endorsement.status == Status.VERIFIED,
        )
    ).first()
    assert entry is not None
    change = propose(app, session, entry, A.SUSPEND, staff[1], now, DOUBT)
    proposals.second(session, vault(app), change, staff[2], now=now)
    assert entry.status is Status.SUSPENDED and mailed(session) == []


def test_a_correction_ends_the_first_approval_and_keeps_the_difference(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = recorded(app, session, government(session), staff[0], now)
    do(app, session, A.APPROVE, entry, staff[1], now)
    wanted = corrections.present(entry) | {
        "effective_on": date(2026, 3, 13),
        "officer_name": "Amina Odhiambo-Ruto",
    }
    seen = queries.newest_decision_id(session, entry.id)
    with pytest.raises(Conflict):
        corrections.correct(session, entry, staff[2], wanted, seen=seen - 1, now=now)
    session.refresh(entry)
    corrections.correct(session, entry, staff[2], wanted, seen=seen, now=now)
    assert entry.status is Status.IN_REVIEW and entry.first_approver_id is None
    decision = session.scalars(select(Decision).order_by(Decision.id.desc())).first()
    assert decision is not None and decision.action is A.CORRECT
    assert decision.difference == {"effective_on": ["2026-03-31", "2026-03-13"]}
    assert decision.note is not None and "Odhiambo-Ruto" in decision.note.words
    do(app, session, A.APPROVE, entry, staff[1], now)
    do(app, session, A.VERIFY, entry, staff[2], now)
    assert counted(session, entry) == [("endorsed", 1, "2026-03-13")]


def test_a_correction_of_a_name_counts_nothing_and_must_differ(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = recorded(app, session, organisation(session), staff[0], now)
    do(app, session, A.VERIFY, entry, staff[1], now)
    seen = queries.newest_decision_id(session, entry.id)
    present = corrections.present(entry)
    assert "effective_on" not in present
    with pytest.raises(RuleBroken, match="Nothing differs"):
        corrections.correct(session, entry, staff[1], present, seen=seen, now=now)
    wanted = present | {"name": "Lakeside Institute Inc"}
    with pytest.raises(RuleBroken, match="two people"):
        corrections.correct(session, entry, staff[1], wanted, seen=seen, now=now)
    correct = record_proposals.correct
    correct(session, vault(app), entry, staff[1], wanted, seen=seen, words="", now=now)
    assert entry.supporter.name == "Lakeside Institute"
    settled(app, session, staff[2], now)
    assert entry.supporter.name_key == "lakeside institute inc"
    assert entry.status is Status.VERIFIED and len(counted(session, entry)) == 1


def test_a_proposal_lapses_when_its_text_is_changed(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = verified_government(app, session, staff, now)
    session.refresh(entry)
    for grade, text in (
        (Grade.ANNOUNCED, None),
        (Grade.ENDORSED, NewText(type=InstrumentType.LETTER, source=LETTER)),
    ):
        on = date(2026, 3, 1) if text is None else date(2026, 4, 1)
        change = propose(
            app, session, entry, A.REGRADE, staff[1], now, grade=grade, on=on, text=text
        )
        if text is None:
            proposals.second(session, vault(app), change, staff[2], now=now)
    letter = change.instrument
    assert letter is not None
    session.commit()
    decisions, counts = decided(session, entry), counted(session, entry)

    file = StoredFile(sha256="a" * 64, type="application/pdf", name="letter.pdf", size=9)
    services.mark_checked(letter, staff[3], now=now)
    session.refresh(change)
    assert change.settled_at is None  # somebody only looked at it
    services.attach(session, letter, staff[3], file, seen=letter.revision, now=now)
    session.refresh(change)
    assert (change.applied, change.seconder_id) == (False, None)
    with pytest.raises(Conflict, match="settled"):
        proposals.second(session, vault(app), change, staff[2], now=now)
    assert (decided(session, entry), counted(session, entry)) == (decisions, counts)
    (note,) = queries.notes(session, entry.id)
    assert letter.reference in note.words and note.staff_id == staff[3].id

    again = propose(
        app, session, entry, A.REGRADE, staff[1], now, grade=Grade.ENDORSED, on=on, text=letter.id
    )
    services.publish(session, letter, staff[3], True, seen=letter.revision, now=now)
    proposals.second(session, vault(app), again, staff[2], now=now)
    assert entry.grade is Grade.ENDORSED
