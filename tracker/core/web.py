"""Requests and responses: their ids, their headers, their pages when something went wrong."""

from __future__ import annotations

import re
import secrets
import time
from urllib.parse import quote, unquote_to_bytes

import structlog
from flask import (
    Flask,
    Request,
    Response,
    current_app,
    g,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
)
from flask.globals import request_ctx
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from itsdangerous import URLSafeTimedSerializer
from werkzeug.exceptions import (
    HTTPException,
    MethodNotAllowed,
    RequestEntityTooLarge,
    ServiceUnavailable,
)
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wrappers import Response as BaseResponse

from config import Config
from tracker.core import audience, stale_forms
from tracker.core.admission import LARGEST_BODY, LARGEST_TEXT
from tracker.core.errors import BadInput, Conflict, LinkRefused, NotFound, RuleBroken, TrackerError
from tracker.core.i18n import said
from tracker.core.library_internals import LARGEST_ID, replace_converters
from tracker.core.redirects import init_redirects

logger = structlog.get_logger()

STATUS_OF: dict[type[TrackerError], int] = {
    BadInput: 400,
    LinkRefused: 410,
    NotFound: 404,
    Conflict: 409,
    RuleBroken: 409,
}
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
"""What no page of ours may do, nor anything that it shows."""
SECURITY_HEADERS = (
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in UNUSED_FEATURES)),
)
"""What a response has unless it says otherwise: frames, pictures and the API are for other sites
too, and say so."""
UNKNOWN_PATH = "…"
"""What the log has for a path that meets no rule of ours."""
TWO_YEARS = 63_072_000
"""Seconds for which a browser comes by HTTPS only (RFC 6797, 6.1.1)."""


class CookieSessions(SecureCookieSessionInterface):
    """Flask's signed cookies, without any work for who brings none and needs none."""

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


def row_number(text: str) -> int:
    """A row's number in the query of an address or in a form, for `args.get(…, type=row_number)`.

    Raises ValueError for what is no number, and for one that no row can have.
    """
    if not (text.isascii() and text.isdecimal()):
        raise ValueError("A row's number has the digits 0 to 9.")
    number = int(text)
    if not 0 <= number <= LARGEST_ID:
        raise ValueError("No row has this number.")
    return number


TAIL = re.compile(r"[^A-Za-z0-9_-]+$")
"""What no address of ours ends in."""
HEADERS = "security_headers"


def init_web(app: Flask, config: Config) -> None:
    """Request ids, access log, audiences, security headers and error pages."""
    https_only = (("Strict-Transport-Security", f"max-age={TWO_YEARS}"),) if config.https else ()
    app.extensions[HEADERS] = SECURITY_HEADERS + https_only
    app.session_interface = CookieSessions()
    replace_converters(app)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_TEXT
    if config.trusted_proxies:
        hops = config.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]
    app.jinja_env.globals["demonstration"] = config.demo
    app.before_request(_begin)
    app.after_request(_finish)
    init_redirects(app)
    app.register_error_handler(TrackerError, _domain_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _unhandled)


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
            if (current.content_length or 0) > LARGEST_TEXT:
                raise RequestEntityTooLarge
            written.append(current.get_data())
            if len(written[-1]) > LARGEST_TEXT:
                raise RequestEntityTooLarge
        texts.extend(current.form.values())
    if not all(map(_readable, written)) or any("\x00" in text or "�" in text for text in texts):
        raise BadInput(_("Some of the text that arrived is not readable. Please type it again."))


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
    given = {name.lower() for name, _value in headers}
    for header, value in current_app.extensions[HEADERS]:
        if header.lower() not in given:
            headers.add(header, value)
    if current_app.jinja_env.globals["demonstration"]:
        headers["X-Robots-Tag"] = "noindex"
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


def logged_path(current: Request, status: int) -> str:
    """A request's path for the log, with the token of a mailed link hidden.

    A path that leads nowhere may hold a mistyped link, or anything else that somebody wrote: of
    it only the rule that it met is told.
    """
    if current.url_rule is None:
        return UNKNOWN_PATH
    if status == 404:
        return current.url_rule.rule
    token = (current.view_args or {}).get("token")
    return current.path.replace(token, "…") if token else current.path


def is_for_staff(path: str) -> bool:
    """Return whether an address is of the staff's, sign-in and mistyped ones included."""
    return path == "/staff" or path.startswith("/staff/")


def _wants_json() -> bool:
    return request.path.endswith(".json") or request.path.startswith("/api/")


