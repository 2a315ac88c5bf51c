"""Names of States as published lists write them."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.supporters.models import State, StateName
from tracker.supporters.recognition import StateNames

pytestmark = [pytest.mark.usefixtures("app"), pytest.mark.by_turns]


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Ivory Coast", "CIV"),
        ("Côte d'Ivoire", "CIV"),
        ("Suisse", "CHE"),
        ("Швейцария", "CHE"),
        ("南非", "ZAF"),
        ("مصر", "EGY"),
        ("Czech Republic", "CZE"),
        ("Swaziland", "SWZ"),
        ("Burma", "MMR"),
        ("Upper Volta", "BFA"),
        ("Turkey", "TUR"),
        ("Macedonia", "MKD"),
        ("KEN", "KEN"),
        ("ke", "KEN"),
        ("  france ", "FRA"),
        ("The Gambia", "GMB"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("Korea, Republic of", "KOR"),
        ("Republic of Korea", "KOR"),
        ("DPR Korea", ""),
        ("Bolivia", "BOL"),
        ("Palestine", "PSE"),
        ("Holy See", "VAT"),
        ("UK", "GBR"),
        ("Saint Lucia", "LCA"),
        ("St. Lucia", "LCA"),
        ("Democratic Republic of the Congo", "COD"),
        ("Atlantis", ""),
        ("", ""),
        ("...", ""),
    ],
)
def test_a_name_is_one_state_or_none(session: Session, name: str, iso3: str) -> None:
    assert StateNames(session).find(name) == ((iso3,) if iso3 else ())


def test_what_fits_two_states_is_not_guessed(session: Session) -> None:
    names = StateNames(session)
    assert names.find("Korea") == ("KOR", "PRK")
    assert names.find("Congo") == ("COD", "COG")


def test_every_name_of_our_own_is_its_state(session: Session) -> None:
    """All but "Congo" alone, which UNTERM gives to one State and readers to two."""
    names = StateNames(session)
    wrong = {
        (row.iso3, name)
        for row in session.scalars(select(StateName))
        for name in (row.short_name, row.formal_name)
        if name and names.find(name) != (row.iso3,)
    }
    assert wrong == {("COG", "Congo")}
    for state in session.scalars(select(State)):
        assert state.iso3 in names.find(state.name)
