"""The steps of applying a planned list in batches, and of taking it back.

Applied rows are staged, which nobody sees. Once all are, they turn into entries that await review,
again batch by batch: SQLite has one writer, and sign-ups wait for it. The successor of a killed
worker goes on where the last whole batch ended.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Integer,
    ScalarSelect,
    String,
    cast,
    delete,
    false,
    func,
    literal,
    select,
    update,
)
from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.core.crypto import Vault
from tracker.core.errors import RuleBroken
from tracker.core.orm import UtcDateTime, insert_selected
from tracker.endorsements import engine
from tracker.endorsements.evidence.models import Evidence, Instrument, InstrumentType
from tracker.endorsements.lifecycle import Action, Actor, ReasonCode, Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.imports.models import NEWS, ImportRow, ImportRun, Outcome, RunState
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision
from tracker.review.decisions import proposals
from tracker.review.decisions.verdict import Verdict
from tracker.review.queue import queries
from tracker.supporters.models import Supporter, SupporterKind
from tracker.supporters.names import plain_key

BATCH = 1_000
UNDO_BATCH = 100
APPEARING = {SupporterKind.ORGANISATION: 2_000, SupporterKind.GOVERNMENT: 25}
"""Rows that appear in one transaction: some tenths of a second's work. A government's may be a
proposed change, which is made one by one."""
UNDONE = "The import was undone."


def stage(session: Session, run: ImportRun, now: datetime) -> int:
    """Make a batch of entries that nobody sees yet, by statements over the rows themselves."""
    new = (ImportRow.run_id == run.id, ImportRow.outcome == Outcome.ADDED)
    due = (*new, ImportRow.endorsement_id.is_(None))
    lines = session.scalars(
        select(ImportRow.line).where(*due).order_by(ImportRow.line).limit(BATCH)
    ).all()
    if not lines:
        return 0
    # Rows are done in the order of their lines, so two numbers say which ones this batch is.
    span = ImportRow.line.between(lines[0], lines[-1])
    batch = (*due, span)
    instrument_id = _instrument(session, run)
    supporter: ColumnElement[int]
    if run.kind is SupporterKind.GOVERNMENT:
        supporter = _of(Supporter.state_iso3 == ImportRow.state_iso3)
    else:
        _make_organisations(session, batch, now)
        supporter = func.coalesce(ImportRow.supporter_id, _of(Supporter.seed_key == _key()))
    values = {
        "initiative_id": literal(run.initiative_id),
        "supporter_id": supporter,
        "kind": run.kind,
        "origin": Origin.RECORDED_BY_STAFF,
        "submitted_at": literal(now, UtcDateTime()),
        "status": Status.STAGED,
        "status_since": literal(now, UtcDateTime()),
        "grade": Grade.ENDORSED,
        "effective_on": ImportRow.effective_on,
        "effective_precision": ImportRow.effective_precision,
        "date_known": True,
        "be_named": False,
        "words": "",
        "locale": "en",
        "flag": "",
        "recorder_id": literal(run.staff_id),
        "second_recorder_id": literal(run.applied_by_id, Integer()),
        "seed_key": _key(),
    }
    session.execute(insert_selected(Endorsement, values, *batch))
    government = run.kind is SupporterKind.GOVERNMENT
    session.execute(
        update(ImportRow)
        .where(*batch, Endorsement.seed_key == _key())
        .values(
            endorsement_id=Endorsement.id,
            supporter_id=Endorsement.supporter_id,
            supporter_made=false() if government else ImportRow.supporter_id.is_(None),
        )
        .execution_options(synchronize_session=False)
    )
    quote = literal("Line ") + cast(ImportRow.line, String) + literal(": ") + ImportRow.value
    cited = {
        "endorsement_id": ImportRow.endorsement_id,
        "instrument_id": literal(instrument_id),
        "quote": quote,
    }
    session.execute(insert_selected(Evidence, cited, *new, span))
    return len(lines)


def _make_organisations(session: Session, batch: Conditions, now: datetime) -> None:
    """Make the organisations of a batch that are not here yet."""
    new = (*batch, ImportRow.supporter_id.is_(None))
    values = {
        "kind": SupporterKind.ORGANISATION,
        "name": ImportRow.value,
        "name_key": ImportRow.name_key,
        "created_at": literal(now, UtcDateTime()),
        "country": ImportRow.country,
        "website": ImportRow.website,
        "domain": ImportRow.domain,
        "role": "",
        "chamber": "",
        "seed_key": _key(),
    }
    session.execute(insert_selected(Supporter, values, *new))
    _find_by_plain_letters(session, new)


def _find_by_plain_letters(session: Session, new: Conditions) -> None:
    """Let the organisations just made be found by plain letters where their names have others."""
    organisations = select(Supporter.id, Supporter.name).join(
        ImportRow, Supporter.seed_key == _key()
    )
    keys = [
        {"id": row.id, "plain_key": plain_key(row.name)}
        for row in session.execute(organisations.where(*new))
        if not row.name.isascii()
    ]
    if keys:
        session.execute(update(Supporter), keys)


Conditions = tuple[ColumnElement[bool], ...]


def _key() -> ColumnElement[str]:
    """Return what tells which row of which import something was made from."""
    run_id, line = cast(ImportRow.run_id, String), cast(ImportRow.line, String)
    return literal("import ") + run_id + literal(", line ") + line


def _of(condition: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(Supporter.id).where(condition).scalar_subquery()


def _instrument(session: Session, run: ImportRun) -> int:
    """Return the list as an instrument: one for all its rows."""
    if run.instrument_id is None:
        instrument = Instrument(
            type=InstrumentType.OFFICIAL_LIST,
            source=run.source,
            dated=run.list_date.isoformat() if run.list_date else "",
        )
        session.add(instrument)
        session.flush()
        run.instrument_id = instrument.id
    return run.instrument_id


def appear(session: Session, vault: Vault, run: ImportRun, now: datetime) -> int:
    """Put a batch of rows before reviewers, in the order of their lines; return how many.

    What was staged becomes an entry that awaits review, what differs a proposed change. The run is
    applied once no row is left.
    """
    lines = session.scalars(
        select(ImportRow.line)
        .where(
            ImportRow.run_id == run.id,
            ImportRow.line > run.appeared_line,
            ImportRow.outcome.in_(NEWS),
        )
        .order_by(ImportRow.line)
        .limit(APPEARING[run.kind])
    ).all()
    if not lines:
        run.state, run.ended_at = RunState.APPLIED, now
        return 0
    batch = (ImportRow.run_id == run.id, ImportRow.line.between(lines[0], lines[-1]))
    staged = select(ImportRow.endorsement_id).where(*batch, ImportRow.endorsement_id.is_not(None))
    by = Actor.staff(run.applied_by_id or run.staff_id)
    engine.appear(session, staged, run.kind, by, now=now)
    if run.kind is SupporterKind.GOVERNMENT:
        _propose(session, vault, run, batch, now)
    run.appeared_line = lines[-1]
    return len(lines)


def _propose(
    session: Session, vault: Vault, run: ImportRun, batch: Conditions, now: datetime
) -> None:
    """Put what the list says otherwise of a government before a second reviewer."""
    staff = session.get_one(User, run.applied_by_id or run.staff_id)
    for row in session.scalars(
        select(ImportRow).where(*batch, ImportRow.outcome == Outcome.CHANGED)
    ):
        entry = queries.for_change(session, row.standing_id or 0)
        verdict = Verdict(
            staff=staff,
            seen=queries.newest_decision_id(session, entry.id),
            reason=ReasonCode.ON_DEPOSITARY_LIST,
            words=f"{run.source}, line {row.line}",
        )
        action = Action.REDATE if entry.grade is Grade.ENDORSED else Action.REGRADE
        try:
            with session.begin_nested():
                proposals.propose(
                    session,
                    vault,
                    entry,
                    action,
                    verdict,
                    now=now,
                    grade=Grade.ENDORSED,
                    on=row.effective_on,
                    precision=row.effective_precision or DatePrecision.BY,
                    text=_instrument(session, run),
                    brought_by_id=run.staff_id,
                )
        except RuleBroken as error:
            row.reason = f"{row.reason} Not proposed: {error.message}"


def unstage(session: Session, run: ImportRun) -> int:
    """Remove a batch of what nobody has seen."""
    rows = session.scalars(
        select(ImportRow)
        .where(ImportRow.run_id == run.id, ImportRow.endorsement_id.is_not(None))
        .order_by(ImportRow.line)
        .limit(BATCH)
    ).all()
    entry_ids = [row.endorsement_id for row in rows]
    supporter_ids = [row.supporter_id for row in rows if row.supporter_made]
    for row in rows:
        row.endorsement_id = None
        if row.supporter_made:
            row.supporter_id, row.supporter_made = None, False
    session.flush()
    session.execute(delete(Evidence).where(Evidence.endorsement_id.in_(entry_ids)))
    session.execute(
        delete(Endorsement).where(
            Endorsement.id.in_(entry_ids), Endorsement.status == Status.STAGED
        )
    )
    session.execute(delete(Supporter).where(Supporter.id.in_(supporter_ids)))
    return len(rows)


def take_back(session: Session, vault: Vault, run: ImportRun, now: datetime) -> int:
    """Reverse a batch of entries: what awaited is rejected; what counted is suspended, and that it
    never counted is proposed to a second reviewer."""
    rows = session.scalars(
        select(ImportRow)
        .where(
            ImportRow.run_id == run.id,
            ImportRow.endorsement_id.is_not(None),
            ImportRow.undone.is_(False),
        )
        .order_by(ImportRow.line)
        .limit(UNDO_BATCH)
    ).all()
    staff = session.get_one(User, run.undone_by_id or run.staff_id)
    for row in rows:
        row.undone = True
        try:
            with session.begin_nested():
                _reverse(session, queries.for_change(session, row.endorsement_id or 0), staff, now)
                entry = queries.entry(session, row.endorsement_id or 0)
            if entry.status is Status.SUSPENDED:
                with session.begin_nested():
                    _propose_invalid(session, vault, entry, staff, now)
        except RuleBroken as error:
            row.reason = error.message
    return len(rows)


def _reverse(session: Session, entry: Endorsement, staff: User, now: datetime) -> None:
    if entry.status is Status.SUSPENDED:
        return
    action = Action.SUSPEND if entry.status is Status.VERIFIED else Action.REJECT
    by, reason = Actor.staff(staff.id), ReasonCode.OTHER
    engine.move(session, entry, action, by, now=now, reason=reason, words=UNDONE)


def _propose_invalid(
    session: Session, vault: Vault, entry: Endorsement, staff: User, now: datetime
) -> None:
    """Put before a second reviewer that an entry never counted."""
    seen = queries.newest_decision_id(session, entry.id)
    verdict = Verdict(staff=staff, seen=seen, reason=ReasonCode.OTHER, words=UNDONE)
    proposals.propose(session, vault, entry, Action.INVALIDATE, verdict, now=now)
