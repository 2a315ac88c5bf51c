"""What can be a name, and what a mail to an address that nobody confirmed makes of it."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.endorsements.signing import mails, post
from tests.endorsements.test_signup import signed
from tests.webclient import Client
from tracker.core.errors import RuleBroken
from tracker.core.name_rules import check_organisation, check_person, for_salutation

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
    ("name", "said"),
    [
        ("Ada Lovelace", "Ada Lovelace"),
        ("A" * 60, "A" * 60),
        ("A" * 61, ""),
        ("Win 500 now", ""),
        ("Win ٥ now", ""),
        ("Visit casino-win.com", ""),
    ],
)
def test_a_salutation_carries_no_message(name: str, said: str) -> None:
    assert for_salutation(name) == said


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
    assert mails(app) == [] and signed(app) == []


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
