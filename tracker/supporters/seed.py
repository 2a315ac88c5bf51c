"""The 195 States, their names and Council seats, from ``tracker/data``."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.core.orm import Base
from tracker.core.seed_files import Offer, Report, Seeder, digest
from tracker.supporters.changes import StateNamePeriod
from tracker.supporters.models import (
    CouncilSeat,
    Membership,
    RegionalGroup,
    State,
    StateName,
    Supporter,
    SupporterKind,
)
from tracker.supporters.names import fold

DATA = Path(__file__).parent.parent / "data"

COUNTED_COLUMNS = ("name", "membership", "regional_group", "permanent")
"""Columns that stand on a State's page and in its counts; the others say where they are from."""
GONE_DIGEST = digest({})
"""The hash of a row that the files no longer have."""


def rows(name: str) -> Iterator[dict[str, str]]:
    """Return the rows of a CSV file of ``tracker/data``."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def load(session: Session, report: Report, *, now: datetime, hold: bool = False) -> None:
    """Load States, their names and former names, seats, and one government for each State.

    With `hold`, what the files say otherwise of a State or a year that is here is not written, but
    kept in the report for two people: their names, former names, groups and standing, and seats.
    """
    here = frozenset(session.scalars(select(State.iso3))) if hold else frozenset()
    _states(session, report, held=here)
    _names(session, report, held=here)
    _former_names(session, report, held=here)
    _council(session, report, hold=bool(here))
    _governments(session, now=now)


def says(row: Base, values: Mapping[str, object]) -> bool:
    """Return whether a row says all that the files do."""
    return all(getattr(row, name) == value for name, value in values.items())


def _states(session: Session, report: Report, *, held: Collection[str]) -> None:
    seeder = Seeder(session, State, report)
    for row in rows("states.csv"):
        values = {
            "iso3": row["iso3"],
            "iso2": row["iso2"],
            "name": row["un_name_en"],
            "membership": Membership(row["status"]),
            "regional_group": RegionalGroup(row["regional_group"]),
            "admitted_on": date.fromisoformat(row["admitted"]) if row["admitted"] else None,
            "permanent": row["security_council"] == "P5",
            "note": row["note"],
            "source": row["source"],
            "read_on": date.fromisoformat(row["as_of"]),
        }
        _put(seeder, f"state {row['iso3']}", values, held=held, leads=COUNTED_COLUMNS)
    session.flush()


def _names(session: Session, report: Report, *, held: Collection[str]) -> None:
    seeder = Seeder(session, StateName, report)
    listed = set()
    for row in rows("state_names.csv"):
        names = ("iso3", "language", "short_name", "article", "formal_name", "source")
        values = {name: row[name] for name in names}
        listed.add(key := f"name {row['iso3']} {row['language']}")
        _put(seeder, key, values, held=held)
    _take_off(seeder, listed, held=held)


def _former_names(session: Session, report: Report, *, held: Collection[str]) -> None:
    seeder = Seeder(session, StateNamePeriod, report)
    listed = set()
    for row in rows("state_former_names.csv"):
        values = {
            "iso3": row["iso3"],
            "language": row["language"],
            "short_name": row["name"],
            "held_from": date.fromisoformat(row["held_from"]) if row["held_from"] else None,
            "held_until": date.fromisoformat(row["held_until"]) if row["held_until"] else None,
            "source": row["source"],
        }
        listed.add(key := f"former name {row['iso3']} {row['language']} {row['name']}")
        _put(seeder, key, values, held=held)
    _take_off(seeder, listed, held=held)


def _put(
    seeder: Seeder,
    key: str,
    values: dict[str, Any],
    *,
    held: Collection[str],
    leads: Collection[str] = (),
) -> None:
    """Write a row of the files, or keep it for two people where its State is one of `held`.

    `leads` are the values for which it takes two; all of them where none is named.
    """
    row, hashed = seeder.known.get(key), digest(values)
    if row is not None and row.seed_digest == hashed:
        return
    same = row is not None and says(row, {name: values[name] for name in leads or values})
    if row is not None and same:
        row.edited_at = None  # an editor and the files say the same by now
    elif values["iso3"] in held:
        table = seeder.model.__tablename__  # type: ignore[attr-defined]  # every model has one
        seeder.report.of_states.append(Offer(table, key, hashed, values))
        return
    if row is not None and says(row, values):
        row.seed_digest = hashed
        return
    seeder.put(key, **values)


def _take_off(seeder: Seeder, listed: Collection[str], *, held: Collection[str]) -> None:
    """Delete rows that the files no longer have, or keep that for two people."""
    table = seeder.model.__tablename__  # type: ignore[attr-defined]  # every model has one
    for key, row in seeder.known.items():
        if key in listed or row.seed_digest == GONE_DIGEST:
            continue
        if row.iso3 in held:
            seeder.report.of_states.append(Offer(table, key, GONE_DIGEST, {}))
        elif row.edited_at is None:
            seeder.session.delete(row)
            seeder.report.count(seeder.report.removed, table)


def _council(session: Session, report: Report, *, hold: bool) -> None:
    """Seats, year by year: a year is taken over whole, or left to people."""
    listed: dict[int, dict[str, dict[str, str]]] = defaultdict(dict)
    for row in rows("security_council.csv"):
        listed[int(row["year"])][row["iso3"]] = {
            name: row[name] for name in ("seat", "note", "source")
        }
    here: dict[int, dict[str, CouncilSeat]] = defaultdict(dict)
    for seat in session.scalars(select(CouncilSeat)):
        here[seat.year][seat.iso3] = seat
    for year in sorted(listed.keys() | here.keys()):
        seats, values = here[year], listed[year]
        hashed = digest(values)
        by_editors = any(seat.edited_at is not None for seat in seats.values())
        if seats and all(seat.seed_digest == hashed for seat in seats.values()):
            continue
        if by_editors and (not hold or not values):
            continue
        held = _elected(values), _source(values)
        stands = {iso3: {"seat": seat.seat, "source": seat.source} for iso3, seat in seats.items()}
        if hold and held != (_elected(stands), _source(stands)):
            report.of_years.append(_year(year, hashed, values, stands))
        elif by_editors:
            for seat in seats.values():
                seat.seed_digest = hashed
        else:
            _seat(session, report, year, seats, values, hashed)
    session.flush()


def _elected(seats: Mapping[str, Mapping[str, str]]) -> list[str]:
    return sorted(iso3 for iso3, values in seats.items() if values["seat"] == "elected")


def _source(seats: Mapping[str, Mapping[str, str]]) -> str:
    """On whose word a year's elected members are recorded."""
    return "; ".join(sorted({seats[iso3]["source"] for iso3 in _elected(seats)}))


