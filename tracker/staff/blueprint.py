"""The blueprint of the staff's pages, which several modules of views share."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import Blueprint
from flask_babel import gettext as _

from tracker.accounts.current_account import REVIEWER, me
from tracker.core.clock import utcnow
from tracker.core.db import db
from tracker.endorsements.models import Endorsement
from tracker.review.audit.personal_reads import READ_TTL, is_individual, is_open, shown_name
from tracker.review.evidence import citations
from tracker.staff.forms.decisions import SettleForm
from tracker.staff.labels import TO_DO, label, told

bp = Blueprint("review", __name__)


def decides() -> bool:
    """Return whether who is signed in, if anybody is, may decide."""
    return me().is_authenticated and REVIEWER in me().role_names


def named(endorsement: Endorsement) -> str:
    """Return what staff pages call an entry's supporter; an individual is called by reference."""
    return shown_name(endorsement) or str(_("(erased)"))


def shows_person(endorsement: Endorsement, within: timedelta = READ_TTL) -> bool:
    """Return whether who is signed in sees now whom an entry is of, and what was written about
    them."""
    if not is_individual(endorsement):
        return True
    return decides() and is_open(db.session(), endorsement, me(), now=utcnow(), within=within)


@bp.context_processor
def words() -> dict[str, Any]:
    """Return what every staff page of the review says and asks."""
    return {
        "label": label,
        "named": named,
        "told": told,
        "labels_to_do": TO_DO,
        "may_decide": decides(),
        "evidence_takes_two": citations.takes_two,
        "today": utcnow().date(),
        "token": SettleForm(formdata=None),
    }
