"""When unusually many sign-ups turn a proof of work on, for whom, and when it ends by itself."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support.signup import record_sign_ups, sign_ups
from tests.support.webclient import Client, Runner, apart
from tracker import worker_tasks
from tracker.core.clock import utcnow
from tracker.endorsements.abuse import flags, surges
from tracker.endorsements.abuse.surges import Asking, Source, Surge
from tracker.endorsements.abuse.traces import Trace
from tracker.endorsements.models import Endorsement

NETWORK = "a" * 32
OTHER = "b" * 32
MINUTE = timedelta(minutes=1)


def leave(
    session: Session,
    count: int,
    at: datetime,
    *,
    network: str | None = None,
    domain: str = "flood.example",
    flag: str = "",
) -> None:
    """Traces of so many sign-ups within the second before a moment, each of a network of its own
    unless one is given."""
    like = session.scalars(select(Endorsement).limit(1)).one()
    for number in range(count):
        row = {
            column.name: getattr(like, column.key)
            for column in Endorsement.__table__.columns
            if column.name not in ("id", "seed_key")
        }
        row |= {"origin": "sign_up", "status": "unconfirmed", "verified_at": None, "flag": flag}
        insertion = insert(Endorsement).values(**row).returning(Endorsement.id)
        made_id = session.execute(insertion).scalar_one()
        expired = update(Endorsement).where(Endorsement.id == made_id).values(status="expired")
        session.execute(expired)
        session.add(
            Trace(
                endorsement_id=made_id,
                network=network or f"{at.timestamp():.0f}-{number}",
                mail_domain=domain,
                seen_at=at - timedelta(milliseconds=number),
            )
        )
    session.flush()


def found(session: Session, now: datetime, usual: float = 0.0) -> list[tuple[Source, str]]:
    return surges.unusual(session, lambda _domain: usual, now=now)


@pytest.mark.parametrize(("more", "unusual"), [(0, False), (1, True)])
def test_a_network_over_its_number(session: Session, app: Flask, now: datetime, *, more, unusual):
    for number in range(surges.MAX_FROM_NETWORK + more):
        at = now - number * MINUTE / 3
        leave(session, 1, at, network=NETWORK, domain=f"{number}.example")
    assert found(session, now) == ([(Source.NETWORK, NETWORK)] if unusual else [])
    assert found(session, now + 5 * MINUTE) == []


def test_one_sign_up_for_several_initiatives_counts_once(
    session: Session, app: Flask, now: datetime
) -> None:
    for number in range(surges.MAX_FROM_NETWORK):
        address = f"{number}@{number}.example"
        record_sign_ups(
            app, now - timedelta(seconds=number), "unpa", "1-for-7-billion", email=address
        )
    assert len(sign_ups(app)) == 2 * surges.MAX_FROM_NETWORK
    assert found(session, now) == []
    session.rollback()
    record_sign_ups(app, now - 5 * MINUTE, "unpa", email="one@more.example")
    assert found(session, now) == [(Source.NETWORK, "unknown")]


@pytest.mark.parametrize(("more", "usual", "unusual"), [(0, 0, False), (1, 0, True), (1, 4, False)])
def test_a_mail_domain_over_its_number_and_its_usual(
    session: Session, app: Flask, now: datetime, more: int, usual: float, *, unusual: bool
) -> None:
    leave(session, surges.MAX_FROM_DOMAIN + more, now)
    due = [(Source.MAIL_DOMAIN, "flood.example")] if unusual else []
    assert found(session, now, usual) == due


def test_what_is_usual_is_the_mean_of_a_week_without_what_is_flagged(
    session: Session, app: Flask, now: datetime
) -> None:
    windows = (surges.WEEK - surges.WINDOW) / surges.WINDOW
    leave(session, 3, now - surges.WINDOW - MINUTE)
    leave(session, 4, now - surges.WEEK + MINUTE)
    leave(session, 5, now - surges.WEEK - MINUTE)
    leave(session, 6, now - timedelta(days=2), flag=flags.WITHOUT_PROOF)
    leave(session, 7, now - timedelta(days=3), domain="other.example")
    leave(session, 8, now)
    usual = surges.usual_of(session, "flood.example", now=now)
    assert usual == pytest.approx(7 / windows)
    assert surges.usual_of(session, "nobody.example", now=now) == 0


def test_it_lasts_half_an_hour_after_the_last_look_and_begins_anew_later(
    session: Session, app: Flask, now: datetime
) -> None:
    one = [(Source.NETWORK, NETWORK)]
    surges.note(session, one, now=now)
    surges.note(session, one, now=now + 20 * MINUTE)
    for minutes, on in ((-1, False), (0, True), (49, True), (50, False)):
        asking = surges.asking(session, now=now + minutes * MINUTE)
        assert asking == Asking({NETWORK: now} if on else {}, {}), minutes
    later = now + timedelta(hours=2)
    surges.note(session, one, now=later)
    assert [row.since for row in surges.current(session, now=later)] == [later]


def test_who_is_asked(now: datetime) -> None:
    earlier = now - MINUTE
    asking = Asking({NETWORK: now}, {"flood.example": earlier})
    assert asking.of_form(NETWORK) == asking.of_form(OTHER) == earlier
    assert asking.of_sign_up(NETWORK, "people.example")
    assert asking.of_sign_up(OTHER, "flood.example")
    assert not asking.of_sign_up(OTHER, "people.example")
    assert Asking({NETWORK: now}, {}).of_form(NETWORK) == now
    assert Asking({NETWORK: now}, {}).of_form(OTHER) is None


@pytest.mark.parametrize(("source", "until"), [("planet", "2026-11-24"), ("network", "2026-11-23")])
def test_the_database_knows_the_rules_too(
    session: Session, app: Flask, source: str, until: str
) -> None:
    values = f"'{source}', 'a', '2026-11-23 00:00:00', '{until} 00:00:00'"
    with pytest.raises(IntegrityError):
        session.execute(text(f"INSERT INTO surges (source, name, since, until) VALUES ({values})"))


def look(app: Flask, now: datetime) -> int:
    """What the worker does every five seconds."""
    (task,) = (one for one in worker_tasks.tasks(app) if one.name == "surges")

    def run() -> int:
        with app.app_context():
            return task.run(now)

    return apart(run)


def test_the_worker_turns_it_on_and_lets_it_end(
    app: Flask, client: Client, runner: Runner, session: Session
) -> None:
    now = utcnow()
    assert look(app, now) == 0 and surges.current(session, now=now) == []
    leave(session, surges.MAX_FROM_NETWORK + 1, now, network=NETWORK)
    leave(session, surges.MAX_FROM_DOMAIN + 1, now, domain="web.example")
    leave(session, 5_000 // surges.SURGE_FACTOR, now - timedelta(days=1), domain="web.example")
    assert look(app, now) == 0
    on = surges.current(session, now=now)
    assert [(one.source, one.name) for one in on] == [
        (Source.MAIL_DOMAIN, "web.example"),
        (Source.NETWORK, NETWORK),
    ]
    assert look(app, now + 11 * MINUTE) == 0
    assert surges.current(session, now=now + surges.PROOF_DURATION) == []
    for one in session.scalars(select(Surge)):
        one.since -= timedelta(hours=1)
        one.until -= timedelta(hours=1)
    assert runner.invoke(args=["retention", "run"]).exit_code == 0
    assert session.scalars(select(Surge)).all() == []
