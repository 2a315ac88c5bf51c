"""The description of a kind of content: its fields, their values, and its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from tracker.content.models import Content, ContentKind
from tracker.initiatives.models import (
    Campaign,
    Convenor,
    Document,
    Initiative,
    Milestone,
    Reform,
)
from tracker.initiatives.reported_figures import ReportedTally
from tracker.initiatives.statements import Statement
from tracker.supporters.models import SupporterKind

Values = Mapping[str, Any]
"""`Content` that is only read."""
Row = Campaign | Initiative | Document | Milestone | Reform | Convenor | Statement | ReportedTally
"""A row of what is public."""


class Takes(StrEnum):
    """The form of a field's values."""

    LINE = "line"
    PROSE = "prose"
    SLUG = "slug"
    PARTIAL = "partial date"
    DAY = "day"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    WEBSITE = "website"
    SYMBOL = "symbol"
    STATE = "state"
    LANGUAGE = "language"


@dataclass(frozen=True)
class Field:
    """One field of a kind of content. Label and hint stand in the catalogue."""

    name: str
    label: str
    takes: Takes = Takes.LINE
    hint: str = ""
    required: bool = True
    longest: int = 5000
    options: tuple[str, ...] = ()
    enum: type[StrEnum] | None = None
    absent: object = ""
    """The value of its column when it is left empty."""

    def from_row(self, value: object) -> object:
        """Return a column's value as content has it."""
        if isinstance(value, frozenset):
            return sorted(member.value for member in value)
        if isinstance(value, StrEnum):
            return value.value
        return value.isoformat() if isinstance(value, date) else value

    def for_row(self, value: Any) -> object:
        """Return content's value as the column takes it."""
        if self.takes is Takes.CHOICES and self.enum is not None:
            return frozenset(map(self.enum, value)) if value else self.absent or frozenset()
        if value in (None, ""):
            return self.absent
        if self.takes is Takes.DAY:
            return date.fromisoformat(value)
        return self.enum(value) if self.enum is not None else value


def choice(
    name: str,
    label: str,
    enum: type[StrEnum],
    hint: str = "",
    *,
    required: bool = True,
    absent: object = "",
) -> Field:
    """Return a field that takes one member of `enum`."""
    options = tuple(member.value for member in enum)
    return Field(
        name, label, Takes.CHOICE, hint, required, options=options, enum=enum, absent=absent
    )


def supporter_kinds(name: str, label: str, hint: str) -> Field:
    """Return a field that takes some of the kinds of supporters."""
    options = tuple(kind.value for kind in SupporterKind)
    return Field(name, label, Takes.CHOICES, hint, options=options, enum=SupporterKind)


@dataclass(frozen=True)
class Kind:
    """A kind of content. `belongs_to` says under what it can stand; a campaign under nothing."""

    kind: ContentKind
    model: type[Any]
    singular: str
    plural: str
    fields: tuple[Field, ...]
    belongs_to: tuple[ContentKind, ...] = (ContentKind.INITIATIVE,)
    kept: tuple[str, ...] = ()
    """Columns that no editor types in but that a row must have again when it is restored."""
    known_by: tuple[str, ...] = ("slug",)
    """The fields by which a file's entry is found among the rows of the same place."""

    def values(self, row: Row) -> Content:
        """Return a row's content as it is now."""
        content = {field.name: field.from_row(getattr(row, field.name)) for field in self.fields}
        return content | {name: getattr(row, name) for name in self.kept}

    def columns(self, values: Values) -> Content:
        """Return content as a row's columns take it. Expects values that break no rule."""
        return {field.name: field.for_row(values.get(field.name)) for field in self.fields}

    def canonical(self, values: Values) -> Content:
        """Return content as a row would give it back, so that what says the same is the same.

        Expects values that are not malformed; they may be incomplete.
        """
        content = {
            field.name: field.from_row(field.for_row(values.get(field.name)))
            for field in self.fields
        }
        return content | {name: values[name] for name in self.kept if name in values}

    @property
    def can_be_retired(self) -> bool:
        """True for what can be unpublished; what others stand under is closed and archived."""
        return self.kind not in (ContentKind.CAMPAIGN, ContentKind.INITIATIVE)
