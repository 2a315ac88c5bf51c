from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support.merges import waiting
from tests.support.review_cases import (
    counted,
    decided,
    do,
    government,
    invalidated,
    mailed,
    organisation,
    recorded,
    vault,
    verdict,
)
from tests.support.signup import newest_mail
from tests.support.webclient import Client
from tracker.accounts.models import User
from tracker.core.errors import Conflict, RuleBroken
from tracker.endorsements import engine
from tracker.endorsements import services as supporters_own
from tracker.endorsements.lifecycle import Action, Actor, ActorKind, ReasonCode, Status, offered
from tracker.endorsements.models import Endorsement, Officer
from tracker.ledger.models import DatePrecision
from tracker.review.decisions import proposals, services
from tracker.review.duplicates import queries as duplicate_queries
from tracker.review.queue import queries
from tracker.supporters import likeness
from tracker.supporters.models import SupporterKind

A = Action


def test_three_people_count_a_government(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = recorded(app, session, government(session), staff[0], now)
    assert entry.status is Status.IN_REVIEW and counted(session, entry) == []
    do(app, session, A.APPROVE, entry, staff[1], now)
    assert entry.status is Status.APPROVED_ONCE and counted(session, entry) == []
    do(app, session, A.VERIFY, entry, staff[2], now)
    assert entry.status is Status.VERIFIED
    assert counted(session, entry) == [("endorsed", 1, "2026-03-31")]
    assert decided(session, entry) == [A.RECORD, A.APPROVE, A.VERIFY]
    assert mailed(session) == ["verified"]
    people = (entry.recorder_id, entry.first_approver_id, entry.second_approver_id)
    assert people == tuple(user.id for user in staff[:3])


def test_who_recorded_or_approved_is_refused(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = recorded(app, session, government(session), staff[0], now)
    with pytest.raises(RuleBroken, match="You recorded this entry"):
        do(app, session, A.APPROVE, entry, staff[0], now)
    do(app, session, A.APPROVE, entry, staff[1], now)
    with pytest.raises(RuleBroken, match="You recorded this entry"):
        do(app, session, A.VERIFY, entry, staff[0], now)
    with pytest.raises(RuleBroken, match="You gave the first approval"):
        do(app, session, A.VERIFY, entry, staff[1], now)
    assert entry.status is Status.APPROVED_ONCE and decided(session, entry) == [A.RECORD, A.APPROVE]


@pytest.mark.parametrize(("first", "second"), [(0, 1), (1, 1), (1, 0), (1, None)], ids=str)
def test_the_database_refuses_the_same(
    app: Flask,
    session: Session,
    staff: list[User],
    now: datetime,
    first: int,
    second: int | None,
) -> None:
    entry = recorded(app, session, government(session), staff[0], now)
    session.commit()
    approved = update(Endorsement).where(Endorsement.id == entry.id)
    once = approved.values(
        status=Status.APPROVED_ONCE, status_since=now, first_approver_id=staff[first].id
    )
    step: dict[str, Any] = {"source": Status.IN_REVIEW, "target": Status.APPROVED_ONCE}
    engine.decide(session, entry, A.APPROVE, Actor.staff(staff[first].id), now=now, **step)
    twice = approved.values(
        status=Status.VERIFIED,
        status_since=now,
        second_approver_id=None if second is None else staff[second].id,
    )
    if first != 0:
        session.execute(once)
        by = Actor.staff(staff[2 if second is None else second].id)
        step = {"source": Status.APPROVED_ONCE, "target": Status.VERIFIED}
        engine.decide(session, entry, A.VERIFY, by, now=now, **step)
    with pytest.raises(IntegrityError):
        session.execute(once if first == 0 else twice)
    session.rollback()


def test_the_first_approver_cannot_be_exchanged(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = recorded(app, session, government(session), staff[0], now)
    do(app, session, A.APPROVE, entry, staff[1], now)
    session.commit()
    with pytest.raises(IntegrityError):
        session.execute(
            update(Endorsement)
            .where(Endorsement.id == entry.id)
            .values(
                status=Status.VERIFIED,
                first_approver_id=staff[3].id,
                second_approver_id=staff[1].id,
            )
        )
    session.rollback()


def test_an_officer_does_not_judge_the_own_entry(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    own = government(session, email="Ben@Staff.example")
    entry = recorded(app, session, own, staff[0], now)
    with pytest.raises(RuleBroken, match="your own address"):
        do(app, session, A.APPROVE, entry, staff[1], now)


def test_a_page_that_is_no_longer_true_decides_nothing(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = recorded(app, session, organisation(session), staff[0], now)
    stale = verdict(session, entry, staff[1], reason=ReasonCode.NOT_SUBSTANTIATED)
    do(app, session, A.ASK, entry, staff[2], now, reason=None, words="Which registry?")
    with pytest.raises(Conflict):
        services.reject(session, vault(app), entry, stale, now=now)


def test_a_second_entry_of_anybody_else_is_refused(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    first = recorded(app, session, organisation(session), staff[0], now)
    second = waiting(session, first.supporter, first.initiative, now=now, on=now.date())
    officer = Officer(endorsement_id=second.id, name="Ola Berg", title="Director")
    officer.email_sealed = first.officer.email_sealed if first.officer else None
    session.add(officer)
    do(app, session, A.VERIFY, first, staff[1], now)
    with pytest.raises(RuleBroken, match=first.reference):
        do(app, session, A.VERIFY, second, staff[1], now)
    do(app, session, A.REJECT, second, staff[1], now, reason=ReasonCode.DUPLICATE)
    assert second.status is Status.REJECTED and mailed(session) == ["verified", "rejected"]


def test_one_reviewer_verifies_an_organisation(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = recorded(app, session, organisation(session), staff[0], now)
    do(app, session, A.VERIFY, entry, staff[1], now)
    assert entry.first_approver_id == staff[1].id
    assert counted(session, entry) == [("endorsed", 1, "2026-03-31")]


def test_asking_ends_a_first_approval(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = recorded(app, session, government(session), staff[0], now)
    do(app, session, A.APPROVE, entry, staff[1], now)
    with pytest.raises(RuleBroken, match="question"):
        do(app, session, A.ASK, entry, staff[2], now)
    do(app, session, A.ASK, entry, staff[2], now, reason=None, words="Who signed the note?")
    assert entry.status is Status.NEEDS_INFO and entry.first_approver_id is None
    assert mailed(session) == ["needs_info"]


def test_no_reason_no_decision(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = recorded(app, session, organisation(session), staff[0], now)
    for reason in (None, ReasonCode.DUPLICATE, ReasonCode.OTHER):
        with pytest.raises(RuleBroken):
            do(app, session, A.VERIFY, entry, staff[1], now, reason=reason)
    assert decided(session, entry) == [A.RECORD]


def test_suspending_and_what_may_follow(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = recorded(app, session, organisation(session), staff[0], now)
    doubt = ReasonCode.NOT_SUBSTANTIATED
    do(app, session, A.VERIFY, entry, staff[1], now)
    do(app, session, A.SUSPEND, entry, staff[1], now, reason=doubt)
    do(app, session, A.REINSTATE, entry, staff[2], now)
    today = now.date().isoformat()
    kept = [("endorsed", 1, "2026-03-31"), ("endorsed", -1, today), ("endorsed", 1, today)]
    assert counted(session, entry) == kept
    do(app, session, A.SUSPEND, entry, staff[1], now, reason=doubt)
    with pytest.raises(RuleBroken, match="second reviewer"):
        do(app, session, A.INVALIDATE, entry, staff[1], now, reason=doubt)
    invalidated(app, session, entry, staff[1], staff[2], now)
    assert entry.status is Status.INVALIDATED
    assert set(per_day(session, entry).values()) == {0}


def per_day(session: Session, entry: Endorsement) -> dict[str, int]:
    days: dict[str, int] = {}
    for _grade, delta, day in counted(session, entry):
        days[day] = days.get(day, 0) + delta
    return days


def test_who_is_invalidated_is_told_appeals_once_and_counts_again(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = recorded(app, session, organisation(session), staff[0], now)
    do(app, session, A.VERIFY, entry, staff[1], now)
    do(app, session, A.SUSPEND, entry, staff[1], now, reason=ReasonCode.NOT_SUBSTANTIATED)
    invalidated(app, session, entry, staff[1], staff[2], now)
    assert mailed(session) == ["verified", "invalidated"]
    session.commit()
    said = newest_mail(app).get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "could not be substantiated" in said and "You may appeal once" in said
    supporters_own.appeal(session, entry, "Here is our registration.", now=now)
    session.flush()
    for involved in staff[1:3]:  # who verified, suspended and proposed; who seconded
        with pytest.raises(RuleBroken, match="before its appeal"):
            do(app, session, A.VERIFY, queries.item(session, entry.id), involved, now)
    entry = queries.item(session, entry.id)
    do(app, session, A.VERIFY, entry, staff[3], now)
    assert (entry.status, entry.verified_at) == (Status.VERIFIED, now)
    days = per_day(session, entry)
    assert {day: count for day, count in days.items() if count} == {"2026-03-31": 1}


def test_an_appeal_of_being_invalidated_that_fails_is_final(
    app: Flask, session: Session, client: Client, staff: list[User], now: datetime
) -> None:
    entry = recorded(app, session, organisation(session), staff[0], now)
    do(app, session, A.VERIFY, entry, staff[1], now)
    do(app, session, A.SUSPEND, entry, staff[1], now, reason=ReasonCode.NOT_SUBSTANTIATED)
    invalidated(app, session, entry, staff[1], staff[2], now)
    supporters_own.appeal(session, entry, "Please.", now=now)
    session.commit()
    page = client.get(f"/endorsements/{entry.id}").text
    assert "could not be substantiated" in page  # the public reads the same until it is decided
    entry = queries.item(session, entry.id)
    do(app, session, A.REJECT, entry, staff[3], now, reason=ReasonCode.NOT_SUBSTANTIATED)
    session.commit()
    assert "could not be substantiated" in client.get(f"/endorsements/{entry.id}").text
    with pytest.raises(RuleBroken):
        supporters_own.appeal(session, entry, "And again.", now=now)
    assert set(per_day(session, entry).values()) == {0}


def test_the_database_asks_for_two_who_invalidate(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = recorded(app, session, organisation(session), staff[0], now)
    do(app, session, A.VERIFY, entry, staff[1], now)
    do(app, session, A.SUSPEND, entry, staff[1], now, reason=ReasonCode.NOT_SUBSTANTIATED)
    by, why = Actor.staff(staff[1].id), ReasonCode.NOT_SUBSTANTIATED
    target = Status.INVALIDATED
    engine.decide(
        session, entry, A.INVALIDATE, by, now=now, source=entry.status, target=target, reason=why
    )
    session.commit()
    with pytest.raises(IntegrityError, match="two reviewers"):
        session.execute(
            update(Endorsement)
            .where(Endorsement.id == entry.id)
            .values(status=target, status_since=now)
        )
    session.rollback()


def test_withdrawing_an_organisation_from_a_day_on(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = recorded(app, session, organisation(session), staff[0], now)
    do(app, session, A.VERIFY, entry, staff[1], now)
    supporters_own.withdraw(session, entry, now=now)
    why = ReasonCode.WITHDRAWN_BY_INSTRUMENT
    do(app, session, A.WITHDRAW, entry, staff[1], now, reason=why, ended_on=date(2026, 10, 1))
    assert counted(session, entry)[-1] == ("endorsed", -1, "2026-10-01")
    assert mailed(session) == ["verified", "withdrawn"]


def test_every_step_that_the_table_gives_staff_has_its_verb() -> None:
    elsewhere = {A.SUPERSEDE, A.CORRECT, A.REOPEN, A.RECORD, A.LAPSE, A.RESTORE, A.CITE}
    for kind in SupporterKind:
        for status in Status:
            steps = {step.action for step in offered(status, kind, ActorKind.STAFF)}
            assert steps - elsewhere <= set(services.VERBS)


def test_duplicates_are_found_by_name_and_domain(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    first = recorded(app, session, organisation(session), staff[0], now)
    like = recorded(
        app, session, organisation(session, "The Lakeside Institute", website=""), staff[0], now
    )
    same = recorded(app, session, organisation(session, "Quite Different"), staff[0], now)
    recorded(app, session, organisation(session, "Nothing Alike", website=""), staff[0], now)
    duplicates = {
        duplicate.endorsement.id: duplicate
        for duplicate in duplicate_queries.likely_duplicates(session, first)
    }
    assert set(duplicates) == {like.id, same.id}
    assert duplicates[like.id].alike >= likeness.MIN_SCORE and not duplicates[like.id].same_domain
    assert duplicates[same.id].same_domain and duplicates[same.id].alike == 0


def test_a_withdrawal_request_is_declined_and_may_be_made_again(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = recorded(app, session, organisation(session), staff[0], now)
    do(app, session, A.VERIFY, entry, staff[1], now)
    before = counted(session, entry)
    with pytest.raises(RuleBroken):
        do(app, session, A.DECLINE_WITHDRAWAL, entry, staff[1], now, words="Whoever asked?")
    supporters_own.withdraw(session, entry, now=now)
    assert queries.withdrawals_requested(session) == [entry]
    reason = ReasonCode.NOT_AUTHORISED
    words = "The director knows nothing of it."
    do(app, session, A.DECLINE_WITHDRAWAL, entry, staff[1], now, reason=reason, words=words)
    assert entry.status is Status.VERIFIED and counted(session, entry) == before
    assert queries.withdrawals_requested(session) == []
    assert mailed(session)[-1] == "withdrawal_declined"
    supporters_own.withdraw(session, entry, now=now)
    assert decided(session, entry)[-3:] == [
        A.REQUEST_WITHDRAWAL,
        A.DECLINE_WITHDRAWAL,
        A.REQUEST_WITHDRAWAL,
    ]


def test_two_reviewers_redate_an_organisation_and_the_ledger_keeps_both_days(
    app: Flask, session: Session, staff: list[User], now: datetime
) -> None:
    entry = recorded(app, session, organisation(session), staff[0], now)
    do(app, session, A.VERIFY, entry, staff[1], now)
    day, by = date(2026, 2, 1), DatePrecision.BY
    saw = verdict(session, entry, staff[1])
    with pytest.raises(RuleBroken):
        proposals.propose(session, vault(app), entry, A.REDATE, saw, now=now)
    redate = proposals.propose(
        session, vault(app), entry, A.REDATE, saw, now=now, on=day, precision=by
    )
    proposals.second(session, vault(app), redate, staff[2], now=now)
    assert (entry.effective_on, entry.effective_precision) == (day, by)
    assert counted(session, entry) == [
        ("endorsed", 1, "2026-03-31"),
        ("endorsed", -1, "2026-03-31"),
        ("endorsed", 1, "2026-02-01"),
    ]
    session.expire(entry, ["decisions"])
    newest = entry.decisions[-1]
    assert newest.difference == {"effective_on": ["2026-03-31", "2026-02-01"]}
    assert newest.reason is ReasonCode.ORIGINAL_SEEN
