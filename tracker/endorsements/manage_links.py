"""Links to an own page: of an address only the newest works, until it is used to erase.

A link tells the keyed hash of its address and the number of the mail that it came with. Both are
signed; what is kept here says which mail was the last.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import String, delete, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.core.errors import LinkRefused
from tracker.core.orm import Base, BigId, UtcDateTime, upsert

LINK_TTL = timedelta(days=1)
"""Time for which a link to an own page works."""


class UsedToErase(LinkRefused):
    """The newest link of an address has ended, since it was used to erase."""


class ManageLink(Base):
    """The newest link to the own page of an address."""

    __tablename__ = "manage_links"

    address_digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    mail_id: Mapped[int] = mapped_column(BigId)
    """The mail that it came with; no mail has a smaller number than one queued before it."""
    made_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    """The instant at which it was used to erase."""


def make(session: Session, digest: str, mail_id: int, *, now: datetime) -> list[str | int]:
    """Return what the link of a mail is to be signed with; links of earlier mails end.

    The same mail composed again has the same link.
    """
    row = {"address_digest": digest, "mail_id": mail_id, "made_at": now}
    session.execute(
        upsert(session, ManageLink)
        .values(row)
        .on_conflict_do_update(
            index_elements=["address_digest"],
            set_={"mail_id": mail_id, "made_at": now, "ended_at": None},
            where=ManageLink.mail_id < mail_id,
        )
    )
    return [digest, mail_id]


def holder(session: Session, signed: object, *, even_ended: bool = False) -> str:
    """Return the keyed hash of the address whose page a link opens. Raises LinkRefused; UsedToErase
    for the newest link once it was used to erase, unless that is asked for."""
    match signed:
        case [str(digest), int(mail_id)]:
            link = session.get(ManageLink, digest)
        case _:
            raise LinkRefused("This link is of a former kind.", expired=True)
    if link is None or link.mail_id != mail_id:
        raise LinkRefused("A newer link was sent.", expired=True)
    if link.ended_at is not None and not even_ended:
        raise UsedToErase("This link was used to erase.", expired=True)
    return digest


def end(session: Session, digest: str, *, now: datetime) -> None:
    """End the link of an address: it was used to erase."""
    session.execute(
        update(ManageLink).where(ManageLink.address_digest == digest).values(ended_at=now)
    )


def forget(session: Session, *, now: datetime) -> None:
    """Delete links that have expired anyway."""
    session.execute(delete(ManageLink).where(ManageLink.made_at < now - 2 * LINK_TTL))
