"""The worker looks at the links of public pages, and editors see which are dead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support.content import CAMPAIGN, DOCUMENT, INITIATIVE, begun, editors
from tests.support.databases import Database
from tests.support.other_site import Elsewhere, elsewhere
from tests.support.staff import member, sign_in
from tests.support.webclient import Client, apart
from tracker import worker_tasks
from tracker.accounts.models import StaffRole
from tracker.content.drafts import services as content
from tracker.content.models import ContentKind
from tracker.core.clock import utcnow
from tracker.core.db import db
from tracker.links import queries, rounds, services
from tracker.links.fetcher import Guest, Visitor
from tracker.links.models import LinkCheck, Outcome
from tracker.links.rounds import Rounds

HERE = Guest("https://rollcall.example", 0.0, internal=True)


@pytest.fixture
def site() -> Iterator[Elsewhere]:
    with elsewhere() as one:
        one.robots = (404, "")
        yield one


def put_online(app: Flask, session: Session, website: str) -> None:
    """A campaign whose only link leads to this address."""
    ada = editors(app, session, "ada")[0]
    now = utcnow()
    campaign = begun(session, ContentKind.CAMPAIGN, None, CAMPAIGN, ada, now=now)
    own = INITIATIVE | {"website": website, "reference": "Nowhere"}
    initiative = begun(session, ContentKind.INITIATIVE, campaign, own, ada, now=now)
    text = DOCUMENT | {"reference": "On paper"}
    begun(session, ContentKind.DOCUMENT, initiative, text, ada, now=now)
    content.publish_all(session, campaign, ada, seen=campaign.seen, now=now)
    session.commit()


def editor(app: Flask) -> Client:
    client = Client(app)
    member(app, "Bea", StaffRole.EDITOR)
    sign_in(client, "Bea")
    return client


def only(session: Session) -> LinkCheck:
    session.expire_all()
    return session.scalars(select(LinkCheck)).one()


def test_a_dead_link_is_found_listed_and_forgotten_once_it_leads_on(
    empty_app: Flask, session: Session, site: Elsewhere
) -> None:
    # A website must have a name that could be public: only the link itself is put here.
    put_online(empty_app, session, "https://www.article109.example.org")
    session.execute(db.text("UPDATE initiatives SET website = :at"), {"at": f"{site.url}/call"})
    session.commit()
    site.answers["/call"] = 410
    bea = editor(empty_app)
    assert "No dead link is known." in bea.get("/staff/links").text

    look = Rounds(empty_app, Visitor(HERE))
    look.start(utcnow())
    assert look.wait(20)
    link = only(session)
    assert (link.outcome, link.status) == (Outcome.GONE, 410)
    listed = bea.get("/staff/links").text
    assert f"{site.url}/call" in listed and "answered 410" in listed
    assert "Article 109" in listed and "/staff/content/initiatives/" in listed
    assert "Links are not checked now" in listed

    since = link.dead_since
    site.answers["/call"] = 200
    again = utcnow() + services.RECHECK_DEAD_AFTER
    looked = apart(lambda: _look(empty_app, again + timedelta(minutes=1)))
    assert looked == [True, False]
    link = only(session)
    assert (link.outcome, link.dead_since, since is not None) == (Outcome.FOUND, None, True)

    session.execute(db.text("UPDATE initiatives SET website = NULL"))
    services.collect(session, now=again)
    session.commit()
    assert session.scalars(select(LinkCheck)).all() == []


def _look(app: Flask, now: datetime) -> list[bool]:
    with app.app_context():
        visitor = Visitor(HERE)
        return [rounds.look_at_next(visitor, now=now) for _turn in range(2)]


@pytest.mark.usefixtures("app")
def test_every_link_of_the_record_is_known_and_none_is_taken_twice(session: Session) -> None:
    now = utcnow()
    shown = queries.shown(session)
    places = {place.table for link in shown.values() for place in link}
    assert places >= {"documents", "milestones", "reforms", "statements", "instruments"}
    assert "https://undocs.org/A/RES/73/299" in shown
    services.collect(session, now=now)
    session.flush()
    taken = []
    while (one := services.claim(session, pause=3600, now=now)) is not None:
        taken.append(one.host)
    assert len(taken) == len(set(taken)) > 5
    assert services.claim(session, pause=0, now=now) is not None


@pytest.mark.usefixtures("empty_app")
def test_a_dead_link_has_the_day_of_its_death(session: Session) -> None:
    session.add(
        LinkCheck(
            address="https://a.example/",
            host="a.example",
            due_at=utcnow(),
            checked_at=utcnow(),
            outcome=Outcome.GONE,
        )
    )
    with pytest.raises(IntegrityError):
        session.flush()
    session.rollback()


def test_the_worker_looks_only_where_it_is_switched_on(database: Database) -> None:
    with database.copy("migrated").app() as app:
        assert "links" not in [task.name for task in worker_tasks.tasks(app)]
    with database.app(check_links=True) as app:
        assert "links" in [task.name for task in worker_tasks.tasks(app)]


def test_only_editors_see_them(empty_app: Flask) -> None:
    client = Client(empty_app)
    member(empty_app, "Rex", StaffRole.REVIEWER)
    sign_in(client, "Rex")
    assert client.get("/staff/links").status_code == 403
