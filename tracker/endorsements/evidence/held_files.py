"""Files of sign-ups whose address nobody has confirmed yet.

Anybody can fill in the form, so its files do not enter the store before the address is confirmed.
Until then a file waits beside its instrument's row, within limits for each network and for all
together; it goes with the sign-up when that expires.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import (
    ForeignKey,
    Index,
    LargeBinary,
    Row,
    Select,
    String,
    delete,
    func,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.core.errors import RuleBroken
from tracker.core.orm import Base, BigId, UtcDateTime, affected, take_lock
from tracker.endorsements.evidence import uploads
from tracker.endorsements.evidence.models import Evidence, Instrument
from tracker.endorsements.evidence.uploads import HandedFile, file_columns
from tracker.endorsements.lifecycle import AWAITING, LINK_LIFE, Status
from tracker.endorsements.models import Endorsement

MAX_BYTES = 300 * 1024 * 1024
"""Bytes that wait for a confirmation, of everybody together."""
MAX_BYTES_OF_NETWORK = 30 * 1024 * 1024
"""Of these, bytes from one network in one day: three of the largest files."""
LOCK = 0x46696C65  # "File": a key of `take_lock`


class HeldFile(Base):
    """One file that waits for its sign-up's confirmation."""

    __tablename__ = "held_files"
    __table_args__ = (Index("ix_held_files_network", "network"),)

    instrument_id: Mapped[int] = mapped_column(
        BigId,
        ForeignKey("instruments.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )
    name: Mapped[str] = mapped_column(String(160))
    size: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary)
    network: Mapped[str] = mapped_column(String(32))
    """The ID that the network had on that day (`core.limits.network`)."""
    held_at: Mapped[datetime] = mapped_column(UtcDateTime)


class NoRoom(RuleBroken):
    """Too much waits already."""


def _has_room(session: Session, size: int, network: str) -> bool:
    everything, own = session.execute(
        select(
            func.coalesce(func.sum(HeldFile.size), 0),
            func.coalesce(func.sum(HeldFile.size).filter(HeldFile.network == network), 0),
        )
    ).one()
    return everything + size <= MAX_BYTES and own + size <= MAX_BYTES_OF_NETWORK


def hold(
    session: Session, instrument_id: int, file: HandedFile, network: str, *, now: datetime
) -> None:
    """Let a file wait for the confirmation of its sign-up. Raises NoRoom beyond the limits.

    One after the other, so that two at once cannot pass the limits together.
    """
    take_lock(session, LOCK)
    if not _has_room(session, file.size, network):
        raise NoRoom(
            "We can't take this file at the moment. Send the form without it: you can add the file"
            " on your own page once you have confirmed your email address."
        )
    _put(session, instrument_id, file, network, now)


def keep(
    session: Session,
    endorsement_ids: Sequence[int],
    file: HandedFile,
    network: str,
    *,
    now: datetime,
) -> None:
    """Let a file wait that came with a confirmation in which something else was wrong, in place of
    the one that came with the sign-up, if any did. Raises NoRoom beyond the limits.
    """
    unconfirmed = (
        _instruments(endorsement_ids)
        .join(Endorsement, Endorsement.id == Evidence.endorsement_id)
        .where(Endorsement.status == Status.UNCONFIRMED)
    )
    for instrument_id in session.scalars(unconfirmed.distinct()).all():
        hold(session, instrument_id, file, network, now=now)


def replace(session: Session, instrument_id: int, file: HandedFile, *, now: datetime) -> None:
    """Let another file wait in place of the one that came with a sign-up, if any did. Whoever sends
    it confirms at this moment, so that it goes into the store (`store`) and takes no room."""
    _put(session, instrument_id, file, "", now)


def waiting(session: Session, endorsement_ids: Sequence[int]) -> Sequence[Row[str, int]]:
    """Return the names and sizes of the files that wait with sign-ups."""
    return session.execute(
        select(HeldFile.name, HeldFile.size)
        .where(HeldFile.instrument_id.in_(_instruments(endorsement_ids)))
        .order_by(HeldFile.instrument_id)
    ).all()


def store(session: Session, folder: Path, endorsement_ids: Sequence[int]) -> None:
    """Move the files of those sign-ups that are confirmed into the store. Safe to repeat."""
    confirmed = (
        _instruments(endorsement_ids)
        .join(Endorsement, Endorsement.id == Evidence.endorsement_id)
        .where(Endorsement.status.in_(AWAITING))
    )
    for held in session.scalars(
        select(HeldFile).where(HeldFile.instrument_id.in_(confirmed))
    ).all():
        instrument = session.get_one(Instrument, held.instrument_id)
        kept = uploads.store(folder, held.name, held.content)
        for column, value in file_columns(kept).items():
            setattr(instrument, column, value)
        session.delete(held)
    session.flush()


def _instruments(endorsement_ids: Sequence[int]) -> Select[int]:
    return select(Evidence.instrument_id).where(Evidence.endorsement_id.in_(endorsement_ids))


def _put(
    session: Session, instrument_id: int, file: HandedFile, network: str, now: datetime
) -> None:
    session.merge(
        HeldFile(
            instrument_id=instrument_id,
            name=file.name,
            size=file.size,
            content=file.content,
            network=network,
            held_at=now,
        )
    )
    session.flush()


def forget_old(session: Session, *, now: datetime) -> int:
    """Delete files that nobody confirmed in seven days, whatever became of their sign-ups; return
    how many.

    A file goes earlier with its instrument, when its sign-up expires or is erased.
    """
    gone = session.execute(delete(HeldFile).where(HeldFile.held_at < now - LINK_LIFE))
    return affected(gone)
