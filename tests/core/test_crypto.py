"""Secrets at rest and links that cannot be forged."""

from __future__ import annotations

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.crypto import Signer, Vault
from tracker.core.errors import LinkRefused

OLD, NEW = (Fernet.generate_key().decode() for _ in range(2))
VAULT = Vault([OLD], "lookup")


@given(st.text())
def test_what_is_sealed_opens_again_and_does_not_show(text: str) -> None:
    sealed = VAULT.seal(text)
    assert VAULT.open(sealed) == text
    assert len(text) < 4 or text not in sealed


def test_keys_rotate_without_an_outage() -> None:
    sealed = VAULT.seal("ruth@ngo.example")
    both = Vault([NEW, OLD], "lookup")
    assert both.open(sealed) == "ruth@ngo.example"
    assert Vault([NEW], "lookup").open(both.seal("ruth@ngo.example")) == "ruth@ngo.example"


def test_a_foreign_key_opens_nothing() -> None:
    with pytest.raises(ValueError, match="No data key"):
        Vault([NEW], "lookup").open(VAULT.seal("ruth@ngo.example"))


def test_the_digest_is_keyed_and_survives_rotation() -> None:
    digest = VAULT.digest("ruth@ngo.example")
    assert Vault([NEW, OLD], "lookup").digest("ruth@ngo.example") == digest
    assert Vault([OLD], "another").digest("ruth@ngo.example") != digest
    assert len(digest) == 64


@pytest.mark.parametrize(("purpose", "key"), [("manage", "key"), ("confirm", "another key")])
def test_a_link_opens_only_what_it_was_made_for(purpose: str, key: str) -> None:
    signer = Signer("key")
    token = signer.sign("confirm", [7, "a"])
    assert signer.read("confirm", token, max_age=60) == [7, "a"]
    with pytest.raises(LinkRefused) as refusal:
        Signer(key).read(purpose, token, max_age=60)
    assert not refusal.value.expired


@pytest.mark.parametrize("behind", [".", ").", "&gt;", " and", "%", "\n> ", ".)…", "”"])
def test_what_is_behind_a_link_is_no_part_of_it(behind: str) -> None:
    signer = Signer("key")
    assert signer.read("confirm", signer.sign("confirm", 7) + behind, max_age=60) == 7


def test_a_mark_is_the_same_whenever_it_is_made_and_has_one_spelling() -> None:
    mark = Signer("key").mark("cursor", [7, "a"])
    assert mark == Signer("key").mark("cursor", [7, "a"])
    assert Signer("key").marked("cursor", mark) == [7, "a"]
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_="
    others = [mark[:-1] + letter for letter in letters if letter != mark[-1]]
    for changed in (*others, mark + "=", mark[:-1], Signer("key").sign("cursor", [7, "a"])):
        with pytest.raises(LinkRefused):
            Signer("key").marked("cursor", changed)


def test_each_purpose_has_a_secret_of_its_own() -> None:
    keys = {Signer(key).key(purpose) for key in ("one", "two") for purpose in ("a", "b")}
    assert len(keys) == 4 and {len(key) for key in keys} == {32}
    assert Signer("one").key("a") in keys


@given(st.integers(min_value=0), st.characters())
def test_a_changed_link_is_refused(place: int, letter: str) -> None:
    signer = Signer("key")
    token = signer.sign("confirm", 7)
    place %= len(token) - 1  # the last letter of base64 holds bits that mean nothing
    changed = token[:place] + letter + token[place + 1 :]
    if changed != token:
        with pytest.raises(LinkRefused):
            signer.read("confirm", changed, max_age=60)


def test_an_old_link_says_that_it_has_expired() -> None:
    with pytest.raises(LinkRefused) as refusal:
        Signer("key").read("confirm", Signer("key").sign("confirm", 7), max_age=-1)
    assert refusal.value.expired
