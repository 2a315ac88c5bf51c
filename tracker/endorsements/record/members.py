"""What the published record says of the parliamentarians that it lists: their chambers, and the
numbers by which others know them."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.supporters.models import Supporter, SupporterKind
from tracker.supporters.seed import rows

FILE = "individual_supporters.csv"


def load(session: Session) -> None:
    """Complete the listed parliamentarians who still stand here under their names. A file without
    these columns says nothing.

    It is no part of their endorsements, so it leaves no decision and moves no date.
    """
    of_the_file = {
        f"{row['kind']} {row['name']}": row
        for row in rows(FILE)
        if row["kind"] == SupporterKind.PARLIAMENTARIAN
    }
    for member in session.scalars(
        select(Supporter).where(
            Supporter.kind == SupporterKind.PARLIAMENTARIAN,
            Supporter.seed_key.is_not(None),
            Supporter.erased_at.is_(None),
        )
    ):
        row = of_the_file.get(member.seed_key or "")
        if row is not None:
            member.chamber = row.get("chamber", "")
            member.outside_ids = row.get("outside_ids") or None
