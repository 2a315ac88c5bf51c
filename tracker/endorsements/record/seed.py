"""Endorsements of the published record, exactly as ``data/NOTES.md``, "How each row counts", says.

Each cites its file and row. When a row of the file changes, the entry is regraded or redated by
the engine, so that the ledger keeps what was said before.
"""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.core.errors import RuleBroken
from tracker.core.seed_files import Report, digest
from tracker.endorsements import amendments, engine, succession
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.evidence.links import is_secondary, publisher_named
from tracker.endorsements.evidence.models import Evidence, Instrument
from tracker.endorsements.lifecycle import Action, Actor, Status
from tracker.endorsements.models import ConsentWording, Endorsement, Origin
from tracker.endorsements.queries import COUNTED
from tracker.endorsements.record.rows import Published, published
from tracker.endorsements.signup.consent_wording import WORDINGS
from tracker.initiatives.models import Initiative
from tracker.supporters import histories
from tracker.supporters.models import State, Supporter, SupporterKind
from tracker.supporters.names import fold


def load_wordings(session: Session) -> None:
    """Load every wording to which supporters agreed, with its version."""
    for purpose, version, words in WORDINGS:
        wording = ConsentWording(purpose=purpose, version=version, language="en", words=words)
        session.merge(wording)


def load(session: Session, report: Report, *, now: datetime) -> None:
    """Load every counted row of the record."""
    initiatives = {row.slug: row for row in session.scalars(select(Initiative))}
    states = {row.iso3: row for row in session.scalars(select(State))}
    known = {
        row.seed_key: row
        for row in session.scalars(
            select(Endorsement).where(Endorsement.origin == Origin.PUBLISHED_RECORD)
        )
    }
    instruments = {
        row.seed_key: row
        for row in session.scalars(select(Instrument).where(Instrument.seed_key.is_not(None)))
    }
    for instrument in instruments.values():
        if instrument.revision == 1:  # no staff have changed it
            instrument.publisher = publisher_named(instrument.source)
    for row in published():
        row_digest = digest(vars(row))
        entry = known.get(row.cites)
        if initiatives[row.slug].archived_on is not None:
            if entry is None or entry.seed_digest != row_digest:
                report.kept.append(f"endorsements {row.cites} (of an archived initiative)")
        elif entry is None:
            supporter = _supporter(session, row, states, now)
            standing = _counted_already(session, initiatives[row.slug], supporter)
            if standing is not None:
                report.kept.append(f"endorsements {row.cites} (counted by {standing.reference})")
                continue
            ended = histories.ending(session, supporter.id)
            if ended is not None and row.on >= ended.happened_on:
                report.kept.append(f"endorsements {row.cites} (ended on {ended.happened_on})")
                continue
            _add(
                session, row, row_digest, initiatives[row.slug], supporter, instruments, report, now
            )
        elif entry.seed_digest != row_digest:
            _amend(session, entry, row, report, instruments, now)
            entry.seed_digest = row_digest
            report.count(report.changed, "endorsements")


def _supporter(
    session: Session, row: Published, states: dict[str, State], now: datetime
) -> Supporter:
    if row.kind is SupporterKind.GOVERNMENT:
        return session.scalars(select(Supporter).where(Supporter.state_iso3 == row.iso3)).one()
    key = f"{row.kind.value} {row.name}"
    supporter = session.scalars(select(Supporter).where(Supporter.seed_key == key)).first()
    if supporter is None:
        supporter = Supporter(
            kind=row.kind,
            name=row.name,
            name_key=fold(row.name),
            created_at=now,
            country=states[row.iso3].iso2 if row.iso3 else None,
            role=row.role if row.kind.is_person else "",
            seed_key=key,
        )
        session.add(supporter)
        session.flush()
    if supporter.merged_into_id is not None:
        return session.get_one(Supporter, supporter.merged_into_id)
    return supporter


def _counted_already(
    session: Session, initiative: Initiative, supporter: Supporter
) -> Endorsement | None:
    """Return the entry by which a supporter counts already, or counted until its organisation
    ended: a list names it twice, or staff found two records to be one organisation."""
    return session.scalars(
        select(Endorsement).where(
            Endorsement.initiative_id == initiative.id,
            Endorsement.supporter_id == supporter.id,
            Endorsement.status.in_((*COUNTED, Status.LAPSED)),
        )
    ).first()


def _add(
    session: Session,
    row: Published,
    row_digest: str,
    initiative: Initiative,
    supporter: Supporter,
    instruments: dict[str | None, Instrument],
    report: Report,
    now: datetime,
) -> None:
    """Publish a row, unless an earlier entry of its supporter counts on the same days."""
    _instrument(session, row, instruments)  # it stays, whatever becomes of the entry
    try:
        with session.begin_nested():
            entry = _publish(session, row, row_digest, initiative, supporter, instruments, now)
            succession.lapse_if_ended(session, entry, Actor.system(row.cites), now=now)
    except RuleBroken as error:
        report.kept.append(f"endorsements {row.cites} ({error.message})")
        return
    report.count(report.added, "endorsements")


