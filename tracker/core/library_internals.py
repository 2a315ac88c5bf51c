"""Everything of ours that reaches into the insides of a library, each with its reason.

What is changed is looked at first, when the application is made. After an upgrade in which a
library no longer looks as it did, the start fails here and says where.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, ClassVar

import flask_principal
from flask import Flask, Response, request
from flask_limiter import Limiter
from flask_smorest import Api
from sqlalchemy import Engine
from sqlalchemy.engine.default import DefaultDialect
from werkzeug.routing import IntegerConverter, Map, Rule

MAX_ROW_NUMBER = 2**63 - 1
"""The largest integer that both databases hold."""
Builder = Callable[..., tuple[str, str]]
Callback = Callable[..., Any]
Callbacks = dict[str | None, list[Callback]]


class LibraryChanged(RuntimeError):
    """A library does not have inside what we change in it."""


def _expect(is_so: object, what: str) -> None:
    if not is_so:
        raise LibraryChanged(f"{what}: see tracker/core/library_internals.py.")


def _expect_method(owner: type, name: str, *parameters: str) -> None:
    method = getattr(owner, name, None)
    _expect(
        callable(method) and [*inspect.signature(method).parameters] == ["self", *parameters],
        f"{owner.__module__}.{owner.__name__}.{name} is gone or takes other arguments",
    )


def expect_libraries() -> None:
    """Look at the methods that our own classes override. Raises LibraryChanged."""
    _expect_method(Rule, "_compile_builder", "append_unknown")
    _expect_method(Api, "_register_error_handlers")
    _expect_method(Api, "_register_responses")
    _expect(
        hasattr(Api, "DEFAULT_RESPONSE_CONTENT_TYPE"),
        "flask-smorest names the kind of its errors otherwise",
    )


class Route(Rule):
    """A rule whose addresses are first put together when one is asked for.

    Werkzeug writes two functions for that per rule, of which few are ever called; with hundreds of
    rules that was half of what making an application took.
    """

    def _compile_builder(self, append_unknown: bool = True) -> Builder:
        compiled: list[Builder] = []
        compile_now = super()._compile_builder

        def build(rule: Rule, **values: object) -> tuple[str, str]:
            if not compiled:
                compiled.append(compile_now(append_unknown))
            return compiled[0](rule, **values)

        return build


class RowNumber(IntegerConverter):
    """An integer of an address, in the digits 0 to 9; one that no row can have is no such page.

    Werkzeug's own takes every digit that Unicode knows, so that a page had many addresses.
    """

    regex = "[0-9]+"

    def __init__(self, url_map: Map, fixed_digits: int = 0) -> None:
        super().__init__(url_map, fixed_digits, max=MAX_ROW_NUMBER)


def replace_converters(app: Flask) -> None:
    """Let ``<int:…>`` in a rule be a `RowNumber`, and take ``<float:…>`` away: it takes every digit
    too, and no address of ours has one."""
    converters = app.url_map.converters
    _expect(converters.get("int") is IntegerConverter, "Werkzeug reads integers otherwise")
    _expect("float" in converters, "Werkzeug has no converter of floats")
    converters["int"] = RowNumber
    del converters["float"]


class ProblemApi(Api):
    """flask-smorest's description of an API whose errors are problems (RFC 9457), which
    `core.error_pages` makes here as everywhere: its own handler would answer for pages too."""

    PROBLEM: ClassVar = "application/problem+json"

    def _register_error_handlers(self) -> None:
        """Leave errors to `core.error_pages`."""

    def _register_responses(self) -> None:
        """Describe errors as problems; what succeeds keeps the library's own content type."""
        self.DEFAULT_RESPONSE_CONTENT_TYPE = self.PROBLEM
        super()._register_responses()
        del self.DEFAULT_RESPONSE_CONTENT_TYPE


