"""Where a piece of content stands, and what is wrong with it there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from tracker.content.models import ContentItem, ContentKind
from tracker.core.errors import RuleBroken

Problems = dict[str, RuleBroken]
"""What is wrong, by field; under "" what is no single field's."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a piece of content stands, or would: what its rules look around at."""

    session: Session
    item: ContentItem | None
    row: Any
    parent_slug: str
    """The slug of what it stands under; empty for a campaign."""
    parent_kind: ContentKind | None
    today: date
