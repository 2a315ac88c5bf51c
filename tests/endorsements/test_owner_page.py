"""What an owner's page says and offers, without its HTML."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.support import factories
from tracker.endorsements import labels, owner_status
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.manage_forms import WordsForm
from tracker.endorsements.models import Endorsement
from tracker.endorsements.owner_page import OwnEntry
from tracker.supporters.models import SupporterKind

pytestmark = [pytest.mark.by_turns, pytest.mark.usefixtures("web")]
INDIVIDUAL, ORGANISATION = SupporterKind.INDIVIDUAL, SupporterKind.ORGANISATION
PARLIAMENTARIAN = SupporterKind.PARLIAMENTARIAN


@pytest.fixture
def web(app: Flask, session: Session) -> Iterator[None]:
    """A request, for forms and words; what a test changes of an entry is never written."""
    with app.test_request_context(), session.no_autoflush:
        yield


def entry_of(session: Session, kind: SupporterKind, now: datetime) -> Endorsement:
    return factories.verified(session, factories.initiative(session), kind, now=now)


def test_every_status_that_an_owner_can_meet_has_a_label(session: Session, now: datetime) -> None:
    entry = entry_of(session, ORGANISATION, now)
    met = {*Status, owner_status.CONFIRMED, owner_status.JOINED} - {Status.STAGED}
    assert met == set(labels.ON_OWN_PAGE) and set(labels.ON_CONFIRMING) - met == {"on_record"}
    assert entry.supporter.name in labels.for_owner(entry, owner_status.JOINED)
    assert entry.supporter.name in labels.for_outcome(entry, owner_status.JOINED)
    assert labels.for_outcome(entry, Status.WITHDRAWN) == labels.for_outcome(entry, Status.LAPSED)


@pytest.mark.parametrize(
    ("status", "may_choose", "is_named"),
    [
        (Status.VERIFIED, True, "shown"),
        (Status.SUSPENDED, True, "to be shown once this is verified"),
        (Status.WITHDRAWN, False, "not shown"),
        (Status.ERASED, False, "not shown"),
    ],
)
def test_a_person_is_named_while_counted(
    session: Session, now: datetime, status: Status, may_choose: bool, is_named: str
) -> None:
    entry = entry_of(session, PARLIAMENTARIAN, now)
    entry.status, entry.be_named = status, True
    own = OwnEntry(entry, now=now)
    assert (own.may_choose_naming, own.naming_note) == (may_choose, is_named)
    assert own.may_erase is (status is not Status.ERASED)
    entry.be_named = False
    assert own.naming_note == "not shown"


def test_only_what_others_verified_is_withdrawn_by_request(session: Session, now: datetime) -> None:
    own = OwnEntry(entry_of(session, ORGANISATION, now), now=now)
    assert own.may_withdraw and own.withdraws_by_request and own.withdrawal_note == ""
    own.entry.withdrawal_requested_at = now
    assert not OwnEntry(own.entry, now=now).may_withdraw and own.withdrawal_note
    individual = OwnEntry(factories.verified(session, own.entry.initiative, now=now), now=now)
    assert individual.may_withdraw and not individual.withdraws_by_request


def test_only_an_officers_awaited_entry_is_withdrawn_by_erasing(
    session: Session, now: datetime
) -> None:
    person = entry_of(session, INDIVIDUAL, now)
    organisation = factories.verified(session, person.initiative, ORGANISATION, now=now)
    for entry, by_erasing in ((person, False), (organisation, True)):
        assert not OwnEntry(entry, now=now).is_withdrawn_by_erasing
        entry.status = Status.IN_REVIEW
        assert OwnEntry(entry, now=now).is_withdrawn_by_erasing is by_erasing


def test_a_mandate_ends_once(session: Session, now: datetime) -> None:
    entry = entry_of(session, PARLIAMENTARIAN, now)
    for until, ends in ((None, True), (timedelta(days=1), True), (timedelta(), False)):
        entry.supporter.mandate_until = None if until is None else (now + until).date()
        assert (OwnEntry(entry, now=now).mandate_form is not None) is ends
    entry.status, entry.supporter.mandate_until = Status.WITHDRAWN, None
    assert OwnEntry(entry, now=now).mandate_form is None


def test_what_was_typed_stays_at_its_own_entry(session: Session, now: datetime) -> None:
    entry = entry_of(session, ORGANISATION, now)
    other = factories.verified(session, entry.initiative, ORGANISATION, now=now)
    entry.status = other.status = Status.NEEDS_INFO
    sent = WordsForm(entry.id, formdata=None, data={"words": "We did."})
    sent.form_errors.append("Too late.")
    own = OwnEntry(entry, now=now, sent=sent)
    assert own.is_asked and own.words_form is sent and own.unsent is None
    assert OwnEntry(other, now=now, sent=sent).words_form is not sent
    entry.status = Status.IN_REVIEW
    late = OwnEntry(entry, now=now, sent=sent)
    assert not late.is_asked and late.unsent is sent
    assert OwnEntry(entry, now=now).unsent is None


def test_words_and_files_are_asked_of_those_who_have_them(session: Session, now: datetime) -> None:
    own = OwnEntry(entry_of(session, INDIVIDUAL, now), now=now)
    assert own.own_words_form is not None and own.words_note == "not shown"
    assert own.file_form is None and own.mandate_form is None
    organisation = factories.verified(session, own.entry.initiative, ORGANISATION, now=now)
    assert OwnEntry(organisation, now=now).own_words_form is None
    assert OwnEntry(organisation, now=now).words_note == ""
