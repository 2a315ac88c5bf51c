"""Words and presence in support, from ``tracker/data``."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy.orm import Session

from tracker.core.seed_files import Report, Seeder
from tracker.initiatives.models import Campaign, Initiative
from tracker.initiatives.statements import Statement, Step, Voice
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
                what=_said(row),
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
                what=_said(row),
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
            dated=row["date"] or row["year"],
            what=row["what"],
            source=row["source"],
            voice=Voice.PARLIAMENT,
            **_of_a_parliament(row),
        )
    selection = by_slug["1-for-7-billion"]
    for row in rows("selection_statements.csv"):
        statements.put(
            f"statement {selection.slug} {row['iso3']} {row['date']} {row['session']}",
            campaign_id=selection.campaign_id,
            initiative_id=selection.id,
            speaker=row["state"],
            person=row["speaker"],
            dated=row["date"],
            what=row["what"],
            quote=row["quote"],
            reforms=row["reforms"],
            document=row["document"],
            source=row["source"],
            state_iso3=row["iso3"],
            voice=Voice.GOVERNMENT,
        )


def _of_a_parliament(row: dict[str, str]) -> dict[str, Any]:
    """Return what is known of a parliament's step: rows without it stay as they were taken over."""
    known: dict[str, Any] = {}
    if row["step"]:
        known["step"] = Step(row["step"])
    if row["country_iso3"]:
        known["state_iso3"] = row["country_iso3"]
    return known


def _said_on(stated: str) -> str:
    """Return the day, month or year of a statement, or the one by which it was made (`_said`)."""
    return stated.removeprefix(BY)


def _said(row: dict[str, str]) -> str:
    """Return what was said; of a date that is only the latest possible one, that it is."""
    return (
        f"{row['role']} (by then at the latest)"
        if row["stated_date"].startswith(BY)
        else row["role"]
    )


BY = "by "
"""Before a day, month or year in which something had happened at the latest."""
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def _day_in(words: str) -> str:
    """Return the day that a row's own words name, "23 Oct 2015", as an ISO date; else nothing."""
    day = re.search(r"\b(\d{1,2}) (\w{3}) (\d{4})\b", words)
    if not day or day[2] not in MONTHS:
        return ""
    return f"{day[3]}-{MONTHS.index(day[2]) + 1:02}-{int(day[1]):02}"
