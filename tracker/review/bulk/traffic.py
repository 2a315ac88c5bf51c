"""The networks and mail domains with the most sign-ups of late, against what is usual."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import case, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from tracker.endorsements.abuse.traces import Trace
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.endorsements.signup.addresses import is_large

SHORT, LONG = timedelta(hours=24), timedelta(days=7)
MIN_SIGN_UPS = 3
"""A mail domain with fewer sign-ups in 7 days, unless a large provider's, is not shown: it may be
a person's own."""
MAX_SOURCES = 25
"""Networks and domains that are shown."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """One network or mail domain: sign-ups in the last 24 hours and 7 days, and of the latter those
    not confirmed so far and those flagged."""

    name: str
    day: int
    week: int
    unconfirmed: int
    flagged: int

    @property
    def usual(self) -> float:
        """Sign-ups a day, the mean of the 7 days."""
        return self.week / LONG.days

    @property
    def percent_unconfirmed(self) -> int:
        return round(100 * self.unconfirmed / self.week)

    @property
    def percent_flagged(self) -> int:
        return round(100 * self.flagged / self.week)

    @property
    def large(self) -> bool:
        """Return whether it is a provider where millions of unconnected people have their mail."""
        return is_large(self.name)


def mail_domains(session: Session, *, now: datetime) -> list[Source]:
    """Return the mail domains with the most sign-ups in the last 24 hours, then in the last 7
    days."""
    busiest = _busiest(session, Trace.mail_domain, now, limit=4 * MAX_SOURCES)
    return [source for source in busiest if source.week >= MIN_SIGN_UPS or source.large][
        :MAX_SOURCES
    ]


def networks(session: Session, *, now: datetime) -> list[Source]:
    """Return the same of networks. A network's mark changes at midnight (UTC), so it has no
    week."""
    return _busiest(session, Trace.network, now)


def usual_of_a_network(session: Session, *, now: datetime) -> float:
    """Return how many sign-ups a network sends on a day, the mean of the 7 days over all that sent
    any."""
    total, marks = session.execute(
        select(func.count(), func.count(Trace.network.distinct())).where(
            Trace.seen_at >= now - LONG
        )
    ).one()
    return total / marks if marks else 0.0


def _busiest(
    session: Session, column: InstrumentedAttribute[str], now: datetime, *, limit: int = MAX_SOURCES
) -> list[Source]:
    day = func.sum(case((Trace.seen_at >= now - SHORT, 1), else_=0))
    rows = session.execute(
        select(
            column.label("name"),
            day.label("day"),
            func.count().label("week"),
            func.sum(
                case((Endorsement.status.in_((Status.UNCONFIRMED, Status.EXPIRED)), 1), else_=0)
            ).label("unconfirmed"),
            func.sum(case((Endorsement.flag != "", 1), else_=0)).label("flagged"),
        )
        .join(Endorsement, Endorsement.id == Trace.endorsement_id)
        .where(Trace.seen_at >= now - LONG)
        .group_by(column)
        .order_by(day.desc(), func.count().desc(), column)
        .limit(limit)
    )
    return [
        Source(
            name=row.name,
            day=int(row.day),
            week=int(row.week),
            unconfirmed=int(row.unconfirmed),
            flagged=int(row.flagged),
        )
        for row in rows
    ]
