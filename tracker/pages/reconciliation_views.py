"""Reported figures beside what is documented here: figure by figure, and never added up."""

from __future__ import annotations

from collections.abc import Sequence

from flask import render_template
from flask_babel import gettext as _
from flask_babel import ngettext

from tracker.core.audience import public
from tracker.core.db import db
from tracker.initiatives import queries as initiatives
from tracker.initiatives.reported_figures import KIND_OF_UNIT, LOWER_BOUNDS, MEMBER_STATES
from tracker.pages import combined_views
from tracker.pages.blueprint import bp, page_dates
from tracker.presentation import figures
from tracker.presentation.page_cache import kept
from tracker.supporters import queries as supporters
from tracker.supporters.models import SupporterKind
from tracker.tallies import marks
from tracker.tallies import reconciliation as tallies_reconciliation
from tracker.tallies.reconciliation import Closing, Line


@bp.get("/initiatives/<slug>/reconciliation")
@public
@kept
def reconciliation(slug: str) -> str:
    """Every reported tally of an initiative, what was documented by its date, and what would close
    the difference; of initiatives that governments sign, also the figures for all of a campaign."""
    session, dates = db.session(), page_dates()
    initiative = initiatives.by_slug(session, slug)
    follows = dates.live and SupporterKind.GOVERNMENT in initiative.signatory_kinds
    mark = marks.of_states(session, dates.today) if follows else ""
    lines = tallies_reconciliation.lines(
        session,
        initiatives.all_reported(session, slug, known_at=dates.known_at),
        [initiative.id],
        dates,
    )
    together = combined_views.combinable(initiative.campaign)
    of_all: Sequence[Line] = ()
    if initiative in together:
        reports = initiatives.all_reported(
            session,
            initiatives.combined_subject(initiative.campaign.slug),
            known_at=dates.known_at,
        )
        of_all = tallies_reconciliation.lines(
            session, reports, [initiative.id for initiative in together], dates
        )
    return render_template(
        "pages/reconciliation.html",
        initiative=initiative,
        dates=dates,
        mark=mark,
        lines=lines,
        of_all=of_all,
        members=supporters.member_count(session),
        documented=documented,
        difference=difference,
        closing=closing,
        share=share,
    )


def documented(line: Line) -> str:
    """Return what was documented here by a figure's date, in the figure's own unit."""
    if line.documented is None:
        return ""
    kind, counted = KIND_OF_UNIT[line.reported.unit], line.documented
    if kind is SupporterKind.ORGANISATION:
        return str(ngettext("%(num)s organisation", "%(num)s organisations", counted.organisations))
    if kind is SupporterKind.PARLIAMENTARIAN:
        return str(
            ngettext(
                "%(num)s parliamentarian", "%(num)s parliamentarians", counted.parliamentarians
            )
        )
    members = str(ngettext("%(num)s Member State", "%(num)s Member States", counted.members))
    counts = tallies_reconciliation.counts_observers(line.reported)
    told = line.reported.unit == "supporters" or (counts and counted.observers)
    if not told and not line.reported.observers:
        return members
    observers = ngettext("%(num)s Observer State", "%(num)s Observer States", counted.observers)
    return str(_("%(members)s and %(observers)s", members=members, observers=observers))


def difference(line: Line) -> str:
    """Return how far the two are apart, as exactly as the figure is given."""
    apart = line.difference
    if apart is None:
        return str(_("cannot be compared"))
    if line.closing is Closing.NOTHING:
        return str(_("none"))
    number = figures.number(abs(apart))
    if apart < 0:
        return str(_("%(n)s more documented here", n=number))
    if line.reported.qualifier in LOWER_BOUNDS:
        return str(_("more than %(n)s", n=number))
    if line.reported.qualifier != "exact":
        return str(_("about %(n)s", n=number))
    return str(_("%(n)s more reported", n=number))


def closing(line: Line) -> str:
    """Return what would close the difference, in fixed neutral words."""
    return str(
        {
            Closing.NOTHING: _("Nothing: the two agree."),
            Closing.NAMES: _("A list or instruments that name the others, with dates up to then."),
            Closing.STATEMENTS_TOO: _(
                "A list of those that the figure counts. It counts statements as well, which are "
                "shown here and never counted, so the two need not become equal."
            ),
            Closing.DAYS: _(
                "A source for what the figure counts, or for the days of the entries here."
            ),
            Closing.A_DATE: _("The day of the figure."),
            Closing.ANOTHER_UNIT: _("Nothing here: no such count is kept."),
        }[line.closing]
    )


def share(line: Line, members: int) -> str:
    """ "at least 56% of 193", of a figure that counts Member States only; else nothing."""
    reported, then = line.reported, line.documented
    among = (
        then is not None and then.observers and tallies_reconciliation.counts_observers(reported)
    )
    if reported.unit not in ("states", MEMBER_STATES) or not members or among:
        return ""
    return str(
        _("%(percent)s of %(all)s", percent=figures.reported_share(reported, members), all=members)
    )
