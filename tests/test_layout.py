"""Where things may stand, read from the sources. Each rule is tried on a planted break too."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
Sources = Mapping[str, str]
"""Modules by their dotted names, as text."""


def _sources() -> Sources:
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts): path.read_text("utf-8")
        for path in sorted((ROOT / "tracker").rglob("*.py"))
    }


def asks_for_the_dialect(sources: Sources) -> Iterator[str]:
    """Modules outside of core that ask for a dialect's name."""
    for module, text in sources.items():
        if module.startswith("tracker.core."):
            continue
        for node in ast.walk(ast.parse(text)):
            match node:
                case ast.Attribute(value=ast.Attribute(attr="dialect"), attr="name"):
                    yield module


def test_only_core_asks_which_database_it_is() -> None:
    planted = {"tracker.pages.views": "on = session.get_bind().dialect.name == 'sqlite'"}
    assert [*asks_for_the_dialect(planted)] == ["tracker.pages.views"]
    assert not set(asks_for_the_dialect(_sources())) - OTHERS


OTHERS = {
    "tracker.accounts.lockout",
    "tracker.demonstration.filler",
    "tracker.endorsements.abuse.proof_of_work",
    "tracker.endorsements.abuse.surges",
    "tracker.endorsements.engine_fast_path",
    "tracker.endorsements.evidence.held_files",
    "tracker.endorsements.manage_links",
    "tracker.endorsements.signup.confirmation",
    "tracker.endorsements.signup.statements",
    "tracker.ledger.sequencer",
    "tracker.review.queue.claims",
}
"""These still do."""
