"""Where a piece of content stands, and what is wrong with it there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from tracker.content.models import ContentItem, ContentKind
from tracker.content.schema.fields import Row
from tracker.core.errors import RuleBroken
from tracker.initiatives.models import Initiative

Problems = dict[str, RuleBroken]
"""What is wrong, by field; under "" what is no single field's."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a piece of content stands, or would: the surroundings that its rules look at."""

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
