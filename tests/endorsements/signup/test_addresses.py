"""Which spellings of an address are one mailbox, and which are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from config import SettingsError
from tests.support.pages import wrong_fields
from tests.support.signup import link_in, mails, newest_mail, post, press_confirm, sign_ups
from tests.support.webclient import Client, Runner
from tracker.core import relays
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.signup.addresses import PROVIDERS, canonical, domain_of

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
    ("ada@NGO。example", "ada@ngo.example"),
    ("ada@ｎgo．example", "ada@ngo.example"),
    ("ada@FAẞ.example", "ada@faß.example"),
    ("ÉMILE@ngo.example", "e\u0301mile@ngo.example"),
    ("\u212aai@ngo.example", "kai@ngo.example"),
    ("ada+un@outlook.co.id", "ada@outlook.co.id"),
    ("ada+un@outlook.pt", "ada@outlook.pt"),
    ("ada+un@hotmail.com.tr", "ada@hotmail.com.tr"),
    ("ada+un@live.dk", "ada@live.dk"),
    ("ada+un@mailbox.org", "ada@mailbox.org"),
    ("ada+un@zoho.com", "ada@zoho.com"),
    ("ada+un@zohomail.eu", "ada@zohomail.eu"),
    ("ada+un@zoho.com.au", "ada@zoho.com.au"),
    ("ada+un@zohomail.jp", "ada@zohomail.jp"),
    ("ada+un@gmx.org", "ada@gmx.org"),
    ("ada+un@gmx.de", "ada@gmx.de"),
    ("ada+un@gmx.net", "ada@gmx.net"),
    ("ada.love-lace@yandex.ru", "ada-love.lace+un@ya.ru"),
    ("ada.lovelace@yandex.kz", "ada-lovelace@yandex.com.tr"),
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
    ("amb@mißion-un.example", "amb@mission-un.example"),
    ("ada@βόλος.example", "ada@βόλοσ.example"),
    ("ada@نامه\u200cای.example", "ada@نامهای.example"),
    ("ada@क्\u200dष.example", "ada@क्ष.example"),
    ("straße@ngo.example", "strasse@ngo.example"),
    ("ﬁona@ngo.example", "fiona@ngo.example"),
    ("ada.lovelace@gmx.net", "adalovelace@gmx.net"),
    ("ada@gmx.net", "ada@gmx.com"),
    ("ada.lovelace@yandex.ru", "adalovelace@yandex.ru"),
    ("ada+un@notgmx.de", "ada@notgmx.de"),
    ("ada+un@live.example", "ada@live.example"),
    ("ada+un@mail.outlook.fr", "ada@mail.outlook.fr"),
]


@pytest.mark.parametrize(("address", "other"), SAME)
def test_one_mailbox_has_one_form(address: str, other: str) -> None:
    assert canonical(address) == canonical(other)


@pytest.mark.parametrize(("address", "other"), DIFFERENT)
def test_two_mailboxes_stay_two(address: str, other: str) -> None:
    assert canonical(address) != canonical(other)


@given(
    local=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30),
    domain=st.sampled_from(
        [*(domain for each in PROVIDERS for domain in each.domains), "ngo.example"]
    ),
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
    sent = mails(app)
    assert [mail["To"] for mail in sent] == [
        "ada.l@gmail.com",
        "adal+un@gmail.com",
        "a.dal@googlemail.com",
    ]
    links = [link_in(mail, "confirm") for mail in sent]
    assert press_confirm(client, links[1]).status_code == 303
    for link in links:
        client.post(link)
    counted = [entry for entry in sign_ups(app) if entry.status is Status.VERIFIED]
    assert [entry.supporter_id for entry in counted] == [sign_ups(app)[1].supporter_id]


DECEPTIVE = [
    "=?utf-8?q?one?=@people.example",
    "=?utf-8?q?=6Fne?=@people.example",
    "=?utf-8?q?a=0A=0Db?=@people.example",
    '"one"@people.example',
    "one(two)@people.example",
    "one@people.example, two@people.example",
    "<one@people.example>",
    "one@people.example\nBcc: two@people.example",
    "one@[192.0.2.1]",
    "one@192.0.2.1",
    f"{'o' * 65}@people.example",
    "one@people_.example",
    "one@xn--a.example",
]


@pytest.mark.by_turns
@pytest.mark.parametrize("address", DECEPTIVE)
def test_what_a_header_would_read_otherwise_is_no_address(
    app: Flask, client: Client, address: str
) -> None:
    assert post(client, "individual", email=address).status_code == 422
    assert post(client, "organisation", email=address).status_code == 422
    assert client.post("/manage", data={"email": address}).status_code == 422
    assert sign_ups(app) == [] and mails(app) == []


@pytest.mark.by_turns
@pytest.mark.parametrize("address", DECEPTIVE)
def test_staff_and_their_commands_refuse_it_too(app: Flask, runner: Runner, address: str) -> None:
    added = runner.invoke(args=["staff", "add", address, "--name", "One"])
    assert added.exit_code == 2 and "e-mail address" in added.output
    with pytest.raises(SettingsError, match="TRACKER_MAIL_FROM"):
        replace(app.extensions["rollcall"], mail_from=address).check()


@pytest.mark.by_turns
def test_a_form_says_that_the_relay_cannot_write_to_an_address(
    app: Flask, client: Client, session: Session, now
) -> None:
    assert post(client, "individual", email="émile@people.example").status_code == 303
    relays.note(session, "files", smtputf8=False, now=now)
    session.commit()
    refused = post(client, "individual", email="zoé@people.example")
    assert refused.status_code == 422 and wrong_fields(refused) == {"email"}
    assert post(client, "individual", email="zoe@bücher.example").status_code == 303
    assert newest_mail(app)["To"] == "zoe@xn--bcher-kva.example"
