"""The record's completeness: for each figure, the number named here, their evidence, and what would
close the gap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import render_template
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session

from tracker.core.audience import public
from tracker.core.db import db
from tracker.core.i18n import day
from tracker.endorsements.evidence.models import InstrumentType
from tracker.initiatives import queries as initiatives
from tracker.initiatives.models import Campaign, Initiative
from tracker.initiatives.reported_figures import KIND_OF_UNIT, LOWER_BOUNDS, ReportedTally
from tracker.pages import combined_views
from tracker.pages.blueprint import bp, page_dates
from tracker.presentation import figures, labels
from tracker.presentation.page_cache import kept
from tracker.supporters.models import SupporterKind
from tracker.tallies import completeness
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.completeness import Line
from tracker.tallies.queries import Tally
from tracker.tallies.reconciliation import side_by_side


@dataclass(frozen=True, kw_only=True)
class Part:
    """One figure: how many are named here, and what was reported of them."""

    kind: SupporterKind
    named: int
    reported: ReportedTally | None
    lines: Sequence[Line]
    beside: int = 0
    """Governments that announced or voiced support: shown, and not counted."""
    members_only: bool = False
    """True where Member States alone are counted; the Observer States are told beside them."""
    observers_apart: int = 0
    statements_too: bool = False
    """True where the reported figure counts statements as well."""

    @property
    def value(self) -> str:
        """ "43 of 129", "14 of 750+", "2"."""
        if self.reported is None:
            return figures.number(self.named)
        return str(
            _(
                "%(named)s of %(reported)s",
                named=figures.number(self.named),
                reported=figures.reported_value(self.reported),
            )
        )

    @property
    def label(self) -> str:
        if self.kind is SupporterKind.INDIVIDUAL:
            return labels.for_kind(self.kind)
        if self.members_only:
            return str(_("Member States named here"))
        return str(_("%(kind)s named here", kind=labels.for_kind(self.kind)))

    @property
    def apart(self) -> str:
        if not self.observers_apart:
            return ""
        return str(
            ngettext(
                "and %(num)s Observer State, counted apart",
                "and %(num)s Observer States, counted apart",
                self.observers_apart,
            )
        )

    @property
    def small(self) -> str:
        if self.kind is SupporterKind.INDIVIDUAL:
            return str(_("counted here"))
        if self.reported is None:
            return str(_("no total is reported"))
        return str(_("reported: %(day)s", day=figures.reported_date(self.reported)))

    @property
    def gap(self) -> int | None:
        """Return how many more were reported; none where no total was."""
        return None if self.reported is None else self.reported.value - self.named

    @property
    def closings(self) -> list[str]:
        """Return what would close the gap, and what would make the evidence firmer."""
        if self.kind is SupporterKind.INDIVIDUAL:
            return []
        return [*self._of_gap(), *self._of_evidence()]

    def _of_gap(self) -> list[str]:
        reported = self.reported
        if reported is None:
            return [str(_("The total: none is reported, so how many are not named is not known."))]
        gap = reported.value - self.named
        if gap <= 0 and reported.qualifier not in LOWER_BOUNDS:
            return [str(_("Every one that the reported figure counts is named here."))]
        number = figures.number(max(gap, 0))
        if reported.qualifier in LOWER_BOUNDS:
            number = str(_("more than %(n)s", n=number))
        elif reported.qualifier != "exact":
            number = str(_("about %(n)s", n=number))
        if self.statements_too:
            return [
                str(
                    _(
                        "A list of those that the figure counts, with the names of %(n)s others. "
                        "It counts statements as well, which are never counted here.",
                        n=number,
                    )
                )
            ]
        if reported.reported_on is None:
            return [str(_("A list with the names of %(n)s others.", n=number))]
        return [
            str(
                _(
                    "A list with the names of %(n)s others, as of %(day)s.",
                    n=number,
                    day=figures.reported_date(reported),
                )
            )
        ]

    def _of_evidence(self) -> list[str]:
        sentences = []
        if second_hand := sum(line.not_first_hand for line in self.lines):
            sentences.append(
                ngettext(
                    "A first-hand source for %(num)s that is known from the press or a copy.",
                    "First-hand sources for %(num)s that are known from the press or a copy.",
                    second_hand,
                )
            )
        if undated := sum(line.undated for line in self.lines):
            sentences.append(
                ngettext(
                    "The day of %(num)s whose date is unknown.",
                    "The days of %(num)s whose dates are unknown.",
                    undated,
                )
            )
        if self.beside:
            sentences.append(
                ngettext(
                    "A list or letter that shows whether %(num)s that announced or voiced support "
                    "has joined.",
                    "A list or letter that shows whether %(num)s that announced or voiced support "
                    "have joined.",
                    self.beside,
                )
            )
        return [str(sentence) for sentence in sentences]


@dataclass(frozen=True, kw_only=True)
class Section:
    """An initiative, or a campaign's initiatives together, with a figure for each kind."""

    anchor: str
    name: str
    initiative: Initiative | None = None
    campaign: Campaign
    parts: Sequence[Part]

    @property
    def tabled(self) -> list[Part]:
        """Return the figures that rest on evidence."""
        return [part for part in self.parts if part.lines]


