"""Which decisions need a fresh proof of who decides: those that change a government's entry, and
how a State is called.

Each view of the review that takes a form stands in one of two lists: `WEIGHTY`, with how to tell
whether a government is concerned and where its sender comes back to, or `LIGHT`. A test asks it of
new ones.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlalchemy import select

from tracker.accounts import freshness
from tracker.core.db import db
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.models import Endorsement
from tracker.review.models import BulkRow
from tracker.staff.blueprint import bp
from tracker.supporters.models import Supporter, SupporterKind

GOVERNMENT = SupporterKind.GOVERNMENT


@dataclass(frozen=True)
class Weighty:
    """Whether the present request is about a government, and the page that shows its form."""

    of_government: Callable[[], bool]
    back: Callable[[], str]


def _argument(name: str) -> int:
    found: int = (request.view_args or {})[name]
    return found


def _entry() -> bool:
    kind = select(Endorsement.kind).where(Endorsement.id == _argument("id"))
    return db.session().scalar(kind) is GOVERNMENT


def _change() -> bool:
    kind = (
        select(Endorsement.kind)
        .join(ProposedChange, ProposedChange.endorsement_id == Endorsement.id)
        .where(ProposedChange.id == _argument("change_id"))
    )
    return db.session().scalar(kind) is GOVERNMENT


def _any_of_bulk() -> bool:
    found = (
        select(Endorsement.id)
        .join(BulkRow, BulkRow.endorsement_id == Endorsement.id)
        .where(BulkRow.bulk_id == _argument("id"), Endorsement.kind == GOVERNMENT)
        .limit(1)
    )
    return db.session().scalar(found) is not None


def _letter() -> bool:
    return request.args.get("kind") == GOVERNMENT.value


def _always() -> bool:
    return True


def _saved() -> bool:
    """Whether a form is to be kept; else it only shows what would change."""
    return "save" in request.form


def _of_state() -> bool:
    kind = select(Supporter.kind).where(Supporter.id == _argument("id"))
    return db.session().scalar(kind) is GOVERNMENT


def _state() -> str:
    return str((request.view_args or {})["iso3"])


def _proposals() -> str:
    return url_for("review.state_proposals")


def _supporter_page() -> str:
    return url_for("review.supporter", id=_argument("id"))


def _item_page() -> str:
    action = (request.view_args or {}).get("action")
    return url_for("review.item", id=_argument("id"), action=action)


def _bulk_page() -> str:
    return url_for("review.bulk", id=_argument("id"))


WEIGHTY = {
    "review.decide": Weighty(_entry, _item_page),
    "review.undo": Weighty(_entry, _item_page),
    "review.correct": Weighty(_entry, lambda: url_for("review.correct", id=_argument("id"))),
    "review.second_change": Weighty(_change, lambda: url_for("review.proposed")),
    "review.drop_change": Weighty(_change, lambda: url_for("review.proposed")),
    # An edit waits only where a verified government rests on the text.
    "review.settle_edit": Weighty(lambda: True, lambda: url_for("review.proposed")),
    "review.start_bulk": Weighty(_any_of_bulk, _bulk_page),
    "review.turn_bulk": Weighty(_any_of_bulk, _bulk_page),
    "review.agree_on_state": Weighty(_always, _proposals),
    "review.drop_state_proposal": Weighty(_always, _proposals),
    "review.take_up_state_proposal": Weighty(_always, _proposals),
    "review.regroup_state": Weighty(_saved, lambda: url_for("review.regroup_state", iso3=_state())),
    "review.rename_state": Weighty(_saved, lambda: url_for("review.rename_state", iso3=_state())),
    "review.succeed_state": Weighty(_saved, lambda: url_for("review.succeed_state", iso3=_state())),
    "review.take_back": Weighty(_of_state, _supporter_page),
    "review.record": Weighty(_letter, lambda: url_for("review.record", kind=GOVERNMENT.value)),
}
LIGHT = frozenset(
    {
        "review.add_note",
        "review.judge_words",
        "review.judge_words_of",
        "review.try_mail_again",
        "review.find_personal_data",
        "review.next_item",
        "review.open_personal_details",
        "review.leave",
        "review.hand_over",
        "review.save_filter",
        "review.forget_filter",
        "review.prepare_bulk",
        "review.settle_challenge",
        "review.add_evidence",
        "review.attach_file",
        "review.became",
        "review.change_evidence",
        "review.check_instrument",
        "review.cite_existing",
        "review.edit_instrument",
        "review.merge",
        "review.prepare_sweep",
        "review.publish_file",
        "review.say_different",
        "review.step_sweep",
        "review.turn_sweep",
        "review.undo_merge",
    }
)
"""Forms that decide nothing about a government's entry: they change no entry, only what one rests
on, or entries of others only."""


@bp.before_request
def prove_before_deciding() -> ResponseReturnValue | None:
    """Before a decision on a government: whoever signed in long ago proves anew who they are."""
    weighty = WEIGHTY.get(request.endpoint or "")
    if weighty is None or request.method != "POST" or not current_user.is_authenticated:
        return None
    if freshness.is_fresh() or not weighty.of_government():
        return None
    return freshness.prove_first(weighty.back())
