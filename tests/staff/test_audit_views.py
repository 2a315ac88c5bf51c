from __future__ import annotations

import csv
import io
import re
from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.support.review_cases import do, government, organisation, recorded, reviewers
from tests.support.sql_statements import executed, query_plan
from tests.support.staff import long_ago, member, prove, sign_in
from tests.support.webclient import Client
from tracker.accounts.events import By, record
from tracker.accounts.models import StaffAction, StaffEvent, StaffRole
from tracker.core import spreadsheets
from tracker.core.errors import BadInput
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Action, ActorKind
from tracker.endorsements.models import Endorsement
from tracker.review.audit import queries
from tracker.review.audit.queries import DecisionLine, Place, Sought
from tracker.supporters.models import SupporterKind

pytestmark = pytest.mark.by_turns


def paged(session: Session, sought: Sought, size: int) -> list[Place]:
    """The places of all lines, read page by page."""
    found: list[Place] = []
    while page := queries.lines(session, sought, after=found[-1] if found else None, limit=size):
        found += [line.place for line in page]
    return found


def story(app: Flask, session: Session, now: datetime) -> None:
    """A government approved, an organisation verified with words, and two events of accounts."""
    ada, ben = reviewers(app, session, "ada", "ben")
    kenya = recorded(app, session, government(session), ada, now)
    lake = recorded(app, session, organisation(session), ada, now)
    do(app, session, Action.APPROVE, kenya, ben, now + timedelta(minutes=1), words="By telephone")
    do(app, session, Action.VERIFY, lake, ben, now + timedelta(minutes=2))
    record(session, StaffAction.SIGNED_IN, ben, By(staff_id=ben.id), now=now, detail="app")
    record(session, StaffAction.LOCKED, ada, By(cites="sign-in page"), now=now)
    session.commit()


def test_pages_of_any_size_show_each_line_once(app: Flask, session: Session, now) -> None:
    story(app, session, now)
    sought = Sought(since=now.date())
    whole = paged(session, sought, 1000)
    assert len(whole) == 6 == len(set(whole)) and whole == sorted(whole, reverse=True)
    for size in (1, 2, 3, 5):
        assert paged(session, sought, size) == whole
    assert [line.place for line in queries.every_line(session, sought, batch=2)] == whole


@pytest.mark.parametrize(
    ("sought", "count"),
    [
        (Sought(kind=SupporterKind.GOVERNMENT, actor=ActorKind.STAFF), 2),
        (Sought(initiative="1-for-7-billion", actor=ActorKind.STAFF), 2),
        (Sought(action=Action.APPROVE), 1),
        (Sought(action=StaffAction.LOCKED), 1),
        (Sought(words="telephone"), 1),
        (Sought(words="50%"), 0),
        (Sought(actor=ActorKind.SYSTEM, action=StaffAction.LOCKED), 1),
        (Sought(actor=ActorKind.STAFF, action=StaffAction.LOCKED), 0),
    ],
)
def test_each_filter_finds_its_lines(
    app: Flask, session: Session, now, sought: Sought, count: int
) -> None:
    story(app, session, now)
    assert len(queries.lines(session, sought)) == count


def test_what_is_rare_is_found_by_an_index(app: Flask, session: Session, now) -> None:
    story(app, session, now)
    sought = Sought(kind=SupporterKind.GOVERNMENT, initiative="act-code-of-conduct")
    after = Place(now - timedelta(days=1), queries.DECISIONS, 7)
    with executed(app) as statements:
        lines = queries.lines(session, sought, after=after, limit=50)
    assert {line.entry.kind for line in lines if isinstance(line, DecisionLine)} == {sought.kind}
    (statement,) = [statement for statement in statements if "FROM decisions" in statement]
    planned = query_plan(session, statement, may_sort=False)
    assert "ix_decisions_initiative_id_kind_decided_at_id" in planned
    assert "TEMP B-TREE" not in planned and "Sort" not in planned


