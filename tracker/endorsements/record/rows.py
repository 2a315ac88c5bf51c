"""The rows of the published record that count as endorsements, exactly as ``data/NOTES.md``,
"How each row counts", says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tracker.core.dates import last_day
from tracker.core.seed_files import digest
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
    "copied_list": Grade.ENDORSED,
    "signed": Grade.ENDORSED,
    "reported": Grade.ENDORSED,
    "announced": Grade.ANNOUNCED,
    "support": Grade.VOICED,
}
TYPES = {
    "listed": InstrumentType.OFFICIAL_LIST,
    "copied_list": InstrumentType.COPIED_LIST,
    "reported": InstrumentType.PRESS_REPORT,
}
FURTHEST = (Grade.VOICED, Grade.ANNOUNCED, Grade.ENDORSED)
"""The grades, each going further than those before it."""


@dataclass(frozen=True, kw_only=True)
class Published:
    """One row of the record that counts as an endorsement."""

    cites: str
    """File and supporter: ``act_code_of_conduct.csv, AUT``."""
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

    @property
    def row(self) -> str:
        """Return file, supporter and row: ``act_code_of_conduct.csv, ISL, voiced 2015-10-02``."""
        return f"{self.cites}, {self.grade.value} {self.on.isoformat()}"


@dataclass(frozen=True)
class Entry:
    """Every row of one supporter for one initiative: one endorsement."""

    rows: tuple[Published, ...]
    """In the order of their days; of one day, what goes furthest first."""

    @property
    def cites(self) -> str:
        return self.rows[0].cites

    @property
    def first(self) -> Published:
        return self.rows[0]

    @property
    def periods(self) -> tuple[Published, ...]:
        """Return the rows that begin a grade's period; all others are further evidence."""
        begun: list[Published] = []
        for row in self.rows:
            if not begun or _reach(row) > _reach(begun[-1]):
                begun.append(row)
        return tuple(begun)

    @property
    def seen_on(self) -> date:
        """Return the day on which the newest of its rows was read."""
        return max(row.seen_on for row in self.rows)

    @property
    def digest(self) -> str:
        """Return a hash by which a change of its rows is noticed."""
        if len(self.rows) == 1:
            return digest(vars(self.first))
        return digest({"rows": [vars(row) for row in self.rows]})


def entries() -> Iterator[Entry]:
    """Read every endorsement of the record, each with all its rows."""
    by_supporter: dict[str, list[Published]] = {}
    for row in published():
        by_supporter.setdefault(row.cites, []).append(row)
    for theirs in by_supporter.values():
        yield Entry(tuple(sorted(theirs, key=lambda row: (row.on, -_reach(row)))))


def _reach(row: Published) -> int:
    return FURTHEST.index(row.grade)


def published() -> Iterator[Published]:
    """Read every row of the record that is evidence of an endorsement."""
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
            yield _listed("ngo_supporters.csv", row, SupporterKind.ORGANISATION)
    for row in rows("individual_supporters.csv"):
        if row["counts_as"] == "endorsement":
            yield _listed("individual_supporters.csv", row, SupporterKind(row["kind"]))


def _listed(file: str, row: dict[str, str], kind: SupporterKind) -> Published:
    stated = row["stated_date"]
    day = stated.removeprefix("by ")
    exact = day if len(day) == 10 and day == stated else ""
    on, precision, known = _since(exact, "" if exact else day, row["as_of"])
    return Published(
        cites=f"{file}, {row['name']}, {row['initiative']}",
        slug=row["initiative"],
        kind=kind,
        name=row["name"],
        iso3=row["country_iso3"] or None,
        role=row["role"],
        on=on,
        precision=precision,
        date_known=known,
        seen_on=date.fromisoformat(row["as_of"]),
        source=row["source"],
        type=InstrumentType.CAMPAIGN_PAGE,
        quote=row["role"],
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
