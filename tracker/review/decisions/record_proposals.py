"""Changes of a whole record of an organisation that counts, and of what is public of any entry that
does: one reviewer proposes, a different one seconds.

To say that it ended, has another name, or is another record's organisation takes support away or
shows it as somebody else's (`duplicates.proposals`), and so does taking that back. Each is a
`ProposedChange` of one of its entries, which stands for all. A record of which nothing ever counted
one reviewer changes alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.core.crypto import Vault
from tracker.core.errors import RuleBroken
from tracker.endorsements import succession
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.lifecycle import Action, Status
from tracker.endorsements.models import Endorsement
from tracker.ledger.models import DatePrecision
from tracker.review.decisions import corrections, proposals
from tracker.review.decisions.corrections import Difference
from tracker.review.decisions.notifications import tell
from tracker.review.queue import queries
from tracker.supporters import histories, renames
from tracker.supporters.changes import ENDINGS, ChangeKind, SupporterChange
from tracker.supporters.events import Happened, Retraction
from tracker.supporters.models import Supporter

ACTIONS = frozenset({Action.LAPSE, Action.RESTORE, Action.CORRECT})
"""Actions under which these proposals are kept."""
TAKES_TWO = frozenset({*ENDINGS, ChangeKind.RENAMED})
"""Events of an organisation that change how, or whether, its support is shown."""


@dataclass(frozen=True, kw_only=True)
class Report:
    """An event of an organisation; of a renaming or a merger with what or who follows."""

    kind: ChangeKind
    happened: Happened
    name: str = ""
    successor: Supporter | None = None


def carry_report(
    session: Session, supporter: Supporter, report: Report, *, now: datetime
) -> SupporterChange:
    """Record what became of an organisation. Raises RuleBroken, Conflict."""
    if report.kind is ChangeKind.RENAMED:
        return renames.rename(session, supporter, report.name, report.happened, now=now)
    return succession.end(session, supporter, report.happened, now=now, successor=report.successor)


def record(
    session: Session,
    vault: Vault,
    supporter: Supporter,
    report: Report,
    staff: User,
    *,
    now: datetime,
) -> SupporterChange | ProposedChange:
    """Record what became of an organisation, or propose it where the organisation counts."""
    entry = queries.public_entry_of(session, supporter.id)
    if entry is None:
        return carry_report(session, supporter, report, now=now)
    rehearse(session, lambda: carry_report(session, supporter, report, now=now))
    successor, seen = report.successor, histories.newest_id(session, supporter.id)
    ends = report.kind in ENDINGS
    return proposals.leave_to_second(
        session,
        vault,
        entry,
        Action.LAPSE if ends else Action.CORRECT,
        staff,
        now=now,
        words=report.happened.source.strip(),
        effective_on=report.happened.on,
        effective_precision=report.happened.precision,
        details={
            "said": report.name or (successor.name if successor else ""),
            "kind": report.kind.value,
            "successor": successor.id if successor else None,
            "seen": seen,
        },
    )


def take_back(
    session: Session,
    vault: Vault,
    change: SupporterChange,
    retraction: Retraction,
    staff: User,
    *,
    now: datetime,
) -> SupporterChange | ProposedChange:
    """Take back what was recorded in error, or propose to where the organisation counts."""
    entry = (
        queries.public_entry_of(session, change.supporter_id) if change.kind in TAKES_TWO else None
    )
    if entry is None:
        return succession.take_back(session, change, retraction, now=now)
    rehearse(session, lambda: succession.take_back(session, change, retraction, now=now))
    return proposals.leave_to_second(
        session,
        vault,
        entry,
        Action.RESTORE,
        staff,
        now=now,
        words=retraction.source.strip(),
        details={"said": change.before, "undoes": change.id, "seen": retraction.seen},
    )


def correct(
    session: Session,
    vault: Vault,
    entry: Endorsement,
    staff: User,
    wanted: Mapping[str, object],
    *,
    seen: int,
    words: str,
    now: datetime,
) -> list[Difference] | ProposedChange:
    """Correct typing errors of an entry, or propose to where they are public and it counts, or
    another entry of its record does. Raises
    as `corrections.correct`."""
    changed = corrections.difference(entry, wanted)
    if not corrections.takes_two(session, entry, changed):
        return corrections.correct(session, entry, staff, wanted, seen=seen, words=words, now=now)

    def carry() -> list[Difference]:
        return corrections.correct(
            session, entry, staff, wanted, seen=seen, words=words, now=now, agreed=True
        )

    rehearse(session, carry)
    details = {
        "said": "; ".join(corrections.in_words(changed)),
        "wanted": {change.field: change.after for change in changed},
        "before": {change.field: change.before for change in changed},
    }
    return proposals.leave_to_second(
        session, vault, entry, Action.CORRECT, staff, now=now, words=words, details=details
    )


def _second_correction(
    session: Session, change: ProposedChange, entry: Endorsement, staff: User, *, now: datetime
) -> None:
    details = change.details or {}
    present = corrections.present(entry)
    before = {
        difference.field: difference.before
        for difference in corrections.differences(present, details["wanted"])
    }
    if before != details["before"]:
        raise RuleBroken("An entry has changed since this was proposed. Drop it, and propose anew.")
    corrections.correct(
        session,
        entry,
        staff,
        details["wanted"],
        seen=queries.newest_decision_id(session, entry.id),
        words=change.words,
        now=now,
        agreed=True,
    )


def second(
    session: Session, vault: Vault, change: ProposedChange, staff: User, *, now: datetime
) -> None:
    """Second a change of a whole record and carry it out. Raises RuleBroken for its proposer."""
    entry = proposals.agree(session, vault, change, staff, now=now)
    details = change.details or {}
    if "wanted" in details:
        _second_correction(session, change, entry, staff, now=now)
    elif change.action is Action.RESTORE:
        undone = histories.change(session, details["undoes"])
        retraction = Retraction(
            staff_id=change.proposer_id or 0,
            seconder_id=staff.id,
            source=change.words,
            seen=details["seen"],
        )
        succession.take_back(session, undone, retraction, now=now)
    else:
        _second_report(session, vault, change, entry.supporter, staff, now=now)


def _second_report(
    session: Session,
    vault: Vault,
    change: ProposedChange,
    supporter: Supporter,
    staff: User,
    *,
    now: datetime,
) -> None:
    details = change.details or {}
    if change.effective_on is None:
        raise RuleBroken("This change does not say from which day it holds. Drop it.")
    happened = Happened(
        on=change.effective_on,
        precision=change.effective_precision or DatePrecision.ON,
        source=change.words,
        staff_id=change.proposer_id,
        seconder_id=staff.id,
        seen=details["seen"],
    )
    kind, successor = ChangeKind(details["kind"]), details["successor"]
    report = Report(
        kind=kind,
        happened=happened,
        name=details["said"] if kind is ChangeKind.RENAMED else "",
        successor=session.get_one(Supporter, successor) if successor else None,
    )
    ending = select(Endorsement).where(
        Endorsement.supporter_id == supporter.id, Endorsement.status == Status.VERIFIED
    )
    entries = session.scalars(ending.order_by(Endorsement.id)).all()
    carry_report(session, supporter, report, now=now)
    if kind in ENDINGS:
        for entry in entries:
            tell(session, vault, entry, "lapsed", now=now, on=change.effective_on.isoformat())


def rehearse(session: Session, carry: Callable[[], object]) -> None:
    """Try whether something could be done now, and leave no trace. Raises what it raises."""
    attempt = session.begin_nested()
    try:
        carry()
    finally:
        attempt.rollback()
        session.expire_all()
