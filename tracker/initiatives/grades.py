"""The grades of a government's support."""

from __future__ import annotations

from enum import StrEnum


class Grade(StrEnum):
    """The extent of a government's support. Only `endorsed` is counted in a headline."""

    ENDORSED = "endorsed"
    ANNOUNCED = "announced"
    VOICED = "voiced"


EVERY_GRADE = frozenset(Grade)
