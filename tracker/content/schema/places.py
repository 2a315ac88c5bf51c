"""The place of a piece of content, and the problems that it has there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from tracker.content.models import ContentItem, ContentKind
from tracker.content.schema.fields import Row
from tracker.core.errors import RuleBroken
from tracker.initiatives.models import Initiative

Problems = dict[str, RuleBroken]
"""Refusals by field; under "" those of no single field."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """The place of a piece of content: the surroundings that its rules look at."""

    session: Session
    item: ContentItem | None
    row: Row | None
    parent_slug: str
    """The slug of what it stands under; empty for a campaign."""
    parent_kind: ContentKind | None
    today: date

    @property
    def initiative(self) -> Initiative | None:
        """The public initiative that the content is of, if it is one's own."""
        return self.row if isinstance(self.row, Initiative) else None
