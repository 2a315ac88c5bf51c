from __future__ import annotations

import io
import re
from datetime import date, datetime

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.files import PDF
from tests.support.pages import wrong_fields
from tests.support.review_cases import (
    counted,
    decided,
    do,
    government,
    mailed,
    organisation,
    recorded,
    reviewers,
    vault,
    verified_government,
)
from tests.support.staff import member, sign_in, token
from tests.support.staff_pages import decide, entry
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.core.errors import RuleBroken
from tracker.endorsements import services as supporters_own
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.lifecycle import Action, Status
from tracker.initiatives.grades import Grade
from tracker.review.decisions import proposals
from tracker.review.queue import queries
from tracker.supporters.mandates import Mandate
from tracker.supporters.models import Supporter, SupporterKind

pytestmark = pytest.mark.by_turns

R = StaffRole.REVIEWER


def test_a_government_is_verified_through_the_pages(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    made = recorded(app, session, government(session), ada, now).id
    session.commit()
    member(app, "Ben", R)
    sign_in(client, "Ben")
    queue = client.get("/staff/")
    assert f"/staff/endorsements/{made}" in queue.text and "Kenya" in queue.text
    page = client.get(f"/staff/endorsements/{made}")
    assert "counsellor@mission.example" in page.text
    assert f"/staff/endorsements/{made}/verify" not in page.text

    unsaid = decide(client, session, made, "approve", reason="")
    assert unsaid.status_code == 422 and "Please choose the reason" in unsaid.text
    assert decide(client, session, made, "approve").status_code == 302
    assert entry(session, made).status is Status.APPROVED_ONCE
    mine = client.get(f"/staff/endorsements/{made}").text
    assert f"{made}/verify" not in mine and f"{made}/reject" in mine
    again = decide(client, session, made, "verify", words="kept words")
    assert again.status_code == 409
    assert "You gave the first approval" in again.text and "kept words" in again.text

    other = Client(app)
    member(app, "Cleo", R)
    sign_in(other, "Cleo")
    assert decide(other, session, made, "verify").status_code == 302
    assert entry(session, made).status is Status.VERIFIED
    assert decided(session, entry(session, made)) == [Action.RECORD, Action.APPROVE, Action.VERIFY]
    shown = other.get(f"/staff/endorsements/{made}")
    assert "Cleo" in shown.text and "Ben" in shown.text and "Original seen" in shown.text


def test_a_stale_page_decides_nothing(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    ada, dan = reviewers(app, session, "ada", "dan")
    made = recorded(app, session, organisation(session), ada, now).id
    session.commit()
    member(app, "Ben", R)
    sign_in(client, "Ben")
    stale = decide(client, session, made, "verify", seen=0)
    assert stale.status_code == 409 and "since you opened it" in stale.text
    do(app, session, Action.VERIFY, entry(session, made), dan, now)
    gone = decide(client, session, made, "verify")
    assert gone.status_code == 409


def test_a_second_reviewer_seconds_a_change(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    staff = reviewers(app, session, "ada", "dan", "eve")
    made = verified_government(app, session, staff, now).id
    session.commit()
    member(app, "Ben", R)
    sign_in(client, "Ben")
    proposed = decide(client, session, made, "suspend", reason="not_substantiated")
    assert proposed.status_code == 302 and entry(session, made).status is Status.VERIFIED
    change = queries.open_changes(session)[0][0].id
    page = client.get("/staff/changes")
    assert "somebody else must second it" in page.text
    own = client.post(f"/staff/changes/{change}/second", data={"csrf_token": token(page)})
    assert own.status_code == 409 and "You proposed this change" in own.text

    other = Client(app)
    member(app, "Cleo", R)
    sign_in(other, "Cleo")
    page = other.get("/staff/changes")
    done = other.post(f"/staff/changes/{change}/second", data={"csrf_token": token(page)})
    assert done.status_code == 302 and entry(session, made).status is Status.SUSPENDED


def test_a_regrade_names_its_text_and_keeps_what_was_typed(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    staff = reviewers(app, session, "ada", "dan", "eve")
    made = verified_government(app, session, staff, now, grade=Grade.ANNOUNCED).id
    session.commit()
    member(app, "Ben", R)
    sign_in(client, "Ben")
    fields = {"grade": "endorsed", "on": "2026-11-02", "precision": "on"}
    fields |= {"text": "", "text_type": "note_verbale"}
    bare = decide(client, session, made, "regrade", **fields, source=" ", dated="soon")
    assert bare.status_code == 422 and 'value="soon"' in bare.text
    assert wrong_fields(bare) == {"regrade-source", "regrade-dated"}
    assert 'href="#regrade-source"' in bare.text and 'href="#regrade-dated"' in bare.text
    strange = decide(client, session, made, "regrade", **fields | {"text": "999999"})
    assert strange.status_code == 422
    source = {"source": "Mission, note verbale 12/26", "dated": "2026-11"}
    assert decide(client, session, made, "regrade", **fields, **source).status_code == 302
    change = session.scalars(select(ProposedChange)).one()
    text = change.instrument
    assert text and (text.source, text.dated) == (source["source"], source["dated"])
    assert entry(session, made).grade is Grade.ANNOUNCED
    assert "Mission, note verbale 12/26" in client.get(f"/staff/endorsements/{made}").text


def test_one_reviewer_declines_a_governments_withdrawal(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    staff = reviewers(app, session, "ada", "dan", "eve")
    made = verified_government(app, session, staff, now).id
    before = counted(session, entry(session, made))
    session.commit()
    member(app, "Ben", R)
    sign_in(client, "Ben")
    action = Action.DECLINE_WITHDRAWAL.value
    button = f"/staff/endorsements/{made}/{action}"
    supporters_own.withdraw(session, entry(session, made), now=now)
    session.commit()
    assert button in client.get(f"/staff/endorsements/{made}").text

    unsaid = decide(client, session, made, action, reason="other")
    assert unsaid.status_code == 422 and "Please write it in words" in unsaid.text
    assert queries.withdrawals_requested(session)
    words = "The mission did not write this."
    done = decide(client, session, made, action, reason="not_authorised", words=words)
    assert done.status_code == 302
    session.expire_all()
    left = entry(session, made)
    assert left.status is Status.VERIFIED and counted(session, left) == before
    assert not queries.withdrawals_requested(session) and not queries.open_changes(session)
    assert mailed(session)[-1] == "withdrawal_declined"
    assert button not in client.get(f"/staff/endorsements/{made}").text
    assert words not in client.get(f"/endorsements/{made}").text


def test_an_organisations_new_date_stands_in_its_public_history(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    ada, dan = reviewers(app, session, "ada", "dan")
    made = recorded(app, session, organisation(session), ada, now).id
    do(app, session, Action.VERIFY, entry(session, made), dan, now)
    session.commit()
    member(app, "Ben", R)
    sign_in(client, "Ben")
    undated = decide(client, session, made, "redate", precision="by", on="")
    assert undated.status_code == 422 and wrong_fields(undated) == {"redate-on"}
    wanted = {"on": "2026-02-01", "reason": "other", "words": "Ola Berg wrote again."}
    assert decide(client, session, made, "redate", precision="by", **wanted).status_code == 302
    session.expire_all()
    assert decided(session, entry(session, made))[-1] is Action.VERIFY
    (change,) = queries.open_changes(session)
    proposals.second(session, vault(app), change[0], dan, now=now)
    session.commit()
    assert decided(session, entry(session, made))[-1] is Action.REDATE
    public = client.get(f"/endorsements/{made}").text
    assert "Date corrected from 31 Mar 2026 to 1 Feb 2026" in public
    assert "Ola Berg" not in public and "Ben" not in public


@pytest.mark.parametrize("role", [StaffRole.EDITOR, StaffRole.ADMIN])
def test_others_read_and_do_not_decide(
    app: Flask, session: Session, client: Client, now: datetime, role: StaffRole
) -> None:
    (ada,) = reviewers(app, session, "ada")
    made = recorded(app, session, government(session), ada, now).id
    session.commit()
    member(app, "Eddie", role)
    sign_in(client, "Eddie")
    page = client.get(f"/staff/endorsements/{made}")
    assert page.status_code == 200
    assert "counsellor@mission.example" not in page.text and "<details" not in page.text
    assert decide(client, session, made, "approve").status_code == 403
    for path in ("/staff/record", f"/staff/endorsements/{made}/correct"):
        assert client.get(path).status_code == 403
    assert "flask staff add" in client.get("/staff/").text


def test_an_entry_is_read_then_decided_and_only_then_discussed(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    """The order in which a phone shows it, and a screen reader reads it."""
    (ada,) = reviewers(app, session, "ada")
    made = recorded(app, session, organisation(session), ada, now).id
    session.commit()
    member(app, "Ben", R)
    sign_in(client, "Ben")
    page = client.get(f"/staff/endorsements/{made}").text
    order = ['id="submitted"', 'id="evidence"', ">Decide</h2>", 'id="notes"', 'id="history"']
    places = [page.index(entry_id) for entry_id in order]
    assert places == sorted(places)


def test_a_letter_with_its_file_is_recorded(app: Flask, session: Session, client: Client) -> None:
    member(app, "Ben", R)
    sign_in(client, "Ben")
    first = client.get("/staff/record").text
    kinds = re.findall(r'href="(/staff/record\?kind=\w+)"', first)
    assert len(kinds) == 3 and "<form" not in first.partition("</h1>")[2].partition("<dialog")[0]
    address = "/staff/record?kind=government"
    page = client.get(address)
    assert '<option value="KEN">Kenya</option>' in page.text
    assert 'name="chamber"' not in page.text and 'name="country"' not in page.text
    data = {
        "csrf_token": token(page),
        "initiative": "act-code-of-conduct",
        "grade": "endorsed",
        "officer": "Amina Odhiambo",
        "effective_on": "2026-03-31",
        "effective_precision": "on",
        "instrument_type": "letter",
        "source": "Permanent Mission, letter to Rollcall",
        "dated": "2026-03-31",
    }
    short = client.post(address, data=data | {"iso3": "", "dated": "soon"})
    assert short.status_code == 422
    assert "Please choose the State" in short.text and "Amina Odhiambo" in short.text
    fake = data | {"iso3": "KEN", "file": (io.BytesIO(b"GIF89a"), "letter.pdf")}
    refused = client.post(address, data=fake | {"symbol": "A-70-621"})
    assert refused.status_code == 422 and "Amina Odhiambo" in refused.text
    assert 'href="#file"' in refused.text and 'href="#symbol"' in refused.text
    true = data | {"iso3": "KEN", "file": (io.BytesIO(PDF), "letter.pdf")}
    done = client.post(address, data=true)
    assert done.status_code == 302, re.findall(r'class="error".*?</ul>', done.text, re.S)
    shown = client.get(done.location)
    assert "You recorded this entry" in shown.text
    link = re.search(r'href="(/staff/endorsements/\d+/evidence/\d+)"', shown.text)
    assert link
    file = client.get(link[1])
    assert file.data == PDF
    assert file.headers["Content-Disposition"].startswith("attachment")
    assert file.headers["X-Content-Type-Options"] == "nosniff"
    assert file.headers["Cache-Control"] == "no-store"


def test_a_parliamentarians_letter_meets_the_rules_of_a_mandate(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    member(app, "Ben", R)
    sign_in(client, "Ben")
    address = "/staff/record?kind=parliamentarian"
    data = {
        "csrf_token": token(client.get(address)),
        "initiative": "unpa",
        "name": "Iris Blom",
        "country": "NL",
        "sitting": "no",
        "mandate_from": "2019-05-01",
        "effective_on": "2026-03-31",
        "effective_precision": "on",
        "instrument_type": "letter",
        "source": "Iris Blom, letter to Rollcall",
        "dated": "2026-03-31",
    }
    for wrong, where in (
        ({"mandate_until": ""}, "mandate_until"),
        ({"mandate_until": "2018-05-01"}, "mandate_until"),
        ({"mandate_from": "", "mandate_until": "2024-05-01"}, "mandate_from"),
        ({"sitting": "yes", "mandate_until": "2024-05-01"}, "mandate_until"),
        ({"sitting": "", "mandate_until": "2024-05-01"}, "sitting"),
    ):
        refused = client.post(address, data=data | wrong)
        assert refused.status_code == 422 and "Iris Blom" in refused.text
        assert f'href="#{where}"' in refused.text, wrong
    assert session.scalars(select(Supporter).where(Supporter.name == "Iris Blom")).all() == []
    letter = organisation(
        session,
        "Iris Blom",
        kind=SupporterKind.PARLIAMENTARIAN,
        website="",
        mandate=Mandate(sitting=False, since=date(2019, 5, 1)),
    )
    ada = reviewers(app, session, "ada")[0]
    with pytest.raises(RuleBroken, match="until when"):
        recorded(app, session, letter, ada, now)
    done = client.post(address, data=data | {"mandate_until": "2024-05-01"})
    assert done.status_code == 302, re.findall(r'class="error".*?</ul>', done.text, re.S)
    iris = session.scalars(select(Supporter).where(Supporter.name == "Iris Blom")).one()
    days = (iris.mandate_from, iris.mandate_until)
    assert (iris.sitting, days) == (False, (date(2019, 5, 1), date(2024, 5, 1)))


def test_an_organisations_letter_asks_for_its_country_by_name(
    app: Flask, session: Session, client: Client
) -> None:
    member(app, "Ben", R)
    sign_in(client, "Ben")
    address = "/staff/record?kind=organisation"
    page = client.get(address)
    assert '<option value="KE">Kenya</option>' in page.text and 'name="iso3"' not in page.text
    data = {
        "csrf_token": token(page),
        "initiative": "unpa",
        "country": "KE",
        "reach": "regional",
        "officer": "Ruth Otieno",
        "effective_on": "2026-03-31",
        "effective_precision": "on",
        "instrument_type": "letter",
        "source": "Forum for Peace, letter to Rollcall",
        "dated": "2026-03-31",
    }
    unnamed = client.post(address, data=data | {"name": " ", "officer": ""})
    assert unnamed.status_code == 422
    assert 'href="#name"' in unnamed.text and 'href="#officer"' in unnamed.text
    assert '<option selected value="KE">' in unnamed.text
    done = client.post(address, data=data | {"name": "Forum for Peace"})
    assert done.status_code == 302, re.findall(r'class="error".*?</ul>', done.text, re.S)
    assert "Kenya" in client.get(done.location).text


def test_a_letter_of_no_kind_that_writes_letters_is_not_recorded(
    app: Flask, session: Session, client: Client
) -> None:
    member(app, "Ben", R)
    sign_in(client, "Ben")
    csrf = token(client.get("/staff/account/"))
    for address in ("/staff/record", "/staff/record?kind=individual"):
        assert client.post(address, data={"csrf_token": csrf}).status_code == 400
    assert client.get("/staff/record?kind=individual").status_code == 400


def test_a_correction_shows_its_difference_before_it_is_saved(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    made = recorded(app, session, organisation(session, "Lakside Institute"), ada, now).id
    session.commit()
    member(app, "Ben", R)
    sign_in(client, "Ben")
    path = f"/staff/endorsements/{made}/correct"
    page = client.get(path)
    data = {
        "csrf_token": token(page),
        "seen": queries.newest_decision_id(session, made),
        "name": "Lakeside Institute",
        "website": "https://www.lakeside.example",
        "officer_name": "Ola Berg",
        "officer_title": "Director",
        "effective_on": "2026-03-31",
        "effective_precision": "on",
    }
    shown = client.post(path, data=data)
    assert "<del>Lakside Institute</del>" in shown.text
    assert entry(session, made).supporter.name == "Lakside Institute"
    assert client.post(path, data=data | {"save": "yes"}).status_code == 302
    assert entry(session, made).supporter.name == "Lakeside Institute"
    kept = client.get(f"/staff/endorsements/{made}").text
    assert "<del>Lakside Institute</del>" in kept


def test_filters_and_notes(app: Flask, session: Session, client: Client, now: datetime) -> None:
    (ada,) = reviewers(app, session, "ada")
    first = recorded(app, session, government(session), ada, now).id
    two = recorded(app, session, organisation(session), ada, now).id
    session.commit()
    member(app, "Ben", R)
    sign_in(client, "Ben")

    def listed(query: str) -> set[int]:
        text = client.get(f"/staff/?{query}").text
        return {int(number) for number in re.findall(r"/staff/endorsements/(\d+)", text)}

    assert listed("") == {first, two}
    assert listed("kind=organisation") == {two}
    assert listed("initiative=act-code-of-conduct") == {first}
    assert listed("status=needs_info") == set()
    assert listed(f"after={first}") == {two}
    assert listed("kind=nonsense") == {first, two}

    path = f"/staff/endorsements/{first}"
    page = client.get(path)
    empty = client.post(f"{path}/notes", data={"csrf_token": token(page), "words": " "})
    assert empty.status_code == 422
    client.post(f"{path}/notes", data={"csrf_token": token(page), "words": "Call Nairobi."})
    assert "Call Nairobi." in client.get(path).text
    assert decided(session, entry(session, first)) == [Action.RECORD]


def test_without_a_token_nothing_is_done(
    app: Flask, session: Session, client: Client, now: datetime
) -> None:
    (ada,) = reviewers(app, session, "ada")
    made = recorded(app, session, organisation(session), ada, now).id
    session.commit()
    member(app, "Ben", R)
    sign_in(client, "Ben")
    bare = client.post(
        f"/staff/endorsements/{made}/verify",
        data={"verify-reason": "original_seen", "verify-seen": 1},
    )
    assert bare.status_code == 422, "what was chosen is there again, to be sent by its owner"
    assert entry(session, made).status is Status.IN_REVIEW
