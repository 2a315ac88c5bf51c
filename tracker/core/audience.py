"""Audiences of routes: who may enter. A route without a declared audience is refused, and fails a
test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import structlog
from flask import Flask, Response, abort, current_app, request
from flask_login import current_user

from tracker.core import stale_forms

log = structlog.get_logger()
View = TypeVar("View", bound=Callable[..., Any])


def audience(name: str) -> Callable[[View], View]:
    """Declare a view's audience: public, supporter link, monitor, or "staff: role …"."""

    def declare(view: View) -> View:
        view.audience = name  # type: ignore[attr-defined]  # read by `of` and the tests
        return view

    return declare


public = audience("public")
"""Anybody."""
supporter_link = audience("supporter link")
"""Whoever holds the link that was mailed to them."""
monitor = audience("monitor")
"""The operator's health checks."""


def staff(*roles: str) -> Callable[[View], View]:
    """Signed-in staff who hold at least one of these roles."""
    return audience("staff: " + " ".join(roles))


def of(app: Flask, endpoint: str) -> str | None:
    """The audience of an endpoint; none when nobody declared one."""
    declared: dict[str, str] = app.extensions.setdefault("audiences", {})
    if endpoint in declared:
        return declared[endpoint]
    return getattr(app.view_functions.get(endpoint), "audience", None)


def declare(app: Flask, endpoint: str, name: str) -> None:
    """Declare the audience of a view that a library brings."""
    app.extensions.setdefault("audiences", {})[endpoint] = name


def may_enter(endpoint: str) -> bool:
    """Return whether the signed-in member of staff may open a page of staff; menus offer no
    other."""
    return _has_role(of(current_app, endpoint) or "")


def _has_role(name: str) -> bool:
    held = {role.name for role in current_user.roles}
    return bool(held & set(name.removeprefix("staff: ").split()))


def guard(endpoint: str | None) -> Response | None:
    """Before each request: refuse who is not of the route's audience. Deny by default."""
    if endpoint is None:
        return None
    name = of(current_app, endpoint)
    if name is None:
        abort(403)
    if not name.startswith("staff: "):
        return None
    if not current_user.is_authenticated:
        log.warning("access_refused", who="public", endpoint=endpoint, what=name)
        if request.method == "POST" and (again := stale_forms.kept(signed_out=True)) is not None:
            return again
        unauthorised: Response = current_app.login_manager.unauthorized()  # type: ignore[attr-defined]
        return unauthorised
    if not _has_role(name):
        abort(403)
    return None
