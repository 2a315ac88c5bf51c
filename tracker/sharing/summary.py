"""An initiative as other sites show it: the reported figure and ours, never mixed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker.charts import hemicycle
from tracker.charts.hemicycle import Hemicycle
from tracker.core.components import config
from tracker.core.i18n import day
from tracker.initiatives import queries as initiatives
from tracker.initiatives.models import Initiative
from tracker.initiatives.reported_figures import ReportedTally
from tracker.pages.blueprint import state_names
from tracker.presentation import figures
from tracker.presentation.figures import Figure
from tracker.presentation.labels import publisher
from tracker.supporters import queries as supporters
from tracker.supporters.models import SupporterKind
from tracker.tallies import standing
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.reconciliation import side_by_side


@dataclass(frozen=True, kw_only=True)
class Face:
    """An initiative in two figures: the one that leads, and the other after it.

    `follows` is none only where nothing was reported by that day.
    """

    initiative: Initiative
    when: AskedDates
    reported: ReportedTally | None
    lead: Figure
    follows: Figure | None
    figures: Sequence[Figure]
    """All of them, for a larger place."""

    @property
    def both(self) -> Sequence[Figure]:
        """The figure that leads, and the one that follows if there is one."""
        return (self.lead,) if self.follows is None else (self.lead, self.follows)


def face(session: Session, slug: str, when: AskedDates) -> Face:
    """Return an initiative's figures on a day. Raises NotFound."""
    initiative = initiatives.by_slug(session, slug)
    tally, reported = side_by_side(session, initiative, when)
    line = figures.headline(initiative, tally, reported)
    return Face(
        initiative=initiative,
        when=when,
        reported=reported,
        lead=line.lead,
        follows=line.follows,
        figures=figures.all_of(initiative, tally, reported),
    )


def is_seated(initiative: Initiative) -> bool:
    """Return whether governments are asked to sign, so that the General Assembly can be drawn."""
    return SupporterKind.GOVERNMENT in initiative.signatory_kinds


def seats(session: Session, shown: Face) -> Hemicycle | None:
    """Return who of the General Assembly is on record; None where governments are not asked."""
    if not is_seated(shown.initiative):
        return None
    rows = standing.governments(
        session, shown.initiative.id, as_of=shown.when.as_of, known_at=shown.when.known_at
    )
    then = None if shown.when.as_of == shown.when.today else shown.when.as_of
    return hemicycle.seat(
        supporters.all_states(session, shown.when.known_at, shown.when.past),
        {row.state_iso3: row.grade for row in rows},
        state_names(session, then, known_at=shown.when.known_at),
    )


def sentence(figure: Figure) -> str:
    """Return a figure in one line: "107 governments reported, 31 Mar 2025"."""
    words = f"{figure.value} {figure.label}"
    return f"{words}, {figure.small}" if figure.small else words


def foot(shown: Face) -> str:
    """Return what a picture says below: its day, and who reported the reported figure."""
    parts = [_("Demonstration data, invented") if config().demo else "", said_when(shown.when)]
    if shown.reported is not None:
        parts.append(_("reported: %(source)s", source=publisher(shown.reported.source)))
    return " · ".join(filter(None, parts))


def said_when(when: AskedDates) -> str:
    """Return which day is told, and as known when; nothing for what is told unasked."""
    if when.live:
        return ""
    if when.known_at is None:
        return str(_("As of %(day)s", day=day(when.as_of)))
    return str(
        _(
            "As of %(day)s, as known here on %(known)s",
            day=day(when.as_of),
            known=day(when.known_at),
        )
    )
