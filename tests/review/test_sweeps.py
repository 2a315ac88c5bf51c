"""Sweeping up a flood: found, listed, suspended, restored, or invalidated by two people."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from tests.support.review_cases import counted, decided, do, finish_bulk, mailed, reviewers
from tests.support.signup import link_in, mails, newest_mail, post, sign_ups
from tests.support.sweeps import entries, flood, statuses
from tests.support.webclient import Client
from tracker.accounts.models import User
from tracker.core.clock import utcnow
from tracker.core.errors import Conflict, RuleBroken
from tracker.endorsements import services
from tracker.endorsements.abuse import flags
from tracker.endorsements.abuse.traces import Trace
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Action, ReasonCode, Status
from tracker.endorsements.models import Endorsement
from tracker.review.bulk import services as bulk_services
from tracker.review.bulk import sweeps
from tracker.review.bulk.sweeps import Query
from tracker.review.models import Bulk, BulkRow, BulkState, Sweep
from tracker.supporters.models import SupporterKind
from tracker.tallies import queries as tallies

FLOOD = Query(mail_domain="flood.example")
DOUBT, SEEN = ReasonCode.NOT_SUBSTANTIATED, ReasonCode.CALLED_BACK


def suspended(app: Flask, session: Session, staff: User, query: Query = FLOOD) -> Sweep:
    """A sweep whose first step the worker has carried out."""
    now = utcnow()
    sweep = sweeps.prepare(session, staff, query, now=now)
    step = sweeps.newest_step(session, sweep.id)
    bulk_services.start(session, step, staff, Action.SUSPEND, DOUBT, "a flood", now=now)
    finish_bulk(app, session, now)
    return sweep


def then(app: Flask, session: Session, sweep: Sweep, staff: User, action: Action) -> Bulk:
    reason = SEEN if action is Action.REINSTATE else DOUBT
    step = sweeps.follow(session, sweep, staff, action, reason, "", now=utcnow())
    if action is Action.INVALIDATE:
        bulk_services.second(session, step, colleague(app, session), now=utcnow())
    finish_bulk(app, session, utcnow())
    return step


def colleague(app: Flask, session: Session) -> User:
    """A second reviewer, who agrees to invalidating."""
    known = session.scalars(select(User).where(User.email == "zoe@staff.example")).first()
    return known or reviewers(app, session, "zoe")[0]


def test_a_sweep_suspends_what_counts_and_holds_what_might(
    app: Flask, client: Client, session: Session
) -> None:
    ids = flood(app, client)
    (ada,) = reviewers(app, session, "ada")
    before = len(mailed(session))
    sweep = suspended(app, session, ada)
    assert statuses(session, ids) == [Status.SUSPENDED, Status.SUSPENDED, Status.UNCONFIRMED]
    assert entries(session, ids)[2].flag == f"held by sweep {sweep.reference}"
    assert sign_ups(app)[-1].status is Status.VERIFIED
    assert len(mailed(session)) == before
    made = session.scalars(select(Decision).where(Decision.cites == sweep.reference)).all()
    assert Counter(entry.action for entry in made) == {Action.SUSPEND: 2, Action.HOLD: 1}
    step = sweeps.newest_step(session, sweep.id)
    assert step.state is BulkState.DONE
    assert bulk_services.progress(session, step) == bulk_services.Progress(3, 3, 0, 0)


def test_what_is_held_never_counts_though_it_is_confirmed(
    app: Flask, client: Client, session: Session
) -> None:
    ids = flood(app, client)
    link = link_in(mails(app)[2], "confirm")
    (ada,) = reviewers(app, session, "ada")
    sweep = suspended(app, session, ada)
    assert client.post(link).status_code == 303
    assert "your support is confirmed" in client.get(link).text
    held = entries(session, ids)[2]
    assert held.status is Status.IN_REVIEW and counted(session, held) == []
    then(app, session, sweep, session.merge(ada), Action.REINSTATE)
    assert statuses(session, ids) == [Status.VERIFIED] * 3
    held = entries(session, ids)[2]
    assert (held.flag, len(counted(session, held))) == ("", 1)
    assert decided(session, held)[-2:] == [Action.RELEASE, Action.VERIFY]


def test_what_is_confirmed_between_the_list_and_the_step_is_suspended(
    app: Flask, client: Client, session: Session
) -> None:
    ids = flood(app, client, confirmed=0, unconfirmed=1)
    link = link_in(mails(app)[0], "confirm")
    (ada,) = reviewers(app, session, "ada")
    now = utcnow()
    sweep = sweeps.prepare(session, ada, FLOOD, now=now)
    session.commit()
    client.post(link)
    step = sweeps.newest_step(session, sweep.id)
    bulk_services.start(session, step, session.merge(ada), Action.SUSPEND, DOUBT, "", now=now)
    finish_bulk(app, session, now)
    assert statuses(session, ids) == [Status.SUSPENDED]


def test_restoring_leaves_everything_as_it_was(
    app: Flask, client: Client, session: Session
) -> None:
    ids = flood(app, client)
    before = [(entry.status, entry.flag) for entry in entries(session, ids)]
    (ada,) = reviewers(app, session, "ada")
    sweep = suspended(app, session, ada)
    then(app, session, sweep, ada, Action.REINSTATE)
    assert [(entry.status, entry.flag) for entry in entries(session, ids)] == before
    totals = [sum(d for _g, d, _day in counted(session, entry)) for entry in entries(session, ids)]
    assert totals == [1, 1, 0]
    then(app, session, sweep, ada, Action.SUSPEND)
    assert statuses(session, ids) == [Status.SUSPENDED, Status.SUSPENDED, Status.UNCONFIRMED]
    assert [step.action for step in sweeps.steps(session, sweep.id)] == [
        Action.SUSPEND,
        Action.REINSTATE,
        Action.SUSPEND,
    ]


def test_invalidating_takes_every_day_back_and_tells_who_counted(
    app: Flask, client: Client, session: Session
) -> None:
    ids = flood(app, client, confirmed=2, unconfirmed=2)
    link = link_in(mails(app)[2], "confirm")
    (ada,) = reviewers(app, session, "ada")
    sweep = suspended(app, session, ada)
    client.post(link)
    before = len(mailed(session))
    step = then(app, session, sweep, session.merge(ada), Action.INVALIDATE)
    assert statuses(session, ids) == [
        Status.INVALIDATED,
        Status.INVALIDATED,
        Status.REJECTED,
        Status.UNCONFIRMED,
    ]
    assert {
        sum(d for _g, d, _day in counted(session, entry)) for entry in entries(session, ids)
    } == {0}
    assert mailed(session)[before:] == ["invalidated", "invalidated"]  # not who never counted
    progress = bulk_services.progress(session, step)
    assert (progress.done, progress.refused) == (3, 1)
    last = session.get_one(BulkRow, (step.id, ids[3]))
    assert "never confirmed" in last.problem
    back = then(app, session, sweep, session.merge(ada), Action.REINSTATE)
    assert statuses(session, ids)[2:] == [Status.VERIFIED, Status.UNCONFIRMED]
    final = session.get_one(BulkRow, (back.id, ids[0]))
    assert "cannot be taken back" in final.problem


def test_what_is_held_is_found_and_what_is_final_is_not_offered_back(
    app: Flask, client: Client, session: Session
) -> None:
    ids = flood(app, client, confirmed=2, unconfirmed=1)
    (ada,) = reviewers(app, session, "ada")
    sweep = suspended(app, session, ada)
    groups = sweeps.counts(session, Query(flag=flags.HELD))
    assert [(status, count) for _kind, status, count in groups] == [(Status.UNCONFIRMED, 1)]
    last = sweeps.newest_step(session, sweep.id)
    assert Action.REINSTATE in sweeps.next_steps(session, last)
    then(app, session, sweep, session.merge(ada), Action.INVALIDATE)
    last = sweeps.newest_step(session, sweep.id)
    assert Action.REINSTATE in sweeps.next_steps(session, last)  # the held one can be restored
    session.execute(delete(BulkRow).where(BulkRow.endorsement_id == ids[2]))
    assert sweeps.next_steps(session, last) == ()
    with pytest.raises(RuleBroken, match="does not follow"):
        then(app, session, sweep, session.merge(ada), Action.REINSTATE)


def awaiting(session: Session, entry: Endorsement) -> int | None:
    """What the public reads of the entry's initiative as awaiting verification."""
    today = utcnow().date()
    return tallies.tally(session, entry.initiative_id, as_of=today, today=today).awaiting


