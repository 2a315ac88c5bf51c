"""A published list against what is here: who is only there, who is only here, whose dates differ.

The first and the last are the rows of a planned import; this module finds the second.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, contains_eager

from tracker.challenges.models import Challenge, Ground
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.imports.models import ImportRow, ImportRun
from tracker.initiatives.grades import Grade
from tracker.supporters.models import Supporter, SupporterKind

MAX_SHOWN = 500


def only_here(session: Session, run: ImportRun) -> Sequence[Endorsement]:
    """Return endorsed entries of the list's kind that none of its rows names, by name."""
    is_listed = exists().where(ImportRow.run_id == run.id)
    if run.kind is SupporterKind.GOVERNMENT:
        is_listed = is_listed.where(ImportRow.state_iso3 == Supporter.state_iso3)
    else:
        is_listed = is_listed.where(ImportRow.standing_id == Endorsement.id)
    return session.scalars(
        select(Endorsement)
        .join(Endorsement.supporter)
        .options(contains_eager(Endorsement.supporter))
        .where(
            Endorsement.initiative_id == run.initiative_id,
            Endorsement.kind == run.kind,
            Endorsement.status == Status.VERIFIED,
            Endorsement.grade == Grade.ENDORSED,
            ~is_listed,
        )
        .order_by(Supporter.name_key)
        .limit(MAX_SHOWN)
    ).all()


def ask_about(session: Session, run: ImportRun, *, now: datetime) -> int:
    """Put every entry that the list does not name before reviewers, once; return how many are new.

    Like a reader's report it changes nothing by itself.
    """
    day = f" of {run.list_date.isoformat()}" if run.list_date else ""
    words = f"Not on the list{day}: {run.source}"
    asked_about = set(
        session.scalars(select(Challenge.endorsement_id).where(Challenge.words == words))
    )
    new = [entry for entry in only_here(session, run) if entry.id not in asked_about]
    session.add_all(
        Challenge(
            endorsement_id=entry.id,
            ground=Ground.ENDED,
            words=words,
            source=run.source[:500],
            email_sealed=None,
            email_digest=None,
            locale="en",
            submitted_at=now,
            confirmed_at=now,
        )
        for entry in new
    )
    return len(new)
