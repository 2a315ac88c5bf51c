"""What merging two records of one organisation would do, entry by entry, and what forbids it."""

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
        """What changes whenever the plan would: who confirms it saw exactly this one."""
        entries = [*self.staying, *self.moved]
        said = [f"{one.id}{one.status}{one.effective_on}{one.supporter_id}" for one in entries]
        return hashlib.sha256(" ".join(sorted(said)).encode()).hexdigest()[:16]


def organisation(session: Session, supporter_id: int) -> Supporter:
    """One organisation by its number, merged or not. Raises NotFound."""
    found = session.get(Supporter, supporter_id)
    if found is None or found.kind is not SupporterKind.ORGANISATION:
        raise NotFound("There is no organisation of that number.")
    return found


def entries_of(session: Session, supporter_id: int) -> list[Endorsement]:
    """All entries of one record, oldest first, with what a comparison shows."""
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
    """What merging one record into another would do to every entry, without doing it."""
    staying, moved = entries_of(session, kept.id), entries_of(session, merged.id)
    by_initiative: dict[int, list[Endorsement]] = defaultdict(list)
    for one in (*staying, *moved):
        if one.status in COUNTED:
            by_initiative[one.initiative_id].append(one)
    pairings = [_pair(*two) for two in by_initiative.values() if len(two) > 1]
    made = Plan(kept=kept, merged=merged, moved=moved, pairings=pairings, staying=staying)
    made.refusals.extend(_refusals(session, made))
    return made


def _pair(one: Endorsement, other: Endorsement) -> Pairing:
    """The later gives way; of two from the same day, the merged record's."""
    if engine.counted_since(other) < engine.counted_since(one):
        one, other = other, one
    return Pairing(stands=one, gives_way=other)


def _refusals(session: Session, made: Plan) -> list[RuleBroken]:
    found = []
    if made.kept.id == made.merged.id:
        found.append(RuleBroken("These are not two records. Choose another number."))
    found += [
        RuleBroken("“%(name)s” was merged into another record already.", name=record.name)
        for record in (made.kept, made.merged)
        if record.merged_into_id is not None
    ]
    found += [
        RuleBroken(
            "A list that names “%(name)s” is being brought in. Wait until it is done.",
            name=one.supporter.name,
        )
        for one in (*made.staying, *made.moved)
        if one.status is Status.STAGED
    ]
    for pairing in made.pairings:
        found += _unsettled(pairing)
    return found or _overlaps(session, made)


def _unsettled(pairing: Pairing) -> list[RuleBroken]:
    found = [
        RuleBroken(
            "%(reference)s is suspended, and both records have an entry for %(initiative)s."
            " Reinstate, invalidate or withdraw it first.",
            reference=one.reference,
            initiative=one.initiative.name,
        )
        for one in (pairing.stands, pairing.gives_way)
        if one.status is Status.SUSPENDED
    ]
    if pairing.gives_way.withdrawal_requested_at is not None:
        found.append(
            RuleBroken(
                "The supporter asked to withdraw %(reference)s. Confirm or decline that first.",
                reference=pairing.gives_way.reference,
            )
        )
    return found


def _overlaps(session: Session, made: Plan) -> list[RuleBroken]:
    """Days on which entries that have ended would count beside the other record's."""
    given_way = {pairing.gives_way.id for pairing in made.pairings}
    by_initiative: dict[int, list[Endorsement]] = defaultdict(list)
    for one in (*made.staying, *made.moved):
        if one.id not in given_way and one.verified_at is not None:
            by_initiative[one.initiative_id].append(one)
    found = []
    for entries in by_initiative.values():
        ids = select(Endorsement.id).where(Endorsement.id.in_([one.id for one in entries]))
        day = overlap.first_day_twice(session, ids)
        if day is not None:
            found.append(_overlap(entries, day))
    return found


def _overlap(entries: list[Endorsement], day: date) -> RuleBroken:
    """A verified entry can still be redated; of what has ended no day is changed any more."""
    initiative = entries[0].initiative.name
    references = ", ".join(one.reference for one in entries)
    verified = [one.reference for one in entries if one.status is Status.VERIFIED]
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
