"""The consents of a supporter: given in the wording of the day, and withdrawn."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.endorsements.models import Consent, ConsentPurpose, Endorsement
from tracker.endorsements.signup.consent_wording import VERSION


def give(
    session: Session,
    endorsement: Endorsement,
    purpose: ConsentPurpose,
    *,
    now: datetime,
    language: str,
) -> None:
    """Record a consent, anew if it was withdrawn. `language` is that in which it was asked."""
    consent = session.get(Consent, (endorsement.id, purpose))
    if consent is None:
        session.add(
            Consent(
                endorsement_id=endorsement.id,
                purpose=purpose,
                version=VERSION,
                language=language,
                given_at=now,
            )
        )
    else:
        consent.version, consent.language = VERSION, language
        consent.given_at, consent.withdrawn_at = now, None


def withdraw(
    session: Session, endorsement: Endorsement, purpose: ConsentPurpose, *, now: datetime
) -> None:
    """Record that a consent, if it was given, holds no more."""
    consent = session.get(Consent, (endorsement.id, purpose))
    if consent is not None:
        consent.withdrawn_at = now


def holds(session: Session, endorsement: Endorsement, purpose: ConsentPurpose) -> bool:
    """Return whether a consent is given and not withdrawn."""
    consent = session.get(Consent, (endorsement.id, purpose))
    return consent is not None and consent.withdrawn_at is None
