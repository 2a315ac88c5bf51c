"""Public pages are rendered once for many readers, and never shown stale for long."""

from __future__ import annotations

from flask import Flask

from tests.support.webclient import Client
from tracker.core.cache import Caches
from tracker.core.db import db, transaction
from tracker.initiatives import queries as initiatives


def rename(name: str) -> None:
    with transaction() as session:
        initiatives.by_slug(session, "unpa").name = name


def test_a_page_is_kept_and_then_made_anew(app: Flask, client: Client) -> None:
    moment = [0.0]
    app.extensions["caches"] = Caches(clock=lambda: moment[0])
    before = client.get("/initiatives/unpa").text
    with app.app_context():
        rename("A new name of it")
        db.session.remove()
    assert client.get("/initiatives/unpa").text == before
    moment[0] = 1.1
    assert "A new name of it" in client.get("/initiatives/unpa").text


def test_an_unchanged_page_is_not_sent_again(app: Flask, client: Client) -> None:
    tag = client.get("/").headers["ETag"]
    again = client.get("/", headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert again.data == b""


def test_a_page_of_the_past_is_not_mixed_with_todays(app: Flask, client: Client) -> None:
    today = client.get("/initiatives/act-code-of-conduct").text
    past = client.get("/initiatives/act-code-of-conduct?as_of=2015-09-01").text
    assert today != past
    assert client.get("/initiatives/act-code-of-conduct").text == today
