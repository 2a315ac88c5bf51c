"""Why staff should look at a sign-up before it counts. Whoever sent it is never told.

A flag refuses nothing: what is flagged is taken like any other and waits for a reviewer.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from disposable_email_domains import blocklist

from tracker.core.crypto import Signer
from tracker.core.errors import LinkRefused
from tracker.core.words import translatable as _t
from tracker.endorsements.addresses import domain_of

TRAPPED = _t("filled in by a machine")
THROW_AWAY = _t("throw-away address")
TOO_QUICK = _t("sent back within seconds")
NOT_OUR_FORM = _t("form without our stamp")
FLAGS = (TRAPPED, THROW_AWAY, TOO_QUICK, NOT_OUR_FORM)
"""What stands in `Endorsement.flag`, at most 40 characters each."""
HELD = _t("held by sweep")
"""What stands there of an entry that a sweep holds, before the sweep's reference."""

QUICKEST = timedelta(seconds=3)
"""Nobody reads a form and ticks its boxes in less; machines do."""
STAMP_LIFE = timedelta(days=1)
"""Longer than a form stays valid for other reasons."""
_PURPOSE = "form"


def is_throw_away(address: str) -> bool:
    """Whether an address is of a provider of addresses for a few minutes."""
    return domain_of(address) in blocklist


def stamp(signer: Signer, *, now: datetime) -> str:
    """When a form was handed out, signed, so that it needs neither a cookie nor a table."""
    return signer.sign(_PURPOSE, round(now.timestamp() * 1000))


def of_stamp(signer: Signer, stamped: str, *, now: datetime) -> str:
    """What the stamp of a form that came back tells; empty when nothing is odd about it."""
    try:
        handed_out = signer.read(_PURPOSE, stamped, max_age=int(STAMP_LIFE.total_seconds()))
    except LinkRefused:
        return NOT_OUR_FORM
    taken = timedelta(milliseconds=now.timestamp() * 1000 - handed_out)
    return TOO_QUICK if taken < QUICKEST else ""
