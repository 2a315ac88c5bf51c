"""Requests and responses: their ids, their headers, their pages when something went wrong."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes

import structlog
from flask import (
    Flask,
    Request,
    Response,
    current_app,
    g,
)
from flask.globals import request_ctx
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin
from flask_wtf import CSRFProtect
from itsdangerous import URLSafeTimedSerializer
from werkzeug.exceptions import (
    RequestEntityTooLarge,
)
from werkzeug.middleware.proxy_fix import ProxyFix

from config import Config
from tracker.core import audience
from tracker.core.admission import MAX_BODY_BYTES, MAX_TEXT_BYTES
from tracker.core.error_pages import init_error_pages, is_for_staff, logged_path
from tracker.core.errors import BadInput
from tracker.core.library_internals import Route, replace_converters
from tracker.core.redirects import init_redirects

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

logger = structlog.get_logger()

SOURCES = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
POLICY = f"{SOURCES}; require-trusted-types-for 'script'; trusted-types rollcall"
"""Scripts may make markup of text only by the policy that `live.js` makes, which reads our own
pages anew (W3C, Trusted Types)."""
POLICY_WITH_WORKERS = f"{SOURCES}; worker-src 'self'; child-src 'self'"
"""For a page whose script calculates beside it. Safari before 15.5 knows only child-src. The
script is another's, and makes its elements and its worker from text."""
POLICY_WITH_FRAMES = f"{POLICY}; frame-src 'self'"
"""For a page that shows a frame of our own."""
FRAMED_BY_ANYBODY = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")
"""For what other sites may show in a frame: nothing there can be sent or changed."""
UNUSED_FEATURES = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)
"""Powers that no page of ours has, nor anything that it shows."""
SECURITY_HEADERS = (
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in UNUSED_FEATURES)),
)
"""Headers of a response unless it says otherwise: frames, pictures and the API are for other sites
too, and say so."""
TWO_YEARS = 63_072_000
"""Seconds for which a browser comes by HTTPS only (RFC 6797, 6.1.1)."""


class CookieSessions(SecureCookieSessionInterface):
    """Flask's signed cookies, without any work for whoever brings none and needs none."""

    def __init__(self) -> None:
        self._serializer: URLSafeTimedSerializer | None = None

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        if self._serializer is None:  # Flask makes one for each cookie read or written
            self._serializer = super().get_signing_serializer(app)
        return self._serializer

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        if "HTTP_COOKIE" not in request.environ:
            return self.session_class()
        return super().open_session(app, request)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if session.accessed or session.modified:
            super().save_session(app, session, response)


class Application(Flask):
    """Flask, with views of which none is a coroutine."""

    url_rule_class = Route

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Return the view or hook itself, instead of looking each time whether it is one."""
        return func


class FormProtection(CSRFProtect):  # type: ignore[misc]  # Flask-WTF has no types
    """Flask-WTF's protection of forms, without any work for a request that changes nothing."""

    def protect(self, apply_exemptions: bool = False) -> None:
        """Refuse a form of another site; whatever only reads needs no look at the exempt views."""
        if request_ctx.request.method in current_app.config["WTF_CSRF_METHODS"]:
            super().protect(apply_exemptions)


class DefaultHeaders:
    """Headers that every response has unless it says otherwise, added as it leaves."""

    def __init__(self, wsgi_app: WSGIApplication, headers: Iterable[tuple[str, str]]) -> None:
        self._wsgi_app = wsgi_app
        self._headers = tuple((name.lower(), (name, value)) for name, value in headers)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            given = {name.lower() for name, _value in headers}
            headers.extend(header for name, header in self._headers if name not in given)
            return start_response(status, headers, *error)

        return self._wsgi_app(environ, start)


def init_web(app: Flask, config: Config) -> None:
    """Request ids, access log, audiences, security headers and error pages."""
    headers = list(SECURITY_HEADERS)
    if config.https:
        headers.append(("Strict-Transport-Security", f"max-age={TWO_YEARS}"))
    if config.demo:
        headers.append(("X-Robots-Tag", "noindex"))
    app.wsgi_app = DefaultHeaders(app.wsgi_app, headers)  # type: ignore[method-assign]
    app.session_interface = CookieSessions()
    replace_converters(app)
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES
    app.config["MAX_FORM_MEMORY_SIZE"] = MAX_TEXT_BYTES
    if config.trusted_proxies:
        hops = config.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]
    app.jinja_env.globals["demonstration"] = config.demo
    app.before_request(_begin)
    app.after_request(_finish)
    init_redirects(app)
    init_error_pages(app)


def _begin() -> Response | None:
    """Before each request: its id, then whether it can be read, then who may enter."""
    g.request_id = name = secrets.token_hex(8)
    g.began = time.perf_counter()
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request=name)
    current = request_ctx.request  # itself: the proxy would look it up for each line that needs it
    _refuse_bad_bytes(current)
    return audience.guard(current.endpoint)


def _refuse_bad_bytes(current: Request) -> None:
    """Text that is not UTF-8, or has a NUL, would fail later and worse."""
    written, texts = [current.query_string], [current.path]
    if current.method not in ("GET", "HEAD"):
        if current.mimetype == "application/x-www-form-urlencoded":
            # Werkzeug limits only multipart bodies.
            if (current.content_length or 0) > MAX_TEXT_BYTES:
                raise RequestEntityTooLarge
            written.append(current.get_data())
            if len(written[-1]) > MAX_TEXT_BYTES:
                raise RequestEntityTooLarge
        texts.extend(current.form.values())
    if not all(map(_readable, written)) or any("\x00" in text or "�" in text for text in texts):
        raise BadInput("Some of the text that arrived is not readable. Please type it again.")


def _readable(written: bytes) -> bool:
    """Return whether percent-encoded bytes are UTF-8 without NUL: Werkzeug keeps what is not as it
    is."""
    plain = unquote_to_bytes(written) if b"%" in written else written
    try:
        plain.decode()
    except UnicodeDecodeError:
        return False
    return b"\x00" not in plain


def _finish(response: Response) -> Response:
    current = request_ctx.request
    endpoint, path = current.endpoint, current.path
    headers = response.headers
    name = audience.of(current_app, endpoint) if endpoint else None
    if name == "supporter link" or is_for_staff(path):
        headers["Cache-Control"] = "no-store"
        headers["Referrer-Policy"] = "no-referrer"
    if endpoint != "static":
        headers.add("X-Request-Id", g.get("request_id", ""))
        logger.info(
            "request",
            method=current.method,
            path=logged_path(current, response.status_code),
            status=response.status_code,
            ms=round((time.perf_counter() - g.get("began", time.perf_counter())) * 1000, 1),
        )
    return response
