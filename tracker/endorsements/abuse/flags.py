"""The reasons for which staff look at a sign-up before it counts. Whoever sent it is never told.

A flag refuses nothing: what is flagged is taken like any other and waits for a reviewer.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tracker.core.crypto import Signer
from tracker.core.errors import LinkRefused
from tracker.core.words import translatable as _t
from tracker.endorsements.signup.addresses import domain_of

TRAPPED = _t("filled in by a machine")
THROW_AWAY = _t("throw-away address")
TOO_QUICK = _t("sent back within seconds")
NOT_OUR_FORM = _t("form without our stamp")
WITHOUT_PROOF = _t("without proof of work")
FLAGS = (TRAPPED, THROW_AWAY, TOO_QUICK, NOT_OUR_FORM, WITHOUT_PROOF)
"""Texts of `Endorsement.flag`, at most 40 characters each."""
HELD = _t("held by sweep")
"""The text there of an entry that a sweep holds, before the sweep's reference."""

MIN_FILL_TIME = timedelta(seconds=3)
"""Nobody reads a form and ticks its boxes in less; machines do."""
STAMP_TTL = timedelta(days=1)
"""Longer than a form stays valid for other reasons."""
_PURPOSE = "form"


def is_throw_away(address: str) -> bool:
    """Return whether an address is of a provider of addresses for a few minutes."""
    # Some thousand names, of which only a process that takes sign-ups has need.
    from disposable_email_domains import blocklist

    return domain_of(address) in blocklist


def stamp(signer: Signer, *, now: datetime) -> str:
    """Sign the moment when a form is handed out, so that it needs neither a cookie nor a table."""
    return signer.sign(_PURPOSE, round(now.timestamp() * 1000))


def handed_out(signer: Signer, stamped: str) -> datetime | None:
    """Return when a form was handed out; none if its stamp is not ours or more than a day old."""
    try:
        milliseconds = signer.read(_PURPOSE, stamped, max_age=int(STAMP_TTL.total_seconds()))
    except LinkRefused:
        return None
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def of_stamp(handed_out: datetime | None, *, now: datetime) -> str:
    """Return the flag for a form that came back too quickly, or without our stamp; else empty."""
    if handed_out is None:
        return NOT_OUR_FORM
    return TOO_QUICK if now - handed_out < MIN_FILL_TIME else ""
