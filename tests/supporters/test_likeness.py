"""Which names are compared, and which count as alike."""

from __future__ import annotations

import pytest

from tracker.supporters.likeness import MIN_SCORE, alike, blocks, core, score
from tracker.supporters.names import fold

SAME = (
    ("Forum for Peace", "The Forum for Peace e.V."),
    ("Forum for Peace", "Forum for Peace, Inc."),
    ("Forum for Peace", "Forum for Paece"),
    ("Fédération mondiale", "La Federation Mondiale ASBL"),
    ("Peace Forum International", "International Peace Forum"),
)
DIFFERENT = (
    ("Peace Foundation", "Peace Association"),
    ("World Federalist Movement", "WFM-Canada"),
    ("Young Lawyers of Kenya", "Old Growers of Peru"),
)


@pytest.mark.parametrize(("name", "other"), SAME)
def test_spellings_of_one_name_are_alike_and_share_a_block(name: str, other: str) -> None:
    assert score(core(fold(name)), core(fold(other))) >= MIN_SCORE
    assert blocks(fold(name), None) & blocks(fold(other), None)
    assert alike(core(fold(name)), {7: core(fold(other))}).keys() == {7}


@pytest.mark.parametrize(("name", "other"), DIFFERENT)
def test_other_names_are_not(name: str, other: str) -> None:
    assert score(core(fold(name)), core(fold(other))) < MIN_SCORE
    assert alike(core(fold(name)), {7: core(fold(other))}) == {}


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("The Elders", "elders"),
        ("The", "the"),
        ("NGO", "ngo"),
        ("Greenpeace e.V. gGmbH", "greenpeace"),
        ("Peace Foundation", "peace foundation"),
        ("Losing Hope", "losing hope"),
    ],
)
def test_articles_and_legal_forms_are_left_out_and_nothing_else(name: str, left: str) -> None:
    assert core(fold(name)) == left


def test_a_name_has_a_block_for_each_word_its_initials_and_its_domain() -> None:
    assert blocks("forum for peace", "forum.example") == {
        "word foru",
        "word for",
        "word peac",
        "initials ffp",
        "domain forum.example",
    }
    assert blocks("", None) == frozenset()
