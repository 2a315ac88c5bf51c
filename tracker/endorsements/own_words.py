"""Individuals' own words, and their release by a reviewer.

The count and the name never wait for it. A reviewer judges words without seeing whose they are, and
judges the words that were on the page: whoever changes them meanwhile has them judged anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.orm import Session, joinedload

from tracker.core.errors import Conflict, RuleBroken
from tracker.core.link_rule import holds_handle, holds_link
from tracker.endorsements import engine
from tracker.endorsements.lifecycle import SUPPORTER, Action, Actor, Status
from tracker.endorsements.models import Endorsement
from tracker.supporters.models import SupporterKind

LISTED = text("endorsements.kind = 'individual' AND endorsements.words <> ''")
"""Word for word the condition of `ix_endorsements_words`: only so do both databases use it."""
MAX_LENGTH = 500
PAGE = 50


def refuse_links(words: str) -> None:
    """Refuse words that hold a link or a handle. Raises RuleBroken."""
    if holds_link(words) or holds_handle(words):
        raise RuleBroken(
            "Use words only, without web or email addresses or handles such as @name. Put a space"
            " after each full stop."
        )


def fingerprint(words: str) -> str:
    """Return how a reviewer's form refers to the words that it showed."""
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def listed(
    session: Session, *, released: bool | None, after: int = 0, limit: int = PAGE
) -> Sequence[Endorsement]:
    """Return words that are, or could be, public: of individuals who count and are named, after an
    entry's number. `released` is none for those that nobody has judged.

    Words without a name are shown nowhere, so they wait for no reviewer either.
    """
    return session.scalars(
        select(Endorsement)
        .where(
            LISTED,
            Endorsement.words_released.is_(released),
            Endorsement.id > after,
            Endorsement.status == Status.VERIFIED,
            Endorsement.be_named,
        )
        .order_by(Endorsement.id)
        .limit(limit)
        .options(joinedload(Endorsement.initiative))
    ).all()


def judge(
    session: Session,
    endorsement: Endorsement,
    staff_id: int,
    *,
    release: bool,
    seen: str,
    now: datetime,
) -> None:
    """Release an individual's words, or hide them. Once more is the same as once.

    `seen` is the fingerprint of the words that the reviewer saw. Raises Conflict when they are
    others by now, RuleBroken when there is nothing to judge.
    """
    if endorsement.kind is not SupporterKind.INDIVIDUAL or not endorsement.words:
        raise RuleBroken("There are no words to release or hide.")
    if fingerprint(endorsement.words) != seen:
        raise Conflict("These words were changed since you opened the page. Read them again.")
    if endorsement.words_released is release:
        return
    endorsement.words_released = release
    endorsement.words_judged_by_id, endorsement.words_judged_at = staff_id, now
    action = Action.RELEASE_WORDS if release else Action.HIDE_WORDS
    engine.decide(session, endorsement, action, Actor.staff(staff_id), now=now)


def change(session: Session, endorsement: Endorsement, words: str, *, now: datetime) -> None:
    """Let an individual change or delete their own words; they wait for a reviewer again.

    Raises RuleBroken for a link, and for a kind of supporter or a status without words of one's
    own.
    """
    words = words.strip()
    if endorsement.kind is not SupporterKind.INDIVIDUAL or endorsement.forgotten_at is not None:
        raise RuleBroken("There are no words of your own with this entry.")
    if words == endorsement.words:
        return
    put(endorsement, words)
    engine.decide(session, endorsement, Action.CHANGE_WORDS, SUPPORTER, now=now)


def put(endorsement: Endorsement, words: str) -> None:
    """Write other words, which nobody has released. Raises RuleBroken for a link."""
    refuse_links(words)
    endorsement.words = words
    endorsement.words_released = None
    endorsement.words_judged_by_id = endorsement.words_judged_at = None