@bp.get("/about/completeness")
@public
@kept
def completeness_page() -> str:
    """Show of each reported figure the number named here, their evidence, and its age."""
    session, dates = db.session(), page_dates()
    return render_template(
        "pages/completeness.html",
        sections=_sections(session, dates),
        dates=dates,
        evidence=evidence,
        span=span,
    )


def _sections(session: Session, dates: AskedDates) -> list[Section]:
    every = initiatives.all_initiatives(session)
    by_figure: dict[tuple[int, SupporterKind], list[Line]] = {}
    for line in completeness.lines(session, [initiative.id for initiative in every], dates):
        by_figure.setdefault((line.initiative_id, line.kind), []).append(line)
    sections: list[Section] = []
    for campaign in initiatives.all_campaigns(session):
        for initiative in campaign.initiatives:
            tally, reported = side_by_side(session, initiative, dates)
            lines = {kind: by_figure.get((initiative.id, kind), []) for kind in SupporterKind}
            sections.append(
                Section(
                    anchor=initiative.slug,
                    name=initiative.name,
                    initiative=initiative,
                    campaign=campaign,
                    parts=_parts(initiative, tally, reported, lines),
                )
            )
        together = _together(session, campaign, dates)
        if together is not None:
            sections.append(together)
    return sections


def _parts(
    initiative: Initiative,
    tally: Tally,
    reported: ReportedTally | None,
    lines: dict[SupporterKind, list[Line]],
) -> list[Part]:
    """Return a figure for each kind that the text invites, or of which there are any."""
    of_kind = KIND_OF_UNIT.get(reported.unit) if reported else None
    parts = [
        Part(
            kind=kind,
            named=figures.documented(tally, kind),
            reported=reported if kind is of_kind else None,
            lines=lines[kind],
            beside=tally.announced + tally.voiced if kind is SupporterKind.GOVERNMENT else 0,
        )
        for kind in SupporterKind
        if kind in initiative.signatory_kinds or kind is of_kind or figures.documented(tally, kind)
    ]
    return sorted(parts, key=lambda part: part.reported is None)


def _together(session: Session, campaign: Campaign, dates: AskedDates) -> Section | None:
    """Return the governments of any of a campaign's initiatives; none of fewer than two."""
    together = combined_views.together(session, campaign, dates)
    if together is None:
        return None
    reported, either = together.reported, together.counted.either
    members_only = reported is not None and reported.unit == "states"
    observers = len(either.observers)
    ids = [initiative.id for initiative in together.initiatives]
    part = Part(
        kind=SupporterKind.GOVERNMENT,
        named=len(either.members) + (0 if members_only else observers),
        reported=reported,
        lines=completeness.lines(session, ids, dates, together=True),
        members_only=members_only,
        observers_apart=observers if members_only else 0,
        statements_too=True,
    )
    return Section(
        anchor=initiatives.combined_subject(campaign.slug),
        name=str(_("%(campaign)s: %(which)s", campaign=campaign.name, which=together.any_words)),
        campaign=campaign,
        parts=[part],
    )


def evidence(line: Line) -> str:
    """Return what a kind of evidence is called."""
    if line.type is None:
        return str(_("Confirmed address, checked by staff"))
    if line.verbatim:
        return str(_("Verbatim record of the United Nations"))
    if line.type is InstrumentType.STATEMENT:
        return str(_("Own statement or page, or a convenor’s"))
    return labels.for_instrument(line.type)


def span(first: date | None, last: date | None) -> str:
    """ "1 Sep 2015", "1 Sep 2015 – 30 Apr 2026"."""
    if first is None or last is None:
        return ""
    if first == last:
        return day(first)
    return str(_("%(first)s – %(last)s", first=day(first), last=day(last)))
