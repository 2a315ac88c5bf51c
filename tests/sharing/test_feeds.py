"""An initiative's Atom feed: what came onto the pages, what was changed, and nothing of persons."""

from __future__ import annotations

from datetime import datetime, timedelta
from xml.etree import ElementTree as ET

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.pages import add_person, organisations, resting_on_one_text
from tests.support.sql_statements import query_plan
from tests.support.webclient import Client
from tracker.endorsements import engine
from tracker.endorsements.decisions import PUBLISHES
from tracker.endorsements.lifecycle import SUPPORTER, Action, Actor, ReasonCode, Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.review.evidence import services
from tracker.sharing import feed_views
from tracker.supporters.models import Supporter, SupporterKind

pytestmark = pytest.mark.usefixtures("app")
ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client: Client, slug: str) -> ET.Element:
    response = client.get(f"/initiatives/{slug}/feed.atom")
    assert response.status_code == 200
    assert response.content_type == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.data)  # noqa: S314  our own answer


def titles(feed_read: ET.Element) -> list[str]:
    return [element.findtext(f"{ATOM}title") or "" for element in feed_read.iter(f"{ATOM}entry")]


def told_of(session: Session, entry: Endorsement) -> list[str]:
    changes = feed_views.changes(session, entry.initiative)
    return [change.title for change in changes if change.endorsement_id == entry.id]


@pytest.mark.by_turns
def test_it_has_what_the_format_asks_for(client: Client) -> None:
    atom = feed(client, "act-code-of-conduct")
    assert atom.findtext(f"{ATOM}id") == "tag:127.0.0.1,2026:initiatives/act-code-of-conduct"
    assert atom.findtext(f"{ATOM}author/{ATOM}name") == "Rollcall"
    entries = list(atom.iter(f"{ATOM}entry"))
    assert 0 < len(entries) <= feed_views.MAX_CHANGES
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert days == sorted(days, reverse=True) and atom.findtext(f"{ATOM}updated") == days[0]
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    for one in entries:
        link = one.find(f"{ATOM}link")
        assert link is not None and "/endorsements/" in link.attrib["href"]
        assert client.get(link.attrib["href"].partition(":8000")[2]).status_code == 200


def test_a_change_is_told_first_in_neutral_words(
    client: Client, session: Session, now: datetime
) -> None:
    (entry,) = organisations(session, 1)
    slug = entry.initiative.slug
    before = titles(feed(client, slug))
    by = Actor.staff(factories.staff(session))
    reason = ReasonCode.OTHER
    engine.move(session, entry, Action.SUSPEND, by, now=now, reason=reason, words="A fraud.")
    session.commit()
    first, *rest = [change.title for change in feed_views.changes(session, entry.initiative)]
    assert first == (
        f"{entry.supporter.name}: Suspended while it is looked at again; not counted meanwhile"
    )
    assert rest == before[: len(rest)]
    assert all("fraud" not in entry.casefold() for entry in (first, *rest))


@pytest.mark.by_turns
def test_the_same_feed_is_not_sent_again(client: Client) -> None:
    tag = client.get("/initiatives/unpa/feed.atom").headers["ETag"]
    again = client.get("/initiatives/unpa/feed.atom", headers={"If-None-Match": tag})
    assert again.status_code == 304 and again.data == b""


def test_persons_are_never_in_it(client: Client, session: Session, now: datetime) -> None:
    person = add_person(session, "unpa", "Ada Example", now)
    session.commit()
    engine.move(session, person, Action.WITHDRAW, SUPPORTER, now=now)
    told = feed_views.changes(session, person.initiative)
    assert not any("Ada Example" in change.title for change in told)
    listed = set(
        session.scalars(
            text(
                "SELECT s.name FROM endorsements e JOIN supporters s ON s.id = e.supporter_id"
                " WHERE e.kind IN ('individual', 'parliamentarian')"
            )
        )
    )
    assert listed
    body = client.get("/initiatives/unpa/feed.atom").text
    assert not [name for name in listed if f"<title>{name}:" in body]


def test_what_awaits_verification_is_not_in_it(
    client: Client, session: Session, now: datetime
) -> None:
    (known,) = organisations(session, 1)
    session.add(
        supporter := Supporter(
            kind=SupporterKind.ORGANISATION,
            name="Forum for Peace",
            name_key="forum for peace",
            created_at=now,
        )
    )
    session.flush()
    session.add(
        made := Endorsement(
            initiative_id=known.initiative_id,
            supporter_id=supporter.id,
            kind=SupporterKind.ORGANISATION,
            origin=Origin.SIGN_UP,
            submitted_at=now,
            status_since=now,
            effective_on=now.date(),
        )
    )
    session.flush()
    engine.move(session, made, Action.CONFIRM, SUPPORTER, now=now, target=Status.IN_REVIEW)
    assert not told_of(session, made)
    by = Actor.staff(factories.staff(session))
    engine.move(session, made, Action.VERIFY, by, now=now + timedelta(hours=1))
    assert told_of(session, made) == ["Forum for Peace: Verified by staff"]


def test_a_text_of_many_entries_is_told_once(session: Session, now: datetime) -> None:
    made, staff = resting_on_one_text(session, 3, now)
    entry = organisations(session, 1)[0]
    wanted = services.present(made) | {"publisher": "The secretariat"}
    later = now + timedelta(days=1)
    services.edit(session, made, staff, wanted, seen=made.revision, now=later)
    told = [
        change
        for change in feed_views.changes(session, entry.initiative)
        if change.action == "cite"
    ]
    assert len(told) == 1
    assert "in 1 other entry that rests on the same text" in told[0].words  # the third: elsewhere


@pytest.mark.by_turns
def test_a_name_with_control_characters_breaks_nothing(
    client: Client, session: Session, now: datetime
) -> None:
    (entry,) = organisations(session, 1)
    entry.supporter.name = "Peace\x0b & <Co>"
    session.commit()
    assert any(
        title.startswith("Peace & <Co>:") for title in titles(feed(client, entry.initiative.slug))
    )


@pytest.mark.by_turns
def test_no_such_initiative_and_no_such_language(client: Client) -> None:
    assert client.get("/initiatives/none-such/feed.atom").status_code == 404
    assert client.get("/initiatives/unpa/feed.atom?lang=xx").status_code == 400


def test_the_index_is_used(session: Session) -> None:
    newest = f"SELECT id FROM decisions WHERE decisions.{PUBLISHES} ORDER BY id DESC LIMIT 5"
    assert "ix_decisions_publishes" in query_plan(session, newest)
