"""The grades of a government's support."""

from __future__ import annotations

from enum import StrEnum


class Grade(StrEnum):
    """How far a government's support goes. Only `endorsed` is counted in a headline."""

    ENDORSED = "endorsed"
    ANNOUNCED = "announced"
    VOICED = "voiced"


EVERY_GRADE = frozenset(Grade)
