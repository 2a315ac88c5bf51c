"""The table of transitions, and the database's copy of it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from tracker.core.errors import RuleBroken
from tracker.endorsements.lifecycle import (
    TRANSITIONS,
    Action,
    ActorKind,
    Second,
    Status,
    find,
    offered,
)
from tracker.supporters.models import SupporterKind

RULES = Path(__file__).parents[2] / "migrations" / "versions" / "0113_lawful_steps.py"

ADDED = {("staged", "verified")}
"""The step of the published record, which that file allows whatever the kind."""


def lawful_in_the_database(name: str) -> set[tuple[str, str]]:
    spec = importlib.util.spec_from_file_location("rules", RULES)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    steps: dict[str, str] = getattr(module, name)
    lawful = {(source, target) for source, targets in steps.items() for target in targets.split()}
    return lawful | ADDED


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("GOVERNMENT", {SupporterKind.GOVERNMENT}),
        ("ORGANISATION", {SupporterKind.ORGANISATION}),
        ("PERSON", {SupporterKind.PARLIAMENTARIAN, SupporterKind.INDIVIDUAL}),
    ],
)
def test_the_triggers_repeat_the_table(name: str, kinds: set[SupporterKind]) -> None:
    table = {(step.source.value, step.target.value) for step in TRANSITIONS if step.kinds & kinds}
    assert lawful_in_the_database(name) == table


def test_a_government_is_never_verified_in_one_step() -> None:
    with pytest.raises(RuleBroken):
        find(Action.VERIFY, Status.IN_REVIEW, SupporterKind.GOVERNMENT, ActorKind.STAFF)


@pytest.mark.parametrize(
    "kind", [kind for kind in SupporterKind if kind is not SupporterKind.INDIVIDUAL]
)
def test_only_individuals_are_counted_by_confirming(kind: SupporterKind) -> None:
    step = find(Action.CONFIRM, Status.UNCONFIRMED, kind, ActorKind.SUPPORTER)
    assert step.target is Status.IN_REVIEW


def test_every_change_of_a_published_government_takes_two() -> None:
    for step in TRANSITIONS:
        counted = step.source in (Status.VERIFIED, Status.SUSPENDED)
        if counted and SupporterKind.GOVERNMENT in step.kinds:
            assert step.second is Second.ALWAYS


def test_invalidating_takes_two_whatever_the_kind() -> None:
    for step in TRANSITIONS:
        assert step.second is Second.ALWAYS or step.target is not Status.INVALIDATED


@pytest.mark.parametrize("kind", list(SupporterKind))
def test_nothing_that_staff_do_ends_or_erases_verified_support_alone(kind: SupporterKind) -> None:
    """Suspending can be taken back; every other way out of what counts takes two, or a request."""
    for step in offered(Status.VERIFIED, kind, ActorKind.STAFF):
        if step.target in (Status.WITHDRAWN, Status.ERASED, Status.INVALIDATED):
            assert step.second is not Second.NEVER
