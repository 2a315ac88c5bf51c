"""Fields of shapes, each with the words that describe it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from marshmallow import fields, validate

DAY = {"format": "date"}


def described(text: str, **more: object) -> dict[str, object]:
    return {"description": text, **more}


def text(about: str, **more: object) -> fields.String:
    """A text that is always there."""
    return fields.String(required=True, metadata=described(about, **more))


def perhaps(about: str, **more: object) -> fields.String:
    """A text, or null."""
    return fields.String(required=True, allow_none=True, metadata=described(about, **more))


def whole(about: str) -> fields.Integer:
    return fields.Integer(required=True, metadata=described(about))


def count(about: str) -> fields.Integer:
    return fields.Integer(required=True, validate=validate.Range(min=0), metadata=described(about))


def one_of(choices: Iterable[StrEnum], about: str, *, none: bool = False) -> fields.String:
    values = [choice.value for choice in choices]
    return fields.String(
        required=True,
        allow_none=none,
        validate=validate.OneOf([*values, None] if none else values),
        metadata=described(about),
    )


def invented() -> fields.Boolean:
    """Return what an answer of a demonstration bears beyond what is promised here."""
    return fields.Boolean(
        metadata=described(
            "True where every supporter is invented, on a demonstration; else not there."
        )
    )