def _publish(
    session: Session,
    row: Published,
    row_digest: str,
    initiative: Initiative,
    supporter: Supporter,
    instruments: dict[str | None, Instrument],
    now: datetime,
) -> Endorsement:
    entry = Endorsement(
        initiative_id=initiative.id,
        supporter_id=supporter.id,
        kind=row.kind,
        origin=Origin.PUBLISHED_RECORD,
        submitted_at=now,
        status=Status.STAGED,
        status_since=now,
        grade=row.grade,
        effective_on=row.on,
        effective_precision=row.precision,
        date_known=row.date_known,
        be_named=True,
        last_checked_on=row.seen_on,
        seed_key=row.cites,
        seed_digest=row_digest,
    )
    session.add(entry)
    session.flush()
    _rest_on(session, entry, row, instruments)
    engine.move(session, entry, Action.PUBLISH, Actor.system(row.cites), now=now)
    return entry


def _amend(
    session: Session,
    entry: Endorsement,
    row: Published,
    report: Report,
    instruments: dict[str | None, Instrument],
    now: datetime,
) -> None:
    """Follow a changed row. What staff have suspended or withdrawn stays, and is reported."""
    if entry.status is not Status.VERIFIED:
        report.kept.append(f"endorsements {row.cites} ({entry.status.value})")
        return
    by = Actor.system(row.cites)
    if entry.grade is not row.grade:
        amendments.regrade(
            session,
            entry,
            by,
            now=now,
            grade=row.grade,
            on=row.on,
            precision=row.precision,
            change=_change(session, entry, Action.REGRADE, row, now),
        )
    elif (entry.effective_on, entry.effective_precision) != (row.on, row.precision):
        amendments.redate(
            session,
            entry,
            by,
            now=now,
            on=row.on,
            precision=row.precision,
            change=_change(session, entry, Action.REDATE, row, now),
        )
    entry.date_known = row.date_known
    entry.last_checked_on = row.seen_on
    _rest_anew(session, entry, row, instruments, now)


def _cite_for(
    session: Session, entry: Endorsement, row: Published, instrument_id: int, now: datetime
) -> None:
    """Say on which row a change of a government's evidence rests: it takes two people else."""
    if entry.kind is SupporterKind.GOVERNMENT:
        change = _change(session, entry, Action.CITE, row, now)
        change.instrument_id = instrument_id
        entry.change_id = change.id
        session.flush()


def _change(
    session: Session, entry: Endorsement, action: Action, row: Published, now: datetime
) -> ProposedChange:
    change = ProposedChange(
        endorsement_id=entry.id,
        action=action,
        proposed_at=now,
        cites=row.cites,
        grade=row.grade,
        effective_on=row.on,
        effective_precision=row.precision,
        settled_at=now,
        applied=True,
    )
    session.add(change)
    session.flush()
    return change


def _rest_anew(
    session: Session,
    entry: Endorsement,
    row: Published,
    instruments: dict[str | None, Instrument],
    now: datetime,
) -> None:
    """Let an entry rest on what its row says now, unless staff have changed its evidence."""
    if any(decision.action is Action.CITE and decision.staff_id for decision in entry.decisions):
        return
    instrument = _instrument(session, row, instruments)
    cited = {evidence.instrument_id: evidence for evidence in entry.evidence}
    before = [(evidence.instrument_id, evidence.quote) for evidence in entry.evidence]
    if before == [(instrument.id, row.quote)]:
        return
    _cite_for(session, entry, row, instrument.id, now)
    if instrument.id in cited:
        cited.pop(instrument.id).quote = row.quote
    else:
        _rest_on(session, entry, row, instruments)
    session.flush()  # the new stands before the old goes: the database would refuse the last
    for evidence in cited.values():
        _cite_for(session, entry, row, evidence.instrument_id, now)
        session.delete(evidence)
        session.flush()
    engine.decide(
        session,
        entry,
        Action.CITE,
        Actor.system(row.cites),
        now=now,
        source=entry.status,
        target=entry.status,
    )


def _rest_on(
    session: Session,
    entry: Endorsement,
    row: Published,
    instruments: dict[str | None, Instrument],
) -> None:
    instrument = _instrument(session, row, instruments)
    session.add(Evidence(endorsement_id=entry.id, instrument_id=instrument.id, quote=row.quote))


def _instrument(
    session: Session, row: Published, instruments: dict[str | None, Instrument]
) -> Instrument:
    key = hashlib.sha256(f"{row.type.value} {row.source}".encode()).hexdigest()
    instrument = instruments.get(key)
    if instrument is None:
        instrument = Instrument(
            type=row.type,
            source=row.source,
            publisher=publisher_named(row.source),
            secondary_copy=is_secondary(row.source),
            last_checked_on=row.seen_on,
            seed_key=key,
        )
        session.add(instrument)
        session.flush()
        instruments[key] = instrument
    return instrument
