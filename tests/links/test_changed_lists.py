"""A convenor's page that lists supporters has changed: editors hear of it, once for each change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.other_site import Elsewhere, elsewhere
from tests.support.staff import member, sign_in, token
from tests.support.webclient import Client, apart
from tracker.accounts.models import StaffRole
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.endorsements.evidence.models import Evidence, Instrument, InstrumentType
from tracker.initiatives.reported_figures import Preference, ReportedTally
from tracker.links import page_text, queries, rounds, services
from tracker.links.fetcher import MAX_PAGE_SIZE, Guest, Visitor
from tracker.links.models import LinkCheck, Outcome
from tracker.supporters.models import SupporterKind

HERE = Guest("https://rollcall.example", 0.0, internal=True)
PAGE = (
    "<html><head><title>{title}</title><script>{script}</script></head><body>{body}</body></html>"
)


def page(body: str, title: str = "Supporters", script: str = "let a = 1") -> str:
    return PAGE.format(body=body, title=title, script=script)


FIRST = page("<h1>Supporters</h1><ul><li>Kenya</li><li>Perú &amp; others</li></ul>")
LONGER = page("<h1>Supporters</h1><ul><li>Kenya</li><li>Perú &amp; others</li><li>Fiji</li></ul>")


@dataclass
class Watch:
    """A page that lists supporters, on a real server, and the worker's days."""

    app: Flask
    site: Elsewhere
    session: Session
    day: datetime

    def show(self, text: str, status: int = 200) -> None:
        self.site.pages["/list"], self.site.answers["/list"] = text, status

    def next_day(self) -> LinkCheck:
        """Let the worker look at everything that is due on the next day."""
        self.day += timedelta(days=4)

        def look() -> None:
            with self.app.app_context():
                with transaction() as session:
                    services.collect(session, now=self.day)
                visitor = Visitor(HERE)
                while rounds.look_at_next(visitor, now=self.day):
                    pass

        apart(look)
        self.session.rollback()
        self.session.expire_all()
        address = f"{self.site.url}/list"
        return self.session.scalars(select(LinkCheck).where(LinkCheck.address == address)).one()

    @property
    def changed(self) -> list[str]:
        self.session.expire_all()
        return [check.address for check in queries.changed(self.session)]


@pytest.fixture
def watch(empty_app: Flask, session: Session, now: datetime) -> Iterator[Watch]:
    with elsewhere() as site:
        site.robots, site.content_type = (404, ""), "text/html; charset=utf-8"
        initiative = factories.initiative(session)
        initiative.reference = "On paper"  # the worker asks nobody but this server
        entry = factories.verified(session, initiative, SupporterKind.ORGANISATION, now=now)
        text = Instrument(
            type=InstrumentType.OFFICIAL_LIST,
            source="Convenors, list of supporters",
            link=f"{site.url}/list",
        )
        session.add(text)
        session.flush()
        session.add(Evidence(endorsement_id=entry.id, instrument_id=text.id))
        session.commit()
        yield Watch(empty_app, site, session, utcnow())


def test_a_name_more_is_a_change_and_is_told_once(watch: Watch) -> None:
    watch.show(FIRST)
    assert watch.next_day().text_sha256 and watch.changed == [], "nothing to compare with yet"
    assert watch.next_day().changed_at is None
    watch.show(LONGER)
    noted = watch.next_day().changed_at
    assert noted is not None and watch.changed == [f"{watch.site.url}/list"]
    assert watch.next_day().changed_at == noted, "the same change is no news"

    bea = Client(watch.app)
    member(watch.app, "Bea", StaffRole.EDITOR)
    sign_in(bea, "Bea")
    overview, queue = bea.get("/staff/content").text, bea.get("/staff/links")
    assert "List changed" in overview and f"{watch.site.url}/list" in overview
    assert "List changed" in queue.text and "Convenors, list of supporters" in queue.text
    check = watch.next_day()
    seen = bea.post(f"/staff/links/{check.id}/seen", data={"csrf_token": token(queue)})
    assert seen.status_code == 303 and watch.changed == []
    assert "List changed" not in bea.get("/staff/content").text + bea.get("/staff/links").text
    assert watch.next_day().changed_at is None, "once for each change"
    watch.show(FIRST)
    assert watch.next_day().changed_at is not None, "another change is told again"


