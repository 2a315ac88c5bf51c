"""A reading of the API: how one is declared and described, and the pages of its lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, TypeVar

from marshmallow import Schema

from tracker.api import cursors, parameters
from tracker.api.blueprint import bp
from tracker.api.shapes import Shape
from tracker.core import demonstration_mark
from tracker.core.audience import public

View = TypeVar("View", bound=Callable[..., Any])
Asked = dict[str, Any]
TAGGED = {"ETag": {"schema": {"type": "string"}, "description": "Send it as If-None-Match."}}


def reading(
    rule: str, answered: type[Schema], asked: type[Schema] = parameters.Nothing
) -> Callable[[View], View]:
    """Declare a GET of the API: what may be asked, and what is answered."""

    def declare(view: View) -> View:
        @wraps(view)
        def signed(*args: object, **kwargs: object) -> object:
            answer = view(*args, **kwargs)
            return demonstration_mark.signed(answer) if isinstance(answer, dict) else answer

        described = bp.response(200, answered, headers=TAGGED)(signed)
        described = bp.alt_response(304, description="Nothing changed since that ETag.")(described)
        described = bp.arguments(asked, location="query")(described)
        route: View = bp.route(rule)(public(described))
        return route

    return declare


def whole(items: Sequence[Shape]) -> Shape:
    """Return a short list, in one page."""
    return {"items": items, "next": None}


def after() -> int:
    """Return the number after which a page begins."""
    place = cursors.read()
    return int(place[0]) if place else 0


def page(items: Sequence[Shape], limit: int, *rest: str | int) -> Shape:
    """Return a page of a list of which one item more was read than it shows. Its cursor also keeps
    the rest."""
    following = cursors.make(items[limit - 1]["id"], *rest) if len(items) > limit else None
    return {"items": items[:limit], "next": following}
