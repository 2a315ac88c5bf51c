"""What other sites show of this one: a frame, a badge, a picture, a feed; and what search engines
are told. None sets a cookie."""

from __future__ import annotations

from tracker.sharing import crawlers, embeds, feeds, images
from tracker.sharing.blueprint import bp

__all__ = ["bp", "crawlers", "embeds", "feeds", "images"]