def test_the_database_takes_no_decision_that_does_not_say_where(
    app: Flask, session: Session, now
) -> None:
    story(app, session, now)
    entry = session.scalars(select(Endorsement)).first()
    assert entry is not None
    astray = session.execute(
        select(Decision.id)
        .join(Endorsement, Endorsement.id == Decision.endorsement_id)
        .where(
            or_(
                Decision.kind != Endorsement.kind,
                Decision.initiative_id != Endorsement.initiative_id,
            )
        )
    )
    assert astray.all() == []
    session.add(
        Decision(
            endorsement_id=entry.id,
            initiative_id=None,
            kind=entry.kind,
            action=Action.CORRECT,
            actor_kind=ActorKind.SUPPORTER,
            decided_at=now,
        )
    )
    with pytest.raises(IntegrityError, match="about which initiative"):
        session.flush()
    session.rollback()


def test_a_person_s_lines_are_what_they_did_and_what_was_done_to_them(
    app: Flask, session: Session, now
) -> None:
    story(app, session, now)
    ben = session.scalars(
        select(StaffEvent).where(StaffEvent.action == StaffAction.SIGNED_IN)
    ).one()
    assert len(queries.lines(session, Sought(person=ben.staff_id))) == 3


@pytest.mark.parametrize("text", ["x", "~~", "2026-01-01~1", "never~1~2"])
def test_a_place_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        Place.read(text)


def test_the_page_filters_and_pages(app: Flask, session: Session, client: Client, now) -> None:
    story(app, session, now)
    member(app, "Edda", StaffRole.EDITOR)
    sign_in(client, "Edda")
    page = client.get("/staff/log")
    assert page.status_code == 200 and "By telephone" not in page.text.partition("<tbody>")[0]
    older = re.search(r'rel="next" href="([^"]+)"', page.text)
    assert older and client.get(older[1].replace("&amp;", "&")).status_code == 200
    found = client.get("/staff/log?words=telephone")
    assert "By telephone" in found.text and "Kenya" in found.text
    assert "log.csv" not in found.text, "an editor exports nothing"
    assert client.get("/staff/log.csv").status_code == 403
    wrong = client.get("/staff/log?reference=Kenya&since=2026-02-30&kind=planet")
    assert wrong.status_code == 422 and "A reference looks like" in wrong.text
    assert client.get("/staff/log?after=x").status_code == 400


def test_an_export_is_proved_streamed_and_logged(
    app: Flask, session: Session, client: Client, now
) -> None:
    story(app, session, now)
    (ada,) = reviewers(app, session, "eve")
    named = recorded(app, session, organisation(session, "=HYPERLINK(1)"), ada, now)
    reference = named.reference
    session.commit()
    member(app, "Boss", StaffRole.ADMIN)
    sign_in(client, "Boss")
    long_ago(client)
    back = prove(client, client.get(f"/staff/log.csv?reference={reference}"))
    assert back.location == f"/staff/log?reference={reference}"
    sent = client.get(f"/staff/log.csv?reference={reference}")
    assert sent.mimetype == "text/csv" and sent.headers["Cache-Control"] == "no-store"
    rows = list(csv.DictReader(io.StringIO(sent.data.decode("utf-8-sig"))))
    assert [row["supporter"] for row in rows] == ["'=HYPERLINK(1)"]
    assert rows[0]["reference"] == reference and rows[0]["by"] == "Eve"
    newest = session.scalars(select(StaffEvent).order_by(StaffEvent.id.desc())).first()
    assert newest is not None
    assert (newest.action, newest.detail) == (StaffAction.EXPORTED, "reference")
    everything = client.get("/staff/log.csv").data.decode("utf-8-sig")
    assert "accounts" in everything and "By telephone" in everything


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert spreadsheets.guarded(cell) == f"'{cell}"
    assert spreadsheets.guarded("plain") == "plain" and spreadsheets.guarded(None) == ""
