"""Signing up and confirming, through the client, on both databases."""

from __future__ import annotations

import io
import re
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.support import files
from tests.support.signup import (
    DETAILS,
    GOVERNMENT,
    link_in,
    mails,
    newest_mail,
    post,
    press_confirm,
    sign_up_and_confirm,
    sign_ups,
)
from tracker.core.clock import utcnow
from tracker.core.dates import latest_day
from tracker.core.db import db, transaction
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Consent, Endorsement, Officer
from tracker.endorsements.retention import services
from tracker.initiatives import queries as initiatives
from tracker.supporters.models import Supporter, SupporterKind


@pytest.mark.parametrize("kind", DETAILS)
def test_each_kind_signs_up_and_confirms(app: Flask, client: FlaskClient, kind: str) -> None:
    sign_up_and_confirm(app, client, kind)
    (endorsement,) = sign_ups(app)
    counted = kind == "individual"
    assert endorsement.status is (Status.VERIFIED if counted else Status.IN_REVIEW)
    assert endorsement.effective_on is not None


def test_nothing_counts_before_the_button_is_pressed(app: Flask, client: FlaskClient) -> None:
    post(client, "individual")
    link = link_in(newest_mail(app), "confirm")
    for _ in range(3):
        assert client.get(link).status_code == 200
    assert sign_ups(app)[0].status is Status.UNCONFIRMED


@pytest.mark.by_turns
def test_a_mail_has_text_and_html_with_the_same_link(app: Flask, client: FlaskClient) -> None:
    post(client, "individual")
    mail = newest_mail(app)
    html = mail.get_body(("html",))
    assert html is not None
    assert link_in(mail, "confirm") in html.get_content()
    assert "UN Parliamentary Assembly" in mail["Subject"]


def test_the_address_is_encrypted_and_found_by_its_hash(app: Flask, client: FlaskClient) -> None:
    post(client, "individual", email="Amina@People.example")
    with app.app_context():
        supporter = db.session.scalars(
            select(Supporter).where(Supporter.claimed_digest.is_not(None))
        ).one()
        vault = app.extensions["vault"]
        assert "people" not in (supporter.email_sealed or "").lower()
        assert vault.open(supporter.email_sealed) == "Amina@People.example"
        assert supporter.claimed_digest == vault.digest("amina@people.example")
        assert supporter.email_digest is None  # nobody has confirmed it


def test_consents_are_kept_with_their_version(app: Flask, client: FlaskClient) -> None:
    post(client, "individual")
    with app.app_context():
        given = db.session.scalars(select(Consent)).all()
        assert {(value.purpose.value, value.version) for value in given} == {
            ("counted", 2),
            ("age", 2),
        }


def test_several_initiatives_in_one_go_with_one_mail(app: Flask, client: FlaskClient) -> None:
    page = client.get("/initiatives/unpa/endorse?kind=individual").text
    assert "1 for 7 Billion" in page
    with app.app_context():
        other = initiatives.by_slug(db.session(), "1-for-7-billion").id
    sign_up_and_confirm(app, client, "individual", also=str(other))
    assert [entry.status for entry in sign_ups(app)] == [Status.VERIFIED, Status.VERIFIED]
    assert len(mails(app)) == 1


def test_signing_twice_shows_the_same_page_and_tells_the_owner(
    app: Flask, client: FlaskClient
) -> None:
    sign_up_and_confirm(app, client, "individual")
    again = post(client, "individual", name="Somebody Else")
    assert again.status_code == 303
    assert again.location.endswith("/endorse/sent")
    assert newest_mail(app)["Subject"] == "Your support is already recorded"
    with app.app_context():
        names = db.session.scalars(
            select(Supporter.name).where(Supporter.email_digest.is_not(None))
        ).all()
        assert names == ["Amina Diallo"]
    assert [entry.status for entry in sign_ups(app)] == [Status.VERIFIED, Status.UNCONFIRMED]


