"""The next link to look at, and the record of what was found."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from sqlalchemy import select, update
from sqlalchemy.orm import Session, aliased

from tracker.core.errors import NotFound
from tracker.core.orm import affected
from tracker.links import queries
from tracker.links.fetcher import Finding
from tracker.links.models import DEAD, LinkCheck

RECHECK_AFTER = timedelta(days=30)
RECHECK_DEAD_AFTER = timedelta(days=3)
RECHECK_LIST_AFTER = timedelta(days=1)
"""A page that lists supporters is read once a day."""
CLAIM_TTL = timedelta(hours=1)
"""A worker that took a link and died leaves it to the others after this."""


def collect(session: Session, *, now: datetime) -> None:
    """Keep the table to what pages link to now: what is new is due, what nobody shows goes.

    What is known to list supporters from now on is read soon, so that a change can be seen.
    """
    wanted, lists = queries.shown(session), queries.lists(session)
    known = {check.address: check for check in session.scalars(select(LinkCheck))}
    for address in wanted.keys() - known.keys():
        host = (urlsplit(address).hostname or "")[:255]
        session.add(
            LinkCheck(address=address, host=host, due_at=now, lists_supporters=address in lists)
        )
    for address in known.keys() & wanted.keys():
        check = known[address]
        if address in lists and not check.lists_supporters:
            check.lists_supporters, check.due_at = True, min(check.due_at, now)
        elif address not in lists and check.lists_supporters:
            check.lists_supporters = False
            check.text_sha256 = check.text_read_at = check.changed_at = None
    for address in known.keys() - wanted.keys():
        session.delete(known[address])


def claim(session: Session, *, pause: float, now: datetime) -> LinkCheck | None:
    """Take the next link that is due and whose host nobody asked in the last `pause` seconds.

    Another worker that wanted it too gets none.
    """
    other = aliased(LinkCheck)
    lately = now - timedelta(seconds=pause)
    busy_host = select(other.id).where(other.host == LinkCheck.host, other.asked_at > lately)
    check = session.scalars(
        select(LinkCheck)
        .where(LinkCheck.due_at <= now, ~busy_host.exists())
        .order_by(LinkCheck.due_at, LinkCheck.id)
        .limit(1)
    ).first()
    if check is None:
        return None
    taken = session.execute(
        update(LinkCheck)
        .where(LinkCheck.id == check.id, LinkCheck.due_at == check.due_at)
        .values(due_at=now + CLAIM_TTL, asked_at=now)
    )
    return check if affected(taken) else None


def note(session: Session, check_id: int, finding: Finding, *, now: datetime) -> None:
    """Record what was found; nothing when pages stopped showing the link meanwhile."""
    check = session.get(LinkCheck, check_id)
    if check is None:
        return
    is_dead = finding.outcome in DEAD
    check.checked_at, check.outcome, check.status = now, finding.outcome, finding.status
    check.leads_to = finding.leads_to
    check.dead_since = (check.dead_since or now) if is_dead else None
    again = RECHECK_LIST_AFTER if check.lists_supporters else RECHECK_AFTER
    check.due_at = now + (RECHECK_DEAD_AFTER if is_dead else again)
    if not check.lists_supporters or finding.text_sha256 is None:
        return  # an error, or a page without text, says nothing about the list
    if finding.text_sha256 != check.text_sha256:
        if check.text_sha256 is not None:
            check.changed_at = now
        check.text_sha256, check.text_read_at = finding.text_sha256, now


def settle_change(session: Session, check_id: int) -> None:
    """Note that an editor has seen to a list that changed. Safe to repeat. Raises NotFound."""
    check = session.get(LinkCheck, check_id)
    if check is None:
        raise NotFound("This link is on no page any more.")
    check.changed_at = None
