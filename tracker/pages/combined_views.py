"""A campaign's initiatives taken together: which governments endorsed any, all, or only one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import render_template
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker.core.audience import public
from tracker.core.db import db
from tracker.core.errors import NotFound
from tracker.initiatives import queries as initiatives
from tracker.initiatives.models import Campaign, Initiative
from tracker.initiatives.reported_figures import ReportedTally
from tracker.pages import queries
from tracker.pages.blueprint import bp, page_dates, state_names
from tracker.presentation import figures
from tracker.presentation.figures import Figure
from tracker.presentation.page_cache import kept
from tracker.supporters import queries as supporters
from tracker.supporters.models import Membership, State, SupporterKind
from tracker.tallies import queries as tallies
from tracker.tallies import shares, standing
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.queries import Combined, States
from tracker.tallies.shares import Shares
from tracker.tallies.standing import GovernmentRow

MIN_COMBINED = 2
"""Initiatives that there must be to combine."""


@dataclass(frozen=True, kw_only=True)
class Together:
    """The tally that a campaign's initiatives have together on a day."""

    initiatives: Sequence[Initiative]
    counted: Combined
    rows: Mapping[int, Sequence[GovernmentRow]]
    """By initiative id: the governments in every grade, as far as they may be named."""
    unnamed: frozenset[str]
    """The States of which an entry was counted that is not public any more."""
    reported: ReportedTally | None
    any_words: str
    """ "either initiative", "any of the 3 initiatives"."""
    all_words: str

    @property
    def figures(self) -> list[Figure]:
        """Any, all, only one of each, and the observers apart, for the band of numbers."""
        counted = self.counted
        band = [
            figures.any_of(counted.either.members, self.any_words),
            figures.all_of_them(counted.both.members, self.all_words),
        ]
        band += [
            figures.only_one(counted.only_in[initiative.id].members, initiative.name)
            for initiative in self.initiatives
        ]
        return [*band, figures.combined_observers(counted.either.observers, self.any_words)]


@dataclass(frozen=True, kw_only=True)
class Part:
    """One combination: which governments, by name, and what they are a share of."""

    key: str
    label: str
    count: int
    members: Sequence[State]
    observers: Sequence[State]
    shares: Shares


def combinable(campaign: Campaign) -> list[Initiative]:
    """A campaign's initiatives that governments sign; none where they are too few to combine."""
    initiatives_of_governments = [
        initiative
        for initiative in campaign.initiatives
        if SupporterKind.GOVERNMENT in initiative.signatory_kinds
    ]
    return initiatives_of_governments if len(initiatives_of_governments) >= MIN_COMBINED else []


def together(session: Session, campaign: Campaign, dates: AskedDates) -> Together | None:
    """A campaign's initiatives that governments sign, combined; none of fewer than two."""
    combined_initiatives = combinable(campaign)
    if not combined_initiatives:
        return None
    counted_rows: dict[int, Sequence[GovernmentRow]] = {
        initiative.id: standing.governments(
            session, initiative.id, as_of=dates.as_of, known_at=dates.known_at
        )
        for initiative in combined_initiatives
    }
    rows = counted_rows
    if dates.known_at is not None:
        rows = {key: standing.still_public(session, of) for key, of in counted_rows.items()}
    two = len(combined_initiatives) == MIN_COMBINED
    return Together(
        initiatives=combined_initiatives,
        counted=tallies.combined(session, rows, as_of=dates.as_of, known_at=dates.known_at),
        rows=rows,
        unnamed=frozenset(
            row.state_iso3 for key, of in counted_rows.items() for row in of if row not in rows[key]
        ),
        reported=initiatives.reported(
            session,
            initiatives.combined_subject(campaign.slug),
            dates.as_of,
            dates.today,
            known_at=dates.known_at,
        ),
        any_words=str(
            _("either initiative")
            if two
            else _("any of the %(n)s initiatives", n=len(combined_initiatives))
        ),
        all_words=str(_("both") if two else _("all %(n)s", n=len(combined_initiatives))),
    )


@bp.get("/campaigns/<slug>/combined")
@public
@kept
def combined(slug: str) -> str:
    """Any, all, only one: each with its governments, and what they are a share of."""
    session, dates = db.session(), page_dates()
    campaign = initiatives.campaign_by_slug(session, slug)
    combined_tally = together(session, campaign, dates)
    if combined_tally is None:
        raise NotFound("This campaign has no initiatives of governments to combine.")
    council = supporters.council_of(session, dates.as_of.year, known_at=dates.known_at)
    states = supporters.all_states(session, dates.known_at, dates.past)
    return render_template(
        "pages/combined.html",
        campaign=campaign,
        dates=dates,
        together=combined_tally,
        parts=_parts(combined_tally, states, council),
        council=council,
        members=sum(state.membership is Membership.MEMBER for state in states),
        names=state_names(session, dates.past, known_at=dates.known_at),
        reports=queries.reported_by(session, initiatives.combined_subject(slug), dates),
    )


def _parts(together: Together, states: Sequence[State], council: set[str] | None) -> list[Part]:
    def part(key: str, label: str, of: States) -> Part:
        return Part(
            key=key,
            label=label,
            count=len(of.members),
            members=[state for state in states if state.iso3 in of.members - together.unnamed],
            observers=[state for state in states if state.iso3 in of.observers - together.unnamed],
            shares=shares.shares(of.members, states, council),
        )

    return [
        part("any", str(_("For %(which)s", which=together.any_words)), together.counted.either),
        part("all", str(_("For %(which)s", which=together.all_words)), together.counted.both),
        *(
            part(
                f"only-{initiative.slug}",
                str(_("Only for the %(name)s", name=initiative.name)),
                together.counted.only_in[initiative.id],
            )
            for initiative in together.initiatives
        ),
    ]
