"""An initiative's page as of a day, gathered in a bounded number of queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from flask_babel import format_decimal, ngettext
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker.charts import hemicycle, pictures
from tracker.charts.hemicycle import Hemicycle
from tracker.charts.pictures import Picture
from tracker.charts.subject import Subject
from tracker.core.dates import day_of, last_day
from tracker.core.i18n import day
from tracker.endorsements import declarations
from tracker.endorsements.models import Endorsement
from tracker.initiatives import queries as initiatives
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Assessor, Document, DocumentCategory, Initiative, Milestone
from tracker.initiatives.reported_figures import UNITS_OF_MEMBERS, ReportedTally
from tracker.initiatives.statements import Statement
from tracker.pages import aims, positions, queries
from tracker.pages.aims import Aim
from tracker.pages.positions import Position
from tracker.pages.queries import Entry
from tracker.presentation import figures
from tracker.presentation.figures import Figure
from tracker.supporters import queries as supporters
from tracker.supporters.models import RegionalGroup, State, SupporterKind
from tracker.tallies import mandates as mandate_counts
from tracker.tallies import organisations as tallies_organisations
from tracker.tallies import reconciliation, standing
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
class InitiativePage:
    """The content of the page, and which parts it has."""

    initiative: Initiative
    dates: AskedDates
    tally: Tally
    reported: ReportedTally | None
    reports: Sequence[ReportedTally]
    figures: Sequence[Figure]
    aim: Aim | None
    names: Mapping[str, str]
    hemicycle: Hemicycle | None
    growth: Picture | None
    groups: Sequence[Group]
    """Empty where governments do not sign."""
    organisations: Sequence[Entry]
    organisations_left_out: int
    parliamentarians: Sequence[Endorsement]
    more_parliamentarians: bool
    mandates: Mandates | None
    """The number of parliamentarians who sat on that day; none where it could point at somebody."""
    lawmakers: Sequence[Line]
    """The figures reported of members of parliament with a date by that day, beside what was
    documented then."""
    milestones: Sequence[Milestone]
    statements: Sequence[Statement]
    assessments: Sequence[tuple[Assessor | None, Sequence[Document]]]
    """Of an initiative with reforms: each group of assessors with its texts, of which there may be
    none yet."""
    positions: Sequence[Position]
    """Statements of Member States on its reforms; they stand with the assessments."""
    not_named: int
    """The number of those counted that are not public any more: only of what was known earlier."""
    declared: frozenset[int]
    """The entries with which a State's declaration stands."""

    @property
    def is_open(self) -> bool:
        """Return whether support can be recorded now."""
        return self.initiative.is_open(self.dates.today)

    @property
    def recording_note(self) -> str:
        """Say until when or from when support can be recorded; empty where nothing limits it."""
        initiative = self.initiative
        if self.is_open:
            last = initiative.last_open_day
            return str(_("Until %(day)s.", day=day(last))) if last else ""
        if not initiative.is_closed(self.dates.today):
            opens_on = initiative.opens_on or self.dates.today
            return str(_("Support can be recorded from %(day)s on.", day=day(opens_on)))
        closed_on = initiative.closed_on or self.dates.today
        closed = _("Closed to new endorsements since %(day)s.", day=day(closed_on))
        if initiative.archived_on is None:
            return str(closed)
        archived = _(
            "Archived on %(day)s: nothing is added or changed any more; tallies and history stay.",
            day=day(initiative.archived_on),
        )
        return f"{closed} {archived}"

    @property
    def official_name(self) -> str:
        """Return what the initiative is called officially, where that is another name."""
        name = self.initiative.official_name
        return name if name != self.initiative.name else ""

    @property
    def headlines(self) -> list[Figure]:
        return [figure for figure in self.figures if not figure.minor]

    @property
    def minor_figures(self) -> list[Figure]:
        return [figure for figure in self.figures if figure.minor]

    @property
    def groups_on_record(self) -> list[Group]:
        return [group for group in self.groups if group.entries]

    @property
    def has_organisations(self) -> bool:
        """Return whether organisations have a part of the page, if only to say that none is
        documented."""
        return bool(self.organisations) or self._signs(SupporterKind.ORGANISATION)

    @property
    def has_mandates(self) -> bool:
        return bool(self.mandates or self.lawmakers)

    @property
    def mandates_note(self) -> str:
        """Say how many of the parliamentarians sat on the day, or why that is not said."""
        on = day(self.dates.as_of)
        if self.mandates is None:
            if not self.tally.parliamentarians:
                return ""
            kept_back = _(
                "How many of those named here were sitting members on %(day)s is not shown, "
                "because one of the groups would be under five or nothing is known of it.",
                day=on,
            )
            return str(kept_back)
        counts = [
            ngettext(
                "%(num)s was a sitting member on %(day)s",
                "%(num)s were sitting members on %(day)s",
                self.mandates.sitting,
                day=on,
            ),
            ngettext(
                "%(num)s was a former member",
                "%(num)s were former members",
                self.mandates.former,
            ),
        ]
        if self.mandates.unknown:
            unknown = format_decimal(self.mandates.unknown)
            counts.append(_("of %(n)s it is not known", n=unknown))
        return f"{'; '.join(counts)}. {_('Support goes on dates a mandate ends.')}"

    @property
    def lacks_parliamentarians(self) -> bool:
        """Return whether it has to be said that no parliamentarian is documented."""
        nobody = not self.parliamentarians and not self.tally.parliamentarians
        return nobody and self._signs(SupporterKind.PARLIAMENTARIAN)

    @cached_property
    def documents(self) -> list[tuple[DocumentCategory, list[Document]]]:
        """Return the documents by category, without the assessments, which have a part of their
        own."""
        rest = [text for text in self.initiative.documents if not _is_apart(self.initiative, text)]
        rest.sort(key=_category)
        return [(category, list(texts)) for category, texts in groupby(rest, _category)]

    @property
    def website(self) -> str:
        """Return the website's address; empty where what is said of it is none."""
        website = self.initiative.website or ""
        return website if website.startswith(("https://", "http://")) else ""

    @property
    def demands_source(self) -> str:
        """Return the source of the reforms, as far as a reform does not name another."""
        return self.initiative.reforms[0].source if self.initiative.reforms else ""

    def _signs(self, kind: SupporterKind) -> bool:
        return kind in self.initiative.signatory_kinds


