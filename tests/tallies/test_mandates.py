"""Sitting and former members among those counted on a day; groups too small are not told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.support import factories
from tests.support.world import BEGAN, World
from tracker.endorsements import succession
from tracker.supporters.events import Happened, Retraction
from tracker.supporters.models import Supporter, SupporterKind
from tracker.tallies.mandates import Mandate, Mandates, mandates

ENDED = date(2026, 6, 1)
DAY = timedelta(days=1)


def member(world: World, **mandate: object) -> Supporter:
    entry = factories.verified(
        world.session, world.made, SupporterKind.PARLIAMENTARIAN, now=world.now, on=BEGAN
    )
    for name, value in mandate.items():
        setattr(entry.supporter, name, value)
    return entry.supporter


def on(world: World, day: date) -> tuple[int, int, int]:
    world.sequence(world.session, now=world.now)
    members = mandates(world.session, world.made.id, as_of=day)
    return members.sitting, members.former, members.unknown


def test_a_mandate_is_read_as_of_the_day(world: World) -> None:
    sits = member(world, sitting=True, mandate_from=date(2020, 1, 1))
    member(world, sitting=False, mandate_from=date(2010, 1, 1), mandate_until=date(2026, 4, 1))
    member(world)
    assert on(world, BEGAN - DAY) == (0, 0, 0)
    assert on(world, BEGAN) == (2, 0, 1)
    assert on(world, date(2026, 4, 1)) == (1, 1, 1)
    reported = Happened(on=ENDED, source="Parliament", staff_id=factories.staff(world.session))
    succession.end_mandate(world.session, sits, reported, now=world.now)
    assert on(world, ENDED - DAY) == (1, 1, 1)
    assert on(world, ENDED) == (0, 2, 1)
    again = Happened(on=ENDED + 9 * DAY, source="Parliament", staff_id=reported.staff_id)
    made = succession.begin_mandate(world.session, sits, again, now=world.now)
    counts = [on(world, day)[0] for day in (ENDED - DAY, ENDED, ENDED + 8 * DAY, ENDED + 9 * DAY)]
    assert counts == [1, 0, 0, 1]
    error = Retraction(staff_id=reported.staff_id or 0, source="Error")
    succession.take_back(world.session, made, error, now=world.now)
    assert on(world, ENDED + 9 * DAY) == (0, 2, 1)


@pytest.mark.parametrize(
    ("sitting", "began", "ended", "day", "sat"),
    [
        (True, None, None, ENDED, True),
        (True, None, None, BEGAN - DAY, None),  # said only later
        (False, None, None, ENDED, False),
        (False, BEGAN, None, ENDED, False),
        (False, BEGAN, None, BEGAN - DAY, None),
        (None, BEGAN, None, ENDED, None),
        (True, ENDED, None, BEGAN, None),
        (False, None, ENDED, BEGAN, None),  # nobody says since when,
    ],
)
def test_what_is_not_known_is_not_guessed(
    sitting: bool | None, began: date | None, ended: date | None, day: date, sat: bool | None
) -> None:
    assert Mandate(sitting=sitting, began=began, ended=ended, said_on=BEGAN).on(day) is sat


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ((5, 5, 0), True),
        ((9, 0, 0), True),
        ((9, 4, 0), False),
        ((9, 5, 1), False),
        ((0, 0, 9), False),
        ((0, 0, 0), False),
    ],
)
def test_a_small_group_is_not_told_apart(parts: tuple[int, int, int], told: bool) -> None:
    sitting, former, unknown = parts
    assert Mandates(sitting=sitting, former=former, unknown=unknown).may_be_told is told
