"""Which spellings of an address are one mailbox, and which are not."""

from __future__ import annotations

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from tests.endorsements.signing import mails, post
from tests.endorsements.test_signup import signed
from tests.webclient import Client
from tracker.endorsements.addresses import PROVIDERS, canonical, domain_of

SAME = [
    ("Ada.Lovelace@Gmail.com", "adalovelace+un@googlemail.com"),
    ("ada+un@outlook.com", "ada@outlook.com"),
    ("ada+1@hotmail.co.uk", "ada@hotmail.co.uk"),
    ("ada_love-lace@proton.me", "adalovelace+x@pm.me"),
    ("ada.lovelace@protonmail.com", "adalovelace@proton.me"),
    ("ada@mac.com", "ada+x@icloud.com"),
    ("ada+x@fastmail.com", "un@ada.fastmail.com"),
    ("ada-un@yahoo.com", "ada-shopping@yahoo.com"),
    (" Ada@NGO.example ", "ada@ngo.example"),
    ("ada@bücher.example", "ada@xn--bcher-kva.example"),
    ("ada@BÜCHER.example", "ada@bu\u0308cher.example"),
    ("ada@ngo.example.", "ada@ngo.example"),
]
DIFFERENT = [
    ("ada.lovelace@ngo.example", "adalovelace@ngo.example"),
    ("ada+x@ngo.example", "ada@ngo.example"),
    ("ada@outlook.com", "ada@hotmail.com"),
    ("ada.lovelace@outlook.com", "adalovelace@outlook.com"),
    ("ada.lovelace@icloud.com", "adalovelace@icloud.com"),
    ("ada-un@yahoo.com", "ada@yahoo.com"),
    ("ada-un@gmail.com", "ada@gmail.com"),
    ("ada@fastmail.com", "ada@fastmail.fm"),
    ("ada@notgmail.com", "ada@gmail.com"),
    ("ada@mail.gmail.com", "ada@gmail.com"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_mailbox_has_one_form(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_mailboxes_stay_two(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@given(
    local=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30),
    domain=st.sampled_from([*(one for each in PROVIDERS for one in each.domains), "ngo.example"]),
)
def test_twice_is_the_same_as_once(local: str, domain: str) -> None:
    once = canonical(f"{local}@{domain}")
    assert canonical(once) == once
    assert once.rpartition("@")[0] or not local.replace("@", " ").strip()


@pytest.mark.parametrize(
    "address", ["@gmail.com", "+@gmail.com", "...@gmail.com", "a@" + "ü" * 300]
)
def test_what_is_no_address_does_no_harm(address: str) -> None:
    assert canonical(canonical(address)) == canonical(address)


def test_a_domain_is_the_providers_own() -> None:
    assert domain_of("a.da@googlemail.com") == "gmail.com"
    assert domain_of("x@ada.fastmail.com") == "fastmail.com"


def test_spellings_of_a_mailbox_count_once_and_get_three_mails_as_typed(
    app: Flask, client: Client
) -> None:
    for address in (
        "ada.l@gmail.com",
        "adal+un@gmail.com",
        "a.dal@googlemail.com",
        "adal@gmail.com",
    ):
        assert post(client, "individual", email=address).status_code == 303
    assert len(signed(app)) == 1
    assert [mail["To"] for mail in mails(app)] == [
        "ada.l@gmail.com",
        "adal+un@gmail.com",
        "a.dal@googlemail.com",
    ]