def read(
    session: Session, initiative: Initiative, dates: AskedDates, names: Mapping[str, str]
) -> InitiativePage:
    """Return what an initiative's page shows for two dates, with States by these names."""
    as_of, known_at = dates.as_of, dates.known_at
    tally, reported = side_by_side(session, initiative, dates)
    reports = queries.reported_by(session, initiative.slug, dates)
    governments = standing.governments(session, initiative.id, as_of=as_of, known_at=known_at)
    organisations = tallies_organisations.page(
        session, initiative.id, as_of=as_of, known_at=known_at, limit=SHOWN_ORGANISATIONS
    ).rows
    rows: list[GovernmentRow | OrganisationRow] = [*governments, *organisations]
    entries = queries.entries(session, rows)
    if not dates.live:
        entries = queries.named_as_then(session, entries, as_of, known_at=known_at)
    mandates = None
    if tally.parliamentarians and known_at is None:
        mandates = mandate_counts.mandates(session, initiative.id, as_of=as_of)
    states = supporters.all_states(session, known_at, dates.past)
    statements = [
        statement
        for statement in initiatives.statements_of(session, initiative)
        if dates.includes(day_of(statement.dated))
    ]
    by_kind: dict[SupporterKind, list[Entry]] = {kind: [] for kind in SupporterKind}
    for entry in entries:
        by_kind[entry.endorsement.kind].append(entry)
    seated = None
    if governments or SupporterKind.GOVERNMENT in initiative.signatory_kinds:
        seated = hemicycle.seat(states, queries.grades(by_kind[SupporterKind.GOVERNMENT]), names)
    persons: Sequence[Endorsement] = ()
    more = None
    if dates.live:  # of persons, the ledger tells the days but not the names
        persons, more = queries.persons(
            session,
            initiative.id,
            SupporterKind.PARLIAMENTARIAN,
            as_of=as_of,
            limit=SHOWN_PERSONS,
        )
    return InitiativePage(
        initiative=initiative,
        dates=dates,
        tally=tally,
        reported=reported,
        reports=reports,
        figures=figures.all_of(initiative, tally, reported),
        aim=aims.aim(initiative, tally),
        names=names,
        hemicycle=seated,
        growth=pictures.grown(
            session, Subject(initiative=initiative, when=dates), reported, reports
        ),
        groups=_groups(by_kind[SupporterKind.GOVERNMENT], seated, states),
        organisations=by_kind[SupporterKind.ORGANISATION],
        organisations_left_out=tally.organisations - len(organisations),
        parliamentarians=persons,
        more_parliamentarians=more is not None,
        mandates=mandates if mandates and mandates.may_be_told else None,
        lawmakers=_lawmakers(session, initiative, reports, dates),
        milestones=[
            milestone
            for milestone in initiative.milestones
            if dates.includes(last_day(milestone.dated))
        ],
        statements=[
            statement
            for statement in statements
            if not positions.is_position(initiative, statement)
        ],
        assessments=_assessments(initiative),
        positions=positions.by_reform(initiative, statements),
        not_named=len(rows) - len(entries),
        declared=declarations.with_one_in_force(
            declarations.by_entry(session, as_of=dates.as_of, known_at=dates.known_at)
        ),
    )


