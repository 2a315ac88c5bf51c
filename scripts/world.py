"""Make `tracker/data/world.json`, the drawing of the map, from Natural Earth.

    npm install world-atlas@2.0.2
    .venv/bin/python -m scripts.world node_modules/world-atlas

world-atlas is Natural Earth 4.1 (public domain) as TopoJSON. What is done to it: borders are
simplified once for both sides, projected, and written as SVG paths of whole numbers; what is no
Member or Observer State becomes one neutral shape; States too small to be seen become points.
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from babel.core import get_global

DATA = Path(__file__).resolve().parent.parent / "tracker" / "data"
WIDTH, MARGIN = 2000, 12
MERIDIAN = 11.0
"""In the middle: the map's edge then runs through the Bering Strait."""
SOUTH = -57.0
"""Antarctica, which belongs to no State, is left out."""
FINEST = 1.3
"""How far, in units of the map, a simplified border may lie from the true one."""
SMALLEST = 7.0
"""Islands with a smaller area, in square units, are left out, but for each State's largest."""
SEEN = 36.0
"""A State whose largest piece is smaller than this, in square units, becomes a point."""
APART = 26.0
"""How far points stay from one another."""

Point = tuple[float, float]
Ring = list[int]
"""Arcs in order, a turned one as its complement, as TopoJSON has them."""

BELONGS = {"N. Cyprus": "CYP", "Somaliland": "SOM"}
"""Areas without a code of their own in ISO 3166-1, drawn with the State that the United Nations'
maps draw them with."""
CRIMEA = (32.0, 44.2, 36.8, 46.4)
"""West, south, east, north. Drawn with Ukraine (A/RES/68/262); Natural Earth draws who rules."""

SAHARA = ("W. Sahara", "MAR", 27 + 40 / 60)
"""The area, who is drawn with what lies west of it, and the latitude of the border between both.
Western Sahara is neutral as a whole: it is in the United Nations' list of Non-Self-Governing
Territories. Natural Earth draws who rules."""


def equal_earth(longitude: float, latitude: float) -> Point:
    """Return the Equal Earth projection of a place in degrees; radius 1, y grows north.

    B. Šavrič, T. Patterson and B. Jenny, "The Equal Earth map projection", International Journal of
    Geographical Information Science 33 (2019), doi.org/10.1080/13658816.2018.1504949.
    """
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    square = theta * theta
    sixth = square**3
    slope = 9 * a4 * square * sixth + 7 * a3 * sixth + 3 * a2 * square + a1
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(theta) / (3 * slope)
    y = theta * (a4 * square * sixth + a3 * sixth + a2 * square + a1)
    return x, y


EDGE = equal_earth(180, 0)[0]
NORTH = equal_earth(0, 84)[1]
SCALE = (WIDTH - 2 * MARGIN) / (2 * EDGE)
HEIGHT = round((NORTH - equal_earth(0, SOUTH)[1]) * SCALE + 2 * MARGIN)


def place(longitude: float, latitude: float) -> Point:
    """Return the point of a place on the map; longitude counts from the meridian in the middle."""
    x, y = equal_earth(longitude, latitude)
    return MARGIN + (EDGE + x) * SCALE, MARGIN + (NORTH - y) * SCALE


class Atlas:
    """A TopoJSON file: arcs in degrees, and areas made of them."""

    def __init__(self, path: Path) -> None:
        held: dict[str, Any] = json.loads(path.read_text())
        (a, b), (c, d) = held["transform"]["scale"], held["transform"]["translate"]
        self.arcs: list[list[Point]] = []
        for steps in held["arcs"]:
            x = y = 0
            arc = []
            for dx, dy in steps:
                x, y = x + dx, y + dy
                arc.append((x * a + c, y * b + d))
            self.arcs.append(arc)
        self.areas: list[dict[str, Any]] = held["objects"]["countries"]["geometries"]

    def along(self, ring: Ring, arcs: Sequence[Sequence[Point]] | None = None) -> list[Point]:
        """Return the points of a ring, the last one not repeated."""
        points: list[Point] = []
        for number in ring:
            arc = (arcs or self.arcs)[number if number >= 0 else ~number]
            points += list(arc if number >= 0 else reversed(arc))[:-1]
        return points


def polygons(area: dict[str, Any]) -> Iterator[list[Ring]]:
    if area["type"] == "Polygon":
        yield area["arcs"]
    else:
        yield from area["arcs"]