def test_signing_twice_unconfirmed_keeps_what_is_confirmed(app: Flask, client: FlaskClient) -> None:
    post(client, "individual", name="Amina Dialo")
    post(client, "individual")
    assert client.post(link_in(newest_mail(app), "confirm")).status_code == 303
    assert [entry.status for entry in sign_ups(app)] == [Status.EXPIRED, Status.VERIFIED]
    with app.app_context():
        assert (
            db.session.scalars(
                select(Supporter.name).where(Supporter.email_digest.is_not(None))
            ).one()
            == "Amina Diallo"
        )


def test_a_link_sent_again_says_whom_each_entry_is_of(app: Flask, client: FlaskClient) -> None:
    post(client, "individual", email="ruth@forum.example.org")
    post(client, "organisation")
    client.post("/manage", data={"email": "ruth@forum.example.org"})
    mail = newest_mail(app)
    assert mail["Subject"] == "Please confirm your support for UN Parliamentary Assembly"
    body = mail.get_body(("plain",))
    assert body is not None
    mailed = body.get_content()
    assert mailed.index("For Forum for Peace:") < mailed.rindex("– UN Parliamentary Assembly")
    links = re.findall(r"/confirm/\S+$", mailed, re.MULTILINE)
    assert [link.endswith("/not-me") for link in links] == [False, True, False, True]
    for link in (links[0], links[2]):
        assert press_confirm(client, link).status_code == 303
    assert {entry.status for entry in sign_ups(app)} == {Status.VERIFIED, Status.IN_REVIEW}


def test_at_most_three_mails_a_day_over_all_forms(app: Flask, client: FlaskClient) -> None:
    post(client, "individual")
    client.post("/manage", data={"email": "amina@people.example"})
    for _ in range(3):
        assert post(client, "individual").status_code == 303
    assert len(mails(app)) == 3


def test_a_reused_link_says_how_things_stand(app: Flask, client: FlaskClient) -> None:
    link = sign_up_and_confirm(app, client, "individual")
    page = client.get(link)
    assert page.status_code == 200
    assert "your support is confirmed" in page.text
    assert client.post(link).status_code == 303
    assert len(sign_ups(app)) == 1


@pytest.mark.by_turns
def test_a_tampered_link_is_refused_helpfully(app: Flask, client: FlaskClient) -> None:
    post(client, "individual")
    link = link_in(newest_mail(app), "confirm")
    page = client.get(link[:-3] + "xyz")
    assert page.status_code == 410
    assert "fresh link" in page.text


def test_an_expired_sign_up_is_forgotten(app: Flask, client: FlaskClient) -> None:
    post(client, "individual")
    link = link_in(newest_mail(app), "confirm")
    with app.app_context(), transaction() as session:
        assert services.enforce(session, now=utcnow() + timedelta(days=6)) == 0
        assert services.enforce(session, now=utcnow() + timedelta(days=8)) == 1
    with app.app_context():
        (endorsement,) = sign_ups(app)
        supporter = db.session.get(Supporter, endorsement.supporter_id)
        assert supporter is not None
        assert (supporter.name, supporter.email_sealed, supporter.email_digest) == ("", None, None)
    assert client.get(link).status_code == 410


@pytest.mark.by_turns
def test_errors_stand_beside_their_fields_and_nothing_typed_is_lost(
    app: Flask, client: FlaskClient
) -> None:
    page = post(client, "individual", email="amina@", consent_age="")
    assert page.status_code == 422
    assert 'value="Amina Diallo"' in page.text
    assert 'href="#email"' in page.text
    assert 'href="#consent_age"' in page.text
    assert sign_ups(app) == []


@pytest.mark.by_turns
@pytest.mark.parametrize("kind", DETAILS)
def test_the_summary_names_errors_in_the_order_of_the_page(
    app: Flask, client: FlaskClient, kind: str
) -> None:
    address = f"/initiatives/unpa/endorse?kind={kind}"
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(address).text)
    assert token
    page = client.post(address, data={"csrf_token": token[1]}).text
    named = re.findall(r'<li><a href="#(\w+)', page)
    assert len(named) > 4
    places = [page.index(f'id="{name}') for name in named]
    assert places == sorted(places)


