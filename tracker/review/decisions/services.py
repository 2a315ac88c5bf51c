"""Decisions of staff about an endorsement. Those that take a second person are in `proposals`.

Every verb takes the entry as the member of staff saw it: `seen` is the id of the newest decision
on the page. If another decision came since, it raises Conflict instead of deciding blindly.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.core.crypto import Vault
from tracker.core.errors import RuleBroken
from tracker.endorsements import engine, owner_status, succession
from tracker.endorsements.decisions import InternalNote
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.models import Endorsement
from tracker.endorsements.queries import sealed_address
from tracker.endorsements.retention import services
from tracker.review.decisions import checks, independence, reasons
from tracker.review.decisions.notifications import tell, tell_staff
from tracker.review.decisions.verdict import Verdict
from tracker.review.evidence import further
from tracker.review.queue import queries
from tracker.supporters.models import SupporterKind


def approve(
    session: Session, vault: Vault, endorsement: Endorsement, verdict: Verdict, *, now: datetime
) -> None:
    """Give the first of the two approvals that a government needs."""
    _begin(endorsement, Action.APPROVE, verdict, session)
    independence.refuse_dependent(session, vault, endorsement, verdict.staff)
    independence.refuse_new(endorsement, verdict.staff, now=now)
    checks.refuse_undated(endorsement, now)
    engine.move(
        session,
        endorsement,
        Action.APPROVE,
        verdict.actor,
        now=now,
        reason=verdict.reason,
        words=verdict.words,
        first_approver_id=verdict.staff.id,
        second_approver_id=None,
    )


def verify(
    session: Session, vault: Vault, endorsement: Endorsement, verdict: Verdict, *, now: datetime
) -> None:
    """Count an endorsement from its effective day on, and tell who knows that reviewers looked.

    A government's needs one approval already, by somebody else; of a State that counts already it
    becomes further evidence. Of any other supporter a second entry is refused.
    """
    _begin(endorsement, Action.VERIFY, verdict, session)
    government = endorsement.kind is SupporterKind.GOVERNMENT
    if government:
        _check_first_approval(session, endorsement, verdict.staff)
    independence.refuse_dependent(session, vault, endorsement, verdict.staff)
    independence.refuse_new(endorsement, verdict.staff, now=now)
    checks.refuse_undated(endorsement, now)
    standing = queries.counted_for(session, endorsement)
    if government and standing is not None:
        raised = further.is_higher(endorsement, standing)
        further.add(session, vault, endorsement, standing, verdict, now=now)
        if raised:
            tell_staff(session, vault, standing, endorsement, now=now)
        return
    _refuse_second(endorsement, standing)
    role = "second_approver_id" if government else "first_approver_id"
    approver: dict[str, Any] = {role: verdict.staff.id}
    engine.move(
        session,
        endorsement,
        Action.VERIFY,
        verdict.actor,
        now=now,
        reason=verdict.reason,
        words=verdict.words,
        last_checked_on=now.date(),
        **approver,
    )
    succession.lapse_if_ended(session, endorsement, verdict.actor, now=now)
    if owner_status.knows_of_review(endorsement):
        tell(session, vault, endorsement, "verified", now=now)
    if government:
        tell_staff(session, vault, endorsement, endorsement, now=now)


def ask(
    session: Session, vault: Vault, endorsement: Endorsement, verdict: Verdict, *, now: datetime
) -> None:
    """Ask the supporter a question by mail. Asking is not approving: a first approval lapses."""
    _begin(endorsement, Action.ASK, verdict, session)
    if sealed_address(endorsement) is None:
        raise RuleBroken("No address is known to which a question could go.")
    engine.move(
        session,
        endorsement,
        Action.ASK,
        verdict.actor,
        now=now,
        words=verdict.words,
        first_approver_id=None,
    )
    tell(session, vault, endorsement, "needs_info", now=now, words=verdict.words)


def reject(
    session: Session, vault: Vault, endorsement: Endorsement, verdict: Verdict, *, now: datetime
) -> None:
    """Refuse an entry, and tell the supporter why and, the first time, that it can be appealed."""
    _begin(endorsement, Action.REJECT, verdict, session)
    _move(session, endorsement, Action.REJECT, verdict, now)
    tell(
        session,
        vault,
        endorsement,
        "rejected",
        now=now,
        words=verdict.words,
        final=endorsement.appealed_at is not None,
    )


def withdraw(
    session: Session, vault: Vault, endorsement: Endorsement, verdict: Verdict, *, now: datetime
) -> None:
    """End verified support, as the supporter asked, from a day on; earlier days keep the count.

    Raises RuleBroken where the supporter did not ask on their own page: that is proposed to a
    second reviewer (`proposals`).
    """
    _begin(endorsement, Action.WITHDRAW, verdict, session)
    _move(session, endorsement, Action.WITHDRAW, verdict, now, ended_on=verdict.ended_on)
    tell(session, vault, endorsement, "withdrawn", now=now, asked=True)


def decline_withdrawal(
    session: Session, vault: Vault, endorsement: Endorsement, verdict: Verdict, *, now: datetime
) -> None:
    """Leave verified support as it is, since the request to withdraw was not its supporter's."""
    _begin(endorsement, Action.DECLINE_WITHDRAWAL, verdict, session)
    if endorsement.withdrawal_requested_at is None:
        raise RuleBroken("Nobody asks to withdraw this entry.")
    endorsement.withdrawal_requested_at = None
    engine.decide(
        session,
        endorsement,
        Action.DECLINE_WITHDRAWAL,
        verdict.actor,
        now=now,
        reason=verdict.reason,
        words=verdict.words,
    )
    tell(session, vault, endorsement, "withdrawal_declined", now=now, words=verdict.words)


