"""The page behind the email that personal details will be erased: stay named in the record, or not.

Its link works for as long as a name can stand in the record, since by then no address is left to
which another could be sent. It can do nothing else.
"""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from tracker.core.audience import supporter_link
from tracker.core.clock import utcnow
from tracker.core.components import signer
from tracker.core.db import db, transaction
from tracker.core.errors import BadInput, LinkRefused
from tracker.core.i18n import locale_code
from tracker.endorsements import consents, queries
from tracker.endorsements.blueprint import bp
from tracker.endorsements.models import ConsentPurpose
from tracker.endorsements.retention import endings, periods

CHOICES = {"stay": True, "leave": False}


@bp.get("/stay-named/<token>")
@supporter_link
def stay_named(token: str) -> ResponseReturnValue:
    """Show what will be erased when, and the choice."""
    session = db.session()
    (entry,) = queries.by_ids(session, [_entry_id(token)])
    return render_template(
        "endorsements/stay_named.html",
        entry=entry,
        stays=consents.holds(session, entry, ConsentPurpose.IN_RECORD),
        may_stay=endings.may_stay_named(entry) and entry.forgotten_at is None,
        erased_on=periods.erased_on(entry, now=utcnow()),
    )


@bp.post("/stay-named/<token>")
@supporter_link
def choose_record(token: str) -> ResponseReturnValue:
    """Take the choice to stay named, or to be named no more."""
    entry_id, choice = _entry_id(token), request.form.get("what", "")
    if choice not in CHOICES:
        raise BadInput("Choose whether your name stays.")
    with transaction() as session:
        (entry,) = queries.by_ids(session, [entry_id])
        endings.choose_record(session, entry, CHOICES[choice], now=utcnow(), language=locale_code())
    return redirect(url_for(".stay_named", token=token), code=303)


def _entry_id(token: str) -> int:
    """Return which entry a link is about. Raises LinkRefused."""
    number = signer().read(
        "stay-named", token, max_age=int(endings.RECORD_LINK_LIFE.total_seconds())
    )
    if not isinstance(number, int):
        raise LinkRefused("This link is not complete or was changed on its way.")
    return number