@pytest.mark.parametrize(
    "same",
    [
        page("<main class='new'><h1>Supporters</h1>\n\n<p>Kenya<br>Perú &#38; others</main>"),
        page("<h1>Supporters</h1> <b>Ken</b>ya Per\u200b\u00fa & others", title="2 new messages"),
        page("<h1>Supporters</h1><style>h1 {}</style>Kenya <p>Perú &amp; others", script="b()"),
        page(
            "<!-- 14:02 --><h1>Supporters</h1><noscript>!</noscript>Kenya Peru\u0301 &amp; others"
        ),
    ],
)
def test_other_markup_is_no_change(watch: Watch, same: str) -> None:
    watch.show(FIRST)
    before = watch.next_day().text_sha256
    watch.show(same)
    assert watch.next_day().text_sha256 == before and watch.changed == []


@pytest.mark.parametrize(
    "fails",
    [
        lambda watch: watch.show("Out of order", 500),
        lambda watch: watch.show("Not here", 404),
        lambda watch: watch.show("Who are you?", 403),
        lambda watch: watch.show("Some of it", 206),
        lambda watch: watch.show(""),
        lambda watch: watch.show("<script>render()</script>"),
        lambda watch: watch.show("x" * (MAX_PAGE_SIZE + 1)),
        lambda watch: setattr(watch.site, "robots", (200, "User-agent: *\nDisallow: /")),
        lambda watch: setattr(watch.site, "content_type", "application/pdf"),
        lambda watch: (watch.site.leads.update({"/list": "/excuse"}), watch.show("", 302)),
    ],
    ids=["500", "404", "403", "206", "empty", "script", "long", "robots", "pdf", "for now"],
)
def test_an_error_is_no_change(watch: Watch, fails: Callable[[Watch], Any]) -> None:
    watch.show(FIRST)
    before = watch.next_day().text_sha256
    kept = dict(watch.site.pages), watch.site.robots, watch.site.content_type
    fails(watch)
    check = watch.next_day()
    assert (check.text_sha256, check.changed_at) == (before, None)
    watch.site.pages, watch.site.robots, watch.site.content_type = kept
    watch.site.answers, watch.site.leads = {}, {}
    assert watch.next_day().changed_at is None, "it is back as it was"
    watch.show(LONGER)
    assert watch.next_day().changed_at is not None


def test_a_page_is_read_once_a_day_and_others_only_looked_at(
    watch: Watch, session: Session
) -> None:
    watch.show(FIRST)
    check = watch.next_day()
    assert check.outcome is Outcome.FOUND and check.due_at == watch.day + timedelta(days=1)
    assert [method for method, path in watch.site.asked if path == "/list"] == ["GET"]
    session.execute(db.text("UPDATE instruments SET type = 'letter'"))
    session.commit()
    check = watch.next_day()
    assert not check.lists_supporters and check.text_sha256 is None
    assert ("HEAD", "/list") in watch.site.asked
    session.execute(db.text("UPDATE instruments SET type = 'campaign_page'"))
    session.commit()
    assert watch.next_day().text_sha256 is not None, "read soon, not in a month"


@pytest.mark.usefixtures("app")
def test_the_records_lists_are_watched_and_documents_of_the_united_nations_are_not(
    session: Session,
) -> None:
    lists = queries.lists(session)
    assert any("unpacampaign.org" in address for address in lists)
    assert not any("undocs.org" in address for address in lists)
    assert lists <= queries.shown(session).keys()
    leading = session.scalars(
        select(ReportedTally).where(ReportedTally.preferred == Preference.YES)
    ).first()
    assert leading is not None
    leading.source = "Convenors, list (un2020.org/supporters), read today"
    session.flush()
    assert "https://un2020.org/supporters" in queries.lists(session)


def test_only_editors_settle_a_change(watch: Watch) -> None:
    watch.show(FIRST)
    check = watch.next_day()
    rex = Client(watch.app)
    member(watch.app, "Rex", StaffRole.REVIEWER)
    sign_in(rex, "Rex")
    form = {"csrf_token": token(rex.get("/staff/"))}
    assert rex.post(f"/staff/links/{check.id}/seen", data=form).status_code == 403
    bea = Client(watch.app)
    member(watch.app, "Bea", StaffRole.EDITOR)
    sign_in(bea, "Bea")
    form = {"csrf_token": token(bea.get("/staff/links"))}
    assert bea.post("/staff/links/999999/seen", data=form).status_code == 404


def test_letters_are_read_in_the_pages_own_encoding() -> None:
    plain = page_text.digest("Perú, Côte".encode(), "text/plain")
    assert plain == page_text.digest("Perú, Côte".encode("cp1252"), "text/html; charset=cp1252")
    meta = '<meta charset="iso-8859-1">Perú, Côte'.encode("iso-8859-1")
    assert plain == page_text.digest(meta, "text/html")
    assert plain != page_text.digest("Perú, Côte, Fiji".encode(), "text/plain")
    assert page_text.digest(b"%PDF-1.7", "application/pdf") is None
    assert page_text.digest("Perú".encode(), "text/html; charset=klingon") is not None