@pytest.mark.by_turns
@pytest.mark.parametrize(
    ("kind", "changed", "field"),
    [
        ("government", {"instrument_date": "2999-01-01"}, "instrument_date"),
        ("government", {"instrument_date": "2024-02-31"}, "instrument_date"),
        ("government", {"symbol": "no symbol"}, "symbol"),
        ("government", {"state": "XXX"}, "state"),
        ("organisation", {"website": "not a site"}, "website"),
        ("organisation", {"name": "x" * 201}, "name"),
        ("parliamentarian", {"mandate": "former"}, "mandate_until"),
        ("parliamentarian", {"mandate": "former", "mandate_until": "2999-01-01"}, "mandate_until"),
        ("parliamentarian", {"mandate_until": "2024-01-01"}, "mandate_until"),
        ("parliamentarian", {"mandate_from": "1823-01-01"}, "mandate_from"),
        ("individual", {"name": "Amina\u202e Diallo"}, "name"),
        ("individual", {"name": "Win at www.example.org"}, "name"),
        ("organisation", {"officer": "Win at example.org/prize"}, "officer"),
        ("individual", {"words": "x" * 501}, "words"),
        ("individual", {"country": "QQ"}, "country"),
    ],
)
def test_bad_input_is_refused_whole(
    app: Flask, client: FlaskClient, kind: str, changed: dict[str, str], field: str
) -> None:
    page = post(client, kind, **changed)
    assert page.status_code == 422
    assert f'href="#{field}"' in page.text
    with app.app_context():
        assert (
            db.session.scalar(
                select(func.count()).select_from(Endorsement).where(Endorsement.origin == "sign_up")
            )
            == 0
        )


@pytest.mark.by_turns
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (files.HTML, "not a PDF, PNG or JPEG"),
        (files.ZIP, "not a PDF, PNG or JPEG"),
        (b"", "The file is empty"),
    ],
)
def test_a_file_that_lies_about_its_type_loses_nothing(
    app: Flask, client: FlaskClient, content: bytes, reason: str
) -> None:
    false = post(client, "government", file=(io.BytesIO(content), "note.pdf"))
    assert false.status_code == 422
    assert reason in false.text and 'href="#file"' in false.text
    assert 'value="Jean Peeters"' in false.text
    assert sign_ups(app) == [] and not list(app.extensions["rollcall"].upload_dir.glob("*"))


@pytest.mark.parametrize("content", [files.PDF, files.PNG, files.JPEG])
def test_an_instrument_is_kept_by_its_content(
    app: Flask, client: FlaskClient, content: bytes
) -> None:
    symbol = " a/78/900 – s/2024/400 "
    true = post(client, "government", file=(io.BytesIO(content), "n.pdf"), symbol=symbol)
    assert true.status_code == 303
    (endorsement,) = sign_ups(app)
    client.post(link_in(newest_mail(app), "confirm"))
    with app.app_context():
        (evidence,) = db.session.get_one(Endorsement, endorsement.id).evidence
        instrument = evidence.instrument
        assert instrument.symbol == "A/78/900-S/2024/400" and not instrument.file_public
        path = app.extensions["rollcall"].upload_dir / (instrument.file_sha256 or "")
        assert path.read_bytes() == content


def test_a_claim_for_a_government_blocks_nobody(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "government", slug="act-code-of-conduct")
    sign_up_and_confirm(
        app, client, "government", slug="act-code-of-conduct", email="other@mission.example"
    )
    assert [entry.status for entry in sign_ups(app)] == [Status.IN_REVIEW, Status.IN_REVIEW]


@pytest.mark.by_turns
@pytest.mark.parametrize(
    ("field", "days", "reason"),
    [
        ("closed_on", 0, "has been closed since"),
        ("closed_on", 1, ""),
        ("opens_on", 1, "can be recorded from"),
        ("opens_on", 0, ""),
    ],
)
def test_an_initiative_takes_support_from_its_first_day_until_it_is_closed(
    app: Flask, client: FlaskClient, field: str, days: int, reason: str
) -> None:
    with app.app_context(), transaction() as session:
        on = utcnow().date() + timedelta(days=days)
        setattr(initiatives.by_slug(session, "unpa"), field, on)
    page = client.get("/initiatives/unpa/endorse?kind=individual")
    assert page.status_code == (409 if reason else 200)
    assert reason in page.text
    assert ("<h1>Record your support</h1>" in page.text) is not bool(reason)
    assert ("Record your support</a>" in client.get("/initiatives/unpa").text) is not bool(reason)


