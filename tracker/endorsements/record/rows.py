"""The rows of the published record that count as endorsements, exactly as ``data/NOTES.md``,
"How each row counts", says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tracker.core.dates import last_day
from tracker.endorsements.evidence.models import InstrumentType
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision
from tracker.supporters.models import SupporterKind
from tracker.supporters.seed import rows

PLEDGES = (
    ("act_code_of_conduct.csv", "act-code-of-conduct"),
    ("france_mexico_declaration.csv", "france-mexico"),
)
GRADES = {
    "listed": Grade.ENDORSED,
    "signed": Grade.ENDORSED,
    "reported": Grade.ENDORSED,
    "announced": Grade.ANNOUNCED,
    "support": Grade.VOICED,
}
TYPES = {
    "listed": InstrumentType.OFFICIAL_LIST,
    "reported": InstrumentType.PRESS_REPORT,
    "announced": InstrumentType.PRESS_REPORT,
}


@dataclass(frozen=True, kw_only=True)
class Published:
    """One row of the record that counts as an endorsement."""

    cites: str
    """File and row: ``act_code_of_conduct.csv, AUT``."""
    slug: str
    kind: SupporterKind
    name: str
    on: date
    precision: DatePrecision
    date_known: bool
    seen_on: date
    source: str
    type: InstrumentType
    quote: str
    grade: Grade = Grade.ENDORSED
    iso3: str | None = None
    role: str = ""


def published() -> Iterator[Published]:
    """Read every row of the record that counts as an endorsement."""
    for file, slug in PLEDGES:
        for row in rows(file):
            on, precision, known = _since(row["joined_on"], row["joined_by"], row["as_of"])
            yield Published(
                cites=f"{file}, {row['iso3']}",
                slug=slug,
                kind=SupporterKind.GOVERNMENT,
                name=row["state"],
                iso3=row["iso3"],
                on=on,
                precision=precision,
                date_known=known,
                seen_on=date.fromisoformat(row["as_of"]),
                grade=GRADES[row["evidence_type"]],
                source=row["source"],
                type=TYPES.get(row["evidence_type"], InstrumentType.STATEMENT),
                quote=row["note"],
            )
    for row in rows("ngo_supporters.csv"):
        if row["counts_as"] == "endorsement":
            yield _listed("ngo_supporters.csv", row, SupporterKind.ORGANISATION, "", row["role"])
    for row in rows("individual_supporters.csv"):
        if row["counts_as"] == "endorsement":
            yield _listed(
                "individual_supporters.csv",
                row,
                SupporterKind(row["kind"]),
                row["stated_date"],
                row["role"],
            )


def _listed(
    file: str, row: dict[str, str], kind: SupporterKind, stated: str, role: str
) -> Published:
    day = stated.removeprefix("by ")
    exact = day if len(day) == 10 and day == stated else ""
    on, precision, known = _since(exact, "" if exact else day, row["as_of"])
    return Published(
        cites=f"{file}, {row['name']}, {row['initiative']}",
        slug=row["initiative"],
        kind=kind,
        name=row["name"],
        iso3=row["country_iso3"] or None,
        role=role,
        on=on,
        precision=precision,
        date_known=known,
        seen_on=date.fromisoformat(row["as_of"]),
        source=row["source"],
        type=InstrumentType.CAMPAIGN_PAGE,
        quote=role,
    )


def _since(joined_on: str, joined_by: str, as_of: str) -> tuple[date, DatePrecision, bool]:
    """Return the day, its precision, and whether it is known. `joined_on` is that day; a day, month
    or year by which one joined is its last day; without either, the day on which the list was
    read."""
    if joined_on:
        return date.fromisoformat(joined_on), DatePrecision.ON, True
    if joined_by:
        return last_day(joined_by), DatePrecision.BY, True
    return date.fromisoformat(as_of), DatePrecision.BY, False
