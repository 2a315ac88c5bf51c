"""What other sites show of this one: a frame, a badge, a picture, a feed. None sets a cookie."""

from __future__ import annotations

from tracker.sharing import embeds, feeds, images
from tracker.sharing.blueprint import bp

__all__ = ["bp", "embeds", "feeds", "images"]
