"""Requests and commands as they come in life: each in a context of its own.

A test that holds an application context open would otherwise share its session, and its signed-in
user, with the requests it makes.
"""

from __future__ import annotations

import contextvars
from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, has_app_context
from flask.testing import FlaskClient, FlaskCliRunner
from sqlalchemy import Connection, event
from sqlalchemy.orm import Session, SessionTransaction
from werkzeug.test import TestResponse

from tracker.core.db import db

Result = TypeVar("Result")
ITSELF = contextvars.ContextVar("itself", default=False)
"""Whether the test itself asks, and no request, command or thread of the site's."""
ITSELF.set(True)


@event.listens_for(Session, "after_begin")
def _let_tests_write(_session: Session, begun: SessionTransaction, connection: Connection) -> None:
    """What a test prepares, it writes without `transaction`; the site may not (`core.db`)."""
    driver: Any = connection.connection.dbapi_connection
    if ITSELF.get() and not begun.nested and hasattr(driver, "read_only"):
        driver.read_only = False


def apart(run: Callable[[], Result]) -> Result:
    """Run with no application context around, and let the test's own session see the outcome."""
    if has_app_context():
        db.session().commit()
    try:
        return contextvars.Context().run(run)
    finally:
        if has_app_context():
            db.session().rollback()
            db.session().expire_all()


class Client(FlaskClient):
    """Flask's test client, each request apart. Responses are read whole."""

    def __init__(self, app: Flask) -> None:
        super().__init__(app, app.response_class)

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        kwargs["buffered"] = True
        return apart(lambda: super(Client, self).open(*args, **kwargs))


class Runner(FlaskCliRunner):
    """Flask's command runner, each command apart."""

    def invoke(self, *args: Any, **kwargs: Any) -> Any:
        return apart(lambda: super(Runner, self).invoke(*args, **kwargs))
