"""``mark.json``: it changes with what is documented, and only then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.pages import entry_of
from tests.support.webclient import Client
from tracker.core.cache import Caches
from tracker.core.clock import utcnow
from tracker.endorsements.lifecycle import Action
from tracker.initiatives import queries as initiatives

pytestmark = pytest.mark.usefixtures("app")


def test_marks_follow_decisions_on_what_they_mark(
    app: Flask, client: Client, session: Session, sequence: Callable[..., int]
) -> None:
    app.extensions["caches"] = Caches(kept_for=0)
    france, other = entry_of(session, "FRA"), entry_of(session, "MEX")
    of_france = ["/states", "/states/FRA", f"/endorsements/{france.id}"]
    of_another = ["/states/MEX", f"/endorsements/{other.id}"]

    def marks(pages: list[str]) -> list[str]:
        return [client.get(f"{page}/mark.json").get_json()["mark"] for page in pages]

    def alike(address: list[str], two: list[str]) -> list[bool]:
        return [a == b for a, b in zip(address, two, strict=True)]

    before, elsewhere = marks(of_france), marks(of_another)
    for page, mark in zip(of_france, before, strict=True):
        html = client.get(page).text
        assert f'data-tally-url="{page}/mark.json" data-mark="{mark}"' in html
        again = client.get(f"{page}/mark.json", headers={"If-None-Match": f'"{mark}"'})
        assert (again.status_code, again.data) == (304, b"")

    factories.verified(session, initiatives.by_slug(session, "unpa"), now=utcnow())
    assert sequence(session) == 1
    assert marks(of_france) == before

    factories.by_staff(session, france, Action.SUSPEND, now=utcnow())
    session.commit()
    # The matrix counts, and so waits for the sequencer; a status is told at once.
    assert alike(marks(of_france), before) == [True, False, False]
    told = marks(of_france)
    sequence()
    assert alike(marks(of_france), told) == [False, False, False]
    told = marks(of_france)
    # What does not count is not in the ledger when it is withdrawn.
    factories.by_staff(session, france, Action.WITHDRAW, now=utcnow())
    sequence(session)
    assert alike(marks(of_france)[1:], told[1:]) == [False, False]
    assert marks(of_another) == elsewhere


@pytest.mark.by_turns
def test_what_has_no_page_has_no_mark_and_the_past_does_not_follow(client: Client) -> None:
    for page in ("/states/XXX", "/organisations/1", "/endorsements/999999"):
        assert client.get(f"{page}/mark.json").status_code == 404
    yesterday = utcnow().date() - timedelta(days=1)
    for page in (
        "/states",
        "/states/FRA",
        "/endorsements/1",
        "/initiatives/unpa/organisations",
        "/initiatives/unpa/individuals",
        "/initiatives/act-code-of-conduct/reconciliation",
    ):
        assert "live.js" in client.get(page).text
        for query in (f"as_of={yesterday}", f"known_at={yesterday}"):
            html = client.get(f"{page}?{query}").text
            assert "live.js" not in html and "data-tally-url" not in html, (page, query)
