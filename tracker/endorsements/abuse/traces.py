"""The network and mail domain of each sign-up: enough to see a flood and to sweep it up, and only
for thirty days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, Index, String, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.core.orm import Base, BigId, UtcDateTime, affected

TTL = timedelta(days=30)


class Trace(Base):
    """The network and the mail domain that one sign-up came from.

    A network is known by the ID that `core.limits.network` gives it for one day; no address can
    be read back from it. Written in the sign-up's own transaction, for every kind.
    """

    __tablename__ = "traces"
    __table_args__ = (
        Index("ix_traces_network_seen_at", "network", "seen_at"),
        Index("ix_traces_mail_domain_seen_at", "mail_domain", "seen_at"),
        Index("ix_traces_seen_at", "seen_at"),
    )

    endorsement_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("endorsements.id"), primary_key=True, autoincrement=False
    )
    network: Mapped[str] = mapped_column(String(32))
    mail_domain: Mapped[str] = mapped_column(String(255))
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)


def forget_old(session: Session, *, now: datetime) -> int:
    """Delete the traces of more than thirty days ago; return how many."""
    gone = session.execute(delete(Trace).where(Trace.seen_at < now - TTL))
    return affected(gone)


def forget(session: Session, endorsement_id: int) -> None:
    """Delete the trace of one sign-up."""
    session.execute(delete(Trace).where(Trace.endorsement_id == endorsement_id))


def networks(session: Session, endorsement_ids: Sequence[int]) -> set[str]:
    """Return the IDs of the networks that sign-ups came from."""
    came = select(Trace.network).where(Trace.endorsement_id.in_(endorsement_ids))
    return set(session.scalars(came))
