"""Which names are one name, and by which letters they are found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.supporters.names import fold, plain

DIFFERENT = [
    ("मीना ट्रस्ट", "मोना ट्रस्ट"),
    ("বাংলা", "বংলা"),
    ("தமிழ்", "தமழ"),
    ("กา", "กี"),
    ("ไก่", "ไก้"),
    ("កា", "កី"),
    ("ကာ", "ကီ"),
    ("שׁם", "שׂם"),
    ("مُدرس", "مَدرس"),
    ("أمل", "امل"),
    ("が", "か"),
    ("Мой мир", "Мои мир"),
    ("Weiß", "Weiss"),
    ("Łodz", "Lodz"),
    ("Đang", "Dang"),
    ("Børn", "Born"),
    ("Ærø", "Aero"),
    ("Isık", "Isik"),
]
SAME = [
    ("Viêt Nam", "VIET  NAM"),
    ("ΑΘΉΝΑΣ", "Αθηνας"),
    ("Ёлка", "Елка"),
    ("İstanbul", "istanbul"),
    ("WEIẞ", "weiß"),
    ("क़लम", "क़लम"),
    ("Am\u00adnes\u200bty", "Amnesty"),
    ("People's Forum", "people’s forum"),
    ("한국", "한국"),
]
FOUND = [
    ("Dang", "Đặng Foundation"),
    ("Lodz", "Łódź"),
    ("born", "Børn"),
    ("aero", "Ærø"),
    ("oeuvre", "Œuvre"),
    ("isik", "Işık"),
    ("strasse", "Große Straße"),
    ("مدرس", "مُدرس"),
    ("שלום", "שָׁלוֹם"),
    ("Đặng", "Đặng Foundation"),
    ("ट्रस्ट", "मीना ट्रस्ट"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("typed", "name"), FOUND)
def test_names_are_found_by_plain_letters(typed: str, name: str) -> None:
    assert plain(typed) in plain(name)


@given(st.text(max_size=250))
def test_a_folded_name_is_folded_and_short(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert len(fold(name)) <= 200 and len(plain(name)) <= 200
