"""The Security Council, year by year: what the record has, and years that editors add."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tracker.core.errors import Conflict, RuleBroken
from tracker.core.orm import has_rows
from tracker.core.words import translatable as _t
from tracker.supporters.models import CouncilSeat, Membership, State

ELECTED = 10
"""Elected members (Charter, Article 23, paragraph 1)."""
FIRST_YEAR = 1966
"""The first year of a Council of fifteen."""
CHANGED = _t("Somebody else recorded this year meanwhile. Look at it and try again.")


def years(session: Session) -> Sequence[tuple[int, bool]]:
    """Return the years on record, the latest first, each with whether editors recorded it."""
    rows = session.execute(
        select(CouncilSeat.year, func.max(CouncilSeat.edited_at))
        .group_by(CouncilSeat.year)
        .order_by(CouncilSeat.year.desc())
    )
    return [(row[0], row[1] is not None) for row in rows]


def elected(session: Session, year: int) -> list[str]:
    """Return the codes of a year's elected members; none for a year that is not recorded."""
    return list(
        session.scalars(
            select(CouncilSeat.iso3)
            .where(CouncilSeat.year == year, CouncilSeat.seat == "elected")
            .order_by(CouncilSeat.iso3)
        )
    )


def source_of(session: Session, year: int) -> str:
    """On whose word a year's elected members are recorded; empty for none."""
    seat = select(CouncilSeat.source).where(CouncilSeat.year == year, CouncilSeat.seat == "elected")
    return session.scalar(seat.limit(1)) or ""


def refuse_year(session: Session, year: int, *, now: datetime, offered: bool = False) -> None:
    """Raises RuleBroken for a year that editors cannot record: one of the shipped record, unless
    that has `offered` to change it."""
    last = now.year + 1
    if not FIRST_YEAR <= year <= last:
        raise RuleBroken(
            "Give a year from %(first)s to %(last)s.", first=str(FIRST_YEAR), last=str(last)
        )
    if offered:
        return
    if has_rows(session, CouncilSeat.year == year, CouncilSeat.edited_at.is_(None)):
        raise RuleBroken("%(year)s stands in the shipped record already.", year=str(year))


def refuse_members(session: Session, members: Collection[str]) -> None:
    """Raises RuleBroken for a State that cannot be elected."""
    states = {state.iso3: state for state in session.scalars(select(State))}
    for iso3 in sorted(members):
        state = states.get(iso3)
        if state is None or state.membership is not Membership.MEMBER or state.permanent:
            raise RuleBroken(
                "%(name)s cannot be elected: it is no Member State, or has a permanent seat.",
                name=state.name if state else iso3,
            )


def record_year(
    session: Session,
    year: int,
    members: Collection[str],
    *,
    source: str,
    seen: Collection[str],
    now: datetime,
    offered: bool = False,
    digest: str | None = None,
) -> None:
    """Put a year's elected members on record, the permanent five with them.

    A year that editors recorded can be recorded again; one of the shipped record stays, unless
    has `offered` to change it; `digest` is the hash of what it says, which this settles. `seen` are
    the elected members that the editor saw. Raises RuleBroken, or Conflict if they have changed.
    """
    refuse_year(session, year, now=now, offered=offered)
    chosen = set(members)
    if len(chosen) != ELECTED or len(members) != ELECTED:
        raise RuleBroken(
            "The Security Council has %(due)s elected members; %(given)s States were given.",
            due=ELECTED,
            given=len(chosen),
        )
    refuse_members(session, chosen)
    seats = session.scalars(select(CouncilSeat).where(CouncilSeat.year == year)).all()
    if {seat.iso3 for seat in seats if seat.seat == "elected"} != set(seen):
        raise Conflict(CHANGED)
    settled = digest or next((seat.seed_digest for seat in seats), None)
    for seat in seats:
        session.delete(seat)
    session.flush()
    permanent = set(session.scalars(select(State.iso3).where(State.permanent)))
    try:
        with session.begin_nested():
            for iso3 in sorted(chosen | permanent):
                session.add(
                    CouncilSeat(
                        iso3=iso3,
                        year=year,
                        seat="permanent" if iso3 in permanent else "elected",
                        source=source,
                        seed_key=f"seat {iso3} {year}",
                        seed_digest=settled,
                        edited_at=now,
                    )
                )
    except IntegrityError as error:
        raise Conflict(CHANGED) from error


def pass_over(session: Session, year: int, digest: str) -> None:
    """Keep a year as it is until the files say something else of it than what has this hash."""
    session.execute(update(CouncilSeat).where(CouncilSeat.year == year).values(seed_digest=digest))
