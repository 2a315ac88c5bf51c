"""The grades of a government's support."""

from __future__ import annotations

from enum import StrEnum


class Grade(StrEnum):
    """The extent of a government's support, from the highest. Only `endorsed` is counted in a
    headline."""

    ENDORSED = "endorsed"
    ANNOUNCED = "announced"
    VOICED = "voiced"

    @property
    def rank(self) -> int:
        """The place in that order, from 0."""
        return [*Grade].index(self)


EVERY_GRADE = frozenset(Grade)
