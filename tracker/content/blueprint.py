"""The blueprint of the editors' pages, which several modules of views share."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, url_for

from tracker.accounts.models import StaffRole
from tracker.accounts.signed_in import me
from tracker.content import labels
from tracker.content.queries import Subject
from tracker.content.schema.fields import Kind
from tracker.staff.blueprint import words

bp = Blueprint("content", __name__, url_prefix="/staff/content")
EDITORS = (StaffRole.EDITOR.value, StaffRole.ADMIN.value)

SECONDERS = (*EDITORS, StaffRole.REVIEWER.value)
"""Who may publish what others wrote where it takes two people."""

__all__ = ["EDITORS", "SECONDERS", "address", "bp", "edits", "me", "name_of"]


def edits() -> bool:
    """Whether who is signed in may change content, or only agree to what others wrote."""
    return any(role.name in EDITORS for role in me().roles)


def name_of(kind: Kind) -> str:
    """How addresses name a kind: ``reported-tallies``."""
    return kind.kind.value.replace("_", "-")


def address(endpoint: str, found: Subject, **values: Any) -> str:
    """The address of a page about some content."""
    return url_for(f"content.{endpoint}", kind=name_of(found.kind), ref=found.ref, **values)


@bp.context_processor
def _words() -> dict[str, Any]:
    return words() | {
        "part": {},
        "labels": labels,
        "address": address,
        "name_of": name_of,
    }
