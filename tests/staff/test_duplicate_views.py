"""The pages on which look-alikes are compared, merged and parted, on both databases."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.support import factories
from tests.support.merges import compare_names, record, verified, waiting
from tests.support.pages import plain
from tests.support.review_cases import reviewers, settled
from tests.support.staff import member, sign_in, token
from tests.support.webclient import Client
from tracker.accounts.models import StaffRole
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.merging.models import Merge
from tracker.endorsements.models import Endorsement
from tracker.review.duplicates import queries
from tracker.review.models import LookAlike
from tracker.supporters.models import Supporter

pytestmark = pytest.mark.by_turns

EARLY, LATE = date(2026, 2, 1), date(2026, 5, 1)
ONE, OTHER = "Forum for Peace", "The Forum for Peace e.V."


class Two:
    """Two verified look-alikes, found by the worker, with entries for one initiative."""

    def __init__(self, app: Flask, session: Session, now: datetime) -> None:
        self.initiative = factories.initiative(session)
        self.one = record(session, ONE, now=now, domain="forum.example")
        self.other = record(session, OTHER, now=now)
        self.early = verified(session, self.one, self.initiative, now=now, on=EARLY)
        self.late = verified(session, self.other, self.initiative, now=now, on=LATE)
        compare_names(app, session, now)
        self.preview = f"/staff/organisations/{self.one.id}/merge?other={self.other.id}"


@pytest.fixture
def two(empty_app: Flask, session: Session, now: datetime) -> Two:
    return Two(empty_app, session, now)


@pytest.fixture
def ben(empty_app: Flask, client: Client) -> Client:
    member(empty_app, "Ben", StaffRole.REVIEWER)
    sign_in(client, "Ben")
    return client


def confirm(client: Client, address: str, page: TestResponse, reason: str) -> TestResponse:
    """Press the button of a preview that was opened before."""
    seen = page.text.partition('name="seen"')[2].partition('value="')[2].partition('"')[0]
    data = {"csrf_token": token(page), "seen": seen, "reason": reason}
    return client.post(address, data=data)


def test_a_pair_is_shown_merged_and_parted(
    empty_app: Flask, session: Session, two: Two, ben: Client, now: datetime
) -> None:
    listed = ben.get("/staff/look-alikes")
    text = plain(listed.text)
    assert f"{ONE} and {OTHER}" in text and "name 100 % alike" in text
    assert "Domain differs" in text and "Country differs" not in text
    assert two.preview.replace("&", "&amp;") in listed.text

    page = ben.get(two.preview)
    text = plain(page.text)
    assert f"Merge “{OTHER}” into “{ONE}”" in text
    assert (
        f"moves, and is superseded by {two.early.reference}, which counts since 1 Feb 2026" in text
    )
    assert "two are counted now, one afterwards, since 1 Feb 2026" in text
    unsaid = confirm(ben, two.preview, page, " ")
    assert unsaid.status_code == 422 and "Please fill this in" in unsaid.text
    done = confirm(ben, two.preview, page, "The same charter.")
    assert (done.status_code, done.location) == (303, "/staff/changes")
    session.expire_all()
    assert session.get_one(Endorsement, two.late.id).status is Status.VERIFIED
    again = confirm(ben, two.preview, ben.get(two.preview), "Once more.")
    assert again.status_code == 409 and "waits already" in again.text
    cleo, dan = reviewers(empty_app, session, "cleo", "dan")
    settled(empty_app, session, cleo, now)
    session.expire_all()
    assert session.get_one(Endorsement, two.late.id).status is Status.SUPERSEDED
    merges = ben.get("/staff/merges")
    assert "The same charter." in merges.text
    assert "No two organisations wait" in ben.get("/staff/look-alikes").text
    merge = session.scalars(select(Merge)).one()
    back = f"/staff/merges/{merge.id}/undo"
    parted = ben.post(back, data={"csrf_token": token(merges)})
    assert parted.location == "/staff/changes"
    session.expire_all()
    assert session.get_one(Endorsement, two.late.id).status is Status.SUPERSEDED
    settled(empty_app, session, dan, now)
    session.expire_all()
    assert session.get_one(Endorsement, two.late.id).status is Status.VERIFIED
    again = ben.post(back, data={"csrf_token": token(merges)})
    assert again.status_code == 409 and "parted already" in again.text
    assert f"{ONE} and {OTHER}" in plain(ben.get("/staff/look-alikes").text)


def test_the_other_way_round_says_who_gives_way(two: Two, ben: Client) -> None:
    page = ben.get(f"/staff/organisations/{two.other.id}/merge?other={two.one.id}")
    text = plain(page.text)
    assert f"{two.late.reference} , plain-reform Verified stays, and is superseded" in text
    assert f"{two.early.reference} , plain-reform Verified moves; its status" in text


def test_they_are_two_is_remembered(session: Session, two: Two, ben: Client) -> None:
    page = ben.get("/staff/look-alikes")
    pair = session.scalars(select(LookAlike)).one()
    address = f"/staff/look-alikes/{pair.id}/different"
    answer = ben.post(address, data={"csrf_token": token(page)}, follow_redirects=True)
    assert "They are two" in answer.text and "No two organisations wait" in answer.text
    again = ben.post(address, data={"csrf_token": token(page)}, follow_redirects=True)
    assert "Somebody else has said so already" in again.text
    gone = ben.post(
        "/staff/look-alikes/999/different",
        data={"csrf_token": token(page)},
        follow_redirects=True,
    )
    assert "There is no such pair" in gone.text


def test_a_preview_that_is_no_longer_true_is_not_carried_out(
    session: Session, two: Two, ben: Client, now: datetime
) -> None:
    page = ben.get(two.preview)
    waiting(session, two.other, two.initiative, now=now, on=LATE)
    stale = confirm(ben, two.preview, page, "The same charter.")
    assert stale.status_code == 409 and "An entry has changed" in stale.text
    assert "The same charter." in stale.text, "what was typed is kept"
    assert confirm(ben, two.preview, stale, "The same charter.").status_code == 303


def test_what_forbids_a_merge_is_said_instead_of_the_button(
    session: Session, two: Two, ben: Client, now: datetime
) -> None:
    factories.by_staff(session, two.late, Action.SUSPEND, now=now)
    page = ben.get(two.preview)
    assert page.status_code == 200 and "This cannot be merged yet" in page.text
    assert f"{two.late.reference} is suspended" in page.text
    assert "Merge the two" not in page.text


def test_any_two_can_be_merged_by_their_numbers(session: Session, two: Two, ben: Client) -> None:
    text = ben.get(f"/staff/organisations/{two.one.id}").text
    assert two.preview.replace("&", "&amp;") in text and ONE in text
    address = f"/staff/organisations/{two.one.id}/merge"
    for query, reason in (
        ("", "Please give the number"),
        ("?other=x+9", "has digits only"),
        ("?other=999999", "There is no organisation of that number"),
        ("?other=99999999999999999999", "has digits only"),
    ):
        page = ben.get(address + query)
        assert page.status_code == 422 and reason in page.text, query
        assert 'href="#other"' in page.text
    assert 'value="x 9"' in ben.get(address + "?other=x+9").text, "what was typed is kept"
    same = ben.get(f"{address}?other={two.one.id}")
    assert "These are not two records" in same.text
    assert ben.get("/staff/organisations/999999").status_code == 404


def test_only_reviewers_merge(empty_app: Flask, two: Two, client: Client) -> None:
    member(empty_app, "Eva", StaffRole.EDITOR)
    sign_in(client, "Eva")
    for address in ("/staff/look-alikes", "/staff/merges", two.preview):
        assert client.get(address).status_code == 403


def test_pages_are_cut_by_pair(
    empty_app: Flask, session: Session, two: Two, ben: Client, now: datetime
) -> None:
    for _ in range(4):
        another = record(session, ONE, now=now)
        waiting(session, another, two.initiative, now=now, on=LATE)
    record(session, ONE, now=now)  # nobody's: it has no entry
    compare_names(empty_app, session, now)
    first = ben.get("/staff/look-alikes").text
    assert first.count("They are two") == queries.PAGE
    following = first.partition("after=")[2].partition('"')[0]
    second = ben.get(f"/staff/look-alikes?after={following}").text
    assert second.count("They are two") == 15 - queries.PAGE
    assert len(session.scalars(select(Supporter.id)).all()) == 7


def test_likely_duplicates_of_an_entry_lead_to_the_preview(two: Two, ben: Client) -> None:
    text = ben.get(f"/staff/endorsements/{two.late.id}").text
    assert two.preview.replace("&", "&amp;") in text
    assert f"/staff/organisations/{two.other.id}" in text
