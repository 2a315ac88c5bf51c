"""Instruments: entered, corrected, checked, their files added, published or held back.

What is changed of an instrument is changed for every entry that rests on it, so each of them gets
a decision with the difference. It changes no count, so one reviewer may do it, unless a government
that was verified rests on it: that takes two (`text_proposals`). A government approved once
needs both approvals again, and a change of grade that was proposed on the text lapses. Whether a
file is published changes nothing that an entry rests on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Select, Table, func, insert, literal, null, select
from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.core.dates import last_day, latest_day
from tracker.core.errors import Conflict, RuleBroken
from tracker.core.orm import has_rows
from tracker.endorsements.decisions import Decision, DecisionNote
from tracker.endorsements.evidence import links, un_symbols
from tracker.endorsements.evidence.models import Evidence, Instrument, InstrumentType
from tracker.endorsements.evidence.uploads import StoredFile, file_columns
from tracker.endorsements.lifecycle import EVERY_KIND, PERSONS, Action, Actor, ActorKind, Status
from tracker.endorsements.models import Endorsement
from tracker.review.decisions.corrections import (
    Difference,
    as_recorded,
    differences,
    in_words,
    record_difference,
)
from tracker.review.decisions.proposals import lapse_on
from tracker.supporters import domains
from tracker.supporters.models import SupporterKind

COPY = "secondary_copy"
FIELDS = (
    "type",
    "source",
    "publisher",
    "dated",
    "symbol",
    "language",
    "link",
    COPY,
    "archived_link",
)
BLANK: dict[str, object] = dict.fromkeys(FIELDS, "") | {COPY: False}
CITABLE = frozenset(Status) - {
    Status.STAGED,
    Status.UNCONFIRMED,
    Status.EXPIRED,
    Status.ERASED,
}
"""The statuses of an entry whose evidence can change; the others are not yet, or no longer, there
to be judged."""
OF_A_VERIFIED_GOVERNMENT = (
    Endorsement.kind == SupporterKind.GOVERNMENT,
    Endorsement.verified_at.is_not(None),
    Endorsement.status != Status.INVALIDATED,
)
_decisions = cast(Table, Decision.__table__)
_notes = cast(Table, DecisionNote.__table__)


def present(instrument: Instrument) -> dict[str, object]:
    """Return the fields that can be changed, as they are now."""
    return {field: getattr(instrument, field) for field in FIELDS}


def checked(values: Mapping[str, object], *, now: datetime) -> dict[str, Any]:
    """Return fields as they are kept. Raises RuleBroken for what no instrument can have."""
    fields = {name: str(values[name] or "").strip() for name in FIELDS if name != COPY}
    fields["symbol"] = un_symbols.canonical(fields["symbol"])
    if not fields["source"]:
        raise RuleBroken("Say how the text is cited.")
    if fields["dated"]:
        _refuse_date(fields["dated"], now)
    if fields["language"] and not re.fullmatch("[a-z]{2}", fields["language"]):
        raise RuleBroken("A language has two letters (ISO 639-1), such as fr.")
    if fields["link"] and domains.plain_address(fields["link"]) is None:
        raise RuleBroken("Please give a web address, such as https://www.example.org.")
    if fields["archived_link"] and not links.is_archive(fields["archived_link"]):
        raise RuleBroken(
            "Please give the page's address in a web archive, such as web.archive.org."
        )
    return fields | {"type": InstrumentType(fields["type"]), COPY: bool(values[COPY])}


def _refuse_date(dated: str, now: datetime) -> None:
    try:
        last_day(dated)
    except ValueError as error:
        raise RuleBroken("Write a day, a month or a year, such as 2026-03-31.") from error
    if dated > latest_day(now).isoformat()[: len(dated)]:
        raise RuleBroken("This day is still to come.")


def enter(
    session: Session,
    values: Mapping[str, object],
    file: StoredFile | None,
    staff: User,
    now: datetime,
) -> Instrument:
    """Enter a new instrument, which whoever enters it has just read. Its file is held back.

    `values` are those of `FIELDS` that are known. Raises RuleBroken as `checked` does.
    """
    instrument = Instrument(
        **checked(BLANK | dict(values), now=now),
        **file_columns(file),
        last_checked_on=now.date(),
        last_checked_by_id=staff.id,
    )
    session.add(instrument)
    session.flush()
    return instrument


def difference(
    instrument: Instrument, wanted: Mapping[str, object], *, now: datetime
) -> list[Difference]:
    """Return what an edit would change, for a last look before it is made."""
    return differences(present(instrument), checked(wanted, now=now))


def edit(
    session: Session,
    instrument: Instrument,
    staff: User,
    wanted: Mapping[str, object],
    *,
    seen: int,
    words: str = "",
    now: datetime,
    agreed: bool = False,
) -> list[Difference]:
    """Change an instrument, and say so in every entry that rests on it.

    `seen` is the revision that the member of staff saw. Raises RuleBroken when nothing would
    change, Conflict when somebody else was first.
    """
    refuse_stale(instrument, seen)
    _refuse_alone(session, instrument, agreed)
    changes = difference(instrument, wanted, now=now)
    if not changes:
        raise RuleBroken("Nothing differs from what is recorded.")
    for field, value in checked(wanted, now=now).items():
        setattr(instrument, field, value)
    _changed(session, instrument, staff, changes, words, now)
    return changes


def mark_checked(instrument: Instrument, staff: User, *, now: datetime) -> None:
    """Note that somebody found the text today where it is said to be, saying what it is cited for.

    It changes nothing that an entry says, so it leaves no decision.
    """
    instrument.last_checked_on = now.date()
    instrument.last_checked_by_id = staff.id


def attach(
    session: Session,
    instrument: Instrument,
    staff: User,
    file: StoredFile,
    *,
    seen: int,
    now: datetime,
    agreed: bool = False,
) -> None:
    """Keep a file with an instrument, in place of an earlier one. It is held back at first."""
    refuse_stale(instrument, seen)
    _refuse_alone(session, instrument, agreed)
    if instrument.file_sha256 == file.sha256:
        raise RuleBroken("This very file is kept with the text already.")
    before = {"file": instrument.file_sha256, "file_public": instrument.file_public}
    for column, value in file_columns(file).items():
        setattr(instrument, column, value)
    instrument.file_public = False
    changes = differences(before, {"file": file.sha256, "file_public": False})
    _changed(session, instrument, staff, changes, "", now)


def publish(
    session: Session, instrument: Instrument, staff: User, open_: bool, *, seen: int, now: datetime
) -> None:
    """Let anybody download the file, or hold it back again."""
    refuse_stale(instrument, seen)
    if instrument.file_sha256 is None:
        raise RuleBroken("No file is kept with this text.")
    changes = differences({"file_public": instrument.file_public}, {"file_public": open_})
    if not changes:
        return
    instrument.file_public = open_
    _changed(session, instrument, staff, changes, "", now)


def refuse_stale(instrument: Instrument, seen: int) -> None:
    """Refuse to act on a page that is no longer true. Raises Conflict."""
    if instrument.revision != seen:
        raise Conflict("Somebody else has changed this text since you opened it. Look at it again.")


def takes_two(session: Session, instrument: Instrument) -> bool:
    """Return whether a government that was verified rests on a text, so that its change takes
    two."""
    return has_rows(
        session,
        Evidence.instrument_id == instrument.id,
        Endorsement.id == Evidence.endorsement_id,
        *OF_A_VERIFIED_GOVERNMENT,
    )


def _refuse_alone(session: Session, instrument: Instrument, agreed: bool) -> None:
    if not agreed and takes_two(session, instrument):
        raise RuleBroken("A text on which a verified government rests changes with two people.")


def _changed(
    session: Session,
    instrument: Instrument,
    staff: User,
    changes: list[Difference],
    words: str,
    now: datetime,
) -> None:
    """Write one decision an entry, in one statement: a list may support 100,000 of them.

    A person's letter tells of that person, so of persons' entries the difference stands in the
    note, where it can be erased. Whether a file is published changes nothing that a first approval
    rests on.
    """
    instrument.revision += 1
    session.flush()
    lapsing = []
    if _is_read_anew(changes):
        lapsing = _approved_once(session, instrument)
        lapse_on(session, instrument, staff, now=now)
    newest = session.scalar(select(func.max(Decision.id))) or 0
    texts = [words] if words else []
    for kinds, public, private in (
        (EVERY_KIND - PERSONS, as_recorded(changes), texts),
        (PERSONS, None, [*texts, *in_words(changes)]),
    ):
        resting = (
            select(Endorsement)
            .join(Evidence, Evidence.endorsement_id == Endorsement.id)
            .where(
                Evidence.instrument_id == instrument.id,
                Endorsement.kind.in_(kinds),
                Endorsement.status.in_(CITABLE),
                Endorsement.id.not_in([entry.id for entry in lapsing]),
            )
        )
        _insert_decisions(session, resting, instrument, staff, public, now)
        if private:
            _insert_notes(session, resting, staff, "\n".join(private), newest)
    by = Actor(ActorKind.STAFF, staff_id=staff.id, cites=instrument.reference)
    for entry in lapsing:
        record_difference(
            session, entry, Action.CITE, by, now=now, difference=as_recorded(changes), words=words
        )


def _is_read_anew(changes: list[Difference]) -> bool:
    return any(change.field != "file_public" for change in changes)


def _approved_once(session: Session, instrument: Instrument) -> list[Endorsement]:
    """Return governments' entries on the text that have their first approval, locked with those
    that may be getting it: whoever approves next finds the decision that this change leaves."""
    undecided = session.scalars(
        select(Endorsement)
        .join(Evidence, Evidence.endorsement_id == Endorsement.id)
        .where(
            Evidence.instrument_id == instrument.id,
            Endorsement.kind == SupporterKind.GOVERNMENT,
            Endorsement.status.in_((Status.IN_REVIEW, Status.APPROVED_ONCE)),
        )
        .order_by(Endorsement.id)
        .with_for_update(of=Endorsement)
        .execution_options(populate_existing=True)
    )
    return [entry for entry in undecided if entry.status is Status.APPROVED_ONCE]


def _insert_decisions(
    session: Session,
    resting: Select[Endorsement],
    instrument: Instrument,
    staff: User,
    public: dict[str, list[str]] | None,
    now: datetime,
) -> None:
    columns = _decisions.c
    values = {
        "endorsement_id": Endorsement.id,
        "initiative_id": Endorsement.initiative_id,
        "kind": Endorsement.kind,
        "action": literal(Action.CITE, columns.action.type),
        "actor_kind": literal(ActorKind.STAFF, columns.actor_kind.type),
        "decided_at": literal(now, columns.decided_at.type),
        "staff_id": literal(staff.id),
        "from_status": Endorsement.status,
        "to_status": Endorsement.status,
        "cites": literal(instrument.reference),
        "difference": literal(public, columns.difference.type) if public else null(),
    }
    rows = resting.with_only_columns(*(column.label(name) for name, column in values.items()))
    session.execute(insert(_decisions).from_select(list(values), rows.order_by(Endorsement.id)))


def _insert_notes(
    session: Session, resting: Select[Endorsement], staff: User, words: str, newest: int
) -> None:
    notes = select(_decisions.c.id, literal(words)).where(
        _decisions.c.id > newest,
        _decisions.c.staff_id == staff.id,
        _decisions.c.action == Action.CITE,
        _decisions.c.endorsement_id.in_(resting.with_only_columns(Endorsement.id)),
    )
    session.execute(insert(_notes).from_select(["decision_id", "words"], notes))
