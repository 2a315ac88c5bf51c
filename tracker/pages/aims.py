"""Initiatives' aims: the support that one aims for, beside what is documented here."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from tracker.charts.hemicycle import MEMBERS
from tracker.initiatives.models import AimUnit, Initiative
from tracker.presentation import figures
from tracker.presentation.figures import Figure
from tracker.supporters.models import SupporterKind
from tracker.tallies.queries import Tally


@dataclass(frozen=True, kw_only=True)
class Aim:
    wanted: int
    """The number aimed for: of governments Member States, rounded up from a share."""
    words: str
    """ "It aims for 129 of the 193 Member States (66.8%)."."""
    counted: int
    """The number of them that is documented here, at most `wanted`: for the bar."""
    so_far: Figure


def aim(initiative: Initiative, tally: Tally) -> Aim | None:
    """Return what an initiative aims for, and how far it is; none where it names no number."""
    if initiative.aim is None or initiative.aim_unit is None:
        return None
    unit, wanted = initiative.aim_unit, initiative.aim
    if unit is AimUnit.PER_CENT:
        wanted = -(-MEMBERS * wanted // 100)
    of_governments = unit.kind is SupporterKind.GOVERNMENT
    counted = tally.members if of_governments else figures.documented(tally, unit.kind)
    return Aim(
        wanted=wanted,
        words=_words(unit, wanted),
        counted=min(counted, wanted),
        so_far=figures.of_kind(tally, unit.kind),
    )


def _words(unit: AimUnit, wanted: int) -> str:
    if unit.kind is SupporterKind.GOVERNMENT:
        return str(
            _(
                "It aims for %(n)s of the %(all)s Member States (%(share)s).",
                n=wanted,
                all=MEMBERS,
                share=figures.percent(wanted / MEMBERS),
            )
        )
    if unit is AimUnit.ORGANISATIONS:
        number = ngettext("%(n)s organisation", "%(n)s organisations", wanted, n=_n(wanted))
    elif unit is AimUnit.PARLIAMENTARIANS:
        number = ngettext("%(n)s parliamentarian", "%(n)s parliamentarians", wanted, n=_n(wanted))
    else:
        number = ngettext("%(n)s individual", "%(n)s individuals", wanted, n=_n(wanted))
    return str(_("It aims for %(number)s.", number=number))


def _n(wanted: int) -> str:
    return figures.number(wanted)
