"""The page of corrections: what was changed in published entries, in neutral words."""

from __future__ import annotations

from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.pages import (
    add_person,
    organisations,
    page,
    plain,
    resting_on_one_text,
)
from tests.support.sql_statements import query_plan
from tracker.endorsements import engine
from tracker.endorsements.decisions import CHANGES
from tracker.endorsements.lifecycle import SUPPORTER, Action, Actor, ReasonCode
from tracker.endorsements.merging import services as merging_services
from tracker.endorsements.merging.plan import plan
from tracker.pages import corrections
from tracker.presentation import history_labels
from tracker.review.evidence import citations
from tracker.review.evidence import services as evidence_services
from tracker.review.queue import queries

pytestmark = pytest.mark.usefixtures("app")
ADDRESS = "/corrections"


def test_nothing_was_corrected_at_first(client: Any) -> None:
    assert "No published entry has been changed" in page(client, ADDRESS)


def test_changes_stand_newest_first_in_neutral_words(
    client: Any, session: Session, now: datetime
) -> None:
    first_entry, other = organisations(session, 2)
    by = Actor.staff(factories.staff(session))
    engine.move(
        session,
        first_entry,
        Action.SUSPEND,
        by,
        now=now,
        reason=ReasonCode.OTHER,
        words="We suspect a fraud.",
    )
    later = now + timedelta(hours=1)
    factories.by_staff(session, other, Action.WITHDRAW, now=later)
    html = page(client, ADDRESS)
    shown = plain(unescape(html))
    assert shown.index(other.supporter.name) < shown.index(first_entry.supporter.name)
    assert "Suspended while it is looked at again" in shown and "Withdrawn" in shown
    assert "fraud" not in shown.casefold()
    assert f"/endorsements/{first_entry.id}" in html


def test_it_goes_back_to_what_had_been_changed_by_then(
    client: Any, session: Session, now: datetime
) -> None:
    """A change has a time of this site, not a day in the world."""
    first, second = organisations(session, 2)
    by = Actor.staff(factories.staff(session))
    engine.move(session, first, Action.SUSPEND, by, now=now)
    engine.move(session, second, Action.SUSPEND, by, now=now + timedelta(hours=1))
    session.commit()
    then = now.isoformat()[:19] + "Z"
    html = unescape(page(client, f"{ADDRESS}?known_at={then}"))
    assert first.supporter.name in plain(html) and second.supporter.name not in plain(html)
    assert "what had been changed on" in plain(html)
    feed = client.get(f"/initiatives/{second.initiative.slug}/feed.atom?known_at={then}")
    assert "?known_at=" in feed.text and f"{second.supporter.name}: suspended" not in feed.text
    before = (now - timedelta(days=9)).date().isoformat()
    early = page(client, f"{ADDRESS}?known_at={before}")
    assert "No published entry had been changed by then." in plain(early)
    dated = unescape(plain(page(client, f"{ADDRESS}?as_of=2015-10-23")))
    assert "leaves nothing out of this list" in dated and second.supporter.name in dated
    refused = client.get("/initiatives/unpa/feed.atom?as_of=2015-10-23")
    assert refused.status_code == 400 and "(known_at)" in refused.text


def test_no_person_stands_there(client: Any, session: Session, now: datetime) -> None:
    person = add_person(session, "unpa", "Ada Example", now)
    engine.move(session, person, Action.WITHDRAW, SUPPORTER, now=now)
    assert "Ada Example" not in page(client, ADDRESS)
    assert "No published entry has been changed" in page(client, ADDRESS)


def test_pages_are_cut_by_number(session: Session, now: datetime) -> None:
    by = Actor.staff(factories.staff(session))
    entries = organisations(session, 3)
    for entry in entries:
        engine.move(session, entry, Action.SUSPEND, by, now=now)
    first, following = corrections.corrections(session, limit=2)
    assert [correction.endorsement.id for correction in first] == [entries[2].id, entries[1].id]
    rest, end = corrections.corrections(session, before=following, limit=2)
    assert [correction.endorsement.id for correction in rest] == [entries[0].id]
    assert end is None


def test_evidence_and_what_merging_did_are_told(
    client: Any, session: Session, now: datetime
) -> None:
    first_entry, other = organisations(session, 2)
    text_changed, staff = resting_on_one_text(session, 1, now)
    seen = queries.newest_decision_id(session, first_entry.id)
    piece = first_entry.evidence[-1]
    citations.change(session, first_entry, piece, staff, seen=seen, page="p. 9", quote="", now=now)
    made = plan(session, first_entry.supporter, other.supporter)
    done = merging_services.merge(
        session,
        first_entry.supporter_id,
        other.supporter_id,
        staff.id,
        "One organisation, its secretary says.",
        seen=made.seen,
        now=now + timedelta(hours=1),
    )
    shown = plain(unescape(page(client, ADDRESS)))
    assert shown.index("found to be the same organisation as") < shown.index("Evidence added")
    assert "its secretary says" not in shown and text_changed.source not in shown
    merging_services.unmerge(session, done.id, staff.id, now=now + timedelta(hours=2))
    newest = [
        str(history_labels.for_decision(correction.decision))
        for correction in corrections.corrections(session)[0]
    ]
    assert any("found to be another organisation than" in first_entry for first_entry in newest[:2])


def test_a_text_of_many_entries_is_told_once(client: Any, session: Session, now: datetime) -> None:
    entries = organisations(session, 3)
    made, staff = resting_on_one_text(session, 3, now)
    engine.move(session, entries[0], Action.SUSPEND, Actor.staff(staff.id), now=now)
    wanted = evidence_services.present(made) | {"publisher": "The secretariat"}
    evidence_services.edit(session, made, staff, wanted, seen=made.revision, now=now)
    changes, following = corrections.corrections(session, limit=2)
    assert [(change.endorsement.id, change.others) for change in changes] == [(entries[2].id, 2)]
    changes, end = corrections.corrections(session, before=following, limit=2)
    assert [change.decision.action for change in changes] == [Action.SUSPEND] and end is None
    changes, end = corrections.corrections(session)
    assert [change.others for change in changes] == [2, 0] and end is None
    shown = plain(page(client, ADDRESS))
    assert "and of 2 other entries that rest on the same text" in shown


def test_a_page_that_ends_within_such_a_change_may_be_the_last(
    session: Session, now: datetime
) -> None:
    made, staff = resting_on_one_text(session, 3, now)
    wanted = evidence_services.present(made) | {"publisher": "The secretariat"}
    evidence_services.edit(session, made, staff, wanted, seen=made.revision, now=now)
    changes, following = corrections.corrections(session, limit=2)
    assert [change.others for change in changes] == [2] and following is None


def test_the_index_is_used(session: Session) -> None:
    newest = f"SELECT id FROM decisions WHERE decisions.{CHANGES} ORDER BY id DESC LIMIT 5"
    assert "ix_decisions_changes" in query_plan(session, newest)
