"""Conditions under which the sender of a form proves anew who they are: it decides about a
government.

Each function answers for one kind of view, from that view's arguments; the view names it in
`freshness.needs_fresh_proof`. A test lists the forms of the review that need no proof.
"""

from __future__ import annotations

from flask import request

from tracker.core import query_args
from tracker.core.db import db
from tracker.core.orm import has_rows
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.models import Endorsement
from tracker.review.models import BulkRow
from tracker.supporters.models import Supporter, SupporterKind

GOVERNMENT = SupporterKind.GOVERNMENT


def entry_of_government(id: int, **_rest: object) -> bool:
    return has_rows(db.session(), Endorsement.id == id, Endorsement.kind == GOVERNMENT)


def change_of_government(change_id: int) -> bool:
    """Return whether a proposed change is about a government's entry."""
    return has_rows(
        db.session(),
        Endorsement.id == ProposedChange.endorsement_id,
        ProposedChange.id == change_id,
        Endorsement.kind == GOVERNMENT,
    )


def bulk_with_government(id: int, **_rest: object) -> bool:
    """Return whether a decision in bulk is about a government's entry too."""
    return has_rows(
        db.session(),
        Endorsement.id == BulkRow.endorsement_id,
        BulkRow.bulk_id == id,
        Endorsement.kind == GOVERNMENT,
    )


def supporter_is_government(id: int, **_rest: object) -> bool:
    return has_rows(db.session(), Supporter.id == id, Supporter.kind == GOVERNMENT)


def letter_of_government() -> bool:
    """Return whether the letter that is recorded came from a government."""
    return query_args.given("kind") == GOVERNMENT.value


def saving(**_rest: object) -> bool:
    """Return whether the form is saved; otherwise it only shows what would change."""
    return "save" in request.form
