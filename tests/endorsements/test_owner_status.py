"""Whoever is flagged reads exactly what anybody else reads; whoever is suspended is told so."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from tests.support.review_cases import counted, do, mailed, reviewers
from tests.support.signup import link_in, newest_mail, post, press_confirm, sign_ups, stamp
from tests.support.webclient import Client
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.endorsements.abuse import flags
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Action, ReasonCode, Status
from tracker.endorsements.models import Endorsement
from tracker.review.decisions import undo
from tracker.review.queue import queries

OWN = re.compile(
    r"/(confirm|manage)/[\w.-]+|R-\d{6}|/\d+/(?=withdraw|name|unname|erase|words)"
    r"|(?:entry|own_words)-\d+"
    r'|name="csrf_token"[^>]*|name="opened"[^>]*|\w@people\.example'
)


def plain(text: str) -> str:
    """Without what is each supporter's own: links, references, addresses."""
    return OWN.sub("…", text)


def newest(app: Flask) -> str:
    """Subject, text and HTML of the newest mail."""
    mail = newest_mail(app)
    bodies = [mail.get_body((kind,)) for kind in ("plain", "html")]
    return "\n".join([mail["Subject"], *(body.get_content() for body in bodies if body)])


def told(app: Flask, client: Client, address: str, **changed: Any) -> dict[str, str]:
    """Everything that somebody sees on the way from the form to the own page, and gets by mail."""
    seen: dict[str, str] = {}
    sent = post(client, "individual", email=address, consent_named="y", **changed)
    assert sent.status_code == 303
    seen["sent"] = client.get(sent.location).text
    link = link_in(newest_mail(app), "confirm")
    seen["confirm mail"] = newest(app)
    seen["button"] = client.get(link).text
    done = press_confirm(client, link)
    seen["pressed"] = f"{done.status_code} {done.headers.get('Cache-Control')} {done.text}"
    seen["confirmed"] = client.get(link).text
    post(client, "individual", email=address, **changed)
    seen["again mail"] = newest(app)
    client.post("/manage", data={"email": address})
    seen["manage mail"] = newest(app)
    seen["own page"] = client.get(link_in(newest_mail(app), "manage")).text
    return {name: plain(page) for name, page in seen.items()}


@pytest.mark.parametrize(
    "oddity",
    [{"nickname": "bot"}, {"opened": ""}, {"opened": "now"}],
    ids=["trap", "none", "quick"],
)
def test_a_flagged_person_is_told_the_same(
    app: Flask, client: Client, oddity: dict[str, str]
) -> None:
    if oddity.get("opened") == "now":
        oddity = {"opened": stamp(client, timedelta(minutes=-1))}
    usual = told(app, client, "a@people.example")
    flagged = told(app, client, "b@people.example", **oddity)
    confirmed = [entry.status for entry in sign_ups(app) if entry.status is not Status.UNCONFIRMED]
    assert confirmed == [Status.VERIFIED, Status.IN_REVIEW]
    assert flagged == usual
    words = str(usual).replace("only reviewers can see it", "")
    words = words.replace("once a reviewer has read them", "")
    assert all(word not in words for word in ("flag", "review", "counted</"))


def own_link(app: Flask, client: Client, address: str) -> str:
    client.post("/manage", data={"email": address})
    return link_in(newest_mail(app), "manage")


def pair(app: Flask, client: Client) -> tuple[Endorsement, Endorsement]:
    """Two confirmed entries, the second of them suspended."""
    for address in ("a@people.example", "b@people.example"):
        post(client, "individual", email=address)
        client.post(link_in(newest_mail(app), "confirm"))
    usual, suspended = sign_ups(app)
    with app.app_context(), transaction() as session:
        (ada,) = reviewers(app, session, "ada")
        entry = queries.item(session, suspended.id)
        do(app, session, Action.SUSPEND, entry, ada, utcnow(), reason=ReasonCode.DUPLICATE)
    return usual, suspended


def test_a_suspended_person_reads_so_and_can_do_the_same(app: Flask, client: Client) -> None:
    usual, suspended = pair(app, client)
    links = [own_link(app, client, f"{letter}@people.example") for letter in "ab"]
    one, other = (plain(client.get(link).text) for link in links)
    assert ">confirmed<" in one and "under review" not in one
    assert "under review, not counted meanwhile" in other and ">confirmed<" not in other
    assert "Withdraw my support" in one and "Withdraw my support" in other
    for link, entry in zip(links, (usual, suspended), strict=True):
        assert client.post(f"{link}/{entry.id}/unname").status_code == 303
        assert client.get(f"{link}/{entry.id}/withdraw").status_code == 200
        assert client.post(f"{link}/{entry.id}/withdraw").status_code == 303
    one, other = (plain(client.get(link).text) for link in links)
    assert one == other and "withdrawn" in one


def test_withdrawing_what_was_suspended_counts_no_day_more(app: Flask, client: Client) -> None:
    _usual, suspended = pair(app, client)
    link = own_link(app, client, "b@people.example")
    with app.app_context():
        before = counted(db.session(), suspended)
    client.post(f"{link}/{suspended.id}/withdraw")
    with app.app_context():
        entry = db.session.get_one(Endorsement, suspended.id)
        assert entry.status is Status.WITHDRAWN
        assert counted(db.session(), entry) == before
        assert sum(delta for _grade, delta, _day in before) == 0


def test_verifying_what_was_flagged_is_not_told_unless_it_was_asked_about(
    app: Flask, client: Client
) -> None:
    for address in ("a@people.example", "b@people.example"):
        post(client, "individual", email=address, nickname="bot")
        client.post(link_in(newest_mail(app), "confirm"))
    silent, ids = (endorsement.id for endorsement in sign_ups(app))
    with app.app_context(), transaction() as session:
        (ada,) = reviewers(app, session, "ada")
        now = utcnow()
        entry = queries.item(session, silent)
        do(app, session, Action.VERIFY, entry, ada, now)
        assert "verified" not in mailed(session)
        undo.reopen(session, app.extensions["vault"], entry, ada, now=now)
        assert "reopened" not in mailed(session)
        entry = queries.item(session, ids)
        do(app, session, Action.ASK, entry, ada, now, reason=None, words="Is this you?")
        do(app, session, Action.ANSWER, entry, ada, now)
        session.expire_all()
        entry = queries.item(session, ids)
        do(app, session, Action.VERIFY, entry, ada, now)
        assert mailed(session)[-2:] == ["needs_info", "verified"]
        made = session.scalars(select(Decision.action).where(Decision.endorsement_id == silent))
        assert set(made) == {Action.CONFIRM, Action.VERIFY, Action.REOPEN}


def test_organisations_are_still_told_where_they_stand(app: Flask, client: Client) -> None:
    post(client, "organisation", nickname="bot")
    link = link_in(newest_mail(app), "confirm")
    client.post(link)
    assert "reviewers look at it" in client.get(link).text
    assert sign_ups(app)[0].flag == flags.TRAPPED
    assert (
        "our reviewers look at it"
        in client.get(own_link(app, client, "ruth@forum.example.org")).text
    )