def _lawmakers(
    session: Session, initiative: Initiative, reports: Sequence[ReportedTally], dates: AskedDates
) -> Sequence[Line]:
    of_members = [
        report for report in reports if report.unit in UNITS_OF_MEMBERS and report.stands_from
    ]
    if not of_members:
        return ()
    return reconciliation.lines(session, of_members, [initiative.id], dates)


def _category(document: Document) -> DocumentCategory:
    return document.category


def _is_apart(initiative: Initiative, document: Document) -> bool:
    return bool(initiative.reforms) and document.category is DocumentCategory.ASSESSMENT


def _assessments(initiative: Initiative) -> list[tuple[Assessor | None, Sequence[Document]]]:
    texts = [text for text in initiative.documents if _is_apart(initiative, text)]
    groups = [
        (assessor, [text for text in texts if text.assessor is assessor])
        for assessor in (*Assessor, None)
    ]
    return [(assessor, theirs) for assessor, theirs in groups if theirs or assessor is not None]


def _groups(
    entries: Sequence[Entry], seated: Hemicycle | None, states: Sequence[State]
) -> list[Group]:
    if seated is None:
        return []
    groups_then = {state.iso3: state.regional_group for state in states}
    of: dict[RegionalGroup, list[Entry]] = {}
    for entry in entries:
        iso3 = entry.endorsement.supporter.state_iso3 or ""
        of.setdefault(groups_then.get(iso3, RegionalGroup.NONE), []).append(entry)
    for listed in of.values():
        listed.sort(key=lambda entry: (entry.grade.rank, entry.name))
    groups = [
        Group(
            group=wedge.group,
            endorsed=wedge.endorsed,
            size=wedge.size,
            entries=of.get(wedge.group, []),
        )
        for wedge in seated.wedges
    ]
    observers = of.get(RegionalGroup.NONE, [])
    if observers:
        endorsed = sum(entry.grade is Grade.ENDORSED for entry in observers)
        groups.append(Group(group=RegionalGroup.NONE, endorsed=endorsed, size=2, entries=observers))
    return groups
