"""Browsers in which somebody signed in before: these stay open to them while strangers guess.

After OWASP, “Slow Down Online Guessing Attacks with Device Cookies”. A cookie holds a browser's
token for each account that signed in there. It proves nothing but that, and opens nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from tracker.accounts.models import KnownBrowser, User
from tracker.accounts.sessions import digest
from tracker.core.orm import affected

BROWSER_TTL = timedelta(days=180)
"""A browser is known for so long after the last sign-in there."""
MAX_ACCOUNTS = 4
"""Accounts that one browser remembers, the newest."""
PURPOSE = "staff/browser"
"""The purpose for which the cookie is signed."""
Tokens = Mapping[str, str]
"""A browser's tokens, each under the number of its account."""


def known(session: Session, staff_id: int, tokens: Tokens, *, now: datetime) -> KnownBrowser | None:
    """Return the browser with these tokens, if this account signed in there."""
    token = tokens.get(str(staff_id))
    if token is None:
        return None
    return session.scalars(
        select(KnownBrowser).where(
            KnownBrowser.token_digest == digest(token),
            KnownBrowser.staff_id == staff_id,
            KnownBrowser.last_used_at > now - BROWSER_TTL,
        )
    ).first()


def remember(session: Session, person: User, tokens: Tokens, *, now: datetime) -> Tokens:
    """Note that somebody signed in; the tokens that the browser holds from now on."""
    token = secrets.token_urlsafe(32)
    browser = known(session, person.id, tokens, now=now)
    if browser is None:
        session.add(KnownBrowser(staff_id=person.id, token_digest=digest(token), last_used_at=now))
    else:
        browser.token_digest, browser.last_used_at = digest(token), now
        browser.failures, browser.failing_since, browser.locked_until = 0, None, None
    others = [(key, value) for key, value in tokens.items() if key != str(person.id)]
    return dict([*others, (str(person.id), token)][-MAX_ACCOUNTS:])


def forget_all(session: Session, person: User, *, but: KnownBrowser | None = None) -> None:
    """Know no browser of an account any more, but perhaps one."""
    forgets = delete(KnownBrowser).where(KnownBrowser.staff_id == person.id)
    session.execute(forgets.where(KnownBrowser.id != but.id) if but else forgets)


def forget_old(session: Session, *, now: datetime) -> int:
    """Forget browsers that were not signed in with for long; the number forgotten."""
    old = KnownBrowser.last_used_at <= now - BROWSER_TTL
    return affected(session.execute(delete(KnownBrowser).where(old)))
