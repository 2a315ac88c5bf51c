"""The periods for which personal details are kept: the one table.

`services` and `endings` enforce it, the page on privacy is written from it, and sign-up tells from
it what applies to whoever signs. Change a period here and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from tracker.core.words import translatable as _t
from tracker.endorsements.lifecycle import ANSWER_LIFE, LINK_LIFE, PERSONS, Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.supporters.models import SupporterKind

INDIVIDUALS = frozenset({SupporterKind.INDIVIDUAL})
PARLIAMENTARIANS = frozenset({SupporterKind.PARLIAMENTARIAN})
OFFICERS = frozenset(SupporterKind) - PERSONS
"""Governments and organisations stay named, since they are institutions; what is erased is who
acted for them."""
EVERYBODY = frozenset(SupporterKind)
YEAR = timedelta(days=365)
NOTICE = timedelta(days=30)
"""Time before the end at which the person concerned is emailed; nobody is erased without it."""


class Ending(StrEnum):
    """The event with which a period begins."""

    UNCONFIRMED = "unconfirmed"
    UNANSWERED = "unanswered"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"
    INVALIDATED = "invalidated"
    SUPERSEDED = "superseded"
    LAPSED = "lapsed"
    CLOSED = "closed"


LABELS: dict[Ending, str] = {
    Ending.UNCONFIRMED: _t("A sign-up that was never confirmed, with any file sent with it"),
    Ending.UNANSWERED: _t("A sign-up with a question from staff that stays unanswered"),
    Ending.WITHDRAWN: _t("Withdrawn support"),
    Ending.REJECTED: _t("An entry that was not accepted"),
    Ending.INVALIDATED: _t("An entry that was counted and could not be substantiated"),
    Ending.SUPERSEDED: _t("An entry that was replaced by a newer one"),
    Ending.LAPSED: _t("An entry of an organisation that no longer exists"),
    Ending.CLOSED: _t("A counted entry of an initiative that has closed"),
}


@dataclass(frozen=True)
class Period:
    """The time for which the details of some kinds of supporters are kept after something ended."""

    ending: Ending
    kinds: frozenset[SupporterKind]
    after: timedelta

    @property
    def told(self) -> bool:
        """Return whether the end comes after an email. What nobody confirmed has no owner yet, and
        who is asked a question is told the period with it."""
        return self.ending not in (Ending.UNCONFIRMED, Ending.UNANSWERED)

    @property
    def status(self) -> Status:
        """Return the status of the entries that it applies to."""
        return _STATUSES.get(self.ending) or Status(self.ending.value)


_STATUSES = {Ending.UNANSWERED: Status.NEEDS_INFO, Ending.CLOSED: Status.VERIFIED}
E, P = Ending, Period
PERIODS: tuple[Period, ...] = (
    P(E.UNCONFIRMED, EVERYBODY, LINK_LIFE),
    P(E.UNANSWERED, EVERYBODY, ANSWER_LIFE),
    P(E.WITHDRAWN, INDIVIDUALS, timedelta(days=90)),
    P(E.WITHDRAWN, PARLIAMENTARIANS, YEAR),
    P(E.WITHDRAWN, OFFICERS, YEAR),
    P(E.REJECTED, INDIVIDUALS, timedelta(days=90)),
    P(E.REJECTED, PARLIAMENTARIANS, timedelta(days=180)),
    P(E.REJECTED, OFFICERS, YEAR),
    P(E.INVALIDATED, INDIVIDUALS, timedelta(days=180)),
    P(E.INVALIDATED, PARLIAMENTARIANS, YEAR),
    P(E.INVALIDATED, OFFICERS, YEAR),
    P(E.SUPERSEDED, INDIVIDUALS, timedelta(days=90)),
    P(E.SUPERSEDED, PARLIAMENTARIANS, YEAR),
    P(E.SUPERSEDED, OFFICERS, YEAR),
    P(E.LAPSED, frozenset({SupporterKind.ORGANISATION}), YEAR),
    P(E.CLOSED, INDIVIDUALS, 2 * YEAR),
    P(E.CLOSED, PARLIAMENTARIANS, 5 * YEAR),
    P(E.CLOSED, OFFICERS, 2 * YEAR),
)
"""Entries of the published record are not people's sign-ups: none of this applies to them. They
hold no address; who is named there may ask for correction or removal."""


def after(ending: Ending, kind: SupporterKind) -> timedelta:
    """Return how long the details of a kind of supporter are kept after something ended."""
    return next(
        period.after for period in PERIODS if period.ending is ending and kind in period.kinds
    )


def of_ending() -> list[tuple[str, list[Period]]]:
    """Return the table as people read it: each ending's label with its periods, in order."""
    return [
        (label, [period for period in PERIODS if period.ending is ending])
        for ending, label in LABELS.items()
    ]


def began(endorsement: Endorsement) -> tuple[Period, datetime] | None:
    """Return the period that runs for an entry, and when it began; none while it has not ended."""
    if endorsement.origin is Origin.PUBLISHED_RECORD or endorsement.forgotten_at is not None:
        return None
    for period in PERIODS:
        if endorsement.status is not period.status or endorsement.kind not in period.kinds:
            continue
        if period.ending is not Ending.CLOSED:
            return period, endorsement.status_since
        closed_on = endorsement.initiative.closed_on
        if closed_on is not None:
            verified_at = endorsement.verified_at or endorsement.submitted_at
            return period, max(first_moment(closed_on), verified_at)
    return None


def erased_on(endorsement: Endorsement, *, now: datetime) -> date | None:
    """Return the day on which the details of an ended entry are erased at the earliest; none while
    it has not ended. Never before its owner has had the notice."""
    running = began(endorsement)
    if running is None:
        return None
    period, since = running
    if not period.told:
        return (since + period.after).date()
    told_at = endorsement.ending_told_at
    told_at = told_at if told_at is not None and told_at >= since else now
    return max(since + period.after, told_at + NOTICE).date()


def first_moment(day: date) -> datetime:
    """Return the beginning of a day (UTC)."""
    return datetime.combine(day, time.min, UTC)
