"""The blueprint of the public pages, which several modules of views share, and what they ask of an
address."""

from __future__ import annotations

from datetime import date, datetime

from flask import Blueprint
from sqlalchemy.orm import Session

from tracker.core.clock import utcnow
from tracker.core.components import config
from tracker.core.i18n import locale_code
from tracker.presentation import labels
from tracker.supporters import histories
from tracker.supporters import queries as supporters
from tracker.tallies import query_args
from tracker.tallies.asked_dates import AskedDates

bp = Blueprint("pages", __name__)
labels.register_filters(bp)


@bp.context_processor
def _always() -> dict[str, object]:
    return {
        "contact": config().contact_email,
        "site": config().public_url,
        "read_on": utcnow().date(),
    }


def state_names(
    session: Session, as_of: date | None = None, *, known_at: datetime | None = None
) -> dict[str, str]:
    """Every State's name in the page's language; in English as the United Nations list it.

    On a past day, the name of that day where another one is known; all as known at an instant.
    """
    names = supporters.english_names(session, known_at)
    language = locale_code()[:2]
    if language != "en":
        names |= supporters.state_names(session, language, known_at)
    if as_of is None:
        return names
    return names | histories.state_names_on(session, language, as_of, known_at=known_at)


def page_dates() -> AskedDates:
    """The day that the page is asked for, and as known when. Raises BadInput."""
    return query_args.parse_dates(blank_is_unset=True)
