"""What can be a name, and what a mail to an address that nobody confirmed makes of it."""

from __future__ import annotations

from email.message import EmailMessage
from html import unescape

import pytest
from flask import Flask

from tests.support.signup import link_in, mails, newest_mail, post, sign_ups
from tests.support.webclient import Client
from tracker.core.errors import RuleBroken
from tracker.core.name_rules import check_organisation, check_person, for_first_mail

LINKS = [
    "Visit casino-win.com now",
    "casino-win．com",
    "casino。com",
    "пример.рф",
    "कैसीनो.भारत",
    "my_casino.com",
    "ab--x.casino.com",
    "casino❤.ws",
    "casino-win .com",
    "https://x",
    "www.casino",
    "WWW.CASINO.EXAMPLE",
    "x.y/z",
    "Ada, ada@casino.com",
]
EMPTY = [".", "-", "…", "  ", "🙂", "!!"]


@pytest.mark.parametrize("name", [*LINKS, *EMPTY, "@ada", "ada@home", "Ada＠un", "007"])
def test_what_is_no_name_of_a_person(name: str) -> None:
    with pytest.raises(RuleBroken):
        check_person(name)


@pytest.mark.parametrize("name", [*LINKS, *EMPTY])
def test_what_is_no_name_of_an_organisation(name: str) -> None:
    with pytest.raises(RuleBroken):
        check_organisation(name)


@pytest.mark.parametrize(
    "name",
    [
        "Ada Lovelace",
        "J.R.R. Tolkien",
        "St.John Smith",
        "मीना",
        "Ng",
        "O’Brien",
        "李",
        "Ph.D.",
        "Director, M.Sc.",
    ],
)
def test_names_of_persons(name: str) -> None:
    check_person(name)
    check_organisation(name)


@pytest.mark.parametrize("name", ["Youth@UN", "350", "S.p.A. Forum", "U.N. Watch", "a.s.b.l."])
def test_names_of_organisations(name: str) -> None:
    check_organisation(name)


@pytest.mark.parametrize(
    ("name", "salutation"),
    [
        ("Ada Lovelace", "Ada Lovelace"),
        ("A" * 60, "A" * 60),
        ("A" * 61, ""),
        ("Win 500 now", ""),
        ("Win ٥ now", ""),
        ("Visit casino-win.com", ""),
    ],
)
def test_a_salutation_carries_no_message(name: str, salutation: str) -> None:
    assert for_first_mail(name) == salutation


@pytest.mark.by_turns
@pytest.mark.parametrize("name", ["Visit casino-win.com now", ".", "-", "ada@home.example"])
def test_the_forms_refuse_it_everywhere(app: Flask, client: Client, name: str) -> None:
    for kind, field in (
        ("individual", "name"),
        ("parliamentarian", "name"),
        ("parliamentarian", "chamber"),
        ("organisation", "name"),
        ("organisation", "officer"),
        ("organisation", "title"),
        ("government", "officer"),
        ("government", "title"),
        ("government", "body"),
    ):
        assert post(client, kind, **{field: name}).status_code == 422, (kind, field)
    assert mails(app) == [] and sign_ups(app) == []


def test_the_first_mail_says_hello_where_a_name_could_be_a_message(
    app: Flask, client: Client
) -> None:
    assert post(client, "individual", name="Call 0800 111").status_code == 303
    assert post(client, "individual", name="Amina Diallo", email="b@ngo.example").status_code == 303
    assert post(client, "organisation", name="Youth@UN").status_code == 303
    first, second, _third = mails(app)
    for part in ("plain", "html"):
        greeting, named = first.get_body((part,)), second.get_body((part,))
        assert greeting is not None and named is not None
        assert "Hello," in greeting.get_content() and "0800" not in greeting.get_content()
        assert "Dear Amina Diallo," in named.get_content()


MESSAGES = (
    "Win 500 at 07700 900123",
    "Call ٠٧٧٠٠ today",
    "Act on Ⅷ now",
    "Prize ① waits",
    "Send all your money to the friendly people behind this letter today please",
)
TYPED = {
    "individual": {"name", "words"},
    "parliamentarian": {"name", "chamber", "official_page"},
    "organisation": {"name", "website", "officer", "title"},
    "government": {"body", "symbol", "link", "officer", "title"},
}
ADDRESSES = {"website": "https://win500.example/", "official_page": "https://win500.example/"}
ADDRESSES["link"] = "https://win500.example/letter"


def texts(mail: EmailMessage) -> str:
    parts = (mail.get_body((kind,)) for kind in ("plain", "html"))
    written = " ".join(part.get_content() for part in parts if part is not None)
    return " ".join(unescape(f"{mail['Subject']} {written}").split())


@pytest.mark.parametrize("kind", sorted(TYPED))
def test_mails_to_addresses_nobody_confirmed_carry_no_message_of_a_stranger(
    app: Flask, client: Client, kind: str
) -> None:
    """Neither the first one nor the one that is asked for by `/manage`; the page shows it all."""
    sent = []
    for number, message in enumerate(MESSAGES):
        for field in TYPED[kind]:
            typed = ADDRESSES.get(field, message)
            address = f"victim{number}{field}@people.example".replace("_", "")
            if post(client, kind, **{field: typed, "email": address}).status_code == 303:
                client.post("/manage", data={"email": address})
                sent.append((field, typed))
    assert len(sent) > len(MESSAGES)
    sent_mails = mails(app)
    assert len(sent_mails) == 2 * len(sent)
    pairs = zip(sent_mails[::2], sent_mails[1::2], strict=True)
    for (field, typed), (first, second) in zip(sent, pairs, strict=True):
        assert typed not in texts(first) and typed not in texts(second), (field, typed)
        assert typed in unescape(client.get(link_in(first, "confirm")).text)


def test_an_organisation_whose_name_a_mail_cannot_carry_is_still_asked_about(
    app: Flask, client: Client
) -> None:
    post(client, "organisation", name="1 for 7 Billion Friends")
    client.post("/manage", data={"email": "ruth@forum.example.org"})
    first, later = map(texts, mails(app))
    assert "that an organisation supports:" in first and "For an organisation:" in later
    post(client, "organisation", email="b@forum.example.org")
    assert "that Forum for Peace supports:" in texts(newest_mail(app))
