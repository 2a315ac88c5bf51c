"""Differences between the data files and a State, as proposals that wait for two people.

A proposal holds all rows of one State that differ. Nobody wrote it, so somebody takes it up first
and a different person agrees. Whatever they decide is remembered by the hash of each row
(`Seeded.seed_digest`), so that a row is proposed again only once the files have changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, TypedDict

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from tracker.core import superseded_rows, two_person_rule
from tracker.core.dates import DatePrecision
from tracker.core.errors import Conflict
from tracker.core.orm import Seeded, affected
from tracker.core.seed_files import Offer
from tracker.core.words import translatable as _t
from tracker.supporters import events, histories, queries, renames
from tracker.supporters.changes import ChangeKind, StateNamePeriod
from tracker.supporters.models import State, StateName, Supporter
from tracker.supporters.names import fold
from tracker.supporters.proposals import StateProposal

FileModel = State | StateName | StateNamePeriod
MODELS: dict[str, type[FileModel]] = {
    model.__tablename__: model for model in (State, StateName, StateNamePeriod)
}
FROM_FILES = _t("From the shipped record.")
LAPSED = _t("The shipped record took it back.")
"""The source of a proposal that ended without anybody's decision."""
TAKEN_UP = _t("Somebody else has proposed or settled this already.")
PRESENT_NAMES = ("name", "short_name", "formal_name")


class Row(TypedDict):
    """A row of the files in a proposal."""

    table: str
    key: str
    digest: str
    values: dict[str, Any]
    """As JSON has them; empty for a row that the files no longer have."""


def renew(
    session: Session, offers: Sequence[Offer], *, now: datetime
) -> tuple[Counter[str], Counter[str]]:
    """Make the waiting proposals say what the files do: lapse those that they took back, replace
    those that they changed.

    How many rows wait, by what they are about (`subject`); and how many cannot be proposed yet,
    since another change of their State waits.
    """
    due: dict[int, list[Row]] = {}
    governments = queries.government_ids(session)
    for offer in offers:
        row = _row(offer)
        supporter_id = governments[_iso3(session, row)]
        if present(session, row) is not None or not _was_dropped(session, supporter_id, row):
            due.setdefault(supporter_id, []).append(row)
    for supporter_id in sorted(due):  # another machine may start just now
        events.lock(session, supporter_id)
    waiting = {
        proposal.supporter_id: proposal
        for proposal in session.scalars(
            select(StateProposal).where(StateProposal.settled_at.is_(None))
        )
    }
    for supporter_id, proposal in waiting.items():
        rows = due.get(supporter_id)
        if proposal.kind is ChangeKind.CORRECTED and proposal.wanted["rows"] != rows:
            _lapse(session, proposal, now=now)
    proposed: Counter[str] = Counter()
    blocked: Counter[str] = Counter()
    for supporter_id, rows in due.items():
        earlier = waiting.get(supporter_id)
        waits = earlier is not None and earlier.settled_at is None
        if waits and earlier is not None and earlier.kind is not ChangeKind.CORRECTED:
            blocked.update(subject(session, row) for row in rows)
            continue
        proposed.update(subject(session, row) for row in rows)
        if not waits:
            _propose(session, supporter_id, rows, now=now)
    session.flush()
    return proposed, blocked


def take_up(session: Session, proposal: StateProposal, staff_id: int) -> None:
    """Propose what the files say, as one of the two people. Raises RuleBroken as `carry_out` does,
    Conflict when somebody else was first."""
    refuse_names(session, proposal)
    taken = session.execute(
        update(StateProposal)
        .where(
            StateProposal.id == proposal.id,
            StateProposal.proposer_id.is_(None),
            StateProposal.settled_at.is_(None),
        )
        .values(proposer_id=staff_id)
        .execution_options(synchronize_session=False)
    )
    if affected(taken) != 1:
        raise Conflict(TAKEN_UP)
    session.refresh(proposal)


def take_over(session: Session, proposal: StateProposal, staff_id: int, *, now: datetime) -> None:
    """Propose the same in place of somebody who is on the staff no more. Raises RuleBroken as
    `carry_out` does, Conflict when somebody else was first."""
    if not _lapse(session, proposal, now=now):
        raise Conflict(TAKEN_UP)
    renewed = _propose(session, proposal.supporter_id, rows_of(proposal), now=now)
    session.flush()
    take_up(session, renewed, staff_id)


def _lapse(session: Session, proposal: StateProposal, *, now: datetime) -> bool:
    lapses = two_person_rule.lapse(StateProposal, StateProposal.id == proposal.id, now=now)
    lapsed = affected(session.execute(lapses.values(source=LAPSED))) == 1
    session.refresh(proposal)
    return lapsed


