"""The views for other sites: a frame, a badge, a picture, a feed; and those for search engines.
None sets a cookie."""

from __future__ import annotations

from tracker.sharing import crawler_views, embed_views, feed_views, image_views
from tracker.sharing.blueprint import bp

__all__ = ["bp", "crawler_views", "embed_views", "feed_views", "image_views"]
