"""The mail relay's abilities, as they were found: the worker connects to it, web processes ask."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.core.orm import Base, UtcDateTime


class MailRelay(Base):
    """A relay as it was at the last connection."""

    __tablename__ = "mail_relays"

    name: Mapped[str] = mapped_column(String(260), primary_key=True)
    """Its host and port, so that another one in the settings is known to be unknown."""
    smtputf8: Mapped[bool]
    """True of a relay that takes mail to addresses with other letters than ASCII before the @
    (RFC 6531)."""
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)


def note(session: Session, name: str, *, smtputf8: bool, now: datetime) -> None:
    """Remember what a relay offers."""
    session.merge(MailRelay(name=name, smtputf8=smtputf8, seen_at=now))


def refuses_smtputf8(session: Session, name: str) -> bool:
    """Return whether a relay is known not to offer SMTPUTF8; one never connected to may well."""
    relay = session.get(MailRelay, name)
    return relay is not None and not relay.smtputf8
