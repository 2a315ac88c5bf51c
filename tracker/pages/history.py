"""An entry's public history, in fixed neutral words: no reviewer, no rejection, no accusation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask_babel import gettext as _

from tracker.core.i18n import day
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Action
from tracker.endorsements.models import Endorsement
from tracker.ledger.models import DatePrecision, Grade
from tracker.supporters.changes import ChangeKind, SupporterChange


@dataclass(frozen=True)
class Step:
    at: datetime
    words: str


def of(endorsement: Endorsement, changes: Sequence[SupporterChange] = ()) -> list[Step]:
    """The steps that are public, and what happened to the supporter since, oldest first; what came
    before the verification is not."""
    since = endorsement.verified_at
    found = [
        Step(one.recorded_at, happened(one))
        for one in changes
        if since and one.recorded_at >= since
    ]
    for decision in endorsement.decisions:
        public = (
            endorsement.verified_at is not None and decision.decided_at >= endorsement.verified_at
        )
        said = words(decision) if public or decision.action is Action.PUBLISH else None
        if said:
            found.append(Step(decision.decided_at, said))
    return sorted(found, key=lambda step: step.at)


def words(decision: Decision) -> str | None:
    """What a reader may know of a decision; none for what is no reader's business."""
    if decision.action in (Action.REGRADE, Action.REDATE):
        return _changed(decision)
    said: dict[Action, str] = {
        Action.PUBLISH: _("Published from the published record, not reviewed by staff"),
        Action.VERIFY: _("Verified by staff"),
        Action.WITHDRAW: _("Withdrawn"),
        Action.SUSPEND: _("Suspended while it is looked at again; not counted meanwhile"),
        Action.REINSTATE: _("Reinstated"),
        Action.INVALIDATE: _("Could not be substantiated; taken out of every count"),
        Action.CORRECT: _("A typing error was corrected"),
        Action.SUPERSEDE: _("Superseded by a later entry"),
        Action.LAPSE: _("Ended: the organisation is no more"),
        Action.RESTORE: _("Counted again: that it had ended was an error"),
        Action.CITE: _("Evidence added or changed"),
        Action.MERGE: _("Joined with another record of the same supporter"),
        Action.UNMERGE: _("Parted from another record again"),
    }
    return said.get(decision.action)


def happened(change: SupporterChange) -> str:
    """What a reader learns of something that happened to a supporter, or that it was an error."""
    on = day(change.happened_on)
    if change.precision is DatePrecision.BY:
        on = _("by %(day)s", day=on)
    if change.undoes_id is None:
        return _said(change, on, change.before, change.after)
    said = _said(change, on, change.after, change.before)
    return str(_("Recorded in error and taken back: %(what)s", what=said))


def _said(change: SupporterChange, on: str, before: str, after: str) -> str:
    name = change.successor.name if change.successor else ""
    if change.kind is ChangeKind.RENAMED:
        if before == after:
            return str(_("Name changed in some languages (%(day)s)", day=on))
        said = _("Renamed from “%(old)s” to “%(new)s” (%(day)s)", old=before, new=after, day=on)
        return str(said)
    return str(
        {
            ChangeKind.DISSOLVED: _("Dissolved (%(day)s)", day=on),
            ChangeKind.MERGED_INTO: _("Merged into %(name)s (%(day)s)", name=name, day=on),
            ChangeKind.SUCCEEDED: _("Succeeded by %(name)s (%(day)s)", name=name, day=on),
            ChangeKind.MANDATE_ENDED: _("Mandate ended (%(day)s)", day=on),
            ChangeKind.MANDATE_BEGAN: _("Mandate began again (%(day)s)", day=on),
        }[change.kind]
    )


def _changed(decision: Decision) -> str:
    difference = decision.difference or {}
    if "grade" in difference:
        before, after = (grade(Grade(one)) for one in difference["grade"])
        said = _("Grade changed from “%(before)s” to “%(after)s”", before=before, after=after)
        return str(said)
    before, after = difference.get("effective_on", (None, None))
    if before and after:
        return str(
            _(
                "Date corrected from %(before)s to %(after)s",
                before=day(date.fromisoformat(before)),
                after=day(date.fromisoformat(after)),
            )
        )
    return str(_("Date corrected"))


def grade(one: Grade) -> str:
    """A grade in the reader's language."""
    return str(
        {
            Grade.ENDORSED: _("endorsed"),
            Grade.ANNOUNCED: _("announced"),
            Grade.VOICED: _("voiced"),
        }[one]
    )