def test_who_is_held_or_flagged_cannot_read_it_from_what_awaits(
    app: Flask, client: Client, session: Session
) -> None:
    post(client, "individual", email="a@flood.example", nickname="bot")
    assert client.post(link_in(newest_mail(app), "confirm")).status_code == 303
    (entry,) = sign_ups(app)
    assert entry.status is Status.IN_REVIEW
    assert awaiting(session, entry) == 0
    post(client, "organisation", email="ruth@lake.example")
    client.post(link_in(newest_mail(app), "confirm"))
    entry = sign_ups(app)[-1]
    assert awaiting(session, entry) == 1


def test_organisations_are_held_and_told_when_refused(
    app: Flask, client: Client, session: Session
) -> None:
    post(client, "organisation", email="ruth@flood.example")
    client.post(link_in(newest_mail(app), "confirm"))
    (entry,) = sign_ups(app)
    (ada,) = reviewers(app, session, "ada")
    sweep = suspended(app, session, ada)
    assert statuses(session, [entry.id]) == [Status.IN_REVIEW]
    then(app, session, sweep, ada, Action.INVALIDATE)
    assert statuses(session, [entry.id]) == [Status.REJECTED]
    assert mailed(session)[-1] == "rejected"


def test_what_another_reviewer_decided_is_left_to_them(
    app: Flask, client: Client, session: Session
) -> None:
    first, second = flood(app, client, unconfirmed=0)
    ada, ben = reviewers(app, session, "ada", "ben")
    now = utcnow()
    sweep = suspended(app, session, ada)
    (entry, _other) = entries(session, [first, second])
    do(app, session, Action.REINSTATE, entry, ben, now)
    do(app, session, Action.SUSPEND, entry, ben, now, reason=ReasonCode.DUPLICATE)
    step = then(app, session, sweep, ada, Action.REINSTATE)
    assert statuses(session, [first, second]) == [Status.SUSPENDED, Status.VERIFIED]
    assert "Another reviewer" in session.get_one(BulkRow, (step.id, first)).problem


