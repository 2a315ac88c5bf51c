"""The owner of an address can always get in, and nobody else learns who signed."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.pages import entry_of
from tests.support.signup import (
    link_in,
    mails,
    newest_mail,
    post,
    press_confirm,
    sign_up_and_confirm,
    sign_ups,
)
from tests.support.sql_statements import executed
from tests.support.webclient import Client
from tracker.core.clock import utcnow
from tracker.core.mail import FileTransport, Postman
from tracker.core.outbox import MAX_LINKS_PER_DAY, MAX_MAILS_PER_DAY, NO_RECIPIENT, OutboxMail
from tracker.endorsements.lifecycle import Status

AMINA = "amina@people.example"
NOBODYS = "amino@people.example"


def ask(client: Client, address: str = AMINA, network: str = "198.51.100.7") -> str:
    page = client.post(
        "/manage", data={"email": address}, environ_overrides={"REMOTE_ADDR": network}
    )
    assert page.status_code == 200
    return page.text


def manage_links(app: Flask) -> list[str]:
    """The link to the own page in each mail, empty in those without one."""
    found = []
    for mail in mails(app):
        body = mail.get_body(("plain",))
        link = re.search(r"/manage/\S+", body.get_content() if body else "")
        found.append(link[0] if link else "")
    return found


def test_a_strangers_pending_form_does_not_hide_the_owners_link(app: Flask, client: Client) -> None:
    sign_up_and_confirm(app, client, "individual")
    post(client, "individual", slug="1-for-7-billion", name="Mallory")
    ask(client)
    *_others, form, asked = mails(app)
    for mail in (form, asked):
        assert link_in(mail, "confirm").startswith("/confirm/")
    assert client.get(link_in(asked, "manage")).status_code == 200
    assert "Mallory" not in client.get(link_in(asked, "manage")).text
    assert all(manage_links(app)[1:])


def test_strangers_forms_cannot_use_up_the_owners_requests(app: Flask, client: Client) -> None:
    sign_up_and_confirm(app, client, "individual")
    for number in range(5):
        post(client, "individual", slug="1-for-7-billion", name=f"Mallory {'x' * number}")
    before = len(mails(app))
    assert before == MAX_MAILS_PER_DAY
    ask(client)
    assert len(mails(app)) == before + 1
    assert client.get(manage_links(app)[-1]).status_code == 200


def test_strangers_requests_cannot_use_them_up_either(app: Flask, client: Client) -> None:
    """They have a quota by network; and each mail that they cause lets the owner in."""
    sign_up_and_confirm(app, client, "individual")
    for _ in range(5):
        ask(client, network="203.0.113.5")
    asked = len(mails(app)) - 1
    assert asked == MAX_MAILS_PER_DAY
    ask(client)
    assert len(mails(app)) == asked + 2
    for number in range(40):
        ask(client, network=f"203.0.{number}.5")
    assert len(mails(app)) == MAX_LINKS_PER_DAY + 1
    assert client.get(manage_links(app)[-1]).status_code == 200


def test_an_address_nobody_confirmed_gets_three_mails_over_all_forms(
    app: Flask, client: Client, session: Session
) -> None:
    post(client, "individual")
    for number in range(6):
        ask(client, network=f"203.0.{number}.5")
    assert len(mails(app)) == MAX_MAILS_PER_DAY
    assert not any(manage_links(app))


def test_the_page_says_the_same_and_lets_a_wrong_address_be_corrected(
    app: Flask, client: Client
) -> None:
    sign_up_and_confirm(app, client, "individual")
    pages = [ask(client, address).replace(address, "…") for address in (AMINA, NOBODYS)]
    pages += [ask(client).replace(AMINA, "…") for _ in range(MAX_MAILS_PER_DAY + 1)]
    assert len(set(pages)) == 1
    said = "If we've already emailed this address three times today, we might not email it again"
    assert said in unescape(pages[0])
    assert "Wrong address?" in pages[0]
    form = client.post("/manage", data={"email": AMINA, "correct": "y"})
    assert form.status_code == 200 and f'value="{AMINA}"' in form.text
    assert len(mails(app)) == 1 + MAX_MAILS_PER_DAY


def test_a_sign_up_with_a_wrong_address_is_filled_in_again(app: Flask, client: Client) -> None:
    sent = post(client, "individual", words="For my children & mine.", consent_named="y")
    assert "amina" not in sent.location
    page = client.get(sent.location)
    assert "amina@people.example" in page.text and "Wrong address?" in page.text
    assert page.headers["Cache-Control"] == "no-store"
    form = page.text[page.text.index("<form", page.text.index("<main")) :].partition("</form>")[0]
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
    data = {name: value.replace("&amp;", "&") for name, value in fields} | {"correct": "y"}
    again = client.post("/initiatives/unpa/endorse?kind=individual", data=data)
    assert again.status_code == 200
    assert 'value="Amina Diallo"' in again.text and "For my children &amp; mine." in again.text
    assert len(sign_ups(app)) == 1
    assert "amina@people.example" not in client.get(sent.location).text  # shown once


def forms(client: Client, session: Session, address: str) -> dict[str, Any]:
    entry = entry_of(session, "GAB")
    report = {"ground": "date", "words": "It is another.", "source": "", "email": address}
    return {
        "sign-up": lambda: post(client, "individual", email=address),
        "officer": lambda: post(client, "organisation", email=address),
        "manage": lambda: client.post("/manage", data={"email": address}),
        "report": lambda: client.post(f"/endorsements/{entry.id}/report", data=report),
    }


@pytest.mark.parametrize("form", ["sign-up", "officer", "manage", "report"])
def test_forms_do_and_answer_the_same_whoever_is_known(
    app: Flask, client: Client, session: Session, form: str
) -> None:
    """The same statements, in the same order, and the same answers, byte for byte."""
    sign_up_and_confirm(app, client, "individual")
    sign_up_and_confirm(app, client, "organisation", email=AMINA)
    seen = []
    for address in ("first@people.example", AMINA, NOBODYS):  # the first fills what is kept
        send = forms(client, session, address)[form]
        with executed(app) as said:
            answer = send()
        own = (address, "…"), (address.partition("@")[0], "…")
        text = answer.text
        for what, instead in own:
            text = text.replace(what, instead)
        headers = [
            (name, value)
            for name, value in answer.headers
            if name not in ("X-Request-Id", "Set-Cookie", "Content-Length", "Date")
        ]
        # what forms offer is kept for a second, and read again by whoever comes next
        asked = [one for one in said if not re.search("FROM (surges|initiatives|state)", one)]
        seen.append((answer.status_code, headers, text, asked))
    assert seen[1] == seen[2]


def test_an_unknown_address_is_settled_without_a_mail(
    app: Flask, client: Client, session: Session
) -> None:
    sign_up_and_confirm(app, client, "individual")
    ask(client, NOBODYS)
    ask(client, AMINA)
    postman: Postman = app.extensions["postman"]
    with app.app_context():
        postman.deliver_due(now=utcnow())
    rows = session.scalars(select(OutboxMail).order_by(OutboxMail.id)).all()
    assert all(row.sent_at is not None for row in rows)
    assert [row.last_error for row in rows] == ["", NO_RECIPIENT, ""]
    assert isinstance(postman.transport, FileTransport)
    written = [path.read_text() for path in postman.transport.folder.glob("*.eml")]
    assert len(written) == 2 and not any(NOBODYS in one for one in written)


def test_links_go_to_the_stored_address_and_not_to_what_was_typed(
    app: Flask, client: Client
) -> None:
    sign_up_and_confirm(app, client, "individual", email="kai@gmail.com")
    ask(client, "k.a.i+x@googlemail.com")
    post(client, "individual", slug="1-for-7-billion", email="K.ai@gmail.com")
    post(client, "individual", email="ka.i@gmail.com")
    assert [mail["To"] for mail in mails(app)] == ["kai@gmail.com"] * 4
    sign_up_and_confirm(app, client, "organisation", email="ruth@gmail.com")
    sign_up_and_confirm(app, client, "organisation", slug="un2020", email="r.uth@gmail.com")
    assert newest_mail(app)["To"] == "ruth@gmail.com"
    ask(client, "ru.th@gmail.com")
    assert newest_mail(app)["To"] == "ruth@gmail.com"


def test_a_link_ends_when_a_newer_one_is_made(app: Flask, client: Client) -> None:
    sign_up_and_confirm(app, client, "individual")
    ask(client)
    first = manage_links(app)[-1]
    assert client.get(first).status_code == 200
    ask(client)
    second = manage_links(app)[-1]
    assert client.get(first).status_code == 410
    (own,) = sign_ups(app)
    assert client.post(f"{first}/{own.id}/erase").status_code == 410
    assert client.get(second).status_code == 200
    assert sign_ups(app)[0].status is Status.VERIFIED


def test_a_link_ends_when_it_is_used_to_erase(app: Flask, client: Client) -> None:
    sign_up_and_confirm(app, client, "individual")
    sign_up_and_confirm(app, client, "individual", slug="1-for-7-billion")
    ask(client)
    link = manage_links(app)[-1]
    first, second = sign_ups(app)
    done = client.post(f"{link}/{first.id}/erase")
    assert "Other entries are still recorded" in client.get(done.location).text
    for path in ("", f"/{second.id}/withdraw", f"/{second.id}/erase"):
        assert client.get(link + path).location == done.location
    for what in ("withdraw", "erase", "name", "answer"):
        assert client.post(f"{link}/{second.id}/{what}").location == done.location
    assert [entry.status for entry in sign_ups(app)] == [Status.ERASED, Status.VERIFIED]
    ask(client)
    assert client.get(manage_links(app)[-1]).status_code == 200


def test_another_s_entry_an_erased_one_and_none_answer_alike(app: Flask, client: Client) -> None:
    for name in ("amina", "b", "c"):
        sign_up_and_confirm(app, client, "individual", email=f"{name}@people.example")
    sign_up_and_confirm(app, client, "organisation")
    _own, others, erased, officers = sign_ups(app)
    for address, entry in (("c@people.example", erased), ("ruth@forum.example.org", officers)):
        ask(client, address)
        assert client.post(f"{manage_links(app)[-1]}/{entry.id}/erase").status_code == 303
    ask(client)
    link = manage_links(app)[-1]
    for what in ("withdraw", "erase", "name", "unname", "answer", "appeal", "mandate"):
        for send in (client.get, client.post):
            answers = set()
            for number in (others.id, erased.id, officers.id, 999_999):
                data = {"words": "I.", "on": "2024-01-01"} if send == client.post else None
                answer = send(f"{link}/{number}/{what}", data=data)
                text = re.sub(r"/\d+/", "/…/", answer.text)
                answers.add((answer.status_code, answer.headers.get("Location"), text))
            assert len(answers) == 1, (what, send)
            assert answers.pop()[0] in (404, 405)


@pytest.mark.parametrize("behind", [".", ",", ")", ">", "%20", "/", ").", "%3E.", "%E2%80%9D", ";"])
def test_what_a_sentence_puts_behind_a_link_is_no_part_of_it(
    app: Flask, client: Client, behind: str
) -> None:
    post(client, "individual")
    link = link_in(newest_mail(app), "confirm")
    assert client.get(link + behind).status_code == 200
    assert press_confirm(client, link).status_code == 303
    ask(client)
    assert client.get(manage_links(app)[-1] + behind).status_code == 200
    assert client.get(f"{link}/not-me").status_code == 200


@pytest.mark.parametrize("behind", [".", ")", "%3E", "%20", "/", "/).", "%E2%80%9D"])
@pytest.mark.parametrize("purpose", ["confirm", "not-me", "manage"])
def test_no_mailed_link_is_broken_by_what_is_behind_it(
    app: Flask, client: Client, purpose: str, behind: str
) -> None:
    post(client, "individual")
    link = link_in(newest_mail(app), "confirm")
    if purpose == "not-me":
        link += "/not-me"
    elif purpose == "manage":
        assert press_confirm(client, link).status_code == 303
        ask(client)
        link = manage_links(app)[-1]
    whole = client.get(link)
    mistyped = client.get(link + behind)
    assert mistyped.headers["Cache-Control"] == "no-store"
    assert mistyped.headers["Referrer-Policy"] == "no-referrer"
    if mistyped.status_code != 200:
        assert mistyped.location == link
        mistyped = client.get(mistyped.location)
    headings = [re.search("<h1>.*</h1>", page.text) for page in (whole, mistyped)]
    assert headings[0] and headings[1] and headings[0][0] == headings[1][0]
