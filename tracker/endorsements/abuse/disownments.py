"""Forms that the owners of the addresses never sent: a signal about the network they came from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Index, String, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.core.orm import Base, Id, UtcDateTime
from tracker.endorsements.abuse import surges
from tracker.endorsements.abuse.traces import TTL

MAX_SHOWN = 25
"""Networks that are listed."""


class Disownment(Base):
    """An owner's word that a form which a network sent in their name was not theirs.

    A network is known by its ID of the day (`core.limits.network`). Nothing tells whose address
    it was, or what was in the form.
    """

    __tablename__ = "disownments"
    __table_args__ = (
        Index("ix_disownments_network_disowned_at", "network", "disowned_at"),
        Index("ix_disownments_disowned_at", "disowned_at"),
    )

    id: Mapped[Id] = mapped_column(init=False)
    network: Mapped[str] = mapped_column(String(32))
    disowned_at: Mapped[datetime] = mapped_column(UtcDateTime)


def note(session: Session, networks: Collection[str], *, now: datetime) -> None:
    """Keep that these networks sent what its alleged sender never did, and hold them back: from
    now on their forms ask for a proof of work, as in a surge."""
    for network in networks:
        session.add(Disownment(network=network, disowned_at=now))
    session.flush()
    surges.note(session, [(surges.Source.NETWORK, network) for network in networks], now=now)


def counts(session: Session, *, since: datetime) -> Sequence[tuple[str, int]]:
    """Return how many forms each network sent since a moment that their alleged senders disowned,
    the most first."""
    disowned = func.count()
    rows = session.execute(
        select(Disownment.network, disowned)
        .where(Disownment.disowned_at >= since)
        .group_by(Disownment.network)
        .order_by(disowned.desc(), Disownment.network)
        .limit(MAX_SHOWN)
    )
    return [(network, int(count)) for network, count in rows]


def forget_old(session: Session, *, now: datetime) -> None:
    """Delete the disownments of more than thirty days ago."""
    session.execute(delete(Disownment).where(Disownment.disowned_at < now - TTL))
