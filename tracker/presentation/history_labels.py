"""An entry's public history, in fixed neutral words: no reviewer, no rejection, no accusation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from tracker.core.i18n import day
from tracker.core.orm import JsonObject
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import Action, ActorKind
from tracker.endorsements.models import Endorsement, Origin
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision
from tracker.presentation import labels
from tracker.supporters.change_labels import happened
from tracker.supporters.changes import SupporterChange


@dataclass(frozen=True)
class Step:
    """One line of the history."""

    at: datetime
    words: str


def public_history(endorsement: Endorsement, changes: Sequence[SupporterChange] = ()) -> list[Step]:
    """Return the steps that are public, and what happened to the supporter since, oldest first;
    what came before the verification is not."""
    since = endorsement.verified_at
    steps = [
        Step(change.recorded_at, happened(change))
        for change in changes
        if since and change.recorded_at >= since
    ]
    for decision in endorsement.decisions:
        is_public = since is not None and decision.decided_at >= since
        if decision.action is not Action.PUBLISH and (not is_public or came_with(decision, since)):
            continue
        label = for_decision(decision)
        if label:
            steps.append(Step(decision.decided_at, label))
    return sorted(steps, key=lambda step: step.at)


def came_with(decision: Decision, published_at: datetime | None) -> bool:
    """Return whether a decision only tells of the periods with which the record published an
    entry: nothing had been published before that it would change."""
    return decision.actor_kind is ActorKind.SYSTEM and decision.decided_at == published_at


def approvals(endorsement: Endorsement) -> tuple[int, list[date]]:
    """Return how many people approved a government's entry that reviewers verified, and on which
    days."""
    if endorsement.origin is Origin.PUBLISHED_RECORD or endorsement.verified_at is None:
        return 0, []
    people = {endorsement.first_approver_id, endorsement.second_approver_id} - {None}
    approved = [
        decision.decided_at.date()
        for decision in endorsement.decisions
        if decision.action in (Action.APPROVE, Action.VERIFY)
    ]
    return len(people), sorted(set(approved[-len(people) :]))


DECISIONS = {
    Action.PUBLISH: _l("Taken from the published record, not reviewed by staff"),
    Action.VERIFY: _l("Verified by staff"),
    Action.WITHDRAW: _l("Withdrawn"),
    Action.SUSPEND: _l("Suspended while it is looked at again; not counted meanwhile"),
    Action.REINSTATE: _l("Reinstated"),
    Action.APPEAL: _l("Being looked at again"),
    Action.INVALIDATE: _l("Could not be substantiated; taken out of every count"),
    Action.CORRECT: _l("A typing error was corrected"),
    Action.SUPERSEDE: _l("Superseded by a later entry"),
    Action.LAPSE: _l("Ended: the organisation is no more"),
    Action.RESTORE: _l("Counted again: that it had ended was an error"),
    Action.CITE: _l("Evidence added or changed"),
    Action.MERGE: _l("Joined with another record of the same supporter"),
    Action.UNMERGE: _l("Parted from another record again"),
}


def for_decision(decision: Decision) -> str | None:
    """Return what a reader may know of a decision; none for what is no reader's business."""
    if decision.action in (Action.REGRADE, Action.REDATE):
        return _changed(decision)
    if decision.difference and decision.action in _OF_RECORDS:
        return _of_records(decision.action, decision.difference)
    if decision.difference and decision.action is Action.DECLARE:
        return _declared(decision.difference)
    label = DECISIONS.get(decision.action)
    return str(label) if label else None


_OF_RECORDS = (Action.MERGE, Action.UNMERGE, Action.SUPERSEDE, Action.RESTORE)


def _of_records(action: Action, difference: JsonObject) -> str:
    """Return what merging two records of one organisation, or parting them, did to an entry."""
    before, after = difference.get("organisation") or difference["counts_through"]
    sentence = {
        Action.MERGE: _(
            "Recorded until then under “%(before)s”, found to be the same organisation as"
            " “%(after)s”",
            before=before,
            after=after,
        ),
        Action.UNMERGE: _(
            "Recorded under “%(after)s” again, found to be another organisation than “%(before)s”",
            before=before,
            after=after,
        ),
        Action.SUPERSEDE: _(
            "Counted once with %(after)s, an entry of the same organisation", after=after
        ),
        Action.RESTORE: _(
            "Counted by itself again: %(before)s is another organisation’s entry", before=before
        ),
    }
    return str(sentence[action])


def _declared(difference: JsonObject) -> str:
    """Return that a State's own declaration was recorded, or that it was withdrawn."""
    if "declaration_withdrawn" in difference:
        on = day(date.fromisoformat(difference["declaration_withdrawn"][1]))
        return str(_("The State’s declaration was withdrawn on %(day)s", day=on))
    on = day(date.fromisoformat(difference["declared"][1]))
    return str(_("The State’s declaration of %(day)s was recorded", day=on))


def _changed(decision: Decision) -> str:
    difference = decision.difference or {}
    if "earlier" in difference:
        return _preceded(difference["earlier"][1])
    if "grade" in difference:
        before, after = (labels.for_grade(Grade(grade)) for grade in difference["grade"])
        return str(_("Grade changed from “%(before)s” to “%(after)s”", before=before, after=after))
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


def _preceded(periods: str) -> str:
    """Return which grades were found to have held before the present one."""
    if not periods:
        return str(_("Earlier periods taken out"))
    earlier = []
    for period in periods.split(", "):
        grade, precision, since = period.split()
        names = {"grade": labels.for_grade(Grade(grade)), "day": day(date.fromisoformat(since))}
        earlier.append(
            str(_("%(grade)s since %(day)s", **names))
            if precision == DatePrecision.ON
            else str(_("%(grade)s by %(day)s", **names))
        )
    return str(_("Earlier support added: %(periods)s", periods="; ".join(earlier)))
