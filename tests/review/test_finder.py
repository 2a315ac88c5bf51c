"""The worker's search for look-alikes, on both databases."""

from __future__ import annotations

from datetime import datetime

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.merges import compare_names, record
from tracker.review.duplicates import finder
from tracker.review.models import LookAlike, Verdict
from tracker.supporters import likeness
from tracker.supporters.models import Supporter
from tracker.supporters.names import fold


def pairs(session: Session) -> list[tuple[int, int, int, bool]]:
    found = session.scalars(select(LookAlike).order_by(LookAlike.a_id, LookAlike.b_id))
    return [(one.a_id, one.b_id, one.score, one.same_domain) for one in found]


def test_new_organisations_are_compared_once(
    empty_app: Flask, session: Session, now: datetime
) -> None:
    one = record(session, "Forum for Peace", now=now, domain="forum.example")
    other = record(session, "The Forum for Peace e.V.", now=now)
    neighbour = record(session, "Press Office", now=now, domain="forum.example")
    record(session, "Young Lawyers", now=now)
    assert compare_names(empty_app, session, now) == 4
    assert [(a, b, domain) for a, b, _score, domain in pairs(session)] == [
        (one.id, other.id, False),
        (one.id, neighbour.id, True),
    ]
    assert pairs(session)[0][2] == 100 and pairs(session)[1][2] < likeness.MIN_SCORE
    assert compare_names(empty_app, session, now) == 0
    late = record(session, "Forum for Peac", now=now)
    assert compare_names(empty_app, session, now) == 1
    assert {(a, b) for a, b, _score, _domain in pairs(session)} >= {(one.id, late.id)}


def test_a_domain_that_many_share_says_nothing(
    empty_app: Flask, session: Session, now: datetime
) -> None:
    for letter in "abcdefghijklmnopqrst":
        record(session, letter * 9, now=now, domain="host.example")
    compare_names(empty_app, session, now)
    assert len(pairs(session)) == likeness.MAX_PER_DOMAIN * (likeness.MAX_PER_DOMAIN - 1) // 2
    record(session, "z" * 9, now=now, domain="host.example")
    compare_names(empty_app, session, now)
    assert pairs(session) == []


def test_more_than_one_pass_holds_are_all_compared(
    empty_app: Flask, session: Session, now: datetime
) -> None:
    count = 2 * finder.BATCH + 3
    for _ in range(count):
        record(session, "Forum for Peace", now=now)
    assert compare_names(empty_app, session, now) == count
    assert len(pairs(session)) == count * (count - 1) // 2


def test_a_verdict_stays_until_one_is_renamed(
    empty_app: Flask, session: Session, now: datetime
) -> None:
    one, other = record(session, "Forum", now=now), record(session, "The Forum", now=now)
    compare_names(empty_app, session, now)
    (pair,) = session.scalars(select(LookAlike))
    pair.verdict, pair.judged_by_id, pair.judged_at = (
        Verdict.DIFFERENT,
        factories.staff(session),
        now,
    )
    record(session, "Forums", now=now)
    compare_names(empty_app, session, now)
    assert session.get_one(LookAlike, pair.id).verdict is Verdict.DIFFERENT
    _rename(session, other, "Le Forum")
    compare_names(empty_app, session, now)
    session.expire_all()
    again = session.scalars(
        select(LookAlike).where(LookAlike.a_id == one.id, LookAlike.b_id == other.id)
    ).one()
    assert again.verdict is None
    _rename(session, other, "Young Lawyers")
    compare_names(empty_app, session, now)
    assert all(other.id not in pair[:2] for pair in pairs(session))


def test_who_is_renamed_during_a_pass_stays_due(
    empty_app: Flask, session: Session, now: datetime
) -> None:
    one = record(session, "Forum", now=now)
    named = finder.due(session)
    _rename(session, one, "Circle")
    finder.put_in_blocks(session, named)
    finder.keep(session, named, [], now=now)
    assert [each.name_key for each in finder.due(session)] == ["circle"]


def test_the_database_holds_one_pair_in_one_order(
    empty_app: Flask, session: Session, now: datetime
) -> None:
    one, other = record(session, "Forum", now=now), record(session, "The Forum", now=now)
    values = "(a_id, b_id, score, same_domain, found_at) VALUES ({}, {}, 90, false, '2026-01-01')"
    session.execute(text("INSERT INTO look_alikes " + values.format(one.id, other.id)))
    for a, b in ((one.id, other.id), (other.id, one.id), (one.id, one.id)):
        with pytest.raises(IntegrityError), session.begin_nested():
            session.execute(text("INSERT INTO look_alikes " + values.format(a, b)))


def _rename(session: Session, one: Supporter, name: str) -> None:
    one.name, one.name_key, one.compared_at = name, fold(name), None
    session.flush()
