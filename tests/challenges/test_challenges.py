"""A reader's report: from the entry's page to staff and back, changing nothing by itself."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.challenges import REPORT, reports, send_report
from tests.support.pages import entry_of
from tests.support.review_cases import mailed, reviewers, vault
from tests.support.signup import link_in, newest_mail
from tests.support.staff import member, sign_in, token
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.challenges import queries, services
from tracker.challenges.models import Challenge, Outcome
from tracker.core.clock import utcnow
from tracker.core.errors import Conflict
from tracker.endorsements.models import Endorsement
from tracker.supporters.models import SupporterKind

pytestmark = pytest.mark.by_turns


def confirmed(app: Flask, client: Client, session: Session) -> Challenge:
    assert send_report(client, session).status_code == 303
    assert client.post(link_in(newest_mail(app), "report")).status_code == 303
    return reports(session)[-1]


def test_a_report_reaches_staff_once_it_is_confirmed(
    app: Flask, client: Client, session: Session
) -> None:
    entry = entry_of(session, "GAB")
    before = client.get("/initiatives/act-code-of-conduct/tally.json").data
    page = client.get(f"/endorsements/{entry.id}")
    assert f'href="/endorsements/{entry.id}/report"' in page.text
    assert client.get(f"/endorsements/{entry.id}/report").status_code == 200
    sent = send_report(client, session)
    assert sent.status_code == 303 and "Set-Cookie" not in sent.headers
    assert "inbox" in client.get(sent.location).text
    link = link_in(newest_mail(app), "report")
    shown = client.get(link)
    assert "2 September" in shown.text and shown.headers["Cache-Control"] == "no-store"
    assert queries.waiting(session) == []
    assert client.post(link).status_code == 303
    assert "Reference C-" in client.get(link).text
    (waiting,) = queries.waiting(session)
    assert waiting.endorsement_id == entry.id
    assert client.get("/initiatives/act-code-of-conduct/tally.json").data == before
    assert client.get(f"/endorsements/{entry.id}").text == page.text


def test_a_reviewer_answers_by_mail_and_the_report_is_closed(
    app: Flask, client: Client, session: Session
) -> None:
    challenge = confirmed(app, client, session)
    member(app, "Ben", StaffRole.REVIEWER)
    sign_in(client, "Ben")
    assert 'href="/staff/challenges">1</a>' in client.get("/staff/").text
    assert "A date is wrong" in client.get("/staff/challenges").text
    address = f"/staff/challenges/{challenge.id}"
    page = client.get(address)
    assert "reader@journal.example" in page.text
    item = client.get(f"/staff/endorsements/{challenge.endorsement_id}")
    assert challenge.reference in item.text and "waits for an answer" in item.text
    form = {"csrf_token": token(page)}
    empty = client.post(address, data=form | {"outcome": "unchanged", "words": ""})
    assert empty.status_code == 422 and "Please fill this in." in empty.text
    form |= {"outcome": "unchanged", "words": "The date is that of the instrument."}
    assert client.post(address, data=form).status_code == 302
    assert queries.waiting(session) == []
    mail = newest_mail(app)
    assert mail["To"] == "reader@journal.example"
    assert "date is that of the instrument" in str(mail.get_body(("plain",)))
    assert "by Ben" in client.get(address).text
    again = client.post(address, data=form)
    assert again.status_code == 409 and "Somebody else has settled" in again.text


def test_an_editor_reads_reports_and_sees_no_address(
    app: Flask, client: Client, session: Session
) -> None:
    challenge = confirmed(app, client, session)
    member(app, "Eve", StaffRole.EDITOR)
    sign_in(client, "Eve")
    page = client.get(f"/staff/challenges/{challenge.id}")
    assert "2 September" in page.text
    assert "reader@journal.example" not in page.text
    assert "close the report" not in page.text


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"words": ""}, "Please fill this in."),
        ({"ground": ""}, "Please choose one."),
        ({"ground": "fraud"}, "Not a valid choice"),
        ({"email": "reader"}, "complete e-mail address"),
        ({"words": "x" * 2001}, "at most 2000 characters"),
    ],
)
def test_a_bad_report_is_refused_and_keeps_what_was_typed(
    app: Flask, client: Client, session: Session, changed: dict[str, str], reason: str
) -> None:
    page = send_report(client, session, **changed)
    assert page.status_code == 422 and reason in page.text
    assert 'role="alert"' in page.text and "A/70/621-S/2015/978" in page.text
    assert reports(session) == [] and mailed(session) == []


def test_a_machine_that_fills_in_everything_is_told_the_same(
    app: Flask, client: Client, session: Session
) -> None:
    good, bad = send_report(client, session), send_report(client, session, nickname="bot")
    assert (good.status_code, good.location) == (bad.status_code, bad.location)
    assert len(reports(session)) == 1


def test_what_has_no_public_page_cannot_be_reported(
    app: Flask, client: Client, session: Session
) -> None:
    person = session.scalars(
        select(Endorsement).where(Endorsement.kind == SupporterKind.INDIVIDUAL)
    ).first()
    assert person is not None
    for number in (person.id, 999_999):
        assert client.get(f"/endorsements/{number}/report").status_code == 404
        assert client.post(f"/endorsements/{number}/report", data=REPORT).status_code == 404


def test_a_changed_or_foreign_link_is_refused(app: Flask, client: Client, session: Session) -> None:
    send_report(client, session)
    link = link_in(newest_mail(app), "report")
    for bad in (link + "x", "/report/nonsense"):
        page = client.get(bad)
        assert page.status_code == 410 and "not complete" in page.text
        assert client.post(bad).status_code == 410
    assert client.get(link.replace("/report/", "/confirm/")).status_code == 410


def test_two_answers_at_once_are_one(app: Flask, client: Client, session: Session) -> None:
    challenge = confirmed(app, client, session)
    (ada,) = reviewers(app, session, "ada")
    services.settle(session, vault(app), challenge, ada.id, Outcome.CHANGED, "Yes.", now=utcnow())
    with pytest.raises(Conflict):
        services.settle(session, vault(app), challenge, ada.id, Outcome.KNOWN, "?", now=utcnow())


def test_reports_are_forgotten_in_time(app: Flask, client: Client, session: Session) -> None:
    send_report(client, session, email="other@journal.example")
    challenge = confirmed(app, client, session)
    (ada,) = reviewers(app, session, "ada")
    now: datetime = utcnow()
    services.settle(session, vault(app), challenge, ada.id, Outcome.CHANGED, "Yes.", now=now)
    assert services.forget(session, now=now + timedelta(days=6)) == 0
    assert services.forget(session, now=now + timedelta(days=8)) == 1
    assert services.forget(session, now=now + timedelta(days=61)) == 1
    session.expire_all()
    (left,) = reports(session)
    assert (left.email_sealed, left.words, left.answer) == (None, "", "")
    assert left.outcome is Outcome.CHANGED
