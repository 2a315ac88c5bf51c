"""The API as a whole: its blueprint, its description, and what each of its answers has."""

from __future__ import annotations

from typing import NoReturn

from flask import Flask, Response, request
from flask_smorest import Blueprint as DocumentedBlueprint
from marshmallow import RAISE, Schema, ValidationError
from webargs.flaskparser import FlaskParser

from tracker.api.schemas import Problem
from tracker.core import audience, limits, query_args
from tracker.core.errors import BadInput
from tracker.core.library_internals import ProblemApi

API_DESCRIPTION = (
    "Who supports initiatives to reform the United Nations, since when, and on what evidence. "
    "The same facts as the pages show. Reported figures and our count are never added. A State "
    "without an entry is not documented here; that says nothing else about it. Individuals are "
    "given as numbers for each day only. Lists are {items, next}: send next as cursor to go on."
)
ALLOWED_METHODS = "GET, HEAD, OPTIONS"
EXPOSED_HEADERS = "ETag, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset"


class Parser(FlaskParser):
    """Reads the parameters of an address; what cannot be understood is a problem (400)."""

    DEFAULT_VALIDATION_STATUS = 400
    DEFAULT_UNKNOWN_BY_LOCATION = {**FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION, "query": RAISE}

    def handle_error(
        self,
        error: ValidationError,
        req: object,
        schema: Schema,
        *,
        error_status_code: object,
        error_headers: object,
    ) -> NoReturn:
        messages = error.messages_dict.get("query", error.messages_dict)
        raise BadInput(
            "Not understood: %(names)s. What can be asked stands at /api/v1/.",
            names=", ".join(sorted(str(name)[:40] for name in messages)[:10]),
        ) from error


class Blueprint(DocumentedBlueprint):
    ARGUMENTS_PARSER = Parser()


class Interface(ProblemApi):
    """The description of the API, whose errors are `Problem`s."""

    ERROR_SCHEMA = Problem


bp = Blueprint("api", __name__, url_prefix="/api/v1")


@bp.before_request
def _once() -> None:
    """Count the reading; refuse a parameter that is given twice, since only one would be heard.

    A browser's question beforehand (Fetch, CORS-preflight fetch) is neither counted nor refused:
    it must be answered with success, or the page never learns what is wrong with its address.
    """
    if request.method == "OPTIONS":
        return
    limits.count_reading("api", limits.READS)
    query_args.refuse_repeated(*query_args.arguments())


@bp.after_request
def _tag(response: Response) -> Response:
    """A tag, so that what has not changed need not be sent again."""
    if response.status_code == 200 and request.method in ("GET", "HEAD"):
        response.headers.setdefault("Cache-Control", "public, max-age=0, s-maxage=1")
        if "ETag" not in response.headers:
            response.add_etag()
        response.make_conditional(request)
    return response


def _open_to_all(response: Response) -> Response:
    """Pages of anybody may read the API (CORS); nothing in it depends on who reads."""
    if request.path.startswith("/api/"):
        headers = response.headers
        headers["Access-Control-Allow-Origin"] = "*"
        headers["Access-Control-Expose-Headers"] = EXPOSED_HEADERS
        headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        if response.mimetype != "text/html":
            headers["X-Robots-Tag"] = "noindex"  # it may name persons
        if request.method == "OPTIONS":
            # Methods and headers are the same for whoever asks, so nothing varies (no Vary).
            headers["Access-Control-Allow-Methods"] = ALLOWED_METHODS
            headers["Access-Control-Allow-Headers"] = "If-None-Match"
            headers["Access-Control-Max-Age"] = "86400"
    return response


def init_api(app: Flask, public_url: str) -> Interface:
    """Register the API and its description, ``/api/v1/openapi.json``."""
    app.config["OPENAPI_URL_PREFIX"] = "/api/v1"
    app.json.sort_keys = False  # type: ignore[attr-defined]  # keys stand in the order of meaning
    interface = Interface(
        app,
        spec_kwargs={
            "title": "Rollcall",
            "version": "1",
            "openapi_version": "3.1.0",
            "info": {"description": API_DESCRIPTION},
            "servers": [{"url": public_url}],
        },
    )
    interface.register_blueprint(bp)
    audience.declare(app, "api-docs.openapi_json", "public")
    app.after_request(_open_to_all)
    app.extensions["api"] = interface
    return interface
