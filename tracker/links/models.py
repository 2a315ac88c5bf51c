"""The links that public pages show, and what was found at each."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, String, false
from sqlalchemy.orm import Mapped, mapped_column

from tracker.core.orm import Base, Choice, Id, UtcDateTime

MAX_ADDRESS = 2000


class Outcome(StrEnum):
    """The result of looking at a link."""

    FOUND = "found"
    GONE = "gone"
    """Its server says that there is no such page (404, 410)."""
    UNREACHABLE = "unreachable"
    """No server answers, or only with an error of its own (5xx)."""
    REFUSED = "refused"
    """There is a server, and it does not answer a program."""
    NOT_ALLOWED = "not allowed"
    """Its robots.txt asks programs to keep away, so it was not looked at."""
    NOT_PUBLIC = "not public"
    """It leads to no public address, so it was not looked at."""


DEAD = frozenset([Outcome.GONE, Outcome.UNREACHABLE])


class LinkCheck(Base):
    """One address, and what was found when it was last looked at."""

    __tablename__ = "link_checks"
    __table_args__ = (
        CheckConstraint("(checked_at IS NULL) = (outcome IS NULL)", name="checked_once"),
        CheckConstraint(
            "(dead_since IS NOT NULL) = (COALESCE(outcome, '') IN ('gone', 'unreachable'))",
            name="dead_since_then",
        ),
    )

    id: Mapped[Id] = mapped_column(init=False)
    address: Mapped[str] = mapped_column(String(MAX_ADDRESS), unique=True)
    host: Mapped[str] = mapped_column(String(255))
    due_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    asked_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    """The time at which a worker last took it: others leave its host alone for a while."""
    checked_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    outcome: Mapped[Outcome | None] = mapped_column(Choice(Outcome), default=None)
    status: Mapped[int | None] = mapped_column(default=None)
    """The server's answer (RFC 9110); none when none came."""
    leads_to: Mapped[str] = mapped_column(String(MAX_ADDRESS), default="")
    """The address to which it has moved for good, as its server says."""
    dead_since: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    """The time since which it has been found dead, and never alive."""
    lists_supporters: Mapped[bool] = mapped_column(default=False, server_default=false())
    """True of a convenor's page that lists or counts supporters: its text is compared."""
    text_sha256: Mapped[str | None] = mapped_column(String(64), default=None)
    """The digest of such a page's letters (`page_text`) when last read."""
    text_read_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    """The time at which that text was first found."""
    changed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    """The time at which another text was found; none once an editor has seen to it."""
