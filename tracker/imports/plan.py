"""The plan of a list: what each row would do, without doing it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, joinedload

from tracker.core import name_rules
from tracker.core.bulk_sql import in_values
from tracker.core.dates import FOUNDED, latest_day
from tracker.core.errors import RuleBroken
from tracker.endorsements.lifecycle import AWAITING, Status
from tracker.endorsements.models import Endorsement
from tracker.endorsements.queries import COUNTED
from tracker.imports import days
from tracker.imports.columns import Columns, Field
from tracker.imports.days import Day, Order
from tracker.imports.models import Outcome
from tracker.imports.outcomes import UNSEEN, Planned, compare
from tracker.imports.reader import Cell, Row
from tracker.initiatives.models import Initiative
from tracker.ledger.models import DatePrecision
from tracker.supporters import domains, histories
from tracker.supporters.changes import SupporterChange
from tracker.supporters.models import Supporter, SupporterKind
from tracker.supporters.names import fold
from tracker.supporters.recognition import StateNames

MAX_NAME_LENGTH = 200
Here = dict[str, list[Endorsement | Supporter]]
"""Entries that are here already, by State or by folded name."""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """The facts of a list as a whole."""

    initiative: Initiative
    kind: SupporterKind
    columns: Columns
    list_date: date | None = None
    order: Order | None = None
    answers: Mapping[str, str] = field(default_factory=dict)


class Planner:
    """A plan of the rows of one list, made batch by batch, in the file's order."""

    def __init__(self, session: Session, listing: Listing, *, now: datetime) -> None:
        self._session = session
        self._listing = listing
        self._today = latest_day(now)
        self._names = StateNames(session)
        self._seen: dict[str, tuple[int, Day]] = {}
        self._column = {field: header for header, field in listing.columns.items()}

    def plan(self, rows: Sequence[Row]) -> list[Planned]:
        """Return what a batch of rows would do."""
        planned = [self._read(row) for row in rows]
        if self._listing.kind is SupporterKind.GOVERNMENT:
            here = self._governments(row.state_iso3 for row in planned if row.state_iso3)
        else:
            here = self._organisations([fold(row.value) for row in planned])
        return [self._judge(row, here) for row in planned]

    def _read(self, row: Row) -> Planned:
        """Read a row as far as that goes by itself; an outcome of `added` is still open."""
        government = self._listing.kind is SupporterKind.GOVERNMENT
        value = str(self._cell(row, Field.STATE if government else Field.ORGANISATION))
        planned = Planned(line=row.line, value=value[:300], outcome=Outcome.UNREADABLE)
        if not value:
            return replace(planned, reason="Nobody is named in this row.")
        if not fold(value):
            return replace(planned, reason=f"“{value}” is no name.")
        if len(value) > MAX_NAME_LENGTH:
            return replace(planned, reason="The name has more than 200 characters.")
        if government:
            planned = self._recognise(planned)
            if planned.state_iso3 is None:
                return planned
        else:
            try:
                name_rules.check_organisation(value)
            except RuleBroken:
                return replace(planned, reason=f"“{value[:80]}” is no name, but holds a link.")
            planned = self._organisation(planned, row)
            if planned.reason:
                return planned
        return self._dated(planned, row)

    def _recognise(self, planned: Planned) -> Planned:
        answered = self._listing.answers.get(fold(planned.value))
        states = (answered,) if answered else self._names.find(planned.value)
        if len(states) == 1:
            return replace(planned, state_iso3=states[0])
        if states:
            return replace(
                planned,
                choices=states,
                reason=f"The name fits several States: {', '.join(states)}. Say which.",
            )
        return replace(planned, reason="No State of this name is known.")

    def _organisation(self, planned: Planned, row: Row) -> Planned:
        website = str(self._cell(row, Field.WEBSITE)) or None
        if website and "://" not in website:
            website = f"https://{website}"
        if website and (len(website) > 300 or domains.of_website(website) is None):
            return replace(planned, reason=f"“{website[:80]}” is no web address.")
        country = str(self._cell(row, Field.COUNTRY))
        iso2 = country.upper() if len(country) == 2 and country.isalpha() else None
        return replace(planned, website=website, country=iso2)

    def _dated(self, planned: Planned, row: Row) -> Planned:
        cell = self._cell(row, Field.DATE)
        try:
            if cell != "":
                day = days.read(cell, self._listing.order)
            elif self._listing.list_date is not None:
                day = Day(self._listing.list_date, DatePrecision.BY)
            else:
                return replace(
                    planned, reason="The row has no date, and the list's own date is not given."
                )
        except days.Ambiguous as error:
            return replace(planned, reason=f"The date “{cell}” is {error}. Say which comes first.")
        except days.Unreadable:
            return replace(planned, reason=f"“{str(cell)[:80]}” is no date.")
        if day.on > self._today:
            return replace(planned, reason="The day is still to come.")
        if day.on < FOUNDED:
            return replace(planned, reason="That is before the United Nations was founded.")
        return replace(planned, day=day, outcome=Outcome.ADDED)

    def _judge(
        self, planned: Planned, here: Mapping[str, list[Endorsement | Supporter]]
    ) -> Planned:
        """Compare a readable row with the rows before it and with what is here already."""
        if planned.outcome is not Outcome.ADDED or planned.day is None:
            return planned
        key = planned.state_iso3 or f"{fold(planned.value)} {_domain(planned.website) or ''}"
        earlier = self._seen.setdefault(key, (planned.line, planned.day))
        if earlier[0] != planned.line:
            same = earlier[1] == planned.day
            return replace(
                planned,
                outcome=Outcome.UNCHANGED if same else Outcome.CONFLICTING,
                reason=f"Line {earlier[0]} says "
                + ("the same." if same else f"{earlier[1].on.isoformat()} instead."),
            )
        known = here.get(planned.state_iso3 or fold(planned.value), [])
        entries = [row for row in known if isinstance(row, Endorsement)]
        if self._listing.kind is SupporterKind.ORGANISATION:
            return self._compare_organisation(planned, known)
        return compare(planned, entries)

    def _compare_organisation(
        self, planned: Planned, known: list[Endorsement | Supporter]
    ) -> Planned:
        domain = _domain(planned.website)
        organisations = {
            row.standing_id
            for row in known
            if isinstance(row, Supporter) and (not domain or row.domain in (domain, None))
        }
        if len(organisations) > 1:
            return replace(
                planned,
                outcome=Outcome.CONFLICTING,
                reason="Several organisations of this name are here. Give its website.",
            )
        for supporter_id in organisations:
            day = planned.day
            if day is not None:
                earlier, _day = self._seen.setdefault(f"#{supporter_id}", (planned.line, day))
                if earlier != planned.line:
                    return replace(
                        planned,
                        outcome=Outcome.CONFLICTING,
                        reason=f"Line {earlier} names the same organisation.",
                    )
            entries = [
                row
                for row in known
                if isinstance(row, Endorsement) and row.supporter_id == supporter_id
            ]
            return compare(replace(planned, supporter_id=supporter_id), entries)
        return planned

    def _governments(self, iso3s: Iterable[str]) -> Here:
        here: Here = {}
        for endorsement in self._session.scalars(
            select(Endorsement)
            .join(Supporter, Endorsement.supporter_id == Supporter.id)
            .options(joinedload(Endorsement.supporter))
            .where(
                Endorsement.initiative_id == self._listing.initiative.id,
                Supporter.state_iso3.in_(set(iso3s)),
                Endorsement.status.not_in(UNSEEN),
            )
        ):
            here.setdefault(endorsement.supporter.state_iso3 or "", []).append(endorsement)
        return here

    def _organisations(self, keys: Sequence[str]) -> Here:
        """Return verified organisations that have or had these names, also of merged records, and
        what they, or the records that stand for them, have with the initiative."""
        here: Here = {}
        former_names = self._once_called(keys)
        names_by_id: dict[int, set[str]] = {}
        for supporter in self._session.scalars(
            select(Supporter).where(
                Supporter.kind == SupporterKind.ORGANISATION,
                or_(
                    in_values(self._session, Supporter.name_key, set(keys)),
                    Supporter.id.in_(former_names),
                ),
                select(Endorsement.id)
                .where(
                    Endorsement.supporter_id
                    == func.coalesce(Supporter.merged_into_id, Supporter.id),
                    Endorsement.status.in_((*COUNTED, *AWAITING, Status.LAPSED)),
                )
                .exists(),
            )
        ):
            named = former_names.get(supporter.id, set()) | {supporter.name_key}
            names_by_id.setdefault(supporter.standing_id, set()).update(named)
            for key in named:
                here.setdefault(key, []).append(supporter)
        if names_by_id:
            for endorsement in self._session.scalars(
                select(Endorsement).where(
                    Endorsement.initiative_id == self._listing.initiative.id,
                    Endorsement.supporter_id.in_(names_by_id),
                    Endorsement.status.not_in(UNSEEN),
                )
            ):
                for key in names_by_id[endorsement.supporter_id]:
                    here[key].append(endorsement)
        return here

    def _once_called(self, keys: Sequence[str]) -> dict[int, set[str]]:
        """Return the organisations that once had these names, each with those of them that it
        had."""
        names: dict[int, set[str]] = {}
        for supporter_id, key in self._session.execute(
            histories.once_called(
                in_values(self._session, SupporterChange.former_key, set(keys))
            ).add_columns(SupporterChange.former_key)
        ):
            names.setdefault(supporter_id, set()).add(key)
        return names

    def _cell(self, row: Row, field: Field) -> Cell:
        header = self._column.get(field.value)
        return row.cells.get(header, "") if header else ""


def _domain(website: str | None) -> str | None:
    return domains.of_website(website) if website else None
