"""The subject of an initiative's pictures: its States' grades and its counts as of a day."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker.charts import data_tables, hemicycle
from tracker.charts.data_tables import Table
from tracker.core.i18n import day
from tracker.initiatives import queries as initiatives
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.initiatives.reported_figures import ReportedTally
from tracker.presentation import figures
from tracker.supporters import queries as supporters
from tracker.supporters.models import State, SupporterKind
from tracker.tallies import queries as tallies
from tracker.tallies import standing
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.queries import Tally
from tracker.tallies.standing import GovernmentRow


@dataclass(frozen=True, kw_only=True)
class Subject:
    """The subject of a picture, its day, and the order in which its seats stand."""

    initiative: Initiative
    when: AskedDates
    by: str = hemicycle.ORDERS[0]

    @property
    def as_of(self) -> date:
        return self.when.as_of

    @property
    def today(self) -> date:
        return self.when.today

    @property
    def known_at(self) -> datetime | None:
        return self.when.known_at

    @property
    def query(self) -> str:
        """Return what the address says of it, to be handed on to the picture's files."""
        ordered = {"by": self.by} if self.by != hemicycle.ORDERS[0] else {}
        search = urlencode(self.when.query | ordered)
        return f"?{search}" if search else ""

    @property
    def live(self) -> bool:
        """Return whether it is today's, and so may change while the page is open."""
        return self.when.live


@dataclass(frozen=True, kw_only=True)
class Record:
    """The facts that the pictures of one request are drawn from, read once."""

    asked: Subject
    states: Sequence[State]
    names: Mapping[str, str]
    rows: Mapping[str, GovernmentRow]
    tally: Tally
    reported: ReportedTally | None

    @property
    def grades(self) -> dict[str, Grade]:
        return {iso3: row.grade for iso3, row in self.rows.items()}

    @functools.cached_property
    def table(self) -> Table:
        """Every State and what is documented of it, behind the hemicycle and the map alike."""
        return data_tables.of_states(self.states, self.names, self.rows)

    @property
    def has_governments(self) -> bool:
        return bool(self.rows) or SupporterKind.GOVERNMENT in self.asked.initiative.signatory_kinds

    @property
    def both(self) -> str:
        """Return what is documented here and what was reported, in one line: they never mix."""
        return _in_one_line(self.asked.initiative, self.tally, self.reported)

    @property
    def day(self) -> str:
        on = _("As of %(day)s", day=day(self.asked.as_of))
        if self.asked.known_at is not None:
            on += ", " + _("as known here on %(day)s", day=day(self.asked.known_at))
        return str(on)


def _in_one_line(initiative: Initiative, tally: Tally, reported: ReportedTally | None) -> str:
    line = figures.headline(initiative, tally, reported)
    parts = [
        f"{figure.value} {figure.label}, {figure.small}"
        for figure in (line.lead, line.follows)
        if figure
    ]
    return "; ".join(parts)


def record(session: Session, subject: Subject, names: Mapping[str, str]) -> Record:
    rows = governments(session, subject, subject.initiative)
    return Record(
        asked=subject,
        states=supporters.all_states(session, subject.known_at, subject.when.past),
        names=names,
        rows={row.state_iso3: row for row in rows},
        tally=_tally(session, subject, subject.initiative),
        reported=_reported(session, subject, subject.initiative),
    )


def governments(session: Session, subject: Subject, of: Initiative) -> Sequence[GovernmentRow]:
    """Return who is shown. What is not public any more is not, though it was known once."""
    rows = standing.governments(session, of.id, as_of=subject.as_of, known_at=subject.known_at)
    return rows if subject.known_at is None else standing.still_public(session, rows)


def _tally(session: Session, subject: Subject, of: Initiative) -> Tally:
    return tallies.tally(
        session, of.id, as_of=subject.as_of, today=subject.today, known_at=subject.known_at
    )


def _reported(session: Session, subject: Subject, of: Initiative) -> ReportedTally | None:
    return initiatives.reported(
        session, of.slug, subject.as_of, subject.today, known_at=subject.known_at
    )


def both_counts(session: Session, subject: Subject, of: Initiative) -> str:
    tally, reported = _tally(session, subject, of), _reported(session, subject, of)
    return _in_one_line(of, tally, reported)
