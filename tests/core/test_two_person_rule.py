"""Proposals are settled in one module, whatever their kind."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

import pytest

from config import ROOT
from tracker.core.two_person_rule import Proposal
from tracker.endorsements.decisions import ProposedChange, ProposedEdit
from tracker.supporters.proposals import StateProposal

KINDS = (ProposedChange, ProposedEdit, StateProposal)
HERE = "tracker.core.two_person_rule"
OTHERS = {"tracker.challenges.services"}
"""What is settled there is no proposal: a reader's report takes one person."""


def settlers(sources: Mapping[str, str]) -> Iterator[str]:
    """Modules that set `settled_at`, by an update or an assignment."""
    for module, text in sources.items():
        for node in ast.walk(ast.parse(text)):
            match node:
                case ast.Call(func=ast.Attribute(attr="values"), keywords=keywords) if any(
                    keyword.arg == "settled_at" for keyword in keywords
                ):
                    yield module
                case ast.Attribute(attr="settled_at", ctx=ast.Store()):
                    yield module


def test_one_module_settles_proposals() -> None:
    planted = {
        "tracker.a": "update(Change).values(settled_at=now)",
        "tracker.b": "proposal.settled_at, proposal.applied = now, False",
        "tracker.c": "update(Change).where(Change.settled_at.is_(None)).values(words='')",
    }
    assert [*settlers(planted)] == ["tracker.a", "tracker.b"]
    sources = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts): path.read_text("utf-8")
        for path in (ROOT / "tracker").rglob("*.py")
    }
    assert set(settlers(sources)) == {HERE} | OTHERS


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_repeats_the_rule_in_its_checks(kind: type[Proposal]) -> None:
    table = kind.__table__  # type: ignore[attr-defined]
    checks = " ".join(str(getattr(rule, "sqltext", "")) for rule in table.constraints)
    assert "seconder_id <> proposer_id" in checks
    assert "applied IS NULL OR NOT applied OR" in checks
