"""Words and presence in support, from ``tracker/data``."""

from __future__ import annotations

import re

from sqlalchemy.orm import Session

from tracker.core.seed_files import Report, Seeder
from tracker.initiatives.models import Campaign, Initiative
from tracker.initiatives.statements import Statement, Voice
from tracker.supporters.seed import rows


def load(session: Session, report: Report, by_slug: dict[str, Initiative], veto: Campaign) -> None:
    """Load what States, officials, organisations, persons and parliaments said in support."""
    statements = Seeder(session, Statement, report)
    spoken: set[str] = set()
    for row in rows("veto_restraint_statements.csv"):
        key = f"statement {row['iso3']} {row['date']}"
        if key in spoken:  # twice on one day
            key = f"{key} {row['event']}"[:160]
        spoken.add(key)
        statements.put(
            key,
            campaign_id=veto.id,
            initiative_id=None,
            speaker=row["state"],
            dated=row["date"],
            what=f"{row['event']}. {row['note']}",
            source=row["source"],
            state_iso3=row["iso3"],
            voice=Voice.GOVERNMENT,
        )
    for row in rows("un_officials.csv"):
        statements.put(
            f"statement {row['office']} {row['date']} {row['what']}"[:160],
            campaign_id=veto.id,
            initiative_id=None,
            speaker=row["office"],
            person=row["name"],
            dated=row["date"],
            what=row["what"],
            document=row["document"],
            source=row["source"],
            voice=Voice.UN_OFFICIAL,
        )
    for row in rows("ngo_supporters.csv"):
        if row["counts_as"] == "statement":
            initiative = by_slug[row["initiative"]]
            statements.put(
                f"statement {row['initiative']} {row['name']} {row['role']}"[:160],
                campaign_id=initiative.campaign_id,
                initiative_id=initiative.id,
                speaker=row["name"],
                dated=_said_on(row["stated_date"]) or _day_in(row["role"]),
                what=row["role"],
                source=row["source"],
                voice=Voice.ORGANISATION,
            )
    for row in rows("individual_supporters.csv"):
        if row["counts_as"] == "statement":
            initiative = by_slug[row["initiative"]]
            statements.put(
                f"statement {row['initiative']} {row['name']}",
                campaign_id=initiative.campaign_id,
                initiative_id=initiative.id,
                speaker=row["name"],
                dated=_said_on(row["stated_date"]),
                what=row["role"],
                source=row["source"],
                voice=Voice.PERSON,
            )
    unpa = by_slug["unpa"]
    for row in rows("unpa_parliamentary_resolutions.csv"):
        statements.put(
            f"statement unpa {row['body']} {row['year']}"[:160],
            campaign_id=unpa.campaign_id,
            initiative_id=unpa.id,
            speaker=row["body"],
            dated=row["year"],
            what=row["what"],
            source=row["source"],
            voice=Voice.PARLIAMENT,
        )


def _said_on(stated: str) -> str:
    """Return the day, month or year of a statement; without "by", which says no later than then."""
    return stated.removeprefix("by ")


MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def _day_in(words: str) -> str:
    """Return the day that a row's own words name, "23 Oct 2015", as an ISO date; else nothing."""
    day = re.search(r"\b(\d{1,2}) (\w{3}) (\d{4})\b", words)
    if not day or day[2] not in MONTHS:
        return ""
    return f"{day[3]}-{MONTHS.index(day[2]) + 1:02}-{int(day[1]):02}"
