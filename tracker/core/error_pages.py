"""Pages and problems for what went wrong, and what is logged of it."""

from __future__ import annotations

import re
from urllib.parse import quote

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
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import (
    HTTPException,
    MethodNotAllowed,
    RequestEntityTooLarge,
    ServiceUnavailable,
)
from werkzeug.wrappers import Response as BaseResponse

from tracker.core import audience, stale_forms
from tracker.core.errors import BadInput, Conflict, LinkRefused, NotFound, RuleBroken, TrackerError
from tracker.core.i18n import localized

logger = structlog.get_logger()

STATUS_OF: dict[type[TrackerError], int] = {
    BadInput: 400,
    LinkRefused: 410,
    NotFound: 404,
    Conflict: 409,
    RuleBroken: 409,
}
UNKNOWN_PATH = "…"
"""The log's word for a path that meets no rule of ours."""
TAIL = re.compile(r"[^A-Za-z0-9_-]+$")
"""Characters in which no address of ours ends."""


def init_error_pages(app: Flask) -> None:
    """Answer every error, ours and the libraries', in the form that was asked for."""
    app.register_error_handler(TrackerError, _domain_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _unhandled)


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
    return _page(status, titles[status], localized(error))


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