def _year(
    year: int,
    hashed: str,
    values: Mapping[str, Mapping[str, str]],
    stands: Mapping[str, Mapping[str, str]],
) -> Offer:
    changed = set(_elected(values)) ^ set(_elected(stands))
    content = {
        "members": _elected(values),
        "source": _source(values),
        "rows": len(changed) or len(_elected(values)),
    }
    return Offer(CouncilSeat.__tablename__, str(year), hashed, content)


def _seat(
    session: Session,
    report: Report,
    year: int,
    seats: Mapping[str, CouncilSeat],
    listed: Mapping[str, dict[str, str]],
    hashed: str,
) -> None:
    """Make the seats of a year what the files say."""
    table = CouncilSeat.__tablename__
    for iso3 in seats.keys() - listed.keys():
        session.delete(seats[iso3])
        report.count(report.removed, table)
    for iso3, values in listed.items():
        seat = seats.get(iso3)
        if seat is None:
            key = f"seat {iso3} {year}"
            session.add(
                CouncilSeat(
                    iso3=iso3,
                    year=year,
                    seat=values["seat"],
                    note=values["note"],
                    source=values["source"],
                    seed_key=key,
                    seed_digest=hashed,
                )
            )
            report.count(report.added, table)
            continue
        if not says(seat, values):
            for name, value in values.items():
                setattr(seat, name, value)
            report.count(report.changed, table)
        seat.seed_digest = hashed


def _governments(session: Session, *, now: datetime) -> None:
    """Write one government for each State, of its name."""
    governments = {
        supporter.state_iso3: supporter
        for supporter in session.scalars(
            select(Supporter).where(Supporter.kind == SupporterKind.GOVERNMENT)
        )
    }
    for state in session.scalars(select(State)):
        government = governments.get(state.iso3)
        if government is None:
            session.add(
                Supporter(
                    kind=SupporterKind.GOVERNMENT,
                    name=state.name,
                    name_key=fold(state.name),
                    created_at=now,
                    state_iso3=state.iso3,
                    country=state.iso2,
                )
            )
        elif government.name != state.name:
            government.name, government.name_key = state.name, fold(state.name)
    session.flush()
