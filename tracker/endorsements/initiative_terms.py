"""The terms of an initiative for its entries: the grades it uses, and little once it is archived.

The database refuses the same by triggers (migration 0112).
"""

from __future__ import annotations

from tracker.core.errors import RuleBroken
from tracker.endorsements.lifecycle import Action, Actor, ActorKind
from tracker.endorsements.models import Endorsement
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative

LEFT_OPEN = frozenset(
    {
        Action.REQUEST_WITHDRAWAL,
        Action.WITHDRAW,
        Action.DECLINE_WITHDRAWAL,
        Action.CHOOSE_NAMING,
        Action.ERASE,
        Action.EXPIRE,
        Action.LAPSE,
        Action.RESTORE,
        Action.MERGE,
        Action.UNMERGE,
        Action.RELEASE_WORDS,
        Action.HIDE_WORDS,
        Action.CHANGE_WORDS,
        Action.FORGET,
    }
)
"""Actions that stay possible in an archive: a supporter leaves, is forgotten or has other words of
their own; words are released or hidden; and an entry follows its organisation when that ends, or
is merged with another."""


def refuse_unused_grade(initiative: Initiative, grade: Grade) -> None:
    """Refuse a grade in which the initiative records no support. Raises RuleBroken."""
    if grade not in initiative.grades:
        raise RuleBroken("%(name)s does not use this grade. Choose another.", name=initiative.name)


def refuse_in_archive(endorsement: Endorsement, action: Action, by: Actor) -> None:
    """Refuse a change of an entry of an archived initiative. Raises RuleBroken."""
    initiative = endorsement.initiative
    if initiative.archived_on is None:
        return
    unasked = by.kind is ActorKind.STAFF and endorsement.withdrawal_requested_at is None
    if action in LEFT_OPEN and not (action is Action.WITHDRAW and unasked):
        return
    raise RuleBroken(
        "%(name)s was archived on %(day)s. Its entries are read only: a supporter can still leave"
        " or be erased, and nothing else changes.",
        name=initiative.name,
        day=initiative.archived_on,
    )