@pytest.mark.by_turns
@pytest.mark.parametrize("archived", [False, True])
def test_a_closed_initiative_says_so_and_leads_on(
    app: Flask, client: FlaskClient, archived: bool
) -> None:
    with app.app_context(), transaction() as session:
        closed = initiatives.by_slug(session, "france-mexico")
        closed.closed_on = date(2026, 3, 1)
        closed.archived_on = date(2026, 4, 1) if archived else None
        alone = initiatives.by_slug(session, "unpa")
        alone.closed_on = date(2026, 3, 1)
    page = client.get("/initiatives/france-mexico/endorse")
    assert page.status_code == 200
    assert "<h1>Closed: support can no longer be recorded</h1>" in page.text
    assert "Record your support" not in page.text and "<form" not in page.text.split("<main")[1]
    shown = page.text.replace("\xa0", " ")
    assert "1 Mar 2026" in shown and ("1 Apr 2026" in shown) is archived
    for address in ("/initiatives/france-mexico", "/manage"):
        assert f'<a href="{address}">' in page.text
    sibling = "/initiatives/act-code-of-conduct/endorse"
    assert f'<a href="{sibling}">' in page.text
    refused = client.get("/initiatives/france-mexico/endorse?kind=government")
    assert refused.status_code == 409 and f'<a href="{sibling}?kind=government">' in refused.text
    nothing = client.get("/initiatives/unpa/endorse").text.split("<main")[1]
    assert '/endorse"' not in nothing


@pytest.mark.by_turns
def test_the_trap_flags_a_machine_for_review(app: Flask, client: FlaskClient) -> None:
    sign_up_and_confirm(app, client, "individual", nickname="bot")
    assert sign_ups(app)[0].status is Status.IN_REVIEW


@pytest.mark.by_turns
def test_a_wrong_csrf_token_changes_nothing(app: Flask, client: FlaskClient) -> None:
    page = client.post(
        "/initiatives/unpa/endorse?kind=individual",
        data=DETAILS["individual"] | {"csrf_token": "wrong"},
    )
    assert page.status_code == 422 and 'value="Amina Diallo"' in page.text
    assert sign_ups(app) == []


@pytest.mark.by_turns
@pytest.mark.parametrize(
    ("name", "status", "reason"),
    [
        (b"%ff%fe", 400, "not readable"),
        (b"\xff\xfe", 400, "not readable"),
        (b"a%00b", 400, "not readable"),
        (b"x" * 600_000, 413, "too large"),
    ],
)
def test_a_body_that_cannot_be_read_is_refused_before_its_form(
    app: Flask, client: FlaskClient, name: bytes, status: int, reason: str
) -> None:
    address = "/initiatives/unpa/endorse?kind=individual"
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(address).text)
    assert token
    rest = {**DETAILS["individual"], "csrf_token": token[1]}
    del rest["name"]
    page = client.post(
        address,
        data=urlencode(rest).encode() + b"&name=" + name,
        content_type="application/x-www-form-urlencoded",
    )
    assert page.status_code == status
    assert reason in page.text
    assert sign_ups(app) == []


def test_officers_are_encrypted(app: Flask, client: FlaskClient) -> None:
    post(client, "government")
    with app.app_context():
        officer = db.session.scalars(select(Officer)).one()
        assert GOVERNMENT["email"] not in (officer.email_sealed or "")
        endorsement = db.session.get(Endorsement, officer.endorsement_id)
        assert endorsement is not None
        assert endorsement.kind is SupporterKind.GOVERNMENT
        assert endorsement.supporter.state_iso3 == "BEL"


