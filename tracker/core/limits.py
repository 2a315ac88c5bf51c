"""Limits on how often one network may send a form. Counts are kept in memory, or in Redis across
machines.

A network is an IPv4 /24 or an IPv6 /48; only a hash of it with the day's salt is kept.
"""

from __future__ import annotations

import ipaddress
import math
import time
from collections.abc import Callable
from typing import Any

from flask import Flask, Response, abort, after_this_request, g, request
from flask_limiter import Limiter
from limits import parse
from limits.errors import StorageError

from config import Config
from tracker.core.clock import utcnow
from tracker.core.components import vault
from tracker.core.library_internals import count_posts_alone

SIGN_UPS = "60 per minute; 600 per hour"
"""A hall of people may sign together; a machine does not stop there."""
MAILS = "10 per minute; 60 per hour"
SIGN_INS = "10 per minute; 60 per hour"
READS = "600 per minute"
"""Of the API, by a network: many may sit behind one address."""
EXPORTS = "30 per minute"
PICTURES = "60 per minute"
"""Of pictures that must be drawn; those that are kept are not counted."""
CHALLENGES = "120 per minute"
"""Of what a sign-up form calculates from: more forms are opened, and left open, than are sent."""


def network() -> str:
    """A mark of the network that a request comes from, of no use to anybody tomorrow."""
    if "network" not in g:
        g.network = _mark()
    mark: str = g.network
    return mark


def _mark() -> str:
    try:
        address = ipaddress.ip_address(request.remote_addr or "")
    except ValueError:
        return "unknown"
    wide = ipaddress.ip_network((address, 24 if address.version == 4 else 48), strict=False)
    return vault().digest(f"network {utcnow().date()} {wide}")[:32]


limiter = Limiter(key_func=network)


def init_limits(app: Flask, config: Config) -> None:
    """Count as the settings say. Tests and measurements send from one place, so they ask for it."""
    app.config["RATELIMIT_STORAGE_URI"] = config.redis_url or "memory://"
    # an error of whichever storage is one of `limits`: without Redis, its client is not loaded
    app.config["RATELIMIT_STORAGE_OPTIONS"] = {"wrap_exceptions": True}
    app.config["RATELIMIT_STRATEGY"] = "moving-window"
    app.config["RATELIMIT_HEADERS_ENABLED"] = True
    app.config["RATELIMIT_ENABLED"] = config.rate_limits
    app.config["RATELIMIT_SWALLOW_ERRORS"] = True  # who counts must not keep people from signing
    count_posts_alone(app, limiter)


def limit_posts(
    app: Flask, endpoint: str, limits: str, exempt_when: Callable[[], bool] | None = None
) -> None:
    """Limit the forms of a view that a library brings, except for requests that are exempt."""
    view: Any = app.view_functions[endpoint]
    app.view_functions[endpoint] = limiter.limit(limits, methods=["POST"], exempt_when=exempt_when)(
        view
    )


def count_reading(what: str, allowed: str) -> None:
    """Count one reading by the present network. Above what is allowed it is refused with 429.

    Counts that cannot be kept keep nobody out. The answer says how many are left. Who only asks
    what may be asked (OPTIONS; a browser before it reads for another site's page) reads nothing.
    """
    if not limiter.enabled or request.method == "OPTIONS":
        return
    item = parse(allowed)
    try:
        may = limiter.limiter.hit(item, what, network())
        window = limiter.limiter.get_window_stats(item, what, network())
    except (OSError, StorageError):
        return
    wait = max(1, math.ceil(window.reset_time - time.time()))
    left = {
        "X-RateLimit-Limit": str(item.amount),
        "X-RateLimit-Remaining": str(window.remaining),
        "X-RateLimit-Reset": str(math.ceil(window.reset_time)),
    }
    if not may:
        left["Retry-After"] = str(wait)

    @after_this_request
    def tell(response: Response) -> Response:
        response.headers.update(left)
        return response

    if not may:
        g.limit = f"{what}: {allowed}"
        abort(429)
