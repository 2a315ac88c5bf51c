"""Redirects stay on this site: every `Location` leaves as a path, without scheme and host.

Werkzeug names the host of the request when it puts an address right (a slash too few, two in a
row), and that host is whatever the Host header says. A path (RFC 9110, 10.2.2 allows it) names
none, so no answer can lead, or be cached so that it leads, to somebody else's site.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from flask import Flask, Response, redirect, request

DROPPED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f]+")
"""Characters that browsers drop from an address (WHATWG URL, 4.4): none may part two slashes."""
FALLBACK = "/"
"""The address to which a redirect to another host leads instead."""


def init_redirects(app: Flask) -> None:
    """Rewrite what any view, library or error page answers."""
    app.after_request(_keep_within)


def within(location: str, host: str) -> str:
    """An address as a path of this site, which has this host; of another host, our first page.

    It is read as browsers read it: backslashes are slashes, blanks and control characters nothing.
    """
    plain = DROPPED_BY_BROWSERS.sub("", location).replace("\\", "/")
    parts = urlsplit(plain)
    if parts.scheme or parts.netloc:
        own = parts.scheme in ("http", "https") and parts.netloc == host
        plain = parts._replace(scheme="", netloc="").geturl() if own else FALLBACK
    elif plain.startswith("//"):
        plain = FALLBACK
    if plain.startswith("/"):
        return "/" + plain.lstrip("/")
    return plain if plain.startswith("?") else FALLBACK


def _keep_within(response: Response) -> Response:
    location = response.headers.get("Location")
    if location is None:
        return response
    kept = within(location, request.host)
    if kept != location:
        response.headers["Location"] = kept
        response.set_data(redirect(kept).get_data())  # the page of a redirect names it too
    return response
