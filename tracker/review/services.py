"""What staff decide about an endorsement. Changes that take a second person are in `changes`.

Every verb takes the entry as the member of staff saw it: `seen` is the id of the newest decision
on the page. If another decision came since, it raises Conflict instead of deciding blindly.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.core.crypto import Vault
from tracker.core.errors import Conflict, RuleBroken
from tracker.endorsements import addresses, engine, retention
from tracker.endorsements.decisions import InternalNote
from tracker.endorsements.lifecycle import Action, Actor, ReasonCode, Status
from tracker.endorsements.models import Endorsement
from tracker.endorsements.queries import sealed_address
from tracker.review import queries, reasons
from tracker.review.telling import tell
from tracker.supporters.models import SupporterKind


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """Who decides, why, and on the strength of what."""

    staff: User
    seen: int
    reason: ReasonCode | None = None
    words: str = ""
    ended_on: date | None = None

    @property
    def actor(self) -> Actor:
        return Actor.staff(self.staff.id)


def approve(
    session: Session, vault: Vault, endorsement: Endorsement, verdict: Verdict, *, now: datetime
) -> None:
    """The first of the two approvals that a government needs."""
    _begin(endorsement, Action.APPROVE, verdict, session)
    check_independent(vault, endorsement, verdict.staff)
    _check_day(endorsement, now)
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
    """Count an endorsement from its effective day on, and tell the supporter.

    A government's needs one approval already, by somebody else; the entry that it replaces is
    superseded in the same transaction. Of any other supporter a second entry is refused.
    """
    _begin(endorsement, Action.VERIFY, verdict, session)
    check_independent(vault, endorsement, verdict.staff)
    _check_day(endorsement, now)
    government = endorsement.kind is SupporterKind.GOVERNMENT
    if government and endorsement.first_approver_id == verdict.staff.id:
        raise RuleBroken(
            "You gave the first approval. A second, different reviewer must verify a government."
        )
    _make_room(session, endorsement, verdict, now)
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
    tell(session, vault, endorsement, "verified", now=now)


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


def answer(
    session: Session, vault: Vault, endorsement: Endorsement, verdict: Verdict, *, now: datetime
) -> None:
    """Note the supporter's answer, given by letter or telephone; it goes back into the queue."""
    _begin(endorsement, Action.ANSWER, verdict, session)
    _move(session, endorsement, Action.ANSWER, verdict, now, first_approver_id=None)


def reject(
    session: Session, vault: Vault, endorsement: Endorsement, verdict: Verdict, *, now: datetime
) -> None:
    """Refuse an entry, and tell the supporter why and that it can be appealed once."""
    _begin(endorsement, Action.REJECT, verdict, session)
    _move(session, endorsement, Action.REJECT, verdict, now)
    tell(session, vault, endorsement, "rejected", now=now, words=verdict.words)


def withdraw(
    session: Session, vault: Vault, endorsement: Endorsement, verdict: Verdict, *, now: datetime
) -> None:
    """End verified support, as the supporter asked, from a day on; earlier days keep the count."""
    _begin(endorsement, Action.WITHDRAW, verdict, session)
    _move(session, endorsement, Action.WITHDRAW, verdict, now, ended_on=verdict.ended_on)
    tell(session, vault, endorsement, "withdrawn", now=now)


def suspend(
    session: Session, vault: Vault, endorsement: Endorsement, verdict: Verdict, *, now: datetime
) -> None:
    """Stop counting an entry from today until its doubts are settled."""
    _begin(endorsement, Action.SUSPEND, verdict, session)
    _move(session, endorsement, Action.SUSPEND, verdict, now)


def reinstate(
    session: Session, vault: Vault, endorsement: Endorsement, verdict: Verdict, *, now: datetime
) -> None:
    """Count a suspended entry again, as if it had never been suspended."""
    _begin(endorsement, Action.REINSTATE, verdict, session)
    _move(session, endorsement, Action.REINSTATE, verdict, now)


def invalidate(
    session: Session, vault: Vault, endorsement: Endorsement, verdict: Verdict, *, now: datetime
) -> None:
    """Declare that a suspended entry never counted: every day it was counted is taken back."""
    _begin(endorsement, Action.INVALIDATE, verdict, session)
    _move(session, endorsement, Action.INVALIDATE, verdict, now)


def erase(
    session: Session, vault: Vault, endorsement: Endorsement, verdict: Verdict, *, now: datetime
) -> None:
    """Forget a person who asked for it outside the site; earlier days keep a nameless count."""
    _begin(endorsement, Action.ERASE, verdict, session)
    _move(session, endorsement, Action.ERASE, verdict, now)
    retention.forget(session, endorsement, now=now)


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


def check_independent(vault: Vault, endorsement: Endorsement, staff: User) -> None:
    """Refuse who recorded an entry, or is its officer, as its judge. Raises RuleBroken."""
    if endorsement.recorder_id == staff.id:
        raise RuleBroken("You recorded this entry. Somebody else must judge it.")
    digest = addresses.digest(vault, staff.email)
    officer = endorsement.officer
    if digest in (officer.email_digest if officer else None, endorsement.supporter.email_digest):
        raise RuleBroken(
            "This entry was submitted with your own address. Somebody else must judge it."
        )


def check_seen(session: Session, endorsement: Endorsement, seen: int) -> None:
    """Refuse to act on a page that is no longer true. Raises Conflict."""
    if queries.newest_decision_id(session, endorsement.id) != seen:
        raise Conflict(
            "Somebody else has changed this entry since you opened it. Look at it again."
        )


def _begin(endorsement: Endorsement, action: Action, verdict: Verdict, session: Session) -> None:
    reasons.check(action, verdict.reason, verdict.words)
    check_seen(session, endorsement, verdict.seen)


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


def _check_day(endorsement: Endorsement, now: datetime) -> None:
    if endorsement.effective_on is None:
        raise RuleBroken("Say first since when this support holds: correct the entry.")
    if endorsement.effective_on > now.date():
        raise RuleBroken("The day on which this support begins is still to come.")


def _make_room(session: Session, endorsement: Endorsement, verdict: Verdict, now: datetime) -> None:
    """Supersede a government's older entry; refuse a second one of anybody else."""
    standing = queries.counted_for(session, endorsement)
    if standing is None:
        return
    if endorsement.kind is not SupporterKind.GOVERNMENT:
        raise RuleBroken(
            f"{standing.reference} already counts this supporter for this initiative."
            " Reject this entry as a duplicate."
        )
    if standing.status is Status.SUSPENDED:
        raise RuleBroken(
            f"{standing.reference} of the same government is suspended. Settle that one first."
        )
    engine.move(
        session,
        standing,
        Action.SUPERSEDE,
        verdict.actor,
        now=now,
        ended_on=endorsement.effective_on,
        superseded_by_id=endorsement.id,
    )


VERBS = {
    Action.APPROVE: approve,
    Action.VERIFY: verify,
    Action.ASK: ask,
    Action.ANSWER: answer,
    Action.REJECT: reject,
    Action.WITHDRAW: withdraw,
    Action.SUSPEND: suspend,
    Action.REINSTATE: reinstate,
    Action.INVALIDATE: invalidate,
    Action.ERASE: erase,
}
"""Each decision that one member of staff can take, by its name in the transition table."""
