"""The plan of merging two records of one organisation, entry by entry, and what forbids it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from tracker.core.errors import NotFound, RuleBroken
from tracker.endorsements import engine, overlap
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.endorsements.queries import COUNTED
from tracker.supporters.models import Supporter, SupporterKind


@dataclass(frozen=True, kw_only=True)
class Pairing:
    """Two counted entries for one initiative: the one that stands, and the one that gives way."""

    stands: Endorsement
    gives_way: Endorsement


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Exactly what a merge would do. With a refusal it cannot be done."""

    kept: Supporter
    merged: Supporter
    moved: list[Endorsement]
    pairings: list[Pairing]
    staying: list[Endorsement]
    """The entries that the kept record has already and keeps."""
    refusals: list[RuleBroken] = field(default_factory=list)

    @property
    def seen(self) -> str:
        """Return what changes whenever the plan would: who confirms it saw exactly this one."""
        entries = [*self.staying, *self.moved]
        facts = [
            f"{entry.id}{entry.status}{entry.effective_on}{entry.supporter_id}" for entry in entries
        ]
        return hashlib.sha256(" ".join(sorted(facts)).encode()).hexdigest()[:16]


def organisation(session: Session, supporter_id: int) -> Supporter:
    """Return an organisation by its number, merged or not. Raises NotFound."""
    supporter = session.get(Supporter, supporter_id)
    if supporter is None or supporter.kind is not SupporterKind.ORGANISATION:
        raise NotFound("There is no organisation of that number.")
    return supporter


def entries_of(session: Session, supporter_id: int) -> list[Endorsement]:
    """Return all entries of one record, oldest first, with what a comparison shows."""
    return list(
        session.scalars(
            select(Endorsement)
            .where(Endorsement.supporter_id == supporter_id)
            .order_by(Endorsement.id)
            .options(
                joinedload(Endorsement.supporter),
                joinedload(Endorsement.initiative),
                joinedload(Endorsement.officer),
            )
        )
    )


def plan(session: Session, kept: Supporter, merged: Supporter) -> Plan:
    """Return what merging one record into another would do to every entry, without doing it."""
    staying, moved = entries_of(session, kept.id), entries_of(session, merged.id)
    by_initiative: dict[int, list[Endorsement]] = defaultdict(list)
    for entry in (*staying, *moved):
        if entry.status in COUNTED:
            by_initiative[entry.initiative_id].append(entry)
    pairings = [_pair(*pair) for pair in by_initiative.values() if len(pair) > 1]
    plan = Plan(kept=kept, merged=merged, moved=moved, pairings=pairings, staying=staying)
    plan.refusals.extend(_refusals(session, plan))
    return plan


def _pair(first: Endorsement, second: Endorsement) -> Pairing:
    """Pair two entries. The later gives way; of two from the same day, the merged record's."""
    if engine.counted_since(second) < engine.counted_since(first):
        first, second = second, first
    return Pairing(stands=first, gives_way=second)


def _refusals(session: Session, plan: Plan) -> list[RuleBroken]:
    refusals = []
    if plan.kept.id == plan.merged.id:
        refusals.append(RuleBroken("These are not two records. Choose another number."))
    refusals += [
        RuleBroken("“%(name)s” was merged into another record already.", name=record.name)
        for record in (plan.kept, plan.merged)
        if record.merged_into_id is not None
    ]
    refusals += [
        RuleBroken(
            "A list that names “%(name)s” is being brought in. Wait until it is done.",
            name=entry.supporter.name,
        )
        for entry in (*plan.staying, *plan.moved)
        if entry.status is Status.STAGED
    ]
    for pairing in plan.pairings:
        refusals += _unsettled(pairing)
    return refusals or _overlaps(session, plan)


def _unsettled(pairing: Pairing) -> list[RuleBroken]:
    refusals = [
        RuleBroken(
            "%(reference)s is suspended, and both records have an entry for %(initiative)s."
            " Reinstate, invalidate or withdraw it first.",
            reference=entry.reference,
            initiative=entry.initiative.name,
        )
        for entry in (pairing.stands, pairing.gives_way)
        if entry.status is Status.SUSPENDED
    ]
    if pairing.gives_way.withdrawal_requested_at is not None:
        refusals.append(
            RuleBroken(
                "The supporter asked to withdraw %(reference)s. Confirm or decline that first.",
                reference=pairing.gives_way.reference,
            )
        )
    return refusals


def _overlaps(session: Session, plan: Plan) -> list[RuleBroken]:
    """Return refusals for days on which ended entries would count beside the other record's."""
    given_way = {pairing.gives_way.id for pairing in plan.pairings}
    by_initiative: dict[int, list[Endorsement]] = defaultdict(list)
    for entry in (*plan.staying, *plan.moved):
        if entry.id not in given_way and entry.verified_at is not None:
            by_initiative[entry.initiative_id].append(entry)
    refusals = []
    for entries in by_initiative.values():
        ids = select(Endorsement.id).where(Endorsement.id.in_([entry.id for entry in entries]))
        day = overlap.first_overlapping_day(session, ids)
        if day is not None:
            refusals.append(_overlap(entries, day))
    return refusals


def _overlap(entries: list[Endorsement], day: date) -> RuleBroken:
    """Word a refusal. A verified entry can still be redated; of what has ended no day is
    changed."""
    initiative = entries[0].initiative.name
    references = ", ".join(entry.reference for entry in entries)
    verified = [entry.reference for entry in entries if entry.status is Status.VERIFIED]
    if verified:
        return RuleBroken(
            "Both records count for %(initiative)s on %(day)s, and one of their entries has ended"
            " since: %(references)s. Correct the day of %(verified)s first.",
            initiative=initiative,
            day=day,
            references=references,
            verified=", ".join(verified),
        )
    return RuleBroken(
        "Both records counted for %(initiative)s on %(day)s, and their entries have ended:"
        " %(references)s. What an ended entry counted stays, so one organisation would have counted"
        " twice. These two records stay apart.",
        initiative=initiative,
        day=day,
        references=references,
    )
