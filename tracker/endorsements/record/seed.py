"""Endorsements of the published record, exactly as ``data/NOTES.md``, "How each row counts", says.

Each cites its file and rows. When its rows change, it is regraded or redated by the engine
(`changes`), so that the ledger keeps what was said before.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.core.errors import RuleBroken
from tracker.core.seed_files import Report
from tracker.endorsements import engine, succession
from tracker.endorsements.lifecycle import Action, Actor, Status
from tracker.endorsements.models import ConsentWording, Endorsement, Origin
from tracker.endorsements.queries import COUNTED
from tracker.endorsements.record import changes, members
from tracker.endorsements.record.rows import Entry, Published, entries
from tracker.endorsements.record.texts import Texts
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
    """Load every endorsement of the record."""
    initiatives = {row.slug: row for row in session.scalars(select(Initiative))}
    states = {row.iso3: row for row in session.scalars(select(State))}
    known = {
        row.seed_key: row
        for row in session.scalars(
            select(Endorsement).where(Endorsement.origin == Origin.PUBLISHED_RECORD)
        )
    }
    texts = Texts(session)
    for entry in entries():
        initiative, endorsement = initiatives[entry.first.slug], known.get(entry.cites)
        changed = endorsement is None or endorsement.seed_digest != entry.digest
        if initiative.archived_on is not None:
            if changed:
                report.kept.append(f"endorsements {entry.cites} (of an archived initiative)")
        elif endorsement is None:
            supporter = _supporter(session, entry.first, states, now)
            standing = _counted_already(session, initiative, supporter)
            if standing is not None:
                report.kept.append(f"endorsements {entry.cites} (counted by {standing.reference})")
                continue
            ended = histories.ending(session, supporter.id)
            if ended is not None and entry.first.on >= ended.happened_on:
                report.kept.append(f"endorsements {entry.cites} (ended on {ended.happened_on})")
                continue
            _add(session, entry, initiative, supporter, texts, report, now)
        elif changed:
            changes.follow(session, endorsement, entry, texts, report, now=now)
            endorsement.seed_digest = entry.digest
            report.count(report.changed, "endorsements")
    members.load(session)


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
    entry: Entry,
    initiative: Initiative,
    supporter: Supporter,
    texts: Texts,
    report: Report,
    now: datetime,
) -> None:
    """Publish an entry, unless an earlier one of its supporter counts on the same days."""
    for row in entry.rows:
        texts.of(row)  # they stay, whatever becomes of the entry
    try:
        with session.begin_nested():
            endorsement = _publish(session, entry, initiative, supporter, texts, now)
            succession.lapse_if_ended(session, endorsement, Actor.system(entry.cites), now=now)
    except RuleBroken as error:
        report.kept.append(f"endorsements {entry.cites} ({error.message})")
        return
    report.count(report.added, "endorsements")


def _publish(
    session: Session,
    entry: Entry,
    initiative: Initiative,
    supporter: Supporter,
    texts: Texts,
    now: datetime,
) -> Endorsement:
    begins, *later = entry.periods
    endorsement = Endorsement(
        initiative_id=initiative.id,
        supporter_id=supporter.id,
        kind=begins.kind,
        origin=Origin.PUBLISHED_RECORD,
        submitted_at=now,
        status=Status.STAGED,
        status_since=now,
        grade=begins.grade,
        effective_on=begins.on,
        effective_precision=begins.precision,
        date_known=begins.date_known,
        be_named=True,
        last_checked_on=entry.seen_on,
        seed_key=entry.cites,
        seed_digest=entry.digest,
    )
    session.add(endorsement)
    session.flush()
    for row in entry.rows:
        texts.cite(endorsement, row)
    session.flush()
    engine.move(session, endorsement, Action.PUBLISH, Actor.system(entry.cites), now=now)
    for row in later:
        changes.regrade(session, endorsement, row, now=now)
    return endorsement
