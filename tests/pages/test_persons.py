"""Pages that name people are kept nowhere, so who withdraws is named no more."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support import factories
from tests.support.signup import link_in, newest_mail, sign_up_and_confirm, sign_ups
from tests.support.webclient import Client
from tracker.core.clock import utcnow
from tracker.endorsements.lifecycle import Action
from tracker.endorsements.models import Endorsement, Origin
from tracker.supporters.models import SupporterKind

pytestmark = pytest.mark.by_turns
INDIVIDUALS = "/initiatives/unpa/individuals"


def test_an_individual_who_withdraws_is_named_no_more(app: Flask, client: Client) -> None:
    sign_up_and_confirm(app, client, "individual", consent_named="y")
    for query in ("", "?as_of=2100-01-01", "?kind=parliamentarian"):
        answer = client.get(INDIVIDUALS + query)
        if answer.status_code == 200:
            assert answer.headers["Cache-Control"] == "no-store" and "ETag" not in answer.headers
    assert "Amina Diallo" in client.get(INDIVIDUALS).text
    client.post("/manage", data={"email": "amina@people.example"})
    page = link_in(newest_mail(app), "manage")
    client.post(f"{page}/{sign_ups(app)[0].id}/withdraw")
    assert "Amina Diallo" not in client.get(INDIVIDUALS).text


def test_the_pages_of_a_parliamentarian_go_with_the_name(
    app: Flask, client: Client, session: Session
) -> None:
    sign_up_and_confirm(app, client, "parliamentarian")
    entry = session.get_one(Endorsement, sign_ups(app)[0].id)
    factories.by_staff(session, entry, Action.VERIFY, now=utcnow())
    page = f"/endorsements/{entry.id}"
    for address in (page, f"{page}/report", f"{page}/cite", f"{page}/cite?format=bibtex"):
        answer = client.get(address)
        assert answer.status_code == 200 and "ETag" not in answer.headers
        assert answer.headers["Cache-Control"] == "no-store", address
    factories.by_staff(session, entry, Action.WITHDRAW, now=utcnow())
    assert client.get(page).status_code == client.get(f"{page}/cite").status_code == 404


def test_a_text_that_names_people_is_kept_nowhere(
    app: Flask, client: Client, session: Session
) -> None:
    listed = session.scalars(
        select(Endorsement).where(
            Endorsement.kind == SupporterKind.PARLIAMENTARIAN,
            Endorsement.origin == Origin.PUBLISHED_RECORD,
        )
    ).first()
    assert listed is not None
    answer = client.get(f"/instruments/{listed.evidence[0].instrument_id}")
    assert answer.status_code == 200 and answer.headers["Cache-Control"] == "no-store"


def test_an_entry_of_a_government_may_be_kept(app: Flask, client: Client, session: Session) -> None:
    listed = session.scalars(
        select(Endorsement).where(Endorsement.kind == SupporterKind.GOVERNMENT)
    ).first()
    assert listed is not None
    assert client.get(f"/endorsements/{listed.id}").headers.get("Cache-Control") != "no-store"
