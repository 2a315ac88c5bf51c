"""Exactly one seat for each State, and no two in the same place."""

from __future__ import annotations

import math

import pytest
from sqlalchemy.orm import Session

from tracker.charts import hemicycle
from tracker.initiatives.grades import Grade
from tracker.supporters import queries as supporters

RADIUS = 9.4
"""Of a seat, as `components/pictures.html` draws it."""


def test_seats_do_not_touch() -> None:
    places = hemicycle.places()
    assert len(places) == len(set(places)) == 193
    nearest = min(
        math.dist(one, other) for i, one in enumerate(places) for other in places[i + 1 :]
    )
    assert nearest >= 2 * RADIUS
    for x, y in places:
        assert RADIUS <= x <= hemicycle.WIDTH - RADIUS
        assert RADIUS <= y <= hemicycle.HEIGHT - RADIUS


@pytest.mark.usefixtures("app")
def test_supporters_come_first_in_their_wedge(session: Session) -> None:
    states = supporters.all_states(session)
    names = {state.iso3: state.name for state in states}
    grades = {"ZMB": Grade.ENDORSED, "ZWE": Grade.VOICED, "VAT": Grade.ENDORSED}
    chart = hemicycle.seat(states, grades, names)
    assert len(chart.seats) == 195
    assert sum(seat.observer for seat in chart.seats) == 2
    assert [seat.iso3 for seat in chart.seats[:3]] == ["ZMB", "ZWE", "DZA"]
    assert chart.wedges[0].endorsed == 1
    assert sum(wedge.size for wedge in chart.wedges) == 193
    assert len(chart.arcs) == len(chart.wedges)
    assert not hemicycle.seat(states, grades, names, by="grade").arcs


def test_the_furthest_grade_of_several_is_shown() -> None:
    both = hemicycle.foremost(
        [{"CAN": Grade.VOICED, "FRA": Grade.ENDORSED}, {"CAN": Grade.ANNOUNCED}]
    )
    assert both == {"CAN": Grade.ANNOUNCED, "FRA": Grade.ENDORSED}
