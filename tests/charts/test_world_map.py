"""Every State is on the map, and nobody else is painted."""

from __future__ import annotations

import math
import re

import pytest
from sqlalchemy.orm import Session

from scripts import world
from tracker.charts import world_map
from tracker.initiatives.grades import Grade
from tracker.supporters import queries as supporters

BY_HAND = {"ATG", "BRB", "FJI", "KIR", "MDV", "MHL", "NRU", "PLW", "SGP", "TUV", "VAT", "WSM"}
"""States that would be too small to be seen."""


@pytest.mark.usefixtures("app")
def test_every_state_is_on_the_map_once(session: Session) -> None:
    states = supporters.all_states(session)
    names = {state.iso3: state.name for state in states}
    chart = world_map.chart(states, {"FRA": Grade.ENDORSED, "TUV": Grade.VOICED}, names)
    assert sorted(land.iso3 for land in chart.lands) == sorted(names)
    assert len(chart.lands) == 195
    of = {land.iso3: land for land in chart.lands}
    assert of["FRA"].path and of["FRA"].grade is Grade.ENDORSED
    assert not of["TUV"].path and of["TUV"].grade is Grade.VOICED
    assert of["DEU"].grade is None
    held = world_map.drawing()
    assert not held["states"].keys() & held["points"].keys()
    assert held["states"].keys() | held["points"].keys() == names.keys()


def test_small_states_are_circles_that_can_be_told_apart() -> None:
    held = world_map.drawing()
    points = held["points"]
    assert points.keys() >= BY_HAND
    spots = sorted(points.values())
    nearest = min(math.dist(one, other) for i, one in enumerate(spots) for other in spots[i + 1 :])
    assert nearest >= 24
    for x, y in spots:
        assert 0 < x < held["width"] and 0 < y < held["height"]


def test_every_path_stays_on_the_map() -> None:
    held = world_map.drawing()
    for path in (*held["states"].values(), held["neutral"]):
        assert re.fullmatch(r"(M\d+ \d+l[-\d ]+z)+", path)
        for ring in rings(path):
            assert all(0 <= x <= held["width"] and 0 <= y <= held["height"] for x, y in ring)


def rings(path: str) -> list[list[tuple[int, int]]]:
    """A path's rings, point by point."""
    rings_drawn = []
    for ring in path.split("z")[:-1]:
        start, steps = ring[1:].split("l")
        points = [tuple(map(int, start.split()))]
        numbers = [int(match) for match in re.findall(r"-?\d+", steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            points.append((points[-1][0] + dx, points[-1][1] + dy))
        rings_drawn.append([(x, y) for x, y in points])
    return rings_drawn


def owner(longitude: float, latitude: float) -> str:
    """Whose colour a place has; "neutral" for nobody's, empty at sea."""
    x, y = world.place(longitude - world.MERIDIAN, latitude)

    def holds(path: str) -> bool:
        crossed = 0
        for ring in rings(path):
            for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
                if (y1 > y) != (y2 > y) and x < x1 + (x2 - x1) * (y - y1) / (y2 - y1):
                    crossed += 1
        return crossed % 2 == 1

    held = world_map.drawing()
    owners = [iso3 for iso3, path in held["states"].items() if holds(path)]
    owners += ["neutral"] if holds(held["neutral"]) else []
    assert len(owners) <= 1
    return owners[0] if owners else ""


@pytest.mark.parametrize(
    ("place", "whose"),
    [
        ((2.5, 47.0), "FRA"),
        ((34.1, 45.2), "UKR"),  # Crimea
        ((45.0, 9.5), "SOM"),  # in the north-west
        ((-13.0, 25.5), "neutral"),  # Western Sahara, near the coast
        ((-9.5, 27.0), "neutral"),  # and inland
        ((-8.0, 31.5), "MAR"),
        ((-40.0, 72.0), "neutral"),  # Greenland
        ((178.0, 66.8), "RUS"),
        ((186.0, 66.8), "RUS"),  # beyond the 180th meridian
        ((28.3, -29.5), "LSO"),
        ((26.0, -28.7), "ZAF"),
        ((-30.0, 0.0), ""),
    ],
)
def test_places_belong_where_the_united_nations_draw_them(
    place: tuple[float, float], whose: str
) -> None:
    assert owner(*place) == whose


@pytest.mark.parametrize("latitude", [-55, -20, 0, 35, 70])
def test_the_projection_keeps_areas(latitude: float) -> None:
    """A small field has the same share of the map as of the Earth, wherever it lies."""
    side = 0.01
    west, east = world.equal_earth(40, latitude), world.equal_earth(40 + side, latitude)
    north = world.equal_earth(40, latitude + side)
    drawn = (east[0] - west[0]) * (north[1] - west[1])
    true = math.radians(side) ** 2 * math.cos(math.radians(latitude + side / 2))
    assert drawn == pytest.approx(true, rel=2e-3)


def test_the_projection_is_the_published_one() -> None:
    """The width and height of the map of a sphere of radius 1 (Šavrič and others, 2019)."""
    assert world.equal_earth(180, 0)[0] == pytest.approx(2.70663, abs=1e-5)
    assert world.equal_earth(0, 90)[1] == pytest.approx(1.31736, abs=1e-5)


def test_a_line_over_the_180th_meridian_does_not_leap() -> None:
    assert world.continuous([(179, 60), (-179, 61), (-178, 62), (179.5, 63)]) == [
        (179, 60),
        (181, 61),
        (182, 62),
        (179.5, 63),
    ]
