"""The words of endorsements: kinds of text and reach, and what an entry's owner reads of it."""

from __future__ import annotations

from enum import StrEnum

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from tracker.endorsements import owner_status
from tracker.endorsements.evidence.models import InstrumentType
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement, Reach
from tracker.endorsements.signup.queries import ON_RECORD_ALREADY

INSTRUMENTS: dict[StrEnum, LazyString] = {
    InstrumentType.NOTE_VERBALE: _l("Note verbale"),
    InstrumentType.LETTER: _l("Letter"),
    InstrumentType.STATEMENT: _l("Statement"),
    InstrumentType.OFFICIAL_LIST: _l("Official list"),
    InstrumentType.COPIED_LIST: _l("Official list, read in a transcription"),
    InstrumentType.PRESS_REPORT: _l("Press report"),
    InstrumentType.CAMPAIGN_PAGE: _l("Campaign page"),
}
REACHES: dict[StrEnum, LazyString] = {
    Reach.LOCAL: _l("Local"),
    Reach.NATIONAL: _l("National"),
    Reach.REGIONAL: _l("Several countries"),
    Reach.GLOBAL: _l("Worldwide"),
}
_IN_REVIEW = _l("our reviewers look at it")
_LOOKED_AT = _l("confirmed; our reviewers look at it now, which usually takes a few working days.")
_NOT_SUBSTANTIATED = _l("could not be substantiated")
ON_OWN_PAGE: dict[str, LazyString] = {
    owner_status.CONFIRMED: _l("confirmed"),
    Status.UNCONFIRMED: _l("waits for your confirmation"),
    Status.IN_REVIEW: _IN_REVIEW,
    Status.APPROVED_ONCE: _IN_REVIEW,
    Status.NEEDS_INFO: _l("we asked you something"),
    Status.VERIFIED: _l("verified and counted"),
    Status.SUSPENDED: _l("under review, not counted meanwhile"),
    Status.WITHDRAWN: _l("withdrawn"),
    Status.REJECTED: _NOT_SUBSTANTIATED,
    Status.INVALIDATED: _NOT_SUBSTANTIATED,
    Status.SUPERSEDED: _l("replaced by a newer entry"),
    owner_status.JOINED: _l(
        "added as evidence to the entry of %(name)s, which was recorded already"
    ),
    Status.LAPSED: _l("ended, as the organisation is no more"),
    Status.EXPIRED: _l("expired"),
    Status.ERASED: _l("erased"),
}
"""Statuses as an owner reads them on their own page."""
ON_CONFIRMING: dict[str, LazyString] = {
    owner_status.CONFIRMED: _l("your support is confirmed."),
    Status.VERIFIED: _l("your support is counted."),
    Status.IN_REVIEW: _LOOKED_AT,
    Status.APPROVED_ONCE: _LOOKED_AT,
    Status.NEEDS_INFO: _l("our reviewers have asked you something; see the mail."),
    owner_status.JOINED: _l(
        "your instrument was added as evidence to the entry of %(name)s, which was recorded"
        " already."
    ),
    Status.SUSPENDED: _l("under review, not counted meanwhile."),
    ON_RECORD_ALREADY: _l(
        "this support was already on record. Nobody is counted twice, so nothing was added."
    ),
}
"""The same where an owner has just confirmed."""


def for_owner(entry: Endorsement, state: str) -> str:
    """Return what an owner's page says of a status (`owner_status.state`)."""
    return str(ON_OWN_PAGE[state]) % {"name": entry.supporter.name}


def for_outcome(entry: Endorsement, outcome: str) -> str:
    """Return what the page after confirming says (`signup.queries.outcome`)."""
    return str(ON_CONFIRMING.get(outcome) or _("this entry is closed.")) % {
        "name": entry.supporter.name
    }
