"""Changes of an entry of the published record when its rows change.

The record adds: earlier and later periods, and further evidence. What staff decided stays, and
what the ledger said stays said.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.core.seed_files import Report
from tracker.endorsements import amendments, engine
from tracker.endorsements.amendments import Begun
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.evidence.models import Evidence
from tracker.endorsements.lifecycle import Action, Actor, Status
from tracker.endorsements.models import Endorsement
from tracker.endorsements.record.rows import Entry, Published
from tracker.endorsements.record.texts import Texts
from tracker.supporters.models import SupporterKind

DATES = (Action.REGRADE, Action.REDATE)


def follow(
    session: Session,
    endorsement: Endorsement,
    entry: Entry,
    texts: Texts,
    report: Report,
    *,
    now: datetime,
) -> None:
    """Let an entry say what its rows say now, as far as no staff have decided otherwise."""
    if endorsement.status is not Status.VERIFIED:
        report.kept.append(f"endorsements {entry.cites} ({endorsement.status.value})")
        return
    counted = endorsement.grade, endorsement.effective_on, endorsement.effective_precision
    if _by_staff(endorsement, *DATES):
        report.kept.append(f"endorsements {entry.cites} (grade and date as staff left them)")
    else:
        _follow_periods(session, endorsement, entry, now)
    endorsement.last_checked_on = entry.seen_on
    if _by_staff(endorsement, Action.CITE):
        report.kept.append(f"endorsements {entry.cites} (evidence as staff left it)")
    else:
        row = entry.first
        corrected = len(entry.rows) == 1 and counted == (row.grade, row.on, row.precision)
        _follow_evidence(session, endorsement, entry, texts, now, corrected=corrected)


def _by_staff(endorsement: Endorsement, *actions: Action) -> bool:
    return any(
        decision.action in actions and decision.staff_id for decision in endorsement.decisions
    )


def _follow_periods(
    session: Session, endorsement: Endorsement, entry: Entry, now: datetime
) -> None:
    *earlier, present = entry.periods
    same_day = (endorsement.effective_on, endorsement.effective_precision) == (
        present.on,
        present.precision,
    )
    if endorsement.grade is not present.grade:
        regrade(session, endorsement, present, now=now)
    elif not same_day:
        amendments.redate(
            session,
            endorsement,
            Actor.system(present.row),
            now=now,
            on=present.on,
            precision=present.precision,
            change=_change(session, endorsement, Action.REDATE, present, now),
        )
    endorsement.date_known = present.date_known
    session.flush()
    before = tuple(Begun(row.grade, row.on, row.precision) for row in earlier)
    if amendments.periods_before(session, endorsement) != before:
        cites = earlier[-1] if earlier else present
        amendments.precede(
            session,
            endorsement,
            Actor.system(cites.row),
            now=now,
            earlier=before,
            change=_change(session, endorsement, Action.REGRADE, cites, now),
        )


def regrade(session: Session, endorsement: Endorsement, row: Published, *, now: datetime) -> None:
    """Let the grade of a row hold from its day on."""
    amendments.regrade(
        session,
        endorsement,
        Actor.system(row.row),
        now=now,
        grade=row.grade,
        on=row.on,
        precision=row.precision,
        change=_change(session, endorsement, Action.REGRADE, row, now),
    )
    endorsement.date_known = row.date_known
    session.flush()


def _change(
    session: Session, endorsement: Endorsement, action: Action, row: Published, now: datetime
) -> ProposedChange:
    change = ProposedChange(
        endorsement_id=endorsement.id,
        action=action,
        proposed_at=now,
        cites=row.row,
        grade=row.grade,
        effective_on=row.on,
        effective_precision=row.precision,
        settled_at=now,
        applied=True,
    )
    session.add(change)
    session.flush()
    return change


def _follow_evidence(
    session: Session,
    endorsement: Endorsement,
    entry: Entry,
    texts: Texts,
    now: datetime,
    *,
    corrected: bool,
) -> None:
    """Let an entry rest on all its rows.

    A text that left the file stays, as what the entry rested on. If only the text of its one row
    was `corrected`, the new takes the place of the old.
    """
    cited = {evidence.instrument_id: evidence for evidence in endorsement.evidence}
    left = dict(cited)
    changed = False
    for row in entry.rows:
        instrument = texts.of(row)
        evidence = cited.get(instrument.id)
        left.pop(instrument.id, None)
        if evidence is not None and evidence.quote == row.quote:
            continue
        _cite_for(session, endorsement, row, instrument.id, now)
        if evidence is not None:
            evidence.quote = row.quote
        else:
            texts.cite(endorsement, row)
        session.flush()
        changed = True
    if corrected and len(cited) == len(left) == 1:
        _drop(session, endorsement, entry.first, *left.values(), now=now)
    if changed:
        session.expire(endorsement, ["evidence"])
        engine.decide(
            session,
            endorsement,
            Action.CITE,
            Actor.system(entry.cites),
            now=now,
            source=endorsement.status,
            target=endorsement.status,
        )


def _drop(
    session: Session,
    endorsement: Endorsement,
    row: Published,
    evidence: Evidence,
    *,
    now: datetime,
) -> None:
    """Take away a text that another replaced: that stands already, or the database would refuse."""
    _cite_for(session, endorsement, row, evidence.instrument_id, now)
    session.delete(evidence)
    session.flush()


def _cite_for(
    session: Session,
    endorsement: Endorsement,
    row: Published,
    instrument_id: int,
    now: datetime,
) -> None:
    """Say on which row a change of a government's evidence rests: it takes two people else."""
    if endorsement.kind is SupporterKind.GOVERNMENT:
        change = _change(session, endorsement, Action.CITE, row, now)
        change.instrument_id = instrument_id
        endorsement.change_id = change.id
        session.flush()
