"""The passwords that are refused: the short, and those that are tried first.

What is tried first is judged by zxcvbn (Wheeler, USENIX Security 2016). Its lists hold 30,000
leaked passwords beside names and words, and it sees through capitals, digits for letters,
repetitions and rows of the keyboard. NIST SP 800-63B-4, 3.1.1.2 asks for such a list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from tracker.core.errors import RuleBroken

MIN_LENGTH = 12
MIN_DIFFERENT = 5
"""A password has at least so many different characters."""
MIN_GUESSES = 10**8
"""A password that takes fewer guesses is refused: zxcvbn's score of 3 begins here."""
MAX_JUDGED = 72
"""Characters that are judged; zxcvbn takes no more, and what is good so far stays good."""
WORDS = frozenset(
    (
        "passwort",
        "motdepasse",
        "contrasena",
        "wachtwoord",
        "senha",
        "parola",
        "qwertz",
        "qwertzuiop",
        "willkommen",
        "bienvenue",
        "bienvenido",
        "password",
        "admin",
        "administrator",
        "rollcall",
        "unitednations",
        "securitycouncil",
        "staff",
    )
)
"""Words that anybody would guess here, and that other languages have for “password”."""


def check(password: str, *, email: str = "", name: str = "") -> None:
    """Refuse a weak password with RuleBroken.

    Digits and signs around one's own name or a word of this site, or the word twice, make it no
    better.
    """
    if len(password) < MIN_LENGTH:
        raise RuleBroken("Use at least %(number)s characters.", number=MIN_LENGTH)
    plain = password.casefold()
    if len(set(plain)) < MIN_DIFFERENT:
        raise RuleBroken("Use more different characters.")
    words = re.findall(r"[^\W\d_]+", plain)
    own = {part for part in re.split(r"\W+", f"{email} {name}".casefold()) if len(part) > 2}
    guessed = all(_is_of_this_site(word) or word in own for word in words)
    if guessed or _guesses(password, own) < MIN_GUESSES:
        raise RuleBroken("This is among the first passwords that anybody would try.")


def _is_of_this_site(word: str) -> bool:
    return any(word == known * (len(word) // len(known)) for known in WORDS)


def _guesses(password: str, own: set[str]) -> int:
    """Return how many guesses it takes, if whoever guesses knows the account's name and address."""
    return int(_estimator()(password[:MAX_JUDGED], sorted(WORDS | own))["guesses"])


@cache
def _estimator() -> Callable[[str, list[str]], Mapping[str, float]]:
    """Return zxcvbn, loaded when a password is first chosen: its lists take 12 MB."""
    from zxcvbn import zxcvbn

    estimator: Callable[[str, list[str]], Mapping[str, float]] = zxcvbn
    return estimator
