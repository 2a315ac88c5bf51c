"""The 195 States, their names and Council seats, from ``tracker/data``."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.core.seeding import Report, Seeder
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


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV file of ``tracker/data``."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def load(session: Session, report: Report, *, now: datetime) -> None:
    """States, their names and former names, seats, and one government for each State."""
    states = Seeder(session, State, report)
    for row in rows("states.csv"):
        states.put(
            f"state {row['iso3']}",
            iso3=row["iso3"],
            iso2=row["iso2"],
            name=row["un_name_en"],
            membership=Membership(row["status"]),
            regional_group=RegionalGroup(row["regional_group"]),
            admitted_on=date.fromisoformat(row["admitted"]) if row["admitted"] else None,
            permanent=row["security_council"] == "P5",
            note=row["note"],
            source=row["source"],
            read_on=date.fromisoformat(row["as_of"]),
        )
    session.flush()
    names = Seeder(session, StateName, report)
    for row in rows("state_names.csv"):
        names.put(
            f"name {row['iso3']} {row['language']}",
            iso3=row["iso3"],
            language=row["language"],
            short_name=row["short_name"],
            article=row["article"],
            formal_name=row["formal_name"],
            source=row["source"],
        )
    former = Seeder(session, StateNamePeriod, report)
    for row in rows("state_former_names.csv"):
        former.put(
            f"former name {row['iso3']} {row['language']} {row['name']}",
            iso3=row["iso3"],
            language=row["language"],
            short_name=row["name"],
            held_from=date.fromisoformat(row["held_from"]) if row["held_from"] else None,
            held_until=date.fromisoformat(row["held_until"]) if row["held_until"] else None,
            source=row["source"],
        )
    seats = Seeder(session, CouncilSeat, report)
    theirs = set(
        session.scalars(select(CouncilSeat.year).where(CouncilSeat.edited_at.is_not(None)))
    )
    for row in rows("security_council.csv"):
        if int(row["year"]) in theirs:  # a year is taken over whole, or left to the editors
            continue
        seats.put(
            f"seat {row['iso3']} {row['year']}",
            iso3=row["iso3"],
            year=int(row["year"]),
            seat=row["seat"],
            note=row["note"],
            source=row["source"],
        )
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
