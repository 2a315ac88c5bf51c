"""One decision about many entries: previewed, carried out row by row, stopped, undone."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support.review_cases import (
    counted,
    do,
    finish_bulk,
    government,
    organisation,
    recorded,
    reviewers,
    vault,
)
from tests.support.staff import member, sign_in, token
from tests.support.webclient import Client
from tracker import worker_tasks
from tracker.accounts.models import StaffRole, User
from tracker.core.clock import utcnow
from tracker.core.errors import Conflict, RuleBroken
from tracker.endorsements import engine
from tracker.endorsements.lifecycle import Action, Actor, ReasonCode, Status
from tracker.endorsements.models import Endorsement
from tracker.review.bulk import queries as bulk_queries
from tracker.review.bulk import services
from tracker.review.models import Bulk, BulkState
from tracker.review.queue import queries
from tracker.review.queue.queries import Filters
from tracker.supporters.models import SupporterKind

ORGANISATIONS = Filters(kind=SupporterKind.ORGANISATION)


def many(app: Flask, session: Session, by: User, now: datetime, count: int) -> list[Endorsement]:
    return [
        recorded(app, session, organisation(session, f"Forum {number:03}"), by, now)
        for number in range(count)
    ]


def started(session: Session, staff: User, now: datetime, action: Action = Action.VERIFY) -> Bulk:
    made = services.prepare(session, staff, None, ORGANISATIONS, now=now)
    reason = ReasonCode.ORIGINAL_SEEN if action is Action.VERIFY else ReasonCode.NOT_SUBSTANTIATED
    services.start(session, made, staff, action, reason, "", now=now)
    return made


def test_the_preview_is_exactly_what_is_decided(
    app: Flask, session: Session, now: datetime
) -> None:
    ada, ben = reviewers(app, session, "ada", "ben")
    entries = many(app, session, ada, now, 3)
    made = services.prepare(session, ben, None, ORGANISATIONS, now=now)
    late = recorded(app, session, organisation(session, "Latecomer"), ada, now)
    rows = bulk_queries.rows(session, made.id)
    assert [entry.id for _row, entry in rows] == [entry.id for entry in entries]
    services.start(session, made, ben, Action.VERIFY, ReasonCode.ORIGINAL_SEEN, "", now=now)
    assert finish_bulk(app, session, now) == 3
    assert made.state is BulkState.DONE
    assert {entry.status for entry in entries} == {Status.VERIFIED}
    assert late.status is Status.IN_REVIEW
    assert services.progress(session, made) == services.Progress(3, 3, 0, 0)


def test_what_changed_since_the_preview_is_left_and_named(
    app: Flask, session: Session, now: datetime
) -> None:
    ada, ben, eve = reviewers(app, session, "ada", "ben", "eve")
    first, second = many(app, session, ada, now, 2)
    made = services.prepare(session, ben, None, ORGANISATIONS, now=now)
    do(app, session, Action.REJECT, first, eve, now, reason=ReasonCode.DUPLICATE)
    services.start(session, made, ben, Action.VERIFY, ReasonCode.ORIGINAL_SEEN, "", now=now)
    finish_bulk(app, session, now)
    assert (first.status, second.status) == (Status.REJECTED, Status.VERIFIED)
    row = bulk_queries.rows(session, made.id)[0][0]
    assert row.problem and services.progress(session, made).refused == 1


def test_nobody_decides_about_what_they_recorded(
    app: Flask, session: Session, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    entries = many(app, session, ada, now, 2)
    with pytest.raises(RuleBroken):
        services.prepare(session, ada, [entry.id for entry in entries], Filters(), now=now)


def test_undo_takes_everything_back(app: Flask, session: Session, now: datetime) -> None:
    ada, ben, eve = reviewers(app, session, "ada", "ben", "eve")
    entries = many(app, session, ada, now, 3)
    made = started(session, ben, now)
    finish_bulk(app, session, now)
    do(app, session, Action.SUSPEND, entries[0], eve, now, reason=ReasonCode.DUPLICATE)
    services.undo(session, made, ben, now=now)
    finish_bulk(app, session, now)
    assert made.state is BulkState.UNDONE
    assert [entry.status for entry in entries] == [
        Status.SUSPENDED,
        Status.IN_REVIEW,
        Status.IN_REVIEW,
    ]
    for entry in entries[1:]:
        assert sum(delta for _grade, delta, _day in counted(session, entry)) == 0
    assert services.progress(session, made).undone == 2


def test_nobody_alone_takes_back_what_somebody_else_verified(
    app: Flask, session: Session, now: datetime
) -> None:
    """It would wait in review, and the same person could then reject it."""
    ada, ben, eve = reviewers(app, session, "ada", "ben", "eve")
    entries = many(app, session, ada, now, 2)
    made = started(session, ben, now)
    finish_bulk(app, session, now)
    services.undo(session, made, eve, now=now)
    finish_bulk(app, session, now)
    assert {entry.status for entry in entries} == {Status.VERIFIED}
    assert services.progress(session, made).undone == 0
    session.commit()
    step: dict[str, Any] = {"source": Status.VERIFIED, "target": Status.IN_REVIEW}
    with pytest.raises(IntegrityError, match="Who verified"):
        engine.decide(session, entries[0], Action.REOPEN, Actor.staff(eve.id), now=now, **step)
    session.rollback()
    engine.decide(session, entries[0], Action.REOPEN, Actor.staff(ben.id), now=now, **step)


def test_a_stopped_bulk_keeps_what_it_did_and_goes_no_further(
    app: Flask, session: Session, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "BATCH", 2)
    ada, ben = reviewers(app, session, "ada", "ben")
    entries = many(app, session, ada, now, 5)
    made = started(session, ben, now)
    assert services.work(session, vault(app), now=now) == 2
    services.cancel(session, made, ben, now=now)
    assert not services.is_at_work(session)
    session.expire_all()
    assert [entry.status is Status.VERIFIED for entry in entries] == [
        True,
        True,
        False,
        False,
        False,
    ]
    with pytest.raises(Conflict):
        services.start(session, made, ben, Action.VERIFY, ReasonCode.ORIGINAL_SEEN, "", now=now)


def test_a_killed_worker_leaves_whole_batches_and_the_next_goes_on(
    app: Flask, session: Session, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "BATCH", 2)
    ada, ben = reviewers(app, session, "ada", "ben")
    entries = many(app, session, ada, now, 5)
    made = started(session, ben, now)
    services.work(session, vault(app), now=now)
    session.commit()
    services.work(session, vault(app), now=now)
    session.rollback()  # as if the process had ended before it committed
    assert services.progress(session, made).done == 2
    finish_bulk(app, session, now)
    assert {entry.status for entry in entries} == {Status.VERIFIED}
    assert {len(counted(session, entry)) for entry in entries} == {1}


def test_governments_take_two_bulks_by_two_people(
    app: Flask, session: Session, now: datetime
) -> None:
    ada, ben, eve = reviewers(app, session, "ada", "ben", "eve")
    entries = [
        recorded(app, session, government(session, iso3), ada, now) for iso3 in ("KEN", "TCD")
    ]
    ids = [entry.id for entry in entries]
    first = services.prepare(session, ben, ids, Filters(), now=now)
    services.start(session, first, ben, Action.APPROVE, ReasonCode.ORIGINAL_SEEN, "", now=now)
    finish_bulk(app, session, now)
    assert {entry.status for entry in entries} == {Status.APPROVED_ONCE}
    with pytest.raises(RuleBroken):
        services.prepare(session, ben, ids, Filters(), now=now)
    second = services.prepare(session, eve, ids, Filters(), now=now)
    services.start(session, second, eve, Action.VERIFY, ReasonCode.ORIGINAL_SEEN, "", now=now)
    finish_bulk(app, session, now)
    assert {entry.status for entry in entries} == {Status.VERIFIED}
    services.undo(session, second, ben, now=now)
    finish_bulk(app, session, now)
    assert {entry.status for entry in entries} == {Status.VERIFIED}
    assert services.progress(session, second).refused == 0


def test_through_the_pages(app: Flask, session: Session, client: Client) -> None:
    (ada,) = reviewers(app, session, "ada")
    chosen, other = many(app, session, ada, utcnow(), 2)
    ids = chosen.id, other.id
    session.commit()
    member(app, "Ben", StaffRole.REVIEWER)
    sign_in(client, "Ben")
    queue = client.get("/staff/?kind=organisation")
    none = client.post("/staff/bulk", data={"csrf_token": token(queue)})
    assert "None of these entries" in client.get(none.location).text
    made = client.post("/staff/bulk", data={"csrf_token": token(queue), "entry": str(ids[0])})
    page = client.get(made.location)
    assert "Forum 000" in page.text and "Forum 001" not in page.text
    form = {"csrf_token": token(page), "action": "verify", "reason": "", "words": "because"}
    bad = client.post(f"{made.location}/start", data=form)
    assert bad.status_code == 422 and "Please choose the reason" in bad.text
    assert "because" in bad.text
    misfit = client.post(f"{made.location}/start", data=form | {"reason": "duplicate"})
    assert misfit.status_code == 422 and "does not fit" in misfit.text
    form |= {"reason": "original_seen"}
    assert client.post(f"{made.location}/start", data=form).status_code == 303
    again = client.post(f"{made.location}/start", data=form)
    assert again.status_code == 409
    (task,) = [task for task in worker_tasks.tasks(app) if task.name == "bulk"]
    with app.app_context():
        while task.run(utcnow()):
            pass
    page = client.get(made.location)
    assert re.search(r"1 of 1\s+decided", page.text) and "Take 1 decision back" in page.text
    progress = client.get(f"{made.location}/progress.json").json
    assert progress == {"state": "done", "total": 1, "done": 1, "undone": 0}
    assert f'href="{made.location}"' in client.get("/staff/bulk").text
    session.expire_all()
    assert queries.item(session, ids[0]).status is Status.VERIFIED
