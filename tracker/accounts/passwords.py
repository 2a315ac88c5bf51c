"""Which passwords are refused: the short, and those that everybody tries first."""

from __future__ import annotations

import re

from tracker.core.errors import RuleBroken

SHORTEST = 12
DIFFERENT = 5
"""A password has at least so many different characters."""
COMMONEST = frozenset(
    (
        "password",
        "passwort",
        "motdepasse",
        "contrasena",
        "wachtwoord",
        "senha",
        "parola",
        "qwerty",
        "qwertyuiop",
        "qwertz",
        "qwertzuiop",
        "azerty",
        "azertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "iloveyou",
        "letmein",
        "welcome",
        "willkommen",
        "bienvenue",
        "bienvenido",
        "admin",
        "administrator",
        "changeme",
        "trustno",
        "dragon",
        "monkey",
        "football",
        "baseball",
        "princess",
        "sunshine",
        "superman",
        "batman",
        "starwars",
        "master",
        "shadow",
        "whatever",
        "computer",
        "internet",
        "secret",
        "hello",
        "abc",
        "abcd",
        "abcdef",
        "abcdefgh",
        "abcdefghijkl",
        "rollcall",
        "unitednations",
        "securitycouncil",
        "staff",
    )
)
"""The commonest words of leaked lists, and what anybody would guess here."""


def check(password: str, *, email: str = "", name: str = "") -> None:
    """Refuse a weak password with RuleBroken.

    Digits and signs around a common word, or the word twice, make it no better.
    """
    if len(password) < SHORTEST:
        raise RuleBroken("Use at least %(number)s characters.", number=SHORTEST)
    plain = password.casefold()
    if len(set(plain)) < DIFFERENT:
        raise RuleBroken("Use more different characters.")
    words = re.findall(r"[^\W\d_]+", plain)
    own = {part for part in re.split(r"\W+", f"{email} {name}".casefold()) if len(part) > 2}
    if all(_common(word) or word in own for word in words):
        raise RuleBroken("This is among the first passwords that anybody would try.")


def _common(word: str) -> bool:
    return any(word == one * (len(word) // len(one)) for one in COMMONEST)
