"""Public pages that many read at once are rendered once for all of them, once a second at most."""

from __future__ import annotations

import functools
from collections.abc import Callable

from flask import Response, request

from tracker.core.cache import Answer, NamedCache
from tracker.core.components import caches
from tracker.core.i18n import locale_code

NO_STORE = "no-store"
"""`Cache-Control` of what names people (RFC 9111, 5.2.2.5): who withdraws is named no more, neither
by a cache on the way nor by the browser's own, as behind its Back button."""
PAGES = NamedCache[Answer]("pages", kept_for=1.0)
"""The numbers on an open page follow by ``tally.json``, whatever it was rendered with."""


def kept(view: Callable[..., str]) -> Callable[..., Response]:
    """Keep what a view renders for a second, by address and language.

    Only for pages that are the same for everybody. An address with a query is rendered each time.
    The answer carries a tag, so that a browser or a CDN need not fetch what it has.
    """

    @functools.wraps(view)
    def answer(**values: object) -> Response:
        if request.query_string:
            finished = Answer.of(view(**values))
        else:
            key = (request.path, locale_code())
            finished = caches().of(PAGES).get(key, lambda: Answer.of(view(**values)))
        response = Response(finished.body, mimetype="text/html")
        response.headers["ETag"] = finished.etag
        response.headers["Cache-Control"] = "public, max-age=0, s-maxage=1"
        response.make_conditional(request)
        return response

    return answer