def erase(
    session: Session, vault: Vault, endorsement: Endorsement, verdict: Verdict, *, now: datetime
) -> None:
    """Forget a person who asked for it outside the site, and whose entry was never verified.

    Raises RuleBroken where it was: that is proposed to a second reviewer (`proposals`).
    """
    _begin(endorsement, Action.ERASE, verdict, session)
    _move(session, endorsement, Action.ERASE, verdict, now)
    services.forget(session, endorsement, now=now)


def note(
    session: Session, endorsement: Endorsement, staff: User, words: str, *, now: datetime
) -> None:
    """Write a remark that only staff see."""
    if not words.strip():
        raise RuleBroken("Write the note first.")
    session.add(
        InternalNote(
            endorsement_id=endorsement.id, staff_id=staff.id, written_at=now, words=words.strip()
        )
    )


def _begin(endorsement: Endorsement, action: Action, verdict: Verdict, session: Session) -> None:
    reasons.check(action, verdict.reason, verdict.words)
    checks.refuse_stale(session, endorsement, verdict.seen)
    independence.refuse_former(verdict.staff)
    independence.refuse_on_appeal(session, endorsement, action, verdict.staff)


def _check_first_approval(session: Session, endorsement: Endorsement, staff: User) -> None:
    """Refuse who gave it, and a first approval by somebody who is no reviewer any more."""
    first = session.get(User, endorsement.first_approver_id or 0)
    if first is not None and first.id == staff.id:
        raise RuleBroken(
            "You gave the first approval. A second, different reviewer must verify a government."
        )
    if first is not None and not independence.is_reviewer(first):
        raise RuleBroken(
            "Whoever gave the first approval is no reviewer any more, so it lapses. Ask an"
            " administrator."
        )


def _move(
    session: Session,
    endorsement: Endorsement,
    action: Action,
    verdict: Verdict,
    now: datetime,
    *,
    ended_on: date | None = None,
    **fields: Any,
) -> None:
    engine.move(
        session,
        endorsement,
        action,
        verdict.actor,
        now=now,
        reason=verdict.reason,
        words=verdict.words,
        ended_on=ended_on,
        **fields,
    )


def _refuse_second(endorsement: Endorsement, standing: Endorsement | None) -> None:
    """Refuse a second entry of a supporter that is counted already."""
    if standing is not None:
        raise RuleBroken(
            "%(reference)s already counts this supporter for this initiative."
            " Reject this entry as a duplicate.",
            reference=standing.reference,
        )


def step(
    session: Session,
    vault: Vault,
    endorsement: Endorsement,
    verdict: Verdict,
    *,
    now: datetime,
    action: Action,
    **fields: Any,
) -> None:
    """Take a step of the transition table that asks for nothing but its reason."""
    _begin(endorsement, action, verdict, session)
    _move(session, endorsement, action, verdict, now, **fields)
    if endorsement.status is Status.VERIFIED:
        succession.lapse_if_ended(session, endorsement, verdict.actor, now=now)


def _plain(action: Action, **fields: Any) -> Callable[..., None]:
    return functools.partial(step, action=action, **fields)


VERBS: dict[Action, Callable[..., None]] = {
    Action.APPROVE: approve,
    Action.VERIFY: verify,
    Action.ASK: ask,
    # An answer by letter or telephone; a first approval lapses.
    Action.ANSWER: _plain(Action.ANSWER, first_approver_id=None),
    Action.REJECT: reject,
    Action.WITHDRAW: withdraw,
    Action.DECLINE_WITHDRAWAL: decline_withdrawal,
    Action.SUSPEND: _plain(Action.SUSPEND),
    Action.REINSTATE: _plain(Action.REINSTATE),
    Action.INVALIDATE: _plain(Action.INVALIDATE),
    Action.ERASE: erase,
}
"""Each decision that one member of staff can take, by its name in the transition table."""
