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
from tracker.initiatives.reported import ReportedTally
from tracker.pages import chronology_views
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

FEWEST = 2
"""How many initiatives there must be to combine."""


@dataclass(frozen=True, kw_only=True)
class Together:
    """What a campaign's initiatives have together on a day."""

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
        found = [
            figures.any_of(counted.either.members, self.any_words),
            figures.all_of_them(counted.both.members, self.all_words),
        ]
        found += [
            figures.only_one(counted.only_in[one.id].members, one.name) for one in self.initiatives
        ]
        return [*found, figures.combined_observers(counted.either.observers, self.any_words)]


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
    found = [one for one in campaign.initiatives if SupporterKind.GOVERNMENT in one.signatory_kinds]
    return found if len(found) >= FEWEST else []


def together(session: Session, campaign: Campaign, when: AskedDates) -> Together | None:
    """A campaign's initiatives that governments sign, combined; none of fewer than two."""
    found = combinable(campaign)
    if not found:
        return None
    every: dict[int, Sequence[GovernmentRow]] = {
        one.id: standing.governments(session, one.id, as_of=when.as_of, known_at=when.known_at)
        for one in found
    }
    rows = every
    if when.known_at is not None:
        rows = {key: standing.still_public(session, of) for key, of in every.items()}
    two = len(found) == FEWEST
    return Together(
        initiatives=found,
        counted=tallies.combined(session, rows, as_of=when.as_of, known_at=when.known_at),
        rows=rows,
        unnamed=frozenset(
            row.state_iso3 for key, of in every.items() for row in of if row not in rows[key]
        ),
        reported=initiatives.reported(
            session,
            initiatives.combined_subject(campaign.slug),
            when.as_of,
            when.today,
            known_at=when.known_at,
        ),
        any_words=str(
            _("either initiative") if two else _("any of the %(n)s initiatives", n=len(found))
        ),
        all_words=str(_("both") if two else _("all %(n)s", n=len(found))),
    )


@bp.get("/campaigns/<slug>/combined")
@public
@kept
def combined(slug: str) -> str:
    """Any, all, only one: each with its governments, and what they are a share of."""
    session, when = db.session(), page_dates()
    campaign = initiatives.campaign_by_slug(session, slug)
    found = together(session, campaign, when)
    if found is None:
        raise NotFound(_("This campaign has no initiatives of governments to combine."))
    council = supporters.council_of(session, when.as_of.year, known_at=when.known_at)
    states = supporters.all_states(session, when.known_at, when.past)
    return render_template(
        "pages/combined.html",
        campaign=campaign,
        asked=when,
        together=found,
        parts=_parts(found, states, council),
        council=council,
        members=sum(one.membership is Membership.MEMBER for one in states),
        names=state_names(session, when.past, known_at=when.known_at),
        reports=chronology_views.reported_by(session, initiatives.combined_subject(slug), when),
    )


def _parts(found: Together, states: Sequence[State], council: set[str] | None) -> list[Part]:
    def part(key: str, label: str, of: States) -> Part:
        return Part(
            key=key,
            label=label,
            count=len(of.members),
            members=[one for one in states if one.iso3 in of.members - found.unnamed],
            observers=[one for one in states if one.iso3 in of.observers - found.unnamed],
            shares=shares.shares(of.members, states, council),
        )

    return [
        part("any", str(_("For %(which)s", which=found.any_words)), found.counted.either),
        part("all", str(_("For %(which)s", which=found.all_words)), found.counted.both),
        *(
            part(
                f"only-{one.slug}",
                str(_("Only for the %(name)s", name=one.name)),
                found.counted.only_in[one.id],
            )
            for one in found.initiatives
        ),
    ]