def code(area: dict[str, Any]) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of an area, from its number (CLDR)."""
    codes = get_global("territory_aliases").get(area.get("id", ""))
    return str(codes[0]) if codes else None


def area_of(points: Sequence[Point]) -> float:
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def middle(points: Sequence[Point]) -> Point:
    """Return the centroid of a polygon."""
    twice, x, y = 0.0, 0.0, 0.0
    x0, y0 = points[0]
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
        cross = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        twice += cross
        x += (x1 + x2 + x0) * cross
        y += (y1 + y2 + y0) * cross
    return (x / (3 * twice), y / (3 * twice)) if twice else points[0]


def continuous(points: Sequence[Point]) -> list[Point]:
    """Return a line in degrees that may pass the 180th meridian, without the leap there."""
    unwrapped = [points[0]]
    for longitude, latitude in points[1:]:
        leap = round((longitude - unwrapped[-1][0]) / 360) * 360
        unwrapped.append((longitude - leap, latitude))
    return unwrapped


def mapped(line: Sequence[Point]) -> list[Point]:
    """Return a line in degrees on the map, on the side of the edge where most of it lies."""
    whole = continuous(line)
    west = sum(x for x, _y in whole) / len(whole) - MERIDIAN
    turn = MERIDIAN + round(west / 360) * 360
    return [place(x - turn, y) for x, y in whole]


def beyond(line: Sequence[Point], latitude: float, *, north: bool) -> list[Point]:
    """Return the part of a ring on one side of a latitude (Sutherland and Hodgman)."""
    part: list[Point] = []
    for (x1, y1), (x2, y2) in zip(line, [*line[1:], line[0]], strict=True):
        inside, ahead = (y1 >= latitude) is north, (y2 >= latitude) is north
        if inside:
            part.append((x1, y1))
        if inside is not ahead:
            part.append((x1 + (x2 - x1) * (latitude - y1) / (y2 - y1), latitude))
    return part


def kept(points: Sequence[Point]) -> set[int]:
    """Return which points of a line a simpler one keeps (Douglas and Peucker)."""
    keep = {0, len(points) - 1}
    ahead = [(0, len(points) - 1)]
    while ahead:
        first, last = ahead.pop()
        (x1, y1), (x2, y2) = points[first], points[last]
        length = math.hypot(x2 - x1, y2 - y1)
        furthest, where = FINEST, 0
        for index in range(first + 1, last):
            x, y = points[index]
            away = (
                abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length
                if length
                else math.hypot(x - x1, y - y1)
            )
            if away > furthest:
                furthest, where = away, index
        if where:
            keep.add(where)
            ahead += [(first, where), (where, last)]
    return keep


def joined(atlas: Atlas, rings: Iterable[Ring]) -> list[Ring]:
    """Return rings without the borders between them: an arc gone both ways is left out, and the
    rest is put together again."""
    arcs = [number for ring in rings for number in ring]
    left = [number for number in arcs if ~number not in arcs]

    def ends(number: int) -> tuple[Point, Point]:
        arc = atlas.arcs[number if number >= 0 else ~number]
        return (arc[0], arc[-1]) if number >= 0 else (arc[-1], arc[0])

    joint = []
    while left:
        ring = [left.pop(0)]
        while ends(ring[-1])[1] != ends(ring[0])[0]:
            following = next(arc for arc in left if ends(arc)[0] == ends(ring[-1])[1])
            left.remove(following)
            ring.append(following)
        joint.append(ring)
    return joint


def written(rings: Iterable[Sequence[Point]]) -> str:
    """Return rings as an SVG path of whole numbers, relative after each ring's first."""
    text = ""
    for points in rings:
        whole = [(round(x), round(y)) for x, y in points]
        steps = [
            (x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(whole) if (x1, y1) != (x2, y2)
        ]
        if len(steps) > 1:
            numbers = [number for step in steps for number in step]
            text += f"M{whole[0][0]} {whole[0][1]}l" + " ".join(map(str, numbers)) + "z"
    return text.replace(" -", "-")


def spread(points: dict[str, Point]) -> dict[str, list[int]]:
    """Return points moved apart until each can be seen, as little as that takes."""
    moved = {key: list(spot) for key, spot in points.items()}
    for _turn in range(400):
        calm = True
        keys = sorted(moved)
        for index, key in enumerate(keys):
            for other in keys[index + 1 :]:
                dx, dy = moved[other][0] - moved[key][0], moved[other][1] - moved[key][1]
                apart = math.hypot(dx, dy) or 0.01
                if apart < APART:
                    calm = False
                    push = (APART - apart) / 2 + 0.05
                    for axis, step in ((0, dx), (1, dy)):
                        moved[key][axis] -= step / apart * push
                        moved[other][axis] += step / apart * push
        if calm:
            break
    return {key: [round(x), round(y)] for key, (x, y) in sorted(moved.items())}


class Drawing:
    """The map as it grows: pieces by State, `None` for what is no State's."""

    def __init__(self, atlas: Atlas, states: dict[str, str]) -> None:
        self.atlas = atlas
        self.simple = [self._simplified(arc) for arc in atlas.arcs]
        self.pieces: dict[str | None, list[list[Ring]]] = {}
        for area in atlas.areas:
            name = area["properties"]["name"]
            if name == "Antarctica":
                continue
            owner = BELONGS.get(name) or states.get(code(area) or "")
            owner = SAHARA[1] if name == SAHARA[0] else owner
            for rings in polygons(area):
                of = "UKR" if owner == "RUS" and self._within(rings[0], CRIMEA) else owner
                self.pieces.setdefault(of, []).append(rings)
        for merged in (*BELONGS.values(), SAHARA[1], "UKR"):
            whole = [ring for rings in self.pieces[merged] for ring in rings]
            self.pieces[merged] = [[ring] for ring in joined(atlas, whole)]

    def _within(self, ring: Ring, box: tuple[float, float, float, float]) -> bool:
        west, south, east, north = box
        x, y = middle(self.atlas.along(ring))
        return west < x < east and south < y < north

    def _simplified(self, arc: list[Point]) -> list[Point]:
        keep = kept(mapped(arc))
        return [point for index, point in enumerate(arc) if index in keep]

    def _outlines(self, owner: str | None) -> Iterator[tuple[list[Point], list[list[Point]]]]:
        """Return each piece in degrees: its exact outline, and its simplified rings."""
        for rings in self.pieces.get(owner, []):
            plain = [self.atlas.along(ring, self.simple) for ring in rings]
            yield self.atlas.along(rings[0]), plain

    def drawn(self, owner: str | None) -> list[tuple[float, Point, list[list[Point]]]]:
        """Return each piece's area, its middle and its rings, on the map; the largest first."""
        outlines = list(self._outlines(owner))
        _name, neighbour, border = SAHARA
        if owner in (neighbour, None):
            cut = outlines if owner else self._outlines(neighbour)
            halves = [
                [beyond(line, border, north=owner is not None) for line in (exact, *plain)]
                for exact, plain in cut
            ]
            halved = [(half[0], half[1:]) for half in halves if half[0]]
            outlines = halved if owner else [*outlines, *halved]
        pieces = []
        for exact, plain in outlines:
            whole = mapped(exact)
            pieces.append((area_of(whole), middle(whole), [mapped(ring) for ring in plain if ring]))
        return sorted(pieces, key=lambda piece: -piece[0])


def main(folder: Path) -> None:
    with (DATA / "states.csv").open(newline="") as table:
        states = {row["iso2"]: row["iso3"] for row in csv.DictReader(table)}
    drawing = Drawing(Atlas(folder / "countries-50m.json"), states)
    finer = Drawing(Atlas(folder / "countries-10m.json"), states)
    paths: dict[str, str] = {}
    points: dict[str, Point] = {}
    for iso3 in sorted(states.values()):
        pieces = drawing.drawn(iso3) or finer.drawn(iso3)
        if pieces[0][0] < SEEN:
            points[iso3] = pieces[0][1]
            continue
        paths[iso3] = written(
            ring
            for number, (size, _middle, rings) in enumerate(pieces)
            if size >= SMALLEST or number == 0
            for ring in rings
        )
    neutral = written(
        ring for size, _middle, rings in drawing.drawn(None) if size >= SMALLEST for ring in rings
    )
    held = {
        "source": "Natural Earth 4.1 (public domain), as world-atlas 2.0.2 (npm, ISC), 1:50m;"
        " made by scripts/world.py",
        "projection": f"Equal Earth, middle meridian {MERIDIAN:g}° E",
        "width": WIDTH,
        "height": HEIGHT,
        "states": paths,
        "points": spread(points),
        "neutral": neutral,
    }
    out = DATA / "world.json"
    out.write_text(json.dumps(held, ensure_ascii=False, indent=0) + "\n")
    print(f"{len(paths)} States drawn, {len(points)} as points, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
