"""Merging two records of one organisation, and parting them again, entry by entry.

Afterwards the organisation counts once for each initiative, from the earlier day of the two. Both
records and all their entries stay: an entry moves, or gives way to the one that counts longer.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Select, or_, select, update
from sqlalchemy.orm import Session, joinedload

from tracker.core.errors import Conflict, NotFound, RuleBroken
from tracker.core.orm import affected
from tracker.endorsements import engine
from tracker.endorsements.lifecycle import Action, Actor, Status
from tracker.endorsements.merging.models import Effect, Merge, MergeRow
from tracker.endorsements.merging.plan import Plan, organisation, plan
from tracker.endorsements.models import Endorsement
from tracker.endorsements.queries import COUNTED
from tracker.supporters.models import Supporter

BATCH = 100
"""Entries that one round gathers."""


def merge(
    session: Session,
    kept_id: int,
    merged_id: int,
    staff_id: int,
    reason: str,
    *,
    seen: str,
    now: datetime,
) -> Merge:
    """Let one record stand for both. `seen` is that of the plan which the reviewer confirms.

    Raises RuleBroken with the first refusal, Conflict when the plan is no longer what was seen.
    """
    if not reason:
        raise RuleBroken("Say how you know that the two are one organisation.")
    kept, merged = _both(session, kept_id, merged_id)
    planned = plan(session, kept, merged)
    if planned.refusals:
        raise planned.refusals[0]
    if planned.seen != seen:
        raise Conflict("An entry has changed since you opened the page. Look at it again.")
    merge = Merge(
        kept_id=kept.id, merged_id=merged.id, staff_id=staff_id, merged_at=now, reason=reason
    )
    session.add(merge)
    session.flush()
    _carry_out(session, merge, planned, Actor.staff(staff_id), now=now)
    _stand_for(session, kept, of=merged)
    return merge


def _carry_out(session: Session, merge: Merge, planned: Plan, by: Actor, *, now: datetime) -> None:
    """Supersede and move what a plan says, and note each for the way back.

    An entry gives way while it is still its own record's, so that the ledger's entries of it name
    one record.
    """
    for pairing in planned.pairings:
        engine.move(
            session,
            pairing.gives_way,
            Action.SUPERSEDE,
            by,
            now=now,
            superseded_by_id=pairing.stands.id,
            difference=_counts_through(pairing.gives_way, pairing.stands),
        )
        _note(session, merge, pairing.gives_way, Effect.SUPERSEDED)
    for entry in planned.moved:
        engine.reassign(session, entry, Action.MERGE, by, to=planned.kept, now=now)
        _note(session, merge, entry, Effect.MOVED)
    session.flush()


def unmerge(session: Session, merge_id: int, staff_id: int, *, now: datetime) -> Merge:
    """Part the two records as they were: entries go back, and what gave way counts again.

    Raises RuleBroken when a later merge or decision stands in the way, Conflict when somebody else
    was first.
    """
    merge = by_id(session, merge_id)
    _kept, merged = _both(session, merge.kept_id, merge.merged_id)
    _undo(session, merge, staff_id, now)
    _refuse_if_merged_since(session, merge)
    _stand_for(session, merged, of=merged)
    by = Actor.staff(staff_id)
    rows = _rows(session, merge)
    for entry in rows[Effect.MOVED]:
        engine.reassign(session, entry, Action.UNMERGE, by, to=merged, now=now)
    for entry in rows[Effect.SUPERSEDED]:
        _restore(session, entry, by, now)
    return merge


def has_stray_entries(session: Session) -> bool:
    """Return whether a merged record has an entry that should be with the one that stands for
    it."""
    return session.execute(_stray().limit(1)).first() is not None


def gather(session: Session, *, now: datetime) -> int:
    """Move what came to a merged record while, or after, it was merged; return how many entries.

    A sign-up may have found the record a moment before, and a list may have been read long before.
    Such an entry has not been counted yet, so nothing gives way to it.
    """
    strays = session.execute(_stray().limit(BATCH)).all()
    for entry, merge in strays:
        by = Actor.system(f"merge {merge.id}")
        engine.reassign(session, entry, Action.MERGE, by, to=merge.kept, now=now)
        _note(session, merge, entry, Effect.MOVED)
    session.flush()
    return len(strays)


def _stray() -> Select[Endorsement, Merge]:
    return (
        select(Endorsement, Merge)
        .join(Supporter, Supporter.id == Endorsement.supporter_id)
        .join(Merge, (Merge.merged_id == Supporter.id) & Merge.undone_at.is_(None))
        .where(
            Supporter.merged_into_id.is_not(None),
            Endorsement.status.not_in((Status.STAGED, *COUNTED)),
        )
    )


def by_id(session: Session, merge_id: int) -> Merge:
    """Return a merge. Raises NotFound."""
    merge = session.get(Merge, merge_id)
    if merge is None:
        raise NotFound("There is no merge of this number.")
    return merge


def _both(session: Session, kept_id: int, merged_id: int) -> tuple[Supporter, Supporter]:
    """Return both records, locked in the order of their numbers so that two merges cannot cross,
    and no entry is added to either meanwhile."""
    session.execute(
        select(Supporter.id)
        .where(Supporter.id.in_((kept_id, merged_id)))
        .order_by(Supporter.id)
        .with_for_update()
    )
    both = organisation(session, kept_id), organisation(session, merged_id)
    for record in both:
        session.refresh(record)
    return both


def _stand_for(session: Session, standing: Supporter, *, of: Supporter) -> None:
    """Let one record stand for another, and for all that were merged into that one before."""
    merged_ids, newest = {of.id}, {of.id}
    while newest:
        newest = set(
            session.scalars(
                select(Merge.merged_id).where(Merge.kept_id.in_(newest), Merge.undone_at.is_(None))
            )
        )
        merged_ids |= newest
    of.merged_into_id = None if of is standing else standing.id
    session.flush()
    session.execute(
        update(Supporter)
        .where(Supporter.id.in_(merged_ids - {of.id}))
        .values(merged_into_id=standing.id)
    )


def _undo(session: Session, merge: Merge, staff_id: int, now: datetime) -> None:
    undone = session.execute(
        update(Merge)
        .where(Merge.id == merge.id, Merge.undone_at.is_(None))
        .values(undone_at=now, undone_by_id=staff_id)
        .execution_options(synchronize_session=False)
    )
    if affected(undone) != 1:
        raise Conflict("These records have been parted already.")
    session.refresh(merge)


def _refuse_if_merged_since(session: Session, merge: Merge) -> None:
    """Refuse to undo but the latest merge: in the opposite order each finds what it left."""
    later = session.scalars(
        select(Merge).where(
            Merge.id > merge.id,
            Merge.undone_at.is_(None),
            or_(Merge.kept_id == merge.kept_id, Merge.merged_id == merge.kept_id),
        )
    ).first()
    if later is not None:
        raise RuleBroken(
            "“%(merged)s” was merged into “%(kept)s” later. Part those two first.",
            merged=later.merged.name,
            kept=later.kept.name,
        )


def _restore(session: Session, entry: Endorsement, by: Actor, now: datetime) -> None:
    """Let what gave way count again. Raises RuleBroken when that would not be as before."""
    if entry.status is not Status.SUPERSEDED:
        raise RuleBroken(
            "%(reference)s has been decided about since, so the two cannot be parted as they were.",
            reference=entry.reference,
        )
    stood = session.get_one(Endorsement, entry.superseded_by_id)
    engine.move(
        session,
        entry,
        Action.RESTORE,
        by,
        now=now,
        superseded_by_id=None,
        difference=_counts_through(stood, entry),
    )


def _counts_through(before: Endorsement, after: Endorsement) -> dict[str, list[str]]:
    return {"counts_through": [before.reference, after.reference]}


def _note(session: Session, merge: Merge, entry: Endorsement, effect: Effect) -> None:
    session.add(MergeRow(merge_id=merge.id, endorsement_id=entry.id, what=effect))


def _rows(session: Session, merge: Merge) -> dict[Effect, list[Endorsement]]:
    rows = session.scalars(
        select(MergeRow)
        .where(MergeRow.merge_id == merge.id)
        .order_by(MergeRow.endorsement_id)
        .options(joinedload(MergeRow.endorsement))
    ).all()
    return {effect: [row.endorsement for row in rows if row.what is effect] for effect in Effect}
