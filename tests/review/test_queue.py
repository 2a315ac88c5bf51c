"""Working through the queue: claims, the next entry, hand-over, undo, kept filters, digests."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.review_cases import (
    counted,
    decided,
    do,
    government,
    mailed,
    organisation,
    recorded,
    reviewers,
    vault,
    verified_government,
)
from tests.support.signup import newest_mail
from tests.support.staff import member, sign_in, token
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole, User
from tracker.core.clock import utcnow
from tracker.core.errors import RuleBroken
from tracker.endorsements import waiting_times
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.review.decisions import undo as decisions_undo
from tracker.review.models import SavedFilter
from tracker.review.queue import claims, digest, queries
from tracker.review.queue.queries import Filters
from tracker.supporters.models import SupporterKind

EVERYTHING = Filters()


def waiting(
    app: Flask, session: Session, by: User, now: datetime, *names: str
) -> list[Endorsement]:
    return [recorded(app, session, organisation(session, name), by, now) for name in names]


def test_two_reviewers_get_different_entries_oldest_first(
    app: Flask, session: Session, now: datetime
) -> None:
    ada, ben, eve = reviewers(app, session, "ada", "ben", "eve")
    first, second = waiting(app, session, ada, now, "Lakeside", "Hillside")
    assert claims.claim_next(session, EVERYTHING, ben, now=now) == first.id
    assert claims.claim_next(session, EVERYTHING, eve, now=now) == second.id
    assert claims.claim_next(session, EVERYTHING, eve, now=now, after=second.id) is None
    assert claims.holder(session, first.id, now=now) == ben.id
    assert not claims.claim(session, first.id, eve, now=now)


def test_nobody_is_given_what_they_may_not_judge(
    app: Flask, session: Session, now: datetime
) -> None:
    ada, ben, eve = reviewers(app, session, "ada", "ben", "eve")
    entry = recorded(app, session, government(session), ada, now)
    assert claims.claim_next(session, EVERYTHING, ada, now=now) is None
    do(app, session, Action.APPROVE, entry, ben, now)
    assert claims.claim_next(session, EVERYTHING, ben, now=now) is None
    assert claims.claim_next(session, EVERYTHING, eve, now=now) == entry.id


def test_a_claim_lapses(app: Flask, session: Session, now: datetime) -> None:
    ada, ben, eve = reviewers(app, session, "ada", "ben", "eve")
    (entry,) = waiting(app, session, ada, now, "Lakeside")
    assert claims.claim(session, entry.id, ben, now=now)
    later = now + claims.CLAIM_LIFE + timedelta(minutes=1)
    assert claims.holder(session, entry.id, now=later) is None
    assert claims.claim_next(session, EVERYTHING, eve, now=later) == entry.id


def test_a_handed_over_government_comes_first_and_to_nobody_else(
    app: Flask, session: Session, now: datetime
) -> None:
    ada, ben, eve, kim = reviewers(app, session, "ada", "ben", "eve", "kim")
    (older,) = waiting(app, session, ada, now, "Lakeside")
    entry = recorded(app, session, government(session), ada, now)
    with pytest.raises(RuleBroken):
        claims.hand_over(session, vault(app), entry, eve, ben, now=now)
    do(app, session, Action.APPROVE, entry, ben, now)
    for wrong in (ada, ben):
        with pytest.raises(RuleBroken):
            claims.hand_over(session, vault(app), entry, wrong, ben, now=now)
    claims.hand_over(session, vault(app), entry, eve, ben, now=now)
    assert mailed(session)[-1] == "handed_over"
    assert claims.count_handed_to(session, eve.id) == 1
    assert claims.claim_next(session, EVERYTHING, kim, now=now) == older.id
    assert claims.claim_next(session, EVERYTHING, eve, now=now) == entry.id


def test_a_verification_taken_back_never_counted(
    app: Flask, session: Session, now: datetime
) -> None:
    ada, ben = reviewers(app, session, "ada", "ben")
    (entry,) = waiting(app, session, ada, now, "Lakeside")
    do(app, session, Action.VERIFY, entry, ben, now)
    session.expire(entry, ["decisions"])
    decisions_undo.undo(session, vault(app), entry, ben, now=now + timedelta(minutes=5))
    assert entry.status is Status.IN_REVIEW and entry.verified_at is None
    assert sum(delta for _grade, delta, _day in counted(session, entry)) == 0
    assert len({day for _grade, _delta, day in counted(session, entry)}) == 1
    assert decided(session, entry)[-2:] == [Action.VERIFY, Action.REOPEN]
    assert mailed(session)[-2:] == ["verified", "reopened"]
    do(app, session, Action.VERIFY, entry, ben, now + timedelta(minutes=6))
    assert sum(delta for _grade, delta, _day in counted(session, entry)) == 1


def test_only_my_own_recent_decision_can_be_taken_back(
    app: Flask, session: Session, now: datetime
) -> None:
    ada, ben, eve = reviewers(app, session, "ada", "ben", "eve")
    (entry,) = waiting(app, session, ada, now, "Lakeside")
    do(app, session, Action.REJECT, entry, ben, now, words="No.", reason="not_substantiated")
    session.expire(entry, ["decisions"])
    assert decisions_undo.can_undo(entry, ben, now=now)
    assert not decisions_undo.can_undo(entry, eve, now=now)
    late = now + decisions_undo.UNDO_WITHIN + timedelta(seconds=1)
    with pytest.raises(RuleBroken):
        decisions_undo.undo(session, vault(app), entry, ben, now=late)


def test_a_verified_government_is_not_simply_taken_back(
    app: Flask, session: Session, now: datetime
) -> None:
    staff = reviewers(app, session, "ada", "ben", "eve")
    entry = verified_government(app, session, staff, now)
    session.expire(entry, ["decisions"])
    assert not decisions_undo.can_undo(entry, staff[2], now=now)
    with pytest.raises(RuleBroken):
        decisions_undo.reopen(session, vault(app), entry, staff[2], now=now)


def test_a_first_approval_can_be_taken_back(app: Flask, session: Session, now: datetime) -> None:
    ada, ben = reviewers(app, session, "ada", "ben")
    entry = recorded(app, session, government(session), ada, now)
    do(app, session, Action.APPROVE, entry, ben, now)
    session.expire(entry, ["decisions"])
    before = mailed(session)
    decisions_undo.undo(session, vault(app), entry, ben, now=now)
    assert (entry.status, entry.first_approver_id) == (Status.IN_REVIEW, None)
    assert mailed(session) == before


def _decide_next(client: Client, page: Any) -> Any:
    """Verify the entry on the page, as its form does."""
    action = re.search(r'action="(/staff/endorsements/\d+/verify[^"]*)"', page.text)
    seen = re.search(r'name="verify-seen"[^>]*value="(\d+)"', page.text)
    assert action and seen, page.text
    data = {"verify-seen": seen[1], "verify-reason": "original_seen", "verify-words": ""}
    return client.post(action[1].replace("&amp;", "&"), data=data | {"csrf_token": token(page)})


def test_open_decide_next_and_undo_through_the_pages(
    app: Flask, session: Session, client: Client
) -> None:
    now = utcnow()
    (ada,) = reviewers(app, session, "ada")
    first, second = (entry.id for entry in waiting(app, session, ada, now, "Lakeside", "Hillside"))
    session.commit()
    member(app, "Ben", StaffRole.REVIEWER)
    sign_in(client, "Ben")
    queue = client.get("/staff/?kind=organisation")
    opened = client.post("/staff/next?kind=organisation", data={"csrf_token": token(queue)})
    assert opened.location.startswith(f"/staff/endorsements/{first}?")
    following = _decide_next(client, client.get(opened.location))
    assert following.location.startswith(f"/staff/endorsements/{second}?")
    assert "kind=organisation" in following.location
    page = client.get(following.location)
    assert "Undo: Lakeside" in page.text
    undo = re.search(r'action="(/staff/endorsements/\d+/undo[^"]*)"', page.text)
    assert undo
    back = client.post(undo[1].replace("&amp;", "&"), data={"csrf_token": token(page)})
    assert f"/staff/endorsements/{first}" in back.location
    assert "waits in review again" in client.get(back.location).text
    session.expire_all()
    assert queries.item(session, first).status is Status.IN_REVIEW


def test_a_colleague_at_the_same_entry_is_named(
    app: Flask, session: Session, client: Client
) -> None:
    ada, eve = reviewers(app, session, "ada", "eve")
    (entry,) = waiting(app, session, ada, utcnow(), "Lakeside")
    assert claims.claim(session, entry.id, eve, now=utcnow())
    address = f"/staff/endorsements/{entry.id}"
    session.commit()
    member(app, "Ben", StaffRole.REVIEWER)
    sign_in(client, "Ben")
    page = client.get(address)
    assert "Eve" in page.text
    done = client.post("/staff/next", data={"csrf_token": token(page)})
    assert done.location.startswith("/staff/?") or done.location == "/staff/"
    assert "Nothing more waits for you" in client.get(done.location).text


def test_a_filter_is_kept_under_its_name_and_forgotten(
    app: Flask, session: Session, client: Client
) -> None:
    member(app, "Ben", StaffRole.REVIEWER)
    sign_in(client, "Ben")
    page = client.get("/staff/?kind=government&status=approved_once")
    form = {"csrf_token": token(page), "name": "Second approvals"}
    address = "/staff/filters?kind=government&status=approved_once"
    assert client.post(address, data=form).status_code == 303
    assert client.post(address, data=form).status_code == 303
    (saved,) = session.scalars(select(SavedFilter)).all()
    assert (saved.kind, saved.status) == (SupporterKind.GOVERNMENT, Status.APPROVED_ONCE)
    assert "Second approvals" in client.get("/staff/").text
    nameless = client.post(address, data=form | {"name": ""})
    assert "Give it a name" in client.get(nameless.location).text
    client.post(f"/staff/filters/{saved.id}/forget", data=form)
    session.expire_all()
    assert session.scalars(select(SavedFilter)).all() == []


def test_staff_are_told_once_a_day_what_waits(app: Flask, session: Session, now: datetime) -> None:
    morning = now.replace(hour=7)
    ada, _ben = reviewers(app, session, "ada", "ben")
    assert digest.send(session, vault(app), now=morning) == 0
    waiting(app, session, ada, morning, "Lakeside")
    assert digest.send(session, vault(app), now=morning) == 0, "they were looked after today"
    tomorrow = morning + timedelta(days=1)
    assert digest.send(session, vault(app), now=tomorrow.replace(hour=5)) == 0
    assert digest.send(session, vault(app), now=tomorrow) == 2
    assert digest.send(session, vault(app), now=tomorrow) == 0
    session.commit()
    mail = newest_mail(app)
    assert "1 entry awaits verification, the oldest for 1 day" in str(mail.get_body(("plain",)))


def test_the_median_time_is_of_sign_ups_that_staff_verified(
    app: Flask, session: Session, now: datetime
) -> None:
    ada, ben = reviewers(app, session, "ada", "ben")
    kind = SupporterKind.ORGANISATION
    for days in (1, 2, 3, 4):
        _verified_after(app, session, ada, ben, now, days)
    assert waiting_times.median_time(session, kind, now=now) is None
    _verified_after(app, session, ada, ben, now, 30)
    assert waiting_times.median_time(session, kind, now=now) == timedelta(days=3)
    assert waiting_times.median_time(session, kind, now=now + timedelta(days=91)) is None


def _verified_after(
    app: Flask, session: Session, by: User, judge: User, now: datetime, days: int
) -> None:
    (entry,) = waiting(app, session, by, now - timedelta(days=days), f"Forum {days}")
    copied = Endorsement(
        initiative_id=entry.initiative_id,
        supporter_id=entry.supporter_id,
        kind=entry.kind,
        origin=Origin.SIGN_UP,
        submitted_at=now - timedelta(days=days),
        status_since=now,
        status=Status.IN_REVIEW,
        effective_on=entry.effective_on,
    )
    session.add(copied)
    session.flush()
    do(app, session, Action.VERIFY, queries.item(session, copied.id), judge, now)


def test_the_queue_says_how_old_it_is(app: Flask, session: Session, now: datetime) -> None:
    (ada,) = reviewers(app, session, "ada")
    before = waiting_times.ageing(session, now=now)
    for days in (0, 5, 10, 40, 50):
        waiting(app, session, ada, now - timedelta(days=days), f"Forum {days}")
    after = waiting_times.ageing(session, now=now)
    assert [new - old for new, old in zip(after.counts, before.counts, strict=True)] == [1, 1, 1, 2]
    assert after.oldest is not None and (now - after.oldest).days == 50
