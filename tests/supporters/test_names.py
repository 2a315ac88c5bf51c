"""Which names are one name, and by which letters they are found."""

from __future__ import annotations

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.signup import post, sign_ups
from tests.support.webclient import Client
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.supporters.models import Supporter, SupporterKind
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


@pytest.mark.parametrize(("name", "other"), DIFFERENT)
def test_different_names_stay_different(name: str, other: str) -> None:
    assert fold(name) != fold(other)


@pytest.mark.parametrize(("name", "other"), SAME)
def test_spellings_of_one_name_are_one(name: str, other: str) -> None:
    assert fold(name) == fold(other)


@pytest.mark.parametrize(("typed", "name"), FOUND)
def test_names_are_found_by_plain_letters(typed: str, name: str) -> None:
    assert plain(typed) in plain(name)


@given(st.text(max_size=250))
def test_a_folded_name_is_folded_and_short(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert len(fold(name)) <= 200 and len(plain(name)) <= 200


@pytest.mark.by_turns
def test_two_names_in_an_indic_script_are_two_organisations(app: Flask, client: Client) -> None:
    for name in ("मीना ट्रस्ट", "मोना ट्रस्ट"):
        assert post(client, "organisation", name=name).status_code == 303
    first, second = sign_ups(app)
    assert first.supporter_id != second.supporter_id


@pytest.mark.by_turns
@pytest.mark.parametrize("typed", ["dang", "Đặng", "DANG found"])
def test_a_search_finds_an_organisation_by_plain_letters(
    app: Flask, client: Client, session: Session, typed: str
) -> None:
    organisation = session.scalars(
        select(Supporter)
        .join(Endorsement, Endorsement.supporter_id == Supporter.id)
        .where(Supporter.kind == SupporterKind.ORGANISATION, Endorsement.status == Status.VERIFIED)
    ).first()
    assert organisation is not None
    organisation.name, organisation.name_key = "Đặng Foundation", fold("Đặng Foundation")
    session.commit()
    page = client.get("/search", query_string={"q": typed}).text
    assert f'href="/organisations/{organisation.id}"' in page