def count_posts_alone(app: Flask, limiter: Limiter) -> None:
    """Set up Flask-Limiter to look at forms that are sent, and at nothing else: a page that many
    read pays nothing for it."""
    before, after = app.before_request_funcs[None], app.after_request_funcs[None]
    checks, finishes = len(before), len(after)
    limiter.init_app(app)
    if not app.config["RATELIMIT_ENABLED"]:
        return
    _expect(len(before) == checks + 1, "Flask-Limiter looks at a request otherwise")
    _expect(len(after) == finishes + 1, "Flask-Limiter looks at a response otherwise")
    check, finish = before[-1], after[-1]

    def check_posts() -> Any:
        return check() if request.method == "POST" else None

    def finish_posts(response: Response) -> Any:
        return finish(response) if request.method == "POST" else response

    before[-1], after[-1] = check_posts, finish_posts


def keep_session_off_public_pages(app: Flask) -> None:
    """Undo what Flask-Login and Flask-Principal would do in every request: look at the session and
    load its user.

    A public page then neither sets a cookie nor varies by one, so caches may keep it. Sessions
    are not remembered beyond the browser's, tokens in headers are not taken, and permissions are
    read from the roles (`core.audience`), so nothing else is lost.
    """
    login_manager = _login_manager(app)
    _take_out(
        app.after_request_funcs,
        lambda function: function == getattr(login_manager, "_update_remember_cookie", None),
        "Flask-Login's cookie of remembered sessions",
    )
    _take_out(
        app.before_request_funcs,
        lambda function: isinstance(getattr(function, "__self__", None), flask_principal.Principal),
        "Flask-Principal's look at the session",
    )
    _take_out(
        app.template_context_processors,
        lambda function: getattr(function, "__module__", "") == "flask_login.utils",
        "Flask-Login's user in every template",
    )
    login_manager.request_loader(lambda _request: None)


def _take_out(callbacks: Callbacks, is_meant: Callable[[Callback], bool], what: str) -> None:
    """Take the one callback that is meant out of those of the whole application."""
    here = callbacks[None]
    meant = [callback for callback in here if is_meant(callback)]
    _expect(len(meant) == 1, f"{what} is registered otherwise")
    here.remove(meant[0])


def ask_before_sign_in_pages(app: Flask, *callbacks: Callback) -> None:
    """Let each of these answer a request of Flask-Security's pages before the page does. A
    blueprint that is registered takes no more of them, and this one is registered as it is made."""
    _expect("security" in app.blueprints, "Flask-Security registers its pages under another name")
    app.before_request_funcs.setdefault("security", []).extend(callbacks)


def narrow_user_loader(app: Flask, is_let_in: Callback) -> None:
    """Let Flask-Login load the user of a cookie only where `is_let_in` agrees. Flask-Security gives
    it a loader of its own, which is asked first."""
    login_manager = _login_manager(app)
    by_id: Any = getattr(login_manager, "_user_callback", None)
    _expect(callable(by_id), "Flask-Login keeps the loader of users elsewhere")

    def load(user_id: str) -> object:
        person = by_id(user_id)
        return person if person is not None and is_let_in(person) else None

    login_manager.user_loader(load)


def _login_manager(app: Flask) -> Any:
    """Return Flask-Login's object, which it sets as an attribute of the application."""
    login_manager = getattr(app, "login_manager", None)
    _expect(login_manager, "Flask-Login is not set up, or keeps itself elsewhere")
    return login_manager


def commit_reads(engine: Engine) -> None:
    """Let a transaction that only reads end with COMMIT instead of ROLLBACK, on PostgreSQL.

    At a ROLLBACK psycopg gives up every statement that it has prepared (`psycopg._preparing`), and
    each is planned anew the next ten times. SQLAlchemy has no event in place of a rollback.
    """
    _expect_method(DefaultDialect, "do_rollback", "dbapi_connection")

    def end(connection: Any) -> None:
        (connection.commit if connection.read_only else connection.rollback)()

    engine.dialect.do_rollback = end  # type: ignore[assignment,method-assign]
