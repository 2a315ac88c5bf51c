"""Each sign-up is its own: a confirmed link records what came with it, nothing of a stranger's."""

from __future__ import annotations

import re
import threading
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.signup import (
    DETAILS,
    Fields,
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
from tracker.core.db import db, transaction
from tracker.endorsements import services
from tracker.endorsements.decisions import Decision
from tracker.endorsements.evidence.models import Evidence
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Consent, ConsentPurpose, Endorsement, Officer
from tracker.initiatives import queries as initiatives
from tracker.supporters.models import Supporter


def newest_link(app: Flask) -> str:
    return link_in(newest_mail(app), "confirm")


def statuses(app: Flask) -> list[Status]:
    return [entry.status for entry in sign_ups(app)]


def consents(session: Session, endorsement_id: int) -> dict[ConsentPurpose, Consent]:
    rows = session.scalars(select(Consent).where(Consent.endorsement_id == endorsement_id))
    return {row.purpose: row for row in rows}


def test_a_strangers_words_and_choice_are_never_a_victims(app: Flask, client: Client) -> None:
    post(client, "individual", name="Mallory", words="Vote for Mallory.", consent_named="y")
    post(client, "individual", words="For my children.")
    assert press_confirm(client, newest_link(app)).status_code == 303
    strangers, own = sign_ups(app)
    assert (strangers.status, own.status) == (Status.EXPIRED, Status.VERIFIED)
    assert (own.words, own.be_named) == ("For my children.", False)
    assert (strangers.words, strangers.be_named) == ("", False)
    with app.app_context():
        assert db.session.get_one(Supporter, own.supporter_id).name == "Amina Diallo"
        assert ConsentPurpose.NAMED not in consents(db.session(), own.id)
        (named,) = db.session.scalars(
            select(Supporter).where(Supporter.email_digest.is_not(None))
        ).all()
        assert named.id == own.supporter_id
    public = client.get("/initiatives/unpa/individuals").text
    assert "Mallory" not in public and "Amina" not in public


def test_a_later_stranger_overwrites_nothing(app: Flask, client: Client) -> None:
    post(client, "individual", words="For my children.")
    link = newest_link(app)
    post(client, "individual", name="Mallory", country="AQ", words="No.", consent_named="y")
    assert press_confirm(client, link).status_code == 303
    own, strangers = sign_ups(app)
    assert (own.status, strangers.status) == (Status.VERIFIED, Status.EXPIRED)
    with app.app_context():
        person = db.session.get_one(Supporter, own.supporter_id)
        assert (person.name, person.country) == ("Amina Diallo", "SN")
    assert own.words == "For my children."


def test_the_links_of_discarded_sign_ups_confirm_nothing(app: Flask, client: Client) -> None:
    post(client, "individual", name="Mallory", consent_named="y")
    strangers = newest_link(app)
    post(client, "individual")
    press_confirm(client, newest_link(app))
    assert client.get(strangers).status_code == 410
    client.post(strangers)
    assert statuses(app) == [Status.EXPIRED, Status.VERIFIED]


@pytest.mark.parametrize("kind", DETAILS)
def test_the_page_shows_all_that_will_be_recorded(app: Flask, client: Client, kind: str) -> None:
    post(client, kind, words="For peace.", consent_named="y", symbol="A/78/900")
    link = newest_link(app)
    sent = Fields(client.get(link).text, link).sent
    due = DETAILS[kind] | {"words": "For peace.", "consent_named": "y", "symbol": "A/78/900"}
    shown = {name: value for name, value in due.items() if name in sent}
    if kind == "organisation":
        shown["website"] = "https://www.forum.example.org"
    assert {name: sent[name] for name in shown} == shown
    missing = {
        "individual": {"email", "consent_counted", "consent_age", "symbol"},
        "parliamentarian": {"email", "consent_counted", "words", "symbol"},
        "organisation": {"email", "consent_authorised", "consent_contact", "words", "symbol"},
        "government": {"email", "consent_authorised", "consent_contact", "words"},
    }[kind] | (set() if kind in ("individual", "parliamentarian") else {"consent_named"})
    assert set(due) - set(sent) == missing


def test_what_is_corrected_on_the_page_is_recorded(app: Flask, client: Client) -> None:
    post(client, "individual", name="Amina Dialo", words="Yess.", consent_named="y")
    given = {"name": "Amina Diallo", "country": "ML", "words": "Yes.", "consent_named": None}
    press_confirm(client, newest_link(app), **given)
    (own,) = sign_ups(app)
    assert (own.words, own.be_named, own.status) == ("Yes.", False, Status.VERIFIED)
    with app.app_context():
        person = db.session.get_one(Supporter, own.supporter_id)
        assert (person.name, person.name_key, person.country) == (
            "Amina Diallo",
            "amina diallo",
            "ML",
        )


@pytest.mark.parametrize(
    ("kind", "changed"),
    [
        ("organisation", {"name": "Forum for Lasting Peace", "officer": "R. Otieno"}),
        ("parliamentarian", {"chamber": "Senate", "mandate_from": "2022-01-01"}),
        ("government", {"state": "NLD", "instrument_date": "2024-05-03", "title": "Minister"}),
    ],
)
def test_each_kind_can_be_corrected(
    app: Flask, client: Client, kind: str, changed: dict[str, str]
) -> None:
    post(client, kind)
    assert press_confirm(client, newest_link(app), **changed).status_code == 303
    (own,) = sign_ups(app)
    assert own.status is Status.IN_REVIEW
    with app.app_context():
        entry = db.session.get_one(Endorsement, own.id)
        if kind == "organisation":
            assert entry.supporter.name == changed["name"] and entry.supporter.compared_at is None
            assert entry.officer is not None and entry.officer.name == "R. Otieno"
        elif kind == "parliamentarian":
            assert entry.supporter.chamber == "Senate"
            assert str(entry.supporter.mandate_from) == "2022-01-01"
        else:
            (evidence,) = entry.evidence
            assert entry.supporter.state_iso3 == "NLD"
            assert str(entry.effective_on) == evidence.instrument.dated == "2024-05-03"
            assert evidence.instrument.source.startswith("Netherlands")
            assert entry.officer is not None and entry.officer.title == "Minister"


@pytest.mark.parametrize(
    ("kind", "changed", "field"),
    [
        ("individual", {"name": ""}, "name"),
        ("individual", {"name": "Win at www.example.org"}, "name"),
        ("individual", {"words": "x" * 501}, "words"),
        ("individual", {"initiative": "999999"}, "initiative"),
        ("organisation", {"website": "no site"}, "website"),
        ("parliamentarian", {"mandate_from": "1823-01-01"}, "mandate_from"),
        ("government", {"instrument_date": "2999-01-01"}, "instrument_date"),
    ],
)
def test_what_a_sign_up_may_not_say_cannot_be_confirmed(
    app: Flask, client: Client, kind: str, changed: dict[str, str], field: str
) -> None:
    post(client, kind)
    page = press_confirm(client, newest_link(app), **changed)
    assert page.status_code == 422
    assert f'href="#{field}' in page.text
    assert all(value in page.text for name, value in changed.items() if name != "initiative")
    assert statuses(app) == [Status.UNCONFIRMED]


def test_naming_is_agreed_to_when_it_is_confirmed(app: Flask, client: Client) -> None:
    post(client, "individual", consent_named="y")
    (own,) = sign_ups(app)
    with app.app_context(), transaction() as session:
        assert ConsentPurpose.NAMED not in consents(session, own.id)
        given = consents(session, own.id)[ConsentPurpose.COUNTED].given_at
        early = utcnow() - timedelta(hours=5)
        for value in consents(session, own.id).values():
            value.given_at = early
    press_confirm(client, newest_link(app))
    with app.app_context():
        kept = consents(db.session(), own.id)
        assert kept[ConsentPurpose.COUNTED].given_at == early
        assert kept[ConsentPurpose.NAMED].given_at >= given
    assert "Amina Diallo" in client.get("/initiatives/unpa/individuals").text


def test_without_the_pages_form_nobody_is_named(app: Flask, client: Client) -> None:
    post(client, "individual", consent_named="y", words="Yes.")
    assert client.post(newest_link(app)).status_code == 303
    (own,) = sign_ups(app)
    assert (own.status, own.be_named, own.words) == (Status.VERIFIED, False, "Yes.")


def test_one_of_several_initiatives_can_be_left_out(app: Flask, client: Client) -> None:
    with app.app_context():
        first = initiatives.by_slug(db.session(), "unpa").id
        other = initiatives.by_slug(db.session(), "1-for-7-billion").id
    post(client, "individual", also=str(other))
    link = newest_link(app)
    assert press_confirm(client, link, initiative=None).status_code == 422
    press_confirm(client, link, initiative=str(first))
    by_initiative = {entry.initiative_id: entry.status for entry in sign_ups(app)}
    assert by_initiative == {first: Status.VERIFIED, other: Status.EXPIRED}


def test_who_signs_again_is_one_person(app: Flask, client: Client) -> None:
    sign_up_and_confirm(app, client, "individual")
    post(client, "individual", slug="1-for-7-billion", name="Somebody Else", country="AQ")
    link = newest_link(app)
    assert 'value="Amina Diallo"' in client.get(link).text
    assert press_confirm(client, link).status_code == 303
    endorsement, other = sign_ups(app)
    assert endorsement.supporter_id == other.supporter_id and other.status is Status.VERIFIED
    with app.app_context():
        people = db.session.scalars(select(Supporter).where(Supporter.name != "")).all()
        assert [person.name for person in people if person.email_sealed] == ["Amina Diallo"]


def test_a_verified_member_stays_who_reviewers_looked_at(app: Flask, client: Client) -> None:
    sign_up_and_confirm(app, client, "parliamentarian")
    post(client, "parliamentarian", slug="1-for-7-billion", chamber="Senate")
    link = newest_link(app)
    refused = press_confirm(client, link, chamber="Senate")
    assert refused.status_code == 422 and "on record already" in refused.text
    assert press_confirm(client, link).status_code == 303
    assert statuses(app) == [Status.IN_REVIEW, Status.IN_REVIEW]


def test_two_links_for_the_same_count_once_and_say_so(app: Flask, client: Client) -> None:
    post(client, "organisation")
    first = newest_link(app)
    press_confirm(client, first)
    post(client, "organisation", email="Ruth@forum.example.org", reach="global")
    (own, again) = sign_ups(app)
    with app.app_context(), transaction() as session:
        services.confirm(session, [again.id], now=utcnow())
    assert statuses(app) == [Status.IN_REVIEW, Status.EXPIRED]
    link = "/confirm/" + app.extensions["signer"].sign("confirm", [again.id])
    assert "already on record" in client.get(link).text
    with app.app_context():
        officer = db.session.get_one(Officer, again.id)
        assert officer.email_sealed is None
        assert db.session.get_one(Endorsement, own.id).reach != "global"


@pytest.mark.parametrize("kind", DETAILS)
def test_two_links_pressed_at_once_count_once(app: Flask, client: Client, kind: str) -> None:
    """Each discards the other: on PostgreSQL they would wait for each other's rows."""
    slug = "unpa" if kind != "government" else "act-code-of-conduct"
    for _ in range(2):
        post(client, kind, slug)
    links = [link_in(mail, "confirm") for mail in mails(app)[-2:]]
    together, answers = threading.Barrier(2), []

    def press(link: str) -> None:
        browser = Client(app)
        data = Fields(browser.get(link).text, link).sent
        together.wait()
        answers.append(browser.post(link, data=data).status_code)

    threads = [threading.Thread(target=press, args=(link,)) for link in links]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [303, 303]
    confirmed = Status.VERIFIED if kind == "individual" else Status.IN_REVIEW
    assert sorted(statuses(app)) == sorted((Status.EXPIRED, confirmed))


@pytest.mark.parametrize("kind", ["organisation", "government"])
def test_staff_see_what_the_officer_confirmed(app: Flask, client: Client, kind: str) -> None:
    """A stranger's form for the same officer came first."""
    false = {"officer": "Mallory", "title": "Nobody"}
    if kind == "government":
        false |= {"instrument_date": "2001-01-01", "body": "Some mission"}
    post(client, kind, **false)
    post(client, kind)
    press_confirm(client, newest_link(app))
    strangers, own = sign_ups(app)
    assert (strangers.status, own.status) == (Status.EXPIRED, Status.IN_REVIEW)
    with app.app_context():
        officer = db.session.get_one(Officer, own.id)
        assert (officer.name, officer.title) == (DETAILS[kind]["officer"], DETAILS[kind]["title"])
        erased = db.session.get_one(Officer, strangers.id)
        assert (erased.name, erased.email_sealed, erased.email_digest) == ("", None, None)
        if kind == "government":
            left = db.session.scalars(
                select(Evidence).where(Evidence.endorsement_id.in_([own.id, strangers.id]))
            ).all()
            assert [evidence.instrument.dated for evidence in left] == ["2024-05-02"]


def test_an_officer_may_sign_for_several(app: Flask, client: Client) -> None:
    post(client, "organisation")
    first = newest_link(app)
    post(client, "organisation", name="Forum Canada", website="www.canada.forum.example.net")
    second = newest_link(app)
    for link in (first, second):
        assert press_confirm(client, link).status_code == 303
    assert statuses(app) == [Status.IN_REVIEW, Status.IN_REVIEW]


def test_a_newcomers_confirmation_takes_few_statements(
    app: Flask, client: Client, session: Session
) -> None:
    post(client, "individual")
    (own,) = sign_ups(app)
    with app.app_context(), transaction() as held, executed(app) as statements:
        services.confirm(held, [own.id], now=utcnow())
    sent = [text for text in statements if not re.match("BEGIN|COMMIT|ROLLBACK", text)]
    assert len(sent) == (1 if db.engine.dialect.name == "postgresql" else 5)
    decisions = select(Decision.id).where(Decision.endorsement_id == own.id)
    assert len(session.scalars(decisions).all()) == 1
