"""Proofs of work: asked for where it is due, counted once, and never told to whoever has none."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import pytest
from altcha import Challenge, Payload, Solution, solve_challenge
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.databases import Database
from tests.support.signup import DETAILS, link_in, mails, post, sign_up_and_confirm, sign_ups, stamp
from tests.support.webclient import Client, Runner
from tracker.core.clock import utcnow
from tracker.core.crypto import Signer
from tracker.core.db import transaction
from tracker.core.limits import CHALLENGES
from tracker.core.web import POLICY, SOURCES
from tracker.endorsements.abuse import flags, proof_of_work, surges
from tracker.endorsements.abuse.proof_of_work import Proof, SpentProof
from tracker.endorsements.abuse.surges import Source
from tracker.endorsements.abuse.traces import Trace
from tracker.endorsements.lifecycle import Status

pytestmark = pytest.mark.by_turns

FORM = "/initiatives/unpa/endorse?kind="
CHALLENGE = "/sign-up/challenge.json"
SIGNER = Signer("a key of this test")
AGO = timedelta(hours=2)
"""How long proofs have been asked for, in these tests."""


def solved(challenge: dict[str, Any]) -> str:
    """What the widget would send for a challenge."""
    found = Challenge.from_dict(challenge)
    solution = solve_challenge(found)
    assert solution is not None
    return Payload(found, solution).to_base64()


def fetched(client: Client) -> dict[str, Any]:
    """A fresh challenge."""
    found = client.get(CHALLENGE).get_json()
    assert isinstance(found, dict)
    return found


def ask(app: Flask, session: Session, source: Source, name: str, since: timedelta = AGO) -> None:
    """Have it found some time ago, and a moment ago still, that too many come from somewhere."""
    now = utcnow()
    at = now - since
    while at <= now:
        surges.note(session, [(source, name)], now=at)
        at += timedelta(minutes=20)
    session.commit()
    app.extensions["caches"].clear()


def ask_this_network(app: Flask, client: Client, session: Session, since: timedelta = AGO) -> None:
    post(client, "individual", email="first@people.example")
    ask(app, session, Source.NETWORK, session.scalars(select(Trace.network)).one(), since)


def test_a_proof_is_read_until_it_expires() -> None:
    now = utcnow()
    sent = solved(proof_of_work.challenge(SIGNER, now=now))
    proof = proof_of_work.read(SIGNER, sent, now=now)
    assert proof is not None and len(proof.mark) == 64
    assert proof.until == (now + proof_of_work.PUZZLE_TTL).replace(microsecond=0)
    assert proof_of_work.read(SIGNER, sent, now=proof.until) is None
    assert proof_of_work.read(Signer("another key"), sent, now=now) is None
    old = solved(
        proof_of_work.challenge(SIGNER, now=now - proof_of_work.PUZZLE_TTL - timedelta(seconds=1))
    )
    assert proof_of_work.read(SIGNER, old, now=now) is None


def test_each_challenge_takes_a_bounded_number_of_tries() -> None:
    for _ in range(3):
        challenge = Challenge.from_dict(proof_of_work.challenge(SIGNER, now=utcnow()))
        solution = solve_challenge(challenge)
        assert solution is not None
        assert proof_of_work.MIN_TRIES <= solution.counter <= proof_of_work.MAX_TRIES
        assert challenge.parameters.cost == proof_of_work.ITERATIONS


@cache
def any_proof() -> str:
    """A good proof, for tests that only spoil it."""
    return solved(proof_of_work.challenge(SIGNER, now=utcnow()))


def spoilt(change: Callable[[dict[str, Any]], None]) -> str:
    payload = json.loads(base64.b64decode(any_proof()))
    change(payload)
    return base64.b64encode(json.dumps(payload).encode()).decode()


@pytest.mark.parametrize(
    "change",
    [
        lambda one: one["challenge"]["parameters"].update(cost=1),
        lambda one: one["challenge"]["parameters"].update(expiresAt=9_999_999_999),
        lambda one: one["challenge"]["parameters"].pop("expiresAt"),
        lambda one: one["challenge"].update(signature="0" * 64),
        lambda one: one["challenge"].update(signature=None),
        lambda one: one["solution"].update(derivedKey="00" * 32),
        lambda one: one["solution"].update(derivedKey=7),
        lambda one: one.update(solution=[]),
        lambda one: one.update(challenge="x"),
    ],
)
def test_a_changed_proof_is_none(change: Callable[[dict[str, Any]], None]) -> None:
    assert proof_of_work.read(SIGNER, spoilt(change), now=utcnow()) is None


@pytest.mark.parametrize("sent", ["", "x", "é", "e30=", "W10=", "bnVsbA==", "Nw==", "[" * 5000])
def test_what_is_no_proof_is_none(sent: str) -> None:
    assert proof_of_work.read(SIGNER, sent, now=utcnow()) is None
    assert (
        proof_of_work.read(SIGNER, base64.b64encode(sent.encode()).decode(), now=utcnow()) is None
    )


def test_an_unsigned_challenge_of_ones_own_is_none() -> None:
    challenge = Challenge.from_dict(proof_of_work.challenge(SIGNER, now=utcnow()))
    challenge.parameters.key_prefix, challenge.signature = "", None
    assert (
        proof_of_work.read(SIGNER, Payload(challenge, Solution(0, "")).to_base64(), now=utcnow())
        is None
    )


def test_a_form_from_before_stands_in_for_an_hour(now: datetime) -> None:
    handed_out = now - timedelta(minutes=30)
    for began, good in ((-4, True), (-6, False), (60, True)):
        since = handed_out + timedelta(seconds=began)
        assert bool(proof_of_work.excuse(handed_out, since=since, now=now)) is good
    assert proof_of_work.excuse(now - proof_of_work.PUZZLE_TTL, since=now, now=now) is None


def test_a_proof_is_spent_once(app: Flask, session: Session, now: datetime) -> None:
    one = Proof("a" * 64, now + proof_of_work.PUZZLE_TTL)
    assert proof_of_work.spend(session, one)
    assert not proof_of_work.spend(session, one)
    assert proof_of_work.spend(session, Proof("b" * 64, now + proof_of_work.PUZZLE_TTL))


def test_of_many_who_spend_one_at_once_one_wins(app: Flask, now: datetime) -> None:
    def spend(_number: int) -> bool:
        with app.app_context(), transaction() as session:
            return proof_of_work.spend(session, Proof("a" * 64, now + proof_of_work.PUZZLE_TTL))

    with ThreadPoolExecutor(4) as several:
        assert sorted(several.map(spend, range(4))) == [False, False, False, True]


def test_the_challenge_is_public_fresh_and_without_a_cookie(app: Flask, client: Client) -> None:
    first, second = client.get(CHALLENGE), client.get(CHALLENGE)
    assert first.status_code == 200 and first.is_json
    assert first.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in first.headers
    assert fetched(client)["signature"] not in first.text + second.text
    assert first.text != second.text


def test_challenges_are_counted_by_network(database: Database) -> None:
    with database.copy("seeded").app(rate_limits=True) as app:
        client = Client(app)
        most = int(CHALLENGES.split()[0])
        codes = [client.get(CHALLENGE).status_code for _ in range(most + 1)]
        assert codes == [200] * most + [429]
        refused = client.get(CHALLENGE)
        assert refused.mimetype == "application/problem+json"
        assert int(refused.headers["Retry-After"]) > 0
        assert client.get(f"{FORM}individual").status_code == 200


@pytest.mark.parametrize("kind", DETAILS)
def test_usually_no_form_asks(app: Flask, client: Client, kind: str) -> None:
    page = client.get(FORM + kind)
    assert "altcha" not in page.text and "proof.js" not in page.text
    assert page.headers["Content-Security-Policy"] == POLICY


@pytest.mark.parametrize("kind", DETAILS)
def test_where_it_is_unusual_every_form_asks(
    app: Flask, client: Client, session: Session, kind: str
) -> None:
    ask_this_network(app, client, session)
    page = client.get(FORM + kind)
    assert f'<altcha-widget hidden name="proof" challenge="{CHALLENGE}"' in page.text
    assert "your browser does a small calculation" in page.text
    policy = page.headers["Content-Security-Policy"]
    assert policy == f"{SOURCES}; worker-src 'self'; child-src 'self'"
    assert client.get("/").headers["Content-Security-Policy"] == POLICY
    client.environ_base["REMOTE_ADDR"] = "203.0.113.5"
    assert "altcha" not in client.get(FORM + kind).text
    ask(app, session, Source.MAIL_DOMAIN, "flood.example")
    assert "altcha" in client.get(FORM + kind).text


def test_a_good_proof_counts_and_counts_once(app: Flask, client: Client, session: Session) -> None:
    ask_this_network(app, client, session)
    proof = solved(fetched(client))
    sign_up_and_confirm(app, client, "individual", proof=proof)
    sign_up_and_confirm(app, client, "individual", proof=proof, email="again@people.example")
    _first, good, replayed = sign_ups(app)
    assert (good.flag, good.status) == ("", Status.VERIFIED)
    assert (replayed.flag, replayed.status) == (flags.WITHOUT_PROOF, Status.IN_REVIEW)


@pytest.mark.parametrize("which", ["missing", "wrong", "expired"])
def test_without_one_the_answer_is_the_same_and_staff_look_first(
    app: Flask, client: Client, session: Session, which: str
) -> None:
    ask_this_network(app, client, session)
    signer = app.extensions["signer"]
    good = solved(fetched(client))
    bad = {
        "missing": "",
        "wrong": good[:-8] + "AAAAAAA=",
        "expired": solved(proof_of_work.challenge(signer, now=utcnow() - AGO)),
    }[which]
    answers = [
        post(client, "individual", email=f"{number}@people.example", proof=proof)
        for number, proof in enumerate((good, bad))
    ]
    shown = [
        (answer.status_code, answer.text, answer.headers["Location"], sorted(answer.headers.keys()))
        for answer in answers
    ]
    assert shown[0] == shown[1]
    *_others, with_it, without = sign_ups(app)
    assert (with_it.flag, without.flag) == ("", flags.WITHOUT_PROOF)
    first, second = (one.get_body(("plain",)) for one in mails(app)[-2:])
    assert first is not None and second is not None
    lines = [
        [line for line in one.get_content().splitlines() if "/confirm/" not in line]
        for one in (first, second)
    ]
    assert lines[0] == lines[1]
    pages = []
    for mail in mails(app)[-2:]:
        link = link_in(mail, "confirm")
        client.post(link)
        pages.append(client.get(link).text.replace(link, "").replace(without.reference, ""))
    assert pages[0].replace(with_it.reference, "") == pages[1]
    statuses = [entry.status for entry in sign_ups(app)][-2:]
    assert statuses == [Status.VERIFIED, Status.IN_REVIEW]


@pytest.mark.parametrize("kind", DETAILS)
def test_every_kind_is_flagged_without_one(
    app: Flask, client: Client, session: Session, kind: str
) -> None:
    ask_this_network(app, client, session)
    assert post(client, kind).status_code == 303
    assert sign_ups(app)[-1].flag == flags.WITHOUT_PROOF


def test_only_the_mail_domain_that_is_unusual_must_bring_one(
    app: Flask, client: Client, session: Session
) -> None:
    ask(app, session, Source.MAIL_DOMAIN, "flood.example")
    post(client, "individual", email="a@people.example")
    post(client, "individual", email="b@FLOOD.example")
    post(client, "individual", email="c@flood.example", proof=solved(fetched(client)))
    assert [entry.flag for entry in sign_ups(app)] == ["", flags.WITHOUT_PROOF, ""]


def test_who_had_the_form_before_it_asked_is_excused_once(
    app: Flask, client: Client, session: Session
) -> None:
    ask_this_network(app, client, session, since=timedelta(minutes=10))
    before, after = stamp(client, timedelta(minutes=20)), stamp(client, timedelta(minutes=5))
    for number, opened in enumerate((before, before, after)):
        post(client, "individual", email=f"{number}@people.example", opened=opened)
    flagged = [entry.flag for entry in sign_ups(app)][1:]
    assert flagged == ["", flags.WITHOUT_PROOF, flags.WITHOUT_PROOF]


def test_a_form_with_errors_spends_nothing_and_asks_again(
    app: Flask, client: Client, session: Session
) -> None:
    ask_this_network(app, client, session)
    proof = solved(fetched(client))
    page = post(client, "individual", email="amina@", proof=proof)
    assert page.status_code == 422 and "altcha-widget" in page.text and proof not in page.text
    post(client, "individual", proof=proof)
    assert sign_ups(app)[-1].flag == ""


def test_other_oddities_are_said_first(app: Flask, client: Client, session: Session) -> None:
    ask_this_network(app, client, session)
    post(client, "individual", email="a@mailinator.com")
    post(client, "individual", email="b@people.example", opened="x")
    assert [entry.flag for entry in sign_ups(app)][1:] == [flags.THROW_AWAY, flags.NOT_OUR_FORM]


def test_spent_proofs_are_forgotten_once_they_have_expired(
    app: Flask, session: Session, runner: Runner
) -> None:
    proof_of_work.spend(session, Proof("old", utcnow() - timedelta(seconds=1)))
    proof_of_work.spend(session, Proof("new", utcnow() + timedelta(minutes=1)))
    assert runner.invoke(args=["retention", "run"]).exit_code == 0
    assert session.scalars(select(SpentProof.mark)).all() == ["new"]


def test_the_privacy_page_says_what_is_kept(app: Flask, client: Client) -> None:
    assert "The number of a calculation that your browser did" in client.get("/privacy").text
