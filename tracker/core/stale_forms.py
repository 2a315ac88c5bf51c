"""A form that comes back without its proof of origin: its cookie was lost, or it was open too long.

Nothing is done, and nothing typed is lost. Its own page is shown again, filled in as it was; where
a form has no page of its own, or whoever sent it was signed out meanwhile, another page keeps what
was typed until it is sent again. Files are not kept, and neither are passwords and codes.

None of this is for what another site sent (`Sec-Fetch-Site`; `Origin`, RFC 6454): a form that is
filled in by somebody else must not wait for one press of a button.
"""

from __future__ import annotations

from flask import Response, current_app, g, make_response, render_template, request
from flask.globals import request_ctx
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException

PROOF = "csrf_token"
SECRET = ("password", "code", "credential", "passcode")
"""Parts of the names of fields that are never handed out again."""
STATUS = 422


def refill() -> MultiDict[str, str] | None:
    """Return what a form on the page that is being made was sent with, if it is shown again."""
    sent: MultiDict[str, str] | None = g.get("stale_form")
    return sent


def shown_again() -> Response | None:
    """The answer to a form whose proof of origin is missing or stale; none if it is not ours."""
    if not _is_of_our_pages() or not request.form:
        return None
    sent = _kept()
    page = _own_page(sent)
    if page is not None and g.get("stale_form_refilled"):
        return page  # in which a form was filled in, or which asks for secrets only
    return kept(sent, signed_out=False)


def kept(sent: MultiDict[str, str] | None = None, *, signed_out: bool) -> Response | None:
    """A page that holds what was sent, to be sent again; none if it is not ours to keep."""
    sent = _kept() if sent is None else sent
    ours = _is_of_our_pages(if_unsaid=not signed_out)
    if not ours or not sent or any(_is_secret(name) for name in request.form):
        return None
    page = render_template(
        "stale_form.html",
        signed_out=signed_out,
        action=request.full_path.rstrip("?"),
        sent=list(sent.items(multi=True)),
        had_files=any(file.filename for file in request.files.values()),
    )
    response = make_response(page, STATUS)
    response.headers["Cache-Control"] = "no-store"
    return response


def _own_page(sent: MultiDict[str, str]) -> Response | None:
    """The page at the form's own address, as if it were opened now, with the form filled in."""
    routes = current_app.create_url_adapter(request)
    if routes is None:
        return None
    try:
        rule, values = routes.match(request.path, method="GET", return_rule=True)
    except HTTPException:
        return None
    current = request_ctx.request
    before = current.method, current.url_rule, current.view_args
    current.method, current.url_rule, current.view_args = "GET", rule, dict(values)
    g.stale_form = sent
    g.stale_form_refilled = any(map(_is_secret, request.form))
    try:
        answer = current_app.preprocess_request()
        if answer is None:
            answer = current_app.dispatch_request()
        response = current_app.make_response(answer)
    except HTTPException:
        return None
    finally:
        g.pop("stale_form")
        current.method, current.url_rule, current.view_args = before
    if response.status_code != 200:
        return None
    response.status_code = STATUS
    response.headers["Cache-Control"] = "no-store"
    return response


def _kept() -> MultiDict[str, str]:
    return MultiDict(
        (name, value)
        for name, value in request.form.items(multi=True)
        if not name.endswith(PROOF) and not _is_secret(name)
    )


def _is_secret(name: str) -> bool:
    return any(part in name for part in SECRET)


def _is_of_our_pages(*, if_unsaid: bool = True) -> bool:
    """Return whether one of our own pages sent it, as every browser of the last years says."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("Origin")
    return if_unsaid if origin is None else origin == request.host_url.rstrip("/")
