"""The 195 States against the initiatives: filtered, sorted, and told in words as well as shapes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.supporters.models import RegionalGroup, State
from tracker.supporters.names import fold
from tracker.tallies.standing import GovernmentRow

SORTS = ("name", "group", "admission")
GRADES = ("endorsed", "announced", "voiced", "documented")
"""Grades by which to filter; the last is any of them."""
GROUPS = tuple(RegionalGroup)


@dataclass(frozen=True, kw_only=True)
class Filters:
    group: str = ""
    grade: str = ""
    permanent: bool = False
    sort: str = "name"

    def query(self, **changed: object) -> dict[str, object]:
        """The address's arguments for these filters, without what is not set."""
        values = {
            "group": self.group,
            "grade": self.grade,
            "permanent": int(self.permanent),
            "sort": self.sort if self.sort != "name" else "",
        }
        return {name: value for name, value in (values | changed).items() if value}


@dataclass(frozen=True)
class Row:
    state: State
    name: str
    entries: Mapping[int, GovernmentRow]
    """By initiative id; no entry where nothing is documented here."""


def rows(
    states: Sequence[State],
    names: Mapping[str, str],
    documented: Mapping[int, Mapping[str, GovernmentRow]],
    filters: Filters,
) -> list[Row]:
    """The States that the filters leave, in the order asked for."""
    matrix_rows = [
        Row(
            state,
            names[state.iso3],
            {key: of[state.iso3] for key, of in documented.items() if state.iso3 in of},
        )
        for state in states
        if (not filters.group or state.regional_group == filters.group)
        and (not filters.permanent or state.permanent)
    ]
    matrix_rows = [row for row in matrix_rows if _graded(row, filters.grade)]
    if filters.sort == "group":
        order = list(GROUPS)
        matrix_rows.sort(
            key=lambda row: (order.index(row.state.regional_group), fold(row.state.name))
        )
    elif filters.sort == "admission":
        matrix_rows.sort(key=lambda row: (row.state.admitted_on or date.max, fold(row.state.name)))
    return matrix_rows


def _graded(row: Row, grade: str) -> bool:
    if not grade:
        return True
    if grade == "documented":
        return bool(row.entries)
    return any(entry.grade == grade for entry in row.entries.values())
