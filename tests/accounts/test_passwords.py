"""Passwords that somebody who guesses would try first are refused, whatever surrounds them."""

from __future__ import annotations

import pytest
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from tracker.accounts import passwords
from tracker.core.errors import RuleBroken

LEAKED = [
    password for password in FREQUENCY_LISTS["passwords"] if len(password) >= passwords.MIN_LENGTH
]


def test_the_list_is_long() -> None:
    assert len(FREQUENCY_LISTS["passwords"]) >= 10_000


@pytest.mark.parametrize("leaked", LEAKED)
def test_a_leaked_password_is_refused(leaked: str) -> None:
    for typed in (leaked, leaked.upper(), f"{leaked}!"):
        with pytest.raises(RuleBroken):
            passwords.check(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "iloveyouforever",
        "P4ssw0rd!2024",
        "qwertyuiop123",
        "1q2w3e4r5t6y",
        "abcabcabcabcd",
        "trustno1trustno1",
        "basketball2026",
        "superman123456",
        "motdepasse2026",
        "rollcall-rollcall",
        "unitednations2026",
        "Ada.Lovelace.1815",
        "adalovelaceadalovelace",
        "short",
        "abababababab",
    ],
)
def test_what_anybody_would_try_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken):
        passwords.check(typed, email="ada.lovelace@staff.example", name="Ada Lovelace")


@pytest.mark.parametrize(
    "typed",
    [
        "four unlikely words here",
        "quite long enough",
        "m7#kQ-2vx!Lp",
        "слово дерево облако",
        "x" * 9 + "y8$Kd2qPz7" * 20,
    ],
)
def test_what_nobody_would_guess_is_taken(typed: str) -> None:
    passwords.check(typed, email="ada@staff.example", name="Ada")
