"""The append-only log of accounts, and the mails that tell their owners."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from tracker.accounts.models import StaffAction, StaffEvent, StaffEventMark, User
from tracker.core import outbox
from tracker.core.crypto import Vault
from tracker.core.orm import affected

MARK_TTL = timedelta(days=30)
"""Time for which the log knows from which network something was done."""
STRANGER = "sign-in page"
"""The citation of somebody who has not proved who they are."""
COMMAND_LINE = "command line"


@dataclass(frozen=True)
class By:
    """An actor: a member of staff by id, or what acted; and the network, if known."""

    staff_id: int | None = None
    cites: str = ""
    network: str | None = None


def record(
    session: Session,
    action: StaffAction,
    about: User | None,
    by: By,
    *,
    now: datetime,
    detail: str = "",
    address_digest: str | None = None,
) -> StaffEvent:
    """Append one event. Without an account, it is about the hash of an address."""
    event = StaffEvent(
        at=now,
        action=action,
        staff_id=about.id if about is not None else None,
        by_id=by.staff_id,
        cites=by.cites,
        detail=detail,
        address_digest=address_digest,
    )
    session.add(event)
    session.flush()
    if by.network is not None:
        session.add(StaffEventMark(event_id=event.id, network=by.network, at=now))
    return event


def tell(
    session: Session,
    vault: Vault,
    person: User,
    what: StaffAction,
    *,
    now: datetime,
    template: str = "staff_notice",
    roles: Iterable[str] = (),
    **context: object,
) -> None:
    """Mail somebody what happened to their account."""
    outbox.queue(
        session,
        vault,
        template=template,
        to=person.email,
        context={
            "name": person.shown,
            "what": what.value,
            "when": f"{now:%Y-%m-%d %H:%M} UTC",
            "roles": sorted(roles),
            **context,
        },
        now=now,
    )


def forget_marks(session: Session, *, now: datetime) -> int:
    """Forget where things older than 30 days were done from; the number forgotten."""
    deleted = session.execute(delete(StaffEventMark).where(StaffEventMark.at < now - MARK_TTL))
    return affected(deleted)
