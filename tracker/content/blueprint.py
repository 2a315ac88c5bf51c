"""The blueprint of the editors' pages, which several modules of views share."""

from __future__ import annotations

from flask import Blueprint, url_for

from tracker.accounts.current_account import me
from tracker.accounts.models import StaffRole
from tracker.content import labels
from tracker.content.queries import Subject
from tracker.content.schema.fields import Kind
from tracker.staff.blueprint import words

bp = Blueprint("content", __name__, url_prefix="/staff/content")
EDITORS = (StaffRole.EDITOR.value, StaffRole.ADMIN.value)

SECONDERS = (*EDITORS, StaffRole.REVIEWER.value)
"""The roles that may publish what others wrote where it takes two people."""

__all__ = ["EDITORS", "SECONDERS", "address", "bp", "edits", "me", "name_of"]


def edits() -> bool:
    """Return whether who is signed in may change content, or only agree to what others wrote."""
    return any(role.name in EDITORS for role in me().roles)


def name_of(kind: Kind) -> str:
    """Return how addresses name a kind: ``reported-tallies``."""
    return kind.kind.value.replace("_", "-")


def address(endpoint: str, content: Subject) -> str:
    """Return the address of a page about some content."""
    return url_for(f"content.{endpoint}", kind=name_of(content.kind), ref=content.ref)


@bp.context_processor
def _names_in_templates() -> dict[str, object]:
    return words() | {
        "part": {},
        "labels": labels,
        "address": address,
        "name_of": name_of,
    }
