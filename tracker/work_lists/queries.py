"""Governments that are not documented for an initiative, as lists for staff to work from.

A list says what was not found. It says nothing about a State's position.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement
from tracker.initiatives import queries as initiatives
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.initiatives.reported_figures import KIND_OF_UNIT, ReportedTally
from tracker.supporters import queries as supporters
from tracker.supporters.models import RegionalGroup, State, Supporter, SupporterKind
from tracker.tallies import queries as tallies
from tracker.tallies import standing
from tracker.tallies.standing import GovernmentRow


class ListKind(StrEnum):
    """The reason for which a State stands in a list. A State may stand in several."""

    SIBLING = "sibling"
    """Documented for another initiative of the campaign and not for this one."""
    VOICED = "voiced"
    """Voiced or announced, not endorsed."""
    WITHDRAWN = "withdrawn"
    """Endorsed once, withdrawn since."""
    NOTHING = "nothing"
    """In none of the other lists: nothing is documented of it for this initiative."""


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One State in a list, with what is documented of it."""

    state: State
    grade: Grade | None = None
    since: date | None = None
    """The day on which the grade began, or the support ended."""
    endorsement_id: int | None = None
    """The entry that the list speaks of."""
    elsewhere: Sequence[Initiative] = ()
    """The campaign's other initiatives for which it is documented as having endorsed."""


@dataclass(frozen=True, kw_only=True)
class Unfinished:
    """An initiative of which fewer governments are documented here than were reported."""

    initiative: Initiative
    reported: ReportedTally
    documented: int
    lists: Mapping[ListKind, Sequence[Listed]]

    def of(self, kind: ListKind, group: RegionalGroup | None = None) -> list[Listed]:
        """Return one list, or what it has of one group. Observer States are of the group
        ``none``."""
        return [
            listed
            for listed in self.lists[kind]
            if group is None or listed.state.regional_group is group
        ]


def unfinished(session: Session, today: date) -> list[Unfinished]:
    """Return every initiative with lists to work from."""
    due = []
    counted: dict[int, list[GovernmentRow]] = {}
    candidates = [
        initiative
        for initiative in initiatives.all_initiatives(session)
        if SupporterKind.GOVERNMENT in initiative.signatory_kinds
    ]
    for initiative in candidates:
        counted[initiative.id] = standing.governments(session, initiative.id, as_of=today)
    states = supporters.all_states(session)
    for initiative in candidates:
        reported = initiatives.reported(session, initiative.slug, today, today, known_at=None)
        if reported is None or KIND_OF_UNIT.get(reported.unit) is not SupporterKind.GOVERNMENT:
            continue
        tally = tallies.tally(session, initiative.id, as_of=today, today=today)
        documented = tally.members + tally.observers
        if documented < reported.value:
            siblings = [
                (sibling, _endorsed(counted[sibling.id]))
                for sibling in candidates
                if sibling.campaign_id == initiative.campaign_id and sibling is not initiative
            ]
            due.append(
                Unfinished(
                    initiative=initiative,
                    reported=reported,
                    documented=documented,
                    lists=_lists(
                        states, counted[initiative.id], siblings, _withdrawn(session, initiative.id)
                    ),
                )
            )
    return due


def _endorsed(rows: Sequence[GovernmentRow]) -> set[str]:
    return {row.state_iso3 for row in rows if row.grade is Grade.ENDORSED}


def _withdrawn(session: Session, initiative_id: int) -> dict[str, Endorsement]:
    rows = session.execute(
        select(Supporter.state_iso3, Endorsement)
        .join(Endorsement.supporter)
        .where(
            Endorsement.initiative_id == initiative_id,
            Endorsement.kind == SupporterKind.GOVERNMENT,
            Endorsement.status == Status.WITHDRAWN,
            Endorsement.verified_at.is_not(None),
        )
        .order_by(Endorsement.id)
    )
    return {row[0]: row[1] for row in rows if row[0]}  # the latest, where there were several


def _lists(
    states: Sequence[State],
    counted: Sequence[GovernmentRow],
    siblings: Sequence[tuple[Initiative, set[str]]],
    withdrawn: Mapping[str, Endorsement],
) -> dict[ListKind, list[Listed]]:
    endorsed = _endorsed(counted)
    partly = {row.state_iso3: row for row in counted if row.grade is not Grade.ENDORSED}
    lists: dict[ListKind, list[Listed]] = {kind: [] for kind in ListKind}
    for state in states:
        iso3 = state.iso3
        if iso3 in endorsed:
            continue
        elsewhere = [initiative for initiative, codes in siblings if iso3 in codes]
        row, ended = partly.get(iso3), withdrawn.get(iso3)
        if elsewhere:
            lists[ListKind.SIBLING].append(_listed(state, row, elsewhere))
        if row is not None:
            lists[ListKind.VOICED].append(_listed(state, row, elsewhere))
        if ended is not None:
            lists[ListKind.WITHDRAWN].append(
                Listed(
                    state=state,
                    since=ended.ended_on,
                    endorsement_id=ended.id,
                    elsewhere=elsewhere,
                )
            )
        if not elsewhere and row is None and ended is None:
            lists[ListKind.NOTHING].append(Listed(state=state))
    return lists


def _listed(state: State, row: GovernmentRow | None, elsewhere: Sequence[Initiative]) -> Listed:
    if row is None:
        return Listed(state=state, elsewhere=elsewhere)
    return Listed(
        state=state,
        grade=row.grade,
        since=row.since,
        endorsement_id=row.endorsement_id,
        elsewhere=elsewhere,
    )
