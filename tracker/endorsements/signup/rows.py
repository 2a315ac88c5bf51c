"""The rows that one sign-up makes: which column holds what of a submission."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import ConsentPurpose, Origin
from tracker.endorsements.signup import addresses
from tracker.endorsements.signup.consent_wording import VERSION
from tracker.endorsements.signup.submission import Submission
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision
from tracker.supporters.names import fold, plain_key

Row = dict[str, object]


def individual(submission: Submission) -> Row:
    """Return what an individual says of themselves, as columns of their supporter."""
    return {
        "name": submission.name,
        "name_key": fold(submission.name),
        "plain_key": plain_key(submission.name),
        "country": submission.country,
    }


def details(submission: Submission) -> Row:
    """Return what a person or an organisation says of itself, as columns of its supporter."""
    return individual(submission) | {
        "website": submission.website,
        "domain": submission.domain,
        "chamber": submission.chamber,
        "sitting": submission.sitting,
        "mandate_from": submission.mandate_from,
        "mandate_until": submission.mandate_until,
        "official_page": submission.official_page,
    }


def supporter(submission: Submission, *, now: datetime) -> Row:
    """Return a new supporter's row, without the address that a person claims."""
    return details(submission) | {"kind": submission.kind, "created_at": now, "role": ""}


@dataclass(frozen=True, kw_only=True)
class EndorsementRows:
    """The endorsements of one sign-up, without their supporter, and what goes with each of them."""

    endorsements: list[Row]
    """They differ in nothing but their initiative."""
    consents: list[Row]
    """They differ in nothing but their purpose."""
    trace: Row


def of(submission: Submission, *, now: datetime) -> EndorsementRows:
    """Return the rows of a sign-up's endorsements.

    To be named is only chosen with the form; it is agreed to, and dated, at the confirmation.
    """
    instrument = submission.instrument
    endorsement = {
        "kind": submission.kind,
        "origin": Origin.SIGN_UP,
        "submitted_at": now,
        "status": Status.UNCONFIRMED,
        "status_since": now,
        "grade": Grade.ENDORSED,
        "effective_on": instrument.dated if instrument else None,
        "effective_precision": DatePrecision.ON,
        "date_known": True,
        "be_named": submission.be_named,
        "words": submission.words,
        "reach": submission.reach,
        "locale": submission.locale,
        "flag": submission.flag,
    }
    consent = {"version": VERSION, "language": submission.locale, "given_at": now}
    return EndorsementRows(
        endorsements=[
            {"initiative_id": initiative.id, **endorsement} for initiative in submission.initiatives
        ],
        consents=[
            {"purpose": purpose, **consent}
            for purpose in submission.consents
            if purpose is not ConsentPurpose.NAMED
        ],
        trace={
            "network": submission.network,
            "mail_domain": addresses.domain_of(submission.email),
            "seen_at": now,
        },
    )
