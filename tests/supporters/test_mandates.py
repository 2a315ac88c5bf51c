"""What must hold of a parliamentarian's mandate, in the one place that says it."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.core.errors import RuleBroken
from tracker.supporters import mandates
from tracker.supporters.mandates import Mandate

TODAY = date(2026, 11, 24)
BEGAN, ENDED, LATER = date(2019, 5, 1), date(2024, 5, 1), date(2028, 5, 1)


@pytest.mark.parametrize(
    ("mandate", "fields"),
    [
        (Mandate(), []),
        (Mandate(sitting=True, since=BEGAN), []),
        (Mandate(sitting=True, since=BEGAN, until=LATER), []),
        (Mandate(sitting=True, since=BEGAN, until=TODAY), []),
        (Mandate(sitting=False, since=BEGAN, until=ENDED), []),
        (Mandate(sitting=False, since=BEGAN, until=TODAY), []),
        (Mandate(sitting=True), ["mandate_from"]),
        (Mandate(sitting=True, since=LATER), ["mandate_from"]),
        (Mandate(sitting=True, since=date(1925, 1, 1)), ["mandate_from"]),
        (Mandate(sitting=True, since=BEGAN, until=ENDED), ["mandate_until"]),
        (Mandate(sitting=False, since=BEGAN), ["mandate_until"]),
        (Mandate(sitting=False, since=BEGAN, until=LATER), ["mandate_until"]),
        (Mandate(sitting=False, since=ENDED, until=BEGAN), ["mandate_until"]),
        (Mandate(sitting=False), ["mandate_until", "mandate_from"]),
        (Mandate(since=BEGAN, until=ENDED), ["sitting"]),
    ],
)
def test_what_is_wrong_with_a_mandate(mandate: Mandate, fields: list[str]) -> None:
    assert list(mandates.problems(mandate, TODAY)) == fields


def test_a_beginning_may_be_unknown_where_a_list_tells() -> None:
    assert mandates.contradictions(Mandate(sitting=False, until=ENDED), TODAY) == {}
    with pytest.raises(RuleBroken, match="before it began"):
        mandates.refuse(
            mandates.contradictions(Mandate(sitting=False, since=ENDED, until=BEGAN), TODAY)
        )