def test_a_flag_from_before_comes_back(app: Flask, client: Client, session: Session) -> None:
    post(client, "individual", email="a@flood.example", nickname="bot")
    client.post(link_in(newest_mail(app), "confirm"))
    (entry,) = sign_ups(app)
    (ada,) = reviewers(app, session, "ada")
    outer = suspended(app, session, ada)
    inner = suspended(app, session, ada, Query(flag=f"held by sweep {outer.reference}"))
    step = then(app, session, outer, ada, Action.REINSTATE)
    assert "Another reviewer" in session.get_one(BulkRow, (step.id, entry.id)).problem
    then(app, session, inner, ada, Action.REINSTATE)
    (now,) = entries(session, [entry.id])
    assert (now.flag, now.status) == (f"held by sweep {outer.reference}", Status.IN_REVIEW)
    assert now.decisions[-1].difference == {
        "flag": [f"held by sweep {inner.reference}", f"held by sweep {outer.reference}"]
    }
    assert (
        next(decision.difference["flag"][0] for decision in now.decisions if decision.difference)
        == flags.TRAPPED
    )


def test_it_is_stopped_killed_and_gone_on_with(
    app: Flask, client: Client, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_services, "BATCH", 2)
    ids = flood(app, client, confirmed=5, unconfirmed=0)
    ada, ben = reviewers(app, session, "ada", "ben")
    now, vault = utcnow(), app.extensions["vault"]
    sweep = sweeps.prepare(session, ada, FLOOD, now=now)
    step = sweeps.newest_step(session, sweep.id)
    bulk_services.start(session, step, ada, Action.SUSPEND, DOUBT, "", now=now)
    bulk_services.work(session, vault, now=now)
    session.commit()
    bulk_services.work(session, vault, now=now)
    session.rollback()  # as if the worker had been killed before it committed
    assert Counter(statuses(session, ids)) == {Status.SUSPENDED: 2, Status.VERIFIED: 3}
    with pytest.raises(Conflict):
        sweeps.follow(session, sweep, ben, Action.REINSTATE, SEEN, "", now=now)
    bulk_services.cancel(session, step, ben, now=now)
    assert not bulk_services.is_at_work(session)
    bulk_services.resume(session, step)
    finish_bulk(app, session, now)
    assert set(statuses(session, ids)) == {Status.SUSPENDED}
    assert {len(counted(session, entry)) for entry in entries(session, ids)} == {2}
    with pytest.raises(RuleBroken):
        bulk_services.undo(session, step, ada, now=now)
    bulk_services.cancel(session, _again(session, sweep, ada), ada, now=now)
    with pytest.raises(RuleBroken):
        bulk_services.resume(session, step)


def _again(session: Session, sweep: Sweep, staff: User) -> Bulk:
    return sweeps.follow(session, sweep, staff, Action.REINSTATE, SEEN, "", now=utcnow())


