"""Addresses are put together as by Werkzeug's own rules, and none before it is asked for."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from werkzeug.routing import Map, Rule

from tracker.core.routes import Route

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
