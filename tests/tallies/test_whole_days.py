"""Nobody learns at what hour an individual signed: of individuals, only whole days are known."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.pages import add_person, page
from tests.support.webclient import Client
from tracker.core.clock import utcnow
from tracker.endorsements import engine
from tracker.endorsements.lifecycle import SUPPORTER, Action
from tracker.endorsements.models import Endorsement
from tracker.initiatives.models import Initiative
from tracker.supporters.models import SupporterKind

pytestmark = pytest.mark.usefixtures("app")
SLUG = "1-for-7-billion"
DAY = datetime(2026, 11, 22, tzinfo=UTC)
MORNING, SIGNED, LATER, NIGHT = (DAY + timedelta(hours=hours) for hours in (9, 10.5, 15, 23.999))
INSTANTS = [DAY + timedelta(minutes=30 * n) for n in range(48)] + [
    SIGNED - timedelta(seconds=1),
    SIGNED,
    SIGNED + timedelta(seconds=1),
    DAY + timedelta(hours=24) - timedelta(microseconds=1),
]


def asked(instant: datetime) -> str:
    return f"?known_at={instant.replace(tzinfo=None).isoformat()}Z"


@pytest.fixture
def signed(session: Session, sequence: Callable[..., int]) -> Endorsement:
    """A day on which an organisation is verified, a person signs, and another organisation is."""
    made = session.scalars(select(Initiative).where(Initiative.slug == SLUG)).one()
    factories.verified(session, made, SupporterKind.ORGANISATION, now=MORNING)
    sequence(session, now=MORNING)
    person = add_person(session, SLUG, "Hidden Hour", SIGNED)
    sequence(session, now=SIGNED)
    factories.verified(session, made, SupporterKind.ORGANISATION, now=LATER)
    sequence(session, now=LATER)
    return person


def told(client: Client, instant: datetime) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(
        client.get(f"/initiatives/{SLUG}/tally.json{asked(instant)}").text
    )
    return answer


def test_a_day_tells_one_number_of_individuals_and_one_size(
    client: Client, signed: Endorsement
) -> None:
    answers = [told(client, instant) for instant in sorted(INSTANTS)]
    assert len({(answer["individuals"], answer["ledger_size"]) for answer in answers}) == 1
    before = told(client, DAY - timedelta(microseconds=1))
    assert answers[0]["individuals"] == before["individuals"] + 1
    organisations = [answer["organisations"] - before["organisations"] for answer in answers]
    assert set(organisations) == {0, 1, 2}, "what is no person's is known to the second"
    assert organisations == sorted(organisations)
    assert told(client, MORNING)["organisations"] == before["organisations"] + 1


@pytest.mark.parametrize(
    "address",
    [
        f"/initiatives/{SLUG}",
        f"/initiatives/{SLUG}/individuals",
        f"/initiatives/{SLUG}/individuals-by-day.csv",
        f"/initiatives/{SLUG}/cite",
        f"/campaigns/{SLUG}",
        f"/campaigns/{SLUG}/tally.json",
        f"/campaigns/{SLUG}/cite",
        f"/api/v1/initiatives/{SLUG}/tally",
        f"/api/v1/initiatives/{SLUG}/series",
        "/api/v1/organisations",
        "/api/v1/endorsements",
        f"/embed/{SLUG}",
        f"/initiatives/{SLUG}/feed.atom",
        "/",
    ],
)
def test_no_page_differs_between_the_seconds_before_and_after(
    client: Client, signed: Endorsement, address: str
) -> None:
    """Whatever is public says the same a second before a person signed and a second after."""
    answers = []
    for instant in (SIGNED - timedelta(seconds=1), SIGNED + timedelta(seconds=1)):
        question = asked(instant)
        path = address + (question.replace("?", "&") if "?" in address else question)
        answer = client.get(path)
        assert answer.status_code == 200, path
        answers.append(_without_the_question(answer.text))
    assert answers[0] == answers[1]


def _without_the_question(text: str) -> str:
    """The answer without what repeats the instant that was asked for, cursors' signatures too."""
    text = re.sub(r'"next": ?"([^"]*)"', lambda found: f'"next": {_cursor(found[1])}', text)
    return re.sub(r"10(:|%3A)(29|30)(:|%3A)(59|01)", "then", text)


def _cursor(cursor: str) -> str:
    """What anybody can read in a cursor."""
    payload = cursor.split(".")[0].lstrip(".")
    return base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)).decode("latin-1")


def test_a_cursor_keeps_no_size_of_an_instant(client: Client, signed: Endorsement) -> None:
    seen_days = []
    for instant in (SIGNED - timedelta(seconds=1), SIGNED + timedelta(seconds=1)):
        answer = client.get(f"/api/v1/endorsements{asked(instant)}&limit=1")
        cursor = json.loads(answer.text)["next"]
        following = client.get(f"/api/v1/endorsements{asked(instant)}&limit=1&cursor={cursor}")
        assert following.status_code == 200
        seen_days.append(re.sub(r"10:(29|30):(59|01)", "then", _cursor(cursor)))
    assert seen_days[0] == seen_days[1]


def test_a_name_is_known_by_the_day(client: Client, signed: Endorsement) -> None:
    address = f"/initiatives/{SLUG}/individuals"
    for instant in INSTANTS:
        assert "Hidden Hour" in page(client, address + asked(instant)), instant
    before = DAY - timedelta(microseconds=1)
    assert "Hidden Hour" not in page(client, address + asked(before))


def test_a_withdrawal_is_known_by_the_day_too(
    client: Client, session: Session, sequence: Callable[..., int], signed: Endorsement
) -> None:
    counted = told(client, NIGHT)["individuals"]
    next_day = SIGNED + timedelta(days=1)
    engine.move(session, signed, Action.WITHDRAW, SUPPORTER, now=next_day)
    sequence(session, now=next_day)
    assert told(client, NIGHT)["individuals"] == counted, "an earlier day stays as it was"


def test_the_list_of_names_keeps_no_order_within_a_day(
    client: Client, session: Session, sequence: Callable[..., int]
) -> None:
    """Neither the order nor the pager's links tell who signed before whom."""
    names = [f"Person Number{n:03}" for n in range(130)]
    ids = [add_person(session, "unpa", name, SIGNED).id for name in names]
    sequence(session, now=SIGNED)
    address = "/initiatives/unpa/individuals"
    first = page(client, address)
    shown = re.findall(r"Person Number\d{3}", first)
    assert shown not in (sorted(shown), sorted(shown, reverse=True))
    following = re.search(r'individuals\?before=([^"&]+)', first)
    assert following
    place = following[1]
    assert not any(str(number) == place for number in ids)
    rest = re.findall(r"Person Number\d{3}", page(client, f"{address}?before={place}"))
    assert sorted({*shown, *rest}) == names, "everybody is there, once"
    assert len(shown) + len(rest) == len(names)


def test_the_present_day_is_still_open(
    client: Client, session: Session, sequence: Callable[..., int]
) -> None:
    """An instant of today is answered as now, and says no more after midnight than at its end."""
    now = utcnow()
    first = told(client, now)["individuals"]
    add_person(session, SLUG, "Somebody Today", now)
    sequence(session, now=now)
    live = json.loads(client.get(f"/initiatives/{SLUG}/tally.json").text)
    early = datetime.combine(now.date(), time.min, tzinfo=UTC)
    assert live["individuals"] == first + 1
    for instant in (early, now):
        assert told(client, instant)["individuals"] == live["individuals"]
        assert told(client, instant)["ledger_size"] == live["ledger_size"]
