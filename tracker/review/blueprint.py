"""The blueprint of the staff's pages, which several modules of views share."""

from __future__ import annotations

from typing import Any

from flask import Blueprint
from flask_login import current_user

from tracker.accounts.models import StaffRole, User
from tracker.core.clock import utcnow
from tracker.review import citations
from tracker.review.labels import MEANS, TO_DO, label, told

bp = Blueprint("review", __name__)
REVIEWER = StaffRole.REVIEWER.value
EDITOR = StaffRole.EDITOR.value
ADMIN = StaffRole.ADMIN.value
EVERYBODY = tuple(role.value for role in StaffRole)


def me() -> User:
    """Who is signed in."""
    found: User = current_user._get_current_object()
    return found


def decides() -> bool:
    """Whether who is signed in may decide, or only read."""
    return any(role.name == REVIEWER for role in me().roles)


@bp.context_processor
def words() -> dict[str, Any]:
    """What every staff page of the review says and asks."""
    return {
        "label": label,
        "told": told,
        "labels_means": MEANS,
        "labels_to_do": TO_DO,
        "may_decide": decides(),
        "evidence_takes_two": citations.takes_two,
        "today": utcnow().date(),
    }
