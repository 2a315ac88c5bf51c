"""The regional groups of States: moving one to another group, and the groups of a day."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.core.errors import RuleBroken
from tracker.supporters import histories, queries
from tracker.supporters.changes import ChangeKind, SupporterChange
from tracker.supporters.events import Happened, begin, record
from tracker.supporters.models import RegionalGroup, State


def regroup(
    session: Session, state: State, group: RegionalGroup, happened: Happened, *, now: datetime
) -> SupporterChange:
    """Record that a State belongs to another regional group from a day on.

    What the files say of this State is not taken over any more (`Seeded.edited_at`).
    Raises RuleBroken for the group that it has, and for a day before its last such change.
    """
    check_group(session, state, group, happened, now=now)
    state.edited_at = now
    return record(
        session,
        queries.government(session, state.iso3),
        ChangeKind.REGROUPED,
        happened,
        now=now,
        difference={"regional_group": [state.regional_group.value, group.value]},
    )


def check_group(
    session: Session, state: State, group: RegionalGroup, happened: Happened, *, now: datetime
) -> None:
    """Raises RuleBroken as `regroup` does."""
    government = queries.government(session, state.iso3)
    begin(session, government, ChangeKind.REGROUPED, happened, now=now)
    if group is state.regional_group:
        raise RuleBroken("It belongs to this group already.")
    changes = histories.in_force(histories.of_supporter(session, government.id))
    days = [change.happened_on for change in changes if change.kind is ChangeKind.REGROUPED]
    if days and happened.on <= days[-1]:
        raise RuleBroken(
            "It belongs to its present group from %(day)s. Choose a later day, or take that back"
            " first.",
            day=days[-1],
        )
