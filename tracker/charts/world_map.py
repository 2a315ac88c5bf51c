"""The States on a map of equal areas. States too small to be seen are circles.

`tracker/data/world.json` holds the drawing, made by `scripts/world.py`; nothing is projected here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tracker.initiatives.grades import Grade
from tracker.supporters.models import State

DRAWING = Path(__file__).resolve().parent.parent / "data" / "world.json"


@dataclass(frozen=True, kw_only=True)
class Land:
    """A State on the map: a path, or for a small one the middle of its circle."""

    iso3: str
    name: str
    grade: Grade | None
    path: str = ""
    x: int = 0
    y: int = 0


@dataclass(frozen=True, kw_only=True)
class WorldMap:
    width: int
    height: int
    lands: Sequence[Land]
    """Paths first, so that no circle is under one."""
    neutral: str
    """The path of all that is no Member or Observer State."""


@cache
def drawing() -> dict[str, Any]:
    held: dict[str, Any] = json.loads(DRAWING.read_text())
    return held


def chart(
    states: Sequence[State], grades: Mapping[str, Grade], names: Mapping[str, str]
) -> WorldMap:
    """Draw every State. `grades` has the States on record, by their codes."""
    held = drawing()
    lands = []
    for state in states:
        spot = held["points"].get(state.iso3)
        lands.append(
            Land(
                iso3=state.iso3,
                name=names[state.iso3],
                grade=grades.get(state.iso3),
                path="" if spot else held["states"][state.iso3],
                x=spot[0] if spot else 0,
                y=spot[1] if spot else 0,
            )
        )
    return WorldMap(
        width=held["width"],
        height=held["height"],
        lands=sorted(lands, key=lambda land: not land.path),
        neutral=held["neutral"],
    )
