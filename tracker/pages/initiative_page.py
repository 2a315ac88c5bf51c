"""What an initiative's page shows as of a day, gathered in a bounded number of queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from tracker.charts import figures as charts_figures
from tracker.charts import hemicycle
from tracker.charts.figures import Picture
from tracker.charts.hemicycle import Hemicycle
from tracker.charts.subject import Subject
from tracker.core.dates import day_of, last_day
from tracker.endorsements.models import Endorsement
from tracker.initiatives import queries as initiatives
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Assessor, Document, DocumentCategory, Initiative, Milestone
from tracker.initiatives.reported import UNITS_OF_MEMBERS, ReportedTally
from tracker.initiatives.statements import Statement
from tracker.pages import aims, chronology_views, queries
from tracker.pages.aims import Aim
from tracker.pages.queries import Entry
from tracker.presentation import figures as presentation_figures
from tracker.presentation.figures import Figure
from tracker.supporters import queries as supporters
from tracker.supporters.models import RegionalGroup, State, SupporterKind
from tracker.tallies import mandates, reconciliation, standing
from tracker.tallies import organisations as tallies_organisations
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.mandates import Mandates
from tracker.tallies.queries import Tally
from tracker.tallies.reconciliation import Line, side_by_side
from tracker.tallies.standing import GovernmentRow, OrganisationRow

SHOWN_ORGANISATIONS = 60
SHOWN_PERSONS = 40


@dataclass(frozen=True, kw_only=True)
class Group:
    """A regional group's governments on record, those that endorsed first."""

    group: RegionalGroup
    endorsed: int
    size: int
    entries: Sequence[Entry]


@dataclass(frozen=True, kw_only=True)
class Shown:
    asked: AskedDates
    tally: Tally
    reported: ReportedTally | None
    reports: Sequence[ReportedTally]
    figures: Sequence[Figure]
    aim: Aim | None
    names: Mapping[str, str]
    hemicycle: Hemicycle | None
    growth: Picture | None
    groups: Sequence[Group]
    organisations: Sequence[Entry]
    organisations_left_out: int
    parliamentarians: Sequence[Endorsement]
    more_parliamentarians: bool
    mandates: Mandates | None
    """How many of the parliamentarians sat on that day; none where that could point at somebody."""
    lawmakers: Sequence[Line]
    """What was reported of members of parliament with a date by that day, beside what was
    documented then."""
    milestones: Sequence[Milestone]
    statements: Sequence[Statement]
    documents: Sequence[Document]
    """Without the assessments that stand in a section of their own."""
    assessments: Sequence[tuple[Assessor | None, Sequence[Document]]]
    """Of an initiative with reforms: each group of assessors with its texts, of which there may be
    none yet."""
    not_named: int
    """How many of those counted are not public any more: only of what was known earlier."""


def show(
    session: Session, initiative: Initiative, asked: AskedDates, names: Mapping[str, str]
) -> Shown:
    as_of, known_at = asked.as_of, asked.known_at
    tally, reported = side_by_side(session, initiative, asked)
    reports = chronology_views.reported_by(session, initiative.slug, asked)
    governments = standing.governments(session, initiative.id, as_of=as_of, known_at=known_at)
    organisations = tallies_organisations.page(
        session, initiative.id, as_of=as_of, known_at=known_at, limit=SHOWN_ORGANISATIONS
    ).rows
    rows: list[GovernmentRow | OrganisationRow] = [*governments]
    rows += organisations
    entries = queries.entries(session, rows)
    if not asked.live:
        entries = queries.named_as_then(session, entries, as_of, known_at=known_at)
    sat = None
    if tally.parliamentarians and known_at is None:
        sat = mandates.mandates(session, initiative.id, as_of=as_of)
    states = supporters.all_states(session, known_at, asked.past)
    by_kind: dict[SupporterKind, list[Entry]] = {kind: [] for kind in SupporterKind}
    for entry in entries:
        by_kind[entry.endorsement.kind].append(entry)
    seated = None
    if governments or SupporterKind.GOVERNMENT in initiative.signatory_kinds:
        seated = hemicycle.seat(states, queries.grades(by_kind[SupporterKind.GOVERNMENT]), names)
    persons: Sequence[Endorsement] = ()
    more = None
    if asked.live:  # of persons, the ledger tells the days but not the names
        persons, more = queries.persons(
            session,
            initiative.id,
            SupporterKind.PARLIAMENTARIAN,
            as_of=as_of,
            limit=SHOWN_PERSONS,
        )
    return Shown(
        asked=asked,
        tally=tally,
        reported=reported,
        reports=reports,
        figures=presentation_figures.all_of(initiative, tally, reported),
        aim=aims.aim(initiative, tally),
        names=names,
        hemicycle=seated,
        growth=charts_figures.grown(
            session, Subject(initiative=initiative, when=asked), reported, reports
        ),
        groups=_groups(by_kind[SupporterKind.GOVERNMENT], seated, states),
        organisations=by_kind[SupporterKind.ORGANISATION],
        organisations_left_out=tally.organisations - len(organisations),
        parliamentarians=persons,
        more_parliamentarians=more is not None,
        mandates=sat if sat and sat.may_be_told else None,
        lawmakers=_lawmakers(session, initiative, reports, asked),
        milestones=[one for one in initiative.milestones if asked.includes(last_day(one.dated))],
        statements=[
            one
            for one in initiatives.statements_of(session, initiative)
            if asked.includes(day_of(one.dated))
        ],
        documents=[one for one in initiative.documents if not _is_apart(initiative, one)],
        assessments=_assessments(initiative),
        not_named=len(rows) - len(entries),
    )


def _lawmakers(
    session: Session, initiative: Initiative, reports: Sequence[ReportedTally], asked: AskedDates
) -> Sequence[Line]:
    of_members = [one for one in reports if one.unit in UNITS_OF_MEMBERS and one.stands_from]
    if not of_members:
        return ()
    return reconciliation.lines(session, of_members, [initiative.id], asked)


def _is_apart(initiative: Initiative, one: Document) -> bool:
    return bool(initiative.reforms) and one.category is DocumentCategory.ASSESSMENT


def _assessments(initiative: Initiative) -> list[tuple[Assessor | None, Sequence[Document]]]:
    texts = [one for one in initiative.documents if _is_apart(initiative, one)]
    groups = [(side, [one for one in texts if one.assessor is side]) for side in (*Assessor, None)]
    return [(side, found) for side, found in groups if found or side is not None]


def _groups(
    entries: Sequence[Entry], seated: Hemicycle | None, states: Sequence[State]
) -> list[Group]:
    if seated is None:
        return []
    groups_then = {one.iso3: one.regional_group for one in states}
    of: dict[RegionalGroup, list[Entry]] = {}
    for entry in entries:
        iso3 = entry.endorsement.supporter.state_iso3 or ""
        of.setdefault(groups_then.get(iso3, RegionalGroup.NONE), []).append(entry)
    for listed in of.values():
        listed.sort(key=lambda entry: (hemicycle.FIRST.index(entry.grade), entry.name))
    groups = [
        Group(group=one.group, endorsed=one.endorsed, size=one.size, entries=of.get(one.group, []))
        for one in seated.wedges
    ]
    observers = of.get(RegionalGroup.NONE, [])
    if observers:
        endorsed = sum(entry.grade is Grade.ENDORSED for entry in observers)
        groups.append(Group(group=RegionalGroup.NONE, endorsed=endorsed, size=2, entries=observers))
    return groups
