"""What we change in libraries does what it should; a library that changed stops the start."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import flask_principal
import pytest
from flask import Flask
from flask_limiter import Limiter
from flask_login import LoginManager
from flask_smorest import Api
from sqlalchemy import create_engine
from sqlalchemy.engine.default import DefaultDialect
from werkzeug.routing import IntegerConverter, Map, Rule

from tests.support.databases import settings
from tracker.app import create_app
from tracker.core import library_internals
from tracker.core.library_internals import LibraryChanged, Route

RULES: tuple[tuple[str, dict[str, object], str], ...] = (
    ("/", {}, "/"),
    ("/states/<iso3>", {"iso3": "FRÅ/x"}, "/states/FR%C3%85/x"),
    ("/entries/<int:number>/", {"number": 7}, "/entries/7/"),
    (
        "/files/<path:name>.<any(csv, svg):ending>",
        {"name": "a/b", "ending": "csv"},
        "/files/a/b.csv",
    ),
)


@pytest.mark.parametrize(("rule", "values", "address"), RULES)
def test_an_address_is_the_same(rule: str, values: Mapping[str, object], address: str) -> None:
    for more, query in (({}, ""), ({"page": "2 & 3"}, "?page=2+%26+3")):
        built = [
            Map([kind(rule, endpoint="it")])
            .bind("rollcall.example")
            .build("it", {**values, **more})
            for kind in (Rule, Route)
        ]
        assert built == [address + query] * 2


def test_nothing_is_compiled_before_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = []
    really = Rule._compile_builder

    def counted(rule: Rule, append_unknown: bool = True) -> object:
        compiled.append(append_unknown)
        return really(rule, append_unknown)

    monkeypatch.setattr(Rule, "_compile_builder", counted)
    addresses = Map([Route("/states/<iso3>", endpoint="state")]).bind("rollcall.example")
    assert addresses.match("/states/FRA") == ("state", {"iso3": "FRA"})
    assert compiled == []
    for _ in range(2):
        assert addresses.build("state", {"iso3": "FRA"}) == "/states/FRA"
    assert len(compiled) == 1


def _other_arguments(_self: object, _rule: object) -> None:
    """A method that came to take other arguments."""


def _no_cookie(manager: LoginManager, app: Any, add_context_processor: bool = True) -> None:
    app.login_manager = manager
    app.context_processor(dict)


def _another_name(manager: Any, callback: Callable[[str], object]) -> None:
    manager.load_by_id = callback


CHANGED: dict[str, tuple[object, str, object]] = {
    "a builder of addresses with other arguments": (Rule, "_compile_builder", _other_arguments),
    "another converter of integers": (
        Map,
        "default_converters",
        {**Map.default_converters, "int": type("Whole", (IntegerConverter,), {})},
    ),
    "errors that are registered otherwise": (Api, "_register_error_handlers", None),
    "responses that are described otherwise": (Api, "_register_responses", _other_arguments),
    "limits that are checked otherwise": (Limiter, "init_app", lambda _self, _app: None),
    "sessions that are remembered otherwise": (LoginManager, "init_app", _no_cookie),
    "permissions that are loaded otherwise": (
        flask_principal.Principal,
        "init_app",
        lambda _self, _app: None,
    ),
    "users that are loaded otherwise": (LoginManager, "user_loader", _another_name),
}


@pytest.mark.parametrize("change", CHANGED)
def test_a_library_that_changed_stops_the_start(
    change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(*CHANGED[change])
    with pytest.raises(LibraryChanged, match=r"see tracker/core/library_internals\.py"):
        create_app(settings("sqlite://", Path("/nowhere"), rate_limits=True))


def test_a_rollback_that_takes_other_arguments_stops_the_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(DefaultDialect, "do_rollback", _other_arguments)
    with pytest.raises(LibraryChanged, match="do_rollback"):
        library_internals.commit_reads(create_engine("sqlite://"))


def test_pages_of_another_name_stop_the_start() -> None:
    with pytest.raises(LibraryChanged, match="under another name"):
        library_internals.ask_before_sign_in_pages(Flask("test"))