def test_a_stopped_restoring_is_taken_up_by_the_next_step(
    app: Flask, client: Client, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = flood(app, client, confirmed=3, unconfirmed=0)
    (ada,) = reviewers(app, session, "ada")
    sweep = suspended(app, session, ada)
    monkeypatch.setattr(bulk_services, "BATCH", 2)
    step = _again(session, sweep, ada)
    bulk_services.work(session, app.extensions["vault"], now=utcnow())
    bulk_services.cancel(session, step, ada, now=utcnow())
    assert Counter(statuses(session, ids)) == {Status.VERIFIED: 2, Status.SUSPENDED: 1}
    then(app, session, sweep, ada, Action.SUSPEND)
    assert set(statuses(session, ids)) == {Status.SUSPENDED}


def test_what_came_by_the_form_is_found_by_all_that_is_asked(
    app: Flask, client: Client, session: Session
) -> None:
    ids = flood(app, client, confirmed=1, unconfirmed=1)
    now = utcnow()
    trace = Query(network=session.get_one(Trace, ids[0]).network[:8])
    hour = timedelta(hours=1)
    everything: list[tuple[Query, int]] = [
        (FLOOD, 2),
        (trace, 3),
        (Query(mail_domain="flood.example", kind=SupporterKind.ORGANISATION), 0),
        (Query(mail_domain="flood.example", initiative="un2020"), 0),
        (Query(mail_domain="flood.example", initiative="unpa"), 2),
        (Query(name="flood 1"), 0),  # an individual's name tells nothing
        (Query(name="stander%"), 0),
        (Query(since=now - hour), 3),
        (Query(since=now - hour, until=now - hour / 2), 0),
        (Query(flag=flags.TRAPPED), 0),
    ]
    for query, count in everything:
        assert sum(row[2] for row in sweeps.counts(session, query)) == count, query
        assert len(sweeps.sample(session, query)) == count


def test_an_organisation_is_found_by_a_part_of_its_name(
    app: Flask, client: Client, session: Session
) -> None:
    post(client, "organisation", name="Casino Winners Club")
    post(client, "individual", email="c@people.example", name="Casino Winner")
    (sample,) = sweeps.sample(session, Query(name="casino win"))
    assert sample.kind is SupporterKind.ORGANISATION


def test_nobody_sweeps_up_everybody_or_nothing(app: Flask, session: Session, now: datetime) -> None:
    (ada,) = reviewers(app, session, "ada")
    for query in (
        Query(),
        Query(kind=SupporterKind.INDIVIDUAL, initiative="unpa"),
        Query(name="%"),
        FLOOD,
    ):
        with pytest.raises(RuleBroken):
            sweeps.prepare(session, ada, query, now=now)
    assert session.scalars(select(Sweep)).all() == []


def test_the_steps_come_in_their_order(app: Flask, client: Client, session: Session) -> None:
    flood(app, client, unconfirmed=0)
    ada, ben = reviewers(app, session, "ada", "ben")
    now = utcnow()
    sweep = sweeps.prepare(session, ada, FLOOD, now=now)
    step = sweeps.newest_step(session, sweep.id)
    with pytest.raises(RuleBroken):
        bulk_services.start(session, step, ben, Action.SUSPEND, DOUBT, "", now=now)
    with pytest.raises(RuleBroken):
        bulk_services.start(session, step, ada, Action.VERIFY, SEEN, "", now=now)
    bulk_services.start(session, step, ada, Action.SUSPEND, DOUBT, "", now=now)
    finish_bulk(app, session, now)
    with pytest.raises(RuleBroken):
        sweeps.follow(session, sweep, ada, Action.SUSPEND, DOUBT, "", now=now)
    with pytest.raises(RuleBroken):
        sweeps.follow(session, sweep, ada, Action.REINSTATE, None, "", now=now)


def test_a_withdrawal_meanwhile_is_left(app: Flask, client: Client, session: Session) -> None:
    ids = flood(app, client, unconfirmed=0)
    (ada,) = reviewers(app, session, "ada")
    sweep = suspended(app, session, ada)
    services.withdraw(session, entries(session, ids)[0], now=utcnow())
    then(app, session, sweep, ada, Action.INVALIDATE)
    assert statuses(session, ids) == [Status.WITHDRAWN, Status.INVALIDATED]


def test_a_sweep_is_invalidated_by_two_people(app: Flask, client: Client, session: Session) -> None:
    ids = flood(app, client, unconfirmed=0)
    ada, ben = reviewers(app, session, "ada", "ben")
    sweep = suspended(app, session, ada)
    now = utcnow()
    step = sweeps.follow(session, sweep, ada, Action.INVALIDATE, DOUBT, "", now=now)
    finish_bulk(app, session, now)
    assert step.state is BulkState.PREVIEW and set(statuses(session, ids)) == {Status.SUSPENDED}
    with pytest.raises(RuleBroken, match="second"):
        bulk_services.start(session, step, ada, Action.INVALIDATE, DOUBT, "", now=now)
    with pytest.raises(RuleBroken, match="You began this step"):
        bulk_services.second(session, step, ada, now=now)
    bulk_services.cancel(session, step, ada, now=now)
    with pytest.raises(RuleBroken):
        bulk_services.resume(session, step)
    assert Action.INVALIDATE in sweeps.next_steps(session, step)
    step = sweeps.follow(session, sweep, ada, Action.INVALIDATE, DOUBT, "", now=now)
    bulk_services.second(session, step, ben, now=now)
    finish_bulk(app, session, now)
    assert set(statuses(session, ids)) == {Status.INVALIDATED}
