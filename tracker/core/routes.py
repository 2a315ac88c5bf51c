"""Rules of addresses that are compiled in part when an application is made, the rest when asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from werkzeug.routing import Rule

Builder = Callable[..., tuple[str, str]]


class Route(Rule):
    """A rule whose addresses are first put together when one is asked for.

    Werkzeug writes two functions for that per rule, of which few are ever called; with hundreds of
    rules that was half of what making an application took.
    """

    def _compile_builder(self, append_unknown: bool = True) -> Builder:
        compiled: list[Builder] = []
        compile_now = super()._compile_builder

        def build(rule: Rule, **values: Any) -> tuple[str, str]:
            if not compiled:
                compiled.append(compile_now(append_unknown))
            return compiled[0](rule, **values)

        return build
