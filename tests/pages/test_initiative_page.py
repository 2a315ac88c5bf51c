"""What an initiative's page decides, without its HTML."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from tracker.initiatives import queries as initiatives
from tracker.initiatives.models import DocumentCategory
from tracker.pages.initiative_page import InitiativePage, read
from tracker.supporters import queries as supporters
from tracker.supporters.models import SupporterKind
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.mandates import Mandates

pytestmark = [pytest.mark.by_turns, pytest.mark.usefixtures("web")]
TODAY = date(2026, 11, 23)


@pytest.fixture
def web(app):
    """A request, in whose language the figures' labels are."""
    with app.test_request_context():
        yield


def page_of(session: Session, slug: str, as_of: date = TODAY) -> InitiativePage:
    dates = AskedDates(as_of=as_of, today=TODAY)
    names = supporters.english_names(session)
    return read(session, initiatives.by_slug(session, slug), dates, names)


def test_support_is_recorded_between_two_days(session: Session) -> None:
    page = page_of(session, "unpa")
    initiative = page.initiative
    initiative.opens_on, initiative.closed_on = TODAY, None
    assert (page.is_open, page.recording_note) == (True, "")
    initiative.closed_on = TODAY + timedelta(days=2)
    assert (page.is_open, "24 Nov 2026" in page.recording_note) == (True, True)
    initiative.opens_on = TODAY + timedelta(days=1)
    assert (page.is_open, "24 Nov 2026" in page.recording_note) == (False, True)
    initiative.opens_on, initiative.closed_on = None, TODAY
    assert (page.is_open, "23 Nov 2026" in page.recording_note) == (False, True)
    closed = page.recording_note
    initiative.archived_on = TODAY
    assert page.recording_note.startswith(f"{closed} ")


def test_mandates_are_told_in_numbers_or_kept_back(session: Session) -> None:
    page = page_of(session, "unpa")
    told = replace(page, mandates=Mandates(sitting=7, former=1, unknown=2)).mandates_note
    assert [number for number in told.split() if number.isdecimal() and len(number) == 1] == [
        *("7", "1", "2")
    ]
    kept_back = replace(page, mandates=None, tally=replace(page.tally, parliamentarians=9))
    assert "23 Nov 2026" in kept_back.mandates_note
    nobody = replace(page, mandates=None, tally=replace(page.tally, parliamentarians=0))
    assert nobody.mandates_note == ""


def test_only_another_name_is_the_official_one(session: Session) -> None:
    page = page_of(session, "unpa")
    page.initiative.official_name = page.initiative.name
    assert page.official_name == ""
    page.initiative.official_name = "The long one"
    assert page.official_name == "The long one"


def test_the_figures_are_parted_and_none_is_lost(session: Session) -> None:
    page = page_of(session, "act-code-of-conduct")
    assert page.headlines and page.minor_figures
    assert len([*page.headlines, *page.minor_figures]) == len(page.figures)


def test_a_group_without_an_entry_is_not_listed(session: Session) -> None:
    page = page_of(session, "act-code-of-conduct")
    assert len(page.groups_on_record) == len(page.groups)
    assert page_of(session, "act-code-of-conduct", date(1950, 1, 1)).groups_on_record == []
    assert page_of(session, "act-code-of-conduct", date(1950, 1, 1)).groups


def test_who_may_sign_has_a_part_of_the_page_before_anybody_did(session: Session) -> None:
    page = page_of(session, "unpa", date(1950, 1, 1))
    page.initiative.signatory_kinds = frozenset(
        {SupporterKind.ORGANISATION, SupporterKind.PARLIAMENTARIAN}
    )
    assert page.has_organisations and page.lacks_parliamentarians
    page.initiative.signatory_kinds = frozenset({SupporterKind.INDIVIDUAL})
    assert not page.has_organisations and not page.lacks_parliamentarians
    assert not page.has_mandates


def test_documents_stand_by_category_and_assessments_apart(session: Session) -> None:
    page = page_of(session, "1-for-7-billion")
    assert page.initiative.reforms and page.demands_source == page.initiative.reforms[0].source
    categories = [category for category, _texts in page.documents]
    assert categories == sorted({*categories})
    assert DocumentCategory.ASSESSMENT not in categories
    listed = [text for _category, texts in page.documents for text in texts]
    apart = [text for _assessor, texts in page.assessments for text in texts]
    assert {*listed, *apart} == {*page.initiative.documents}


@pytest.mark.parametrize(
    ("website", "address"),
    [("https://a.example", "https://a.example"), ("javascript:alert(1)", ""), (None, "")],
)
def test_only_a_web_address_is_a_website(
    session: Session, website: str | None, address: str
) -> None:
    page = page_of(session, "unpa")
    page.initiative.website = website
    assert page.website == address