@pytest.mark.by_turns
@pytest.mark.parametrize(
    ("kind", "name"), [("organisation", "reach"), ("government", "instrument_type")]
)
def test_nothing_is_chosen_beforehand(
    app: Flask, client: FlaskClient, kind: str, name: str
) -> None:
    page = client.get(f"/initiatives/unpa/endorse?kind={kind}").text
    select = page[page.index(f'<select id="{name}"') :]
    assert re.match(r'<select[^>]*>\s*<option value="">', select), select[:200]


def test_countries_stand_where_one_looks_for_them(app: Flask, client: FlaskClient) -> None:
    answer = client.get("/initiatives/unpa/endorse?kind=individual")
    listed = re.findall(r'<option value="([A-Z]{2}|-)">', answer.text)
    assert listed[0] == "-"
    assert listed.index("CR") < listed.index("CI") < listed.index("HR")  # Côte d'Ivoire
    assert listed.index("AF") < listed.index("AX") < listed.index("AL")  # Åland Islands
    assert {"DG", "EA", "IC"}.isdisjoint(listed)  # parts of others: no code of ISO 3166-1
    assert answer.headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("kind", ["organisation", "parliamentarian"])
def test_only_individuals_keep_their_country_to_themselves(
    app: Flask, client: FlaskClient, kind: str
) -> None:
    assert post(client, kind, country="-").status_code == 422
    assert sign_ups(app) == []


PURPOSES = {  # WCAG 2.2, 1.3.5
    "individual": {"name": "name", "email": "email", "country": "country"},
    "organisation": {"name": "organization", "officer": "name", "title": "organization-title"},
    "parliamentarian": {"name": "name", "email": "email", "country": "country"},
    "government": {"officer": "name", "title": "organization-title", "email": "email"},
}


@pytest.mark.parametrize("kind", PURPOSES)
def test_a_browser_can_fill_in_what_it_knows(app: Flask, client: FlaskClient, kind: str) -> None:
    html = client.get(f"/initiatives/unpa/endorse?kind={kind}").text
    for field, purpose in PURPOSES[kind].items():
        tag = re.search(rf'<(?:input|select)[^>]*\bname="{field}"[^>]*>', html)
        assert tag, field
        assert f'autocomplete="{purpose}"' in tag[0]


@pytest.mark.by_turns
@pytest.mark.parametrize(
    "link",
    [
        "https://user@mission.example/note",
        "https://un.org@mission.example/note",
        "https://un.org:443@mission.example/",
        "https://un.org\\@mission.example/",
        "https://un.org%2F@mission.example/",
        "https://192.0.2.1/note",
        "https://2130706433/note",
        "javascript:alert(1)//https://un.org",
        "https:///note",
        "https://mission.example/\u202enote",
    ],
)
def test_an_instruments_address_leads_where_it_says(
    app: Flask, client: FlaskClient, link: str
) -> None:
    assert post(client, "government", link=link).status_code == 422
    assert post(client, "organisation", website=link).status_code == 422
    assert post(client, "parliamentarian", official_page=link).status_code == 422
    assert sign_ups(app) == []


@pytest.mark.by_turns
def test_today_is_the_latest_day_anywhere(app: Flask, client: FlaskClient) -> None:
    assert latest_day(datetime(2026, 5, 1, 9, 59, tzinfo=UTC)) == date(2026, 5, 1)
    assert latest_day(datetime(2026, 5, 1, 10, 0, tzinfo=UTC)) == date(2026, 5, 2)
    today = latest_day(utcnow())
    tomorrow = today + timedelta(days=1)
    refused = post(client, "government", instrument_date=tomorrow.isoformat())
    assert refused.status_code == 422 and "still to come" in refused.text
    assert post(client, "government", instrument_date=today.isoformat()).status_code == 303


def test_nothing_is_confirmed_into_an_archive(app: Flask, client: FlaskClient) -> None:
    post(client, "individual")
    link = link_in(newest_mail(app), "confirm")
    with app.app_context(), transaction() as session:
        archived = initiatives.by_slug(session, "unpa")
        archived.closed_on = archived.archived_on = date(2026, 4, 1)
    page = press_confirm(client, link)
    assert page.status_code == 422
    assert "Its entries are read only" in page.text
    assert [endorsement.status for endorsement in sign_ups(app)] == [Status.UNCONFIRMED]