def _page(status: int, title: str, message: str) -> tuple[Response | str, int]:
    if _wants_json():
        body = {"type": "about:blank", "title": title, "status": status, "detail": message}
        response = jsonify(body)
        response.mimetype = "application/problem+json"  # RFC 9457
        return response, status
    return (
        render_template(
            "error.html",
            title=title,
            message=message,
            request_id=g.get("request_id"),
            status=status,
        ),
        status,
    )


def _who() -> str:
    """Return who asks, for the log: a member of staff by number. On public pages everybody is
    alike."""
    if is_for_staff(request.path) and current_user.is_authenticated:
        return f"staff {current_user.id}"
    return "public"


def _log_refusal(event: str, status: int, what: str) -> None:
    """Note that somebody was refused: who, of which endpoint, and what stood against it.

    Neither their address nor what they sent. The numbers in an address are those of rows.
    """
    arguments = request.view_args or {}
    rows = {name: value for name, value in arguments.items() if isinstance(value, int)}
    logger.warning(
        event, who=_who(), endpoint=request.endpoint or "", status=status, what=what, **rows
    )


def _domain_error(error: TrackerError) -> tuple[Response | str, int]:
    titles = {
        400: _("We could not read that"),
        404: _("Not found"),
        409: _("That was not done"),
        410: _("This link does not work any more"),
    }
    status = next(code for kind, code in STATUS_OF.items() if isinstance(error, kind))
    if status in (404, 410):
        _log_refusal("access_refused", status, type(error).__name__)
    return _page(status, titles[status], said(error))


def _without_tail() -> BaseResponse | None:
    """The address without what a sentence or a mail program put behind it: a slash, a full stop, a
    bracket. The path is one that we have, so nobody is led off the site. The API's are for
    programs, which read addresses nowhere but in its own answers.
    """
    path = TAIL.sub("", request.path)
    routes = current_app.create_url_adapter(request)
    if request.method not in ("GET", "HEAD") or path in ("", request.path) or routes is None:
        return None
    if _wants_json():
        return None
    try:
        endpoint, _values = routes.match(path, method="GET")
    except HTTPException:
        return None
    name = audience.of(current_app, endpoint)
    if name not in ("public", "supporter link") or path.startswith("//"):
        return None
    query = request.query_string.decode()
    elsewhere = redirect(quote(path) + (f"?{query}" if query else ""), code=308)
    if name == "supporter link":
        elsewhere.headers["Cache-Control"] = "no-store"
        elsewhere.headers["Referrer-Policy"] = "no-referrer"
    return elsewhere


def _http_error(error: HTTPException) -> ResponseReturnValue | HTTPException:
    code = error.code or 500
    if code == 404 and (elsewhere := _without_tail()) is not None:
        return elsewhere
    if code < 400:
        return error
    if code == 403:
        _log_refusal("access_refused", code, audience.of(current_app, request.endpoint or "") or "")
    if code in (429, 503):
        counted = getattr(error, "limit", None)  # Flask-Limiter's, around the limit itself
        _log_refusal("limit_reached", code, str(counted.limit) if counted else g.get("limit", ""))
    if isinstance(error, CSRFError):
        _log_refusal("access_refused", 400, "stale or missing form token")
        if (again := stale_forms.shown_again()) is not None:
            return again
        return _page(
            400,
            _("This form cannot be sent any more"),
            _(
                "It was open too long, or your browser refuses its cookie. Nothing was saved. "
                "Go back, copy what you typed, reload the page and send it again."
            ),
        )
    if isinstance(error, RequestEntityTooLarge):
        return _page(
            413,
            _("That is too large"),
            _(
                "A file may have up to 10 MB, what is typed into a form half a megabyte. "
                "Nothing was saved."
            ),
        )
    messages = {
        403: _("This page is not open to you."),
        404: _("There is no such page. The address may be mistyped, or the entry not public."),
        405: _("This address does not take that kind of request."),
        429: _("Too many requests came from your connection. Please wait a minute."),
        503: _("Too much is asked for at this moment. Please try again in a minute."),
    }
    title = _("Not found") if code == 404 else _("That did not work")
    page = _page(code, title, messages.get(code, _("The request could not be understood.")))
    if isinstance(error, ServiceUnavailable) and error.retry_after is not None:
        answer = make_response(page)
        answer.headers["Retry-After"] = str(error.retry_after)  # RFC 9110, 10.2.3
        return answer
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        answer = make_response(page)
        answer.headers["Allow"] = ", ".join(sorted(error.valid_methods))  # RFC 9110, 15.5.6
        return answer
    return page


def _unhandled(error: Exception) -> tuple[Response | str, int]:
    logger.error("unhandled", exc_info=error, path=logged_path(request, 500))
    return _page(
        500,
        _("Something went wrong on our side"),
        _("It has been logged. Please try again; if it happens again, tell us the number below."),
    )
