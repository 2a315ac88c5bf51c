"""Unusually many sign-ups from one network or mail domain: whoever signs up from there is asked
for a proof of work, until half an hour after it has become quiet again.

The worker looks at the traces of sign-ups and notes what it finds; web processes read the notes.
An hour of false alarm costs people nothing that they see.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import CheckConstraint, String, case, delete, func, select
from sqlalchemy.orm import InstrumentedAttribute, Mapped, Session, mapped_column

from tracker.core.orm import Base, Choice, UtcDateTime, upsert
from tracker.endorsements.abuse.traces import Trace
from tracker.endorsements.models import Endorsement

WINDOW = timedelta(minutes=10)
"""The time back to which the worker looks."""
MAX_FROM_NETWORK = 20
"""Sign-ups in ten minutes: a class or a meeting may send more, an office does not."""
MAX_FROM_DOMAIN = 30
"""The same for a mail domain that nobody has used in the last week."""
SURGE_FACTOR = 8
"""A busy hour has two or three times a day's mean, and a good day three times a usual one's."""
WEEK = timedelta(days=7)
PROOF_DURATION = timedelta(minutes=30)
"""Time for which a proof is asked for after the last look that found too many."""


class Source(StrEnum):
    """The kind of thing that sign-ups have in common."""

    NETWORK = "network"
    MAIL_DOMAIN = "mail_domain"


_COLUMNS: dict[Source, InstrumentedAttribute[str]] = {
    Source.NETWORK: Trace.network,
    Source.MAIL_DOMAIN: Trace.mail_domain,
}


class Surge(Base):
    """One network, by its ID of the day, or one mail domain that sent too many."""

    __tablename__ = "surges"
    __table_args__ = (
        CheckConstraint("source IN ('network', 'mail_domain')", name="known_source"),
        CheckConstraint("until > since", name="ends_after_it_began"),
    )

    source: Mapped[Source] = mapped_column(Choice(Source), primary_key=True)
    name: Mapped[str] = mapped_column(String(255), primary_key=True)
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[datetime] = mapped_column(UtcDateTime)


@dataclass(frozen=True)
class Asking:
    """The sign-ups of whom a proof of work is asked just now, and since when."""

    networks: Mapping[str, datetime]
    mail_domains: Mapping[str, datetime]

    def of_form(self, network: str) -> datetime | None:
        """Return since when forms handed to a network ask for a proof; none if they do not.

        Nobody has typed an address yet, so any mail domain's surge makes every form ask.
        """
        begun = list(self.mail_domains.values())
        if network in self.networks:
            begun.append(self.networks[network])
        return min(begun, default=None)

    def of_sign_up(self, network: str, mail_domain: str) -> bool:
        """Return whether a sign-up from there has to bring one."""
        return network in self.networks or mail_domain in self.mail_domains


def unusual(
    session: Session, usual: Callable[[str], float], *, now: datetime
) -> list[tuple[Source, str]]:
    """Return the networks and mail domains with too many sign-ups in the last ten minutes.

    `usual` tells how many a mail domain has on average; it is asked only about the busy ones.
    """
    networks = _busy(session, Source.NETWORK, MAX_FROM_NETWORK, now)
    domains = _busy(session, Source.MAIL_DOMAIN, MAX_FROM_DOMAIN, now)
    return [
        *((Source.NETWORK, name) for name in networks),
        *(
            (Source.MAIL_DOMAIN, name)
            for name, count in domains.items()
            if count > SURGE_FACTOR * usual(name)
        ),
    ]


def usual_of(session: Session, mail_domain: str, *, now: datetime) -> float:
    """Return the sign-ups of a mail domain in ten minutes, the mean of the last week before these.

    Without those that are flagged, so that a flood does not become usual by lasting.
    """
    sign_ups = session.scalar(
        select(func.count(Trace.seen_at.distinct()))
        .join(Endorsement, Endorsement.id == Trace.endorsement_id)
        .where(
            Trace.mail_domain == mail_domain,
            Trace.seen_at >= now - WEEK,
            Trace.seen_at < now - WINDOW,
            Endorsement.flag == "",
        )
    )
    return (sign_ups or 0) / ((WEEK - WINDOW) / WINDOW)


def note(session: Session, sources: Sequence[tuple[Source, str]], *, now: datetime) -> None:
    """Ask for proofs from now on, or for longer."""
    for source, name in sources:
        statement = upsert(session, Surge).values(
            source=source, name=name, since=now, until=now + PROOF_DURATION
        )
        session.execute(
            statement.on_conflict_do_update(
                index_elements=["source", "name"],
                set_={
                    "since": case(
                        (Surge.until <= now, statement.excluded.since), else_=Surge.since
                    ),
                    "until": statement.excluded.until,
                },
            )
        )


def current(session: Session, *, now: datetime) -> Sequence[Surge]:
    """Return the surges at a moment, the longest first."""
    return session.scalars(
        select(Surge)
        .where(Surge.since <= now, Surge.until > now)
        .order_by(Surge.since, Surge.source, Surge.name)
    ).all()


def asking(session: Session, *, now: datetime) -> Asking:
    """Return the same, for looking up."""
    surges = current(session, now=now)
    networks, domains = (
        {surge.name: surge.since for surge in surges if surge.source is source} for source in Source
    )
    return Asking(networks, domains)


def forget(session: Session, *, now: datetime) -> None:
    """Delete the surges that have ended."""
    session.execute(delete(Surge).where(Surge.until <= now))


def _busy(session: Session, source: Source, most: int, now: datetime) -> dict[str, int]:
    """Return who sent more than so many in the last ten minutes, and how many.

    One sign-up for several initiatives leaves several traces of one moment, and counts once.
    """
    column, sign_ups = _COLUMNS[source], func.count(Trace.seen_at.distinct())
    rows = session.execute(
        select(column, sign_ups)
        .where(Trace.seen_at >= now - WINDOW)
        .group_by(column)
        .having(sign_ups > most)
    )
    return {name: int(count) for name, count in rows}
