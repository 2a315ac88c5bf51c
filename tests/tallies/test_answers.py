"""An answer of ``tally.json`` by itself: a tag without counting, and a body that it covers."""

from __future__ import annotations

import json
from datetime import date

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from tracker.core.errors import NotFound
from tracker.tallies.answers import CampaignTally, InitiativeTally, Mark
from tracker.tallies.asked_dates import AskedDates

pytestmark = pytest.mark.usefixtures("app")
TODAY = AskedDates(as_of=date(2026, 11, 23), today=date(2026, 11, 23))
THEN = AskedDates(as_of=date(2015, 10, 23), today=date(2026, 11, 23))


def test_a_tag_is_another_for_another_day_and_the_same_for_the_same(session: Session) -> None:
    tags = [InitiativeTally(session, "un2020", dates).etag for dates in (TODAY, THEN, TODAY)]
    assert tags[0] == tags[2] != tags[1]
    assert all(tag.startswith('"') and tag.endswith('"') for tag in tags)


def test_nothing_is_counted_for_a_tag_alone(session: Session) -> None:
    statements: list[str] = []
    event.listen(
        session.connection(), "before_cursor_execute", lambda *given: statements.append(given[2])
    )
    answer = InitiativeTally(session, "un2020", TODAY)
    assert answer.etag and not any("tally_days" in text for text in statements)
    answer.body({})
    assert any("tally_days" in text for text in statements)


def test_a_body_ends_with_what_every_answer_bears(session: Session) -> None:
    body = json.loads(CampaignTally(session, "unpa", TODAY).body({"demonstration": True}))
    assert body["campaign"] == "unpa" and [*body][-1] == "demonstration"
    assert Mark("7").etag == '"7"' and Mark("7").body({}) == b'{"mark": "7"}\n'


@pytest.mark.parametrize("kind", [InitiativeTally, CampaignTally])
def test_what_is_unknown_is_not_found(session: Session, kind: type[InitiativeTally]) -> None:
    with pytest.raises(NotFound):
        kind(session, "no-such-thing", TODAY)