def carry_out(session: Session, proposal: StateProposal) -> None:
    """Make the rows what the files say. Raises RuleBroken for a name that another State has,
    Conflict when something was recorded of the State since."""
    events.lock(session, proposal.supporter_id)
    if histories.newest_id(session, proposal.supporter_id) != proposal.seen:
        raise Conflict("Somebody else has just recorded something here. Look at it again.")
    refuse_names(session, proposal)
    for row in rows_of(proposal):
        here, values = present(session, row), column_values(row)
        if not values:
            if here is not None:
                session.delete(here)
        elif here is None:
            session.add(MODELS[row["table"]](**values, **_hashed(row)))
        else:
            for name, value in (values | _hashed(row)).items():
                setattr(here, name, value)
    government = session.get_one(Supporter, proposal.supporter_id)
    state = queries.state(session, government.state_iso3 or "")
    if government.name != state.name:
        government.name, government.name_key = state.name, fold(state.name)
    session.flush()


def pass_over(session: Session, proposal: StateProposal) -> None:
    """Keep the rows as they are until the files say something else."""
    for row in rows_of(proposal):
        here = present(session, row)
        if here is not None:
            here.seed_digest = row["digest"]
    session.flush()


def refuse_names(session: Session, proposal: StateProposal) -> None:
    """Raises RuleBroken where the files give a State the present name of another."""
    iso3 = session.get_one(Supporter, proposal.supporter_id).state_iso3 or ""
    names = [
        value
        for row in rows_of(proposal)
        if row["table"] != StateNamePeriod.__tablename__
        for name, _before, value in differences(session, row)
        if name in PRESENT_NAMES and value
    ]
    renames.refuse_names_of_others(session, queries.state(session, iso3), names)


def rows_of(proposal: StateProposal) -> Sequence[Row]:
    rows: Sequence[Row] = proposal.wanted["rows"]
    return rows


def present(session: Session, row: Row) -> FileModel | None:
    """Return the row as it is here; None where the files bring it."""
    model: type[Any] = MODELS[row["table"]]
    row_here: FileModel | None = session.scalars(
        select(model).where(model.seed_key == row["key"])
    ).first()
    return row_here


def column_values(row: Row) -> dict[str, Any]:
    """Return what the files say of a row, by column; nothing where they no longer have it."""
    columns = MODELS[row["table"]].__table__.columns
    return {
        name: superseded_rows.value(columns[name], value) for name, value in row["values"].items()
    }


def differences(session: Session, row: Row) -> list[tuple[str, Any, Any]]:
    """Return each column of a row that the files would change, with its value before and after."""
    present_row, values = present(session, row), column_values(row)
    if not values and present_row is not None:
        columns = MODELS[row["table"]].__table__.columns.keys()
        names = [name for name in columns if name not in (*_KEPT, *Seeded.__annotations__)]
        return [(name, getattr(present_row, name), None) for name in names]
    changes = (
        (name, getattr(present_row, name) if present_row is not None else None, value)
        for name, value in values.items()
    )
    return [change for change in changes if change[1] != change[2]]


_KEPT = ("id", "change_id", "iso3", "language")


def subject(session: Session, row: Row) -> str:
    """Return what a row is about: ``names``, ``groups``, or else the ``standing`` of a State."""
    if row["table"] != State.__tablename__:
        return "names"
    changed = {name for name, _before, _after in differences(session, row)}
    if "regional_group" in changed:
        return "groups"
    return "names" if "name" in changed else "standing"


def _row(offer: Offer) -> Row:
    return {
        "table": offer.table,
        "key": offer.key,
        "digest": offer.digest,
        "values": {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in offer.values.items()
        },
    }


def _iso3(session: Session, row: Row) -> str:
    here = present(session, row)
    return str(row["values"]["iso3"]) if here is None else here.iso3


def _hashed(row: Row) -> dict[str, Any]:
    """Return what the row is known by from now on; the words are the files' again, not an
    editor's."""
    return {"seed_key": row["key"], "seed_digest": row["digest"], "edited_at": None}


def _was_dropped(session: Session, supporter_id: int, row: Row) -> bool:
    """Return whether somebody dropped this new row as the files bring it; none is here to remember
    it."""
    earlier = session.scalars(
        select(StateProposal)
        .where(
            StateProposal.supporter_id == supporter_id,
            StateProposal.kind == ChangeKind.CORRECTED,
            StateProposal.settled_at.is_not(None),
        )
        .order_by(StateProposal.id.desc())
    )
    for proposal in earlier:
        for other in rows_of(proposal):
            if other["key"] == row["key"]:
                return proposal.source != LAPSED and other["digest"] == row["digest"]
    return False


def _propose(
    session: Session, supporter_id: int, rows: Iterable[Row], *, now: datetime
) -> StateProposal:
    proposal = StateProposal(
        supporter_id=supporter_id,
        kind=ChangeKind.CORRECTED,
        wanted={"rows": list(rows)},
        source=FROM_FILES,
        happened_on=None,
        precision=DatePrecision.ON,
        undoes_id=None,
        seen=histories.newest_id(session, supporter_id),
        proposer_id=None,
        proposed_at=now,
    )
    session.add(proposal)
    return proposal
