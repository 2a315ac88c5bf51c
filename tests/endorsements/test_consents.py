"""A consent is what somebody gave: leaving the list of names gives none."""

from __future__ import annotations

from datetime import datetime, timedelta

from flask import Flask
from sqlalchemy.orm import Session

from tests.support import factories
from tracker.endorsements import consents, services
from tracker.endorsements.models import Consent, ConsentPurpose
from tracker.supporters.models import SupporterKind

NAMED = ConsentPurpose.NAMED


def test_who_is_named_by_a_letter_and_leaves_has_agreed_to_nothing(
    empty_app: Flask, session: Session, now: datetime
) -> None:
    made = factories.initiative(session)
    entry = factories.verified(session, made, SupporterKind.PARLIAMENTARIAN, now=now)
    entry.be_named = True
    services.choose_naming(session, entry, False, now=now, language="en")
    assert session.get(Consent, (entry.id, NAMED)) is None
    services.choose_naming(session, entry, True, now=now, language="fr")
    assert consents.holds(session, entry, NAMED)


def test_a_consent_is_given_anew_in_the_language_of_the_day(
    empty_app: Flask, session: Session, now: datetime
) -> None:
    entry = factories.verified(session, factories.initiative(session), now=now)
    consents.give(session, entry, NAMED, now=now, language="en")
    consents.withdraw(session, entry, NAMED, now=now)
    assert not consents.holds(session, entry, NAMED)
    later = now + timedelta(days=1)
    consents.give(session, entry, NAMED, now=later, language="fr")
    consent = session.get_one(Consent, (entry.id, NAMED))
    assert (consent.language, consent.given_at, consent.withdrawn_at) == ("fr", later, None)
